/* Tasks by term and by person, each a row with links. */
#include "emit/html/build.h"

static void put_link(khct_html *h, uint32_t position)
{
    PUT(h, "<li>");
    khct_html_task_link(h, &h->tasks[position]);
    PUT(h, "</li>");
}

static void put_filter_link(khct_html *h, const char *filter, khct_str value)
{
    PUT(h, "<tr><th scope=\"row\"><a href=\"?", filter, "=", khct_percent(h->arena, value, ""),
        "#o-viec\">", value, "</a></th>");
}

/* A cell of its column with links to tasks; `rong` marks one that says nothing, which a phone
 * leaves out. */
static void put_links(khct_html *h, khct_str column, const uint32_t *tasks, uint32_t count,
                      bool counted)
{
    if (count == 0) {
        PUT(h, "<td class=\"rong\">–</td>");
        return;
    }
    PUT(h, "<td data-cot=\"", column, "\">");
    if (counted)
        PUT(h, count, " việc: ");
    PUT(h, "<ul class=\"lienket\">");
    for (uint32_t i = 0; i < count; i++)
        put_link(h, tasks[i]);
    PUT(h, "</ul></td>");
}

/* --- terms --- */

/* Tasks listed by a term that they begin in, or are due in: term k's from at[k] to at[k + 1]. */
typedef struct by_term {
    uint32_t at[KHCT_HTML_YEARS * 3 + 2];
    uint32_t *tasks;
} by_term;

static uint32_t term_in(const khct_html_task *t, bool ends)
{
    return ends ? t->ends : t->starts;
}

static void list_by_term(khct_html *h, by_term *list, bool ends)
{
    uint32_t next[KHCT_HTML_YEARS * 3 + 1];
    memset(list->at, 0, sizeof list->at);
    for (uint32_t i = 0; i < h->work->task_count; i++)
        if (term_in(&h->tasks[i], ends) != KHCT_NONE)
            list->at[term_in(&h->tasks[i], ends) + 1]++;
    for (uint32_t k = 0; k < khct_html_term_count(h); k++)
        list->at[k + 1] += list->at[k];
    memcpy(next, list->at, sizeof next);
    list->tasks = khct_alloc_array(h->arena, h->work->task_count + 1, sizeof *list->tasks);
    for (uint32_t i = 0; i < h->work->task_count; i++)
        if (term_in(&h->tasks[i], ends) != KHCT_NONE)
            list->tasks[next[term_in(&h->tasks[i], ends)]++] = i;
}

static void put_listed(khct_html *h, khct_str column, const by_term *list, uint32_t term)
{
    put_links(h, column, list->tasks + list->at[term], list->at[term + 1] - list->at[term], false);
}

void khct_html_terms(khct_html *h)
{
    if (h->years == 0)
        return;
    by_term *starts = khct_alloc(h->arena, sizeof *starts),
            *ends = khct_alloc(h->arena, sizeof *ends);
    uint32_t running[KHCT_HTML_YEARS * 3] = {0};
    list_by_term(h, starts, false);
    list_by_term(h, ends, true);
    for (uint32_t i = 0; i < h->work->task_count; i++)
        for (uint64_t left = h->tasks[i].terms; left != 0; left &= left - 1)
            running[__builtin_ctzll(left)]++;
    khct_html_begin(h, "thoigian", KHCT_STR("Theo thời gian"));
    PUT(h, "<p class=\"mo\">Việc bắt đầu, việc đến hạn trong từng học kỳ. Bấm vào tên học kỳ để "
           "chỉ xem việc của kỳ đó.</p>");
    khct_html_table_begin(h, "bang xep", KHCT_STR("Việc theo học kỳ"));
    PUT(h, "<thead><tr><th scope=\"col\">Học kỳ</th><th scope=\"col\">Bắt đầu</th>"
           "<th scope=\"col\">Đến hạn</th><th scope=\"col\" class=\"so\">Số việc trong kỳ</th>"
           "</tr></thead>\n<tbody>");
    for (uint32_t k = 0; k < khct_html_term_count(h); k++) {
        put_filter_link(h, "ky", khct_html_term_name(h, k));
        put_listed(h, KHCT_STR("Bắt đầu"), starts, k);
        put_listed(h, KHCT_STR("Đến hạn"), ends, k);
        khct_html_count(h, KHCT_STR("Số việc trong kỳ"), running[k]);
        PUT(h, "</tr>\n");
    }
    PUT(h, "</tbody>");
    khct_html_table_end(h);
    khct_html_end(h);
}

/* --- people --- */

void khct_html_people(khct_html *h)
{
    bool on = h->work->day != KHCT_NO_DATE;
    if (h->work->parties.n == 0)
        return;
    khct_html_begin(h, "nguoi", KHCT_STR("Theo người"));
    PUT(h, "<p class=\"mo\">Số việc và số thứ tự việc của từng người, từng bộ phận. Bấm vào tên "
           "để chỉ xem việc của người đó.</p>");
    khct_html_table_begin(h, "bang xep", KHCT_STR("Việc theo người"));
    PUT(h, "<thead><tr><th scope=\"col\">Người, bộ phận</th><th scope=\"col\">Chủ trì</th>"
           "<th scope=\"col\">Phối hợp</th>");
    if (on)
        PUT(h, "<th scope=\"col\" class=\"so\">Quá hạn</th>");
    PUT(h, "</tr></thead>\n<tbody>");
    KHCT_FOR (p, &h->work->parties) {
        put_filter_link(h, "nguoi", p->name);
        put_links(h, KHCT_STR("Chủ trì"), h->work->assigned + p->first, p->leads, true);
        put_links(h, KHCT_STR("Phối hợp"), h->work->assigned + p->first + p->leads, p->helps, true);
        if (on)
            khct_html_count(h, KHCT_STR("Quá hạn"), p->late);
        PUT(h, "</tr>\n");
    }
    PUT(h, "</tbody>");
    khct_html_table_end(h);
    khct_html_end(h);
}
