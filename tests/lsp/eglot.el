;;; eglot.el --- Emacs's own client against the real server  -*- lexical-binding: t; coding: utf-8 -*-
;; Opens $KHCT_FILE, asks and edits as a writer would, and writes what came of it to $KHCT_OUT.

(require 'json)
(require 'khct-mode)
(require 'eglot)
(require 'xref)

(setcdr (assq 'khct-mode eglot-server-programs) (split-string (getenv "KHCT_SERVER") "\n"))
(setq eglot-sync-connect t eglot-connect-timeout 180 eglot-send-changes-idle-time 0
      eglot-confirm-server-initiated-edits nil)

(defun khct-test-codes ()
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun khct-test-wait (wanted)
  (let ((end (+ (float-time) 180))) ; what is not there then never comes
    (while (and (not (funcall wanted)) (< (float-time) end))
      (flymake-start)
      (accept-process-output nil 0.05))))

(defun khct-test-says (words)
  (seq-some (lambda (text) (string-match-p words text)) (khct-test-codes)))

(defun khct-test-at (words)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(with-current-buffer (find-file-noselect (getenv "KHCT_FILE"))
  (apply #'eglot (eglot--guess-contact))
  (khct-test-wait (lambda () (khct-test-says "không có mức 3")))
  (let* ((server (eglot-current-server))
         (ask (lambda (method) (jsonrpc-request server method (eglot--TextDocumentPositionParams))))
         (first (vconcat (khct-test-codes)))
         mended library hover definition completion renamed formatted)
    (khct-test-at "muc 3 <")
    (delete-region (point) (+ (point) 5))
    (insert "muc 2")
    (eglot--signal-textDocument/didChange)
    (khct-test-wait (lambda () (not (khct-test-says "không có mức 3"))))
    (setq mended (vconcat (khct-test-codes)))
    (khct-test-at "1.7 muc 2")
    (setq hover (funcall ask :textDocument/hover))
    (khct-test-at "GVTC;")
    (setq definition (funcall ask :textDocument/definition))
    (khct-test-at "tt18_2018")
    (save-window-excursion
      (switch-to-buffer (current-buffer))
      (call-interactively #'xref-find-definitions)
      (setq library `((line . ,(buffer-substring-no-properties (line-beginning-position) (line-end-position)))
                      (mode . ,(symbol-name major-mode)) (fixed . ,buffer-read-only))))
    (khct-test-at "ngan;")
    (forward-char 4)
    (setq completion (funcall ask :textDocument/completion))
    (khct-test-at "GVTC;")
    (eglot-rename "GVTD")
    (setq renamed (buffer-substring-no-properties (point-min) (point-max)))
    (eglot-format-buffer)
    (setq formatted (buffer-substring-no-properties (point-min) (point-max)))
    (let ((coding-system-for-write 'utf-8))
      (write-region
       (json-encode `((first . ,first) (mended . ,mended) (library . ,library) (hover . ,hover) (definition . ,definition)
                      (completion . ,completion) (renamed . ,renamed) (formatted . ,formatted)))
       nil (getenv "KHCT_OUT")))
    (set-buffer-modified-p nil)
    (eglot-shutdown server)))
