#include "text/json.h"

/* Deeper than that nothing is indented further; ROOM holds what stands between two values. */
enum { DEEPEST = 64, CHUNK = 32, ROOM = 2 * DEEPEST + CHUNK };

/* Whatever stands between two values is a piece of this. Copies of a fixed size cost less than
 * those of the right size: what is too much is written over by what comes next. */
#define SIXTEEN "                "
static const char SPACES[] =
    ",\n" SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN;

khct_json_writer khct_json_writer_of(khct_out *out, bool pretty)
{
    return (khct_json_writer){.out = out, .pretty = pretty, .first = true};
}

/* After the depth changed, or `flat`. */
static inline void measure(khct_json_writer *w)
{
    size_t depth = w->depth < DEEPEST ? w->depth : DEEPEST;
    w->line = w->pretty && w->flat == 0 ? 1 + 2 * depth : 0;
}

/* Copies the spaces from byte `from` to byte `to`. */
static inline size_t put_spaces(char *p, size_t from, size_t to)
{
    size_t n = to - from;
    memcpy(p, SPACES + from, CHUNK);
    for (size_t at = CHUNK; at < n; at += CHUNK)
        memcpy(p + at, SPACES + from + at, CHUNK);
    return n;
}

/* What stands between the value before and this one, at `p`; how many bytes. */
static inline size_t between(khct_json_writer *w, char *p)
{
    bool first = w->first;
    w->first = false;
    if (w->flat > 0 && w->pretty && !first) {
        memcpy(p, ", ", 2);
        return 2;
    }
    return put_spaces(p, first, 1 + w->line);
}

/* Room for a value of at most n bytes with what stands before it: where the value goes. */
static inline char *value_room(khct_json_writer *w, size_t n)
{
    char *p = khct_out_room(w->out, ROOM + n);
    if (w->keyed) {
        w->keyed = false;
    } else if (w->depth > 0) {
        size_t before = between(w, p);
        khct_out_took(w->out, before);
        p += before;
    }
    return p;
}

static void begin(khct_json_writer *w, char sign)
{
    *value_room(w, 1) = sign;
    khct_out_took(w->out, 1);
    w->depth++;
    w->first = true;
    measure(w);
}

static void end(khct_json_writer *w, char sign)
{
    char *p = khct_out_room(w->out, ROOM);
    size_t n = 0;
    w->depth--;
    measure(w);
    if (!w->first)
        n = put_spaces(p, 1, 1 + w->line);
    p[n++] = sign;
    khct_out_took(w->out, n);
    w->first = false;
}

khct_json_made_key khct_json_make_key(const khct_json_writer *w, const char *name)
{
    khct_json_made_key key = {0};
    size_t n = strlen(name);
    key.text[0] = '"';
    memcpy(key.text + 1, name, n);
    memcpy(key.text + 1 + n, "\": ", 3);
    key.n = (uint8_t)(n + 3 + w->pretty);
    return key;
}

/* Apart, so that the way that is always taken has nothing to keep for this one. */
static __attribute__((noinline)) void put_key_after_flush(khct_json_writer *w,
                                                          const khct_json_made_key *key)
{
    khct_out_flush(w->out);
    khct_json_put_key(w, key);
}

void khct_json_put_key(khct_json_writer *w, const khct_json_made_key *key)
{
    if (w->out->n > sizeof w->out->buffer - ROOM - sizeof key->text) {
        put_key_after_flush(w, key);
        return;
    }
    char *p = w->out->buffer + w->out->n;
    size_t n = between(w, p);
    memcpy(p + n, key->text, sizeof key->text);
    khct_out_took(w->out, n + key->n);
    w->keyed = true;
}

void khct_json_key(khct_json_writer *w, khct_str key)
{
    khct_json_text(w, key);
    khct_out_bytes(w->out, ": ", 1 + (size_t)w->pretty);
    w->keyed = true;
}

void khct_json_object(khct_json_writer *w)
{
    begin(w, '{');
}

void khct_json_end_object(khct_json_writer *w)
{
    end(w, '}');
}

void khct_json_list(khct_json_writer *w)
{
    begin(w, '[');
}

void khct_json_end_list(khct_json_writer *w)
{
    end(w, ']');
}

void khct_json_row(khct_json_writer *w)
{
    begin(w, '[');
    w->flat++;
    measure(w);
}

void khct_json_end_row(khct_json_writer *w)
{
    end(w, ']');
    w->flat--;
    measure(w);
}

void khct_json_text(khct_json_writer *w, khct_str s)
{
    value_room(w, 0);
    khct_json_string_of_utf8(w->out, s);
}

void khct_json_any_text(khct_json_writer *w, khct_str s)
{
    value_room(w, 0);
    khct_json_string(w->out, s);
}

void khct_json_cstr(khct_json_writer *w, const char *c)
{
    khct_json_text(w, khct_str_of(c));
}

enum { MOST_DIGITS = 20 };

/* Digits without printf: every task has a dozen numbers. */
static size_t put_digits(char *p, uint64_t number)
{
    char digits[MOST_DIGITS];
    size_t n = sizeof digits;
    do {
        digits[--n] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    memcpy(p, digits + n, sizeof digits - n);
    return sizeof digits - n;
}

void khct_json_int(khct_json_writer *w, int64_t number)
{
    char *p = value_room(w, 1 + MOST_DIGITS);
    size_t n = 0;
    if (number < 0)
        p[n++] = '-';
    n += put_digits(p + n, number < 0 ? -(uint64_t)number : (uint64_t)number);
    khct_out_took(w->out, n);
}

void khct_json_bool(khct_json_writer *w, bool yes)
{
    memcpy(value_room(w, 8), yes ? "true   " : "false  ", 8);
    khct_out_took(w->out, yes ? 4 : 5);
}

void khct_json_null(khct_json_writer *w)
{
    memcpy(value_room(w, 4), "null", 4);
    khct_out_took(w->out, 4);
}

void khct_json_text_or_null(khct_json_writer *w, khct_str s)
{
    if (s.n == 0)
        khct_json_null(w);
    else
        khct_json_text(w, s);
}

void khct_json_ready(khct_json_writer *w, const char bytes[16], size_t n)
{
    memcpy(value_room(w, 16), bytes, 16);
    khct_out_took(w->out, n);
}

void khct_json_open_string(khct_json_writer *w)
{
    *value_room(w, 1) = '"';
    khct_out_took(w->out, 1);
}

void khct_json_piece(khct_json_writer *w, khct_str piece)
{
    khct_out_bytes(w->out, piece.p, piece.n);
}

void khct_json_piece_number(khct_json_writer *w, size_t number)
{
    khct_out_took(w->out, put_digits(khct_out_room(w->out, MOST_DIGITS), number));
}

void khct_json_close_string(khct_json_writer *w)
{
    khct_out_char(w->out, '"');
}

void khct_json_raw(khct_json_writer *w, khct_str json)
{
    value_room(w, 0);
    khct_out_str(w->out, json);
}

void khct_json_key_text(khct_json_writer *w, const char *key, khct_str s)
{
    khct_json_key(w, khct_str_of(key));
    khct_json_any_text(w, s);
}

void khct_json_key_cstr(khct_json_writer *w, const char *key, const char *c)
{
    khct_json_key_text(w, key, khct_str_of(c));
}

void khct_json_key_int(khct_json_writer *w, const char *key, int64_t number)
{
    khct_json_key(w, khct_str_of(key));
    khct_json_int(w, number);
}

void khct_json_key_bool(khct_json_writer *w, const char *key, bool yes)
{
    khct_json_key(w, khct_str_of(key));
    khct_json_bool(w, yes);
}

void khct_json_key_object(khct_json_writer *w, const char *key)
{
    khct_json_key(w, khct_str_of(key));
    khct_json_object(w);
}

void khct_json_key_list(khct_json_writer *w, const char *key)
{
    khct_json_key(w, khct_str_of(key));
    khct_json_list(w);
}

void khct_json_finish(khct_json_writer *w)
{
    khct_out_char(w->out, '\n');
}
