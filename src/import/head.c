/* The head of a document: offices, number, place and date, title, subject, year. */
#include "import/understand.h"

#include "text/fold.h"
#include "text/utf8.h"

typedef struct heading {
    khct_in_plan *u;
    khct_arena *arena;
    khct_strs offices; /* lines above the number, in order */
    khct_strs subject;
    khct_str about; /* "V/v …" above the title; or empty */
    bool titled;
} heading;

static khct_sketch *put_name(khct_in_plan *u, khct_sketch *block, khct_keyword field,
                             khct_str words)
{
    if (khct_str_trim(words).n == 0 || khct_sketch_find(block, field) != NULL)
        return NULL;
    return khct_sketch_put(u->arena, block, field, words);
}

static bool is_rule(khct_str text)
{
    size_t length;
    for (size_t at = 0; at < text.n; at += length)
        if (khct_in_word(khct_utf8_at(text.p + at, text.n - at, &length)))
            return false;
    return true;
}

/* Bytes of the first place where a date in words or figures begins; text.n: none. */
static size_t date_in(khct_str text)
{
    size_t length;
    return khct_in_find_words(text, 0, KHCT_IN_WORD_DAY, &length);
}

static khct_str without_begin(khct_str s, const char *signs)
{
    s = khct_str_trim(s);
    while (s.n > 0 && strchr(signs, s.p[0]) != NULL)
        s = khct_str_trim(khct_str_sub(s, 1, s.n));
    return s;
}

/* "ngày     tháng 9 năm 2022": what is not filled in is shown so. */
static khct_str filled_date(khct_arena *arena, khct_str text)
{
    khct_str folded = khct_folded_space(arena, text);
    size_t day = khct_in_words_at(folded, 0, KHCT_IN_WORD_DAY);
    if (khct_in_words_at(folded, day + 1, KHCT_IN_WORD_MONTH) == 0)
        return text;
    return KHCT_JOIN(arena, khct_str_sub(folded, 0, day), " …",
                     khct_str_sub(folded, day, folded.n));
}

/* "An Bình, ngày 14 tháng 8 năm 2023" */
static bool take_date(heading *h, khct_in_paragraph *p, khct_str text)
{
    khct_str folded = khct_fold_bare(h->arena, text);
    size_t at = date_in(text);
    bool dated =
        khct_in_says_any(folded, KHCT_IN_WORD_MONTH) && khct_in_says_any(folded, KHCT_IN_WORD_YEAR);
    bool figures =
        !dated && strpbrk(khct_cstr(h->arena, khct_str_sub(text, at, text.n)), "/") != NULL;
    if (at == text.n || text.n > 160 || !(dated || figures) ||
        khct_sketch_find(h->u->paper, KHCT_K_NGAY) != NULL)
        return false;
    khct_str place = khct_in_without_end(khct_str_sub(text, 0, at), ",;.-");
    if (khct_in_words(place) > 8)
        return false;
    put_name(h->u, h->u->school, KHCT_K_DIADANH, khct_in_recased(h->arena, place, true));
    put_name(h->u, h->u->paper, KHCT_K_NGAY,
             filled_date(h->arena, khct_lower(h->arena, khct_str_sub(text, at, text.n))));
    p->used = true;
    return true;
}

bool khct_in_take_date(khct_in_plan *u, khct_in_paragraph *p)
{
    heading h = {.u = u, .arena = u->arena};
    return take_date(&h, p, p->text);
}

/* "66 / KH-TH": signs with blanks around them. */
static khct_str without_blanks(khct_arena *arena, khct_str number)
{
    khct_strs pieces = {0};
    for (size_t at = 0; at < number.n; at++) {
        size_t next = at;
        while (next < number.n && number.p[next] == ' ')
            next++;
        bool before = next < number.n && next > at && strchr("/-", number.p[next]) != NULL;
        bool after = number.p[at] == ' ' && at > 0 && strchr("/-", number.p[at - 1]) != NULL;
        if (!before && !after)
            khct_push(arena, &pieces) = khct_str_sub(number, at, at + 1);
    }
    return khct_str_join(arena, pieces.at, pieces.n);
}

/* "Số: 14/KH-THCSHS", with the place and date after it or not. */
static bool take_number(heading *h, khct_in_paragraph *p)
{
    khct_str text = p->text;
    if (!khct_in_is_number(text) || text.n > 200 ||
        khct_sketch_find(h->u->paper, KHCT_K_SO) != NULL)
        return false;
    size_t word = 0; /* Số, So, SỐ, in whatever form of Unicode */
    while (word < text.n && text.p[word] != ':' && khct_space_at(text, word) == 0)
        word++;
    text = without_begin(khct_str_sub(text, word, text.n), ":");
    size_t end = 0; /* of the number: blanks belong to it, two of them do not */
    while (end < text.n && text.p[end] != '\t' &&
           !(text.p[end] == ' ' && end + 1 < text.n && text.p[end + 1] == ' '))
        end++;
    khct_str number = khct_str_trim(khct_str_sub(text, 0, end));
    khct_str rest = khct_str_trim(khct_str_sub(text, end, text.n));
    number = without_blanks(h->arena, number);
    if (khct_str_starts(number, "/")) /* the number itself comes later, by hand */
        number = khct_str_cat(h->arena, KHCT_STR("…"), number);
    put_name(h->u, h->u->paper, KHCT_K_SO, number);
    p->used = true;
    if (rest.n > 0 && !take_date(h, p, rest))
        khct_sketch_comment(h->arena, h->u->top, rest);
    return true;
}

/* --- years --- */

/* Two years joined by a dash at `at`; *end moves after them. 0: none. */
static uint32_t years_at(khct_str s, size_t at, size_t *end)
{
    size_t k = at;
    uint32_t first = khct_in_figures(s, &k, 4);
    if (k - at != 4 || first < 1990 || first > 2100)
        return 0;
    while (k < s.n && (khct_space_at(s, k) > 0 || strchr("-/", s.p[k]) != NULL ||
                       khct_str_starts(khct_str_sub(s, k, s.n), "–") ||
                       khct_str_starts(khct_str_sub(s, k, s.n), "—")))
        k += khct_space_at(s, k) > 0 ? khct_space_at(s, k) : s.p[k] == '-' || s.p[k] == '/' ? 1 : 3;
    size_t from = k;
    uint32_t second = khct_in_figures(s, &k, 4);
    if (k - from != 4 || second <= first || second > first + 30)
        return 0;
    *end = k;
    return first;
}

khct_str khct_in_years(khct_str text)
{
    for (size_t at = 0, end = 0; at < text.n; at++)
        if ((at == 0 || !khct_is_digit(text.p[at - 1])) && years_at(text, at, &end) > 0)
            return khct_str_sub(text, at, end);
    return KHCT_STR("");
}

static bool has_years(const heading *h)
{
    return khct_sketch_find(h->u->paper, KHCT_K_NAMHOC) != NULL ||
           khct_sketch_find(h->u->paper, KHCT_K_GIAIDOAN) != NULL;
}

/* The years of a text: those that follow `năm học` or `giai đoạn`. */
static void take_years(heading *h, khct_str text)
{
    khct_str one = khct_in_years(text);
    if (one.n == 0 || has_years(h))
        return;
    khct_str two =
        khct_in_years((khct_str){one.p + one.n, (size_t)(text.p + text.n - one.p) - one.n});
    size_t from = 0, to = one.n - 4, later = 0;
    uint32_t first = khct_in_figures(one, &from, 4), last = khct_in_figures(one, &to, 4);
    if (khct_in_figures(two, &later, 4) > first)
        put_name(h->u, h->u->paper, KHCT_K_GIAIDOAN, KHCT_JOIN(h->arena, one, " đến ", two));
    else
        put_name(h->u, h->u->paper, last == first + 1 ? KHCT_K_NAMHOC : KHCT_K_GIAIDOAN, one);
}

static bool is_motto(khct_str folded)
{
    return khct_in_says_any(folded, KHCT_IN_WORD_MOTTO);
}

/* --- a name in a text --- */

/* The name at byte `at`, where the word "trường" stands: it goes on over capitals, figures and the
 * words of a type. */
static khct_str name_at(khct_arena *arena, khct_str s, size_t at)
{
    size_t end = at, last = at, words = 0;
    bool proper = false, type = false;
    while (end < s.n) {
        size_t begin = end + (words > 0 ? khct_blank_at(s, end) : 0);
        if (words > 0 && begin == end)
            break;
        size_t stop = begin;
        while (stop < s.n && khct_space_at(s, stop) == 0 && strchr(",;:()\"", s.p[stop]) == NULL)
            stop++;
        if (stop == begin)
            break;
        khct_str word = khct_str_sub(s, begin, stop);
        size_t length;
        int32_t c = khct_utf8_at(word.p, word.n, &length);
        bool capital = khct_is_capital_or_digit(c);
        khct_str folded = khct_fold_bare(arena, word);
        bool known = khct_in_is_any(folded, KHCT_IN_WORD_IN_NAME);
        if (words > 0 && !capital && !known)
            break;
        if (words > 0 && known && !proper)
            type = true;
        if (words > 0 && capital && !known)
            proper = true;
        if (proper && known && !capital)
            break;
        bool ends = khct_str_ends(word, ".");
        last = stop - ends;
        end = stop;
        words++;
        if (ends || words > 12)
            break;
    }
    return proper && type ? khct_str_sub(s, at, last) : KHCT_STR("");
}

/* --- title and subject --- */

/* Bytes of "Năm học 2023-2024" at the end of a text; text.n where it does not end so. */
static size_t year_phrase(khct_str text)
{
    size_t at, length, end = 0;
    at = khct_in_find_words(text, 0, KHCT_IN_WORD_SCHOOL_YEAR, &length);
    if (at == text.n) { /* "… giai đoạn 2022-2027" belongs to the subject */
        at = 0;
        length = khct_in_words_at(text, 0, KHCT_IN_WORD_PERIOD);
    }
    khct_str rest = without_begin(khct_str_sub(text, at + length, text.n), ":");
    bool years = years_at(rest, 0, &end) > 0 && is_rule(khct_str_sub(rest, end, rest.n));
    return length > 0 && years ? at : text.n;
}

/* The text with a capital at byte `at`. */
static khct_str capital_at(khct_arena *arena, khct_str s, size_t at)
{
    size_t length;
    if (at >= s.n)
        return s;
    khct_utf8_at(s.p + at, s.n - at, &length);
    return KHCT_JOIN(arena, khct_str_sub(s, 0, at),
                     khct_upper(arena, khct_str_sub(s, at, at + length)),
                     khct_str_sub(s, at + length, s.n));
}

/* "V/v …", "Về việc …": the words before the subject stay as a comment. */
static khct_str without_about(const heading *h, khct_str text)
{
    size_t n = khct_in_words_at(text, 0, KHCT_IN_WORD_ABOUT);
    if (n == 0)
        return text;
    khct_sketch_comment(h->arena, h->u->paper, khct_str_sub(text, 0, n));
    return capital_at(h->arena, without_begin(khct_str_sub(text, n, text.n), ":."), 0);
}

static void push_subject(heading *h, khct_str words)
{
    if (khct_str_trim(words).n > 0)
        khct_push(h->arena, &h->subject) = khct_str_trim(words);
}

/* "… TRƯỜNG MẦM NON HOA SEN - NĂM HỌC …": a school's name at the beginning of a line, or after
 * capitals that do not lead to it ("CỦA"), is no part of the subject. */
static void add_subject(heading *h, khct_str text)
{
    khct_arena *arena = h->arena;
    take_years(h, text);
    text = khct_in_without_end(khct_str_sub(text, 0, year_phrase(text)), ":,-");
    size_t length, begin = khct_in_find_words(text, 0, KHCT_IN_WORD_NAMED_SCHOOL, &length);
    khct_str name = name_at(arena, text, begin);
    khct_str before = khct_in_without_end(khct_str_sub(text, 0, begin), ":,-");
    khct_str after = khct_str_sub(text, begin + name.n, text.n), rest = khct_in_skip_signs(after);
    if (name.n == 0 || (begin > 0 && !khct_in_is_upper(text))) {
        push_subject(h, text);
    } else if (khct_in_last_word_is(before, KHCT_IN_WORD_LEADING)) {
        before =
            h->subject.n > 0 ? khct_lower(arena, before) : khct_in_recased(arena, before, false);
        push_subject(h, KHCT_JOIN(arena, before, " ", khct_in_recased(arena, name, true), after));
    } else {
        if (khct_in_words_at(rest, 0, KHCT_IN_WORD_LIES_IN) > 0) {
            name = khct_str_sub(text, begin, text.n);
            rest = KHCT_STR("");
        }
        if (h->offices.n == 0)
            khct_push(arena, &h->offices) = name;
        else
            khct_sketch_comment(arena, h->u->paper, name);
        push_subject(h, before);
        push_subject(h, rest);
    }
}

/* Bytes of the document's title that the text begins with; 0: none. */
static size_t title_at(khct_str text)
{
    return khct_in_goes_on_small(text) ? 0 : khct_in_words_at(text, 0, KHCT_IN_WORD_TITLE);
}

/* A title before the offices, as a program writes it on top: the plan's own follows them. */
static bool titled_again(const heading *h, const khct_in_paragraph *p)
{
    enum { LINES = 15 };
    bool after = false, offices = false;
    for (size_t i = 0, seen = 0; i < h->u->lines.n && seen < LINES; i++) {
        const khct_in_paragraph *next = h->u->lines.at[i].paragraph;
        seen += after;
        after |= next == p;
        if (!after || next == p || next == NULL)
            continue;
        khct_str folded = khct_fold_bare(h->arena, next->text);
        offices |= is_motto(folded) || khct_in_is_number(next->text);
        if (offices && title_at(next->text) > 0)
            return true;
    }
    return false;
}

static bool take_title(heading *h, khct_in_paragraph *p)
{
    enum { TITLE = 2 }; /* words of it */
    size_t n = title_at(p->text);
    if (n == 0 || h->titled || titled_again(h, p))
        return false;
    h->titled = p->used = true;
    if (khct_in_words(khct_str_sub(p->text, 0, n)) > TITLE) /* the form prints no more */
        khct_sketch_comment(h->arena, h->u->paper, khct_str_sub(p->text, 0, n));
    add_subject(h, khct_str_sub(p->text, n, p->text.n));
    return true;
}

/* Below the title: its subject, until something else begins. */
static bool take_subject(heading *h, khct_in_paragraph *p)
{
    enum { LONGEST = 260 };
    khct_str folded = khct_fold_bare(h->arena, p->text);
    bool year = khct_in_starts_any(folded, KHCT_IN_WORD_SCHOOL_YEAR) ||
                khct_in_starts_any(folded, KHCT_IN_WORD_PERIOD);
    bool looks = khct_in_is_upper(p->text) || p->centred || p->bold || p->outline > 0 || year ||
                 khct_in_says_any(folded, KHCT_IN_WORD_SUBJECT) || khct_in_years(p->text).n > 0;
    bool goes_on = h->subject.n > 0 && khct_in_goes_on_small(p->text);
    if (!h->titled || p->text.n > LONGEST || !(looks || goes_on) ||
        khct_in_starts_any(folded, KHCT_IN_WORD_BASIS) || khct_str_ends(p->text, ";") ||
        khct_str_ends(p->text, ":"))
        return false;
    khct_str text = p->text; /* "(Kèm theo …)" is no subject, "(từ năm học … đến …)" is */
    if (khct_str_starts(text, "(") && !(khct_in_years(text).n > 0 && khct_str_ends(text, ")")))
        return false;
    if (khct_str_starts(text, "("))
        text = khct_lower(h->arena, khct_str_sub(text, 1, text.n - 1));
    add_subject(h, without_about(h, text));
    p->used = true;
    return true;
}

/* --- offices --- */

static bool is_school(khct_str folded)
{
    return khct_in_says_any(folded, KHCT_IN_WORD_SCHOOL) ||
           khct_in_starts_any(folded, KHCT_IN_WORD_SCHOOL_BEGIN);
}

static bool is_office(khct_str folded)
{
    return khct_in_says_any(folded, KHCT_IN_WORD_BODY);
}

/* "trường mầm non 7/5" as a name: its type has a capital. */
static khct_str as_name(khct_arena *arena, khct_str name)
{
    size_t type = khct_str_find(name, KHCT_STR(" "));
    bool school =
        khct_in_is_any(khct_fold_bare(arena, khct_str_sub(name, 0, type)), KHCT_IN_WORD_SCHOOL);
    return capital_at(arena, capital_at(arena, name, 0), school ? type + 1 : 0);
}

/* The same words elsewhere in the document, in small letters. */
static khct_str as_elsewhere(khct_in_plan *u, khct_str name)
{
    khct_str wanted = khct_fold(u->arena, name);
    for (size_t i = 0; i < u->lines.n && wanted.n > 0; i++) {
        const khct_in_paragraph *p = u->lines.at[i].paragraph;
        if (p == NULL || khct_in_is_upper(p->text) ||
            khct_str_find(khct_fold(u->arena, p->text), wanted) == khct_fold(u->arena, p->text).n)
            continue;
        /* the bytes: from a word on, as many words as the name has */
        size_t words = khct_in_words(name);
        for (size_t at = 0; at < p->text.n; at++) {
            if (at > 0 && khct_space_before(p->text, at) == 0 &&
                strchr("\"(,", p->text.p[at - 1]) == NULL)
                continue;
            size_t end = at, seen = 0;
            bool inside = false;
            while (end < p->text.n) {
                size_t space = khct_space_at(p->text, end);
                if (space > 0 && inside && ++seen == words)
                    break;
                inside = space == 0;
                end += space > 0 ? space : 1;
            }
            khct_str here = khct_in_without_end(khct_str_sub(p->text, at, end), ".,;:/)\"");
            if (khct_str_eq(khct_fold(u->arena, here), wanted) &&
                khct_is_capital_or_digit(khct_utf8_at(here.p, here.n, &(size_t){0})))
                return here;
        }
    }
    return khct_in_recased(u->arena, name, true);
}

/* Bytes of an office's line before the plan's title, which a sheet may have after it: "TRƯỜNG … -
 * KẾ HOẠCH …". */
static size_t before_title(khct_str text)
{
    size_t length, at = khct_in_find_words(text, 1, KHCT_IN_WORD_TITLE, &length);
    khct_str before = khct_str_trim(khct_str_sub(text, 0, at));
    bool apart = khct_in_without_end(before, "-:.").n < before.n;
    return at < text.n && apart ? at : text.n;
}

static bool take_office(heading *h, khct_in_paragraph *p)
{
    size_t title = before_title(p->text);
    if (title < p->text.n && !h->titled) {
        khct_str before = khct_in_without_end(khct_str_sub(p->text, 0, title), "-:.");
        return take_office(h, khct_in_piece(h->arena, p, before)) &&
               take_title(h, khct_in_piece(h->arena, p, khct_str_sub(p->text, title, p->text.n)));
    }
    khct_str folded = khct_fold_bare(h->arena, p->text);
    if (h->titled || p->text.n > 160)
        return false;
    if (h->offices.n > 0 && khct_in_words_at(p->text, 0, KHCT_IN_WORD_UNIT) > 0) {
        khct_in_keep(h->u, h->u->school, p, false);
        return true;
    }
    bool goes_on = h->offices.n > 0 && khct_in_is_upper(p->text) && !is_office(folded) &&
                   khct_in_words_at(p->text, 0, KHCT_IN_WORD_PAPER) == 0;
    if (!is_school(folded) && !is_office(folded) && !goes_on)
        return false;
    /* "PHÒNG GD&ĐT … TRƯỜNG …" on one line */
    size_t length, school = 0;
    if (is_office(folded) && khct_in_is_upper(p->text))
        school = khct_in_find_words(p->text, 1, KHCT_IN_WORD_NAMED_SCHOOL, &length);
    if (school > 0 && school < p->text.n)
        khct_push(h->arena, &h->offices) = khct_str_trim(khct_str_sub(p->text, 0, school));
    else
        school = 0;
    khct_push(h->arena, &h->offices) = khct_str_sub(p->text, school, p->text.n);
    p->used = true;
    return true;
}

/* "Trường THCS Hoa Lư, xã Hoa Lư": bytes before where it lies. */
static size_t before_place(khct_str name)
{
    for (size_t at = 0; at + 2 < name.n; at++)
        if (name.p[at] == ',' && khct_in_words_at(name, at + 2, KHCT_IN_WORD_LIES_IN) > 0)
            return at + 2;
    return name.n;
}

/* The last line with a school in it, and what follows it, is the school; what stands before it is
 * its superior. */
static void settle_offices(heading *h)
{
    khct_arena *arena = h->arena;
    size_t school = h->offices.n;
    for (size_t i = 0; i < h->offices.n; i++) {
        khct_str folded = khct_fold_bare(arena, h->offices.at[i]);
        if (is_school(folded) && !(is_office(folded) && school < h->offices.n))
            school = i;
    }
    if (school == h->offices.n)
        school = h->offices.n > 0 ? h->offices.n - 1 : 0;
    khct_strs above = {0}, name = {0};
    for (size_t i = 0; i < h->offices.n; i++)
        khct_push(arena, i < school ? &above : &name) = h->offices.at[i];
    khct_str joined = khct_folded_space(arena, khct_str_list(arena, &name, KHCT_STR(" ")));
    size_t place = before_place(joined);
    if (place < joined.n)
        khct_sketch_comment(arena, h->u->school, khct_str_sub(joined, place, joined.n));
    joined = khct_in_without_end(khct_str_sub(joined, 0, place), ",");
    if (joined.n > 0) {
        put_name(h->u, h->u->school, KHCT_K_TEN, as_name(arena, as_elsewhere(h->u, joined)));
    }
    if (above.n > 0)
        put_name(h->u, h->u->school, KHCT_K_CAPTREN,
                 khct_in_recased(
                     arena, khct_folded_space(arena, khct_str_list(arena, &above, KHCT_STR(" "))),
                     true));
}

/* --- a name that only the text has --- */

/* The name that stands most often in the text. */
static void find_school(khct_in_plan *u)
{
    khct_str best = {NULL, 0};
    khct_in_place place = {0};
    size_t most = 0;
    khct_strs names = {0};
    KHCT_VEC(size_t) counts = {0};
    for (size_t i = 0; i < u->lines.n; i++) {
        const khct_in_paragraph *p = u->lines.at[i].paragraph;
        if (p == NULL || khct_in_says_any(khct_fold_bare(u->arena, p->text), KHCT_IN_WORD_LAW))
            continue;
        size_t length;
        for (size_t at = 0;
             (at = khct_in_find_words(p->text, at, KHCT_IN_WORD_NAMED_SCHOOL, &length)) < p->text.n;
             at += length) {
            khct_str name = name_at(u->arena, p->text, at);
            if (name.n == 0)
                continue;
            size_t k = 0;
            khct_str folded = khct_fold(u->arena, name);
            while (k < names.n && !khct_str_eq(khct_fold(u->arena, names.at[k]), folded))
                k++;
            if (k == names.n) {
                khct_push(u->arena, &names) = name;
                khct_push(u->arena, &counts) = 0;
            }
            if (++counts.at[k] >= most) {
                most = counts.at[k];
                best = names.at[k];
                place = p->place;
            }
        }
    }
    if (best.n == 0)
        return;
    best = as_name(u->arena, best);
    khct_sketch *d = put_name(u, u->school, KHCT_K_TEN, best);
    khct_in_guess(u, place, KHCT_MSG0(IN_GUESS_SCHOOL), d);
}

/* --- the whole --- */

static bool ends_head(const heading *h, size_t at)
{
    const khct_in_line *line = &h->u->lines.at[at];
    if (line->sheet != NULL)
        return true;
    khct_str folded = khct_fold_bare(h->arena, line->paragraph->text);
    khct_in_beginning b = khct_in_beginning_of(line->paragraph);
    bool section = h->titled &&
                   (line->paragraph->bold || khct_in_is_upper(line->paragraph->text)) &&
                   khct_in_is_section_name(h->u, line->paragraph->text);
    return section || khct_in_starts_any(folded, KHCT_IN_WORD_BASIS) ||
           khct_in_starts_any(folded, KHCT_IN_WORD_BASIS_PLAN) || b.sign == KHCT_IN_SIGN_ROMAN ||
           b.sign == KHCT_IN_SIGN_CAPITAL || (b.sign == KHCT_IN_SIGN_NUMBER && h->titled) ||
           line->paragraph->text.n > 400;
}

/* "V/v …" below the number, with the line that it goes on in. */
static bool take_about(heading *h, khct_in_paragraph *p)
{
    enum { LONGEST = 260 };
    bool more = h->about.n > 0 && khct_in_goes_on_small(p->text);
    if (h->titled || p->text.n > LONGEST || h->about.n > LONGEST ||
        !(more || (h->about.n == 0 && khct_in_words_at(p->text, 0, KHCT_IN_WORD_ABOUT) > 0)))
        return false;
    h->about = more ? KHCT_JOIN(h->arena, h->about, " ", p->text) : p->text;
    p->used = true;
    return true;
}

/* What is said of the subject above the title counts where nothing is below it. */
static void settle_about(heading *h)
{
    if (h->about.n > 0 && h->subject.n == 0) {
        add_subject(h, without_about(h, h->about));
    } else if (h->about.n > 0) {
        khct_sketch_comment(h->arena, h->u->paper, h->about);
        take_years(h, h->about);
    }
}

static bool take_line(heading *h, khct_in_paragraph *p)
{
    khct_str folded = khct_fold_bare(h->arena, p->text);
    if (is_rule(p->text)) {
        p->used = true;
        return true;
    }
    if (is_motto(folded)) {
        khct_in_keep(h->u, h->u->top, p, false);
        return true;
    }
    return take_number(h, p) || take_date(h, p, p->text) || take_title(h, p) ||
           take_subject(h, p) || take_about(h, p) || take_office(h, p);
}

enum { AFTER = 60 }; /* lines after the head in which it may be made up for */

/* The title on another sheet than the school: "KẾ HOẠCH CẢI TIẾN …" in capitals. */
static void find_title(heading *h, size_t at)
{
    for (size_t i = at; i < h->u->lines.n && i < at + AFTER && !h->titled; i++) {
        khct_in_paragraph *p = h->u->lines.at[i].paragraph;
        if (p != NULL && khct_in_is_upper(p->text) &&
            khct_in_says_any(khct_fold_bare(h->arena, p->text), KHCT_IN_WORD_SUBJECT))
            take_title(h, p);
    }
}

/* The school year from a sentence of the text that speaks of the plan. */
static void find_year(heading *h, size_t at)
{
    khct_in_plan *u = h->u;
    for (size_t i = at;
         i < u->lines.n && i < at + AFTER && khct_sketch_find(u->paper, KHCT_K_NAMHOC) == NULL &&
         khct_sketch_find(u->paper, KHCT_K_GIAIDOAN) == NULL;
         i++) {
        const khct_in_paragraph *p = u->lines.at[i].paragraph;
        khct_str folded = p == NULL ? KHCT_STR("") : khct_fold_bare(u->arena, p->text);
        if (!khct_in_says_any(folded, KHCT_IN_WORD_SCHOOL_YEAR) ||
            !khct_in_says_any(folded, KHCT_IN_WORD_TITLE) ||
            !khct_in_says_any(folded, KHCT_IN_WORD_SUBJECT))
            continue;
        take_years(h, p->text);
        khct_sketch *d = khct_sketch_find(u->paper, KHCT_K_NAMHOC);
        if (d != NULL)
            khct_in_guess(u, p->place, KHCT_MSG0(IN_GUESS_YEAR), d);
    }
}

static void put_subject(const heading *h)
{
    khct_arena *arena = h->arena;
    khct_strs parts = {0};
    for (size_t i = 0; i < h->subject.n; i++) {
        khct_str one = h->subject.at[i];
        khct_push(arena, &parts) = i == 0                  ? khct_in_recased(arena, one, false)
                                   : khct_in_is_upper(one) ? khct_lower(arena, one)
                                                           : one;
    }
    khct_str joined = khct_folded_space(arena, khct_str_list(arena, &parts, KHCT_STR(" ")));
    put_name(h->u, h->u->paper, KHCT_K_TRICHYEU,
             capital_at(arena, khct_in_without_end(joined, ","), 0));
}

void khct_in_head(khct_in_plan *u, size_t *at)
{
    enum { LINES = 60 };
    heading h = {.u = u, .arena = u->arena, .about = KHCT_STR("")};
    size_t missed = 0, begin = *at;
    for (; *at < u->lines.n && *at - begin < LINES && !ends_head(&h, *at); ++*at) {
        khct_in_paragraph *p = u->lines.at[*at].paragraph;
        if (take_line(&h, p))
            continue;
        if (h.titled || ++missed > 8)
            break;
        khct_in_keep(u, u->top, p, true);
    }
    find_title(&h, *at);
    settle_about(&h);
    settle_offices(&h);
    put_subject(&h);
    if (khct_sketch_find(u->school, KHCT_K_TEN) == NULL)
        find_school(u);
    if (u->types != 0 && khct_sketch_find(u->school, KHCT_K_CAP) == NULL)
        put_name(u, u->school, KHCT_K_CAP, khct_school_types_names(u->arena, u->types));
    find_year(&h, *at);
}
