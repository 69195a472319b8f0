/* The table of a plan while it is understood; of use inside tasks.c, criterion.c, split.c and
 * fields.c only. */
#ifndef KHCT_IMPORT_PLANNING_H
#define KHCT_IMPORT_PLANNING_H

#include "import/understand.h"

typedef KHCT_VEC(khct_in_paragraph *) khct_in_paragraphs;

/* A task: for each column of the table the paragraphs that are its own. */
typedef struct khct_in_task {
    uint32_t row;
    khct_in_paragraphs *cells;
    bool *copied; /* the cell stands for an earlier task too */
} khct_in_task;

/* A criterion, an item of level 4, or (neither) a content of its own. */
typedef struct khct_in_group {
    khct_criterion_id id;
    uint32_t item;      /* `khoản`; 0: none */
    khct_str list;      /* several criteria: "1.3, 1.4" */
    khct_str title;     /* as written; or empty */
    khct_str more_text; /* the rest of the line that has its number, where that is no title */
    khct_str level;     /* "(mức 2)" beside its number; or empty */
    bool weak;          /* it is called a weak point there */
    KHCT_VEC(khct_in_task) tasks;
    khct_sketch *block;
    bool earlier; /* the block was there before the table */
    uint32_t row;
} khct_in_group;

typedef struct khct_in_planning {
    khct_in_plan *u;
    khct_arena *arena;
    khct_in_sheet *sheet;
    KHCT_VEC(khct_in_group *) groups;
    khct_in_group *current,
        *under;          /* under: what a line above names, for rows that do not; or NULL */
    khct_sketch *parent; /* where comments go between the groups */
    uint32_t standard;
    bool items;               /* rows of level 4 */
    bool placed;              /* a sheet's cells stand where they stand */
    uint32_t main, criterion; /* columns; KHCT_NONE */
} khct_in_planning;

/* --- tasks.c --- */

/* A new task of the current group, without cells. */
khct_in_task *khct_in_add_task(khct_in_planning *p, uint32_t row);

/* --- criterion.c --- */

/* Words of what is not as it should be. */
bool khct_in_says_weak(khct_arena *arena, khct_str text);

/* What a heading says of the criterion, with the level that was named beside it (empty: none),
 * which is said. */
khct_str khct_in_level_head(khct_in_plan *u, khct_in_place place, khct_criterion_id id,
                            khct_str level, const khct_sketch *about);

/* A group that names nothing yet. */
khct_in_group khct_in_no_group(uint32_t row);

/* Adds the group with its block; a criterion that was there before is the same one. */
khct_in_group *khct_in_add_group(khct_in_planning *p, khct_in_group g);

/* What stands in the cell of a criterion: its number, its title, and perhaps its weak points. */
bool khct_in_take_criterion_cell(khct_in_planning *p, uint32_t row, khct_in_cell *cell);

/* --- split.c --- */

/* The field that a line names before a colon, *rest: what follows it; the column's own else. */
khct_keyword khct_in_labelled(khct_in_planning *p, khct_keyword field, khct_str text,
                              khct_str *rest);

/* The tasks of one row, where its cells show several; else the row as it is. Columns whose lines do
 * not go with the tasks stay whole: *shared. */
void khct_in_split_task(khct_in_planning *p, khct_in_group *g, const khct_in_task *t,
                        khct_in_task *shared);

/* Adds paragraphs `begin` to `end` of a list to another. */
void khct_in_push_range(khct_in_planning *p, khct_in_paragraphs *to, const khct_in_paragraphs *from,
                        size_t begin, size_t end);

/* --- fields.c --- */

/* "Mức 3", "Đạt mức 2", "Duy trì mức 1", "Duy trì": what a heading says of it; *rest: the other
 * words. Empty: none. */
khct_str khct_in_goal(khct_in_plan *u, khct_str text, khct_str *rest);

/* Puts the cells of a task into the block, each into the field of its column. */
void khct_in_put_cells(khct_in_planning *p, khct_in_group *g, khct_sketch *block,
                       const khct_in_task *t);

/* Puts the lines of a cell into the field, or into those that they name before a colon. */
void khct_in_put_lines(khct_in_planning *p, khct_sketch *block, khct_keyword field,
                       const khct_in_paragraphs *lines);

/* Puts words that are no paragraph of the document. */
khct_sketch *khct_in_say_text(khct_in_planning *p, khct_sketch *block, khct_keyword field,
                              khct_str text);

/* What a workbook calls a task: the title, where it is not only its first solution again. */
void khct_in_put_name(khct_in_planning *p, khct_sketch *block, const khct_in_task *t);

#endif
