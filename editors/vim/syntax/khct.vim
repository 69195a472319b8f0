" khct: colours. One group of rules a kind of block, so that a word is a keyword only where the
" block may hold it; the rules are built from the vocabulary (autoload/khct/words.vim).
if exists('b:current_syntax')
  finish
endif
runtime autoload/khct/words.vim
" Letters with their marks apart are matched rightly by the older engine only.
let s:engine = '\%#=1'
syntax case ignore
syntax iskeyword @,48-57,_,192-255

let s:blank = '[ \t\xa0]*'
let s:rest = '\%(' . s:blank . '\%(#\%(\s.*\)\=\)\=$\)'
let s:closers = '>[> \t\xa0]*\%(#\%(\s.*\)\=\)\=$'
let s:capital = '\%([[:digit:]":]\|\C[[:upper:]]\)'

" In running text these are keywords only before what their value may begin with.
let s:before = {'SO': '[0-9/.:]', 'NGAY': '\%([0-9:]\|ngay\|ngày\)', 'MA': '[[:upper:][:digit:]"(:]',
      \ 'NOI': '[[:upper:][:digit:]"(:]', 'TEN': '[[:upper:][:digit:]"(:]', 'MAU': '[a-z:]',
      \ 'DUNG': '\%([":]\|danh\|mau\|mẫu\|vanban\|văn\)'}

let s:words = g:khct#words#keywords

function! s:Group(list) abort
  return empty(a:list) ? '\%(.\&\n\)' : '\%(' . join(a:list, '\|') . '\)'
endfunction

" Unmarked keywords as they count in running text.
function! s:Running(ids) abort
  return s:Group(map(copy(a:ids), {i, id -> s:words[id].unmarked . '\k\@!'
        \ . (has_key(s:before, id) ? '\%(' . s:blank . s:before[id] . '\)\@=' : '')}))
endfunction

function! s:Marked(ids) abort
  return s:Group(map(copy(a:ids), {i, id -> s:Group(copy(s:words[id].marked))})) . '\k\@!'
endfunction

" Marked keywords at the begin of a line of a value, and what shows that they are no prose. Letter
" case counts in this pattern, so the keyword is there in small, in capitals and capitalised.
function! s:Shown(ids) abort
  let l:forms = []
  for l:id in a:ids
    for l:form in s:words[l:id].marked
      let l:first = matchstr(l:form, '^.')
      let l:forms += [l:form, toupper(l:first) . strpart(l:form, strlen(l:first)), toupper(l:form)]
    endfor
  endfor
  return '\C' . s:Group(l:forms) . '\k\@!\%(' . s:blank . '[[:upper:][:digit:]":]\|[ \t\xa0]\{2}\|$\)\@='
endfunction

function! s:All(block) abort
  return a:block.prose + a:block.typed + a:block.lines + keys(a:block.opens)
endfunction

" A line at the margin that can only be an outer block's.
function! s:Margin(block) abort
  let l:top = g:khct#words#blocks.TOP
  let l:opens = filter(keys(l:top.opens), '!has_key(a:block.opens, v:val)')
  let l:lines = filter(copy(l:top.lines), 'index(a:block.lines, v:val) < 0')
  let l:plain = s:Group(map(copy(l:opens), 's:words[v:val].unmarked') + map(copy(l:opens), 's:words[v:val].marked[0]'))
  return '^\%(' . l:plain . '\k\@!.*<' . s:rest . '\|' . s:Running(l:lines) . '\)\@='
endfunction

function! s:Region(name, groups, start, ends, options) abort
  let l:command = 'syntax region ' . a:name . ' matchgroup=' . a:groups[0] . ' start=~' . s:engine . a:start . '~'
        \ . ' matchgroup=' . a:groups[1]
  for l:end in a:ends
    let l:command .= ' end=~' . s:engine . l:end . '~'
  endfor
  execute l:command . ' ' . a:options
endfunction

" Fields, or declarations without a block: the keyword and its value.
function! s:Fields(name, block, ids, group, inside, contained) abort
  if empty(a:ids)
    return
  endif
  let l:all = s:All(a:block)
  let l:either = '\zs' . khct#Either(a:ids, l:all) . '\%(' . s:blank . ':\)\='
  let l:nested = a:contained ==# 'contained'
  let l:ends = [';\%(' . s:rest . '\|' . s:blank . s:Running(l:all) . '\|' . s:blank . s:Marked(l:all) . s:blank . ':'
        \ . (l:nested ? '\|' . s:blank . s:closers : '') . '\)\@=',
        \ '^\%(\z1[ \t\xa0]\)\@!\%(' . s:blank . s:Running(l:all) . '\)\@=',
        \ '^\%(\z1[ \t\xa0]\)\@!\%(' . s:blank . s:Shown(l:all) . '\)\@=']
  if l:nested
    let l:ends += ['\%(' . s:closers . '\)\@=', '^\%(' . s:blank . '>' . s:blank . '\k\)\@=', '^\%(\S.*<' . s:rest . '\)\@=']
  endif
  let l:contains = ' contains=khctComment,khctEscape,khctQuoted,khctEmpty,' . a:inside
  call s:Region(a:name, [a:group, 'khctEnd'], '\%(^\|[;<>]\@1<=\)\z(' . s:blank . '\)' . l:either, l:ends,
        \ a:contained . l:contains)
  if l:nested
    " in a one-line block every `;` ends a value
    call s:Region(a:name . 'Row', [a:group, 'khctEnd'], '[;<>]\@1<=' . s:blank . l:either,
          \ [';', '\%(' . s:closers . '\)\@=', '$'], 'oneline contained' . l:contains)
  endif
endfunction

function! s:Heading(name, block) abort
  let l:all = s:All(a:block)
  let l:opener = '<\%(' . s:rest . '\|' . s:blank . '\%(>\|' . khct#Either(l:all) . '\)\)\@='
  execute 'syntax match khctWord' . a:name . ' ~' . s:engine . '\k\@1<!' . khct#Either(a:block.heading)
        \ . '~ contained nextgroup=khctNumbers skipwhite'
  " the first letter is the region's start, and its contents begin there too (a start of no width
  " is not found by nextgroup)
  execute 'syntax region khctHeading' . a:name . ' start=~[^ \t\xa0<]~rs=s end=~' . s:engine . '\ze' . l:opener
        \ . '~ end=~' . s:engine . '^\%(' . s:blank . '\%(' . s:Running(l:all) . '\|>\)\)\@=~ end=~;\@=~ contained'
        \ . ' contains=khctEscape,khctIndex,khctName,khctWord' . a:name
        \ . ' nextgroup=khctBody' . a:name . ' skipwhite skipnl'
  call s:Region('khctBody' . a:name, ['khctBrace', 'khctBrace'], l:opener,
        \ ['>', s:Margin(a:block)], 'contained contains=khctComment,khctMark,khctEscape,khctRow'
        \ . a:name . ',@khctItems' . a:name)
  " what follows the `<` on its own line
  execute 'syntax region khctRow' . a:name . ' start=~<\@1<=[ \t\xa0]*[^ \t\xa0#>]~rs=s end=~>\@=~ end=~$~'
        \ . ' contained contains=khctComment,@khctRowItems' . a:name
endfunction

function! s:Block(name, block) abort
  let l:contained = a:name ==# 'TOP' ? '' : 'contained'
  let l:groups = []
  let l:rows = []
  for [l:id, l:opens] in items(a:block.opens)
    let l:group = 'khctOpen' . a:name . l:id
    execute 'syntax match ' . l:group . ' ~' . s:engine . '\%(^\|[;<>]\@1<=\)' . s:blank . '\zs'
          \ . khct#Either([l:id], s:All(a:block)) . '\%(' . s:blank . ':\)\=~ ' . l:contained
          \ . ' nextgroup=khctHeading' . l:opens . ',khctBody' . l:opens . ' skipwhite skipnl skipempty'
    execute 'highlight default link ' . l:group . ' khctDeclaration'
    call add(l:groups, l:group)
    call add(l:rows, l:group)
  endfor
  execute 'syntax match khctValue' . a:name . ' ~' . s:engine . '\k\@1<!' . khct#Either(a:block.words) . '~ contained'
  execute 'highlight default link khctValue' . a:name . ' khctWord'
  execute 'highlight default link khctWord' . a:name . ' khctWord'
  for [l:kind, l:ids, l:group, l:inside] in [
        \ ['Prose', a:block.prose, 'khctField', 'khctMark'],
        \ ['Typed', a:block.typed, 'khctField', 'khctMark,khctNumber,khctEvidence,khctValue' . a:name],
        \ ['Lines', a:block.lines, 'khctDeclaration', 'khctFile,khctNumber,khctValue' . a:name]]
    call s:Fields('khct' . l:kind . a:name, a:block, l:ids, l:group, l:inside, l:contained)
    call add(l:groups, 'khct' . l:kind . a:name)
    call add(l:rows, 'khct' . l:kind . a:name . 'Row')
  endfor
  execute 'syntax cluster khctItems' . a:name . ' contains=' . join(l:groups, ',')
  execute 'syntax cluster khctRowItems' . a:name . ' contains=' . join(l:rows, ',')
  if a:name !=# 'TOP'
    call s:Heading(a:name, a:block)
  endif
endfunction

function! s:Define() abort
  for l:name in sort(keys(g:khct#words#blocks))
    call s:Block(l:name, g:khct#words#blocks[l:name])
  endfor
  execute 'syntax sync match khctSync grouphere NONE ~^'
        \ . s:Group(map(keys(g:khct#words#blocks.TOP.opens), 's:words[v:val].unmarked')) . '\>.*<' . s:rest . '~'
endfunction

syntax match khctMark ~^[ \t\xa0]*\zs[-–•*+]\ze\s~ contained
syntax match khctEmpty ~\s\zs-\ze\s*\%(;\|$\)~ contained
syntax match khctNumber ~\k\@1<!\d\+\%([./-]\d\+\)*%\=\k\@!~ contained
syntax match khctNumbers ~\d\+\%([ ,.–-]\+\d\+\)*~ contained
syntax match khctIndex ~\%(\k\s\+\)\@40<=\d\+\%(\.\d\+\)\=:\=\k\@!~ contained
syntax match khctName ~\%(\k\s\+\)\@40<=\C[a-z][a-z0-9_]*\ze\s*<~ contained
syntax match khctEvidence ~\[\=\k\@1<!\%(H\d\+-\d\+\.\d\+-\d\+\|MC\.\d\+\.\d\+\.\d\+\)\]\=~ contained
syntax match khctFile ~"[^"]*"~ contained
syntax region khctQuoted start=~"""~ end=~"""\ze\s*\%(;\|>\|$\)~ contained
syntax match khctEscape ~\\[;<>#"\\]~ contained
call s:Define()
syntax match khctComment ~\%(^\|[;<>,]\)\@1<=[ \t\xa0]*#\%(\s.*\)\=$~ contains=@Spell

highlight default link khctDeclaration Statement
highlight default link khctField Identifier
highlight default link khctWord Constant
highlight default link khctNumber Number
highlight default link khctNumbers Number
highlight default link khctIndex Number
highlight default link khctName Type
highlight default link khctEvidence Special
highlight default link khctFile String
highlight default link khctQuoted String
highlight default link khctEscape SpecialChar
highlight default link khctMark Delimiter
highlight default link khctEmpty Constant
highlight default link khctBrace Delimiter
highlight default link khctEnd Delimiter
highlight default link khctComment Comment

let b:current_syntax = 'khct'
