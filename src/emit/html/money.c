/* Money: sums of the amounts that the plan states, by source and by standard. */
#include "emit/html/build.h"

static void add(khct_html_sum *sum, int64_t amount)
{
    sum->stated++;
    if (amount < 0 || __builtin_add_overflow(sum->amount, (uint64_t)amount, &sum->amount))
        sum->too_big = true;
}

/* The source of amounts without one of their own: the only source named, several, or none. */
static size_t common_source(const khct_money *money)
{
    bool paired = false;
    for (size_t i = 0; i < money->parts.n; i++)
        paired |= money->parts.at[i].has_amount && money->parts.at[i].source != KHCT_SOURCE_NONE;
    unsigned sources = money->sources & ~(1u << KHCT_SOURCE_NONE);
    if (sources == 0 || paired)
        return KHCT_SOURCE_NONE;
    for (size_t k = 0; k < KHCT_SOURCE_NONE; k++)
        if (sources == 1u << k)
            return k;
    return KHCT_HTML_MIXED;
}

static void add_statement(khct_html *h, const khct_money *money, khct_html_sum *group)
{
    unsigned paid = 0, bare = 0;
    size_t common = common_source(money);
    for (size_t i = 0; i < money->parts.n; i++) {
        const khct_money_part *part = &money->parts.at[i];
        size_t source = part->source != KHCT_SOURCE_NONE ? (size_t)part->source : common;
        if (part->has_amount && !part->rate) {
            add(&h->total, part->amount);
            add(&h->by_source[source], part->amount);
            add(group, part->amount);
            paid |= 1u << source;
        } else {
            bare |= 1u << source;
        }
    }
    if ((paid >> KHCT_HTML_MIXED & 1) != 0) /* its sources are paid together */
        return;
    for (size_t k = 0; k < KHCT_HTML_SOURCES; k++)
        if (((bare & ~paid) >> k & 1) != 0)
            h->by_source[k].bare++;
    if (paid == 0 && bare != 0) {
        h->total.bare++;
        group->bare++;
    }
}

void khct_html_add_money(khct_html *h)
{
    const khct_improvement *last = NULL;
    h->by_group = khct_alloc_array(h->arena, h->groups.n + 1, sizeof *h->by_group);
    for (uint32_t i = 0; i < h->task_count; i++) {
        khct_html_task *t = &h->tasks[i];
        const khct_field *field = t->field[KHCT_HTML_MONEY];
        const khct_money *money = field == NULL || field->stated ? NULL : field->value.money;
        if (money == NULL || !money->understood)
            continue;
        t->money = money;
        h->sources |= money->sources & ~(1u << KHCT_SOURCE_NONE);
        t->money_shared = field->inherited && last == t->improvement;
        if (field->inherited)
            last = t->improvement;
        if (!t->money_shared)
            add_statement(h, money, &h->by_group[t->group]);
    }
}

/* --- the section --- */

static void put_sum(khct_html *h, const khct_html_sum *sum)
{
    if (sum->too_big)
        KHCT_HTML(h->out, "lớn quá, không cộng");
    else if (sum->stated == 0)
        KHCT_HTML(h->out, "–");
    else
        khct_html_amount(h, sum->amount);
}

static void put_row(khct_html *h, khct_str name, const khct_html_sum *sum)
{
    KHCT_HTML(h->out, "<tr><th scope=\"row\">");
    khct_html_text(h->out, name);
    if (sum->stated > 0)
        KHCT_HTML(h->out, "</th><td class=\"so\" data-cot=\"Số tiền (đồng)\">");
    else
        KHCT_HTML(h->out, "</th><td class=\"so rong\">");
    put_sum(h, sum);
    KHCT_HTML(h->out, "</td>");
    khct_html_count(h, KHCT_STR("Số khoản"), sum->stated);
    khct_html_count(h, KHCT_STR("Nêu mà không có số tiền"), sum->bare);
    KHCT_HTML(h->out, "<td><svg class=\"thanh\" aria-hidden=\"true\">");
    if (sum->amount > 0 && !sum->too_big && !h->total.too_big) {
        KHCT_HTML(h->out, "<rect height=\"100%\" width=\"");
        /* the total may be near the largest number there is */
        uint64_t unit = h->total.amount / 10000;
        khct_html_hundredths(h, unit == 0 ? 10000 : (long long)(sum->amount / unit));
        KHCT_HTML(h->out, "\"/>");
    }
    KHCT_HTML(h->out, "</svg></td></tr>\n");
}

static void put_header(khct_html *h, const char *first)
{
    KHCT_HTML(h->out, "<thead><tr><th scope=\"col\">");
    khct_out_cstr(h->out, first);
    KHCT_HTML(h->out,
              "</th><th scope=\"col\" class=\"so\">Số tiền (đồng)</th>"
              "<th scope=\"col\" class=\"so\">Số khoản</th>"
              "<th scope=\"col\" class=\"so\">Nêu mà không có số tiền</th>"
              "<th scope=\"col\"><span class=\"nghe\">Biểu đồ</span></th></tr></thead>\n<tbody>");
}

static khct_str source_title(size_t source)
{
    if (source == KHCT_HTML_MIXED)
        return KHCT_STR("nhiều nguồn, không tách riêng");
    if (source == KHCT_SOURCE_NONE)
        return KHCT_STR("không ghi nguồn");
    return khct_str_of(khct_source_name((khct_source_kind)source));
}

static void put_sources(khct_html *h)
{
    KHCT_HTML(h->out, "<h3>Theo nguồn</h3>\n");
    khct_html_table_begin(h, "bang xep", KHCT_STR("Kinh phí theo nguồn"));
    put_header(h, "Nguồn");
    for (size_t k = 0; k < KHCT_HTML_SOURCES; k++)
        if (h->by_source[k].stated > 0 || h->by_source[k].bare > 0)
            put_row(h, source_title(k), &h->by_source[k]);
    KHCT_HTML(h->out, "</tbody>");
    khct_html_table_end(h);
}

static void put_groups(khct_html *h)
{
    KHCT_HTML(h->out, "<h3>Theo tiêu chuẩn</h3>\n");
    khct_html_table_begin(h, "bang xep", KHCT_STR("Kinh phí theo tiêu chuẩn"));
    put_header(h, "Tiêu chuẩn");
    for (size_t k = 0; k < h->groups.n; k++)
        if (h->by_group[k].stated > 0 || h->by_group[k].bare > 0)
            put_row(h, h->groups.at[k].title, &h->by_group[k]);
    KHCT_HTML(h->out, "</tbody>");
    khct_html_table_end(h);
}

void khct_html_money(khct_html *h)
{
    if (h->total.stated == 0 && h->total.bare == 0)
        return;
    khct_html_begin(h, "kinhphi", KHCT_STR("Kinh phí"));
    if (h->total.stated > 0) {
        KHCT_HTML(h->out, "<p>Chỉ cộng những số tiền kế hoạch có ghi: <strong>");
        put_sum(h, &h->total);
        KHCT_HTML(h->out, " đồng</strong> trong ");
        khct_html_number(h, h->total.stated);
        KHCT_HTML(h->out,
                  " khoản. Khoản ghi theo đầu người không được cộng; khoảng tiền được cộng theo "
                  "mức cao.</p>\n");
    } else {
        KHCT_HTML(h->out, "<p>Kế hoạch nêu nguồn kinh phí nhưng không ghi số tiền nào.</p>\n");
    }
    put_sources(h);
    if (h->plan->catalogue != NULL)
        put_groups(h);
    khct_html_end(h);
}
