/* Source files and places in them.
 *
 * A place is a file and two byte offsets. Lines and columns are worked out only
 * when a place is shown to somebody.
 */
#ifndef KHCT_TEXT_SOURCE_H
#define KHCT_TEXT_SOURCE_H

#include "text/str.h"

/* Zeroes after the bytes of a file: so many may be read after its end. */
enum { KHCT_SOURCE_PADDING = 32 };

/* Bytes `begin` to `end` (excluded) of file number `source` in a khct_sources. */
typedef struct khct_span {
    uint32_t source, begin, end;
} khct_span;

typedef KHCT_VEC(khct_span) khct_spans;

#define KHCT_NOWHERE ((khct_span){KHCT_NO_SOURCE, 0, 0})
#define KHCT_NO_SOURCE UINT32_MAX

typedef struct khct_source {
    khct_str name;  /* as shown in messages: the path as the user gave it */
    khct_str text;  /* the bytes as they stand in the file, but that lines end with LF or CRLF;
                       KHCT_SOURCE_PADDING zeroes follow them */
    khct_str shown; /* the file as it stands, where `text` has other bytes in some places; .p NULL:
                     * it has none */
    char *bytes;    /* the same as `text`, for who may write there: flex does while it reads */
    bool omits;     /* `text` leaves out what the file has, and is not to be written in its place */
    bool marks;     /* some text may not be in NFC; true until somebody has looked */
    bool binary;    /* it holds bytes that are no UTF-8, or NUL: not a text to be written anew */
    bool library;   /* a file of the standard library */
    bool marked;    /* most of its keywords have their marks; known when it is parsed */
    uint32_t
        *lines; /* how many end before certain bytes; counted when first needed, as far as needed */
    size_t strides;                         /* how many of these counts are there */
    uint32_t counted_line, counted, column; /* the characters before byte `counted` of that line */
} khct_source;

/* The files of one plan, or those of the library. File numbers of the library carry
 * KHCT_IN_LIBRARY, so a place of either can stand in the same diagnostic. */
typedef struct khct_sources {
    khct_arena *arena;
    KHCT_VEC(khct_source) files;
    uint32_t base;                      /* 0, or KHCT_IN_LIBRARY in the library's own list */
    const struct khct_sources *library; /* where numbers with KHCT_IN_LIBRARY are found */
} khct_sources;

#define KHCT_IN_LIBRARY 0x80000000u

/* Adds a file whose text (at most KHCT_SOURCE_LIMIT bytes) is copied. Returns its number. */
uint32_t khct_source_add(khct_sources *sources, khct_str name, khct_str text);

/* Adds a text that stays where it is, as the program's own does, and is not scanned: places in it
 * can be told. */
uint32_t khct_source_refer(khct_sources *sources, khct_str name, khct_str text);

/* Adds a file without a copy: `bytes` lie in the arena, with room for KHCT_SOURCE_PADDING more. */
uint32_t khct_source_take(khct_sources *sources, khct_str name, char *bytes, size_t n);

/* Largest file that is read, in bytes. */
#define KHCT_SOURCE_LIMIT (64u * 1024 * 1024)

khct_source *khct_source_at(const khct_sources *sources, khct_span span);

/* What a file is called in an output: its name from the folder of the plan's first file on, or, of
 * one that lies elsewhere, its last part. So outputs are the same wherever khct was called. */
khct_str khct_source_near(const khct_sources *sources, const khct_source *source);

/* The bytes of a place, as they stand in the file. */
static inline khct_str khct_source_text(const khct_sources *sources, khct_span span)
{
    const khct_source *source = khct_source_at(sources, span);
    return source == NULL ? KHCT_STR("") : khct_str_sub(source->text, span.begin, span.end);
}

/* The whole file as it stands on the disk, also where not all of it is read. */
khct_str khct_source_file(const khct_sources *sources, uint32_t source);

/* A place's bytes in that file: what is shown and counted, where khct_source_text is what is read.
 */
khct_str khct_source_shown(const khct_sources *sources, khct_span span);

/* A place as people count: line and column from 1; columns in characters. A place that is nowhere
 * is the first of an empty file. */
typedef struct khct_position {
    uint32_t line;
    uint32_t column;
} khct_position;

khct_position khct_source_position(const khct_sources *sources, uint32_t source, uint32_t offset);

/* Line number (from 1) of a byte. */
uint32_t khct_source_line(const khct_sources *sources, uint32_t source, uint32_t offset);

/* The bytes of a line (from 1), without its end. */
khct_span khct_source_line_span(const khct_sources *sources, uint32_t source, uint32_t line);

/* From the beginning of `a` to the end of `b` (same file). */
static inline khct_span khct_span_join(khct_span a, khct_span b)
{
    return (khct_span){a.source, a.begin, b.end > a.begin ? b.end : a.begin};
}

#endif
