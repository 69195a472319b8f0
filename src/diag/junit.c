#include "diag/junit.h"

#include "diag/json.h"
#include "text/xml.h"

typedef struct writing {
    khct_out *out;
    const khct_diags *diags;
    khct_str path;
    khct_language language;
} writing;

static void put_attribute(khct_out *out, const char *name, khct_str value)
{
    KHCT_OUT(out, " ", name, "=\"");
    khct_xml_text(out, value);
    khct_out_char(out, '"');
}

static bool fails(const khct_diag *diag)
{
    return diag->accepted.p == NULL &&
           (diag->severity == KHCT_ERROR || diag->severity == KHCT_SIGNED);
}

/* "KH2003 ke-hoach.khct:31:13" */
static khct_str name_of(const writing *w, const khct_diag *diag)
{
    khct_arena *arena = w->diags->arena;
    const char *code = khct_code_at(diag->code)->name;
    if (diag->span.source == KHCT_NO_SOURCE)
        return khct_str_of(code);
    const khct_sources *sources = w->diags->sources;
    khct_position at = khct_source_position(sources, diag->span.source, diag->span.begin);
    return KHCT_JOIN(arena, code, " ", khct_source_at(sources, diag->span)->name, ":", at.line, ":",
                     at.column);
}

static void put_case(const writing *w, const khct_diag *diag)
{
    khct_str message = khct_message_text(w->diags->arena, diag->message, w->language);
    khct_out_cstr(w->out, "  <testcase");
    put_attribute(w->out, "classname", w->path);
    put_attribute(w->out, "name", name_of(w, diag));
    if (fails(diag)) {
        khct_out_cstr(w->out, "><failure");
        put_attribute(w->out, "type", khct_str_of(khct_severity_name(diag->severity)));
        put_attribute(w->out, "message", message);
        khct_out_cstr(w->out, "/></testcase>\n");
        return;
    }
    khct_out_cstr(w->out, "><system-out>");
    khct_xml_text(w->out, message);
    khct_out_cstr(w->out, "</system-out></testcase>\n");
}

void khct_junit_suite(khct_out *out, const khct_diags *diags, khct_str path, khct_language language)
{
    writing w = {out, diags, path, language};
    size_t n = diags->list.n, failures = 0;
    for (size_t i = 0; i < n; i++)
        failures += fails(diags->list.at[i]);
    khct_out_cstr(out, " <testsuite");
    put_attribute(out, "name", path);
    khct_out_format(out, " tests=\"%zu\" failures=\"%zu\">\n", n > 0 ? n : 1, failures);
    for (size_t i = 0; i < n; i++)
        put_case(&w, diags->list.at[i]);
    if (n == 0) {
        khct_out_cstr(out, "  <testcase");
        put_attribute(out, "classname", path);
        khct_out_cstr(out, " name=\"khct\"/>\n");
    }
    khct_out_cstr(out, " </testsuite>\n");
}
