/* When something is done: intervals of days, open or closed, and how often it recurs. */
#ifndef KHCT_VALUE_TIME_H
#define KHCT_VALUE_TIME_H

#include "value/year.h"

/* How often: one bit each, as several may stand side by side. */
enum {
    KHCT_EVERY_DAY = 1,
    KHCT_EVERY_WEEK = 2,
    KHCT_EVERY_MONTH = 4,
    KHCT_EVERY_QUARTER = 8,
    KHCT_EVERY_TERM = 16,
    KHCT_EVERY_YEAR = 32,
    KHCT_ALWAYS = 64, /* thường xuyên */
    KHCT_RECURRENCES = 7,
};

/* "ngay", "tuan", "thang", "quy", "hocky", "nam", "thuongxuyen" for bits 0 to 6. */
const char *khct_recurrence_name(unsigned bit);

typedef struct khct_interval {
    khct_date from, to; /* KHCT_NO_DATE: open on that side */
    bool assumed;       /* its year is the plan's, not the writer's */
    khct_span span;
} khct_interval;

typedef struct khct_time {
    bool understood;                   /* some meaning was found */
    bool stated;                       /* a lone `-`: stated to be empty */
    bool undated;                      /* it names a time without a year, and the plan gave none */
    KHCT_VEC(khct_interval) intervals; /* in the order written */
    khct_date from,
        to;          /* from the first day to the last of all; KHCT_NO_DATE: open, or no interval */
    unsigned recurs; /* KHCT_EVERY_… and KHCT_ALWAYS */
    khct_span rest;  /* words behind the time that say no time; empty where none */
    khct_span span;
    khct_str words; /* as written, in NFC, white space folded */
} khct_time;

/* Reads a time. `plan` gives the years of what names none; its kind may be KHCT_PERIOD_NONE.
 * In a plan of several years `tháng 9` runs from the first September to the last and recurs yearly.
 * KH4006, KH4009; KH4008 where it, or its rest, is not understood.
 *
 * Early, middle and late parts: of a month its days 1-10, 11-20, 21-end; of a quarter its months;
 * of term I September, November, December-January; of term II January, March, May; of a school
 * year September, January, May; of a calendar year four months each. Summer is June to August. */
khct_time khct_read_time(const khct_reader *reader, khct_span span, const khct_period *plan);

/* True where the words are a time and nothing else. Nothing is reported. */
bool khct_is_time(const khct_reader *reader, khct_span span);

#endif
