/* The overview: its frame, the figures at its top, rating, and criteria by level. */
#include "emit/html/build.h"

enum { MANY = 300 }; /* tasks from which the timeline is laid out only when looked at */

/* --- the frame --- */

static void put_index_entry(khct_html *h, const char *name, const char *label)
{
    PUT(h, "<li><a href=\"#o-", name, "\">", label, "</a></li>");
}

static void put_index(khct_html *h)
{
    bool tasks = h->work->task_count > 0,
         money =
             h->work->money.all.counted + h->work->money.all.left_out + h->work->money.all.bare > 0;
    PUT(h, "<nav class=\"mucluc\" aria-label=\"Các phần của tổng quan\"><ul>");
    put_index_entry(h, "xepmuc", "Xếp mức");
    if (h->work->criterion_count > 0)
        put_index_entry(h, "tieuchi", "Tiêu chí");
    if (tasks) {
        put_index_entry(h, "tiendo", "Tiến độ");
        put_index_entry(h, "viec", "Việc");
    }
    if (tasks && h->years > 0) {
        put_index_entry(h, "lich", "Lịch");
        put_index_entry(h, "thoigian", "Thời gian");
    }
    if (h->work->parties.n > 0)
        put_index_entry(h, "nguoi", "Người");
    if (money)
        put_index_entry(h, "kinhphi", "Kinh phí");
    put_index_entry(h, "kiemtra", "Kiểm tra");
    PUT(h, "</ul></nav>\n");
}

/* --- the figures --- */

static void put_figure(khct_html *h, const char *what)
{
    PUT(h, "<div><dt>", what, "</dt><dd class=\"lon\">");
}

static void put_rating_figure(khct_html *h)
{
    const khct_rating *rating = h->work->rating;
    if (rating == NULL)
        return;
    put_figure(h, "Xếp mức hiện nay");
    if (rating->now > 0)
        PUT(h, "Mức ", rating->now);
    else
        PUT(h, "Chưa đạt");
    PUT(h, "</dd><dd>");
    if (rating->aim > 0)
        PUT(h, "phấn đấu mức ", rating->aim);
    else
        PUT(h, "không ghi mức phấn đấu");
    if (rating->aim > 0 && h->plan->heading.aim.degree > 0)
        PUT(h, ", chuẩn quốc gia mức độ ", h->plan->heading.aim.degree);
    PUT(h, "</dd></div>\n");
}

static int level_met(const khct_work_criterion *c)
{
    return c->result == NULL ? -1 : c->result->level;
}

static void put_criteria_figure(khct_html *h)
{
    uint32_t planned = 0, raised = 0, aimed = 0;
    size_t n = h->work->criterion_count;
    for (size_t i = 0; i < n; i++) {
        const khct_work_criterion *c = &h->work->criteria[i];
        planned += c->tasks > 0;
        aimed += c->target > 0;
        raised += c->target > 0 && (int)c->target > level_met(c);
    }
    if (n == 0)
        return;
    put_figure(h, "Tiêu chí trong kế hoạch");
    PUT(h, planned, "/", n, "</dd><dd>");
    if (aimed > 0)
        PUT(h, raised, " tiêu chí nâng mức");
    else
        PUT(h, "không đặt mức cho tiêu chí");
    PUT(h, "</dd></div>\n");
}

static void put_task_figures(khct_html *h)
{
    put_figure(h, "Việc");
    PUT(h, h->work->task_count, "</dd><dd><span data-dem=\"1\">", h->counts[KHCT_HTML_DONE],
        "</span> đã hoàn thành</dd></div>\n");
    bool on = h->work->day != KHCT_NO_DATE;
    PUT(h, on ? "<div class=\"theo-ngay\">" : "<div class=\"theo-ngay\" hidden>",
        "<dt>Quá hạn đến <span class=\"ngay-xet\">");
    if (on)
        khct_html_date(h, h->work->day);
    PUT(h, "</span></dt><dd class=\"lon\" data-dem=\"5\">", h->counts[KHCT_HTML_LATE],
        "</dd><dd>trên ", h->work->dated, " việc có hạn</dd></div>\n");
}

static void put_money_figure(khct_html *h)
{
    const khct_sum *all = &h->work->money.all;
    if (all->counted == 0)
        return;
    put_figure(h, "Số tiền đã ghi");
    khct_out_str(h->out, khct_amount_dong(h->arena, all->amount));
    PUT(h, "</dd><dd>trong ", all->counted, " khoản");
    if (all->left_out > 0)
        PUT(h, ", bỏ ngoài ", all->left_out);
    PUT(h, "</dd></div>\n");
}

static void put_figures(khct_html *h)
{
    PUT(h, "<dl class=\"o-so\">\n");
    put_rating_figure(h);
    put_criteria_figure(h);
    put_task_figures(h);
    put_money_figure(h);
    PUT(h, "</dl>\n");
}

/* --- rating --- */

/* "2 việc", to the first of them; what they are of is heard, as it stands beside. */
static void put_tasks_link(khct_html *h, uint32_t first, uint32_t count, const char *of,
                           khct_str what)
{
    if (count == 0) {
        PUT(h, "<span class=\"dau-hieu canhbao\">! Chưa có việc</span>");
        return;
    }
    PUT(h, "<a href=\"#v", first, "\">", count, " việc<span class=\"nghe\">", of, what,
        "</span></a>");
}

static void put_held(khct_html *h, const khct_criterion *criterion)
{
    const khct_work_criterion *c = khct_work_of(h->work, criterion);
    int met = level_met(c);
    PUT(h, "<li><b>", criterion->code, "</b><span>", criterion->title, " <span class=\"mo\">(");
    if (met > 0)
        PUT(h, "mức ", met);
    else if (met == 0)
        PUT(h, "không đạt");
    else
        PUT(h, "chưa có kết quả");
    PUT(h, ")</span></span>");
    put_tasks_link(h, c->first, c->tasks, " của tiêu chí ", criterion->code);
    PUT(h, "</li>\n");
}

static void put_item_tasks(khct_html *h, uint32_t item)
{
    const khct_plan *plan = h->plan;
    uint32_t first = 0, count = 0;
    KHCT_FOR (improvement, &plan->improvements) {
        if (improvement->kind != KHCT_BY_ITEM || improvement->item != item ||
            improvement->tasks.n == 0)
            continue;
        first = count == 0 ? (uint32_t)improvement->tasks.at[0].number + 1 : first;
        count += (uint32_t)improvement->tasks.n;
    }
    put_tasks_link(h, first, count, " của khoản ", khct_str_number(h->arena, item));
}

static void put_steps(khct_html *h, const khct_steps *steps)
{
    PUT(h, "<ul class=\"giulai\">");
    for (size_t i = 0; i < steps->n; i++)
        put_held(h, steps->at[i].criterion);
    PUT(h, "</ul>\n");
}

static void put_items(khct_html *h, const khct_way *way)
{
    PUT(h, "<h3>Khoản chưa đạt của mức ", way->level, "</h3>\n<ul class=\"giulai\">");
    for (size_t i = 0; i < way->items.n; i++) {
        const khct_article_item *item = khct_catalogue_item(h->plan->catalogue, way->items.at[i]);
        PUT(h, "<li><b>", way->items.at[i], "</b><span>");
        if (item != NULL)
            PUT(h, item->text);
        PUT(h, "</span>");
        put_item_tasks(h, way->items.at[i]);
        PUT(h, "</li>\n");
    }
    PUT(h, "</ul>\n");
}

static void put_way(khct_html *h, const khct_way *way)
{
    if (way->all.n > 0) {
        PUT(h, "<h3>", way->all.n, " tiêu chí giữ trường dưới mức ", way->level, "</h3>\n");
        put_steps(h, &way->all);
    }
    if (way->choose > 0) {
        PUT(h, "<h3>Cần thêm ", way->choose, " trong các tiêu chí sau để lên mức ", way->level,
            "</h3>\n");
        put_steps(h, &way->any);
    }
    if (way->items.n > 0)
        put_items(h, way);
}

/* Where no criterion has a level to reach, nothing can be said of what the plan leads to. */
static bool sets_levels(const khct_plan *plan)
{
    for (size_t i = 0; i < plan->improvements.n; i++)
        if (plan->improvements.at[i].target.kind == KHCT_TARGET_LEVEL)
            return true;
    return false;
}

static void put_lifted(khct_html *h, const khct_rating *rating)
{
    PUT(h, " Đạt hết mục tiêu trong kế hoạch thì trường ");
    if (rating->lifted > rating->now)
        PUT(h, "lên <strong>mức ", rating->lifted, "</strong>.");
    else if (rating->now > 0)
        PUT(h, "vẫn ở mức ", rating->now, ".");
    else
        PUT(h, "vẫn chưa đạt mức 1.");
}

static void put_verdict(khct_html *h)
{
    const khct_rating *rating = h->work->rating;
    if (rating->now > 0)
        PUT(h, "<p><strong>Trường đạt mức ", rating->now);
    else
        PUT(h, "<p><strong>Trường chưa đạt mức 1");
    PUT(h, "</strong> theo ", h->plan->catalogue_name, ".");
    if (sets_levels(h->plan))
        put_lifted(h, rating);
    if (rating->aim > rating->lifted)
        PUT(h, " Trường phấn đấu mức ", rating->aim, ".");
    if (!rating->complete)
        PUT(h, " Kết quả chưa đủ mọi tiêu chí; tiêu chí chưa có kết quả được tính là chưa đạt.");
    PUT(h, "</p>\n");
}

/* How many criteria meet each level, as bars. */
static void put_levels(khct_html *h)
{
    const khct_rating *rating = h->work->rating;
    PUT(h, "<dl class=\"thangmuc\">");
    KHCT_FOR (count, &rating->counts) {
        PUT(h, "<div><dt>Mức ", count->level);
        PUT(h, "</dt><dd><svg class=\"thanh\" aria-hidden=\"true\"><rect height=\"100%\" width=\"");
        khct_html_hundredths(h,
                             count->have == 0 ? 0 : (long long)count->meet * 10000 / count->have);
        PUT(h, "\"/></svg> ", count->meet, "/", count->have, " tiêu chí</dd></div>");
    }
    PUT(h, "</dl>\n");
}

/* "8/8 tiêu chí bắt buộc đạt mức 1" */
static void put_condition(khct_html *h, const khct_reason_part *part)
{
    static const char *const OF[] = {[KHCT_RULE_ALL] = " tiêu chí đạt mức ",
                                     [KHCT_RULE_MANDATORY] = " tiêu chí bắt buộc đạt mức ",
                                     [KHCT_RULE_OTHERS] = " tiêu chí còn lại đạt mức ",
                                     [KHCT_RULE_ITEMS] = " khoản đạt"};
    PUT(h, part->met, "/", part->kind == KHCT_RULE_ITEMS ? part->need : (uint32_t)part->counted.n,
        OF[part->kind]);
    if (part->kind != KHCT_RULE_ITEMS)
        PUT(h, part->level);
    if (part->kind == KHCT_RULE_OTHERS)
        PUT(h, " (cần ", part->need, ")");
}

/* What does not meet a condition that does not hold. */
static void put_below(khct_html *h, const khct_reason_part *part)
{
    for (size_t i = 0; i < part->below.n; i++)
        PUT(h, i == 0 ? ", còn " : ", ", part->below.at[i]->code);
    for (size_t i = 0; i < part->items.n; i++)
        PUT(h, i == 0 ? ", còn khoản " : ", ", part->items.at[i]);
}

/* Why each level is reached or not, condition by condition of its rule. */
static void put_reasons(khct_html *h, const khct_rating *rating)
{
    PUT(h, "<h3>Vì sao</h3>\n<ul class=\"lydo\">");
    KHCT_FOR (reason, &rating->reasons) {
        PUT(h, "<li><b>Mức ", reason->level, reason->reached ? ": đạt</b>. " : ": chưa đạt</b>. ");
        for (size_t k = 0; k < reason->parts.n; k++) {
            const khct_reason_part *part = &reason->parts.at[k];
            PUT(h, k > 0 ? "; " : "");
            put_condition(h, part);
            if (!part->holds)
                put_below(h, part);
        }
        PUT(h, ".</li>\n");
    }
    PUT(h, "</ul>\n");
}

static void put_rating(khct_html *h)
{
    const khct_rating *rating = h->work->rating;
    khct_html_begin(h, "xepmuc", KHCT_STR("Xếp mức"));
    if (rating == NULL) {
        PUT(h, "<p>Kế hoạch không ghi kết quả tự đánh giá, hoặc danh mục tiêu chí không có quy "
               "tắc xếp mức, nên chưa xếp mức được.</p>\n");
    } else {
        put_verdict(h);
        put_levels(h);
        put_reasons(h, rating);
        if (h->work->way != NULL)
            put_way(h, h->work->way);
    }
    khct_html_end(h);
}

/* --- criteria by level --- */

/* Everything that the cell's colour and signs say, in words. */
static void put_cell_words(khct_html *h, const khct_criterion *criterion,
                           const khct_work_criterion *c)
{
    int met = level_met(c);
    PUT(h, criterion->code, " ", criterion->title);
    if (met > 0)
        PUT(h, ": đạt mức ", met);
    else if (met == 0)
        PUT(h, ": không đạt");
    else
        PUT(h, ": chưa có kết quả");
    if (c->keeps)
        PUT(h, ", duy trì");
    else if (c->target > 0)
        PUT(h, ", mục tiêu mức ", c->target);
    if (met >= 0 && !c->keeps && (int)c->target > met)
        PUT(h, " (nâng ", (int)c->target - met, " mức)");
    if (c->holds)
        PUT(h, "; đang giữ trường dưới mức ", h->work->next);
    PUT(h, ". ");
    if (c->tasks > 0)
        PUT(h, c->tasks, " việc.");
    else
        PUT(h, "Chưa có việc trong kế hoạch.");
}

static void put_cell(khct_html *h, const khct_criterion *criterion)
{
    const khct_work_criterion *c = khct_work_of(h->work, criterion);
    int met = level_met(c);
    PUT(h, "<td><a class=\"");
    if (met < 0)
        PUT(h, "ko");
    else
        PUT(h, "m", met > 4 ? 4 : met);
    if (c->holds)
        PUT(h, " giu");
    if (c->tasks > 0)
        PUT(h, "\" href=\"#v", c->first);
    else
        PUT(h, "\" href=\"#o-xepmuc");
    PUT(h, "\"><span aria-hidden=\"true\">", criterion->code);
    if (c->holds)
        PUT(h, " <b>!</b>");
    PUT(h, "</span><b aria-hidden=\"true\">");
    if (met > 0)
        PUT(h, met);
    else if (met == 0)
        PUT(h, "✕");
    else
        PUT(h, "?");
    if (!c->keeps && (int)c->target > met && c->target > 0) {
        PUT(h, "→", c->target);
        if (met >= 0)
            PUT(h, " <small>+", (int)c->target - met, "</small>");
    } else if (c->tasks > 0) {
        PUT(h, c->keeps ? " <small>duy trì</small>" : " <small>có việc</small>");
    }
    PUT(h, "</b><span class=\"nghe\">");
    put_cell_words(h, criterion, c);
    PUT(h, "</span></a></td>");
}

static size_t widest(const khct_catalogue *c)
{
    size_t most = 0;
    for (size_t i = 0; i < c->standards.n; i++)
        most = c->standards.at[i].count > most ? c->standards.at[i].count : most;
    return most;
}

static void put_legend(khct_html *h)
{
    const khct_catalogue *c = h->plan->catalogue;
    bool failed = false, unknown = false, held = false;
    for (size_t i = 0; i < c->criteria.n; i++) {
        const khct_work_criterion *one = &h->work->criteria[i];
        failed |= level_met(one) == 0;
        unknown |= one->result == NULL;
        held |= one->holds;
    }
    PUT(h, "<ul class=\"chugiai\">");
    if (unknown)
        PUT(h, "<li><span class=\"mau ko\" aria-hidden=\"true\">?</span> chưa có kết quả</li>");
    if (failed)
        PUT(h, "<li><span class=\"mau m0\" aria-hidden=\"true\">✕</span> không đạt</li>");
    for (int level = 1; level <= c->top && level <= 4; level++)
        PUT(h, "<li><span class=\"mau m", level, "\" aria-hidden=\"true\">", level, "</span> mức ",
            level, "</li>");
    if (held)
        PUT(h, "<li><span class=\"mau giu\" aria-hidden=\"true\">!</span> giữ trường dưới mức ",
            h->work->next, "</li>");
    PUT(h, "</ul>\n");
}

static void put_map_rows(khct_html *h, size_t columns)
{
    const khct_catalogue *c = h->plan->catalogue;
    PUT(h, "<tbody>");
    KHCT_FOR (s, &c->standards) {
        PUT(h, "<tr><th scope=\"row\">", s->number, ". ", s->title, "</th>");
        for (size_t k = 0; k < s->count; k++)
            put_cell(h, &c->criteria.at[s->first + k]);
        for (size_t k = s->count; k < columns; k++)
            PUT(h, "<td class=\"rong\"></td>");
        PUT(h, "</tr>\n");
    }
    PUT(h, "</tbody>");
}

static void put_map(khct_html *h)
{
    const khct_catalogue *c = h->plan->catalogue;
    if (c == NULL)
        return;
    size_t columns = widest(c);
    khct_html_begin(h, "tieuchi", KHCT_STR("Tiêu chí theo mức"));
    PUT(h, "<p class=\"mo\">Mỗi ô: số tiêu chí, mức đã đạt → mức của mục tiêu, cần nâng "
           "mấy mức.</p>"
           "<figure class=\"bando\">");
    khct_html_table_begin(h, "bandotc", KHCT_STR("Bản đồ tiêu chí"));
    PUT(h, "<thead><tr><th scope=\"col\">Tiêu chuẩn</th>");
    for (size_t k = 1; k <= columns; k++)
        PUT(h, "<th scope=\"col\"><span class=\"nghe\">Tiêu chí thứ </span>", k, "</th>");
    PUT(h, "</tr></thead>\n");
    put_map_rows(h, columns);
    khct_html_table_end(h);
    PUT(h, "<figcaption>Rê chuột hoặc dùng phím Tab vào một ô để đọc tên tiêu chí."
           "</figcaption></figure>\n");
    put_legend(h);
    khct_html_end(h);
}

void khct_html_overview(khct_html *h)
{
    PUT(h, h->work->task_count > MANY ? "<div id=\"tongquan\" class=\"nhieu\">\n"
                                      : "<div id=\"tongquan\">\n");
    put_index(h);
    put_figures(h);
    put_rating(h);
    put_map(h);
    if (h->work->task_count > 0) {
        khct_html_progress(h);
        khct_html_tasks(h);
        khct_html_timeline(h);
        khct_html_terms(h);
        khct_html_people(h);
    }
    khct_html_money(h);
    khct_html_report(h);
    PUT(h, "</div>\n");
}
