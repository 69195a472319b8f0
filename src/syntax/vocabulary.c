#include "syntax/titles.h"

#include "syntax/begins.h"

#include "text/fold.h"
#include "text/utf8.h"

static const khct_keyword_row KEYWORDS[] = {
#define KHCT_KEYWORD(id, unmarked, marked, vi, en)                                                 \
    {unmarked, marked, sizeof(unmarked) - 1, {vi, en}},
#include "keywords.def"
    {"", "", 0, {"", ""}}, /* KHCT_KEYWORD_NONE: of an unknown word */
};

static const khct_block_row BLOCKS[] = {
#define KHCT_BLOCK(id, keyword, heading, example) {keyword, heading, example},
#include "keywords.def"
};

const khct_place KHCT_PLACES[] = {
#define KHCT_PLACE(block, keyword, how, type, times, opens)                                        \
    {KHCT_B_##block, KHCT_K_##keyword, KHCT_##how, KHCT_TYPE_##type, KHCT_##times, KHCT_B_##opens},
#include "keywords.def"
    {.block = KHCT_BLOCK_COUNT},
};

/* A name for each row, and the row's number + 1 by block and keyword. */
enum {
    PLACE_BEFORE_FIRST,
#define KHCT_PLACE(block, keyword, how, type, times, opens) PLACE_##block##_##keyword,
#include "keywords.def"
};

const uint16_t KHCT_PLACE_AT[KHCT_BLOCK_COUNT][KHCT_KEYWORD_NONE + 1] = {
#define KHCT_PLACE(block, keyword, how, type, times, opens)                                        \
    [KHCT_B_##block][KHCT_K_##keyword] = PLACE_##block##_##keyword,
#include "keywords.def"
};

/* With one for the beginning, as many states of reading them as there can be. */
enum {
    LETTERS_OF_ALL = 1
#define KHCT_KEYWORD(id, unmarked, marked, vi, en) +(sizeof(unmarked) - 1)
#include "keywords.def"
};

enum { PLACE_COUNT = sizeof KHCT_PLACES / sizeof KHCT_PLACES[0] - 1, MAX_WORDS = 4 };

const khct_keyword_row *khct_keyword_at(khct_keyword keyword)
{
    return &KEYWORDS[keyword];
}

const khct_block_row *khct_block_at(khct_block block)
{
    return &BLOCKS[block];
}

const khct_place *khct_places(size_t *count)
{
    *count = PLACE_COUNT;
    return KHCT_PLACES;
}

const khct_place *khct_first_place(khct_block block)
{
    const khct_place *place = KHCT_PLACES;
    while (place->block != block && place->block != KHCT_BLOCK_COUNT)
        place++;
    return place->block == block ? place : NULL;
}

const khct_place *khct_place_anywhere(khct_keyword keyword, khct_how how)
{
    for (size_t i = 0; i < PLACE_COUNT; i++)
        if (KHCT_PLACES[i].keyword == keyword && KHCT_PLACES[i].how == how)
            return &KHCT_PLACES[i];
    return NULL;
}

/* True where the keyword may begin an item in some block. */
static bool begins_item(khct_keyword keyword)
{
    for (size_t i = 0; i < PLACE_COUNT; i++)
        if (KHCT_PLACES[i].keyword == keyword)
            return true;
    return false;
}

/* The number of a letter or digit of ASCII, of either case, from 1; of any other byte 0, which
 * leads nowhere. */
static uint8_t letter_of(unsigned char c)
{
    char small = KHCT_SMALL[c];
    return (uint8_t)(small == 0 ? 0 : small <= '9' ? small - '0' + 1 : small - 'a' + 11);
}

/* A state for each row of letters that keywords begin with; from each, a letter leads to another.
 */
static void add_unmarked(khct_arena *arena, khct_vocabulary *v, khct_keyword keyword)
{
    size_t state = 0;
    for (const char *c = KEYWORDS[keyword].unmarked; *c != '\0'; c++) {
        uint16_t *next = &v->unmarked.at[state].next[letter_of((unsigned char)*c)];
        if (*next == 0) {
            *next = (uint16_t)v->unmarked.n;
            khct_push(arena, &v->unmarked).keyword = KHCT_KEYWORD_NONE;
        }
        state = *next;
    }
    v->unmarked.at[state].keyword = keyword;
}

/* The letters at the beginning of the text that unmarked keywords begin with: how many, and the
 * keyword that they are; KHCT_KEYWORD_NONE: none. */
static size_t unmarked_at(const khct_vocabulary *v, khct_str text, khct_keyword *keyword)
{
    const khct_letters *state = v->unmarked.at;
    size_t n = 0;
    for (size_t next; n < text.n; n++) {
        if ((next = state->next[v->letter[(unsigned char)text.p[n]]]) == 0)
            break;
        state = &v->unmarked.at[next];
    }
    *keyword = state->keyword;
    return n;
}

khct_keyword khct_keyword_named(const khct_vocabulary *v, khct_str word)
{
    khct_keyword keyword;
    return unmarked_at(v, word, &keyword) == word.n ? keyword : KHCT_KEYWORD_NONE;
}

khct_vocabulary *khct_vocabulary_new(khct_arena *arena)
{
    khct_vocabulary *v = khct_alloc(arena, sizeof *v);
    v->titles = khct_titles_new(arena, &v->first);
    for (size_t i = PLACE_COUNT; i-- > 0;) /* backwards: the first row stays */
        v->anywhere[KHCT_PLACES[i].keyword][KHCT_PLACES[i].how] = &KHCT_PLACES[i];
    for (unsigned c = 0; c < sizeof v->letter; c++)
        v->letter[c] = letter_of((unsigned char)c);
    v->unmarked.capacity = LETTERS_OF_ALL;
    v->unmarked.at = khct_alloc_array(arena, v->unmarked.capacity, sizeof *v->unmarked.at);
    khct_push(arena, &v->unmarked).keyword = KHCT_KEYWORD_NONE;
    for (uint32_t k = 0; k < KHCT_KEYWORD_NONE; k++) {
        if (!begins_item(k))
            continue;
        khct_str marked = khct_fold(arena, khct_str_of(KEYWORDS[k].marked));
        add_unmarked(arena, v, k);
        khct_map_put(arena, &v->marked, marked, k);
        khct_map_put(arena, &v->first, khct_str_cut(&marked, ' '), k);
    }
    return v;
}

static bool word_ends(khct_str text, size_t at)
{
    size_t length;
    if (at >= text.n)
        return true;
    if (text.p[at] == ' ' || text.p[at] == '\n')
        return true;
    if (text.p[at] == '_')
        return false;
    return !khct_in_word(khct_utf8_at(text.p + at, text.n - at, &length));
}

static khct_match better(khct_match old, khct_match new, khct_block block)
{
    if (old.keyword == KHCT_KEYWORD_NONE)
        return new;
    bool old_here = khct_place_of(block, old.keyword) != NULL;
    bool new_here = khct_place_of(block, new.keyword) != NULL;
    if (old_here != new_here)
        return new_here ? new : old;
    return new.length > old.length ? new : old;
}

/* Skips spaces inside a phrase (no line end). */
static const char *skip_blanks(const char *p, const char *end)
{
    size_t width;
    while ((width = khct_blank_at((khct_str){p, (size_t)(end - p)}, 0)) > 0)
        p += width;
    return p;
}

static khct_match match_marked(const khct_vocabulary *v, khct_block block, khct_str text,
                               khct_match best)
{
    char phrase[MAX_WORDS * KHCT_FOLDED_WORD];
    size_t n = 0;
    const char *p = text.p, *end = text.p + text.n;
    for (int words = 0; words < MAX_WORDS && p < end; words++) {
        size_t length;
        if (!khct_in_word(khct_utf8_at(p, (size_t)(end - p), &length)))
            break;
        if (n > 0)
            phrase[n++] = ' ';
        p = khct_fold_word(p, end, false, phrase + n);
        n += strlen(phrase + n);
        khct_str key = {phrase, n};
        uint32_t found = khct_map_get(&v->marked, key);
        size_t here = (size_t)(p - text.p);
        if (found != KHCT_NONE && word_ends(text, here))
            best = better(best, (khct_match){(khct_keyword)found, true, false, here}, block);
        p = skip_blanks(p, end);
    }
    return best;
}

/* True where what follows cannot be more of a sentence: a colon, two blanks, a capital letter, a
 * digit, a list. Line ends say nothing, as a value may be wrapped. */
static bool stands_apart(khct_str text, size_t at)
{
    size_t begin = at;
    bool line = false;
    for (; at < text.n && strchr(" \t\r\n", text.p[at]) != NULL; at++)
        line = line || text.p[at] == '\n';
    khct_str after = khct_str_sub(text, at, text.n);
    return after.n == 0 || (!line && at - begin > 1) || khct_shows_keyword(after) ||
           (line && khct_list_sign(after) > 0 && after.p[0] != 'o');
}

/* The first letter after the keyword is a small one: a value begins with a capital. */
static bool goes_on_small(khct_str text, size_t at)
{
    size_t length;
    while (at < text.n && strchr(" \t", text.p[at]) != NULL)
        at++;
    return at < text.n &&
           !khct_is_capital_or_digit(khct_utf8_at(text.p + at, text.n - at, &length));
}

/* A title of a column, where it says more than the keyword that was found; the first words of one
 * only before a colon. In a field of text, what goes on after it may be a sentence that only
 * begins like the title. */
static khct_match match_title(const khct_vocabulary *v, khct_block block, khct_str text,
                              khct_match found)
{
    khct_title_match title = khct_title_at(v->titles, text);
    size_t after = title.length;
    while (after < text.n && text.p[after] == ' ')
        after++;
    bool colon = after < text.n && text.p[after] == ':';
    if (title.keyword == KHCT_KEYWORD_NONE || title.length <= found.length ||
        !word_ends(text, title.length) || (!title.whole && !colon))
        return found;
    const khct_place *place = khct_place_of(block, title.keyword);
    bool prose = place == NULL || place->type == KHCT_TYPE_TEXT;
    bool begins = found.keyword != KHCT_KEYWORD_NONE && found.length < title.length;
    if (begins && !colon &&
        (!goes_on_small(text, found.length) || (prose && !stands_apart(text, title.length))))
        return found;
    return better(found, (khct_match){title.keyword, true, true, title.length}, block);
}

/* True where the first word is that of a marked form or a title. */
static bool may_begin(const khct_vocabulary *v, khct_str text)
{
    char word[KHCT_FOLDED_WORD];
    size_t length;
    if (text.n == 0 || !khct_in_word(khct_utf8_at(text.p, text.n, &length)))
        return false;
    khct_fold_word(text.p, text.p + text.n, false, word);
    return khct_map_get(&v->first, khct_str_of(word)) != KHCT_NONE;
}

khct_match khct_keyword_match(const khct_vocabulary *v, khct_block block, khct_str text)
{
    khct_match match = {KHCT_KEYWORD_NONE, false, false, 0};
    khct_keyword unmarked;
    size_t n = unmarked_at(v, text, &unmarked);
    if (unmarked != KHCT_KEYWORD_NONE && word_ends(text, n))
        return (khct_match){unmarked, false, false, n}; /* no marked form begins with one */
    if (!may_begin(v, text))
        return match;
    return match_title(v, block, text, match_marked(v, block, text, match));
}

bool khct_keyword_here(const khct_vocabulary *v, khct_keyword keyword, khct_str text,
                       size_t *length)
{
    (void)v;
    const khct_keyword_row *row = &KEYWORDS[keyword];
    size_t n = 0;
    while (n < row->length && n < text.n &&
           KHCT_SMALL[(unsigned char)text.p[n]] == row->unmarked[n])
        n++;
    if (n == row->length && word_ends(text, n)) {
        *length = n;
        return true;
    }
    const char *p = text.p, *end = text.p + text.n;
    const char *m = KEYWORDS[keyword].marked, *m_end = m + strlen(m);
    while (m < m_end) {
        char wanted[KHCT_FOLDED_WORD], got[KHCT_FOLDED_WORD];
        m = skip_blanks(khct_fold_word(m, m_end, false, wanted), m_end);
        const char *after = khct_fold_word(p, end, false, got);
        if (after == p || strcmp(wanted, got) != 0)
            return false;
        p = m < m_end ? skip_blanks(after, end) : after;
    }
    *length = (size_t)(p - text.p);
    return word_ends(text, *length);
}

/* Edits (insert, delete, replace, swap neighbours) between two short words; at most `most` + 1. */
static size_t edits_between(const char *a, size_t na, const char *b, size_t nb, size_t most)
{
    enum { LONGEST = 40 };
    size_t rows[3][LONGEST + 1];
    if (na > LONGEST || nb > LONGEST || (na > nb ? na - nb : nb - na) > most)
        return most + 1;
    for (size_t j = 0; j <= nb; j++)
        rows[1][j] = j;
    for (size_t i = 1; i <= na; i++) {
        const size_t *two = rows[(i + 2) % 3], *one = rows[i % 3];
        size_t *now = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= nb; j++) {
            size_t cost = one[j - 1] + (a[i - 1] != b[j - 1]);
            if (one[j] + 1 < cost)
                cost = one[j] + 1;
            if (now[j - 1] + 1 < cost)
                cost = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                two[j - 2] + 1 < cost)
                cost = two[j - 2] + 1;
            now[j] = cost;
        }
    }
    return rows[(na + 1) % 3][nb];
}

/* The first `words` words of the text without marks and spaces; their bytes in *length. */
static size_t bare_words(khct_str text, int words, char bare[3 * KHCT_FOLDED_WORD], size_t *length)
{
    size_t n = 0;
    const char *p = text.p, *end = text.p + text.n;
    for (int i = 0; i < words; i++) {
        if (i > 0)
            p = skip_blanks(p, end);
        size_t letters;
        const char *after = khct_fold_letters(p, end, true, bare + n, &letters); /* tieuchi1.1 */
        if (after == p)
            return 0;
        n += letters;
        p = after;
    }
    *length = (size_t)(p - text.p);
    return n;
}

/* The length. */
static size_t bare_keyword(khct_keyword k, char bare[32])
{
    size_t n = 0;
    for (const char *c = KEYWORDS[k].unmarked; *c != '\0' && n < 31; c++)
        bare[n++] = *c == 'y' ? 'i' : *c;
    bare[n] = '\0';
    return n;
}

khct_keyword khct_keyword_near(khct_block block, khct_str text, size_t *length, size_t *edits)
{
    khct_keyword best = KHCT_KEYWORD_NONE;
    size_t best_rank = SIZE_MAX;
    for (int words = 1; words <= 3; words++) {
        char bare[3 * KHCT_FOLDED_WORD];
        size_t here = 0, n = bare_words(text, words, bare, &here);
        if (n < 2)
            continue;
        for (size_t i = 0; i < PLACE_COUNT; i++) {
            khct_keyword k = KHCT_PLACES[i].keyword;
            bool allowed = KHCT_PLACES[i].block == block;
            char wanted[32];
            size_t wanted_n = bare_keyword(k, wanted), most = wanted_n < 3               ? 0
                                                              : wanted_n < 6 || !allowed ? 1
                                                                                         : 2;
            size_t distance = edits_between(bare, n, wanted, wanted_n, most);
            size_t rank = distance * 4 + (allowed ? 0 : 2) + (words == 1);
            if (distance > most || rank >= best_rank)
                continue;
            best = k;
            best_rank = rank;
            *length = here;
            *edits = distance;
        }
    }
    return best;
}
