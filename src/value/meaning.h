/* What the values of a plan mean: the phase between the tree and the plan.
 *
 * A value is read when it is first asked for, by the reader of its type, and what it means then
 * stands at its node: the plan, the checks, the back ends and the language server take it from
 * there, and nobody reads the words of a typed field again. Another type is a row of READERS.
 *
 * Life: meanings live in the arena of the reader they are made with, which must be the tree's or
 * live as long. Nothing is freed alone, nothing changes once it is made.
 *
 * Headings are read in the same way, by the shape of their block (head.h).
 *
 * Places: equal words of one type share one meaning, so each place in a meaning counts from the
 * value's first byte, and khct_node_place says where that is in the file.
 *
 * Reports: what is wrong with a value is said once, when it is read, at the value's own place;
 * a value of which something was said is shared with no other. khct_values_close ends that: what
 * nobody has asked for by then is read quietly.
 */
#ifndef KHCT_VALUE_MEANING_H
#define KHCT_VALUE_MEANING_H

#include "syntax/tree.h"
#include "value/basis.h"
#include "value/choice.h"
#include "value/criteria.h"
#include "value/evidence.h"
#include "value/head.h"
#include "value/line.h"
#include "value/money.h"
#include "value/names.h"
#include "value/progress.h"
#include "value/roles.h"
#include "value/text.h"
#include "value/time.h"
#include "value/types.h"

typedef struct khct_meaning {
    khct_type type;
    bool stated; /* a lone `-`: stated to be empty */
    bool empty;  /* no words: stated to be so, or nothing but signs and comments */
    union {      /* by type; NULL: empty, or a type that READERS has no row for */
        const void *any;
        const khct_docnumber *number; /* DOCUMENT_NUMBER */
        const khct_day *day;          /* DATE */
        const khct_citation *basis;
        const khct_period *period; /* SCHOOL_YEAR, PERIOD */
        const khct_aim *aim;
        const khct_criteria *criteria;
        const khct_level_list *levels;
        const khct_numbers *numbers;
        const khct_time *time;
        const khct_money *money;
        const khct_people *people; /* ROLES */
        const khct_evidence *evidence;
        const khct_progress *progress;
        const khct_force *force;
        const khct_dated_title *title;
        const khct_condition *condition; /* RULE */
        const khct_used *used;           /* USE */
        const khct_declared *declared;   /* ROLE, ABBREVIATION */
        const khct_allowed *allowed;     /* ALLOWANCE */
        const khct_school_types *types;  /* SCHOOL_TYPES */
        const khct_names *names;
        const khct_keyword *choice; /* OWNERSHIP, DISPLAY */
        const khct_head *head;      /* NONE: of a block */
    };
} khct_meaning;

/* The values of one plan, and what they are read with. */
typedef struct khct_values {
    khct_reader reader;
    const khct_vocabulary *vocabulary;
    const khct_period *period;               /* gives times their years; NULL: nothing does */
    const khct_phrases *names;               /* of the known roles; NULL: none are known */
    khct_map known[KHCT_TYPE_COUNT];         /* the bytes of a value to its meaning's number */
    KHCT_VEC(const khct_meaning *) meanings; /* those that may be shared */
} khct_values;

/* Values read by `reader`. Period and names may be filled in later, before the first time or list
 * of people is asked for, and then must not change. */
khct_values *khct_values_new(const khct_reader *reader, const khct_vocabulary *vocabulary,
                             const khct_period *period, const khct_phrases *names);

/* From now on nothing is said of values. */
void khct_values_close(khct_values *values);

/* What the value of a field or of a line, or the heading of a block, means. Never NULL. `node` must
 * be one that may stand where it stands: it has a row in the vocabulary table. */
const khct_meaning *khct_meaning_of(khct_values *values, const khct_node *node);

/* What the heading of a block says; an empty one where the block is none. Never NULL. */
const khct_head *khct_head_of(khct_values *values, const khct_node *node);

/* `Như trên`: from now on the value means what `above` means, at its own place. */
const khct_meaning *khct_meaning_repeat(khct_values *values, const khct_node *node,
                                        const khct_people *above);

/* What the value would mean if it were of that type: nothing is said, nothing kept. */
khct_meaning khct_meaning_as(khct_values *values, const khct_node *node, khct_type type);

/* The words of a node's value or heading, read when they are first asked for; the places in them
 * are the file's. khct_value_line: all of them in one run. */
const khct_text *khct_node_text(khct_values *values, const khct_node *node);
khct_str khct_value_line(khct_values *values, const khct_node *node);

/* The same words for those who need them once: they are not kept, and live in `arena` where nobody
 * had asked for them before. */
khct_text khct_node_text_once(khct_arena *arena, const khct_values *values, const khct_node *node);

/* A place in the meaning of a node, as it stands in the file. */
static inline khct_span khct_node_place(const khct_node *node, khct_span place)
{
    return (khct_span){node->value.source, node->value.begin + place.begin,
                       node->value.begin + place.end};
}

#endif
