/* Titles of columns as names of fields: "Dự kiến kinh phí" is `kinhphi`. They are further marked
 * forms of the keyword, from the library's templates (gen/build_titles.def) and grammar/titles.def.
 */
#ifndef KHCT_SYNTAX_TITLES_H
#define KHCT_SYNTAX_TITLES_H

#include "syntax/vocabulary.h"

/* Look-up tables of the titles; a part of the vocabulary. `first` gets the first word, folded, of
 * each. */
khct_titles *khct_titles_new(khct_arena *arena, khct_map *first);

/* What a text begins with. */
typedef struct khct_title_match {
    khct_keyword keyword; /* KHCT_KEYWORD_NONE: nothing */
    bool whole;           /* all of a title, not only its first words */
    size_t length;        /* bytes */
} khct_title_match;

/* The longest title, or first words (two at least) of one, at the beginning of the text. */
khct_title_match khct_title_at(const khct_titles *titles, khct_str text);

/* False where no title that begins with the field's name can go on with this text. */
bool khct_title_may_go_on(const khct_titles *titles, khct_keyword keyword, khct_str text);

/* The longest of what stands after the field's name: the rest of a title that begins with that
 * name. "và phối hợp thực hiện" after `chutri`. */
khct_title_match khct_title_rest(const khct_titles *titles, khct_keyword keyword, khct_str text);

/* The field of the block that a looser name at the beginning of the text stands for ("Phụ trách:");
 * *length: bytes of the name without its colon. KHCT_KEYWORD_NONE: none. */
khct_keyword khct_label_at(const khct_titles *titles, khct_block block, khct_str text,
                           size_t *length);

/* The field of a title written in one word without marks ("nguoiphutrach"), or with its words apart
 * but without marks ("nguoi phu trach"); *length: its bytes. KHCT_KEYWORD_NONE: none. */
khct_keyword khct_title_bare(khct_block block, khct_str text, size_t *length);

/* The block whose name is shortened at the beginning of the text, and which `block` can hold ("TC
 * 1.10"); *length: bytes of the short name. KHCT_KEYWORD_NONE: none. */
khct_keyword khct_title_short(khct_block block, khct_str text, size_t *length);

#endif
