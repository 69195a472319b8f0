/* Reading a value: which `;` ends it, and where one was forgotten. */
#include "layout.h"

#include "parser.h"
#include "syntax/begins.h"

static bool in_one_line_block(const khct_layout *l)
{
    return l->depth > 0 && l->stack[l->depth - 1].brace >= l->begin &&
           l->stack[l->depth - 1].brace < l->item.begin;
}

/* Entries of one line each: the `;` that is last on it ends them. */
static bool is_entry(const khct_layout *l)
{
    return khct_layout_block(l) == KHCT_B_HIENTRANG || l->item.keyword == KHCT_K_NOI ||
           l->item.keyword == KHCT_K_KHAC ||
           (l->item.keyword == KHCT_K_VANBAN && khct_layout_block(l) == KHCT_B_CANCU);
}

/* The name of a field of the open block, and a colon behind it. */
static bool names_field(const khct_layout *l, uint32_t at)
{
    khct_block block = khct_layout_block(l);
    at = khct_skip_blanks(l, at);
    khct_match match = khct_keyword_match(l->vocabulary, block, khct_rest(l, at));
    return match.keyword != KHCT_KEYWORD_NONE && khct_place_of(block, match.keyword) != NULL &&
           khct_byte_at(l, khct_skip_blanks(l, at + (uint32_t)match.length)) == ':';
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

/* The `;` last on the line is the token before `i`: true where the text goes on below. */
static bool goes_on_below(khct_layout *l, size_t i)
{
    if (khct_ahead(l, i).kind == KHCT_RAW_COMMENT)
        i++;
    if (khct_ahead(l, i).kind == KHCT_RAW_END)
        return false;
    uint32_t first = khct_ahead(l, ++i).begin, indent = khct_indent_ahead(l, i);
    if (is_entry(l) || next_entry(l, indent, first))
        return false;
    if (khct_ahead(l, i).kind == KHCT_RAW_SEMICOLONS)
        return false;
    bool plain = !khct_line_ends(l, i) && khct_ahead(l, i).kind != KHCT_RAW_CLOSES;
    if (plain && khct_list_mark(l, first) == 0) {
        if (indent <= l->item.indent)
            return false;
        khct_match match =
            khct_running_keyword(l, khct_layout_block(l), first, khct_line_ahead(l, i));
        return match.keyword == KHCT_KEYWORD_NONE || khct_reads_as_prose(l, match, i);
    }
    /* blank and comment lines between list items do not matter */
    i = khct_item_ahead(l, i);
    first = khct_ahead(l, i).begin;
    return khct_list_mark(l, first) > 0 && !next_entry(l, khct_indent_ahead(l, i), first);
}

/* True where one of the `;` that stand here ends the value being read: the one at *sign. */
static bool ends_value(khct_layout *l, uint32_t *sign)
{
    khct_raw row = khct_ahead(l, 0), next = khct_ahead(l, 1);
    *sign = row.begin;
    if (l->item.begin >= l->begin && in_one_line_block(l))
        return true;
    if (khct_line_ends(l, 1))
        return !goes_on_below(l, 1);
    if (next.kind == KHCT_RAW_UNBRACKET && l->depth > 0 &&
        l->stack[l->depth - 1].other == khct_byte_at(l, next.begin))
        return khct_line_ends(l, 2);
    if (next.kind == KHCT_RAW_CLOSES && l->depth > 0)
        return khct_layout_closes(l, 1);
    khct_match match = khct_running_keyword(l, khct_layout_block(l), next.begin, l->line);
    if (match.keyword == KHCT_KEYWORD_NONE ||
        khct_place_of(khct_layout_block(l), match.keyword) == NULL)
        return false;
    uint32_t behind = khct_skip_blanks(l, next.begin + (uint32_t)match.length);
    return !match.marked || khct_byte_at(l, behind) == ':';
}

/* On a new line inside a value: true where the value ends before it, for want of a `;`. */
static bool forgot_semicolon(khct_layout *l)
{
    khct_raw next = khct_ahead(l, 0);
    uint32_t at = next.begin;
    if ((l->item.flags & KHCT_NODE_QUOTED) && strchr(";>#", khct_byte_at(l, at)) == NULL) {
        khct_layout_report_semicolon(l, false, true, at); /* nothing goes on behind """ */
        return true;
    }
    if (next_entry(l, l->indent, at))
        return true;
    /* no field can begin further right than its own, nor, without a `<`, a declaration */
    if (l->indent > l->item.indent && l->line.opens == 0)
        return false;
    khct_block block = khct_layout_block(l);
    khct_match match = khct_running_keyword(l, block, at, l->line);
    if (match.keyword == KHCT_KEYWORD_NONE)
        return false;
    const khct_place *here = khct_place_of(block, match.keyword);
    bool field = here != NULL && l->indent <= l->item.indent;
    bool declaration =
        khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION) != NULL &&
        l->line.last == KHCT_RAW_OPEN;
    if (!field && !declaration)
        return false;
    bool heading = declaration && field && here->how == KHCT_DECLARATION;
    uint32_t behind = at + (uint32_t)match.length;
    bool ends = !match.marked || heading || khct_reads_as_keyword(l, behind) ||
                (match.keyword == KHCT_K_DUNG &&
                 khct_value_may_begin(l->vocabulary, match.keyword, khct_rest(l, behind)));
    if (match.marked && !ends && declaration && !field)
        return false;
    if (l->last == 0)
        return ends; /* an empty value: KH1008 says it */
    khct_layout_report_semicolon(l, match.marked, ends, at);
    if (!ends)
        l->item.flags |= KHCT_NODE_DOUBTED;
    return ends;
}

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

/* A """: reads to the closing one where the value begins with it. */
static void take_quote(khct_layout *l)
{
    khct_raw quote = khct_ahead(l, 0);
    uint32_t close = l->last == 0 ? find_quote(l, quote.end) : 0;
    if (l->last == 0 && l->quote_closes) {
        l->item.flags |= KHCT_NODE_QUOTED;
        l->value = quote.end;
        l->last = close;
        khct_go_to(l, close + 3);
        return;
    }
    if (l->last == 0) {
        khct_diag *diag =
            khct_report(l->diags, KHCT_KH0003, khct_layout_place(l, quote.begin, quote.end),
                        KHCT_MSG(QUOTE_OPEN, KHCT_STR("\"\"\"")));
        khct_diag_hint(l->diags, diag, KHCT_MSG(QUOTE_HINT, KHCT_STR("\"\"\"")));
        l->tree->broken = true;
    }
    khct_layout_add_text(l, quote.begin, quote.end);
    khct_take(l);
}

void khct_layout_read_value(khct_layout *l)
{
    uint32_t sign;
    for (;;) {
        khct_raw token = khct_ahead(l, 0);
        switch (token.kind) {
        case KHCT_RAW_SEMICOLONS:
            if (ends_value(l, &sign)) {
                if (sign > token.begin)
                    khct_layout_add_text(l, token.begin, khct_layout_text_end(l, sign));
                if (sign + 1 == token.end)
                    khct_take(l);
                else
                    khct_take_to(l, sign + 1);
                khct_layout_end_item(l, ';', khct_layout_place(l, sign, sign + 1));
                return;
            }
            break;
        case KHCT_RAW_LINE:
            khct_layout_take_line(l);
            if (l->last != 0)
                l->item.flags |= KHCT_NODE_FOLDED;
            token = khct_ahead(l, 0);
            if (token.kind != KHCT_RAW_LINE && token.kind != KHCT_RAW_END && forgot_semicolon(l)) {
                khct_layout_end_item(l, ';', KHCT_NOWHERE);
                return;
            }
            continue;
        case KHCT_RAW_CLOSES:
            if (!(l->item.flags & KHCT_NODE_QUOTED) && !khct_layout_closes(l, 0))
                break;
            /* fall through */
        case KHCT_RAW_END:
            if (l->last != 0)
                khct_layout_report_semicolon(l, false, true, (uint32_t)l->text.n);
            khct_layout_end_item(l, ';', KHCT_NOWHERE);
            return;
        case KHCT_RAW_COMMENT:
            khct_layout_take_comment(l);
            l->item.flags |= KHCT_NODE_FOLDED;
            continue;
        case KHCT_RAW_QUOTE: take_quote(l); continue;
        case KHCT_RAW_ESCAPE: l->item.flags |= KHCT_NODE_FOLDED; break;
        default: break;
        }
        khct_layout_add_text(l, token.begin, token.end);
        khct_take(l);
    }
}
