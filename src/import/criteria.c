/* Numbers of criteria in a text: "Tiêu chí 1.7", "TC 1,7", "1.1 - 1.4, 2.3 và 2.5". */
#include "import/understand.h"

#include "text/fold.h"
#include "text/utf8.h"

static void blanks(khct_str s, size_t *at)
{
    while (khct_blank_at(s, *at) > 0)
        *at += khct_blank_at(s, *at);
}

/* The number at byte `at` that ends a word there; 0: none. */
static uint32_t whole_number(khct_str s, size_t at)
{
    size_t begin = at, length;
    uint32_t value = khct_in_figures(s, &at, 4);
    bool ends = at == s.n || !khct_in_word(khct_utf8_at(s.p + at, s.n - at, &length));
    return ends && at - begin <= 2 ? value : 0;
}

uint32_t khct_in_number_after(khct_str text, khct_in_words_kind kind)
{
    text = khct_str_trim(text);
    size_t at = khct_in_words_at(text, 0, kind);
    if (at == 0)
        return 0;
    while (at < text.n && (khct_space_at(text, at) > 0 || strchr(".:", text.p[at]) != NULL))
        at += khct_space_at(text, at) > 0 ? khct_space_at(text, at) : 1;
    return whole_number(text, at);
}

uint32_t khct_in_leading_number(khct_str text)
{
    text = khct_str_trim(text);
    return whole_number(text, khct_str_starts(text, "(") ? 1 : 0);
}

uint32_t khct_in_standard(khct_str text)
{
    uint32_t named = khct_in_number_after(text, KHCT_IN_WORD_STANDARD);
    return named > 0 ? named : khct_in_leading_number(text);
}

uint16_t khct_in_level(khct_arena *arena, khct_library *library, khct_str text, size_t *begin,
                       size_t *end)
{
    enum { HIGHEST = 4 };
    khct_span span, at;
    size_t length;
    *begin = *end = text.n;
    if (khct_in_find_words(text, 0, KHCT_IN_WORD_LEVEL, &length) == text.n)
        return 0;
    khct_reader reader = khct_in_reader(arena, library, text, &span);
    khct_words words = khct_read_words(&reader, span);
    for (size_t i = 0; i < words.n; i++) {
        uint16_t level;
        words.next = i;
        if (!khct_take_level(&reader, &words, &level, &at) || level > HIGHEST)
            continue;
        *begin = at.begin;
        *end = at.end;
        return level;
    }
    return 0;
}

/* Bytes of a dash; 0: none. */
static size_t dash(khct_str s, size_t at)
{
    khct_str here = khct_str_sub(s, at, s.n);
    return khct_str_starts(here, "-")                                 ? 1
           : khct_str_starts(here, "–") || khct_str_starts(here, "—") ? 3
                                                                      : 0;
}

/* Where words of the kind begin that end before byte `at`, with no more than signs between; `at`:
 * none do. */
static size_t words_before(khct_str s, size_t at, khct_in_words_kind kind)
{
    enum { LONGEST = 40 };
    khct_str before = khct_str_sub(s, 0, at), word = khct_in_without_end(before, "/.:");
    if (word.n == 0 || khct_digit_at(word, word.n - 1))
        return at; /* there are texts of a million figures */
    for (size_t from = at > LONGEST ? at - LONGEST : 0; from < at; from++) {
        size_t end = from + khct_in_words_at(before, from, kind);
        while (end > from && end < at && (khct_space_at(s, end) > 0 || strchr("/.:", s.p[end])))
            end += khct_space_at(s, end) > 0 ? khct_space_at(s, end) : 1;
        if (end == at)
            return from;
    }
    return at;
}

/* How the numbers of a text are written: what stands between the standard and its criterion. */
typedef struct writing {
    char sign;         /* '.', ',', '-'; 0: the standard stands elsewhere */
    uint32_t standard; /* which, for those */
} writing;

/* Nothing follows that would make another number of it. */
static bool ends_number(khct_str s, size_t at)
{
    return !khct_digit_at(s, at) && !(at < s.n && s.p[at] == '/') &&
           !(at + 1 < s.n && strchr(".,", s.p[at]) != NULL && khct_digit_at(s, at + 1));
}

/* One at byte `at`, written that way; its end in *end. {0, 0}: none. */
static khct_criterion_id number_at(khct_str s, size_t at, writing w, size_t *end)
{
    enum { STANDARDS = 20, MOST = 40, DASHED = 15 };
    khct_criterion_id none = {0, 0};
    size_t here = at;
    uint32_t first = khct_in_figures(s, &here, 4), second = 0;
    if (first == 0)
        return none;
    *end = here;
    if (w.sign == 0)
        return w.standard > 0 && first <= MOST && ends_number(s, here)
                   ? (khct_criterion_id){(uint16_t)w.standard, (uint16_t)first}
                   : none;
    if (w.sign != '-')
        blanks(s, &here);
    if (here >= s.n || s.p[here] != w.sign)
        return none;
    here++;
    if (w.sign != '-')
        blanks(s, &here);
    second = khct_in_figures(s, &here, 4);
    *end = here;
    bool dashed = w.sign == '-' &&
                  (second > DASHED || dash(s, here) > 0 || (w.standard > 0 && first != w.standard));
    return second > 0 && second <= MOST && first <= STANDARDS && !dashed && ends_number(s, here)
               ? (khct_criterion_id){(uint16_t)first, (uint16_t)second}
               : none;
}

/* The first criterion, and how it is written. Where no word names it, it is written 1.7 and stands
 * first; `1-7` is one, and not seven, behind the word for one. */
static khct_criterion_id first_in(khct_str text, uint32_t standard, size_t *begin, size_t *end,
                                  writing *w)
{
    enum { FAR = 4000 }; /* bytes after which no name of a criterion is looked for */
    static const char SIGNS[] = {'.', ',', '-', 0};
    for (size_t at = 0; at < text.n && at < FAR; at++) {
        if (!khct_digit_at(text, at) ||
            (at > 0 && (khct_digit_at(text, at - 1) || strchr("./,", text.p[at - 1]) != NULL)))
            continue;
        *begin = words_before(text, at, KHCT_IN_WORD_CRITERION);
        bool named = *begin < at;
        bool one = named && khct_in_words_at(text, *begin, KHCT_IN_WORD_EACH) == 0;
        bool alone = at == 0 || (at == 1 && text.p[0] == '(');
        for (size_t i = 0; i < sizeof SIGNS; i++) {
            *w = (writing){SIGNS[i], standard};
            bool may = SIGNS[i] == '.' ? named || alone : SIGNS[i] == '-' ? one : named;
            khct_criterion_id id = may ? number_at(text, at, *w, end) : (khct_criterion_id){0, 0};
            if (id.standard > 0)
                return id;
        }
    }
    return (khct_criterion_id){0, 0};
}

khct_criterion_id khct_in_criterion(khct_str text, uint32_t standard, size_t *begin)
{
    writing w;
    size_t end;
    return first_in(text, standard, begin, &end, &w);
}

/* --- lists --- */

/* What joins two of a list at byte *at, which moves after it: ',' a sign, a word or a line between
 * them, '-' a range; 0: nothing. */
static char take_join(khct_str s, size_t *at)
{
    size_t from = *at, word;
    while (khct_space_at(s, *at) > 0)
        *at += khct_space_at(s, *at);
    size_t to = khct_in_words_at(s, *at, KHCT_IN_WORD_TO);
    size_t range = to > 0 ? to : dash(s, *at);
    *at += range;
    while (range == 0 && *at < s.n && strchr(",;&", s.p[*at]) != NULL)
        for (++*at; khct_space_at(s, *at) > 0;)
            *at += khct_space_at(s, *at);
    if (range == 0 && (word = khct_in_words_at(s, *at, KHCT_IN_WORD_AND)) > 0)
        *at += word;
    while (khct_space_at(s, *at) > 0)
        *at += khct_space_at(s, *at);
    return range > 0 ? '-' : *at > from ? ',' : 0;
}

/* The next of a list at byte *at, with the word for it or not. */
static khct_criterion_id take_next(khct_str s, writing w, size_t *at)
{
    size_t end;
    khct_str word = khct_str_sub(s, 0, *at);
    for (size_t i = *at; i < s.n && !khct_digit_at(s, i); i++)
        word = khct_str_sub(s, 0, i + 1);
    size_t figure = word.n;
    if (figure > *at && words_before(s, figure, KHCT_IN_WORD_CRITERION) != *at)
        return (khct_criterion_id){0, 0};
    khct_criterion_id id = number_at(s, figure, w, &end);
    if (id.standard > 0)
        *at = end;
    return id;
}

/* Only signs that say nothing. */
static bool is_nothing(khct_str s)
{
    return khct_in_without_end(s, ".,;:()-+*").n == 0;
}

khct_in_criteria khct_in_criteria_in(khct_arena *arena, khct_str text, uint32_t standard)
{
    khct_in_criteria c = {.list = KHCT_STR("")};
    writing w;
    size_t at;
    c.first = first_in(text, standard, &c.begin, &c.first_end, &w);
    if (c.first.standard == 0)
        return c;
    khct_criterion_id last = c.first;
    khct_strs pieces = {0};
    khct_push(arena, &pieces) = khct_criterion_text(arena, c.first);
    at = c.end = c.first_end;
    c.count = 1;
    for (bool range = false;;) {
        char join = take_join(text, &at);
        khct_criterion_id id = join == 0 || (join == '-' && range) ? (khct_criterion_id){0, 0}
                                                                   : take_next(text, w, &at);
        if (id.standard == 0 || (join == '-' && khct_criterion_cmp(last, id) >= 0))
            break;
        range = join == '-';
        khct_push(arena, &pieces) = range ? KHCT_STR(" - ") : KHCT_STR(", ");
        khct_push(arena, &pieces) = khct_criterion_text(arena, id);
        last = id;
        c.end = at;
        c.count++;
    }
    khct_str rest = khct_str_trim(khct_str_sub(text, c.end, text.n));
    c.apart = rest.n == 0 || text.p[c.end] == '\n' || strchr(".:;)", rest.p[0]) != NULL ||
              dash(rest, 0) > 0 || !(khct_in_goes_on_small(rest) || khct_digit_at(rest, 0));
    c.list = khct_str_join(arena, pieces.at, pieces.n);
    c.sign = w.sign;
    c.whole =
        is_nothing(khct_str_sub(text, 0, c.begin)) && is_nothing(khct_str_sub(text, c.end, text.n));
    return c;
}

void khct_in_remark_criteria(khct_in_plan *u, khct_in_place place, khct_str text,
                             const khct_in_criteria *c, const khct_sketch *about)
{
    if (c->first.standard > 0 && c->sign != '.')
        khct_in_guess(u, place,
                      KHCT_MSG(IN_GUESS_CRITERION, KHCT_STR(""),
                               khct_str_trim(khct_str_sub(text, c->begin, c->end)), c->list),
                      about);
}

void khct_in_remark_ten(khct_in_plan *u, khct_in_place place, khct_criterion_id id,
                        khct_criterion_id before, const khct_sketch *about)
{
    khct_criterion_id ten = {id.standard, 10};
    if (id.number == 1 && before.number == 9 && before.standard == id.standard)
        khct_in_guess(u, place,
                      KHCT_MSG(IN_GUESS_TEN, KHCT_STR(""), khct_criterion_text(u->arena, id),
                               khct_criterion_text(u->arena, ten)),
                      about);
}
