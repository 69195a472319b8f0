/* The checked plan: the one model that checks and back ends read.
 *
 * Everything is in the plan's arena. Texts are in NFC; the places of what the writer put down go
 * along, for messages. Lists keep the writer's order unless said otherwise.
 */
#ifndef KHCT_PLAN_PLAN_H
#define KHCT_PLAN_PLAN_H

#include "library/library.h"
#include "value/meaning.h"

/* A field as the writer gave it. */
typedef struct khct_field {
    khct_keyword keyword;
    khct_type type;
    bool stated;                 /* stated to be empty (`-`) */
    bool empty;                  /* no words: stated to be so, or nothing but signs and comments */
    bool inherited;              /* given beside the tasks, and taken over by this one */
    khct_span span;              /* of the value */
    const khct_meaning *meaning; /* never NULL; where it is empty its member of that type is */
    const khct_node *node;
    khct_values *values; /* of the plan, this one among them; see khct_field_text */
} khct_field;

/* The words of a field; without paragraphs where it is empty. Most checks do without them: they are
 * read when first asked for. */
const khct_text *khct_field_text(const khct_field *field);

/* Its first paragraph; empty where there is none. NULL is allowed. */
khct_str khct_field_begin(const khct_field *field);

/* In the order of the file. They grow by khct_add_field alone. */
typedef struct khct_fields {
    khct_field *at;
    size_t n, capacity;
    uint64_t may; /* bit `keyword % 64`; 0: no field has that keyword */
} khct_fields;

void khct_add_field(khct_arena *arena, khct_fields *fields, khct_field field);

/* The first field with that keyword, or NULL. */
const khct_field *khct_field_of(const khct_fields *fields, khct_keyword keyword);

/* The next one with the same keyword, or NULL. */
const khct_field *khct_field_again(const khct_fields *fields, const khct_field *field);

/* True where the field is there and not stated to be empty. */
bool khct_field_has(const khct_fields *fields, khct_keyword keyword);

/* --- prose --- */

typedef enum khct_prose_kind {
    KHCT_PROSE_PARAGRAPH,
    KHCT_PROSE_NUMBERED,
    KHCT_PROSE_ITEM,
    KHCT_PROSE_SUB, /* a sub-section with a title */
} khct_prose_kind;

typedef struct khct_prose khct_prose;
typedef KHCT_VEC(khct_prose) khct_proses;

struct khct_prose {
    khct_prose_kind kind;
    khct_text text;
    khct_str title;       /* SUB */
    khct_proses children; /* SUB */
    const khct_node *node;
};

/* A section of the plan, in the order of print. */
typedef struct khct_section {
    const khct_section_form *form; /* NULL: the writer's own section */
    khct_str title;
    khct_proses prose;
    const khct_node *node; /* the first `phan` that fills it; NULL: none */
} khct_section;

/* --- the school and the document --- */

typedef struct khct_school {
    const khct_node *node; /* NULL: not declared */
    khct_str name, superior, place, address, ownership, code;
    khct_school_types types;
    khct_span types_span;
} khct_school;

typedef struct khct_heading {
    const khct_node *node; /* `kehoach`; NULL: not declared */
    khct_docnumber number;
    khct_day date; /* date.date is KHCT_NO_DATE when not given */
    khct_str subject;
    khct_span subject_span;
    khct_period period; /* namhoc or giaidoan; kind is KHCT_PERIOD_NONE when not given */
    bool one_year;      /* given by `namhoc` */
    khct_aim aim;       /* level 0: not given */
    khct_text lead, closing;
    khct_strs order; /* thutu */
    khct_span order_span;
} khct_heading;

/* --- legal basis --- */

/* A document that an entry cites. */
typedef struct khct_cited {
    const khct_node *node; /* the entry; places in `basis` count from its value's first byte */
    const khct_basis *basis;
    const khct_legal *legal; /* the library's record, or the writer's own; NULL: none */
} khct_cited;

typedef struct khct_basis_entry {
    const khct_node *node;
    khct_str group; /* `nhom`; empty: none */
    bool other;     /* `khac` */
    khct_text text; /* what is printed: the writer's words, without the `;` at their end */
    bool leads;     /* the words say themselves what the document is to the plan */
    KHCT_VEC(khct_cited) cited; /* in the order written; none where no kind of document is named */
} khct_basis_entry;

/* --- results --- */

typedef struct khct_result {
    khct_criterion_id id;
    const khct_criterion *criterion; /* NULL: not in the catalogue */
    uint16_t level;                  /* 0: not met */
    khct_span span;
    khct_str title; /* in full: given in the heading */
    khct_span title_span;
    khct_fields fields;    /* in full: strengths, weaknesses, evidence */
    const khct_node *node; /* in full: its declaration; else NULL */
} khct_result;

typedef struct khct_item_met {
    uint32_t number;
    khct_span span;
} khct_item_met;

typedef struct khct_results {
    const khct_node *node;
    khct_period period;
    khct_day date;
    bool counts;                   /* shown as counts, not as a table */
    KHCT_VEC(khct_result) results; /* in the catalogue's order, those it does not have at the end */
    KHCT_VEC(khct_item_met) items; /* level-4 items met */
    khct_proses prose;
} khct_results;

/* --- improvements --- */

typedef enum khct_improvement_kind {
    KHCT_BY_CRITERION, /* `tieuchi` */
    KHCT_BY_ITEM,      /* `khoan` */
    KHCT_BY_CONTENT,   /* `viec` at the top */
} khct_improvement_kind;

/* A task: a `viec` block, or the improvement itself where it has none. */
typedef struct khct_task {
    const khct_node *node;
    khct_str title;
    khct_fields fields; /* its own, then what it inherits */
    /* of these the first thoigian, kinhphi, chutri, phoihop, baocao; NULL: not given */
    const khct_field *when, *money, *leads, *helps, *report;
    size_t number; /* position over the whole plan, from 0: work->tasks[number], whose own number,
                      for readers, counts from 1 */
} khct_task;

/* A criterion that something names. */
typedef struct khct_served {
    khct_criterion_id id;
    const khct_criterion *criterion; /* NULL: not in the catalogue */
    khct_span span;
} khct_served;

typedef KHCT_VEC(khct_served) khct_served_list;

typedef struct khct_improvement {
    khct_improvement_kind kind;
    const khct_node *node;
    khct_criterion_id id;            /* BY_CRITERION */
    const khct_criterion *criterion; /* NULL: not in the catalogue */
    khct_span id_span;
    uint32_t item; /* BY_ITEM */
    const khct_article_item *article_item;
    khct_target target;
    khct_str title; /* given in the heading */
    khct_span title_span;
    khct_fields fields;        /* given beside the tasks */
    KHCT_VEC(khct_task) tasks; /* none where nothing is planned to be done */
    khct_served_list serves;   /* BY_CONTENT: the criteria that it serves */
} khct_improvement;

typedef struct khct_problem {
    const khct_node *node;
    uint32_t standard; /* 0: not given */
    khct_span standard_span;
    khct_served_list criteria;
    khct_fields fields;
} khct_problem;

typedef struct khct_round {
    const khct_node *node;
    khct_str when;
    const khct_time *time; /* NULL: not understood */
    khct_fields fields;
} khct_round;

/* --- roles, abbreviations, the end --- */

typedef struct khct_role {
    khct_str id;
    khct_str name;    /* the first name: the one to print */
    khct_strs names;  /* all names */
    khct_str holder;  /* "Trần Thị Bình", who holds it; empty: not said */
    khct_strs others; /* further names that the library has for the role of the same name */
    KHCT_VEC(uint32_t) gathers; /* positions in the plan's roles */
    const khct_node *node;
    bool library; /* of the standard library */
} khct_role;

typedef struct khct_abbreviation {
    khct_str id, text;
    const khct_node *node;
    bool library; /* of the standard library */
} khct_abbreviation;

typedef struct khct_recipient {
    khct_str text; /* without the sign at its end */
    const khct_node *node;
} khct_recipient;

typedef struct khct_signature {
    const khct_node *node;
    khct_str title, authority, office, name;
} khct_signature;

typedef struct khct_allowance {
    khct_code code;
    khct_criterion_id criterion; /* {0, 0}: the whole plan */
    khct_str reason;
    const khct_node *node;
    size_t used; /* diagnostics that it accepted */
} khct_allowance;

typedef struct khct_plan {
    khct_arena *arena;
    khct_library *library;
    khct_document *document;
    khct_diags *diags;
    khct_reader reader;
    khct_values *values; /* what the values of its fields mean */
    khct_str path;       /* as given on the command line */

    khct_school school;
    khct_heading heading;
    const khct_catalogue *catalogue; /* NULL: none in use */
    khct_str catalogue_name;         /* "Thông tư 18/2018/TT-BGDĐT" */
    khct_span catalogue_span;        /* of the `dung` that names it */
    const khct_template *form;       /* never NULL: cv5932 where the plan names none */
    KHCT_VEC(khct_legal *) legals;   /* declared in the plan's own files */
    khct_map legal_by_id;
    KHCT_VEC(khct_section) sections; /* in the order of print */
    KHCT_VEC(khct_basis_entry) basis;
    const khct_node *basis_node;
    KHCT_VEC(khct_results) results;
    const khct_results *current; /* the latest results; NULL: none */
    KHCT_VEC(khct_improvement) improvements;
    bool *covered; /* of each criterion of the catalogue: something is planned for it */
    KHCT_VEC(khct_problem) problems;
    KHCT_VEC(khct_round) rounds;
    KHCT_VEC(khct_role) roles;
    khct_map role_by_id;
    const khct_people *above[KHCT_KEYWORD_NONE]; /* what a field for people said last */
    khct_phrases role_names; /* names and identifiers of all roles: their positions, see
                                KHCT_ROLE_OFFICE */
    KHCT_VEC(khct_abbreviation) abbreviations;
    khct_map abbreviation_by_id;
    KHCT_VEC(khct_recipient) recipients;
    const khct_node *recipients_node;
    KHCT_VEC(khct_signature) signatures;
    KHCT_VEC(khct_allowance) allowances;
    size_t task_count;
} khct_plan;

/* Makes the plan of a document. Values and references that do not hold are reported. Never NULL.
 * Must run inside khct_try on the arenas of the document and of the library. */
khct_plan *khct_plan_make(khct_library *library, khct_document *document, khct_str path);

/* The result of a criterion in the latest self-assessment; NULL: none given. */
const khct_result *khct_plan_result(const khct_plan *plan, khct_criterion_id id);

/* What a node gives of the legal basis; NULL: nothing. */
const khct_basis_entry *khct_plan_basis(const khct_plan *plan, const khct_node *node);

/* The improvement planned for a criterion (by criterion); NULL: none. */
const khct_improvement *khct_plan_improvement(const khct_plan *plan, khct_criterion_id id);

/* True where something is planned for the criterion, by `tieuchi` or by a `viec` that serves it. */
bool khct_plan_covers(const khct_plan *plan, const khct_criterion *criterion);

#endif
