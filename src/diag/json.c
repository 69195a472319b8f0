#include "diag/json.h"

#include "text/json.h"

static const char *const SEVERITIES[] = {
    [KHCT_ERROR] = "error",
    [KHCT_SIGNED] = "error",
    [KHCT_WARNING] = "warning",
    [KHCT_NOTE] = "note",
};

static const char *const GRADES[] = {
    [KHCT_SAFE] = "safe",
    [KHCT_LIKELY] = "likely",
    [KHCT_PERSON] = "person",
};

const char *khct_severity_name(khct_severity severity)
{
    return SEVERITIES[severity];
}

const char *khct_grade_name(khct_grade grade)
{
    return GRADES[grade];
}

static void key(khct_out *out, const char *name)
{
    khct_out_char(out, '"');
    khct_out_cstr(out, name);
    khct_out_cstr(out, "\": ");
}

static void message(khct_out *out, const khct_diags *diags, khct_message text)
{
    khct_out_cstr(out, "{\"vi\": ");
    khct_json_string(out, khct_message_text(diags->arena, text, KHCT_VI));
    khct_out_cstr(out, ", \"en\": ");
    khct_json_string(out, khct_message_text(diags->arena, text, KHCT_EN));
    khct_out_char(out, '}');
}

static void place(khct_out *out, const khct_diags *diags, khct_span span)
{
    const khct_source *source = khct_source_at(diags->sources, span);
    if (source == NULL) {
        khct_out_cstr(out, "null");
        return;
    }
    khct_position from = khct_source_position(diags->sources, span.source, span.begin);
    khct_position to = khct_source_position(diags->sources, span.source, span.end);
    khct_out_cstr(out, "{\"file\": ");
    khct_json_string(out, source->name);
    if (source->library)
        khct_out_cstr(out, ", \"library\": true");
    khct_out_format(out, ", \"line\": %u, \"column\": %u, \"endLine\": %u, \"endColumn\": %u",
                    from.line, from.column, to.line, to.column);
    khct_out_format(out, ", \"begin\": %u, \"end\": %u}", span.begin, span.end);
}

/* A list, each item of which put(i) writes; nothing where it is empty. */
static void begin_item(khct_out *out, const char *name, size_t i)
{
    khct_out_cstr(out, i == 0 ? ",\n     " : ", ");
    if (i > 0)
        return;
    key(out, name);
    khct_out_char(out, '[');
}

static void end_list(khct_out *out, size_t n)
{
    if (n > 0)
        khct_out_char(out, ']');
}

static void put_remarks(khct_out *out, const khct_diags *diags, const khct_diag *diag, bool hint,
                        const char *name)
{
    size_t n = 0;
    for (size_t i = 0; i < diag->remarks.n; i++) {
        if (diag->remarks.at[i].hint != hint)
            continue;
        begin_item(out, name, n++);
        message(out, diags, diag->remarks.at[i].message);
    }
    end_list(out, n);
}

static void put_fix(khct_out *out, const khct_diags *diags, const khct_fix *fix)
{
    khct_out_cstr(out, "{\"grade\": \"");
    khct_out_cstr(out, GRADES[fix->grade]);
    khct_out_cstr(out, "\", \"edits\": [");
    for (size_t i = 0; i < fix->edits.n; i++) {
        khct_out_cstr(out, i > 0 ? ", {\"place\": " : "{\"place\": ");
        place(out, diags, fix->edits.at[i].span);
        khct_out_cstr(out, ", \"text\": ");
        khct_json_string(out, fix->edits.at[i].text);
        khct_out_char(out, '}');
    }
    khct_out_cstr(out, "]}");
}

static void put_diag(khct_out *out, const khct_diags *diags, const khct_diag *diag)
{
    const khct_code_row *row = khct_code_at(diag->code);
    khct_out_format(out, "    {\"code\": \"KH%s\", \"severity\": \"%s\"", row->number,
                    SEVERITIES[diag->severity]);
    if (diag->severity == KHCT_SIGNED)
        khct_out_cstr(out, ", \"acceptable\": true");
    khct_out_cstr(out, ",\n     \"message\": ");
    message(out, diags, diag->message);
    khct_out_cstr(out, ",\n     \"place\": ");
    place(out, diags, diag->span);
    if (diag->label.id != KHCT_T_NONE) {
        khct_out_cstr(out, ",\n     \"label\": ");
        message(out, diags, diag->label);
    }
    for (size_t i = 0; i < diag->related.n; i++) {
        begin_item(out, "related", i);
        khct_out_cstr(out, "{\"place\": ");
        place(out, diags, diag->related.at[i].span);
        khct_out_cstr(out, ", \"message\": ");
        message(out, diags, diag->related.at[i].message);
        khct_out_char(out, '}');
    }
    end_list(out, diag->related.n);
    put_remarks(out, diags, diag, false, "notes");
    put_remarks(out, diags, diag, true, "hints");
    for (size_t i = 0; i < diag->fixes.n; i++) {
        begin_item(out, "fixes", i);
        put_fix(out, diags, &diag->fixes.at[i]);
    }
    end_list(out, diag->fixes.n);
    if (diag->subject.n > 0) {
        khct_out_cstr(out, ",\n     \"criterion\": ");
        khct_json_string(out, diag->subject);
    }
    if (diag->accepted.p != NULL) {
        khct_out_cstr(out, ",\n     \"accepted\": ");
        khct_json_string(out, khct_quote(diags->arena, diag->accepted));
    }
    khct_out_char(out, '}');
}

void khct_json_diags(khct_out *out, const khct_diags *diags, khct_str path)
{
    size_t accepted = 0, more = 0;
    for (size_t i = 0; i < diags->list.n; i++)
        accepted += diags->list.at[i]->accepted.p != NULL;
    for (size_t i = 0; i < 4; i++)
        more += diags->beyond[i];
    khct_out_cstr(out, "  {\"file\": ");
    khct_json_string(out, path);
    khct_out_format(
        out, ",\n   \"errors\": %zu, \"warnings\": %zu, \"notes\": %zu, \"accepted\": %zu",
        khct_diags_count(diags, KHCT_ERROR) + khct_diags_count(diags, KHCT_SIGNED),
        khct_diags_count(diags, KHCT_WARNING), khct_diags_count(diags, KHCT_NOTE), accepted);
    if (more > 0)
        khct_out_format(out, ", \"notShown\": %zu", more);
    khct_out_cstr(out, ",\n   \"diagnostics\": [");
    for (size_t i = 0; i < diags->list.n; i++) {
        khct_out_cstr(out, i > 0 ? ",\n" : "\n");
        put_diag(out, diags, diags->list.at[i]);
    }
    khct_out_cstr(out, "]}");
}
