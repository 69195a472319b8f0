" khct: indentation, folds, help and completion from the vocabulary.

let s:blank = '[ \t\xa0]*'
let s:rest = s:blank . '\%(#\%(\s.*\)\=\)\=$'
let s:closers = '>[> \t\xa0]*\%(#\%(\s.*\)\=\)\=$'

" A pattern of either form of the keywords, as whole words; not where another keyword of the block
" goes on from it (`cấp` in `cấp trên`).
function! khct#Either(ids, ...) abort
  if empty(a:ids)
    return '\%(.\&\n\)'
  endif
  let l:words = g:khct#words#keywords
  let l:longer = []
  for l:id in a:ids
    let l:head = l:words[l:id].marked[0] . ' '
    for l:other in a:0 > 0 ? a:1 : []
      if index(a:ids, l:other) < 0 && stridx(l:words[l:other].marked[0], l:head) == 0
        call add(l:longer, l:words[l:other].pattern)
      endif
    endfor
  endfor
  return (empty(l:longer) ? '' : '\%(' . join(l:longer, '\|') . '\)\@!')
        \ . '\%(' . join(map(copy(a:ids), 'g:khct#words#keywords[v:val].pattern'), '\|') . '\)\k\@!'
endfunction

function! s:Items() abort
  if !exists('s:items')
    let l:ids = {}
    for l:block in values(g:khct#words#blocks)
      for l:id in l:block.prose + l:block.typed + l:block.lines + keys(l:block.opens)
        let l:ids[l:id] = 1
      endfor
    endfor
    " the requirements a to e of the catalogues are words of any text
    call filter(l:ids, {id, one -> strlen(g:khct#words#keywords[id].unmarked) > 1})
    let s:items = '\%#=1\c^' . s:blank . khct#Either(sort(keys(l:ids)))
  endif
  return s:items
endfunction

" True where the line begins with a keyword, and not with prose that reads like one with marks.
function! s:Begins(line) abort
  let l:end = matchend(a:line, s:Items())
  if l:end < 0
    return 0
  endif
  let l:marked = strpart(a:line, 0, l:end) =~# '[^ -~]\|\a \a'
  return !(l:marked && strpart(a:line, l:end) =~# '^\%( \|\%xa0\)[[:lower:]]')
endfunction

function! s:Skipped(line) abort
  return a:line =~# '^\s*\%(#\s.*\|#\)\=$'
endfunction

" The line above that is neither empty nor a comment; 0: none.
function! s:Above(lnum) abort
  let l:at = prevnonblank(a:lnum - 1)
  while l:at > 0 && s:Skipped(getline(l:at))
    let l:at = prevnonblank(l:at - 1)
  endwhile
  return l:at
endfunction

function! s:Ended(line) abort
  return a:line =~# '[;<>]' . s:rest
endfunction

" The line on which the item begins that line `lnum` belongs to.
function! s:ItemLine(lnum) abort
  let l:at = a:lnum
  for l:step in range(500)
    let l:above = s:Above(l:at)
    let l:line = getline(l:at)
    if l:above == 0 || l:line =~# '^\s*>'
      break
    endif
    if s:Ended(getline(l:above)) && l:line =~# s:Items()
      if s:Begins(l:line) || getline(l:above) !~# ';' . s:rest
        break
      endif
      let l:item = s:ItemLine(l:above)
      return indent(l:at) > indent(l:item) ? l:item : l:at
    endif
    let l:at = l:above
  endfor
  return l:at
endfunction

" Blocks that the line opens less those that it closes.
function! s:Depth(line) abort
  let l:opens = 0
  let l:at = match(a:line, '<')
  while l:at >= 0
    let l:tail = strpart(a:line, l:at + 1)
    if l:tail =~# '^' . s:rest || l:tail =~# '^' . s:blank . '>' || l:tail =~# s:Items()
      let l:opens += 1
    endif
    let l:at = match(a:line, '<', l:at + 1)
  endwhile
  let l:tail = matchstr(a:line, s:closers)
  let l:closes = strlen(substitute(substitute(l:tail, '#.*', '', ''), '[^>]', '', 'g'))
  if l:closes == 0 && a:line =~# '^\s*>'
    let l:closes = 1
  endif
  return l:opens - l:closes
endfunction

" The line of the heading of the block that a `>` at the begin of line `lnum` closes.
function! s:Heading(lnum) abort
  let l:depth = 1
  let l:at = s:Above(a:lnum)
  while l:at > 0
    let l:line = getline(l:at)
    let l:depth -= s:Depth(l:line)
    if l:depth <= 0
      return s:ItemLine(l:at)
    endif
    let l:at = s:Above(l:at)
  endwhile
  return 0
endfunction

function! khct#Indent(lnum) abort
  let l:line = getline(a:lnum)
  if l:line =~# '^\s*>'
    let l:heading = s:Heading(a:lnum)
    return l:heading == 0 ? 0 : indent(l:heading)
  endif
  let l:above = s:Above(a:lnum)
  if l:above == 0
    return 0
  endif
  let l:before = getline(l:above)
  let l:item = s:ItemLine(l:above)
  if l:before =~# '<' . s:rest
    return indent(l:item) + shiftwidth()
  endif
  " list items and their continuation keep the place that the writer gave them
  if l:line =~# '^\s*\%([-–•*+]\)\s' && l:before =~# '^\s*\%([-–•*+]\)\s'
    return indent(a:lnum) > 0 && l:line !~# '^\s*-\s' ? indent(a:lnum) : indent(l:above)
  endif
  if l:line =~# '^\s*\%([-–•*+]\)\s' || !s:Ended(l:before)
    return indent(l:item) + shiftwidth()
  endif
  " a line that stands further right and is no keyword goes on after a `;` in the prose
  if l:line =~# '\S' && indent(a:lnum) > indent(l:item) && !s:Begins(l:line)
    return indent(l:item) + shiftwidth()
  endif
  return indent(l:item)
endfunction

function! khct#Fold(lnum) abort
  let l:line = getline(a:lnum)
  if s:Skipped(l:line)
    return '='
  endif
  let l:depth = s:Depth(l:line)
  return l:depth > 0 ? 'a' . l:depth : l:depth < 0 ? 's' . -l:depth : '='
endfunction

function! s:Language() abort
  return v:lang =~# '^vi' || $LANG =~# '^vi' || $LANG =~# '^\%(C\|POSIX\)\=\%(\.\|$\)' ? 0 : 1
endfunction

" Shows the line of help of the keyword under the cursor, or of the one given.
function! khct#Help(word) abort
  let l:line = getline('.')
  for l:row in values(g:khct#words#keywords)
    let l:here = '\%#=1\c\%<' . (col('.') + 1) . 'c' . l:row.pattern . '\%>' . col('.') . 'c'
    if l:row.unmarked ==? a:word || index(l:row.marked, tolower(a:word)) >= 0
          \ || ((a:word ==# '' || stridx(' ' . l:row.marked[0] . ' ', ' ' . tolower(a:word) . ' ') >= 0)
          \   && l:line =~# l:here)
      echo l:row.unmarked . ' (' . l:row.marked[0] . '): ' . l:row.help[s:Language()]
      return
    endif
  endfor
  echo a:word
endfunction

" Completion of keywords at the begin of an item, for use without a language server.
function! khct#Complete(findstart, base) abort
  if a:findstart
    return match(strpart(getline('.'), 0, col('.') - 1), '\k*$')
  endif
  let l:found = []
  for l:row in values(g:khct#words#keywords)
    for l:form in [l:row.unmarked, l:row.marked[0]]
      if stridx(l:form, a:base) == 0
        call add(l:found, {'word': l:form, 'menu': l:row.help[s:Language()], 'icase': 1})
      endif
    endfor
  endfor
  return sort(l:found, {a, b -> a.word ==# b.word ? 0 : a.word ># b.word ? 1 : -1})
endfunction
