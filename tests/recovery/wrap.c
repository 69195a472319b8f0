/* Wraps the prose of plans anew, at every width from 30 to 120 columns and with several hanging
 * indents, and fails where that raises a message or changes what a value says.
 *
 *   wrap [-v] FILE...
 */
#include "parsed.h"

#include "text/utf8.h"

#include <string.h>

enum { NARROWEST = 30, WIDEST = 120 };

static bool verbose;

/* --- one value, wrapped --- */

typedef struct wrapping {
    FILE *out;
    size_t column;
    size_t width, hang;
} wrapping;

static bool space_at(khct_str text, size_t at)
{
    return strchr(" \t\r\n", text.p[at]) != NULL;
}

static bool is_item(khct_str text, size_t at)
{
    static const char *const SIGNS[] = {"- ", "– ", "• ", "* ", "+ ", "# "};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (khct_str_starts(khct_str_sub(text, at, text.n), SIGNS[i]))
            return true;
    return false;
}

static void put(wrapping *w, khct_str word)
{
    fwrite(word.p, 1, word.n, w->out);
    w->column += khct_utf8_cells(word, 0);
}

static void new_line(wrapping *w)
{
    fprintf(w->out, "\n%*s", (int)w->hang, "");
    w->column = w->hang;
}

/* Where the next line begins may not be a list item's sign or a comment. */
static void write_value(wrapping *w, khct_str value)
{
    bool first = true;
    for (size_t at = 0; at < value.n;) {
        size_t begin = at, lines = 0;
        while (at < value.n && space_at(value, at))
            lines += value.p[at++] == '\n';
        begin = at;
        while (at < value.n && !space_at(value, at))
            at++;
        khct_str word = khct_str_sub(value, begin, at);
        bool item = is_item(value, begin);
        bool kept = lines > 1 || (lines == 1 && item);
        size_t cells = khct_utf8_cells(word, 0);
        bool full = w->column + 1 + cells > w->width && !item;
        for (size_t i = 1; kept && i < lines; i++)
            fputc('\n', w->out);
        if (kept || (full && !first))
            new_line(w);
        else if (!first)
            put(w, KHCT_STR(" "));
        put(w, word);
        first = false;
    }
}

/* --- the whole file --- */

static size_t column_of(khct_str text, uint32_t at)
{
    uint32_t begin = at;
    while (begin > 0 && text.p[begin - 1] != '\n')
        begin--;
    return khct_utf8_cells(khct_str_sub(text, begin, at), 0);
}

static void copy_to(khct_str text, uint32_t *done, uint32_t end, FILE *out)
{
    fwrite(text.p + *done, 1, end - *done, out);
    *done = end;
}

static void wrap_nodes(khct_str text, const khct_node *node, uint32_t *done, wrapping *w,
                       size_t hang)
{
    for (; node != NULL; node = node->next) {
        bool block = node->flags & KHCT_NODE_BLOCK;
        size_t indent = column_of(text, node->key.begin);
        bool one_line = node->parent->parent != NULL && text.p[node->parent->open + 1] != '\n';
        if (!block && !one_line && !(node->flags & KHCT_NODE_QUOTED)) {
            copy_to(text, done, node->value.begin, w->out);
            w->column = column_of(text, node->value.begin);
            w->hang = hang == 0 ? w->column : indent + hang;
            write_value(w, khct_str_sub(text, node->value.begin, node->value.end));
            *done = node->value.end;
        }
        wrap_nodes(text, node->first, done, w, hang);
    }
}

static khct_str wrapped(const parsed *p, khct_str text, size_t width, size_t hang)
{
    char *bytes = NULL;
    size_t size = 0;
    wrapping w = {.out = open_memstream(&bytes, &size), .width = width};
    uint32_t done = 0;
    wrap_nodes(text, p->tree->top->first, &done, &w, hang);
    copy_to(text, &done, (uint32_t)text.n, w.out);
    fclose(w.out);
    return (khct_str){bytes, size};
}

static void write_keywords(khct_str text, const khct_node *node, bool marked, uint32_t *done,
                           FILE *out)
{
    for (; node != NULL; node = node->next) {
        const khct_keyword_row *row = khct_keyword_at(node->keyword);
        copy_to(text, done, node->key.begin, out);
        fputs(marked ? row->marked : row->unmarked, out);
        *done = node->key.end;
        write_keywords(text, node->first, marked, done, out);
    }
}

static khct_str in_form(khct_str text, bool marked)
{
    char *bytes = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&bytes, &size);
    parsed p = parsed_read(text);
    uint32_t done = 0;
    write_keywords(text, p.tree->top->first, marked, &done, out);
    copy_to(text, &done, (uint32_t)text.n, out);
    fclose(out);
    parsed_free(&p);
    return (khct_str){bytes, size};
}

/* --- comparing --- */

/* The same words, whatever the white space. */
static bool same_words(khct_str a, khct_str b)
{
    size_t i = 0, j = 0;
    for (;;) {
        bool gap_a = false, gap_b = false;
        while (i < a.n && space_at(a, i))
            i++, gap_a = true;
        while (j < b.n && space_at(b, j))
            j++, gap_b = true;
        if (i == a.n || j == b.n)
            return i == a.n && j == b.n;
        if (gap_a != gap_b || a.p[i++] != b.p[j++])
            return false;
    }
}

static bool same_nodes(const parsed *p, const khct_node *a, const parsed *q, const khct_node *b)
{
    for (; a != NULL && b != NULL; a = a->next, b = b->next)
        if (a->keyword != b->keyword ||
            !same_words(khct_node_raw(p->diags, a), khct_node_raw(q->diags, b)) ||
            !same_nodes(p, a->first, q, b->first))
            return false;
    return a == b;
}

static bool try_width(const char *path, const parsed *p, khct_str text, size_t width, size_t hang)
{
    khct_str again = wrapped(p, text, width, hang);
    parsed q = parsed_read(again);
    bool same = same_nodes(p, p->tree->top->first, &q, q.tree->top->first);
    bool fine = same && q.diags->list.n == 0;
    if (!fine)
        printf("%s, %zu columns, hanging by %zu: %zu messages%s\n", path, width, hang,
               q.diags->list.n, same ? "" : ", values changed");
    for (size_t i = 0; verbose && i < q.diags->list.n; i++) {
        uint32_t line = parsed_line(&q, q.diags->list.at[i]);
        for (uint32_t shown = line > 1 ? line - 1 : 1; shown <= line; shown++)
            printf("  %u: %.*s\n", shown,
                   KHCT_ARG(khct_source_text(q.sources,
                                             khct_source_line_span(q.sources, q.source, shown))));
        printf("  KH%s\n", khct_code_at(q.diags->list.at[i]->code)->number);
    }
    free((char *)again.p);
    parsed_free(&q);
    return fine;
}

static unsigned try_file(const char *path, bool marked)
{
    static const size_t HANGS[] = {2, 4, 0};
    khct_str read = parsed_file(path), text = in_form(read, marked);
    parsed p = parsed_read(text);
    unsigned wrong = 0;
    for (size_t h = 0; h < sizeof HANGS / sizeof *HANGS; h++)
        for (size_t width = NARROWEST; width <= WIDEST; width++)
            wrong += !try_width(path, &p, text, width, HANGS[h]);
    parsed_free(&p);
    free((char *)text.p);
    free((char *)read.p);
    return wrong;
}

int main(int argc, char **argv)
{
    int first = 1;
    if (argc > 1 && strcmp(argv[1], "-v") == 0) {
        verbose = true;
        first = 2;
    }
    unsigned wrong = 0;
    for (int i = first; i < argc; i++)
        wrong += try_file(argv[i], false) + try_file(argv[i], true);
    printf("%d files in both forms, wrapped at %d widths: %u with messages or changed values\n",
           argc - first, WIDEST - NARROWEST + 1, wrong);
    return argc > first && wrong == 0 ? 0 : 1;
}
