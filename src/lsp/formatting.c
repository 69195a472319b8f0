/* Formatting: of the document, of a range, and while typing. */
#include "lsp/server.h"
#include "lsp/where.h"

#include "syntax/format.h"

/* --- the new text --- */

/* The text as the formatter lays it out; .p NULL without memory. */
static khct_str laid_out(khct_request *r)
{
    khct_out out;
    khct_out_to_memory(&out);
    khct_format_options options = {.marked = khct_prefers_marks(r->file->tree)};
    khct_format_tree(&out, &r->c->diags, r->server->library->vocabulary, r->file->tree, options);
    khct_str text = {NULL, 0};
    if (khct_out_finish(&out) == 0)
        text = khct_str_copy(r->arena, khct_out_text(&out));
    khct_out_release(&out);
    return text;
}

/* --- what differs, in lines --- */

typedef struct side {
    khct_lines lines;
    uint64_t *hash;
} side;

static khct_str line_of(const khct_lines *lines, uint32_t i)
{
    uint32_t end = i + 1 < lines->n ? lines->at[i + 1] : (uint32_t)lines->text.n;
    return khct_str_sub(lines->text, lines->at[i], end);
}

static side side_of(khct_arena *arena, khct_str text)
{
    side s = {.lines = khct_lines_of(arena, text)};
    s.hash = khct_alloc_array(arena, s.lines.n, sizeof *s.hash);
    for (uint32_t i = 0; i < s.lines.n; i++)
        s.hash[i] = khct_str_hash(line_of(&s.lines, i), arena->salt);
    return s;
}

static bool same(const side *a, uint32_t i, const side *b, uint32_t j)
{
    return i < a->lines.n && j < b->lines.n && a->hash[i] == b->hash[j] &&
           khct_str_eq(line_of(&a->lines, i), line_of(&b->lines, j));
}

/* The nearest pair of lines, at or after these, that are the same and not empty. */
static void resynchronise(const side *a, uint32_t *i, const side *b, uint32_t *j)
{
    enum { WINDOW = 64 };
    for (uint32_t far = 1; far < WINDOW; far++)
        for (uint32_t x = 0; x <= far; x++)
            if (same(a, *i + x, b, *j + far - x) && line_of(&a->lines, *i + x).n > 1) {
                *i += x;
                *j += far - x;
                return;
            }
    *i = a->lines.n;
    *j = b->lines.n;
}

static uint32_t byte_at(const khct_lines *lines, uint32_t i)
{
    return i < lines->n ? lines->at[i] : (uint32_t)lines->text.n;
}

/* Writes the differences whose old lines lie in `first` to `last`. */
static void write_differences(khct_request *r, khct_str new, uint32_t first, uint32_t last)
{
    side a = side_of(r->arena, r->lines->text), b = side_of(r->arena, new);
    uint32_t i = 0, j = 0;
    while (i < a.lines.n || j < b.lines.n) {
        if (same(&a, i, &b, j)) {
            i++;
            j++;
            continue;
        }
        uint32_t i2 = i, j2 = j;
        resynchronise(&a, &i2, &b, &j2);
        if (i <= last && i2 >= first && (i2 > first || i == i2))
            khct_w_text_edit(r, r->source, byte_at(&a.lines, i), byte_at(&a.lines, i2),
                             khct_str_sub(new, byte_at(&b.lines, j), byte_at(&b.lines, j2)));
        i = i2;
        j = j2;
    }
}

static void format_lines(khct_request *r, uint32_t first, uint32_t last)
{
    khct_str text = laid_out(r);
    khct_json_list(r->w);
    if (text.p != NULL && !khct_str_eq(text, r->lines->text))
        write_differences(r, text, first, last);
    khct_json_end_list(r->w);
}

void khct_lsp_format(khct_request *r)
{
    format_lines(r, 0, r->lines->n);
}

void khct_lsp_format_range(khct_request *r)
{
    uint32_t from, to;
    if (!khct_lsp_range(r, json_object_get(r->params, "range"), &from, &to))
        return;
    if (to > from && r->lines->text.p[to - 1] == '\n')
        to--; /* a range of whole lines ends at the next one's beginning */
    format_lines(r, khct_place_of_byte(r->lines, KHCT_UTF8, from).line,
                 khct_place_of_byte(r->lines, KHCT_UTF8, to).line);
}

/* --- while typing --- */

static uint32_t line_begin(const khct_request *r, uint32_t at)
{
    return r->lines->at[khct_place_of_byte(r->lines, KHCT_UTF8, at).line];
}

static uint32_t depth_of(const khct_node *block)
{
    uint32_t depth = 0;
    for (; block != NULL && block->parent != NULL; block = block->parent)
        depth++;
    return depth;
}

/* Indents the line of the cursor by so many blanks, where only blanks stand before its first sign.
 */
static void indent(khct_request *r, uint32_t columns)
{
    static const char BLANKS[] = "                                                                ";
    uint32_t begin = line_begin(r, r->at), end = begin;
    while (end < r->lines->text.n &&
           (r->lines->text.p[end] == ' ' || r->lines->text.p[end] == '\t'))
        end++;
    if (columns > sizeof BLANKS - 1)
        columns = sizeof BLANKS - 1;
    khct_str text = {BLANKS, columns};
    khct_json_list(r->w);
    if (!khct_str_eq(text, khct_str_sub(r->lines->text, begin, end)))
        khct_w_text_edit(r, r->source, begin, end, text);
    khct_json_end_list(r->w);
}

/* A new line: into the open block, or under the value that goes on. */
static void typed_line(khct_request *r)
{
    khct_where where = khct_where_of(r->file->tree, r->lines->text, r->at);
    uint32_t columns = 2 * depth_of(where.block);
    bool goes_on = where.spot == KHCT_SPOT_VALUE && where.node != NULL &&
                   where.node->value.begin < r->at &&
                   where.node->value.begin < where.node->value.end;
    indent(r, goes_on ? columns + 2 : columns);
}

/* `>` first on its line: under the heading that it closes. */
static void typed_close(khct_request *r)
{
    uint32_t sign = r->at > 0 ? r->at - 1 : 0;
    const khct_node *node = khct_node_at(r->file->tree, sign);
    bool closes = node != NULL && node->flags & KHCT_NODE_BLOCK && node->span.end == r->at &&
                  khct_str_trim(khct_str_sub(r->lines->text, line_begin(r, sign), sign)).n == 0;
    if (closes)
        indent(r, 2 * (depth_of(node) - 1));
}

/* `;`: the item that it ends. */
static void typed_end(khct_request *r)
{
    const khct_node *node = khct_node_at(r->file->tree, r->at > 0 ? r->at - 1 : 0);
    if (node == NULL || node->flags & KHCT_NODE_BLOCK || node->span.end != r->at)
        return;
    format_lines(r, khct_place_of_byte(r->lines, KHCT_UTF8, node->span.begin).line,
                 khct_place_of_byte(r->lines, KHCT_UTF8, r->at).line);
}

void khct_lsp_format_typed(khct_request *r)
{
    const char *sign = json_string_value(json_object_get(r->params, "ch"));
    if (sign == NULL)
        khct_refuse(r, KHCT_RPC_PARAMS, "thiếu ch", "ch is missing");
    else if (sign[0] == '\n')
        typed_line(r);
    else if (sign[0] == '>')
        typed_close(r);
    else if (sign[0] == ';')
        typed_end(r);
}
