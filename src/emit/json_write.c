#include "emit/json_write.h"

#include "text/json.h"

khct_json_writer khct_json_writer_of(khct_out *out, bool pretty)
{
    return (khct_json_writer){.out = out, .pretty = pretty, .first = true};
}

static void new_line(khct_json_writer *w)
{
    static const char BLANKS[] =
        "\n                                                                ";
    size_t n = (size_t)w->depth * 2, most = sizeof BLANKS - 2;
    khct_out_bytes(w->out, BLANKS, 1 + (n < most ? n : most));
    for (; n > most; n--)
        khct_out_char(w->out, ' ');
}

/* What stands between the value before and this one. */
static void separate(khct_json_writer *w)
{
    if (w->keyed) {
        w->keyed = false;
        return;
    }
    if (w->depth == 0)
        return;
    if (!w->first)
        khct_out_char(w->out, ',');
    if (w->pretty && w->flat == 0)
        new_line(w);
    else if (w->pretty && !w->first)
        khct_out_char(w->out, ' ');
    w->first = false;
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
    w->depth--;
    if (!w->first && w->pretty && w->flat == 0)
        new_line(w);
    khct_out_char(w->out, sign);
    w->first = false;
}

void khct_json_key(khct_json_writer *w, const char *key)
{
    separate(w);
    khct_out_char(w->out, '"');
    khct_out_cstr(w->out, key);
    khct_out_bytes(w->out, "\": ", w->pretty ? 3 : 2);
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
