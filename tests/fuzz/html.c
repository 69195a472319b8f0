/* A plan to its page. */
#include "fuzz.h"

#include "emit/html/html.h"

static void look(khct_compilation *c)
{
    khct_page *page = khct_page_make(c->work);
    khct_diags_settle(&c->diags);
    for (int i = 0; i < 2; i++) {
        khct_emit_options options = {.language = i == 0 ? KHCT_VI : KHCT_EN};
        khct_out *out = fuzz_out();
        const khct_work *work = i == 0 ? c->work : khct_work_make(c->plan, KHCT_NO_DATE);
        khct_emit_html(out, work, page, &options);
        khct_str text = fuzz_out_text(out);
        fuzz_utf8(text);
        fuzz_html(text);
        fuzz_out_free(out);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_plan(bytes, size, look);
    return 0;
}
