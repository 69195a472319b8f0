/* Days that are not filled in yet: the usual state of a paper before it is signed. */
#ifndef KHCT_VALUE_DRAFT_H
#define KHCT_VALUE_DRAFT_H

#include "value/reader.h"

/* Each part as written, in digits; empty where it is left to be filled in. */
typedef struct khct_draft {
    khct_str day, month, year;
} khct_draft;

/* `ngày … tháng 9 năm 2024`, `ngày tháng năm 2024`, `.../9/2024`, `……` and nothing after it, `ngày
 * 06 tháng 9 năm` at the cursor, which moves after it. False, cursor unmoved, where none stands
 * there, or where all three parts are filled in. Nothing is reported. */
bool khct_take_draft(const khct_reader *reader, khct_words *words, khct_draft *draft);

/* False where no day of the calendar can become of it: month 13. */
bool khct_draft_can_be(const khct_draft *draft);

/* "ngày … tháng 9 năm 2024", with the zeros of Decree 30/2020. */
khct_str khct_draft_long(khct_arena *arena, const khct_draft *draft);

#endif
