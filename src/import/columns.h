/* What a table of a document is, told by the headings of its columns. */
#ifndef KHCT_IMPORT_COLUMNS_H
#define KHCT_IMPORT_COLUMNS_H

#include "import/criteria.h"
#include "import/signs.h"
#include "import/words.h"
#include "library/library.h"

typedef enum khct_in_role {
    KHCT_IN_ROLE_NONE,      /* no heading, or one that says nothing known */
    KHCT_IN_ROLE_NUMBER,    /* TT */
    KHCT_IN_ROLE_STANDARD,  /* the number of a standard */
    KHCT_IN_ROLE_CRITERION, /* a criterion, with or without its title */
    KHCT_IN_ROLE_LEVEL,     /* an X where level `level` is met */
    KHCT_IN_ROLE_FAILED,    /* an X where no level is */
    KHCT_IN_ROLE_REACHED,   /* the level that is met */
    KHCT_IN_ROLE_WHEN,      /* the time of a round */
    KHCT_IN_ROLE_TASK,      /* what a task is called */
    KHCT_IN_ROLE_YEAR,      /* the year of results */
    KHCT_IN_ROLE_FIELD,
    KHCT_IN_ROLE_FROM, /* the day on which a time begins, and its last one */
    KHCT_IN_ROLE_TO,
    KHCT_IN_ROLE_OVER, /* a heading over others: "Đạt" */
    KHCT_IN_ROLE_OWN,  /* what khct worked out for a workbook */
} khct_in_role;

typedef struct khct_in_column {
    khct_in_role role;
    khct_keyword field; /* FIELD; KHCT_KEYWORD_NONE else */
    uint16_t level;
    khct_str heading; /* its words */
    khct_str over;    /* those of the first row above it, which may be the same */
    khct_str label;   /* stands before what it holds, as another column has that field too */
    khct_keyword other; /* what it holds besides: "Thời gian, người thực hiện"; KHCT_KEYWORD_NONE */
    bool by_content; /* its heading is not known: its cells told */
    bool marked;     /* its heading is a time, and a mark in a cell says that it is the row's */
} khct_in_column;

typedef enum khct_in_form {
    KHCT_IN_FORM_NONE,   /* not known */
    KHCT_IN_FORM_LAYOUT, /* no table of data: halves of a head, of a foot, a frame */
    KHCT_IN_FORM_PLAN,
    KHCT_IN_FORM_RESULTS,
    KHCT_IN_FORM_PROBLEMS,
    KHCT_IN_FORM_ROUNDS,
    KHCT_IN_FORM_SCHOOL,  /* lines: a name and what it is */
    KHCT_IN_FORM_CARD,    /* the same of one improvement */
    KHCT_IN_FORM_TURNED,  /* results: a level, and the criteria that meet it */
    KHCT_IN_FORM_DERIVED, /* what khct worked out of a plan for a workbook */
} khct_in_form;

typedef struct khct_in_sheet {
    khct_in_table *table;
    khct_in_form form;
    khct_in_column *columns; /* table->columns of them */
    uint32_t head, body;     /* rows of the heading: from `head` up to `body` */
} khct_in_sheet;

enum { KHCT_IN_HEADING_BYTES = 160 }; /* bytes of the longest heading */

/* A column that nothing is known of. */
khct_in_column khct_in_no_column(void);

/* heading.c: finds the heading's rows and names the columns. False where no row has known headings,
 * and what their cells hold told, or nothing did (sheet->body is 0 then). */
bool khct_in_read_heading(khct_arena *arena, khct_library *library, const khct_phrases *roles,
                          khct_in_sheet *sheet);

/* Looks at a table. */
khct_in_sheet khct_in_look(khct_arena *arena, khct_library *library, const khct_phrases *roles,
                           khct_in_table *table);

/* The same with the columns of a table before it, where it has no heading and as many columns: it
 * goes on from there. `beside`: nothing stands between them, so that offices in it make no foot. */
bool khct_in_goes_on(khct_in_sheet *sheet, const khct_in_sheet *before, bool beside);

/* Where the form has solutions and no contents beside them, a column of contents, the only one of
 * both, holds solutions: "Việc cần làm". */
void khct_in_fit_form(khct_library *library, const khct_template *form, khct_in_sheet *sheet);

/* The field of the school that a label names; KHCT_KEYWORD_NONE. */
khct_keyword khct_in_school_field(khct_arena *arena, khct_library *library, khct_str label);

/* The same by what the forms' columns are called elsewhere only. */
khct_in_column khct_in_column_by_forms(khct_arena *arena, khct_library *library, khct_str heading);

/* The field of an improvement that a label names; KHCT_KEYWORD_NONE. */
khct_keyword khct_in_label_field(khct_arena *arena, khct_library *library, khct_str label);

/* True for one that names a field which an improvement does not have: "Điểm mạnh". */
bool khct_in_is_other_label(khct_arena *arena, khct_library *library, khct_str label);

/* The level that a text names; 0: none, and *failed where it says that none is met. */
uint16_t khct_in_result_of(khct_arena *arena, khct_library *library, khct_str text, bool *failed);

/* What a heading says of its column. */
khct_in_column khct_in_column_of(khct_arena *arena, khct_library *library, khct_str heading);

/* content.c: what the words are, as far as they could be nothing else: people (`chutri`), a time
 * (`thoigian`), money (`kinhphi`); KHCT_KEYWORD_NONE. */
khct_keyword khct_in_kind_of_words(khct_arena *arena, khct_library *library,
                                   const khct_phrases *roles, khct_str text);

/* content.c: the field that half of the column's cells could only be of: people, a time, money;
 * KHCT_KEYWORD_NONE. `roles`: names of roles. */
khct_keyword khct_in_content(khct_arena *arena, khct_library *library, const khct_phrases *roles,
                             const khct_in_sheet *sheet, uint32_t column);

/* The column with that role or field; KHCT_NONE. */
uint32_t khct_in_role_at(const khct_in_sheet *sheet, khct_in_role role);
uint32_t khct_in_field_at(const khct_in_sheet *sheet, khct_keyword field);

/* The library's template that has the columns of these tables; `catalogue` (NULL: not known) and
 * `dated` count where columns tell too little; `several`: the plan is of several years. */
const khct_template *khct_in_template(khct_arena *arena, khct_library *library,
                                      const khct_in_sheet *sheets, size_t count,
                                      const khct_catalogue *catalogue, khct_date dated,
                                      bool several);

/* True where the bare words stand in the folded text, next to each other and whole. */
bool khct_in_says(khct_str folded, khct_str words);

/* The level that a text names, as the language reads it ("mức 2", "mức độ 2"), and its bytes; 0:
 * none, or none that there is. */
uint16_t khct_in_level(khct_arena *arena, khct_library *library, khct_str text, size_t *begin,
                       size_t *end);

/* A reader of values for a text that is no file, and the place of all of it. */
khct_reader khct_in_reader(khct_arena *arena, khct_library *library, khct_str text,
                           khct_span *span);

/* How a mark reads: an X, a check mark. */
bool khct_in_is_mark(khct_str text);

#endif
