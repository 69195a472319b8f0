#include "text/fold.h"

#include "text/utf8.h"

#include <utf8proc.h>

typedef khct_letter letter;

#define LETTER(small) [small] = small, [(small) - 'a' + 'A'] = small
#define DIGIT(digit) [digit] = digit

const char KHCT_SMALL[256] = {
    LETTER('a'), LETTER('b'), LETTER('c'), LETTER('d'), LETTER('e'), LETTER('f'),
    LETTER('g'), LETTER('h'), LETTER('i'), LETTER('j'), LETTER('k'), LETTER('l'),
    LETTER('m'), LETTER('n'), LETTER('o'), LETTER('p'), LETTER('q'), LETTER('r'),
    LETTER('s'), LETTER('t'), LETTER('u'), LETTER('v'), LETTER('w'), LETTER('x'),
    LETTER('y'), LETTER('z'), DIGIT('0'),  DIGIT('1'),  DIGIT('2'),  DIGIT('3'),
    DIGIT('4'),  DIGIT('5'),  DIGIT('6'),  DIGIT('7'),  DIGIT('8'),  DIGIT('9'),
};

static void add_mark(letter *l, int32_t mark)
{
    switch (mark) {
    case 0x300: l->tone = '1'; break;
    case 0x301: l->tone = '2'; break;
    case 0x309: l->tone = '3'; break;
    case 0x303: l->tone = '4'; break;
    case 0x323: l->tone = '5'; break;
    case 0x302: l->shape = '^'; break;
    case 0x306: l->shape = '('; break;
    case 0x31B: l->shape = '+'; break;
    default: break;
    }
}

/* The letters of Vietnamese with their marks: those of U+1EA0 to U+1EF9, one row for capital and
 * small letter, and the older ones. Plain Vietnamese needs none of Unicode's tables. */
static const letter late[] = {
    {'a', 0, '5'},   {'a', 0, '3'},   {'a', '^', '2'}, {'a', '^', '1'}, {'a', '^', '3'},
    {'a', '^', '4'}, {'a', '^', '5'}, {'a', '(', '2'}, {'a', '(', '1'}, {'a', '(', '3'},
    {'a', '(', '4'}, {'a', '(', '5'}, {'e', 0, '5'},   {'e', 0, '3'},   {'e', 0, '4'},
    {'e', '^', '2'}, {'e', '^', '1'}, {'e', '^', '3'}, {'e', '^', '4'}, {'e', '^', '5'},
    {'i', 0, '3'},   {'i', 0, '5'},   {'o', 0, '5'},   {'o', 0, '3'},   {'o', '^', '2'},
    {'o', '^', '1'}, {'o', '^', '3'}, {'o', '^', '4'}, {'o', '^', '5'}, {'o', '+', '2'},
    {'o', '+', '1'}, {'o', '+', '3'}, {'o', '+', '4'}, {'o', '+', '5'}, {'u', 0, '5'},
    {'u', 0, '3'},   {'u', '+', '2'}, {'u', '+', '1'}, {'u', '+', '3'}, {'u', '+', '4'},
    {'u', '+', '5'}, {'y', 0, '1'},   {'y', 0, '5'},   {'y', 0, '3'},   {'y', 0, '4'},
};

static const letter early[0x20] = {
    [0x00] = {'a', 0, '1'}, [0x01] = {'a', 0, '2'}, [0x02] = {'a', '^', 0}, [0x03] = {'a', 0, '4'},
    [0x08] = {'e', 0, '1'}, [0x09] = {'e', 0, '2'}, [0x0A] = {'e', '^', 0}, [0x0C] = {'i', 0, '1'},
    [0x0D] = {'i', 0, '2'}, [0x12] = {'o', 0, '1'}, [0x13] = {'o', 0, '2'}, [0x14] = {'o', '^', 0},
    [0x15] = {'o', 0, '4'}, [0x19] = {'u', 0, '1'}, [0x1A] = {'u', 0, '2'}, [0x1D] = {'y', 0, '2'},
};

/* False for a letter that the tables above do not have. */
static bool is_vietnamese(int32_t c, letter *l)
{
    if (c >= 0x1EA0 && c <= 0x1EF9)
        *l = late[(c - 0x1EA0) / 2];
    else if (c >= 0xC0 && c <= 0xFF)
        *l = early[(c - 0xC0) & 0x1F];
    else if (c == 0x102 || c == 0x103)
        *l = (letter){'a', '(', 0};
    else if (c == 0x110 || c == 0x111)
        *l = (letter){'d', '-', 0};
    else if (c == 0x128 || c == 0x129)
        *l = (letter){'i', 0, '4'};
    else if (c == 0x168 || c == 0x169)
        *l = (letter){'u', 0, '4'};
    else if (c == 0x1A0 || c == 0x1A1)
        *l = (letter){'o', '+', 0};
    else if (c == 0x1AF || c == 0x1B0)
        *l = (letter){'u', '+', 0};
    return l->base != 0;
}

static letter take_apart(int32_t c)
{
    letter l = {0, 0, 0};
    if (c < 0x80) {
        l.base = c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
        return l;
    }
    if (is_vietnamese(c, &l))
        return l;
    l.base = utf8proc_tolower(c);
    utf8proc_int32_t parts[8];
    int last_class = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(l.base, parts, 8, UTF8PROC_DECOMPOSE, &last_class);
    if (n < 1 || n > 8)
        return l;
    l.base = parts[0];
    for (utf8proc_ssize_t i = 1; i < n; i++)
        add_mark(&l, parts[i]);
    return l;
}

static bool is_mark(int32_t c)
{
    return c >= 0x300 && c < 0x370;
}

bool khct_in_word(int32_t c)
{
    if (c < 0x80)
        return c >= 0 && KHCT_SMALL[c] != 0;
    /* Latin letters and the combining marks, but for × and ÷ */
    if ((c >= 0xC0 && c < 0x370) || (c >= 0x1E00 && c < 0x1F00))
        return c != 0xD7 && c != 0xF7 && !(c >= 0x2B0 && c < 0x300);
    return khct_is_letter(c);
}

const char *khct_take_letter(const char *p, const char *end, khct_letter *l)
{
    size_t length;
    int32_t c = khct_utf8_at(p, (size_t)(end - p), &length);
    *l = (letter){0, 0, 0};
    if (is_mark(c))
        add_mark(l, c);
    else if (c < 0x80)
        l->base = c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
    else if (!is_vietnamese(c, l))
        l->base = c;
    for (p += length; p < end; p += length) {
        c = khct_utf8_at(p, (size_t)(end - p), &length);
        if (!is_mark(c))
            break;
        add_mark(l, c);
    }
    return p;
}

/* The letter, digit or mark at `p`: its bytes, or 0 where no word goes on. Letters of Vietnamese in
 * NFC go the short way. */
static inline size_t letter_at(const char *p, const char *end, letter *l)
{
    const unsigned char *b = (const unsigned char *)p;
    if (*b < 0x80) {
        *l = (letter){KHCT_SMALL[*b], 0, 0};
        return l->base != 0;
    }
    if (*b == 0xE1 && end - p > 2 && (b[1] == 0xBA || b[1] == 0xBB)) {
        int32_t c = 0x1E00 | (b[1] & 0x03) << 6 | (b[2] & 0x3F);
        if (c >= 0x1EA0 && c <= 0x1EF9) {
            *l = late[(c - 0x1EA0) / 2];
            return 3;
        }
    }
    if (*b == 0xC3 && end - p > 1 && early[b[1] & 0x1F].base != 0) {
        *l = early[b[1] & 0x1F];
        return 2;
    }
    size_t length;
    int32_t c = khct_utf8_at(p, (size_t)(end - p), &length);
    if (!khct_in_word(c))
        return 0;
    *l = (letter){0, 0, 0};
    if (is_mark(c))
        add_mark(l, c);
    else
        *l = take_apart(c);
    return length;
}

static size_t put(char *text, size_t n, int32_t c)
{
    if (c >= 0x80)
        return n + khct_utf8_put(c, text + n);
    text[n] = (char)c;
    return n + 1;
}

/* A word up to its end, or up to a digit in it. */
static const char *fold(const char *p, const char *end, bool bare, bool digits,
                        char out[KHCT_FOLDED_WORD], size_t *n_out)
{
    enum { ROOM = 8, MOST = KHCT_FOLDED_WORD - ROOM }; /* a letter, its mark, the tone, the NUL */
    size_t n = 0, length;
    char tone = 0, small;
    letter l;
    for (; p < end; p += length) {
        length = 1;
        if ((small = KHCT_SMALL[(unsigned char)*p]) != 0) { /* most letters */
            if (small <= '9' && !digits)
                break;
            if (n < MOST)
                out[n++] = small == 'y' ? 'i' : small;
            continue;
        }
        if ((length = letter_at(p, end, &l)) == 0)
            break;
        if (l.tone != 0)
            tone = l.tone;
        if (n >= MOST)
            continue;
        if (l.base != 0)
            n = put(out, n, l.base == 'y' ? 'i' : l.base);
        if (l.shape != 0 && !bare)
            out[n++] = l.shape;
    }
    if (tone != 0 && !bare)
        out[n++] = tone;
    out[n] = '\0';
    *n_out = n;
    return p;
}

const char *khct_fold_word(const char *p, const char *end, bool bare, char folded[KHCT_FOLDED_WORD])
{
    size_t n;
    return fold(p, end, bare, true, folded, &n);
}

const char *khct_fold_letters(const char *p, const char *end, bool bare,
                              char folded[KHCT_FOLDED_WORD], size_t *n)
{
    return fold(p, end, bare, false, folded, n);
}

static khct_str fold_text(khct_arena *arena, khct_str text, bool without_marks)
{
    if (text.n > SIZE_MAX / 4)
        khct_arena_fail(arena);
    char *result = khct_alloc_bytes(arena, text.n * 3 + 1);
    size_t n = 0;
    if (text.n == 0) /* there may be no text: nothing is added to NULL */
        return (khct_str){result, 0};
    const char *p = text.p, *end = text.p + text.n;
    while (p < end) {
        size_t length;
        if (!khct_in_word(khct_utf8_at(p, (size_t)(end - p), &length))) {
            p += length;
            continue;
        }
        char word[KHCT_FOLDED_WORD];
        size_t k;
        p = fold(p, end, without_marks, true, word, &k);
        if (n > 0)
            result[n++] = ' ';
        memcpy(result + n, word, k);
        n += k;
    }
    return (khct_str){result, n};
}

khct_str khct_fold(khct_arena *arena, khct_str text)
{
    return fold_text(arena, text, false);
}

khct_str khct_fold_bare(khct_arena *arena, khct_str text)
{
    return fold_text(arena, text, true);
}
