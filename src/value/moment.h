/* One moment inside a time: a day, a month, a term, a school year …, as the writer named it.
 * Of use to time.c only. */
#ifndef KHCT_VALUE_MOMENT_H
#define KHCT_VALUE_MOMENT_H

#include "value/time.h"

/* What a phrase of a time means. */
typedef enum khct_term {
    KHCT_TERM_END,      /* behind the last word */
    KHCT_TERM_UNKNOWN,  /* a word that says no time */
    KHCT_TERM_DIGITS,   /* a number in digits */
    KHCT_TERM_NUMERAL,  /* a number in words or Roman */
    KHCT_TERM_SIGN,     /* a sign */
    KHCT_TERM_DAY,      /* ngày */
    KHCT_TERM_WEEKDAY,  /* thứ */
    KHCT_TERM_WEEK,     /* tuần */
    KHCT_TERM_MONTH,    /* tháng */
    KHCT_TERM_QUARTER,  /* quý */
    KHCT_TERM_TERM,     /* học kỳ */
    KHCT_TERM_SUMMER,   /* hè */
    KHCT_TERM_YEAR,     /* năm */
    KHCT_TERM_SCHOOL,   /* năm học */
    KHCT_TERM_SCHOOLS,  /* các năm học */
    KHCT_TERM_NEXT,     /* năm học tới */
    KHCT_TERM_PERIOD,   /* giai đoạn */
    KHCT_TERM_EACH,     /* hằng, mỗi */
    KHCT_TERM_ALWAYS,   /* thường xuyên */
    KHCT_TERM_TIMES,    /* lần */
    KHCT_TERM_FROM,     /* từ */
    KHCT_TERM_TO,       /* đến, đến hết */
    KHCT_TERM_BEFORE,   /* trước */
    KHCT_TERM_UNTIL,    /* chậm nhất */
    KHCT_TERM_AFTER,    /* sau */
    KHCT_TERM_DONE,     /* hoàn thành */
    KHCT_TERM_EARLY,    /* đầu */
    KHCT_TERM_MIDDLE,   /* giữa */
    KHCT_TERM_LATE,     /* cuối */
    KHCT_TERM_ONWARD,   /* và các năm tiếp theo, trở đi */
    KHCT_TERM_IN,       /* trong, vào, dự kiến: says nothing more */
    KHCT_TERM_THIS,     /* này */
    KHCT_TERM_AND,      /* và */
    KHCT_TERM_ONE = 64, /* KHCT_TERM_ONE + n: the numeral n + 1 */
} khct_term;

typedef struct khct_term_at {
    khct_term term;
    uint64_t number; /* of DIGITS and NUMERAL */
    int32_t sign;    /* of SIGN_ */
    size_t word;     /* the first of its words */
} khct_term_at;

typedef struct khct_terms {
    const khct_reader *reader;
    const khct_period *plan;
    khct_words words;
    khct_term_at *at; /* at[n] is KHCT_TERM_END */
    size_t n, next;
} khct_terms;

khct_terms khct_terms_of(const khct_reader *reader, khct_span span, const khct_period *plan);

typedef enum khct_unit {
    KHCT_UNIT_NONE,
    KHCT_UNIT_DAY, /* day, with month 0 where only the day is named */
    KHCT_UNIT_WEEK,
    KHCT_UNIT_MONTH,
    KHCT_UNIT_QUARTER,
    KHCT_UNIT_TERM,
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

typedef struct khct_moment {
    khct_unit unit;
    int number;     /* week of the month (5: the last), quarter, term */
    int day, month; /* 0: not named */
    int year;       /* calendar year, or first year of a school year; 0: not named */
    int last;       /* PERIOD: its last year */
    bool school;    /* `year` is the first year of a school year (tháng 9 năm học 2023-2024) */
    int next;       /* 1: the school year after the plan's */
    khct_term part; /* KHCT_TERM_EARLY, _MIDDLE, _LATE, or KHCT_TERM_END for all of it */
    khct_wrong wrong;
    size_t begin, end; /* words */
} khct_moment;

/* A moment at the cursor; false, cursor unmoved, where none stands there. `unit` is what a bare
 * number is taken for (the unit of the moment before), or KHCT_UNIT_NONE. */
bool khct_take_moment(khct_terms *terms, khct_unit unit, khct_moment *moment);

/* The days of a moment whose year is known, or that is taken from the plan's first (`last` false)
 * or last year. False where no year is known. */
bool khct_moment_days(const khct_terms *terms, const khct_moment *moment, bool last,
                      khct_interval *days);

/* Says what is wrong with it. */
void khct_say_wrong(const khct_terms *terms, const khct_moment *moment);

/* True where it names its year. */
bool khct_moment_dated(const khct_moment *moment);

static inline const khct_term_at *khct_term_peek(const khct_terms *terms, size_t ahead)
{
    return &terms->at[ahead < terms->n - terms->next ? terms->next + ahead : terms->n];
}

bool khct_take_term(khct_terms *terms, khct_term term);
bool khct_take_term_sign(khct_terms *terms, int32_t sign);

/* The word at which the cursor stands. */
size_t khct_term_word(const khct_terms *terms);

#endif
