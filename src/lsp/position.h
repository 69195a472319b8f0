/* Places as the protocol counts them: line from 0, and units from the line's beginning. */
#ifndef KHCT_LSP_POSITION_H
#define KHCT_LSP_POSITION_H

#include "text/json.h"
#include "text/source.h"

#include <jansson.h>

/* What a unit is; agreed upon with the editor. */
typedef enum khct_encoding { KHCT_UTF16, KHCT_UTF8, KHCT_UTF32 } khct_encoding;

typedef struct khct_place_at {
    uint32_t line, unit;
} khct_place_at;

/* A text and where its lines begin. */
typedef struct khct_lines {
    khct_str text;
    uint32_t *at;
    uint32_t n;
    struct khct_lines_last {
        khct_encoding encoding;
        uint32_t line, byte, units; /* units of the line before the byte */
    } * last; /* the place last asked for: a long line is not counted anew for each place on it */
} khct_lines;

/* Lines end with LF, CRLF or CR. */
khct_lines khct_lines_of(khct_arena *arena, khct_str text);

/* The place of a byte; past the end: the end. */
khct_place_at khct_place_of_byte(const khct_lines *lines, khct_encoding encoding, uint32_t byte);

/* The byte of a place; past the line's end: the line's end, past the last line: the text's end. */
uint32_t khct_byte_of_place(const khct_lines *lines, khct_encoding encoding, khct_place_at place);

/* The same in a text without a table of its lines. */
uint32_t khct_byte_in_text(khct_str text, khct_encoding encoding, khct_place_at place);

/* Units of a text. */
uint32_t khct_units(khct_str text, khct_encoding encoding);

/* `{"line":…,"character":…}`; false where it is none. Past 2^31 counts as 2^31. */
bool khct_place_read(const json_t *json, khct_place_at *place);

/* `{"start":…,"end":…}` of bytes. */
void khct_w_range(khct_json_writer *w, const khct_lines *lines, khct_encoding encoding,
                  uint32_t begin, uint32_t end);
void khct_w_place(khct_json_writer *w, khct_place_at place);

#endif
