#include "value/date.h"

#include "value/text.h"

#include "text/utf8.h"

#include <stdio.h>

/* Howard Hinnant's days_from_civil: years begin in March, so the leap day comes last. */
khct_date khct_date_of(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

void khct_date_parts(khct_date date, int *year, int *month, int *day)
{
    int z = date + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int day_of_era = z - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int m = (5 * day_of_year + 2) / 153;
    int real_month = m < 10 ? m + 3 : m - 9;
    if (day != NULL)
        *day = day_of_year - (153 * m + 2) / 5 + 1;
    if (month != NULL)
        *month = real_month;
    if (year != NULL)
        *year = year_of_era + era * 400 + (real_month <= 2 ? 1 : 0);
}

int khct_month_length(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

bool khct_date_exists(uint64_t year, uint64_t month, uint64_t day)
{
    return year >= KHCT_FIRST_YEAR && year <= KHCT_LAST_YEAR && month >= 1 && month <= 12 &&
           day >= 1 && day <= (uint64_t)khct_month_length((int)year, (int)month);
}

static khct_str formatted(khct_arena *arena, const char *format, int a, int b, int c)
{
    char text[64];
    int n = snprintf(text, sizeof text, format, a, b, c);
    return khct_str_copy(arena, (khct_str){text, (size_t)n});
}

/* Its last digits, as many as there is room for. */
static void put_digits(char *p, int number, int count)
{
    for (; count-- > 0; number /= 10)
        p[count] = (char)('0' + number % 10);
}

void khct_date_put_iso(char iso[KHCT_ISO], khct_date date)
{
    int year, month, day;
    khct_date_parts(date, &year, &month, &day);
    put_digits(iso, year, 4);
    put_digits(iso + 5, month, 2);
    put_digits(iso + 8, day, 2);
    iso[4] = iso[7] = '-';
}

khct_str khct_date_iso(khct_arena *arena, khct_date date)
{
    if (date == KHCT_NO_DATE)
        return KHCT_STR("");
    char *iso = khct_alloc_bytes(arena, KHCT_ISO);
    khct_date_put_iso(iso, date);
    return (khct_str){iso, KHCT_ISO};
}

khct_str khct_date_short(khct_arena *arena, khct_date date)
{
    int year, month, day;
    if (date == KHCT_NO_DATE)
        return KHCT_STR("");
    khct_date_parts(date, &year, &month, &day);
    return formatted(arena, "%d/%d/%d", day, month, year);
}

khct_str khct_date_figures(khct_arena *arena, khct_date date)
{
    int year, month, day;
    if (date == KHCT_NO_DATE)
        return KHCT_STR("");
    khct_date_parts(date, &year, &month, &day);
    return formatted(arena, month <= 2 ? "%02d/%02d/%d" : "%02d/%d/%d", day, month, year);
}

khct_str khct_date_long(khct_arena *arena, khct_date date)
{
    int year, month, day;
    if (date == KHCT_NO_DATE)
        return KHCT_STR("");
    khct_date_parts(date, &year, &month, &day);
    return formatted(arena,
                     month <= 2 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d", day,
                     month, year);
}

void khct_say_no_date(const khct_reader *reader, khct_span span)
{
    khct_say(reader, KHCT_KH4009, span, KHCT_MSG(NO_DATE, khct_read_plain(reader, span)));
}

/* `14/8/2023`: three numbers with one and the same sign between them. */
static size_t date_by_signs(const khct_words *words, uint64_t parts[3])
{
    const khct_word *sign = khct_peek_at(words, 1), *again = khct_peek_at(words, 3);
    if (sign->kind != KHCT_WORD_SIGN || again->kind != KHCT_WORD_SIGN ||
        sign->sign != again->sign || (sign->sign != '/' && sign->sign != '-' && sign->sign != '.'))
        return 0;
    for (size_t i = 0; i < 3; i++) {
        const khct_word *number = khct_peek_at(words, 2 * i);
        if (!khct_word_is_number(number))
            return 0;
        parts[i] = number->number;
    }
    bool iso = khct_peek(words)->text.n == 4 && parts[0] >= KHCT_FIRST_YEAR &&
               khct_peek_at(words, 4)->text.n <= 2;
    if (iso) {
        uint64_t year = parts[0];
        parts[0] = parts[2];
        parts[2] = year;
    }
    return iso || khct_peek_at(words, 4)->text.n == 4 ? 5 : 0;
}

/* `14 tháng 8 năm 2023`. */
static size_t date_by_words(const khct_reader *reader, const khct_words *words, uint64_t parts[3])
{
    khct_words w = *words;
    static const khct_common_word between[] = {KHCT_C_MONTH, KHCT_C_YEAR};
    for (size_t i = 0; i < 3; i++) {
        if (!khct_word_is_number(khct_peek(&w)))
            return 0;
        parts[i] = w.at[w.next++].number;
        if (i < 2 && !khct_take_word(reader, &w, between[i]))
            return 0;
    }
    return w.next - words->next;
}

bool khct_take_date(const khct_reader *reader, khct_words *words, khct_date *date)
{
    size_t start = words->next;
    uint64_t parts[3];
    khct_take_word(reader, words, KHCT_C_DAY);
    size_t count = date_by_signs(words, parts);
    if (count == 0)
        count = date_by_words(reader, words, parts);
    if (count == 0) {
        words->next = start;
        return false;
    }
    words->next += count;
    if (khct_date_exists(parts[2], parts[1], parts[0])) {
        *date = khct_date_of((int)parts[2], (int)parts[1], (int)parts[0]);
    } else {
        *date = KHCT_NO_DATE;
        khct_say_no_date(reader, khct_words_span(words, start, words->next));
    }
    return true;
}

/* `An Bình, ` before `ngày` or a day in figures, `An Bình ` before `ngày`. */
static khct_str take_place(const khct_reader *reader, khct_words *words)
{
    for (size_t i = 1; i < words->n; i++) {
        bool comma = khct_word_is_sign(&words->at[i], ',');
        const khct_word *next = &words->at[i + comma];
        words->next = i + comma;
        bool figures = comma && khct_word_is_number(next) &&
                       (khct_word_is_sign(next + 1, '/') || khct_word_is_sign(next + 1, '-'));
        if (figures || khct_next_is(reader, words, KHCT_C_DAY))
            return khct_read_name(reader, khct_words_span(words, 0, i), false, NULL);
    }
    words->next = 0;
    return KHCT_STR("");
}

/* What is to be filled in, at the cursor. */
static void read_blank(const khct_reader *reader, khct_words *words, khct_day *day)
{
    if (!khct_take_draft(reader, words, &day->draft) || !khct_at_end(words)) {
        if (words->n > 0)
            khct_say_not_read(reader, day->span, KHCT_MSG0(DATE_HINT));
    } else if (!khct_draft_can_be(&day->draft)) {
        khct_say_no_date(reader, day->span);
    } else {
        day->blank = true;
        khct_diag *diag =
            khct_say(reader, KHCT_KH4014, day->span, KHCT_MSG(DATE_BLANK, day->words));
        khct_diag_hint(diag, KHCT_MSG0(DATE_BLANK_HINT));
    }
}

khct_day khct_read_date(const khct_reader *reader, khct_span span)
{
    khct_words words = khct_read_words(reader, span);
    khct_day day = {.date = KHCT_NO_DATE, .span = span};
    day.words = khct_nfc(reader->arena, words.text);
    day.place = take_place(reader, &words);
    size_t start = words.next;
    if (khct_take_date(reader, &words, &day.date) && khct_at_end(&words))
        return day;
    day.date = KHCT_NO_DATE;
    words.next = start;
    read_blank(reader, &words, &day);
    return day;
}

khct_str khct_day_long(khct_arena *arena, const khct_day *day)
{
    if (day->blank)
        return khct_draft_long(arena, &day->draft);
    return day->date != KHCT_NO_DATE ? khct_date_long(arena, day->date)
                                     : KHCT_STR("ngày … tháng … năm …");
}

khct_force khct_read_force(const khct_reader *reader, khct_span span)
{
    khct_words words = khct_read_words(reader, span);
    khct_force force = {{.date = KHCT_NO_DATE, .span = span, .words = {"", 0}},
                        {.date = KHCT_NO_DATE, .span = span, .words = {"", 0}}};
    bool read = khct_take_date(reader, &words, &force.from.date);
    size_t from_end = words.next;
    if (read && (khct_take_sign(&words, '-') || khct_take_word(reader, &words, KHCT_C_TO))) {
        size_t start = words.next;
        read = khct_take_date(reader, &words, &force.to.date);
        force.to.span = khct_words_span(&words, start, words.next);
        force.to.words = khct_nfc(reader->arena, khct_words_text(&words, start, words.next));
    }
    if (!read || !khct_at_end(&words)) {
        khct_say_not_read(reader, span, KHCT_MSG0(FORCE_HINT));
        return force;
    }
    force.from.span = khct_words_span(&words, 0, from_end);
    force.from.words = khct_nfc(reader->arena, khct_words_text(&words, 0, from_end));
    if (force.to.date != KHCT_NO_DATE && force.from.date != KHCT_NO_DATE &&
        force.to.date < force.from.date)
        khct_say(reader, KHCT_KH4006, force.to.span,
                 KHCT_MSG(BACKWARDS, force.to.words, force.from.words));
    return force;
}

bool khct_force_holds(const khct_force *force, khct_date date)
{
    return (force->from.date == KHCT_NO_DATE || date >= force->from.date) &&
           (force->to.date == KHCT_NO_DATE || date <= force->to.date);
}

khct_dated_title khct_read_dated_title(const khct_reader *reader, khct_span span)
{
    khct_words words = khct_read_words(reader, span);
    khct_dated_title title = {.force = {{.date = KHCT_NO_DATE}, {.date = KHCT_NO_DATE}}};
    khct_date from, to;
    if (khct_take_date(reader, &words, &from) && khct_take_sign(&words, '-') &&
        khct_take_date(reader, &words, &to) && khct_take_sign(&words, ':')) {
        title.force.from.date = from;
        title.force.to.date = to;
        span = khct_words_rest(&words);
    }
    title.text = khct_read_name(reader, span, reader->quoted, NULL);
    return title;
}
