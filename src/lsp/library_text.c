/* Documents that stand on no disk: the library's files, and the pages of codes. */
#include "lsp/server.h"

#include "lsp/uri.h"

static void add(khct_arena *arena, khct_strs *pieces, const char *lead, const char *text,
                const char *end)
{
    if (text[0] == '\0')
        return;
    KHCT_ADD(arena, pieces, lead, text, end);
}

khct_str khct_lsp_code_page(khct_server *server, khct_arena *arena, khct_code code)
{
    const khct_code_row *row = khct_code_at(code);
    khct_language language = server->language;
    khct_strs pieces = {0};
    add(arena, &pieces, "# ", row->name, ": ");
    add(arena, &pieces, "", row->title[language], "\n");
    add(arena, &pieces, "\n", row->explain[language], "\n");
    add(arena, &pieces, khct_tell(server, "\nTheo: ", "\nAfter: "), row->clause, "\n");
    add(arena, &pieces, khct_tell(server, "\nSai:\n\n```khct\n", "\nWrong:\n\n```khct\n"),
        row->wrong, "\n```\n");
    add(arena, &pieces, khct_tell(server, "\nĐúng:\n\n```khct\n", "\nRight:\n\n```khct\n"),
        row->right, "\n```\n");
    return khct_str_join(arena, pieces.at, pieces.n);
}

/* What stands after the scheme and the slashes. */
static const char *name_of(const char *uri)
{
    uri += strlen(KHCT_LIBRARY_SCHEME);
    while (*uri == '/')
        uri++;
    return uri;
}

static khct_str text_of(khct_request *r, const char *name)
{
    static const char PAGES[] = "giai-thich/";
    if (strncmp(name, PAGES, sizeof PAGES - 1) == 0) {
        khct_str code = khct_str_of(name + sizeof PAGES - 1);
        if (khct_str_ends(code, ".md"))
            code.n -= 3;
        khct_code found = khct_code_find(code);
        return found == KHCT_CODE_COUNT ? (khct_str){NULL, 0}
                                        : khct_lsp_code_page(r->server, r->arena, found);
    }
    if (strstr(name, "..") != NULL)
        return (khct_str){NULL, 0};
    return khct_library_file(r->server->library, r->arena, name);
}

void khct_lsp_library_text(khct_request *r)
{
    const char *uri = json_string_value(json_object_get(r->params, "uri"));
    if (uri == NULL || strncmp(uri, KHCT_LIBRARY_SCHEME, strlen(KHCT_LIBRARY_SCHEME)) != 0) {
        khct_refuse(r, KHCT_RPC_PARAMS,
                    "cần một uri khct-library:", "a khct-library: uri is needed");
        return;
    }
    khct_str text = text_of(r, name_of(uri));
    if (text.p == NULL) {
        khct_refuse(r, KHCT_RPC_FAILED, "thư viện không có văn bản này",
                    "the library has no such text");
        return;
    }
    khct_json_object(r->w);
    khct_json_key_text(r->w, "text", text);
    khct_json_end_object(r->w);
}
