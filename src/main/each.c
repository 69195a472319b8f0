/* Compiling many plans, several at a time, and handing them on in order. */
#include "main/inputs.h"

#include "emit/khct/khct.h"
#include "text/signals.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

khct_compile_options khct_compile_options_of(const khct_common *common)
{
    return (khct_compile_options){
        .root = common->root, .switches = common->switches, .today = common->today};
}

static int no_memory(khct_io *io)
{
    return khct_no_memory(io->common, io->err);
}

typedef struct showing {
    khct_compilation *compilation;
    khct_io *io;
    khct_show *show;
    void *context;
} showing;

static void show_it(void *context)
{
    const showing *s = context;
    s->show(s->compilation, s->io, s->context);
}

bool khct_show_plan(khct_compilation *c, khct_io *io, khct_show *show, void *context)
{
    showing s = {c, io, show, context};
    return !c->no_memory && khct_compilation_try(c, show_it, &s);
}

/* --- what a file is --- */

static const char *const STATES[] = {"ok", "loi", "thanhphan", "khongphaikehoach", "khongdocduoc"};

const char *khct_state_key(khct_state state)
{
    return STATES[state];
}

const char *khct_state_name(khct_state state, khct_language language)
{
    static const char *const NAMES[KHCT_STATE_COUNT][2] = {
        {"không có lỗi", "without errors"},
        {"có lỗi", "with errors"},
        {"thành phần của kế hoạch khác", "part of another plan"},
        {"không phải kế hoạch", "no plan"},
        {"không đọc được", "unreadable"},
    };
    return NAMES[state][language];
}

static bool has_code(const khct_compilation *c, khct_code code)
{
    for (size_t i = 0; i < c->diags.list.n; i++)
        if (c->diags.list.at[i]->code == code)
            return true;
    return false;
}

/* The plan itself could not be read: a failure of the system, not of the plan. */
static bool unreadable(const khct_compilation *c)
{
    return c->document == NULL || (c->document->files.n == 0 && has_code(c, KHCT_KH8005));
}

/* What a file holds that others take in, and nothing of a plan of its own. */
static bool only_declares(const khct_tree *tree)
{
    for (const khct_node *node = tree->top->first; node != NULL; node = node->next)
        switch (node->keyword) {
        case KHCT_K_VAITRO:
        case KHCT_K_VIETTAT:
        case KHCT_K_DANHMUC:
        case KHCT_K_MAU:
        case KHCT_K_VANBAN: break;
        default: return false;
        }
    return true;
}

/* No declaration that the language knows: a text about something else. */
static bool is_no_plan(const khct_tree *tree)
{
    for (const khct_node *node = tree->top->first; node != NULL; node = node->next)
        if (node->keyword != KHCT_KEYWORD_NONE)
            return false;
    return true;
}

khct_state khct_state_of(const khct_compilation *c, const khct_common *common)
{
    if (c->no_memory || unreadable(c))
        return KHCT_STATE_UNREADABLE;
    if (c->document->files.n == 0) {
        bool foreign =
            has_code(c, KHCT_KH0006) || has_code(c, KHCT_KH0007) || has_code(c, KHCT_KH8008);
        return foreign ? KHCT_STATE_NO_PLAN : KHCT_STATE_UNREADABLE;
    }
    const khct_tree *tree = c->document->files.at[0].tree;
    if (common->inputs != NULL && khct_inputs_used(common->inputs, c->path))
        return KHCT_STATE_PART;
    if (c->plan->heading.node == NULL && is_no_plan(tree))
        return KHCT_STATE_NO_PLAN;
    if (khct_diags_failed(&c->diags))
        return KHCT_STATE_ERRORS;
    bool part = c->plan->heading.node == NULL && only_declares(tree);
    return part ? KHCT_STATE_PART : KHCT_STATE_OK;
}

/* --- counting --- */

void khct_tally_diags(khct_tally *tally, const khct_diags *diags)
{
    for (khct_severity s = KHCT_ERROR; s <= KHCT_NOTE; s++)
        tally->severity[s] += khct_diags_count(diags, s);
}

static void add_tally(khct_tally *to, const khct_tally *from)
{
    for (size_t i = 0; i < KHCT_STATE_COUNT; i++)
        to->files[i] += from->files[i];
    for (size_t i = 0; i < 4; i++)
        to->severity[i] += from->severity[i];
    to->written += from->written;
}

/* A number with what it counts, after the sign of a list where something stands before. */
static void put_count(khct_out *out, size_t n, bool *first, khct_language language, const char *vi,
                      const char *en, const char *en_many)
{
    if (n == 0)
        return;
    khct_out_format(out, "%s%zu %s", *first ? "" : ", ", n,
                    language == KHCT_VI ? vi
                    : n == 1            ? en
                                        : en_many);
    *first = false;
}

void khct_say_counts(khct_out *out, const khct_tally *tally, khct_language language)
{
    size_t errors = tally->severity[KHCT_ERROR] + tally->severity[KHCT_SIGNED];
    bool first = errors > 0;
    if (errors == 0)
        khct_out_cstr(out, language == KHCT_VI ? "không có lỗi" : "no errors");
    put_count(out, errors, &first, language, "lỗi", "error", "errors");
    put_count(out, tally->severity[KHCT_WARNING], &first, language, "cảnh báo", "warning",
              "warnings");
    put_count(out, tally->severity[KHCT_NOTE], &first, language, "ghi chú", "note", "notes");
}

/* "61 tệp: 58 đạt, 2 có lỗi, 1 không phải kế hoạch" */
static void say_files(khct_out *out, const khct_tally *tally, khct_language language)
{
    size_t all = 0;
    bool first = true;
    for (size_t i = 0; i < KHCT_STATE_COUNT; i++)
        all += tally->files[i];
    khct_out_format(out,
                    language == KHCT_VI ? "%zu tệp"
                    : all == 1          ? "%zu file"
                                        : "%zu files",
                    all);
    for (size_t i = 0; i < KHCT_STATE_COUNT; i++)
        if (tally->files[i] > 0) {
            khct_out_cstr(out, first ? ": " : ", ");
            first = true;
            const char *vi = khct_state_name((khct_state)i, KHCT_VI);
            const char *en = khct_state_name((khct_state)i, KHCT_EN);
            put_count(out, tally->files[i], &first, language, vi, en, en);
        }
}

/* The line at the end of check, build and report: of one plan its diagnostics, of many their files
 * too. A build that wrote its file has said so with the counts. */
static void say_end(khct_io *io, int count)
{
    const khct_common *common = io->common;
    const khct_tally *t = io->tally;
    bool build = common->command == KHCT_CMD_build, vi = common->style.language == KHCT_VI;
    bool counts = build || common->command == KHCT_CMD_check;
    bool many = count > 1 || (common->inputs != NULL && common->inputs->many);
    bool errors = t->severity[KHCT_ERROR] + t->severity[KHCT_SIGNED] > 0;
    if (common->format != KHCT_FORMAT_TEXT || (common->quiet && !many) ||
        !(counts || common->command == KHCT_CMD_report) || (build && !many && !errors) ||
        (!many && !counts))
        return;
    if (many)
        say_files(io->err, t, common->style.language);
    if (many && counts)
        khct_out_cstr(io->err, "; ");
    if (counts)
        khct_say_counts(io->err, t, common->style.language);
    if (build && errors && t->written == 0 && !common->streams)
        khct_out_cstr(io->err, vi ? "; chưa ghi tệp nào" : "; nothing written");
    else if (build && many && t->written > 0)
        khct_out_format(io->err, vi ? "; đã ghi %zu tệp" : "; %zu written", t->written);
    khct_out_char(io->err, '\n');
}

/* --- saying --- */

static void say(khct_compilation *c, khct_io *io, void *context)
{
    (void)context;
    khct_render_diags(io->err, &c->diags, io->common->quiet, io->common->style);
}

int khct_say_diags(khct_compilation *c, khct_io *io)
{
    return khct_show_plan(c, io, say, NULL) ? khct_plan_status(c) : no_memory(io);
}

/* The first error alone: of a file that is no plan there is no more to say. */
static void say_first(khct_compilation *c, khct_io *io, void *context)
{
    (void)context;
    for (size_t i = 0; i < c->diags.list.n; i++)
        if (c->diags.list.at[i]->severity <= KHCT_SIGNED) {
            khct_render_diag(io->err, &c->diags, c->diags.list.at[i], io->common->style);
            return;
        }
}

int khct_plan_status(const khct_compilation *compilation)
{
    if (compilation->document == NULL || unreadable(compilation))
        return KHCT_EXIT_SYSTEM;
    return khct_diags_failed(&compilation->diags) ? KHCT_EXIT_PLAN : KHCT_EXIT_FINE;
}

int khct_put_rows(khct_compilation *c, khct_io *io, khct_show *put, void *context)
{
    if (!khct_show_plan(c, io, put, context)) {
        c->no_memory = true;
        return no_memory(io);
    }
    khct_state state = khct_state_of(c, io->common);
    bool none = state == KHCT_STATE_NO_PLAN || state == KHCT_STATE_UNREADABLE;
    if (none && !khct_show_plan(c, io, say_first, NULL))
        return no_memory(io);
    return state == KHCT_STATE_PART ? KHCT_EXIT_FINE : khct_plan_status(c);
}

/* --- several at a time --- */

#define BEFORE "{\"khct\": \"" KHCT_VERSION "\", \"plans\": [\n"
const khct_framing khct_json_framing = {
    .before = {BEFORE, sizeof BEFORE - 1}, .between = {",\n", 2}, .after = {"]}\n", 3}};
#undef BEFORE

typedef struct slot {
    khct_out *out, *err; /* NULL until the file is being worked on */
    khct_tally tally;
    int status;
    bool ready;
} slot;

typedef struct work {
    char **files;
    int count;
    const khct_common *common;
    khct_compile_options options;
    khct_visit *visit;
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
    return common->takes_json &&
           (strcmp(file, "-") == 0 ? common->from_json : khct_has_ending(file, ".json"));
}

static int work_on(const work *w, khct_library *library, const char *file, khct_io *io)
{
    static const khct_conversion JSON = {khct_from_json};
    if (khct_signals_wait()) /* no further plan */
        return KHCT_EXIT_SYSTEM;
    const khct_inputs *inputs = w->common->inputs;
    bool report = w->common->command == KHCT_CMD_report;
    if (!report && inputs != NULL && khct_inputs_used(inputs, file)) {
        io->tally->files[KHCT_STATE_PART]++; /* looked at in the plan that takes it in */
        return KHCT_EXIT_FINE;
    }
    int known;
    if (w->framing != NULL && w->framing->known != NULL &&
        w->framing->known(file, io, w->context, &known))
        return known;
    khct_compile_options options = w->options;
    if (is_json(w->common, file))
        options.conversion = &JSON;
    khct_compilation *c = khct_compile(library, file, &options);
    int status = c == NULL ? no_memory(io) : w->visit(c, io, w->context);
    khct_state state = c == NULL ? KHCT_STATE_UNREADABLE : khct_state_of(c, w->common);
    io->tally->files[state]++;
    if (c != NULL && state != KHCT_STATE_PART)
        khct_tally_diags(io->tally, &c->diags);
    khct_compilation_free(c);
    return status;
}

static void run_slot(work *w, khct_library *library, int mine)
{
    slot *s = &w->slots[mine];
    s->out = khct_out_new();
    s->err = khct_out_new();
    khct_io io = {s->out, s->err, w->common, mine, &s->tally};
    s->status = KHCT_EXIT_SYSTEM;
    if (s->out == NULL || s->err == NULL)
        return; /* told of where they are collected */
    s->status = library == NULL ? no_memory(&io) : work_on(w, library, w->files[mine], &io);
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
        add_tally(io->tally, &s->tally);
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

int khct_each_plan(char **files, int count, const khct_common *common, khct_visit *visit,
                   void *context)
{
    return khct_each_framed(files, count, common, visit, context, NULL);
}

int khct_each_framed(char **files, int count, const khct_common *common, khct_visit *visit,
                     void *context, const khct_framing *framing)
{
    khct_out out, err;
    khct_out_to_screen(&out, STDOUT_FILENO);
    khct_out_lines_to_fd(&err, STDERR_FILENO);
    khct_tally tally = {0};
    khct_io io = {&out, &err, common, 0, &tally}, ends = io;
    if (framing != NULL && framing->to != NULL)
        io.out = framing->to;
    work w = {.files = files,
              .count = count,
              .common = common,
              .options = khct_compile_options_of(common),
              .visit = visit,
              .context = context,
              .framing = framing};
    if (framing != NULL)
        khct_out_str(io.out, framing->before);
    bool together = framing != NULL || (common->jobs > 1 && count > 1);
    int status = together ? run_together(&w, &io) : run_alone(&w, &io);
    if (framing != NULL)
        khct_out_str(io.out, framing->after);
    if (framing != NULL && framing->say != NULL)
        framing->say(&io, context);
    if (!khct_signals_wait()) /* a count of what was not begun would be no count */
        say_end(&io, count);
    return khct_finish_io(&ends, status);
}
