/* What the words of a citation, its scanner and its grammar share.
 *
 * The kinds of tokens, one letter each (src/value/basis_words.c has their words):
 *   K a kind of document   L one whose documents have names: Luật   H the one without: Hiến pháp
 *   V a kind that is a verb elsewhere: quy định   h, l the same where a number, or a name and a
 *   date, says which document it is
 *   s số   n a number   p figures of a list whose last has the letters: 17, 18/2018/TT-BGDĐT
 *   d a date   y a year   Y năm 2019
 *   u của   o về   i ban hành   v another verb
 *   B đã, được   A sửa đổi   S một số điều   b bởi   P các
 *   & và, +   ; a semicolon, or a new item   w any other word   \n the end
 * Commas, dashes and brackets stand for themselves.
 */
#ifndef KHCT_GRAMMAR_BASIS_TOKENS_H
#define KHCT_GRAMMAR_BASIS_TOKENS_H

#include "value/basis.h"

/* A token: words `from` to `to` (excluded). */
typedef struct khct_basis_token {
    char kind;
    size_t from, to;
    khct_docnumber number; /* n, p */
    khct_day day;          /* d */
    size_t day_from;       /* d: its first word after `ngày` */
    bool same_day;         /* d: `cùng ngày`: of those before it too */
    khct_str name;         /* of a kind: in full */
    bool named;            /* of a kind: its documents have names */
    uint32_t year;         /* y, Y */
} khct_basis_token;

typedef struct khct_basis_parsing {
    const khct_reader *reader;
    khct_words words;
    KHCT_VEC(khct_basis_token) tokens; /* the last is the end */
    char *kinds;                       /* of each token; two NULs at the end */
    size_t next;                       /* the token that the scanner comes to next */
    khct_citation *out;
    khct_basis head; /* what stands before the numbers that are being read */
    size_t group;    /* the first document with that head */
    size_t amended;  /* the document that those being read amend; SIZE_MAX: none */
    size_t about;    /* the document that a subject belongs to; SIZE_MAX: the last */
} khct_basis_parsing;

/* Takes the words apart: numbers, dates and kinds of documents are one token each. */
void khct_basis_cut(khct_basis_parsing *parsing);

/* Fills parsing->out. False where no rule derives the tokens. */
bool khct_basis_derive(khct_basis_parsing *parsing);

/* A document of which nothing is said. */
khct_basis khct_basis_none(const khct_basis_parsing *parsing);

/* Words `from` to `to` without commas at the end; with the marks of `của` where it is `cua`. */
khct_basis_part khct_basis_part_of(const khct_basis_parsing *parsing, size_t from, size_t to);
khct_basis_part khct_basis_connector(const khct_basis_parsing *parsing, size_t from, size_t to);

/* Reports a day that does not exist or is not filled in. */
void khct_basis_say_day(const khct_basis_parsing *parsing, const khct_day *day);

#endif
