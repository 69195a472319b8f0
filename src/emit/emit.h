/* The back ends: a folder each, all reading the same work and page. */
#ifndef KHCT_EMIT_EMIT_H
#define KHCT_EMIT_EMIT_H

#include "page/page.h"
#include "text/out.h"

typedef struct khct_emit_options {
    bool pretty;   /* JSON: a key a line; else compact */
    bool places;   /* JSON: where in the source each thing stands (--vitri) */
    bool bom;      /* CSV: begin with a byte-order mark, for Excel */
    khct_str font; /* of the print form; empty: the template's, or TeX Gyre Termes */
    khct_language language;
    khct_spans *origins; /* docx: gets where each paragraph comes from, in their order; NULL: not
                           asked for */
    const khct_bundle *bundle; /* docx: the plan's files, which travel along; NULL: they do not */
} khct_emit_options;

/* Writes the plan in one form: what follows from it is in `work`, how it is laid out in `page`,
 * which is NULL for a back end that does not ask for it (khct_backend.paged).
 * Nothing is derived here. Runs inside khct_compilation_try: it may use the plan's arena. */
typedef void khct_emitter(khct_out *out, const khct_work *work, const khct_page *page,
                          const khct_emit_options *options);

#endif
