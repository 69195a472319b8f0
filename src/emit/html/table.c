/* A table of the document. */
#include "emit/html/build.h"
#include "page/walk.h"

static void put_span(khct_html *h, const char *name, uint32_t count)
{
    if (count < 2)
        return;
    PUT(h, " ", name, "=\"", count, "\"");
}

static void put_pieces(khct_html *h, const khct_cell_box *box)
{
    khct_html_list list = {0};
    for (size_t i = 0; i < box->pieces.n; i++)
        khct_html_piece(h, &list, &box->pieces.at[i], box->pieces.n == 1);
    khct_html_list_to(h, &list, 0);
}

/* The cell at hand. `scope` NULL: it heads nothing; `label` is its column's. Headings without words
 * would be read as noise. */
static void put_cell(khct_html *h, const khct_table_walk *walk, const char *scope, khct_str label)
{
    const khct_cell_box *box = walk->cell;
    if (box->pieces.n == 0)
        scope = NULL;
    if (scope != NULL) {
        PUT(h, "<th scope=\"", scope, "\"");
    } else {
        PUT(h, "<td");
        if (box->pieces.n > 0)
            khct_out_str(h->out, label);
    }
    if (box->align == KHCT_CENTRE)
        PUT(h, " class=\"giua\"");
    put_span(h, "colspan", walk->columns);
    put_span(h, "rowspan", box->rows);
    PUT(h, ">");
    put_pieces(h, box);
    if (scope != NULL)
        PUT(h, "</th>");
    else
        PUT(h, "</td>");
}

static void put_heading_row(khct_html *h, khct_table_walk *walk)
{
    PUT(h, "<tr>");
    while (khct_table_next_cell(walk))
        if (walk->cell != NULL)
            put_cell(h, walk, walk->columns > 1 ? "colgroup" : "col", KHCT_STR(""));
    PUT(h, "</tr>");
}

static void put_wide_row(khct_html *h, khct_table_walk *walk)
{
    PUT(h, "<tr class=\"nhomvb\">");
    while (khct_table_next_cell(walk))
        if (walk->cell != NULL)
            put_cell(h, walk, walk->free == walk->table->columns.n ? "rowgroup" : NULL,
                     KHCT_STR(""));
    PUT(h, "</tr>\n");
}

/* What heads each column, as the attribute of its cells: on a phone a row is a card, and its cells
 * say so. NULL where the columns have no titles, or longer ones than anybody writes. */
static const khct_str *make_labels(khct_html *h, const khct_table *table)
{
    size_t n = table->columns.n;
    khct_str *labels = khct_alloc_array(h->arena, n + 1, sizeof *labels);
    khct_out *out = khct_alloc(h->arena, sizeof *out);
    bool any = false;
    khct_out_to_memory(out);
    for (size_t k = 0; k < n; k++) {
        size_t begin = out->n;
        any |= table->columns.at[k].title.n > 0;
        KHCT_HTML(out, " data-cot=\"");
        khct_html_text(out, table->columns.at[k].title);
        KHCT_HTML(out, "\"");
        labels[k] = (khct_str){out->buffer + begin, out->n - begin};
    }
    bool beyond = out->size > 0;
    khct_out_release(out);
    return any && !beyond ? labels : NULL;
}

/* The column that says what a row is about: the first one that is not a number. */
static size_t naming_column(const khct_table *table)
{
    for (size_t k = 0; k < table->columns.n; k++)
        if (table->columns.at[k].align != KHCT_CENTRE)
            return k;
    return 0;
}

static void put_row(khct_html *h, khct_table_walk *walk, size_t naming, const khct_str *labels)
{
    const khct_row *row = walk->row;
    PUT(h, "<tr");
    if (row->task != NULL && walk->table->content == KHCT_CONTENT_PLAN) {
        PUT(h, " id=\"d");
        khct_html_task_number(h, &h->tasks[row->task->number]);
        PUT(h, "\"");
    }
    PUT(h, ">");
    while (khct_table_next_cell(walk))
        if (walk->cell != NULL)
            put_cell(h, walk, walk->column == naming ? "row" : NULL,
                     labels == NULL ? KHCT_STR("") : labels[walk->column]);
    PUT(h, "</tr>\n");
}

static void put_rows(khct_html *h, khct_table_walk *walk, const khct_str *labels)
{
    size_t naming = naming_column(walk->table);
    bool open = false;
    while (khct_table_next_row(walk)) {
        if (walk->row->kind != KHCT_ROW_BODY || !open) {
            if (open)
                PUT(h, "</tbody>\n");
            PUT(h, "<tbody>");
            open = true;
        }
        if (walk->row->kind == KHCT_ROW_BODY)
            put_row(h, walk, naming, labels);
        else
            put_wide_row(h, walk);
    }
    if (open)
        PUT(h, "</tbody>");
}

void khct_html_table(khct_html *h, const khct_table *table)
{
    const khct_str *labels = make_labels(h, table);
    khct_html_table_begin(h,
                          labels == NULL     ? "bangvb hep"
                          : table->landscape ? "bangvb xep"
                                             : "bangvb hep xep",
                          table->caption);
    PUT(h, "<colgroup>");
    for (size_t k = 0; k < table->columns.n; k++)
        PUT(h, "<col class=\"w", table->columns.at[k].width, "\">");
    PUT(h, "</colgroup>\n");
    khct_table_walk walk = khct_table_walk_of(h->arena, table);
    PUT(h, "<thead>");
    while (walk.next_row < table->header.n && khct_table_next_row(&walk))
        put_heading_row(h, &walk);
    PUT(h, "</thead>\n");
    put_rows(h, &walk, labels);
    khct_html_table_end(h);
}
