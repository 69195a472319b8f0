/* References: which words of a plan name a criterion, a role, a document. */
#ifndef KHCT_LSP_REFS_H
#define KHCT_LSP_REFS_H

#include "compile/compile.h"

typedef enum khct_ref_kind {
    KHCT_REF_CRITERION, /* criterion */
    KHCT_REF_STANDARD,  /* standard */
    KHCT_REF_ITEM,      /* level-4 item */
    KHCT_REF_LEVEL, /* a level in a target or a list: `level`, and criterion where it is of one */
    KHCT_REF_ROLE,  /* role */
    KHCT_REF_SHORT, /* an abbreviation: abbreviation */
    KHCT_REF_LEGAL, /* legal */
    KHCT_REF_CATALOGUE,
    KHCT_REF_TEMPLATE,
    KHCT_REF_SECTION, /* a section of the form, or a group of its */
    KHCT_REF_FILE,    /* of `dung "FILE"` */
    KHCT_REF_CODE,    /* of `chophep` */
} khct_ref_kind;

typedef struct khct_ref {
    khct_ref_kind kind;
    khct_span span;   /* the words */
    bool declaration; /* these words declare it */
    bool name;        /* ROLE: by a name, not by its identifier */
    uint32_t number;  /* role, abbreviation: position in the plan; level; code */
    const khct_criterion *criterion;
    const khct_standard *standard;
    const khct_article_item *item;
    const khct_legal *legal;
    const khct_catalogue *catalogue;
    const khct_template *form;
    const khct_section_form *section;
    const khct_group_form *group;
} khct_ref;

typedef KHCT_VEC(khct_ref) khct_refs;

/* What the references are read with. */
typedef struct khct_refs_reading {
    khct_arena *arena;
    khct_plan *plan;
    const khct_sources *sources;
    khct_reader reader; /* says nothing */
    khct_refs *refs;
} khct_refs_reading;

khct_refs_reading khct_refs_begin(khct_arena *arena, khct_compilation *compilation,
                                  khct_refs *refs);

/* Adds the references in one item's heading or value, in the order of the text; not those of its
 * children. */
void khct_refs_of(khct_refs_reading *reading, const khct_node *node);

/* The same thing: a role's name and its identifier count as the same. */
bool khct_ref_same(const khct_ref *a, const khct_ref *b);

/* Where it is declared; KHCT_NOWHERE where that is not known. */
khct_span khct_ref_home(const khct_refs_reading *reading, const khct_ref *ref);

/* --- refs_names.c: people, roles, abbreviations and running text; of use to refs.c --- */

void khct_refs_people(khct_refs_reading *reading, const khct_node *node, const khct_people *people);
void khct_refs_role(khct_refs_reading *reading, const khct_node *node);
void khct_refs_abbreviation(khct_refs_reading *reading, const khct_node *node,
                            const khct_declared *declared);

/* Abbreviations and role identifiers that stand in prose as words of their own. */
void khct_refs_text(khct_refs_reading *reading, const khct_node *node);

#endif
