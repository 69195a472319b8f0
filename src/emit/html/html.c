#include "emit/html/html.h"

#include "emit/html/build.h"

static void put_meta(khct_html *h, const char *name, khct_str content)
{
    if (content.n == 0)
        return;
    PUT(h, "<meta name=\"", name, "\" content=\"", content, "\">\n");
}

static void put_head(khct_html *h)
{
    khct_html_head(h->out, h->arena, h->style, KHCT_STR(""), h->script);
    put_meta(h, "author", h->page->author);
    put_meta(h, "description", h->page->about);
    PUT(h, "<title>", h->page->title);
    if (h->page->author.n > 0)
        PUT(h, " – ", h->page->author);
    PUT(h, "</title>\n<style>");
    khct_out_str(h->out, h->style);
    PUT(h, "</style>\n</head>\n");
}

/* "Trường … · 05/KH-THCSTS · 14/10/2024" */
static void put_byline(khct_html *h)
{
    const khct_plan *plan = h->plan;
    bool school = plan->school.name.n > 0, number = plan->heading.number.words.n > 0;
    PUT(h, "<small>", plan->school.name);
    if (number)
        PUT(h, school ? " · " : "", h->page->number);
    if (plan->heading.date.date != KHCT_NO_DATE) {
        PUT(h, school || number ? " · " : "");
        khct_html_date(h, plan->heading.date.date);
    }
    PUT(h, "</small>");
}

static void put_top(khct_html *h)
{
    PUT(h,
        "<body>\n<a class=\"nhay\" href=\"#tongquan\">Đến nội dung</a>\n"
        "<header class=\"thanhdau\">\n<h1>",
        h->page->title);
    put_byline(h);
    PUT(h, "</h1>\n<nav class=\"mat\" aria-label=\"Hai mặt của kế hoạch\">"
           "<a href=\"#tongquan\">Tổng quan</a><a href=\"#vanban\">Văn bản</a></nav>\n"
           "<button class=\"nut can-js\" id=\"in\" type=\"button\" hidden>In</button>\n"
           "</header>\n<main>\n");
}

void khct_emit_html(khct_out *out, const khct_work *work, const khct_page *page,
                    const khct_emit_options *options)
{
    khct_html *h = khct_alloc(work->plan->arena, sizeof *h);
    *h = (khct_html){.out = out,
                     .work = work,
                     .plan = work->plan,
                     .page = page,
                     .options = options,
                     .arena = work->plan->arena};
    h->style = khct_library_file(work->plan->library, work->plan->arena, "html/khct.css");
    h->script = khct_library_file(work->plan->library, work->plan->arena, "html/khct.js");
    khct_html_survey(h);
    put_head(h);
    put_top(h);
    khct_html_overview(h);
    khct_html_document(h);
    KHCT_HTML(out, "</main>\n<script>");
    khct_out_str(out, h->script);
    KHCT_HTML(out, "</script>\n</body>\n</html>\n");
}
