/* One moment inside a time: a day, a month, a term, a school year …, as the writer named it.
 * For use by the readers of times only. */
#ifndef KHCT_VALUE_MOMENT_H
#define KHCT_VALUE_MOMENT_H

#include "value/time.h"

typedef enum khct_unit {
    KHCT_UNIT_NONE, /* a number that takes its unit from what stands beside it */
    KHCT_UNIT_DAY,  /* day, with month 0 where only the day is named */
    KHCT_UNIT_WEEK,
    KHCT_UNIT_MONTH,
    KHCT_UNIT_QUARTER,
    KHCT_UNIT_TERM,
    KHCT_UNIT_SOME, /* 6 tháng đầu năm: `number` months at one end of a year */
    KHCT_UNIT_SUMMER,
    KHCT_UNIT_YEAR,
    KHCT_UNIT_SCHOOL,
    KHCT_UNIT_PERIOD,
} khct_unit;

/* What is wrong with a moment. */
typedef enum khct_wrong {
    KHCT_WRONG_NOTHING,
    KHCT_WRONG_DAY,    /* no such day or month (KH4009) */
    KHCT_WRONG_SCHOOL, /* years that do not follow each other (KH4009) */
    KHCT_WRONG_ORDER,  /* 2025-2020 (KH4006) */
} khct_wrong;

typedef enum khct_part {
    KHCT_PART_ALL,
    KHCT_PART_EARLY,
    KHCT_PART_MIDDLE,
    KHCT_PART_LATE,
    KHCT_PART_FIRST_HALF, /* of a month or a calendar year only */
    KHCT_PART_SECOND_HALF,
} khct_part;

typedef struct khct_moment {
    khct_unit unit;
    int number;     /* week of the month (5: the last), quarter, term, months; of NONE the number */
    int day, month; /* 0: not named */
    int year;       /* calendar year, or first year of a school year; 0: not named */
    int last;       /* PERIOD: its last year */
    bool school;    /* `year` is the first year of a school year (tháng 9 năm học 2023-2024) */
    bool written;   /* the year stands there, and is not inferred */
    bool loose;     /* it begins with a number: 2 tháng 9, 9/2024 */
    bool today;     /* ngày ký, nay: the day of the plan */
    bool event;     /* sơ kết: about the end of it */
    bool edge;      /* ngày cuối tháng: its last day, or its first where `part` is early */
    int next;       /* 1: the school year after the plan's */
    int relative; /* 2: năm sau, 1: năm trước: which calendar year of the plan's school year */
    int weekday;  /* thứ Sáu tuần 2 tháng 9: 2 to 7, and 8 for Sunday; 0: not named */
    khct_part part;
    khct_wrong wrong;
    size_t begin, end; /* words */
} khct_moment;

/* Marks what the calendar does not have. */
void khct_moment_check(khct_moment *moment);

/* The days of a moment whose year is known. */
void khct_moment_days(const khct_moment *moment, khct_interval *days);

/* True where the month lies in the part of a term or year that the moment names. */
bool khct_moment_has_month(const khct_moment *moment, int month);

/* True where the unit is part of a school year and not of a calendar year by itself. */
bool khct_unit_is_school(khct_unit unit);

#endif
