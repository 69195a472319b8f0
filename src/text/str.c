#include "text/str.h"

int khct_str_cmp(khct_str a, khct_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n == 0 ? 0 : memcmp(a.p, b.p, n);
    if (order != 0)
        return order;
    return a.n < b.n ? -1 : a.n > b.n;
}

bool khct_str_starts(khct_str s, const char *prefix)
{
    size_t n = strlen(prefix);
    return s.n >= n && memcmp(s.p, prefix, n) == 0;
}

bool khct_str_ends(khct_str s, const char *suffix)
{
    size_t n = strlen(suffix);
    return s.n >= n && memcmp(s.p + s.n - n, suffix, n) == 0;
}

size_t khct_str_find(khct_str s, khct_str needle)
{
    if (needle.n == 0)
        return 0;
    size_t at = 0;
    while (s.n - at >= needle.n) {
        const char *hit = memchr(s.p + at, needle.p[0], s.n - at - needle.n + 1);
        if (hit == NULL)
            return s.n;
        at = (size_t)(hit - s.p);
        if (memcmp(hit, needle.p, needle.n) == 0)
            return at;
        at++;
    }
    return s.n;
}

size_t khct_str_times(khct_str s, char sign)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == sign;
    return n;
}

khct_str khct_str_cut(khct_str *rest, char sign)
{
    const char *hit = rest->n == 0 ? NULL : memchr(rest->p, sign, rest->n);
    size_t n = hit == NULL ? rest->n : (size_t)(hit - rest->p);
    khct_str part = khct_str_sub(*rest, 0, n);
    *rest = khct_str_sub(*rest, hit == NULL ? n : n + 1, rest->n);
    return part;
}

khct_str khct_percent(khct_arena *arena, khct_str text, const char *plain)
{
    enum { WIDTH = 3 };
    static const char HEX[] = "0123456789ABCDEF";
    char *coded = khct_alloc_array(arena, text.n + 1, WIDTH), *p = coded;
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (khct_is_ascii_word(c) || (c != '\0' && strchr(plain, c) != NULL)) {
            *p++ = (char)c;
            continue;
        }
        const char three[WIDTH] = {'%', HEX[c >> 4], HEX[c & 15]};
        memcpy(p, three, WIDTH);
        p += WIDTH;
    }
    return (khct_str){coded, (size_t)(p - coded)};
}

/* The signs that Word sets before the items of a list, as they arrive in a text. */
static const char *const BULLETS[] = {
    "–", "•", "—", "‒",   "−",   "‣", "⁃", "∙", "●", "○", "◦", "▪", "▫", "■", "□", "◆",  "◇", "♦",
    "❖", "➢", "➤", "➔",   "►",   "▶", "▸", "✓", "✔", "★", "☆", "✦", "✧", "❑", "❒", "·",  "¤", "‐",
    "‑", "―", "⦁", "⮚", "⮞", "➣", "➜", "➧", "◾", "◽", "◉", "⚫", "☐", "☑", "✅", "・", "･"};

static size_t bullet(khct_str s)
{
    for (size_t i = 0; i < sizeof BULLETS / sizeof *BULLETS; i++)
        if (khct_str_starts(s, BULLETS[i]))
            return strlen(BULLETS[i]);
    return 0;
}

/* A character of the fonts Symbol and Wingdings, which have no letters: U+F020 to U+F0FF. */
static size_t symbol(khct_str s)
{
    bool is = s.n > 2 && s.p[0] == '\xEF' && (unsigned char)s.p[1] >= 0x80 &&
              (unsigned char)s.p[1] <= 0x83 && (s.p[1] != '\x80' || (unsigned char)s.p[2] >= 0xA0);
    return is ? 3 : 0;
}

size_t khct_list_sign_of_word(khct_str s)
{
    size_t n = bullet(s);
    return n > 0 ? n : symbol(s);
}

/* An odd number of `\` stands before the sign at `at`, and it is one that they can escape. */
static bool is_escaped(khct_str text, size_t at)
{
    size_t begin = at;
    while (begin > 0 && text.p[begin - 1] == '\\')
        begin--;
    return (at - begin) % 2 == 1 && text.p[at] != ',' && text.p[at] != '\n';
}

bool khct_begins_comment(khct_str text, size_t at, bool line, bool file)
{
    size_t width;
    if (at + 1 < text.n && khct_space_at(text, at + 1) == 0)
        return false;
    while (at > 0 && text.p[at - 1] != '\n' && (width = khct_space_before(text, at)) > 0)
        at -= width;
    if (at == 0)
        return line;
    return strchr("\n;<>,", text.p[at - 1]) != NULL && !(file && is_escaped(text, at - 1));
}

khct_str khct_str_trim_ends(khct_str s)
{
    size_t begin = 0, end = s.n, width;
    while ((width = khct_space_at(s, begin)) > 0)
        begin += width;
    while (end > begin && (width = khct_space_before(s, end)) > 0)
        end -= width;
    return khct_str_sub(s, begin, end);
}

khct_str khct_str_copy(khct_arena *arena, khct_str s)
{
    return (khct_str){khct_cstr(arena, s), s.n};
}

char *khct_cstr(khct_arena *arena, khct_str s)
{
    if (s.n == SIZE_MAX)
        khct_arena_fail(arena);
    char *copy = khct_alloc_bytes(arena, s.n + 1);
    if (s.n > 0)
        memcpy(copy, s.p, s.n);
    copy[s.n] = '\0';
    return copy;
}

khct_str khct_str_join(khct_arena *arena, const khct_str *pieces, size_t count)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].n > SIZE_MAX - n)
            khct_arena_fail(arena);
        n += pieces[i].n;
    }
    char *text = khct_alloc_bytes(arena, n), *end = text;
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].n > 0)
            memcpy(end, pieces[i].p, pieces[i].n);
        end += pieces[i].n;
    }
    return (khct_str){text, n};
}

void khct_strs_add(khct_arena *arena, khct_strs *list, const khct_str *pieces, size_t count)
{
    for (size_t i = 0; i < count; i++)
        khct_push(arena, list) = pieces[i];
}

khct_str khct_str_list(khct_arena *arena, const khct_strs *items, khct_str between)
{
    khct_str *pieces = khct_alloc_array(arena, 2 * items->n + 1, sizeof *pieces);
    for (size_t i = 0; i < items->n; i++) {
        pieces[2 * i] = items->at[i];
        pieces[2 * i + 1] = between;
    }
    return khct_str_join(arena, pieces, items->n > 0 ? 2 * items->n - 1 : 0);
}

khct_str khct_str_cat(khct_arena *arena, khct_str a, khct_str b)
{
    return khct_str_join(arena, (khct_str[]){a, b}, 2);
}

char *khct_digits(char *end, unsigned long long number)
{
    while (number >= 10) {
        *--end = (char)('0' + number % 10);
        number /= 10;
    }
    *--end = (char)('0' + number);
    return end;
}

khct_str khct_str_number(khct_arena *arena, long long number)
{
    char digits[KHCT_DIGITS], *end = digits + sizeof digits;
    char *begin =
        khct_digits(end, number < 0 ? 0 - (unsigned long long)number : (unsigned long long)number);
    if (number < 0)
        *--begin = '-';
    return khct_str_copy(arena, (khct_str){begin, (size_t)(end - begin)});
}

uint64_t khct_str_hash(khct_str s, uint64_t salt)
{
    uint64_t hash = s.n ^ salt, word = 0;
    const char *p = s.p;
    size_t n = s.n;
    for (; n > sizeof word; p += sizeof word, n -= sizeof word) {
        memcpy(&word, p, sizeof word);
        hash = khct_hash_step(hash ^ word, salt);
    }
    if (n >= 4) { /* the rest, some bytes of it twice */
        uint32_t halves[2];
        memcpy(halves, p, 4);
        memcpy(halves + 1, p + n - 4, 4);
        word = halves[0] | (uint64_t)halves[1] << 32;
    } else if (n > 0) {
        word = (unsigned char)p[0] | (uint64_t)(unsigned char)p[n / 2] << 8 |
               (uint64_t)(unsigned char)p[n - 1] << 16;
    }
    return khct_hash_step(hash ^ word, salt);
}
