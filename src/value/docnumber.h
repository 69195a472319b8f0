/* The number and sign of a document: `14/KH-THCSHS`, `18/2018/TT-BGDĐT`. */
#ifndef KHCT_VALUE_DOCNUMBER_H
#define KHCT_VALUE_DOCNUMBER_H

#include "value/reader.h"

/* What was mended in a number; the words stay as written. */
enum {
    KHCT_DOCNUMBER_SPACES = 1,  /* `05 /KH-…` */
    KHCT_DOCNUMBER_SIGNS = 2,   /* `290./KH-…`, `14//KH-…` */
    KHCT_DOCNUMBER_LEAD = 4,    /* `Số: 14/KH-…` */
    KHCT_DOCNUMBER_LETTERS = 8, /* `14/kh-…`: small letters */
    KHCT_DOCNUMBER_SLIP = 16,   /* `TT-BGDDT`, `TT-BGD ĐT`, `TT BGDĐT`: letters mistyped */
};

typedef struct khct_docnumber {
    khct_span span;
    khct_str words;  /* as written without `Số:`, in NFC, white space folded */
    khct_str text;   /* mended: "290/KH-LHA"; every sign of it is kept: "34/KH-THCS&THPTĐS" */
    khct_str key;    /* the same for numbers that differ in marks, `&`, blanks, case only */
    khct_str number; /* its digits as written: "05"; empty where it is not filled in */
    uint32_t value;  /* 5 */
    uint32_t year;   /* 2018 of a national document; 0 where none */
    khct_str kind;   /* "KH", "TT"; empty: `5932/BGDĐT-QLCL` has none */
    khct_str body;   /* "THCSHS", "BGDĐT", "QH14", "BGDĐT-QLCL"; may be empty */
    unsigned mended; /* KHCT_DOCNUMBER_… */
    bool party;      /* in the form of the Party's papers: `29-NQ/TW` */
    bool understood; /* it has a number (or the place for it) and a `/` */
} khct_docnumber;

/* Nothing is reported: what is wrong with a number is KH6001's and KH4004's to say. */
khct_docnumber khct_read_docnumber(const khct_reader *reader, khct_span span);

/* The number at the cursor; it ends before a word that does not belong to it (`ngày`, `của`).
 * `understood` is false, cursor unmoved, where no number with a `/` stands there. */
khct_docnumber khct_take_docnumber(const khct_reader *reader, khct_words *words);

/* The kind of document by its sign ("KH" is "Kế hoạch"), or NULL. */
const char *khct_document_kind(khct_str sign);

/* Letters of a number by which they can be compared: `BGD&ĐT`, `BGDĐT` and `BGDDT` have the same.
 */
khct_str khct_docnumber_key(khct_arena *arena, khct_str letters);

/* The number with the letters of another, which stand once for a list: `17` of
 * `17, 18, 19/2018/TT-BGDĐT`. */
khct_docnumber khct_docnumber_like(khct_arena *arena, const khct_docnumber *number,
                                   const khct_docnumber *other);

#endif
