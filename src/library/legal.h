/* Legal documents: what a plan may cite. */
#ifndef KHCT_LIBRARY_LEGAL_H
#define KHCT_LIBRARY_LEGAL_H

#include "value/meaning.h"

/* Which of a document's facts are not verified; nothing is judged by those. */
enum {
    KHCT_UNSURE_DATE = 1,
    KHCT_UNSURE_SUBJECT = 2,
    KHCT_UNSURE_FORCE = 4,
    KHCT_UNSURE_BODY = 8,
};

/* How well a fact is known; a row each in the library's words. */
typedef enum khct_proof_kind {
    KHCT_PROOF_NONE,    /* not said */
    KHCT_PROOF_MANY,    /* "2+": two or more sources that do not depend on each other */
    KHCT_PROOF_ONE,     /* "1": one source */
    KHCT_PROOF_COMMON,  /* "chung": general knowledge, no source met */
    KHCT_PROOF_DISPUTE, /* "?": sources disagree */
} khct_proof_kind;

/* `dochac 1 ngay, trichyeu;` */
typedef struct khct_proof {
    khct_proof_kind kind;
    khct_str of; /* "ngay, trichyeu"; empty: all that is recorded */
} khct_proof;

/* How a record of the library was verified. */
typedef struct khct_verified {
    KHCT_VEC(khct_proof) proofs;
    khct_date looked; /* the day it was last looked at; KHCT_NO_DATE: not said */
} khct_verified;

/* Takes `dochac` or `xemlai`; false where the field is neither. */
bool khct_read_verified(khct_values *values, const khct_node *node, khct_verified *verified);

/* "2+": as the library writes it. */
const char *khct_proof_sign(khct_proof_kind kind);

/* What the proof is of: "số, ngày"; names of fields with their marks, other words as they stand. */
khct_str khct_proof_of(khct_arena *arena, const khct_vocabulary *vocabulary,
                       const khct_proof *proof);

/* "hai nguồn độc lập trở lên", "two or more independent sources". */
const char *khct_proof_text(khct_proof_kind kind, khct_language language);

/* Who took a body's place, for schools of some types. */
typedef struct khct_successor {
    khct_school_types types; /* 0: all */
    khct_str name;
} khct_successor;

/* A body of the state that a document ended. */
typedef struct khct_ended_body {
    khct_str id;     /* "pgddt" */
    khct_str name;   /* in full */
    khct_date last;  /* the last day that it was there */
    khct_strs names; /* how it is written; "UBND thành phố …" wants a name after it */
    khct_strs but;   /* names that do not count there: cities that are provinces */
    KHCT_VEC(khct_successor) successors;
    const struct khct_legal *legal; /* the document that ended it */
} khct_ended_body;

typedef struct khct_legal {
    khct_str id;   /* "tt18_2018" */
    khct_str kind; /* "Thông tư" */
    khct_docnumber number;
    khct_date date; /* KHCT_NO_DATE: not recorded */
    khct_str body;
    khct_str subject;   /* begins as it is cited: "ban hành Quy định …" */
    khct_strs keywords; /* words that a citing subject must have */
    khct_force force;
    khct_str replaced_by; /* an ID; empty: none recorded */
    khct_strs amended_by;
    khct_str matter; /* documents of one matter have the same word here; empty: none recorded */
    khct_verified verified;
    KHCT_VEC(khct_ended_body) ended;
    khct_strs names; /* other names */
    khct_strs remarks;
    khct_school_types types; /* 0: all */
    unsigned unsure;         /* KHCT_UNSURE_… */
    khct_span span;          /* its heading */
} khct_legal;

/* Makes one of a `vanban` declaration. */
khct_legal *khct_legal_read(khct_values *values, const khct_node *node);

/* Who took the body's place for a school of these types; empty where the library does not say. A
 * school of several types stands under the one that comes last. */
khct_str khct_ended_successor(const khct_ended_body *body, khct_school_types types);

/* "Luật Giáo dục": the name of a law or an ordinance, which is cited by name and date, without
 * number and body (Decree 30/2020/NĐ-CP, appendix I, part I, section II, clause 6). Empty for a
 * document of any other kind. */
khct_str khct_legal_title(khct_arena *arena, const khct_legal *legal);

/* "Thông tư số 18/2018/TT-BGDĐT". */
khct_str khct_legal_name(khct_arena *arena, const khct_legal *legal);

/* "Thông tư 18/2018/TT-BGDĐT": for messages. */
khct_str khct_legal_short(khct_arena *arena, const khct_legal *legal);

/* The year of its date; 0: not recorded. */
uint32_t khct_legal_year(const khct_legal *legal);

/* False where the year that is cited (0: none) is not that of the document. */
bool khct_legal_may_be_of(const khct_legal *legal, uint32_t year);

#endif
