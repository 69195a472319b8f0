/* A value: which `;` ends it, where one was forgotten, and what stands between two """. */
#include "layout.h"

#include "syntax/begins.h"

/* A `.` `,` or `:` is last in the value, in the place of its `;`; text itself may end with a full
 * stop or a colon. */
static bool ends_with_sign(const khct_layout *l)
{
    const khct_place *place = khct_place_here(l, l->item.keyword);
    bool text = place == NULL || place->type == KHCT_TYPE_TEXT || place->type == KHCT_TYPE_NAME;
    return l->last > l->value + 1 && !(l->item.flags & KHCT_NODE_QUOTED) &&
           strchr(text ? "," : ".,:", khct_byte_at(l, l->last - 1)) != NULL;
}

/* Reports a forgotten `;` at the end of the value (KH1001). `marked`: a keyword with marks starts
 * the next line; `ends`: the value is read as ended. */
static void say_semicolon(khct_layout *l, bool marked, bool ends, uint32_t next)
{
    khct_severity severity = marked ? KHCT_WARNING : KHCT_ERROR;
    /* whoever wrote no keyword wrote no field: that has been said */
    if ((l->item.flags & KHCT_NODE_UNKNOWN) || l->item.dash || l->item.begin == l->item.end ||
        khct_only_counted(l, KHCT_KH1001, severity))
        return;
    uint32_t end = khct_item_end(l);
    if (l->item.flags & KHCT_NODE_QUOTED)
        end += 3;
    bool sign = ends && ends_with_sign(l);
    khct_span where = khct_span_at(l, sign ? end - 1 : end, end);
    if (sign)
        l->last = khct_text_end(l, end - 1);
    khct_str name = khct_item_quoted(l);
    khct_diag *diag =
        khct_report_as(l->diags, KHCT_KH1001, severity, where,
                       l->open == l->stack ? KHCT_MSG(SEMICOLON_TOP, name)
                                           : KHCT_MSG(SEMICOLON, khct_block_quoted(l), name));
    khct_diag_label(diag, sign ? KHCT_MSG0(SEMICOLON_SIGN_LABEL) : KHCT_MSG0(SEMICOLON_LABEL));
    if (next < l->text.n)
        khct_diag_related(diag, khct_span_at(l, next, khct_word_end(l, next)),
                          KHCT_MSG0(SEMICOLON_NEXT));
    khct_diag_fix(diag, ends ? KHCT_SAFE : KHCT_LIKELY, where, KHCT_STR(";"));
}

/* --- which `;` ends a value --- */

static bool in_one_line_block(const khct_layout *l)
{
    return l->open > l->stack && l->open->brace >= khct_line(l)->begin &&
           l->open->brace < l->item.begin;
}

/* The name of a field of the open block, and a colon after it. */
static bool names_field(const khct_layout *l, uint32_t at)
{
    at = khct_skip_blanks(l, at);
    khct_match match = khct_match_at(l, l->open->block, at);
    return khct_place_here(l, match.keyword) != NULL &&
           khct_colon_follows(l, at + (uint32_t)match.length);
}

/* A line `- …` after an entry that began so, or any line after one without a keyword: another
 * entry. */
static bool next_entry(const khct_layout *l, uint32_t indent, uint32_t first)
{
    if (!l->item.dash || indent > l->item.indent)
        return false;
    bool implied = l->item.begin == l->item.end;
    uint32_t mark = khct_list_mark(l, first);
    return implied || (mark > 0 && (khct_byte_at(l, first) != '+' || names_field(l, first + mark)));
}

/* The `;` that stands here is last on its line: true where the text goes on below. */
static bool goes_on_below(khct_layout *l)
{
    const khct_raw *token = khct_below(l->next);
    if (token->kind == KHCT_RAW_END || token->kind == KHCT_RAW_SEMICOLONS ||
        khct_entry_is_line(l->open->block, l->item.keyword))
        return false;
    bool adjoins = token->line == l->next->line + 1 && token->kind != KHCT_RAW_COMMENT;
    /* blank and comment lines between list items do not matter */
    token = khct_past_comments(token);
    uint32_t indent = khct_line_of(l, token)->indent;
    if (next_entry(l, indent, token->begin) ||
        (indent <= l->item.indent && khct_heading_in_list(l, token) > 0))
        return false;
    if (khct_list_mark(l, token->begin) > 0)
        return true;
    if (!adjoins || token->kind == KHCT_RAW_CLOSES || indent <= l->item.indent)
        return false;
    khct_match match = khct_running_keyword(l, l->open->block, token);
    return match.keyword == KHCT_KEYWORD_NONE || khct_reads_as_prose(l, match, token);
}

/* True where the `;` that stands here ends the value being read. */
static bool ends_value(khct_layout *l)
{
    const khct_raw *next = l->next + 1;
    if (l->item.begin >= khct_line(l)->begin && in_one_line_block(l))
        return true;
    if (khct_line_ends(next))
        return !goes_on_below(l);
    if (next->kind == KHCT_RAW_UNBRACKET && l->open > l->stack &&
        l->open->other == khct_byte_at(l, next->begin))
        return khct_line_ends(next + 1);
    if (next->kind == KHCT_RAW_CLOSES && l->open > l->stack)
        return khct_closes(l, next);
    khct_match match = khct_running_keyword(l, l->open->block, next);
    return khct_place_here(l, match.keyword) != NULL &&
           (!match.marked || khct_colon_follows(l, next->begin + (uint32_t)match.length));
}

/* --- where one was forgotten --- */

/* A block opens on the line from `at`, and ends there or goes on below: its head is no running
 * text. */
static bool opens_here(khct_layout *l, uint32_t at)
{
    const khct_raw_line *line = khct_described_line(l, l->next);
    const khct_place *value = khct_place_here(l, l->item.keyword);
    bool text = value != NULL && value->type == KHCT_TYPE_TEXT;
    return line->declares > at && line->last != KHCT_RAW_TEXT &&
           (line->last != KHCT_RAW_SEMICOLONS || !text);
}

/* A keyword begins the line, where a field or, if the line `opens` a block, a declaration may
 * start: the value ends before it, or, where the keyword may be a word of the value, that is
 * doubted. */
static bool ends_before_keyword(khct_layout *l, khct_match match, bool opens)
{
    uint32_t at = l->next->begin, after = at + (uint32_t)match.length;
    const khct_place *here = khct_place_here(l, match.keyword);
    bool field = here != NULL && khct_line(l)->indent <= l->item.indent;
    bool declaration = opens && khct_declares(l, match.keyword);
    if (!field && !declaration)
        return false;
    bool heading = field && here->how == KHCT_DECLARATION && opens_here(l, at);
    bool ends = !match.marked || heading || khct_reads_as_keyword(l, after) ||
                (match.keyword == KHCT_K_DUNG &&
                 khct_value_may_begin(l->vocabulary, match.keyword, khct_rest(l, after)));
    if (!ends && !field)
        return false;
    if (l->last == 0)
        return ends; /* an empty value: KH1008 says it */
    say_semicolon(l, match.marked, ends, at);
    if (!ends)
        l->item.flags |= KHCT_NODE_DOUBTED;
    return ends;
}

/* On a new line inside a value: true where the value ends before it, for want of a `;`. */
static bool forgot_semicolon(khct_layout *l)
{
    uint32_t at = l->next->begin, indent = khct_line(l)->indent;
    bool quoted = (l->item.flags & KHCT_NODE_QUOTED) != 0; /* nothing goes on after """ */
    if ((quoted && strchr(";>#", khct_byte_at(l, at)) == NULL) || next_entry(l, indent, at) ||
        (l->last != 0 && indent <= l->item.indent && khct_heading_in_list(l, l->next) > 0)) {
        say_semicolon(l, false, true, at);
        return true;
    }
    /* no field can begin further right than its own, nor, without a `<`, a declaration */
    bool opens = khct_line_opens(l);
    if (indent > l->item.indent && !opens)
        return false;
    khct_match match = khct_running_keyword(l, l->open->block, l->next);
    return match.keyword != KHCT_KEYWORD_NONE && ends_before_keyword(l, match, opens);
}

/* --- between two """ --- */

/* Where the search for a closing """ from byte `p` ends: at one that closes, or at another value's
 * opening one, or at the end of the file. */
static uint32_t find_quote(khct_layout *l, uint32_t p)
{
    if (p >= l->quote_begin && p <= l->quote_end)
        return l->quote_end;
    l->quote_begin = p;
    l->quote_closes = false;
    for (;;) {
        khct_str text = khct_rest(l, p);
        size_t found = khct_str_find(text, KHCT_STR("\"\"\""));
        uint32_t close = p + (uint32_t)found;
        if (found == text.n)
            return l->quote_end = (uint32_t)l->text.n;
        while (khct_byte_at(l, close + 3) == '"') /* `""""`: the last three close */
            close++;
        uint32_t next = khct_skip_blanks(l, close + 3);
        l->quote_closes = next >= l->text.n || strchr("\n;>", khct_byte_at(l, next)) != NULL;
        if (l->quote_closes || khct_blank_at(l->text, close - 1) > 0)
            return l->quote_end = close;
        p = close + 3;
    }
}

bool khct_take_quote(khct_layout *l)
{
    khct_raw quote = *l->next;
    if (l->last != 0)
        return false;
    uint32_t close = find_quote(l, quote.end);
    if (!l->quote_closes) {
        khct_report_hint(l->diags, KHCT_KH0003, khct_span_at(l, quote.begin, quote.end),
                         KHCT_MSG(QUOTE_OPEN, "\"\"\""), KHCT_MSG(QUOTE_HINT, "\"\"\""));
        return false;
    }
    l->item.flags |= KHCT_NODE_QUOTED;
    l->value = quote.end;
    l->last = close;
    const khct_raw *passed = l->next;
    khct_take_to(l, close + 3);
    for (; passed < l->next; passed++) /* what was no comment may have ended its line */
        if (passed->kind == KHCT_RAW_COMMENT)
            l->scanner->lines.at[l->next->line].described = false;
    return true;
}

/* --- the end --- */

bool khct_value_ends(khct_layout *l, bool below)
{
    const khct_raw *token = l->next;
    bool quoted = (l->item.flags & KHCT_NODE_QUOTED) != 0;
    if (below && forgot_semicolon(l)) {
        khct_end_item(l, ';', KHCT_NOWHERE);
        return true;
    }
    switch (token->kind) {
    case KHCT_RAW_SEMICOLONS:
        if (!ends_value(l))
            return false;
        khct_end_item(l, ';', khct_span_at(l, token->begin, token->begin + 1));
        khct_take_to(l, token->begin + 1);
        return true;
    case KHCT_RAW_CLOSES:
        if (!quoted && !khct_closes(l, token))
            return false;
        /* fall through */
    case KHCT_RAW_END:
        if (l->last != 0)
            say_semicolon(l, false, true, (uint32_t)l->text.n);
        khct_end_item(l, ';', KHCT_NOWHERE);
        return true;
    default: return false;
    }
}
