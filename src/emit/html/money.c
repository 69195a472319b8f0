/* Money: the sums of what the plan states, by source and by standard. */
#include "emit/html/build.h"

static void put_sum(khct_html *h, const khct_sum *sum)
{
    if (sum->counted == 0)
        PUT(h, "–");
    else
        khct_out_str(h->out, khct_amount_text(h->arena, sum->amount));
}

static void put_row(khct_html *h, khct_str name, const khct_sum *sum)
{
    PUT(h, "<tr><th scope=\"row\">", name);
    if (sum->counted > 0)
        PUT(h, "</th><td class=\"so\" data-cot=\"Số tiền (đồng)\">");
    else
        PUT(h, "</th><td class=\"so rong\">");
    put_sum(h, sum);
    PUT(h, "</td>");
    khct_html_count(h, KHCT_STR("Số khoản"), sum->counted);
    khct_html_count(h, KHCT_STR("Khoản không cộng được"), sum->left_out);
    khct_html_count(h, KHCT_STR("Nêu mà không có số tiền"), sum->bare);
    PUT(h, "<td><svg class=\"thanh\" aria-hidden=\"true\">");
    if (!khct_amount_is_zero(sum->amount)) {
        PUT(h, "<rect height=\"100%\" width=\"");
        khct_html_hundredths(h, khct_amount_share(sum->amount, h->work->money.all.amount));
        PUT(h, "\"/>");
    }
    PUT(h, "</svg></td></tr>\n");
}

static void put_header(khct_html *h, const char *first)
{
    PUT(h, "<thead><tr><th scope=\"col\">", first,
        "</th><th scope=\"col\" class=\"so\">Số tiền (đồng)</th>"
        "<th scope=\"col\" class=\"so\">Số khoản</th>"
        "<th scope=\"col\" class=\"so\">Khoản không cộng được</th>"
        "<th scope=\"col\" class=\"so\">Nêu mà không có số tiền</th>"
        "<th scope=\"col\"><span class=\"nghe\">Biểu đồ</span></th></tr></thead>\n<tbody>");
}

static bool is_said(const khct_sum *sum)
{
    return sum->counted + sum->left_out + sum->bare > 0;
}

static void put_sources(khct_html *h)
{
    PUT(h, "<h3>Theo nguồn</h3>\n");
    khct_html_table_begin(h, "bang xep", KHCT_STR("Kinh phí theo nguồn"));
    put_header(h, "Nguồn");
    for (unsigned k = 0; k < KHCT_PAYERS; k++)
        if (is_said(&h->work->money.by_payer[k]))
            put_row(h, khct_payer_name(k), &h->work->money.by_payer[k]);
    PUT(h, "</tbody>");
    khct_html_table_end(h);
}

static void put_groups(khct_html *h)
{
    PUT(h, "<h3>Theo tiêu chuẩn</h3>\n");
    khct_html_table_begin(h, "bang xep", KHCT_STR("Kinh phí theo tiêu chuẩn"));
    put_header(h, "Tiêu chuẩn");
    for (size_t k = 0; k < h->work->group_count; k++)
        if (is_said(&h->work->by_group[k]))
            put_row(h, h->groups[k].title, &h->work->by_group[k]);
    PUT(h, "</tbody>");
    khct_html_table_end(h);
}

/* How many amounts the sum leaves out, and why. */
static void put_left_out(khct_html *h, const khct_sum *all)
{
    if (all->left_out == 0)
        return;
    PUT(h, " <strong>", all->left_out,
        " khoản không cộng được</strong>: ghi theo đầu người, theo từng lần, hoặc "
        "chưa hiểu được số tiền.");
}

void khct_html_money(khct_html *h)
{
    const khct_sum *all = &h->work->money.all;
    if (!is_said(all))
        return;
    khct_html_begin(h, "kinhphi", KHCT_STR("Kinh phí"));
    PUT(h, "<p>");
    if (all->counted > 0) {
        PUT(h, "Chỉ cộng những số tiền kế hoạch có ghi: <strong>");
        put_sum(h, all);
        PUT(h, " đồng</strong> trong ", all->counted,
            " khoản; khoảng tiền được cộng theo mức cao.");
    } else {
        PUT(h, "Kế hoạch không có số tiền nào cộng được.");
    }
    put_left_out(h, all);
    PUT(h, "</p>\n");
    put_sources(h);
    if (h->plan->catalogue != NULL)
        put_groups(h);
    khct_html_end(h);
}
