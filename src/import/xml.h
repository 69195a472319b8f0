/* XML read as events, by expat.
 *
 * Names come with the prefix that this table of ours gives to their namespace, whatever the file
 * calls it: "w:p", "text:span"; those of no known namespace come without. A DOCTYPE is refused: it
 * could name files and grow without end.
 */
#ifndef KHCT_IMPORT_XML_H
#define KHCT_IMPORT_XML_H

#include "text/str.h"

typedef enum khct_xml_fault {
    KHCT_XML_FINE,
    KHCT_XML_BROKEN,  /* no well-formed XML */
    KHCT_XML_DOCTYPE, /* it has one */
    KHCT_XML_DEEP,    /* nested too deep */
} khct_xml_fault;

enum { KHCT_XML_DEPTH = 1000, KHCT_XML_NAME = 64 };

/* The attributes of an element: name, value, name, value, …, NULL; names as expat gives them. */
typedef struct khct_xml_attributes {
    const char *const *at;
} khct_xml_attributes;

/* The value of an attribute ("w:val"), or "". */
khct_str khct_xml_get(khct_xml_attributes attributes, const char *name);
/* The same as a number; `other` where it is none or negative. */
uint32_t khct_xml_number(khct_xml_attributes attributes, const char *name, uint32_t other);

/* A copy of it. */
khct_str khct_xml_kept(khct_arena *arena, khct_xml_attributes attributes, const char *name);

static inline bool khct_xml_is(const char *name, const char *other)
{
    return strcmp(name, other) == 0;
}

/* What is told of the text; who is NULL is not. */
typedef struct khct_xml_handler {
    void *context;
    void (*open)(void *context, const char *name, khct_xml_attributes attributes);
    void (*close)(void *context, const char *name);
    void (*text)(void *context, khct_str text);
} khct_xml_handler;

/* Goes through the text. In khct_try on the arena, whose failure may come out of a handler. */
khct_xml_fault khct_xml_read(khct_arena *arena, khct_str bytes, const khct_xml_handler *handler);

#endif
