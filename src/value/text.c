#include "value/text.h"

#include "text/lanes.h"
#include "text/utf8.h"

typedef struct cook {
    const khct_reader *reader;
    khct_str raw;
    khct_span span;
    bool quoted;
    bool marks; /* some text of the file may not be in NFC */
    char *out;  /* never longer than what is read */
    size_t n;
    KHCT_VEC(khct_paragraph) list;
    size_t begin;       /* where the open paragraph's words begin in `out` */
    size_t first, last; /* the bytes of `raw` that it covers */
    bool open, blank;   /* a paragraph is open; a blank line has been read since */
    bool space;         /* white space waits to be written */
} cook;

/* Bytes of the white space at `p`: 1, 2 (U+00A0), or 0. */
static size_t space_at(const char *p, const char *end)
{
    return khct_space_at((khct_str){p, (size_t)(end - p)}, 0);
}

/* A line's end, in either form; blanks before it say nothing. */
static bool line_ends(const char *p, const char *end)
{
    size_t space;
    while (p < end && *p != '\n' && (space = space_at(p, end)) > 0)
        p += space;
    return p == end || *p == '\n';
}

/* The sign of a list item and the white space after it: their bytes, or 0. */
static size_t item_sign(const char *p, const char *end, khct_paragraph_kind *kind)
{
    size_t n = khct_list_sign((khct_str){p, (size_t)(end - p)});
    size_t space = n == 0 || line_ends(p + n, end) ? 0 : space_at(p + n, end);
    if (space == 0)
        return 0;
    *kind = *p == '+' ? KHCT_SUBITEM : KHCT_ITEM;
    return n + space;
}

static void close_paragraph(cook *c)
{
    if (!c->open)
        return;
    c->open = false;
    if (c->n == c->begin) { /* the sign of an item and nothing after it */
        c->list.n--;
        return;
    }
    khct_paragraph *paragraph = &c->list.at[c->list.n - 1];
    khct_str words = {c->out + c->begin, c->n - c->begin};
    paragraph->words = c->marks ? khct_nfc(c->reader->arena, words) : words;
    paragraph->span = (khct_span){c->span.source, c->span.begin + (uint32_t)c->first,
                                  c->span.begin + (uint32_t)c->last};
}

static void open_paragraph(cook *c, khct_paragraph_kind kind, const char *p)
{
    close_paragraph(c);
    khct_push(c->reader->arena, &c->list) = (khct_paragraph){.kind = kind};
    c->begin = c->n;
    c->first = c->last = (size_t)(p - c->raw.p);
    c->open = true;
    c->space = false;
}

static void put(cook *c, const char *p, size_t count)
{
    if (c->space && c->n > c->begin)
        c->out[c->n++] = ' ';
    c->space = false;
    memcpy(c->out + c->n, p, count);
    c->n += count;
    c->last = (size_t)(p + count - c->raw.p);
}

/* Bytes at which a run of plain text ends: white space (U+00A0 begins with 0xC2), escapes and the
 * signs that matter before a comment. */
static const bool ENDS_RUN[256] = {
    [' '] = true,  ['\t'] = true, ['\n'] = true, ['\v'] = true, ['\f'] = true,
    ['\r'] = true, ['\\'] = true, ['#'] = true,  [0xC2] = true};

/* What ends a run among the sixteen bytes at `p`; the byte after them is looked at. */
static inline khct_lanes ends_at(const char *p)
{
    khct_lanes c = khct_lanes_at(p), next = khct_lanes_at(p + 1);
    return khct_lanes_within(c, '\t', '\r') | khct_lanes_are(c, '\\') | khct_lanes_are(c, '#') |
           khct_lanes_are(c, '\xC2') | (khct_lanes_are(c, ' ') & khct_lanes_are(next, ' '));
}

/* After the run of plain text at `begin`; single spaces between words belong to it. The bytes are
 * a file's, so that the one after them can be looked at. */
static const char *behind_run(const char *begin, const char *end)
{
    const char *p = begin;
    if (p == end || *p == ' ')
        return p;
    while (end - p > 2 * KHCT_LANES && khct_lanes_none(ends_at(p) | ends_at(p + KHCT_LANES)))
        p += 2 * KHCT_LANES;
    while (end - p > KHCT_LANES && khct_lanes_none(ends_at(p)))
        p += KHCT_LANES;
    if (end - p <= KHCT_LANES && end - begin >= KHCT_LANES && end[-1] != ' ' &&
        khct_lanes_none(ends_at(end - KHCT_LANES)))
        return end;
    if (p > begin && p[-1] == ' ')
        p--;
    while (p < end && (*p != ' ' || p > begin)) {
        if (!ENDS_RUN[(unsigned char)*p])
            p++;
        else if (*p == ' ' && p + 1 < end && !ENDS_RUN[(unsigned char)p[1]])
            p += 2;
        else
            break;
    }
    return p;
}

/* A keyword or a name stands before the value on its line. */
static bool is_comment(const cook *c, const char *hash)
{
    return !c->quoted && khct_begins_comment(c->raw, (size_t)(hash - c->raw.p), false, true);
}

/* The words of one line. A comment may stand after a sign that is otherwise last on it. */
static void cook_line(cook *c, const char *p, const char *end)
{
    c->space = true;
    while (p < end) {
        const char *behind = behind_run(p, end);
        if (behind > p) {
            put(c, p, (size_t)(behind - p));
            p = behind;
            continue;
        }
        size_t space = space_at(p, end);
        if (space > 0) {
            c->space = true;
            p += space;
        } else if (*p == '#' && is_comment(c, p)) {
            return;
        } else if (!c->quoted && *p == '\\' && end - p > 1 && strchr(";<>#\"\\", p[1]) != NULL) {
            put(c, p + 1, 1);
            p += 2;
        } else {
            put(c, p, 1);
            p++;
        }
    }
}

static void read_line(cook *c, const char *p, const char *end)
{
    size_t space;
    p = khct_behind(p, ' '); /* of a file's own bytes, of which more follow */
    if (p > end)
        p = end;
    while (p < end && (space = space_at(p, end)) > 0)
        p += space;
    if (p == end) {
        c->blank = !c->quoted;
        return;
    }
    if (*p == '#' && is_comment(c, p))
        return;
    khct_paragraph_kind kind = KHCT_PARAGRAPH;
    size_t sign = c->quoted ? 0 : item_sign(p, end, &kind);
    p += sign;
    while (sign > 0 && p < end && (space = space_at(p, end)) > 0)
        p += space;
    if (sign > 0 || !c->open || c->blank)
        open_paragraph(c, kind, p);
    c->blank = false;
    cook_line(c, p, end);
}

/* A lone `-`, white space around it or not. */
static bool is_dash(khct_str raw)
{
    bool may_be = raw.n > 0 && (raw.p[0] == '-' || ENDS_RUN[(unsigned char)raw.p[0]]);
    return may_be && khct_str_is(khct_str_trim(raw), "-");
}

static khct_text one(const khct_reader *reader, khct_span span, khct_str words)
{
    khct_text text = {khct_alloc(reader->arena, sizeof(khct_paragraph)), 1, false};
    text.at[0] = (khct_paragraph){KHCT_PARAGRAPH, span, words};
    return text;
}

/* Nothing to fold, resolve or drop. */
static bool is_plain(khct_str raw, bool quoted)
{
    khct_paragraph_kind kind;
    const char *end = raw.p + raw.n;
    return behind_run(raw.p, end) == end && raw.p[0] != ' ' &&
           (quoted || item_sign(raw.p, end, &kind) == 0);
}

bool khct_text_is_sure(const khct_reader *reader, khct_span span)
{
    khct_str raw = khct_reader_bytes(reader, span);
    return raw.n > 0 && !ENDS_RUN[(unsigned char)raw.p[0]] && khct_list_sign(raw) == 0;
}

khct_text khct_read_text(const khct_reader *reader, khct_span span, bool quoted)
{
    quoted = quoted || reader->quoted;
    khct_str raw = khct_reader_bytes(reader, span);
    khct_text none = {NULL, 0, !quoted && is_dash(raw)};
    if (raw.n == 0 || none.stated)
        return none;
    bool marks = khct_source_at(reader->sources, span)->marks;
    const char *p = raw.p, *end = raw.p + raw.n, *newline = memchr(p, '\n', raw.n);
    if (newline == NULL && is_plain(raw, quoted))
        return one(reader, span, marks ? khct_nfc(reader->arena, raw) : raw);
    cook c = {.reader = reader,
              .raw = raw,
              .span = span,
              .quoted = quoted,
              .marks = marks,
              .out = khct_alloc_bytes(reader->arena, raw.n)};
    for (; newline != NULL; newline = memchr(p, '\n', (size_t)(end - p))) {
        read_line(&c, p, newline);
        p = newline + 1;
    }
    if (p < end)
        read_line(&c, p, end);
    close_paragraph(&c);
    return (khct_text){c.list.at, c.list.n, false};
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
