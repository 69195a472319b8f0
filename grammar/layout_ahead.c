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

/* Cells of the blanks at `at`; a tab goes to the next multiple of four. *first: behind them. */
static uint32_t indent_at(const khct_layout *l, uint32_t at, uint32_t *first)
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
    *first = at;
    return cells;
}

/* Notes what the line is like whose tokens are the last ones, from number `first` on. */
static void describe(khct_layout *l, size_t first, khct_raw_line *line)
{
    const khct_raw *begin = l->scanner->tokens.at + first;
    const khct_raw *end = l->scanner->tokens.at + l->scanner->tokens.n - 1; /* the line's end */
    if (end > begin && end[-1].kind == KHCT_RAW_COMMENT)
        end--;
    line->last = end > begin ? end[-1].kind : KHCT_RAW_LINE;
    for (const khct_raw *token = begin; token < end; token++)
        if (token->kind == KHCT_RAW_OPEN) {
            line->opens = true;
            if (declares(l, token + 1))
                line->declares = token->end;
        }
}

/* Reads the tokens of the line that begins at `begin`, from byte `at` on. */
static void read_line(khct_layout *l, uint32_t begin, uint32_t at)
{
    khct_scanner *scanner = l->scanner;
    size_t first = scanner->tokens.n;
    khct_raw_line line = {.begin = begin};
    line.indent = indent_at(l, begin, &line.first);
    khct_scan_line(scanner, at);
    describe(l, first, &line);
    khct_push(scanner->arena, &scanner->lines) = line;
}

khct_raw khct_read_ahead(khct_layout *l, size_t i)
{
    khct_scanner *scanner = l->scanner;
    while (l->next + i >= scanner->tokens.n) {
        khct_raw last = scanner->tokens.at[scanner->tokens.n - 1];
        if (last.kind == KHCT_RAW_END)
            return last;
        read_line(l, last.end, last.end);
    }
    return scanner->tokens.at[l->next + i];
}

static void enter_line(khct_layout *l)
{
    l->line = *khct_line_ahead(l, 0);
}

void khct_layout_begin(khct_layout *l)
{
    read_line(l, l->scanner->from, l->scanner->from);
    enter_line(l);
}

/* What has been taken makes room. */
static void forget_taken(khct_scanner *scanner, size_t taken)
{
    uint32_t lines = scanner->tokens.at[taken].line;
    for (size_t i = taken; i < scanner->tokens.n; i++) {
        scanner->tokens.at[i - taken] = scanner->tokens.at[i];
        scanner->tokens.at[i - taken].line -= lines;
    }
    for (size_t i = lines; i < scanner->lines.n; i++)
        scanner->lines.at[i - lines] = scanner->lines.at[i];
    scanner->tokens.n -= taken;
    scanner->lines.n -= lines;
}

void khct_take_line(khct_layout *l)
{
    enum { MANY = 200 };
    khct_take(l);
    if (l->next >= MANY && l->next >= l->scanner->tokens.n / 2) {
        forget_taken(l->scanner, l->next);
        l->next = 0;
    }
    enter_line(l);
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
    while (khct_next(l)->end <= at && khct_next(l)->kind != KHCT_RAW_END)
        khct_take(l);
    khct_raw *next = khct_next(l);
    if (next->begin >= at)
        return;
    next->begin = khct_skip_blanks(l, at);
    next->kind = rest_of(next->kind, khct_byte_at(l, next->begin));
}

void khct_go_to(khct_layout *l, uint32_t at)
{
    l->scanner->tokens.n = l->next;
    read_line(l, l->line.begin, at);
    enter_line(l);
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
    for (int n = 0; n < HEADING_LINES; n++, i++, at = 0) {
        const khct_raw_line *line = khct_line_ahead(l, i);
        if (line->declares > at)
            return true;
        if (line->last == KHCT_RAW_SEMICOLONS || line->last == KHCT_RAW_CLOSES)
            return false;
        while (khct_ahead(l, i).kind != KHCT_RAW_LINE)
            if (khct_ahead(l, i++).kind == KHCT_RAW_END)
                return false;
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

uint32_t khct_list_mark(const khct_layout *l, uint32_t at)
{
    uint32_t n = (uint32_t)khct_list_sign(khct_rest(l, at));
    uint32_t width = n > 0 ? (uint32_t)khct_blank_at(l->text, at + n) : 0;
    if (width == 0)
        return 0;
    uint32_t words = khct_skip_blanks(l, at + n);
    return words < l->text.n && l->text.p[words] != '\n' ? n + width : 0;
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
