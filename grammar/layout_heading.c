/* Reading a heading: which `<` opens its block, and where one was forgotten. */
#include "layout.h"

#include "parser.h"
#include "syntax/begins.h"
#include "syntax/titles.h"

/* True where the `<`, or other bracket, that stands here opens the block. */
static bool opens(khct_layout *l)
{
    bool plain = l->item.opens != KHCT_B_UNKNOWN && l->item.opens != KHCT_B_TOP &&
                 khct_block_at(l->item.opens)->heading[0] == '\0'; /* no title may have it */
    khct_raw next = khct_ahead(l, 1);
    size_t length;
    return khct_line_ends(l, 1) || plain || next.kind == KHCT_RAW_CLOSES ||
           khct_label_at(l->vocabulary->titles, l->item.opens, khct_rest(l, next.begin), &length) !=
               KHCT_KEYWORD_NONE ||
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
        return khct_layout_closes(l, 0) || khct_line_ends(l, 1);
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
    l->stopped = !empty && !khct_layout_open_block(l, brace);
    khct_layout_end_item(l, '<', sign);
    if (empty || l->stopped)
        khct_layout_give(l, '>', l->given[l->given_n - 1].span);
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
    khct_layout_forget_comments(l, before);
    if (l->value < before)
        khct_layout_add_text(l, l->value, khct_layout_text_end(l, before));
    khct_go_to(l, before);
    end_heading(l, before, KHCT_NOWHERE, false);
}

static void open_other(khct_layout *l, khct_raw bracket)
{
    khct_fix *mend = khct_layout_other_opens(l, bracket.begin);
    uint32_t depth = l->depth;
    char sign = khct_byte_at(l, bracket.begin);
    khct_take(l);
    end_heading(l, bracket.begin, khct_layout_place(l, bracket.begin, bracket.end), false);
    if (l->depth > depth) {
        l->stack[depth].other = sign == '{' ? '}' : sign == '[' ? ']' : ')';
        l->stack[depth].mend = mend;
    }
}

void khct_layout_read_heading(khct_layout *l)
{
    for (;;) {
        khct_raw token = khct_ahead(l, 0);
        bool round = khct_byte_at(l, token.begin) == '(';
        switch (token.kind) {
        case KHCT_RAW_OPEN:
            if (opens(l)) {
                khct_take(l);
                end_heading(l, token.begin, khct_layout_place(l, token.begin, token.end), false);
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
            khct_layout_take_line(l);
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
            if (khct_layout_closes(l, 0)) {
                insert_brace(l, token.begin, token.begin, false);
                return;
            }
            break;
        case KHCT_RAW_END: insert_brace(l, token.begin, token.begin, true); return;
        case KHCT_RAW_COMMENT:
            khct_layout_take_comment(l);
            l->item.flags |= KHCT_NODE_FOLDED;
            continue;
        case KHCT_RAW_ESCAPE: l->item.flags |= KHCT_NODE_FOLDED; break;
        default: break;
        }
        khct_layout_add_text(l, token.begin, token.end);
        khct_take(l);
    }
}
