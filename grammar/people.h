/* What the words of a list of people and its grammar share.
 *
 * The tokens are cut in C and not by flex: names of roles are the library's and the plan's own, of
 * any length, and what a comma divides depends on the item before it (a further class only after a
 * class, an office only after a name that has none), which patterns over kinds cannot see. */
#ifndef KHCT_GRAMMAR_PEOPLE_H
#define KHCT_GRAMMAR_PEOPLE_H

#include "value/roles.h"

/* A token: words `from` to `to` (excluded). */
typedef struct khct_people_token {
    int kind;
    size_t from, to;
    uint32_t role;    /* ROLE, GROUP: its number */
    size_t role_from; /* ROLE: its first word after `các`, `đ/c` */
    size_t name_from; /* NAME: its first word after `ông`, `bà` */
    size_t name_to;
} khct_people_token;

typedef struct khct_people_parsing {
    const khct_reader *reader;
    const khct_phrases *names;
    khct_words words;
    KHCT_VEC(khct_people_token) tokens;
    size_t next; /* the token to be read next */
    khct_people *out;
    const khct_people_token *role, *name; /* of the item that is being read; NULL: none */
    size_t duty_from, duty_to;            /* its duty; equal: none */
} khct_people_parsing;

/* Takes the words apart: names of roles and of persons are one token each. */
void khct_people_cut(khct_people_parsing *parsing);

/* Adds a person of words `from` to `to`, with what has been read of it. */
void khct_people_add(khct_people_parsing *parsing, size_t from, size_t to);

#endif
