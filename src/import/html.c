/* HTML as a clipboard or Word's "save as web page" gives it: no rules are asked of it. */
#include "import/parts.h"
#include "import/signs.h"

#include "text/utf8.h"

#include <stdlib.h>
#include <strings.h>

typedef struct html {
    khct_in_builder *b;
    khct_arena *arena;
    khct_str text;
    size_t at;
    bool open; /* a paragraph */
    bool cell, row;
    size_t tables;
    unsigned bold, hidden; /* open tags */
    bool item;
} html;

static bool is(khct_str name, const char *other)
{
    return name.n == strlen(other) && strncasecmp(name.p, other, name.n) == 0;
}

static bool is_one(khct_str name, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is(name, names[i]))
            return true;
    return false;
}

static void end_paragraph(html *h)
{
    if (h->open)
        khct_in_end(h->b, false);
    h->open = false;
}

static void begin_paragraph(html *h)
{
    if (h->open)
        return;
    khct_in_paragraph *p = khct_in_begin(h->b);
    if (h->item)
        p->label = KHCT_STR("-");
    h->item = false;
    h->open = true;
}

/* --- references --- */

static const struct entity_row {
    const char *name;
    int32_t code;
} ENTITIES[] = {
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},      {"apos", '\''},
    {"nbsp", 0xA0},    {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026}, {"bull", 0x2022},
    {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"lsquo", 0x2018}, {"rsquo", 0x2019},  {"shy", 0xAD},
    {"agrave", 0xE0},  {"aacute", 0xE1},  {"acirc", 0xE2},   {"atilde", 0xE3},   {"egrave", 0xE8},
    {"eacute", 0xE9},  {"ecirc", 0xEA},   {"igrave", 0xEC},  {"iacute", 0xED},   {"ograve", 0xF2},
    {"oacute", 0xF3},  {"ocirc", 0xF4},   {"otilde", 0xF5},  {"ugrave", 0xF9},   {"uacute", 0xFA},
    {"yacute", 0xFD},  {"Agrave", 0xC0},  {"Aacute", 0xC1},  {"Acirc", 0xC2},    {"Atilde", 0xC3},
    {"Egrave", 0xC8},  {"Eacute", 0xC9},  {"Ecirc", 0xCA},   {"Igrave", 0xCC},   {"Iacute", 0xCD},
    {"Ograve", 0xD2},  {"Oacute", 0xD3},  {"Ocirc", 0xD4},   {"Otilde", 0xD5},   {"Ugrave", 0xD9},
    {"Uacute", 0xDA},  {"Yacute", 0xDD},  {"middot", 0xB7},  {"times", 0xD7},    {"sup2", 0xB2},
};

/* The code of a reference at `at` ("&amp;"), its bytes in *length; 0: none. */
static int32_t reference_at(khct_str s, size_t at, size_t *length)
{
    enum { LONGEST = 12 };
    size_t end = at + 1;
    while (end < s.n && end - at < LONGEST && s.p[end] != ';' && s.p[end] > ' ')
        end++;
    if (end >= s.n || s.p[end] != ';')
        return 0;
    khct_str name = khct_str_sub(s, at + 1, end);
    *length = end + 1 - at;
    if (name.n > 1 && name.p[0] == '#') {
        char digits[LONGEST + 1] = {0};
        bool hex = name.p[1] == 'x' || name.p[1] == 'X';
        memcpy(digits, name.p + 1 + hex, name.n - 1 - hex);
        long code = strtol(digits, NULL, hex ? 16 : 10);
        return code > 0 && code < 0x110000 && (code < 0xD800 || code >= 0xE000) ? (int32_t)code
                                                                                : 0xFFFD;
    }
    for (size_t i = 0; i < sizeof ENTITIES / sizeof *ENTITIES; i++)
        if (khct_str_is(name, ENTITIES[i].name))
            return ENTITIES[i].code;
    return 0;
}

/* Text between tags: white space folds, references are what they stand for. */
static void put_text(html *h, khct_str s)
{
    char *bytes = khct_alloc_bytes(h->arena, s.n + 4);
    size_t n = 0;
    for (size_t at = 0; at < s.n;) {
        size_t space = khct_space_at(s, at), length = 0;
        int32_t code = s.p[at] == '&' ? reference_at(s, at, &length) : 0;
        if (code != 0) {
            n += khct_utf8_put(code, bytes + n);
            at += length;
        } else if (space > 0) {
            if (n == 0 || bytes[n - 1] != ' ')
                bytes[n++] = ' ';
            at += space;
        } else {
            bytes[n++] = s.p[at++];
        }
    }
    khct_str text = {bytes, n};
    if (khct_str_trim(text).n == 0 && !h->open)
        return;
    if (h->tables > 0 && !h->cell && khct_str_trim(text).n == 0)
        return;
    begin_paragraph(h);
    khct_in_weight(h->b, text, h->bold > 0);
    khct_in_text(h->b, text, KHCT_FONT_UNICODE);
}

/* --- tags --- */

/* The number of an attribute (`colspan="3"`), else 1. */
static uint32_t span_of(khct_str tag, const char *name)
{
    size_t n = strlen(name);
    for (size_t at = 0; at + n + 1 < tag.n; at++) {
        if (strncasecmp(tag.p + at, name, n) != 0)
            continue;
        size_t k = at + n;
        while (k < tag.n && strchr(" =\"'", tag.p[k]) != NULL)
            k++;
        uint32_t value = khct_in_figures(tag, &k, 5);
        return value == 0 ? 1 : value;
    }
    return 1;
}

static void end_cell(html *h)
{
    end_paragraph(h);
    if (h->cell)
        khct_in_cell_end(h->b);
    h->cell = false;
}

static void open_tag(html *h, khct_str name, khct_str tag)
{
    if (is(name, "table")) {
        end_paragraph(h);
        if (h->tables == 0 || h->cell) {
            khct_in_table_begin(h->b, KHCT_STR(""));
            h->tables++;
        }
        if (h->tables == 1)
            h->row = false;
    } else if (is(name, "tr") && h->tables == 1) {
        end_cell(h);
        khct_in_row(h->b);
        h->row = true;
    } else if ((is(name, "td") || is(name, "th")) && h->tables == 1) {
        end_cell(h);
        if (!h->row)
            khct_in_row(h->b);
        h->row = true;
        khct_in_cell_begin(h->b, span_of(tag, "colspan"), span_of(tag, "rowspan"), false);
        h->cell = true;
    } else if (is(name, "td") || is(name, "th") || is(name, "tr")) {
        end_paragraph(h);
    } else if (is(name, "br")) {
        khct_in_text(h->b, KHCT_STR("\n"), KHCT_FONT_UNICODE);
    } else if (is(name, "b") || is(name, "strong") || is(name, "th")) {
        h->bold++;
    } else if (name.n == 2 && (name.p[0] == 'h' || name.p[0] == 'H') && name.p[1] >= '1' &&
               name.p[1] <= '6') {
        end_paragraph(h);
        khct_in_begin(h->b)->outline = (uint8_t)(name.p[1] - '0');
        h->open = true;
    } else if (is(name, "li")) {
        end_paragraph(h);
        h->item = true;
    }
}

static void close_tag(html *h, khct_str name)
{
    if (is(name, "table")) {
        if (h->tables == 0)
            return;
        if (h->tables == 1)
            end_cell(h);
        else
            end_paragraph(h);
        khct_in_table_end(h->b);
        h->tables--;
    } else if ((is(name, "td") || is(name, "th")) && h->tables == 1) {
        end_cell(h);
    } else if (is(name, "tr") && h->tables == 1) {
        end_cell(h);
        h->row = false;
    } else if ((is(name, "b") || is(name, "strong")) && h->bold > 0) {
        h->bold--;
    }
}

static const char *const LINES[] = {"p",  "div", "li", "h1", "h2", "h3",   "h4",     "h5",
                                    "h6", "ul",  "ol", "tr", "td", "body", "section"};
static const char *const HIDDEN[] = {"script", "style", "head", "title", "xml", "template"};

/* After a tag or comment that begins at h->at. */
static void take_tag(html *h)
{
    khct_str left = khct_str_sub(h->text, h->at, h->text.n);
    if (khct_str_starts(left, "<!--")) {
        size_t end = khct_str_find(left, KHCT_STR("-->"));
        h->at += end == left.n ? left.n : end + 3;
        return;
    }
    size_t end = 1;
    char quote = '\0';
    for (; end < left.n && (quote != '\0' || left.p[end] != '>'); end++)
        if (left.p[end] == quote)
            quote = '\0';
        else if (quote == '\0' && (left.p[end] == '"' || left.p[end] == '\'') &&
                 left.p[end - 1] == '=')
            quote = left.p[end];
    khct_str tag = khct_str_sub(left, 1, end);
    h->at += end < left.n ? end + 1 : left.n;
    bool closing = khct_str_starts(tag, "/");
    size_t from = closing, to = from;
    while (to < tag.n && khct_is_ascii_word(tag.p[to]))
        to++;
    khct_str name = khct_str_sub(tag, from, to);
    bool alone = khct_str_ends(tag, "/");
    if (is_one(name, HIDDEN, sizeof HIDDEN / sizeof *HIDDEN)) {
        if (!closing && !alone)
            h->hidden++;
        else if (closing && h->hidden > 0)
            h->hidden--;
        return;
    }
    if (is(name, "body"))
        h->hidden = 0;
    if (h->hidden > 0)
        return;
    if (is_one(name, LINES, sizeof LINES / sizeof *LINES))
        end_paragraph(h);
    if (closing)
        close_tag(h, name);
    else
        open_tag(h, name, tag);
}

void khct_in_read_html(khct_in_builder *b, khct_arena *arena, khct_str text)
{
    html h = {.b = b, .arena = arena, .text = text};
    while (h.at < text.n && !khct_in_full(b)) {
        khct_str left = khct_str_sub(text, h.at, text.n);
        bool tag = left.p[0] == '<' && left.n > 1 &&
                   (left.p[1] == '/' || left.p[1] == '!' || left.p[1] == '?' ||
                    ((left.p[1] | 0x20) >= 'a' && (left.p[1] | 0x20) <= 'z'));
        if (tag) {
            take_tag(&h);
            continue;
        }
        size_t n = 1 + khct_str_find(khct_str_sub(left, 1, left.n), KHCT_STR("<"));
        if (h.hidden == 0)
            put_text(&h, khct_str_sub(left, 0, n));
        h.at += n;
    }
    end_cell(&h);
    while (h.tables > 0) {
        khct_in_table_end(b);
        h.tables--;
    }
}
