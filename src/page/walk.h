/* The one walk over a page that every back end takes: block after block, and within a table row
 * after row and cell after cell.
 *
 *     khct_page_walk walk = khct_page_walk_of(page);
 *     while (khct_page_next(&walk)) {
 *         if (walk.turns)
 *             turn_sheet(walk.landscape);
 *         switch (walk.block->kind) { … }
 *     }
 *
 *     khct_table_walk rows = khct_table_walk_of(arena, table);
 *     while (khct_table_next_row(&rows))
 *         while (khct_table_next_cell(&rows))
 *             if (rows.cell != NULL) …
 *
 * Which blocks stand on a sheet that lies across, and which columns a cell takes or is covered in,
 * is settled here, so that the back ends agree and none looks ahead. Before the first block a back
 * end writes the head (khct_page), after the last one recipients and signatures, on the sheet that
 * is open then.
 */
#ifndef KHCT_PAGE_WALK_H
#define KHCT_PAGE_WALK_H

#include "page/page.h"

/* Text that may share a turned sheet, for back ends that know its height. */
typedef enum khct_page_unit {
    KHCT_UNIT_NONE,
    KHCT_UNIT_LEADS,   /* leads to a turned sheet: better there than on another upright one */
    KHCT_UNIT_FOLLOWS, /* follows one: better on it than on a new one, where there is room */
} khct_page_unit;

typedef struct khct_page_walk {
    const khct_page *page;
    size_t next;
    const khct_page_block *block;  /* the one at hand */
    const khct_page_block *before; /* the one before it; NULL: the head */
    bool landscape; /* its sheet lies across, as a wide table that it leads to, or is, asks for */
    bool turns; /* its sheet lies otherwise than that of the block before; the head's is upright */
    khct_page_unit unit; /* that the block belongs to; `landscape` is false in it */
    size_t unit_end;
    bool unit_begins, unit_ends; /* with this block */
    bool loose;                  /* since a unit, no block has settled how the sheet lies */
    bool last;                   /* no block comes after it: its words end with the mark "./." */
} khct_page_walk;

khct_page_walk khct_page_walk_of(const khct_page *page);

/* Steps to the next block; false after the last one. */
bool khct_page_next(khct_page_walk *walk);

static inline bool khct_block_is_heading(const khct_page_block *block)
{
    return block->kind == KHCT_BLOCK_PART || block->kind == KHCT_BLOCK_HEADING ||
           block->kind == KHCT_BLOCK_SUBHEADING;
}

typedef struct khct_table_walk {
    const khct_table *table;
    size_t next_row, next_cell;
    const khct_row *row;
    bool heading;              /* a row of the header */
    bool whole;                /* one cell over all columns */
    bool last;                 /* no row comes after it */
    const khct_cell_box *cell; /* NULL: covered by a cell of a row above */
    uint32_t column, columns;  /* the first column it takes, and how many; within the table's */
    uint32_t free;             /* the first column that no cell of the row has taken yet */
    uint32_t *reach; /* by column: how many columns the cell takes that last began there */
} khct_table_walk;

/* The header's rows come first. The walk's memory is the arena's. */
khct_table_walk khct_table_walk_of(khct_arena *arena, const khct_table *table);

/* Steps to the next row; false after the last one. */
bool khct_table_next_row(khct_table_walk *walk);

/* Steps to the next cell of the row, from left to right; false after the last one. Every column of
 * the table belongs to just one of the cells that are handed out. */
bool khct_table_next_cell(khct_table_walk *walk);

#endif
