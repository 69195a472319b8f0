/* The checks: what is wrong, doubtful or worth a note in a plan that can be read.
 *
 * Each check is a row: its function, the codes it reports, and what must hold before it makes
 * sense. A prerequisite that does not hold silences its dependents, so one mistake gives one
 * message.
 */
#ifndef KHCT_CHECK_CHECK_H
#define KHCT_CHECK_CHECK_H

#include "page/page.h"

/* What a check needs. */
enum {
    KHCT_NEEDS_CATALOGUE = 1,  /* one is in use, and for this school type (no KH2005, KH2006) */
    KHCT_NEEDS_RESULTS = 2,    /* of a self-assessment; all of them could be read */
    KHCT_NEEDS_PLAN = 4,       /* something is planned */
    KHCT_NEEDS_DATE = 8,       /* the plan has a date (KH6003 else) */
    KHCT_NEEDS_PERIOD = 16,    /* school year or period is known */
    KHCT_NEEDS_RATING = 32,    /* the school can be rated: the results are complete */
    KHCT_NEEDS_PROBLEMS = 64,  /* the form has a section for problems (form 2 of 57/2026) */
    KHCT_NEEDS_DOCUMENT = 128, /* `kehoach` is declared */
    KHCT_NEEDS_RULE = 512,     /* results, and the catalogue has a rule that rates by them */
    KHCT_NEEDS_FILES = 1024,   /* every file of the plan could be read (no KH8xxx) */
    KHCT_NEEDS_FORM = 2048,    /* the template that is asked for is known (no KH2006) */
};

typedef struct khct_checking {
    khct_plan *plan;
    const khct_work *work; /* what follows from it */
    khct_diags *diags;
    khct_arena *arena;
} khct_checking;

enum { KHCT_CHECK_CODES = 10 };

typedef struct khct_check_row {
    const char *name;
    void (*run)(khct_checking *checking);
    unsigned needs;                    /* KHCT_NEEDS_… */
    khct_code codes[KHCT_CHECK_CODES]; /* what it may report; the list ends at the first 0 */
} khct_check_row;

/* The rows of checks.def, ended by one without a function. */
const khct_check_row *khct_check_rows(void);

/* Runs every check whose prerequisites hold, then lets `chophep` accept what it names. */
void khct_check_plan(khct_plan *plan, const khct_work *work);

#endif
