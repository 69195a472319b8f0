/* khct diff: what changed from one plan to another. */
#include "main/main.h"

#include "report/diff.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct comparing {
    khct_compilation *old, *new;
    khct_changes changes;
    khct_out *out;
    const khct_common *common;
} comparing;

static void put_words(khct_out *out, const char *sign, khct_str words)
{
    if (words.p == NULL)
        return;
    khct_out_cstr(out, sign);
    khct_out_terminal(out, words);
    khct_out_char(out, '\n');
}

static void compare(void *context)
{
    comparing *c = context;
    c->changes = khct_diff_make(c->new->arena, c->old->plan, c->new->plan);
    for (size_t i = 0; i < c->changes.n; i++) {
        const khct_change *change = &c->changes.at[i];
        khct_out_terminal(c->out, change->where);
        khct_out_char(c->out, '\n');
        put_words(c->out, "  - ", change->old);
        put_words(c->out, "  + ", change->new);
    }
    if (c->changes.n == 0 && !c->common->quiet)
        khct_out_cstr(c->out, c->common->style.language == KHCT_VI
                                  ? "Hai kế hoạch không khác nhau.\n"
                                  : "The two plans do not differ.\n");
}

/* Only what forbids reading a plan is said; its other remarks are not the question here. */
static int readable(khct_compilation *compilation, khct_io *io)
{
    khct_common quiet = *io->common;
    quiet.quiet = true;
    khct_io silent = {io->out, io->err, &quiet, io->index};
    if (compilation->plan != NULL && !compilation->no_memory)
        return KHCT_EXIT_FINE;
    khct_say_diags(compilation, &silent);
    return KHCT_EXIT_SYSTEM;
}

int khct_main_diff(int argc, char **argv, khct_common *common)
{
    int status = khct_take_options(argc, argv, common, NULL, NULL);
    if (status >= 0)
        return status;
    if (argc - optind != 2)
        return khct_wrong_use(common, "cần đúng hai tệp", "exactly two files are needed", NULL);
    khct_out out, err;
    khct_out_to_fd(&out, STDOUT_FILENO);
    khct_out_to_fd(&err, STDERR_FILENO);
    khct_io io = {&out, &err, common, 0};
    khct_compile_options options = khct_compile_options_of(common);
    khct_library *library = khct_library_new(common->library_path);
    comparing c = {.out = &out, .common = common};
    status = KHCT_EXIT_SYSTEM;
    if (library != NULL) {
        c.old = khct_compile(library, argv[optind], &options);
        c.new = khct_compile(library, argv[optind + 1], &options);
    }
    if (c.old == NULL || c.new == NULL)
        khct_complain(common, NULL, KHCT_KH9003, KHCT_MSG0(MEMORY));
    else if (readable(c.old, &io) == KHCT_EXIT_FINE && readable(c.new, &io) == KHCT_EXIT_FINE &&
             khct_compilation_try(c.new, compare, &c))
        status = c.changes.n > 0 ? KHCT_EXIT_PLAN : KHCT_EXIT_FINE;
    khct_compilation_free(c.old);
    khct_compilation_free(c.new);
    khct_library_free(library);
    khct_out_finish(&err);
    return khct_finish_output(&out, common, status);
}
