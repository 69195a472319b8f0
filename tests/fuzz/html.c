/* A plan to its page. */
#include "fuzz.h"

#include "emit/html/html.h"

static void look(khct_compilation *c)
{
    khct_page *page = khct_page_make(c->plan);
    khct_diags_sort(&c->diags);
    for (int i = 0; i < 2; i++) {
        khct_emit_options options = {.today = i == 0 ? KHCT_NO_DATE : khct_date_of(2024, 3, 1),
                                     .language = i == 0 ? KHCT_VI : KHCT_EN};
        khct_out *out = fuzz_out();
        khct_emit_html(out, c->plan, page, &options);
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
