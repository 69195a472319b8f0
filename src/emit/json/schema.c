#include "emit/json/schema.h"

#include "text/json.h"

#include <string.h>

typedef struct writing {
    khct_json_writer w;
    khct_out *out;
    bool input;
} writing;

static void key(writing *s, const char *name)
{
    khct_json_key(&s->w, khct_str_of(name));
}

/* Begins the object that is the key's value; ends it, or one of a list. */
static void open(writing *s, const char *name)
{
    key(s, name);
    khct_json_object(&s->w);
}

static void shut(writing *s)
{
    khct_json_end_object(&s->w);
}

static void member(writing *s, const char *name, const char *value)
{
    key(s, name);
    khct_json_cstr(&s->w, value);
}

/* {"$ref": "#/$defs/…"} with a prefix that keeps names of blocks, shapes and values apart. */
static void refer(writing *s, const char *kind, const char *name)
{
    key(s, "$ref");
    KHCT_JSON_JOINED(&s->w, "#/$defs/", kind, name);
}

static void define(writing *s, const char *kind, const char *name)
{
    char whole[64];
    size_t n = strlen(kind), k = strlen(name);
    if (n + k >= sizeof whole)
        return;
    memcpy(whole, kind, n);
    memcpy(whole + n, name, k + 1);
    open(s, whole);
}

/* Of a list: what each item is, up to shut(). */
static void array(writing *s)
{
    member(s, "type", "array");
    open(s, "items");
}

static void describe(writing *s, const char *const help[2])
{
    member(s, "description", help[0]);
    member(s, "$comment", help[1]);
}

/* --- one value --- */

static void put_words(writing *s, const char *list)
{
    key(s, "enum");
    khct_json_row(&s->w);
    while (*list != '\0') {
        size_t n = strcspn(list, " ");
        khct_json_text(&s->w, (khct_str){list, n});
        list += n + (list[n] == ' ');
    }
    khct_json_end_row(&s->w);
}

static void put_required(writing *s, const char *name)
{
    key(s, "required");
    khct_json_row(&s->w);
    khct_json_cstr(&s->w, name);
    khct_json_end_row(&s->w);
}

/* {"$ref": …} of a place in the source */
static void put_span(writing *s, const char *name, bool many)
{
    open(s, name);
    if (many)
        array(s);
    refer(s, "o_", "SPAN");
    if (many)
        shut(s);
    shut(s);
}

static void put_closed(writing *s)
{
    key(s, "additionalProperties");
    khct_json_bool(&s->w, false);
}

/* True for typed values that a program may also give as their words. */
static bool has_words(const khct_json_member *m)
{
    khct_json_shape shape = khct_json_shape_named(m->detail);
    KHCT_EACH_MEMBER (own, shape)
        if (own->key == KHCT_J_WORDS && (own->flags & KHCT_JSON_NEEDED))
            return true;
    return false;
}

static void put_kind(writing *s, const khct_json_member *m)
{
    switch (m->kind) {
    case KHCT_JSON_STRING: refer(s, "", "words"); break;
    case KHCT_JSON_TEXT: refer(s, "", "text"); break;
    case KHCT_JSON_INT: refer(s, "", "number"); break;
    case KHCT_JSON_PERCENT: member(s, "type", "number"); break;
    case KHCT_JSON_BOOL: member(s, "type", "boolean"); break;
    case KHCT_JSON_ANY: member(s, "type", "string"); break;
    case KHCT_JSON_DAY: refer(s, "", "day"); break;
    case KHCT_JSON_SCHOOL: refer(s, "", "schoolYear"); break;
    case KHCT_JSON_CODE: refer(s, "", "code"); break;
    case KHCT_JSON_CRITERION: refer(s, "", "criterion"); break;
    case KHCT_JSON_POINTER: refer(s, "", "pointer"); break;
    case KHCT_JSON_WORD: put_words(s, m->detail); break;
    case KHCT_JSON_OBJECT: refer(s, "o_", m->detail); break;
    }
}

static void open_either(writing *s)
{
    key(s, "anyOf");
    khct_json_list(&s->w);
    khct_json_object(&s->w);
}

static void or_type(writing *s, const char *type)
{
    shut(s);
    khct_json_object(&s->w);
    member(s, "type", type);
}

static void close_either(writing *s)
{
    shut(s);
    khct_json_end_list(&s->w);
}

/* The members of the schema of one value. `null`: it may be null; `loose`: or just its words. */
static void put_value(writing *s, const khct_json_member *m, bool null, bool loose)
{
    bool many = (m->flags & KHCT_JSON_MANY) != 0;
    null = null || (m->flags & KHCT_JSON_NULLABLE) != 0;
    loose = loose && m->kind == KHCT_JSON_OBJECT && has_words(m);
    if (null || loose)
        open_either(s);
    if (many) {
        member(s, "type", "array");
        if (m->flags & KHCT_JSON_FILLED) {
            key(s, "minItems");
            khct_json_int(&s->w, 1);
        }
        open(s, "items");
    }
    put_kind(s, m);
    if (many)
        shut(s);
    if (loose) {
        shut(s);
        khct_json_object(&s->w);
        refer(s, "", "text");
    }
    if (null)
        or_type(s, "null");
    if (null || loose)
        close_either(s);
}

/* --- objects of shape.def --- */

static bool is_needed(const writing *s, const khct_json_member *m)
{
    if (s->input)
        return (m->flags & KHCT_JSON_NEEDED) != 0;
    return (m->flags & (KHCT_JSON_PLACES | KHCT_JSON_OPTIONAL)) == 0;
}

/* Just one of the library's three kinds. */
static void put_one_of_use(writing *s)
{
    static const khct_keyword KINDS[] = {KHCT_K_DANHMUC, KHCT_K_MAU, KHCT_K_VANBAN};
    key(s, "oneOf");
    khct_json_list(&s->w);
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        khct_json_object(&s->w);
        put_required(s, khct_json_name(KINDS[i]));
        shut(s);
    }
    khct_json_end_list(&s->w);
}

static void put_shape(writing *s, khct_json_shape shape)
{
    define(s, "o_", khct_json_shape_at(shape)->name);
    describe(s, khct_json_shape_at(shape)->help);
    member(s, "type", "object");
    open(s, "properties");
    KHCT_EACH_MEMBER (m, shape) {
        open(s, khct_json_name(m->key));
        describe(s, m->help);
        put_value(s, m, false, false);
        shut(s);
    }
    shut(s);
    key(s, "required");
    khct_json_row(&s->w);
    KHCT_EACH_MEMBER (m, shape)
        if (is_needed(s, m))
            khct_json_cstr(&s->w, khct_json_name(m->key));
    khct_json_end_row(&s->w);
    if (shape == KHCT_O_USE)
        put_one_of_use(s);
    put_closed(s);
    shut(s);
}

/* --- blocks of the vocabulary table --- */

/* A field or a block in a block: one, or a list of them. */
static void put_place(writing *s, const khct_place *place, bool listed)
{
    bool many = listed && place->times == KHCT_MANY;
    if (many)
        array(s);
    if (place->how == KHCT_DECLARATION) {
        refer(s, "b_", khct_json_block_name(place->opens));
    } else {
        khct_json_member m = khct_json_value_of(place->type);
        put_value(s, &m, true, s->input);
    }
    if (many)
        shut(s);
}

static void put_property(writing *s, const khct_place *place, bool listed)
{
    open(s, khct_json_name(place->keyword));
    describe(s, khct_json_help(place->block, place->keyword));
    put_place(s, place, listed);
    shut(s);
}

/* An item of a block in which their order matters: an object with one key. */
static void put_item(writing *s, const khct_place *place)
{
    khct_json_object(&s->w);
    member(s, "type", "object");
    open(s, "properties");
    put_property(s, place, false);
    put_span(s, khct_json_name(KHCT_J_SPAN), false);
    shut(s);
    put_required(s, khct_json_name(place->keyword));
    put_closed(s);
    shut(s);
}

static void put_items(writing *s, khct_block block)
{
    open(s, khct_json_name(KHCT_J_ITEMS));
    array(s);
    key(s, "oneOf");
    khct_json_list(&s->w);
    KHCT_EACH_PLACE (place, block)
        put_item(s, place);
    khct_json_end_list(&s->w);
    shut(s);
    shut(s);
}

/* What the language reads as a number in a heading. */
static void put_small_number(writing *s)
{
    key(s, "type");
    khct_json_row(&s->w);
    khct_json_cstr(&s->w, "integer");
    khct_json_cstr(&s->w, "null");
    khct_json_end_row(&s->w);
    key(s, "minimum");
    khct_json_int(&s->w, 0);
    key(s, "maximum");
    khct_json_int(&s->w, 9999);
}

static void put_head(writing *s, khct_block block)
{
    khct_json_member head[KHCT_JSON_HEAD_MOST];
    size_t n = khct_json_head_of(block, head);
    for (size_t i = 0; i < n; i++) {
        open(s, khct_json_name(head[i].key));
        describe(s, head[i].help);
        if (s->input && head[i].kind == KHCT_JSON_INT) /* or null: as if it were not there */
            put_small_number(s);
        else
            put_value(s, &head[i], s->input, s->input);
        shut(s);
    }
}

static void put_rank(writing *s)
{
    open(s, khct_json_name(KHCT_J_RANK));
    describe(s, KHCT_JSON_RANK_HELP);
    refer(s, "", "number");
    shut(s);
}

/* Where the block and its fields stand: with --vitri. */
static void put_places_key(writing *s, khct_block block)
{
    open(s, khct_json_name(KHCT_K_VITRI));
    describe(s, KHCT_JSON_PLACES_HELP);
    member(s, "type", "object");
    open(s, "properties");
    put_span(s, khct_json_name(KHCT_J_WHOLE), false);
    KHCT_EACH_PLACE (place, block)
        if (!khct_json_in_order(block) && place->how != KHCT_DECLARATION)
            put_span(s, khct_json_name(place->keyword), true);
    shut(s);
    put_required(s, khct_json_name(KHCT_J_WHOLE));
    put_closed(s);
    shut(s);
}

static void put_block(writing *s, khct_block block)
{
    khct_json_member head[KHCT_JSON_HEAD_MOST];
    size_t heads = khct_json_head_of(block, head);
    define(s, "b_", khct_json_block_name(block));
    describe(s, khct_json_help(block, KHCT_KEYWORD_NONE));
    member(s, "type", "object");
    open(s, "properties");
    if (khct_json_at_top(block))
        put_rank(s);
    put_head(s, block);
    if (khct_json_in_order(block))
        put_items(s, block);
    else
        KHCT_EACH_PLACE (place, block)
            put_property(s, place, true);
    put_places_key(s, block);
    shut(s);
    key(s, "required");
    khct_json_row(&s->w);
    if (khct_json_at_top(block) && !s->input)
        khct_json_cstr(&s->w, khct_json_name(KHCT_J_RANK));
    for (size_t i = 0; i < heads; i++)
        if (head[i].flags & KHCT_JSON_NEEDED)
            khct_json_cstr(&s->w, khct_json_name(head[i].key));
    if (khct_json_in_order(block) && !s->input)
        khct_json_cstr(&s->w, khct_json_name(KHCT_J_ITEMS));
    khct_json_end_row(&s->w);
    put_closed(s);
    shut(s);
}

/* --- the whole --- */

static void put_pattern(writing *s, const char *name, const char *pattern)
{
    define(s, "", name);
    member(s, "type", "string");
    member(s, "pattern", pattern);
    shut(s);
}

static void put_item_kind(writing *s, unsigned kind)
{
    khct_json_object(&s->w);
    member(s, "type", "object");
    open(s, "properties");
    open(s, khct_json_name(kind));
    refer(s, "", "words");
    shut(s);
    shut(s);
    put_required(s, khct_json_name(kind));
    put_closed(s);
    shut(s);
}

/* Signs that no text may hold, and with them those that are white space. */
#define CONTROL "\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u009F"
#define BLANK "\\t-\\r \\u00A0"

static void put_number(writing *s)
{
    define(s, "", "number");
    member(s, "description", "số nguyên mà mọi ngôn ngữ đọc đúng");
    member(s, "$comment", "a whole number that every language reads exactly");
    member(s, "type", "integer");
    key(s, "minimum");
    khct_json_int(&s->w, 0);
    key(s, "maximum");
    khct_json_int(&s->w, ((int64_t)1 << 53) - 1);
    shut(s);
}

static void put_basics(writing *s)
{
    put_pattern(s, "words", "^[^" CONTROL "]*[^" CONTROL BLANK "][^" CONTROL "]*$");
    put_pattern(s, "day", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
    put_pattern(s, "schoolYear", "^[0-9]{4}-[0-9]{4}$");
    put_pattern(s, "criterion", "^[0-9]+\\.[0-9]+$");
    put_pattern(s, "code", "^KH[0-9]{4}$");
    put_pattern(s, "pointer", "^(/[^/]*)+$");
    put_number(s);
    define(s, "", "text");
    member(s, "description", "một đoạn; hoặc nhiều đoạn và ý gạch đầu dòng");
    key(s, "anyOf");
    khct_json_list(&s->w);
    khct_json_object(&s->w);
    refer(s, "", "words");
    shut(s);
    khct_json_object(&s->w);
    member(s, "type", "array");
    key(s, "minItems");
    khct_json_int(&s->w, 1);
    open(s, "items");
    key(s, "anyOf");
    khct_json_list(&s->w);
    khct_json_object(&s->w);
    refer(s, "", "words");
    shut(s);
    put_item_kind(s, KHCT_K_GACH);
    put_item_kind(s, KHCT_J_SUBITEM);
    khct_json_end_list(&s->w);
    shut(s);
    shut(s);
    khct_json_end_list(&s->w);
    shut(s);
}

static void put_top(writing *s, const khct_place *place)
{
    open(s, khct_json_name(place->keyword));
    describe(s, khct_json_help(KHCT_B_TOP, place->keyword));
    bool many = place->times == KHCT_MANY;
    if (many)
        array(s);
    else
        open_either(s);
    if (place->how == KHCT_DECLARATION)
        refer(s, "b_", khct_json_block_name(place->opens));
    else
        refer(s, "o_", khct_json_value_of(place->type).detail);
    if (many) {
        shut(s);
    } else {
        or_type(s, "null");
        close_either(s);
    }
    shut(s);
}

static void put_root(writing *s)
{
    open(s, "properties");
    open(s, khct_json_name(KHCT_J_VERSION));
    describe(s, KHCT_JSON_VERSION_HELP);
    member(s, "type", "string");
    if (s->input)
        member(s, "pattern", "^1\\.");
    else
        member(s, "const", KHCT_JSON_VERSION);
    shut(s);
    KHCT_EACH_PLACE (place, KHCT_B_TOP)
        put_top(s, place);
    open(s, khct_json_name(KHCT_J_DERIVED));
    if (!s->input)
        refer(s, "o_", "DERIVED");
    shut(s);
    open(s, khct_json_name(KHCT_J_DIAGNOSTICS));
    member(s, "type", "array");
    if (!s->input) {
        open(s, "items");
        refer(s, "o_", "DIAGNOSTIC");
        shut(s);
    }
    shut(s);
    shut(s);
    key(s, "required");
    khct_json_row(&s->w);
    khct_json_cstr(&s->w, khct_json_name(KHCT_J_VERSION));
    if (!s->input) {
        KHCT_EACH_PLACE (place, KHCT_B_TOP)
            khct_json_cstr(&s->w, khct_json_name(place->keyword));
        khct_json_cstr(&s->w, khct_json_name(KHCT_J_DERIVED));
        khct_json_cstr(&s->w, khct_json_name(KHCT_J_DIAGNOSTICS));
    }
    khct_json_end_row(&s->w);
    put_closed(s);
}

void khct_schema(khct_out *out, bool input)
{
    writing s = {.w = khct_json_writer_of(out, true), .out = out, .input = input};
    khct_json_object(&s.w);
    member(&s, "$schema", "https://json-schema.org/draft/2020-12/schema");
    member(&s, "$id", input ? "urn:khct:vao:" KHCT_JSON_VERSION : "urn:khct:ra:" KHCT_JSON_VERSION);
    member(&s, "title", "Kế hoạch cải tiến chất lượng (khct)");
    member(&s, "type", "object");
    put_root(&s);
    key(&s, "$defs");
    khct_json_object(&s.w);
    put_basics(&s);
    for (unsigned block = KHCT_B_TOP + 1; block < KHCT_B_UNKNOWN; block++)
        put_block(&s, (khct_block)block);
    for (unsigned shape = 0; shape < KHCT_JSON_SHAPE_COUNT; shape++)
        put_shape(&s, (khct_json_shape)shape);
    khct_json_end_object(&s.w);
    khct_json_end_object(&s.w);
    khct_json_finish(&s.w);
}
