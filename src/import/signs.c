/* Small readings that all parts of the understanding share. */
#include "import/understand.h"

#include "text/fold.h"
#include "text/utf8.h"

khct_str khct_in_shown(khct_arena *arena, const khct_in_paragraph *p)
{
    return p->label.n == 0 ? p->text : KHCT_JOIN(arena, p->label, " ", p->text);
}

const khct_message *khct_in_kept_message(khct_arena *arena, khct_message message)
{
    khct_message *kept = khct_alloc(arena, sizeof *kept);
    *kept = message;
    return kept;
}

static khct_message place_message(khct_arena *arena, khct_in_place place)
{
    khct_message m;
    khct_str row = khct_str_number(arena, place.row);
    if (place.table > 0 && place.column > 0)
        m = KHCT_MSG(IN_AT_CELL, khct_str_number(arena, place.table), row,
                     khct_str_number(arena, place.column));
    else if (place.table > 0)
        m = KHCT_MSG(IN_AT_ROW, khct_str_number(arena, place.table), row);
    else
        m = KHCT_MSG(IN_AT_PARAGRAPH, khct_str_number(arena, place.paragraph));
    if (place.page == 0)
        return m;
    khct_message on = KHCT_MSG(IN_AT_PAGE, KHCT_STR(""), khct_str_number(arena, place.page));
    on.inner[0] = khct_in_kept_message(arena, m);
    return on;
}

khct_str khct_in_place_text(khct_arena *arena, khct_in_place place)
{
    return khct_message_text(arena, place_message(arena, place), KHCT_VI);
}

khct_message khct_in_at(khct_arena *arena, khct_in_place place, khct_message message)
{
    message.inner[0] = khct_in_kept_message(arena, place_message(arena, place));
    return message;
}

khct_message khct_in_remark_text(khct_arena *arena, const khct_in_remark *remark)
{
    khct_message m = khct_in_at(arena, remark->place, KHCT_MSG0(IN_WITH_PLACE));
    m.inner[1] = khct_in_kept_message(arena, remark->message);
    return m;
}

void khct_in_remark_on(khct_in_plan *u, khct_code code, khct_message message,
                       const khct_sketch *about)
{
    khct_push(u->arena, &u->remarks) = (khct_sketch_remark){code, message, about};
}

void khct_in_guess(khct_in_plan *u, khct_in_place place, khct_message message,
                   const khct_sketch *about)
{
    khct_in_remark_on(u, KHCT_KH8034, khct_in_at(u->arena, place, message), about);
}

void khct_in_keep(khct_in_plan *u, khct_sketch *parent, khct_in_paragraph *p, bool told)
{
    if (p->used)
        return;
    p->used = true;
    khct_sketch_comment(u->arena, parent, khct_in_shown(u->arena, p));
    if (!told)
        return;
    enum { MOST = 20 };
    if (++u->kept <= MOST)
        khct_in_remark_on(u, KHCT_KH8035, khct_in_at(u->arena, p->place, KHCT_MSG0(IN_KEPT)), NULL);
}

khct_in_paragraph *khct_in_piece(khct_arena *arena, khct_in_paragraph *whole, khct_str words)
{
    khct_in_paragraph *piece = khct_alloc(arena, sizeof *piece);
    *piece = *whole;
    piece->text = khct_str_trim(words);
    piece->label = words.p == whole->text.p ? whole->label : KHCT_STR("");
    whole->used = true;
    return piece;
}

khct_in_paragraph *khct_in_bare(khct_arena *arena, const khct_in_paragraph *whole, khct_str words)
{
    khct_in_paragraph *bare = khct_alloc(arena, sizeof *bare);
    if (whole != NULL)
        *bare = *whole;
    bare->text = words;
    bare->label = KHCT_STR("");
    return bare;
}

/* --- signs at the beginning --- */

static bool is_roman(khct_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (strchr("IVXL", s.p[i]) == NULL)
            return false;
    return s.n > 0 && s.n <= 6;
}

/* What may stand after a number: `.` `)` `/` `:` `-`, or a blank after a dotted one. Bytes; 0:
 * none. */
static size_t closing(khct_str s, size_t at)
{
    if (at >= s.n || strchr(".)/:-", s.p[at]) == NULL)
        return 0;
    size_t n = 1;
    while (at + n < s.n && strchr(".)/:-", s.p[at + n]) != NULL)
        n++;
    return n;
}

static khct_in_beginning made(khct_in_sign sign, uint32_t number, khct_str s, size_t from)
{
    return (khct_in_beginning){sign, number, khct_str_trim(khct_str_sub(s, from, s.n))};
}

/* 1. 1.1. 1.1.1: the numbers and what closes them. */
static khct_in_beginning numbered(khct_str s)
{
    uint32_t parts = 0, value = 0;
    size_t at = 0;
    for (;;) {
        size_t begin = at;
        value = khct_in_figures(s, &at, 4);
        if (at == begin || at - begin > 2)
            break;
        parts++;
        if (at >= s.n || s.p[at] != '.' || !khct_digit_at(s, at + 1))
            break;
        at++;
    }
    size_t closed = closing(s, at);
    bool spaced = khct_space_at(s, at + closed) > 0 || at + closed == s.n;
    size_t length;
    bool letter = at + closed < s.n &&
                  khct_is_letter(khct_utf8_at(s.p + at + closed, s.n - at - closed, &length));
    if (parts == 0 || (closed == 0 && (parts == 1 || !spaced)) || (!spaced && !letter))
        return made(KHCT_IN_SIGN_NONE, 0, s, 0);
    khct_in_sign sign = parts == 1   ? KHCT_IN_SIGN_NUMBER
                        : parts == 2 ? KHCT_IN_SIGN_SECOND
                                     : KHCT_IN_SIGN_THIRD;
    return made(sign, value, s, at + closed);
}

/* I. A. a) */
static khct_in_beginning lettered(khct_str s)
{
    size_t n = 0;
    while (n < s.n && n < 7 && strchr("IVXL", s.p[n]) != NULL)
        n++;
    size_t closed = closing(s, n);
    bool spaced = n + closed == s.n || khct_space_at(s, n + closed) > 0;
    size_t after = n + khct_space_at(s, n); /* "I . " */
    if (closed == 0 && n > 0 && after > n && closing(s, after) > 0) {
        closed = after - n + closing(s, after);
        spaced = true;
    }
    size_t length = 1;
    bool letter = n + closed < s.n &&
                  khct_is_letter(khct_utf8_at(s.p + n + closed, s.n - n - closed, &length));
    bool about = n == 1 && s.p[0] == 'V' && closed == 1 && s.p[1] == '/' && !spaced; /* V/v */
    if (is_roman(khct_str_sub(s, 0, n)) && closed > 0 && !about && (spaced || letter))
        return made(KHCT_IN_SIGN_ROMAN, 0, s, n + closed);
    if (s.n < 2)
        return made(KHCT_IN_SIGN_NONE, 0, s, 0);
    bool small = s.p[0] >= 'a' && s.p[0] <= 'z', large = s.p[0] >= 'A' && s.p[0] <= 'H';
    n = khct_str_starts(s, "đ") ? 2 : 1;
    closed = closing(s, n);
    spaced = khct_space_at(s, n + closed) > 0;
    if ((small || n == 2) && closed > 0 && (spaced || s.p[n] == ')'))
        return made(KHCT_IN_SIGN_LETTER, n == 2 ? 5 : (uint32_t)(s.p[0] - 'a' + 1), s, n + closed);
    if (large && closed > 0 && spaced)
        return made(KHCT_IN_SIGN_CAPITAL, (uint32_t)(s.p[0] - 'A' + 1), s, n + closed);
    return made(KHCT_IN_SIGN_NONE, 0, s, 0);
}

/* "PHẦN I. …", "Phần thứ nhất": the word goes with the number. */
static khct_str without_part(khct_str s)
{
    size_t n = khct_in_words_at(s, 0, KHCT_IN_WORD_PART_ORDINAL);
    if (n > 0 && khct_space_at(s, n) > 0) {
        size_t ordinal = khct_in_words_at(s, n + 1, KHCT_IN_WORD_ORDINAL);
        if (ordinal > 0 && closing(s, n + 1 + ordinal) > 0)
            return khct_str_sub(s, n + 1 + ordinal, s.n);
    }
    n = khct_in_words_at(s, 0, KHCT_IN_WORD_PART);
    khct_str rest = khct_str_trim(khct_str_sub(s, n, s.n));
    bool part = n > 0 && khct_space_at(s, n) > 0 && !khct_in_goes_on_small(s);
    return part && lettered(rest).sign == KHCT_IN_SIGN_ROMAN ? rest : s;
}

/* "👉 ": bytes of a picture that begins a line, with what shapes it; 0: none. */
static size_t picture(khct_str s)
{
    enum { FIRST = 0x1F000, LAST = 0x1FAFF, SHAPE = 0xFE0F, JOINER = 0x200D };
    size_t n = 0, length;
    for (int32_t c; n < s.n; n += length) {
        c = khct_utf8_at(s.p + n, s.n - n, &length);
        if ((c < FIRST || c > LAST) && (n == 0 || (c != SHAPE && c != JOINER)))
            break;
    }
    return n;
}

khct_in_beginning khct_in_beginning_in(khct_str text)
{
    khct_str whole = khct_str_trim(text), s = without_part(whole);
    if (s.n < whole.n && closing(s, 0) > 0) /* "Phần thứ nhất: …" */
        return made(KHCT_IN_SIGN_ROMAN, 0, s, closing(s, 0));
    if (s.n == 0)
        return made(KHCT_IN_SIGN_NONE, 0, s, 0);
    size_t sign = khct_list_sign(s) > 0 ? khct_list_sign(s) : picture(s);
    if (sign > 0 && s.p[0] == '+')
        return made(KHCT_IN_SIGN_SUBITEM, 0, s, sign);
    if (sign > 0)
        return made(KHCT_IN_SIGN_ITEM, 0, s, sign);
    size_t length;
    bool dash = s.p[0] == '-' || khct_str_starts(s, "–") || khct_str_starts(s, "•");
    size_t width = s.p[0] == '-' ? 1 : 3;
    if ((dash || s.p[0] == '+') && s.n > width + 1 &&
        khct_is_letter(khct_utf8_at(s.p + (dash ? width : 1), s.n - (dash ? width : 1), &length)))
        return made(dash ? KHCT_IN_SIGN_ITEM : KHCT_IN_SIGN_SUBITEM, 0, s, dash ? width : 1);
    return khct_is_digit(s.p[0]) ? numbered(s) : lettered(s);
}

khct_in_beginning khct_in_beginning_of(const khct_in_paragraph *p)
{
    if (p->label.n == 0)
        return khct_in_beginning_in(p->text);
    if (khct_str_is(p->label, "-") || khct_str_is(p->label, "•"))
        return made(KHCT_IN_SIGN_ITEM, 0, p->text, 0);
    if (khct_str_is(p->label, "+") || khct_str_is(p->label, "o"))
        return made(KHCT_IN_SIGN_SUBITEM, 0, p->text, 0);
    /* "1." alone, or "Phần 1." */
    khct_in_beginning b = khct_in_beginning_in(p->label);
    if (b.sign == KHCT_IN_SIGN_NONE && p->label.n < 8) {
        char with[16];
        memcpy(with, p->label.p, p->label.n);
        with[p->label.n] = '.';
        b = khct_in_beginning_in((khct_str){with, p->label.n + 1});
    }
    b.words = p->text;
    return b;
}

uint32_t khct_in_figures(khct_str text, size_t *at, size_t most)
{
    uint32_t value = 0;
    for (size_t begin = *at; *at - begin < most && khct_digit_at(text, *at); ++*at)
        value = value * 10 + (uint32_t)(text.p[*at] - '0');
    return value;
}

/* --- letters --- */

bool khct_in_is_number(khct_str text)
{
    enum { BARE = 2 }; /* bytes of "So": "Sở" has more */
    bool begins = khct_in_words_at(text, 0, KHCT_IN_WORD_NUMBER) > 0 ||
                  khct_in_words_at(text, 0, KHCT_IN_WORD_NUMBER_BARE) == BARE;
    return begins && memchr(text.p, '/', text.n) != NULL;
}

khct_str khct_in_without_end(khct_str s, const char *signs)
{
    bool dashes = strchr(signs, '-') != NULL;
    for (size_t n = 1; n > 0; s = khct_str_sub(s, 0, s.n - n)) {
        s = khct_str_trim(s);
        bool dash = dashes && (khct_str_ends(s, "–") || khct_str_ends(s, "—"));
        n = dash ? strlen("–") : s.n > 0 && strchr(signs, s.p[s.n - 1]) != NULL;
    }
    return s;
}

khct_str khct_in_skip_signs(khct_str s)
{
    for (size_t n = 1; n > 0; s = khct_str_sub(s, n, s.n)) {
        s = khct_str_trim(s);
        bool dash = khct_str_starts(s, "–") || khct_str_starts(s, "—");
        n = dash ? strlen("–") : s.n > 0 && strchr(".:-),;/", s.p[0]) != NULL;
    }
    return s;
}

khct_str khct_in_label(khct_str text, khct_str *rest)
{
    khct_str label = khct_str_cut(&text, ':');
    *rest = khct_str_trim(text);
    return label;
}

bool khct_in_is_upper(khct_str text)
{
    size_t upper = 0, length;
    for (size_t at = 0; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        if (!khct_is_letter(c))
            continue;
        if (!khct_is_capital_or_digit(c))
            return false;
        upper++;
    }
    return upper > 1;
}

bool khct_in_goes_on_small(khct_str text)
{
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        if (khct_is_letter(c))
            return !khct_is_capital_or_digit(c);
        if (!(c == ' ' || c == '(' || c == '"'))
            return false;
    }
    return false;
}

bool khct_in_ends(khct_str text)
{
    text = khct_str_trim(text);
    static const char *const ENDS[] = {".", ";", ":", "!", "?", "…", "./.", ")", "”", "\""};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (khct_str_ends(text, ENDS[i]))
            return true;
    return false;
}

size_t khct_in_words(khct_str text)
{
    size_t words = 0;
    bool inside = false;
    for (size_t at = 0; at < text.n;) {
        size_t space = khct_space_at(text, at);
        words += space == 0 && !inside;
        inside = space == 0;
        at += space == 0 ? 1 : space;
    }
    return words;
}

/* Letters that no word of Vietnamese is made of: an abbreviation. */
static bool is_short(khct_str word)
{
    bool vowel = false;
    size_t length;
    for (size_t at = 0; at < word.n; at += length) {
        int32_t c = khct_utf8_at(word.p + at, word.n - at, &length);
        vowel |= c > 0x7F ? c != 0x110 : strchr("AEIOUY", (char)c) != NULL;
    }
    return !vowel || khct_in_is_any(word, KHCT_IN_WORD_SHORT);
}

static khct_str first_upper(khct_arena *arena, khct_str word)
{
    size_t length;
    for (size_t i = 0; i < word.n; i++)
        if (khct_is_digit(word.p[i])) /* "6A" */
            return word;
    khct_utf8_at(word.p, word.n, &length);
    return khct_str_cat(arena, khct_upper(arena, khct_str_sub(word, 0, length)),
                        khct_lower(arena, khct_str_sub(word, length, word.n)));
}

/* The phrase that the text begins with, in any case; .n 0: none. */
static khct_str phrase_at(khct_arena *arena, khct_str text)
{
    khct_str best = {NULL, 0};
    khct_str words;
    for (size_t at = 0; (words = khct_in_next_words(KHCT_IN_WORD_NAME, &at)).n > 0;) {
        khct_str upper = khct_upper(arena, words);
        bool here = text.n >= upper.n && memcmp(text.p, upper.p, upper.n) == 0;
        bool whole = here && (text.n == upper.n || strchr(" ,.;-", text.p[upper.n]) != NULL);
        if (whole && words.n > best.n)
            best = words;
    }
    return best;
}

khct_str khct_in_recased(khct_arena *arena, khct_str text, bool name)
{
    if (!khct_in_is_upper(text))
        return text;
    text = khct_folded_space(arena, text);
    khct_strs pieces = {0};
    for (size_t at = 0; at < text.n;) {
        if (text.p[at] == ' ') {
            khct_push(arena, &pieces) = KHCT_STR(" ");
            at++;
            continue;
        }
        khct_str left = khct_str_sub(text, at, text.n);
        khct_str phrase = phrase_at(arena, left);
        size_t end =
            phrase.n > 0 ? khct_upper(arena, phrase).n : khct_str_find(left, KHCT_STR(" "));
        khct_str word = khct_str_sub(left, 0, end);
        bool keep = phrase.n > 0 && name;
        bool place = keep && khct_in_goes_on_small(phrase) && end == left.n && at > 0 &&
                     khct_in_words(phrase) == 1; /* "Nam Quận": nothing is named after it */
        if (place)
            phrase = first_upper(arena, phrase);
        bool figure = keep && !khct_in_words_at(phrase, 0, KHCT_IN_WORD_NUMBER) &&
                      left.p[end] == ' ' && khct_digit_at(left, end + 1); /* "Phường 4" */
        if (figure)
            phrase = first_upper(arena, phrase);
        khct_push(arena, &pieces) = keep                              ? phrase
                                    : phrase.n == 0 && is_short(word) ? word
                                    : name                            ? first_upper(arena, word)
                                                                      : khct_lower(arena, word);
        at += end;
    }
    khct_str made_text = khct_str_join(arena, pieces.at, pieces.n);
    size_t length;
    if (made_text.n == 0)
        return made_text;
    khct_utf8_at(made_text.p, made_text.n, &length);
    return khct_str_cat(arena, khct_upper(arena, khct_str_sub(made_text, 0, length)),
                        khct_str_sub(made_text, length, made_text.n));
}
