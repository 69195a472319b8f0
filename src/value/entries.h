/* A time as entries: moments, runs of days, or all up to or from one. Nodes become entries
 * (entries.c), which take from each other the units and years that stand once for several
 * (units.c), and are placed among the days (days.c); which of them are meant, when.c says. Of use
 * to these files only. */
#ifndef KHCT_VALUE_ENTRIES_H
#define KHCT_VALUE_ENTRIES_H

#include "time_tree.h"

/* How an entry is joined to the one before it. */
typedef enum khct_join {
    KHCT_JOIN_NONE,  /* side by side */
    KHCT_JOIN_COMMA, /* a comma */
    KHCT_JOIN_AND,   /* a word or sign that joins several times */
    KHCT_JOIN_LABEL, /* the one before it is its label */
    KHCT_JOIN_OPEN,  /* in brackets after it */
} khct_join;

typedef struct khct_entry {
    khct_moment a, b;
    bool range;    /* a to b */
    bool before_b; /* a to the day before b */
    bool dash;     /* a - b */
    bool limited;
    khct_time_limit limit;
    bool starts; /* bắt đầu: something begins then */
    bool done;   /* it ends what the entry before it begins */
    bool onward; /* it has no end */
    khct_join join;
    int depth;            /* brackets around it */
    khct_interval named;  /* the days that are named */
    khct_interval days;   /* what it means */
    bool placed, dropped; /* its days are known; it is said by another entry */
    size_t begin, end;    /* words */
} khct_entry;

typedef struct khct_settling {
    const khct_tokens *tokens;
    const khct_period *plan;
    khct_time *time;
    KHCT_VEC(khct_entry) list;
    size_t lengths;
    int days;   /* 3 ngày: of all together; 0: not said */
    bool wrong; /* it means nothing */
    bool *said; /* a fault has been reported */
} khct_settling;

/* Makes entries of nodes; what recurs goes to the time. */
void khct_entries_collect(khct_settling *settling, const khct_time_nodes *nodes);

/* Gives entries the units, months and years that stand once for their list. */
void khct_entries_share(khct_settling *settling);

/* The days of entry `i`; those before it are placed. False where it has none: a fault has been
 * reported (KH4006, KH4009), the plan gives no year, or `wrong` is set. */
bool khct_entry_place(khct_settling *settling, size_t i);

/* A wider unit is above a narrower one. */
int khct_moment_rank(const khct_moment *moment);

/* Gives a moment what the wider one around it says; false where they do not fit. */
bool khct_moment_take_wider(khct_moment *moment, const khct_moment *wide);

/* The moment that an entry leaves to its right. */
static inline const khct_moment *khct_entry_right(const khct_entry *entry)
{
    return entry->range ? &entry->b : &entry->a;
}

/* KH4006: it ends before it begins. */
void khct_entry_say_backwards(const khct_settling *settling, khct_span span, khct_str end,
                              khct_str begin);

/* The second pass over a time, in when.c. Fills intervals, repeats, outlook, `recurs` and `undated`
 * of `time` from the nodes of `tokens`. False where what derives means nothing; *said is set where
 * a fault was reported (KH4006, KH4009). */
bool khct_time_settle(const khct_tokens *tokens, const khct_time_nodes *nodes,
                      const khct_period *plan, khct_time *time, bool *said);

#endif
