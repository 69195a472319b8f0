/* khct report: many plans together, one row each. */
#include "main/inputs.h"

#include "report/many.h"

#include <string.h>
#include <unistd.h>

typedef struct reporting {
    const khct_many_form *form;
    khct_inputs inputs;
} reporting;

typedef struct putting {
    khct_compilation *compilation;
    khct_io *io;
    const khct_many_form *form;
} putting;

static khct_str reason_of(const khct_compilation *c, khct_state state, khct_language language)
{
    for (size_t i = 0; state != KHCT_STATE_OK && i < c->diags.list.n; i++)
        if (c->diags.list.at[i]->severity <= KHCT_SIGNED && c->diags.list.at[i]->accepted.p == NULL)
            return khct_message_text(c->arena, c->diags.list.at[i]->message, language);
    return KHCT_STR("");
}

static void put_row(void *context)
{
    putting *p = context;
    khct_compilation *c = p->compilation;
    khct_state state = khct_state_of(c, p->io->common);
    bool plan = state == KHCT_STATE_OK || state == KHCT_STATE_ERRORS;
    khct_many_row r = {.path = khct_str_of(c->path),
                       .state = khct_str_of(khct_state_key(state)),
                       .work = plan ? c->work : NULL};
    if (state != KHCT_STATE_PART)
        r.reason = reason_of(c, state, p->io->common->style.language);
    p->form->row(p->io->out, c->arena, &r);
}

/* Every input has its row, whatever is in it; what is no plan is told of too. */
static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    const reporting *r = context;
    putting p = {compilation, io, r->form};
    if (compilation->no_memory || !khct_compilation_try(compilation, put_row, &p)) {
        compilation->no_memory = true;
        return khct_say_diags(compilation, io);
    }
    khct_state state = khct_state_of(compilation, io->common);
    if (state == KHCT_STATE_PART)
        return KHCT_EXIT_FINE;
    if (state == KHCT_STATE_NO_PLAN || state == KHCT_STATE_UNREADABLE)
        khct_say_first(compilation, io);
    return khct_plan_status(compilation);
}

static bool take(khct_option_id option, const char *value, void *context)
{
    reporting *r = context;
    if (option != KHCT_OPT_TABLE)
        return khct_inputs_option(&r->inputs, option, value);
    for (r->form = khct_many_forms(); r->form->name != NULL && strcmp(r->form->name, value) != 0;
         r->form++)
        continue;
    return r->form->name != NULL;
}

typedef struct beginning {
    const khct_many_form *form;
    khct_out *out;
    khct_arena *arena;
    khct_language language;
} beginning;

static void begin(void *context)
{
    beginning *b = context;
    b->form->begin(b->out, b->arena, b->language);
}

static int run(reporting *r, khct_common *common)
{
    khct_out out;
    khct_out_to_screen(&out, STDOUT_FILENO);
    beginning b = {r->form, &out, khct_arena_new(), common->style.language};
    bool begun = r->form->begin == NULL || (b.arena != NULL && khct_try(b.arena, begin, &b));
    khct_arena_free(b.arena);
    if (!begun) {
        khct_complain(common, NULL, KHCT_KH9003, KHCT_MSG0(MEMORY));
        return KHCT_EXIT_SYSTEM;
    }
    int status = khct_finish_output(&out, common, KHCT_EXIT_FINE);
    if (status == KHCT_EXIT_FINE)
        status = khct_each_plan(r->inputs.at, (int)r->inputs.n, common, visit, r);
    if (r->form->end != NULL)
        r->form->end(&out);
    return khct_finish_output(&out, common, status);
}

int khct_main_report(int argc, char **argv, khct_common *common)
{
    reporting r = {.form = khct_many_forms()};
    int status = khct_take_options(argc, argv, common, take, &r);
    if (status < 0)
        status = khct_inputs_gather(&r.inputs, argv + optind, argc - optind, common);
    if (status >= 0)
        return status;
    common->inputs = &r.inputs;
    status = run(&r, common);
    khct_inputs_free(&r.inputs);
    return status;
}
