#include "fuzz.h"

/* What some reader takes for the beginning of a cell: no formula, also after blanks and quotes. */
static void no_formula(khct_str text, size_t at)
{
    while (at < text.n && (text.p[at] == ' ' || text.p[at] == '"'))
        at++;
    khct_str rest = khct_str_sub(text, at, text.n);
    fuzz_require(rest.n == 0 || rest.p[0] == '\0' || strchr("=+-@", rest.p[0]) == NULL,
                 "no cell begins a formula");
    fuzz_require(!khct_str_starts(rest, "＝") && !khct_str_starts(rest, "＋") &&
                     !khct_str_starts(rest, "－") && !khct_str_starts(rest, "＠") &&
                     !khct_str_starts(rest, "\xE2\x80\x8B="),
                 "no cell begins a formula in full width, or behind what is not seen");
}

/* The cell that begins at `at`, and the place after it. */
static size_t pass_cell(khct_str text, size_t at)
{
    bool quoted = at < text.n && text.p[at] == '"';
    size_t from = at + quoted;
    fuzz_require(from >= text.n || text.p[from] != '\t', "no cell begins with a tab");
    no_formula(text, from);
    if (!quoted) {
        while (at < text.n && text.p[at] != ',' && text.p[at] != '\r') {
            fuzz_require(text.p[at] != '"' && text.p[at] != '\n', "a cell with signs is quoted");
            at++;
        }
        return at;
    }
    for (at++; at < text.n; at++) {
        if (text.p[at] != '"')
            continue;
        if (at + 1 == text.n || text.p[at + 1] != '"')
            return at + 1;
        at++;
    }
    fuzz_fault("a quoted cell is closed");
}

void fuzz_csv(khct_str text)
{
    size_t wanted = 0, at = khct_str_starts(text, "\xEF\xBB\xBF") ? 3 : 0;
    fuzz_require(at < text.n, "the table has a row of headings");
    no_formula(text, at);
    for (size_t i = at; i < text.n; i++)
        if (memchr(";\t\r\n", text.p[i], 4) != NULL)
            no_formula(text, i + 1);
    while (at < text.n) {
        size_t cells = 1;
        for (at = pass_cell(text, at); at < text.n && text.p[at] == ','; cells++)
            at = pass_cell(text, at + 1);
        fuzz_require(text.n - at >= 2 && text.p[at] == '\r' && text.p[at + 1] == '\n',
                     "a row ends with CR LF");
        at += 2;
        if (wanted == 0)
            wanted = cells;
        fuzz_require(cells == wanted, "rows have as many cells as there are headings");
    }
}
