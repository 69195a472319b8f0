/* Compiling many plans, several at a time, and handing them on in order. */
#include "main/main.h"

#include "emit/khct/khct.h"
#include "text/signals.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

khct_compile_options khct_compile_options_of(const khct_common *common)
{
    return (khct_compile_options){
        .root = common->root, .switches = common->switches, .today = common->today};
}

static int no_memory(khct_io *io)
{
    khct_complain(io->common, io->err, KHCT_KH9003, KHCT_MSG0(MEMORY));
    return KHCT_EXIT_SYSTEM;
}

/* The plan itself could not be read: a failure of the system, not of the plan. */
static bool unreadable(const khct_compilation *c)
{
    if (c->document == NULL || c->document->files.n > 0)
        return false;
    for (size_t i = 0; i < c->diags.list.n; i++)
        if (c->diags.list.at[i]->code == KHCT_KH8005)
            return true;
    return false;
}

typedef struct saying {
    const khct_diags *diags;
    khct_io *io;
} saying;

static void say(void *context)
{
    saying *s = context;
    if (!s->io->common->quiet) {
        khct_render_diags(s->io->err, s->diags, s->io->common->style);
        return;
    }
    for (size_t i = 0; i < s->diags->list.n; i++)
        if (s->diags->list.at[i]->severity <= KHCT_SIGNED &&
            s->diags->list.at[i]->accepted.p == NULL)
            khct_render_diag(s->io->err, s->diags, s->diags->list.at[i], s->io->common->style);
}

int khct_say_diags(khct_compilation *compilation, khct_io *io)
{
    saying s = {&compilation->diags, io};
    if (compilation->no_memory || !khct_try(compilation->arena, say, &s))
        return no_memory(io);
    return khct_plan_status(compilation);
}

int khct_plan_status(const khct_compilation *compilation)
{
    if (unreadable(compilation))
        return KHCT_EXIT_SYSTEM;
    return khct_diags_failed(&compilation->diags) ? KHCT_EXIT_PLAN : KHCT_EXIT_FINE;
}

/* --- several at a time --- */

typedef struct slot {
    khct_out *out, *err; /* NULL until the file is being worked on */
    int status;
    bool ready;
} slot;

typedef struct work {
    char **files;
    int count;
    const khct_common *common;
    khct_compile_options options;
    int (*visit)(khct_compilation *compilation, khct_io *io, void *context);
    void *context;
    const khct_framing *framing; /* NULL: none */
    int next;                    /* the next file to be taken */
    int done;                    /* files whose output has been written */
    slot *slots;
    pthread_mutex_t lock;
    pthread_cond_t changed;
} work;

/* A plan in JSON: by its ending, or, from standard input, by --from json. */
static bool is_json(const khct_common *common, const char *file)
{
    size_t n = strlen(file);
    if (!common->takes_json)
        return false;
    return strcmp(file, "-") == 0 ? common->from_json : n > 5 && strcmp(file + n - 5, ".json") == 0;
}

static int work_on(const work *w, khct_library *library, const char *file, khct_io *io)
{
    static const khct_conversion JSON = {khct_from_json};
    if (khct_signals_wait()) /* no further plan */
        return KHCT_EXIT_SYSTEM;
    khct_compile_options options = w->options;
    if (is_json(w->common, file))
        options.conversion = &JSON;
    khct_compilation *c = khct_compile(library, file, &options);
    int status = c == NULL ? no_memory(io) : w->visit(c, io, w->context);
    khct_compilation_free(c);
    return status;
}

static void run_slot(work *w, khct_library *library, int mine)
{
    slot *s = &w->slots[mine];
    s->out = khct_out_new();
    s->err = khct_out_new();
    khct_io io = {s->out, s->err, w->common, mine};
    if (library == NULL || s->out == NULL || s->err == NULL) {
        s->status = KHCT_EXIT_SYSTEM;
        return;
    }
    s->status = work_on(w, library, w->files[mine], &io);
    if (khct_out_finish(s->out) != 0 || khct_out_finish(s->err) != 0)
        s->status = KHCT_EXIT_SYSTEM;
}

static void *run_worker(void *context)
{
    enum { AHEAD = 64 }; /* finished files that may wait for an earlier one */
    work *w = context;
    khct_library *library = khct_library_new(w->common->library_path);
    pthread_mutex_lock(&w->lock);
    for (;;) {
        while (w->next < w->count && w->next >= w->done + AHEAD)
            pthread_cond_wait(&w->changed, &w->lock);
        if (w->next >= w->count)
            break;
        int mine = w->next++;
        pthread_mutex_unlock(&w->lock);
        run_slot(w, library, mine);
        pthread_mutex_lock(&w->lock);
        w->slots[mine].ready = true;
        pthread_cond_broadcast(&w->changed);
    }
    pthread_mutex_unlock(&w->lock);
    khct_library_free(library);
    return NULL;
}

static int worse(int a, int b)
{
    return a > b ? a : b;
}

/* Writes the outputs in the order of the files as they become ready. */
static int collect(work *w, khct_io *io)
{
    int status = KHCT_EXIT_FINE;
    bool written = false;
    for (int i = 0; i < w->count; i++) {
        slot *s = &w->slots[i];
        pthread_mutex_lock(&w->lock);
        while (!s->ready)
            pthread_cond_wait(&w->changed, &w->lock);
        w->done = i + 1;
        pthread_cond_broadcast(&w->changed);
        pthread_mutex_unlock(&w->lock);
        khct_str text = s->out == NULL ? KHCT_STR("") : khct_out_text(s->out);
        if (w->framing != NULL && written && text.n > 0)
            khct_out_str(io->out, w->framing->between);
        written = written || text.n > 0;
        khct_out_str(io->out, text);
        if (s->err != NULL)
            khct_out_str(io->err, khct_out_text(s->err));
        if (s->out == NULL || s->err == NULL)
            no_memory(io);
        status = worse(status, s->status);
        khct_out_free(s->out);
        khct_out_free(s->err);
        s->out = s->err = NULL;
    }
    return status;
}

static int run_together(work *w, khct_io *io)
{
    unsigned jobs = w->common->jobs < (unsigned)w->count ? w->common->jobs : (unsigned)w->count;
    pthread_t *threads = calloc(jobs, sizeof *threads);
    w->slots = calloc((size_t)w->count, sizeof *w->slots);
    unsigned started = 0;
    if (threads != NULL && w->slots != NULL) {
        pthread_mutex_init(&w->lock, NULL);
        pthread_cond_init(&w->changed, NULL);
        while (started < jobs && pthread_create(&threads[started], NULL, run_worker, w) == 0)
            started++;
    }
    int status = started == 0 ? no_memory(io) : collect(w, io);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    free(threads);
    free(w->slots);
    return status;
}

static int run_alone(const work *w, khct_io *io)
{
    khct_library *library = khct_library_new(w->common->library_path);
    if (library == NULL)
        return no_memory(io);
    int status = KHCT_EXIT_FINE;
    for (; io->index < w->count; io->index++)
        status = worse(status, work_on(w, library, w->files[io->index], io));
    khct_library_free(library);
    return status;
}

int khct_each_plan(char **files, int count, const khct_common *common,
                   int (*visit)(khct_compilation *compilation, khct_io *io, void *context),
                   void *context)
{
    return khct_each_framed(files, count, common, visit, context, NULL);
}

int khct_each_framed(char **files, int count, const khct_common *common,
                     int (*visit)(khct_compilation *compilation, khct_io *io, void *context),
                     void *context, const khct_framing *framing)
{
    khct_out *out = malloc(sizeof *out), *err = malloc(sizeof *err);
    if (out == NULL || err == NULL) {
        free(out);
        free(err);
        khct_complain(common, NULL, KHCT_KH9003, KHCT_MSG0(MEMORY));
        return KHCT_EXIT_SYSTEM;
    }
    khct_out_to_screen(out, STDOUT_FILENO);
    khct_out_to_fd(err, STDERR_FILENO);
    khct_io io = {out, err, common, 0};
    work w = {.files = files,
              .count = count,
              .common = common,
              .options = khct_compile_options_of(common),
              .visit = visit,
              .context = context,
              .framing = framing};
    if (framing != NULL)
        khct_out_str(out, framing->before);
    bool together = framing != NULL || (common->jobs > 1 && count > 1);
    int status = together ? run_together(&w, &io) : run_alone(&w, &io);
    if (framing != NULL)
        khct_out_str(out, framing->after);
    status = khct_finish_io(&io, status);
    free(out);
    free(err);
    return status;
}
