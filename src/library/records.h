/* Where the legal documents stand in the library: what is needed to find one before it is read.
 *
 * A plan cites a few of some eighty documents. The files inside the program are cut where a line
 * begins with `vanban`, and each record is read when it is asked for; the files of a directory of
 * the user's (KHCT_PATH), who may write them in any form, are read at once.
 */
#ifndef KHCT_LIBRARY_RECORDS_H
#define KHCT_LIBRARY_RECORDS_H

#include "library/legal.h"

typedef struct khct_record {
    khct_str id;
    khct_str kind;     /* "Thông tư" */
    uint64_t number;   /* 18 of "18/2018/TT-BGDĐT"; 0: none is given */
    bool ends;         /* bodies of the state are ended by it */
    khct_str text;     /* the declaration and what follows it up to the next one */
    uint32_t source;   /* the whole file */
    uint32_t at;       /* the first byte of `text` in it */
    khct_legal *legal; /* NULL: not read so far */
} khct_record;

typedef KHCT_VEC(khct_record) khct_records;

/* The value of the digits that the number of a document begins with; 0: it begins with none. */
uint64_t khct_record_number(khct_str number);

/* Adds the records of a file that is written as `khct fmt` writes: each declaration at the
 * beginning of a line, each field on a line of its own. `source` is the file. */
void khct_records_cut(khct_arena *arena, khct_records *records, khct_str text, uint32_t source);

/* The record of a document that has been read. */
khct_record khct_record_of(khct_legal *legal);

#endif
