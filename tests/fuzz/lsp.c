/* The language server. The first byte chooses what the rest is:
 *   R  bytes as they come in
 *   J  messages, a line each, after an `initialize`
 *   other  a plan that is opened, edited and asked about in every way, at places taken from its
 * bytes */
#include "fuzz.h"

#include "lsp/lsp.h"
#include "text/json.h"

#include <dirent.h>
#include <errno.h>
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* The server looks for plans in folders that a message names; here only in the current one. */
DIR *__real_opendir(const char *path);
DIR *__wrap_opendir(const char *path);

static bool serving; /* the fuzzer itself opens folders too */

DIR *__wrap_opendir(const char *path)
{
    if (!serving)
        return __real_opendir(path);
    char real[PATH_MAX], here[PATH_MAX];
    if (realpath(path, real) == NULL || getcwd(here, sizeof here) == NULL ||
        strncmp(real, here, strlen(here)) != 0) {
        errno = ENOENT;
        return NULL;
    }
    return __real_opendir(path);
}

#define URI "file:///nha/ke-hoach.khct"

static void send(khct_out *in, khct_str json)
{
    khct_out_format(in, "Content-Length: %zu\r\n\r\n", json.n);
    khct_out_str(in, json);
}

static void send_cstr(khct_out *in, const char *json)
{
    send(in, khct_str_of(json));
}

static void hello(khct_out *in)
{
    send_cstr(
        in,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"processId\":null,"
        "\"rootUri\":null,\"capabilities\":{\"textDocument\":{\"diagnostic\":{},\"documentSymbol\":"
        "{\"hierarchicalDocumentSymbolSupport\":true},\"codeAction\":{\"codeActionLiteralSupport\":"
        "{}},"
        "\"rename\":{\"prepareSupport\":true},\"publishDiagnostics\":{\"relatedInformation\":true}}"
        ","
        "\"workspace\":{\"textDocumentContent\":{}}}}}");
    send_cstr(in, "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
}

static void send_lines(khct_out *in, khct_str text)
{
    while (text.n > 0) {
        size_t end = khct_str_find(text, KHCT_STR("\n"));
        send(in, khct_str_sub(text, 0, end));
        text = khct_str_sub(text, end < text.n ? end + 1 : end, text.n);
    }
}

static void send_open(khct_out *in, khct_str text)
{
    khct_out *message = fuzz_out();
    khct_out_cstr(
        message,
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{"
        "\"uri\":\"" URI "\",\"languageId\":\"khct\",\"version\":1,\"text\":");
    khct_json_string(message, text);
    khct_out_cstr(message, "}}}");
    send(in, fuzz_out_text(message));
    fuzz_out_free(message);
}

static void ask(khct_out *in, const char *method, unsigned line, unsigned column, const char *more)
{
    static const char DOCUMENT[] = "\"textDocument\":{\"uri\":\"" URI "\"}";
    khct_out *message = fuzz_out();
    khct_out_format(message, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"%s\",", method);
    khct_out_format(message, "\"params\":{%s,\"position\":{\"line\":%u,\"character\":%u}", DOCUMENT,
                    line, column);
    khct_out_format(message, ",\"range\":{\"start\":{\"line\":%u,\"character\":%u},", line / 2,
                    column);
    khct_out_format(message, "\"end\":{\"line\":%u,\"character\":%u}}", line, column + 9);
    khct_out_format(message, ",\"positions\":[{\"line\":%u,\"character\":%u}]", line, column);
    khct_out_format(message, "%s}}", more);
    send(in, fuzz_out_text(message));
    fuzz_out_free(message);
}

static const char *const METHODS[][2] = {
    {"textDocument/hover", ""},
    {"textDocument/completion", ""},
    {"textDocument/definition", ""},
    {"textDocument/references", ",\"context\":{\"includeDeclaration\":true}"},
    {"textDocument/documentHighlight", ""},
    {"textDocument/prepareRename", ""},
    {"textDocument/rename", ",\"newName\":\"ABC\""},
    {"textDocument/selectionRange", ""},
    {"textDocument/codeAction", ",\"context\":{\"diagnostics\":[]}"},
    {"textDocument/semanticTokens/range", ""},
    {"textDocument/inlayHint", ""},
    {"textDocument/rangeFormatting", ",\"options\":{\"tabSize\":2}"},
    {"textDocument/onTypeFormatting", ",\"ch\":\">\",\"options\":{\"tabSize\":2}"},
    {NULL, NULL},
};
static const char *const WHOLE[] = {"textDocument/diagnostic",
                                    "textDocument/documentSymbol",
                                    "textDocument/foldingRange",
                                    "textDocument/semanticTokens/full",
                                    "textDocument/formatting",
                                    "textDocument/documentLink",
                                    NULL};

static void ask_at(khct_out *in, khct_str text, size_t byte)
{
    unsigned line = 0, column = 0;
    for (size_t i = 0; i < byte; i++) {
        column++;
        if (text.p[i] == '\n') {
            line++;
            column = 0;
        }
    }
    for (size_t m = 0; METHODS[m][0] != NULL; m++)
        ask(in, METHODS[m][0], line, column, METHODS[m][1]);
}

static void send_work(khct_out *in, khct_str text)
{
    uint32_t hash =
        (uint32_t)khct_str_hash(text, UINT64_C(0x9E3779B97F4A7C15)); /* the same in each run */
    send_open(in, text);
    for (size_t i = 0; WHOLE[i] != NULL; i++)
        ask(in, WHOLE[i], 0, 0, "");
    for (size_t i = 0; i < 3 && text.n > 0; i++, hash = hash * 747796405u + 1)
        ask_at(in, text, hash % text.n);
    /* an edit somewhere, and the same again */
    khct_out *message = fuzz_out();
    khct_out_cstr(
        message,
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{"
        "\"uri\":\"" URI "\",\"version\":2},\"contentChanges\":[{\"range\":");
    khct_out_format(message, "{\"start\":{\"line\":%u,\"character\":%u},", hash % 16, hash % 40);
    khct_out_format(message, "\"end\":{\"line\":%u,\"character\":%u}},\"text\":\"x;\\n\"}]}}",
                    hash % 16 + hash % 3, hash % 41);
    send(in, fuzz_out_text(message));
    fuzz_out_free(message);
    for (size_t i = 0; WHOLE[i] != NULL; i++)
        ask(in, WHOLE[i], 0, 0, "");
    ask_at(in, text, text.n / 2);
    send_cstr(in, "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"shutdown\"}");
    send_cstr(in, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
}

/* What the server sends is framed as it says, and is JSON. */
static void check_answers(khct_str text)
{
    static const char LEAD[] = "Content-Length: ";
    while (text.n > 0) {
        fuzz_require(khct_str_starts(text, LEAD), "an answer begins with its length");
        size_t at = sizeof LEAD - 1, n = 0;
        while (khct_digit_at(text, at))
            n = n * 10 + (size_t)(text.p[at++] - '0');
        fuzz_require(text.n - at >= 4 + n && memcmp(text.p + at, "\r\n\r\n", 4) == 0,
                     "an answer is whole");
        fuzz_json(khct_str_sub(text, at + 4, at + 4 + n));
        text = khct_str_sub(text, at + 4 + n, text.n);
    }
}

static void serve(khct_str input)
{
    int in = memfd_create("in", MFD_CLOEXEC), out = memfd_create("out", MFD_CLOEXEC);
    fuzz_require(in >= 0 && out >= 0, "memory");
    for (size_t at = 0; at < input.n;) {
        ssize_t n = write(in, input.p + at, input.n - at);
        fuzz_require(n > 0, "memory");
        at += (size_t)n;
    }
    lseek(in, 0, SEEK_SET);
    khct_lsp_options options = {
        .in = in, .out = out, .language = KHCT_VI, .today = khct_date_of(2024, 3, 1)};
    serving = true;
    int status = khct_lsp_run(&options);
    serving = false;
    fuzz_require(status == 0 || status == 1, "the server ends in order");
    off_t size = lseek(out, 0, SEEK_END);
    char *answers = size > 0 ? mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, out, 0) : NULL;
    if (answers != NULL) {
        check_answers((khct_str){answers, (size_t)size});
        munmap(answers, (size_t)size);
    }
    close(in);
    close(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    khct_str text = {(const char *)bytes, size};
    khct_str rest = khct_str_sub(text, size > 0 ? 1 : 0, size);
    if (size > 0 && text.p[0] == 'R') {
        serve(rest);
        return 0;
    }
    khct_out *in = fuzz_out();
    hello(in);
    if (size > 0 && text.p[0] == 'J')
        send_lines(in, rest);
    else
        send_work(in, text);
    serve(fuzz_out_text(in));
    fuzz_out_free(in);
    return 0;
}
