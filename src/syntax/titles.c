#include "syntax/titles.h"

#include "text/fold.h"
#include "text/utf8.h"

enum { MAX_FIELDS = 4, MAX_WORDS = 12, PHRASE = MAX_WORDS * KHCT_FOLDED_WORD };

typedef struct title {
    const char *words;
    khct_keyword fields[MAX_FIELDS];
} title;

#define KHCT_TITLE(words, ...) {words, {__VA_ARGS__, KHCT_KEYWORD_NONE}},
#define KHCT_LABEL(words, ...)
#define KHCT_SHORT(letters, block)
static const title TITLES[] = {
#include "titles.def"
#include "build_titles.def"
};
#undef KHCT_TITLE
#undef KHCT_LABEL

#define KHCT_TITLE(words, ...)
#define KHCT_LABEL(words, ...) {words, {__VA_ARGS__, KHCT_KEYWORD_NONE}},
static const title LABELS[] = {
#include "titles.def"
};
#undef KHCT_LABEL
#undef KHCT_SHORT

#define KHCT_LABEL(words, ...)
#define KHCT_SHORT(letters, block) {letters, block},
static const struct {
    const char *letters;
    khct_keyword block;
} SHORTS[] = {
#include "titles.def"
};
#undef KHCT_TITLE
#undef KHCT_LABEL
#undef KHCT_SHORT

enum { TITLE_COUNT = sizeof TITLES / sizeof *TITLES, LABEL_COUNT = sizeof LABELS / sizeof *LABELS };

struct khct_titles {
    khct_map whole;  /* folded titles, to the number of a field */
    khct_map begins; /* their first words; one word alone names no field: KHCT_KEYWORD_NONE */
    khct_map labels; /* folded labels, to their index */
    /* of the fields whose name some title begins with: that name, folded, and which letters the
     * next word of such a title may begin with */
    khct_str names[KHCT_KEYWORD_NONE];
    uint32_t next[KHCT_KEYWORD_NONE];
};

/* A bit for the letter that a word begins with; i and y are one, and so are all with marks. */
static uint32_t first_letter(char c)
{
    return (unsigned char)c >= 0x80 ? 1 : 1u << ((c == 'y' ? 'i' : c) & 31);
}

/* The field whose name stands in the title, else the first. */
static khct_keyword field_of(khct_arena *arena, const title *t, khct_str folded)
{
    for (size_t i = 0; i < MAX_FIELDS && t->fields[i] != KHCT_KEYWORD_NONE; i++) {
        khct_str name = khct_fold(arena, khct_str_of(khct_keyword_at(t->fields[i])->marked));
        if (khct_str_find(folded, name) < folded.n)
            return t->fields[i];
    }
    return t->fields[0];
}

/* Without what stands in brackets: "Điều chỉnh (nếu có)" is written without it too. */
static khct_str unbracketed(khct_str words)
{
    return khct_str_trim(khct_str_cut(&words, '('));
}

static void add(khct_arena *arena, khct_titles *titles, const title *t, khct_str folded)
{
    khct_keyword field = field_of(arena, t, folded);
    khct_map_put(arena, &titles->whole, folded, field);
    int words = 0;
    for (size_t i = 0; i < folded.n; i++) {
        khct_str begin = khct_str_sub(folded, 0, i);
        words += folded.p[i] == ' ';
        if (folded.p[i] == ' ' && khct_map_get(&titles->begins, begin) == KHCT_NONE)
            khct_map_put(arena, &titles->begins, begin, words > 1 ? field : KHCT_KEYWORD_NONE);
    }
}

/* Only after the name of its field can the rest of a title stand. */
static void add_rest(khct_arena *arena, khct_titles *titles, const title *t, khct_str folded)
{
    for (size_t k = 0; k < MAX_FIELDS && t->fields[k] != KHCT_KEYWORD_NONE; k++) {
        khct_str name = khct_fold(arena, khct_str_of(khct_keyword_at(t->fields[k])->marked));
        if (folded.n <= name.n + 1 || folded.p[name.n] != ' ' ||
            !khct_str_eq(khct_str_sub(folded, 0, name.n), name))
            continue;
        titles->names[t->fields[k]] = name;
        titles->next[t->fields[k]] |= first_letter(folded.p[name.n + 1]) | first_letter('\x80');
    }
}

khct_titles *khct_titles_new(khct_arena *arena, khct_map *first)
{
    khct_titles *titles = khct_alloc(arena, sizeof *titles);
    for (size_t i = 0; i < TITLE_COUNT; i++) {
        khct_str words = khct_str_of(TITLES[i].words), plain = unbracketed(words);
        khct_str folded = khct_fold(arena, words);
        add(arena, titles, &TITLES[i], folded);
        if (plain.n < words.n)
            add(arena, titles, &TITLES[i], khct_fold(arena, plain));
        add_rest(arena, titles, &TITLES[i], folded);
        khct_map_put(arena, first, khct_str_cut(&folded, ' '), 0);
    }
    for (uint32_t i = 0; i < LABEL_COUNT; i++)
        khct_map_put(arena, &titles->labels, khct_fold(arena, khct_str_of(LABELS[i].words)), i);
    return titles;
}

/* After what may part two words of a title: blanks, `/`, `,`, a bracket; line ends, where a value
 * may be wrapped, only with `wrapped`. */
static const char *skip_between(const char *p, const char *end, bool wrapped)
{
    for (;;) {
        khct_str rest = {p, (size_t)(end - p)};
        size_t width = wrapped ? khct_space_at(rest, 0) : khct_blank_at(rest, 0);
        if (width == 0)
            width = rest.n > 0 && strchr("/,(", *p) != NULL;
        if (width == 0)
            return p;
        p += width;
    }
}

/* Goes through the words at `p` after those already in `phrase` (n bytes), as far as titles
 * begin so. */
static khct_title_match match_from(const khct_titles *titles, char phrase[PHRASE], size_t n,
                                   const char *p, const char *end)
{
    bool wrapped = n > 0;
    khct_title_match match = {KHCT_KEYWORD_NONE, false, 0};
    const char *begin = p;
    for (int words = 0; words < MAX_WORDS && p < end; words++) {
        size_t length;
        if (!khct_in_word(khct_utf8_at(p, (size_t)(end - p), &length)) ||
            n + 1 + KHCT_FOLDED_WORD > PHRASE)
            break;
        if (n > 0)
            phrase[n++] = ' ';
        p = khct_fold_word(p, end, false, phrase + n);
        n += strlen(phrase + n);
        uint32_t whole = khct_map_get(&titles->whole, (khct_str){phrase, n});
        uint32_t part = khct_map_get(&titles->begins, (khct_str){phrase, n});
        bool bracket = p < end && *p == ')';
        size_t here = (size_t)(p - begin) + bracket;
        if (whole != KHCT_NONE)
            match = (khct_title_match){(khct_keyword)whole, true, here};
        else if (part != KHCT_NONE && part != KHCT_KEYWORD_NONE && !match.whole)
            match = (khct_title_match){(khct_keyword)part, false, here};
        if (part == KHCT_NONE)
            break;
        p = skip_between(p, end, wrapped);
    }
    return match;
}

khct_title_match khct_title_at(const khct_titles *titles, khct_str text)
{
    char phrase[PHRASE];
    return match_from(titles, phrase, 0, text.p, text.p + text.n);
}

bool khct_title_may_go_on(const khct_titles *titles, khct_keyword keyword, khct_str text)
{
    return text.n > 0 && (titles->next[keyword] & first_letter(text.p[0])) != 0;
}

khct_title_match khct_title_rest(const khct_titles *titles, khct_keyword keyword, khct_str text)
{
    char phrase[PHRASE];
    khct_str name = titles->names[keyword];
    if (!khct_title_may_go_on(titles, keyword, text))
        return (khct_title_match){KHCT_KEYWORD_NONE, false, 0};
    memcpy(phrase, name.p, name.n);
    return match_from(titles, phrase, name.n, text.p, text.p + text.n);
}

/* The words of one line up to its colon, folded into `phrase`; bytes of them in the text, 0: no
 * colon follows a few words. */
static size_t fold_label(char phrase[PHRASE], khct_str text)
{
    const char *p = text.p, *end = text.p + text.n;
    size_t n = 0, length;
    for (int words = 0; words < MAX_WORDS && p < end; words++) {
        if (!khct_in_word(khct_utf8_at(p, (size_t)(end - p), &length)) ||
            n + 1 + KHCT_FOLDED_WORD > PHRASE)
            return 0;
        if (n > 0)
            phrase[n++] = ' ';
        p = khct_fold_word(p, end, false, phrase + n);
        n += strlen(phrase + n);
        size_t here = (size_t)(p - text.p);
        p = skip_between(p, end, false);
        if (p < end && *p == ':')
            return here;
    }
    return 0;
}

khct_keyword khct_label_at(const khct_titles *titles, khct_block block, khct_str text,
                           size_t *length)
{
    char phrase[PHRASE];
    *length = fold_label(phrase, text);
    uint32_t row = *length == 0 ? KHCT_NONE : khct_map_get(&titles->labels, khct_str_of(phrase));
    for (size_t i = 0; row != KHCT_NONE && LABELS[row].fields[i] != KHCT_KEYWORD_NONE; i++)
        if (khct_place_of(block, LABELS[row].fields[i]) != NULL)
            return LABELS[row].fields[i];
    return KHCT_KEYWORD_NONE;
}

/* Bytes of `text` that spell the title's letters without marks, its words apart or together; 0:
 * none. */
static size_t spelt_bare(khct_str words, khct_str text)
{
    const char *w = words.p, *w_end = words.p + words.n;
    const char *p = text.p, *end = text.p + text.n;
    while (w < w_end) {
        char wanted[KHCT_FOLDED_WORD];
        const char *next = skip_between(khct_fold_word(w, w_end, true, wanted), w_end, false);
        if (next == w) /* a sign that stands in no title so far */
            return 0;
        w = next;
        for (const char *c = wanted; *c != '\0'; c++, p++) {
            char small = p < end && *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a')
                         : p < end                         ? *p
                                                           : '\0';
            if ((small == 'y' ? 'i' : small) != (*c == 'y' ? 'i' : *c))
                return 0;
        }
        if (w < w_end)
            p = skip_between(p, end, false);
    }
    size_t length;
    bool ends =
        p >= end || (*p != '_' && !khct_in_word(khct_utf8_at(p, (size_t)(end - p), &length)));
    return ends ? (size_t)(p - text.p) : 0;
}

khct_keyword khct_title_bare(khct_block block, khct_str text, size_t *length)
{
    khct_keyword best = KHCT_KEYWORD_NONE;
    *length = 0;
    for (size_t i = 0; i < TITLE_COUNT; i++) {
        size_t n = spelt_bare(unbracketed(khct_str_of(TITLES[i].words)), text);
        for (size_t k = 0; n > *length && k < MAX_FIELDS; k++)
            if (khct_place_of(block, TITLES[i].fields[k]) != NULL) {
                best = TITLES[i].fields[k];
                *length = n;
            }
    }
    return best;
}

static khct_keyword short_of(khct_block block, const char *letters)
{
    for (size_t i = 0; i < sizeof SHORTS / sizeof *SHORTS; i++)
        if (strcmp(SHORTS[i].letters, letters) == 0 &&
            khct_place_of(block, SHORTS[i].block) != NULL)
            return SHORTS[i].block;
    return KHCT_KEYWORD_NONE;
}

khct_keyword khct_title_short(khct_block block, khct_str text, size_t *length)
{
    enum { PARTS = 3 };
    char letters[PARTS * KHCT_FOLDED_WORD];
    const char *p = text.p, *end = text.p + text.n;
    khct_keyword found = KHCT_KEYWORD_NONE;
    size_t n = 0;
    for (int i = 0; i < PARTS && found == KHCT_KEYWORD_NONE; i++) {
        size_t more;
        const char *after = khct_fold_letters(p, end, true, letters + n, &more); /* TC1.10 */
        if (after == p)
            break;
        n += more;
        *length = (size_t)(after - text.p);
        found = short_of(block, letters);
        p = after < end && strchr("/. ", *after) != NULL ? after + 1 : end;
    }
    bool sign = found != KHCT_KEYWORD_NONE && *length + 1 < text.n &&
                strchr(".:-", text.p[*length]) != NULL;
    if (sign && khct_is_digit(text.p[*length + 1])) /* TC.1.1 */
        ++*length;
    return found;
}
