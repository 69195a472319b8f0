#include "syntax/format.h"

#include "syntax/load.h"
#include "syntax/wrap.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/sort.h"

#include <stdlib.h>

enum { LIMIT = 100, LEVEL = 2, HEADING_HANG = 4 };

typedef struct writer {
    const khct_diags *diags;
    const khct_vocabulary *vocabulary;
    const khct_tree *tree;
    khct_str text;
    khct_format_options options;
    khct_wrap wrap;
    bool begun; /* something has been written */
} writer;

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

static void write_items(writer *w, const khct_node *block, uint32_t indent, uint32_t before,
                        uint32_t end);

/* --- small things --- */

static bool is_block(const khct_node *node)
{
    return node->flags & KHCT_NODE_BLOCK;
}

static khct_str bytes(const writer *w, uint32_t begin, uint32_t end)
{
    return khct_str_sub(w->text, begin, end);
}

static khct_str value_of(const writer *w, const khct_node *node)
{
    return bytes(w, node->value.begin, node->value.end);
}

static uint32_t skip_blanks(const writer *w, uint32_t at, uint32_t end)
{
    size_t width;
    while (at < end && (width = khct_space_at(w->text, at)) > 0)
        at += (uint32_t)width;
    return at < end ? at : end;
}

/* The end of what stands between two bytes, without white space behind it. */
static uint32_t trimmed_end(const writer *w, uint32_t begin, uint32_t end)
{
    khct_str text = khct_str_trim(bytes(w, begin, end));
    return text.n == 0 ? begin : (uint32_t)(text.p - w->text.p) + (uint32_t)text.n;
}

static size_t lines_between(const writer *w, uint32_t begin, uint32_t end)
{
    size_t lines = 0;
    for (uint32_t i = begin; i < end; i++)
        lines += w->text.p[i] == '\n';
    return lines;
}

static uint32_t cells(khct_str text)
{
    return (uint32_t)khct_utf8_cells(text, 0);
}

static khct_type type_of(const khct_node *node)
{
    const khct_place *place = khct_place_of(node->inside, node->keyword);
    return place == NULL ? KHCT_TYPE_TEXT : place->type;
}

/* The byte behind a value's or heading's last word. */
static uint32_t words_end(const khct_node *node)
{
    uint32_t end = node->value.end > node->key.end ? node->value.end : node->key.end;
    return node->flags & KHCT_NODE_QUOTED ? end + 3 : end;
}

/* The `;` of a value: away from a last `\`, which would escape it. */
static khct_str semicolon(const writer *w, const khct_node *node)
{
    khct_str value = value_of(w, node);
    size_t n = 0;
    while (n < value.n && value.p[value.n - 1 - n] == '\\')
        n++;
    return n % 2 == 1 && !(node->flags & KHCT_NODE_QUOTED) ? KHCT_STR(" ;") : KHCT_STR(";");
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Writes the keyword at piece `i`, if it is one of these, in the form wanted, as one piece. */
static bool same_form(const writer *w, khct_slices *pieces, size_t i, const khct_keyword *wanted)
{
    enum { WORDS = 3 };
    khct_str line = KHCT_STR("");
    size_t count = 0;
    while (count < WORDS && i + count < pieces->n &&
           pieces->at[i + count].kind == KHCT_SLICE_WORD) {
        khct_str pair[] = {line, pieces->at[i + count].text, KHCT_STR(" ")};
        line = khct_str_join(w->diags->arena, pair, 3);
        count++;
    }
    for (; *wanted != KHCT_KEYWORD_NONE; wanted++) {
        size_t length, words = 1;
        if (!khct_keyword_here(w->vocabulary, *wanted, line, &length) || line.p[length] != ' ')
            continue;
        for (size_t k = 0; k < length; k++)
            words += line.p[k] == ' ';
        /* "Duy trì nền nếp", "Mức độ đạt": a title */
        bool number = i + words < pieces->n && digit(pieces->at[i + words].text.p[0]);
        if (!number && line.p[0] >= 'A' && line.p[0] <= 'Z')
            continue;
        if (!number && *wanted == KHCT_K_MUC)
            continue;
        const khct_keyword_row *row = khct_keyword_at(*wanted);
        pieces->at[i].text = khct_str_of(w->options.marked ? row->marked : row->unmarked);
        for (size_t k = i + 1; k + words - 1 < pieces->n; k++)
            pieces->at[k] = pieces->at[k + words - 1];
        pieces->n -= words - 1;
        return true;
    }
    return false;
}

/* The words of the language inside a heading (`muc 2`, `duytri`) or behind `dung`, in the form
 * wanted. They stand before the title, in the places that the heading's shape has for them. */
static void unify(const writer *w, const khct_node *node, khct_slices *pieces)
{
    static const khct_keyword AIM[] = {KHCT_K_DUYTRI, KHCT_K_MUC, KHCT_K_KHONGDAT,
                                       KHCT_KEYWORD_NONE};
    static const khct_keyword YEAR[] = {KHCT_K_NAMHOC, KHCT_KEYWORD_NONE};
    static const khct_keyword LIST[] = {KHCT_K_TIEUCHUAN, KHCT_K_TIEUCHI, KHCT_KEYWORD_NONE};
    static const khct_keyword USE[] = {KHCT_K_DANHMUC, KHCT_K_MAU, KHCT_K_VANBAN,
                                       KHCT_KEYWORD_NONE};
    switch (is_block(node) ? node->opens : KHCT_B_UNKNOWN) {
    case KHCT_B_TIEUCHI:
    case KHCT_B_KETQUATC:
    case KHCT_B_KHOAN:
        for (size_t i = 1; i < pieces->n && same_form(w, pieces, i, AIM); i++)
            if (i + 1 < pieces->n && digit(pieces->at[i + 1].text.p[0]))
                i++;
        break;
    case KHCT_B_HIENTRANG: same_form(w, pieces, 0, YEAR); break;
    case KHCT_B_VANDE:
        for (size_t i = 0; i < pieces->n; i++)
            same_form(w, pieces, i, LIST);
        break;
    default:
        if (type_of(node) == KHCT_TYPE_USE)
            same_form(w, pieces, 0, USE);
    }
}

/* The words and comments behind the keyword and one colon. */
static khct_slices pieces_of(const writer *w, const khct_node *node, bool prose)
{
    khct_span span = {node->key.source, node->key.end, words_end(node)};
    uint32_t at = span.begin;
    while (w->text.p[at] == ' ' || w->text.p[at] == '\t')
        at++;
    if (at < span.end && w->text.p[at] == ':')
        span.begin = at + 1;
    khct_slices pieces = khct_slices_of(w->diags, w->vocabulary, w->tree, span, prose);
    unify(w, node, &pieces);
    return pieces;
}

/* The keyword as it is written here. A colon follows where the value's first words would make it
 * another keyword, or where the value begins with a colon. */
static khct_str keyword_of(const writer *w, const khct_node *node)
{
    enum { WORDS = 120, KEYWORD = 60 };
    const khct_keyword_row *row = khct_keyword_at(node->keyword);
    khct_str key = khct_str_of(w->options.marked ? row->marked : row->unmarked);
    khct_str value = value_of(w, node);
    char line[KEYWORD + 1 + WORDS];
    size_t n = key.n;
    memcpy(line, key.p, n);
    line[n++] = ' ';
    for (size_t i = 0; i < value.n && i < WORDS; i++) {
        bool space = strchr(" \t\r\n", value.p[i]) != NULL;
        if (!space || line[n - 1] != ' ') /* as it will be written */
            line[n++] = space ? ' ' : value.p[i];
    }
    khct_match match = khct_keyword_match(w->vocabulary, node->inside, (khct_str){line, n});
    bool colon = value.n > 0 && value.p[0] == ':' && !(node->flags & KHCT_NODE_QUOTED);
    if (!colon && match.keyword == node->keyword && match.length == key.n)
        return key;
    return khct_str_cat(w->diags->arena, key, KHCT_STR(":"));
}

/* --- what is broken --- */

/* True where something stands between two bytes that is neither white space nor a comment. */
static bool junk_between(const writer *w, uint32_t begin, uint32_t end)
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
static bool has_end(const writer *w, const khct_node *node)
{
    uint32_t end = node->span.end;
    if (!is_block(node))
        return !(node->flags & KHCT_NODE_MENDED) || w->text.p[end - 1] == ';';
    uint32_t at = node->last == NULL ? node->open + 1 : node->last->span.end;
    return end > at && w->text.p[end - 1] == '>';
}

static bool is_broken(const writer *w, const khct_node *node)
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

static bool holds_fault(const writer *w, const khct_node *node)
{
    return khct_utf8_scan(bytes(w, node->span.begin, node->span.end), 0).fault != KHCT_UTF8_FINE;
}

/* --- comments and blank lines --- */

/* Begins a line of the block; what is written on it stands at `from`, and what was before it ended
 * at `behind`. */
static void begin_line(writer *w, layout *l, uint32_t behind, uint32_t from)
{
    if (!l->first && lines_between(w, behind, from) > 1)
        khct_out_str(w->wrap.out, w->wrap.newline);
    if (w->begun)
        khct_wrap_line(&w->wrap, l->indent);
    l->first = false;
    w->begun = true;
}

/* The comment that stands behind something, on its line, with nothing but `sign` before it; the
 * byte behind it, or `end`. */
static uint32_t comment_behind(const writer *w, uint32_t end, char sign, khct_str *words)
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

static void write_behind(writer *w, khct_str comment)
{
    if (comment.n == 0)
        return;
    khct_wrap_text(&w->wrap, KHCT_STR(" "));
    khct_wrap_text(&w->wrap, comment);
}

/* Writes the comments between two bytes, each on a line of its own; the byte behind the last. */
static uint32_t write_comments(writer *w, layout *l, uint32_t begin, uint32_t end)
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

static void pad(writer *w, uint32_t spaces)
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

/* Cells that the first word of the value takes up, where it has a column of its own; 0: it has not.
 */
static uint32_t first_column(const writer *w, const layout *l, const khct_node *node)
{
    khct_type type = type_of(node);
    khct_str word = first_word(value_of(w, node));
    if (type == KHCT_TYPE_ROLE || type == KHCT_TYPE_ABBREVIATION)
        return l->identifiers;
    bool level =
        type == KHCT_TYPE_LEVEL_LIST && word.n == 1 && word.p[0] >= '0' && word.p[0] <= '9';
    return level ? 2 : 0;
}

static void write_words(writer *w, const layout *l, const khct_node *node)
{
    khct_slices pieces = pieces_of(w, node, true);
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
    khct_wrap_slices(&w->wrap, &pieces, hang, semicolon(w, node));
}

/* What stands between a keyword and a value that is copied: blanks, or comments with a line each.
 */
static void write_before_value(writer *w, const layout *l, uint32_t begin, uint32_t end)
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

static void write_field(writer *w, const layout *l, const khct_node *node)
{
    khct_str value = value_of(w, node);
    khct_wrap_text(&w->wrap, keyword_of(w, node));
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
static bool write_one_line(writer *w, const khct_node *node)
{
    if (lines_between(w, node->key.begin, node->span.end) > 0)
        return false;
    khct_arena *arena = w->diags->arena;
    khct_slices line = {0}, heading = pieces_of(w, node, false);
    add_words(arena, &line, keyword_of(w, node));
    add_pieces(arena, &line, &heading);
    add_words(arena, &line, KHCT_STR(" <"));
    for (const khct_node *child = node->first; child != NULL; child = child->next) {
        if (is_block(child))
            return false;
        add_words(arena, &line, KHCT_STR(" "));
        add_words(arena, &line, keyword_of(w, child));
        khct_slices words = pieces_of(w, child, true);
        add_pieces(arena, &line, &words);
        add_words(arena, &line, semicolon(w, child));
    }
    add_words(arena, &line, KHCT_STR(" >"));
    uint32_t width = w->wrap.column;
    for (size_t i = 0; i < line.n && width <= LIMIT; i++)
        width += cells(line.at[i].text);
    if (width > LIMIT)
        return false;
    for (size_t i = 0; i < line.n; i++)
        khct_wrap_text(&w->wrap, line.at[i].text);
    return true;
}

static void write_block(writer *w, const khct_node *node, uint32_t indent)
{
    khct_slices heading = pieces_of(w, node, false);
    khct_wrap_text(&w->wrap, keyword_of(w, node));
    if (heading.n > 0 && heading.at[0].before == KHCT_GAP_SPACE)
        khct_wrap_text(&w->wrap, KHCT_STR(" "));
    khct_wrap_slices(&w->wrap, &heading, indent + HEADING_HANG, KHCT_STR(" <"));
    if (heading.n == 0)
        khct_wrap_text(&w->wrap, KHCT_STR(" <"));
    khct_str comment;
    uint32_t behind = comment_behind(w, words_end(node), '<', &comment);
    size_t next = khct_comment_from(w->tree, behind); /* before the `<`: it goes into the block */
    bool between = next < w->tree->comments.n && w->tree->comments.at[next].span.begin < node->open;
    if (comment.n == 0 && !between)
        behind = comment_behind(w, node->open + 1, '\0', &comment);
    write_behind(w, comment);
    write_items(w, node, indent + LEVEL, behind, node->span.end - 1);
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

/* A comment with an empty line behind it heads what follows: fields are not moved past it. */
static bool heads_group(const writer *w, const entry *e)
{
    uint32_t begin = e->before, end = e->node->key.begin;
    size_t i = khct_comment_from(w->tree, end);
    if (i == 0 || w->tree->comments.at[i - 1].span.begin < begin)
        return false;
    return lines_between(w, w->tree->comments.at[i - 1].span.end, end) > 1;
}

static void sort_fields(const writer *w, const khct_node *block, entry *entries, size_t n)
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
static uint32_t widest_identifier(const writer *w, const entry *entries, size_t i, size_t n)
{
    uint32_t widest = 0;
    for (size_t first = i; i < n && (i == first || same_row(&entries[i - 1], &entries[i])); i++) {
        uint32_t width = cells(first_word(value_of(w, entries[i].node)));
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* The column at which the values of a block stand: two behind its longest keyword. */
static uint32_t value_column(const writer *w, const khct_node *block, uint32_t indent)
{
    uint32_t widest = 0;
    for (const khct_node *child = block->first; child != NULL && block->parent != NULL;
         child = child->next) {
        uint32_t width = is_block(child) ? 0 : cells(keyword_of(w, child));
        widest = width > widest ? width : widest;
    }
    return widest == 0 ? 0 : indent + widest + 2;
}

/* Bytes as they are, but for the line ends. */
static void write_copy(writer *w, khct_str text)
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

static void write_item(writer *w, const layout *l, const entry *e)
{
    if (e->as_it_is)
        write_copy(w, bytes(w, e->begin, e->end));
    else if (!is_block(e->node))
        write_field(w, l, e->node);
    else if (!write_one_line(w, e->node))
        write_block(w, e->node, l->indent);
}

static entry entry_of(const writer *w, const khct_node *node, bool top)
{
    entry e = {.node = node, .place = khct_place_of(node->inside, node->keyword)};
    e.as_it_is = top && (is_broken(w, node) || holds_fault(w, node));
    e.begin = node->key.begin;
    e.end = is_block(node) || e.as_it_is ? node->span.end : words_end(node);
    e.end = trimmed_end(w, e.begin, e.end);
    return e;
}

/* The byte behind an item and the comment on its last line, which is given too. */
static uint32_t behind_item(const writer *w, const entry *e, khct_str *comment)
{
    char sign = is_block(e->node) || e->as_it_is ? '\0' : ';';
    uint32_t behind = comment_behind(w, e->end, sign, comment), all = e->node->span.end;
    if (behind > e->end || e->end >= all || e->as_it_is)
        return behind;
    size_t next = khct_comment_from(w->tree, e->end);
    bool between = next < w->tree->comments.n && w->tree->comments.at[next].span.begin < all;
    return between ? e->end : comment_behind(w, all, '\0', comment);
}

/* Where an item that is copied begins: with the line, or right behind what is copied before it. */
static uint32_t copied_begin(const writer *w, const entry *e, uint32_t before)
{
    uint32_t begin = e->begin;
    if (e->goes_on)
        return before;
    while (begin > before && (w->text.p[begin - 1] == ' ' || w->text.p[begin - 1] == '\t'))
        begin--;
    return begin;
}

/* Signs that nobody understood are copied with the item behind them; what stands on a line with
 * something broken too, and what follows something without an end of its own, as it shows where
 * that end must be. */
static void spread_broken(const writer *w, entry *entries, size_t n, uint32_t before)
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
        if (e->as_it_is) /* the comment behind it is looked for behind all that is copied */
            e->end = trimmed_end(w, e->begin, e->node->span.end);
        khct_str comment; /* written behind the item, so none of the next one */
        uint32_t behind = behind_item(w, e, &comment);
        before = trimmed_end(w, e->begin, e->node->span.end);
        before = behind > before ? behind : before;
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
static void write_junk(writer *w, layout *l, uint32_t begin, uint32_t end)
{
    uint32_t from = skip_blanks(w, begin, end);
    if (l->first || lines_between(w, begin, from) > 0)
        begin_line(w, l, begin, from);
    else
        from = begin;
    write_copy(w, bytes(w, from, trimmed_end(w, from, end)));
}

/* Writes the items of a block, with the comments from byte `before` to byte `end`. */
static void write_items(writer *w, const khct_node *block, uint32_t indent, uint32_t before,
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
        before = behind_item(w, &entries.at[i], &comment);
    }
    sort_fields(w, block, entries.at, entries.n);
    for (size_t i = 0; i < entries.n; i++) {
        const entry *e = &entries.at[i];
        if (i == 0 || !same_row(&e[-1], e))
            l.identifiers = widest_identifier(w, entries.at, i, entries.n);
        if (!e->as_it_is || !e->goes_on) {
            uint32_t behind = write_comments(w, &l, e->before, e->begin);
            begin_line(w, &l, behind, e->begin);
        }
        write_item(w, &l, e);
        behind_item(w, e, &comment);
        write_behind(w, comment);
    }
    /* the `;` of the last item may stand behind comments */
    uint32_t behind =
        block->last == NULL || block->last->span.end < before ? before : block->last->span.end;
    if (top && junk_between(w, behind, end)) {
        write_comments(w, &l, before, behind);
        write_junk(w, &l, behind, end);
    } else {
        write_comments(w, &l, before, end);
    }
}

/* The last line end decides: it is also the last of what is written. */
static bool has_crlf(khct_str text)
{
    size_t n = khct_str_through_last(text, '\n');
    return n > 1 && text.p[n - 2] == '\r';
}

static void format_once(khct_out *out, const khct_diags *diags, const khct_vocabulary *vocabulary,
                        const khct_tree *tree, khct_format_options options)
{
    const khct_source *file = khct_source_at(diags->sources, tree->top->span);
    khct_str text = file->text;
    if (file->omits) { /* not all of it is read, and all of it must stay */
        khct_out_str(out, file->shown);
        return;
    }
    writer w = {.diags = diags,
                .vocabulary = vocabulary,
                .tree = tree,
                .text = text,
                .options = options,
                .wrap = {.out = out,
                         .vocabulary = vocabulary,
                         .newline = has_crlf(text) ? KHCT_STR("\r\n") : KHCT_STR("\n"),
                         .limit = LIMIT}};
    static const char MARK[] = "\xEF\xBB\xBF";
    uint32_t begin = khct_str_starts(text, MARK) ? 3 : 0;
    /* a byte-order mark that is none may not become one */
    uint32_t first = skip_blanks(&w, begin, (uint32_t)text.n);
    if (khct_str_starts(bytes(&w, first, (uint32_t)text.n), MARK) && first > 0)
        khct_out_str(out, w.wrap.newline);
    write_items(&w, tree->top, 0, begin, (uint32_t)text.n);
    if (w.begun)
        khct_out_str(out, w.wrap.newline);
}

/* --- holding the result against the file --- */

/* The letters of a value, without marks, blanks and comments: a heading's own keywords (`muc`,
 * `mức`) may change their form. */
static uint64_t letters(khct_arena *arena, const khct_diags *diags, const khct_tree *tree,
                        const khct_node *node)
{
    khct_str value = khct_source_text(diags->sources, node->value);
    char *kept = khct_alloc_bytes(arena, value.n + 1);
    size_t n = 0, at = node->value.begin;
    size_t i = khct_comment_from(tree, node->value.begin);
    for (; i < tree->comments.n && tree->comments.at[i].span.begin < node->value.end; i++) {
        khct_span span = tree->comments.at[i].span;
        khct_str words =
            khct_str_sub(value, at - node->value.begin, span.begin - node->value.begin);
        memcpy(kept + n, words.p, words.n);
        n += words.n;
        at = span.end < node->value.end ? span.end : node->value.end;
    }
    khct_str rest = khct_str_sub(value, at - node->value.begin, value.n);
    memcpy(kept + n, rest.p, rest.n);
    khct_str bare = khct_fold_bare(arena, (khct_str){kept, n + rest.n});
    uint64_t sum = 0;
    for (size_t k = 0; k < bare.n; k++)
        if (bare.p[k] != ' ')
            sum = (sum ^ (unsigned char)bare.p[k]) * 0x100000001B3u;
    return sum;
}

static uint64_t mixed(uint64_t sum, uint64_t more)
{
    sum = (sum ^ more) * 0x9E3779B97F4A7C15u;
    return sum ^ (sum >> 29);
}

/* What a tree says, in a number: the same whatever the order of a block's items, which sorting
 * changes. */
static uint64_t meaning_of(khct_arena *arena, const khct_diags *diags, const khct_tree *tree,
                           const khct_node *node)
{
    enum {
        FAULTS = KHCT_NODE_MENDED | KHCT_NODE_UNKNOWN | KHCT_NODE_GUESSED | KHCT_NODE_MISPLACED
    };
    uint64_t sum = mixed((uint64_t)node->keyword << 16 | (uint64_t)node->opens,
                         node->flags & (FAULTS | KHCT_NODE_BLOCK | KHCT_NODE_QUOTED));
    if (node->parent != NULL)
        sum = mixed(sum, letters(arena, diags, tree, node));
    uint64_t children = 0;
    for (const khct_node *child = node->first; child != NULL; child = child->next)
        children += meaning_of(arena, diags, tree, child);
    return mixed(sum, children);
}

static uint64_t comments_of(const khct_diags *diags, const khct_tree *tree)
{
    uint64_t sum = tree->comments.n;
    for (size_t i = 0; i < tree->comments.n; i++) {
        khct_str words = khct_str_trim(khct_source_text(diags->sources, tree->comments.at[i].span));
        uint64_t one = 1;
        for (size_t k = 0; k < words.n; k++)
            one = (one ^ (unsigned char)words.p[k]) * 0x100000001B3u;
        sum += mixed(0, one);
    }
    return sum;
}

typedef struct holding {
    khct_arena *arena;
    const khct_diags *diags;
    const khct_vocabulary *vocabulary;
    const khct_tree *tree;
    khct_format_options options;
    khct_str made;
    khct_out *again;
    bool same;
} holding;

/* Whether what was made says what the file says, and is made of itself again. */
static void hold(void *context)
{
    holding *h = context;
    khct_sources sources = {.arena = h->arena};
    khct_diags diags = {.arena = h->arena, .sources = &sources};
    khct_loader loader = {.diags = &diags, .vocabulary = h->vocabulary};
    khct_document *document = khct_load_text(&loader, KHCT_STR("khct"), h->made, true);
    const khct_tree *tree = document->files.at[0].tree;
    h->same = comments_of(&diags, tree) == comments_of(h->diags, h->tree) &&
              meaning_of(h->arena, &diags, tree, tree->top) ==
                  meaning_of(h->arena, h->diags, h->tree, h->tree->top);
    if (!h->same)
        return;
    format_once(h->again, &diags, h->vocabulary, tree, h->options);
    h->same = khct_out_finish(h->again) == 0 && khct_str_eq(khct_out_text(h->again), h->made);
}

/* *held: what was made may be given. False where memory failed before that was known. */
static bool find_held(const khct_out *made, const khct_diags *diags,
                      const khct_vocabulary *vocabulary, const khct_tree *tree,
                      khct_format_options options, bool *held)
{
    holding h = {khct_arena_new(),    diags, vocabulary, tree, options,
                 khct_out_text(made), NULL,  false};
    h.again = malloc(sizeof *h.again);
    bool done = false;
    if (h.again != NULL)
        khct_out_to_memory(h.again);
    if (h.arena != NULL && h.again != NULL)
        done = khct_try(h.arena, hold, &h) && h.again->error == 0;
    if (h.again != NULL)
        khct_out_release(h.again);
    free(h.again);
    khct_arena_free(h.arena);
    *held = h.same;
    return done;
}

typedef struct making {
    khct_out made;
    const khct_diags *diags;
    const khct_vocabulary *vocabulary;
    const khct_tree *tree;
    khct_format_options options;
} making;

static void make(void *context)
{
    making *m = context;
    format_once(&m->made, m->diags, m->vocabulary, m->tree, m->options);
}

void khct_format_tree(khct_out *out, const khct_diags *diags, const khct_vocabulary *vocabulary,
                      const khct_tree *tree, khct_format_options options)
{
    making *m = malloc(sizeof *m);
    if (m == NULL)
        khct_arena_fail(diags->arena);
    m->diags = diags;
    m->vocabulary = vocabulary;
    m->tree = tree;
    m->options = options;
    khct_out_to_memory(&m->made);
    bool done = khct_try(diags->arena, make, m) && khct_out_finish(&m->made) == 0;
    bool held = false;
    done = done && find_held(&m->made, diags, vocabulary, tree, options, &held);
    if (done)
        khct_out_str(out, held ? khct_out_text(&m->made)
                               : khct_source_file(diags->sources, tree->source));
    khct_out_release(&m->made);
    free(m);
    if (!done)
        khct_arena_fail(diags->arena);
}
