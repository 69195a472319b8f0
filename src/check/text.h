/* The words and signs of a plan, read once for all checks of its text (KH0004, KH5001 of
 * abbreviations, KH7xxx). Of use inside src/check only. */
#ifndef KHCT_CHECK_TEXT_H
#define KHCT_CHECK_TEXT_H

#include "check/checks.h"
#include "check/lexemes.h"

typedef KHCT_VEC(khct_span) khct_spans;

/* A word that something is to be said of, once, with all its places. */
typedef struct khct_remarked {
    khct_str word;
    khct_spans spans;
    bool explained; /* an abbreviation: `phụ huynh học sinh (PHHS)` stands somewhere */
} khct_remarked;

typedef KHCT_VEC(khct_remarked) khct_remarked_list;

/* A paragraph. */
typedef struct khct_seen_paragraph {
    khct_span span;  /* where it first stands */
    uint32_t number; /* in `twice`, from 1; 0: it stands once */
} khct_seen_paragraph;

typedef struct khct_texts {
    khct_checking *k;
    khct_lexemes lexemes;
    khct_spans styles[2];      /* words like hòa; words like hoà */
    khct_remarked_list shorts; /* abbreviations that nobody has declared so far */
    khct_remarked_list odd;    /* words that are no syllable */
    struct khct_chunk {
        const char *begin, *end; /* in a slice */
        bool address, code;
    } chunk;            /* the one last looked at: a long one is not read for each of its signs */
    khct_map own_words; /* capitals in the names of the school and its superior */
    khct_map seen;      /* paragraphs by their hashes: positions in the next */
    KHCT_VEC(khct_seen_paragraph) paragraphs;
    KHCT_VEC(khct_spans) twice; /* the places of each paragraph that stands more than once */
} khct_texts;

/* Adds a place of a word; the lexeme carries the word's number in the list. */
void khct_remark(khct_texts *texts, khct_remarked_list *list, khct_lexeme *lexeme, khct_span span);

/* True where the run without white space around byte `at` is an address or a code, not words:
 * `a@b.vn`, `18/2018/TT-BGDĐT`. */
bool khct_in_address(khct_texts *texts, khct_str slice, size_t at);
bool khct_in_code(khct_texts *texts, khct_str slice, size_t at);

/* shorts.c: capitals. Known are those that the plan or the library declares, Roman numbers, and
 * words that everybody knows. */
void khct_shorts_begin(khct_texts *texts);
bool khct_short_is_known(const khct_texts *texts, khct_str word);
void khct_short_met(khct_texts *texts, khct_lexeme *lexeme, khct_str slice, size_t at,
                    khct_span span);
void khct_shorts_end(khct_texts *texts);

/* signs.c: punctuation (KH7003). `span` is the slice's place. */
void khct_check_sign(khct_texts *texts, khct_str slice, size_t at, khct_span span);
void khct_check_value_end(khct_texts *texts, khct_str slice, khct_span span);
void khct_check_pairs(khct_texts *texts, khct_str slice, khct_span span);

#endif
