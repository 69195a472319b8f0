#include "emit/khct/place.h"

khct_str khct_from_path_text(khct_arena *arena, const khct_from_path *at)
{
    if (at == NULL)
        return KHCT_STR("");
    khct_str up = khct_from_path_text(arena, at->up);
    khct_str own = at->key != NULL ? khct_str_copy(arena, khct_str_of(at->key))
                                   : khct_str_number(arena, (long long)at->index);
    return KHCT_JOIN(arena, up, "/", own);
}

/* --- stepping over JSON that is well formed --- */

static bool is_at(khct_str s, size_t at, char sign)
{
    return at < s.n && s.p[at] == sign;
}

static size_t after_blanks(khct_str s, size_t at)
{
    while (at < s.n && strchr(" \t\r\n", s.p[at]) != NULL)
        at++;
    return at;
}

static size_t after_string(khct_str s, size_t at)
{
    for (at++; at < s.n && s.p[at] != '"'; at++)
        at += s.p[at] == '\\';
    return at < s.n ? at + 1 : s.n;
}

static size_t after_value(khct_str s, size_t at)
{
    size_t depth = 0;
    do {
        if (is_at(s, at, '"')) {
            at = after_string(s, at);
            continue;
        }
        if (is_at(s, at, '{') || is_at(s, at, '['))
            depth++;
        else if (is_at(s, at, '}') || is_at(s, at, ']'))
            depth--;
        else if (depth == 0)
            while (at + 1 < s.n && strchr(",]} \t\r\n", s.p[at + 1]) == NULL)
                at++;
        at++;
    } while (depth > 0 && at < s.n);
    return at < s.n ? at : s.n;
}

/* The next member or element after the value at `at`; 0: that was the last. */
static size_t next_of(khct_str s, size_t at)
{
    at = after_blanks(s, after_value(s, at));
    return is_at(s, at, ',') ? after_blanks(s, at + 1) : 0;
}

/* The value of a key in the object at `at`, and the key itself; 0: there is none. */
static size_t member(khct_str s, size_t at, const char *key, khct_range *own)
{
    at = is_at(s, at, '{') ? after_blanks(s, at + 1) : 0;
    while (at > 0 && is_at(s, at, '"')) {
        size_t end = after_string(s, at);
        size_t value = after_blanks(s, after_blanks(s, end) + 1); /* the colon */
        *own = (khct_range){at, end};
        if (khct_str_is(khct_str_sub(s, at + 1, end - 1), key))
            return value;
        at = next_of(s, value);
    }
    return 0;
}

static size_t element(khct_str s, size_t at, size_t index)
{
    at = is_at(s, at, '[') ? after_blanks(s, at + 1) : 0;
    for (; at > 0 && index > 0; index--)
        at = next_of(s, at);
    return at;
}

/* Where the value at the path begins, or the last value on the way to it. */
static size_t find(khct_str s, const khct_from_path *at)
{
    if (at == NULL)
        return after_blanks(s, 0);
    khct_range ignored;
    size_t up = find(s, at->up);
    size_t found = at->key != NULL ? member(s, up, at->key, &ignored) : element(s, up, at->index);
    return found > 0 ? found : up;
}

khct_range khct_from_range(khct_str text, const khct_from_path *at, const char *key)
{
    size_t begin = find(text, at);
    khct_range own;
    if (key != NULL && member(text, begin, key, &own) > 0)
        return own;
    bool holds = is_at(text, begin, '{') || is_at(text, begin, '[');
    size_t end = holds ? begin + 1 : after_value(text, begin);
    return (khct_range){begin, end < text.n ? end : text.n};
}
