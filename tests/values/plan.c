/* A plan around one value: people need the library's roles, citations its documents. */
#include "values.h"

#include "check/check.h"
#include "work/work.h"

static const char HEAD[] = "dung danhmuc tt57_2026_phothong;\n"
                           "truong < ten Trường THCS Hoa Sen; cap thcs; diadanh An Bình; >\n"
                           "kehoach < so 14/KH-THCSHS; ngay 15/8/2030; namhoc 2030-2031;\n"
                           "  trichyeu Cải tiến chất lượng giáo dục; >\n";

static khct_library *library(void)
{
    static khct_library *made; /* for the whole run */
    if (made == NULL)
        made = khct_library_new(NULL);
    assert_non_null(made);
    return made;
}

static khct_str escaped(khct_arena *arena, khct_str text)
{
    char *out = khct_alloc_bytes(arena, 2 * text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (strchr(";<>#\"\\", text.p[i]) != NULL)
            out[n++] = '\\';
        out[n++] = text.p[i];
    }
    return (khct_str){out, n};
}

/* What is said of the value itself, but not that a document is old or for other schools. */
static void keep_said(desk *d, const khct_diags *said, khct_span value)
{
    for (size_t i = 0; i < said->list.n; i++) {
        khct_diag *diag = said->list.at[i];
        const char *number = khct_code_at(diag->code)->number;
        bool here = diag->span.source == value.source && diag->span.begin >= value.begin &&
                    diag->span.end <= value.end;
        if (here && (number[0] == '4' || number[0] == '5') && strcmp(number, "4002") != 0 &&
            strcmp(number, "4003") != 0 && strcmp(number, "4020") != 0)
            khct_push(d->arena, &d->diags.list) = diag;
    }
}

const khct_plan *values_plan(desk *d, khct_span span, const char *before, const char *behind)
{
    khct_arena *a = d->arena;
    khct_diags *diags = khct_alloc(a, sizeof *diags);
    khct_str value = escaped(a, khct_source_text(&d->sources, span));
    khct_str lead = khct_str_cat(a, khct_str_of(HEAD), khct_str_of(before));
    khct_str text = khct_str_join(a, (khct_str[]){lead, value, khct_str_of(behind)}, 3);
    diags->arena = a;
    diags->sources = &d->sources;
    khct_loader loader = {.diags = diags, .vocabulary = library()->vocabulary};
    khct_document *document = khct_load_text(&loader, KHCT_STR("t.khct"), text, false);
    khct_plan *plan = khct_plan_make(library(), document, KHCT_STR("t.khct"));
    khct_check_plan(plan, khct_work_make(plan, KHCT_NO_DATE));
    uint32_t source = document->files.at[0].tree->source;
    keep_said(d, diags, (khct_span){source, (uint32_t)lead.n, (uint32_t)(lead.n + value.n)});
    return plan;
}
