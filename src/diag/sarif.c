#include "diag/sarif.h"

#include "diag/json.h"
#include "text/json.h"
#include "text/utf8.h"

typedef struct writing {
    khct_out *out;
    const khct_diags *diags;
    khct_language language;
} writing;

static void string(khct_out *out, const char *text)
{
    khct_json_string(out, khct_str_of(text));
}

static void text_object(khct_out *out, const char *name, const char *text)
{
    khct_out_format(out, ", \"%s\": {\"text\": ", name);
    string(out, text);
    khct_out_char(out, '}');
}

static void put_rule(khct_out *out, const khct_code_row *row, khct_language language)
{
    khct_out_format(out, "        {\"id\": \"KH%s\"", row->number);
    text_object(out, "shortDescription", row->title[language]);
    if (row->explain[language][0] != '\0') {
        text_object(out, "fullDescription", row->explain[language]);
        text_object(out, "help", row->explain[language]);
    }
    khct_out_format(out, ", \"defaultConfiguration\": {\"level\": \"%s\"}",
                    khct_severity_name(row->severity));
    if (row->clause[0] != '\0') {
        khct_out_cstr(out, ", \"properties\": {\"clause\": ");
        string(out, row->clause);
        khct_out_char(out, '}');
    }
    khct_out_char(out, '}');
}

void khct_sarif_begin(khct_out *out, const char *version, khct_language language)
{
    khct_out_cstr(out, "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
                       " \"version\": \"2.1.0\",\n \"runs\": [\n  {\"tool\": {\"driver\": {\n"
                       "      \"name\": \"khct\",\n      \"version\": ");
    string(out, version);
    khct_out_cstr(out, ",\n      \"language\": ");
    string(out, language == KHCT_VI ? "vi" : "en");
    khct_out_cstr(out, ",\n      \"rules\": [");
    for (unsigned code = 0; code < KHCT_CODE_COUNT; code++) {
        khct_out_cstr(out, code > 0 ? ",\n" : "\n");
        put_rule(out, khct_code_at((khct_code)code), language);
    }
    khct_out_cstr(out, "]}},\n   \"columnKind\": \"utf16CodeUnits\",\n"
                       "   \"originalUriBaseIds\": {\"STDLIB\": {\"description\": {\"text\": ");
    string(out, language == KHCT_VI ? "thư viện chuẩn trong chương trình"
                                    : "the standard library in the program");
    khct_out_cstr(out, "}}},\n   \"results\": [");
}

void khct_sarif_end(khct_out *out)
{
    khct_out_cstr(out, "]}]}\n");
}

/* A path as a relative or absolute URI reference. */
static void put_uri(khct_out *out, khct_str path)
{
    static const char PLAIN[] = "-._~/";
    khct_out_char(out, '"');
    for (size_t i = 0; i < path.n; i++) {
        unsigned char c = (unsigned char)path.p[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || (c < 0x80 && c != 0 && strchr(PLAIN, (char)c) != NULL))
            khct_out_char(out, (char)c);
        else
            khct_out_format(out, "%%%02X", (unsigned)c);
    }
    khct_out_char(out, '"');
}

static void put_artifact(khct_out *out, khct_str name, bool library)
{
    khct_out_cstr(out, "\"artifactLocation\": {\"uri\": ");
    put_uri(out, name);
    khct_out_cstr(out, library ? ", \"uriBaseId\": \"STDLIB\"}" : "}");
}

/* Columns count UTF-16 units, from 1. */
static uint32_t utf16_column(const khct_diags *diags, khct_span at, uint32_t line)
{
    khct_span whole = khct_source_line_span(diags->sources, at.source, line);
    uint32_t begin = at.begin < whole.begin ? whole.begin : at.begin;
    khct_str before = khct_source_shown(diags->sources, (khct_span){at.source, whole.begin, begin});
    if (khct_str_starts(before, "\xEF\xBB\xBF") && whole.begin == 0)
        before = khct_str_sub(before, 3, before.n);
    return (uint32_t)khct_utf8_utf16(before) + 1;
}

static void put_region(const writing *w, const char *name, khct_span span)
{
    uint32_t line = khct_source_line(w->diags->sources, span.source, span.begin);
    uint32_t last = khct_source_line(w->diags->sources, span.source, span.end);
    khct_span end = {span.source, span.end, span.end};
    khct_out_format(
        w->out,
        "\"%s\": {\"startLine\": %u, \"startColumn\": %u, \"endLine\": %u, \"endColumn\": %u}",
        name, line, utf16_column(w->diags, span, line), last, utf16_column(w->diags, end, last));
}

static void put_physical(const writing *w, khct_span span)
{
    const khct_source *source = khct_source_at(w->diags->sources, span);
    khct_out_cstr(w->out, "\"physicalLocation\": {");
    put_artifact(w->out, source->name, source->library);
    khct_out_cstr(w->out, ", ");
    put_region(w, "region", span);
    khct_out_char(w->out, '}');
}

static void put_text(const writing *w, khct_str text)
{
    khct_out_cstr(w->out, "{\"text\": ");
    khct_json_string(w->out, text);
    khct_out_char(w->out, '}');
}

/* The message with what is said below it. */
static khct_str whole_text(const writing *w, const khct_diag *diag)
{
    khct_arena *arena = w->diags->arena;
    KHCT_VEC(khct_str) pieces = {0};
    khct_push(arena, &pieces) = khct_message_text(arena, diag->message, w->language);
    if (diag->label.id != KHCT_T_NONE) {
        khct_push(arena, &pieces) = KHCT_STR("; ");
        khct_push(arena, &pieces) = khct_message_text(arena, diag->label, w->language);
    }
    for (size_t i = 0; i < diag->remarks.n; i++) {
        khct_push(arena, &pieces) = KHCT_STR("\n");
        if (diag->remarks.at[i].hint)
            khct_push(arena, &pieces) =
                w->language == KHCT_VI ? KHCT_STR("gợi ý: ") : KHCT_STR("help: ");
        khct_push(arena, &pieces) =
            khct_message_text(arena, diag->remarks.at[i].message, w->language);
    }
    return khct_str_join(arena, pieces.at, pieces.n);
}

static void put_related(const writing *w, const khct_diag *diag)
{
    size_t n = 0;
    for (size_t i = 0; i < diag->related.n; i++) {
        if (khct_source_at(w->diags->sources, diag->related.at[i].span) == NULL)
            continue;
        khct_out_cstr(w->out, n++ == 0 ? ",\n     \"relatedLocations\": [{" : ", {");
        put_physical(w, diag->related.at[i].span);
        khct_out_cstr(w->out, ", \"message\": ");
        put_text(w, khct_message_text(w->diags->arena, diag->related.at[i].message, w->language));
        khct_out_char(w->out, '}');
    }
    if (n > 0)
        khct_out_char(w->out, ']');
}

static const char *const GRADES[][2] = {
    [KHCT_SAFE] = {"sửa an toàn", "safe fix"},
    [KHCT_LIKELY] = {"có lẽ đúng", "likely fix"},
    [KHCT_PERSON] = {"cần người quyết định", "a person must decide"},
};

/* A fix that edits several files has a change a file. */
static void put_fix(const writing *w, const khct_fix *fix)
{
    khct_out_cstr(w->out, "{\"description\": ");
    put_text(w, fix->title.id != KHCT_T_NONE
                    ? khct_message_text(w->diags->arena, fix->title, w->language)
                    : khct_str_of(GRADES[fix->grade][w->language]));
    khct_out_cstr(w->out, ", \"artifactChanges\": [");
    for (size_t i = 0; i < fix->edits.n; i++) {
        const khct_edit *edit = &fix->edits.at[i];
        const khct_source *source = khct_source_at(w->diags->sources, edit->span);
        bool same = i > 0 && fix->edits.at[i - 1].span.source == edit->span.source;
        if (!same) {
            khct_out_cstr(w->out, i > 0 ? "]}, {" : "{");
            put_artifact(w->out, source->name, source->library);
            khct_out_cstr(w->out, ", \"replacements\": [{");
        } else {
            khct_out_cstr(w->out, ", {");
        }
        put_region(w, "deletedRegion", edit->span);
        khct_out_cstr(w->out, ", \"insertedContent\": ");
        put_text(w, edit->text);
        khct_out_char(w->out, '}');
    }
    khct_out_format(w->out, "]}], \"properties\": {\"grade\": \"%s\"}}",
                    khct_grade_name(fix->grade));
}

static void put_fixes(const writing *w, const khct_diag *diag)
{
    size_t n = 0;
    for (size_t i = 0; i < diag->fixes.n; i++) {
        if (diag->fixes.at[i].edits.n == 0)
            continue;
        khct_out_cstr(w->out, n++ == 0 ? ",\n     \"fixes\": [" : ", ");
        put_fix(w, &diag->fixes.at[i]);
    }
    if (n > 0)
        khct_out_char(w->out, ']');
}

static void put_result(const writing *w, const khct_diag *diag, khct_str path)
{
    khct_out_format(
        w->out,
        "    {\"ruleId\": \"KH%s\", \"ruleIndex\": %u, \"level\": \"%s\",\n     \"message\": ",
        khct_code_at(diag->code)->number, (unsigned)diag->code, khct_severity_name(diag->severity));
    put_text(w, whole_text(w, diag));
    khct_out_cstr(w->out, ",\n     \"locations\": [{");
    if (khct_source_at(w->diags->sources, diag->span) != NULL) {
        put_physical(w, diag->span);
    } else {
        khct_out_cstr(w->out, "\"physicalLocation\": {");
        put_artifact(w->out, path, false);
        khct_out_char(w->out, '}');
    }
    khct_out_cstr(w->out, "}]");
    put_related(w, diag);
    put_fixes(w, diag);
    if (diag->accepted.p != NULL) {
        khct_out_cstr(w->out,
                      ",\n     \"suppressions\": [{\"kind\": \"inSource\", \"justification\": ");
        khct_json_string(w->out, khct_quote(w->diags->arena, diag->accepted));
        khct_out_cstr(w->out, "}]");
    }
    khct_out_char(w->out, '}');
}

void khct_sarif_results(khct_out *out, const khct_diags *diags, khct_str path,
                        khct_language language)
{
    writing w = {out, diags, language};
    for (size_t i = 0; i < diags->list.n; i++) {
        khct_out_cstr(out, i > 0 ? ",\n" : "\n");
        put_result(&w, diags->list.at[i], path);
    }
}
