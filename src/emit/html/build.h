/* What a page is made of; for use inside src/emit/html only. */
#ifndef KHCT_EMIT_HTML_BUILD_H
#define KHCT_EMIT_HTML_BUILD_H

#include "emit/html/html.h"
#include "emit/html/text.h"

enum {
    KHCT_HTML_YEARS = 15, /* most school years of the timeline; khct.css has a class for each */
    KHCT_HTML_DAYS = 64,  /* remembered: the tasks of a plan share few days */
};

/* A day in the calendar. */
typedef struct khct_html_day {
    khct_date date;
    int year, month, day;
    char iso[16]; /* "2024-10-14" */
} khct_html_day;

/* How far a task has come, as the filter numbers it. */
typedef enum khct_html_state {
    KHCT_HTML_DONE = 1,
    KHCT_HTML_DOING,
    KHCT_HTML_TODO,    /* not begun */
    KHCT_HTML_UNKNOWN, /* no progress recorded */
    KHCT_HTML_LATE,    /* overdue, whatever else it is */
    KHCT_HTML_SOON_DUE,
} khct_html_state;

typedef struct khct_html_task {
    const khct_work_task *work;
    const khct_improvement *improvement;
    const khct_task *task;
    char digits[16]; /* its number in decimal; it is written ten times */
    uint32_t digit_count;
    khct_str code;         /* of its improvement: "1.2", "khoản 3" */
    uint64_t terms;        /* bit k: runs in term k */
    uint32_t starts, ends; /* the term in which it begins, is due; KHCT_NONE */
    khct_html_state state; /* by progress alone */
    bool late, soon;
    bool in_document; /* the document has a row for it */
} khct_html_task;

/* Tasks under one heading: a group of the work. */
typedef struct khct_html_group {
    khct_str title;
    uint32_t option;       /* its place among the filter's options, from 1; 0: it has none */
    uint32_t first, count; /* in khct_html.order */
} khct_html_group;

typedef struct khct_html {
    khct_out *out;
    const khct_work *work;
    const khct_plan *plan;
    const khct_page *page;
    const khct_emit_options *options;
    khct_str style, script;
    khct_arena *arena;
    khct_html_task *tasks;                   /* as in the work */
    khct_html_group *groups;                 /* as in the work: group_count of them */
    uint32_t *order;                         /* task positions, group by group */
    unsigned sources;                        /* of money that some task names, as in khct_money */
    int first_year, years;                   /* school years of the timeline; 0 years: none */
    uint32_t counts[KHCT_HTML_SOON_DUE + 1]; /* by state; done to unknown leave overdue ones out */
    uint32_t tables;                         /* captions numbered so far */
    khct_map named;                          /* headings of the document that have an address */
    uint32_t deepest;                        /* level of the document's heading last written */
    khct_html_day days[KHCT_HTML_DAYS];      /* asked for before, by khct_html_day_of */
} khct_html;

/* KHCT_HTML of the page. */
#define PUT(h, ...) KHCT_HTML((h)->out, __VA_ARGS__)

/* survey.c: how the overview groups and orders what the work holds. */
void khct_html_survey(khct_html *h);

/* money.c: the section that shows the sums. */
void khct_html_money(khct_html *h);

/* document.c and table.c: the document. */
void khct_html_document(khct_html *h);
void khct_html_table(khct_html *h, const khct_table *table);

/* Paragraphs and lists from pieces: put() each, then close with 0. */
typedef struct khct_html_list {
    unsigned depth; /* open lists */
} khct_html_list;
void khct_html_list_to(khct_html *h, khct_html_list *list, unsigned depth);
void khct_html_piece(khct_html *h, khct_html_list *list, const khct_piece *piece, bool alone);

/* overview.c: frame, figures, rating, criteria. */
void khct_html_overview(khct_html *h);

/* progress.c: how far the plan is, and what is overdue. */
void khct_html_progress(khct_html *h);

/* tasks.c: the filters and the list of tasks. */
void khct_html_tasks(khct_html *h);

/* timeline.c */
void khct_html_timeline(khct_html *h);

/* by.c: tasks by term and by person. */
void khct_html_terms(khct_html *h);
void khct_html_people(khct_html *h);

/* report.c: what the check says, with links to the places. */
void khct_html_report(khct_html *h);

/* --- small parts, parts.c --- */

/* A section of the overview with its heading; end with khct_html_end. */
void khct_html_begin(khct_html *h, const char *name, khct_str title);
void khct_html_end(khct_html *h);

/* A table in a box that scrolls, up to its caption, which is for those who hear the page and do
 * not see the heading above it. End with khct_html_table_end. */
void khct_html_table_begin(khct_html *h, const char *kind, khct_str caption);
void khct_html_table_end(khct_html *h);

/* 1234 as "12.34%", 1000 as "10%". */
void khct_html_hundredths(khct_html *h, long long hundredths);
/* The calendar's day of a date, which is not KHCT_NO_DATE. */
const khct_html_day *khct_html_day_of(khct_html *h, khct_date date);
/* A cell with a number, or a dash for none, which a phone leaves out. */
void khct_html_count(khct_html *h, khct_str column, uint32_t count);
/* "14/10/2024" and "2024-10-14". */
void khct_html_date(khct_html *h, khct_date date);
void khct_html_iso(khct_html *h, khct_date date);
/* A task's last day as the writer has it: "trước 31/12/2026". */
void khct_html_due(khct_html *h, const khct_work_task *task);
/* The task's number. */
static inline void khct_html_task_number(khct_html *h, const khct_html_task *task)
{
    memcpy(khct_out_room(h->out, sizeof task->digits), task->digits, sizeof task->digits);
    khct_out_took(h->out, task->digit_count);
}
/* The link to a task, its number as text. */
void khct_html_task_link(khct_html *h, const khct_html_task *task);
/* How far a task is, as a badge. */
void khct_html_badge(khct_html *h, const khct_html_task *task);
/* What the task is about, in a few words of at most `limit` bytes, and "…" where cut. */
void khct_html_subject(khct_html *h, const khct_html_task *task, size_t limit);
/* The beginning of a text, at most `limit` bytes, and "…" where it is cut. How many bytes it was.
 */
size_t khct_html_begin_of(khct_html *h, khct_str whole, size_t limit);

/* Terms: three a school year, term I, term II, summer. */
static inline uint32_t khct_html_term_count(const khct_html *h)
{
    return (uint32_t)h->years * 3;
}
/* "HK I 2024-2025" */
khct_str khct_html_term_name(const khct_html *h, uint32_t term);

#endif
