#include "page/walk.h"

enum {
    LEAD_IN = 700,  /* bytes of text that may stand on the turned sheet before its table */
    BETWEEN = 1600, /* and between two tables, rather than turn the sheet back for it */
    LEADER = 2400,  /* of a unit that leads to a turned sheet: little is lost where it is turned */
    TURNED_SHEET = 6000, /* no turned sheet holds so much */
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

static size_t text_of_table(const khct_table *table)
{
    size_t text = 0;
    for (size_t i = 0; i < table->rows.n; i++)
        for (size_t c = 0; c < table->rows.at[i].cells.n; c++)
            for (size_t p = 0; p < table->rows.at[i].cells.at[c].pieces.n; p++)
                text += table->rows.at[i].cells.at[c].pieces.at[p].text.n;
    return text;
}

static size_t text_of_block(const khct_page_block *block)
{
    return block->kind == KHCT_BLOCK_TABLE ? text_of_table(block->table) : block->piece.text.n;
}

/* The end of what may follow a wide table on its sheet: up to the next part or turn. 0 where it is
 * more than a turned sheet holds. */
static size_t end_of_follower(const khct_page *page, size_t i)
{
    size_t text = 0, k = i;
    for (; k < page->blocks.n; k++) {
        if (k > i && (page->blocks.at[k].kind == KHCT_BLOCK_PART || turns_at(page, k)))
            break;
        text += text_of_block(&page->blocks.at[k]);
        if (text > TURNED_SHEET)
            return 0;
    }
    return k;
}

/* Where the sheet turns after block i, when block i begins a short piece of text, under its
 * heading, that leads there. Else 0. */
static size_t end_of_leader(const khct_page *page, size_t i)
{
    bool below = false; /* something stands below the heading */
    size_t text = 0;
    if (!khct_block_is_heading(&page->blocks.at[i]) ||
        (i > 0 && khct_block_is_heading(&page->blocks.at[i - 1])))
        return 0;
    for (size_t k = i; k < page->blocks.n && text <= LEADER; k++) {
        const khct_page_block *block = &page->blocks.at[k];
        if (turns_at(page, k))
            return below ? k : 0;
        if ((below && khct_block_is_heading(block)) ||
            (block->kind == KHCT_BLOCK_TABLE && block->table->halves))
            return 0;
        below |= !khct_block_is_heading(block);
        text += text_of_block(block);
    }
    return 0;
}

/* The unit that block i stands in. */
static void step_units(khct_page_walk *walk, size_t i)
{
    bool before = walk->loose || (walk->turns && !walk->landscape);
    if (walk->unit != KHCT_UNIT_NONE && i >= walk->unit_end)
        walk->unit = KHCT_UNIT_NONE;
    walk->unit_begins = walk->unit_ends = false;
    if (walk->unit == KHCT_UNIT_NONE && !walk->landscape) {
        walk->unit_end = end_of_leader(walk->page, i);
        walk->unit = walk->unit_end > 0 ? KHCT_UNIT_LEADS : KHCT_UNIT_NONE;
        if (walk->unit == KHCT_UNIT_NONE && before) {
            walk->unit_end = end_of_follower(walk->page, i);
            walk->unit = walk->unit_end > 0 ? KHCT_UNIT_FOLLOWS : KHCT_UNIT_NONE;
        }
        walk->unit_begins = walk->unit != KHCT_UNIT_NONE;
    }
    walk->loose = walk->unit != KHCT_UNIT_NONE;
    walk->unit_ends = walk->loose && i + 1 == walk->unit_end;
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
    step_units(walk, i);
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
    walk->column = walk->columns = walk->free = 0;
    return true;
}

/* The next box of the row takes `columns` from walk->free on, if there is room for it. */
static void take(khct_table_walk *walk, const khct_cell_box *cell, uint32_t columns)
{
    uint32_t room = (uint32_t)walk->table->columns.n - walk->free;
    walk->cell = cell;
    walk->column = walk->free;
    walk->columns = columns < 1 ? 1 : columns > room ? room : columns;
    walk->free += walk->columns;
    if (cell != NULL)
        walk->reach[walk->column] = walk->columns;
}

bool khct_table_next_cell(khct_table_walk *walk)
{
    const khct_row *row = walk->row;
    if (walk->free >= walk->table->columns.n)
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
    take(walk, NULL, walk->reach[walk->free]);
    for (uint32_t more = walk->columns;
         more > 1 && walk->next_cell < row->cells.n && row->cells.at[walk->next_cell].rows == 0;
         more--)
        walk->next_cell++; /* the others that the same cell covers */
    return true;
}
