#include "value/moment.h"

#include "time_tree.h"

bool khct_unit_is_school(khct_unit unit)
{
    return unit == KHCT_UNIT_TERM || unit == KHCT_UNIT_SCHOOL;
}

void khct_moment_check(khct_moment *m)
{
    if (m->today)
        return;
    bool day = m->day != 0 || m->unit == KHCT_UNIT_DAY;
    bool month = m->month != 0 || m->unit == KHCT_UNIT_MONTH;
    if ((day && (m->day < 1 || m->day > 31)) || (month && (m->month < 1 || m->month > 12)))
        m->wrong = KHCT_WRONG_DAY;
    else if (day && month && m->day > khct_month_length(2024, m->month))
        m->wrong = KHCT_WRONG_DAY;
    else if (day && month && m->year > 0 && !m->school &&
             !khct_date_exists((uint64_t)m->year, (uint64_t)m->month, (uint64_t)m->day))
        m->wrong = KHCT_WRONG_DAY;
}

/* --- from tokens --- */

/* The numbers of the tokens, in order; those that are not there are -1. */
static void take_numbers(const khct_tokens *tokens, size_t from, size_t to, int numbers[3])
{
    size_t n = 0;
    for (size_t i = from; i < to && n < 3; i++) {
        const khct_token *token = &tokens->at[i];
        bool fits = token->number <= INT16_MAX;
        bool five = token->kind == 'Y' && i > from && tokens->kinds[i - 1] == 'm'; /* tháng năm */
        if (five)
            numbers[n++] = 5;
        else if (strchr("nNyb", token->kind) != NULL)
            numbers[n++] = fits ? (int)token->number : INT16_MAX;
    }
}

static bool is_year(int number)
{
    return number >= KHCT_FIRST_YEAR && number <= KHCT_LAST_YEAR;
}

static void set_year(khct_moment *m, int number, bool *wrong)
{
    if (number >= 0 && number < 100) /* năm học 24-25 */
        number += 2000;
    m->year = is_year(number) ? number : 0;
    m->written = true;
    *wrong |= m->year == 0;
}

static khct_part part_of(const khct_tokens *tokens, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (tokens->kinds[i] == 'p')
            return (khct_part)tokens->at[i].number;
    return KHCT_PART_ALL;
}

/* Two years: a school year, or those of a period. */
static void set_years(khct_moment *m, khct_unit unit)
{
    bool follow = m->last == m->year + 1;
    if (unit == KHCT_UNIT_NONE)
        m->unit = follow ? KHCT_UNIT_SCHOOL : KHCT_UNIT_PERIOD;
    m->school = m->unit == KHCT_UNIT_SCHOOL || m->unit == KHCT_UNIT_TERM;
    if (m->unit == KHCT_UNIT_PERIOD ? m->last < m->year : !follow)
        m->wrong = m->unit == KHCT_UNIT_PERIOD ? KHCT_WRONG_ORDER : KHCT_WRONG_SCHOOL;
}

/* A week as the first or last of its month, without a number where it is neither; else a part. */
static void set_part(khct_moment *m, khct_part part)
{
    bool end = part == KHCT_PART_EARLY || part == KHCT_PART_LATE;
    if (m->unit != KHCT_UNIT_WEEK)
        m->part = part;
    else if (end)
        m->number = part == KHCT_PART_EARLY ? 1 : 5;
}

static int number_of(const khct_tokens *tokens, size_t i)
{
    return (int)tokens->at[i].number;
}

khct_moment khct_time_moment(const khct_tokens *tokens, size_t from, size_t to, khct_unit unit,
                             const char *order)
{
    khct_moment m = {.unit = unit,
                     .loose = strchr("nN", tokens->at[from].kind) != NULL,
                     .begin = tokens->at[from].begin,
                     .end = tokens->at[to - 1].end};
    int numbers[3] = {-1, -1, -1};
    bool wrong = false, pair = false;
    size_t n = 0;
    take_numbers(tokens, from, to, numbers);
    for (const char *o = order; *o != '\0'; o++) {
        int number = n < 3 ? numbers[n] : -1;
        switch (*o) {
        case 'd': m.day = number; break;
        case 'm': m.month = number; break;
        case 'k': m.number = number; break;
        case 'y':
            if (number >= 0)
                set_year(&m, number, &wrong);
            break;
        case 'l':
            m.last = number < 100 ? number + 2000 : number;
            pair = true;
            break;
        case 'p': set_part(&m, part_of(tokens, from, to)); continue;
        case 'r': m.relative = number_of(tokens, from); continue;
        case '>': m.next = 1; continue;
        case '!': m.today = true; continue;
        default: break;
        }
        n++;
    }
    if (pair)
        set_years(&m, unit);
    m.school |= m.unit == KHCT_UNIT_SCHOOL || m.unit == KHCT_UNIT_TERM;
    if (!m.today && (m.day != 0 || m.month != 0 || strchr(order, 'd') != NULL))
        khct_moment_check(&m);
    if (strchr(order, 'm') != NULL && (m.month < 1 || m.month > 12))
        m.wrong = KHCT_WRONG_DAY;
    if (wrong)
        m.wrong = KHCT_WRONG_DAY;
    return m;
}

bool khct_time_is_phase(const khct_tokens *tokens, size_t at)
{
    const char *before = tokens->kinds + at;
    return at >= 3 && strchr(":(", before[-1]) != NULL && strchr("nN", before[-2]) != NULL &&
           before[-3] == 'P';
}

int khct_time_weekday(const khct_tokens *tokens, size_t at)
{
    enum { FRIDAY = 6, SUNDAY = 8 };
    if (tokens->kinds[at] == 'c')
        return SUNDAY;
    if (tokens->kinds[at + 1] == 'Y') /* thứ Năm */
        return FRIDAY - 1;
    int day = (int)tokens->at[at + 1].number;
    return day >= 2 && day <= SUNDAY - 1 ? day : 0;
}

/* --- how often --- */

static unsigned unit_bit(char kind)
{
    switch (kind) {
    case 'd': return KHCT_EVERY_DAY;
    case 'w': return KHCT_EVERY_WEEK;
    case 'm': return KHCT_EVERY_MONTH;
    case 'q': return KHCT_EVERY_QUARTER;
    case 'h': return KHCT_EVERY_TERM;
    case 'Y':
    case 'S':
    case 'E': return KHCT_EVERY_YEAR;
    default: return 0;
    }
}

/* The number, or the two, that end before token `end`; 0 where none. */
static void numbers_before(const khct_tokens *tokens, size_t from, size_t end, int *low, int *high)
{
    const char *kinds = tokens->kinds;
    *low = *high = 0;
    if (end == from || strchr("nN", kinds[end - 1]) == NULL)
        return;
    *low = *high = number_of(tokens, end - 1);
    if (end >= from + 3 && strchr("-t", kinds[end - 2]) != NULL &&
        strchr("nN", kinds[end - 3]) != NULL)
        *low = number_of(tokens, end - 3);
}

khct_repeat khct_time_repeat(const khct_tokens *tokens, size_t from, size_t to)
{
    khct_repeat r = {0};
    const char *kinds = tokens->kinds;
    for (size_t i = from; i < to; i++) {
        unsigned bit = kinds[i] == 'J' ? unit_bit((char)tokens->at[i].number) : unit_bit(kinds[i]);
        /* of `hằng tuần/tháng` both, of `ngày 5 hằng tháng` the last */
        bool more = i > from && strchr("/,v", kinds[i - 1]) != NULL && r.times == 0;
        if (bit != 0) {
            r.bit = more ? r.bit | bit : bit;
            if (kinds[i] != 'J') /* ngày 15 tháng sau */
                numbers_before(tokens, from, i, &r.count_low, &r.count);
        } else if (kinds[i] == 'l' || kinds[i] == 'o') {
            numbers_before(tokens, from, i, &r.times_low, &r.times);
        }
    }
    if (r.count == 0)
        r.count = r.count_low = 1;
    return r;
}

/* --- days --- */

typedef struct months {
    int first, last; /* 1 to 12; first may be above last: it lies in the year before */
} months;

/* The months of a part of a term or school year; see time.h. */
static months part_months(const khct_moment *m)
{
    static const months term1[] = {{9, 1}, {9, 9}, {11, 11}, {12, 1}};
    static const months term2[] = {{1, 5}, {1, 1}, {3, 3}, {5, 5}};
    static const months school[] = {{9, 8}, {9, 9}, {1, 1}, {5, 5}};
    static const months calendar[] = {{1, 12}, {1, 4}, {5, 8}, {9, 12}, {1, 6}, {7, 12}};
    switch (m->unit) {
    case KHCT_UNIT_TERM: return m->number == 1 ? term1[m->part] : term2[m->part];
    case KHCT_UNIT_SCHOOL: return school[m->part];
    case KHCT_UNIT_SUMMER:
        return m->part == KHCT_PART_ALL ? (months){6, 8}
                                        : (months){5 + (int)m->part, 5 + (int)m->part};
    case KHCT_UNIT_SOME:
        return m->part == KHCT_PART_EARLY ? (months){1, m->number} : (months){13 - m->number, 12};
    case KHCT_UNIT_QUARTER: {
        int first = 3 * m->number - 2, part = (int)m->part;
        return part == 0 ? (months){first, first + 2}
                         : (months){first + part - 1, first + part - 1};
    }
    case KHCT_UNIT_MONTH:
    case KHCT_UNIT_WEEK:
    case KHCT_UNIT_DAY: return (months){m->month, m->month};
    default: return calendar[m->part];
    }
}

bool khct_moment_has_month(const khct_moment *m, int month)
{
    months range = part_months(m);
    bool wraps = range.last < range.first;
    return wraps ? month >= range.first || month <= range.last
                 : month >= range.first && month <= range.last;
}

/* 2 to 8, as Vietnamese counts them. */
static int weekday_of(khct_date date)
{
    int monday = (int)(((long long)date % 7 + 7 + 3) % 7); /* 1 January 1970 was a Thursday */
    return monday + 2;
}

/* Days inside one month. */
static void narrow(const khct_moment *m, int year, int month, khct_interval *days)
{
    int length = khct_month_length(year, month), from = 1, to = length;
    if (m->edge) {
        from = to = m->part == KHCT_PART_EARLY ? 1 : length;
    } else if (m->unit == KHCT_UNIT_DAY) {
        from = to = m->day < length ? m->day : length;
    } else if (m->unit == KHCT_UNIT_WEEK) {
        from = m->number == 5 ? length - 6 : 7 * m->number - 6;
        to = m->number == 5 ? length : 7 * m->number;
        for (int day = from; m->weekday != 0 && day <= to; day++)
            if (weekday_of(khct_date_of(year, month, day)) == m->weekday) {
                from = to = day;
                break;
            }
    } else if (m->unit == KHCT_UNIT_MONTH && m->part != KHCT_PART_ALL) {
        static const int begins[] = {1, 1, 11, 21, 1, 16}, ends[] = {31, 10, 20, 31, 15, 31};
        from = begins[m->part];
        to = ends[m->part] < length ? ends[m->part] : length;
    }
    days->from = khct_date_of(year, month, from);
    days->to = khct_date_of(year, month, to);
}

void khct_moment_days(const khct_moment *m, khct_interval *days)
{
    *days = (khct_interval){.from = KHCT_NO_DATE, .to = KHCT_NO_DATE};
    if (m->unit == KHCT_UNIT_PERIOD) {
        days->from = khct_date_of(m->year, 1, 1);
        days->to = khct_date_of(m->last, 12, 31);
        return;
    }
    bool school = m->school || khct_unit_is_school(m->unit);
    months range = part_months(m);
    int first = school && range.first < 9 ? m->year + 1 : m->year;
    int last = school && range.last < 9 ? m->year + 1 : m->year;
    if (range.first == range.last) {
        narrow(m, first, range.first, days);
        return;
    }
    if (!school && range.last < range.first)
        last++;
    days->from = khct_date_of(first, range.first, 1);
    days->to = khct_date_of(last, range.last, khct_month_length(last, range.last));
}
