/* A page made by hand. */
#ifndef KHCT_TESTS_PAGE_HELPER_H
#define KHCT_TESTS_PAGE_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "emit/latex/latex.h"

static inline khct_piece piece_of(khct_str text)
{
    return (khct_piece){.text = text, .span = KHCT_NOWHERE};
}

static inline khct_page_block *add_block(khct_arena *arena, khct_page *page, khct_block_kind kind,
                                         khct_str text)
{
    khct_page_block *block = &khct_push(arena, &page->blocks);
    *block = (khct_page_block){.kind = kind, .span = KHCT_NOWHERE};
    block->piece.span = KHCT_NOWHERE;
    if (kind == KHCT_BLOCK_PIECE || kind == KHCT_BLOCK_ITALIC || kind == KHCT_BLOCK_LINE)
        block->piece.text = text;
    else
        block->text = text;
    return block;
}

static inline khct_cell_box *add_cell(khct_arena *arena, khct_row *row, khct_str text)
{
    khct_cell_box *box = &khct_push(arena, &row->cells);
    *box = (khct_cell_box){.columns = 1, .rows = 1};
    if (text.n > 0)
        khct_push(arena, &box->pieces) = piece_of(text);
    return box;
}

static inline khct_row *add_row(khct_arena *arena, khct_table *table, bool heading)
{
    khct_row *row = heading ? &khct_push(arena, &table->header) : &khct_push(arena, &table->rows);
    *row = (khct_row){.kind = KHCT_ROW_BODY};
    return row;
}

/* A table of `columns` equal columns with a heading row of "Cột". */
static inline khct_table *add_table(khct_arena *arena, khct_page *page, size_t columns,
                                    bool landscape)
{
    khct_page_block *block = add_block(arena, page, KHCT_BLOCK_TABLE, KHCT_STR(""));
    khct_table *table = block->table = khct_alloc(arena, sizeof *table);
    table->landscape = landscape;
    khct_row *row = add_row(arena, table, true);
    for (size_t i = 0; i < columns; i++) {
        uint32_t width = (uint32_t)(100 * (i + 1) / columns - 100 * i / columns);
        khct_push(arena, &table->columns) = (khct_table_column){.width = width, .align = KHCT_LEFT};
        add_cell(arena, row, KHCT_STR("Cột"));
    }
    return table;
}

/* A page that has one of everything, each text of it `text`. */
static inline khct_page *page_of(khct_arena *arena, khct_str text)
{
    khct_page *page = khct_alloc(arena, sizeof *page);
    page->superior = page->body = page->number = page->place_date = text;
    page->kind = page->subject = page->year = text;
    page->title = page->author = page->about = text;
    add_block(arena, page, KHCT_BLOCK_ITALIC, text);
    add_block(arena, page, KHCT_BLOCK_PART, text)->number = text;
    add_block(arena, page, KHCT_BLOCK_HEADING, text)->number = text;
    add_block(arena, page, KHCT_BLOCK_SUBHEADING, text)->number = text;
    for (int kind = KHCT_PIECE_PARAGRAPH; kind <= KHCT_PIECE_SUBITEM; kind++) {
        khct_piece *piece = &add_block(arena, page, KHCT_BLOCK_PIECE, text)->piece;
        piece->kind = (khct_piece_kind)kind;
        piece->number = piece->label = text;
        piece->strong = kind == KHCT_PIECE_ITEM;
    }
    add_block(arena, page, KHCT_BLOCK_LINE, text)->piece.label = text;
    khct_table *table = add_table(arena, page, 3, true);
    add_row(arena, table, false)->kind = KHCT_ROW_PART;
    khct_cell_box *whole = add_cell(arena, &table->rows.at[0], text);
    whole->columns = 3;
    khct_row *standard = add_row(arena, table, false);
    standard->kind = KHCT_ROW_STANDARD;
    add_cell(arena, standard, text);
    add_cell(arena, standard, text)->columns = 2;
    khct_row *row = add_row(arena, table, false);
    add_cell(arena, row, text);
    khct_cell_box *two = add_cell(arena, row, text);
    khct_push(arena, &two->pieces) = piece_of(text);
    add_cell(arena, row, KHCT_STR(""));
    add_block(arena, page, KHCT_BLOCK_PIECE, khct_str_cat(arena, text, KHCT_STR(" kết thúc./.")));
    khct_push(arena, &page->recipients) = piece_of(text);
    khct_push(arena, &page->signatures) =
        (khct_page_signature){.title = text, .authority = text, .office = text, .name = text};
    return page;
}

static inline khct_str latex_of(khct_arena *arena, khct_out *out, const khct_page *page,
                                khct_latex_places *places)
{
    khct_out_to_memory(out);
    khct_latex_write(out, arena, page, &(khct_latex_options){.places = places});
    assert_int_equal(khct_out_finish(out), 0);
    return khct_out_text(out);
}

#endif
