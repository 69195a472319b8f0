/* The items of a block laid out: fields, blocks, comments, and what is broken, byte for byte. */
#include "syntax/format_write.h"

#include "text/sort.h"

enum { LEVEL = 2, HEADING_HANG = 4 };

/* An item of a block, with the byte at which the comments and blank lines before it begin. */
typedef struct entry {
    const khct_node *node;
    const khct_place *place;
    uint32_t before;
    uint32_t begin, end; /* from its keyword to its last word or sign */
    bool as_it_is;       /* broken, or beside what is: copied from `begin` to `end` */
    bool goes_on;        /* begins on the line on which the item before it ends */
    size_t number;       /* in the file's order */
} entry;

/* How the items of a block are laid out. */
typedef struct layout {
    uint32_t indent;
    uint32_t values;      /* the column of its values */
    uint32_t identifiers; /* cells of the widest identifier in this row of `vaitro` or `viettat` */
    bool first;           /* nothing of the block has been written */
} layout;

/* --- what is broken --- */

/* True where something stands between two bytes that is neither white space nor a comment. */
static bool junk_between(const khct_formatting *w, uint32_t begin, uint32_t end)
{
    const khct_tree *tree = w->tree;
    size_t comment = SIZE_MAX; /* looked up when a sign is met */
    for (uint32_t at = skip_blanks(w, begin, end); at < end; at = skip_blanks(w, at, end)) {
        comment = comment == SIZE_MAX ? khct_comment_from(tree, at) : comment + 1;
        if (comment >= tree->comments.n || tree->comments.at[comment].span.begin != at)
            return true;
        at = tree->comments.at[comment].span.end;
    }
    return false;
}

/* True where the item has a `;` or `>` of its own. */
static bool has_end(const khct_formatting *w, const khct_node *node)
{
    uint32_t end = node->span.end;
    if (!is_block(node))
        return !(node->flags & KHCT_NODE_MENDED) || w->text.p[end - 1] == ';';
    uint32_t at = node->last == NULL ? node->open + 1 : node->last->span.end;
    return end > at && w->text.p[end - 1] == '>';
}

static bool is_broken(const khct_formatting *w, const khct_node *node)
{
    enum {
        SIGNS = KHCT_NODE_MENDED | KHCT_NODE_UNKNOWN | KHCT_NODE_GUESSED | KHCT_NODE_MISPLACED |
                KHCT_NODE_DOUBTED
    };
    if (node->flags & SIGNS)
        return true;
    if (!is_block(node)) /* a """ that is never closed */
        return !(node->flags & KHCT_NODE_QUOTED) && khct_str_starts(value_of(w, node), "\"\"\"");
    uint32_t at = node->open + 1;
    for (const khct_node *child = node->first; child != NULL; child = child->next) {
        if (junk_between(w, at, child->key.begin) || is_broken(w, child))
            return true;
        at = child->span.end;
    }
    return !has_end(w, node) || junk_between(w, at, node->span.end - 1);
}

static bool holds_fault(const khct_formatting *w, const khct_node *node)
{
    return khct_utf8_scan(bytes(w, node->span.begin, node->span.end), 0).fault != KHCT_UTF8_FINE;
}

/* --- comments and blank lines --- */

/* Begins a line of the block; what is written on it stands at `from`, and what was before it ended
 * at `after`. */
static void begin_line(khct_formatting *w, layout *l, uint32_t after, uint32_t from)
{
    if (!l->first && lines_between(w, after, from) > 1)
        khct_out_str(w->wrap.out, w->wrap.newline);
    if (w->begun)
        khct_wrap_line(&w->wrap, l->indent);
    l->first = false;
    w->begun = true;
}

/* The comment that stands after something, on its line, with nothing but `sign` before it; the
 * byte after it, or `end`. */
static uint32_t comment_after(const khct_formatting *w, uint32_t end, char sign, khct_str *words)
{
    size_t i = khct_comment_from(w->tree, end);
    *words = KHCT_STR("");
    if (i == w->tree->comments.n)
        return end;
    const khct_comment *comment = &w->tree->comments.at[i];
    if (comment->alone)
        return end;
    uint32_t to = comment->span.begin;
    for (uint32_t at = skip_blanks(w, end, to); at < to; at = skip_blanks(w, at + 1, to))
        if (sign == '\0' || w->text.p[at] != sign) /* a NUL in the text is no sign */
            return end;
    if (lines_between(w, end, comment->span.begin) > 0)
        return end;
    *words = khct_str_trim(bytes(w, comment->span.begin, comment->span.end));
    return comment->span.end;
}

static void write_after(khct_formatting *w, khct_str comment)
{
    if (comment.n == 0)
        return;
    khct_wrap_text(&w->wrap, KHCT_STR(" "));
    khct_wrap_text(&w->wrap, comment);
}

/* Writes the comments between two bytes, each on a line of its own; the byte after the last. */
static uint32_t write_comments(khct_formatting *w, layout *l, uint32_t begin, uint32_t end)
{
    const khct_tree *tree = w->tree;
    size_t i = khct_comment_from(tree, begin);
    for (; i < tree->comments.n && tree->comments.at[i].span.begin < end; i++) {
        khct_span span = tree->comments.at[i].span;
        begin_line(w, l, begin, span.begin);
        khct_wrap_text(&w->wrap, khct_str_trim(bytes(w, span.begin, span.end)));
        begin = span.end;
    }
    return begin;
}

/* --- fields --- */

static void pad(khct_formatting *w, uint32_t spaces)
{
    for (uint32_t i = 0; i < spaces; i++)
        khct_wrap_text(&w->wrap, KHCT_STR(" "));
}

/* The first word of a value: a role's identifier, or a level. */
static khct_str first_word(khct_str value)
{
    size_t n = 0;
    while (n < value.n && khct_space_at(value, n) == 0)
        n++;
    return khct_str_sub(value, 0, n);
}

/* Cells that the first word of the value takes up, where it has a column of its own; 0: it has
 * none.
 */
static uint32_t first_column(const khct_formatting *w, const layout *l, const khct_node *node)
{
    khct_type type = type_of(node);
    khct_str word = first_word(value_of(w, node));
    if (type == KHCT_TYPE_ROLE || type == KHCT_TYPE_ABBREVIATION)
        return l->identifiers;
    bool level = type == KHCT_TYPE_LEVEL_LIST && word.n == 1 && khct_is_digit(word.p[0]);
    return level ? 2 : 0;
}

static void write_words(khct_formatting *w, const layout *l, const khct_node *node)
{
    khct_slices pieces = khct_format_pieces(w, node, true);
    uint32_t hang = l->indent + LEVEL, column = first_column(w, l, node);
    if (pieces.n == 0) {
        khct_wrap_text(&w->wrap, KHCT_STR(";"));
        return;
    }
    if (pieces.at[0].before == KHCT_GAP_SPACE)
        pad(w, w->wrap.column < l->values ? l->values - w->wrap.column : 1);
    bool apart = column > 0 && pieces.n > 1 && pieces.at[0].before == KHCT_GAP_SPACE &&
                 pieces.at[1].before == KHCT_GAP_SPACE;
    if (apart) {
        khct_wrap_text(&w->wrap, pieces.at[0].text);
        uint32_t width = cells(pieces.at[0].text);
        pad(w, width < column ? column - width + 1 : 1);
        pieces.at++;
        pieces.n--;
    }
    khct_wrap_slices(&w->wrap, &pieces, hang, khct_format_semicolon(w, node));
}

/* What stands between a keyword and a value that is copied: blanks, or comments with a line each.
 */
static void write_before_value(khct_formatting *w, const layout *l, uint32_t begin, uint32_t end)
{
    const khct_tree *tree = w->tree;
    size_t first = khct_comment_from(tree, begin), i = first;
    for (; i < tree->comments.n && tree->comments.at[i].span.begin < end; i++) {
        khct_span span = tree->comments.at[i].span;
        khct_wrap_line(&w->wrap, l->indent + LEVEL);
        khct_wrap_text(&w->wrap, khct_str_trim(bytes(w, span.begin, span.end)));
    }
    if (i > first)
        khct_wrap_line(&w->wrap, l->indent + LEVEL);
    else
        pad(w, w->wrap.column < l->values ? l->values - w->wrap.column : 1);
}

static void write_field(khct_formatting *w, const layout *l, const khct_node *node)
{
    khct_str value = value_of(w, node);
    khct_wrap_text(&w->wrap, khct_format_keyword(w, node));
    bool file = type_of(node) == KHCT_TYPE_USE && value.n > 0 && value.p[0] == '"';
    if (!file && !(node->flags & KHCT_NODE_QUOTED)) {
        write_words(w, l, node);
        return;
    }
    uint32_t begin = file ? node->value.begin : node->value.begin - 3;
    write_before_value(w, l, node->key.end, begin);
    khct_wrap_text(&w->wrap, bytes(w, begin, words_end(node)));
    khct_wrap_text(&w->wrap, KHCT_STR(";"));
}

/* --- blocks --- */

static void add_words(khct_arena *arena, khct_slices *line, khct_str text)
{
    khct_push(arena, line) = (khct_slice){.text = text};
}

static void add_pieces(khct_arena *arena, khct_slices *line, const khct_slices *pieces)
{
    for (size_t i = 0; i < pieces->n; i++) {
        add_words(arena, line, KHCT_STR(" "));
        add_words(arena, line, pieces->at[i].text);
    }
}

/* A block that its writer put on one line stays there while it fits. False: it does not. */
static bool write_one_line(khct_formatting *w, const khct_node *node)
{
    if (lines_between(w, node->key.begin, node->span.end) > 0)
        return false;
    khct_arena *arena = w->diags->arena;
    khct_slices line = {0}, heading = khct_format_pieces(w, node, false);
    add_words(arena, &line, khct_format_keyword(w, node));
    add_pieces(arena, &line, &heading);
    add_words(arena, &line, KHCT_STR(" <"));
    for (const khct_node *child = node->first; child != NULL; child = child->next) {
        if (is_block(child))
            return false;
        add_words(arena, &line, KHCT_STR(" "));
        add_words(arena, &line, khct_format_keyword(w, child));
        khct_slices words = khct_format_pieces(w, child, true);
        add_pieces(arena, &line, &words);
        add_words(arena, &line, khct_format_semicolon(w, child));
    }
    add_words(arena, &line, KHCT_STR(" >"));
    uint32_t width = w->wrap.column;
    for (size_t i = 0; i < line.n && width <= w->wrap.limit; i++)
        width += cells(line.at[i].text);
    if (width > w->wrap.limit)
        return false;
    for (size_t i = 0; i < line.n; i++)
        khct_wrap_text(&w->wrap, line.at[i].text);
    return true;
}

static void write_block(khct_formatting *w, const khct_node *node, uint32_t indent)
{
    khct_slices heading = khct_format_pieces(w, node, false);
    khct_wrap_text(&w->wrap, khct_format_keyword(w, node));
    if (heading.n > 0 && heading.at[0].before == KHCT_GAP_SPACE)
        khct_wrap_text(&w->wrap, KHCT_STR(" "));
    khct_wrap_slices(&w->wrap, &heading, indent + HEADING_HANG, KHCT_STR(" <"));
    if (heading.n == 0)
        khct_wrap_text(&w->wrap, KHCT_STR(" <"));
    khct_str comment;
    uint32_t after = comment_after(w, words_end(node), '<', &comment);
    size_t next = khct_comment_from(w->tree, after); /* before the `<`: it goes into the block */
    bool between = next < w->tree->comments.n && w->tree->comments.at[next].span.begin < node->open;
    if (comment.n == 0 && !between)
        after = comment_after(w, node->open + 1, '\0', &comment);
    write_after(w, comment);
    khct_format_items(w, node, indent + LEVEL, after, node->span.end - 1);
    khct_wrap_line(&w->wrap, indent);
    khct_wrap_text(&w->wrap, KHCT_STR(">"));
}

/* --- the items of a block --- */

/* Blocks in which the order of fields means nothing. */
static bool may_sort(khct_block block)
{
    switch (block) {
    case KHCT_B_TRUONG:
    case KHCT_B_KEHOACH:
    case KHCT_B_KETQUATC:
    case KHCT_B_TIEUCHI:
    case KHCT_B_KHOAN:
    case KHCT_B_VIEC:
    case KHCT_B_VIECLON:
    case KHCT_B_VANDE:
    case KHCT_B_THEODOI:
    case KHCT_B_CHUKY:
    case KHCT_B_VANBAN: return true;
    default: return false;
    }
}

static int by_table(const void *a, const void *b)
{
    const entry *l = a, *r = b;
    if (l->place != r->place)
        return l->place < r->place ? -1 : 1;
    return (l->number > r->number) - (l->number < r->number);
}

/* A comment with an empty line after it heads what follows: fields are not moved past it. */
static bool heads_group(const khct_formatting *w, const entry *e)
{
    uint32_t begin = e->before, end = e->node->key.begin;
    size_t i = khct_comment_from(w->tree, end);
    if (i == 0 || w->tree->comments.at[i - 1].span.begin < begin)
        return false;
    return lines_between(w, w->tree->comments.at[i - 1].span.end, end) > 1;
}

static void sort_fields(const khct_formatting *w, const khct_node *block, entry *entries, size_t n)
{
    if (!w->options.sorted || !may_sort(block->opens))
        return;
    for (size_t from = 0; from < n;) {
        size_t to = from;
        while (to < n && !is_block(entries[to].node) &&
               (to == from || !heads_group(w, &entries[to])))
            to++;
        khct_sort(w->diags->arena, entries + from, to > from ? to - from : 0, sizeof *entries,
                  by_table);
        from = to > from ? to : from + 1;
    }
}

/* True where the entry goes on with the row of lines with one keyword; what is copied is in no row.
 */
static bool same_row(const entry *before, const entry *e)
{
    return !before->as_it_is && !e->as_it_is && before->node->keyword == e->node->keyword;
}

/* The widest identifier of the row that begins at this entry. */
static uint32_t widest_identifier(const khct_formatting *w, const entry *entries, size_t i,
                                  size_t n)
{
    uint32_t widest = 0;
    for (size_t first = i; i < n && (i == first || same_row(&entries[i - 1], &entries[i])); i++) {
        uint32_t width = cells(first_word(value_of(w, entries[i].node)));
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* The column at which the values of a block stand: two after its longest keyword. */
static uint32_t value_column(const khct_formatting *w, const khct_node *block, uint32_t indent)
{
    uint32_t widest = 0;
    for (const khct_node *child = block->first; child != NULL && block->parent != NULL;
         child = child->next) {
        uint32_t width = is_block(child) ? 0 : cells(khct_format_keyword(w, child));
        widest = width > widest ? width : widest;
    }
    return widest == 0 ? 0 : indent + widest + 2;
}

/* Bytes as they are, but for the line ends. */
static void write_copy(khct_formatting *w, khct_str text)
{
    while (text.n > 0) {
        size_t end = khct_str_find(text, KHCT_STR("\n")), line = end;
        bool last = end == text.n;
        while (!last && line > 0 && text.p[line - 1] == '\r')
            line--;
        khct_out_bytes(w->wrap.out, text.p, line);
        if (!last)
            khct_out_str(w->wrap.out, w->wrap.newline);
        text = khct_str_sub(text, last ? end : end + 1, text.n);
    }
}

static void write_item(khct_formatting *w, const layout *l, const entry *e)
{
    if (e->as_it_is)
        write_copy(w, bytes(w, e->begin, e->end));
    else if (!is_block(e->node))
        write_field(w, l, e->node);
    else if (!write_one_line(w, e->node))
        write_block(w, e->node, l->indent);
}

static entry entry_of(const khct_formatting *w, const khct_node *node, bool top)
{
    entry e = {.node = node, .place = khct_place_of(node->inside, node->keyword)};
    e.as_it_is = top && (is_broken(w, node) || holds_fault(w, node));
    e.begin = node->key.begin;
    e.end = is_block(node) || e.as_it_is ? node->span.end : words_end(node);
    e.end = trimmed_end(w, e.begin, e.end);
    return e;
}

/* The byte after an item and the comment on its last line, which is given too. */
static uint32_t after_item(const khct_formatting *w, const entry *e, khct_str *comment)
{
    char sign = is_block(e->node) || e->as_it_is ? '\0' : ';';
    uint32_t after = comment_after(w, e->end, sign, comment), all = e->node->span.end;
    if (after > e->end || e->end >= all || e->as_it_is)
        return after;
    size_t next = khct_comment_from(w->tree, e->end);
    bool between = next < w->tree->comments.n && w->tree->comments.at[next].span.begin < all;
    return between ? e->end : comment_after(w, all, '\0', comment);
}

/* Where an item that is copied begins: with the line, or right after what is copied before it. */
static uint32_t copied_begin(const khct_formatting *w, const entry *e, uint32_t before)
{
    uint32_t begin = e->begin;
    if (e->goes_on)
        return before;
    while (begin > before && (w->text.p[begin - 1] == ' ' || w->text.p[begin - 1] == '\t'))
        begin--;
    return begin;
}

/* Signs that nobody understood are copied with the item after them; what stands on a line with
 * something broken too, and what follows something without an end of its own, as it shows where
 * that end must be. */
static void spread_broken(const khct_formatting *w, entry *entries, size_t n, uint32_t before)
{
    for (size_t i = 0; i < n; i++) {
        entry *e = &entries[i];
        if (junk_between(w, before, e->begin)) {
            e->begin = skip_blanks(w, before, e->begin);
            e->as_it_is = true;
        }
        e->goes_on = i > 0 && lines_between(w, before, e->begin) == 0;
        bool open = i > 0 && !has_end(w, e[-1].node);
        e->as_it_is = e->as_it_is || (i > 0 && e[-1].as_it_is && (e->goes_on || open));
        if (e->as_it_is) /* the comment after it is looked for after all that is copied */
            e->end = trimmed_end(w, e->begin, e->node->span.end);
        khct_str comment; /* written after the item, so none of the next one */
        uint32_t after = after_item(w, e, &comment);
        before = trimmed_end(w, e->begin, e->node->span.end);
        before = after > before ? after : before;
    }
    for (size_t i = n; i-- > 1;)
        if (entries[i].as_it_is && entries[i].goes_on)
            entries[i - 1].as_it_is = true;
    for (size_t i = 0; i < n; i++)
        if (entries[i].as_it_is) {
            entries[i].begin = copied_begin(w, &entries[i], i == 0 ? 0 : entries[i - 1].end);
            entries[i].end = trimmed_end(w, entries[i].begin, entries[i].node->span.end);
        }
}

/* Signs at the end of the file that nobody understood, with the comments there. */
static void write_junk(khct_formatting *w, layout *l, uint32_t begin, uint32_t end)
{
    uint32_t from = skip_blanks(w, begin, end);
    if (l->first || lines_between(w, begin, from) > 0)
        begin_line(w, l, begin, from);
    else
        from = begin;
    write_copy(w, bytes(w, from, trimmed_end(w, from, end)));
}

/* Writes the items of a block, with the comments from byte `before` to byte `end`. */
void khct_format_items(khct_formatting *w, const khct_node *block, uint32_t indent, uint32_t before,
                       uint32_t end)
{
    layout l = {.indent = indent, .values = value_column(w, block, indent), .first = true};
    bool top = block->parent == NULL;
    KHCT_VEC(entry) entries = {0};
    khct_str comment;
    for (const khct_node *node = block->first; node != NULL; node = node->next) {
        khct_push(w->diags->arena, &entries) = entry_of(w, node, top);
    }
    if (top)
        spread_broken(w, entries.at, entries.n, before);
    for (size_t i = 0; i < entries.n; i++) {
        entries.at[i].before = before;
        entries.at[i].number = i;
        before = after_item(w, &entries.at[i], &comment);
    }
    sort_fields(w, block, entries.at, entries.n);
    for (size_t i = 0; i < entries.n; i++) {
        const entry *e = &entries.at[i];
        if (i == 0 || !same_row(&e[-1], e))
            l.identifiers = widest_identifier(w, entries.at, i, entries.n);
        if (!e->as_it_is || !e->goes_on) {
            uint32_t after = write_comments(w, &l, e->before, e->begin);
            begin_line(w, &l, after, e->begin);
        }
        write_item(w, &l, e);
        after_item(w, e, &comment);
        write_after(w, comment);
    }
    /* the `;` of the last item may stand after comments */
    uint32_t after =
        block->last == NULL || block->last->span.end < before ? before : block->last->span.end;
    if (top && junk_between(w, after, end)) {
        write_comments(w, &l, before, after);
        write_junk(w, &l, after, end);
    } else {
        write_comments(w, &l, before, end);
    }
}
