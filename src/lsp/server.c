#include "lsp/server.h"

#include "lsp/uri.h"

#include "text/process.h"
#include "text/system.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

khct_date khct_lsp_today(const khct_server *server)
{
    time_t now = time(NULL);
    struct tm day;
    if (server->options.today != KHCT_NO_DATE)
        return server->options.today;
    if (localtime_r(&now, &day) == NULL)
        return khct_date_of(2023, 9, 1);
    return khct_date_of(day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

/* --- sending --- */

/* A message up to what it carries. */
static khct_json_writer begin_message(khct_out *out)
{
    khct_out_to_memory(out);
    khct_json_writer w = khct_json_writer_of(out, false);
    khct_json_object(&w);
    khct_json_key_cstr(&w, "jsonrpc", "2.0");
    return w;
}

static void send_message(khct_server *server, khct_json_writer *w)
{
    khct_json_end_object(w);
    if (khct_out_finish(w->out) != 0 || !khct_send(server->options.out, khct_out_text(w->out)))
        server->failed = true;
    khct_out_release(w->out);
}

static void send_call(khct_server *server, const char *method, khct_str params, bool answer)
{
    khct_out out;
    khct_json_writer w = begin_message(&out);
    if (answer)
        khct_json_key_int(&w, "id", ++server->asked);
    khct_json_key_cstr(&w, "method", method);
    khct_json_key(&w, KHCT_STR("params"));
    khct_json_raw(&w, params);
    send_message(server, &w);
}

void khct_notify(khct_server *server, const char *method, khct_str params)
{
    send_call(server, method, params, false);
}

void khct_ask(khct_server *server, const char *method, khct_str params)
{
    send_call(server, method, params, true);
}

void khct_log(khct_server *server, int level, const char *vi, const char *en, const char *detail)
{
    khct_out out;
    khct_json_writer w = begin_message(&out);
    char text[512];
    snprintf(text, sizeof text, "%s%s%s", khct_tell(server, vi, en), detail == NULL ? "" : ": ",
             detail == NULL ? "" : detail);
    khct_json_key_cstr(&w, "method", "window/logMessage");
    khct_json_key_object(&w, "params");
    khct_json_key_int(&w, "type", level);
    khct_json_key_cstr(&w, "message", text);
    khct_json_end_object(&w);
    send_message(server, &w);
}

static void write_id(khct_json_writer *w, const json_t *id)
{
    khct_json_key(w, KHCT_STR("id"));
    if (json_is_integer(id))
        khct_json_int(w, json_integer_value(id));
    else if (json_is_string(id))
        khct_json_any_text(w, (khct_str){json_string_value(id), json_string_length(id)});
    else
        khct_json_null(w);
}

void khct_send_error(khct_server *server, const json_t *id, int code, khct_str message)
{
    khct_out out;
    khct_json_writer w = begin_message(&out);
    write_id(&w, id);
    khct_json_key_object(&w, "error");
    khct_json_key_int(&w, "code", code);
    khct_json_key_text(&w, "message", message);
    khct_json_end_object(&w);
    send_message(server, &w);
}

void khct_send_result(khct_server *server, const json_t *id, khct_str result)
{
    khct_out out;
    khct_json_writer w = begin_message(&out);
    write_id(&w, id);
    khct_json_key(&w, KHCT_STR("result"));
    khct_json_raw(&w, result.n == 0 ? KHCT_STR("null") : result);
    send_message(server, &w);
}

void khct_refuse(khct_request *request, int error, const char *vi, const char *en)
{
    request->error = error;
    request->message = khct_str_of(khct_tell(request->server, vi, en));
}

bool khct_lsp_range(khct_request *r, const json_t *range, uint32_t *from, uint32_t *to)
{
    khct_place_at begin, end;
    if (!khct_place_read(json_object_get(range, "start"), &begin) ||
        !khct_place_read(json_object_get(range, "end"), &end)) {
        khct_refuse(r, KHCT_RPC_PARAMS, "thiếu khoảng", "the range is missing");
        return false;
    }
    *from = khct_byte_of_place(r->lines, r->server->encoding, begin);
    *to = khct_byte_of_place(r->lines, r->server->encoding, end);
    return true;
}

/* --- handling one message --- */

typedef struct call {
    khct_request *request;
    const khct_method *method;
} call;

static void run(void *context)
{
    call *c = context;
    khct_request *r = c->request;
    if (c->method->need == KHCT_NEED_POSITION) {
        khct_place_at place;
        if (!khct_place_read(json_object_get(r->params, "position"), &place)) {
            khct_refuse(r, KHCT_RPC_PARAMS, "thiếu vị trí", "the position is missing");
            return;
        }
        r->at = khct_byte_of_place(r->lines, r->server->encoding, place);
    }
    c->method->handle(r);
}

khct_open_text *khct_lsp_open_text(const khct_request *r, const char **uri)
{
    const json_t *document = json_object_get(r->params, "textDocument");
    *uri = json_string_value(json_object_get(document, "uri"));
    return *uri == NULL ? NULL : khct_open_by_uri(&r->server->open, *uri);
}

/* Finds the document that the request names. False where there is none to work on. */
static bool find_open(khct_request *r)
{
    const char *uri;
    r->open = khct_lsp_open_text(r, &uri);
    if (uri == NULL)
        khct_refuse(r, KHCT_RPC_PARAMS, "thiếu textDocument.uri", "textDocument.uri is missing");
    return r->open != NULL;
}

static bool find_analysis(khct_request *r)
{
    r->analysis = khct_analysis_of(r->server, r->open->path);
    if (r->analysis == NULL) {
        khct_refuse(r, KHCT_RPC_INTERNAL, "hết bộ nhớ", "out of memory");
        return false;
    }
    r->c = r->analysis->compilation;
    r->plan = r->c->plan;
    r->source = khct_analysis_source(r->analysis, r->open->path);
    if (r->source == KHCT_NO_SOURCE || r->plan == NULL)
        return false;
    for (size_t i = 0; i < r->c->document->files.n; i++)
        if (r->c->document->files.at[i].tree->source == r->source)
            r->file = &r->c->document->files.at[i];
    r->lines = &r->analysis->lines[r->source];
    return true;
}

static void call_method(khct_request *r, const khct_method *method)
{
    call c = {r, method};
    bool done = true;
    r->arena = r->server->scratch;
    if (method->need != KHCT_NEED_NOTHING && !find_open(r))
        return;
    if (method->need >= KHCT_NEED_ANALYSIS) {
        if (find_analysis(r))
            done = khct_analysis_try(r->server, r->analysis, run, &c);
    } else {
        done = khct_try(r->arena, run, &c);
    }
    if (!done)
        khct_refuse(r, KHCT_RPC_INTERNAL, "hết bộ nhớ", "out of memory");
}

static const khct_method *find_method(const char *name)
{
    for (const khct_method *m = khct_methods; m->name != NULL; m++)
        if (strcmp(m->name, name) == 0)
            return m;
    return NULL;
}

static void answer(khct_server *server, const json_t *id, khct_request *r, khct_out *out)
{
    if (r->error == KHCT_RPC_NONE && khct_out_finish(out) != 0)
        khct_refuse(r, KHCT_RPC_INTERNAL, "hết bộ nhớ", "out of memory");
    if (r->error != KHCT_RPC_NONE)
        khct_send_error(server, id, r->error, r->message);
    else
        khct_send_result(server, id, khct_out_text(out));
}

/* Why a request may not be handled now; 0: it may. */
static int forbidden(const khct_server *server, const char *method)
{
    if (!server->initialized && strcmp(method, "initialize") != 0)
        return KHCT_RPC_NOT_INITIALIZED;
    if (server->shut || (server->initialized && strcmp(method, "initialize") == 0))
        return KHCT_RPC_INVALID;
    return 0;
}

static void handle_call(khct_server *server, json_t *message, const char *name)
{
    const json_t *id = json_object_get(message, "id");
    const khct_method *method = find_method(name);
    bool exit = strcmp(name, "exit") == 0;
    int no = exit ? 0 : forbidden(server, name);
    if (no != 0 || method == NULL) {
        if (id != NULL)
            khct_send_error(server, id, no != 0 ? no : KHCT_RPC_UNKNOWN, khct_str_of(name));
        return;
    }
    khct_out out;
    khct_out_to_memory(&out);
    khct_json_writer w = khct_json_writer_of(&out, false);
    khct_request r = {
        .server = server, .whole = message, .params = json_object_get(message, "params"), .w = &w};
    call_method(&r, method);
    if (id != NULL && !r.later)
        answer(server, id, &r, &out);
    khct_out_release(&out);
    khct_arena_reset(server->scratch);
    server->handled++;
}

static void handle(khct_server *server, json_t *message)
{
    const char *name = json_string_value(json_object_get(message, "method"));
    if (name != NULL)
        handle_call(server, message, name);
    else if (!json_is_object(message) || (json_object_get(message, "result") == NULL &&
                                          json_object_get(message, "error") == NULL))
        khct_send_error(server, json_object_get(message, "id"), KHCT_RPC_INVALID,
                        khct_str_of(khct_tell(server, "không phải một lời gọi", "not a call")));
}

/* --- the queue --- */

static json_t **queued(khct_server *server, size_t i)
{
    return &server->queue[(server->queue_at + i) % KHCT_QUEUE_LIMIT];
}

/* A request that waits and is no longer wanted is answered at once. */
static void cancel(khct_server *server, const json_t *id)
{
    if (server->waits != NULL && json_equal(json_object_get(server->waits, "id"), id))
        khct_lsp_end_wait(server, KHCT_RPC_CANCELLED);
    for (size_t i = 0; i < server->queue_n; i++) {
        json_t **message = queued(server, i);
        const json_t *its = *message == NULL ? NULL : json_object_get(*message, "id");
        const json_t *method = *message == NULL ? NULL : json_object_get(*message, "method");
        if (its == NULL || method == NULL || !json_equal(its, id))
            continue;
        khct_send_error(server, its, KHCT_RPC_CANCELLED,
                        khct_str_of(khct_tell(server, "đã hủy", "cancelled")));
        json_decref(*message);
        *message = NULL;
    }
}

static bool is_cancel(const json_t *message)
{
    const char *name = json_string_value(json_object_get(message, "method"));
    return name != NULL && strcmp(name, "$/cancelRequest") == 0;
}

/* Takes what has come into the queue. */
static void sort_mail(khct_server *server)
{
    while (server->queue_n < KHCT_QUEUE_LIMIT) {
        json_t *message = NULL;
        khct_arrival arrival = khct_inbox_take(&server->inbox, &message);
        if (arrival == KHCT_NOTHING_YET)
            return;
        if (arrival == KHCT_GARBAGE || arrival == KHCT_TOO_LONG) {
            khct_send_error(
                server, NULL, KHCT_RPC_PARSE,
                khct_str_of(
                    arrival == KHCT_GARBAGE
                        ? khct_tell(server, "không đọc được lời nhắn", "message not understood")
                        : khct_tell(server, "lời nhắn quá dài", "message too long")));
            continue;
        }
        if (is_cancel(message)) {
            cancel(server, json_object_get(json_object_get(message, "params"), "id"));
            json_decref(message);
            continue;
        }
        *queued(server, server->queue_n++) = message;
    }
}

static void handle_next(khct_server *server)
{
    json_t *message = *queued(server, 0);
    server->queue_at = (server->queue_at + 1) % KHCT_QUEUE_LIMIT;
    server->queue_n--;
    if (message == NULL)
        return;
    handle(server, message);
    json_decref(message);
}

/* --- the loop --- */

static bool editor_is_gone(const khct_server *server)
{
    return khct_process_is_gone(server->process);
}

/* Waits at most `milliseconds` for input and takes it in. False where the input is closed. */
static bool wait_for_input(khct_server *server, int milliseconds)
{
    int ready = khct_wait_input(server->options.in, milliseconds);
    if (ready < 0)
        return errno == EINTR;
    if (ready == 0)
        return milliseconds == 0 || !editor_is_gone(server);
    int got = khct_inbox_fill(&server->inbox, server->options.in);
    if (got < 0)
        server->failed = true;
    return got > 0;
}

bool khct_lsp_serve(khct_server *server)
{
    enum { LOOK_AFTER_EDITOR = 10000 };
    bool input = true;
    while (!server->exit && !server->failed) {
        sort_mail(server);
        if (server->queue_n > 0) {
            handle_next(server);
            /* look for a later edit or a cancellation first */
            if (input && server->queue_n < KHCT_QUEUE_LIMIT / 2)
                input = wait_for_input(server, 0);
        } else if (server->pending) {
            if (input)
                input = wait_for_input(server, 0);
            sort_mail(server);
            if (server->queue_n == 0)
                khct_lsp_publish(server);
        } else if (!input) {
            break;
        } else {
            input = wait_for_input(server, LOOK_AFTER_EDITOR);
        }
    }
    return !server->exit && !server->failed;
}

static void release(khct_server *server)
{
    while (server->queue_n > 0) {
        json_decref(*queued(server, 0));
        server->queue_at = (server->queue_at + 1) % KHCT_QUEUE_LIMIT;
        server->queue_n--;
    }
    json_decref(server->waits);
    khct_inbox_release(&server->inbox);
    khct_analyses_release(server);
    khct_open_release(&server->open);
    khct_workspace_release(&server->workspace);
    khct_library_free(server->library);
    khct_arena_free(server->scratch);
    free(server);
}

khct_server *khct_lsp_open(const khct_lsp_options *options)
{
    khct_server *server = calloc(1, sizeof *server);
    if (server == NULL)
        return NULL;
    server->options = *options;
    server->language = options->language;
    server->library = khct_library_new(options->library);
    server->scratch = khct_arena_new();
    if (server->library != NULL && server->scratch != NULL)
        return server;
    release(server);
    return NULL;
}

int khct_lsp_close(khct_server *server)
{
    int status = server->failed ? 3 : server->shut ? 0 : 1;
    release(server);
    return status;
}

int khct_lsp_run(const khct_lsp_options *options)
{
    khct_server *server = khct_lsp_open(options);
    if (server == NULL)
        return 3;
    khct_lsp_serve(server);
    return khct_lsp_close(server);
}
