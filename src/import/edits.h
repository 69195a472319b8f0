/* Words that were changed in a document, as changes of the source that they come from. */
#ifndef KHCT_IMPORT_EDITS_H
#define KHCT_IMPORT_EDITS_H

#include "compile/compile.h"
#include "import/compare.h"
#include "syntax/bundle.h"

/* A plan read from memory, and the document that it makes. */
typedef struct khct_in_made {
    const khct_bundle *bundle;
    khct_compilation *compilation;
    khct_in_document *document; /* NULL: it makes none */
    khct_spans from;            /* of each paragraph, by its order: where it comes from */
} khct_in_made;

/* How a bundle is compiled: for khct_compile and its like, with the name of its first file. */
khct_compile_options khct_in_options(const khct_bundle *bundle);

/* Reads the document that a bundle, compiled, makes, as one that is taken in. With `faults`, a plan
 * with errors makes one too, if only its text can be read. In khct_compilation_try, or, of one
 * compiled within the library's arena, in khct_try on that; all lives in the compilation's. */
khct_in_made khct_in_make(khct_compilation *compilation, const khct_bundle *bundle, bool faults);

/* A place in a bundle; file KHCT_NONE: nowhere. */
typedef struct khct_in_spot {
    uint32_t file;
    size_t begin, end;
} khct_in_spot;

/* Where the words of a paragraph of that document come from. */
khct_in_spot khct_in_spot_of(const khct_in_made *made, const khct_in_paragraph *paragraph);

/* Bytes of the source that are to be others. */
typedef struct khct_in_edit {
    khct_in_spot spot;
    khct_str text;     /* escaped */
    size_t difference; /* which of the comparison's it settles */
    bool again;        /* the one before it does the same for another place of the document */
    bool on;
} khct_in_edit;

typedef KHCT_VEC(khct_in_edit) khct_in_edits;

/* Most differences that edits are looked for, and told of. */
enum { KHCT_IN_MOST_EDITS = 1000 };

/* The edits that might settle the differences, in the order of their places and beside each other.
 * What is put around the source's words stays out of it; comments are not written over. */
khct_in_edits khct_in_edits_of(khct_arena *arena, const khct_in_made *made,
                               const khct_in_comparison *comparison);

/* The bundle with the edits that are on. Where `spots` is not NULL, spots[i] is where edit i's text
 * stands in the result. */
khct_bundle *khct_in_edited(khct_arena *arena, const khct_bundle *bundle,
                            const khct_in_edits *edits, khct_in_spot *spots);

#endif
