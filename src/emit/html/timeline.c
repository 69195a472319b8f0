/* The timeline: a row a task, over the school years of the plan. A bar is an interval; a light bar
 * with dashes comes again and again; an arrow at an edge goes on beyond it. */
#include "emit/html/build.h"

enum { WHOLE = 10000 }; /* the width, in hundredths of a per cent */

/* Where a day begins (or, with `end`, is over), in hundredths; may lie outside. */
static long long place(khct_html *h, khct_date date, bool end)
{
    const khct_html_day *at = khct_html_day_of(h, date);
    long long days =
        ((long long)(at->year - h->first_year) * 12 + at->month - 9) * 31 + at->day - (end ? 0 : 1);
    return days * WHOLE / ((long long)h->years * 12 * 31);
}

static void put_place(khct_html *h, const char *name, long long hundredths)
{
    PUT(h, " ", name, "=\"");
    khct_html_hundredths(h, hundredths);
    PUT(h, "\"");
}

static void put_arrow(khct_html *h, bool right)
{
    if (right)
        PUT(h, "<svg x=\"100%\" y=\"26\" overflow=\"visible\"><path class=\"mo-ra\" "
               "d=\"M-22-5-17 0-22 5M-13-5-8 0-13 5\"/></svg>");
    else
        PUT(h, "<svg x=\"0\" y=\"26\" overflow=\"visible\"><path class=\"mo-ra\" "
               "d=\"M22-5 17 0 22 5M13-5 8 0 13 5\"/></svg>");
}

/* How often dashes come; the rarest that is named counts. */
static const char *dashes(unsigned recurs)
{
    if ((recurs & KHCT_EVERY_YEAR) != 0)
        return "lap nam";
    if ((recurs & KHCT_EVERY_TERM) != 0)
        return "lap ky";
    if ((recurs & KHCT_EVERY_QUARTER) != 0)
        return "lap quy";
    return "lap";
}

static void put_recurring(khct_html *h, long long from, long long to, unsigned recurs)
{
    PUT(h, "<rect class=\"nen\" y=\"18\" height=\"16\" rx=\"3\"");
    put_place(h, "x", from);
    put_place(h, "width", to - from);
    PUT(h, "/><line class=\"", dashes(recurs), "\" y1=\"26\" y2=\"26\"");
    put_place(h, "x1", from);
    put_place(h, "x2", to);
    PUT(h, " pathLength=\""); /* months */
    long long months = ((to - from) * h->years * 12 + WHOLE / 2) / WHOLE;
    PUT(h, months < 1 ? 1 : months, "\"/>");
}

static void put_bar(khct_html *h, long long from, long long to)
{
    PUT(h, "<rect class=\"thoi\" y=\"18\" height=\"16\" rx=\"3\"");
    put_place(h, "x", from);
    put_place(h, "width", to - from);
    PUT(h, "/>");
}

static void put_interval(khct_html *h, const khct_html_task *t, khct_date begin, khct_date end)
{
    long long from = begin == KHCT_NO_DATE ? -1 : place(h, begin, false);
    long long to = end == KHCT_NO_DATE ? WHOLE + 1 : place(h, end, true);
    bool before = from<0, after = to> WHOLE;
    if (to <= 0 || from >= WHOLE) { /* all of it lies outside */
        put_arrow(h, from >= WHOLE);
        return;
    }
    from = before ? 0 : from;
    to = after ? WHOLE : to;
    if (to - from < 40) /* too narrow to be seen */
        to = from + 40 > WHOLE ? WHOLE : from + 40;
    if (t->work->time->recurs != 0)
        put_recurring(h, from, to, t->work->time->recurs);
    else
        put_bar(h, from, to);
    if (before)
        put_arrow(h, false);
    if (after)
        put_arrow(h, true);
}

static void put_row(khct_html *h, const khct_html_task *t, long long today)
{
    const khct_field *time = t->task->when;
    PUT(h, "<tr id=\"l");
    khct_html_task_number(h, t);
    if (t->late)
        PUT(h, "\" class=\"tre");
    else if (t->state == KHCT_HTML_DONE)
        PUT(h, "\" class=\"xong");
    PUT(h, "\"><th scope=\"row\"><span class=\"dong\">");
    khct_html_task_link(h, t);
    PUT(h, " ");
    khct_html_subject(h, t, 90);
    PUT(h, "</span><span>");
    if (time != NULL && !time->empty)
        khct_html_begin_of(h, khct_field_begin(time), 120);
    else
        PUT(h, "chưa ghi thời gian");
    PUT(h, "</span></th><td colspan=\"", (long long)h->years * 12, "\"><svg aria-hidden=\"true\">");
    for (size_t i = 0; t->work->time != NULL && i < t->work->time->intervals.n; i++)
        put_interval(h, t, t->work->time->intervals.at[i].from, t->work->time->intervals.at[i].to);
    if (t->work->time != NULL && t->work->time->intervals.n == 0 && t->work->time->recurs != 0)
        put_recurring(h, 0, WHOLE, t->work->time->recurs);
    if (today >= 0) {
        PUT(h, "<line class=\"nay\" y2=\"100%\"");
        put_place(h, "x1", today);
        put_place(h, "x2", today);
        PUT(h, "/>");
    }
    PUT(h, "</svg></td></tr>\n");
}

static void put_head(khct_html *h)
{
    PUT(h, "<colgroup><col class=\"cviec\"><col span=\""); /* a column a month */
    PUT(h, (long long)h->years * 12,
        "\"></colgroup>\n<thead><tr><th scope=\"col\" rowspan=\"2\">Việc</th>");
    for (int i = 0; i < h->years; i++)
        PUT(h, "<th scope=\"colgroup\" colspan=\"12\">", h->first_year + i, "<span>-",
            h->first_year + i + 1, "</span></th>");
    PUT(h, "</tr><tr>");
    for (int i = 0; i < h->years; i++)
        PUT(h, "<th scope=\"colgroup\" colspan=\"5\">HK I</th>"
               "<th scope=\"colgroup\" colspan=\"4\">HK II</th>"
               "<th scope=\"colgroup\" colspan=\"3\">Hè</th>");
    PUT(h, "</tr></thead>\n");
}

/* The signs, of which those are shown that occur. */
static void put_legend(khct_html *h)
{
    bool once = false, again = false, beyond = false, late = h->counts[KHCT_HTML_LATE] > 0;
    for (uint32_t i = 0; i < h->work->task_count; i++) {
        const khct_time *time = h->work->tasks[i].time;
        if (time == NULL)
            continue;
        again |= time->recurs != 0;
        once |= time->recurs == 0;
        for (size_t k = 0; k < time->intervals.n; k++) {
            khct_date from = time->intervals.at[k].from, to = time->intervals.at[k].to;
            beyond |= from == KHCT_NO_DATE || to == KHCT_NO_DATE || place(h, from, false) < 0 ||
                      place(h, to, true) > WHOLE;
        }
    }
#define SIGN "<li><svg aria-hidden=\"true\" class=\"mau\">"
#define BAR(kind) SIGN "<rect class=\"" kind "\" width=\"100%\" height=\"12\" y=\"3\" rx=\"3\"/>"
    PUT(h, "<ul class=\"chugiai\">");
    if (once)
        PUT(h, BAR("thoi") "</svg> có thời hạn</li>");
    if (again)
        PUT(h, BAR("nen") "<line class=\"lap\" x2=\"100%\" y1=\"9\" y2=\"9\" pathLength=\"3\"/>"
                          "</svg> lặp lại</li>");
    if (beyond)
        PUT(h, BAR("thoi") "<path class=\"mo-ra\" d=\"M12 5l4 4-4 4M20 5l4 4-4 4\"/></svg> "
                           "kéo dài ra ngoài lịch</li>");
    if (h->counts[KHCT_HTML_DONE] > 0)
        PUT(h, BAR("xong") "</svg> ✓ hoàn thành</li>");
    if (late)
        PUT(h, BAR("tre") "</svg> ! quá hạn</li>");
    PUT(h, "</ul>\n");
#undef BAR
#undef SIGN
}

void khct_html_timeline(khct_html *h)
{
    if (h->years == 0)
        return;
    khct_date day = h->work->day;
    long long today = day == KHCT_NO_DATE ? -1 : place(h, day, false);
    today = today > WHOLE ? -1 : today;
    khct_html_begin(h, "lich", KHCT_STR("Lịch"));
    PUT(h, "<p class=\"mo\">Mỗi hàng một việc, theo năm học và học kỳ.");
    if (today >= 0) {
        PUT(h, " Vạch đứt màu đỏ là ngày ");
        khct_html_date(h, day);
        PUT(h, ".");
    }
    PUT(h, "</p>\n");
    char kind[16] = "lich n"; /* the class by which khct.css draws the years */
    kind[6] = (char)('0' + h->years / 10);
    kind[7] = (char)('0' + h->years % 10);
    khct_html_table_begin(h, kind, KHCT_STR("Lịch các việc"));
    put_head(h);
    PUT(h, "<tbody>");
    for (uint32_t i = 0; i < h->work->task_count; i++)
        put_row(h, &h->tasks[h->order[i]], today);
    PUT(h, "</tbody>");
    khct_html_table_end(h);
    put_legend(h);
    khct_html_end(h);
}
