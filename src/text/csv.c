#include "text/csv.h"

#include "text/utf8.h"

/* What begins a formula in a spreadsheet, some only where full-width signs are common. */
static bool begins_formula(int32_t c)
{
    static const int32_t SIGNS[] = {'=',    '+',    '-',    '@',    0xFF1D, 0xFF0B, 0xFF0D,
                                    0xFF20, 0xFE66, 0xFE62, 0xFE63, 0xFE6B, 0x2212};
    for (size_t i = 0; i < sizeof SIGNS / sizeof SIGNS[0]; i++)
        if (c == SIGNS[i])
            return true;
    return false;
}

/* What a spreadsheet may pass over before it; not what begins a cell itself. */
static bool is_passed_over(int32_t c)
{
    return c == '"' || khct_is_unseen(c);
}

/* Where some reader begins a cell: at the beginning, at a line's, and after each sign that it may
 * take for the separator. One that knows only `;` or tabs sees no quotes in the middle of its
 * cells. */
static bool ends_cell(char c)
{
    return c == ';' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_formula(khct_str s)
{
    for (size_t at = 0, length; at < s.n; at += length) {
        int32_t c = khct_utf8_at(s.p + at, s.n - at, &length);
        if (!is_passed_over(c))
            return begins_formula(c);
    }
    return false;
}

static bool is_neutralised(khct_str s, size_t i)
{
    if (i == 0 && s.n > 0 && (s.p[0] == '\t' || s.p[0] == '\r'))
        return true;
    return (i == 0 || ends_cell(s.p[i - 1])) && is_formula(khct_str_sub(s, i, s.n));
}

static bool needs_quotes(khct_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '"' || s.p[i] == ',' || ends_cell(s.p[i]))
            return true;
    return is_formula(s);
}

void khct_csv_cell(khct_out *out, khct_str s)
{
    if (!needs_quotes(s)) {
        khct_out_str(out, s);
        return;
    }
    khct_out_char(out, '"');
    for (size_t i = 0; i < s.n; i++) {
        if (is_neutralised(s, i))
            khct_out_char(out, '\'');
        if (s.p[i] == '"')
            khct_out_char(out, '"');
        khct_out_char(out, s.p[i]);
    }
    khct_out_char(out, '"');
}
