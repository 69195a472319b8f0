#include "layout.h"

#include "parser.h"

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
    l->node->inside = l->open->block;
    l->node->opens = l->item.opens;
    l->node->key = khct_layout_place(l, l->item.begin, l->item.end);
    static const int TOKENS[] = {
        [KHCT_FIELD] = KHCT_G_FIELD, [KHCT_LINE] = KHCT_G_LINE, [KHCT_DECLARATION] = KHCT_G_BLOCK};
    khct_layout_give(l, TOKENS[l->item.how], l->node->key);
    khct_layout_read_words(l);
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
    if (khct_layout_close_comment(l, at))
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
        khct_layout_doubled(l, token.begin, token.end);
        l->next++;
        break;
    case KHCT_RAW_UNBRACKET:
        if (khct_layout_other_closes(l, token.begin)) {
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
