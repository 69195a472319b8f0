/* Does a table read well on upright paper? Reckoned from its text alone, before anybody sets it, so
 * that every output turns the same tables. */
#include "page/build.h"

#include "text/utf8.h"

enum {
    UPRIGHT = 462,      /* width of the text on an upright page, in points */
    SHORT_LINE = 15,    /* letters of a line that is short to read … */
    SHORT_LINES = 8,    /* … and as many of them as still read well on end */
    ONE_ROW_IN = 6,     /* of so many may be worse */
    NARROW_COLUMNS = 8, /* from so many columns on, letters are smaller */
    WORD_LETTERS = 40,  /* a longer word breaks */
    ROWS_SEEN = 160     /* rows that are looked at in a long table, spread over it */
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
    KHCT_FOR (piece, &box->pieces) {
        size_t letters = letters_of(piece->text) + letters_of(piece->label);
        lines += (letters + room - 1) / room;
    }
    return box->rows > 1 ? lines / box->rows : lines;
}

static bool ends_part(char c)
{
    return c == ' ' || c == '/' || c == '-';
}

/* Letters of the longest part of a text that no line should divide, or `most` where none has more.
 * A part with more has no end in its first most + 1 bytes: few bytes have to be looked at. */
static size_t longest_part(khct_str text, size_t most)
{
    for (size_t begin = 0, end; text.n > begin && text.n - begin > most; begin = end + 1) {
        end = begin + most;
        while (end > begin && !ends_part(text.p[end]))
            end--;
        if (ends_part(text.p[end]))
            continue;
        end = begin + most + 1;
        while (end < text.n && !ends_part(text.p[end]))
            end++;
        size_t letters = letters_of(khct_str_sub(text, begin, end));
        most = letters > most ? letters : most;
    }
    return most;
}

/* Letters that each column has to have room for. */
static void widen(const khct_row *row, uint32_t *letters)
{
    for (size_t k = 0; k < row->cells.n; k++)
        for (size_t i = 0; row->cells.at[k].columns == 1 && i < row->cells.at[k].pieces.n; i++)
            if (letters[k] < WORD_LETTERS)
                letters[k] = (uint32_t)longest_part(row->cells.at[k].pieces.at[i].text, letters[k]);
}

static size_t step_of(const khct_table *table)
{
    return table->rows.n / ROWS_SEEN + 1;
}

/* Widths of the columns: their shares, but for those that the longest word needs more, at the cost
 * of the others. False where that is more than the page is wide. */
static bool make_widths(const khct_table *table, type t, uint32_t *least, uint32_t *widths)
{
    uint32_t sum = 0, slack = 0;
    for (size_t i = 0; i < table->header.n; i++)
        widen(&table->header.at[i], least);
    for (size_t i = 0; i < table->rows.n; i += step_of(table))
        if (table->rows.at[i].kind == KHCT_ROW_BODY)
            widen(&table->rows.at[i], least);
    for (size_t k = 0; k < table->columns.n; k++) {
        uint32_t letters = least[k] < WORD_LETTERS ? least[k] : WORD_LETTERS;
        least[k] = letters == 0 ? 0 : letters * t.letter + t.padding;
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
    for (size_t i = 0; i < table->rows.n; i += step_of(table)) {
        bad += reads_badly(&table->rows.at[i], t, widths);
        rows += table->rows.at[i].kind == KHCT_ROW_BODY;
    }
    return bad * ONE_ROW_IN <= rows;
}
