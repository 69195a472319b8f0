#include "text/json.h"

/* Deeper than that nothing is indented further. */
enum { DEEPEST = 64, CHUNK = 32 };
_Static_assert(2 + 2 * DEEPEST + 2 * CHUNK + sizeof(khct_json_made_key) < KHCT_OUT_ROOM,
               "what stands between two values fits, with a key, into what is always free");

/* Whatever stands between two values is a piece of one of these. Copies of a fixed size cost less
 * than those of the right size: what is too much is written over by what comes next. */
#define SIXTEEN "                "
static const char SPACES[] =
    ",\n" SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN SIXTEEN;
static const char IN_ROW[] = ", " SIXTEEN SIXTEEN;

/* What stands between the values of the innermost object or list. */
static void measure(khct_json_writer *w)
{
    bool row = w->pretty && w->flat > 0, lines = w->pretty && !row;
    w->between = row ? IN_ROW : SPACES;
    w->step = lines ? 2 : 0;
    w->n = lines ? 2 + 2 * (w->depth < DEEPEST ? w->depth : DEEPEST) : row ? 2 : 1;
    w->comma = row ? 2 : 1;
}

khct_json_writer khct_json_writer_of(khct_out *out, bool pretty)
{
    khct_json_writer w = {.out = out, .pretty = pretty};
    measure(&w);
    w.skip = w.n;
    return w;
}

/* Copies what stands between two values, from byte `from` on, to `p`; how many bytes. */
static inline size_t put_between(const khct_json_writer *w, char *p, size_t from)
{
    size_t n = w->n - from;
    memcpy(p, w->between + from, CHUNK);
    for (size_t at = CHUNK; at < n; at += CHUNK)
        memcpy(p + at, w->between + from + at, CHUNK);
    return n;
}

/* What stands before the value that comes next; nothing after a key. */
static inline size_t put_before(khct_json_writer *w, char *p)
{
    size_t n = w->skip < w->n ? put_between(w, p, w->skip) : 0;
    w->skip = 0;
    return n;
}

/* A value: n of the `size` bytes, which fit into what is always free. */
static inline void put(khct_json_writer *w, const void *bytes, size_t size, size_t n)
{
    khct_out *out = w->out;
    char *p = khct_out_room(out, KHCT_OUT_ROOM);
    size_t before = put_before(w, p);
    memcpy(p + before, bytes, size);
    khct_out_took(out, before + n);
}

/* What stands before a value that is written by other means. */
static inline void put_only_before(khct_json_writer *w)
{
    khct_out *out = w->out;
    khct_out_took(out, put_before(w, khct_out_room(out, KHCT_OUT_ROOM)));
}

static inline void begin(khct_json_writer *w, char sign)
{
    khct_out *out = w->out;
    char *p = khct_out_room(out, KHCT_OUT_ROOM);
    size_t before = put_before(w, p);
    if (++w->depth <= DEEPEST)
        w->n += w->step;
    w->skip = w->comma;
    p[before] = sign;
    khct_out_took(out, before + 1);
}

static inline void end(khct_json_writer *w, char sign)
{
    khct_out *out = w->out;
    char *p = khct_out_room(out, KHCT_OUT_ROOM);
    if (w->depth-- <= DEEPEST)
        w->n -= w->step;
    size_t before = w->skip == 0 ? put_between(w, p, w->comma) : 0;
    w->skip = 0;
    p[before] = sign;
    khct_out_took(out, before + 1);
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

void khct_json_put_key(khct_json_writer *w, const khct_json_made_key *key)
{
    khct_out *out = w->out;
    char *p = khct_out_room(out, KHCT_OUT_ROOM);
    size_t before = put_between(w, p, w->skip), n = key->n;
    w->skip = w->n;
    memcpy(p + before, key->text, sizeof key->text);
    khct_out_took(out, before + n);
}

void khct_json_key(khct_json_writer *w, khct_str key)
{
    khct_json_text(w, key);
    khct_out_bytes(w->out, ": ", 1 + (size_t)w->pretty);
    w->skip = w->n;
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
    w->skip = w->comma;
}

void khct_json_end_row(khct_json_writer *w)
{
    end(w, ']');
    w->flat--;
    measure(w);
}

void khct_json_text(khct_json_writer *w, khct_str s)
{
    put_only_before(w);
    khct_json_string_of_utf8(w->out, s);
}

void khct_json_any_text(khct_json_writer *w, khct_str s)
{
    put_only_before(w);
    khct_json_string(w->out, s);
}

void khct_json_cstr(khct_json_writer *w, const char *c)
{
    khct_json_text(w, khct_str_of(c));
}

void khct_json_int(khct_json_writer *w, int64_t number)
{
    put_only_before(w);
    khct_out_number(w->out, number);
}

void khct_json_bool(khct_json_writer *w, bool yes)
{
    put(w, yes ? "true   " : "false  ", 8, yes ? 4 : 5);
}

void khct_json_null(khct_json_writer *w)
{
    put(w, "null", 4, 4);
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
    put(w, bytes, 16, n);
}

void khct_json_open_string(khct_json_writer *w)
{
    put(w, "\"", 1, 1);
}

void khct_json_close_string(khct_json_writer *w)
{
    khct_out_char(w->out, '"');
}

void khct_json_raw(khct_json_writer *w, khct_str json)
{
    put_only_before(w);
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
