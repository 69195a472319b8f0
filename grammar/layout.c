#include "layout.h"

#include "parser.h"
#include "text/fold.h"

void khct_give(khct_layout *l, int token, khct_span span)
{
    l->given[l->given_n++] = (khct_given){token, l->node, span};
}

void khct_take_comment(khct_layout *l, uint32_t begin)
{
    const khct_raw_line *line = khct_line(l);
    bool last = l->next->line + 1 == l->scanner->lines.n;
    uint32_t end = last ? (uint32_t)l->text.n : line[1].begin - 1;
    while (end > begin && khct_byte_at(l, end - 1) == '\r')
        end--;
    khct_push(l->diags->arena, &l->tree->comments) =
        (khct_comment){khct_span_at(l, begin, end), line->first >= begin};
    khct_take_to(l, end);
}

/* --- the words of an item --- */

/* Bytes `begin` to `end` are more of the value or heading. */
static void add_text(khct_layout *l, uint32_t begin, uint32_t end)
{
    if ((l->item.flags & KHCT_NODE_QUOTED) != 0)
        return; /* what stands after """ is no part of the value */
    if (l->last == 0)
        l->value = begin;
    l->last = end;
}

uint32_t khct_text_end(const khct_layout *l, uint32_t at)
{
    size_t width;
    while ((width = khct_space_before(l->text, at)) > 0)
        at -= (uint32_t)width;
    return at;
}

khct_str khct_item_quoted(const khct_layout *l)
{
    return KHCT_JOIN(l->diags->arena, "`", khct_str_sub(l->text, l->item.begin, l->item.end), "`");
}

void khct_end_item(khct_layout *l, int token, khct_span sign)
{
    if (l->last == 0)
        l->value = l->last = l->item.end;
    if (sign.source == KHCT_NO_SOURCE) {
        sign = khct_span_at(l, l->last, l->last);
        l->item.flags |= KHCT_NODE_MENDED;
    }
    l->node->flags = l->item.flags;
    khct_give(l, KHCT_G_TEXT, khct_span_at(l, l->value, l->last));
    khct_give(l, token, sign);
    l->prose_ended = token == ';';
}

/* Takes a token that is no end. */
static void take_words(khct_layout *l, const khct_raw *token)
{
    switch (token->kind) {
    case KHCT_RAW_COMMENT:
        khct_take_comment(l, token->begin);
        l->item.flags |= KHCT_NODE_FOLDED;
        return;
    case KHCT_RAW_QUOTE:
        if (l->item.how != KHCT_DECLARATION && khct_take_quote(l))
            return;
        break;
    case KHCT_RAW_ESCAPE: l->item.flags |= KHCT_NODE_FOLDED; break;
    default: break;
    }
    add_text(l, token->begin, token->end);
    l->next++;
}

static void read_words(khct_layout *l)
{
    bool heading = l->item.how == KHCT_DECLARATION;
    for (;;) {
        const khct_raw *token = l->next;
        bool below = khct_begins_line(l, token);
        if (l->last != 0 && below)
            l->item.flags |= KHCT_NODE_FOLDED;
        bool may_end = below || token->kind != KHCT_RAW_TEXT; /* words within a line end nothing */
        if (may_end && (heading ? khct_heading_ends(l, below) : khct_value_ends(l, below)))
            return;
        take_words(l, token);
    }
}

static void read_item(khct_layout *l, uint32_t at)
{
    if (!khct_begin_item(l, at)) {
        khct_close_block(l, at, at);
        return;
    }
    khct_take_to(l, khct_value_begin(l));
    l->last = 0;
    l->node = khct_alloc(l->diags->arena, sizeof *l->node);
    l->node->keyword = l->item.keyword;
    l->node->inside = l->open->block;
    l->node->opens = l->item.opens;
    l->node->key = khct_span_at(l, l->item.begin, l->item.end);
    static const int TOKENS[] = {
        [KHCT_FIELD] = KHCT_G_FIELD, [KHCT_LINE] = KHCT_G_LINE, [KHCT_DECLARATION] = KHCT_G_BLOCK};
    khct_give(l, TOKENS[l->item.how], l->node->key);
    read_words(l);
}

/* --- brackets and signs in the place of others --- */

khct_fix *khct_say_bracket(khct_layout *l, uint32_t at, bool opens)
{
    khct_span span = khct_span_at(l, at, at + 1);
    khct_str sign = khct_source_text(l->diags->sources, span);
    khct_diag *diag = khct_report_hint(
        l->diags, KHCT_KH1017, span,
        opens ? KHCT_MSG(BRACKET, sign) : KHCT_MSG(BRACKET_CLOSE, sign), KHCT_MSG0(BRACKET_HINT));
    return khct_diag_fix(diag, KHCT_SAFE, span, opens ? KHCT_STR("<") : KHCT_STR(">"));
}

/* True where the bracket at `at`, where an item should begin, closes the open block in the place of
 * `>`. */
static bool other_closes(khct_layout *l, uint32_t at)
{
    if (l->open == l->stack)
        return false;
    khct_open_block *open = l->open;
    if (open->other == khct_byte_at(l, at)) {
        if (open->mend != NULL)
            khct_push(l->diags->arena, &open->mend->edits) =
                (khct_edit){khct_span_at(l, at, at + 1), KHCT_STR(">")};
        return true;
    }
    if (khct_byte_at(l, at) == ')')
        return false;
    khct_say_bracket(l, at, false);
    return true;
}

/* Where an item should begin, a row of `;` stands from `at` to `end`: they are too many (reported,
 * KH1019). */
static void say_doubled(khct_layout *l, uint32_t at, uint32_t end)
{
    uint32_t before = at;
    while (before > khct_line(l)->begin && strchr(" \t", khct_byte_at(l, before - 1)) != NULL)
        before--;
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1019, khct_span_at(l, at, end),
                                       KHCT_MSG0(DOUBLED), KHCT_MSG0(STRAY_HINT));
    khct_diag_fix(diag, KHCT_SAFE, khct_span_at(l, before, end), KHCT_STR(""));
}

/* Where an item should begin, a `#` without a blank after it stands at `at`: true where it was
 * meant to begin a comment (reported, KH1020). */
static bool is_close_comment(khct_layout *l, uint32_t at)
{
    if (!khct_in_word(khct_char_at(l, at + 1)))
        return false;
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1020, khct_span_at(l, at, at + 1),
                                       KHCT_MSG0(CLOSE_COMMENT), KHCT_MSG0(CLOSE_COMMENT_HINT));
    khct_diag_fix(diag, KHCT_SAFE, khct_span_at(l, at + 1, at + 1), KHCT_STR(" "));
    return true;
}

static void stray(khct_layout *l, uint32_t begin, uint32_t end)
{
    khct_take_to(l, end);
    khct_give(l, KHCT_G_STRAY, khct_span_at(l, begin, end));
}

/* --- what stands at an item's place --- */

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
        khct_close_block(l, at, at + 1);
}

/* A `#` that begins no comment, where an item should begin. */
static void read_hash(khct_layout *l, uint32_t at)
{
    if (is_close_comment(l, at))
        khct_take_comment(l, at);
    else
        stray(l, at, at + 1);
}

/* A sign that says nothing, before the name of a field: `/ Giải pháp: …`. */
static bool is_lone(const khct_layout *l, uint32_t at)
{
    char sign = khct_byte_at(l, at);
    if (sign == '\0' || khct_is_ascii_word(sign) || strchr("/.,:=|~&%!?'_", sign) == NULL)
        return false;
    khct_match match = khct_match_at(l, l->open->block, khct_skip_blanks(l, at + 1));
    return khct_place_here(l, match.keyword) != NULL;
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
        khct_give(l, KHCT_G_END, khct_span_at(l, end, end));
        return;
    }
    if (!l->stopped)
        khct_say_open(l);
    khct_close_block(l, end, end);
}

/* Reads what stands at an item's place. */
static void read(khct_layout *l)
{
    khct_raw token = *l->next;
    switch (l->stopped ? KHCT_RAW_END : token.kind) {
    case KHCT_RAW_END: read_end(l); break;
    case KHCT_RAW_COMMENT: khct_take_comment(l, token.begin); break;
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
            khct_close_block(l, token.begin, token.end);
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
