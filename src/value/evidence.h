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

typedef struct khct_evidence {
    KHCT_VEC(khct_evidence_code) codes; /* in the order written */
} khct_evidence;

/* `H1-1.7-01`, `[H1-1.7-01]` (CV 5932) and `MC.1.7.01` (practice under circular 57/2026). Nothing
 * is reported; the text around the codes is prose (text.h). */
khct_evidence khct_read_evidence(const khct_reader *reader, khct_span span);

#endif
