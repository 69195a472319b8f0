/* Criteria, levels, and lists of them. */
#ifndef KHCT_VALUE_CRITERIA_H
#define KHCT_VALUE_CRITERIA_H

#include "value/year.h"

/* Criterion 1.7 is number 7 of standard 1. {0, 0}: none. */
typedef struct khct_criterion_id {
    uint16_t standard, number;
} khct_criterion_id;

/* "1.7" */
khct_str khct_criterion_text(khct_arena *arena, khct_criterion_id id);

/* Negative, 0 or positive as in the order of a catalogue. */
int khct_criterion_cmp(khct_criterion_id a, khct_criterion_id b);

/* One criterion (from and to are the same) or a range. A range goes on over the standards; which
 * criteria lie in it is the catalogue's to say. */
typedef struct khct_criteria_item {
    khct_criterion_id from, to;
    khct_span span;               /* all of it */
    khct_span from_span, to_span; /* its ends */
} khct_criteria_item;

typedef struct khct_criteria {
    KHCT_VEC(khct_criteria_item) items;
    khct_span span;
    bool broken; /* something in it was not understood, and was reported (KH1009) */
} khct_criteria;

/* `1.1 - 1.6, 2.1 và 2.3,`: commas, `và`, ranges with any dash or `đến`, a trailing comma or full
 * stop. `1,7` is read as 1.7 and reported with a fix. */
khct_criteria khct_read_criteria(const khct_reader *reader, khct_span span);

/* Adds an item; a range that runs backwards is reported and turned round. */
void khct_criteria_add(const khct_reader *reader, khct_criteria *list, khct_criteria_item item);

/* What stands at the cursor: a whole number, a criterion as `1.7`, one as `1.7` or `1,7`. */
bool khct_is_small(const khct_words *words);
bool khct_is_dotted(const khct_words *words);
bool khct_is_id(const khct_words *words);

/* A criterion at the cursor, as `1.7` or `1,7` (reported); false, cursor unmoved, where none stands
 * there. */
bool khct_take_id(const khct_reader *reader, khct_words *words, khct_criterion_id *id,
                  khct_span *span);

/* The same at the beginning of a heading: also `1.7.` or `1.7:` (the sign is stepped over). */
bool khct_take_criterion(const khct_reader *reader, khct_words *words, khct_criterion_id *id,
                         khct_span *span);

/* One whole number (from and to are the same) or a range. */
typedef struct khct_number_item {
    uint32_t from, to;
    khct_span span;
} khct_number_item;

typedef struct khct_numbers {
    KHCT_VEC(khct_number_item) items;
    khct_span span;
    bool broken;
} khct_numbers;

/* Adds an item; a range that runs backwards is reported and left out. */
void khct_numbers_add(const khct_reader *reader, khct_numbers *list, khct_number_item item);

/* `1, 2, 4 - 6`. */
khct_numbers khct_read_numbers(const khct_reader *reader, khct_span span);

/* What stands after `muc` in the results: `3  1.4, 2.1`, `caonhat tatca`, `3 tatca`. */
typedef struct khct_level_list {
    uint16_t level; /* 0 with `highest`, or when not understood */
    bool highest;   /* each at the highest level it has */
    bool all;       /* all criteria of the catalogue */
    khct_span level_span;
    khct_criteria criteria; /* empty with `all` */
    bool broken;
} khct_level_list;

khct_level_list khct_read_level_list(const khct_reader *reader, khct_span span);

typedef enum khct_target_kind {
    KHCT_TARGET_NONE,
    KHCT_TARGET_LEVEL, /* muc N */
    KHCT_TARGET_KEEP,  /* duytri [muc N] */
    KHCT_TARGET_FAIL,  /* khongdat; only in results */
} khct_target_kind;

typedef struct khct_target {
    khct_target_kind kind;
    uint16_t level;       /* 0: not given */
    khct_span span;       /* of the whole target */
    khct_span level_span; /* of `muc N`; empty where not given */
} khct_target;

/* `muc N` (also `mức độ N`) at the cursor; false, cursor unmoved, where it does not stand there. */
bool khct_take_level(const khct_reader *reader, khct_words *words, uint16_t *level,
                     khct_span *span);

/* A whole number at the cursor that is no criterion (`3`, `3:`); false, cursor unmoved, else. */
bool khct_take_number(khct_words *words, uint32_t *number, khct_span *span);

typedef struct khct_aim {
    uint16_t level;  /* 0: none is given, or not understood */
    uint16_t degree; /* of the national standard, 1 or 2; 0: none is given */
    khct_span level_span;
    khct_period year; /* KHCT_PERIOD_NONE where none is given */
    khct_span span;
    khct_str words;
} khct_aim;

/* `muc N`, `[đạt] chuẩn quốc gia mức độ N`, or both, and by when: `den namhoc Y`, `năm 2029`. */
khct_aim khct_read_aim(const khct_reader *reader, khct_span span);

/* What a line of a rating rule asks, and a degree of the national standard likewise: `muc 2`,
 * `5 muc 2`, `tatca`. */
typedef struct khct_condition {
    bool understood; /* one of the forms, and nothing else */
    bool all;        /* tatca */
    bool counted;    /* a number stands before the level */
    uint32_t count;  /* 5 of `5 muc 2` */
    uint16_t level;  /* 0 of `tatca` */
} khct_condition;

/* Nothing is reported: what a catalogue asks wrongly is its own to say. */
khct_condition khct_read_condition(const khct_reader *reader, khct_span span);

#endif
