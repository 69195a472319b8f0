/* A piece of text that somebody else owns: UTF-8 bytes, not ended by NUL. */
#ifndef KHCT_TEXT_STR_H
#define KHCT_TEXT_STR_H

#include "text/arena.h"
#include "text/each.h"

#include <string.h>

typedef struct khct_str {
    const char *p;
    size_t n; /* bytes */
} khct_str;

/* A list of texts. */
typedef KHCT_VEC(khct_str) khct_strs;

/* A literal as text: KHCT_STR("mức"). */
#define KHCT_STR(literal) ((khct_str){(literal), sizeof(literal) - 1})

/* For printf: `printf("%.*s", KHCT_ARG(s))`. */
#define KHCT_ARG(s) (int)(s).n, (s).p

static inline khct_str khct_str_of(const char *c)
{
    return (khct_str){c, strlen(c)};
}

static inline bool khct_str_eq(khct_str a, khct_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool khct_str_is(khct_str a, const char *c)
{
    return khct_str_eq(a, khct_str_of(c));
}

/* Byte order; for sorting. Negative, 0 or positive. */
int khct_str_cmp(khct_str a, khct_str b);

bool khct_str_starts(khct_str s, const char *prefix);
bool khct_str_ends(khct_str s, const char *suffix);

/* Position of `needle` in `s`, or s.n when it is not there. */
size_t khct_str_find(khct_str s, khct_str needle);

/* Bytes up to the end of the last `sign` in `s`; 0 where there is none. */
static inline size_t khct_str_through_last(khct_str s, char sign)
{
    size_t n = s.n;
    while (n > 0 && s.p[n - 1] != sign)
        n--;
    return n;
}

/* True for 0 to 9. */
static inline bool khct_is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

/* True for a letter or digit of ASCII. */
static inline bool khct_is_ascii_word(int32_t c)
{
    return khct_is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* True where such a digit stands at byte `at`, which may be the end or after it. */
static inline bool khct_digit_at(khct_str s, size_t at)
{
    return at < s.n && khct_is_digit(s.p[at]);
}

/* How often `sign` stands in it. */
size_t khct_str_times(khct_str s, char sign);

/* What stands in *rest before the next `sign`; *rest is then what stands after that. Without one:
 * all of it, and nothing is left. */
khct_str khct_str_cut(khct_str *rest, char sign);

/* The part from byte `begin` to byte `end`. */
static inline khct_str khct_str_sub(khct_str s, size_t begin, size_t end)
{
    return (khct_str){s.p + begin, end - begin};
}

/* khct_list_sign of a text that begins with no ASCII. */
size_t khct_list_sign_of_word(khct_str s);

/* Bytes of the sign that begins a list item ("-", "–", "•", "*", "+", and those that Word sets; its
 * "o" is one, of the font Courier New) at the beginning of the text, or 0. It is one only where a
 * blank and something more follow on its line. */
static inline size_t khct_list_sign(khct_str s)
{
    switch (s.n > 0 ? s.p[0] : '\0') {
    case '-':
    case '*':
    case '+':
    case 'o': return 1;
    case '\xC2':
    case '\xE2':
    case '\xEF': return khct_list_sign_of_word(s);
    default: return 0;
    }
}

/* Bytes of the white space at byte `at`: a blank, a tab, a line end, or U+00A0; 0: none, or the
 * end. The one definition of it; what counts within a line is khct_blank_at. */
static inline size_t khct_space_at(khct_str s, size_t at)
{
    if (at >= s.n)
        return 0;
    char c = s.p[at];
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    return c == '\xC2' && at + 1 < s.n && s.p[at + 1] == '\xA0' ? 2 : 0;
}

/* Bytes of the white space at byte `at` that ends no line. */
static inline size_t khct_blank_at(khct_str s, size_t at)
{
    return at < s.n && s.p[at] == '\n' ? 0 : khct_space_at(s, at);
}

/* Bytes of the white space that ends before byte `at`; 0: none. */
static inline size_t khct_space_before(khct_str s, size_t at)
{
    if (at > 1 && khct_space_at(s, at - 2) == 2)
        return 2;
    return at > 0 && khct_space_at(s, at - 1) == 1 ? 1 : 0;
}

/* True for a code point that parts the words of a value: white space, and what a word processor
 * leaves there: blanks of other widths, and signs that are not seen (U+200B, U+FEFF). */
static inline bool khct_parts_words(int32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x202F ||
           (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

/* True where the `#` at byte `at` begins a comment, to the end of its line: white space or nothing
 * follows, and before it on its line stands nothing or a sign with which the line could end (`;`
 * `<` `>` `,`). `line`: the text begins a line. `file`: `\` makes a sign text. The one judgement of
 * it. */
bool khct_begins_comment(khct_str text, size_t at, bool line, bool file);

_Static_assert((char)0x80 < 0, "a byte of no ASCII is below ' ': build with -fsigned-char");

/* Without the white space at both ends. */
khct_str khct_str_trim_ends(khct_str s);

static inline khct_str khct_str_trim(khct_str s)
{
    bool letters = s.n > 0 && s.p[0] > ' ' && s.p[s.n - 1] > ' '; /* of ASCII */
    return letters ? s : khct_str_trim_ends(s);
}

/* A copy in the arena; khct_cstr ends it with NUL (NULs inside stay). */
khct_str khct_str_copy(khct_arena *arena, khct_str s);
char *khct_cstr(khct_arena *arena, khct_str s);

/* Text put together from `count` pieces. */
khct_str khct_str_join(khct_arena *arena, const khct_str *pieces, size_t count);

/* The items with something between each two. */
khct_str khct_str_list(khct_arena *arena, const khct_strs *items, khct_str between);

/* "a" followed by "b". */
khct_str khct_str_cat(khct_arena *arena, khct_str a, khct_str b);

/* As a part of an address: ASCII letters, digits and the signs of `plain` as they are, each other
 * byte as `%0A`. */
khct_str khct_percent(khct_arena *arena, khct_str text, const char *plain);

/* Text put together from up to sixteen pieces, each by its type: a khct_str, a string of C, or
 * anything else, which is a number.
 *
 *     KHCT_JOIN(arena, "tiêu chí ", criterion->code, ", mức ", level)
 */
#ifdef __cppcheck__ /* it cannot read _Generic in a list of expressions */
khct_str khct_join_checked(khct_arena *arena, ...);
#define KHCT_JOIN(arena, ...) khct_join_checked(arena, __VA_ARGS__)
#else
#define KHCT_JOIN(arena, ...)                                                                      \
    khct_str_join(arena, (khct_str[]){KHCT_EACH(KHCT_JOIN_ONE, arena, __VA_ARGS__)},               \
                  KHCT_COUNT(__VA_ARGS__))
#endif
#define KHCT_JOIN_ONE(arena, x)                                                                    \
    _Generic((x), khct_str : khct_join_str, char * : khct_join_cstr, const char * : khct_join_cstr, \
             size_t : khct_str_count, default : khct_str_number)(arena, x)

/* Adds pieces to a list of texts, each by its type likewise. */
#ifdef __cppcheck__
void khct_add_checked(khct_arena *arena, khct_strs *list, ...);
#define KHCT_ADD(arena, list, ...) khct_add_checked(arena, list, __VA_ARGS__)
#else
#define KHCT_ADD(arena, list, ...)                                                                 \
    khct_strs_add(arena, list, (khct_str[]){KHCT_EACH(KHCT_JOIN_ONE, arena, __VA_ARGS__)},         \
                  KHCT_COUNT(__VA_ARGS__))
#endif
void khct_strs_add(khct_arena *arena, khct_strs *list, const khct_str *pieces, size_t count);

static inline khct_str khct_join_str(const khct_arena *arena, khct_str s)
{
    (void)arena;
    return s;
}
static inline khct_str khct_join_cstr(const khct_arena *arena, const char *c)
{
    (void)arena;
    return khct_str_of(c);
}

/* Writes the digits of a number so that they end before `end`, where there is room for KHCT_DIGITS;
 * returns where they begin. */
enum { KHCT_DIGITS = 24 };
char *khct_digits(char *end, unsigned long long number);

/* A whole number in decimal. */
khct_str khct_str_number(khct_arena *arena, long long number);

static inline khct_str khct_str_count(khct_arena *arena, size_t count)
{
    return khct_str_number(arena, (long long)count);
}

/* A hash of the bytes, for tables in memory. The salt is an arena's: no plan can be written whose
 * words all have one hash, as nobody knows the salt of the run that will read it. Nothing that is
 * written may depend on a hash. */
uint64_t khct_str_hash(khct_str s, uint64_t salt);

/* A step of it: both halves of the product. */
static inline uint64_t khct_hash_step(uint64_t hash, uint64_t salt)
{
#ifdef __SIZEOF_INT128__
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)hash * salt;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
    uint64_t low = (uint32_t)hash * (salt >> 32), high = (hash >> 32) * (uint32_t)salt;
    return hash * salt ^ (hash >> 32) * (salt >> 32) ^ low >> 32 ^ high >> 32;
#endif
}

#endif
