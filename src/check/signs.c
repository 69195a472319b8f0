/* Punctuation (KH7003): spaces around signs, dots left over, brackets never closed. */
#include "check/text.h"

#include "check/syllable.h"
#include "text/utf8.h"

typedef struct place {
    khct_texts *t;
    khct_str slice;
    khct_span span;
} place;

static khct_span span_of(const place *p, size_t begin, size_t end)
{
    return (khct_span){p->span.source, p->span.begin + (uint32_t)begin,
                       p->span.begin + (uint32_t)end};
}

static bool is_letter(char c)
{
    unsigned char byte = (unsigned char)c;
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0xC3;
}

/* White space before byte `at` on its line: where it begins. */
static size_t space_before(khct_str s, size_t at)
{
    while (at > 0 && s.p[at - 1] != '\n' && khct_space_before(s, at) > 0)
        at -= khct_space_before(s, at);
    return at;
}

static khct_diag *report(const place *p, size_t begin, size_t end, khct_message message)
{
    return khct_report(p->t->k->diags, KHCT_KH7003, span_of(p, begin, end), message);
}

static void fix(const place *p, khct_diag *diag, khct_grade grade, size_t begin, size_t end,
                khct_str text)
{
    khct_diag_fix(diag, grade, span_of(p, begin, end), text);
}

/* A run of dots that begins at `at`: `..` or a row that was to be filled in. */
static void check_dots(const place *p, size_t at)
{
    khct_str s = p->slice;
    if (at > 0 && s.p[at - 1] == '.')
        return;
    size_t end = at;
    while (end < s.n && s.p[end] == '.')
        end++;
    if (end - at < 2 || end - at == 3 || (end < s.n && s.p[end] == '/'))
        return;
    bool two = end - at == 2;
    size_t begin = space_before(s, at);
    khct_diag *diag =
        report(p, two ? begin : at, end, two ? KHCT_MSG0(TWO_DOTS) : KHCT_MSG0(LEFT_DOTS));
    khct_diag_hint(diag, two ? KHCT_MSG0(TWO_DOTS_HINT) : KHCT_MSG0(LEFT_DOTS_HINT));
    fix(p, diag, KHCT_LIKELY, begin, end, two ? KHCT_STR(".") : KHCT_STR(""));
}

static bool is_syllable_at(khct_str s, size_t begin)
{
    size_t end = begin;
    while (end < s.n && (is_letter(s.p[end]) || (s.p[end] & '\xC0') == '\x80'))
        end++;
    return end > begin && khct_syllable_read(khct_str_sub(s, begin, end)).sound == KHCT_SOUND_FINE;
}

/* True where the space before the sign is meant: `tỷ lệ 1 : 2`, ` .5`. */
static bool space_is_meant(khct_str s, size_t begin, size_t at)
{
    char next = at + 1 < s.n ? s.p[at + 1] : '\n';
    bool line = begin == 0 || s.p[begin - 1] == '\n';
    bool ratio = s.p[at] == ':' && begin > 0 && khct_is_digit(s.p[begin - 1]);
    /* ` .NET`, ` .5`, but not ` .Các` */
    bool part =
        s.p[at] == '.' && (khct_is_digit(next) || (is_letter(next) && !is_syllable_at(s, at + 1)));
    bool face = s.p[at] == ':' && (next == ')' || next == '(');
    return line || ratio || part || face;
}

/* True where a full stop between words ends a sentence: `lớp.Trường`, not `TP.Huế`. */
static bool ends_sentence(khct_str s, size_t at)
{
    size_t begin = at, length;
    while (begin > 0 && (is_letter(s.p[begin - 1]) || (s.p[begin - 1] & '\xC0') == '\x80'))
        begin--;
    if (begin == at || at + 1 >= s.n)
        return false;
    khct_str word = khct_str_sub(s, begin, at);
    int32_t last = 0;
    for (size_t i = 0; i < word.n; i += length)
        last = khct_utf8_at(word.p + i, word.n - i, &length);
    return word.n > 2 && !khct_is_capital_or_digit(last) &&
           khct_is_capital_or_digit(khct_utf8_at(s.p + at + 1, s.n - at - 1, &length)) &&
           khct_syllable_read(word).sound == KHCT_SOUND_FINE;
}

static bool wants_space(khct_str s, size_t at)
{
    char before = at > 0 ? s.p[at - 1] : ' ', after = at + 1 < s.n ? s.p[at + 1] : ' ';
    if (!is_letter(after))
        return false;
    if (s.p[at] == '.')
        return ends_sentence(s, at);
    if (s.p[at] == ':')
        return !khct_is_digit(before) && before != ' ';
    return true;
}

void khct_check_sign(khct_texts *texts, khct_str slice, size_t at, khct_span span)
{
    place p = {texts, slice, span};
    if (slice.p[at] == '.' &&
        ((at > 0 && slice.p[at - 1] == '.') || (at + 1 < slice.n && slice.p[at + 1] == '.'))) {
        check_dots(&p, at);
        return;
    }
    size_t sign = at > 0 && slice.p[at - 1] == '\\' ? at - 1 : at;
    size_t begin = space_before(slice, sign);
    bool before = begin < sign && !space_is_meant(slice, begin, at);
    bool after = wants_space(slice, at);
    if ((!before && !after) || khct_in_address(texts, slice, at))
        return;
    khct_str shown = khct_str_sub(slice, at, at + 1);
    khct_diag *diag =
        report(&p, before ? begin : at, at + 1,
               before ? KHCT_MSG(SPACE_BEFORE, shown) : KHCT_MSG(SPACE_BEHIND, shown));
    khct_fix *mended = NULL;
    if (before)
        mended = khct_diag_fix(diag, KHCT_SAFE, span_of(&p, begin, sign), KHCT_STR(""));
    khct_edit insert = {span_of(&p, at + 1, at + 1), KHCT_STR(" ")};
    if (after && mended != NULL)
        khct_push(texts->k->arena, &mended->edits) = insert;
    else if (after)
        khct_diag_fix(diag, KHCT_SAFE, insert.span, insert.text);
}

void khct_check_value_end(khct_texts *texts, khct_str slice, khct_span span)
{
    size_t end = slice.n;
    while (end > 0 && strchr(" \t\r\n", slice.p[end - 1]) != NULL)
        end--;
    if (end == 0 || slice.p[end - 1] != ',')
        return;
    place p = {texts, slice, span};
    khct_diag *diag = report(&p, end - 1, end, KHCT_MSG0(ENDS_IN_COMMA));
    khct_diag_hint(diag, KHCT_MSG0(ENDS_IN_COMMA_HINT));
    fix(&p, diag, KHCT_LIKELY, end - 1, end, KHCT_STR(""));
}

/* Where the first bracket of this kind stands that is never closed; slice.n: none. A closing one
 * without an opening one counts an item: `a) …`. */
static size_t open_bracket(khct_str s, char open, char close)
{
    size_t depth = 0, first = s.n;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == open && depth++ == 0)
            first = i;
        else if (s.p[i] == close && depth > 0)
            depth--;
    }
    return depth > 0 ? first : s.n;
}

/* The last quotation mark, where their number is odd; s.n: none. A `"` after a digit is an inch.
 */
static size_t open_quote(khct_str s, size_t *length)
{
    size_t count = 0, last = s.n;
    for (size_t i = 0; i < s.n; i++) {
        bool plain = s.p[i] == '"' && !(i > 0 && khct_is_digit(s.p[i - 1]) && count % 2 == 0);
        bool curly = i + 2 < s.n && s.p[i] == '\xE2' && s.p[i + 1] == '\x80' &&
                     (s.p[i + 2] == '\x9C' || s.p[i + 2] == '\x9D');
        if (!plain && !curly)
            continue;
        count++;
        last = i;
        *length = curly ? 3 : 1;
        if (curly)
            i += 2;
    }
    return count % 2 == 1 ? last : s.n;
}

void khct_check_pairs(khct_texts *texts, khct_str slice, khct_span span)
{
    place p = {texts, slice, span};
    if (khct_str_starts(slice, "\"\"\""))
        return; /* never closed: KH0003 */
    static const char PAIRS[][2] = {{'(', ')'}, {'[', ']'}};
    for (size_t i = 0; i < 2; i++) {
        size_t at = open_bracket(slice, PAIRS[i][0], PAIRS[i][1]);
        if (at < slice.n)
            report(&p, at, at + 1, KHCT_MSG(NEVER_CLOSED, khct_str_sub(slice, at, at + 1)));
    }
    size_t length = 0, at = open_quote(slice, &length);
    if (at < slice.n)
        report(&p, at, at + length, KHCT_MSG(NEVER_CLOSED, khct_str_sub(slice, at, at + length)));
}
