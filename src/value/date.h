/* Days of the calendar. */
#ifndef KHCT_VALUE_DATE_H
#define KHCT_VALUE_DATE_H

#include "value/draft.h"

/* Days since 1 January 1970, in the Gregorian calendar carried back without end. */
typedef int32_t khct_date;

#define KHCT_NO_DATE INT32_MIN

enum { KHCT_FIRST_YEAR = 1900, KHCT_LAST_YEAR = 2199 }; /* what counts as a year in a plan */

/* The day's number. The month is 1 to 12; days past the month's end run on. */
khct_date khct_date_of(int year, int month, int day);

/* The day's year, month and day; any pointer may be NULL. */
void khct_date_parts(khct_date date, int *year, int *month, int *day);

int khct_month_length(int year, int month);

/* True where the calendar has that day and the year is one a plan may name. */
bool khct_date_exists(uint64_t year, uint64_t month, uint64_t day);

/* "2023-09-01". Empty for KHCT_NO_DATE, which khct_date_put_iso does not take. */
khct_str khct_date_iso(khct_arena *arena, khct_date date);
enum { KHCT_ISO = 10 };
void khct_date_put_iso(char iso[KHCT_ISO], khct_date date);

/* "1/9/2023". */
khct_str khct_date_short(khct_arena *arena, khct_date date);

/* "04/02/2027", "12/9/2026": in figures, with leading zeros as khct_date_long has them. */
khct_str khct_date_figures(khct_arena *arena, khct_date date);

/* "ngày 04 tháng 02 năm 2020": as Decree 30/2020 writes it, days under 10 and months 1 and 2
 * with a leading 0. */
khct_str khct_date_long(khct_arena *arena, khct_date date);

typedef struct khct_day {
    khct_date date; /* KHCT_NO_DATE: not understood, or no such day */
    khct_span span;
    khct_str words; /* as the writer put it, in NFC */
    khct_str place; /* `Đồng Tháp` of `Đồng Tháp, ngày 28 tháng 9 năm 2026`; else empty */
    bool blank;     /* a part of it is not filled in; date is KHCT_NO_DATE */
    khct_draft draft;
} khct_day;

/* `14/8/2023`, `14-8-2023`, `14.8.2023`, `ngày 14 tháng 8 năm 2023`, and the ISO form, a place
 * before it or not. KH4009 where there is no such day, KH4014 where it is not filled in, KH1009
 * where it is no date at all. */
khct_day khct_read_date(const khct_reader *reader, khct_span span);

/* The day in full, with dots for what is not filled in. */
khct_str khct_day_long(khct_arena *arena, const khct_day *day);

/* The same at the cursor of `words`, which moves after the date. False, cursor unmoved, where no
 * date with its year stands there. A day that does not exist is reported, and read as
 * KHCT_NO_DATE. */
bool khct_take_date(const khct_reader *reader, khct_words *words, khct_date *date);

/* Says that there is no such day (KH4009). */
void khct_say_no_date(const khct_reader *reader, khct_span span);

typedef struct khct_force {
    khct_day from, to; /* to.date is KHCT_NO_DATE where it has no end */
} khct_force;

/* `DATE` or `DATE - DATE` (also `den`, `đến`): from and to of what is in force. KH4006. */
khct_force khct_read_force(const khct_reader *reader, khct_span span);

/* True where it holds on that date; an end that is not recorded is open. */
bool khct_force_holds(const khct_force *force, khct_date date);

/* `25/01/2025 - 06/7/2026: TITLE`: another title, or the same criterion by another circular, for
 * plans of some dates; without dates it always holds. */
typedef struct khct_dated_title {
    khct_str text; /* in NFC, white space folded */
    khct_force force;
} khct_dated_title;

/* Nothing is reported. */
khct_dated_title khct_read_dated_title(const khct_reader *reader, khct_span span);

#endif
