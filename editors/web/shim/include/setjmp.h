/* There is no way back in WebAssembly: longjmp ends the instance, and its host begins another. */
#ifndef KHCT_SHIM_SETJMP_H
#define KHCT_SHIM_SETJMP_H

typedef int jmp_buf[1];

#define setjmp(here) ((here)[0] = 0)
_Noreturn void longjmp(jmp_buf here, int value);

#endif
