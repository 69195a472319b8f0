#include "layout.h"

#include "parser.h"
#include "syntax/begins.h"

static khct_span place(const khct_layout *l, uint32_t begin, uint32_t end)
{
    return (khct_span){l->source, begin, end};
}

static void give(khct_layout *l, int token, khct_span span)
{
    l->given[l->given_n++] = (khct_given){token, l->node, span};
}

/* --- lines, comments --- */

static void begin_line(khct_layout *l, uint32_t begin)
{
    l->begin = begin;
    l->indent = khct_indent_at(l, begin);
}

/* Takes a LINE. */
static void take_line(khct_layout *l)
{
    l->line = khct_ahead(l, 0);
    khct_take(l);
    khct_ahead(l, 0); /* reads the line, so that it is known */
    begin_line(l, l->line.begin + 1);
}

static void note_comment(khct_layout *l, uint32_t begin, uint32_t end)
{
    while (end > begin && khct_byte_at(l, end - 1) == '\r')
        end--;
    bool alone = khct_skip_blanks(l, l->begin) >= begin;
    khct_push(l->diags->arena, &l->tree->comments) = (khct_comment){place(l, begin, end), alone};
}

static void take_comment(khct_layout *l)
{
    khct_raw comment = khct_ahead(l, 0);
    note_comment(l, comment.begin, comment.end);
    khct_take(l);
}

/* Those from byte `from` on, which are read again. */
static void forget_comments(khct_layout *l, uint32_t from)
{
    khct_tree *tree = l->tree;
    while (tree->comments.n > 0 && tree->comments.at[tree->comments.n - 1].span.begin >= from)
        tree->comments.n--;
}

/* --- the stack of open blocks --- */

static bool open_block(khct_layout *l, uint32_t brace)
{
    if (l->depth == KHCT_NESTING_LIMIT) {
        khct_report(l->diags, KHCT_KH9001, place(l, l->item.begin, l->item.end),
                    KHCT_MSG(NESTING, khct_str_number(l->diags->arena, KHCT_NESTING_LIMIT)));
        return false;
    }
    l->stack[l->depth++] = (khct_open_block){.block = l->item.opens,
                                             .indent = l->item.indent,
                                             .heading = l->item.begin,
                                             .brace = brace,
                                             .line = l->begin};
    return true;
}

static void close_block(khct_layout *l, uint32_t begin, uint32_t end)
{
    l->depth--;
    give(l, '>', place(l, begin, end));
}

/* True where the `>` that stand here are blocks' and not text: nothing but a comment follows them,
 * or they are first on their line, before a keyword. */
static bool closes(khct_layout *l, size_t i)
{
    if (l->depth == 0)
        return false;
    if (khct_line_ends(l, i + 1))
        return true;
    if (khct_skip_blanks(l, l->begin) != khct_ahead(l, i).begin)
        return false;
    khct_block outer = l->depth > 1 ? l->stack[l->depth - 2].block : KHCT_B_TOP;
    uint32_t next = khct_ahead(l, i + 1).begin;
    return khct_running_keyword(l, outer, next, l->line).keyword != KHCT_KEYWORD_NONE;
}

/* --- values --- */

/* More of the value or heading. */
static void add_text(khct_layout *l, uint32_t begin, uint32_t end)
{
    if ((l->item.flags & KHCT_NODE_QUOTED) != 0)
        return; /* what stands behind """ is no part of the value */
    if (l->last == 0)
        l->value = begin;
    l->last = end;
}

/* Behind the text before byte `at`, without the white space behind it. */
static uint32_t text_end(const khct_layout *l, uint32_t at)
{
    size_t width;
    while ((width = khct_space_before(l->text, at)) > 0)
        at -= (uint32_t)width;
    return at;
}

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
        return closes(l, 1);
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
        khct_diag *diag = khct_report(l->diags, KHCT_KH0003, place(l, quote.begin, quote.end),
                                      KHCT_MSG(QUOTE_OPEN, KHCT_STR("\"\"\"")));
        khct_diag_hint(l->diags, diag, KHCT_MSG(QUOTE_HINT, KHCT_STR("\"\"\"")));
        l->tree->broken = true;
    }
    add_text(l, quote.begin, quote.end);
    khct_take(l);
}

/* Ends the item being read with `token`, at `sign` or, where that is nowhere, behind its text. */
static void end_item(khct_layout *l, int token, khct_span sign)
{
    if (l->last == 0)
        l->value = l->last = l->item.end;
    if (sign.source == KHCT_NO_SOURCE) {
        sign = place(l, l->last, l->last);
        l->item.flags |= KHCT_NODE_MENDED;
    }
    l->node->flags = l->item.flags;
    give(l, KHCT_G_TEXT, place(l, l->value, l->last));
    give(l, token, sign);
    l->prose_ended = token == ';';
}

/* Reads a value to the `;` that ends it, or to where one is to be inserted. */
static void read_value(khct_layout *l)
{
    uint32_t sign;
    for (;;) {
        khct_raw token = khct_ahead(l, 0);
        switch (token.kind) {
        case KHCT_RAW_SEMICOLONS:
            if (ends_value(l, &sign)) {
                if (sign > token.begin)
                    add_text(l, token.begin, text_end(l, sign));
                if (sign + 1 == token.end)
                    khct_take(l);
                else
                    khct_take_to(l, sign + 1);
                end_item(l, ';', place(l, sign, sign + 1));
                return;
            }
            break;
        case KHCT_RAW_LINE:
            take_line(l);
            if (l->last != 0)
                l->item.flags |= KHCT_NODE_FOLDED;
            token = khct_ahead(l, 0);
            if (token.kind != KHCT_RAW_LINE && token.kind != KHCT_RAW_END && forgot_semicolon(l)) {
                end_item(l, ';', KHCT_NOWHERE);
                return;
            }
            continue;
        case KHCT_RAW_CLOSES:
            if (!(l->item.flags & KHCT_NODE_QUOTED) && !closes(l, 0))
                break;
            /* fall through */
        case KHCT_RAW_END:
            if (l->last != 0)
                khct_layout_report_semicolon(l, false, true, (uint32_t)l->text.n);
            end_item(l, ';', KHCT_NOWHERE);
            return;
        case KHCT_RAW_COMMENT:
            take_comment(l);
            l->item.flags |= KHCT_NODE_FOLDED;
            continue;
        case KHCT_RAW_QUOTE: take_quote(l); continue;
        case KHCT_RAW_ESCAPE: l->item.flags |= KHCT_NODE_FOLDED; break;
        default: break;
        }
        add_text(l, token.begin, token.end);
        khct_take(l);
    }
}

/* --- headings --- */

/* True where the `<`, or other bracket, that stands here opens the block. */
static bool opens(khct_layout *l)
{
    bool plain = l->item.opens != KHCT_B_UNKNOWN && l->item.opens != KHCT_B_TOP &&
                 khct_block_at(l->item.opens)->heading[0] == '\0'; /* no title may have it */
    khct_raw next = khct_ahead(l, 1);
    return khct_line_ends(l, 1) || plain || next.kind == KHCT_RAW_CLOSES ||
           khct_running_keyword(l, l->item.opens, next.begin, l->line).keyword != KHCT_KEYWORD_NONE;
}

/* Blocks in which a line `- …` is an entry. */
static bool holds_entries(khct_block block)
{
    return block == KHCT_B_NOINHAN || block == KHCT_B_CANCU || block == KHCT_B_HIENTRANG;
}

/* On a new line inside a heading: true where the heading ends before it, for want of a `<`. */
static bool forgot_brace(khct_layout *l)
{
    khct_raw next = khct_ahead(l, 0);
    if (holds_entries(l->item.opens) && khct_list_mark(l, next.begin) > 0)
        return true;
    if (next.kind == KHCT_RAW_CLOSES)
        return closes(l, 0) || khct_line_ends(l, 1);
    khct_match match = khct_running_keyword(l, l->item.opens, next.begin, l->line);
    if (match.keyword == KHCT_KEYWORD_NONE)
        return false;
    const khct_place *inside = khct_place_of(l->item.opens, match.keyword);
    bool opens = l->line.last == KHCT_RAW_OPEN;
    if (inside == NULL)
        return opens && !match.marked && l->indent <= l->item.indent &&
               khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION) != NULL;
    return !match.marked || inside->how == KHCT_DECLARATION || !opens; /* a title that runs on */
}

/* A `;` stands at `at` inside a heading: the keyword before which the block's `<` was forgotten, or
 * `at` where nothing of the block was written. */
static uint32_t brace_before(const khct_layout *l, uint32_t at)
{
    bool word = false;
    for (uint32_t p = l->item.end; p < at; p++) {
        bool space = khct_space_at(l->text, p) > 0 || khct_space_before(l->text, p + 1) == 2;
        if (!space && !word) {
            khct_match match = khct_match_at(l, l->item.opens, p);
            if (khct_place_of(l->item.opens, match.keyword) != NULL &&
                (match.marked || khct_value_may_begin(l->vocabulary, match.keyword,
                                                      khct_rest(l, p + (uint32_t)match.length))))
                return p;
        }
        word = !space;
    }
    return at;
}

/* Ends the heading with the block's `<`, at `sign` or, where that is nowhere, behind its text. A
 * block that cannot be opened, or has nothing in it, is closed at once. */
static void end_heading(khct_layout *l, uint32_t brace, khct_span sign, bool empty)
{
    l->stopped = !empty && !open_block(l, brace);
    end_item(l, '<', sign);
    if (empty || l->stopped)
        give(l, '>', l->given[l->given_n - 1].span);
}

/* The `<` is missing before byte `at`, where it is inserted. */
static void insert_brace(khct_layout *l, uint32_t brace, uint32_t at, bool empty)
{
    khct_layout_report_brace(l, at);
    end_heading(l, brace, KHCT_NOWHERE, empty);
}

/* A `;` inside a heading: the `<` is missing before it. */
static void brace_before_semicolon(khct_layout *l, uint32_t at)
{
    uint32_t before = brace_before(l, at);
    if (before == at) {
        khct_take_to(l, at + 1);
        insert_brace(l, at, at, true);
        return;
    }
    khct_layout_report_brace(l, before);
    l->last = 0;
    forget_comments(l, before);
    if (l->value < before)
        add_text(l, l->value, text_end(l, before));
    khct_go_to(l, before);
    end_heading(l, before, KHCT_NOWHERE, false);
}

static void open_other(khct_layout *l, khct_raw bracket)
{
    khct_fix *mend = khct_layout_other_opens(l, bracket.begin);
    uint32_t depth = l->depth;
    char sign = khct_byte_at(l, bracket.begin);
    khct_take(l);
    end_heading(l, bracket.begin, place(l, bracket.begin, bracket.end), false);
    if (l->depth > depth) {
        l->stack[depth].other = sign == '{' ? '}' : sign == '[' ? ']' : ')';
        l->stack[depth].mend = mend;
    }
}

/* Reads a heading to the `<` that opens its block, or to where one is to be inserted. */
static void read_heading(khct_layout *l)
{
    for (;;) {
        khct_raw token = khct_ahead(l, 0);
        bool round = khct_byte_at(l, token.begin) == '(';
        switch (token.kind) {
        case KHCT_RAW_OPEN:
            if (opens(l)) {
                khct_take(l);
                end_heading(l, token.begin, place(l, token.begin, token.end), false);
                return;
            }
            break;
        case KHCT_RAW_BRACKET:
            /* a title may have words in round brackets */
            if (round ? khct_line_ends(l, 1) : opens(l)) {
                open_other(l, token);
                return;
            }
            break;
        case KHCT_RAW_LINE:
            take_line(l);
            if (l->last != 0)
                l->item.flags |= KHCT_NODE_FOLDED;
            if (khct_ahead(l, 0).kind != KHCT_RAW_LINE && khct_ahead(l, 0).kind != KHCT_RAW_END &&
                forgot_brace(l)) {
                insert_brace(l, token.begin, khct_ahead(l, 0).begin, false);
                return;
            }
            continue;
        case KHCT_RAW_SEMICOLONS: brace_before_semicolon(l, token.begin); return;
        case KHCT_RAW_CLOSES:
            if (closes(l, 0)) {
                insert_brace(l, token.begin, token.begin, false);
                return;
            }
            break;
        case KHCT_RAW_END: insert_brace(l, token.begin, token.begin, true); return;
        case KHCT_RAW_COMMENT:
            take_comment(l);
            l->item.flags |= KHCT_NODE_FOLDED;
            continue;
        case KHCT_RAW_ESCAPE: l->item.flags |= KHCT_NODE_FOLDED; break;
        default: break;
        }
        add_text(l, token.begin, token.end);
        khct_take(l);
    }
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
    return l->item.how == KHCT_DECLARATION ? at : khct_layout_label(l, at);
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
    l->node->inside = khct_layout_block(l);
    l->node->opens = l->item.opens;
    l->node->key = place(l, l->item.begin, l->item.end);
    static const int TOKENS[] = {
        [KHCT_FIELD] = KHCT_G_FIELD, [KHCT_LINE] = KHCT_G_LINE, [KHCT_DECLARATION] = KHCT_G_BLOCK};
    give(l, TOKENS[l->item.how], l->node->key);
    if (l->item.how == KHCT_DECLARATION)
        read_heading(l);
    else
        read_value(l);
}

static void stray(khct_layout *l, uint32_t begin, uint32_t end)
{
    khct_take_to(l, end);
    give(l, KHCT_G_STRAY, place(l, begin, end));
}

/* A `>` where an item should begin. */
static void read_close(khct_layout *l, uint32_t at)
{
    if (l->depth == 0) {
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
    if (!khct_layout_close_comment(l, at)) {
        stray(l, at, at + 1);
        return;
    }
    uint32_t end = at;
    for (; khct_ahead(l, 0).kind != KHCT_RAW_LINE && khct_ahead(l, 0).kind != KHCT_RAW_END;
         khct_take(l))
        end = khct_ahead(l, 0).end;
    note_comment(l, at, end);
}

static void read_text(khct_layout *l, khct_raw token)
{
    if (khct_byte_at(l, token.begin) == '#')
        read_hash(l, token.begin);
    else if (khct_byte_at(l, token.begin) == '\xEF' &&
             khct_str_starts(khct_rest(l, token.begin), "\xEF\xBB\xBF"))
        stray(l, token.begin, token.begin + 3);
    else
        read_item(l, token.begin);
}

static void read_end(khct_layout *l)
{
    uint32_t end = (uint32_t)l->text.n;
    if (l->depth == 0) {
        give(l, KHCT_G_END, place(l, end, end));
        return;
    }
    if (!l->stopped)
        khct_layout_report_end(l);
    close_block(l, end, end);
}

/* Reads what stands at an item's place. */
static void read(khct_layout *l)
{
    khct_raw token = khct_ahead(l, 0);
    switch (l->stopped ? KHCT_RAW_END : token.kind) {
    case KHCT_RAW_END: read_end(l); break;
    case KHCT_RAW_LINE: take_line(l); break;
    case KHCT_RAW_COMMENT: take_comment(l); break;
    case KHCT_RAW_OPEN: stray(l, token.begin, token.end); break;
    case KHCT_RAW_CLOSES: read_close(l, token.begin); break;
    case KHCT_RAW_SEMICOLONS:
        if (khct_layout_doubled(l, token.begin, token.end))
            khct_take(l);
        else
            stray(l, token.begin, token.begin + 1);
        break;
    case KHCT_RAW_UNBRACKET:
        if (khct_layout_other_closes(l, token.begin)) {
            l->prose_ended = false;
            khct_take(l);
            close_block(l, token.begin, token.end);
        } else {
            stray(l, token.begin, token.end);
        }
        break;
    default: read_text(l, token);
    }
}

const khct_given *khct_layout_next(khct_layout *l)
{
    if (l->given_next == l->given_n) {
        l->given_next = l->given_n = 0;
        while (l->given_n == 0)
            read(l);
    }
    return &l->given[l->given_next++];
}

khct_layout *khct_layout_new(khct_diags *diags, const khct_vocabulary *vocabulary, khct_tree *tree)
{
    khct_layout *l = khct_alloc(diags->arena, sizeof *l);
    khct_str text = khct_source_at(diags->sources, (khct_span){tree->source, 0, 0})->text;
    uint32_t from = khct_str_starts(text, "\xEF\xBB\xBF") ? 3 : 0;
    *l = (khct_layout){.diags = diags,
                       .vocabulary = vocabulary,
                       .tree = tree,
                       .text = text,
                       .source = tree->source,
                       .memo = khct_alloc(diags->arena, sizeof(khct_match_memo)),
                       .scanner = khct_scanner_new(diags->arena, text, from)};
    begin_line(l, from);
    return l;
}
