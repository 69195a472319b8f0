/* The standard library: catalogues, legal documents, templates, roles.
 *
 * Written in khct, held inside the program, and read piece by piece when a plan first asks. A
 * directory (KHCT_PATH) may stand before it: what is found there, under the same path, is used
 * instead. One library serves any number of plans, one after another; it is not shared between
 * threads.
 */
#ifndef KHCT_LIBRARY_LIBRARY_H
#define KHCT_LIBRARY_LIBRARY_H

#include "library/catalogue.h"
#include "library/records.h"
#include "library/template.h"
#include "syntax/load.h"

/* What was found in a file: the block that it is named for, or NULL. */
typedef struct khct_known {
    khct_str path;
    const void *block;
} khct_known;

typedef struct khct_library {
    khct_arena *arena;
    khct_sources sources; /* its files; their numbers carry KHCT_IN_LIBRARY */
    khct_diags diags;     /* what is wrong with the library itself */
    khct_vocabulary *vocabulary;
    khct_lexicon *lexicon;
    const char *path;           /* KHCT_PATH, or NULL */
    KHCT_VEC(khct_known) known; /* of the catalogues and templates that were asked for */
    khct_records records;       /* of legal documents; khct_library_records */
    khct_map record_by_id;
    KHCT_VEC(const khct_ended_body *) ended; /* bodies that are no more, with their names */
    khct_phrases ended_names; /* each with its body's number; "UBND thành phố …" without the sign */
    khct_phrases ended_open;         /* those that want a name after them */
    khct_phrases ended_but;          /* names that do not count there */
    KHCT_VEC(khct_document *) roles; /* files of `vaitro` and `viettat` declarations */
    khct_strs unreadable;            /* files that have been told of */
    bool records_found, ended_loaded, roles_loaded;
} khct_library;

/* A library, or NULL when there is no memory. `path` (KHCT_PATH) may be NULL; it is kept. */
khct_library *khct_library_new(const char *path);
void khct_library_free(khct_library *library);

/* By ID, loaded when first asked for; NULL where there is none. Must run inside khct_try on the
 * library's arena. */
const khct_catalogue *khct_library_catalogue(khct_library *library, khct_str id);
const khct_template *khct_library_template(khct_library *library, khct_str id);

/* By ID or by number. `arena`: for what the look-up needs. */
const khct_legal *khct_library_legal(khct_library *library, khct_arena *arena, khct_str id);

/* Where all legal documents stand, in the files' order; what one of them says. */
const khct_records *khct_library_records(khct_library *library);
const khct_legal *khct_library_record(khct_library *library, size_t i);

/* What documents say of bodies of the state that are no more. */
void khct_library_load_ended(khct_library *library);

/* The declarations of roles and abbreviations. */
void khct_library_load_roles(khct_library *library);

/* The IDs in a folder of the library ("danhmuc", "mau"), sorted. */
khct_strs khct_library_list(khct_library *library, khct_arena *arena, const char *folder);

/* The text of a file of the library ("latex/khct.cls"); .p NULL where there is none. One that is
 * read from KHCT_PATH lies in the arena. */
khct_str khct_library_file(const khct_library *library, khct_arena *arena, const char *path);

/* The SHA-256 of such a text, worked out when the program was built; NULL where it is no file of
 * the library inside it. */
const unsigned char *khct_library_digest(khct_str text);

/* The document that made the catalogue, or NULL. */
const khct_legal *khct_catalogue_legal(khct_library *library, khct_arena *arena,
                                       const khct_catalogue *catalogue);

/* "Thông tư 18/2018/TT-BGDĐT" of a catalogue, or its ID where it has no document. */
khct_str khct_catalogue_name(khct_library *library, khct_arena *arena,
                             const khct_catalogue *catalogue);

#endif
