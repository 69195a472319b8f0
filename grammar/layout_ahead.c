/* What stands ahead of an item's place: tokens and lines. */
#include "layout.h"

#include "text/fold.h"
#include "text/lanes.h"
#include "text/utf8.h"

/* A `<` opens a block where it is last on its line, or before a keyword or `>`. */
static bool declares(const khct_layout *l, const khct_raw *next)
{
    switch (next->kind) {
    case KHCT_RAW_END:
    case KHCT_RAW_LINE:
    case KHCT_RAW_COMMENT:
    case KHCT_RAW_CLOSES: return true;
    default:
        return khct_keyword_match(l->vocabulary, KHCT_B_UNKNOWN, khct_rest(l, next->begin))
                   .keyword != KHCT_KEYWORD_NONE;
    }
}

/* Notes at the LINE before it what the line that begins at token `first` is like. */
static void describe(khct_layout *l, size_t first)
{
    khct_raw *at = l->scanner->ahead.at;
    khct_raw *line = first > l->next ? &at[first - 1] : &l->line;
    size_t end = l->scanner->ahead.n - 1; /* the line's end */
    if (end > first && at[end - 1].kind == KHCT_RAW_COMMENT)
        end--;
    line->last = end > first ? at[end - 1].kind : KHCT_RAW_LINE;
    line->opens = line->declares = 0;
    for (size_t i = first; l->scanner->opens && i < end; i++)
        if (at[i].kind == KHCT_RAW_OPEN) {
            line->opens = at[i].end;
            if (declares(l, &at[i + 1]))
                line->declares = at[i].end;
        }
}

static void read_line(khct_layout *l)
{
    khct_scanner *scanner = l->scanner;
    size_t left = scanner->ahead.n - l->next;
    if (l->next >= left) { /* what has been taken makes room */
        if (left > 0)
            memmove(scanner->ahead.at, scanner->ahead.at + l->next, left * sizeof(khct_raw));
        scanner->ahead.n = left;
        l->next = 0;
    }
    khct_scan_line(scanner);
    describe(l, left + l->next);
}

khct_raw khct_read_ahead(khct_layout *l, size_t i)
{
    khct_scanner *scanner = l->scanner;
    while (l->next + i >= scanner->ahead.n) {
        if (scanner->ahead.n > 0 && scanner->ahead.at[scanner->ahead.n - 1].kind == KHCT_RAW_END)
            return scanner->ahead.at[scanner->ahead.n - 1];
        read_line(l);
    }
    return scanner->ahead.at[l->next + i];
}

/* What is left of a token of several signs. */
static khct_raw_kind rest_of(khct_raw_kind kind, char sign)
{
    if (kind != KHCT_RAW_ESCAPE && kind != KHCT_RAW_QUOTE)
        return kind;
    return sign == ';'   ? KHCT_RAW_SEMICOLONS
           : sign == '<' ? KHCT_RAW_OPEN
           : sign == '>' ? KHCT_RAW_CLOSES
                         : KHCT_RAW_TEXT;
}

void khct_take_to(khct_layout *l, uint32_t at)
{
    khct_raw next;
    while ((next = khct_ahead(l, 0)).end <= at && next.kind != KHCT_RAW_END)
        khct_take(l);
    if (next.begin >= at)
        return;
    next.begin = khct_skip_blanks(l, at);
    next.kind = rest_of(next.kind, khct_byte_at(l, next.begin));
    l->scanner->ahead.at[l->next] = next;
}

void khct_go_to(khct_layout *l, uint32_t at)
{
    khct_scan_from(l->scanner, at);
    l->next = 0;
}

khct_raw khct_line_ahead(khct_layout *l, size_t i)
{
    for (; i > 0; i--)
        if (khct_ahead(l, i - 1).kind == KHCT_RAW_LINE)
            return khct_ahead(l, i - 1);
    return l->line;
}

uint32_t khct_indent_ahead(khct_layout *l, size_t i)
{
    for (; i > 0; i--)
        if (khct_ahead(l, i - 1).kind == KHCT_RAW_LINE)
            return khct_indent_at(l, khct_ahead(l, i - 1).begin + 1);
    return l->indent;
}

bool khct_line_ends(khct_layout *l, size_t i)
{
    khct_raw_kind kind = khct_ahead(l, i).kind;
    return kind == KHCT_RAW_LINE || kind == KHCT_RAW_COMMENT || kind == KHCT_RAW_END;
}

size_t khct_item_ahead(khct_layout *l, size_t i)
{
    while (khct_line_ends(l, i) && khct_ahead(l, i).kind != KHCT_RAW_END)
        i++;
    return i;
}

bool khct_opens_before_it_ends(khct_layout *l, size_t i, uint32_t at)
{
    enum { HEADING_LINES = 20 };
    khct_raw line = khct_line_ahead(l, i);
    for (int n = 0; n < HEADING_LINES; n++) {
        if (line.declares > at)
            return true;
        if (line.last == KHCT_RAW_SEMICOLONS || line.last == KHCT_RAW_CLOSES)
            return false;
        khct_raw next;
        while ((next = khct_ahead(l, i)).kind != KHCT_RAW_LINE && next.kind != KHCT_RAW_END)
            i++;
        if (next.kind == KHCT_RAW_END)
            return false;
        khct_ahead(l, ++i); /* reads the line, so that it is known */
        line = khct_line_ahead(l, i);
        at = 0;
    }
    return false;
}

/* --- looking at the text --- */

uint32_t khct_skip_space(const khct_layout *l, uint32_t at)
{
    while ((at = khct_skip_blanks(l, at)) < l->text.n && l->text.p[at] == '\n')
        at++;
    return at;
}

uint32_t khct_indent_at(const khct_layout *l, uint32_t at)
{
    enum { TAB = 4 };
    uint32_t begin = at;
    size_t width;
    at = (uint32_t)(khct_behind(l->text.p + at, ' ') - l->text.p);
    uint32_t cells = at - begin;
    while ((width = khct_blank_at(l->text, at)) > 0) {
        cells += khct_byte_at(l, at) == '\t' ? TAB - cells % TAB : 1;
        at += (uint32_t)width;
    }
    return cells;
}

uint32_t khct_list_mark(const khct_layout *l, uint32_t at)
{
    uint32_t n = (uint32_t)khct_list_sign(khct_rest(l, at));
    uint32_t width = n > 0 ? (uint32_t)khct_blank_at(l->text, at + n) : 0;
    uint32_t words = khct_skip_blanks(l, at + n);
    return width > 0 && words < l->text.n && l->text.p[words] != '\n' ? n + width : 0;
}

uint32_t khct_word_end(const khct_layout *l, uint32_t at)
{
    uint32_t end = at;
    size_t length;
    while (end < l->text.n) {
        int32_t c = khct_utf8_at(l->text.p + end, l->text.n - end, &length);
        if (!khct_in_word(c) && c != '_')
            break;
        end += (uint32_t)length;
    }
    if (end > at)
        return end;
    khct_utf8_at(l->text.p + at, l->text.n - at, &length);
    return at + (uint32_t)length;
}
