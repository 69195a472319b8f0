/* A plan to LaTeX. */
#include "fuzz.h"

#include "emit/latex/latex.h"

static void look(khct_compilation *c)
{
    khct_page *page = khct_page_make(c->work);
    khct_latex_engine(page);
    khct_latex_report(&c->diags, page, c->plan, ~0u);
    khct_latex_places places = {.arena = c->arena};
    for (int i = 0; i < 2; i++) {
        khct_latex_options options = {
            .large = i != 0, .plan = c->plan, .places = i != 0 ? &places : NULL};
        khct_out *out = fuzz_out();
        khct_latex_write(out, c->arena, page, &options);
        khct_str text = fuzz_out_text(out);
        fuzz_utf8(text);
        fuzz_latex(text);
        fuzz_out_free(out);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_plan(bytes, size, look);
    return 0;
}
