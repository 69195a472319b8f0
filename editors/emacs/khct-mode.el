;;; khct-mode.el --- Major mode for khct, the language of quality-improvement plans  -*- lexical-binding: t; coding: utf-8 -*-

;; Author: khct contributors
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Colours, indentation, imenu, comments, completion and help for plans written in khct, the
;; messages of `khct check' in a compilation buffer, and entries for eglot and lsp-mode.
;;
;; What a word means depends on the block it stands in.  So the text is read once, item by item
;; (`khct--propertize', run by syntax-propertize); it leaves text properties, and colours,
;; indentation, imenu and help only look at these:
;;   khct-role     on a keyword: block or field
;;   khct-keyword  on a keyword: its ID in `khct-words'
;;   khct-block    on the `<' of a block: its ID in `khct-blocks'
;;   khct-heading  on the `<' of a block: where its keyword stands
;;   khct-value    on a value or heading: (KIND . BLOCK)
;;   khct-item     on a value or heading: where its keyword stands

;;; Code:

(require 'khct-words)
(require 'compile)

(defgroup khct nil
  "Plans written in khct."
  :group 'languages)

(defcustom khct-program "khct"
  "The khct program."
  :type 'string)

(defcustom khct-indent-offset 2
  "Columns by which a block's contents and a value's further lines are indented."
  :type 'integer
  :safe #'integerp)

;;; The vocabulary

(defun khct--pattern (id)
  "The pattern of keyword ID."
  (nth 3 (assq id khct-words)))

(defun khct--items (block)
  "What BLOCK may hold."
  (cddr (assq block khct-blocks)))

(defun khct--word-ends-p (at)
  "Whether no letter, digit, mark or underscore stands at AT."
  (let ((char (char-after at)))
    (not (and char (or (eq char ?_)
                       (memq (get-char-code-property char 'general-category)
                             '(Lu Ll Lt Lm Lo Nd Nl No Mn Mc)))))))

(defun khct--looking-at-word (pattern)
  "Whether PATTERN matches at point and ends where a word ends."
  (let ((case-fold-search t))
    (and (looking-at pattern) (khct--word-ends-p (match-end 0)))))

(defun khct--item-here (block)
  "The item of BLOCK whose keyword stands at point.
The match data is the keyword's."
  (seq-find (lambda (item) (khct--looking-at-word (khct--pattern (car item))))
            (khct--items block)))

(defun khct--unmarked-p ()
  "Whether the keyword just matched was written without marks."
  (let ((text (match-string-no-properties 0)))
    (and (string-match-p "\\`[a-zA-Z0-9]+\\'" text) t)))

(defconst khct--bound
  '((so . "[0-9/.:]") (ngay . "[0-9:]\\|ng[aà]y") (ma . "[[:upper:][:digit:]\"(:]")
    (noi . "[[:upper:][:digit:]\"(:]") (ten . "[[:upper:][:digit:]\"(:]") (mau . "[a-z:]")
    (dung . "[\":]\\|danh\\|m[aẫ]u\\|v[aă]n"))
  "Keywords that in running text count only before what begins a value.")

(defun khct--running-p (block &optional colon)
  "Whether a keyword of BLOCK stands at point, as it counts in running text.
One with marks counts before a colon, and unless COLON is given
before anything that shows that no prose goes on."
  (let ((item (khct--item-here block)))
    (when item
      (let ((unmarked (khct--unmarked-p))
            (bound (cdr (assq (car item) khct--bound)))
            (case-fold-search nil))
        (save-excursion
          (goto-char (match-end 0))
          (let ((gap (skip-chars-forward " \t\u00A0")))
            (cond ((eq (char-after) ?:) t)
                  (unmarked (or (null bound) (looking-at bound)))
                  (colon nil)
                  (t (or (> gap 1) (eolp) (looking-at "[[:upper:][:digit:]\"]"))))))))))

;;; Reading the text

(defconst khct--rest "[ \t\u00A0]*\\(?:#\\(?:[ \t\u00A0].*\\)?\\)?\r?$"
  "Nothing but a comment up to the line's end.")
(defconst khct--closers ">[> \t\u00A0]*\\(?:#\\(?:[ \t\u00A0].*\\)?\\)?\r?$"
  "The `>' of blocks at a line's end.")
(defconst khct--list-mark "[-–•*+][ \t\u00A0]")

(defun khct--comment-p ()
  "Whether a comment begins at point, given that one may."
  (looking-at "#\\(?:[ \t\u00A0\r]\\|$\\)"))

(defun khct--put (from to &rest properties)
  "Give the text between FROM and TO the PROPERTIES."
  (add-text-properties from to properties))

(defun khct--comment ()
  "Mark the comment at point and go behind it."
  (khct--put (point) (1+ (point)) 'syntax-table '(11))
  (end-of-line)
  (unless (eobp)
    (khct--put (point) (1+ (point)) 'syntax-table '(12))))

(defun khct--goes-on-below-p (block column)
  "Whether a value goes on after a `;' that is last on its line.
BLOCK is the open block, COLUMN the indentation of the value's line."
  (save-excursion
    (and (zerop (forward-line 1))
         (not (eobp))
         (progn
           (skip-chars-forward " \t\u00A0")
           (cond
            ((looking-at khct--list-mark))
            ((or (eolp) (khct--comment-p))
             (while (and (not (eobp)) (or (looking-at "\r?$") (khct--comment-p)))
               (forward-line 1)
               (skip-chars-forward " \t\u00A0"))
             (looking-at khct--list-mark))
            ((eq (char-after) ?>) nil)
            (t (and (> (current-column) column)
                    (let ((item (khct--item-here block)))
                      (or (null item)
                          (and (not (khct--unmarked-p))
                               (memq (nth 2 item) '(prose))
                               (not (khct--running-p block))))))))))))

(defun khct--semicolon-ends-p (block column row)
  "Whether the `;' before point ends a value.
BLOCK is the open block, COLUMN the indentation of the value's line.
ROW: the block stands on one line."
  (or row
      (if (looking-at khct--rest)
          (not (khct--goes-on-below-p block column))
        (save-excursion
          (skip-chars-forward " \t\u00A0")
          (or (and (not (eq block 'top)) (looking-at khct--closers))
              (khct--running-p block t))))))

(defun khct--line-ends-value-p (block column)
  "Whether the value ends before the line at point, for want of a `;'.
BLOCK is the open block, COLUMN the indentation of the value's line."
  (save-excursion
    (skip-chars-forward " \t\u00A0")
    (or (and (<= (current-column) column) (khct--running-p block))
        (and (not (eq block 'top))
             (or (looking-at ">[ \t\u00A0]*[[:alpha:]]")
                 (and (bolp) (looking-at (concat "[^ \t\n#].*<" khct--rest))))))))

(defun khct--value (block column row)
  "Go behind the value that begins at point; return where its words end.
BLOCK is the open block, COLUMN the indentation of its line.
ROW: the block stands on one line."
  (skip-chars-forward " \t\u00A0")
  (when (and (looking-at "\"\"\"")
             (save-excursion
               (forward-char 3)
               (re-search-forward "\"\"\"[ \t\u00A0]*\\(?:[;>]\\|$\\)" nil t)))
    (let ((from (point)))
      (forward-char 3)
      (re-search-forward "\"\"\"[ \t\u00A0]*\\(?:[;>]\\|$\\)")
      (goto-char (match-beginning 0))
      (forward-char 3)
      (khct--put from (1+ from) 'syntax-table '(15))
      (khct--put (1- (point)) (point) 'syntax-table '(15))))
  (let (end)
    (while (not end)
      (skip-chars-forward "^;>#\n\\\\")
      (pcase (char-after)
        ('nil (setq end (point)))
        (?\\ (forward-char (if (memq (char-after (1+ (point))) '(?\; ?< ?> ?# ?\" ?\\)) 2 1)))
        (?\; (forward-char 1)
             (when (khct--semicolon-ends-p block column row)
               (setq end (1- (point)))))
        (?> (if (and (not (eq block 'top)) (looking-at khct--closers))
                (setq end (point))
              (forward-char 1)))
        (?# (if (and (khct--comment-p)
                     (looking-back "\\(?:^\\|[;<>,]\\)[ \t\u00A0]*" (line-beginning-position)))
                (khct--comment)
              (forward-char 1)))
        (_ (forward-char 1)
           (when (khct--line-ends-value-p block column)
             (setq end (1- (point))))
           (setq row nil))))
    end))

(defun khct--opener-p (opens)
  "Whether the `<' at point opens the block OPENS."
  (save-excursion
    (forward-char 1)
    (or (looking-at khct--rest)
        (progn (skip-chars-forward " \t\u00A0")
               (or (eq (char-after) ?>) (and (khct--item-here opens) t))))))

(defun khct--heading (opens)
  "Go behind the heading at point.
That is to the `<' of the block OPENS, or to where it is missing."
  (let (end)
    (while (not end)
      (skip-chars-forward "^<;\n\\\\")
      (pcase (char-after)
        (?< (if (khct--opener-p opens) (setq end t) (forward-char 1)))
        (?\\ (forward-char (min 2 (- (point-max) (point)))))
        (?\n (forward-char 1)
             (setq end (save-excursion
                         (skip-chars-forward " \t\u00A0")
                         (or (eq (char-after) ?>)
                             (and (khct--running-p opens) (khct--unmarked-p))))))
        (_ (setq end t))))))

(defun khct--outer-p (block)
  "Whether a line begins here that only a block outside BLOCK can hold."
  (and (bolp) (not (eq block 'top))
       (let ((item (khct--item-here 'top)))
         (and item (not (eq (nth 1 (assq (car item) (khct--items block))) 'block))
              (if (eq (nth 1 item) 'block)
                  (looking-at (concat ".*<" khct--rest))
                (and (not (assq (car item) (khct--items block))) (khct--running-p 'top)))))))

(defun khct--keyword (item)
  "Mark the keyword of ITEM, just matched, and go behind it and its colon."
  (khct--put (match-beginning 0) (match-end 0) 'khct-keyword (car item)
             'khct-role (if (memq (nth 2 item) '(prose typed)) 'field 'block))
  (goto-char (match-end 0))
  (when (looking-at "[ \t\u00A0]*:")
    (goto-char (match-end 0))))

(defun khct--item (item stack)
  "Read ITEM, whose keyword was just matched, in the blocks of STACK.
Return the new stack."
  (let* ((from (match-beginning 0))
         (column (save-excursion (back-to-indentation) (current-column)))
         (row (and (cdar stack) (< (line-beginning-position) (cdar stack) from)))
         (block (caar stack))
         begin)
    (khct--keyword item)
    (setq begin (point))
    (if (eq (nth 1 item) 'field)
        (khct--put begin (khct--value block column row) 'khct-value (cons (nth 2 item) block) 'khct-item from)
      (khct--heading (nth 2 item))
      (khct--put begin (point) 'khct-value (cons 'heading (nth 2 item)) 'khct-item from)
      ;; without its `<' the block is open all the same
      (if (not (eq (char-after) ?<))
          (setq stack (cons (cons (nth 2 item) nil) stack))
        (khct--put (point) (1+ (point)) 'syntax-table '(4 . ?>) 'khct-block (nth 2 item)
                   'khct-heading from)
        (setq stack (cons (cons (nth 2 item) (point)) stack))
        (forward-char 1)))
    stack))

(defun khct--stack ()
  "The blocks open at point, innermost first: (BLOCK . PLACE OF ITS `<')."
  (append (delq nil (mapcar (lambda (at)
                              (let ((block (get-text-property at 'khct-block)))
                                (and block (cons block at))))
                            (reverse (nth 9 (syntax-ppss)))))
          '((top))))

(defun khct--propertize (start end)
  "Read the items between START and END and leave text properties on them."
  (goto-char start)
  (let ((stack (khct--stack)) item)
    (remove-list-of-text-properties
     start end '(khct-role khct-keyword khct-block khct-heading khct-value khct-item))
    (while (and (skip-chars-forward " \t\u00A0\r\n") (< (point) end))
      (when (khct--outer-p (caar stack))
        (setq stack '((top))))
      (cond
       ((khct--comment-p) (khct--comment))
       ((eq (char-after) ?>)
        (when (cdr stack)
          (khct--put (point) (1+ (point)) 'syntax-table '(5 . ?<) 'khct-role 'close)
          (setq stack (cdr stack)))
        (forward-char 1))
       ((setq item (khct--item-here (caar stack)))
        (setq stack (khct--item item stack)))
       ;; words that no keyword begins
       (t (skip-chars-forward "^;<>\n")
          (skip-chars-forward ";<"))))))

(defun khct--extend-region (start end)
  "Begin the region START to END at a top declaration at the margin."
  (save-excursion
    (goto-char start)
    (beginning-of-line)
    (while (and (not (bobp)) (not (khct--item-starts-line-p)))
      (forward-line -1))
    (unless (= (point) start)
      (cons (point) end))))

(defun khct--item-starts-line-p ()
  "Whether a declaration at the margin begins the line at point."
  (let ((item (khct--item-here 'top)))
    (and item (khct--unmarked-p) (looking-at (concat ".*[<;]" khct--rest)))))

;;; Colours

(defun khct--find (property value limit)
  "Find text before LIMIT whose PROPERTY is VALUE; set the match data to it."
  (let (found)
    (while (and (not found) (< (point) limit))
      (let ((next (or (next-single-property-change (point) property nil limit) limit)))
        (when (eq (get-text-property (point) property) value)
          (set-match-data (list (point) next))
          (setq found t))
        (goto-char next)))
    found))

(defun khct--find-in-value (pattern kinds limit)
  "Find PATTERN before LIMIT in a value of one of the KINDS."
  (let (found)
    (while (and (not found) (re-search-forward pattern limit t))
      (setq found (memq (car (get-text-property (match-beginning 0) 'khct-value)) kinds)))
    found))

(defun khct--find-word (limit)
  "Find a word of the language before LIMIT inside a heading or a typed value."
  (let (found)
    (while (and (not found) (re-search-forward "\\<[[:alpha:]]" limit t))
      (goto-char (match-beginning 0))
      (let* ((value (get-text-property (point) 'khct-value))
             (words (and (memq (car value) '(heading typed line))
                         (nth 1 (assq (cdr value) khct-blocks)))))
        (if (seq-find (lambda (id) (khct--looking-at-word (khct--pattern id))) words)
            (progn (goto-char (match-end 0)) (setq found t))
          (skip-syntax-forward "w_"))))
    found))

(defconst khct-font-lock-keywords
  `((,(lambda (limit) (khct--find 'khct-role 'block limit)) 0 font-lock-keyword-face)
    (,(lambda (limit) (khct--find 'khct-role 'field limit)) 0 font-lock-variable-name-face)
    (,(lambda (limit) (khct--find-in-value "\\[?\\_<\\(?:H[0-9]+-[0-9]+\\.[0-9]+-[0-9]+\\|MC\\.[0-9.]+[0-9]\\)\\]?" '(typed) limit))
     0 font-lock-constant-face)
    (,(lambda (limit) (khct--find-in-value "\\<[0-9]+\\(?:[./-][0-9]+\\)*%?" '(typed heading) limit))
     0 font-lock-constant-face)
    (khct--find-word 0 font-lock-builtin-face)
    (,(lambda (limit) (khct--find-in-value "^[ \t\u00A0]*\\([-–•*+]\\)[ \t\u00A0]" '(prose typed) limit))
     1 font-lock-builtin-face)
    ("\\\\[;<>#\"\\\\]" . font-lock-preprocessor-face))
  "Colours of `khct-mode'.")

;;; Indentation

(defun khct--indentation-of (place)
  "The indentation of the line of PLACE."
  (save-excursion (goto-char place) (current-indentation)))

(defun khct--indentation ()
  "The column to which the current line belongs."
  (save-excursion
    (back-to-indentation)
    (syntax-propertize (min (point-max) (1+ (line-end-position))))
    (let* ((item (and (not (bobp)) (get-text-property (1- (point)) 'khct-item)))
           (item (if (and item (< item (line-beginning-position))) item
                   (let ((here (get-text-property (point) 'khct-item)))
                     (and here (< here (line-beginning-position)) here))))
           (open (car (last (nth 9 (syntax-ppss)))))
           (heading (and open (or (get-text-property open 'khct-heading) open))))
      (cond
       ((and item (not (eq (get-text-property (point) 'khct-role) 'close)))
        (+ (khct--indentation-of item) khct-indent-offset
           (if (looking-at "\\+ ") khct-indent-offset 0)))
       ((null heading) 0)
       ((eq (char-after) ?>) (khct--indentation-of heading))
       (t (+ (khct--indentation-of heading) khct-indent-offset))))))

(defun khct-indent-line ()
  "Indent the current line."
  (interactive)
  (let ((column (khct--indentation)))
    (if (<= (current-column) (current-indentation))
        (indent-line-to column)
      (save-excursion (indent-line-to column)))))

;;; Imenu, help, completion

(defun khct-imenu-index ()
  "The declarations of the buffer, by keyword."
  (save-excursion
    (syntax-propertize (point-max))
    (goto-char (point-min))
    (let (index)
      (while (khct--find 'khct-role 'block (point-max))
        (let* ((at (match-beginning 0))
               (row (assq (get-text-property at 'khct-keyword) khct-words))
               (text (string-trim (buffer-substring-no-properties
                                   (match-end 0)
                                   (or (next-single-property-change (match-end 0) 'khct-value) (line-end-position)))))
               (name (if (string= text "") (nth 2 row) (replace-regexp-in-string "[ \t\n]+" " " text)))
               (group (assoc (nth 2 row) index)))
          (when (null group)
            (push (setq group (list (nth 2 row))) index))
          (nconc group (list (cons (truncate-string-to-width name 60 nil nil "…") at)))))
      (nreverse index))))

(defun khct--help (id)
  "The line of help of keyword ID."
  (let ((row (assq id khct-words)))
    (format "%s (%s): %s" (nth 1 row) (nth 2 row)
            (if (string-prefix-p "en" (or (getenv "LC_ALL") (getenv "LANG") "")) (nth 5 row) (nth 4 row)))))

(defun khct-eldoc (&rest _)
  "Help for the keyword at point."
  (let ((id (get-text-property (point) 'khct-keyword)))
    (and id (khct--help id))))

(defun khct-completion ()
  "Keywords that the open block may hold, at the begin of an item."
  (let* ((end (point))
         (start (save-excursion (skip-chars-backward "[:alnum:]") (point)))
         (block (save-excursion (goto-char start) (caar (khct--stack))))
         (rows (mapcar (lambda (item) (assq (car item) khct-words)) (khct--items block))))
    (when (save-excursion
            (goto-char start)
            (looking-back "\\(?:^\\|[;<>]\\)[ \t\u00A0]*" (line-beginning-position)))
      (list start end (append (mapcar (lambda (row) (nth 1 row)) rows) (mapcar (lambda (row) (nth 2 row)) rows))
            :exclusive 'no
            :annotation-function
            (lambda (word)
              (let ((row (seq-find (lambda (row) (member word (list (nth 1 row) (nth 2 row)))) rows)))
                (and row (concat "  " (nth 4 row)))))))))

;;; The mode

(defvar khct-mode-syntax-table
  (let ((table (make-syntax-table)))
    ;; signs get their meaning where they have one, from `khct--propertize'
    (dolist (sign '(?< ?> ?\" ?# ?\\ ?\; ?&))
      (modify-syntax-entry sign "." table))
    (modify-syntax-entry ?_ "_" table)
    table)
  "Syntax table of `khct-mode'.")

(defvar khct-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "C-c C-c") #'khct-check)
    map)
  "Keys of `khct-mode'.")

;; only these: another rule would take the places of further notes for messages
(defconst khct-check-error-regexp-alist
  '(("^\\(?:lỗi\\|error\\|\\(cảnh báo\\|warning\\)\\|\\(ghi chú\\|note\\)\\)\\[KH[0-9]+\\]: .*\n *--> \\(.+\\):\\([0-9]+\\):\\([0-9]+\\)$"
     3 4 5 (1 . 2)))
  "How the messages of `khct check' are read.")

(define-compilation-mode khct-check-mode "khct check"
  "Messages of `khct check'.")

(defun khct-check ()
  "Check the plan; the messages go to a compilation buffer."
  (interactive)
  (save-buffer)
  (compilation-start (format "%s check --color never %s" (shell-quote-argument khct-program)
                             (shell-quote-argument (file-name-nondirectory buffer-file-name)))
                     'khct-check-mode))

;;;###autoload
(define-derived-mode khct-mode prog-mode "khct"
  "Major mode for quality-improvement plans written in khct."
  (setq-local comment-start "# "
              comment-start-skip "#+[ \t]*"
              comment-end ""
              parse-sexp-lookup-properties t
              indent-tabs-mode nil
              tab-width 4
              indent-line-function #'khct-indent-line
              electric-indent-chars (append "><" electric-indent-chars)
              syntax-propertize-function #'khct--propertize
              imenu-create-index-function #'khct-imenu-index
              font-lock-defaults '(khct-font-lock-keywords nil nil nil
                                   (font-lock-extra-managed-props . nil)))
  (add-hook 'syntax-propertize-extend-region-functions #'khct--extend-region nil t)
  (add-hook 'completion-at-point-functions #'khct-completion nil t)
  (if (boundp 'eldoc-documentation-functions)
      (add-hook 'eldoc-documentation-functions #'khct-eldoc nil t)
    (setq-local eldoc-documentation-function #'khct-eldoc)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.khct\\'" . khct-mode))

(defvar hs-special-modes-alist)
(with-eval-after-load 'hideshow
  (add-to-list 'hs-special-modes-alist '(khct-mode "<" ">" "#" nil nil)))

;;; Language servers

;; The library's documents are on no disk; what follows a place in them wants a file.
(defvar khct--library-folder nil
  "The folder with the documents of the library that were asked for.")

(defun khct--library-file (uri ask)
  "A file with the library's document URI.
ASK gives the server's answer to a method with parameters."
  (unless khct--library-folder
    (setq khct--library-folder (make-temp-file "khct-library-" t))
    (add-hook 'kill-emacs-hook (lambda () (delete-directory khct--library-folder t))))
  (let ((file (expand-file-name (replace-regexp-in-string "\\`khct-library:/*" "" uri) khct--library-folder))
        (coding-system-for-write 'utf-8-unix))
    (unless (file-exists-p file)
      (make-directory (file-name-directory file) t)
      (let ((answer (funcall ask "khct/libraryDocument" (list :uri uri))))
        (write-region (if (hash-table-p answer) (gethash "text" answer) (plist-get answer :text)) nil file nil 'silent))
      (set-file-modes file #o400))
    file))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons 'khct-mode (list khct-program "lsp")))
  (dolist (name '(eglot-uri-to-path eglot--uri-to-path))
    (when (fboundp name)
      (advice-add name :around #'khct--eglot-path))))

(declare-function eglot-current-server "eglot")
(declare-function jsonrpc-request "jsonrpc")
(defun khct--eglot-path (path uri &rest more)
  "The file of URI: what PATH gives of it and MORE.
The library's documents are asked for."
  (let ((name (if (keywordp uri) (substring (symbol-name uri) 1) uri)))
    (if (and (stringp name) (string-prefix-p "khct-library:" name))
        (khct--library-file name (lambda (method params)
                                   (jsonrpc-request (eglot-current-server) (intern (concat ":" method)) params)))
      (apply path uri more))))

(defvar lsp-language-id-configuration)
(declare-function lsp-register-client "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function lsp-request "lsp-mode")
(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(khct-mode . "khct"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (lambda () (list khct-program "lsp")))
                    :activation-fn (lambda (_file mode) (eq mode 'khct-mode))
                    :uri-handlers (let ((handlers (make-hash-table :test #'equal)))
                                    (puthash "khct-library" (lambda (uri) (khct--library-file uri #'lsp-request)) handlers)
                                    handlers)
                    :server-id 'khct)))

(provide 'khct-mode)
;;; khct-mode.el ends here
