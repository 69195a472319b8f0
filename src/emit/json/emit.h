/* What the JSON back end is made of; for use inside src/emit/json only. */
#ifndef KHCT_EMIT_JSON_EMIT_H
#define KHCT_EMIT_JSON_EMIT_H

#include "emit/emit.h"
#include "emit/json/shape.h"
#include "text/json.h"

/* An item at the top of the plan's files. */
typedef struct khct_json_top {
    const khct_node *node;
    size_t rank;  /* from 1 */
    size_t index; /* in the list of its keyword */
} khct_json_top;

enum { KHCT_JSON_DAYS = 64 };

typedef struct khct_json_emitter {
    khct_json_writer w;
    const khct_plan *plan;
    const khct_emit_options *options;
    khct_arena *scratch;                  /* what is needed until the item at the top is written */
    KHCT_VEC(khct_json_top) tops;         /* in the files' order */
    size_t counts[KHCT_KEYWORD_NONE + 1]; /* of them, by keyword */
    const khct_place *places[KHCT_BLOCK_COUNT]; /* the first of each block's rows */
    khct_str *names;                            /* of all tasks */
    khct_json_made_key keys[KHCT_JSON_KEY_COUNT];
    struct khct_json_day {
        khct_date date;
        char text[16]; /* "2023-09-01" in quotes; empty: none yet */
    } days[KHCT_JSON_DAYS];
    const khct_work *work; /* what follows from the plan; NULL: neither that nor diagnostics */
} khct_json_emitter;

/* Keys: K(TEN), J(WORDS). A key and its value are one statement: `K(TEN), khct_json_text(w,
 * name);`. */
#define KHCT_JSON_K(e, id) khct_json_put_key(&(e)->w, &(e)->keys[KHCT_K_##id])
#define KHCT_JSON_J(e, id) khct_json_put_key(&(e)->w, &(e)->keys[KHCT_J_##id])

/* A list, or a list on one line, of n values: `KHCT_JSON_LIST(w, i, n) put(&at[i]);`. It ends after
 * the last one, so the loop may not be left before. */
#define KHCT_JSON_LIST(w, i, n)                                                                    \
    for (size_t i = (khct_json_list(w), 0); i < (n) || (khct_json_end_list(w), false); i++)
#define KHCT_JSON_ROW(w, i, n)                                                                     \
    for (size_t i = (khct_json_row(w), 0); i < (n) || (khct_json_end_row(w), false); i++)

/* value.c: the value of a field, which has this row in the vocabulary table. */
void khct_json_value(khct_json_emitter *e, const khct_node *node, const khct_place *place);
void khct_json_words(khct_json_emitter *e, const khct_text *text);
void khct_json_date(khct_json_emitter *e, khct_date date);
void khct_json_criterion(khct_json_emitter *e, khct_criterion_id id);
void khct_json_criteria(khct_json_emitter *e, const khct_criteria *list);
void khct_json_person(khct_json_emitter *e, const khct_person *person);
void khct_json_part(khct_json_emitter *e, const khct_money_part *part);
void khct_json_recurs(khct_json_emitter *e, unsigned recurs);
void khct_json_period(khct_json_emitter *e, const khct_period *period);
void khct_json_time(khct_json_emitter *e, const khct_text *words, const khct_time *time);
void khct_json_cstr_or_null(khct_json_emitter *e, const char *c);
void khct_json_int_or_null(khct_json_emitter *e,
                           int64_t number); /* null below nought and past 2^53 */
void khct_json_positive_or_null(khct_json_emitter *e, uint64_t number);

/* json.c */
const khct_json_top *khct_json_top_at(const khct_json_emitter *e, khct_span span);
/* "/tieuchi/0" */
khct_str khct_json_top_pointer(khct_arena *arena, const khct_json_top *top);

/* derive.c: what follows from the plan. */
void khct_json_derived(khct_json_emitter *e);
void khct_json_rating(khct_json_emitter *e, const khct_rating *rating);

/* diag.c: the diagnostics. */
void khct_json_diagnostics(khct_json_emitter *e);

#endif
