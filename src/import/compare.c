#include "import/compare.h"

#include "import/align.h"
#include "import/sketch.h"

/* A paragraph, or a row of a table. */
typedef struct part {
    const khct_in_paragraph *paragraph; /* a row's first */
    const khct_in_table *table;         /* NULL: no row */
    uint32_t row;
} part;

/* What is compared: the parts, and their words for pairing. */
typedef struct parts {
    KHCT_VEC(part) list;
    KHCT_VEC(khct_in_unit) units;
} parts;

typedef struct comparing {
    khct_arena *arena;
    khct_in_comparison *result;
} comparing;

static khct_str words_of(const comparing *c, const khct_in_paragraph *p)
{
    return khct_folded_space(c->arena, p->text);
}

static void add_paragraph(const comparing *c, parts *to, const khct_in_paragraph *p)
{
    khct_push(c->arena, &to->list) = (part){p, NULL, 0};
    khct_push(c->arena, &to->units) = (khct_in_unit){words_of(c, p), false};
}

/* --- rows --- */

static void add_row(const comparing *c, parts *to, const khct_in_table *table, uint32_t row)
{
    khct_strs words = {0};
    part p = {NULL, table, row};
    for (uint32_t k = 0; k < table->columns; k++) {
        const khct_in_cell *cell = khct_in_cell_from(table, row, k);
        if (cell == NULL)
            continue;
        if (p.paragraph == NULL && cell->lines.n > 0)
            p.paragraph = cell->lines.at[0];
        khct_push(c->arena, &words) =
            khct_folded_space(c->arena, khct_in_cell_text(c->arena, cell));
    }
    if (p.paragraph == NULL)
        return;
    khct_push(c->arena, &to->list) = p;
    khct_push(c->arena, &to->units) =
        (khct_in_unit){khct_str_list(c->arena, &words, KHCT_STR(" | ")), true};
}

static void add_body(const comparing *c, parts *to, const khct_in_document *document)
{
    KHCT_FOR (block, &document->body) {
        if (block->paragraph != NULL)
            add_paragraph(c, to, block->paragraph);
        for (uint32_t row = 0; block->table != NULL && row < block->table->rows; row++)
            add_row(c, to, block->table, row);
    }
}

/* --- differences --- */

static void differ(const comparing *c, const khct_in_paragraph *old, const khct_in_paragraph *now,
                   khct_str words)
{
    khct_push(c->arena, &c->result->list) = (khct_in_difference){old, now, words};
}

static size_t lines_of(const part *p)
{
    size_t n = p->table == NULL;
    for (uint32_t k = 0; p->table != NULL && k < p->table->columns; k++) {
        const khct_in_cell *cell = khct_in_cell_from(p->table, p->row, k);
        n += cell == NULL ? 0 : cell->lines.n;
    }
    return n;
}

static void compare_paragraphs(const comparing *c, const khct_in_paragraph *old,
                               const khct_in_paragraph *now)
{
    c->result->all++;
    if (!khct_str_eq(words_of(c, old), words_of(c, now)))
        differ(c, old, now, KHCT_STR(""));
    else if (khct_str_eq(old->label, now->label))
        c->result->same++;
    else
        c->result->renumbered++;
}

static void compare_parts(const comparing *c, const parts *old, const parts *now);

static void compare_cells(const comparing *c, const khct_in_cell *old, const khct_in_cell *now)
{
    parts a = {0}, b = {0};
    for (size_t i = 0; old != NULL && i < old->lines.n; i++)
        add_paragraph(c, &a, old->lines.at[i]);
    for (size_t i = 0; now != NULL && i < now->lines.n; i++)
        add_paragraph(c, &b, now->lines.at[i]);
    compare_parts(c, &a, &b);
}

static void compare_rows(const comparing *c, const part *old, const part *now)
{
    uint32_t n = old->table->columns, m = now->table->columns;
    for (uint32_t k = 0; k < (n > m ? n : m); k++)
        compare_cells(c, khct_in_cell_from(old->table, old->row, k),
                      khct_in_cell_from(now->table, now->row, k));
}

static void gone(const comparing *c, const part *p, khct_str words)
{
    c->result->all += lines_of(p);
    differ(c, p->paragraph, NULL, p->table != NULL ? words : KHCT_STR(""));
}

static void come(const comparing *c, const part *p, khct_str words)
{
    differ(c, NULL, p->paragraph, p->table != NULL ? words : KHCT_STR(""));
}

static void compare_parts(const comparing *c, const parts *old, const parts *now)
{
    size_t n = old->list.n, m = now->list.n, j = 0;
    uint32_t *partner = khct_alloc_array(c->arena, n + 1, sizeof *partner);
    khct_in_align(c->arena, old->units.at, n, now->units.at, m, partner);
    for (size_t i = 0; i < n; i++) {
        const part *p = &old->list.at[i];
        khct_known(partner[i] == KHCT_NONE || (now->list.at != NULL && now->units.at != NULL));
        for (; partner[i] != KHCT_NONE && j < partner[i]; j++)
            come(c, &now->list.at[j], now->units.at[j].words);
        if (partner[i] == KHCT_NONE) {
            gone(c, p, old->units.at[i].words);
            continue;
        }
        j = (size_t)partner[i] + 1;
        if (p->table != NULL)
            compare_rows(c, p, &now->list.at[partner[i]]);
        else
            compare_paragraphs(c, p->paragraph, now->list.at[partner[i]].paragraph);
    }
    for (; j < m; j++)
        come(c, &now->list.at[j], now->units.at[j].words);
}

khct_in_comparison khct_in_compare(khct_arena *arena, const khct_in_document *old,
                                   const khct_in_document *now)
{
    khct_in_comparison result = {0};
    comparing c = {arena, &result};
    parts a = {0}, b = {0}, aside_a = {0}, aside_b = {0};
    add_body(&c, &a, old);
    add_body(&c, &b, now);
    compare_parts(&c, &a, &b);
    for (size_t i = 0; i < old->aside.n; i++)
        add_paragraph(&c, &aside_a, old->aside.at[i]);
    for (size_t i = 0; i < now->aside.n; i++)
        add_paragraph(&c, &aside_b, now->aside.at[i]);
    compare_parts(&c, &aside_a, &aside_b);
    return result;
}
