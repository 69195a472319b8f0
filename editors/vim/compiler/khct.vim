" khct: :make runs `khct check` and reads its messages.
if exists('current_compiler')
  finish
endif
let current_compiler = 'khct'

CompilerSet makeprg=khct\ check\ --color\ never\ %:S
CompilerSet errorformat=
      \%Elỗi[KH%n]:\ %m,
      \%Eerror[KH%n]:\ %m,
      \%Wcảnh\ báo[KH%n]:\ %m,
      \%Wwarning[KH%n]:\ %m,
      \%Ighi\ chú[KH%n]:\ %m,
      \%Inote[KH%n]:\ %m,
      \%Z%*[\ ]-->\ %f:%l:%v,
      \%-G%.%#
