/* What the files of the formatter share; for use inside format*.c only. */
#ifndef KHCT_SYNTAX_FORMAT_WRITE_H
#define KHCT_SYNTAX_FORMAT_WRITE_H

#include "syntax/format.h"
#include "syntax/wrap.h"
#include "text/utf8.h"

typedef struct khct_formatting {
    const khct_diags *diags;
    const khct_vocabulary *vocabulary;
    const khct_tree *tree;
    khct_str text;
    khct_format_options options;
    khct_wrap wrap;
    bool begun; /* something has been written */
} khct_formatting;

/* Writes the items of a block, which stand between two bytes, with the comments there
 * (format_items.c). */
void khct_format_items(khct_formatting *w, const khct_node *block, uint32_t indent, uint32_t before,
                       uint32_t end);

/* The words and comments after the keyword and one colon (format_words.c). */
khct_slices khct_format_pieces(const khct_formatting *w, const khct_node *node, bool prose);

/* The keyword as it is written here. */
khct_str khct_format_keyword(const khct_formatting *w, const khct_node *node);

/* The `;` of a value: away from a last `\`, which would escape it. */
khct_str khct_format_semicolon(const khct_formatting *w, const khct_node *node);

static inline bool is_block(const khct_node *node)
{
    return node->flags & KHCT_NODE_BLOCK;
}

static inline khct_str bytes(const khct_formatting *w, uint32_t begin, uint32_t end)
{
    return khct_str_sub(w->text, begin, end);
}

static inline khct_str value_of(const khct_formatting *w, const khct_node *node)
{
    return bytes(w, node->value.begin, node->value.end);
}

static inline uint32_t skip_blanks(const khct_formatting *w, uint32_t at, uint32_t end)
{
    size_t width;
    while (at < end && (width = khct_space_at(w->text, at)) > 0)
        at += (uint32_t)width;
    return at < end ? at : end;
}

/* The end of what stands between two bytes, without white space after it. */
static inline uint32_t trimmed_end(const khct_formatting *w, uint32_t begin, uint32_t end)
{
    khct_str text = khct_str_trim(bytes(w, begin, end));
    return text.n == 0 ? begin : (uint32_t)(text.p - w->text.p) + (uint32_t)text.n;
}

static inline size_t lines_between(const khct_formatting *w, uint32_t begin, uint32_t end)
{
    size_t lines = 0;
    for (uint32_t i = begin; i < end; i++)
        lines += w->text.p[i] == '\n';
    return lines;
}

static inline uint32_t cells(khct_str text)
{
    return (uint32_t)khct_utf8_cells(text, 0);
}

static inline khct_type type_of(const khct_node *node)
{
    const khct_place *place = khct_place_of(node->inside, node->keyword);
    return place == NULL ? KHCT_TYPE_TEXT : place->type;
}

/* The byte after a value's or heading's last word. */
static inline uint32_t words_end(const khct_node *node)
{
    uint32_t end = node->value.end > node->key.end ? node->value.end : node->key.end;
    return node->flags & KHCT_NODE_QUOTED ? end + 3 : end;
}

#endif
