/* How far the plan is on a day, what is overdue, and what is due soon. The script makes this anew
 * for another day, in the same form. */
#include "emit/html/build.h"
#include "text/sort.h"

enum { MOST = 50 }; /* rows of the table of overdue tasks */

static const struct {
    khct_html_state state;
    const char *kind, *label;
} STATES[] = {{KHCT_HTML_DONE, "dau-hieu xong", "✓ Hoàn thành"},
              {KHCT_HTML_DOING, "dau-hieu dang", "◐ Đang thực hiện"},
              {KHCT_HTML_TODO, "dau-hieu", "○ Chưa thực hiện"},
              {KHCT_HTML_UNKNOWN, "dau-hieu", "· Chưa ghi tiến độ"},
              {KHCT_HTML_LATE, "dau-hieu tre", "! Quá hạn"}};

/* The bar: done, under way, not begun, overdue; what is left was never recorded. */
static void put_bar(khct_html *h)
{
    static const char *const KINDS[] = {"xong", "dang", "chua", NULL, "tre"};
    long long from = 0;
    PUT(h, "<svg class=\"thanh cao\" id=\"td-thanh\" aria-hidden=\"true\">");
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        if (KINDS[i] == NULL)
            continue;
        long long width = (long long)h->counts[STATES[i].state] * 10000 / h->work->task_count;
        PUT(h, "<rect class=\"", KINDS[i], "\" x=\"");
        khct_html_hundredths(h, from);
        PUT(h, "\" width=\"");
        khct_html_hundredths(h, width);
        PUT(h, "\" height=\"100%\"/>");
        from += width;
    }
    PUT(h, "</svg>\n");
}

static void put_counts(khct_html *h)
{
    PUT(h, "<ul class=\"dem\">");
    for (size_t i = 0; i < sizeof STATES / sizeof STATES[0]; i++) {
        bool hidden = STATES[i].state == KHCT_HTML_LATE && h->work->day == KHCT_NO_DATE;
        PUT(h,
            STATES[i].state != KHCT_HTML_LATE ? "<li>"
            : hidden                          ? "<li class=\"theo-ngay\" hidden>"
                                              : "<li class=\"theo-ngay\">",
            "<span class=\"", STATES[i].kind, "\">", STATES[i].label, "</span> <span data-dem=\"",
            STATES[i].state, "\">", h->counts[STATES[i].state], "</span></li>");
    }
    PUT(h, "</ul>\n");
}

static int by_due(const void *left, const void *right)
{
    const khct_html_task *a = *(const khct_html_task *const *)left;
    const khct_html_task *b = *(const khct_html_task *const *)right;
    if (a->work->due != b->work->due)
        return a->work->due < b->work->due ? -1 : 1;
    return a->work->number < b->work->number ? -1 : 1;
}

static void put_due_row(khct_html *h, const khct_html_task *t)
{
    const khct_field *lead = t->task->leads;
    PUT(h, "<tr><td class=\"so\">");
    khct_html_task_link(h, t);
    PUT(h, "</td><th scope=\"row\">");
    khct_html_subject(h, t, 160);
    PUT(h, "</th><td data-cot=\"Chủ trì\">");
    if (lead != NULL && lead->meaning->people != NULL)
        khct_html_begin_of(h, lead->meaning->people->words, 120);
    PUT(h, "</td><td class=\"so\" data-cot=\"Hạn\">");
    khct_html_due(h, t->work);
    PUT(h, "</td><td data-cot=\"Tình trạng\">");
    if (t->soon)
        PUT(h, "<span class=\"dau-hieu canhbao\">Sắp đến hạn</span>");
    else
        khct_html_badge(h, t);
    PUT(h, "</td></tr>\n");
}

static void put_due(khct_html *h)
{
    const khct_html_task **due = khct_alloc_array(h->arena, h->work->task_count + 1, sizeof *due);
    size_t count = 0;
    for (uint32_t i = 0; i < h->work->task_count; i++)
        if (h->tasks[i].late || h->tasks[i].soon)
            due[count++] = &h->tasks[i];
    khct_sort(h->arena, due, count, sizeof *due, by_due);
    PUT(h, count > 0 ? "<div id=\"qua-han\">" : "<div id=\"qua-han\" hidden>",
        "<h3>Quá hạn và đến hạn trong ", KHCT_SOON, " ngày</h3>\n");
    khct_html_table_begin(h, "bang xep", KHCT_STR("Việc quá hạn, việc sắp đến hạn"));
    PUT(h, "<thead><tr><th scope=\"col\" class=\"so\">Việc</th><th scope=\"col\">Nội dung</th>"
           "<th scope=\"col\">Chủ trì</th><th scope=\"col\" class=\"so\">Hạn</th>"
           "<th scope=\"col\">Tình trạng</th></tr></thead>\n<tbody id=\"qh-than\">");
    for (size_t i = 0; i < count && i < MOST; i++)
        put_due_row(h, due[i]);
    PUT(h, "</tbody>");
    khct_html_table_end(h);
    PUT(h, "<p class=\"mo\" id=\"qh-con\">");
    if (count > MOST)
        PUT(h, "Còn ", (count - MOST), " việc nữa; lọc theo tình trạng ở phần Việc để xem đủ.");
    PUT(h, "</p></div>\n");
}

/* The plan's first and last day: the script opens the page on today where it lies between. */
static void put_period(khct_html *h)
{
    const khct_period *period = &h->work->plan->heading.period;
    if (period->kind == KHCT_PERIOD_NONE)
        return;
    PUT(h, "\" data-tu=\"");
    khct_html_iso(h, period->from);
    PUT(h, "\" data-den=\"");
    khct_html_iso(h, period->to);
}

void khct_html_progress(khct_html *h)
{
    bool on = h->work->day != KHCT_NO_DATE;
    khct_html_begin(h, "tiendo", KHCT_STR("Tiến độ"));
    PUT(h,
        "<p class=\"chon-ngay can-js\" hidden><label>Tính đến ngày "
        "<input type=\"date\" name=\"ngay\" form=\"loc\" data-sap=\"",
        KHCT_SOON, "\" data-goc=\"");
    if (on)
        khct_html_iso(h, h->work->day);
    put_period(h);
    PUT(h, "\"></label> <button class=\"nut\" type=\"button\" id=\"homnay\">Hôm nay</button></p>\n"
           "<p class=\"mo\" id=\"td-xet\">");
    if (on) {
        PUT(h, "Tính theo những gì đã ghi đến ngày ");
        khct_html_date(h, h->work->day);
        PUT(h, ".");
    } else {
        PUT(h, "Tính theo lần ghi cuối cùng của mỗi việc. Việc quá hạn được tính khi có ngày.");
    }
    PUT(h, "</p>\n");
    put_bar(h);
    put_counts(h);
    put_due(h);
    khct_html_end(h);
}
