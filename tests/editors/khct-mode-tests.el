;;; khct-mode-tests.el --- ERT tests of khct-mode  -*- lexical-binding: t; coding: utf-8 -*-

;;; Code:

(require 'ert)
(require 'khct-mode)
(require 'imenu)
(require 'hideshow)

(defconst khct-tests-folder (file-name-directory (or load-file-name buffer-file-name)))

(defmacro khct-tests-with (text &rest body)
  "Run BODY in a buffer in `khct-mode' that holds TEXT, at its `|'."
  (declare (indent 1))
  `(with-temp-buffer
     (insert ,text)
     (khct-mode)
     (goto-char (point-min))
     (when (search-forward "|" nil t)
       (delete-char -1))
     (font-lock-ensure)
     ,@body))

(ert-deftest khct-file-type ()
  (should (eq (cdr (assoc "kế hoạch.khct" auto-mode-alist #'string-match-p)) 'khct-mode)))

(ert-deftest khct-comments ()
  (khct-tests-with "tieuchi 1.1 muc 2 <\n  ketqua #TruongHocHanhPhuc và C#;\n  # ghi chú\n>\n"
    (search-forward "Hanh")
    (should-not (nth 4 (syntax-ppss)))
    (search-forward "ghi")
    (should (nth 4 (syntax-ppss)))
    (comment-region (point-min) (line-end-position 0))
    (goto-char (point-min))
    (should (looking-at "# tieuchi"))
    (uncomment-region (point-min) (point-max))
    (should (looking-at "tieuchi"))))

(ert-deftest khct-blocks-are-pairs ()
  (khct-tests-with "tieuchi 1.1 muc 2 |<\n  ketqua tỷ lệ < 5%; giaiphap >= 1;\n  viec <\n    giaiphap X; >\n>\ntruong <\n>\n"
    (forward-sexp)
    (should (looking-at "\ntruong"))
    (backward-sexp)
    (should (= (line-number-at-pos) 1))
    (hs-minor-mode)
    (hs-hide-block)
    (goto-char (point-min))
    (search-forward "giaiphap X")
    (should (seq-some (lambda (o) (overlay-get o 'hs)) (overlays-at (point))))))

(ert-deftest khct-quoted-values ()
  (khct-tests-with "kehoach <\n  trichyeu \"\"\"a; > # b\nc\"\"\";\n  so 1/KH;\n>\n"
    (search-forward "# b")
    (should (nth 3 (syntax-ppss)))
    (search-forward "so")
    (should-not (nth 3 (syntax-ppss)))
    (should (eq (get-text-property (1- (point)) 'khct-keyword) 'so))))

(ert-deftest khct-words-in-their-block ()
  ;; `hientrang' declares at the top and is a field of a criterion; `a' is a word of prose
  (khct-tests-with "tieuchi 1.1 muc 2 <\n  hientrang Tốt;\n>\nhientrang <\n  muc 1 1.1;\n>\n"
    (search-forward "hien")
    (should (eq (get-text-property (point) 'khct-role) 'field))
    (search-forward "\nhien")
    (should (eq (get-text-property (point) 'khct-role) 'block))))

(ert-deftest khct-editing-keeps-colours-right ()
  (khct-tests-with "tieuchi 1.1 muc 2 <\n  ketqua Tốt\n  hơn|;\n  chutri Hiệu trưởng;\n>\n"
    (insert ";\n  thời gian: tháng 9")
    (font-lock-ensure)
    (search-backward "thời")
    (should (eq (get-text-property (point) 'khct-keyword) 'thoigian))
    (search-forward "chutri")
    (should (eq (get-text-property (1- (point)) 'face) 'font-lock-variable-name-face))))

(ert-deftest khct-indents-while-typing ()
  (khct-tests-with "|"
    (electric-indent-mode 1)
    (cl-flet ((type (text) (dolist (char (append text nil))
                             (if (eq char ?\n) (newline nil t)
                               (let ((last-command-event char)) (self-insert-command 1))))))
      (type "tieuchi 1.1 muc 2 <\nketqua Tốt\nhơn;\nviec <\ngiaiphap X;\n>\n>\n"))
    (should (equal (buffer-string)
                   (concat "tieuchi 1.1 muc 2 <\n  ketqua Tốt\n    hơn;\n  viec <\n    giaiphap X;\n"
                           "  >\n>\n")))))

(ert-deftest khct-imenu ()
  (khct-tests-with "truong <\n>\ntieuchi 1.1 muc 2 <\n  viec Một việc <\n  >\n>\nTiêu chí 1.2: mức 1 <\n>\n"
    (let ((index (khct-imenu-index)))
      (should (equal (mapcar #'car index) '("trường" "tiêu chí" "việc")))
      (should (equal (mapcar #'car (cdr (assoc "tiêu chí" index))) '("1.1 muc 2" "1.2: mức 1")))
      (goto-char (cdadr (assoc "việc" index)))
      (should (looking-at "viec Một")))))

(ert-deftest khct-help-and-completion ()
  (khct-tests-with "tieuchi 1.1 muc 2 <\n  giải pháp  Họp;\n  th|\n>\n"
    (let* ((found (khct-completion))
           (words (all-completions "th" (nth 2 found))))
      (should (equal (buffer-substring (nth 0 found) (nth 1 found)) "th"))
      (should (equal (sort words #'string<) '("thoigian" "thời gian")))
      (should (string-match-p "thời gian" (funcall (plist-get (nthcdr 3 found) :annotation-function) "thoigian"))))
    (search-backward "pháp")
    (should (string-prefix-p "giaiphap (giải pháp): " (khct-eldoc)))))

(ert-deftest khct-reads-messages ()
  (dolist (name '("vi" "en"))
    (with-temp-buffer
      (insert-file-contents (expand-file-name (format "messages/%s.txt" name) khct-tests-folder))
      (khct-check-mode)
      (compilation--ensure-parse (point-max))
      (goto-char (point-min))
      (let (found)
        (while (not (eobp))
          (let* ((message (get-text-property (point) 'compilation-message))
                 (place (and message (compilation--message->loc message))))
            (when place
              (push (list (compilation--message->type message)
                          (caar (compilation--loc->file-struct place))
                          (compilation--loc->line place) (compilation--loc->col place))
                    found)))
          (goto-char (next-single-property-change (point) 'compilation-message nil (point-max))))
        (should (equal (nreverse found)
                       '((2 "thư mục/kế hoạch.khct" 3 22) (1 "thư mục/kế hoạch.khct" 120 1)
                         (0 "chung.khct" 12 9))))))))

(ert-deftest khct-eglot-entry ()
  (skip-unless (require 'eglot nil t))
  (should (equal (cdr (assq 'khct-mode eglot-server-programs)) '("khct" "lsp"))))

(ert-deftest khct-lsp-mode-entry ()
  (skip-unless (require 'lsp-mode nil t))
  (should (equal (cdr (assq 'khct-mode lsp-language-id-configuration)) "khct"))
  (should (gethash 'khct lsp-clients)))

;;; khct-mode-tests.el ends here
