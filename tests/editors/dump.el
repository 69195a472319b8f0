;;; dump.el --- What Emacs makes of plans  -*- lexical-binding: t; coding: utf-8 -*-
;; As dump.vim: writes JSON to $KHCT_OUT of the files $KHCT_FILES.

(require 'json)
(require 'khct-mode)

(defun dump-kind ()
  "What the character at point is coloured as."
  (let ((faces (ensure-list (get-text-property (point) 'face))))
    (cond ((get-text-property (point) 'khct-block) "O")
          ((eq (get-text-property (point) 'khct-role) 'close) "E")
          ((memq 'font-lock-keyword-face faces) "D")
          ((memq 'font-lock-variable-name-face faces) "F")
          ((seq-intersection faces '(font-lock-comment-face font-lock-comment-delimiter-face)) "C"))))

(defun dump-marks ()
  "Runs of equal colour: [line, first column, columns, kind]."
  (let (rows last begin)
    (goto-char (point-min))
    (while (not (eobp))
      (let ((kind (if (eolp) nil (dump-kind))))
        (when (or (not (equal kind last)) (member last '("O" "E")))
          (when last
            (let ((end (point)))
              (push (list (line-number-at-pos begin t)
                          (- begin (save-excursion (goto-char begin) (line-beginning-position)))
                          (- end begin) last)
                    rows)))
          (setq last kind begin (point))))
      (forward-char 1))
    (vconcat (nreverse rows))))

(defun dump-indents ()
  (goto-char (point-min))
  (let (columns)
    (while (not (eobp))
      (push (current-indentation) columns)
      (forward-line 1))
    (vconcat (nreverse columns))))

(defun dump-file (file)
  (with-current-buffer (find-file-noselect file)
    (font-lock-ensure)
    (let ((marks (dump-marks)) kept)
      (when (string-match-p "/examples/" file)
        (indent-region (point-min) (point-max))
        (setq kept (dump-indents))
        (goto-char (point-min))
        (while (re-search-forward "^[ \t]+" nil t)
          (replace-match ""))
        (indent-region (point-min) (point-max)))
      (prog1 `((file . ,file) (type . ,(symbol-name major-mode)) (marks . ,marks) (kept . ,kept)
               (made . ,(dump-indents)))
        (set-buffer-modified-p nil)
        (kill-buffer)))))

(let ((coding-system-for-write 'utf-8))
  (write-region (json-encode (vconcat (mapcar #'dump-file (split-string (getenv "KHCT_FILES") "\n"))))
                nil (getenv "KHCT_OUT")))
