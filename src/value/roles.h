/* Who does something: known roles, persons, and whatever else the writer named. What is understood
 * is written in grammar/people.y. */
#ifndef KHCT_VALUE_ROLES_H
#define KHCT_VALUE_ROLES_H

#include "value/reader.h"

typedef struct khct_person {
    uint32_t role;     /* position in the plan's roles; KHCT_NONE: free words */
    khct_span role_at; /* of the role's own words; empty where they are left out */
    khct_span span;
    khct_str words; /* in NFC, white space folded, without the full stop at the end */
    khct_str name; /* "Trần Thị Bình" of `bà Trần Thị Bình - Hiệu trưởng`; empty: none given */
    khct_str duty; /* "chỉ đạo chung" of `HT: chỉ đạo chung`; empty: none given */
} khct_person;

typedef struct khct_people {
    KHCT_VEC(khct_person) list; /* in the order written */
    bool ditto;                 /* `như trên`: the same as above; the list is empty */
    bool stated;                /* a lone `-`: stated to be empty */
    khct_span span;
    khct_str words; /* all of it as written */
} khct_people;

/* Names of roles have their role's number, and this bit where one person holds it (`Hiệu trưởng`,
 * not `Ban giám hiệu`). */
#define KHCT_ROLE_OFFICE 0x80000000u
/* The name of the person who holds the role, and none of the role's: `bà Trần Thị Bình` is it. */
#define KHCT_ROLE_HOLDER 0x40000000u

/* The longest name of a role at word `at`: the role's number without that bit, or KHCT_NONE. */
uint32_t khct_role_at(const khct_phrases *names, const khct_words *words, size_t at, size_t *count,
                      bool *office);

/* Reads a list of people. `names` has every name, identifier and abbreviation of the known roles
 * (khct_phrases_add); the longest name is found first.
 * `,` `;` `+`, marks of list items and a label's `:` divide; `và`, `cùng`, `-`, `/` and `&` only
 * next to a known role, so `Phòng Giáo dục và Đào tạo` stays whole. Known roles side by side are
 * two. Words after a known role belong to it, and so do further classes, numbers and subjects of a
 * list (`GVCN lớp 9A1, 9A2`); a known role after other words (`Ban đại diện CMHS`) does not
 * count. */
khct_people khct_read_people(const khct_reader *reader, khct_span span, const khct_phrases *names);

/* True where each of the people is a known role, and there is one; NULL is none. */
bool khct_people_are_known(const khct_people *people);

#endif
