/* Numbers of criteria in a text, one and lists; and of standards and levels. */
#ifndef KHCT_IMPORT_CRITERIA_H
#define KHCT_IMPORT_CRITERIA_H

#include "import/words.h"
#include "value/criteria.h"

/* The number after words of the kind that a text begins with ("Khoản 3"); 0: none. */
uint32_t khct_in_number_after(khct_str text, khct_in_words_kind kind);
/* The number that a text begins with, alone or before a blank; 0: none. */
uint32_t khct_in_leading_number(khct_str text);

/* "Tiêu chuẩn 2: …", "2": its number; 0: none. */
uint32_t khct_in_standard(khct_str text);

/* The number of a criterion in a text: "Tiêu chí 1.7", "TC1,7", "1. 7". `standard`: that of the
 * rows, for "Tiêu chí 7"; 0: none. {0, 0}: none. *begin: its first byte, with the word before. */
khct_criterion_id khct_in_criterion(khct_str text, uint32_t standard, size_t *begin);

/* All criteria that stand there one after the other, written as the first of them is: with commas,
 * semicolons, `và`, on lines, as ranges ("1.1 - 1.4"). */
typedef struct khct_in_criteria {
    khct_criterion_id first;      /* {0, 0}: none */
    size_t begin, first_end, end; /* bytes of all, with the word before; where the first ends */
    size_t count;
    khct_str list; /* as source writes them: "1.3, 1.5 - 1.7" */
    char sign;     /* between standard and number; 0: the standard stands elsewhere */
    bool whole;    /* nothing else stands in the text */
    bool apart;    /* what follows is set apart from them, or begins with a capital */
} khct_in_criteria;

khct_in_criteria khct_in_criteria_in(khct_arena *arena, khct_str text, uint32_t standard);

#endif
