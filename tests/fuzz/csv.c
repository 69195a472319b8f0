/* A plan to the table of its tasks. */
#include "fuzz.h"

#include "emit/csv/csv.h"

static void look(khct_compilation *c)
{
    khct_page *page = khct_page_make(c->work);
    for (int i = 0; i < 2; i++) {
        khct_emit_options options = {.bom = i != 0};
        khct_out *out = fuzz_out();
        khct_emit_csv(out, c->work, page, &options);
        khct_str text = fuzz_out_text(out);
        fuzz_utf8(text);
        fuzz_csv(text);
        fuzz_out_free(out);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_plan(bytes, size, look);
    return 0;
}
