/* An entry of the legal basis: a document and what the writer says of it. */
#ifndef KHCT_VALUE_BASIS_H
#define KHCT_VALUE_BASIS_H

#include "value/date.h"
#include "value/docnumber.h"

/* A part of an entry. words.n is 0 where the writer left it out. */
typedef struct khct_basis_part {
    khct_span span;
    khct_str words; /* in NFC, white space folded, without a comma at its end */
} khct_basis_part;

typedef struct khct_basis {
    khct_basis_part id;    /* `tt18_2018`: a document of the library; then the rest is empty */
    khct_basis_part lead;  /* `Thực hiện theo yêu cầu của`; empty: "Căn cứ" */
    khct_basis_part kind;  /* `Thông tư` */
    khct_basis_part name;  /* `Giáo dục` in `Luật Giáo dục số 43/2019/QH14` */
    khct_docnumber number; /* understood is false where there is none */
    khct_basis_part number_word; /* `số` */
    khct_basis_part date_word;   /* `ngày`; a word typed without marks gets them here */
    khct_day date;               /* its words without `ngày` */
    khct_basis_part body_word;   /* `của` */
    khct_basis_part body;
    khct_basis_part
        subject_word; /* `về`, `về việc`, `ban hành`; empty where the subject has none */
    khct_basis_part subject;
    bool understood; /* it is an identifier, or has a number */
    khct_span span;
    khct_str words;
} khct_basis;

/* `ID`, or `[LEAD] [KIND] [số] NUMBER [ngay DATE] [cua BODY] [ve|banhanh SUBJECT]`. Reports only a
 * date that does not exist (KH4009). */
khct_basis khct_read_basis(const khct_reader *reader, khct_span span);

/* A body's name by which it can be compared: `Bộ trưởng Bộ Giáo dục và Đào tạo`, `Bộ GD&ĐT` and
 * `BGDĐT` have the same. */
khct_str khct_body_key(khct_arena *arena, khct_str body);

#endif
