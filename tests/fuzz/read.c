/* A plan in JSON: it is refused with a message, or it is a plan. What is no object is a plan in the
 * language, which is written as JSON and then read. */
#include "fuzz.h"

static khct_str said; /* by the plan that is read again; .p NULL: not by any */

static void look_again(khct_compilation *c)
{
    khct_out *out = fuzz_said(c->plan);
    fuzz_json(fuzz_out_text(out));
    fuzz_require(said.p == NULL || khct_str_eq(fuzz_out_text(out), said),
                 "a plan read from JSON says the same");
    fuzz_out_free(out);
}

/* Read from the JSON that it is written as, it is the same plan. */
static void look(khct_compilation *c)
{
    if (khct_diags_failed(&c->diags))
        return;
    khct_out *json = fuzz_said(c->plan);
    khct_str before = said;
    said = fuzz_out_text(json);
    fuzz_plan_in_json(said, look_again);
    said = before;
    fuzz_out_free(json);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    khct_str text = {(const char *)bytes, size};
    if (size > 0 && text.p[0] == '{')
        fuzz_plan_in_json(text, look);
    else
        fuzz_plan(bytes, size, look);
    return 0;
}
