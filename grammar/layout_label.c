/* Between an item's name and its value: the colon, and words that may be more of either (KH1015).
 */
#include "layout.h"

#include "syntax/titles.h"

/* The words from `from` to the colon at `to` are more of the name than of the value. `passed`: they
 * are read so. */
static void say_label(khct_layout *l, uint32_t from, uint32_t to, bool passed)
{
    khct_str name = khct_words_at(l, l->item.begin, l->item.end);
    khct_str words = khct_words_at(l, from, to);
    khct_span span = khct_span_at(l, passed ? l->item.begin : khct_skip_space(l, from), to);
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1015, span,
                                       passed ? KHCT_MSG(LABEL, khct_words_at(l, l->item.begin, to),
                                                         khct_keyword_at(l->item.keyword)->unmarked)
                                              : KHCT_MSG(LABEL_TEXT, name, words),
                                       passed ? KHCT_MSG(LABEL_HINT, name)
                                              : KHCT_MSG(LABEL_TEXT_HINT, name, words));
    khct_diag_fix(diag, passed ? KHCT_SAFE : KHCT_LIKELY,
                  khct_span_at(l, l->item.end, to + (khct_byte_at(l, to) == ':')), KHCT_STR(":"));
}

/* Passes the words to the colon, as more of the name: where the value begins. */
static uint32_t pass_label(khct_layout *l, uint32_t from, uint32_t colon)
{
    say_label(l, from, colon, true);
    l->item.end = colon;
    return colon + 1;
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
    int32_t c = khct_char_at(l, at);
    return khct_is_letter(c) && (!khct_is_capital_or_digit(c) || is_shouted(l));
}

/* A colon stands in the value, no further than the longest title is long. */
static bool colon_is_near(khct_str text)
{
    enum { TITLE = 200 }; /* bytes */
    const char *colon = memchr(text.p, ':', text.n < TITLE ? text.n : TITLE);
    return colon != NULL && memchr(text.p, ';', (size_t)(colon - text.p)) == NULL;
}

/* After a field's keyword at `at`, where no colon stands: passes the rest of a column's title, or
 * words before a colon that do not belong to the value. Where the value's text may begin. */
static uint32_t label(khct_layout *l, uint32_t at)
{
    const khct_titles *titles = l->vocabulary->titles;
    khct_keyword keyword = l->item.keyword;
    const khct_place *place = khct_place_here(l, keyword);
    if (place == NULL || place->how != KHCT_FIELD || l->item.dash)
        return at;
    uint32_t from = khct_skip_space(l, at), colon = sign_colon(l, from);
    if (colon > 0) {
        say_label(l, at, colon, false);
        return at;
    }
    if (!goes_on(l, from))
        return at;
    khct_str text = khct_rest(l, from);
    bool marked = (l->item.flags & KHCT_NODE_MARKED) != 0;
    if (!marked && !(khct_title_may_go_on(titles, keyword, text) && colon_is_near(text)))
        return at;
    khct_title_match title = khct_title_rest(titles, keyword, text);
    bool titled = title.keyword == keyword;
    uint32_t end = from + (uint32_t)title.length;
    colon = khct_skip_space(l, end);
    if (titled && khct_byte_at(l, colon) == ':')
        return pass_label(l, at, colon);
    bool several = khct_str_times(khct_str_sub(l->text, from, end), ' ') > 0;
    if (titled && marked && (title.whole || several)) {
        say_label(l, at, end, false);
        return at;
    }
    if (!marked || khct_words_before_colon(l, from, 4, true, &colon) <= from)
        return at;
    if (takes_labels(place->type))
        return pass_label(l, at, colon);
    say_label(l, at, colon, false);
    return at;
}

uint32_t khct_value_begin(khct_layout *l)
{
    uint32_t at = l->item.end, colon = at;
    while (khct_byte_at(l, colon) == ' ' || khct_byte_at(l, colon) == '\t')
        colon++;
    if (khct_byte_at(l, colon) == ':')
        return colon + 1;
    return l->item.how == KHCT_DECLARATION ? at : label(l, at);
}
