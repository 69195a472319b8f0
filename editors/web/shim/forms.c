/* What the forms of the page know: the tree of a plan with its places, its catalogue and roles; and
 * the vocabulary, catalogues and templates of the library. */
#include "web.h"

#include "compile/compile.h"
#include "emit/json/shape.h"
#include "text/json.h"

#include <unistd.h>

#define KHCT_PLACE(block, keyword, how, type, times, opens) #type,
static const char *const TYPES[] = {
#include "keywords.def"
};

/* --- the library --- */

static void write_keywords(khct_json_writer *w)
{
    khct_json_key(w, KHCT_STR("tu"));
    khct_json_object(w);
    for (khct_keyword k = 0; k < KHCT_KEYWORD_NONE; k++) {
        const khct_keyword_row *row = khct_keyword_at(k);
        khct_json_key(w, khct_str_of(row->unmarked));
        khct_json_row(w);
        khct_json_cstr(w, row->marked);
        khct_json_cstr(w, row->help[KHCT_VI]);
        khct_json_end_row(w);
    }
    khct_json_end_object(w);
}

static void write_place(khct_json_writer *w, const khct_place *place, const char *type)
{
    khct_json_object(w);
    khct_json_key_cstr(w, "tu", khct_keyword_at(place->keyword)->unmarked);
    khct_json_key_cstr(w, "kieu", type);
    khct_json_key_int(w, "nhieu", place->times == KHCT_MANY);
    khct_json_key_cstr(w, "mo",
                       place->how == KHCT_DECLARATION ? khct_json_block_name(place->opens) : "");
    khct_json_end_object(w);
}

static void write_blocks(khct_json_writer *w)
{
    size_t count;
    const khct_place *all = khct_places(&count);
    khct_json_key(w, KHCT_STR("khoi"));
    khct_json_object(w);
    for (khct_block b = 0; b < KHCT_B_UNKNOWN; b++) {
        khct_json_key(w, khct_str_of(khct_json_block_name(b)));
        khct_json_object(w);
        khct_json_key_cstr(w, "tu", khct_keyword_at(khct_block_at(b)->keyword)->unmarked);
        khct_json_key_cstr(w, "dau", khct_block_at(b)->heading);
        khct_json_key(w, KHCT_STR("muc"));
        khct_json_list(w);
        for (size_t i = 0; i < count; i++)
            if (all[i].block == b)
                write_place(w, &all[i], TYPES[i]);
        khct_json_end_list(w);
        khct_json_end_object(w);
    }
    khct_json_end_object(w);
}

static void write_types(khct_json_writer *w, khct_school_types types)
{
    khct_json_key(w, KHCT_STR("cap"));
    khct_json_row(w);
    for (const khct_school_type_row *row = khct_school_type_rows(); row->bit != 0; row++)
        if (types == 0 || (types & row->bit))
            khct_json_cstr(w, khct_keyword_at(row->keyword)->unmarked);
    khct_json_end_row(w);
}

static void write_forms(khct_json_writer *w, khct_library *library)
{
    khct_strs ids = khct_library_list(library, library->arena, "mau");
    khct_json_key(w, KHCT_STR("mau"));
    khct_json_list(w);
    for (size_t i = 0; i < ids.n; i++) {
        const khct_template *form = khct_library_template(library, ids.at[i]);
        if (form == NULL)
            continue;
        khct_json_object(w);
        khct_json_key_text(w, "id", form->id);
        khct_json_key_text(w, "ten", form->name);
        khct_school_types types = 0;
        khct_json_key(w, KHCT_STR("danhmuc"));
        khct_json_row(w);
        for (size_t c = 0; c < form->catalogues.n; c++) {
            const khct_catalogue *catalogue =
                khct_library_catalogue(library, form->catalogues.at[c]);
            types |= catalogue == NULL ? 0 : catalogue->types;
            khct_json_text(w, form->catalogues.at[c]);
        }
        khct_json_end_row(w);
        write_types(w, form->types != 0 ? form->types : types);
        khct_json_end_object(w);
    }
    khct_json_end_list(w);
}

typedef struct writing {
    khct_library *library;
    khct_compilation *compilation;
    khct_json_writer *w;
} writing;

static void write_library(void *context)
{
    writing *l = context;
    khct_json_object(l->w);
    write_keywords(l->w);
    write_blocks(l->w);
    write_forms(l->w, l->library);
    khct_json_end_object(l->w);
}

/* --- a plan --- */

static void write_span(khct_json_writer *w, const char *key, khct_span span)
{
    khct_json_key(w, khct_str_of(key));
    khct_json_row(w);
    khct_json_int(w, span.begin);
    khct_json_int(w, span.end);
    khct_json_end_row(w);
}

static void write_node(khct_json_writer *w, const khct_node *node)
{
    khct_json_object(w);
    khct_json_key_cstr(w, "tu", khct_keyword_at(node->keyword)->unmarked);
    khct_json_key_int(w, "co", node->flags);
    write_span(w, "cho", node->span);
    write_span(w, "khoa", node->key);
    write_span(w, "loi", node->value);
    if (node->flags & KHCT_NODE_BLOCK) {
        khct_json_key_cstr(w, "khoi", khct_json_block_name(node->opens));
        khct_json_key_int(w, "mo", node->open);
        khct_json_key(w, KHCT_STR("trong"));
        khct_json_list(w);
        for (const khct_node *child = node->first; child != NULL; child = child->next)
            write_node(w, child);
        khct_json_end_list(w);
    }
    khct_json_end_object(w);
}

static void write_criterion(khct_json_writer *w, const khct_plan *plan, const khct_criterion *c)
{
    const khct_result *result = khct_plan_result(plan, c->id);
    khct_json_object(w);
    khct_json_key_text(w, "ma", c->code);
    khct_json_key_text(w, "ten", c->title);
    khct_json_key_int(w, "chuan", plan->catalogue->standards.at[c->standard].number);
    khct_json_key_int(w, "muc", c->levels);
    khct_json_key_int(w, "hien", result == NULL ? -1 : (int)result->level);
    khct_json_end_object(w);
}

static void write_catalogue(khct_json_writer *w, const khct_plan *plan)
{
    const khct_catalogue *c = plan->catalogue;
    khct_json_key_text(w, "danhmuc", c->name);
    khct_json_key(w, KHCT_STR("chuan"));
    khct_json_list(w);
    for (size_t i = 0; i < c->standards.n; i++) {
        khct_json_object(w);
        khct_json_key_int(w, "so", c->standards.at[i].number);
        khct_json_key_text(w, "ten", c->standards.at[i].title);
        khct_json_end_object(w);
    }
    khct_json_end_list(w);
    khct_json_key(w, KHCT_STR("tieuchi"));
    khct_json_list(w);
    for (size_t i = 0; i < c->criteria.n; i++)
        write_criterion(w, plan, &c->criteria.at[i]);
    khct_json_end_list(w);
}

static void write_roles(khct_json_writer *w, const khct_plan *plan)
{
    khct_json_key(w, KHCT_STR("vaitro"));
    khct_json_list(w);
    for (size_t i = 0; i < plan->roles.n; i++)
        khct_json_text(w, plan->roles.at[i].name);
    khct_json_end_list(w);
}

static void write_plan(void *context)
{
    writing *p = context;
    const khct_compilation *c = p->compilation;
    khct_json_object(p->w);
    khct_json_key(p->w, KHCT_STR("cay"));
    khct_json_list(p->w);
    for (size_t i = 0; i < c->document->files.n; i++) {
        const khct_file *file = &c->document->files.at[i];
        khct_json_object(p->w);
        khct_json_key(p->w, KHCT_STR("tep"));
        khct_json_any_text(p->w, file->path);
        khct_json_key(p->w, KHCT_STR("trong"));
        khct_json_list(p->w);
        for (const khct_node *node = file->tree->top->first; node != NULL; node = node->next)
            write_node(p->w, node);
        khct_json_end_list(p->w);
        khct_json_end_object(p->w);
    }
    khct_json_end_list(p->w);
    if (c->plan != NULL && c->plan->catalogue != NULL)
        write_catalogue(p->w, c->plan);
    if (c->plan != NULL)
        write_roles(p->w, c->plan);
    khct_json_end_object(p->w);
}

/* --- the doors --- */

static int finish(khct_out *out, bool done)
{
    return done && khct_out_finish(out) == 0;
}

KHCT_WEB_DOOR("khct_web_library") int khct_web_library(void)
{
    khct_out out;
    khct_out_to_fd(&out, STDOUT_FILENO);
    khct_json_writer w = khct_json_writer_of(&out, false);
    writing l = {.library = khct_library_new(NULL), .w = &w};
    return l.library != NULL && finish(&out, khct_try(l.library->arena, write_library, &l));
}

KHCT_WEB_DOOR("khct_web_forms") int khct_web_forms(const char *path)
{
    static const uint8_t switches[KHCT_CODE_COUNT];
    const khct_compile_options options = {.switches = switches, .today = KHCT_NO_DATE};
    khct_out out;
    khct_out_to_fd(&out, STDOUT_FILENO);
    khct_json_writer w = khct_json_writer_of(&out, false);
    writing p = {.library = khct_library_new(NULL), .w = &w};
    p.compilation = p.library == NULL ? NULL : khct_compile(p.library, path, &options);
    return p.compilation != NULL && p.compilation->document != NULL &&
           finish(&out, khct_compilation_try(p.compilation, write_plan, &p));
}
