#include "value/time.h"

#include "value/moment.h"
#include "value/text.h"

const char *khct_recurrence_name(unsigned bit)
{
    static const char *const names[KHCT_RECURRENCES] = {"ngay",  "tuan", "thang",      "quy",
                                                        "hocky", "nam",  "thuongxuyen"};
    return names[bit];
}

typedef struct reading {
    khct_terms terms;
    khct_time *time;
    khct_unit unit; /* of the moment before, for `tháng 9, 10, 11` */
    bool reported;  /* an error has been reported; a note about the same words would repeat it */
} reading;

static khct_span span_of(const reading *r, size_t begin, size_t end)
{
    return khct_words_span(&r->terms.words, begin, end);
}

static khct_str words_of(const reading *r, const khct_moment *m)
{
    return khct_read_plain(r->terms.reader, span_of(r, m->begin, m->end));
}

/* How often a unit recurs; 0 for what is no such unit. */
static unsigned every(khct_term term)
{
    switch (term) {
    case KHCT_TERM_DAY: return KHCT_EVERY_DAY;
    case KHCT_TERM_WEEK: return KHCT_EVERY_WEEK;
    case KHCT_TERM_MONTH: return KHCT_EVERY_MONTH;
    case KHCT_TERM_QUARTER: return KHCT_EVERY_QUARTER;
    case KHCT_TERM_TERM: return KHCT_EVERY_TERM;
    case KHCT_TERM_YEAR:
    case KHCT_TERM_SCHOOL: return KHCT_EVERY_YEAR;
    default: return 0;
    }
}

static bool is_number(khct_term term)
{
    return term == KHCT_TERM_DIGITS || term == KHCT_TERM_NUMERAL;
}

static bool is_part(khct_term term)
{
    return term == KHCT_TERM_EARLY || term == KHCT_TERM_MIDDLE || term == KHCT_TERM_LATE;
}

/* `2 lần` (`/`, `trong một`, `mỗi`); false, cursor unmoved, where it is something else. */
static bool take_times(khct_terms *terms)
{
    if (!is_number(khct_term_peek(terms, 0)->term) ||
        khct_term_peek(terms, 1)->term != KHCT_TERM_TIMES)
        return false;
    terms->next += 2;
    return true;
}

/* The unit behind `hằng`, with what `/` and `và` add: `hằng tuần/tháng`. */
static unsigned take_units(khct_terms *terms)
{
    unsigned found = every(khct_term_peek(terms, 0)->term);
    if (found == 0)
        return 0;
    terms->next++;
    for (;;) {
        khct_term sign = khct_term_peek(terms, 0)->term, unit = khct_term_peek(terms, 1)->term;
        bool joined = sign == KHCT_TERM_AND ||
                      (sign == KHCT_TERM_SIGN && (khct_term_peek(terms, 0)->sign == '/' ||
                                                  khct_term_peek(terms, 0)->sign == ','));
        if (!joined || every(unit) == 0 || is_number(khct_term_peek(terms, 2)->term))
            return found;
        found |= every(unit);
        terms->next += 2;
    }
}

/* `hằng năm`, `cuối mỗi học kỳ`, `2 lần/năm`, `tháng 2 lần`, `cuối tháng`, `thường xuyên`. */
static unsigned take_recurrence(khct_terms *terms)
{
    size_t start = terms->next;
    while (khct_take_term(terms, KHCT_TERM_IN))
        continue;
    if (khct_take_term(terms, KHCT_TERM_ALWAYS))
        return KHCT_ALWAYS;
    if (khct_take_term(terms, KHCT_TERM_WEEKDAY) && is_number(khct_term_peek(terms, 0)->term))
        terms->next++;
    bool part = is_part(khct_term_peek(terms, 0)->term);
    if (part)
        terms->next++;
    bool times = take_times(terms);
    bool joined = khct_take_term_sign(terms, '/') || khct_take_term(terms, KHCT_TERM_IN);
    bool each = khct_take_term(terms, KHCT_TERM_EACH);
    if (times && joined && is_number(khct_term_peek(terms, 0)->term))
        terms->next++; /* 2 lần trong 1 năm */
    khct_term unit = khct_term_peek(terms, 0)->term;
    unsigned found = each || times || part ? take_units(terms) : every(unit);
    if (found != 0 && !each && !times && !part) { /* năm 2 lần */
        terms->next++;
        if (!is_number(khct_term_peek(terms, 0)->term) ||
            khct_term_peek(terms, 1)->term != KHCT_TERM_TIMES)
            found = 0;
    }
    /* `cuối năm` is the plan's year, `cuối tháng 9` that month */
    bool whole_year = unit == KHCT_TERM_YEAR || unit == KHCT_TERM_SCHOOL;
    khct_term after = khct_term_peek(terms, 0)->term;
    bool numbered = is_number(after) && khct_term_peek(terms, 1)->term != KHCT_TERM_TIMES;
    if (found == 0 || (part && !each && (whole_year || numbered || after == KHCT_TERM_UNKNOWN)) ||
        (times && !joined && !each)) {
        terms->next = start;
        return 0;
    }
    take_times(terms);
    return found;
}

/* The last interval of a plan of several years runs to its last year and recurs. */
static void spread(reading *r, const khct_moment *m, khct_interval *days)
{
    khct_interval last;
    if (!days->assumed || m->next > 0 || !khct_moment_days(&r->terms, m, true, &last) ||
        last.to <= days->to)
        return;
    days->to = last.to;
    r->time->recurs |= KHCT_EVERY_YEAR;
}

static khct_interval *add_interval(reading *r, khct_interval days, size_t begin, size_t end)
{
    days.span = span_of(r, begin, end);
    khct_interval *added = &khct_push(r->terms.reader->arena, &r->time->intervals);
    *added = days;
    return added;
}

/* The days of one moment; false (and the time undated) where its year is not known. */
static bool days_of(reading *r, const khct_moment *m, khct_interval *days)
{
    if (m->wrong != KHCT_WRONG_NOTHING) {
        khct_say_wrong(&r->terms, m);
        r->reported = true;
        return false;
    }
    if (khct_moment_days(&r->terms, m, false, days))
        return true;
    r->time->undated = true;
    return false;
}

/* `A` of `A - B` takes from B what it does not name itself. */
static void share(khct_moment *a, khct_moment *b)
{
    bool bare = a->unit == KHCT_UNIT_DAY && a->month == 0;
    if (bare && b->unit == KHCT_UNIT_MONTH) { /* 9 - 12/2023 */
        a->unit = KHCT_UNIT_MONTH;
        a->month = a->day;
        a->day = 0;
        bare = false;
        if (a->month > 12)
            a->wrong = KHCT_WRONG_DAY;
    }
    if (bare && b->unit == KHCT_UNIT_DAY && b->month > 0 && b->wrong == KHCT_WRONG_NOTHING) {
        a->month = b->month;
        if (a->day > khct_month_length(2024, a->month))
            a->wrong = KHCT_WRONG_DAY;
    }
    bool a_school = a->unit == KHCT_UNIT_TERM || a->unit == KHCT_UNIT_SCHOOL;
    bool b_school = b->unit == KHCT_UNIT_TERM || b->unit == KHCT_UNIT_SCHOOL || b->school;
    if (a->year == 0 && b->year != 0 && b->unit != KHCT_UNIT_PERIOD) {
        a->year = b->year;
        a->school = a_school || b_school;
        if (a_school && !b_school) /* học kỳ I - tháng 5/2024 */
            a->year = b->unit != KHCT_UNIT_YEAR && b->month < 9 ? b->year - 1 : b->year;
    } else if (b->year == 0 && a->year != 0 && a->unit != KHCT_UNIT_PERIOD) {
        bool open_school = b_school && !a->school && !a_school;
        /* from the summer on the coming school year is meant: `từ tháng 8/2023 đến hết năm học` */
        enum { JUNE = 6 };
        b->year =
            open_school && a->month < JUNE && a->unit != KHCT_UNIT_YEAR ? a->year - 1 : a->year;
        b->school = a->school || b_school || a_school;
    }
}

static void shift(khct_interval *days, int years)
{
    int year, month, day;
    khct_date_parts(days->from, &year, &month, &day);
    days->from = khct_date_of(year + years, month, day);
    khct_date_parts(days->to, &year, &month, &day);
    int length = khct_month_length(year + years, month);
    days->to = khct_date_of(year + years, month, day < length ? day : length);
}

static void say_backwards(reading *r, khct_span span, khct_str end, khct_str begin)
{
    khct_say(r->terms.reader, KHCT_KH4006, span, KHCT_MSG(BACKWARDS, end, begin));
    r->reported = true;
}

/* `A - B`, `từ A đến B`. */
static void add_range(reading *r, khct_moment a, khct_moment b)
{
    bool a_dated = khct_moment_dated(&a), b_dated = khct_moment_dated(&b);
    khct_interval from, to;
    share(&a, &b);
    if (!days_of(r, &a, &from) || !days_of(r, &b, &to))
        return;
    if (to.to < from.from && !(a_dated && b_dated)) {
        /* `tháng 9 - tháng 5/2024`: the September before; `9/2023 - tháng 5`: the May after */
        if (a_dated)
            shift(&to, 1);
        else
            shift(&from, -1);
    }
    if (to.to < from.from) {
        say_backwards(r, span_of(r, a.begin, b.end), words_of(r, &b), words_of(r, &a));
        return;
    }
    if (!a_dated && !b_dated)
        spread(r, &b, &to);
    from.to = to.to;
    from.assumed = !a_dated && !b_dated;
    add_interval(r, from, a.begin, b.end);
}

/* `và các năm tiếp theo`, `trở đi` behind an interval. */
static void take_onward(reading *r, khct_interval *days)
{
    size_t start = r->terms.next;
    khct_take_term_sign(&r->terms, ',');
    if (khct_take_term(&r->terms, KHCT_TERM_ONWARD))
        days->to = KHCT_NO_DATE;
    else
        r->terms.next = start;
}

/* A dash or `đến` and a second moment. */
static bool take_second(reading *r, khct_unit unit, khct_moment *b)
{
    khct_terms *terms = &r->terms;
    size_t start = terms->next;
    if (!khct_take_term_sign(terms, '-') && !khct_take_term(terms, KHCT_TERM_TO))
        return false;
    while (khct_take_term(terms, KHCT_TERM_TO) || khct_take_term(terms, KHCT_TERM_IN))
        continue;
    if (khct_take_moment(terms, unit, b))
        return true;
    terms->next = start;
    return false;
}

/* A moment or a range, with `từ` before it or not. */
static bool take_interval(reading *r)
{
    khct_terms *terms = &r->terms;
    size_t start = terms->next;
    khct_moment a, b;
    khct_interval days;
    khct_term next = khct_term_peek(terms, 0)->term;
    if (khct_term_peek(terms, 1)->term == KHCT_TERM_FROM &&
        (next == KHCT_TERM_IN || next == KHCT_TERM_PERIOD)) /* giai đoạn từ … */
        terms->next++;
    size_t begin = khct_term_word(terms);
    bool from = khct_take_term(terms, KHCT_TERM_FROM);
    if (!khct_take_moment(terms, r->unit, &a)) {
        terms->next = start;
        return false;
    }
    bool day_alone = a.unit == KHCT_UNIT_DAY && a.month == 0;
    khct_unit unit = day_alone ? KHCT_UNIT_NONE : a.unit;
    if (take_second(r, unit, &b)) {
        a.begin = begin;
        r->unit = b.unit;
        add_range(r, a, b);
    } else if (day_alone && a.wrong == KHCT_WRONG_NOTHING) {
        /* a day alone says something only in `ngày 25 hằng tháng` */
        if (khct_term_peek(terms, 0)->term != KHCT_TERM_EACH) {
            terms->next = start;
            return false;
        }
        return true;
    } else {
        r->unit = a.unit;
        if (!days_of(r, &a, &days))
            return true;
        if (from)
            days.to = KHCT_NO_DATE;
        else
            spread(r, &a, &days);
        add_interval(r, days, begin, a.end);
    }
    if (r->time->intervals.n > 0)
        take_onward(r, &r->time->intervals.at[r->time->intervals.n - 1]);
    return true;
}

/* `trước A`, `chậm nhất A`, `đến hết A`, `sau A`. */
static bool take_limit(reading *r)
{
    khct_terms *terms = &r->terms;
    size_t start = terms->next;
    while (khct_take_term(terms, KHCT_TERM_IN))
        continue;
    khct_term limit = khct_term_peek(terms, 0)->term;
    if (limit != KHCT_TERM_BEFORE && limit != KHCT_TERM_UNTIL && limit != KHCT_TERM_TO &&
        limit != KHCT_TERM_AFTER) {
        terms->next = start;
        return false;
    }
    size_t begin = khct_term_word(terms);
    terms->next++;
    if (limit == KHCT_TERM_UNTIL && khct_take_term(terms, KHCT_TERM_BEFORE))
        limit = KHCT_TERM_BEFORE;
    khct_take_term_sign(terms, ':');
    while (khct_take_term(terms, KHCT_TERM_TO) || khct_take_term(terms, KHCT_TERM_IN))
        continue;
    khct_moment m;
    khct_interval days;
    if (!khct_take_moment(terms, KHCT_UNIT_NONE, &m) || (m.unit == KHCT_UNIT_DAY && m.month == 0)) {
        terms->next = start;
        return false;
    }
    if (!days_of(r, &m, &days))
        return true;
    if (limit == KHCT_TERM_TO && khct_take_term(terms, KHCT_TERM_ONWARD)) {
        days.to = KHCT_NO_DATE; /* đến năm học A và các năm sau: from A on */
        add_interval(r, days, begin, khct_term_word(terms));
        return true;
    }
    spread(r, &m, &days);
    if (limit == KHCT_TERM_AFTER) {
        days.from = days.to + 1;
        days.to = KHCT_NO_DATE;
    } else {
        days.to = limit == KHCT_TERM_BEFORE ? days.from - 1 : days.to;
        days.from = KHCT_NO_DATE;
    }
    add_interval(r, days, begin, m.end);
    return true;
}

/* `A, hoàn thành B`: B ends what A begins. */
static void end_at(reading *r, size_t before)
{
    if (before == 0 || r->time->intervals.n != before + 1)
        return;
    khct_interval *a = &r->time->intervals.at[before - 1], *b = a + 1;
    r->time->intervals.n--;
    if (b->to == KHCT_NO_DATE)
        return;
    khct_span span = khct_span_join(a->span, b->span);
    if (a->from != KHCT_NO_DATE && b->to < a->from)
        say_backwards(r, span, khct_read_plain(r->terms.reader, b->span),
                      khct_read_plain(r->terms.reader, a->span));
    else
        *a = (khct_interval){a->from, b->to, a->assumed, span};
}

/* One of the times that stand side by side. */
static bool take_one(reading *r)
{
    khct_terms *terms = &r->terms;
    size_t start = terms->next, before = r->time->intervals.n;
    bool done = false;
    while (khct_take_term(terms, KHCT_TERM_IN) || khct_take_term_sign(terms, ':') ||
           khct_take_term(terms, KHCT_TERM_DONE))
        done |= terms->at[terms->next - 1].term == KHCT_TERM_DONE;
    /* the words before it matter to a moment: `trong năm`, `cả năm` */
    if (terms->next > start && terms->at[terms->next - 1].term == KHCT_TERM_IN)
        terms->next--;
    unsigned recurs = take_recurrence(terms);
    r->time->recurs |= recurs;
    if (recurs == 0 && !take_limit(r) && !take_interval(r)) {
        terms->next = start;
        return false;
    }
    if (done)
        end_at(r, before);
    return true;
}

/* What may stand between two times. */
static void skip_joints(khct_terms *terms)
{
    static const int32_t signs[] = {',', ';', '+', '&', '.', '(', ')', '-', '/'};
    bool more = true;
    while (more) {
        more = khct_take_term(terms, KHCT_TERM_AND);
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            more |= khct_take_term_sign(terms, signs[i]);
    }
}

static void find_hull(khct_time *time)
{
    time->from = time->to = KHCT_NO_DATE;
    for (size_t i = 0; i < time->intervals.n; i++) {
        const khct_interval *days = &time->intervals.at[i];
        bool first = i == 0;
        if (first ||
            (time->from != KHCT_NO_DATE && (days->from == KHCT_NO_DATE || days->from < time->from)))
            time->from = days->from;
        if (first ||
            (time->to != KHCT_NO_DATE && (days->to == KHCT_NO_DATE || days->to > time->to)))
            time->to = days->to;
    }
}

static void say_rest(const reading *r)
{
    const khct_reader *reader = r->terms.reader;
    if (r->reported)
        return;
    khct_str rest = khct_read_name(reader, r->time->rest, false, NULL);
    khct_diag *diag =
        r->time->understood
            ? khct_say(reader, KHCT_KH4008, r->time->rest, KHCT_MSG(TIME_REST, rest))
            : khct_say(reader, KHCT_KH4008, r->time->span, KHCT_MSG(TIME_UNKNOWN, rest));
    khct_say_hint(reader, diag, KHCT_MSG0(TIME_HINT));
}

khct_time khct_read_time(const khct_reader *reader, khct_span span, const khct_period *plan)
{
    khct_time time = {.from = KHCT_NO_DATE, .to = KHCT_NO_DATE, .span = span};
    time.words = khct_read_name(reader, span, false, &time.stated);
    time.rest = (khct_span){span.source, span.end, span.end};
    if (time.stated || time.words.n == 0)
        return time;
    reading r = {.terms = khct_terms_of(reader, span, plan), .time = &time};
    skip_joints(&r.terms);
    bool read = false;
    while (khct_term_peek(&r.terms, 0)->term != KHCT_TERM_END) {
        size_t start = r.terms.next;
        if (!take_one(&r))
            break;
        read = true;
        if (r.terms.next == start)
            break;
        skip_joints(&r.terms);
    }
    time.understood = read && (time.intervals.n > 0 || time.recurs != 0 || time.undated);
    find_hull(&time);
    if (khct_term_peek(&r.terms, 0)->term != KHCT_TERM_END || !time.understood) {
        size_t from = time.understood ? khct_term_word(&r.terms) : 0;
        time.rest = span_of(&r, from, r.terms.words.n);
        say_rest(&r);
    }
    return time;
}

bool khct_is_time(const khct_reader *reader, khct_span span)
{
    khct_reader quiet = *reader;
    quiet.diags = NULL;
    quiet.said = NULL;
    khct_time time = khct_read_time(&quiet, span, NULL);
    return time.understood && time.rest.begin == time.rest.end;
}
