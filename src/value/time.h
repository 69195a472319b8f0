/* When something is done: intervals of days, open or closed, and how often it recurs. */
#ifndef KHCT_VALUE_TIME_H
#define KHCT_VALUE_TIME_H

#include "value/months.h"
#include "value/year.h"

/* How often: one bit each, as several may stand side by side. */
enum {
    KHCT_EVERY_DAY = 1,
    KHCT_EVERY_WEEK = 2,
    KHCT_EVERY_MONTH = 4,
    KHCT_EVERY_QUARTER = 8,
    KHCT_EVERY_TERM = 16,
    KHCT_EVERY_YEAR = 32,
    KHCT_ALWAYS = 64,      /* thường xuyên */
    KHCT_EVERY_SOME = 128, /* every so many of them, see khct_repeat */
    KHCT_RECURRENCES = 8,
};

/* "ngay", "tuan", "thang", "quy", "hocky", "nam", "thuongxuyen", "dinhky" for bits 0 to 7. */
const char *khct_recurrence_name(unsigned bit);

/* `1–2 lần/3 tháng`: once or twice every three months. */
typedef struct khct_repeat {
    unsigned bit;         /* the unit: KHCT_EVERY_DAY … KHCT_EVERY_YEAR */
    int count, count_low; /* every how many of them; both 1 for each. `từ 3 đến 6 tháng`: 3 and 6 */
    int times, times_low; /* how often in them; 0: not said */
} khct_repeat;

/* Where a year that is not written comes from. */
typedef enum khct_inference {
    KHCT_BY_WRITER, /* it is written */
    KHCT_BY_PLAN,   /* the plan's school year or period */
    KHCT_BY_DAY,    /* the day of the plan */
    KHCT_BY_BESIDE, /* the times beside it */
} khct_inference;

typedef struct khct_interval {
    khct_date from, to; /* KHCT_NO_DATE: open on that side */
    bool assumed;       /* its year is inferred */
    khct_inference by;
    bool before; /* `to` is the day before the one that is written: trước 30/11 */
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
    KHCT_VEC(khct_repeat) repeats;
    khct_months months; /* `9 tháng`, whatever else is said */
    int outlook;        /* the year of `tầm nhìn đến năm 2030`; 0: none */
    khct_span rest;     /* from the first to the last words not understood; empty where none */
    khct_span span;
    khct_str words; /* as written, in NFC, white space folded */
} khct_time;

/* Reads a time by the grammar of grammar/time.y. `plan` gives the years of what names none, and
 * the plan's day (khct_period.written); its kind may be KHCT_PERIOD_NONE. What no rule accounts for
 * is kept as words; it may be understood in part where a comma, a semicolon, a line or a bracket
 * sets the rest apart and the rest cannot change the meaning.
 *
 * Of two times side by side, one inside the other, the narrower is meant. A year stands for the
 * list it stands in; a list without years runs forward. August and the third quarter of no year
 * are the year's first where the plan is dated before they end there, or a list or range goes on
 * from them into September, or the fourth quarter.
 * In a plan of several years `tháng 9` runs from the first September to the last and recurs yearly.
 * KH4006, KH4009; KH4008 where it, or a part of it, is not understood.
 *
 * Early, middle and late parts: of a month its days 1-10, 11-20, 21-end; of a quarter its months;
 * of term I September, November, December-January; of term II January, March, May; of a school
 * year September, January, May; of a calendar year four months each. Halves: of a month its
 * days 1-15 and 16-end, of a calendar year six months each. Summer is June to August. */
khct_time khct_read_time(const khct_reader *reader, khct_span span, const khct_period *plan);

/* True where the last day of all is written as before the day after it. */
bool khct_time_ends_before(const khct_time *time);

/* The last day of all as it is written: "29/11/2026", "trước 30/11/2026" (`english`: "before …").
 * Empty where there is none. */
khct_str khct_time_due_text(khct_arena *arena, const khct_time *time, bool english);

/* True where the words are a time and nothing else; NULL is none. */
bool khct_time_is_whole(const khct_time *time);

#endif
