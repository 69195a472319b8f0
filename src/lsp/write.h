/* The JSON writer under the short names that the server's answers are put together with. */
#ifndef KHCT_LSP_WRITE_H
#define KHCT_LSP_WRITE_H

#include "text/json.h"

typedef khct_json_writer khct_writer;

/* '{' or '[', and what closes it. */
void khct_w_open(khct_writer *w, char bracket);
void khct_w_close(khct_writer *w, char bracket);

/* `"key":`; a value or an opening bracket must follow. */
void khct_w_key(khct_writer *w, const char *key);

void khct_w_str(khct_writer *w, khct_str s);
void khct_w_cstr(khct_writer *w, const char *c);
void khct_w_number(khct_writer *w, long long number);
void khct_w_null(khct_writer *w);

/* JSON that is ready. */
void khct_w_raw(khct_writer *w, khct_str json);

/* Key and value in one. */
void khct_w_key_str(khct_writer *w, const char *key, khct_str s);
void khct_w_key_cstr(khct_writer *w, const char *key, const char *c);
void khct_w_key_number(khct_writer *w, const char *key, long long number);
void khct_w_key_bool(khct_writer *w, const char *key, bool value);

#endif
