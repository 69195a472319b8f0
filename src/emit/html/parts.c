/* Small parts that several sections of the page are made of. */
#include "emit/html/build.h"

void khct_html_begin(khct_html *h, const char *name, khct_str title)
{
    PUT(h, "<section class=\"the\" id=\"o-", name, "\" aria-labelledby=\"h-", name,
        "\"><h2 id=\"h-", name, "\">", title, "</h2>\n");
}

void khct_html_end(khct_html *h)
{
    PUT(h, "</section>\n");
}

void khct_html_table_begin(khct_html *h, const char *kind, khct_str caption)
{
    h->tables++;
    PUT(h, "<section class=\"cuon\" tabindex=\"0\" aria-labelledby=\"b", h->tables,
        "\"><table class=\"", kind, "\"><caption class=\"nghe\" id=\"b", h->tables, "\">", caption,
        "</caption>");
}

void khct_html_table_end(khct_html *h)
{
    PUT(h, "</table></section>\n");
}

/* --- numbers --- */

void khct_html_count(khct_html *h, khct_str column, uint32_t count)
{
    if (count == 0) {
        PUT(h, "<td class=\"so rong\">–</td>");
        return;
    }
    PUT(h, "<td class=\"so\" data-cot=\"");
    khct_out_str(h->out, column);
    PUT(h, "\">", count, "</td>");
}

void khct_html_hundredths(khct_html *h, long long hundredths)
{
    PUT(h, hundredths / 100);
    if (hundredths % 100 != 0) {
        khct_out_char(h->out, '.');
        khct_out_char(h->out, (char)('0' + hundredths / 10 % 10));
        if (hundredths % 10 != 0)
            khct_out_char(h->out, (char)('0' + hundredths % 10));
    }
    khct_out_char(h->out, '%');
}

const khct_html_day *khct_html_day_of(khct_html *h, khct_date date)
{
    khct_html_day *day = &h->days[(uint32_t)date % KHCT_HTML_DAYS];
    if (day->date != date || day->year == 0) {
        day->date = date;
        khct_date_parts(date, &day->year, &day->month, &day->day);
        khct_date_put_iso(day->iso, date);
    }
    return day;
}

void khct_html_date(khct_html *h, khct_date date)
{
    const char *iso = khct_html_day_of(h, date)->iso;
    khct_out_bytes(h->out, iso + 8, 2);
    khct_out_char(h->out, '/');
    khct_out_bytes(h->out, iso + 5, 2);
    khct_out_char(h->out, '/');
    khct_out_bytes(h->out, iso, 4);
}

void khct_html_due(khct_html *h, const khct_work_task *task)
{
    bool before = task->time != NULL && khct_time_ends_before(task->time);
    if (before)
        PUT(h, "trước ");
    khct_html_date(h, before ? task->due + 1 : task->due);
}

void khct_html_iso(khct_html *h, khct_date date)
{
    const khct_html_day *day = khct_html_day_of(h, date);
    memcpy(khct_out_room(h->out, sizeof day->iso), day->iso, sizeof day->iso);
    khct_out_took(h->out, KHCT_ISO);
}

/* --- tasks --- */

void khct_html_task_link(khct_html *h, const khct_html_task *task)
{
    PUT(h, "<a href=\"#v");
    khct_html_task_number(h, task);
    PUT(h, "\">");
    khct_html_task_number(h, task);
    PUT(h, "</a>");
}

void khct_html_badge(khct_html *h, const khct_html_task *task)
{
    int percent =
        task->work->last == NULL || task->state != KHCT_HTML_DOING ? -1 : task->work->last->percent;
    if (task->late)
        PUT(h, "<span class=\"dau-hieu tre\">! Quá hạn");
    else if (task->state == KHCT_HTML_DONE)
        PUT(h, "<span class=\"dau-hieu xong\">✓ Hoàn thành");
    else if (task->state == KHCT_HTML_DOING)
        PUT(h, "<span class=\"dau-hieu dang\">◐ Đang thực hiện");
    else if (task->state == KHCT_HTML_TODO)
        PUT(h, "<span class=\"dau-hieu\">○ Chưa thực hiện");
    else
        PUT(h, "<span class=\"dau-hieu\">· Chưa ghi tiến độ");
    if (percent > 0)
        PUT(h, " ", percent, "%");
    PUT(h, "</span>");
}

size_t khct_html_begin_of(khct_html *h, khct_str whole, size_t limit)
{
    khct_str text = khct_html_cut(whole, limit);
    PUT(h, text);
    if (text.n < whole.n)
        PUT(h, "…");
    return text.n;
}

void khct_html_subject(khct_html *h, const khct_html_task *task, size_t limit)
{
    khct_str name = khct_task_name(task->improvement, task->task);
    khct_html_begin_of(h, name.n > 0 ? name : KHCT_STR("Chưa ghi nội dung"), limit);
}

khct_str khct_html_term_name(const khct_html *h, uint32_t term)
{
    static const char *const NAMES[] = {"HK I ", "HK II ", "Hè "};
    int year = h->first_year + (int)(term / 3);
    return term % 3 == 2
               ? KHCT_JOIN(h->arena, NAMES[2], year + 1)
               : KHCT_JOIN(h->arena, NAMES[term % 3], khct_school_year_text(h->arena, year));
}
