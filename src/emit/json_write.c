#include "emit/json_write.h"

#include "text/json.h"

khct_json_writer khct_json_writer_of(khct_out *out, bool pretty)
{
    return (khct_json_writer){.out = out, .pretty = pretty, .first = true};
}

enum { DEEPEST = 64, ROOM = 2 * DEEPEST + 8 };

/* A line end and the indentation; how many bytes. */
static size_t new_line(const khct_json_writer *w, char *p)
{
    size_t n = (size_t)(w->depth < DEEPEST ? w->depth : DEEPEST) * 2;
    *p = '\n';
    memset(p + 1, ' ', n);
    return n + 1;
}

/* What stands between the value before and this one, at `p`; how many bytes. */
static size_t between(khct_json_writer *w, char *p)
{
    size_t n = 0;
    if (w->depth == 0)
        return 0;
    if (!w->first)
        p[n++] = ',';
    if (w->pretty && w->flat == 0)
        n += new_line(w, p + n);
    else if (w->pretty && !w->first)
        p[n++] = ' ';
    w->first = false;
    return n;
}

static void separate(khct_json_writer *w)
{
    if (w->keyed)
        w->keyed = false;
    else
        khct_out_took(w->out, between(w, khct_out_room(w->out, ROOM)));
}

static void begin(khct_json_writer *w, char sign)
{
    separate(w);
    khct_out_char(w->out, sign);
    w->depth++;
    w->first = true;
}

static void end(khct_json_writer *w, char sign)
{
    char *p = khct_out_room(w->out, ROOM);
    size_t n = 0;
    w->depth--;
    if (!w->first && w->pretty && w->flat == 0)
        n = new_line(w, p);
    p[n++] = sign;
    khct_out_took(w->out, n);
    w->first = false;
}

void khct_json_key(khct_json_writer *w, khct_str key)
{
    char *p = khct_out_room(w->out, ROOM + key.n);
    size_t n = between(w, p);
    p[n++] = '"';
    memcpy(p + n, key.p, key.n);
    n += key.n;
    p[n++] = '"';
    p[n++] = ':';
    if (w->pretty)
        p[n++] = ' ';
    khct_out_took(w->out, n);
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
}

void khct_json_end_row(khct_json_writer *w)
{
    end(w, ']');
    w->flat--;
}

void khct_json_text(khct_json_writer *w, khct_str s)
{
    separate(w);
    khct_json_string_of_utf8(w->out, s);
}

void khct_json_any_text(khct_json_writer *w, khct_str s)
{
    separate(w);
    khct_json_string(w->out, s);
}

void khct_json_cstr(khct_json_writer *w, const char *c)
{
    khct_json_text(w, khct_str_of(c));
}

/* Digits without printf: every task has a dozen numbers. */
static void put_number(khct_out *out, uint64_t number)
{
    char digits[20];
    size_t n = sizeof digits;
    do {
        digits[--n] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    khct_out_bytes(out, digits + n, sizeof digits - n);
}

void khct_json_int(khct_json_writer *w, int64_t number)
{
    separate(w);
    if (number < 0)
        khct_out_char(w->out, '-');
    put_number(w->out, number < 0 ? -(uint64_t)number : (uint64_t)number);
}

void khct_json_bool(khct_json_writer *w, bool yes)
{
    separate(w);
    khct_out_bytes(w->out, yes ? "true" : "false", yes ? 4 : 5);
}

void khct_json_null(khct_json_writer *w)
{
    separate(w);
    khct_out_bytes(w->out, "null", 4);
}

void khct_json_text_or_null(khct_json_writer *w, khct_str s)
{
    if (s.n == 0)
        khct_json_null(w);
    else
        khct_json_text(w, s);
}

void khct_json_open_string(khct_json_writer *w)
{
    separate(w);
    khct_out_char(w->out, '"');
}

void khct_json_piece(khct_json_writer *w, const char *piece)
{
    khct_out_cstr(w->out, piece);
}

void khct_json_piece_number(khct_json_writer *w, size_t number)
{
    put_number(w->out, number);
}

void khct_json_close_string(khct_json_writer *w)
{
    khct_out_char(w->out, '"');
}

void khct_json_finish(khct_json_writer *w)
{
    khct_out_char(w->out, '\n');
}
