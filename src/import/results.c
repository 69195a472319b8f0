/* Results of the self-assessment: a table of X, counts, lists in words. */
#include "import/understand.h"

#include "text/fold.h"
#include "text/sort.h"

enum { LEVELS = 5 };

/* The block of the results, made where it is first needed. */
static khct_sketch *results_of(khct_in_plan *u)
{
    if (u->results != NULL)
        return u->results;
    u->results = khct_sketch_block(u->arena, u->top, KHCT_K_HIENTRANG, KHCT_B_HIENTRANG);
    if (u->results_year.n > 0)
        u->results->head = KHCT_JOIN(u->arena, "namhoc ", u->results_year);
    return u->results;
}

static void add_list(khct_in_plan *u, khct_keyword field, uint16_t level, const khct_strs *codes)
{
    if (codes->n == 0)
        return;
    khct_str list = khct_str_list(u->arena, codes, KHCT_STR(", "));
    khct_sketch_put(u->arena, results_of(u), field,
                    level > 0 ? KHCT_JOIN(u->arena, level, " ", list) : list);
}

/* --- a table of X --- */

typedef struct found {
    khct_strs levels[LEVELS], failed;
} found;

/* Columns from a criterion up to the next one: a table may have two halves side by side. */
typedef struct half {
    uint32_t criterion, from, to;
} half;

static half half_at(const khct_in_sheet *sheet, uint32_t from)
{
    half h = {KHCT_NONE, from, sheet->table->columns};
    for (uint32_t c = from; c < sheet->table->columns; c++) {
        if (sheet->columns[c].role != KHCT_IN_ROLE_CRITERION)
            continue;
        if (h.criterion == KHCT_NONE)
            h.criterion = c;
        else {
            h.to = c;
            /* a number before the next criterion is that one's */
            while (h.to > h.criterion + 1 &&
                   (sheet->columns[h.to - 1].role == KHCT_IN_ROLE_NUMBER ||
                    sheet->columns[h.to - 1].role == KHCT_IN_ROLE_STANDARD))
                h.to--;
            break;
        }
    }
    return h;
}

static bool any_figure(khct_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (khct_is_digit(s.p[i]))
            return true;
    return false;
}

/* "Mức 2", "2", "Đạt mức 2": the level that a cell states; 0: none. */
static uint16_t level_in(const khct_in_plan *u, khct_str text)
{
    size_t begin, end;
    uint16_t level = khct_in_level(u->arena, u->library, text, &begin, &end);
    bool figure = text.n == 1 && text.p[0] >= '1' && text.p[0] < '0' + LEVELS;
    if (figure)
        return (uint16_t)(text.p[0] - '0');
    bool other =
        any_figure(khct_str_sub(text, 0, begin)) || any_figure(khct_str_sub(text, end, text.n));
    return other ? 0 : level;
}

static bool says_not(khct_arena *arena, khct_str words)
{
    return khct_in_says_any(khct_fold_bare(arena, words), KHCT_IN_WORD_FAILED);
}

/* What a row says of its criterion besides the level: a block of its own. False: nothing. */
static bool put_points(khct_in_plan *u, const khct_in_sheet *sheet, uint32_t row, half h,
                       khct_str code, uint16_t level)
{
    khct_sketch *block = NULL;
    for (uint32_t k = h.from; k < h.to; k++) {
        khct_in_cell *cell = khct_in_cell_from(sheet->table, row, k);
        khct_keyword field = sheet->columns[k].field;
        if (sheet->columns[k].role != KHCT_IN_ROLE_FIELD || cell == NULL || cell->lines.n == 0 ||
            khct_place_of(KHCT_B_KETQUATC, field) == NULL)
            continue;
        if (block == NULL)
            block = khct_sketch_block(u->arena, results_of(u), KHCT_K_TIEUCHI, KHCT_B_KETQUATC);
        block->head = level > 0 ? KHCT_JOIN(u->arena, code, " muc ", level)
                                : KHCT_JOIN(u->arena, code, " khongdat");
        khct_in_put(u, block, field, cell->lines.at, cell->lines.n);
    }
    return block != NULL;
}

/* One half of a row. True where it had a criterion. */
static bool take_row(khct_in_plan *u, found *f, khct_in_sheet *sheet, uint32_t row, half h,
                     uint32_t standard, khct_criterion_id *before)
{
    khct_in_cell *cell = khct_in_cell_at(sheet->table, row, h.criterion);
    if (cell == NULL || cell->row != row || cell->lines.n == 0)
        return false;
    khct_str text = khct_in_cell_text(u->arena, cell);
    khct_in_criteria c = khct_in_criteria_in(u->arena, text, standard);
    if (c.count == 0 || c.begin > 0 || (c.count > 1 && !c.apart))
        return false;
    uint16_t highest = 0;
    bool failed = false;
    for (uint32_t k = h.criterion + 1; k < h.to; k++) {
        khct_in_cell *mark = khct_in_cell_at(sheet->table, row, k);
        if (mark == NULL || mark->row != row || mark->column != k || mark->lines.n == 0)
            continue;
        khct_str words = khct_in_cell_text(u->arena, mark);
        const khct_in_column *column = &sheet->columns[k];
        bool is_mark = khct_in_is_mark(words);
        if (column->role == KHCT_IN_ROLE_LEVEL && is_mark && column->level < LEVELS)
            highest = column->level > highest ? column->level : highest;
        else if (column->role == KHCT_IN_ROLE_FAILED && is_mark)
            failed = true;
        else if (column->role == KHCT_IN_ROLE_LEVEL && says_not(u->arena, words))
            failed = true;
        else if (column->role == KHCT_IN_ROLE_REACHED && level_in(u, words) > 0)
            highest = level_in(u, words);
        else if (column->role == KHCT_IN_ROLE_REACHED && says_not(u->arena, words))
            failed = true;
        else
            continue;
        khct_in_use_cell(mark);
    }
    if (highest == 0 && !failed)
        return false;
    if (c.count > 1 || !put_points(u, sheet, row, h, c.list, highest))
        khct_push(u->arena, highest > 0 ? &f->levels[highest] : &f->failed) = c.list;
    khct_in_place place = khct_in_row_place(sheet->table, row);
    khct_in_remark_criteria(u, place, text, &c, results_of(u));
    khct_in_remark_ten(u, place, c.first, *before, results_of(u));
    *before = c.first;
    /* its title is a comment; the number is in the list */
    if (khct_str_trim(khct_str_sub(text, c.end, text.n)).n < 3)
        khct_in_use_cell(cell);
    return true;
}

/* A column of years, as a workbook has it. */
static void take_year(khct_in_plan *u, khct_in_sheet *sheet)
{
    uint32_t c = khct_in_role_at(sheet, KHCT_IN_ROLE_YEAR);
    for (uint32_t row = sheet->body; c != KHCT_NONE && row < sheet->table->rows; row++) {
        khct_in_cell *cell = khct_in_cell_at(sheet->table, row, c);
        khct_str years = khct_in_years(khct_in_cell_text(u->arena, cell));
        if (years.n == 0)
            continue;
        u->results_year = u->results_year.n > 0 ? u->results_year : years;
        if (khct_str_eq(years, u->results_year))
            khct_in_use_cell(cell);
    }
}

void khct_in_take_results(khct_in_plan *u, khct_in_sheet *sheet)
{
    found f = {0};
    uint32_t standard = 0;
    khct_criterion_id before = {0, 0};
    take_year(u, sheet);
    khct_sketch *block = results_of(u);
    khct_in_keep_heading(u, block, sheet);
    for (uint32_t row = sheet->body; row < sheet->table->rows; row++) {
        const khct_in_cell *first = khct_in_cell_at(sheet->table, row, 0);
        uint32_t now = first == NULL ? 0
                                     : khct_in_number_after(khct_in_cell_text(u->arena, first),
                                                            KHCT_IN_WORD_STANDARD);
        standard = now > 0 ? now : standard;
        for (uint32_t from = 0; from < sheet->table->columns;) {
            half h = half_at(sheet, from);
            if (h.criterion == KHCT_NONE)
                break;
            take_row(u, &f, sheet, row, h, standard, &before);
            from = h.to;
        }
        khct_in_keep_row(u, block, sheet, row, false);
    }
    for (uint16_t level = LEVELS; level-- > 1;)
        add_list(u, KHCT_K_MUC, level, &f.levels[level]);
    add_list(u, KHCT_K_KHONGDAT, 0, &f.failed);
}

/* "Mức 1 | 1.9, 3.4": its criteria are all that its last column holds. */
void khct_in_take_turned(khct_in_plan *u, khct_in_sheet *sheet)
{
    khct_sketch *block = results_of(u);
    khct_in_keep_heading(u, block, sheet);
    for (uint32_t row = 0; row < sheet->table->rows; row++) {
        khct_in_cell *label = khct_in_cell_from(sheet->table, row, sheet->table->columns - 2),
                     *list = khct_in_cell_from(sheet->table, row, sheet->table->columns - 1);
        khct_str text = khct_in_cell_text(u->arena, list);
        khct_in_criteria c = khct_in_criteria_in(u->arena, text, 0);
        bool failed = false;
        uint16_t level = label == NULL
                             ? 0
                             : khct_in_result_of(u->arena, u->library,
                                                 khct_in_cell_text(u->arena, label), &failed);
        if ((level > 0 || failed) && c.whole) {
            khct_strs codes = {0};
            khct_push(u->arena, &codes) = c.list;
            add_list(u, level > 0 ? KHCT_K_MUC : KHCT_K_KHONGDAT, level, &codes);
            khct_in_remark_criteria(u, khct_in_row_place(sheet->table, row), text, &c, block);
            khct_in_use_cell(label);
            khct_in_use_cell(list);
        }
        khct_in_keep_row(u, block, sheet, row, false);
    }
}

/* --- lists in words --- */

/* "Các tiêu chí đạt mức 3: 1.4, 2.1 và 3.3". */
static bool take_list(khct_in_plan *u, khct_in_paragraph *p)
{
    khct_str rest, label = khct_in_label(p->text, &rest), folded = khct_fold_bare(u->arena, label);
    bool failed = khct_in_says_any(folded, KHCT_IN_WORD_FAILED);
    size_t begin, end;
    uint16_t level = khct_in_level(u->arena, u->library, label, &begin, &end);
    if (!khct_in_says_any(folded, KHCT_IN_WORD_CRITERION) || (level == 0 && !failed) || rest.n == 0)
        return false;
    khct_in_criteria c = khct_in_criteria_in(u->arena, rest, 0);
    if (!c.whole)
        return false;
    khct_strs codes = {0};
    khct_push(u->arena, &codes) = c.list;
    khct_in_remark_criteria(u, p->place, rest, &c, results_of(u));
    khct_sketch_comment(u->arena, results_of(u), khct_in_shown(u->arena, p));
    add_list(u, failed && level == 0 ? KHCT_K_KHONGDAT : KHCT_K_MUC,
             failed && level == 0 ? 0 : level, &codes);
    p->used = true;
    return true;
}

/* --- counts --- */

/* "Mức 2: … 25/25 …": level, met, of how many. */
static bool read_count(const khct_in_plan *u, khct_str text, uint16_t *level, uint32_t *met,
                       uint32_t *all)
{
    size_t begin, end;
    *level = khct_in_level(u->arena, u->library, text, &begin, &end);
    if (*level == 0 || begin > 0)
        return false;
    for (size_t at = end; at < text.n; at++) {
        if (text.p[at] != '/')
            continue;
        size_t a = at, b = at + 1;
        while (a > 0 && at - a < 4 && khct_is_digit(text.p[a - 1]))
            a--;
        size_t first = a;
        *met = khct_in_figures(text, &first, 4);
        *all = khct_in_figures(text, &b, 4);
        if (a < at && b > at + 1)
            return true;
    }
    return false;
}

bool khct_in_take_counts(khct_in_plan *u, khct_in_paragraph *p)
{
    enum { LONGEST = 2000 };
    uint16_t level;
    uint32_t met, all;
    khct_in_beginning b = khct_in_beginning_of(p);
    if (p->text.n > LONGEST)
        return false;
    if (read_count(u, b.words, &level, &met, &all)) {
        khct_push(u->arena, &u->counts) = p;
        khct_sketch_comment(u->arena, results_of(u), khct_in_shown(u->arena, p));
        p->used = true;
        return true;
    }
    return take_list(u, p);
}

static uint32_t criteria_with(const khct_catalogue *catalogue, uint16_t level)
{
    uint32_t n = 0;
    for (size_t i = 0; i < catalogue->criteria.n; i++)
        n += khct_criterion_has(&catalogue->criteria.at[i], level);
    return n;
}

/* Counts tell the results where each criterion meets the highest level it has; else they cannot. */
void khct_in_settle_results(khct_in_plan *u)
{
    if (u->counts.n == 0 || u->catalogue == NULL)
        return;
    bool told = khct_sketch_find(u->results, KHCT_K_MUC) != NULL;
    bool all_met = true;
    for (size_t i = 0; i < u->counts.n; i++) {
        uint16_t level;
        uint32_t met, all;
        khct_in_beginning b = khct_in_beginning_of(u->counts.at[i]);
        if (read_count(u, b.words, &level, &met, &all))
            all_met &= met == all && all == criteria_with(u->catalogue, level);
    }
    khct_in_place place = u->counts.at[0]->place;
    if (told)
        return;
    if (!all_met || u->counts.n < 2) {
        khct_in_remark_on(u, KHCT_KH8035, khct_in_at(u->arena, place, KHCT_MSG0(IN_UNCOUNTED)),
                          u->results);
        return;
    }
    khct_strs levels[LEVELS] = {0};
    KHCT_FOR (c, &u->catalogue->criteria) {
        if (c->highest < LEVELS)
            khct_push(u->arena, &levels[c->highest]) = c->code;
    }
    for (uint16_t level = LEVELS; level-- > 1;)
        add_list(u, KHCT_K_MUC, level, &levels[level]);
    khct_sketch_put(u->arena, u->results, KHCT_K_TRINHBAY, KHCT_STR("soluong"));
    khct_in_guess(u, place, KHCT_MSG0(IN_GUESS_COUNTS), u->results);
}
