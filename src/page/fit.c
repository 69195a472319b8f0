/* Does a table read well on upright paper? Reckoned from its text alone, before anybody sets it, so
 * that every output turns the same tables. */
#include "page/build.h"

#include "text/utf8.h"

enum {
    UPRIGHT = 462,     /* width of the text on an upright page, in points */
    SHORT_LINE = 15,   /* letters of a line that is short to read … */
    SHORT_LINES = 8,   /* … and as many of them as still read well on end */
    ONE_ROW_IN = 6,    /* of so many may be worse */
    NARROW_COLUMNS = 8 /* from so many columns on, letters are smaller */
};

/* A letter's width and a cell's padding, in tenths of a point. */
typedef struct type {
    uint32_t letter, padding;
} type;

static size_t letters_of(khct_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        n += ((unsigned char)text.p[i] & 0xC0) != 0x80;
    return n;
}

/* Lines that a cell takes where `room` letters stand on one. */
static size_t lines_of(const khct_cell_box *box, size_t room)
{
    size_t lines = 0;
    for (size_t i = 0; i < box->pieces.n; i++) {
        const khct_piece *piece = &box->pieces.at[i];
        size_t letters = letters_of(piece->text) + letters_of(piece->label);
        lines += (letters + room - 1) / room;
    }
    return box->rows > 1 ? lines / box->rows : lines;
}

static bool ends_part(char c)
{
    return c == ' ' || c == '/' || c == '-';
}

/* Letters of the longest part of a text that no line should divide. */
static size_t longest_part(khct_str text)
{
    size_t longest = 0, begin = 0;
    for (size_t i = 0; i <= text.n; i++) {
        if (i < text.n && !ends_part(text.p[i]))
            continue;
        size_t letters = letters_of(khct_str_sub(text, begin, i));
        longest = letters > longest ? letters : longest;
        begin = i + 1;
    }
    return longest;
}

static void widen(const khct_row *row, type t, uint32_t *least)
{
    for (size_t k = 0; k < row->cells.n; k++)
        for (size_t i = 0; row->cells.at[k].columns == 1 && i < row->cells.at[k].pieces.n; i++) {
            size_t letters = longest_part(row->cells.at[k].pieces.at[i].text);
            uint32_t width = (uint32_t)(letters < 40 ? letters : 40) * t.letter + t.padding;
            if (width > least[k])
                least[k] = width;
        }
}

/* Widths of the columns: their shares, but for those that the longest word needs more, at the cost
 * of the others. False where that is more than the page is wide. */
static bool make_widths(const khct_table *table, type t, uint32_t *least, uint32_t *widths)
{
    uint32_t sum = 0, slack = 0;
    for (size_t i = 0; i < table->header.n; i++)
        widen(&table->header.at[i], t, least);
    for (size_t i = 0; i < table->rows.n; i++)
        if (table->rows.at[i].kind == KHCT_ROW_BODY)
            widen(&table->rows.at[i], t, least);
    for (size_t k = 0; k < table->columns.n; k++) {
        uint32_t share = table->columns.at[k].width * UPRIGHT / 10; /* in tenths of a point */
        widths[k] = share > least[k] ? share : least[k];
        slack += widths[k] - least[k];
        sum += widths[k];
    }
    uint32_t over = sum > UPRIGHT * 10 ? sum - UPRIGHT * 10 : 0;
    for (size_t k = 0; k < table->columns.n && over > 0 && over <= slack; k++)
        widths[k] -= (uint32_t)((uint64_t)(widths[k] - least[k]) * over / slack);
    return over <= slack;
}

static bool reads_badly(const khct_row *row, type t, const uint32_t *widths)
{
    if (row->kind != KHCT_ROW_BODY)
        return false;
    for (size_t k = 0; k < row->cells.n; k++) {
        size_t room = widths[k] > t.padding + t.letter ? (widths[k] - t.padding) / t.letter : 1;
        if (room < SHORT_LINE && lines_of(&row->cells.at[k], room) > SHORT_LINES)
            return true;
    }
    return false;
}

bool khct_page_fits_upright(khct_arena *arena, const khct_table *table)
{
    type t = table->columns.n >= NARROW_COLUMNS ? (type){52, 66} : (type){56, 76};
    uint32_t *least = khct_alloc_array(arena, table->columns.n + 1, 2 * sizeof *least);
    uint32_t *widths = least + table->columns.n + 1;
    size_t bad = 0, rows = 0;
    if (!make_widths(table, t, least, widths))
        return false;
    for (size_t i = 0; i < table->rows.n; i++) {
        bad += reads_badly(&table->rows.at[i], t, widths);
        rows += table->rows.at[i].kind == KHCT_ROW_BODY;
    }
    return bad * ONE_ROW_IN <= rows;
}
