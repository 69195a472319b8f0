/* The files of stdlib/, inside the program. Made by stdlib/embed.sh. */
#ifndef KHCT_LIBRARY_EMBEDDED_H
#define KHCT_LIBRARY_EMBEDDED_H

#include <stddef.h>

typedef struct khct_embedded {
    const char *path; /* below stdlib/, as "danhmuc/tt18_2018.khct"; NULL ends the list */
    const char *bytes;
    size_t size;
    const unsigned char *digest; /* SHA-256 of the bytes */
} khct_embedded;

extern const khct_embedded KHCT_EMBEDDED[];

/* Tells this library from every other: twelve digits that follow from its bytes. */
extern const char KHCT_LIBRARY_VERSION[];

#endif
