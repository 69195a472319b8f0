#include "diag/render.h"

#include "text/utf8.h"

enum { WIDEST = 110 }; /* cells of a shown line */

static const char *const WORDS[][2] = {
    [KHCT_ERROR] = {"lỗi", "error"},
    [KHCT_SIGNED] = {"lỗi", "error"},
    [KHCT_WARNING] = {"cảnh báo", "warning"},
    [KHCT_NOTE] = {"ghi chú", "note"},
};

static const char *const COLOURS[] = {
    [KHCT_ERROR] = "\033[1;31m",
    [KHCT_SIGNED] = "\033[1;31m",
    [KHCT_WARNING] = "\033[1;33m",
    [KHCT_NOTE] = "\033[1;36m",
};

const char *khct_severity_word(khct_severity severity, khct_language language)
{
    return WORDS[severity][language];
}

static void show(khct_out *out, khct_str text, size_t column)
{
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        size_t width = khct_utf8_cells(khct_str_sub(text, at, at + length), column);
        bool invalid = (unsigned char)text.p[at] >= 0x80 && length == 1;
        if (c == '\t' || c == '\n')
            khct_out_bytes(out, "    ", c == '\n' ? 1 : width);
        else if (invalid || !khct_is_shown(c))
            khct_out_cstr(out, "\xEF\xBF\xBD");
        else
            khct_out_bytes(out, text.p + at, length);
        column += width;
    }
}

void khct_out_terminal(khct_out *out, khct_str text)
{
    show(out, text, 0);
}

static void paint(khct_out *out, khct_style style, const char *colour)
{
    if (style.colour)
        khct_out_cstr(out, colour);
}

static void say(khct_out *out, const khct_diags *diags, khct_message message, khct_style style)
{
    khct_out_terminal(out, khct_message_text(diags->arena, message, style.language));
}

static void spaces(khct_out *out, size_t n)
{
    while (n-- > 0)
        khct_out_char(out, ' ');
}

static int digits(uint32_t number)
{
    int n = 1;
    while (number >= 10) {
        number /= 10;
        n++;
    }
    return n;
}

/* Where the character before byte `at` begins; a byte that is no UTF-8 counts as one. */
static size_t before(khct_str line, size_t at)
{
    size_t begin = at - 1, length;
    while (begin > 0 && at - begin < 4 && ((unsigned char)line.p[begin] & 0xC0) == 0x80)
        begin--;
    khct_utf8_at(line.p + begin, line.n - begin, &length);
    return begin + length == at ? begin : at - 1;
}

/* Cells of the character at `at`; its bytes in *length. */
static size_t cells_at(khct_str line, size_t at, size_t *length)
{
    int32_t c = khct_utf8_at(line.p + at, line.n - at, length);
    return c == '\t' ? 4 : khct_utf8_cells(khct_str_sub(line, at, at + *length), 0);
}

/* Cuts a long line to what stands around byte `from`: the beginning and end of the shown part.
 * Bytes count too, as marks have no width. */
static void cut_line(khct_str line, size_t from, size_t *begin, size_t *end)
{
    enum { BEFORE = 60, BEFORE_BYTES = 500, BYTES = 1000 };
    size_t cells = 0, length;
    *begin = 0;
    for (*end = 0; *end < line.n && cells <= WIDEST && *end <= BYTES; *end += length)
        cells += cells_at(line, *end, &length);
    if (cells <= WIDEST && *end <= BYTES)
        return;
    cells = 0;
    for (*begin = from; *begin > 0 && cells < BEFORE && from - *begin < BEFORE_BYTES;
         cells += cells_at(line, *begin, &length))
        *begin = before(line, *begin);
    cells = 0;
    for (*end = *begin; *end < line.n && ((cells < WIDEST && *end - *begin < BYTES) || *end < from);
         *end += length)
        cells += cells_at(line, *end, &length);
}

static void excerpt(khct_out *out, const khct_diags *diags, khct_span span, int width,
                    khct_message label, khct_style style, const char *colour)
{
    uint32_t number = khct_source_line(diags->sources, span.source, span.begin);
    khct_span whole = khct_source_line_span(diags->sources, span.source, number);
    khct_str line = khct_source_shown(diags->sources, whole);
    if (whole.begin == 0 && khct_str_starts(line, "\xEF\xBB\xBF")) {
        line = khct_str_sub(line, 3, line.n);
        whole.begin += 3;
    }
    size_t from = span.begin < whole.begin ? 0 : span.begin - whole.begin;
    if (from > line.n)
        from = line.n;
    size_t to = span.end < whole.end ? span.end : whole.end;
    to = to < whole.begin + from ? from : to - whole.begin;
    size_t begin, end;
    cut_line(line, from, &begin, &end);
    if (to > end)
        to = end;
    khct_out_format(out, "%*u | ", width, number);
    if (begin > 0)
        khct_out_cstr(out, "…");
    show(out, khct_str_sub(line, begin, end), 0);
    if (end < line.n)
        khct_out_cstr(out, "…");
    khct_out_char(out, '\n');
    spaces(out, (size_t)width);
    khct_out_cstr(out, " | ");
    size_t lead = khct_utf8_cells(khct_str_sub(line, begin, from), 0);
    size_t cells = khct_utf8_cells(khct_str_sub(line, from, to), lead);
    spaces(out, lead + (begin > 0));
    paint(out, style, colour);
    for (size_t i = 0; i < (cells == 0 ? 1 : cells); i++)
        khct_out_char(out, '^');
    if (label.id != KHCT_T_NONE) {
        khct_out_char(out, ' ');
        say(out, diags, label, style);
    }
    paint(out, style, "\033[0m");
    khct_out_char(out, '\n');
}

static void place_line(khct_out *out, const khct_diags *diags, khct_span span, int width,
                       khct_style style)
{
    khct_position at = khct_source_position(diags->sources, span.source, span.begin);
    spaces(out, (size_t)width);
    paint(out, style, "\033[1;34m");
    khct_out_cstr(out, "--> ");
    paint(out, style, "\033[0m");
    KHCT_SHOW(out, khct_source_at(diags->sources, span)->name, ":", at.line, ":", at.column, "\n");
}

static void bar(khct_out *out, int width)
{
    spaces(out, (size_t)width);
    khct_out_cstr(out, " |\n");
}

/* Places in the standard library are for editors and programs; here the note names the clause. */
static bool shown(const khct_diags *diags, khct_span span)
{
    const khct_source *source = khct_source_at(diags->sources, span);
    return source != NULL && !source->library;
}

static void remarks(khct_out *out, const khct_diags *diags, const khct_diag *diag, int width,
                    khct_style style)
{
    for (size_t i = 0; i < diag->remarks.n; i++) {
        spaces(out, (size_t)width);
        khct_out_cstr(out, " = ");
        if (diag->remarks.at[i].hint)
            khct_out_cstr(out, style.language == KHCT_VI ? "gợi ý: " : "help: ");
        say(out, diags, diag->remarks.at[i].message, style);
        khct_out_char(out, '\n');
    }
    if (diag->accepted.p != NULL) {
        spaces(out, (size_t)width);
        KHCT_SHOW(out, style.language == KHCT_VI ? " = đã chấp nhận: " : " = accepted: ",
                  khct_quote(diags->arena, diag->accepted), "\n");
    }
}

/* Diagnostics that stand on one place, which is shown once. */
typedef struct group {
    const khct_diag *const *at;
    size_t n;
} group;

static int width_of(const khct_diags *diags, const group *g)
{
    int width =
        digits(khct_source_line(diags->sources, g->at[0]->span.source, g->at[0]->span.begin));
    for (size_t i = 0; i < g->at[0]->related.n; i++) {
        khct_span span = g->at[0]->related.at[i].span;
        if (!shown(diags, span))
            continue;
        int n = digits(khct_source_line(diags->sources, span.source, span.begin));
        width = n > width ? n : width;
    }
    return width;
}

static void body(khct_out *out, const khct_diags *diags, const group *g, khct_style style)
{
    const khct_diag *diag = g->at[0];
    int width = width_of(diags, g);
    place_line(out, diags, diag->span, width, style);
    bar(out, width);
    excerpt(out, diags, diag->span, width, diag->label, style, COLOURS[diag->severity]);
    for (size_t i = 0; i < diag->related.n; i++) {
        khct_span span = diag->related.at[i].span;
        if (!shown(diags, span))
            continue;
        place_line(out, diags, span, width, style);
        bar(out, width);
        excerpt(out, diags, span, width, diag->related.at[i].message, style, "\033[1;34m");
    }
    bool any = false;
    for (size_t i = 0; i < g->n; i++)
        any = any || g->at[i]->remarks.n > 0;
    if (any)
        bar(out, width);
    for (size_t i = 0; i < g->n; i++)
        remarks(out, diags, g->at[i], width, style);
}

static void head(khct_out *out, const khct_diags *diags, const khct_diag *diag, khct_style style)
{
    paint(out, style, COLOURS[diag->severity]);
    KHCT_OUT(out, WORDS[diag->severity][style.language], "[", khct_code_at(diag->code)->name, "]");
    paint(out, style, "\033[0m");
    khct_out_cstr(out, ": ");
    paint(out, style, "\033[1m");
    say(out, diags, diag->message, style);
    paint(out, style, "\033[0m");
    khct_out_char(out, '\n');
}

static void render(khct_out *out, const khct_diags *diags, const group *g, khct_style style)
{
    for (size_t i = 0; i < g->n; i++)
        head(out, diags, g->at[i], style);
    if (khct_source_at(diags->sources, g->at[0]->span) != NULL)
        body(out, diags, g, style);
    else
        for (size_t i = 0; i < g->n; i++)
            remarks(out, diags, g->at[i], 0, style);
    khct_out_char(out, '\n');
}

void khct_render_diag(khct_out *out, const khct_diags *diags, const khct_diag *diag,
                      khct_style style)
{
    render(out, diags, &(group){&diag, 1}, style);
}

static bool is_error(const khct_diag *diag)
{
    return diag->severity <= KHCT_SIGNED && diag->accepted.p == NULL;
}

/* Remarks on the form of the document: they can wait until the errors are mended. */
static bool may_wait(const khct_diag *diag)
{
    return khct_code_at(diag->code)->number[0] == '6' && !is_error(diag);
}

/* Said with the place of the one before it. Further places and labels belong to one diagnostic. */
static bool joins(const khct_diag *before, const khct_diag *diag)
{
    return diag->span.source != KHCT_NO_SOURCE && before->span.source == diag->span.source &&
           before->span.begin == diag->span.begin && before->span.end == diag->span.end &&
           before->related.n == 0 && diag->related.n == 0 && before->label.id == KHCT_T_NONE &&
           diag->label.id == KHCT_T_NONE && is_error(before) == is_error(diag);
}

static size_t put_in_order(const khct_diags *diags, bool errors, bool terminal,
                           const khct_diag **list)
{
    size_t n = 0;
    bool any = terminal && khct_diags_failed(diags);
    for (int waiting = 0; waiting < 2; waiting++)
        for (size_t i = 0; i < diags->list.n; i++) {
            const khct_diag *diag = diags->list.at[i];
            bool later = any && may_wait(diag);
            if (later == (waiting == 1) && (!errors || is_error(diag)))
                list[n++] = diag;
        }
    return n;
}

void khct_render_diags(khct_out *out, const khct_diags *diags, bool errors, khct_style style)
{
    const khct_diag **list = khct_alloc_array(diags->arena, diags->list.n + 1, sizeof *list);
    size_t n = put_in_order(diags, errors, style.terminal, list);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; style.terminal && to < n && joins(list[to - 1], list[to]);)
            to++;
        render(out, diags, &(group){list + from, to - from}, style);
    }
    size_t more = diags->beyond[0] + diags->beyond[1] + diags->beyond[2] + diags->beyond[3];
    if (more > 0 && !errors)
        khct_out_format(
            out, style.language == KHCT_VI ? "và %zu lỗi, nhận xét nữa\n" : "and %zu more\n", more);
}
