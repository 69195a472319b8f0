#include "diag/json.h"

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

typedef struct writing {
    khct_json_writer *w;
    const khct_diags *diags;
    const khct_diag_form *form;
} writing;

static void key(writing *t, const char *name)
{
    khct_json_key(t->w, khct_str_of(name));
}

void khct_json_place(khct_json_writer *w, const khct_diags *diags, khct_span span)
{
    const khct_source *source = khct_source_at(diags->sources, span);
    if (source == NULL) {
        khct_json_null(w);
        return;
    }
    khct_position from = khct_source_position(diags->sources, span.source, span.begin);
    khct_position to = khct_source_position(diags->sources, span.source, span.end);
    khct_json_object(w);
    khct_json_key_text(w, "file", source->name);
    if (source->library)
        khct_json_key_bool(w, "library", true);
    khct_json_key_int(w, "line", from.line);
    khct_json_key_int(w, "column", from.column);
    khct_json_key_int(w, "endLine", to.line);
    khct_json_key_int(w, "endColumn", to.column);
    khct_json_key_int(w, "begin", span.begin);
    khct_json_key_int(w, "end", span.end);
    khct_json_end_object(w);
}

static void put_place(writing *t, khct_span span)
{
    if (!t->form->places)
        return;
    key(t, "place");
    khct_json_place(t->w, t->diags, span);
}

static void put_pointer(writing *t, khct_span span)
{
    if (t->form->put_pointer == NULL)
        return;
    key(t, "at");
    t->form->put_pointer(t->w, span, t->form->context);
}

static void put_message(writing *t, khct_message message)
{
    khct_json_object(t->w);
    khct_json_key_text(t->w, "vi", khct_message_text(t->form->arena, message, KHCT_VI));
    khct_json_key_text(t->w, "en", khct_message_text(t->form->arena, message, KHCT_EN));
    khct_json_end_object(t->w);
}

/* A message under its key, where there is one; or null. */
static void put_key_message(writing *t, const char *name, khct_message message)
{
    if (message.id == KHCT_T_NONE && !t->form->whole)
        return;
    key(t, name);
    if (message.id == KHCT_T_NONE)
        khct_json_null(t->w);
    else
        put_message(t, message);
}

static void put_key_text(writing *t, const char *name, khct_str text, bool there)
{
    if (!there && !t->form->whole)
        return;
    key(t, name);
    if (there)
        khct_json_any_text(t->w, text);
    else
        khct_json_null(t->w);
}

/* The beginning of a list of n items under its key; false where there is nothing to write. */
static bool begin_list(writing *t, const char *name, size_t n)
{
    if (n == 0 && !t->form->whole)
        return false;
    khct_json_key_list(t->w, name);
    return true;
}

static void put_related(writing *t, const khct_diag *diag)
{
    if (!begin_list(t, "related", diag->related.n))
        return;
    for (size_t i = 0; i < diag->related.n; i++) {
        khct_json_object(t->w);
        put_key_message(t, "message", diag->related.at[i].message);
        put_pointer(t, diag->related.at[i].span);
        put_place(t, diag->related.at[i].span);
        khct_json_end_object(t->w);
    }
    khct_json_end_list(t->w);
}

static void put_remarks(writing *t, const khct_diag *diag, bool hint, const char *name)
{
    size_t n = 0;
    for (size_t i = 0; i < diag->remarks.n; i++)
        n += diag->remarks.at[i].hint == hint;
    if (!begin_list(t, name, n))
        return;
    for (size_t i = 0; i < diag->remarks.n; i++)
        if (diag->remarks.at[i].hint == hint)
            put_message(t, diag->remarks.at[i].message);
    khct_json_end_list(t->w);
}

static void put_fix(writing *t, const khct_fix *fix)
{
    khct_json_object(t->w);
    khct_json_key_cstr(t->w, "grade", GRADES[fix->grade]);
    if (t->form->whole)
        put_key_message(t, "title", fix->title);
    khct_json_key_list(t->w, "edits");
    for (size_t i = 0; i < fix->edits.n; i++) {
        khct_json_object(t->w);
        khct_json_key_text(t->w, "text", fix->edits.at[i].text);
        put_place(t, fix->edits.at[i].span);
        khct_json_end_object(t->w);
    }
    khct_json_end_list(t->w);
    khct_json_end_object(t->w);
}

static void put_fixes(writing *t, const khct_diag *diag)
{
    if (!begin_list(t, "fixes", diag->fixes.n))
        return;
    for (size_t i = 0; i < diag->fixes.n; i++)
        put_fix(t, &diag->fixes.at[i]);
    khct_json_end_list(t->w);
}

void khct_json_diag(khct_json_writer *w, const khct_diags *diags, const khct_diag *diag,
                    const khct_diag_form *form)
{
    writing t = {w, diags, form};
    khct_json_object(w);
    khct_json_key_cstr(w, "code", khct_code_at(diag->code)->name);
    khct_json_key_cstr(w, "severity", SEVERITIES[diag->severity]);
    if (diag->severity == KHCT_SIGNED && !form->whole)
        khct_json_key_bool(w, "acceptable", true);
    put_key_message(&t, "message", diag->message);
    put_key_message(&t, "label", diag->label);
    put_pointer(&t, diag->span);
    put_key_text(&t, "criterion", diag->subject, diag->subject.n > 0);
    put_related(&t, diag);
    put_remarks(&t, diag, false, "notes");
    put_remarks(&t, diag, true, "hints");
    put_fixes(&t, diag);
    bool accepted = diag->accepted.p != NULL;
    put_key_text(&t, "accepted",
                 !accepted     ? KHCT_STR("")
                 : form->whole ? diag->accepted
                               : khct_quote(form->arena, diag->accepted),
                 accepted);
    put_place(&t, diag->span);
    khct_json_end_object(w);
}

void khct_json_diags(khct_out *out, const khct_diags *diags, khct_str path)
{
    khct_json_writer w = khct_json_writer_of(out, true);
    khct_diag_form form = {.places = true, .arena = diags->arena};
    size_t accepted = 0, more = 0;
    for (size_t i = 0; i < diags->list.n; i++)
        accepted += diags->list.at[i]->accepted.p != NULL;
    for (size_t i = 0; i < 4; i++)
        more += diags->beyond[i];
    khct_json_object(&w);
    khct_json_key_text(&w, "file", path);
    khct_json_key_int(&w, "errors", (int64_t)khct_diags_errors(diags));
    khct_json_key_int(&w, "warnings", (int64_t)khct_diags_count(diags, KHCT_WARNING));
    khct_json_key_int(&w, "notes", (int64_t)khct_diags_count(diags, KHCT_NOTE));
    khct_json_key_int(&w, "accepted", (int64_t)accepted);
    if (more > 0)
        khct_json_key_int(&w, "notShown", (int64_t)more);
    khct_json_key_list(&w, "diagnostics");
    for (size_t i = 0; i < diags->list.n; i++)
        khct_json_diag(&w, diags, diags->list.at[i], &form);
    khct_json_end_list(&w);
    khct_json_end_object(&w);
}
