/* Parts of an archive and what is wrong with them; of use inside the readers only. */
#ifndef KHCT_IMPORT_PARTS_H
#define KHCT_IMPORT_PARTS_H

#include "import/read.h"

/* What is wrong with an archive, in words. */
khct_in_fault khct_in_unzip_fault(khct_unzip_fault fault, khct_str part);

/* Reads a part of an archive as XML. A part that is not there: nothing, where it `may_lack`. */
khct_in_fault khct_in_part(khct_arena *arena, const khct_unzip *archive, khct_str name,
                           bool may_lack, const khct_xml_handler *handler);

/* A relation of a part of Office Open XML to another one. */
typedef struct khct_in_relation {
    khct_str id, type, target; /* type: the end of its name; target: the name of a part */
} khct_in_relation;

typedef KHCT_VEC(khct_in_relation) khct_in_relations;

/* The relations of the part; of the archive itself for "". */
khct_in_fault khct_in_relations_of(khct_arena *arena, const khct_unzip *archive, khct_str part,
                                   khct_in_relations *relations);

/* A part that is read, which may be lacking: by the type of its relation, else by its usual name;
 * type NULL: the main part. */
typedef struct khct_in_office_part {
    const char *type, *name;
    khct_xml_handler handler;
} khct_in_office_part;

/* Reads the parts one after the other; *relations: those of the main one, `main` where nothing else
 * is said. */
khct_in_fault khct_in_read_office(khct_arena *arena, const khct_unzip *archive, const char *main,
                                  const khct_in_office_part *parts, size_t count,
                                  khct_in_relations *relations);

/* The readers. */
khct_in_fault khct_in_read_docx(khct_in_builder *b, khct_arena *arena, const khct_unzip *archive);
khct_in_fault khct_in_read_xlsx(khct_in_builder *b, khct_arena *arena, const khct_unzip *archive);
khct_in_fault khct_in_read_odf(khct_in_builder *b, khct_arena *arena, const khct_unzip *archive,
                               bool sheets);
void khct_in_read_html(khct_in_builder *b, khct_arena *arena, khct_str text);
void khct_in_read_text(khct_in_builder *b, khct_arena *arena, khct_str text);

#endif
