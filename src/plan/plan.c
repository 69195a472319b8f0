#include "plan/plan.h"

#include "plan/build.h"

khct_plan *khct_plan_make(khct_library *library, khct_document *document, khct_str path)
{
    khct_diags *diags = document->diags;
    khct_plan *plan = khct_alloc(diags->arena, sizeof *plan);
    plan->arena = diags->arena;
    plan->library = library;
    plan->document = document;
    plan->diags = diags;
    plan->path = path;
    plan->reader = khct_reader_of(diags, library->lexicon);
    plan->values = khct_values_new(&plan->reader, library->vocabulary, &plan->heading.period,
                                   &plan->role_names);
    /* what names a thing goes before what uses it */
    khct_build_document(plan);
    khct_build_uses(plan);
    khct_build_names(plan);
    khct_build_basis(plan);
    khct_build_results(plan);
    khct_build_improvements(plan);
    khct_build_sections(plan);
    khct_build_end(plan);
    khct_values_close(plan->values);
    return plan;
}
