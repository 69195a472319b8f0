/* A heading: which `<` or other bracket ends it and opens its block, and where one was forgotten.
 */
#include "layout.h"

#include "syntax/begins.h"
#include "syntax/titles.h"
#include "text/fold.h"

/* Reports a `<` that is forgotten before byte `before` (KH1005). */
static void say_brace(khct_layout *l, uint32_t before)
{
    uint32_t end = khct_item_end(l);
    if (before < end)
        end = before;
    khct_diag *diag = khct_report(l->diags, KHCT_KH1005, khct_span_at(l, end, end),
                                  KHCT_MSG(BRACE, khct_item_quoted(l)));
    khct_diag_label(diag, KHCT_MSG0(BRACE_LABEL));
    khct_diag_fix(diag, KHCT_LIKELY, diag->span, end == before ? KHCT_STR("< ") : KHCT_STR(" <"));
}

/* --- which sign opens the block --- */

/* `< đokn Nâng cao; …`: a field and its end stand on the line, though its name is misspelt. */
static bool field_follows(const khct_layout *l, const khct_raw *first)
{
    const khct_raw *token = first;
    while (token->line == first->line &&
           (token->kind == KHCT_RAW_TEXT || token->kind == KHCT_RAW_ESCAPE ||
            token->kind == KHCT_RAW_BRACKET || token->kind == KHCT_RAW_UNBRACKET))
        token++;
    int32_t begin = khct_char_at(l, first->begin);
    return token > first && token->line == first->line && token->kind == KHCT_RAW_SEMICOLONS &&
           khct_in_word(begin) && !khct_is_digit(begin);
}

/* True where the `<`, or other bracket, that stands here opens the block. */
static bool opens(khct_layout *l)
{
    khct_block block = l->item.opens;
    bool plain = block != KHCT_B_TOP && khct_has_no_heading(block); /* no title may have it */
    const khct_raw *next = l->next + 1;
    size_t length;
    return khct_line_ends(next) || plain || next->kind == KHCT_RAW_CLOSES ||
           field_follows(l, next) ||
           khct_label_at(l->vocabulary->titles, block, khct_rest(l, next->begin), &length) !=
               KHCT_KEYWORD_NONE ||
           khct_running_keyword(l, block, next).keyword != KHCT_KEYWORD_NONE;
}

/* Ends the heading with the block's `<`, at `sign` or, where that is nowhere, after its text. A
 * block that cannot be opened, or has nothing in it, is closed at once. */
static void end_heading(khct_layout *l, uint32_t brace, khct_span sign, bool empty)
{
    l->stopped = !empty && !khct_begin_block(l, brace);
    khct_end_item(l, '<', sign);
    if (empty || l->stopped)
        khct_give(l, '>', l->given[l->given_n - 1].span);
}

/* Another bracket stands in the place of `<`. */
static void open_other(khct_layout *l, const khct_raw *bracket)
{
    khct_fix *mend = khct_say_bracket(l, bracket->begin, true);
    const khct_open_block *outer = l->open;
    char sign = khct_byte_at(l, bracket->begin);
    l->next++;
    end_heading(l, bracket->begin, khct_span_at(l, bracket->begin, bracket->end), false);
    if (l->open > outer) {
        l->open->other = sign == '{' ? '}' : sign == '[' ? ']' : ')';
        l->open->mend = mend;
    }
}

/* --- where one was forgotten --- */

/* On a new line inside a heading: true where the heading ends before it, for want of a `<`. */
static bool forgot_brace(khct_layout *l)
{
    const khct_raw *next = l->next;
    if (khct_entry_is_line(l->item.opens, KHCT_KEYWORD_NONE) && khct_list_mark(l, next->begin) > 0)
        return true;
    if (next->kind == KHCT_RAW_CLOSES)
        return khct_closes(l, next) || khct_line_ends(next + 1);
    khct_match match = khct_running_keyword(l, l->item.opens, next);
    if (match.keyword == KHCT_KEYWORD_NONE)
        return false;
    const khct_place *inside = khct_place_of(l->item.opens, match.keyword);
    bool opens = khct_line_opens(l);
    if (inside == NULL)
        return opens && !match.marked && khct_line(l)->indent <= l->item.indent &&
               khct_declares(l, match.keyword);
    return !match.marked || inside->how == KHCT_DECLARATION || !opens; /* a title that runs on */
}

/* The `<` is missing before byte `at`, where it is inserted. */
static void insert_brace(khct_layout *l, uint32_t brace, uint32_t at, bool empty)
{
    say_brace(l, at);
    end_heading(l, brace, KHCT_NOWHERE, empty);
}

/* A `;` stands at `at` inside a heading: the keyword before which the block's `<` was forgotten, or
 * `at` where nothing of the block was written. */
static uint32_t brace_before(khct_layout *l, uint32_t at)
{
    bool word = false;
    for (uint32_t p = l->item.end; p < at; p++) {
        bool space = khct_space_at(l->text, p) > 0 || khct_space_before(l->text, p + 1) == 2;
        if (!space && !word) {
            khct_match match = khct_match_at(l, l->item.opens, p);
            khct_str after = khct_rest(l, p + (uint32_t)match.length);
            if (khct_place_of(l->item.opens, match.keyword) != NULL &&
                (match.marked || khct_value_may_begin(l->vocabulary, match.keyword, after)))
                return p;
        }
        word = !space;
    }
    return at;
}

/* A `;` at `at` inside a heading: the `<` is missing before it. */
static void brace_before_semicolon(khct_layout *l, uint32_t at)
{
    uint32_t before = brace_before(l, at);
    if (before == at) {
        khct_take_to(l, at + 1);
        insert_brace(l, at, at, true);
        return;
    }
    say_brace(l, before);
    l->last = l->value < before ? khct_text_end(l, before) : 0;
    khct_go_back(l, before);
    end_heading(l, before, KHCT_NOWHERE, false);
}

/* --- the end --- */

bool khct_heading_ends(khct_layout *l, bool below)
{
    const khct_raw *token = l->next;
    if (below && forgot_brace(l)) {
        insert_brace(l, khct_line(l)->begin - 1, token->begin, false);
        return true;
    }
    switch (token->kind) {
    case KHCT_RAW_OPEN:
        if (!opens(l))
            return false;
        l->next++;
        end_heading(l, token->begin, khct_span_at(l, token->begin, token->end), false);
        return true;
    case KHCT_RAW_BRACKET:
        /* a title may have words in round brackets */
        if (khct_byte_at(l, token->begin) == '(' ? !khct_line_ends(token + 1) : !opens(l))
            return false;
        open_other(l, token);
        return true;
    case KHCT_RAW_SEMICOLONS: brace_before_semicolon(l, token->begin); return true;
    case KHCT_RAW_CLOSES:
        if (!khct_closes(l, token))
            return false;
        insert_brace(l, token->begin, token->begin, false);
        return true;
    case KHCT_RAW_END: insert_brace(l, token->begin, token->begin, true); return true;
    default: return false;
    }
}
