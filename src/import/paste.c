/* Text as people paste it: lines, tables of tabs, of Markdown's bars, of aligned columns. */
#include "import/criteria.h"
#include "import/parts.h"
#include "import/signs.h"
#include "text/utf8.h"

typedef struct pasting {
    khct_in_builder *b;
    khct_arena *arena;
    khct_strs lines;
    size_t tabs, after; /* of the last table of tabs: in a row, and the line after it */
} pasting;

static khct_str rest(khct_str s, size_t from)
{
    return khct_str_sub(s, from, s.n);
}

/* The text without tags and Markdown's signs around it; `<p>`, `<br>` begin a line. Cells that came
 * out of scans have them. */
static khct_str without_tags(khct_arena *arena, khct_str s)
{
    static const char *const TAGS[] = {"<b>",  "</b>",     "<i>",       "</i>",   "<u>",
                                       "</u>", "<strong>", "</strong>", "<em>",   "</em>",
                                       "</p>", "**",       "<sup>",     "</sup>", "__"};
    static const char *const BREAKS[] = {"<p>", "<br>", "<br/>", "<br />", "<BR>"};
    char *bytes = khct_alloc_bytes(arena, s.n + 1);
    size_t n = 0;
    for (size_t at = 0; at < s.n;) {
        size_t cut = 0;
        bool line = false;
        for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS && cut == 0; i++)
            cut = khct_str_starts(rest(s, at), TAGS[i]) ? strlen(TAGS[i]) : 0;
        for (size_t i = 0; i < sizeof BREAKS / sizeof *BREAKS && cut == 0; i++)
            if (khct_str_starts(rest(s, at), BREAKS[i])) {
                cut = strlen(BREAKS[i]);
                line = true;
            }
        if (cut == 0 && s.p[at] == ' ' && at > 0 && s.p[at - 1] == '.' &&
            khct_str_starts(rest(s, at), "  "))
            line = true; /* a scan leaves two blanks where a paragraph ended */
        if (line)
            bytes[n++] = '\n';
        else if (cut == 0)
            bytes[n++] = s.p[at];
        at += cut == 0 ? 1 : cut;
    }
    khct_str text = khct_str_trim((khct_str){bytes, n});
    bool slanted = text.n > 2 && text.p[0] == '*' && text.p[1] != ' ' && text.p[text.n - 1] == '*';
    return slanted ? khct_str_trim(khct_str_sub(text, 1, text.n - 1)) : text;
}

static bool is_bold(khct_str s)
{
    s = khct_str_trim(s);
    return (khct_str_starts(s, "**") && khct_str_ends(s, "**") && s.n > 4) ||
           (khct_str_starts(s, "<b>") && khct_str_ends(s, "</b>"));
}

static void put_paragraph(pasting *p, khct_str text, uint8_t outline)
{
    khct_in_paragraph *made = khct_in_begin(p->b);
    made->outline = outline;
    khct_in_weight(p->b, text, is_bold(text));
    khct_in_text(p->b, without_tags(p->arena, text), KHCT_FONT_UNICODE);
    khct_in_end(p->b, false);
}

/* --- tables --- */

/* Bytes of the gap between two cells at `at`: a tab, or two blanks with `aligned`. */
static size_t gap_at(khct_str s, size_t at, bool aligned)
{
    if (s.p[at] == '\t')
        return 1;
    size_t n = 0;
    while (aligned && at + n < s.n && s.p[at + n] == ' ')
        n++;
    return n >= 2 ? n : 0;
}

/* The cells of a line. */
static khct_strs cut_row(khct_arena *arena, khct_str line, bool aligned)
{
    khct_strs cells = {0};
    size_t from = 0;
    for (size_t at = 0; at < line.n;) {
        size_t gap = gap_at(line, at, aligned);
        if (gap > 0) {
            khct_push(arena, &cells) = khct_str_sub(line, from, at);
            from = at + gap;
        }
        at += gap > 0 ? gap : 1;
    }
    khct_push(arena, &cells) = rest(line, from);
    return cells;
}

static khct_strs cut_bars(khct_arena *arena, khct_str line)
{
    khct_strs cells = {0};
    line = khct_str_trim(line);
    if (khct_str_starts(line, "|"))
        line = rest(line, 1);
    if (khct_str_ends(line, "|"))
        line.n--;
    size_t from = 0;
    for (size_t at = 0; at <= line.n; at++)
        if (at == line.n || (line.p[at] == '|' && (at == 0 || line.p[at - 1] != '\\'))) {
            khct_push(arena, &cells) = khct_str_sub(line, from, at);
            from = at + 1;
        }
    return cells;
}

/* |---|:--:| */
static bool is_rule(khct_str line)
{
    bool any = false;
    for (size_t i = 0; i < line.n; i++) {
        if (strchr("|-: \t\r", line.p[i]) == NULL)
            return false;
        any |= line.p[i] == '-';
    }
    return any;
}

static void put_cells(pasting *p, const khct_strs *cells)
{
    khct_in_row(p->b);
    for (size_t i = 0; i < cells->n; i++) {
        khct_in_cell_begin(p->b, 1, 1, false);
        khct_str text = without_tags(p->arena, cells->at[i]);
        bool bold = is_bold(cells->at[i]);
        while (text.n > 0) { /* a paragraph a line */
            khct_str line = khct_str_cut(&text, '\n');
            khct_in_begin(p->b);
            khct_in_weight(p->b, line, bold);
            khct_in_text(p->b, line, KHCT_FONT_UNICODE);
            khct_in_end(p->b, false);
        }
        khct_in_cell_end(p->b);
    }
}

static bool is_blank(khct_str line)
{
    return khct_str_trim(line).n == 0;
}

static size_t tabs_in(khct_str line)
{
    return khct_str_times(line, '\t');
}

static bool is_tabbed(khct_str line)
{
    return !is_blank(line) && tabs_in(line) > 0;
}

/* A row between bars; or with bars between its cells only, and another such next to it. */
static bool is_bars(const pasting *p, size_t at)
{
    khct_str line = khct_str_trim(p->lines.at[at]);
    size_t bars = khct_str_times(line, '|');
    bool before = at > 0 && khct_str_times(p->lines.at[at - 1], '|') == bars;
    bool next = at + 1 < p->lines.n && khct_str_times(p->lines.at[at + 1], '|') == bars;
    return (khct_str_starts(line, "|") && line.n > 1) || (bars > 1 && (before || next));
}

/* Is the next line with words, after at most `most` empty ones, a row of a table of tabs? */
static bool goes_on(const pasting *p, size_t at, size_t tabs, size_t most)
{
    size_t empty = 0;
    while (at < p->lines.n && is_blank(p->lines.at[at]) && empty < most) {
        at++;
        empty++;
    }
    return at < p->lines.n && is_tabbed(p->lines.at[at]) &&
           (tabs == 0 || tabs_in(p->lines.at[at]) == tabs);
}

/* Two halves of a line, or its right one alone, as a foot has them, with no such line next to it:
 * no table. */
static bool is_halves(const pasting *p, size_t at)
{
    size_t filled = 0;
    khct_strs cells = cut_row(p->arena, p->lines.at[at], false);
    for (size_t i = 0; i < cells.n; i++)
        filled += khct_str_trim(cells.at[i]).n > 0;
    bool before = at > 0 && is_tabbed(p->lines.at[at - 1]);
    return filled <= 2 && !before && !goes_on(p, at + 1, 0, 0);
}

/* "IV" in a cell of its own */
static bool is_roman_cell(khct_str line)
{
    size_t n = 0;
    while (n < line.n && strchr("IVX", line.p[n]) != NULL)
        n++;
    return n > 0 && n < line.n && line.p[n] == '\t';
}

/* A number, a standard or a criterion, as rows begin with one. */
static bool is_led(khct_str line)
{
    size_t begin;
    line = khct_str_trim(line);
    return line.n > 0 && (khct_is_digit(line.p[0]) || is_roman_cell(line) ||
                          khct_in_number_after(line, KHCT_IN_WORD_STANDARD) > 0 ||
                          (khct_in_criterion(line, 0, &begin).standard > 0 && begin == 0));
}

/* Does the line go on in the last cell of the row before? A list item or a small letter does, and
 * what is not led by a number or a criterion where rows are. */
static bool is_in_cell(khct_str row, khct_str line)
{
    size_t length;
    line = khct_str_trim(line);
    if (line.n == 0 || is_led(line))
        return false;
    return khct_list_sign(line) > 0 || is_led(row) ||
           !khct_is_capital_or_digit(khct_utf8_at(line.p, line.n, &length));
}

/* How many lines the row at `at` has until it has all its tabs: a cell of several lines is pasted
 * as such; 0: they do not make up such a row. */
static size_t lines_of_row(const pasting *p, size_t at, size_t tabs)
{
    enum { MOST = 40 };
    khct_str first = p->lines.at[at];
    size_t seen = tabs_in(first), n = 1;
    for (; seen < tabs && n < MOST && at + n < p->lines.n; n++) {
        if (!is_in_cell(first, p->lines.at[at + n]))
            break;
        seen += tabs_in(p->lines.at[at + n]);
    }
    return seen == tabs ? n : 0;
}

/* CÁC GIẢI PHÁP CHUNG */
static bool is_heading(khct_str line)
{
    return khct_in_words(line) > 2 && khct_in_is_upper(line);
}

/* The lines from `at` on that stand in the row's last cell: before the next row of as many tabs. */
static size_t lines_in_last_cell(const pasting *p, khct_str row, size_t at, size_t tabs)
{
    enum { MOST = 10 };
    size_t n = 0;
    while (n < MOST && at + n < p->lines.n && tabs_in(p->lines.at[at + n]) == 0 &&
           is_in_cell(row, p->lines.at[at + n]) && !is_heading(p->lines.at[at + n]))
        n++;
    bool row_follows = at + n < p->lines.n && tabs_in(p->lines.at[at + n]) > 0 &&
                       !is_in_cell(row, p->lines.at[at + n]) && lines_of_row(p, at + n, tabs) > 0;
    return row_follows ? n : 0;
}

/* The row at `at` with the lines after it that stand in its cells. *lines: how many they are. */
static khct_str whole_row(const pasting *p, size_t at, size_t tabs, size_t *lines)
{
    khct_str first = p->lines.at[at], row = first;
    size_t n = lines_of_row(p, at, tabs);
    *lines = n > 0 ? n + lines_in_last_cell(p, first, at + n, tabs) : 1;
    for (size_t i = 1; i < *lines; i++)
        row = KHCT_JOIN(p->arena, row, "\n", p->lines.at[at + i]);
    return row;
}

/* After a line or two that part it, as `Tiêu chuẩn 2: …` does, does the table before go on with a
 * row of several lines? */
static bool is_row_of_last(const pasting *p, size_t at)
{
    size_t lines = 1;
    if (at <= p->after + 2 && p->tabs > tabs_in(p->lines.at[at]))
        whole_row(p, at, p->tabs, &lines);
    return lines > 1;
}

/* `Tiêu chuẩn 2: …` over all columns, as a row of its own. */
static bool heads_rows(const pasting *p, size_t at)
{
    return khct_in_number_after(khct_str_trim(p->lines.at[at]), KHCT_IN_WORD_STANDARD) > 0 &&
           goes_on(p, at + 1, 0, 0);
}

/* After the empty lines at `at`, a table of so many tabs goes on: with as many, as after the end of
 * a page, or with a row that is led by a number and may have lost some. */
static bool goes_on_after(const pasting *p, size_t at, size_t tabs)
{
    enum { MOST = 3 };
    if (goes_on(p, at, tabs, MOST))
        return true;
    for (size_t empty = 0; empty < MOST && at < p->lines.n && is_blank(p->lines.at[at]); empty++)
        at++;
    size_t now = at < p->lines.n ? tabs_in(p->lines.at[at]) : 0;
    return now > 1 && now < tabs && is_led(p->lines.at[at]);
}

static size_t read_tabs(pasting *p, size_t at)
{
    size_t tabs = tabs_in(p->lines.at[at]);
    if (is_row_of_last(p, at))
        tabs = p->tabs;
    khct_in_table_begin(p->b, KHCT_STR(""));
    while (at < p->lines.n) {
        khct_str line = p->lines.at[at];
        if (is_blank(line)) {
            if (!goes_on_after(p, at, tabs))
                break;
            at++;
            continue;
        }
        if (!is_tabbed(line) && !heads_rows(p, at))
            break;
        size_t lines;
        khct_strs cells = cut_row(p->arena, whole_row(p, at, tabs, &lines), false);
        put_cells(p, &cells);
        at += lines;
    }
    p->tabs = tabs;
    p->after = at;
    khct_in_table_end(p->b);
    return at;
}

static size_t read_bars(pasting *p, size_t at)
{
    size_t bars = khct_str_times(p->lines.at[at], '|');
    khct_in_table_begin(p->b, KHCT_STR(""));
    for (; at < p->lines.n &&
           (is_bars(p, at) || (bars > 1 && khct_str_times(p->lines.at[at], '|') > bars));
         at++) {
        if (is_rule(p->lines.at[at]))
            continue;
        khct_strs cells = cut_bars(p->arena, p->lines.at[at]);
        put_cells(p, &cells);
    }
    khct_in_table_end(p->b);
    return at;
}

/* Columns are aligned by blanks: three lines at least with the same number of gaps, three cells or
 * more. */
static size_t aligned_rows(const pasting *p, size_t at)
{
    size_t rows = 0, cells = 0;
    for (; at < p->lines.n && !is_blank(p->lines.at[at]); at++) {
        size_t now = cut_row(p->arena, khct_str_trim(p->lines.at[at]), true).n;
        if (now < 3 || (cells > 0 && now != cells))
            break;
        cells = now;
        rows++;
    }
    return rows >= 3 ? rows : 0;
}

static size_t read_aligned(pasting *p, size_t at, size_t rows)
{
    khct_in_table_begin(p->b, KHCT_STR(""));
    for (size_t i = 0; i < rows; i++) {
        khct_strs cells = cut_row(p->arena, khct_str_trim(p->lines.at[at + i]), true);
        put_cells(p, &cells);
    }
    khct_in_table_end(p->b);
    return at + rows;
}

/* --- lines --- */

/* "### " of Markdown: how deep; *text is what follows. */
static uint8_t heading_of(khct_str *text)
{
    size_t n = 0;
    while (n < text->n && text->p[n] == '#')
        n++;
    if (n == 0 || n > 6 || n == text->n || text->p[n] != ' ')
        return 0;
    *text = khct_str_trim(rest(*text, n));
    return (uint8_t)n;
}

/* --- cells that a spreadsheet quoted --- */

/* Bytes of the quoted cell at `at`, the quotes with it; 0: it is none. Such a cell stands next to a
 * tab; quotes inside are doubled. */
static size_t quoted_at(khct_str s, size_t at)
{
    enum { LONGEST = 20000 };
    bool begins = at == 0 || s.p[at - 1] == '\t' || s.p[at - 1] == '\n';
    if (s.p[at] != '"' || !begins)
        return 0;
    size_t end = at + 1;
    while (end < s.n && end - at < LONGEST &&
           (s.p[end] != '"' || (end + 1 < s.n && s.p[end + 1] == '"')))
        end += s.p[end] == '"' ? 2 : 1;
    if (end >= s.n || s.p[end] != '"')
        return 0;
    bool ends = end + 1 == s.n || strchr("\t\n\r", s.p[end + 1]) != NULL;
    bool tab = (at > 0 && s.p[at - 1] == '\t') || (end + 1 < s.n && s.p[end + 1] == '\t');
    return ends && tab ? end + 1 - at : 0;
}

/* The text with such cells as they were; their line breaks are tags, as in cells of scans. */
static khct_str without_quotes(khct_arena *arena, khct_str s)
{
    static const char line[] = "<br>";
    if (s.n > SIZE_MAX / 4 - 1)
        khct_arena_fail(arena);
    char *bytes = khct_alloc_bytes(arena, s.n * 4 + 1);
    size_t n = 0;
    for (size_t at = 0; at < s.n;) {
        size_t quoted = quoted_at(s, at);
        if (quoted == 0) {
            bytes[n++] = s.p[at++];
            continue;
        }
        for (size_t k = at + 1; k + 1 < at + quoted; k++) {
            k += s.p[k] == '"';
            if (s.p[k] == '\n') {
                memcpy(bytes + n, line, sizeof line - 1);
                n += sizeof line - 1;
            } else if (s.p[k] != '\r') {
                bytes[n++] = s.p[k] == '\t' ? ' ' : s.p[k];
            }
        }
        at += quoted;
    }
    return (khct_str){bytes, n};
}

void khct_in_read_text(khct_in_builder *b, khct_arena *arena, khct_str text)
{
    pasting p = {.b = b, .arena = arena};
    if (memchr(text.p, '"', text.n) != NULL && memchr(text.p, '\t', text.n) != NULL)
        text = without_quotes(arena, text);
    while (text.n > 0) {
        khct_str line = khct_str_cut(&text, '\n');
        if (khct_str_ends(line, "\r"))
            line.n--;
        khct_push(arena, &p.lines) = line;
    }
    for (size_t at = 0; at < p.lines.n && !khct_in_full(b);) {
        khct_str line = p.lines.at[at];
        size_t rows = 0;
        if (is_blank(line)) {
            at++;
        } else if (is_tabbed(line) && !is_halves(&p, at)) {
            at = read_tabs(&p, at);
        } else if (is_bars(&p, at)) {
            at = read_bars(&p, at);
        } else if ((rows = aligned_rows(&p, at)) > 0) {
            at = read_aligned(&p, at, rows);
        } else {
            khct_str words = khct_str_trim(line);
            uint8_t outline = heading_of(&words);
            put_paragraph(&p, words, outline);
            at++;
        }
    }
}
