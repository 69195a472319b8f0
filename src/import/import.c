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
    khct_diags_settle(diags);
    return result;
}

/* --- pasted tables --- */

/* Does the plan say more than which form and whose it is? */
static bool has_table(const khct_in_plan *u)
{
    for (size_t i = 0; i < u->lines.n; i++) {
        const khct_in_sheet *sheet = u->lines.at[i].sheet;
        if (sheet != NULL && sheet->form != KHCT_IN_FORM_NONE &&
            sheet->form != KHCT_IN_FORM_DERIVED)
            return true;
    }
    return false;
}

/* Without what a plan has around its tables. */
static void keep_blocks(khct_sketch *top)
{
    size_t n = 0;
    for (size_t i = 0; i < top->children.n; i++) {
        khct_sketch *d = top->children.at[i];
        bool frame = d->kind != KHCT_SKETCH_COMMENT &&
                     (d->keyword == KHCT_K_DUNG || d->keyword == KHCT_K_TRUONG ||
                      d->keyword == KHCT_K_KEHOACH);
        if (!frame)
            top->children.at[n++] = d;
    }
    top->children.n = n;
}

khct_str khct_import_pasted(khct_arena *arena, khct_library *library, khct_str text)
{
    khct_in_document *document = khct_in_read_pasted(arena, text);
    khct_in_plan *u = khct_in_understand(arena, library, document).at[0];
    if (!has_table(u))
        return (khct_str){NULL, 0};
    khct_sources sources = {.arena = arena};
    khct_diags diags = {.arena = arena, .sources = &sources};
    khct_sketch_remarks none = {0};
    keep_blocks(u->top);
    return khct_sketch_write(arena, library->vocabulary, u->top, &none, KHCT_STR(""), &diags);
}
