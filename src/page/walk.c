#include "page/walk.h"

enum {
    LEAD_IN = 700,  /* bytes of text that may stand on the turned sheet before its table */
    BETWEEN = 1600, /* and between two tables, rather than turn the sheet back for it */
};

/* --- sheets --- */

static bool is_wide(const khct_page_block *block)
{
    return block->kind == KHCT_BLOCK_TABLE && block->table->landscape;
}

/* A wide table comes from block i on that the text before it may share its sheet with: text of at
 * most `room` bytes, and none of another part unless `parts`. */
static bool wide_follows(const khct_page *page, size_t i, size_t room, bool parts)
{
    size_t text = 0;
    for (size_t k = i; k < page->blocks.n; k++) {
        const khct_page_block *block = &page->blocks.at[k];
        if (is_wide(block))
            return true;
        if (block->kind == KHCT_BLOCK_TABLE || (block->kind == KHCT_BLOCK_PART && k > i && !parts))
            return false;
        text += block->piece.text.n;
        if (text > room)
            return false;
    }
    return false;
}

/* The sheet is turned before a wide table, at the heading that stands over it. */
static bool turns_at(const khct_page *page, size_t i)
{
    const khct_page_block *block = &page->blocks.at[i];
    if (is_wide(block))
        return true;
    if (block->kind == KHCT_BLOCK_PART)
        return wide_follows(page, i, LEAD_IN, false);
    while (i < page->blocks.n && khct_block_is_heading(&page->blocks.at[i]))
        i++;
    return khct_block_is_heading(block) && i < page->blocks.n && is_wide(&page->blocks.at[i]);
}

/* A note under a wide table, which stays with it. */
static bool is_note(const khct_page_walk *walk)
{
    return walk->before != NULL && is_wide(walk->before) && walk->block->kind == KHCT_BLOCK_ITALIC;
}

khct_page_walk khct_page_walk_of(const khct_page *page)
{
    return (khct_page_walk){.page = page};
}

bool khct_page_next(khct_page_walk *walk)
{
    const khct_page *page = walk->page;
    size_t i = walk->next;
    if (i >= page->blocks.n)
        return false;
    walk->before = walk->block;
    walk->block = &page->blocks.at[i];
    walk->last = i + 1 == page->blocks.n;
    walk->next = i + 1;
    bool landscape =
        walk->landscape ? is_note(walk) || wide_follows(page, i, BETWEEN, true) : turns_at(page, i);
    walk->turns = landscape != walk->landscape;
    walk->landscape = landscape;
    return true;
}

/* --- tables --- */

khct_table_walk khct_table_walk_of(khct_arena *arena, const khct_table *table)
{
    return (khct_table_walk){
        .table = table, .reach = khct_alloc_array(arena, table->columns.n + 1, sizeof(uint32_t))};
}

bool khct_table_next_row(khct_table_walk *walk)
{
    const khct_table *table = walk->table;
    size_t i = walk->next_row, header = table->header.n;
    if (i >= header + table->rows.n)
        return false;
    walk->next_row = i + 1;
    walk->heading = i < header;
    walk->row = walk->heading ? &table->header.at[i] : &table->rows.at[i - header];
    walk->last = i + 1 == header + table->rows.n;
    walk->whole = walk->row->cells.n > 0 && walk->row->cells.at[0].rows == 1 &&
                  walk->row->cells.at[0].columns >= table->columns.n;
    walk->next_cell = 0;
    walk->column = walk->columns = walk->behind = 0;
    return true;
}

/* The next box of the row takes `columns` from walk->behind on, if there is room for it. */
static void take(khct_table_walk *walk, const khct_cell_box *cell, uint32_t columns)
{
    uint32_t room = (uint32_t)walk->table->columns.n - walk->behind;
    walk->cell = cell;
    walk->column = walk->behind;
    walk->columns = columns < 1 ? 1 : columns > room ? room : columns;
    walk->behind += walk->columns;
    if (cell != NULL)
        walk->reach[walk->column] = walk->columns;
}

bool khct_table_next_cell(khct_table_walk *walk)
{
    const khct_row *row = walk->row;
    if (walk->behind >= walk->table->columns.n)
        return false;
    if (walk->next_cell >= row->cells.n) { /* a row has all its cells, whatever it was given */
        take(walk, NULL, 1);
        return true;
    }
    const khct_cell_box *cell = &row->cells.at[walk->next_cell++];
    if (cell->rows > 0) {
        take(walk, cell, cell->columns);
        return true;
    }
    take(walk, NULL, walk->reach[walk->behind]);
    for (uint32_t more = walk->columns;
         more > 1 && walk->next_cell < row->cells.n && row->cells.at[walk->next_cell].rows == 0;
         more--)
        walk->next_cell++; /* the others that the same cell covers */
    return true;
}
