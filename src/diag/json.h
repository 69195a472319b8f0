/* Diagnostics as JSON, for programs: the one form of a diagnostic, in what `khct check` says of
 * plans (docs/diagnostics.md) and in the JSON of a plan (docs/json.md). */
#ifndef KHCT_DIAG_JSON_H
#define KHCT_DIAG_JSON_H

#include "diag/diag.h"
#include "text/json.h"

/* How a diagnostic stands in its surroundings. */
typedef struct khct_diag_form {
    bool places; /* with the places in the sources, as "place" */
    bool whole;  /* with the keys that have nothing to say, as null or [] */
    /* Writes a value that names the place in other terms (a pointer into the plan's JSON), as "at";
     * NULL: none. */
    void (*put_pointer)(khct_json_writer *w, khct_span span, void *context);
    void *context;
    khct_arena *arena; /* for the texts of messages */
} khct_diag_form;

/* One diagnostic: an object. */
void khct_json_diag(khct_json_writer *w, const khct_diags *diags, const khct_diag *diag,
                    const khct_diag_form *form);

/* The object of one plan: its path, counts, diagnostics in the order of the list. Messages are
 * given in both languages. */
void khct_json_diags(khct_out *out, const khct_diags *diags, khct_str path);

/* A place in the sources; null where it is nowhere. */
void khct_json_place(khct_json_writer *w, const khct_diags *diags, khct_span span);

/* "error", "warning", "note"; "safe", "likely", "person". */
const char *khct_severity_name(khct_severity severity);
const char *khct_grade_name(khct_grade grade);

#endif
