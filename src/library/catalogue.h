/* A catalogue of criteria: what one circular asks of one type of school. */
#ifndef KHCT_LIBRARY_CATALOGUE_H
#define KHCT_LIBRARY_CATALOGUE_H

#include "library/legal.h"

/* What a level asks, one row of it. */
typedef struct khct_requirement {
    khct_str letter; /* "a"; empty where it has none */
    khct_str text;
} khct_requirement;

typedef struct khct_level {
    uint16_t level;
    KHCT_VEC(khct_requirement) requirements;
} khct_level;

typedef struct khct_criterion {
    khct_criterion_id id;
    khct_str code; /* "1.7" */
    khct_str title;
    uint16_t highest; /* the highest level it has */
    unsigned levels;  /* bit n: it has level n */
    bool mandatory;   /* circular 57/2026, article 5 */
    size_t standard;  /* index in the catalogue */
    khct_span span;   /* its heading */
    KHCT_VEC(khct_level) asks;
    khct_strs indicators;
    khct_strs evidence;                /* suggested */
    khct_strs matches;                 /* "tt18_2018 1.7, 1.8" */
    KHCT_VEC(khct_dated_title) titles; /* other titles, each for plans of its dates */
    bool may_lack;                     /* plans of `lack` may do without the criterion */
    khct_force lack;
    khct_strs remarks;
} khct_criterion;

typedef struct khct_standard {
    uint32_t number;
    khct_str title;
    size_t first, count; /* its criteria */
} khct_standard;

/* An item of the level-4 article. */
typedef struct khct_article_item {
    uint32_t number;
    khct_str text;
    khct_span span;
} khct_article_item;

typedef enum khct_rule_kind {
    KHCT_RULE_ALL,       /* every criterion that has the level meets it */
    KHCT_RULE_MANDATORY, /* every mandatory criterion meets it */
    KHCT_RULE_OTHERS,    /* at least `count` of the others meet it */
    KHCT_RULE_ITEMS,     /* every level-4 item is met */
} khct_rule_kind;

/* The school has `level` when all parts hold. */
typedef struct khct_rule {
    uint16_t level;
    KHCT_VEC(struct khct_rule_part {
        khct_rule_kind kind;
        uint16_t level;
        uint32_t count;
    })
    parts;
} khct_rule;

/* What a catalogue may have at most; the circulars have about a tenth of that. */
enum {
    KHCT_STANDARD_LIMIT = 100,
    KHCT_CRITERIA_LIMIT = 300,
    KHCT_ITEM_LIMIT = 100,
    KHCT_LEVEL_LIMIT = 20, /* levels, and rules of rating */
};

enum { KHCT_DEGREES = 2 };

typedef struct khct_catalogue {
    khct_str id; /* "tt18_2018" */
    khct_str name;
    khct_str law;     /* ID of the legal document, or its number */
    khct_str annex;   /* "II"; empty: none */
    khct_str article; /* of level 4: "Điều 22"; empty: none */
    khct_force force;
    khct_school_types types; /* 0: any */
    uint16_t highest;        /* level of the catalogue */
    uint16_t top;            /* the highest level that a criterion has */
    KHCT_VEC(khct_standard) standards;
    KHCT_VEC(khct_criterion) criteria; /* in order */
    KHCT_VEC(khct_article_item) items;
    KHCT_VEC(khct_rule) rules; /* by level */
    khct_strs remarks;         /* what is not verified, and other remarks */
    khct_verified verified;
    uint16_t degrees[KHCT_DEGREES + 1]; /* the level that gives a degree of the national standard;
                                           0: not recorded */
    bool any_mandatory;
    enum khct_evidence_form {
        KHCT_EVIDENCE_ANY,    /* the catalogue does not say */
        KHCT_EVIDENCE_BOXED,  /* H1-1.1-01 */
        KHCT_EVIDENCE_DOTTED, /* MC.1.1.01 */
    } evidence;               /* how codes of evidence are written */
    khct_span span;
} khct_catalogue;

/* Makes the catalogue of a `danhmuc` declaration. What is inconsistent is reported (KH2010). */
khct_catalogue *khct_catalogue_read(khct_values *values, const khct_node *node);

/* The criterion, or NULL. */
const khct_criterion *khct_catalogue_criterion(const khct_catalogue *catalogue,
                                               khct_criterion_id id);
const khct_standard *khct_catalogue_standard(const khct_catalogue *catalogue, uint32_t number);
const khct_article_item *khct_catalogue_item(const khct_catalogue *catalogue, uint32_t number);

/* True where a plan of that date may do without the criterion. */
bool khct_criterion_may_lack(const khct_criterion *criterion, khct_date date);

static inline bool khct_criterion_has(const khct_criterion *criterion, uint32_t level)
{
    return level < 32 && (criterion->levels >> level & 1) != 0;
}

/* "1, 2 và 3", "1, 2 and 3": the levels that it has. */
khct_str khct_criterion_levels_text(khct_arena *arena, const khct_criterion *criterion,
                                    khct_language language);

#endif
