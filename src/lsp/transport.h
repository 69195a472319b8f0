/* Messages framed as the protocol has them: `Content-Length: N`, an empty line, N bytes of JSON. */
#ifndef KHCT_LSP_TRANSPORT_H
#define KHCT_LSP_TRANSPORT_H

#include "text/heap.h"

#include <jansson.h>

/* Longest message that is read, in bytes. */
#define KHCT_MESSAGE_LIMIT (256u * 1024 * 1024)

typedef enum khct_arrival {
    KHCT_ARRIVED,     /* a message: *message, to be released with json_decref */
    KHCT_NOTHING_YET, /* none is complete */
    KHCT_GARBAGE,     /* something that is no message; stepped over */
    KHCT_TOO_LONG,    /* a message past the limit; stepped over */
} khct_arrival;

/* What has come in and was not taken yet. */
typedef struct khct_inbox {
    char *bytes; /* malloc'd */
    size_t begin, n, capacity;
    size_t skip;  /* bytes of a too long message still to come */
    bool garbled; /* garbage has been reported and its end is looked for */
} khct_inbox;

void khct_inbox_release(khct_inbox *inbox);

/* Reads what is there. 1: something came; 0: the input is closed; -1: it failed. */
int khct_inbox_fill(khct_inbox *inbox, int fd);

/* The next message of those that have come. */
khct_arrival khct_inbox_take(khct_inbox *inbox, json_t **message);

/* Writes one message. False where that failed. */
bool khct_send(int fd, khct_str json);

#endif
