#include "lsp/write.h"

static void separate(khct_writer *w)
{
    if (w->comma)
        khct_out_char(w->out, ',');
    w->comma = true;
}

void khct_w_open(khct_writer *w, char bracket)
{
    separate(w);
    khct_out_char(w->out, bracket);
    w->comma = false;
}

void khct_w_close(khct_writer *w, char bracket)
{
    khct_out_char(w->out, bracket);
    w->comma = true;
}

void khct_w_key(khct_writer *w, const char *key)
{
    separate(w);
    khct_json_string(w->out, khct_str_of(key));
    khct_out_char(w->out, ':');
    w->comma = false;
}

void khct_w_str(khct_writer *w, khct_str s)
{
    separate(w);
    khct_json_string(w->out, s);
}

void khct_w_cstr(khct_writer *w, const char *c)
{
    khct_w_str(w, khct_str_of(c));
}

void khct_w_number(khct_writer *w, long long number)
{
    separate(w);
    khct_out_number(w->out, number);
}

void khct_w_bool(khct_writer *w, bool value)
{
    separate(w);
    khct_out_cstr(w->out, value ? "true" : "false");
}

void khct_w_null(khct_writer *w)
{
    separate(w);
    khct_out_cstr(w->out, "null");
}

void khct_w_raw(khct_writer *w, khct_str json)
{
    separate(w);
    khct_out_str(w->out, json);
}

void khct_w_key_str(khct_writer *w, const char *key, khct_str s)
{
    khct_w_key(w, key);
    khct_w_str(w, s);
}

void khct_w_key_cstr(khct_writer *w, const char *key, const char *c)
{
    khct_w_key(w, key);
    khct_w_cstr(w, c);
}

void khct_w_key_number(khct_writer *w, const char *key, long long number)
{
    khct_w_key(w, key);
    khct_w_number(w, number);
}

void khct_w_key_bool(khct_writer *w, const char *key, bool value)
{
    khct_w_key(w, key);
    khct_w_bool(w, value);
}
