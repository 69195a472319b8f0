/* The walk over a page: which sheets lie across, and which columns a cell takes. */
#include "page/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static khct_arena *arena;

static const char LONG[] =
    "năm học này nhà trường tiếp tục nâng cao chất lượng giáo dục toàn diện, ";

/* A page from a line of signs: P part, H heading, t short text, T long text, w wide table, u
 * upright table, n note. What the walk says of each block, a sign each: `-` across, `|` upright,
 * and a capital-like `=` or `!` where the sheet turns before it. */
static const char *walk(const char *signs)
{
    static char said[64];
    static khct_table wide = {.landscape = true}, upright;
    khct_page page = {0};
    char *text = khct_alloc_bytes(arena, 30 * sizeof LONG);
    for (size_t i = 0; i < 30; i++)
        memcpy(text + i * (sizeof LONG - 1), LONG, sizeof LONG - 1);
    for (const char *c = signs; *c != '\0'; c++) {
        khct_page_block block = {.kind = *c == 'P'                ? KHCT_BLOCK_PART
                                         : *c == 'H'              ? KHCT_BLOCK_HEADING
                                         : *c == 'n'              ? KHCT_BLOCK_ITALIC
                                         : *c == 'w' || *c == 'u' ? KHCT_BLOCK_TABLE
                                                                  : KHCT_BLOCK_PIECE};
        block.table = *c == 'w' ? &wide : &upright;
        block.piece.text = (khct_str){text, *c == 'T' ? 29 * (sizeof LONG - 1) : 20};
        khct_push(arena, &page.blocks) = block;
    }
    size_t n = 0;
    khct_page_walk w = khct_page_walk_of(&page);
    while (khct_page_next(&w)) {
        said[n++] = w.turns ? (w.landscape ? '=' : '!') : w.landscape ? '-' : '|';
        assert_int_equal(w.last, n == page.blocks.n);
        assert_ptr_equal(w.block, &page.blocks.at[n - 1]);
    }
    said[n] = '\0';
    return said;
}

static void sheets(void **state)
{
    (void)state;
    assert_string_equal(walk(""), "");
    assert_string_equal(walk("PtT"), "|||");
    assert_string_equal(walk("Ptw"), "=--");       /* short text leads in on the turned sheet */
    assert_string_equal(walk("PTw"), "||=");       /* long text does not */
    assert_string_equal(walk("PtHwPt"), "=---!|"); /* and what comes after stands upright again */
    assert_string_equal(walk("wtw"), "=--");       /* between two tables the sheet stays */
    assert_string_equal(walk("wTw"), "=!=");
    assert_string_equal(walk("wnt"), "=-!"); /* a note stays with its table */
    assert_string_equal(walk("unPt"), "||||");
    assert_string_equal(walk("PtPw"), "||=-"); /* another part's text does not lead in */
}

/* A row of boxes: `columns` and `rows` of each as two digits. */
static khct_row row_of(const char *boxes)
{
    khct_row row = {.kind = KHCT_ROW_BODY};
    for (const char *c = boxes; *c != '\0'; c += 2)
        khct_push(arena, &row.cells) =
            (khct_cell_box){.columns = (uint32_t)(c[0] - '0'), .rows = (uint32_t)(c[1] - '0')};
    return row;
}

/* "0+2 2.1 3+1": first column, `+` a cell or `.` covered, how many columns; rows divided by `/`. */
static const char *cells(size_t columns, const char *const rows[])
{
    static char said[256];
    size_t n = 0;
    khct_table table = {0};
    for (size_t i = 0; i < columns; i++)
        khct_push(arena, &table.columns) = (khct_table_column){0};
    for (size_t i = 0; rows[i] != NULL; i++)
        khct_push(arena, &table.rows) = row_of(rows[i]);
    khct_table_walk w = khct_table_walk_of(arena, &table);
    while (khct_table_next_row(&w)) {
        while (khct_table_next_cell(&w))
            n += (size_t)snprintf(said + n, sizeof said - n, "%u%c%u ", w.column,
                                  w.cell == NULL ? '.' : '+', w.columns);
        n += (size_t)snprintf(said + n, sizeof said - n, "/");
    }
    return said;
}

static void columns(void **state)
{
    (void)state;
    const char *const plain[] = {"1111", "1111", NULL};
    assert_string_equal(cells(2, plain), "0+1 1+1 /0+1 1+1 /");
    const char *const down[] = {"2211", "101011", "11", NULL}; /* a wide cell covers both columns */
    assert_string_equal(cells(3, down), "0+2 2+1 /0.2 2+1 /0+1 1.1 2.1 /");
    const char *const beyond[] = {"91", "111111", NULL};
    assert_string_equal(cells(2, beyond), "0+2 /0+1 1+1 /");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(sheets), cmocka_unit_test(columns)};
    arena = khct_arena_new();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    khct_arena_free(arena);
    return failed;
}
