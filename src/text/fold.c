#include "text/fold.h"

#include "text/utf8.h"

#include <utf8proc.h>

/* A letter taken apart: its base in lower case, a mark that makes another letter, a tone. */
typedef struct letter {
    int32_t base;
    char shape; /* '^' â ê ô, '(' ă, '+' ơ ư, '-' đ, or 0 */
    char tone;  /* '1' huyền to '5' nặng, or 0 */
} letter;

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

static letter take_apart(int32_t c)
{
    letter l = {utf8proc_tolower(c), 0, 0};
    if (c < 0x80)
        return l;
    if (l.base == 0x111)
        return (letter){'d', '-', 0};
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
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return is_mark(c) || khct_is_letter(c);
}

static void put(char *text, size_t *n, int32_t c)
{
    if (text == NULL || *n + 5 >= KHCT_FOLDED_WORD)
        return;
    char bytes[4];
    size_t length = khct_utf8_put(c, bytes);
    memcpy(text + *n, bytes, length);
    *n += length;
}

const char *khct_fold_word(const char *p, const char *end, char folded[KHCT_FOLDED_WORD],
                           char bare[KHCT_FOLDED_WORD])
{
    size_t nf = 0, nb = 0;
    char tone = 0;
    while (p < end) {
        size_t length;
        int32_t c = khct_utf8_at(p, (size_t)(end - p), &length);
        if (!khct_in_word(c))
            break;
        letter l = {0, 0, 0};
        if (is_mark(c))
            add_mark(&l, c);
        else
            l = take_apart(c);
        if (l.base == 'y')
            l.base = 'i';
        if (l.base != 0) {
            put(folded, &nf, l.base);
            put(bare, &nb, l.base);
        }
        if (l.shape != 0)
            put(folded, &nf, l.shape);
        if (l.tone != 0)
            tone = l.tone;
        p += length;
    }
    if (tone != 0)
        put(folded, &nf, tone);
    if (folded != NULL)
        folded[nf] = '\0';
    if (bare != NULL)
        bare[nb] = '\0';
    return p;
}

static khct_str fold_text(khct_arena *arena, khct_str text, bool without_marks)
{
    if (text.n > SIZE_MAX / 4)
        khct_arena_fail(arena);
    char *result = khct_alloc_bytes(arena, text.n * 3 + 1);
    size_t n = 0;
    const char *p = text.p, *end = text.p + text.n;
    while (p < end) {
        size_t length;
        if (!khct_in_word(khct_utf8_at(p, (size_t)(end - p), &length))) {
            p += length;
            continue;
        }
        char word[KHCT_FOLDED_WORD];
        p = without_marks ? khct_fold_word(p, end, NULL, word) : khct_fold_word(p, end, word, NULL);
        size_t k = strlen(word);
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
