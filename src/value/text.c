#include "value/text.h"

#include "text/lanes.h"
#include "text/utf8.h"

typedef struct cook {
    const khct_reader *reader;
    khct_str raw;
    khct_span span;
    bool quoted;
    bool marks; /* some text of the file may not be in NFC */
    KHCT_VEC(khct_paragraph) list;
    khct_str words;     /* of the open paragraph: of the source, or the last ones in `out` */
    char *out;          /* never longer than what is read; NULL: nothing had to be changed yet */
    size_t n;           /* bytes in it */
    size_t first, last; /* the bytes of `raw` that the open paragraph covers */
    bool open, blank;   /* a paragraph is open; a blank line has been read since */
    bool space;         /* white space waits to be written */
} cook;

/* Bytes of the white space at `p`: 1, 2 (U+00A0), or 0; a line's end is none. */
static size_t blank_at(const char *p, const char *end)
{
    return khct_blank_at((khct_str){p, (size_t)(end - p)}, 0);
}

static const char *behind_blanks(const char *p, const char *end)
{
    for (size_t blank; (blank = blank_at(p, end)) > 0;)
        p += blank;
    return p;
}

/* After what is left of the line without its end, in either form; blanks say nothing. */
static bool line_ends(const char *p, const char *end)
{
    p = behind_blanks(p, end);
    return p == end || *p == '\n';
}

/* The sign of a list item and the white space after it: their bytes, or 0. */
static size_t item_sign(const char *p, const char *end, khct_paragraph_kind *kind)
{
    size_t n = khct_list_sign((khct_str){p, (size_t)(end - p)});
    size_t blank = n == 0 || line_ends(p + n, end) ? 0 : blank_at(p + n, end);
    if (blank == 0)
        return 0;
    *kind = *p == '+' ? KHCT_SUBITEM : KHCT_ITEM;
    return n + blank;
}

static void close_paragraph(cook *c)
{
    if (!c->open)
        return;
    c->open = false;
    if (c->words.n == 0) { /* the sign of an item and nothing after it */
        c->list.n--;
        return;
    }
    khct_paragraph *paragraph = &c->list.at[c->list.n - 1];
    paragraph->words = c->marks ? khct_nfc(c->reader->arena, c->words) : c->words;
    paragraph->span = (khct_span){c->span.source, c->span.begin + (uint32_t)c->first,
                                  c->span.begin + (uint32_t)c->last};
}

static void open_paragraph(cook *c, khct_paragraph_kind kind, const char *p)
{
    close_paragraph(c);
    khct_push(c->reader->arena, &c->list) = (khct_paragraph){.kind = kind};
    c->words = KHCT_STR("");
    c->first = c->last = (size_t)(p - c->raw.p);
    c->open = true;
}

static void add(cook *c, const char *p, size_t count)
{
    memcpy(c->out + c->n, p, count);
    c->n += count;
}

/* The first run of a paragraph stays where it is; a second one makes a copy of both. */
static void put(cook *c, const char *p, size_t count)
{
    if (c->words.n == 0) {
        c->words = (khct_str){p, count};
    } else {
        if (c->out == NULL)
            c->out = khct_alloc_bytes(c->reader->arena, c->raw.n);
        size_t begin = c->n - c->words.n;
        if (c->n < c->words.n || c->words.p != c->out + begin) {
            begin = c->n;
            add(c, c->words.p, c->words.n);
        }
        if (c->space)
            add(c, " ", 1);
        add(c, p, count);
        c->words = (khct_str){c->out + begin, c->n - begin};
    }
    c->space = false;
    c->last = (size_t)(p + count - c->raw.p);
}

/* Bytes at which a run of plain text ends: white space (U+00A0 begins with 0xC2), escapes and the
 * signs that matter before a comment. */
static const bool ENDS_RUN[256] = {
    [' '] = true,  ['\t'] = true, ['\n'] = true, ['\v'] = true, ['\f'] = true,
    ['\r'] = true, ['\\'] = true, ['#'] = true,  [0xC2] = true};

/* What ends a run among the sixteen bytes at `p`; the byte after them is looked at: a blank and one
 * more (or NUL, which is looked at alone). */
static inline khct_lanes ends_at(const char *p)
{
    khct_lanes c = khct_lanes_at(p), next = khct_lanes_at(p + 1);
    return khct_lanes_within(c, '\t', '\r') | khct_lanes_are(c, '\\') | khct_lanes_are(c, '#') |
           khct_lanes_are(c, '\xC2') | khct_lanes_are(c | next, ' ');
}

/* After the run of plain text at `begin`; single spaces between words belong to it. The bytes are
 * a file's, so that KHCT_SOURCE_PADDING more can be looked at. */
static const char *behind_run(const char *begin, const char *end)
{
    const char *p = begin;
    khct_lanes a, b;
    while (p < end && khct_lanes_none((a = ends_at(p)) | (b = ends_at(p + KHCT_LANES))))
        p += 2 * KHCT_LANES;
    if (p < end)
        p += khct_lanes_none(a) ? KHCT_LANES + khct_lanes_first(b) : khct_lanes_first(a);
    if (p > end)
        p = end;
    return p > begin && p[-1] == ' ' ? p - 1 : p;
}

/* A keyword or a name stands before the value on its line. */
static bool is_comment(const cook *c, const char *hash)
{
    return !c->quoted && khct_begins_comment(c->raw, (size_t)(hash - c->raw.p), false, true);
}

static const char *line_end(const char *p, const char *end)
{
    const char *newline = memchr(p, '\n', (size_t)(end - p));
    return newline == NULL ? end : newline;
}

/* The words of one line, or of the rest of it; where it ends. A comment may stand after a sign that
 * is otherwise last. */
static const char *cook_line(cook *c, const char *p, const char *end)
{
    for (;;) {
        const char *word = behind_blanks(p, end);
        c->space = c->space || word > p;
        if (word == end || *word == '\n')
            return word;
        if (*word == '#' && is_comment(c, word))
            return line_end(word, end);
        if (!c->quoted && *word == '\\' && end - word > 1 && strchr(";<>#\"\\", word[1]) != NULL)
            word++;
        p = behind_run(word + 1, end); /* the first stands for itself */
        put(c, word, (size_t)(p - word));
    }
}

/* Where it ends. */
static const char *read_line(cook *c, const char *p, const char *end)
{
    p = khct_after_run(p, ' '); /* of a file's own bytes, of which more follow */
    p = p < end ? behind_blanks(p, end) : end;
    if (p == end || *p == '\n') {
        c->blank = !c->quoted;
        return p;
    }
    if (*p == '#' && is_comment(c, p))
        return line_end(p, end);
    khct_paragraph_kind kind = KHCT_PARAGRAPH;
    size_t sign = c->quoted ? 0 : item_sign(p, end, &kind);
    if (sign > 0)
        p = behind_blanks(p + sign, end);
    if (sign > 0 || !c->open || c->blank)
        open_paragraph(c, kind, p);
    c->blank = false;
    c->space = true;
    return cook_line(c, p, end);
}

/* A lone `-`, white space around it or not. */
static bool is_dash(khct_str raw)
{
    bool may_be = raw.n > 0 && (raw.p[0] == '-' || ENDS_RUN[(unsigned char)raw.p[0]]);
    return may_be && khct_str_is(khct_str_trim(raw), "-");
}

bool khct_text_is_sure(khct_str raw)
{
    return raw.n > 0 && !ENDS_RUN[(unsigned char)raw.p[0]] && khct_list_sign(raw) == 0;
}

/* Bytes of the plain words with which the text begins, up to the end of their line; 0 where it may
 * begin otherwise. */
static size_t first_run(khct_str raw)
{
    if (ENDS_RUN[(unsigned char)raw.p[0]] || khct_list_sign(raw) > 0)
        return 0;
    return (size_t)(behind_run(raw.p + 1, raw.p + raw.n) - raw.p);
}

/* A text that is more than one run of plain words. */
static khct_text cook_text(cook *c, size_t first)
{
    const char *p = c->raw.p, *end = p + c->raw.n;
    if (first > 0) {
        open_paragraph(c, KHCT_PARAGRAPH, p);
        put(c, p, first);
        p = cook_line(c, p + first, end) + 1;
    }
    for (; p < end; p++)
        p = read_line(c, p, end);
    close_paragraph(c);
    return (khct_text){c->list.at, c->list.n, false};
}

khct_text khct_read_text(const khct_reader *reader, khct_span span, bool quoted)
{
    quoted = quoted || reader->quoted;
    khct_span place = khct_reader_place(reader, span);
    const khct_source *source = khct_source_at(reader->sources, place);
    khct_str raw =
        source == NULL ? KHCT_STR("") : khct_str_sub(source->text, place.begin, place.end);
    khct_text none = {NULL, 0, !quoted && is_dash(raw)};
    if (raw.n == 0 || none.stated)
        return none;
    size_t first = first_run(raw);
    khct_paragraph *at = khct_alloc(reader->arena, sizeof *at);
    if (first == raw.n && !source->marks) {
        *at = (khct_paragraph){.kind = KHCT_PARAGRAPH, .span = span, .words = raw};
        return (khct_text){at, 1, false};
    }
    return cook_text(&(cook){.reader = reader,
                             .raw = raw,
                             .span = span,
                             .quoted = quoted,
                             .marks = source->marks,
                             .list = {.at = at, .capacity = 1}},
                     first);
}

khct_str khct_text_joined(khct_arena *arena, const khct_text *text)
{
    if (text->n == 0)
        return KHCT_STR("");
    if (text->n == 1)
        return text->at[0].words;
    khct_str *pieces = khct_alloc_array(arena, text->n, 2 * sizeof *pieces);
    for (size_t i = 0; i < text->n; i++) {
        pieces[2 * i] = text->at[i].words;
        pieces[2 * i + 1] = KHCT_STR(" ");
    }
    return khct_str_join(arena, pieces, 2 * text->n - 1);
}

khct_str khct_read_name(const khct_reader *reader, khct_span span, bool quoted, bool *stated)
{
    khct_text text = khct_read_text(reader, span, quoted);
    if (stated != NULL)
        *stated = text.stated;
    return khct_text_joined(reader->arena, &text);
}
