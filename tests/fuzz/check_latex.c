#include "fuzz.h"

/* What khct may write into LaTeX: the interface of its class, and what prints a sign. A command of
 * TeX's own here would mean that a text was obeyed. */
static const char *const WORDS[] = {
    "documentclass",   "begin",          "end",
    "khctbang",        "khctcancu",      "khctchuky",
    "khctdau",         "khctdoan",       "khctdoanso",
    "khctgach",        "khctgachcon",    "khcthang",
    "khcthangdau",     "khctketthuc",    "khctky",
    "khctmeta",        "khctmuc",        "khctmuccon",
    "khctgiaydoc",     "khctgiayngang",  "khcthop",
    "khctkhac",        "khctngat",       "khctnhan",
    "khctnhom",        "khctnoi",        "khcto",
    "khctogop",        "khctphan",       "khctphongchu",
    "khctten",         "khctthan",       "khctxuong",
    "textbackslash",   "textasciitilde", "textasciicircum",
    "textquotesingle", "textasciigrave", NULL,
};
static const char *const ENVIRONMENTS[] = {"document", "khctbang",  "khctbangdoi",
                                           "khcttheo", "khcttruoc", NULL};

static bool one_of(const char *const *list, khct_str word)
{
    for (; *list != NULL; list++)
        if (khct_str_is(word, *list))
            return true;
    return false;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The argument in braces at `at`. */
static khct_str braced(khct_str text, size_t at)
{
    fuzz_require(at < text.n && text.p[at] == '{', "an environment has a name");
    khct_str rest = khct_str_sub(text, at + 1, text.n);
    return khct_str_sub(rest, 0, khct_str_find(rest, KHCT_STR("}")));
}

typedef struct state {
    khct_str open[8]; /* environments */
    size_t opened;
    size_t braces;
} state;

static void take_word(state *s, khct_str text, khct_str word, size_t behind)
{
    fuzz_require(one_of(WORDS, word), "no foreign command in LaTeX");
    bool begin = khct_str_is(word, "begin");
    if (!begin && !khct_str_is(word, "end"))
        return;
    khct_str name = braced(text, behind);
    fuzz_require(one_of(ENVIRONMENTS, name), "no foreign environment in LaTeX");
    if (begin) {
        fuzz_require(s->opened < 8, "environments are closed");
        s->open[s->opened++] = name;
    } else {
        fuzz_require(s->opened > 0 && khct_str_eq(s->open[--s->opened], name),
                     "environments are closed in order");
    }
}

void fuzz_latex(khct_str text)
{
    state s = {.opened = 0};
    for (size_t at = 0; at < text.n; at++) {
        switch (text.p[at]) {
        case '\\': {
            size_t end = at + 1;
            while (end < text.n && is_letter(text.p[end]))
                end++;
            if (end > at + 1)
                take_word(&s, text, khct_str_sub(text, at + 1, end), end);
            else
                fuzz_require(end < text.n && strchr("#$%&_{}", text.p[end]) != NULL &&
                                 text.p[end] != '\0',
                             "no foreign sign command in LaTeX");
            at = end > at + 1 ? end - 1 : end;
            break;
        }
        case '{': s.braces++; break;
        case '}':
            fuzz_require(s.braces > 0, "braces are balanced");
            s.braces--;
            break;
        case '%': /* a comment begins its line */
            fuzz_require(at == 0 || text.p[at - 1] == '\n', "no comment from a text");
            while (at + 1 < text.n && text.p[at + 1] != '\n')
                at++;
            break;
        case '#':
        case '$':
        case '&':
        case '_':
        case '^': fuzz_fault("special characters are escaped"); break;
        case '\n':
            fuzz_require(at + 1 >= text.n || text.p[at + 1] != '\n',
                         "no empty line, which is a \\par");
            break;
        default:
            fuzz_require((unsigned char)text.p[at] >= 0x20 && text.p[at] != 0x7F,
                         "no control character in LaTeX");
        }
    }
    fuzz_require(s.opened == 0 && s.braces == 0, "all is closed at the end");
}
