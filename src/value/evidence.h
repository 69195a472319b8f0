/* Codes of pieces of evidence, wherever they stand in a text. */
#ifndef KHCT_VALUE_EVIDENCE_H
#define KHCT_VALUE_EVIDENCE_H

#include "value/criteria.h"

typedef struct khct_evidence_code {
    khct_criterion_id criterion;
    khct_span criterion_span; /* of `1.7` in it */
    uint32_t box;             /* 1 in H1-1.7-01; 0 in MC.1.7.01 */
    uint32_t number;          /* 1 */
    khct_span span;           /* without the brackets */
    khct_str words;           /* "H1-1.7-01" */
} khct_evidence_code;

/* What was meant as a code but is none: `H1-1-01-01`, `MC 1.1.01`. */
typedef struct khct_evidence_slip {
    khct_criterion_id criterion;
    uint32_t box, number; /* as in a code; number 0: what is meant is not clear */
    bool range;           /* two codes of which the second does not follow the first */
    khct_span span;       /* without the brackets */
    khct_str words;
} khct_evidence_slip;

typedef struct khct_evidence {
    KHCT_VEC(khct_evidence_code) codes; /* in the order written */
    KHCT_VEC(khct_evidence_slip) slips;
} khct_evidence;

/* `H1-1.7-01`, `[H1-1.7-01]` (CV 5932) and `MC.1.7.01` (practice under circular 57/2026). A range
 * (`[H1-1.1-01] đến [H1-1.1-05]`, `MC.1.1.01-05`) and a list (`[H1-1.1-01, 02]`) give each code in
 * it; those that are not written out have the place of the whole range. Nothing is reported; the
 * text around the codes is prose (text.h). */
khct_evidence khct_read_evidence(const khct_reader *reader, khct_span span);

/* "H1-1.7-01", or "MC.1.7.01" where `box` is 0. */
khct_str khct_evidence_text(khct_arena *arena, uint32_t box, khct_criterion_id criterion,
                            uint32_t number);

#endif
