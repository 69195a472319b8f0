/* The number and sign of a document: `14/KH-THCSHS`, `18/2018/TT-BGDĐT`. */
#ifndef KHCT_VALUE_DOCNUMBER_H
#define KHCT_VALUE_DOCNUMBER_H

#include "value/reader.h"

/* What was mended in a number; the words stay as written. */
enum {
    KHCT_DOCNUMBER_SPACES = 1,  /* `05 /KH-…` */
    KHCT_DOCNUMBER_SIGNS = 2,   /* `290./KH-…`, `14//KH-…` */
    KHCT_DOCNUMBER_LEAD = 4,    /* `Số: 14/KH-…` */
    KHCT_DOCNUMBER_LETTERS = 8, /* `14/kh-…` or `18/2018/TT-BGD&ĐT`: small letters, `&` */
};

typedef struct khct_docnumber {
    khct_span span;
    khct_str words;  /* as written, in NFC, white space folded */
    khct_str text;   /* mended: "290/KH-LHA" */
    khct_str number; /* its digits as written: "05"; empty where it is not filled in */
    uint32_t value;  /* 5 */
    uint32_t year;   /* 2018 of a national document; 0 where none */
    khct_str kind;   /* "KH", "TT"; empty: `5932/BGDĐT-QLCL` has none */
    khct_str body;   /* "THCSHS", "BGDĐT", "QH14", "BGDĐT-QLCL"; may be empty */
    unsigned mended; /* KHCT_DOCNUMBER_… */
    bool understood; /* it has a number (or the place for it) and a `/` */
} khct_docnumber;

/* Nothing is reported: what is wrong with a number is KH6001's and KH4004's to say. */
khct_docnumber khct_read_docnumber(const khct_reader *reader, khct_span span);

/* The number at the cursor; it ends before a word that does not belong to it (`ngày`, `của`).
 * `understood` is false, cursor unmoved, where no number with a `/` stands there. */
khct_docnumber khct_take_docnumber(const khct_reader *reader, khct_words *words);

/* The kind of document by its sign ("KH" is "Kế hoạch"), or NULL. */
const char *khct_document_kind(khct_str sign);

/* The same document: numbers and years equal, and kinds and bodies as far as both give them. */
bool khct_docnumber_same(const khct_docnumber *a, const khct_docnumber *b);

#endif
