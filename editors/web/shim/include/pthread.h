/* One thread: a thread is done when it has been made. */
#ifndef KHCT_SHIM_PTHREAD_H
#define KHCT_SHIM_PTHREAD_H

#include <sys/types.h>

#define pthread_mutex_init(lock, how) ((void)(lock))
#define pthread_mutex_lock(lock) ((void)(lock))
#define pthread_mutex_unlock(lock) ((void)(lock))
#define pthread_cond_init(changed, how) ((void)(changed))
#define pthread_cond_broadcast(changed) ((void)(changed))
#define pthread_join(thread, result) ((void)(thread))

/* Whoever waits here would wait for ever: it ends the instance. */
_Noreturn int pthread_cond_wait(pthread_cond_t *changed, pthread_mutex_t *lock);

int pthread_create(pthread_t *thread, const void *how, void *(*run)(void *context), void *context);

#endif
