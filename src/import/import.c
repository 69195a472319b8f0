#include "import/import.h"

#include "import/understand.h"

khct_imported khct_import(khct_library *library, khct_str bytes, khct_diags *diags,
                          khct_str (*name)(size_t k, void *context), void *context)
{
    khct_imported result = {0};
    khct_in_document *document;
    result.fault = khct_in_read(library->arena, bytes, &document);
    if (result.fault.code != KHCT_CODE_COUNT)
        return result;
    khct_in_plans plans = khct_in_understand(library->arena, library, document);
    result.plans = khct_alloc_array(library->arena, plans.n + 1, sizeof *result.plans);
    result.n = plans.n;
    if (plans.n > 1)
        khct_in_remark_on(plans.at[0], KHCT_KH8039,
                          KHCT_MSG(IN_SEVERAL, khct_str_number(library->arena, (long long)plans.n)),
                          NULL);
    for (size_t i = 0; i < plans.n; i++) {
        khct_in_plan *u = plans.at[i];
        result.plans[i].text = khct_sketch_write(library->arena, library->vocabulary, u->top,
                                                 &u->remarks, name(i, context), diags);
        result.plans[i].failed = u->failed;
    }
    khct_diags_sort(diags);
    return result;
}
