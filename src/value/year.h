/* School years and periods of several years. */
#ifndef KHCT_VALUE_YEAR_H
#define KHCT_VALUE_YEAR_H

#include "value/date.h"

typedef enum khct_period_kind {
    KHCT_PERIOD_NONE,   /* not understood */
    KHCT_PERIOD_SCHOOL, /* school years */
    KHCT_PERIOD_CALENDAR,
} khct_period_kind;

/* One school year, or several, or calendar years. School year Y runs from 1 September Y to
 * 31 August Y+1. */
typedef struct khct_period {
    khct_period_kind kind;
    int first, last;       /* SCHOOL: the years they begin in; CALENDAR: the years */
    int first_school_year; /* the school years that it holds, by the year they begin in; */
    int last_school_year;  /* CALENDAR 2020-2025: 2020 (2020-2021) to 2025 (2025-2026) */
    khct_date written;     /* the day of the plan whose period it is; KHCT_NO_DATE: not known */
    khct_date from, to;    /* first and last day; KHCT_NO_DATE when not understood */
    khct_span span;
    khct_str words;
} khct_period;

/* Makes one from its years. */
khct_period khct_school_years(int first, int last);
khct_period khct_calendar_years(int first, int last);

/* How many years it holds. */
int khct_period_length(const khct_period *period);

/* "2023-2024". */
khct_str khct_school_year_text(khct_arena *arena, int first);

/* "2023-2024", "2024-2025 đến 2028-2029", "2020-2025". */
khct_str khct_period_text(khct_arena *arena, const khct_period *period);

/* `2023-2024`, `năm học 2023 – 2024`. KH4009 where the years do not follow each other, KH1009 where
 * it is no school year. */
khct_period khct_read_school_year(const khct_reader *reader, khct_span span);

/* `2024-2025 den 2028-2029`, `2020-2025`, `2024`. KH4006 where it ends before it starts. */
khct_period khct_read_period(const khct_reader *reader, khct_span span);

/* A school year at the cursor, with or without `năm học` before it; cursor unmoved and false where
 * there are no two years joined by a dash or a slash. Years that do not follow each other are
 * reported and give KHCT_PERIOD_NONE. */
bool khct_take_school_year(const khct_reader *reader, khct_words *words, khct_period *year);

/* Says that the years of `span`, the first of which is `first`, are no school year (KH4009). */
void khct_say_no_school_year(const khct_reader *reader, khct_span span, int first);

#endif
