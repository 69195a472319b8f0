#include "report/department.h"

#include "emit/html/text.h"
#include "report/rows.h"
#include "text/sort.h"
#include "work/work.h"

#include <stdio.h>

enum { PAGE = 500, MOST_GROUPS = 300, MOST_BAD = 100 };

/* --- what a plan says, read from its line --- */

typedef struct school {
    const khct_received_plan *plan;
    khct_str province, commune, cells[KHCT_SUMMARY_CELLS];
    bool counts; /* it is in the totals */
} school;

typedef struct total {
    uint32_t plans, faulty, tasks, done, overdue, rated, levels;
    khct_sum money;
} total;

/* Schools side by side that share a place. */
typedef struct group {
    khct_str name;
    size_t first, n; /* of the schools, in their order */
    total sum;
} group;

typedef struct criterion_count {
    uint32_t unmet, holds, given;
} criterion_count;

/* What the plans of one catalogue come to. */
typedef struct catalogue_total {
    khct_str id;
    const khct_catalogue *catalogue; /* NULL: none, or not in the library */
    total sum;
    criterion_count *criteria;
    khct_sum *by_group;
} catalogue_total;

typedef KHCT_VEC(group) groups;

typedef struct department {
    const khct_site *site;
    const khct_received *received;
    khct_library *library;
    khct_arena *arena;
    khct_date day;
    KHCT_VEC(school) schools;
    groups provinces, communes, types, periods;
    KHCT_VEC(catalogue_total) catalogues;
    total all;
    khct_sum by_payer[KHCT_PAYERS];
    khct_out *out;
    khct_str style, script;
} department;

#define PUT(d, ...) KHCT_HTML((d)->out, __VA_ARGS__)

static uint32_t number_of(khct_str digits)
{
    uint64_t n = 0;
    for (size_t i = 0; i < digits.n && n < UINT32_MAX; i++)
        n = n * 10 + (uint64_t)(digits.p[i] - '0');
    return n > UINT32_MAX ? UINT32_MAX : (uint32_t)n;
}

static khct_sum sum_of(khct_str digits)
{
    enum { LOW = 18 };
    size_t split = digits.n > LOW ? digits.n - LOW : 0;
    khct_sum sum = {0};
    for (size_t i = 0; i < digits.n; i++) {
        uint64_t *part = i < split ? &sum.amount.high : &sum.amount.low;
        *part = *part * 10 + (uint64_t)(digits.p[i] - '0');
    }
    return sum;
}

static void read_school(department *d, const khct_received_plan *plan)
{
    school s = {.plan = plan};
    khct_str rest = plan->rest;
    for (size_t i = 0; i < KHCT_SUMMARY_CELLS; i++)
        s.cells[i] = khct_str_cut(&rest, '\t');
    uint32_t at = plan->code.n == 0 ? KHCT_NONE : khct_map_get(&d->received->school_of, plan->code);
    if (at != KHCT_NONE) {
        s.province = d->received->schools.at[at].province;
        s.commune = d->received->schools.at[at].commune;
    }
    if (s.commune.n == 0)
        s.commune = plan->superior.n > 0 ? plan->superior : KHCT_STR("(không ghi cấp trên)");
    khct_push(d->arena, &d->schools) = s;
}

static int by_place(const void *a, const void *b)
{
    const school *x = a, *y = b;
    const khct_str keys[][2] = {{x->province, y->province},
                                {x->commune, y->commune},
                                {x->plan->name, y->plan->name},
                                {x->plan->date, y->plan->date}};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        int order = khct_str_cmp(keys[i][0], keys[i][1]);
        if (order != 0)
            return order;
    }
    return 0;
}

/* --- adding up --- */

static void add(total *t, const school *s)
{
    const khct_str *c = s->cells;
    khct_sum money = sum_of(c[KHCT_SUMMARY_MONEY]);
    money.counted = number_of(c[KHCT_SUMMARY_COUNTED]);
    money.left_out = number_of(c[KHCT_SUMMARY_LEFT_OUT]);
    t->plans++;
    t->faulty += khct_str_is(c[KHCT_SUMMARY_STATE], "loi");
    t->tasks += number_of(c[KHCT_SUMMARY_TASKS]);
    t->done += number_of(c[KHCT_SUMMARY_DONE]);
    t->overdue += number_of(c[KHCT_SUMMARY_OVERDUE]);
    t->rated += c[KHCT_SUMMARY_NOW].n > 0;
    t->levels += number_of(c[KHCT_SUMMARY_NOW]);
    khct_sum_add(&t->money, &money);
}

static void add_to_last(department *d, groups *list, khct_str name, size_t i)
{
    if (list->n == 0 || !khct_str_eq(list->at[list->n - 1].name, name))
        khct_push(d->arena, list) = (group){.name = name, .first = i};
    group *g = &list->at[list->n - 1];
    g->n++;
    if (d->schools.at[i].counts)
        add(&g->sum, &d->schools.at[i]);
}

static void add_to_kind(department *d, groups *list, khct_str name, const school *s)
{
    size_t k = 0;
    while (k < list->n && !khct_str_eq(list->at[k].name, name))
        k++;
    if (k == list->n)
        khct_push(d->arena, list) = (group){.name = name};
    list->at[k].n++;
    add(&list->at[k].sum, s);
}

static catalogue_total *catalogue_of(department *d, khct_str id)
{
    for (size_t i = 0; i < d->catalogues.n; i++)
        if (khct_str_eq(d->catalogues.at[i].id, id))
            return &d->catalogues.at[i];
    catalogue_total *t = &khct_push(d->arena, &d->catalogues);
    *t = (catalogue_total){.id = id,
                           .catalogue = id.n > 0 ? khct_library_catalogue(d->library, id) : NULL};
    if (t->catalogue != NULL) {
        t->criteria = khct_alloc_array(d->arena, t->catalogue->criteria.n + 1, sizeof *t->criteria);
        t->by_group = khct_alloc_array(d->arena, t->catalogue->standards.n + KHCT_GROUP_MORE,
                                       sizeof *t->by_group);
    }
    return t;
}

static void add_digits(khct_sum *sum, khct_str digits)
{
    khct_sum one = sum_of(digits);
    khct_sum_add(sum, &one);
}

static void add_lists(department *d, const school *s)
{
    catalogue_total *t = catalogue_of(d, s->cells[KHCT_SUMMARY_CATALOGUE]);
    khct_str payers = s->cells[KHCT_SUMMARY_BY_PAYER], sums = s->cells[KHCT_SUMMARY_BY_GROUP],
             criteria = s->cells[KHCT_SUMMARY_CRITERIA];
    add(&t->sum, s);
    for (unsigned i = 0; i < KHCT_PAYERS; i++)
        add_digits(&d->by_payer[i], khct_str_cut(&payers, ' '));
    for (size_t i = 0; t->by_group != NULL && i < t->catalogue->standards.n + KHCT_GROUP_MORE; i++)
        add_digits(&t->by_group[i], khct_str_cut(&sums, ' '));
    for (size_t i = 0; t->criteria != NULL && i < t->catalogue->criteria.n; i++) {
        khct_str word = khct_str_cut(&criteria, ' ');
        t->criteria[i].given += word.n > 0 && word.p[0] != '-';
        t->criteria[i].unmet += word.n > 0 && word.p[0] == '0';
        t->criteria[i].holds += khct_str_ends(word, "!");
    }
}

static void add_all(department *d)
{
    for (size_t i = 0; i < d->schools.n; i++) {
        const school *s = &d->schools.at[i];
        add_to_last(d, &d->provinces, s->province, i);
        khct_str commune =
            KHCT_JOIN(d->arena, s->commune, s->province.n > 0 ? ", " : "", s->province);
        add_to_last(d, &d->communes, commune, i);
        if (!s->counts)
            continue;
        add(&d->all, s);
        add_to_kind(d, &d->types, s->cells[KHCT_SUMMARY_TYPES], s);
        add_to_kind(d, &d->periods, s->cells[KHCT_SUMMARY_PERIOD], s);
        add_lists(d, s);
    }
}

static void read_all(department *d)
{
    const khct_received *r = d->received;
    bool *superseded = khct_alloc_array(d->arena, r->plans.n + 1, sizeof *superseded);
    for (size_t i = 0; i < r->plans.n; i++) {
        const khct_received_plan *plan = &r->plans.at[i], *counts;
        uint32_t count;
        if (!khct_received_again(r, plan, &counts, &count))
            continue;
        for (uint32_t k = (uint32_t)i; k != KHCT_NONE; k = r->plans.at[k].next)
            superseded[k] = &r->plans.at[k] != counts;
    }
    for (size_t i = 0; i < r->plans.n; i++) {
        read_school(d, &r->plans.at[i]);
        d->schools.at[i].counts = !superseded[i];
    }
    khct_sort_vec(d->arena, &d->schools, by_place);
}

/* --- the frame of a page --- */

static bool begin_page(department *d, const char *name, khct_str title)
{
    d->out = d->site->open(d->site->context, name);
    if (d->out == NULL)
        return false;
    khct_html_head(d->out, d->arena, d->style, KHCT_STR(""), d->script);
    PUT(d, "<title>", title, "</title>\n<style>");
    khct_out_str(d->out, d->style);
    PUT(d,
        "</style>\n</head>\n<body>\n<a class=\"nhay\" href=\"#noidung\">Đến nội dung</a>\n"
        "<header class=\"thanhdau\"><h1>",
        title, "<small>");
    if (d->day != KHCT_NO_DATE)
        PUT(d, "tính đến ngày ", khct_date_short(d->arena, d->day));
    else
        PUT(d, "không nêu ngày (--on), nên không xét quá hạn");
    PUT(d, "</small></h1>");
    if (strcmp(name, "index.html") != 0)
        PUT(d, "<nav class=\"mat\" aria-label=\"Trang\"><a href=\"index.html\">Tổng hợp</a></nav>");
    PUT(d, "</header>\n<main id=\"noidung\">\n");
    return true;
}

static bool end_page(department *d)
{
    PUT(d, "</main>\n<script>");
    khct_out_str(d->out, d->script);
    PUT(d, "</script>\n</body>\n</html>\n");
    return d->site->close(d->site->context);
}

/* --- cells --- */

/* The columns. */
#define PLANS "Kế hoạch"
#define FAULTY "Có lỗi"
#define MEAN "Mức trung bình"
#define TASKS "Việc"
#define DONE "Hoàn thành"
#define LATE "Quá hạn"
#define MONEY "Kinh phí (đồng)"
#define COUNTED "Khoản đã cộng"
#define LEFT_OUT "Khoản không cộng được"
#define GIVEN "Trường có kết quả"
#define UNMET "Không đạt"
#define HOLDS "Giữ trường lại"

/* Without a day nothing is overdue, and nobody is told so. */
static bool is_shown(const department *d, const char *column)
{
    return d->day != KHCT_NO_DATE || strcmp(column, LATE) != 0;
}

static void put_heads(department *d, const char *const *columns)
{
    for (; *columns != NULL; columns++)
        if (is_shown(d, *columns))
            PUT(d, "<th scope=\"col\" class=\"so\">", *columns, "</th>");
}

static khct_str pointed(department *d, uint64_t number)
{
    return khct_amount_text(d->arena, (khct_amount){0, number});
}

/* `column` is its column's name, for narrow screens. */
static void put_cell(department *d, const char *column, khct_str value)
{
    if (!is_shown(d, column))
        return;
    PUT(d, "<td class=\"so\" data-cot=\"", column, "\">", value, "</td>");
}

static void put_number(department *d, const char *column, uint64_t number)
{
    put_cell(d, column, pointed(d, number));
}

/* "2,35" */
static khct_str mean_level(department *d, const total *t)
{
    if (t->rated == 0)
        return KHCT_STR("");
    long long hundredths = ((long long)t->levels * 100 + t->rated / 2) / t->rated;
    return KHCT_JOIN(d->arena, hundredths / 100, hundredths % 100 < 10 ? ",0" : ",",
                     hundredths % 100);
}

static void put_total(department *d, const total *t)
{
    put_number(d, PLANS, t->plans);
    put_number(d, FAULTY, t->faulty);
    put_cell(d, MEAN, mean_level(d, t));
    put_number(d, TASKS, t->tasks);
    put_number(d, DONE, t->done);
    put_number(d, LATE, t->overdue);
    put_cell(d, MONEY, khct_amount_text(d->arena, t->money.amount));
    put_number(d, LEFT_OUT, t->money.left_out);
}

static void begin_table(department *d, const char *title, const char *first, bool sorts)
{
    static const char *const HEADS[] = {PLANS, FAULTY, MEAN,     TASKS, DONE,
                                        LATE,  MONEY,  LEFT_OUT, NULL};
    PUT(d, "<section class=\"the\"><h2>", title,
        "</h2>\n<div class=\"cuon\"><table class=\"bang xep", sorts ? " sapxep" : "",
        "\">\n<thead><tr><th scope=\"col\">", first, "</th>");
    put_heads(d, HEADS);
    PUT(d, "</tr></thead>\n<tbody>\n");
}

static void end_table(department *d)
{
    PUT(d, "</tbody></table></div></section>\n");
}

/* A bar of `part` in `whole`. */
static void put_bar(department *d, uint32_t hundredths, const char *kind)
{
    PUT(d,
        "<svg class=\"thanh\" viewBox=\"0 0 10000 10\" preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\"><rect class=\"",
        kind, "\" width=\"", hundredths, "\" height=\"10\"/></svg>");
}

/* --- the index --- */

static void put_box(department *d, const char *name, khct_str value)
{
    bool wide = value.n > KHCT_DIGITS / 2;
    PUT(d, wide ? "<div class=\"rong\"><dt>" : "<div><dt>", name, "</dt><dd class=\"lon\">", value,
        "</dd></div>");
}

static void put_boxes(department *d)
{
    PUT(d, "<dl class=\"o-so\">");
    put_box(d, "Kế hoạch được tính", pointed(d, d->all.plans));
    put_box(d, "Có lỗi", pointed(d, d->all.faulty));
    put_box(d, "Tệp không phải kế hoạch", pointed(d, d->received->bad.n));
    put_box(d, "Việc", pointed(d, d->all.tasks));
    if (d->day != KHCT_NO_DATE)
        put_box(d, "Việc quá hạn", pointed(d, d->all.overdue));
    put_box(d, "Kinh phí", khct_amount_dong(d->arena, d->all.money.amount));
    put_box(d, COUNTED, pointed(d, d->all.money.counted));
    put_box(d, LEFT_OUT, pointed(d, d->all.money.left_out));
    PUT(d, "</dl>\n");
}

/* Groups of schools, each with the way to them: a page of communes, or of schools. */
static void put_groups(department *d, const groups *list, size_t from, size_t to, const char *title,
                       const char *first, bool to_provinces)
{
    begin_table(d, title, first, true);
    size_t end = to - from > MOST_GROUPS ? from + MOST_GROUPS : to;
    for (size_t i = from; i < end; i++) {
        const group *g = &list->at[i];
        PUT(d, "<tr><th scope=\"row\">");
        if (to_provinces)
            PUT(d, "<a href=\"tinh-", i + 1, ".html\">");
        else
            PUT(d, "<a href=\"truong-", g->first / PAGE + 1, ".html#t", g->first, "\">");
        PUT(d, g->name.n > 0 ? g->name : KHCT_STR("(không rõ)"), "</a></th>");
        put_total(d, &g->sum);
        PUT(d, "</tr>\n");
    }
    end_table(d);
    if (end < to)
        PUT(d, "<p class=\"mo\">Còn ", (to - end),
            " dòng nữa: xem các trang trường bên dưới.</p>\n");
}

static void put_kinds(department *d, const groups *list, const char *title, const char *first)
{
    begin_table(d, title, first, false);
    for (size_t i = 0; i < list->n; i++) {
        PUT(d, "<tr><th scope=\"row\">",
            list->at[i].name.n > 0 ? list->at[i].name : KHCT_STR("(không ghi)"), "</th>");
        put_total(d, &list->at[i].sum);
        PUT(d, "</tr>\n");
    }
    end_table(d);
}

static void put_money_row(department *d, khct_str name, const khct_sum *sum, khct_amount whole)
{
    if (khct_amount_is_zero(sum->amount))
        return;
    PUT(d, "<tr><th scope=\"row\">", name, "</th>");
    put_cell(d, MONEY, khct_amount_text(d->arena, sum->amount));
    PUT(d, "<td class=\"cotthanh\">");
    put_bar(d, khct_amount_share(sum->amount, whole), "dang");
    PUT(d, "</td></tr>\n");
}

static void begin_money(department *d, const char *title, khct_str more)
{
    PUT(d, "<section class=\"the\"><h2>", title, "</h2>\n");
    if (more.n > 0)
        PUT(d, "<p class=\"mo\">", more, "</p>");
    PUT(d, "<div class=\"cuon\"><table class=\"bang xep\"><thead><tr><th scope=\"col\">Tên</th><th "
           "scope=\"col\" class=\"so\">Số tiền (đồng)</th><th scope=\"col\">Phần</th></tr>"
           "</thead>\n<tbody>\n");
}

static void put_payers(department *d)
{
    begin_money(d, "Kinh phí theo nguồn", KHCT_STR(""));
    for (unsigned i = 0; i < KHCT_PAYERS; i++)
        put_money_row(d, khct_payer_name(i), &d->by_payer[i], d->all.money.amount);
    end_table(d);
}

static void put_standards(department *d, const catalogue_total *t, khct_str name)
{
    const khct_catalogue *c = t->catalogue;
    begin_money(d, "Kinh phí theo tiêu chuẩn", name);
    for (size_t i = 0; i < c->standards.n; i++) {
        put_money_row(d,
                      KHCT_JOIN(d->arena, "Tiêu chuẩn ", c->standards.at[i].number, ". ",
                                c->standards.at[i].title),
                      &t->by_group[i], t->sum.money.amount);
    }
    put_money_row(d, KHCT_STR("Khoản của mức 4"), &t->by_group[c->standards.n + KHCT_GROUP_ITEMS],
                  t->sum.money.amount);
    put_money_row(d, KHCT_STR("Nhiều tiêu chuẩn, hoặc không ghi"),
                  &t->by_group[c->standards.n + KHCT_GROUP_NONE], t->sum.money.amount);
    end_table(d);
}

static uint32_t share(uint32_t part, uint32_t whole)
{
    enum { ALL = 10000 };
    return whole == 0 ? 0 : (uint32_t)((uint64_t)part * ALL / whole);
}

static void put_criteria(department *d, const catalogue_total *t, khct_str name)
{
    static const char *const HEADS[] = {GIVEN, UNMET, HOLDS, NULL};
    PUT(d, "<section class=\"the\"><h2>Tiêu chí</h2><p class=\"mo\">", name,
        "</p><div class=\"cuon\"><table class=\"bang xep sapxep\"><thead><tr><th "
        "scope=\"col\">Tiêu chí</th>");
    put_heads(d, HEADS);
    PUT(d, "<th scope=\"col\" class=\"cotthanh\">Phần trường bị giữ lại</th></tr></thead>\n"
           "<tbody>\n");
    for (size_t i = 0; i < t->catalogue->criteria.n; i++) {
        const khct_criterion *c = &t->catalogue->criteria.at[i];
        PUT(d, "<tr><th scope=\"row\">", c->code, " ", c->title, "</th>");
        put_number(d, GIVEN, t->criteria[i].given);
        put_number(d, UNMET, t->criteria[i].unmet);
        put_number(d, HOLDS, t->criteria[i].holds);
        PUT(d, "<td class=\"cotthanh\">");
        put_bar(d, share(t->criteria[i].holds, t->sum.plans), "tre");
        PUT(d, "</td></tr>\n");
    }
    end_table(d);
}

static void put_catalogues(department *d)
{
    groups named = {0};
    KHCT_FOR (t, &d->catalogues) {
        khct_str name =
            t->catalogue == NULL ? t->id : khct_catalogue_name(d->library, d->arena, t->catalogue);
        khct_push(d->arena, &named) = (group){.name = name, .sum = t->sum};
    }
    put_kinds(d, &named, "Theo danh mục", "Danh mục");
    for (size_t i = 0; i < named.n; i++) {
        if (d->catalogues.at[i].catalogue == NULL)
            continue;
        put_criteria(d, &d->catalogues.at[i], named.at[i].name);
        put_standards(d, &d->catalogues.at[i], named.at[i].name);
    }
}

static void put_bad(department *d)
{
    const khct_strs *bad = &d->received->bad;
    if (bad->n == 0)
        return;
    PUT(d, "<section class=\"the\"><h2>Tệp không phải kế hoạch</h2><ul>\n");
    for (size_t i = 0; i < bad->n && i < MOST_BAD; i++) {
        khct_str rest = bad->at[i];
        khct_str_cut(&rest, '\t');
        khct_str path = khct_str_cut(&rest, '\t'), reason = khct_str_cut(&rest, '\t');
        PUT(d, "<li>", path, ": ", reason, "</li>\n");
    }
    PUT(d, "</ul>");
    if (bad->n > MOST_BAD)
        PUT(d, "<p class=\"mo\">và ", bad->n - MOST_BAD, " tệp nữa.</p>");
    PUT(d, "</section>\n");
}

static void put_pages(department *d)
{
    size_t pages = (d->schools.n + PAGE - 1) / PAGE;
    PUT(d, "<section class=\"the\"><h2>Các trường</h2><ul class=\"trang\">\n");
    for (size_t i = 0; i < pages; i++)
        PUT(d, "<li><a href=\"truong-", i + 1, ".html\">Trang ", i + 1, "</a></li>\n");
    PUT(d, "</ul></section>\n");
}

static bool write_index(department *d)
{
    bool several = d->provinces.n > 1;
    if (!begin_page(d, "index.html", KHCT_STR("Kế hoạch cải tiến chất lượng của các trường")))
        return false;
    put_boxes(d);
    if (several)
        put_groups(d, &d->provinces, 0, d->provinces.n, "Theo tỉnh", "Tỉnh, thành phố", true);
    else
        put_groups(d, &d->communes, 0, d->communes.n, "Theo xã hoặc cấp trên", "Xã, cấp trên",
                   false);
    put_pages(d);
    put_kinds(d, &d->types, "Theo cấp học", "Cấp học");
    put_kinds(d, &d->periods, "Theo năm học, giai đoạn", "Năm học, giai đoạn");
    put_catalogues(d);
    put_payers(d);
    put_bad(d);
    return end_page(d);
}

static bool write_provinces(department *d)
{
    size_t commune = 0;
    for (size_t i = 0; d->provinces.n > 1 && i < d->provinces.n; i++) {
        const group *p = &d->provinces.at[i];
        char name[32];
        snprintf(name, sizeof name, "tinh-%zu.html", i + 1);
        if (!begin_page(d, name, p->name.n > 0 ? p->name : KHCT_STR("(không rõ tỉnh)")))
            return false;
        size_t from = commune;
        while (commune < d->communes.n && d->communes.at[commune].first < p->first + p->n)
            commune++;
        put_groups(d, &d->communes, from, commune, "Theo xã", "Xã, phường", false);
        if (!end_page(d))
            return false;
    }
    return true;
}

/* --- schools --- */

/* The numbers that the list of schools shows of each. */
static const char *const SCHOOL_HEADS[] = {"Lỗi",        "Quá hạn",  "Việc",     "Xong",
                                           "Mức",        "Mức sau",  "Phấn đấu", MONEY,
                                           "Không cộng", "Cảnh báo", NULL};
static const khct_summary_cell SCHOOL_CELLS[] = {
    KHCT_SUMMARY_ERRORS,   KHCT_SUMMARY_OVERDUE, KHCT_SUMMARY_TASKS, KHCT_SUMMARY_DONE,
    KHCT_SUMMARY_NOW,      KHCT_SUMMARY_LIFTED,  KHCT_SUMMARY_AIM,   KHCT_SUMMARY_MONEY,
    KHCT_SUMMARY_LEFT_OUT, KHCT_SUMMARY_WARNINGS};

static void put_words(department *d, khct_str words, const char *column)
{
    PUT(d, "<td data-cot=\"", column, "\">", words, "</td>");
}

static void put_school(department *d, size_t at)
{
    const school *s = &d->schools.at[at];
    khct_str address = d->site->page_of(d->site->context, d->arena, s->plan->path);
    PUT(d, "<tr id=\"t", at, "\"><th scope=\"row\">");
    if (address.n > 0)
        PUT(d, "<a href=\"", address, "\">");
    PUT(d, s->plan->name.n > 0 ? s->plan->name : s->plan->path);
    if (address.n > 0)
        PUT(d, "</a>");
    if (!s->counts)
        PUT(d, " <span class=\"dau-hieu canhbao\">không tính: có bản khác</span>");
    PUT(d, "</th>");
    put_words(d, s->commune, "Xã, cấp trên");
    put_words(d, s->cells[KHCT_SUMMARY_TYPES], "Cấp học");
    put_words(d, s->cells[KHCT_SUMMARY_PERIOD], "Giai đoạn");
    for (size_t i = 0; i < sizeof SCHOOL_CELLS / sizeof SCHOOL_CELLS[0]; i++) {
        khct_str digits = s->cells[SCHOOL_CELLS[i]];
        khct_str value = digits.n == 0 ? digits : khct_amount_text(d->arena, sum_of(digits).amount);
        put_cell(d, SCHOOL_HEADS[i], value);
    }
    PUT(d, "</tr>\n");
}

static void put_school_head(department *d)
{
    static const char *const WORDS[] = {"Trường", "Xã, cấp trên", "Cấp học", "Giai đoạn"};
    PUT(d, "<p class=\"timtruong\" hidden><label for=\"tim\">Tìm trường</label><input id=\"tim\" "
           "type=\"search\" autocomplete=\"off\"><span id=\"con\" role=\"status\"></span></p>\n"
           "<div class=\"the\"><table class=\"bang truong xep sapxep\"><thead><tr>");
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++)
        PUT(d, "<th scope=\"col\">", WORDS[i], "</th>");
    put_heads(d, SCHOOL_HEADS);
    PUT(d, "</tr></thead>\n<tbody>\n");
}

static bool write_schools(department *d)
{
    for (size_t from = 0, page = 1; from < d->schools.n; from += PAGE, page++) {
        char name[32];
        snprintf(name, sizeof name, "truong-%zu.html", page);
        khct_str title = KHCT_JOIN(d->arena, "Các trường, trang ", page);
        if (!begin_page(d, name, title))
            return false;
        put_school_head(d);
        for (size_t i = from; i < d->schools.n && i < from + PAGE; i++)
            put_school(d, i);
        PUT(d, "</tbody></table></div>\n");
        if (!end_page(d))
            return false;
    }
    return true;
}

bool khct_department_write(const khct_site *site, const khct_received *received,
                           khct_library *library, khct_date day)
{
    department *d = khct_alloc(received->arena, sizeof *d);
    *d = (department){.site = site,
                      .received = received,
                      .library = library,
                      .arena = received->arena,
                      .day = day};
    d->style = khct_str_cat(d->arena, khct_library_file(library, d->arena, "html/khct.css"),
                            khct_library_file(library, d->arena, "html/nhieu.css"));
    d->script = khct_library_file(library, d->arena, "html/nhieu.js");
    read_all(d);
    add_all(d);
    return write_index(d) && write_provinces(d) && write_schools(d);
}
