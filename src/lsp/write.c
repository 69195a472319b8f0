#include "lsp/write.h"

void khct_w_open(khct_writer *w, char bracket)
{
    if (bracket == '{')
        khct_json_object(w);
    else
        khct_json_list(w);
}

void khct_w_close(khct_writer *w, char bracket)
{
    if (bracket == '}')
        khct_json_end_object(w);
    else
        khct_json_end_list(w);
}

void khct_w_key(khct_writer *w, const char *key)
{
    khct_json_key(w, khct_str_of(key));
}

void khct_w_str(khct_writer *w, khct_str s)
{
    khct_json_any_text(w, s);
}

void khct_w_cstr(khct_writer *w, const char *c)
{
    khct_json_any_text(w, khct_str_of(c));
}

void khct_w_number(khct_writer *w, long long number)
{
    khct_json_int(w, number);
}

void khct_w_null(khct_writer *w)
{
    khct_json_null(w);
}

void khct_w_raw(khct_writer *w, khct_str json)
{
    khct_json_raw(w, json);
}

void khct_w_key_str(khct_writer *w, const char *key, khct_str s)
{
    khct_json_key_text(w, key, s);
}

void khct_w_key_cstr(khct_writer *w, const char *key, const char *c)
{
    khct_json_key_cstr(w, key, c);
}

void khct_w_key_number(khct_writer *w, const char *key, long long number)
{
    khct_json_key_int(w, key, number);
}

void khct_w_key_bool(khct_writer *w, const char *key, bool value)
{
    khct_w_key(w, key);
    khct_json_bool(w, value);
}
