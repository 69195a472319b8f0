/* School types, as sets. */
#ifndef KHCT_VALUE_TYPES_H
#define KHCT_VALUE_TYPES_H

#include "syntax/vocabulary.h"
#include "value/reader.h"

/* Sets of school types. */
enum {
    KHCT_MAMNON = 1,
    KHCT_TIEUHOC = 2,
    KHCT_THCS = 4,
    KHCT_THPT = 8,
    KHCT_GDTX = 16,
};
typedef unsigned khct_school_types;

/* A row a school type. */
typedef struct khct_school_type_row {
    khct_school_types bit;
    khct_keyword keyword;
    const char *kind, *head, *deputy; /* "trường", "Hiệu trưởng", "Phó hiệu trưởng" */
} khct_school_type_row;

/* The row of the types' first one; of none the first row. */
const khct_school_type_row *khct_school_type_row_of(khct_school_types types);

/* The rows in order, ended by one without a bit. */
const khct_school_type_row *khct_school_type_rows(void);

/* `mamnon, tieuhoc` in either form, and as schools write them (`TH`, `tieu-hoc`, `Trường Tiểu học`,
 * `TH&THCS`). What is not understood is reported (KH1009). */
khct_school_types khct_read_school_types(const khct_reader *reader,
                                         const khct_vocabulary *vocabulary, khct_span span);

/* The same of a plain text; 0 where it is not understood. */
khct_school_types khct_school_types_named(khct_str text);

/* "tiểu học, trung học cơ sở". */
khct_str khct_school_types_names(khct_arena *arena, khct_school_types types);

/* "trường tiểu học, trường trung học cơ sở" (Vietnamese), for messages. */
khct_str khct_school_types_text(khct_arena *arena, khct_school_types types);

#endif
