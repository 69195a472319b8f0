#include "layout.h"

#include "parser.h"
#include "syntax/titles.h"
#include "text/fold.h"
#include "text/utf8.h"

void khct_layout_give(khct_layout *l, int token, khct_span span)
{
    l->given[l->given_n++] = (khct_given){token, l->node, span};
}

/* --- comments --- */

void khct_layout_take_comment(khct_layout *l, uint32_t begin)
{
    const khct_raw_line *line = khct_line(l);
    bool last = l->next->line + 1 == l->scanner->lines.n;
    uint32_t end = last ? (uint32_t)l->text.n : line[1].begin - 1;
    while (end > begin && khct_byte_at(l, end - 1) == '\r')
        end--;
    khct_push(l->diags->arena, &l->tree->comments) =
        (khct_comment){khct_layout_place(l, begin, end), line->first >= begin};
    khct_take_to(l, end);
}

/* --- the stack of open blocks --- */

bool khct_layout_open_block(khct_layout *l, uint32_t brace)
{
    if (l->open == l->stack + KHCT_NESTING_LIMIT) {
        khct_report(l->diags, KHCT_KH9001, khct_layout_place(l, l->item.begin, l->item.end),
                    KHCT_MSG(NESTING, KHCT_NESTING_LIMIT));
        return false;
    }
    *++l->open = (khct_open_block){
        .block = l->item.opens, .indent = l->item.indent, .heading = l->item.begin, .brace = brace};
    return true;
}

static void close_block(khct_layout *l, uint32_t begin, uint32_t end)
{
    l->open--;
    khct_layout_give(l, '>', khct_layout_place(l, begin, end));
}

bool khct_layout_closes(khct_layout *l, const khct_raw *token)
{
    if (l->open == l->stack)
        return false;
    if (khct_line_ends(token + 1))
        return true;
    if (l->scanner->lines.at[token->line].first != token->begin)
        return false;
    khct_block outer = l->open[-1].block;
    return khct_running_keyword(l, outer, token + 1).keyword != KHCT_KEYWORD_NONE;
}

/* --- the item being read --- */

void khct_layout_add_text(khct_layout *l, uint32_t begin, uint32_t end)
{
    if ((l->item.flags & KHCT_NODE_QUOTED) != 0)
        return; /* what stands after """ is no part of the value */
    if (l->last == 0)
        l->value = begin;
    l->last = end;
}

uint32_t khct_layout_text_end(const khct_layout *l, uint32_t at)
{
    size_t width;
    while ((width = khct_space_before(l->text, at)) > 0)
        at -= (uint32_t)width;
    return at;
}

void khct_layout_end_item(khct_layout *l, int token, khct_span sign)
{
    if (l->last == 0)
        l->value = l->last = l->item.end;
    if (sign.source == KHCT_NO_SOURCE) {
        sign = khct_layout_place(l, l->last, l->last);
        l->item.flags |= KHCT_NODE_MENDED;
    }
    l->node->flags = l->item.flags;
    khct_layout_give(l, KHCT_G_TEXT, khct_layout_place(l, l->value, l->last));
    khct_layout_give(l, token, sign);
    l->prose_ended = token == ';';
}

/* --- other ways of writing a field's name, read and said (KH1015) --- */

/* The words from `from` to the colon at `to` are the rest of a column's title, not of the value. */
static void report_label(khct_layout *l, uint32_t from, uint32_t to, bool passed)
{
    khct_diags *diags = l->diags;
    khct_str name = khct_layout_words(l, l->item.begin, l->item.end);
    khct_str words = khct_layout_words(l, from, to);
    khct_span span = khct_layout_place(l, passed ? l->item.begin : khct_skip_space(l, from), to);
    khct_str field = khct_str_of(khct_keyword_at(l->item.keyword)->unmarked);
    khct_diag *diag =
        khct_report(diags, KHCT_KH1015, span,
                    passed ? KHCT_MSG(LABEL, khct_layout_words(l, l->item.begin, to), field)
                           : KHCT_MSG(LABEL_TEXT, name, words));
    bool colon = khct_byte_at(l, to) == ':';
    khct_diag_hint(diag,
                   passed ? KHCT_MSG(LABEL_HINT, name) : KHCT_MSG(LABEL_TEXT_HINT, name, words));
    khct_diag_fix(diag, passed ? KHCT_SAFE : KHCT_LIKELY,
                  khct_layout_place(l, l->item.end, to + (colon ? 1 : 0)), KHCT_STR(":"));
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

/* After a field's keyword at `at`, where no colon stands: passes the rest of a column's title, or
 * words before a colon that do not belong to the value (reported, KH1015). Where the value's text
 * may begin. */
static uint32_t label(khct_layout *l, uint32_t at)
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
    if (titled && marked &&
        (title.whole || khct_str_times(khct_str_sub(l->text, from, end), ' ') > 0)) {
        report_label(l, at, end, false);
        return at;
    }
    if (!marked || khct_words_before_colon(l, from, 4, true, &colon) <= from)
        return at;
    bool passed = takes_labels(place->type);
    report_label(l, at, colon, passed);
    if (passed)
        l->item.end = colon;
    return passed ? colon + 1 : at;
}

/* --- items --- */

/* Behind the keyword: passes one colon; where the value's text may begin. */
static uint32_t value_begin(khct_layout *l)
{
    uint32_t at = l->item.end, colon = at;
    while (khct_byte_at(l, colon) == ' ' || khct_byte_at(l, colon) == '\t')
        colon++;
    if (khct_byte_at(l, colon) == ':')
        return colon + 1;
    return l->item.how == KHCT_DECLARATION ? at : label(l, at);
}

static void read_item(khct_layout *l, uint32_t at)
{
    if (!khct_begin_item(l, at)) {
        close_block(l, at, at);
        return;
    }
    khct_take_to(l, value_begin(l));
    l->last = 0;
    l->node = khct_alloc(l->diags->arena, sizeof *l->node);
    l->node->keyword = l->item.keyword;
    l->node->inside = l->open->block;
    l->node->opens = l->item.opens;
    l->node->key = khct_layout_place(l, l->item.begin, l->item.end);
    static const int TOKENS[] = {
        [KHCT_FIELD] = KHCT_G_FIELD, [KHCT_LINE] = KHCT_G_LINE, [KHCT_DECLARATION] = KHCT_G_BLOCK};
    khct_layout_give(l, TOKENS[l->item.how], l->node->key);
    khct_layout_read_words(l);
}

/* --- brackets and signs in the place of others --- */

/* True where the bracket at `at`, where an item should begin, closes the open block in the place of
 * `>`. */
static bool other_closes(khct_layout *l, uint32_t at)
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

/* Where an item should begin, a row of `;` stands from `at` to `end`: they are too many (reported,
 * KH1019). */
static void say_doubled(khct_layout *l, uint32_t at, uint32_t end)
{
    uint32_t before = at;
    while (before > khct_line(l)->begin && strchr(" \t", khct_byte_at(l, before - 1)) != NULL)
        before--;
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1019, khct_layout_place(l, at, end),
                                       KHCT_MSG0(DOUBLED), KHCT_MSG0(STRAY_HINT));
    khct_diag_fix(diag, KHCT_SAFE, khct_layout_place(l, before, end), KHCT_STR(""));
}

/* Where an item should begin, a `#` without a blank after it stands at `at`: true where it was
 * meant to begin a comment (reported, KH1020). */
static bool is_close_comment(khct_layout *l, uint32_t at)
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

static void stray(khct_layout *l, uint32_t begin, uint32_t end)
{
    khct_take_to(l, end);
    khct_layout_give(l, KHCT_G_STRAY, khct_layout_place(l, begin, end));
}

/* A `>` where an item should begin. */
static void read_close(khct_layout *l, uint32_t at)
{
    if (l->open == l->stack) {
        stray(l, at, at + 1);
        return;
    }
    l->prose_ended = false;
    bool early = khct_closes_early(l, at);
    khct_take_to(l, at + 1);
    if (!early)
        close_block(l, at, at + 1);
}

/* A `#` that begins no comment, where an item should begin. */
static void read_hash(khct_layout *l, uint32_t at)
{
    if (is_close_comment(l, at))
        khct_layout_take_comment(l, at);
    else
        stray(l, at, at + 1);
}

/* A sign that says nothing, before the name of a field: `/ Giải pháp: …`. */
static bool is_lone(const khct_layout *l, uint32_t at)
{
    char sign = khct_byte_at(l, at);
    if (sign == '\0' || strchr("/.,:=|~&%!?'_", sign) == NULL)
        return false;
    uint32_t words = khct_skip_blanks(l, at + 1);
    return khct_place_of(l->open->block, khct_match_at(l, l->open->block, words).keyword) != NULL;
}

static void read_text(khct_layout *l, khct_raw token)
{
    if (khct_byte_at(l, token.begin) == '#')
        read_hash(l, token.begin);
    else if (is_lone(l, token.begin))
        stray(l, token.begin, token.begin + 1);
    else if (khct_byte_at(l, token.begin) == '\xEF' &&
             khct_str_starts(khct_rest(l, token.begin), "\xEF\xBB\xBF"))
        stray(l, token.begin, token.begin + 3);
    else
        read_item(l, token.begin);
}

static void read_end(khct_layout *l)
{
    uint32_t end = (uint32_t)l->text.n;
    if (l->open == l->stack) {
        khct_layout_give(l, KHCT_G_END, khct_layout_place(l, end, end));
        return;
    }
    if (!l->stopped)
        khct_layout_report_end(l);
    close_block(l, end, end);
}

/* Reads what stands at an item's place. */
static void read(khct_layout *l)
{
    khct_raw token = *l->next;
    switch (l->stopped ? KHCT_RAW_END : token.kind) {
    case KHCT_RAW_END: read_end(l); break;
    case KHCT_RAW_COMMENT: khct_layout_take_comment(l, token.begin); break;
    case KHCT_RAW_OPEN: stray(l, token.begin, token.end); break;
    case KHCT_RAW_CLOSES: read_close(l, token.begin); break;
    case KHCT_RAW_SEMICOLONS:
        say_doubled(l, token.begin, token.end);
        l->next++;
        break;
    case KHCT_RAW_UNBRACKET:
        if (other_closes(l, token.begin)) {
            l->prose_ended = false;
            l->next++;
            close_block(l, token.begin, token.end);
        } else {
            stray(l, token.begin, token.end);
        }
        break;
    default: read_text(l, token);
    }
}

void khct_layout_read(khct_layout *l)
{
    l->given_next = l->given_n = 0;
    while (l->given_n == 0)
        read(l);
}

khct_layout *khct_layout_new(khct_diags *diags, const khct_vocabulary *vocabulary, khct_tree *tree)
{
    khct_layout *l = khct_alloc(diags->arena, sizeof *l);
    const khct_source *file = khct_source_at(diags->sources, (khct_span){tree->source, 0, 0});
    uint32_t from = khct_str_starts(file->text, "\xEF\xBB\xBF") ? 3 : 0;
    khct_scanner *scanner = khct_scan(diags->arena, file, from);
    *l = (khct_layout){.diags = diags,
                       .vocabulary = vocabulary,
                       .tree = tree,
                       .text = file->text,
                       .source = tree->source,
                       .scanner = scanner,
                       .next = scanner->tokens.at,
                       .stack = {{.block = KHCT_B_TOP}}};
    l->open = l->stack;
    return l;
}
