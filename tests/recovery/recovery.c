/* Measures how well the scanner and the parser get over mistakes: files with one and with five of
 * them are made from the examples, and what is said of each is held against what was done to it.
 *
 *   recovery [-v] [-s SEED] FILE...
 *
 * Counts the mistakes found (the right code, on the right line or the one before) and the messages
 * too many; shows what was done to a file of which one is not found, with -v also where too much is
 * said. The same files are made of the same examples at each run: a new example gives others. */
#include "parsed.h"

#include <string.h>

enum {
    FILES_OF_ONE = 60, /* of each kind of mistake and each form of the keywords */
    FILES_OF_FIVE = 200,
    TOO_MANY = 10, /* so many messages too many fail the test */
    MOST = 5,
};

typedef enum kind {
    NO_SEMICOLON,
    MISSPELT,
    WRONG_BLOCK,
    NO_OPEN,
    NO_CLOSE,
    STRAY_CLOSE,
    NO_QUOTE_END,
    KINDS,
} kind;

static const char *const KIND_NAMES[KINDS] = {
    "forgotten ;", "misspelt keyword", "field in the wrong block", "missing <",
    "missing >",   "stray >",          "unclosed \"\"\"",
};

/* A mistake put into a file: bytes `begin` to `end` of it become `text`. */
typedef struct mistake {
    kind what;
    uint32_t begin, end;
    char text[160];
    uint32_t new_lines; /* lines that this adds */
    khct_code code;
    uint32_t first, last;  /* lines of the unharmed file on which it may be reported */
    const khct_node *home; /* the declaration at the top that it is in */
} mistake;

/* An example as it is read once, with the items in which a mistake can be made. */
typedef struct example {
    const char *path;
    khct_str text;
    parsed read;
    KHCT_VEC(const khct_node *) items;
} example;

typedef struct tally {
    unsigned files, made, found, too_many;
} tally;

static bool verbose;

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

/* --- the unharmed files --- */

static void gather(example *e, const khct_node *node)
{
    for (; node != NULL; node = node->next) {
        khct_push(e->read.arena, &e->items) = node;
        gather(e, node->first);
    }
}

static void write_keywords(khct_str text, const khct_node *node, bool marked, uint32_t *done,
                           FILE *out)
{
    for (; node != NULL; node = node->next) {
        const khct_keyword_row *row = khct_keyword_at(node->keyword);
        fwrite(text.p + *done, 1, node->key.begin - *done, out);
        fputs(marked ? row->marked : row->unmarked, out);
        *done = node->key.end;
        write_keywords(text, node->first, marked, done, out);
    }
}

/* The file with all its keywords in one form. */
static khct_str in_form(khct_str text, bool marked)
{
    char *bytes = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&bytes, &size);
    parsed read = parsed_read(text);
    uint32_t done = 0;
    write_keywords(text, read.tree->top->first, marked, &done, out);
    fwrite(text.p + done, 1, text.n - done, out);
    fclose(out);
    parsed_free(&read);
    return (khct_str){bytes, size};
}

static void show(const parsed *p, const char *what)
{
    for (size_t i = 0; i < p->diags->list.n; i++) {
        const khct_diag *diag = p->diags->list.at[i];
        khct_str text = khct_message_text(p->arena, diag->message, KHCT_VI);
        printf("%s: %u: KH%s %.*s\n", what, parsed_line(p, diag), khct_code_at(diag->code)->number,
               KHCT_ARG(text));
    }
}

/* Makes the example ready; false where it is not without messages to begin with. */
static bool prepare(example *e, const char *path, bool marked)
{
    khct_str text = parsed_file(path);
    e->path = path;
    e->text = in_form(text, marked);
    free((char *)text.p);
    e->read = parsed_read(e->text);
    gather(e, e->read.tree->top->first);
    show(&e->read, path);
    return e->read.diags->list.n == 0 && e->items.n > 0;
}

static void forget(example *e)
{
    parsed_free(&e->read);
    free((char *)e->text.p);
}

/* --- places --- */

static uint32_t line_of(const example *e, uint32_t at)
{
    return khct_source_line(e->read.sources, e->read.source, at);
}

static uint32_t line_begin(const example *e, uint32_t at)
{
    while (at > 0 && e->text.p[at - 1] != '\n')
        at--;
    return at;
}

/* True where nothing but blanks stands before `at` on its line. */
static bool first_on_line(const example *e, uint32_t at)
{
    uint32_t begin = line_begin(e, at);
    return strspn(e->text.p + begin, " ") == at - begin;
}

static const khct_node *home_of(const khct_node *node)
{
    while (node->parent->parent != NULL)
        node = node->parent;
    return node;
}

/* The line of the next declaration at the top, or of the end of the file. */
static uint32_t next_home(const example *e, const khct_node *node)
{
    const khct_node *next = home_of(node)->next;
    return line_of(e, next == NULL ? (uint32_t)e->text.n : next->key.begin);
}

static bool is_block(const khct_node *node)
{
    return node->flags & KHCT_NODE_BLOCK;
}

/* The block's `<` is last on its line, so its items stand on lines of their own. */
static bool is_tall(const example *e, const khct_node *node)
{
    return is_block(node) && e->text.p[node->open + 1] == '\n';
}

/* --- mistakes --- */

static bool forget_semicolon(const example *e, const khct_node *node, mistake *m)
{
    uint32_t end = node->span.end;
    bool one_line = node->parent->parent != NULL && !is_tall(e, node->parent);
    if (is_block(node) || one_line || e->text.p[end - 1] != ';')
        return false;
    m->begin = end - 1;
    m->end = end;
    m->code = KHCT_KH1001;
    m->first = m->last = line_of(e, node->value.end);
    return true;
}

/* Letters of a keyword; spaces between its words stay. */
static uint32_t letters(khct_str key, uint32_t at[64])
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < key.n && n < 63; i++)
        if (((unsigned char)key.p[i] & 0xC0) != 0x80)
            at[n++] = i;
    at[n] = (uint32_t)key.n;
    return n;
}

static bool misspell(const example *e, const khct_node *node, mistake *m)
{
    khct_str key = khct_source_text(e->read.sources, node->key);
    uint32_t at[64], n = letters(key, at), i = chance(n - 1);
    if (n < 3 || key.p[at[i]] == ' ' || key.p[at[i + 1]] == ' ')
        return false;
    const char *p = key.p;
    int one = (int)(at[i + 1] - at[i]), two = (int)(at[i + 2] - at[i + 1]);
    switch (chance(4)) {
    case 0: /* a letter left out */
        snprintf(m->text, sizeof m->text, "%.*s%.*s", (int)at[i], p, (int)(key.n - at[i + 1]),
                 p + at[i + 1]);
        break;
    case 1: /* a letter twice */
        snprintf(m->text, sizeof m->text, "%.*s%.*s", (int)at[i + 1], p, (int)(key.n - at[i]),
                 p + at[i]);
        break;
    case 2: /* two letters the wrong way round */
        snprintf(m->text, sizeof m->text, "%.*s%.*s%.*s%.*s", (int)at[i], p, two, p + at[i + 1],
                 one, p + at[i], (int)(key.n - at[i + 2]), p + at[i + 2]);
        break;
    default: /* another letter */
        snprintf(m->text, sizeof m->text, "%.*s%c%.*s", (int)at[i], p, "qwkz"[chance(4)],
                 (int)(key.n - at[i + 1]), p + at[i + 1]);
    }
    /* it may not have become a keyword, or one with text after it */
    char line[256];
    snprintf(line, sizeof line, "%s %.*s", m->text, 60, e->text.p + node->key.end);
    khct_match match = khct_keyword_match(e->read.vocabulary, node->inside, khct_str_of(line));
    if (match.keyword != KHCT_KEYWORD_NONE)
        return false;
    m->begin = node->key.begin;
    m->end = node->key.end;
    m->code = KHCT_KH1002;
    m->first = m->last = line_of(e, node->key.begin);
    return true;
}

/* A field that may not stand in the block, nor begin a declaration anywhere. */
static khct_keyword stranger(const example *e, const khct_node *block)
{
    bool results = block->opens == KHCT_B_HIENTRANG || block->opens == KHCT_B_KETQUATC;
    for (;;) {
        khct_keyword k = chance(KHCT_KEYWORD_NONE);
        bool field = khct_place_anywhere(k, KHCT_FIELD) != NULL;
        bool declares = khct_place_anywhere(k, KHCT_DECLARATION) != NULL ||
                        khct_place_anywhere(k, KHCT_LINE) != NULL;
        /* a field of an improvement among results shows a forgotten `>` */
        bool closes = results && khct_place_of(KHCT_B_TIEUCHI, k) != NULL;
        if (!field || declares || closes || khct_place_of(block->opens, k) != NULL)
            continue;
        /* "tên khác" reads as `tên` where that is allowed */
        khct_str words = khct_str_of(khct_keyword_at(k)->marked);
        if (khct_keyword_match(e->read.vocabulary, block->opens, words).keyword == k)
            return k;
    }
}

static bool put_in_wrong_block(const example *e, const khct_node *node, mistake *m)
{
    const khct_node *block = node->parent;
    if (block->parent == NULL || !is_tall(e, block) || !first_on_line(e, node->key.begin))
        return false;
    const khct_keyword_row *row = khct_keyword_at(stranger(e, block));
    uint32_t begin = line_begin(e, node->key.begin);
    bool marked = node->flags & KHCT_NODE_MARKED;
    snprintf(m->text, sizeof m->text, "%.*s%s  Hiệu trưởng và Tổ trưởng;\n",
             (int)(node->key.begin - begin), e->text.p + begin,
             marked ? row->marked : row->unmarked);
    m->begin = m->end = begin;
    m->new_lines = 1;
    m->code = KHCT_KH1006;
    m->first = m->last = line_of(e, node->key.begin);
    return true;
}

static bool forget_open(const example *e, const khct_node *node, mistake *m)
{
    if (!is_block(node))
        return false;
    m->begin = node->open;
    m->end = node->open + 1;
    m->code = KHCT_KH1005;
    m->first = m->last = line_of(e, node->open);
    return true;
}

static bool forget_close(const example *e, const khct_node *node, mistake *m)
{
    if (!is_block(node))
        return false;
    m->begin = node->span.end - 1;
    m->end = node->span.end;
    m->code = KHCT_KH1003;
    m->first = line_of(e, node->span.end);
    m->last = next_home(e, node);
    return true;
}

static bool put_stray_close(const example *e, const khct_node *node, mistake *m)
{
    if (!first_on_line(e, node->key.begin))
        return false;
    uint32_t begin = line_begin(e, node->key.begin);
    bool top = node->parent->parent == NULL;
    m->begin = m->end = begin;
    m->new_lines = 1;
    m->code = KHCT_KH1004;
    m->first = m->last = line_of(e, node->key.begin);
    /* in a block inside a block it closes that one, and the surplus shows later */
    if (!top && node->parent->parent->parent != NULL)
        m->last = next_home(e, node);
    uint32_t indent = chance(2) == 0 ? node->key.begin - begin : 0;
    if (!top && chance(3) == 0 && begin > 1 && e->text.p[begin - 2] == ';') {
        m->begin = m->end = begin - 1; /* after the `;` of the line above */
        m->new_lines = 0;
        m->first--;
        snprintf(m->text, sizeof m->text, "%s>", chance(2) == 0 ? " " : "");
    } else {
        snprintf(m->text, sizeof m->text, "%*s>\n", (int)indent, "");
    }
    return true;
}

static bool forget_quote_end(const example *e, const khct_node *node, mistake *m)
{
    const khct_place *place = khct_place_of(node->inside, node->keyword);
    if (place->type != KHCT_TYPE_TEXT && place->type != KHCT_TYPE_NAME)
        return false;
    if (node->flags & KHCT_NODE_QUOTED) {
        m->begin = node->value.end;
        m->end = m->begin + 3;
    } else {
        m->begin = m->end = node->value.begin;
        memcpy(m->text, "\"\"\"", 4);
    }
    m->code = KHCT_KH0003;
    m->first = m->last = line_of(e, node->value.begin);
    return true;
}

/* False where the file has no place for it, as one of blocks that are a line each has for some, or
 * none that chance finds. */
static bool make_mistake(const example *e, kind what, mistake *m)
{
    enum { TRIES = 10000 };
    static bool (*const MAKERS[KINDS])(const example *, const khct_node *, mistake *) = {
        forget_semicolon, misspell,        put_in_wrong_block, forget_open,
        forget_close,     put_stray_close, forget_quote_end,
    };
    for (int i = 0; i < TRIES; i++) {
        const khct_node *node = e->items.at[chance((uint32_t)e->items.n)];
        *m = (mistake){.what = what, .home = home_of(node)};
        if (MAKERS[what](e, node, m))
            return true;
    }
    return false;
}

/* --- making and reading a harmed file --- */

static int by_place(const void *a, const void *b)
{
    const mistake *l = a, *r = b;
    return (l->begin > r->begin) - (l->begin < r->begin);
}

/* Puts the mistakes (sorted here) into the file; their lines become those of the result. */
static khct_str harm(const example *e, mistake *m, size_t n)
{
    char *bytes = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&bytes, &size);
    uint32_t done = 0, lines = 0;
    qsort(m, n, sizeof *m, by_place);
    for (size_t i = 0; i < n; i++) {
        fwrite(e->text.p + done, 1, m[i].begin - done, out);
        fputs(m[i].text, out);
        done = m[i].end;
        m[i].first += lines;
        m[i].last += lines + (m[i].last > m[i].first ? m[i].new_lines : 0);
        lines += m[i].new_lines;
    }
    fwrite(e->text.p + done, 1, e->text.n - done, out);
    fclose(out);
    return (khct_str){bytes, size};
}

/* The place in the list of the message that reports this mistake, or n. */
static size_t find(const parsed *p, const mistake *m, const bool *taken)
{
    for (size_t i = 0; i < p->diags->list.n; i++) {
        uint32_t line = parsed_line(p, p->diags->list.at[i]);
        if (!taken[i] && p->diags->list.at[i]->code == m->code && line + 1 >= m->first &&
            line <= m->last)
            return i;
    }
    return p->diags->list.n;
}

static void explain(const example *e, const parsed *p, khct_str text, const mistake *m, size_t n)
{
    printf("--- %s\n", e->path);
    for (size_t i = 0; i < n; i++) {
        khct_span line = khct_source_line_span(p->sources, p->source, m[i].first);
        printf("made: %s, KH%s on %u to %u: %.*s\n", KIND_NAMES[m[i].what],
               khct_code_at(m[i].code)->number, m[i].first, m[i].last, (int)(line.end - line.begin),
               text.p + line.begin);
    }
    show(p, "said");
}

static void try_file(const example *e, mistake *m, size_t n, tally *t)
{
    khct_str text = harm(e, m, n);
    parsed p = parsed_read(text);
    bool *taken = calloc(p.diags->list.n + 1, sizeof *taken);
    unsigned found = 0;
    for (size_t i = 0; i < n; i++) {
        size_t at = find(&p, &m[i], taken);
        found += at < p.diags->list.n;
        taken[at] = true;
    }
    unsigned too_many = (unsigned)p.diags->list.n - found;
    t->files++;
    t->made += (unsigned)n;
    t->found += found;
    t->too_many += too_many;
    if (found < n || (verbose && too_many > 0))
        explain(e, &p, text, m, n);
    free(taken);
    free((char *)text.p);
    parsed_free(&p);
}

/* Five mistakes, in declarations that are no neighbours: two beside each other can be one, or none
 * (a forgotten `>` and then a stray one). */
static void try_five(const example *e, tally *t)
{
    mistake made[MOST];
    size_t n = 0;
    for (int tries = 0; n < MOST && tries < 1000; tries++) {
        if (!make_mistake(e, chance(KINDS), &made[n]))
            continue;
        const khct_node *home = made[n].home;
        bool alone = true;
        for (size_t i = 0; i < n; i++)
            alone = alone && made[i].home != home && made[i].home != home->next &&
                    made[i].home->next != home;
        n += alone;
    }
    if (n == MOST) /* else the example is too short */
        try_file(e, made, n, t);
}

static void print(const char *name, const tally *t)
{
    printf("%-28s %5u files %6u mistakes %6u found %4u messages too many\n", name, t->files,
           t->made, t->found, t->too_many);
}

int main(int argc, char **argv)
{
    uint64_t seed = 0;
    int first = 1;
    for (; first + 1 < argc && argv[first][0] == '-'; first++) {
        verbose = verbose || strcmp(argv[first], "-v") == 0;
        if (strcmp(argv[first], "-s") == 0)
            seed = strtoull(argv[++first], NULL, 10);
    }
    size_t n = 0;
    example *examples = calloc((size_t)argc * 2, sizeof *examples);
    for (int i = first; i < argc; i++)
        for (int marked = 0; marked < 2; marked++)
            if (!prepare(&examples[n++], argv[i], marked)) {
                printf("%s: not without messages, or empty\n", argv[i]);
                return 1;
            }
    if (n == 0)
        return 2;
    tally ones[KINDS] = {{0}}, five = {0}, all = {0};
    for (unsigned i = 0; i < 2 * FILES_OF_ONE * KINDS; i++) {
        mistake m;
        state = (seed << 32) + i + 1;
        const example *e = &examples[i % n];
        if (make_mistake(e, i / (2 * FILES_OF_ONE), &m))
            try_file(e, &m, 1, &ones[m.what]);
    }
    /* a file too short for five gives none */
    for (unsigned i = 0; five.files < FILES_OF_FIVE && i < 20 * FILES_OF_FIVE; i++) {
        state = (seed << 32) + 1000000 + i;
        try_five(&examples[i % n], &five);
    }
    for (int k = 0; k < KINDS; k++) {
        print(KIND_NAMES[k], &ones[k]);
        all.made += ones[k].made;
        all.found += ones[k].found;
        all.too_many += ones[k].too_many;
        all.files += ones[k].files;
    }
    print("five mistakes a file", &five);
    all = (tally){all.files + five.files, all.made + five.made, all.found + five.found,
                  all.too_many + five.too_many};
    print("together", &all);
    for (size_t i = 0; i < n; i++)
        forget(&examples[i]);
    free(examples);
    if (all.too_many >= TOO_MANY)
        printf("recovery: too much is said; -v shows where\n");
    return all.found == all.made && all.too_many < TOO_MANY ? 0 : 1;
}
