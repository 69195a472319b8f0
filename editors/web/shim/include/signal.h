/* Nobody sends signals here. */
#ifndef KHCT_SHIM_SIGNAL_H
#define KHCT_SHIM_SIGNAL_H

#define __NEED_sigset_t
#include <bits/alltypes.h>
#include <sys/types.h>

enum { SIGPIPE = 13, SIGCHLD = 17, SIGXFSZ = 25 };

#define SIG_DFL ((void (*)(int))0)
#define SIG_IGN ((void (*)(int))1)
#define signal(number, action) ((void)(number), (void)(action))

int kill(pid_t process, int signal);

#endif
