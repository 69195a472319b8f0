/* One plan as a row of a table of many. */
#ifndef KHCT_REPORT_MANY_H
#define KHCT_REPORT_MANY_H

#include "text/out.h"
#include "work/work.h"

typedef enum khct_fact_kind {
    KHCT_FACT_TEXT,
    KHCT_FACT_DAY,
    KHCT_FACT_NUMBER,
    KHCT_FACT_MONEY
} khct_fact_kind;

typedef enum khct_fact_id {
    KHCT_FACT_PATH, /* of the input file: these three */
    KHCT_FACT_STATE,
    KHCT_FACT_REASON,
    KHCT_FACT_SCHOOL,
    KHCT_FACT_SUPERIOR,
    KHCT_FACT_TYPES,
    KHCT_FACT_DOCUMENT, /* its number */
    KHCT_FACT_DATE,
    KHCT_FACT_PERIOD,
    KHCT_FACT_CATALOGUE,
    KHCT_FACT_FORM,
    KHCT_FACT_LEVEL, /* the school's now */
    KHCT_FACT_LIFTED,
    KHCT_FACT_AIM,
    KHCT_FACT_IMPROVEMENTS,
    KHCT_FACT_TASKS,
    KHCT_FACT_DONE,
    KHCT_FACT_OVERDUE,
    KHCT_FACT_SUM,
    KHCT_FACT_COUNTED,
    KHCT_FACT_LEFT_OUT,
    KHCT_FACT_ERRORS,
    KHCT_FACT_WARNINGS,
} khct_fact_id;

/* A column. */
typedef struct khct_fact {
    khct_fact_id id;
    khct_fact_kind kind;
    unsigned width;       /* in a workbook: characters, about */
    const char *key;      /* in JSON: an unmarked word */
    const char *title[2]; /* by language */
} khct_fact;

/* All columns, ended by one without a key. */
extern const khct_fact khct_facts[];

/* What a plan says: text, a day as "2026-09-15", or digits of a whole number; empty where it does
 * not say. In khct_try on the arena. */
khct_str khct_plan_fact(khct_arena *arena, const khct_work *work, khct_fact_id id);

/* What a row is made from: an input, with what follows from its plan where it is one. */
typedef struct khct_many_row {
    khct_str path, state, reason; /* reason: the first error, where it is not well */
    const khct_work *work;        /* NULL: there is no plan, or it is a part of another */
} khct_many_row;

/* A fact of a row. In khct_try on the arena. */
khct_str khct_fact_of(khct_arena *arena, khct_fact_id id, const khct_many_row *row);

/* A form of the table: what stands before the rows, a row, what stands after; begin and end may be
 * NULL. The arena is for what is made meanwhile. */
typedef struct khct_many_form {
    const char *name; /* of -t */
    void (*begin)(khct_out *out, khct_arena *arena, khct_language language);
    void (*row)(khct_out *out, khct_arena *arena, const khct_many_row *row);
    void (*end)(khct_out *out);
} khct_many_form;

/* All forms, ended by one without a name. */
extern const khct_many_form khct_many_forms[];

#endif
