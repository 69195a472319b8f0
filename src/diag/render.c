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

static const char BLUE[] = "\033[1;34m", PLAIN[] = "\033[0m";

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

/* Diagnostics that stand on one place, which is shown once. */
typedef struct showing {
    khct_out *out;
    const khct_diags *diags;
    khct_style style;
    const khct_diag *const *at;
    size_t n;
    int width; /* of the line numbers beside the excerpts */
} showing;

static void paint(const showing *s, const char *colour)
{
    if (s->style.colour)
        khct_out_cstr(s->out, colour);
}

static void say(const showing *s, khct_message message)
{
    khct_out_terminal(s->out, khct_message_text(s->diags->arena, message, s->style.language));
}

static const char *in(const showing *s, const char *vi, const char *en)
{
    return s->style.language == KHCT_VI ? vi : en;
}

static void spaces(khct_out *out, size_t n)
{
    while (n-- > 0)
        khct_out_char(out, ' ');
}

/* The left edge, then what stands there. */
static void margin(const showing *s, const char *sign)
{
    spaces(s->out, (size_t)s->width);
    khct_out_cstr(s->out, sign);
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

static void excerpt(const showing *s, khct_span span, khct_message label, const char *colour)
{
    const khct_sources *sources = s->diags->sources;
    khct_out *out = s->out;
    uint32_t number = khct_source_line(sources, span.source, span.begin);
    khct_span whole = khct_source_line_span(sources, span.source, number);
    khct_str line = khct_source_shown(sources, whole);
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
    khct_out_format(out, "%*u | %s", s->width, number, begin > 0 ? "…" : "");
    show(out, khct_str_sub(line, begin, end), 0);
    khct_out_cstr(out, end < line.n ? "…\n" : "\n");
    margin(s, " | ");
    size_t lead = khct_utf8_cells(khct_str_sub(line, begin, from), 0);
    size_t cells = khct_utf8_cells(khct_str_sub(line, from, to), lead);
    spaces(out, lead + (begin > 0));
    paint(s, colour);
    for (size_t i = 0; i < (cells == 0 ? 1 : cells); i++)
        khct_out_char(out, '^');
    if (label.id != KHCT_T_NONE) {
        khct_out_char(out, ' ');
        say(s, label);
    }
    paint(s, PLAIN);
    khct_out_char(out, '\n');
}

/* A place with its line, and what is said of it. */
static void place(const showing *s, khct_span span, khct_message label, const char *colour)
{
    khct_position at = khct_source_position(s->diags->sources, span.source, span.begin);
    margin(s, "");
    paint(s, BLUE);
    khct_out_cstr(s->out, "--> ");
    paint(s, PLAIN);
    KHCT_SHOW(s->out, khct_source_at(s->diags->sources, span)->name, ":", at.line, ":", at.column,
              "\n");
    margin(s, " |\n");
    excerpt(s, span, label, colour);
}

/* Places in the standard library are for editors and programs; here the note names the clause. */
static bool shown(const khct_diags *diags, khct_span span)
{
    const khct_source *source = khct_source_at(diags->sources, span);
    return source != NULL && !source->library;
}

static void remarks(const showing *s, const khct_diag *diag)
{
    for (size_t i = 0; i < diag->remarks.n; i++) {
        margin(s, " = ");
        if (diag->remarks.at[i].hint)
            khct_out_cstr(s->out, in(s, "gợi ý: ", "help: "));
        say(s, diag->remarks.at[i].message);
        khct_out_char(s->out, '\n');
    }
    if (diag->accepted.p != NULL) {
        margin(s, in(s, " = đã chấp nhận: ", " = accepted: "));
        KHCT_SHOW(s->out, khct_quote(s->diags->arena, diag->accepted), "\n");
    }
}

static int width_of(const khct_diags *diags, const khct_diag *diag)
{
    int width = digits(khct_source_line(diags->sources, diag->span.source, diag->span.begin));
    for (size_t i = 0; i < diag->related.n; i++) {
        khct_span span = diag->related.at[i].span;
        if (!shown(diags, span))
            continue;
        int n = digits(khct_source_line(diags->sources, span.source, span.begin));
        width = n > width ? n : width;
    }
    return width;
}

static void body(showing *s)
{
    const khct_diag *diag = s->at[0];
    s->width = width_of(s->diags, diag);
    place(s, diag->span, diag->label, COLOURS[diag->severity]);
    for (size_t i = 0; i < diag->related.n; i++)
        if (shown(s->diags, diag->related.at[i].span))
            place(s, diag->related.at[i].span, diag->related.at[i].message, BLUE);
    bool any = false;
    for (size_t i = 0; i < s->n; i++)
        any = any || s->at[i]->remarks.n > 0;
    if (any)
        margin(s, " |\n");
}

static void head(const showing *s, const khct_diag *diag)
{
    paint(s, COLOURS[diag->severity]);
    KHCT_OUT(s->out, WORDS[diag->severity][s->style.language], "[", khct_code_at(diag->code)->name,
             "]");
    paint(s, PLAIN);
    khct_out_cstr(s->out, ": ");
    paint(s, "\033[1m");
    say(s, diag->message);
    paint(s, PLAIN);
    khct_out_char(s->out, '\n');
}

static void render(showing s)
{
    for (size_t i = 0; i < s.n; i++)
        head(&s, s.at[i]);
    if (khct_source_at(s.diags->sources, s.at[0]->span) != NULL)
        body(&s);
    for (size_t i = 0; i < s.n; i++)
        remarks(&s, s.at[i]);
    khct_out_char(s.out, '\n');
}

void khct_render_diag(khct_out *out, const khct_diags *diags, const khct_diag *diag,
                      khct_style style)
{
    render((showing){out, diags, style, &diag, 1, 0});
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
        render((showing){out, diags, style, list + from, to - from, 0});
    }
    size_t more = diags->beyond[0] + diags->beyond[1] + diags->beyond[2] + diags->beyond[3];
    if (more > 0 && !errors)
        khct_out_format(
            out, style.language == KHCT_VI ? "và %zu lỗi, nhận xét nữa\n" : "and %zu more\n", more);
}
