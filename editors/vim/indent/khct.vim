" khct: indentation.
if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=khct#Indent(v:lnum)
setlocal indentkeys=o,O,0>,!^F
setlocal nolisp nosmartindent autoindent
let b:undo_indent = 'setlocal inde< indk< lisp< si< ai<'
