#include "value/moment.h"

static bool is_year(const khct_term_at *t)
{
    return t->term == KHCT_TERM_DIGITS && t->number >= KHCT_FIRST_YEAR &&
           t->number <= KHCT_LAST_YEAR;
}

/* A number that is no year: a day, a month, a quarter. */
static bool is_small(const khct_term_at *t)
{
    return (t->term == KHCT_TERM_DIGITS && t->number < 100) || t->term == KHCT_TERM_NUMERAL;
}

static bool is_sign(const khct_term_at *t, int32_t sign)
{
    return t->term == KHCT_TERM_SIGN && t->sign == sign;
}

static bool is_date_sign(const khct_term_at *t)
{
    return is_sign(t, '/') || is_sign(t, '-') || is_sign(t, '.');
}

bool khct_moment_dated(const khct_moment *moment)
{
    return moment->year != 0;
}

static int take_small(khct_terms *terms)
{
    int number = (int)khct_term_peek(terms, 0)->number;
    terms->next++;
    return number;
}

/* Two years joined by a dash or a slash, at the cursor. */
static bool take_years(khct_terms *terms, int *first, int *last)
{
    const khct_term_at *sign = khct_term_peek(terms, 1);
    if (!is_year(khct_term_peek(terms, 0)) || !is_year(khct_term_peek(terms, 2)) ||
        (!is_sign(sign, '-') && !is_sign(sign, '/')))
        return false;
    *first = (int)khct_term_peek(terms, 0)->number;
    *last = (int)khct_term_peek(terms, 2)->number;
    terms->next += 3;
    return true;
}

/* `năm học 2023-2024` behind a month or a term, also with a comma or in brackets. */
static bool take_school_year(khct_terms *terms, khct_moment *m)
{
    size_t start = terms->next;
    int first, last;
    bool bracket = khct_take_term_sign(terms, '(');
    if (!bracket && !khct_take_term_sign(terms, ','))
        khct_take_term_sign(terms, '-');
    khct_take_term(terms, KHCT_TERM_IN);
    bool named = khct_take_term(terms, KHCT_TERM_SCHOOL);
    khct_take_term_sign(terms, ':');
    bool glued = !named && terms->next == start;
    if ((!named && !bracket && !glued) || !take_years(terms, &first, &last) || last != first + 1 ||
        (bracket && !khct_take_term_sign(terms, ')'))) {
        terms->next = start;
        return false;
    }
    m->year = first;
    m->school = true;
    return true;
}

/* What may give a day, month, quarter or term its year: `/2023`, `năm 2023`, `năm học …`. */
static void take_year(khct_terms *terms, khct_moment *m)
{
    size_t start = terms->next;
    if (take_school_year(terms, m))
        return;
    if (is_date_sign(khct_term_peek(terms, 0)))
        terms->next++;
    else if (khct_take_term_sign(terms, ','))
        khct_take_term(terms, KHCT_TERM_IN);
    khct_take_term(terms, KHCT_TERM_YEAR);
    bool pair = is_sign(khct_term_peek(terms, 1), '-') && is_year(khct_term_peek(terms, 2));
    if (is_year(khct_term_peek(terms, 0)) && !pair &&
        (m->unit != KHCT_UNIT_TERM || terms->next == start)) {
        m->year = (int)khct_term_peek(terms, 0)->number;
        terms->next++;
        return;
    }
    terms->next = start;
    int first, last;
    if (m->unit == KHCT_UNIT_TERM && khct_take_term_sign(terms, '/') &&
        take_years(terms, &first, &last) && last == first + 1) {
        m->year = first;
        m->school = true;
        return;
    }
    terms->next = start;
}

void khct_say_wrong(const khct_terms *terms, const khct_moment *m)
{
    khct_arena *arena = terms->reader->arena;
    khct_span span = khct_words_span(&terms->words, m->begin, m->end);
    if (m->wrong == KHCT_WRONG_DAY)
        khct_say_no_date(terms->reader, span);
    else if (m->wrong == KHCT_WRONG_SCHOOL)
        khct_say_no_school_year(terms->reader, span, m->year);
    else if (m->wrong == KHCT_WRONG_ORDER)
        khct_say(
            terms->reader, KHCT_KH4006, span,
            KHCT_MSG(BACKWARDS, khct_str_number(arena, m->last), khct_str_number(arena, m->year)));
}

static void check_month(khct_moment *m)
{
    if (m->month < 1 || m->month > 12 || m->day > 31 ||
        (m->day > 0 && m->year > 0 && !m->school &&
         !khct_date_exists((uint64_t)m->year, (uint64_t)m->month, (uint64_t)m->day)) ||
        (m->day > 0 && m->day > khct_month_length(2024, m->month)))
        m->wrong = KHCT_WRONG_DAY;
}

/* Behind the day's number: `/8/2023`, `-8-2023`, `tháng 8 năm 2023`, `/8`; the day alone else. */
static void take_rest_of_day(khct_terms *terms, khct_moment *m)
{
    const khct_term_at *sign = khct_term_peek(terms, 0), *month = khct_term_peek(terms, 1);
    if (is_date_sign(sign) && is_small(month) && month->term == KHCT_TERM_DIGITS) {
        bool full = is_date_sign(khct_term_peek(terms, 2)) &&
                    khct_term_peek(terms, 2)->sign == sign->sign &&
                    is_year(khct_term_peek(terms, 3));
        if (!full && !is_sign(sign, '/'))
            return;
        m->month = (int)month->number;
        terms->next += 2;
        if (full) {
            m->year = (int)khct_term_peek(terms, 1)->number;
            terms->next += 2;
        } else {
            take_year(terms, m);
        }
        return;
    }
    size_t start = terms->next;
    khct_take_term_sign(terms, ',');
    if (khct_take_term(terms, KHCT_TERM_MONTH) && is_small(khct_term_peek(terms, 0))) {
        m->month = take_small(terms);
        take_year(terms, m);
        return;
    }
    terms->next = start;
}

static bool take_day(khct_terms *terms, khct_moment *m)
{
    if (!is_small(khct_term_peek(terms, 0)))
        return false;
    m->unit = KHCT_UNIT_DAY;
    m->day = take_small(terms);
    take_rest_of_day(terms, m);
    if (m->day == 0 || m->day > 31 || m->month != 0)
        check_month(m);
    return true;
}

static bool take_month(khct_terms *terms, khct_moment *m)
{
    if (!is_small(khct_term_peek(terms, 0)))
        return false;
    m->unit = KHCT_UNIT_MONTH;
    m->month = take_small(terms);
    take_year(terms, m);
    check_month(m);
    return true;
}

/* The number of a quarter or a term. */
static bool take_numbered(khct_terms *terms, khct_moment *m, khct_unit unit, int last)
{
    const khct_term_at *t = khct_term_peek(terms, 0);
    if (!is_small(t) || t->number < 1 || t->number > (uint64_t)last)
        return false;
    m->unit = unit;
    m->number = take_small(terms);
    take_year(terms, m);
    if (unit == KHCT_UNIT_TERM)
        m->school = true;
    return true;
}

/* `tuần 2 tháng 9`, `tuần đầu tháng 9`, `tuần cuối của tháng 9/2023`. */
static bool take_week(khct_terms *terms, khct_moment *m)
{
    if (is_small(khct_term_peek(terms, 0)))
        m->number = take_small(terms);
    else if (khct_take_term(terms, KHCT_TERM_EARLY))
        m->number = 1;
    else if (khct_take_term(terms, KHCT_TERM_LATE))
        m->number = 5;
    khct_take_term(terms, KHCT_TERM_IN);
    int number = m->number;
    if (number < 1 || number > 5 || !khct_take_term(terms, KHCT_TERM_MONTH) ||
        !take_month(terms, m))
        return false;
    m->unit = KHCT_UNIT_WEEK;
    return true;
}

/* `2023-2024`: a school year, or the calendar years of a period. */
static bool take_pair(khct_terms *terms, khct_moment *m, bool school, bool calendar)
{
    if (!take_years(terms, &m->year, &m->last))
        return false;
    m->unit = KHCT_UNIT_PERIOD;
    if (!calendar && m->last == m->year + 1) {
        m->unit = KHCT_UNIT_SCHOOL;
        m->school = true;
    } else if (school) {
        m->unit = KHCT_UNIT_SCHOOL;
        m->wrong = KHCT_WRONG_SCHOOL;
    } else if (m->last < m->year) {
        m->wrong = KHCT_WRONG_ORDER;
    }
    return true;
}

/* `năm học 2023-2024`; without years, the plan's. */
static bool take_school(khct_terms *terms, khct_moment *m, bool several)
{
    khct_take_term_sign(terms, ':');
    if (take_pair(terms, m, !several, false))
        return true;
    if (is_year(khct_term_peek(terms, 0))) {
        m->unit = several ? KHCT_UNIT_YEAR : KHCT_UNIT_SCHOOL;
        m->year = (int)khct_term_peek(terms, 0)->number;
        m->school = !several;
        terms->next++;
        return true;
    }
    /* `năm học này`, `trong năm học`; but not `năm học đầu tiên` */
    khct_term after = khct_term_peek(terms, 0)->term;
    if (several || after == KHCT_TERM_UNKNOWN || after == KHCT_TERM_NUMERAL ||
        after == KHCT_TERM_DIGITS || after == KHCT_TERM_EARLY)
        return false;
    khct_take_term(terms, KHCT_TERM_THIS);
    m->unit = KHCT_UNIT_SCHOOL;
    return true;
}

/* `năm 2024`, `năm 2020-2025`; without a year only where something says that one is meant. */
static bool take_calendar(khct_terms *terms, khct_moment *m, bool meant)
{
    if (take_pair(terms, m, false, true))
        return true;
    if (is_year(khct_term_peek(terms, 0))) {
        m->unit = KHCT_UNIT_YEAR;
        m->year = (int)khct_term_peek(terms, 0)->number;
        terms->next++;
        return true;
    }
    if (khct_take_term(terms, KHCT_TERM_THIS) ||
        (meant && khct_term_peek(terms, 0)->term != KHCT_TERM_UNKNOWN)) {
        m->unit = KHCT_UNIT_SCHOOL;
        return true;
    }
    return false;
}

/* What begins with a number. */
static bool take_bare(khct_terms *terms, khct_unit unit, khct_moment *m)
{
    const khct_term_at *a = khct_term_peek(terms, 0), *sign = khct_term_peek(terms, 1);
    if (is_year(a)) {
        bool iso = is_sign(sign, '-') && is_small(khct_term_peek(terms, 2)) &&
                   is_sign(khct_term_peek(terms, 3), '-') && is_small(khct_term_peek(terms, 4));
        if (iso) {
            m->unit = KHCT_UNIT_DAY;
            m->year = (int)a->number;
            m->month = (int)khct_term_peek(terms, 2)->number;
            m->day = (int)khct_term_peek(terms, 4)->number;
            terms->next += 5;
            check_month(m);
            return true;
        }
        return take_pair(terms, m, false, false) || take_calendar(terms, m, false);
    }
    if (!is_small(a))
        return false;
    if (unit == KHCT_UNIT_QUARTER)
        return take_numbered(terms, m, unit, 4);
    if (unit == KHCT_UNIT_TERM)
        return take_numbered(terms, m, unit, 2);
    if (a->term != KHCT_TERM_DIGITS)
        return false;
    bool slash = is_sign(sign, '/');
    bool with_year = is_date_sign(sign) && is_year(khct_term_peek(terms, 2));
    bool month = unit == KHCT_UNIT_MONTH && !(slash && is_small(khct_term_peek(terms, 2)));
    if (with_year || month)
        return take_month(terms, m);
    return take_day(terms, m);
}

/* The unit that a term names; its number and year follow. `meant`: `trong` or `cuối` before it. */
static bool take_unit(khct_terms *terms, khct_unit unit, khct_moment *m, bool meant)
{
    khct_term term = khct_term_peek(terms, 0)->term;
    if (term == KHCT_TERM_DIGITS || term == KHCT_TERM_NUMERAL)
        return take_bare(terms, unit, m);
    terms->next++;
    switch (term) {
    case KHCT_TERM_DAY: return take_day(terms, m);
    case KHCT_TERM_WEEK: return take_week(terms, m);
    case KHCT_TERM_MONTH: return take_month(terms, m);
    case KHCT_TERM_QUARTER: return take_numbered(terms, m, KHCT_UNIT_QUARTER, 4);
    case KHCT_TERM_TERM: return take_numbered(terms, m, KHCT_UNIT_TERM, 2);
    case KHCT_TERM_SUMMER:
        m->unit = KHCT_UNIT_SUMMER;
        take_year(terms, m);
        return true;
    case KHCT_TERM_YEAR: return take_calendar(terms, m, meant);
    case KHCT_TERM_SCHOOL: return take_school(terms, m, false);
    case KHCT_TERM_SCHOOLS: return take_school(terms, m, true);
    case KHCT_TERM_NEXT:
        m->unit = KHCT_UNIT_SCHOOL;
        m->next = 1;
        return true;
    case KHCT_TERM_PERIOD:
        khct_take_term_sign(terms, ':');
        khct_take_term(terms, KHCT_TERM_SCHOOL);
        if (khct_term_peek(terms, 3)->term == KHCT_TERM_TO ||
            is_sign(khct_term_peek(terms, 3), '-')) /* 2024-2025 đến 2028-2029 */
            return take_pair(terms, m, true, false);
        return take_calendar(terms, m, false);
    default: return false;
    }
}

bool khct_take_moment(khct_terms *terms, khct_unit unit, khct_moment *moment)
{
    size_t start = terms->next;
    khct_moment m = {.part = KHCT_TERM_END};
    bool meant = false;
    while (khct_take_term(terms, KHCT_TERM_IN))
        meant = true;
    size_t begin = terms->next;
    khct_term part = khct_term_peek(terms, 0)->term;
    if (part == KHCT_TERM_EARLY || part == KHCT_TERM_MIDDLE || part == KHCT_TERM_LATE) {
        m.part = part;
        terms->next++;
        meant = true;
        while (khct_take_term(terms, KHCT_TERM_IN))
            continue;
    }
    if (!take_unit(terms, unit, &m, meant)) {
        terms->next = start;
        return false;
    }
    m.begin = terms->at[begin].word;
    m.end = khct_term_word(terms);
    *moment = m;
    return true;
}

typedef struct months {
    int first, last; /* 1 to 12; first may be above last: it lies in the year before */
} months;

/* The months of a part of a term or school year; see time.h. */
static months part_months(const khct_moment *m)
{
    static const months term1[] = {{9, 1}, {9, 9}, {11, 11}, {12, 1}};
    static const months term2[] = {{1, 5}, {1, 1}, {3, 3}, {5, 5}};
    static const months school[] = {{9, 8}, {9, 9}, {1, 1}, {5, 5}};
    static const months calendar[] = {{1, 12}, {1, 4}, {5, 8}, {9, 12}};
    size_t part = m->part == KHCT_TERM_END ? 0 : (size_t)(m->part - KHCT_TERM_EARLY) + 1;
    switch (m->unit) {
    case KHCT_UNIT_TERM: return m->number == 1 ? term1[part] : term2[part];
    case KHCT_UNIT_SCHOOL: return school[part];
    case KHCT_UNIT_SUMMER: return (months){6, 8};
    case KHCT_UNIT_QUARTER: {
        int first = 3 * m->number - 2;
        return part == 0 ? (months){first, first + 2}
                         : (months){first + (int)part - 1, first + (int)part - 1};
    }
    case KHCT_UNIT_MONTH:
    case KHCT_UNIT_WEEK:
    case KHCT_UNIT_DAY: return (months){m->month, m->month};
    default: return calendar[part];
    }
}

/* Days inside one month. */
static void narrow(const khct_moment *m, int year, int month, khct_interval *days)
{
    int length = khct_month_length(year, month), from = 1, to = length;
    if (m->unit == KHCT_UNIT_DAY) {
        from = to = m->day < length ? m->day : length;
    } else if (m->unit == KHCT_UNIT_WEEK) {
        from = m->number == 5 ? length - 6 : 7 * m->number - 6;
        to = m->number == 5 ? length : 7 * m->number;
    } else if (m->unit == KHCT_UNIT_MONTH && m->part != KHCT_TERM_END) {
        from = m->part == KHCT_TERM_EARLY ? 1 : m->part == KHCT_TERM_MIDDLE ? 11 : 21;
        to = m->part == KHCT_TERM_EARLY ? 10 : m->part == KHCT_TERM_MIDDLE ? 20 : length;
    }
    days->from = khct_date_of(year, month, from);
    days->to = khct_date_of(year, month, to);
}

/* `year` is the first year of a school year, or a calendar year. */
static void days_in(const khct_moment *m, int year, bool school, khct_interval *days)
{
    months range = part_months(m);
    int first = school && range.first < 9 ? year + 1 : year;
    int last = school && range.last < 9 ? year + 1 : year;
    if (range.first == range.last) {
        narrow(m, first, range.first, days);
        return;
    }
    days->from = khct_date_of(first, range.first, 1);
    days->to = khct_date_of(last, range.last, khct_month_length(last, range.last));
}

bool khct_moment_days(const khct_terms *terms, const khct_moment *m, bool last, khct_interval *days)
{
    *days = (khct_interval){.from = KHCT_NO_DATE, .to = KHCT_NO_DATE};
    if (m->unit == KHCT_UNIT_DAY && m->month == 0)
        return false;
    if (m->unit == KHCT_UNIT_PERIOD) {
        days->from = khct_date_of(m->year, 1, 1);
        days->to = khct_date_of(m->last, 12, 31);
        return true;
    }
    bool school_unit = m->unit == KHCT_UNIT_TERM || m->unit == KHCT_UNIT_SCHOOL;
    if (m->year != 0) {
        days_in(m, m->year, m->school || school_unit, days);
        return true;
    }
    const khct_period *plan = terms->plan;
    if (plan == NULL || plan->kind == KHCT_PERIOD_NONE)
        return false;
    days->assumed = true;
    if (m->unit == KHCT_UNIT_SCHOOL && m->part == KHCT_TERM_END && m->next == 0) {
        days->from = plan->from;
        days->to = plan->to;
        return true;
    }
    int year = last || m->next > 0 ? plan->last_school_year + m->next : plan->first_school_year;
    days_in(m, year, plan->kind == KHCT_PERIOD_SCHOOL || school_unit, days);
    return true;
}
