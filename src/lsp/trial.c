#include "lsp/trial.h"

#include "lsp/where.h"
#include "text/utf8.h"

typedef struct trial {
    khct_ref_kind kind;
    bool by_name;
    khct_str name, text;
    khct_compilation *compilation;
    size_t found; /* references with just these words */
} trial;

static bool text_of(void *context, const char *path, khct_str *text)
{
    (void)path;
    *text = ((trial *)context)->text;
    return true;
}

/* A character that nobody sees is no part of a name. */
static bool is_all_visible(const khct_compilation *c)
{
    for (size_t i = 0; i < c->diags.list.n; i++)
        if (c->diags.list.at[i]->code == KHCT_KH0002 || c->diags.list.at[i]->code == KHCT_KH0008)
            return false;
    return true;
}

static void count(void *context)
{
    trial *t = context;
    khct_compilation *c = t->compilation;
    if (!is_all_visible(c))
        return;
    khct_refs refs = {0};
    khct_refs_reading reading = khct_refs_begin(c->arena, c, &refs);
    khct_str wanted = khct_nfc(c->arena, t->name);
    const khct_node *node = c->document->files.at[0].tree->top;
    for (; node != NULL; node = khct_node_next(node))
        khct_refs_of(&reading, node);
    for (size_t i = 0; i < refs.n; i++) {
        khct_str words = khct_source_text(&c->sources, refs.at[i].span);
        t->found += refs.at[i].kind == t->kind && refs.at[i].name == t->by_name &&
                    khct_str_eq(khct_nfc(c->arena, words), wanted);
    }
}

/* The plan: `before`, then the name where a role, or an abbreviation, can stand. */
static void write_text(trial *t, khct_out *out)
{
    bool role = t->kind == KHCT_REF_ROLE;
    const char *pieces[] = {
        role && t->by_name ? "vaitro KHCTTHU "
        : role             ? "vaitro "
                           : "viettat ",
        t->by_name ? ";\n" : " Người nào đó;\n",
        role ? ";\n  phoihop Ban nào đó, " : " làm;\n  noidung Giao ",
        role ? ";\n>\n" : " làm;\n>\n",
    };
    KHCT_OUT(out, "dung danhmuc tt18_2018;\ntruong < ten Trường A; cap thcs; >\n", pieces[0],
             t->name, pieces[1],
             role ? "tieuchi 1.1 <\n  chutri " : "tieuchi 1.1 <\n  giaiphap Giao ", t->name,
             pieces[2], t->name, pieces[3]);
}

/* How often it is read as such; SIZE_MAX: no memory. */
static size_t times(khct_server *server, trial t)
{
    khct_out out;
    khct_overlay overlay = {&t, text_of};
    khct_compile_options options = {.overlay = &overlay, .today = KHCT_NO_DATE};
    bool done = false;
    khct_out_to_memory(&out);
    write_text(&t, &out);
    if (khct_out_finish(&out) == 0) {
        t.text = khct_out_text(&out);
        t.compilation = khct_compile(server->library, "ten-moi", &options);
        done = t.compilation != NULL && !t.compilation->no_memory &&
               t.compilation->document->files.n > 0 &&
               khct_compilation_try(t.compilation, count, &t);
        khct_compilation_free(t.compilation);
    }
    khct_out_release(&out);
    return done ? t.found : SIZE_MAX;
}

bool khct_lsp_is_name(khct_server *server, khct_ref_kind kind, bool by_name, khct_str name)
{
    trial t = {.kind = kind, .by_name = by_name, .name = name};
    size_t found = times(server, t);
    t.name = by_name ? KHCT_STR("Người gác rừng") : KHCT_STR("KHCTA");
    size_t good = times(server, t);
    return found != SIZE_MAX && found > 1 && found == good;
}
