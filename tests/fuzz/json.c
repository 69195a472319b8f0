/* A plan to JSON, in each of its forms, and back to the language. */
#include "fuzz.h"

#include "diag/json.h"
#include "diag/sarif.h"
#include "emit/json/json.h"
#include "emit/khct/khct.h"

static khct_str said; /* by the plan that is read again */

static void look_again(khct_compilation *c)
{
    khct_out *out = fuzz_said(c->plan);
    fuzz_require(khct_str_eq(fuzz_out_text(out), said),
                 "a plan written in the language says the same");
    fuzz_out_free(out);
}

static void write_json(const khct_compilation *c, const khct_page *page)
{
    for (unsigned i = 0; i < 4; i++) {
        khct_emit_options options = {.pretty = (i & 1) != 0, .places = (i & 2) != 0};
        khct_out *out = fuzz_out();
        khct_emit_json(out, c->work, page, &options);
        fuzz_utf8(fuzz_out_text(out));
        fuzz_json(fuzz_out_text(out));
        fuzz_out_free(out);
    }
}

static void write_diags(const khct_compilation *c)
{
    khct_out *out = fuzz_out();
    khct_json_diags(out, &c->diags, KHCT_STR("0.khct"));
    fuzz_json(fuzz_out_text(out));
    fuzz_out_free(out);
    out = fuzz_out();
    khct_sarif_begin(out, "1", KHCT_VI);
    khct_sarif_results(out, &c->diags, KHCT_STR("0.khct"), KHCT_VI);
    khct_sarif_end(out);
    fuzz_json(fuzz_out_text(out));
    fuzz_out_free(out);
}

/* Only of a plan without errors is anything written. */
static void write_back(const khct_compilation *c, const khct_page *page)
{
    khct_out *out = fuzz_out(), *json = fuzz_said(c->plan);
    khct_emit_options options = {.pretty = false};
    khct_emit_khct(out, c->work, page, &options);
    fuzz_require(out->error == 0, "what is written as JSON is read");
    said = fuzz_out_text(json);
    khct_str text = fuzz_out_text(out);
    fuzz_plan((const uint8_t *)text.p, text.n, look_again);
    fuzz_out_free(json);
    fuzz_out_free(out);
}

static void look(khct_compilation *c)
{
    const khct_page *page = khct_page_make(c->work);
    khct_diags_settle(&c->diags);
    write_json(c, page);
    write_diags(c);
    if (!khct_diags_failed(&c->diags))
        write_back(c, page);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_plan(bytes, size, look);
    return 0;
}
