/* What the words of a citation and its grammar share. */
#ifndef KHCT_GRAMMAR_BASIS_H
#define KHCT_GRAMMAR_BASIS_H

#include "value/basis.h"

/* A token: words `from` to `to` (excluded). */
typedef struct khct_basis_token {
    int kind;
    size_t from, to;
    khct_docnumber number; /* NUMBER, PART */
    khct_day day;          /* DATE */
    size_t day_from;       /* DATE: its first word behind `ngày` */
    bool same_day;         /* DATE: `cùng ngày`: of those before it too */
    khct_str name;         /* HEAD, LAW, ALONE: the kind in full */
    bool named;            /* HEAD, LAW, ALONE: its documents have names: Luật */
    uint32_t year;         /* YEAR */
} khct_basis_token;

typedef struct khct_basis_parsing {
    const khct_reader *reader;
    khct_words words;
    KHCT_VEC(khct_basis_token) tokens;
    size_t next; /* the token to be read next */
    khct_citation *out;
    khct_basis head; /* what stands before the numbers that are being read */
    size_t group;    /* the first document with that head */
    size_t amended;  /* the document that those being read amend; SIZE_MAX: none */
    size_t about;    /* the document that a subject belongs to; SIZE_MAX: the last */
} khct_basis_parsing;

/* Takes the words apart: numbers, dates and kinds of documents are one token each. */
void khct_basis_cut(khct_basis_parsing *parsing);

/* A document of which nothing is said. */
khct_basis khct_basis_none(const khct_basis_parsing *parsing);

/* Words `from` to `to` without commas at the end; with the marks of `của` where it is `cua`. */
khct_basis_part khct_basis_part_of(const khct_basis_parsing *parsing, size_t from, size_t to);
khct_basis_part khct_basis_connector(const khct_basis_parsing *parsing, size_t from, size_t to);

/* Reports a day that does not exist or is not filled in. */
void khct_basis_say_day(const khct_basis_parsing *parsing, const khct_day *day);

#endif
