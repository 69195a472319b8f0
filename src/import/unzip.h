/* A ZIP archive in memory, read part by part.
 *
 * Nothing in it is believed: sizes come from the central directory and are held against limits
 * before anything is unpacked, what comes out is held against its CRC, names that lead out of the
 * archive are refused. Only stored and deflated parts are read, no archive of several files, no
 * ZIP64.
 */
#ifndef KHCT_IMPORT_UNZIP_H
#define KHCT_IMPORT_UNZIP_H

#include "text/str.h"

typedef enum khct_unzip_fault {
    KHCT_UNZIP_FINE,
    KHCT_UNZIP_BROKEN,    /* no archive, cut off, or parts that lie outside of it */
    KHCT_UNZIP_TOO_LARGE, /* parts, or their number, beyond the limits */
    KHCT_UNZIP_NAME,      /* a name that leads out of the archive */
    KHCT_UNZIP_TWICE,     /* a part that is read has a name that stands twice */
    KHCT_UNZIP_SEALED,    /* encrypted */
    KHCT_UNZIP_METHOD,    /* packed in a way that is not known */
    KHCT_UNZIP_SUM,       /* what came out is not what was put in */
} khct_unzip_fault;

enum {
    KHCT_UNZIP_PARTS = 10000,
    KHCT_UNZIP_PART = 64 * 1024 * 1024, /* bytes of a part, unpacked */
    KHCT_UNZIP_ALL = 512 * 1024 * 1024, /* of all parts */
};

typedef struct khct_unzip_part {
    khct_str name;
    size_t at, packed, size; /* of its local header; bytes in the archive; bytes unpacked */
    uint32_t sum;
    uint16_t method;
} khct_unzip_part;

typedef struct khct_unzip {
    khct_str bytes;
    KHCT_VEC(khct_unzip_part) parts;
} khct_unzip;

/* Reads the directory. */
khct_unzip_fault khct_unzip_open(khct_arena *arena, khct_str bytes, khct_unzip *archive);

/* The part of that name, or NULL. */
const khct_unzip_part *khct_unzip_find(const khct_unzip *archive, khct_str name);

/* Unpacks a part into the arena. */
khct_unzip_fault khct_unzip_read(khct_arena *arena, const khct_unzip *archive,
                                 const khct_unzip_part *part, khct_str *bytes);

#endif
