/* A template: the form of a document, as data.
 *
 * Which sections in which order under which names, what each holds, the fixed wording, and
 * the tables with the fields that each column shows.
 */
#ifndef KHCT_LIBRARY_TEMPLATE_H
#define KHCT_LIBRARY_TEMPLATE_H

#include "value/meaning.h"

/* What the compiler puts into a section, a group or a table: KHCT_CONTENT_BASIS … */
typedef enum khct_content {
#define KHCT_CONTENT(id, word, declaration) KHCT_CONTENT_##id,
#include "library/contents.def"
    KHCT_CONTENT_COUNT,
} khct_content;

/* What a writer adds to the plan so that it is there: "cancu <"; empty: a section of prose. */
khct_str khct_content_declaration(khct_content content);

/* What a column can show besides a field of the plan. */
typedef enum khct_cell {
    KHCT_CELL_FIELD,     /* a field: `keyword` */
    KHCT_CELL_NUMBER,    /* tt: the row's number */
    KHCT_CELL_CRITERION, /* tieuchi: "Tiêu chí 1.7" and its title */
    KHCT_CELL_CODE,      /* sotieuchi: "1.7" */
    KHCT_CELL_STANDARD,  /* tieuchuan: number of the standard */
    KHCT_CELL_TITLE,     /* tentieuchi: the criterion's title */
    KHCT_CELL_TARGET,    /* mucdich: "Mức 2", "Duy trì mức 2" */
    KHCT_CELL_TASK,      /* ten: the task's title */
    KHCT_CELL_WHEN,      /* thoidiem: of a monitoring round */
    KHCT_CELL_REST,      /* conlai: what no column shows, with its label */
    KHCT_CELL_COUNT,
} khct_cell;

typedef struct khct_column_source {
    khct_cell cell;
    khct_keyword keyword;
    bool or_next; /* `hoac`: what follows is shown only when this is empty */
    khct_span span;
} khct_column_source;

/* `tenkhac giaiphap, Giải pháp, Biện pháp`: words in the headings of documents, and what the column
 * then holds, in the words of `truongtin`. */
typedef struct khct_column_calling {
    khct_column_source source;
    khct_strs names;
} khct_column_calling;

typedef enum khct_align { KHCT_LEFT, KHCT_CENTRE, KHCT_JUSTIFIED } khct_align;

typedef struct khct_column {
    khct_str title;
    khct_str sign;  /* "(1)" below the heading; empty: none */
    uint32_t width; /* relative; the columns' widths add up to 100 */
    khct_align align;
    bool droppable; /* left out when no row has text in it */
    size_t group;   /* number of its heading group + 1; 0: none */
    KHCT_VEC(khct_column_source) sources;
    KHCT_VEC(khct_column_calling) callings;
    khct_span span;
} khct_column;

typedef enum khct_numbering {
    KHCT_NUMBER_STANDARDS, /* the rows that head a standard */
    KHCT_NUMBER_CRITERIA,
    KHCT_NUMBER_TASKS,
} khct_numbering;

/* `huong`: how a table stands on paper. */
typedef enum khct_paper_way {
    KHCT_UPRIGHT,
    KHCT_TURNED,
    KHCT_BY_NEED, /* `tudong`: upright where its text reads well so */
} khct_paper_way;

/* `bangketqua`: how the results are set as a table. */
typedef enum khct_results_form {
    KHCT_RESULTS_TITLES,  /* `tentieuchi`: a row a criterion, with its title */
    KHCT_RESULTS_NUMBERS, /* `sotieuchi`: with its number alone */
    KHCT_RESULTS_HALVES,  /* `hainua`: so, in two halves side by side on paper */
} khct_results_form;

typedef struct khct_table_form {
    khct_paper_way way;
    bool part_rows;     /* `phanmuc`: MỨC 1, 2, 3 and MỨC 4 */
    bool standard_rows; /* `tieuchuan`: a row heads each standard */
    khct_numbering numbering;
    KHCT_VEC(khct_column) columns;
    khct_strs groups; /* headings over several columns */
    khct_strs rows;   /* what heads the rows that stand when the writer gave none */
    khct_span span;
} khct_table_form;

typedef struct khct_group_form {
    khct_str name, title;
    khct_content content;
    khct_results_form results;
    khct_strs names; /* other titles */
    khct_str asks;   /* what the form asks for there, for messages; empty: nothing */
    khct_strs words; /* an entry with one of them is what is asked for */
    bool required;
    const khct_node *node; /* its default wording: doan, gach */
} khct_group_form;

typedef struct khct_section_form {
    khct_str name, title;
    khct_strs names; /* other titles that mean this section */
    khct_content content;
    khct_results_form results;
    bool required;
    bool before;  /* stands before part I, without a heading */
    bool wording; /* has default wording */
    KHCT_VEC(khct_group_form) groups;
    KHCT_VEC(struct khct_line_form {
        khct_keyword keyword; /* a field of `truong` */
        khct_str label;
    })
    lines;
    khct_table_form *table; /* NULL: none */
    khct_str note;          /* in italics under the table; empty: none */
    const khct_node *node;  /* its default wording */
    khct_span span;
} khct_section_form;

enum { KHCT_SECTION_LIMIT = 100 }; /* most sections of one template */

/* `tenkhac gdtx, nhà trường, trung tâm`: what the form's own words call a place of these types. */
typedef struct khct_calling {
    khct_school_types types;
    khct_str form, called;
} khct_calling;

typedef struct khct_template {
    khct_str id, name;
    khct_str font; /* `phongchu`: of the print form; empty: TeX Gyre Termes */
    khct_str none; /* `khongco`: printed where a section has no content, so that all of them keep
                      the form's numbers, and the writer's own follow; empty: they are left out */
    khct_strs laws;
    khct_strs catalogues;    /* those that it goes with; none: any */
    khct_school_types types; /* 0: all */
    KHCT_VEC(khct_calling) callings;
    KHCT_VEC(khct_section_form) sections;
    khct_map by_name;    /* their names, as written */
    khct_map by_title;   /* their titles and other titles, folded */
    khct_values *values; /* for the default wording */
    khct_span span;
} khct_template;

/* Makes one of a `mau` declaration. KH2010: a section twice, an unknown field, widths that do not
 * add up, a section without a name. */
khct_template *khct_template_read(khct_values *values, const khct_node *node);

/* The form's own words as they are said to a place of these types. */
khct_str khct_template_said(khct_arena *arena, const khct_template *form, khct_school_types types,
                            khct_str words);

/* True where the column shows that field of a task. */
bool khct_column_shows(const khct_column *column, khct_keyword keyword);

/* The first section with that content; NULL: none. */
const khct_section_form *khct_section_of(const khct_template *form, khct_content content);

/* The first column that shows that field in a table of the plan; NULL: none. */
const khct_column *khct_plan_column(const khct_template *form, khct_keyword keyword);

/* The section with that name (`mucdich`) or title; NULL. Titles are compared without regard to
 * case, tone-mark style and signs. */
const khct_section_form *khct_template_section(khct_arena *arena, const khct_template *form,
                                               khct_str name);

#endif
