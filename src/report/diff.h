/* What changed from one plan to another, by what it means.
 *
 * A task that was renamed, or moved to another criterion, is one change, found by likeness; what
 * was only laid out anew, or stands in another order, is none. Changes come in groups (a task, a
 * criterion, the head …), those of most weight first.
 */
#ifndef KHCT_REPORT_DIFF_H
#define KHCT_REPORT_DIFF_H

#include "work/work.h"

typedef enum khct_change_kind {
    KHCT_CHANGED,
    KHCT_ADDED,
    KHCT_REMOVED,
    KHCT_MOVED,   /* a task, to another criterion: old and new are the criteria */
    KHCT_RENAMED, /* a task: old and new are its names */
} khct_change_kind;

/* "sua", "them", "bo", "chuyen", "doiten" */
const char *khct_change_key(khct_change_kind kind);

/* What a change is about, in the order of weight. */
typedef enum khct_change_rank {
    KHCT_RANK_HEAD, /* the school, the document, catalogue and template */
    KHCT_RANK_TARGET,
    KHCT_RANK_TASK, /* a whole criterion or task */
    KHCT_RANK_TIME,
    KHCT_RANK_MONEY,
    KHCT_RANK_PEOPLE,
    KHCT_RANK_WORDS, /* any other field */
    KHCT_RANK_RESULT,
    KHCT_RANK_BASIS,
    KHCT_RANK_PROSE,
    KHCT_RANK_END, /* recipients and signatures */
} khct_change_rank;

typedef struct khct_change {
    khct_change_kind kind;
    khct_change_rank rank;
    uint32_t group;    /* changes of one group stand together */
    khct_str where;    /* of the group: "Tiêu chí 1.7, việc \"Bồi dưỡng …\"" */
    khct_str what;     /* "thời gian"; empty: all of it */
    khct_str old, new; /* the words; .p NULL: not there */
    khct_str meaning;  /* "bắt đầu muộn hơn 1 tháng"; empty where the words say all */
    bool prose;        /* to be compared word by word */
} khct_change;

typedef struct khct_diff {
    uint32_t tasks_added, tasks_removed, later, earlier; /* tasks that are due later, earlier */
    khct_sum old_money, new_money;
    bool rated;                                            /* both plans are */
    uint16_t old_level, new_level, old_lifted, new_lifted; /* now; if all targets were met */
    uint32_t basis_added, basis_removed;
    KHCT_VEC(khct_change) changes;
} khct_diff;

/* The changes from `old` to `new`. Works in `arena`; texts of both plans are referred to. */
khct_diff *khct_diff_make(khct_arena *arena, const khct_work *old, const khct_work *new);

/* "2 việc mới, 1 việc bỏ, 3 việc lùi hạn, kinh phí 540,5 → 543 triệu đồng"; empty where nothing of
 * the kind changed. */
khct_str khct_diff_summary(khct_arena *arena, const khct_diff *diff);

/* --- word by word --- */

typedef enum khct_word_change { KHCT_WORD_SAME, KHCT_WORD_GONE, KHCT_WORD_NEW } khct_word_change;

/* A run of words that one text has, the other, or both. */
typedef struct khct_word_run {
    khct_word_change change;
    khct_str words;
} khct_word_run;

typedef KHCT_VEC(khct_word_run) khct_word_runs;

/* Both texts as runs; of texts with thousands of words all is gone and all is new. */
khct_word_runs khct_diff_words(khct_arena *arena, khct_str old, khct_str new);

#endif
