#include "fuzz.h"

#include "emit/json/json.h"
#include "emit/khct/khct.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_FILES = 16 };

typedef struct files {
    khct_str at[MOST_FILES];
    size_t n;
} files;

/* Cuts the input at lines "%%%". */
static files cut(khct_str text)
{
    files f = {.n = 0};
    khct_str mark = KHCT_STR("\n%%%\n");
    while (f.n + 1 < MOST_FILES) {
        size_t at = khct_str_find(text, mark);
        f.at[f.n++] = khct_str_sub(text, 0, at);
        if (at == text.n)
            return f;
        text = khct_str_sub(text, at + mark.n, text.n);
    }
    f.at[f.n++] = text;
    return f;
}

static bool text_of(void *context, const char *path, khct_str *text)
{
    const files *f = context;
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    char *end;
    unsigned long i = strtoul(name, &end, 10);
    if (end == name || strcmp(end, ".khct") != 0 || i >= f->n)
        return false;
    *text = f->at[i];
    return true;
}

typedef struct looking {
    khct_compilation *compilation;
    void (*look)(khct_compilation *compilation);
    bool text; /* the input is UTF-8 */
} looking;

static void look_at(void *context)
{
    looking *l = context;
    khct_compilation *c = l->compilation;
    for (size_t i = 0; i < c->document->files.n; i++)
        fuzz_tree(&c->sources, c->document->files.at[i].tree);
    fuzz_diags(&c->diags);
    if (c->plan == NULL || khct_diags_failed(&c->diags))
        fuzz_require(c->diags.list.n > 0, "where there is no output there is a message");
    if (c->plan == NULL)
        return;
    khct_page_make(c->work);
    if (l->text)
        l->look(c);
}

static void compile(const uint8_t *bytes, size_t size, const khct_conversion *conversion,
                    void (*look)(khct_compilation *compilation))
{
    static char here[PATH_MAX];
    /* as in -j and the language server: one for many plans, read anew at times */
    khct_library *library = fuzz_library(1000);
    fuzz_require(library != NULL && (here[0] != '\0' || getcwd(here, sizeof here) != NULL),
                 "memory");
    files f = cut((khct_str){(const char *)bytes, size});
    khct_overlay overlay = {&f, text_of};
    khct_compile_options options = {.root = here,
                                    .overlay = &overlay,
                                    .conversion = conversion,
                                    .today = khct_date_of(2024, 3, 1),
                                    .name = "0.khct"};
    khct_compilation *c = khct_compile(library, "0.khct", &options);
    fuzz_require(c != NULL && !c->no_memory, "memory");
    looking l = {c, look, fuzz_is_text((khct_str){(const char *)bytes, size})};
    fuzz_require(khct_compilation_try(c, look_at, &l), "memory");
    khct_compilation_free(c);
}

void fuzz_plan(const uint8_t *bytes, size_t size, void (*look)(khct_compilation *compilation))
{
    compile(bytes, size, NULL, look);
}

void fuzz_plan_in_json(khct_str json, void (*look)(khct_compilation *compilation))
{
    static const khct_conversion JSON = {khct_from_json};
    compile((const uint8_t *)json.p, json.n, &JSON, look);
}

khct_out *fuzz_said(const khct_plan *plan)
{
    khct_out *out = fuzz_out();
    khct_emit_json_source(out, plan);
    return out;
}
