/* Who does something: known roles, and people named in free words. */
#ifndef KHCT_VALUE_ROLES_H
#define KHCT_VALUE_ROLES_H

#include "value/reader.h"

typedef struct khct_person {
    uint32_t role; /* the number its name has in the table; KHCT_NONE: free words */
    bool exact; /* nothing but the role's name; false: `GVCN các lớp`, `tất cả giáo viên` */
    khct_span span;
    khct_str words; /* in NFC, white space folded, without the full stop at the end */
} khct_person;

typedef struct khct_people {
    KHCT_VEC(khct_person) list; /* in the order written */
    bool stated;                /* a lone `-`: stated to be empty */
    khct_span span;
    khct_str words; /* all of it as written */
} khct_people;

/* Reads a list of people. `names` has every name, identifier and abbreviation of the known roles,
 * each with its role's number (khct_phrases_add); the longest name is found first.
 * `,` `;` `+`, marks of list items and a label's `:` always divide; `và`, `cùng`, `-`, `/` and `&`
 * only next to a known role, so `Phòng Giáo dục và Đào tạo` stays whole. Known roles side by side
 * are two. Words behind a known role belong to it; a known role behind other words
 * (`Ban đại diện CMHS`) does not count. */
khct_people khct_read_people(const khct_reader *reader, khct_span span, const khct_phrases *names);

/* True where each of the people is a known role. Nothing is reported. */
bool khct_is_people(const khct_reader *reader, khct_span span, const khct_phrases *names);

#endif
