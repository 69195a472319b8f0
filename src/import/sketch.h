/* A plan before it is source: a tree of what is to be written, and of remarks on it.
 *
 * Keywords and blocks are the vocabulary's. Words stand as the document has them; write.h sees to
 * what is special in the language.
 */
#ifndef KHCT_IMPORT_SKETCH_H
#define KHCT_IMPORT_SKETCH_H

#include "import/document.h"
#include "syntax/vocabulary.h"
#include "value/text.h"

typedef struct khct_sketch_words {
    khct_paragraph_kind kind;
    khct_str words;
} khct_sketch_words;

typedef enum khct_sketch_kind {
    KHCT_SKETCH_FIELD,
    KHCT_SKETCH_LINE, /* `dùng mẫu cv5932;` */
    KHCT_SKETCH_BLOCK,
    KHCT_SKETCH_COMMENT,
} khct_sketch_kind;

typedef struct khct_sketch {
    khct_sketch_kind kind;
    khct_keyword keyword;
    khct_block inside, opens; /* the block that it stands in; its own */
    khct_str head;            /* of a block or line: what stands before the title ("1.7 mức 3") */
    khct_str title;           /* of a block; or empty */
    KHCT_VEC(khct_sketch_words) words;
    KHCT_VEC(struct khct_sketch *) children;
    bool quoted;     /* written between """, as its words would be read otherwise */
    bool as_comment; /* it could not be written so that it reads back */
    size_t order;    /* the number of its node in the source, from 1; 0: none */
} khct_sketch;

/* A remark, and what it is about: a place of the document, and a part of the draft (NULL: none). */
typedef struct khct_sketch_remark {
    khct_code code;
    khct_message message;
    const khct_sketch *about;
} khct_sketch_remark;

/* A new child, at the end. */
khct_sketch *khct_sketch_block(khct_arena *arena, khct_sketch *parent, khct_keyword keyword,
                               khct_block opens);
khct_sketch *khct_sketch_field(khct_arena *arena, khct_sketch *parent, khct_keyword keyword);
khct_sketch *khct_sketch_line(khct_arena *arena, khct_sketch *parent, khct_keyword keyword,
                              khct_str head);
/* Each line of the text is a line of the comment. */
khct_sketch *khct_sketch_comment(khct_arena *arena, khct_sketch *parent, khct_str text);

/* Adds a paragraph or item to a field; white space is folded. Nothing where it has no words. */
void khct_sketch_say(khct_arena *arena, khct_sketch *field, khct_paragraph_kind kind,
                     khct_str words);

/* A new field with that paragraph. */
khct_sketch *khct_sketch_put(khct_arena *arena, khct_sketch *parent, khct_keyword keyword,
                             khct_str words);

/* Words that begin small go on with the field's last ones (NULL: it has none), which do not end. */
bool khct_sketch_goes_on(const khct_sketch *field, khct_str words);
void khct_sketch_join(khct_arena *arena, khct_sketch *field, khct_str words);

/* The first child field with that keyword, or NULL. */
khct_sketch *khct_sketch_find(const khct_sketch *parent, khct_keyword keyword);

/* White space of all kinds as one blank. */
khct_str khct_folded_space(khct_arena *arena, khct_str text);

#endif
