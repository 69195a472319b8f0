#include "import/import.h"

#include "import/reclaim.h"
#include "import/understand.h"

/* --- the source that a document carries --- */

static khct_in_reclaimed reclaim(khct_library *library, khct_str bytes,
                                 const khct_in_document *document, bool take)
{
    khct_unzip archive;
    khct_in_carried *carried = khct_alloc(library->arena, sizeof *carried);
    carried->fault = KHCT_MSG0(NONE);
    if (khct_in_kind_of(library->arena, bytes, &archive) == KHCT_IN_DOCX)
        *carried = khct_in_carried_of(library->arena, &archive);
    return khct_in_reclaim(library, carried, document, take);
}

/* What was found, at its places in the files. */
static void report(const khct_in_reclaimed *r, khct_str first, khct_diags *diags)
{
    uint32_t *sources = NULL;
    if (r->files != NULL && r->findings.n > 0)
        sources = khct_alloc_array(diags->arena, r->files->files.n, sizeof *sources);
    for (size_t i = 0; sources != NULL && i < r->files->files.n; i++) {
        const khct_bundled *file = &r->files->files.at[i];
        bool alone = r->taken && r->files->files.n == 1;
        sources[i] = khct_source_add(diags->sources, alone ? first : file->name, file->text);
    }
    KHCT_FOR (f, &r->findings) {
        khct_span span = KHCT_NOWHERE;
        if (f->spot.file != KHCT_NONE && sources != NULL)
            span =
                (khct_span){sources[f->spot.file], (uint32_t)f->spot.begin, (uint32_t)f->spot.end};
        khct_diag *diag = khct_report(diags, f->code, span, f->message);
        if (f->note.id != KHCT_T_NONE)
            khct_diag_note(diag, f->note);
    }
}

/* What the reader said of the document, which is told where it is not understood. */
static void report_reading(const khct_in_document *document, khct_diags *diags)
{
    KHCT_FOR (r, &document->remarks) {
        khct_report(diags, r->code, KHCT_NOWHERE, khct_in_remark_text(diags->arena, r));
    }
}

static void take_files(khct_imported *result, const khct_in_reclaimed *r, khct_arena *arena)
{
    result->n = r->files->files.n == 1;
    result->files = result->n == 1 ? NULL : r->files;
    result->plans = khct_alloc(arena, sizeof *result->plans);
    result->plans[0] =
        (struct khct_imported_plan){.text = r->files->files.at[0].text, .failed = r->left};
}

static void understand(khct_imported *result, khct_library *library, khct_in_document *document,
                       khct_diags *diags, khct_str (*name)(size_t k, void *context), void *context)
{
    khct_in_plans plans = khct_in_understand(library->arena, library, document);
    result->plans = khct_alloc_array(library->arena, plans.n + 1, sizeof *result->plans);
    result->n = plans.n;
    if (plans.n > 1)
        khct_in_remark_on(plans.at[0], KHCT_KH8039,
                          KHCT_MSG(IN_SEVERAL, khct_str_number(library->arena, (long long)plans.n)),
                          NULL);
    for (size_t i = 0; i < plans.n; i++) {
        khct_in_plan *u = plans.at[i];
        result->plans[i].text = khct_sketch_write(library->arena, library->vocabulary, u->top,
                                                  &u->remarks, name(i, context), diags);
        result->plans[i].failed = u->failed;
    }
}

khct_imported khct_import(khct_library *library, khct_str bytes, bool take, khct_diags *diags,
                          khct_str (*name)(size_t k, void *context), void *context)
{
    khct_imported result = {0};
    khct_in_document *document;
    result.fault = khct_in_read(library->arena, bytes, &document);
    if (result.fault.code != KHCT_CODE_COUNT)
        return result;
    khct_in_reclaimed reclaimed = reclaim(library, bytes, document, take);
    if (reclaimed.taken) {
        take_files(&result, &reclaimed, library->arena);
        report_reading(document, diags);
    } else {
        understand(&result, library, document, diags, name, context);
    }
    report(&reclaimed, name(0, context), diags);
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
