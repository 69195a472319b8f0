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

/* A column: what it is called, and what it says of a plan. */
typedef struct khct_fact {
    const char *key;      /* in JSON: an unmarked word */
    const char *title[2]; /* by language */
    khct_fact_kind kind;
    unsigned width; /* in a workbook: characters, about */
    /* The value: text, a day as "2026-09-15", or digits of a whole number; empty where the plan
     * does not say. NULL: it is of the file, not of the plan ("tep", "tinhtrang", "lydo"). */
    khct_str (*of)(khct_arena *arena, const khct_work *work);
} khct_fact;

/* All columns, ended by one without a key. */
const khct_fact *khct_facts(void);

/* What a row is made from: an input, with what follows from its plan where it is one. */
typedef struct khct_many_row {
    khct_str path, state, reason; /* reason: the first error, where it is not well */
    const khct_work *work;        /* NULL: there is no plan, or it is a part of another */
} khct_many_row;

/* A fact of a row. In khct_try on the arena. */
khct_str khct_fact_of(khct_arena *arena, const khct_fact *fact, const khct_many_row *row);

/* A form of the table: what stands before the rows, a row, what stands after; begin and end may be
 * NULL. The arena is for what is made meanwhile. */
typedef struct khct_many_form {
    const char *name; /* of -t */
    void (*begin)(khct_out *out, khct_arena *arena, khct_language language);
    void (*row)(khct_out *out, khct_arena *arena, const khct_many_row *row);
    void (*end)(khct_out *out);
} khct_many_form;

/* All forms, ended by one without a name. */
const khct_many_form *khct_many_forms(void);

#endif
