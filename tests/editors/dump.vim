" What Vim or Neovim makes of plans, as JSON in the file $KHCT_OUT: for each file of $KHCT_FILES (one
" a line) the coloured keywords, block signs and comments ([line, first byte, bytes, kind], kinds as
" in tests/editors/keywords.c), the fold levels, and for the examples the indentation that `=` gives each line: of the
" file as it stands (kept), and with all indentation taken away before (made).

function! s:Kind(name, char) abort
  return a:name =~# '^khctOpen' || a:name ==# 'khctDeclaration' ? 'D'
        \ : a:name ==# 'khctField' ? 'F' : a:name ==# 'khctComment' ? 'C'
        \ : a:name ==# 'khctBrace' ? (a:char ==# '<' ? 'O' : 'E') : ''
endfunction

" One run of equal colour, without blanks around it and the colon of a keyword.
function! s:Row(line, begin, part, kind) abort
  let l:lead = strlen(matchstr(a:part, '^[ \t\xa0]*'))
  let l:word = substitute(strpart(a:part, l:lead), a:kind ==# 'C' ? '$^' : '[ \t\xa0]*:\=[ \t\xa0]*$', '', '')
  return [a:line, a:begin - 1 + l:lead, strlen(l:word), a:kind]
endfunction

function! s:Colours(line) abort
  let l:text = getline(a:line)
  let [l:begin, l:last, l:rows] = [0, '', []]
  for l:col in range(1, strlen(l:text) + 1)
    let l:name = l:col > strlen(l:text) ? '' : synIDattr(synID(a:line, l:col, 0), 'name')
    let l:kind = s:Kind(l:name, l:text[l:col - 1])
    if l:kind !=# l:last || l:last =~# '[OE]'
      let l:part = strpart(l:text, l:begin - 1, l:col - l:begin)
      if l:last !=# '' && l:part !~# '^\s*$'
        call add(l:rows, s:Row(a:line, l:begin, l:part, l:last))
      endif
      let [l:begin, l:last] = [l:col, l:kind]
    endif
  endfor
  return l:rows
endfunction

function! s:Read(file) abort
  execute 'edit! ' . fnameescape(a:file)
  let l:lines = range(1, line('$'))
  let l:read = {'file': a:file, 'type': &filetype, 'marks': [], 'folds': map(copy(l:lines), 'foldlevel(v:val)')}
  for l:line in l:lines
    call extend(l:read.marks, s:Colours(l:line))
  endfor
  if a:file !~# '/examples/'
    return l:read
  endif
  silent! normal! gg=G
  let l:read.kept = map(copy(l:lines), 'indent(v:val)')
  silent! keeppatterns %substitute/^\s\+//
  silent! normal! gg=G
  let l:read.made = map(copy(l:lines), 'indent(v:val)')
  set nomodified
  return l:read
endfunction

call writefile([json_encode(map(split($KHCT_FILES, "\n"), 's:Read(v:val)'))], $KHCT_OUT)
