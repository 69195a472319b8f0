/* Lines at the top of a plan: what is used, what is declared by an ID, what is accepted. */
#ifndef KHCT_VALUE_LINE_H
#define KHCT_VALUE_LINE_H

#include "syntax/vocabulary.h"
#include "value/criteria.h"

/* `dung danhmuc ID;` */
typedef struct khct_used {
    khct_keyword what; /* DANHMUC, MAU, VANBAN; KHCT_KEYWORD_NONE: a file, or not understood */
    bool file;         /* `dung "FILE";` */
    khct_str id;
    khct_span id_span;
} khct_used;

/* KH1009 where it is neither a kind with an ID nor a file. */
khct_used khct_read_used(const khct_reader *reader, const khct_vocabulary *vocabulary,
                         khct_span span);

/* `vaitro ID TEXT;`, `viettat ID TEXT;` */
typedef struct khct_declared {
    khct_str id;   /* in NFC: a run without white space and `, ; < > " #`; empty: none */
    khct_str text; /* in NFC, white space folded; empty: none */
    khct_span id_span, text_span;
} khct_declared;

/* Nothing is reported. */
khct_declared khct_read_declared(const khct_reader *reader, khct_span span);

/* `chophep CODE [tieuchi ID] REASON;` */
typedef struct khct_allowed {
    khct_code code; /* KHCT_CODE_COUNT: not understood */
    khct_span code_span;
    khct_criterion_id criterion; /* {0, 0}: the whole plan */
    khct_span criterion_span;
    khct_str reason;
} khct_allowed;

/* KH1009 where there is no such code, or no reason. */
khct_allowed khct_read_allowed(const khct_reader *reader, khct_span span);

#endif
