" khct: settings of a buffer.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal commentstring=#\ %s
setlocal comments=:#,fb:-,fb:+
setlocal formatoptions-=t formatoptions+=croql
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal suffixesadd=.khct
setlocal matchpairs+=<:>
setlocal foldmethod=expr foldexpr=khct#Fold(v:lnum)
if &foldlevelstart < 0
  setlocal foldlevel=99
endif
setlocal omnifunc=khct#Complete
setlocal keywordprg=:KhctHelp
command! -buffer -nargs=? KhctHelp call khct#Help(<q-args>)
compiler khct

let b:undo_ftplugin = 'setlocal cms< com< fo< et< sw< sts< sua< mps< fdm< fde< fdl< ofu< kp< mp< efm<'
      \ . '| delcommand -buffer KhctHelp'

if has('nvim')
  lua require('khct').attach()
endif
