/* JSON written piece by piece: commas, line ends and indentation come by themselves. The one writer
 * of it: back ends, diagnostics, reports and the language server use it. Nothing is kept. */
#ifndef KHCT_TEXT_JSON_H
#define KHCT_TEXT_JSON_H

#include "text/out.h"

/* Writes `s` between double quotes; control characters, quotes and backslashes are escaped.
 * Bytes that are no UTF-8 become U+FFFD, so the output is always valid. */
void khct_json_string(khct_out *out, khct_str s);

/* Writes text so that is known to be UTF-8: it stands in a source without KH0001. */
void khct_json_string_of_utf8(khct_out *out, khct_str s);

/* A key with all that stands around it, so that to write it is to copy it. */
typedef struct khct_json_made_key {
    char text[31]; /* in quotes, with its colon */
    uint8_t n;
} khct_json_made_key;

typedef struct khct_json_writer {
    khct_out *out;
    bool pretty;
    unsigned depth;
    unsigned flat;       /* above 0: inside a list that stands on one line */
    const char *between; /* two values stand a comma, a line end and the indentation … */
    size_t n;            /* … of so many bytes, … */
    size_t step;         /* … more by these where an object or a list begins; */
    size_t comma;        /* these are left out before the first value, … */
    size_t skip;         /* … these before the next one: after a key all */
} khct_json_writer;

khct_json_writer khct_json_writer_of(khct_out *out, bool pretty);

/* Keys are plain ASCII without signs, those made ready at most 26 bytes. In an object each value
 * has its key before it. */
khct_json_made_key khct_json_make_key(const khct_json_writer *w, const char *name);
void khct_json_put_key(khct_json_writer *w, const khct_json_made_key *key);
void khct_json_key(khct_json_writer *w, khct_str key);

void khct_json_object(khct_json_writer *w);
void khct_json_end_object(khct_json_writer *w);
void khct_json_list(khct_json_writer *w);
void khct_json_end_list(khct_json_writer *w);

/* A list of short values: on one line also when pretty. */
void khct_json_row(khct_json_writer *w);
void khct_json_end_row(khct_json_writer *w);

/* Text that stands in a source, or is the program's own: it is UTF-8. */
void khct_json_text(khct_json_writer *w, khct_str s);

/* Any text: the name of a file. */
void khct_json_any_text(khct_json_writer *w, khct_str s);

void khct_json_cstr(khct_json_writer *w, const char *c);
void khct_json_int(khct_json_writer *w, int64_t number);
void khct_json_bool(khct_json_writer *w, bool yes);
void khct_json_null(khct_json_writer *w);

/* The text, or null where it has no bytes. */
void khct_json_text_or_null(khct_json_writer *w, khct_str s);

/* A value made ready: n of the sixteen bytes. */
void khct_json_ready(khct_json_writer *w, const char bytes[16], size_t n);

/* A string put together from pieces, as KHCT_OUT takes them, of ASCII without signs to be escaped;
 * also bit by bit, with KHCT_OUT between opening and closing. */
void khct_json_open_string(khct_json_writer *w);
void khct_json_close_string(khct_json_writer *w);
#define KHCT_JSON_JOINED(w, ...)                                                                   \
    (khct_json_open_string(w), KHCT_OUT((w)->out, __VA_ARGS__), khct_json_close_string(w))

/* The line end after the whole text. */
void khct_json_finish(khct_json_writer *w);

/* JSON that is ready, as a value. */
void khct_json_raw(khct_json_writer *w, khct_str json);

/* Key and value in one, for keys that are not made ready. */
void khct_json_key_text(khct_json_writer *w, const char *key, khct_str s);
void khct_json_key_cstr(khct_json_writer *w, const char *key, const char *c);
void khct_json_key_int(khct_json_writer *w, const char *key, int64_t number);
void khct_json_key_bool(khct_json_writer *w, const char *key, bool yes);
void khct_json_key_object(khct_json_writer *w, const char *key); /* opened */
void khct_json_key_list(khct_json_writer *w, const char *key);

#endif
