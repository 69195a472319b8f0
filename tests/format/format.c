/* Formats files with each choice of options and holds the result against what it must be:
 * the same tree, the same words in every value, the same messages; and formatting it again changes
 * nothing. The same for files that are wrapped at other widths, and for files with mistakes.
 *
 *   format [-v] [-s SEED] [-g COUNT] FILE...
 *
 * -g: that many plans by chance as well.
 */
#include "parsed.h"
#include "random.h"

#include "syntax/format.h"
#include "text/fold.h"
#include "value/text.h"

#include <string.h>

enum { HARMED = 40 }; /* files made of each */

static bool verbose;
static unsigned files, wrong;

/* --- chance: the same at each run --- */

static uint64_t state;

static uint32_t chance(uint32_t below)
{
    state += 0x9E3779B97F4A7C15u;
    uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ (z >> 31)) % below);
}

/* --- formatting --- */

typedef struct formatting {
    parsed *p;
    khct_format_options options;
    khct_out out;
} formatting;

static void format_work(void *context)
{
    formatting *f = context;
    khct_format_tree(&f->out, f->p->diags, f->p->vocabulary, f->p->tree, f->options);
}

/* The formatted text; freed by the caller. */
static khct_str formatted(parsed *p, khct_format_options options)
{
    static formatting f;
    f.p = p;
    f.options = options;
    khct_out_to_memory(&f.out);
    if (!khct_try(p->arena, format_work, &f) || khct_out_finish(&f.out) != 0)
        exit(3);
    khct_str text = khct_out_text(&f.out);
    char *copy = malloc(text.n + 1);
    memcpy(copy, text.p, text.n);
    khct_out_release(&f.out);
    return (khct_str){copy, text.n};
}

/* --- comparing --- */

static khct_text words_of(parsed *p, const khct_node *node)
{
    khct_reader reader = {.arena = p->arena, .sources = p->sources};
    return khct_read_text(&reader, node->value, node->flags & KHCT_NODE_QUOTED);
}

/* Words without marks and spaces: a heading's own keywords (`muc`, `duy trì`) may change their
 * form. */
static khct_str bare(khct_arena *arena, khct_str text)
{
    khct_str words = khct_fold_bare(arena, text);
    char *letters = khct_alloc_bytes(arena, words.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < words.n; i++)
        if (words.p[i] != ' ')
            letters[n++] = words.p[i];
    return (khct_str){letters, n};
}

static bool same_bare(parsed *p, const khct_node *a, parsed *q, const khct_node *b)
{
    khct_str left = khct_node_raw(p->diags, a), right = khct_node_raw(q->diags, b);
    if (khct_str_find(left, KHCT_STR("# ")) < left.n) /* a comment in it moves */
        return true;
    return khct_str_eq(bare(p->arena, left), bare(q->arena, right));
}

static bool same_words(parsed *p, const khct_node *a, parsed *q, const khct_node *b)
{
    if (a->flags & KHCT_NODE_BLOCK || a->keyword == KHCT_K_DUNG)
        return same_bare(p, a, q, b);
    khct_text left = words_of(p, a), right = words_of(q, b);
    if (left.stated != right.stated)
        return false;
    if (left.n != right.n)
        return false;
    for (size_t i = 0; i < left.n; i++)
        if (left.at[i].kind != right.at[i].kind ||
            !khct_str_eq(left.at[i].words, right.at[i].words))
            return false;
    return true;
}

/* The node of `q` that stands for `a`: the same number among those with its keyword. */
static const khct_node *match_of(const khct_node *a, const khct_node *block,
                                 const khct_node *others)
{
    const khct_node *b = others;
    for (const khct_node *n = block; b != NULL; n = n->next) {
        while (b != NULL && b->keyword != a->keyword)
            b = b->next;
        if (n == a)
            return b;
        if (n->keyword == a->keyword)
            b = b->next;
    }
    return NULL;
}

static bool same_nodes(parsed *p, const khct_node *a, parsed *q, const khct_node *b, bool sorted)
{
    const khct_node *block = a, *others = b;
    size_t count = 0;
    for (; a != NULL; a = a->next, b = sorted || b == NULL ? b : b->next) {
        const khct_node *other = sorted ? match_of(a, block, others) : b;
        if (other == NULL || a->keyword != other->keyword || a->opens != other->opens ||
            !same_words(p, a, q, other) || !same_nodes(p, a->first, q, other->first, sorted)) {
            if (verbose) {
                khct_str raw = khct_node_raw(p->diags, a);
                printf("  differs: %s [%.*s]\n", khct_keyword_at(a->keyword)->unmarked,
                       KHCT_ARG(raw));
            }
            return false;
        }
        count++;
    }
    for (; others != NULL; others = others->next)
        count--;
    return count == 0;
}

/* KH0008 (a character beside a blank is read as one), KH0009, KH1015, KH1016, KH1018 and KH1019 are
 * about how line ends, keywords and signs are written, which formatting changes. */
static bool same_messages(const parsed *p, const parsed *q)
{
    size_t counts[KHCT_CODE_COUNT] = {0};
    for (size_t i = 0; i < p->diags->list.n; i++)
        counts[p->diags->list.at[i]->code]++;
    for (size_t i = 0; i < q->diags->list.n; i++)
        counts[q->diags->list.at[i]->code]--;
    for (size_t i = 0; i < KHCT_CODE_COUNT; i++)
        if (counts[i] != 0 && i != KHCT_KH0008 && i != KHCT_KH0009 && i != KHCT_KH1015 &&
            i != KHCT_KH1016 && i != KHCT_KH1018 && i != KHCT_KH1019)
            return false;
    return true;
}

static bool same_comments(const parsed *p, const parsed *q, khct_str one, khct_str two, bool sorted)
{
    const khct_tree *a = p->tree, *b = q->tree;
    if (a->comments.n != b->comments.n)
        return false;
    for (size_t i = 0; i < a->comments.n && !sorted; i++) {
        khct_span l = a->comments.at[i].span, r = b->comments.at[i].span;
        if (!khct_str_eq(khct_str_trim(khct_str_sub(one, l.begin, l.end)),
                         khct_str_trim(khct_str_sub(two, r.begin, r.end))))
            return false;
    }
    return true;
}

static bool narrow(khct_str text)
{
    size_t cells = 0;
    bool comment = false;
    for (size_t i = 0; i < text.n; i++) {
        comment = text.p[i] != '\n' && (comment || text.p[i] == '#');
        cells = text.p[i] == '\n' ? 0 : cells + (((unsigned char)text.p[i] & 0xC0) != 0x80);
        if (comment)
            continue;
        if (cells > 112) /* a word or two before which no line may begin */
            return false;
    }
    return true;
}

static void show(const char *what, const parsed *p)
{
    for (size_t i = 0; i < p->diags->list.n; i++)
        printf("  %s %u: KH%s\n", what, parsed_line(p, p->diags->list.at[i]),
               khct_code_at(p->diags->list.at[i]->code)->number);
}

static void write_file(const char *path, khct_str text)
{
    FILE *file = fopen(path, "wb");
    if (file != NULL) {
        fwrite(text.p, 1, text.n, file);
        fclose(file);
    }
}

static void try_text(const char *name, khct_str text, khct_format_options options, bool sound)
{
    parsed p = parsed_read(text);
    khct_str once = formatted(&p, options);
    parsed q = parsed_read(once);
    khct_str twice = formatted(&q, options);
    bool tree = same_nodes(&p, p.tree->top->first, &q, q.tree->top->first, options.sorted);
    bool messages = same_messages(&p, &q);
    bool comments = same_comments(&p, &q, text, once, options.sorted);
    bool stable = khct_str_eq(once, twice);
    bool narrow_enough = !sound || narrow(once);
    files++;
    if (!tree || !messages || !comments || !stable || !narrow_enough) {
        wrong++;
        printf("%s%s%s:%s%s%s%s%s\n", name, options.marked ? " marked" : "",
               options.sorted ? " sorted" : "", tree ? "" : " another tree",
               messages ? "" : " other messages", comments ? "" : " other comments",
               stable ? "" : " not stable", narrow_enough ? "" : " too wide");
        if (verbose && !messages) {
            show("before", &p);
            show("after", &q);
        }
        if (verbose) {
            char path[64];
            snprintf(path, sizeof path, "build/format-%u", wrong);
            write_file(path, text);
            snprintf(path, sizeof path, "build/format-%u-once", wrong);
            write_file(path, once);
            snprintf(path, sizeof path, "build/format-%u-twice", wrong);
            write_file(path, twice);
        }
    }
    free((char *)twice.p);
    free((char *)once.p);
    parsed_free(&q);
    parsed_free(&p);
}

static void try_options(const char *name, khct_str text, bool sound)
{
    for (int i = 0; i < 4; i++)
        try_text(name, text, (khct_format_options){.marked = i & 1, .sorted = i & 2}, sound);
}

/* --- files made from a file --- */

/* Line ends and blanks put elsewhere, where words stand. */
static khct_str rewrapped(khct_str text)
{
    char *bytes = malloc(text.n * 3 + 1);
    size_t n = 0;
    bool comment = false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c == '\n' || i == 0)
            comment = false;
        if (c == '#' && (i == 0 || strchr(" \n", text.p[i - 1]) != NULL))
            comment = true; /* stays on its line */
        bool blank = !comment && c == ' ' && i > 0 && text.p[i - 1] != ' ' && text.p[i - 1] != '\n';
        if (blank && chance(12) == 0)
            memcpy(bytes + n, "\n        ", 9), n += 9;
        else if (blank && chance(12) == 0)
            memcpy(bytes + n, "  \xC2\xA0", 4), n += 4;
        else
            bytes[n++] = c;
    }
    return (khct_str){bytes, n};
}

/* One to four signs or lines lost, doubled or put in. */
static khct_str harmed(khct_str text)
{
    static const char *const SIGNS[] = {";",  "<", ">",     "\"\"\"", "#",
                                        "\n", " ", "# a\n", "\xFF",   "\\"};
    char *bytes = malloc(text.n + 64);
    memcpy(bytes, text.p, text.n);
    size_t n = text.n;
    for (uint32_t times = 1 + chance(4); times > 0; times--) {
        size_t at = chance((uint32_t)n - 1), end = at + 1;
        if (chance(2) == 0) {
            while (at > 0 && strchr(";<>\n\"", bytes[at]) == NULL)
                at--;
            end = at + 1;
            if (chance(4) == 0)
                while (end < n && bytes[end - 1] != '\n')
                    end++;
            memmove(bytes + at, bytes + end, n - end);
            n -= end - at;
        } else {
            const char *sign = SIGNS[chance(sizeof SIGNS / sizeof *SIGNS)];
            while (at > 0 && ((unsigned char)bytes[at] & 0xC0) == 0x80)
                at--;
            memmove(bytes + at + strlen(sign), bytes + at, n - at);
            memcpy(bytes + at, sign, strlen(sign));
            n += strlen(sign);
        }
    }
    return (khct_str){bytes, n};
}

static void try_file(const char *path, uint64_t seed)
{
    khct_str text = parsed_file(path);
    try_options(path, text, true);
    for (uint32_t i = 0; i < HARMED; i++) {
        char name[256];
        state = (seed << 32) + i;
        khct_str made = i % 2 == 0 ? harmed(text) : rewrapped(text);
        snprintf(name, sizeof name, "%s, %s %u", path, i % 2 == 0 ? "harmed" : "rewrapped", i);
        try_text(name, made, (khct_format_options){.marked = i & 2, .sorted = i & 4}, false);
        free((char *)made.p);
    }
    free((char *)text.p);
}

static void try_random(uint64_t number)
{
    khct_str text;
    text.p = random_plan_of(number, &text.n);
    char name[64];
    snprintf(name, sizeof name, "random %llu", (unsigned long long)number);
    for (int i = 0; i < 4; i++)
        try_text(name, text, (khct_format_options){.marked = i & 1, .sorted = i & 2}, false);
    free((char *)text.p);
}

int main(int argc, char **argv)
{
    uint64_t seed = 0, count = 0;
    int first = 1;
    for (; first + 1 < argc && argv[first][0] == '-'; first++) {
        verbose = verbose || strcmp(argv[first], "-v") == 0;
        if (strcmp(argv[first], "-s") == 0)
            seed = strtoull(argv[++first], NULL, 10);
        if (strcmp(argv[first], "-g") == 0)
            count = strtoull(argv[++first], NULL, 10);
    }
    for (int i = first; i < argc; i++)
        try_file(argv[i], seed);
    for (uint64_t i = 0; i < count; i++)
        try_random((seed << 32) + i);
    printf("format: %u of %u texts as they must be\n", files - wrong, files);
    return argc > first && wrong == 0 ? 0 : 1;
}
