/* From a draft to a file: source as the formatter lays it out, with marked keywords, which says
 * what the draft says. */
#ifndef KHCT_IMPORT_WRITE_H
#define KHCT_IMPORT_WRITE_H

#include "import/sketch.h"
#include "text/out.h"
#include "syntax/vocabulary.h"

typedef KHCT_VEC(khct_sketch_remark) khct_sketch_remarks;

/* The source. What would not read back as it stands in the draft is written between """, and
 * where that does not help, as a comment. Remarks are reported in `diags`, whose list of sources
 * gets the source under `name`, in the order of their places. In khct_try on the arena. */
khct_str khct_sketch_write(khct_arena *arena, const khct_vocabulary *vocabulary, khct_sketch *plan,
                           const khct_sketch_remarks *remarks, khct_str name, khct_diags *diags);

/* What `write` writes, as text in the arena. In khct_try on it. */
khct_str khct_in_written(khct_arena *arena, void (*write)(khct_out *out, void *context),
                         void *context);

#endif
