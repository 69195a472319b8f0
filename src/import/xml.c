#include "import/xml.h"

#include <expat.h>

/* A namespace is known by the end of its name: those of strict and of transitional Office Open XML
 * end alike. */
static const struct space_row {
    const char *ending, *prefix;
} SPACES[] = {
    {"wordprocessingml/2006/main", "w"},
    {"wordprocessingml/main", "w"},
    {"spreadsheetml/2006/main", "s"},
    {"spreadsheetml/main", "s"},
    {"officeDocument/2006/relationships", "r"},
    {"officeDocument/relationships", "r"},
    {"package/2006/relationships", "p"},
    {"package/2006/content-types", "ct"},
    {"markup-compatibility/2006", "mc"},
    {"drawingml/2006/main", "a"},
    {"drawingml/main", "a"},
    {"officeDocument/2006/math", "m"},
    {"officeDocument/math", "m"},
    {"microsoft-com:vml", "v"},
    {"opendocument:xmlns:office:1.0", "office"},
    {"opendocument:xmlns:text:1.0", "text"},
    {"opendocument:xmlns:table:1.0", "table"},
    {"opendocument:xmlns:style:1.0", "style"},
    {"opendocument:xmlns:drawing:1.0", "draw"},
    {"opendocument:xmlns:manifest:1.0", "manifest"},
    {"opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"opendocument:xmlns:datastyle:1.0", "number"},
    {"urn:khct:nguon:1", "k"},
};

enum { SEPARATOR = '|' };

/* "w:p" of "http://…/main|p". */
static void shorten(const char *name, char out[KHCT_XML_NAME])
{
    const char *local = strrchr(name, SEPARATOR);
    khct_str space = {name, local == NULL ? 0 : (size_t)(local - name)};
    local = local == NULL ? name : local + 1;
    const char *prefix = "";
    for (size_t i = 0; space.n > 0 && i < sizeof SPACES / sizeof *SPACES; i++)
        if (khct_str_ends(space, SPACES[i].ending)) {
            prefix = SPACES[i].prefix;
            break;
        }
    size_t n = 0;
    for (const char *p = prefix; *p != '\0' && n + 2 < KHCT_XML_NAME; p++)
        out[n++] = *p;
    if (n > 0)
        out[n++] = ':';
    for (const char *p = local; *p != '\0' && n + 1 < KHCT_XML_NAME; p++)
        out[n++] = *p;
    out[n] = '\0';
}

khct_str khct_xml_get(khct_xml_attributes attributes, const char *name)
{
    char here[KHCT_XML_NAME];
    const char *local = strchr(name, ':');
    local = local == NULL ? name : local + 1;
    for (const char *const *at = attributes.at; at != NULL && *at != NULL; at += 2) {
        if (!khct_str_ends(khct_str_of(*at), local))
            continue;
        shorten(*at, here);
        if (strcmp(here, name) == 0)
            return khct_str_of(at[1]);
    }
    return KHCT_STR("");
}

khct_str khct_xml_kept(khct_arena *arena, khct_xml_attributes attributes, const char *name)
{
    return khct_str_copy(arena, khct_xml_get(attributes, name));
}

uint32_t khct_xml_number(khct_xml_attributes attributes, const char *name, uint32_t other)
{
    enum { MOST = 100 * 1000 * 1000 };
    khct_str text = khct_xml_get(attributes, name);
    uint32_t value = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (!khct_is_digit(text.p[i]))
            return other;
        value = value < MOST ? value * 10 + (uint32_t)(text.p[i] - '0') : MOST;
    }
    return text.n == 0 ? other : value;
}

typedef struct reading {
    khct_arena *arena;
    khct_str bytes;
    const khct_xml_handler *handler;
    XML_Parser parser;
    khct_xml_fault fault;
    size_t depth;
    bool no_memory;
} reading;

static void stop(reading *r, khct_xml_fault fault)
{
    r->fault = fault;
    XML_StopParser(r->parser, XML_FALSE);
}

/* What a handler is told of. */
typedef struct event {
    const khct_xml_handler *handler;
    void (*tell)(const struct event *event);
    const char *name;
    khct_xml_attributes attributes;
    khct_str text;
} event;

static void tell_open(const event *e)
{
    e->handler->open(e->handler->context, e->name, e->attributes);
}

static void tell_close(const event *e)
{
    e->handler->close(e->handler->context, e->name);
}

static void tell_text(const event *e)
{
    e->handler->text(e->handler->context, e->text);
}

static void tell(void *context)
{
    const event *e = context;
    e->tell(e);
}

/* Nothing may jump out through expat: it would not free what a handler of it has left. */
static void handle(reading *r, event e)
{
    e.handler = r->handler;
    if (khct_try(r->arena, tell, &e))
        return;
    r->no_memory = true;
    stop(r, KHCT_XML_BROKEN);
}

static void XMLCALL on_open(void *context, const char *name, const char **attributes)
{
    reading *r = context;
    char here[KHCT_XML_NAME];
    if (r->fault != KHCT_XML_FINE)
        return;
    if (++r->depth > KHCT_XML_DEPTH) {
        stop(r, KHCT_XML_DEEP);
        return;
    }
    shorten(name, here);
    handle(r, (event){.tell = tell_open, .name = here, .attributes = {attributes}});
}

static void XMLCALL on_close(void *context, const char *name)
{
    reading *r = context;
    char here[KHCT_XML_NAME];
    r->depth--;
    if (r->fault != KHCT_XML_FINE || r->handler->close == NULL)
        return;
    shorten(name, here);
    handle(r, (event){.tell = tell_close, .name = here});
}

static void XMLCALL on_text(void *context, const char *text, int n)
{
    reading *r = context;
    if (r->fault == KHCT_XML_FINE && n > 0 && r->handler->text != NULL)
        handle(r, (event){.tell = tell_text, .text = {text, (size_t)n}});
}

static void XMLCALL on_doctype(void *context, const char *name, const char *system,
                               const char *public, int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    stop(context, KHCT_XML_DOCTYPE);
}

static void parse(reading *r)
{
    enum { PIECE = 1 << 20 }; /* expat counts in int */
    for (size_t at = 0; at < r->bytes.n || at == 0;) {
        size_t n = r->bytes.n - at < PIECE ? r->bytes.n - at : PIECE;
        bool last = at + n == r->bytes.n;
        if (XML_Parse(r->parser, r->bytes.p + at, (int)n, last) != XML_STATUS_OK) {
            r->no_memory |= XML_GetErrorCode(r->parser) == XML_ERROR_NO_MEMORY;
            r->fault = r->fault == KHCT_XML_FINE ? KHCT_XML_BROKEN : r->fault;
            return;
        }
        at += n;
        if (last)
            return;
    }
}

khct_xml_fault khct_xml_read(khct_arena *arena, khct_str bytes, const khct_xml_handler *handler)
{
    reading r = {.arena = arena, .bytes = bytes, .handler = handler, .fault = KHCT_XML_FINE};
    r.parser = XML_ParserCreateNS(NULL, SEPARATOR);
    if (r.parser == NULL)
        khct_arena_fail(arena);
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, on_open, on_close);
    XML_SetCharacterDataHandler(r.parser, on_text);
    XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
    parse(&r);
    XML_ParserFree(r.parser);
    if (r.no_memory)
        khct_arena_fail(arena);
    return r.fault;
}
