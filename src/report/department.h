/* The pages of a department: totals of many plans, and its schools, 500 on a page.
 *
 * index.html has the totals by province (where the register names several), else by commune or
 * superior body; with several provinces a page each (tinh-1.html …) has its communes. The schools
 * stand in the order of province, commune and name on truong-1.html …. Schools are not ranked.
 * Only what counts is added up (received.h).
 */
#ifndef KHCT_REPORT_DEPARTMENT_H
#define KHCT_REPORT_DEPARTMENT_H

#include "library/library.h"
#include "report/received.h"

/* Where the pages go. */
typedef struct khct_site {
    void *context;
    /* Begins the page with that file name; NULL where that fails, which has been said. */
    khct_out *(*open)(void *context, const char *name);
    bool (*close)(void *context); /* ends it */
    /* The address of the plan's own page, seen from these; empty: there is none. */
    khct_str (*page_of)(void *context, khct_arena *arena, khct_str path);
} khct_site;

/* Writes all pages. False where one could not be written. Inside khct_try on the arenas of
 * `received` and of the library. */
bool khct_department_write(const khct_site *site, const khct_received *received,
                           khct_library *library, khct_date day);

#endif
