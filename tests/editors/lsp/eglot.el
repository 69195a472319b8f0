;;; eglot.el --- Emacs's own client with khct-mode  -*- lexical-binding: t; coding: utf-8 -*-
;; Opens $KHCT_FILE with the server $KHCT_SERVER (a command, its words one a line) and writes to
;; $KHCT_OUT, as JSON, what the client got.

(require 'json)
(require 'khct-mode)
(require 'eglot)

(setcdr (assq 'khct-mode eglot-server-programs) (split-string (getenv "KHCT_SERVER") "\n"))
(setq eglot-sync-connect t eglot-connect-timeout 180 eglot-send-changes-idle-time 0)

(with-current-buffer (find-file-noselect (getenv "KHCT_FILE"))
  (apply #'eglot (eglot--guess-contact))
  (let ((end (+ (float-time) 180)))
    (flymake-start)
    (while (and (null (flymake-diagnostics)) (< (float-time) end))
      (accept-process-output nil 0.05)))
  (let* ((server (eglot-current-server))
         (hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams)))
         (completion (jsonrpc-request server :textDocument/completion (eglot--TextDocumentPositionParams)))
         (json-encoding-pretty-print nil)
         (coding-system-for-write 'utf-8))
    (write-region
     (json-encode
      `((mode . ,(symbol-name major-mode))
        (diagnostics . ,(vconcat (mapcar (lambda (one)
                                           `((line . ,(1- (line-number-at-pos (flymake-diagnostic-beg one))))
                                             (text . ,(flymake-diagnostic-text one))))
                                         (flymake-diagnostics))))
        (hover . ,hover) (completion . ,completion)))
     nil (getenv "KHCT_OUT"))
    (eglot-shutdown server)))
