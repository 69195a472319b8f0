autocmd BufRead,BufNewFile *.khct setfiletype khct
