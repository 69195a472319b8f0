/* What a comparison is made of; for use inside src/report only. */
#ifndef KHCT_REPORT_DIFF_BUILD_H
#define KHCT_REPORT_DIFF_BUILD_H

#include "report/diff.h"
#include "report/pair.h"

typedef struct khct_comparing {
    khct_arena *arena;
    const khct_work *old, *new;
    khct_diff *diff;
    uint32_t group; /* the last one begun */
    khct_str where; /* of it */
} khct_comparing;

/* --- diff.c: changes --- */

/* What is added from now on stands together. */
void khct_diff_group(khct_comparing *c, khct_str where);

khct_change *khct_diff_add(khct_comparing *c, khct_change_kind kind, khct_change_rank rank,
                           khct_str what);

/* The words of one thing on both sides; an empty text is none. NULL: they are the same. */
khct_change *khct_diff_compare(khct_comparing *c, khct_change_rank rank, khct_str what,
                               khct_str old, khct_str new);

/* Lists whose order says nothing: what is only on one side is paired by likeness. */
void khct_diff_lists(khct_comparing *c, khct_change_rank rank, khct_str what, const khct_strs *old,
                     const khct_strs *new);

/* --- what belongs together --- */

/* Calls each() for those of equal keys as khct_each_pair does. */
void khct_each_equal(khct_comparing *c, const khct_strs *old, const khct_strs *new,
                     void (*each)(khct_comparing *c, uint32_t old, uint32_t new));

/* Calls each() for every new item with its old one, then for every old one that is left;
 * KHCT_NONE where there is none. */
void khct_each_pair(khct_comparing *c, const khct_pairing *p,
                    void (*each)(khct_comparing *c, uint32_t old, uint32_t new));

/* --- diff_fields.c --- */

khct_str khct_diff_words_of(khct_comparing *c, const khct_field *field);
khct_str khct_diff_label(khct_keyword keyword);

/* What two things say by their fields; NULL: nothing. Values taken over are not their own. */
void khct_diff_fields(khct_comparing *c, const khct_fields *old, const khct_fields *new);

/* The same of blocks of the head: the children of each kind. NULL: not there. */
void khct_diff_blocks(khct_comparing *c, khct_change_rank rank, const khct_node *old,
                      const khct_node *new);

/* --- diff_parts.c, diff_tasks.c: the parts of a plan --- */

void khct_diff_head(khct_comparing *c);
void khct_diff_results(khct_comparing *c);
void khct_diff_basis(khct_comparing *c);
void khct_diff_sections(khct_comparing *c);
void khct_diff_rows(khct_comparing *c);
void khct_diff_end(khct_comparing *c);
void khct_diff_improvements(khct_comparing *c);
void khct_diff_tasks(khct_comparing *c);

/* --- diff_meaning.c --- */

/* What a value says, in words that are the same for the same meaning; of types that are printed as
 * the writer put them, and of what is not understood, its own words. */
khct_str khct_diff_said(khct_arena *arena, khct_values *values, const khct_node *node);

/* What the change of a value means ("bắt đầu muộn hơn 1 tháng"), or that only its spelling changed;
 * empty where its words say all. Either field may be NULL, not both. */
khct_str khct_diff_meaning(khct_comparing *c, const khct_field *old, const khct_field *new);

#endif
