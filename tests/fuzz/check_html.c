#include "fuzz.h"

static const char *const TAGS[] = {
    "html",   "head",    "meta",    "title",    "style",  "script",     "body",  "header",
    "main",   "nav",     "article", "section",  "figure", "figcaption", "form",  "label",
    "input",  "select",  "option",  "button",   "div",    "span",       "p",     "a",
    "b",      "i",       "strong",  "small",    "em",     "h1",         "h2",    "h3",
    "h4",     "h5",      "h6",      "ul",       "ol",     "li",         "dl",    "dt",
    "dd",     "table",   "caption", "colgroup", "col",    "thead",      "tbody", "tr",
    "th",     "td",      "svg",     "g",        "rect",   "line",       "path",  "text",
    "circle", "details", "summary", "footer",   "aside",  "time",       "br",    "hr",
    "code",   NULL,
};
static const char *const VOID[] = {"meta", "col",  "input", "br",     "hr",
                                   "rect", "line", "path",  "circle", NULL};
static const char *const ATTRIBUTES[] = {
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "autocomplete",
    "charset",
    "class",
    "colspan",
    "content",
    "d",
    "form",
    "height",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "overflow",
    "pathlength",
    "placeholder",
    "role",
    "rowspan",
    "rx",
    "scope",
    "span",
    "tabindex",
    "type",
    "value",
    "width",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "viewbox",
    "hidden",
    "selected",
    "start",
    "for",
    "title",
    "open",
    "aria-expanded",
    "aria-controls",
    "aria-live",
    "datetime",
    "fill",
    "stroke",
    "transform",
    "preserveaspectratio",
    "focusable",
    "aria-describedby",
    "aria-current",
    "checked",
    "disabled",
    "reversed",
    "headers",
    "abbr",
    "cx",
    "cy",
    "r",
    NULL,
};

enum { DEEPEST = 64 };

typedef struct page {
    khct_str text;
    size_t at;
    khct_str open[DEEPEST];
    size_t depth;
} page;

static bool one_of(const char *const *list, khct_str word)
{
    for (; *list != NULL; list++) {
        size_t n = strlen(*list);
        size_t i = 0;
        while (i < n && i < word.n && (word.p[i] | 0x20) == ((*list)[i] | 0x20))
            i++;
        if (i == n && i == word.n)
            return true;
    }
    return false;
}

static char next(const page *p)
{
    return p->at < p->text.n ? p->text.p[p->at] : '\0';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static khct_str name(page *p, const char *stop)
{
    size_t begin = p->at;
    while (p->at < p->text.n && strchr(stop, next(p)) == NULL)
        p->at++;
    return khct_str_sub(p->text, begin, p->at);
}

/* Addresses lead into the page itself, or name a task or person of it. */
static void check_value(khct_str attribute, khct_str value)
{
    for (size_t i = 0; i < value.n; i++)
        fuzz_require(value.p[i] != '<', "no raw < in an attribute");
    if (khct_str_is(attribute, "href"))
        fuzz_require(value.n > 0 && (value.p[0] == '#' || value.p[0] == '?'),
                     "addresses stay inside the page");
}

static void attribute(page *p)
{
    khct_str word = name(p, " \n\t=>/");
    bool data = khct_str_starts(word, "data-");
    fuzz_require(data || one_of(ATTRIBUTES, word), "no foreign attribute");
    if (next(p) != '=')
        return;
    p->at++;
    if (next(p) == '"') {
        p->at++;
        khct_str value = name(p, "\"");
        p->at++;
        check_value(word, value);
        return;
    }
    khct_str value = name(p, " \n\t>");
    fuzz_require(value.n > 0, "a value without quotes is not empty");
    for (size_t i = 0; i < value.n; i++)
        fuzz_require(strchr("\"'`=<", value.p[i]) == NULL, "a value without quotes is plain");
    check_value(word, value);
}

static void open_tag(page *p)
{
    khct_str tag = name(p, " \n\t>/");
    fuzz_require(one_of(TAGS, tag), "no foreign tag");
    for (;;) {
        while (is_blank(next(p)))
            p->at++;
        if (next(p) == '>' || p->at >= p->text.n)
            break;
        if (next(p) == '/') {
            p->at++;
            continue;
        }
        attribute(p);
    }
    fuzz_require(next(p) == '>', "a tag ends");
    p->at++;
    if (one_of(VOID, tag))
        return;
    fuzz_require(p->depth < DEEPEST, "tags are closed");
    p->open[p->depth++] = tag;
    if (!khct_str_is(tag, "style") && !khct_str_is(tag, "script"))
        return;
    khct_str rest = khct_str_sub(p->text, p->at, p->text.n);
    size_t end = khct_str_find(rest, khct_str_is(tag, "style") ? KHCT_STR("</style>")
                                                               : KHCT_STR("</script>"));
    fuzz_require(end < rest.n, "style and script end");
    p->at += end;
}

static void close_tag(page *p)
{
    khct_str tag = name(p, ">");
    fuzz_require(p->depth > 0 && khct_str_eq(p->open[p->depth - 1], tag),
                 "tags are closed in order");
    p->depth--;
    p->at++;
}

void fuzz_html(khct_str text)
{
    page p = {.text = text};
    fuzz_require(khct_str_starts(text, "<!DOCTYPE html>"), "it is a page");
    p.at = strlen("<!DOCTYPE html>");
    while (p.at < text.n) {
        char c = next(&p);
        p.at++;
        if (c == '<' && next(&p) == '/') {
            p.at++;
            close_tag(&p);
        } else if (c == '<') {
            open_tag(&p);
        } else if (c == '>') {
            fuzz_fault("no raw > in text");
        }
    }
    fuzz_require(p.depth == 0, "all tags are closed");
}
