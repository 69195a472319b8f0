/* Legal documents: what a plan may cite. */
#ifndef KHCT_LIBRARY_LEGAL_H
#define KHCT_LIBRARY_LEGAL_H

#include "library/types.h"
#include "value/date.h"
#include "value/docnumber.h"

/* Which of a document's facts are not verified; nothing is judged by those. */
enum {
    KHCT_UNSURE_DATE = 1,
    KHCT_UNSURE_SUBJECT = 2,
    KHCT_UNSURE_FORCE = 4,
    KHCT_UNSURE_BODY = 8,
};

typedef struct khct_legal {
    khct_str id;   /* "tt18_2018" */
    khct_str kind; /* "Thông tư" */
    khct_docnumber number;
    khct_date date; /* KHCT_NO_DATE: not recorded */
    khct_str body;
    khct_str subject;   /* begins as it is cited: "ban hành Quy định …" */
    khct_strs keywords; /* words that a citing subject must have */
    khct_force force;
    khct_str replaced_by; /* an ID; empty: none recorded */
    khct_strs amended_by;
    khct_strs names; /* other names */
    khct_strs remarks;
    khct_school_types types; /* 0: all */
    unsigned unsure;         /* KHCT_UNSURE_… */
    khct_span span;          /* its heading */
} khct_legal;

/* Makes one of a `vanban` declaration. */
khct_legal *khct_legal_read(const khct_reader *reader, const khct_vocabulary *vocabulary,
                            const khct_node *node);

/* "Thông tư số 18/2018/TT-BGDĐT". */
khct_str khct_legal_name(khct_arena *arena, const khct_legal *legal);

/* "Thông tư 18/2018/TT-BGDĐT": for messages. */
khct_str khct_legal_short(khct_arena *arena, const khct_legal *legal);

#endif
