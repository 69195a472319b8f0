#include "diag/sarif.h"

#include "diag/json.h"
#include "text/utf8.h"

typedef struct writing {
    khct_json_writer *w;
    const khct_diags *diags;
    khct_language language;
} writing;

/* "name": {"text": …} */
static void put_text(khct_json_writer *w, const char *name, khct_str text)
{
    khct_json_key_object(w, name);
    khct_json_key_text(w, "text", text);
    khct_json_end_object(w);
}

static void put_rule(khct_json_writer *w, const khct_code_row *row, khct_language language)
{
    khct_json_object(w);
    khct_json_key_cstr(w, "id", row->name);
    put_text(w, "shortDescription", khct_str_of(row->title[language]));
    if (row->explain[language][0] != '\0') {
        put_text(w, "fullDescription", khct_str_of(row->explain[language]));
        put_text(w, "help", khct_str_of(row->explain[language]));
    }
    khct_json_key_object(w, "defaultConfiguration");
    khct_json_key_cstr(w, "level", khct_severity_name(row->severity));
    khct_json_end_object(w);
    if (row->clause[0] != '\0') {
        khct_json_key_object(w, "properties");
        khct_json_key_cstr(w, "clause", row->clause);
        khct_json_end_object(w);
    }
    khct_json_end_object(w);
}

static void put_tool(khct_json_writer *w, const char *version, khct_language language)
{
    khct_json_key_object(w, "tool");
    khct_json_key_object(w, "driver");
    khct_json_key_cstr(w, "name", "khct");
    khct_json_key_cstr(w, "version", version);
    khct_json_key_cstr(w, "language", language == KHCT_VI ? "vi" : "en");
    khct_json_key_list(w, "rules");
    for (unsigned code = 0; code < KHCT_CODE_COUNT; code++)
        put_rule(w, khct_code_at((khct_code)code), language);
    khct_json_end_list(w);
    khct_json_end_object(w);
    khct_json_end_object(w);
}

void khct_sarif_begin(khct_out *out, const char *version, khct_language language)
{
    khct_json_writer writer = khct_json_writer_of(out, false), *w = &writer;
    khct_json_object(w);
    khct_json_key_cstr(w, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    khct_json_key_cstr(w, "version", "2.1.0");
    khct_json_key_list(w, "runs");
    khct_json_object(w);
    put_tool(w, version, language);
    khct_json_key_cstr(w, "columnKind", "utf16CodeUnits");
    khct_json_key_list(w, "newlineSequences");
    khct_json_cstr(w, "\r\n");
    khct_json_cstr(w, "\n");
    khct_json_cstr(w, "\r");
    khct_json_end_list(w);
    khct_json_key_object(w, "originalUriBaseIds");
    khct_json_key_object(w, "STDLIB");
    put_text(w, "description",
             language == KHCT_VI ? KHCT_STR("thư viện chuẩn trong chương trình")
                                 : KHCT_STR("the standard library in the program"));
    khct_json_end_object(w);
    khct_json_end_object(w);
    khct_json_key_list(w, "results"); /* closed by khct_sarif_end */
    khct_out_char(out, '\n');
}

void khct_sarif_end(khct_out *out)
{
    khct_out_cstr(out, "]}]}\n");
}

/* A file by its path, relative or absolute. */
static void put_artifact(const writing *t, khct_str name, bool library)
{
    khct_json_key_object(t->w, "artifactLocation");
    khct_json_key_text(t->w, "uri", khct_percent(t->diags->arena, name, "-._~/"));
    if (library)
        khct_json_key_cstr(t->w, "uriBaseId", "STDLIB");
    khct_json_end_object(t->w);
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

static void put_region(const writing *t, const char *name, khct_span span)
{
    const khct_sources *sources = t->diags->sources;
    uint32_t line = khct_source_line(sources, span.source, span.begin);
    uint32_t last = khct_source_line(sources, span.source, span.end);
    khct_span end = {span.source, span.end, span.end};
    khct_json_key_object(t->w, name);
    khct_json_key_int(t->w, "startLine", line);
    khct_json_key_int(t->w, "startColumn", utf16_column(t->diags, span, line));
    khct_json_key_int(t->w, "endLine", last);
    khct_json_key_int(t->w, "endColumn", utf16_column(t->diags, end, last));
    khct_json_end_object(t->w);
}

/* "physicalLocation": {…}; of a place that is nowhere the plan's file. */
static void put_physical(const writing *t, khct_span span, khct_str path)
{
    const khct_source *source = khct_source_at(t->diags->sources, span);
    khct_json_key_object(t->w, "physicalLocation");
    if (source == NULL) {
        put_artifact(t, path, false);
    } else {
        put_artifact(t, source->name, source->library);
        put_region(t, "region", span);
    }
    khct_json_end_object(t->w);
}

/* The message with what is said below it. */
static khct_str whole_text(const writing *w, const khct_diag *diag)
{
    khct_arena *arena = w->diags->arena;
    khct_strs pieces = {0};
    KHCT_ADD(arena, &pieces, khct_message_text(arena, diag->message, w->language));
    if (diag->label.id != KHCT_T_NONE)
        KHCT_ADD(arena, &pieces, "; ", khct_message_text(arena, diag->label, w->language));
    const char *hint = w->language == KHCT_VI ? "gợi ý: " : "help: ";
    for (size_t i = 0; i < diag->remarks.n; i++)
        KHCT_ADD(arena, &pieces, "\n", diag->remarks.at[i].hint ? hint : "",
                 khct_message_text(arena, diag->remarks.at[i].message, w->language));
    return khct_str_join(arena, pieces.at, pieces.n);
}

static void put_related(const writing *t, const khct_diag *diag)
{
    size_t n = 0;
    for (size_t i = 0; i < diag->related.n; i++) {
        if (khct_source_at(t->diags->sources, diag->related.at[i].span) == NULL)
            continue;
        if (n++ == 0)
            khct_json_key_list(t->w, "relatedLocations");
        khct_json_object(t->w);
        put_physical(t, diag->related.at[i].span, KHCT_STR(""));
        put_text(t->w, "message",
                 khct_message_text(t->diags->arena, diag->related.at[i].message, t->language));
        khct_json_end_object(t->w);
    }
    if (n > 0)
        khct_json_end_list(t->w);
}

static const char *const GRADES[][2] = {
    [KHCT_SAFE] = {"sửa an toàn", "safe fix"},
    [KHCT_LIKELY] = {"có lẽ đúng", "likely fix"},
    [KHCT_PERSON] = {"cần người quyết định", "a person must decide"},
};

/* A fix that edits several files has a change a file. */
static void put_changes(const writing *t, const khct_fix *fix)
{
    khct_json_key_list(t->w, "artifactChanges");
    for (size_t i = 0; i < fix->edits.n; i++) {
        const khct_edit *edit = &fix->edits.at[i];
        const khct_source *source = khct_source_at(t->diags->sources, edit->span);
        bool same = i > 0 && fix->edits.at[i - 1].span.source == edit->span.source;
        if (i > 0 && !same) {
            khct_json_end_list(t->w);
            khct_json_end_object(t->w);
        }
        if (!same) {
            khct_json_object(t->w);
            put_artifact(t, source->name, source->library);
            khct_json_key_list(t->w, "replacements");
        }
        khct_json_object(t->w);
        put_region(t, "deletedRegion", edit->span);
        put_text(t->w, "insertedContent", edit->text);
        khct_json_end_object(t->w);
    }
    khct_json_end_list(t->w);
    khct_json_end_object(t->w);
    khct_json_end_list(t->w);
}

static void put_fix(const writing *t, const khct_fix *fix)
{
    khct_json_object(t->w);
    put_text(t->w, "description",
             fix->title.id != KHCT_T_NONE
                 ? khct_message_text(t->diags->arena, fix->title, t->language)
                 : khct_str_of(GRADES[fix->grade][t->language]));
    put_changes(t, fix);
    khct_json_key_object(t->w, "properties");
    khct_json_key_cstr(t->w, "grade", khct_grade_name(fix->grade));
    khct_json_end_object(t->w);
    khct_json_end_object(t->w);
}

static void put_fixes(const writing *t, const khct_diag *diag)
{
    size_t n = 0;
    for (size_t i = 0; i < diag->fixes.n; i++) {
        if (diag->fixes.at[i].edits.n == 0)
            continue;
        if (n++ == 0)
            khct_json_key_list(t->w, "fixes");
        put_fix(t, &diag->fixes.at[i]);
    }
    if (n > 0)
        khct_json_end_list(t->w);
}

static void put_result(const writing *t, const khct_diag *diag, khct_str path)
{
    khct_json_writer *w = t->w;
    khct_json_object(w);
    khct_json_key_cstr(w, "ruleId", khct_code_at(diag->code)->name);
    khct_json_key_int(w, "ruleIndex", diag->code);
    khct_json_key_cstr(w, "level", khct_severity_name(diag->severity));
    put_text(w, "message", whole_text(t, diag));
    khct_json_key_list(w, "locations");
    khct_json_object(w);
    put_physical(t, diag->span, path);
    khct_json_end_object(w);
    khct_json_end_list(w);
    put_related(t, diag);
    put_fixes(t, diag);
    if (diag->accepted.p != NULL) {
        khct_json_key_list(w, "suppressions");
        khct_json_object(w);
        khct_json_key_cstr(w, "kind", "inSource");
        khct_json_key_text(w, "justification", khct_quote(t->diags->arena, diag->accepted));
        khct_json_end_object(w);
        khct_json_end_list(w);
    }
    khct_json_end_object(w);
}

void khct_sarif_results(khct_out *out, const khct_diags *diags, khct_str path,
                        khct_language language)
{
    for (size_t i = 0; i < diags->list.n; i++) {
        khct_json_writer w = khct_json_writer_of(out, false);
        if (i > 0)
            khct_out_cstr(out, ",\n");
        put_result(&(writing){&w, diags, language}, diags->list.at[i], path);
    }
}
