/* Ways of writing that are not the language's and yet can only mean one thing: they are read, and
 * said with the fix. */
#include "layout.h"

#include "syntax/begins.h"
#include "syntax/titles.h"
#include "text/fold.h"
#include "text/utf8.h"

static khct_str words_of(const khct_layout *l, uint32_t begin, uint32_t end)
{
    return khct_str_copy(l->diags->arena, khct_str_trim(khct_str_sub(l->text, begin, end)));
}

/* --- titles of columns --- */

/* The end of at most so many words at `at` that a colon follows, *colon; 0: none. `small`: none of
 * them with a capital, and line ends may stand between them. */
static uint32_t words_before_colon(const khct_layout *l, uint32_t at, int most, bool small,
                                   uint32_t *colon)
{
    uint32_t end = at;
    for (int words = 0; words <= most; words++) {
        size_t length;
        *colon = at;
        if (khct_byte_at(l, at) == ':')
            return end;
        int32_t c = khct_utf8_at(l->text.p + at, l->text.n - at, &length);
        if (!khct_is_letter(c) || (small && khct_is_capital_or_digit(c)))
            return 0;
        end = khct_word_end(l, at);
        at = small ? khct_skip_space(l, end) : khct_skip_blanks(l, end);
    }
    return 0;
}

uint32_t khct_label_end(const khct_layout *l, uint32_t at)
{
    uint32_t colon;
    return words_before_colon(l, at, 6, false, &colon);
}

/* The words from `from` to the colon at `to` are the rest of a column's title, not of the value. */
static void report_label(khct_layout *l, uint32_t from, uint32_t to, bool passed)
{
    khct_diags *diags = l->diags;
    khct_str name = words_of(l, l->item.begin, l->item.end);
    khct_str words = words_of(l, from, to);
    khct_span span = khct_layout_place(l, passed ? l->item.begin : khct_skip_space(l, from), to);
    khct_str field = khct_str_of(khct_keyword_at(l->item.keyword)->unmarked);
    khct_diag *diag = khct_report(diags, KHCT_KH1015, span,
                                  passed ? KHCT_MSG(LABEL, words_of(l, l->item.begin, to), field)
                                         : KHCT_MSG(LABEL_TEXT, name, words));
    bool colon = khct_byte_at(l, to) == ':';
    khct_diag_hint(diag,
                   passed ? KHCT_MSG(LABEL_HINT, name) : KHCT_MSG(LABEL_TEXT_HINT, name, words));
    khct_diag_fix(diag, passed ? KHCT_SAFE : KHCT_LIKELY,
                  khct_layout_place(l, l->item.end, to + (colon ? 1 : 0)), KHCT_STR(":"));
}

void khct_layout_report_name(khct_layout *l, uint32_t at, uint32_t end, khct_keyword keyword)
{
    const khct_keyword_row *field = khct_keyword_at(keyword);
    khct_str marked = khct_str_of(field->marked);
    khct_span span = khct_layout_place(l, at, end);
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1015, span,
                                       KHCT_MSG(LABEL, words_of(l, at, end), field->unmarked),
                                       KHCT_MSG(LABEL_HINT, marked));
    khct_diag_fix(diag, KHCT_SAFE, span, marked);
}

/* The colon on the line after what begins with a sign that begins no value: `(triệu đồng):`,
 * `/phối hợp:`; 0: none. */
static uint32_t sign_colon(const khct_layout *l, uint32_t at)
{
    enum { MOST = 60 }; /* bytes */
    char sign = khct_byte_at(l, at);
    if (sign != '(' && sign != '/' && sign != ',' && sign != '&')
        return 0;
    for (uint32_t end = at; end < l->text.n && end - at < MOST; end++) {
        if (l->text.p[end] == ':')
            return end;
        if (strchr("\n;<>", l->text.p[end]) != NULL)
            return 0;
    }
    return 0;
}

/* The field's name stands in capitals, as in the head of a table: KẾT QUẢ. */
static bool is_shouted(const khct_layout *l)
{
    size_t length, letters = 0;
    for (uint32_t at = l->item.begin; at < l->item.end; at += (uint32_t)length) {
        int32_t c = khct_utf8_at(l->text.p + at, l->item.end - at, &length);
        if (khct_is_letter(c) && !khct_is_capital_or_digit(c))
            return false;
        letters += khct_is_letter(c);
    }
    return letters > 1;
}

static size_t count_words(khct_str text)
{
    size_t n = 1;
    for (size_t i = 0; i < text.n; i++)
        n += text.p[i] == ' ';
    return n;
}

/* Words before a colon belong to a value of text; before a name, a time, people or money they name
 * it. */
static bool takes_labels(khct_type type)
{
    return type != KHCT_TYPE_TEXT && type != KHCT_TYPE_USE && type != KHCT_TYPE_ROLE &&
           type != KHCT_TYPE_ABBREVIATION && type != KHCT_TYPE_ALLOWANCE && type != KHCT_TYPE_BASIS;
}

/* The words at `at` go on from the field's name: a value begins with a capital. */
static bool goes_on(const khct_layout *l, uint32_t at)
{
    size_t length;
    int32_t c = khct_utf8_at(l->text.p + at, l->text.n - at, &length);
    return khct_is_letter(c) && (!khct_is_capital_or_digit(c) || is_shouted(l));
}

/* A colon stands in the value, no further than the longest title is long. */
static bool colon_is_near(khct_str text)
{
    enum { TITLE = 200 }; /* bytes */
    const char *colon = memchr(text.p, ':', text.n < TITLE ? text.n : TITLE);
    return colon != NULL && memchr(text.p, ';', (size_t)(colon - text.p)) == NULL;
}

uint32_t khct_layout_label(khct_layout *l, uint32_t at)
{
    const khct_place *place = khct_place_of(l->open->block, l->item.keyword);
    if (place == NULL || place->how != KHCT_FIELD || l->item.dash)
        return at;
    uint32_t from = khct_skip_space(l, at);
    bool marked = (l->item.flags & KHCT_NODE_MARKED) != 0;
    uint32_t sign = sign_colon(l, from);
    if (sign > 0) {
        report_label(l, at, sign, false);
        return at;
    }
    const khct_titles *titles = l->vocabulary->titles;
    khct_str text = khct_rest(l, from);
    bool may_go_on =
        marked || (khct_title_may_go_on(titles, l->item.keyword, text) && colon_is_near(text));
    if (!may_go_on || !goes_on(l, from))
        return at;
    khct_title_match title = khct_title_rest(titles, l->item.keyword, text);
    bool titled = title.keyword == l->item.keyword;
    uint32_t end = from + (uint32_t)title.length, colon = khct_skip_space(l, end);
    if (titled && khct_byte_at(l, colon) == ':') {
        report_label(l, at, colon, true);
        l->item.end = colon;
        return colon + 1;
    }
    if (titled && marked && (title.whole || count_words(khct_str_sub(l->text, from, end)) > 1)) {
        report_label(l, at, end, false);
        return at;
    }
    if (!marked || words_before_colon(l, from, 4, true, &colon) <= from)
        return at;
    bool passed = takes_labels(place->type);
    report_label(l, at, colon, passed);
    if (passed)
        l->item.end = colon;
    return passed ? colon + 1 : at;
}

bool khct_layout_undated(khct_layout *l, uint32_t at, uint32_t end)
{
    uint32_t value = khct_skip_space(l, end);
    size_t length;
    if (khct_byte_at(l, value) == ':')
        value = khct_skip_space(l, value + 1);
    if ((khct_byte_at(l, value) >= '0' && khct_byte_at(l, value) <= '9') ||
        khct_keyword_here(l->vocabulary, KHCT_K_NGAY, khct_rest(l, value), &length))
        return false;
    khct_report_hint(l->diags, KHCT_KH1016, khct_layout_place(l, at, end),
                     KHCT_MSG(STATE_UNDATED, words_of(l, at, end)), KHCT_MSG0(STATE_UNDATED_HINT));
    return true;
}

/* --- brackets, signs --- */

khct_fix *khct_layout_other_opens(khct_layout *l, uint32_t at)
{
    khct_span span = khct_layout_place(l, at, at + 1);
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1017, span,
                                       KHCT_MSG(BRACKET, khct_str_sub(l->text, at, at + 1)),
                                       KHCT_MSG0(BRACKET_HINT));
    l->tree->broken = true;
    return khct_diag_fix(diag, KHCT_SAFE, span, KHCT_STR("<"));
}

bool khct_layout_other_closes(khct_layout *l, uint32_t at)
{
    if (l->open == l->stack)
        return false;
    khct_open_block *open = l->open;
    khct_span span = khct_layout_place(l, at, at + 1);
    if (open->other == khct_byte_at(l, at)) {
        if (open->mend != NULL)
            khct_push(l->diags->arena, &open->mend->edits) = (khct_edit){span, KHCT_STR(">")};
        return true;
    }
    if (khct_byte_at(l, at) == ')')
        return false;
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1017, span,
                                       KHCT_MSG(BRACKET_CLOSE, khct_str_sub(l->text, at, at + 1)),
                                       KHCT_MSG0(BRACKET_HINT));
    khct_diag_fix(diag, KHCT_SAFE, span, KHCT_STR(">"));
    l->tree->broken = true;
    return true;
}

void khct_layout_doubled(khct_layout *l, uint32_t at, uint32_t end)
{
    uint32_t before = at;
    while (before > khct_line(l)->begin && strchr(" \t", khct_byte_at(l, before - 1)) != NULL)
        before--;
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1019, khct_layout_place(l, at, end),
                                       KHCT_MSG0(DOUBLED), KHCT_MSG0(STRAY_HINT));
    khct_diag_fix(diag, KHCT_SAFE, khct_layout_place(l, before, end), KHCT_STR(""));
}

bool khct_layout_close_comment(khct_layout *l, uint32_t at)
{
    size_t length;
    int32_t c = khct_utf8_at(l->text.p + at + 1, l->text.n - at - 1, &length);
    if (!khct_in_word(c))
        return false;
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1020, khct_layout_place(l, at, at + 1),
                                       KHCT_MSG0(CLOSE_COMMENT), KHCT_MSG0(CLOSE_COMMENT_HINT));
    khct_diag_fix(diag, KHCT_SAFE, khct_layout_place(l, at + 1, at + 1), KHCT_STR(" "));
    return true;
}

/* --- lines without a keyword --- */

/* The line cites a document: a number with `/`, or one like 29-NQ. */
static bool cites(const khct_layout *l, uint32_t at)
{
    for (; at < l->text.n && khct_byte_at(l, at) != '\n' && khct_byte_at(l, at) != ';'; at++) {
        char c = khct_byte_at(l, at), next = khct_byte_at(l, at + 1);
        bool digit = c >= '0' && c <= '9';
        if (digit && (next == '/' || (next == '-' && khct_byte_at(l, at + 2) >= 'A' &&
                                      khct_byte_at(l, at + 2) <= 'Z')))
            return true;
    }
    return false;
}

khct_keyword khct_layout_implied(const khct_layout *l, uint32_t at, bool *sure)
{
    *sure = khct_entry_is_line(l->open->block, KHCT_KEYWORD_NONE);
    return khct_entry_of(l->open->block, cites(l, at));
}
