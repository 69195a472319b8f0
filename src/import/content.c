/* What a column holds, told by its cells, where its heading is no known one. */
#include "import/understand.h"

#include "text/fold.h"
#include "text/utf8.h"

enum { ROWS = 40 }; /* that are looked at */

khct_keyword khct_in_kind_of_words(khct_arena *arena, khct_library *library,
                                   const khct_phrases *roles, khct_str text)
{
    khct_span span;
    khct_reader reader = khct_in_reader(arena, library, text, &span);
    khct_people people = khct_read_people(&reader, span, roles);
    if (khct_people_are_known(&people))
        return KHCT_K_CHUTRI;
    khct_time time = khct_read_time(&reader, span, NULL);
    if (time.understood && time.rest.begin == time.rest.end)
        return KHCT_K_THOIGIAN;
    khct_money money = khct_read_money(&reader, span);
    if (money.understood && money.parts.n > 0 && money.rest.begin == money.rest.end)
        return KHCT_K_KINHPHI;
    return KHCT_KEYWORD_NONE;
}

/* Nothing but sources of money: "Ngân sách", "Kinh phí tự túc". */
static bool is_source(const khct_in_plan *u, khct_str text)
{
    khct_span span;
    khct_reader reader = khct_in_reader(u->arena, u->library, text, &span);
    khct_money money = khct_read_money(&reader, span);
    bool whole = money.understood && money.parts.n > 0 && money.rest.begin == money.rest.end &&
                 !khct_in_last_word_is(text, KHCT_IN_WORD_LEADING);
    for (size_t i = 0; i < money.parts.n && whole; i++)
        whole = money.parts.at[i].source != KHCT_SOURCE_NONE && !money.parts.at[i].has_amount;
    return whole;
}

khct_strs khct_in_runs_of_sources(const khct_in_plan *u, khct_str text)
{
    enum { LONGEST = 200 };
    khct_strs runs = {0};
    size_t from = 0;
    for (size_t at = 1; at < text.n && text.n <= LONGEST; at++) {
        khct_str now = khct_str_sub(text, from, at - 1), rest = khct_str_sub(text, at, text.n);
        bool sign = now.n > 0 && strchr(".,;:+-/", now.p[now.n - 1]) != NULL;
        if (khct_space_before(text, at) == 0 || sign || now.n == 0 || khct_in_goes_on_small(rest) ||
            khct_is_digit(rest.p[0]) || !is_source(u, now) || !is_source(u, rest))
            continue;
        khct_push(u->arena, &runs) = now;
        from = at;
    }
    khct_push(u->arena, &runs) = khct_str_sub(text, from, text.n);
    return runs;
}

khct_keyword khct_in_content(khct_arena *arena, khct_library *library, const khct_phrases *roles,
                             const khct_in_sheet *sheet, uint32_t column)
{
    static const khct_keyword KINDS[] = {KHCT_K_CHUTRI, KHCT_K_THOIGIAN, KHCT_K_KINHPHI};
    size_t found[3] = {0}, filled = 0;
    for (uint32_t row = sheet->body; row < sheet->table->rows && row < sheet->body + ROWS; row++) {
        const khct_in_cell *cell = khct_in_cell_at(sheet->table, row, column);
        if (cell == NULL || cell->row != row || cell->column != column || cell->columns > 1 ||
            cell->lines.n == 0)
            continue;
        khct_str text = khct_in_cell_text(arena, cell);
        if (khct_str_eq(text, sheet->columns[column].heading)) /* on a new page */
            continue;
        khct_keyword kind =
            text.n > 200 ? KHCT_KEYWORD_NONE : khct_in_kind_of_words(arena, library, roles, text);
        filled++;
        for (size_t k = 0; k < 3; k++)
            found[k] += kind == KINDS[k];
    }
    for (size_t k = 0; k < 3; k++)
        if (found[k] > 0 && found[k] * 2 >= filled)
            return KINDS[k];
    return KHCT_KEYWORD_NONE;
}
