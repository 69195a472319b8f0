#include "page/widths.h"

#include "page/setting.h"
#include "text/fold.h"
#include "text/utf8.h"

/* --- text --- */

/* Widths of TeX Gyre Termes from the space on, in thousandths of its size. */
static const uint16_t LETTERS[] = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
};

/* A character beyond U+FFFF is a box with its code point. */
static uint32_t width_of(int32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return LETTERS[c - 0x20];
    if (khct_is_letter(c))
        return khct_is_capital_or_digit(c) ? 700 : 480;
    return c > 0xFFFF ? 2000 : 800;
}

khct_extent khct_measure(khct_str text)
{
    khct_extent extent = {0, 0};
    uint32_t part = 0; /* since the last place where a line may end */
    khct_setting s = khct_setting_of(text, false);
    while (khct_setting_next(&s)) {
        uint32_t width = s.kind == KHCT_FATE_BREAK   ? 0
                         : s.kind == KHCT_FATE_PRINT ? width_of(s.character)
                                                     : width_of(' ');
        extent.total += width;
        part += width;
        if (part > extent.widest)
            extent.widest = part;
        if (s.kind == KHCT_FATE_SPACE || s.kind == KHCT_FATE_BREAK || s.ends)
            part = 0;
    }
    return extent;
}

/* --- columns --- */

enum {
    ROWS_SEEN = 160, /* rows that are looked at in a long table, spread over it */
    ROUNDS = 60,
};

/* How far a column may leave its share, and what that costs in lines of the whole table. */
static const double SHIFT = 0.35, DEVIATION_COST = 0.08;

typedef struct cell {
    double text;   /* width of its text on one line, in points */
    double pieces; /* paragraphs; 0: nothing, or covered */
} cell;

typedef struct column {
    double share, least, most, now;
} column;

typedef struct fitting {
    size_t n, rows;
    double padding, size; /* of a cell; of its letters; in points */
    bool whole;           /* the cells of rows should not wrap */
    cell *cells;          /* rows * n */
    column *columns;
} fitting;

static void measure_cell(fitting *f, size_t at, const khct_cell_box *box, bool bold, cell *seen)
{
    bool whole = f->whole && !bold;
    double letters = f->size / 1000 * (bold ? 1.06 : 1.0);
    cell sum = {0, 0};
    KHCT_FOR (piece, &box->pieces) {
        khct_extent label = khct_measure(piece->label), words = khct_measure(piece->text);
        double widest = label.widest > words.widest ? label.widest : words.widest;
        if (whole && words.total < UINT32_MAX)
            widest = (double)words.total;
        double indent = piece->kind == KHCT_PIECE_PARAGRAPH ? 0 : f->size * 0.7;
        double least = widest * letters * 1.03 + indent + f->padding + 0.5;
        if (box->columns == 1 && least > f->columns[at].least)
            f->columns[at].least = least;
        sum.text += (double)(label.total + words.total) * letters;
        sum.pieces++;
    }
    if (seen != NULL && box->columns == 1 && box->rows > 0)
        *seen = (cell){sum.text / box->rows, sum.pieces / box->rows};
}

/* The heading stands on every page: it counts as often as pages are to be expected. */
static void measure_heading(fitting *f, size_t at, const khct_cell_box *box, size_t rows)
{
    enum { ROWS_ON_A_PAGE = 6 };
    cell seen = {0, 0};
    measure_cell(f, at, box, true, &seen);
    double pages = 1 + (double)rows / ROWS_ON_A_PAGE;
    f->cells[at].text += seen.text * box->rows * pages;
    f->cells[at].pieces += seen.pieces * box->rows * pages;
}

static void measure_table(khct_arena *arena, fitting *f, const khct_table *table)
{
    f->cells = khct_alloc_array(arena, (ROWS_SEEN + 1) * f->n + 1, sizeof *f->cells);
    for (size_t r = 0; r < table->header.n; r++)
        for (size_t c = 0; c < f->n && c < table->header.at[r].cells.n; c++)
            measure_heading(f, c, &table->header.at[r].cells.at[c], table->rows.n);
    f->rows = 1;
    size_t step = table->rows.n / ROWS_SEEN + 1;
    for (size_t r = 0; r < table->rows.n; r++) {
        const khct_row *row = &table->rows.at[r];
        if (row->kind == KHCT_ROW_PART)
            continue;
        bool seen = r % step == 0 && f->rows <= ROWS_SEEN;
        for (size_t c = 0; c < f->n && c < row->cells.n; c++)
            measure_cell(f, c, &row->cells.at[c], row->kind == KHCT_ROW_STANDARD,
                         seen ? &f->cells[f->rows * f->n + c] : NULL);
        f->rows += seen;
    }
}

/* Between the limits, adding up to `all`. */
static void start(fitting *f, double all)
{
    double least = 0, words = 0;
    for (size_t c = 0; c < f->n; c++) {
        column *k = &f->columns[c];
        double word = k->least, low = k->share * (1 - SHIFT);
        words += word;
        k->most = k->share * (1 + SHIFT);
        k->now = word;
        if (k->least < low)
            k->least = low;
        if (k->most < k->least)
            k->most = k->least;
        least += k->least;
    }
    for (size_t c = 0; c < f->n && least > all; c++) { /* words before proportions */
        column *k = &f->columns[c];
        k->least = words > all ? k->now * all / words : k->now;
    }
    double sum = 0;
    for (size_t c = 0; c < f->n; c++) {
        column *k = &f->columns[c];
        k->now = k->share > k->least ? k->share : k->least;
        sum += k->now;
    }
    for (int round = 0; round < ROUNDS && sum > all + 0.01; round++) {
        double slack = 0, over = sum - all;
        for (size_t c = 0; c < f->n; c++)
            slack += f->columns[c].now - f->columns[c].least;
        if (slack <= 0)
            break;
        for (size_t c = 0; c < f->n; c++) {
            column *k = &f->columns[c];
            k->now -= (k->now - k->least) * (over < slack ? over / slack : 1);
        }
        sum = all;
    }
}

/* Height of the table in lines, about; more for columns far from their share. */
static double cost(const fitting *f)
{
    double lines = 0, deviation = 0;
    for (size_t r = 0; r < f->rows; r++) {
        double highest = 0;
        for (size_t c = 0; c < f->n; c++) {
            const cell *k = &f->cells[r * f->n + c];
            double width = f->columns[c].now - f->padding;
            double high = k->pieces * 0.45 + k->text / (width > 1 ? width : 1);
            if (high > highest)
                highest = high;
        }
        lines += highest;
    }
    for (size_t c = 0; c < f->n; c++) {
        double away = (f->columns[c].now - f->columns[c].share) / f->columns[c].share;
        deviation += away * away;
    }
    return lines + (lines + 1) * deviation * DEVIATION_COST;
}

/* Takes `step` from one column and gives it to another where that helps. */
static bool improve(fitting *f, double step, double *best)
{
    bool better = false;
    for (size_t a = 0; a < f->n; a++) {
        for (size_t b = 0; b < f->n; b++) {
            column *from = &f->columns[a], *to = &f->columns[b];
            if (a == b || from->now - step < from->least || to->now + step > to->most)
                continue;
            from->now -= step;
            to->now += step;
            double now = cost(f);
            if (now < *best - 1e-9) {
                *best = now;
                better = true;
            } else {
                from->now += step;
                to->now -= step;
            }
        }
    }
    return better;
}

static void round_off(const fitting *f, uint32_t *widths)
{
    double all = 0, sum = 0;
    uint32_t given = 0;
    for (size_t c = 0; c < f->n; c++)
        all += f->columns[c].now;
    for (size_t c = 0; c < f->n; c++) {
        sum += f->columns[c].now;
        uint32_t edge = (uint32_t)(sum / all * KHCT_WIDTH_SUM + 0.5);
        widths[c] = edge - given;
        given = edge;
    }
}

void khct_table_widths(khct_arena *arena, const khct_table *table, bool large, uint32_t *widths)
{
    fitting f = {.n = table->columns.n};
    double all = table->landscape ? 720 : 462; /* of the class, in points */
    if (table->halves)
        all = (all - 9) / 2;
    bool narrow = f.n >= 8; /* smaller letters there */
    f.size = (narrow ? 11 : 12) + (large ? 1 : 0);
    f.padding = narrow ? 6.6 : 7.6;
    f.whole = table->halves;
    f.columns = khct_alloc_array(arena, f.n + 1, sizeof *f.columns);
    uint32_t shares = 0;
    for (size_t c = 0; c < f.n; c++)
        shares += table->columns.at[c].width;
    for (size_t c = 0; c < f.n; c++) {
        uint32_t width = shares == 0 ? 1 : table->columns.at[c].width;
        f.columns[c].share = all * (width > 0 ? width : 1) / (shares == 0 ? (double)f.n : shares);
    }
    measure_table(arena, &f, table);
    start(&f, all);
    double best = cost(&f);
    for (int step = 16; step >= 2; step /= 2)
        for (int round = 0; round < ROUNDS && improve(&f, step, &best); round++)
            ;
    round_off(&f, widths);
}
