/* An entry of the legal basis: the documents that it cites and what the writer says of them. What
 * is understood is written in grammar/basis.y. */
#ifndef KHCT_VALUE_BASIS_H
#define KHCT_VALUE_BASIS_H

#include "value/date.h"
#include "value/docnumber.h"

/* A part of an entry. words.n is 0 where the writer left it out. */
typedef struct khct_basis_part {
    khct_span span;
    khct_str words; /* in NFC, white space folded, without a comma at its end */
} khct_basis_part;

/* A document. */
typedef struct khct_basis {
    khct_basis_part id;    /* `tt18_2018`: a document of the library; then the rest is empty */
    khct_basis_part kind;  /* `Thông tư` */
    khct_str kind_name;    /* the same where it is written short: "Thông tư" for `TT` */
    khct_basis_part name;  /* `Giáo dục` in `Luật Giáo dục số 43/2019/QH14` */
    khct_docnumber number; /* understood is false where there is none */
    khct_basis_part number_word; /* `số` */
    khct_basis_part date_word;   /* `ngày`; a word typed without marks gets them here */
    khct_day date;               /* its words without `ngày` */
    uint32_t year;               /* of `Luật Giáo dục năm 2019`; 0: none */
    khct_basis_part body_word;   /* `của` */
    khct_basis_part body;
    khct_basis_part subject_word; /* `về`, `ban hành`; empty where the subject has none */
    khct_basis_part subject;
    bool named;      /* of a kind whose documents have names: Luật, Pháp lệnh */
    bool own;        /* its kind stands before it, not only before one on its left */
    bool law;        /* cited by name and date, without a number */
    bool dateless;   /* a date stands in its subject that may be its own */
    bool amends;     /* `(được sửa đổi bởi …)`: it amends the one before it */
    bool listed;     /* one of several that the words after them belong to */
    bool understood; /* which it is can be told: by an identifier, a number, or a law's name and
                        date; false: no more than a kind and a name */
} khct_basis;

typedef struct khct_citation {
    KHCT_VEC(khct_basis)
    list;                 /* never empty; the first has no more than its words where nothing
                             is understood */
    khct_basis_part lead; /* what stands before the first document */
    bool leads;           /* the lead says what the document is to the plan: `Thực hiện …` */
    bool understood;      /* the first document is */
    khct_span span;
    khct_str words; /* all of it, as it is printed: `ngay`, `cua`, `ve` with their marks */
} khct_citation;

/* Where the document is named: its identifier, its number, or the name of a law. */
khct_span khct_basis_place(const khct_basis *basis);

/* `ID`, or the words of a citation. Dates: KH4009, and KH4014 where one is not filled in. */
khct_citation khct_read_citation(const khct_reader *reader, khct_span span);

/* A body's name by which it can be compared: `Bộ trưởng Bộ Giáo dục và Đào tạo`, `Bộ GD&ĐT` and
 * `BGDĐT` have the same. */
khct_str khct_body_key(khct_arena *arena, khct_str body);

#endif
