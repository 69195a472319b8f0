/* The overview: its frame, the figures at its top, rating, and criteria by level. */
#include "emit/html/build.h"

enum { MANY = 300 }; /* tasks from which the timeline is laid out only when looked at */

/* --- the frame --- */

static void put_index_entry(khct_html *h, const char *name, const char *label)
{
    KHCT_HTML(h->out, "<li><a href=\"#o-", name, "\">", label, "</a></li>");
}

static void put_index(khct_html *h)
{
    bool tasks = h->work->task_count > 0,
         money =
             h->work->money.all.counted + h->work->money.all.left_out + h->work->money.all.bare > 0;
    KHCT_HTML(h->out, "<nav class=\"mucluc\" aria-label=\"Các phần của tổng quan\"><ul>");
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
    KHCT_HTML(h->out, "</ul></nav>\n");
}

/* --- the figures --- */

static void put_figure(khct_html *h, const char *what)
{
    KHCT_HTML(h->out, "<div><dt>", what, "</dt><dd class=\"lon\">");
}

static void put_level(khct_html *h, uint32_t level)
{
    KHCT_HTML(h->out, "mức ", level);
}

static void put_rating_figure(khct_html *h)
{
    const khct_rating *rating = h->work->rating;
    if (rating == NULL)
        return;
    put_figure(h, "Xếp mức hiện nay");
    if (rating->now > 0)
        KHCT_HTML(h->out, "Mức ", rating->now);
    else
        KHCT_HTML(h->out, "Chưa đạt");
    KHCT_HTML(h->out, "</dd><dd>");
    if (rating->aim > 0) {
        KHCT_HTML(h->out, "phấn đấu ");
        put_level(h, rating->aim);
        if (h->plan->heading.aim.degree > 0)
            KHCT_HTML(h->out, ", chuẩn quốc gia mức độ ", h->plan->heading.aim.degree);
    } else {
        KHCT_HTML(h->out, "không ghi mức phấn đấu");
    }
    KHCT_HTML(h->out, "</dd></div>\n");
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
    KHCT_HTML(h->out, planned, "/", (long long)n, "</dd><dd>");
    if (aimed > 0)
        KHCT_HTML(h->out, raised, " tiêu chí nâng mức");
    else
        KHCT_HTML(h->out, "không đặt mức cho tiêu chí");
    KHCT_HTML(h->out, "</dd></div>\n");
}

static void put_task_figures(khct_html *h)
{
    put_figure(h, "Việc");
    KHCT_HTML(h->out, h->work->task_count, "</dd><dd><span data-dem=\"1\">",
              h->counts[KHCT_HTML_DONE], "</span> đã hoàn thành</dd></div>\n");
    bool on = h->work->day != KHCT_NO_DATE;
    KHCT_HTML(h->out, on ? "<div class=\"theo-ngay\">" : "<div class=\"theo-ngay\" hidden>",
              "<dt>Quá hạn đến <span class=\"ngay-xet\">");
    if (on)
        khct_html_date(h, h->work->day);
    KHCT_HTML(h->out, "</span></dt><dd class=\"lon\" data-dem=\"5\">", h->counts[KHCT_HTML_LATE],
              "</dd><dd>trên ", h->work->dated, " việc có hạn</dd></div>\n");
}

static void put_money_figure(khct_html *h)
{
    const khct_sum *all = &h->work->money.all;
    if (all->counted == 0)
        return;
    put_figure(h, "Số tiền đã ghi");
    khct_out_str(h->out, khct_amount_dong(h->arena, all->amount));
    KHCT_HTML(h->out, "</dd><dd>trong ", all->counted, " khoản");
    if (all->left_out > 0)
        KHCT_HTML(h->out, ", bỏ ngoài ", all->left_out);
    KHCT_HTML(h->out, "</dd></div>\n");
}

static void put_figures(khct_html *h)
{
    KHCT_HTML(h->out, "<dl class=\"o-so\">\n");
    put_rating_figure(h);
    put_criteria_figure(h);
    put_task_figures(h);
    put_money_figure(h);
    KHCT_HTML(h->out, "</dl>\n");
}

/* --- rating --- */

/* "2 việc", to the first of them; what they are of is heard, as it stands beside. */
static void put_tasks_link(khct_html *h, uint32_t first, uint32_t count, const char *of,
                           khct_str what)
{
    if (count == 0) {
        KHCT_HTML(h->out, "<span class=\"dau-hieu canhbao\">! Chưa có việc</span>");
        return;
    }
    KHCT_HTML(h->out, "<a href=\"#v", first, "\">", count, " việc<span class=\"nghe\">", of, what,
              "</span></a>");
}

static void put_held(khct_html *h, const khct_criterion *criterion)
{
    const khct_work_criterion *c = khct_work_of(h->work, criterion);
    int met = level_met(c);
    KHCT_HTML(h->out, "<li><b>", criterion->code, "</b><span>", criterion->title,
              " <span class=\"mo\">(");
    if (met > 0)
        put_level(h, (uint32_t)met);
    else if (met == 0)
        KHCT_HTML(h->out, "không đạt");
    else
        KHCT_HTML(h->out, "chưa có kết quả");
    KHCT_HTML(h->out, ")</span></span>");
    put_tasks_link(h, c->first, c->tasks, " của tiêu chí ", criterion->code);
    KHCT_HTML(h->out, "</li>\n");
}

static void put_item_tasks(khct_html *h, uint32_t item)
{
    const khct_plan *plan = h->plan;
    uint32_t first = 0, count = 0;
    for (size_t i = 0; i < plan->improvements.n; i++) {
        const khct_improvement *improvement = &plan->improvements.at[i];
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
    KHCT_HTML(h->out, "<ul class=\"giulai\">");
    for (size_t i = 0; i < steps->n; i++)
        put_held(h, steps->at[i].criterion);
    KHCT_HTML(h->out, "</ul>\n");
}

static void put_items(khct_html *h, const khct_way *way)
{
    KHCT_HTML(h->out, "<h3>Khoản chưa đạt của ");
    put_level(h, way->level);
    KHCT_HTML(h->out, "</h3>\n<ul class=\"giulai\">");
    for (size_t i = 0; i < way->items.n; i++) {
        const khct_article_item *item = khct_catalogue_item(h->plan->catalogue, way->items.at[i]);
        KHCT_HTML(h->out, "<li><b>", way->items.at[i], "</b><span>");
        if (item != NULL)
            KHCT_HTML(h->out, item->text);
        KHCT_HTML(h->out, "</span>");
        put_item_tasks(h, way->items.at[i]);
        KHCT_HTML(h->out, "</li>\n");
    }
    KHCT_HTML(h->out, "</ul>\n");
}

static void put_way(khct_html *h, const khct_way *way)
{
    if (way->all.n > 0) {
        KHCT_HTML(h->out, "<h3>", (long long)way->all.n, " tiêu chí giữ trường dưới ");
        put_level(h, way->level);
        KHCT_HTML(h->out, "</h3>\n");
        put_steps(h, &way->all);
    }
    if (way->choose > 0) {
        KHCT_HTML(h->out, "<h3>Cần thêm ", way->choose, " trong các tiêu chí sau để lên ");
        put_level(h, way->level);
        KHCT_HTML(h->out, "</h3>\n");
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
    KHCT_HTML(h->out, " Đạt hết mục tiêu trong kế hoạch thì trường ");
    if (rating->lifted > rating->now) {
        KHCT_HTML(h->out, "lên <strong>");
        put_level(h, rating->lifted);
        KHCT_HTML(h->out, "</strong>.");
    } else if (rating->now > 0) {
        KHCT_HTML(h->out, "vẫn ở ");
        put_level(h, rating->now);
        KHCT_HTML(h->out, ".");
    } else {
        KHCT_HTML(h->out, "vẫn chưa đạt mức 1.");
    }
}

static void put_verdict(khct_html *h)
{
    const khct_rating *rating = h->work->rating;
    KHCT_HTML(h->out, "<p><strong>");
    if (rating->now > 0) {
        KHCT_HTML(h->out, "Trường đạt ");
        put_level(h, rating->now);
    } else {
        KHCT_HTML(h->out, "Trường chưa đạt mức 1");
    }
    KHCT_HTML(h->out, "</strong> theo ", h->plan->catalogue_name, ".");
    if (sets_levels(h->plan))
        put_lifted(h, rating);
    if (rating->aim > rating->lifted) {
        KHCT_HTML(h->out, " Trường phấn đấu ");
        put_level(h, rating->aim);
        KHCT_HTML(h->out, ".");
    }
    if (!rating->complete)
        KHCT_HTML(h->out,
                  " Kết quả chưa đủ mọi tiêu chí; tiêu chí chưa có kết quả được tính là chưa đạt.");
    KHCT_HTML(h->out, "</p>\n");
}

/* How many criteria meet each level, as bars. */
static void put_levels(khct_html *h)
{
    const khct_rating *rating = h->work->rating;
    KHCT_HTML(h->out, "<dl class=\"thangmuc\">");
    for (size_t i = 0; i < rating->counts.n; i++) {
        const khct_level_count *count = &rating->counts.at[i];
        KHCT_HTML(h->out, "<div><dt>Mức ", count->level);
        KHCT_HTML(
            h->out,
            "</dt><dd><svg class=\"thanh\" aria-hidden=\"true\"><rect height=\"100%\" width=\"");
        khct_html_hundredths(h,
                             count->have == 0 ? 0 : (long long)count->meet * 10000 / count->have);
        KHCT_HTML(h->out, "\"/></svg> ", count->meet, "/", count->have, " tiêu chí</dd></div>");
    }
    KHCT_HTML(h->out, "</dl>\n");
}

/* "8/8 tiêu chí bắt buộc đạt mức 1" */
static void put_condition(khct_html *h, const khct_reason_part *part)
{
    static const char *const OF[] = {[KHCT_RULE_ALL] = " tiêu chí đạt ",
                                     [KHCT_RULE_MANDATORY] = " tiêu chí bắt buộc đạt ",
                                     [KHCT_RULE_OTHERS] = " tiêu chí còn lại đạt ",
                                     [KHCT_RULE_ITEMS] = " khoản đạt"};
    KHCT_HTML(h->out, part->met, "/",
              part->kind == KHCT_RULE_ITEMS ? part->need : (uint32_t)part->counted.n,
              OF[part->kind]);
    if (part->kind != KHCT_RULE_ITEMS)
        put_level(h, part->level);
    if (part->kind == KHCT_RULE_OTHERS)
        KHCT_HTML(h->out, " (cần ", part->need, ")");
}

/* What does not meet a condition that does not hold. */
static void put_below(khct_html *h, const khct_reason_part *part)
{
    for (size_t i = 0; i < part->below.n; i++)
        KHCT_HTML(h->out, i == 0 ? ", còn " : ", ", part->below.at[i]->code);
    for (size_t i = 0; i < part->items.n; i++)
        KHCT_HTML(h->out, i == 0 ? ", còn khoản " : ", ", part->items.at[i]);
}

/* Why each level is reached or not, condition by condition of its rule. */
static void put_reasons(khct_html *h, const khct_rating *rating)
{
    KHCT_HTML(h->out, "<h3>Vì sao</h3>\n<ul class=\"lydo\">");
    for (size_t i = 0; i < rating->reasons.n; i++) {
        const khct_reason *reason = &rating->reasons.at[i];
        KHCT_HTML(h->out, "<li><b>Mức ", reason->level,
                  reason->reached ? ": đạt</b>. " : ": chưa đạt</b>. ");
        for (size_t k = 0; k < reason->parts.n; k++) {
            const khct_reason_part *part = &reason->parts.at[k];
            KHCT_HTML(h->out, k > 0 ? "; " : "");
            put_condition(h, part);
            if (!part->holds)
                put_below(h, part);
        }
        KHCT_HTML(h->out, ".</li>\n");
    }
    KHCT_HTML(h->out, "</ul>\n");
}

static void put_rating(khct_html *h)
{
    const khct_rating *rating = h->work->rating;
    khct_html_begin(h, "xepmuc", KHCT_STR("Xếp mức"));
    if (rating == NULL) {
        KHCT_HTML(h->out,
                  "<p>Kế hoạch không ghi kết quả tự đánh giá, hoặc danh mục tiêu chí không có quy "
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
    KHCT_HTML(h->out, criterion->code, " ", criterion->title);
    if (met > 0) {
        KHCT_HTML(h->out, ": đạt ");
        put_level(h, (uint32_t)met);
    } else if (met == 0) {
        KHCT_HTML(h->out, ": không đạt");
    } else {
        KHCT_HTML(h->out, ": chưa có kết quả");
    }
    if (c->keeps) {
        KHCT_HTML(h->out, ", duy trì");
    } else if (c->target > 0) {
        KHCT_HTML(h->out, ", mục tiêu ");
        put_level(h, c->target);
    }
    if (met >= 0 && !c->keeps && (int)c->target > met)
        KHCT_HTML(h->out, " (nâng ", (int)c->target - met, " mức)");
    if (c->holds) {
        KHCT_HTML(h->out, "; đang giữ trường dưới ");
        put_level(h, h->work->next);
    }
    KHCT_HTML(h->out, ". ");
    if (c->tasks > 0)
        KHCT_HTML(h->out, c->tasks, " việc.");
    else
        KHCT_HTML(h->out, "Chưa có việc trong kế hoạch.");
}

static void put_cell(khct_html *h, const khct_criterion *criterion)
{
    const khct_work_criterion *c = khct_work_of(h->work, criterion);
    int met = level_met(c);
    KHCT_HTML(h->out, "<td><a class=\"");
    if (met < 0)
        KHCT_HTML(h->out, "ko");
    else
        KHCT_HTML(h->out, "m", met > 4 ? 4 : met);
    if (c->holds)
        KHCT_HTML(h->out, " giu");
    if (c->tasks > 0)
        KHCT_HTML(h->out, "\" href=\"#v", c->first);
    else
        KHCT_HTML(h->out, "\" href=\"#o-xepmuc");
    KHCT_HTML(h->out, "\"><span aria-hidden=\"true\">", criterion->code);
    if (c->holds)
        KHCT_HTML(h->out, " <b>!</b>");
    KHCT_HTML(h->out, "</span><b aria-hidden=\"true\">");
    if (met > 0)
        KHCT_HTML(h->out, met);
    else if (met == 0)
        KHCT_HTML(h->out, "✕");
    else
        KHCT_HTML(h->out, "?");
    if (!c->keeps && (int)c->target > met && c->target > 0) {
        KHCT_HTML(h->out, "→", c->target);
        if (met >= 0)
            KHCT_HTML(h->out, " <small>+", (int)c->target - met, "</small>");
    } else if (c->tasks > 0) {
        KHCT_HTML(h->out, c->keeps ? " <small>duy trì</small>" : " <small>có việc</small>");
    }
    KHCT_HTML(h->out, "</b><span class=\"nghe\">");
    put_cell_words(h, criterion, c);
    KHCT_HTML(h->out, "</span></a></td>");
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
    KHCT_HTML(h->out, "<ul class=\"chugiai\">");
    if (unknown)
        KHCT_HTML(h->out,
                  "<li><span class=\"mau ko\" aria-hidden=\"true\">?</span> chưa có kết quả</li>");
    if (failed)
        KHCT_HTML(h->out,
                  "<li><span class=\"mau m0\" aria-hidden=\"true\">✕</span> không đạt</li>");
    for (int level = 1; level <= c->top && level <= 4; level++)
        KHCT_HTML(h->out, "<li><span class=\"mau m", level, "\" aria-hidden=\"true\">", level,
                  "</span> mức ", level, "</li>");
    if (held) {
        KHCT_HTML(h->out,
                  "<li><span class=\"mau giu\" aria-hidden=\"true\">!</span> giữ trường dưới ");
        put_level(h, h->work->next);
        KHCT_HTML(h->out, "</li>");
    }
    KHCT_HTML(h->out, "</ul>\n");
}

static void put_map_rows(khct_html *h, size_t columns)
{
    const khct_catalogue *c = h->plan->catalogue;
    KHCT_HTML(h->out, "<tbody>");
    for (size_t i = 0; i < c->standards.n; i++) {
        const khct_standard *s = &c->standards.at[i];
        KHCT_HTML(h->out, "<tr><th scope=\"row\">", s->number, ". ", s->title, "</th>");
        for (size_t k = 0; k < s->count; k++)
            put_cell(h, &c->criteria.at[s->first + k]);
        for (size_t k = s->count; k < columns; k++)
            KHCT_HTML(h->out, "<td class=\"rong\"></td>");
        KHCT_HTML(h->out, "</tr>\n");
    }
    KHCT_HTML(h->out, "</tbody>");
}

static void put_map(khct_html *h)
{
    const khct_catalogue *c = h->plan->catalogue;
    if (c == NULL)
        return;
    size_t columns = widest(c);
    khct_html_begin(h, "tieuchi", KHCT_STR("Tiêu chí theo mức"));
    KHCT_HTML(h->out, "<p class=\"mo\">Mỗi ô: số tiêu chí, mức đã đạt → mức của mục tiêu, cần nâng "
                      "mấy mức.</p>"
                      "<figure class=\"bando\">");
    khct_html_table_begin(h, "bandotc", KHCT_STR("Bản đồ tiêu chí"));
    KHCT_HTML(h->out, "<thead><tr><th scope=\"col\">Tiêu chuẩn</th>");
    for (size_t k = 1; k <= columns; k++)
        KHCT_HTML(h->out, "<th scope=\"col\"><span class=\"nghe\">Tiêu chí thứ </span>",
                  (long long)k, "</th>");
    KHCT_HTML(h->out, "</tr></thead>\n");
    put_map_rows(h, columns);
    khct_html_table_end(h);
    KHCT_HTML(h->out, "<figcaption>Rê chuột hoặc dùng phím Tab vào một ô để đọc tên tiêu chí."
                      "</figcaption></figure>\n");
    put_legend(h);
    khct_html_end(h);
}

void khct_html_overview(khct_html *h)
{
    KHCT_HTML(h->out, h->work->task_count > MANY ? "<div id=\"tongquan\" class=\"nhieu\">\n"
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
    KHCT_HTML(h->out, "</div>\n");
}
