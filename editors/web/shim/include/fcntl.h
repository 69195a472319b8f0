#ifndef KHCT_SHIM_FCNTL_H
#define KHCT_SHIM_FCNTL_H

#include_next <fcntl.h>

#ifndef O_PATH
#define O_PATH O_RDONLY
#endif
#ifndef O_TMPFILE
#define O_TMPFILE 0x40000000 /* refused: a file gets its name at once */
#endif

#endif
