#include "report/many.h"

#include "emit/html/text.h"
#include "text/csv.h"
#include "text/json.h"

khct_str khct_fact_of(khct_arena *arena, khct_fact_id id, const khct_many_row *row)
{
    return id == KHCT_FACT_PATH     ? row->path
           : id == KHCT_FACT_STATE  ? row->state
           : id == KHCT_FACT_REASON ? row->reason
           : row->work == NULL      ? KHCT_STR("")
                                    : khct_plan_fact(arena, row->work, id);
}

/* --- CSV --- */

static void csv_begin(khct_out *out, khct_arena *arena, khct_language language)
{
    (void)arena;
    for (const khct_fact *fact = khct_facts; fact->key != NULL; fact++) {
        if (fact != khct_facts)
            khct_out_char(out, ',');
        khct_csv_cell(out, khct_str_of(fact->title[language]));
    }
    khct_out_cstr(out, "\r\n");
}

static void csv_row(khct_out *out, khct_arena *arena, const khct_many_row *row)
{
    for (const khct_fact *fact = khct_facts; fact->key != NULL; fact++) {
        if (fact != khct_facts)
            khct_out_char(out, ',');
        khct_csv_cell(out, khct_fact_of(arena, fact->id, row));
    }
    khct_out_cstr(out, "\r\n");
}

/* --- JSON lines --- */

/* A number of JSON is exact to 2^53; beyond, the digits say it. */
static void write_money(khct_json_writer *w, khct_str digits)
{
    const khct_str most = KHCT_STR("9007199254740991");
    if (digits.n > most.n || (digits.n == most.n && memcmp(digits.p, most.p, most.n) > 0))
        khct_json_null(w);
    else
        khct_json_raw(w, digits);
    khct_json_key_text(w, "chuso", digits);
}

static void jsonl_row(khct_out *out, khct_arena *arena, const khct_many_row *row)
{
    khct_json_writer w = khct_json_writer_of(out, false);
    khct_json_object(&w);
    for (const khct_fact *fact = khct_facts; fact->key != NULL; fact++) {
        khct_str value = khct_fact_of(arena, fact->id, row);
        if (value.n == 0)
            continue;
        khct_json_key(&w, khct_str_of(fact->key));
        if (fact->kind == KHCT_FACT_MONEY)
            write_money(&w, value);
        else if (fact->kind >= KHCT_FACT_NUMBER)
            khct_json_raw(&w, value);
        else
            khct_json_any_text(&w, value);
    }
    khct_json_end_object(&w);
    khct_json_finish(&w);
}

/* --- HTML --- */

static const char STYLE[] =
    ":root{color-scheme:light dark}"
    "body{font:16px/1.4 system-ui,sans-serif;margin:1.5rem}"
    "table{border-collapse:collapse;font-size:.875rem}"
    "th,td{border:1px solid #8888;padding:.35rem .6rem;text-align:left;vertical-align:top}"
    "th{position:sticky;top:0;background:Canvas}"
    ".n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    "tbody tr:nth-child(even){background:#8881}";

static void html_begin(khct_out *out, khct_arena *arena, khct_language language)
{
    const char *title =
        language == KHCT_VI ? "Các kế hoạch cải tiến chất lượng" : "Quality-improvement plans";
    KHCT_OUT(out, "<!DOCTYPE html>\n<html lang=\"", language == KHCT_VI ? "vi" : "en",
             "\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src ");
    khct_html_digest(out, arena, khct_str_of(STYLE));
    KHCT_OUT(out, "\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<style>", STYLE,
             "</style>\n<title>", title, "</title>\n</head>\n<body>\n<h1>", title,
             "</h1>\n<table>\n<thead>\n<tr>");
    for (const khct_fact *fact = khct_facts; fact->key != NULL; fact++) {
        khct_out_cstr(out, "<th scope=\"col\">");
        khct_html_text(out, khct_str_of(fact->title[language]));
        khct_out_cstr(out, "</th>");
    }
    khct_out_cstr(out, "</tr>\n</thead>\n<tbody>\n");
}

static void html_row(khct_out *out, khct_arena *arena, const khct_many_row *row)
{
    khct_out_cstr(out, "<tr>");
    for (const khct_fact *fact = khct_facts; fact->key != NULL; fact++) {
        khct_out_cstr(out, fact->kind >= KHCT_FACT_NUMBER ? "<td class=\"n\">" : "<td>");
        khct_html_text(out, khct_fact_of(arena, fact->id, row));
        khct_out_cstr(out, "</td>");
    }
    khct_out_cstr(out, "</tr>\n");
}

static void html_end(khct_out *out)
{
    khct_out_cstr(out, "</tbody>\n</table>\n</body>\n</html>\n");
}

const khct_many_form khct_many_forms[] = {
    {"csv", csv_begin, csv_row, NULL},
    {"jsonl", NULL, jsonl_row, NULL},
    {"html", html_begin, html_row, html_end},
    {NULL, NULL, NULL, NULL},
};
