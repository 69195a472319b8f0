#include "emit/schema.h"

#include "emit/json_write.h"

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

static void member(writing *s, const char *name, const char *value)
{
    key(s, name);
    khct_json_cstr(&s->w, value);
}

/* {"$ref": "#/$defs/…"} with a prefix that keeps names of blocks, shapes and values apart. */
static void refer(writing *s, const char *kind, const char *name)
{
    key(s, "$ref");
    khct_json_open_string(&s->w);
    khct_json_piece(&s->w, KHCT_STR("#/$defs/"));
    khct_json_piece(&s->w, khct_str_of(kind));
    khct_json_piece(&s->w, khct_str_of(name));
    khct_json_close_string(&s->w);
}

static void define(writing *s, const char *kind, const char *name)
{
    char whole[64];
    size_t n = strlen(kind), k = strlen(name);
    if (n + k >= sizeof whole)
        return;
    memcpy(whole, kind, n);
    memcpy(whole + n, name, k + 1);
    key(s, whole);
    khct_json_object(&s->w);
}

static void describe(writing *s, const char *const help[2])
{
    if (help[0] == NULL)
        return;
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

/* True for typed values that a program may also give as their words. */
static bool has_words(const khct_json_member *m)
{
    size_t count;
    const khct_json_member *members = khct_json_members(&count);
    khct_json_shape shape = khct_json_shape_named(m->detail);
    for (size_t i = 0; i < count; i++)
        if (members[i].shape == shape && members[i].key == KHCT_J_WORDS &&
            (members[i].flags & KHCT_JSON_NEEDED))
            return true;
    return false;
}

static void put_kind(writing *s, const khct_json_member *m)
{
    switch (m->kind) {
    case KHCT_JSON_STRING: refer(s, "", "words"); break;
    case KHCT_JSON_TEXT: refer(s, "", "text"); break;
    case KHCT_JSON_INT: member(s, "type", "integer"); break;
    case KHCT_JSON_BOOL: member(s, "type", "boolean"); break;
    case KHCT_JSON_DAY: refer(s, "", "day"); break;
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
    khct_json_end_object(&s->w);
    khct_json_object(&s->w);
    member(s, "type", type);
}

static void close_either(writing *s)
{
    khct_json_end_object(&s->w);
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
        key(s, "items");
        khct_json_object(&s->w);
    }
    put_kind(s, m);
    if (many)
        khct_json_end_object(&s->w);
    if (loose) {
        khct_json_end_object(&s->w);
        khct_json_object(&s->w);
        refer(s, "", "text");
    }
    if (null)
        or_type(s, "null");
    if (null || loose)
        close_either(s);
}

/* --- objects of json_shape.def --- */

static bool is_needed(const writing *s, const khct_json_member *m)
{
    if (s->input)
        return (m->flags & KHCT_JSON_NEEDED) != 0;
    return (m->flags & (KHCT_JSON_PLACES | KHCT_JSON_OPTIONAL)) == 0;
}

static void put_shape(writing *s, khct_json_shape shape)
{
    size_t count;
    const khct_json_member *members = khct_json_members(&count);
    define(s, "o_", khct_json_shape_at(shape)->name);
    describe(s, khct_json_shape_at(shape)->help);
    member(s, "type", "object");
    key(s, "properties");
    khct_json_object(&s->w);
    for (size_t i = 0; i < count; i++) {
        if (members[i].shape != shape)
            continue;
        key(s, khct_json_name(members[i].key));
        khct_json_object(&s->w);
        describe(s, members[i].help);
        put_value(s, &members[i], false, false);
        khct_json_end_object(&s->w);
    }
    khct_json_end_object(&s->w);
    key(s, "required");
    khct_json_row(&s->w);
    for (size_t i = 0; i < count; i++)
        if (members[i].shape == shape && is_needed(s, &members[i]))
            khct_json_cstr(&s->w, khct_json_name(members[i].key));
    khct_json_end_row(&s->w);
    if (shape == KHCT_O_USE && !s->input) {
        key(s, "minProperties");
        khct_json_int(&s->w, 2);
    }
    key(s, "additionalProperties");
    khct_json_bool(&s->w, false);
    khct_json_end_object(&s->w);
}

/* --- blocks of the vocabulary table --- */

/* A field or a block in a block: one, or a list of them. */
static void put_place(writing *s, const khct_place *place, bool listed)
{
    bool many = listed && place->times == KHCT_MANY;
    if (many) {
        member(s, "type", "array");
        key(s, "items");
        khct_json_object(&s->w);
    }
    if (place->how == KHCT_DECLARATION) {
        refer(s, "b_", khct_json_block_name(place->opens));
    } else {
        khct_json_member m = khct_json_value_of(place->type);
        put_value(s, &m, true, s->input);
    }
    if (many)
        khct_json_end_object(&s->w);
}

static void put_property(writing *s, const khct_place *place, bool listed)
{
    key(s, khct_json_name(place->keyword));
    khct_json_object(&s->w);
    describe(s, khct_keyword_at(place->keyword)->help);
    put_place(s, place, listed);
    khct_json_end_object(&s->w);
}

/* The items of a block in which their order matters: each an object with one key. */
static void put_items(writing *s, khct_block block)
{
    size_t count;
    const khct_place *places = khct_places(&count);
    key(s, khct_json_name(KHCT_J_ITEMS));
    khct_json_object(&s->w);
    member(s, "type", "array");
    key(s, "items");
    khct_json_object(&s->w);
    member(s, "type", "object");
    key(s, "properties");
    khct_json_object(&s->w);
    for (size_t i = 0; i < count; i++)
        if (places[i].block == block)
            put_property(s, &places[i], false);
    key(s, khct_json_name(KHCT_J_SPAN));
    khct_json_object(&s->w);
    refer(s, "o_", "SPAN");
    khct_json_end_object(&s->w);
    khct_json_end_object(&s->w);
    key(s, "minProperties");
    khct_json_int(&s->w, 1);
    key(s, "additionalProperties");
    khct_json_bool(&s->w, false);
    khct_json_end_object(&s->w);
    khct_json_end_object(&s->w);
}

static bool stands_at_top(khct_block block)
{
    size_t count;
    const khct_place *places = khct_places(&count);
    for (size_t i = 0; i < count; i++)
        if (places[i].block == KHCT_B_TOP && places[i].how == KHCT_DECLARATION &&
            places[i].opens == block)
            return true;
    return false;
}

static void put_head(writing *s, khct_block block)
{
    khct_json_member head[KHCT_JSON_HEAD_MOST];
    size_t n = khct_json_head_of(block, head);
    for (size_t i = 0; i < n; i++) {
        key(s, khct_json_name(head[i].key));
        khct_json_object(&s->w);
        describe(s, head[i].help);
        put_value(s, &head[i], s->input, s->input);
        khct_json_end_object(&s->w);
    }
}

static void put_rank(writing *s)
{
    key(s, khct_json_name(KHCT_J_RANK));
    khct_json_object(&s->w);
    member(s, "type", "integer");
    khct_json_end_object(&s->w);
}

/* Where the block and its fields stand: with --vitri. */
static void put_places_key(writing *s, khct_block block)
{
    key(s, khct_json_name(KHCT_K_VITRI));
    khct_json_object(&s->w);
    member(s, "type", "object");
    key(s, "properties");
    khct_json_object(&s->w);
    key(s, khct_json_name(KHCT_J_WHOLE));
    khct_json_object(&s->w);
    refer(s, "o_", "SPAN");
    khct_json_end_object(&s->w);
    khct_json_end_object(&s->w);
    if (!khct_json_in_order(block)) {
        key(s, "additionalProperties");
        khct_json_object(&s->w);
        member(s, "type", "array");
        key(s, "items");
        khct_json_object(&s->w);
        refer(s, "o_", "SPAN");
        khct_json_end_object(&s->w);
        khct_json_end_object(&s->w);
    }
    khct_json_end_object(&s->w);
}

static void put_block(writing *s, khct_block block)
{
    size_t count;
    const khct_place *places = khct_places(&count);
    khct_json_member head[KHCT_JSON_HEAD_MOST];
    size_t heads = khct_json_head_of(block, head);
    define(s, "b_", khct_json_block_name(block));
    describe(s, khct_keyword_at(khct_block_at(block)->keyword)->help);
    member(s, "type", "object");
    key(s, "properties");
    khct_json_object(&s->w);
    if (stands_at_top(block))
        put_rank(s);
    put_head(s, block);
    if (khct_json_in_order(block))
        put_items(s, block);
    for (size_t i = 0; i < count && !khct_json_in_order(block); i++)
        if (places[i].block == block)
            put_property(s, &places[i], true);
    put_places_key(s, block);
    khct_json_end_object(&s->w);
    key(s, "required");
    khct_json_row(&s->w);
    if (stands_at_top(block) && !s->input)
        khct_json_cstr(&s->w, khct_json_name(KHCT_J_RANK));
    for (size_t i = 0; i < heads; i++)
        if (head[i].flags & KHCT_JSON_NEEDED)
            khct_json_cstr(&s->w, khct_json_name(head[i].key));
    if (khct_json_in_order(block) && !s->input)
        khct_json_cstr(&s->w, khct_json_name(KHCT_J_ITEMS));
    khct_json_end_row(&s->w);
    key(s, "additionalProperties");
    khct_json_bool(&s->w, false);
    khct_json_end_object(&s->w);
}

/* --- the whole --- */

static void put_pattern(writing *s, const char *name, const char *pattern)
{
    define(s, "", name);
    member(s, "type", "string");
    member(s, "pattern", pattern);
    khct_json_end_object(&s->w);
}

static void put_item_kind(writing *s, unsigned kind)
{
    khct_json_object(&s->w);
    member(s, "type", "object");
    key(s, "properties");
    khct_json_object(&s->w);
    key(s, khct_json_name(kind));
    khct_json_object(&s->w);
    refer(s, "", "words");
    khct_json_end_object(&s->w);
    khct_json_end_object(&s->w);
    key(s, "required");
    khct_json_row(&s->w);
    khct_json_cstr(&s->w, khct_json_name(kind));
    khct_json_end_row(&s->w);
    key(s, "additionalProperties");
    khct_json_bool(&s->w, false);
    khct_json_end_object(&s->w);
}

static void put_basics(writing *s)
{
    define(s, "", "words");
    member(s, "type", "string");
    khct_json_end_object(&s->w);
    put_pattern(s, "day", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    put_pattern(s, "criterion", "^[0-9]+\\.[0-9]+$");
    put_pattern(s, "pointer", "^(/[^/]*)+$");
    define(s, "", "text");
    member(s, "description", "một đoạn; hoặc nhiều đoạn và ý gạch đầu dòng");
    key(s, "anyOf");
    khct_json_list(&s->w);
    khct_json_object(&s->w);
    refer(s, "", "words");
    khct_json_end_object(&s->w);
    khct_json_object(&s->w);
    member(s, "type", "array");
    key(s, "minItems");
    khct_json_int(&s->w, 1);
    key(s, "items");
    khct_json_object(&s->w);
    key(s, "anyOf");
    khct_json_list(&s->w);
    khct_json_object(&s->w);
    refer(s, "", "words");
    khct_json_end_object(&s->w);
    put_item_kind(s, KHCT_K_GACH);
    put_item_kind(s, KHCT_J_SUBITEM);
    khct_json_end_list(&s->w);
    khct_json_end_object(&s->w);
    khct_json_end_object(&s->w);
    khct_json_end_list(&s->w);
    khct_json_end_object(&s->w);
}

static void put_top(writing *s, const khct_place *place)
{
    key(s, khct_json_name(place->keyword));
    khct_json_object(&s->w);
    describe(s, khct_keyword_at(place->keyword)->help);
    bool many = place->times == KHCT_MANY;
    if (many) {
        member(s, "type", "array");
        key(s, "items");
        khct_json_object(&s->w);
    } else {
        open_either(s);
    }
    if (place->how == KHCT_DECLARATION)
        refer(s, "b_", khct_json_block_name(place->opens));
    else
        refer(s, "o_", khct_json_value_of(place->type).detail);
    if (many) {
        khct_json_end_object(&s->w);
    } else {
        or_type(s, "null");
        close_either(s);
    }
    khct_json_end_object(&s->w);
}

static void put_root(writing *s)
{
    size_t count;
    const khct_place *places = khct_places(&count);
    key(s, "properties");
    khct_json_object(&s->w);
    key(s, khct_json_name(KHCT_J_VERSION));
    khct_json_object(&s->w);
    member(s, "description", "bản của lược đồ");
    member(s, "type", "string");
    member(s, "pattern", "^1\\.[0-9]+$");
    khct_json_end_object(&s->w);
    for (size_t i = 0; i < count; i++)
        if (places[i].block == KHCT_B_TOP)
            put_top(s, &places[i]);
    key(s, khct_json_name(KHCT_J_DERIVED));
    khct_json_object(&s->w);
    if (!s->input)
        refer(s, "o_", "DERIVED");
    khct_json_end_object(&s->w);
    key(s, khct_json_name(KHCT_J_DIAGNOSTICS));
    khct_json_object(&s->w);
    member(s, "type", "array");
    if (!s->input) {
        key(s, "items");
        khct_json_object(&s->w);
        refer(s, "o_", "DIAGNOSTIC");
        khct_json_end_object(&s->w);
    }
    khct_json_end_object(&s->w);
    khct_json_end_object(&s->w);
    key(s, "required");
    khct_json_row(&s->w);
    khct_json_cstr(&s->w, khct_json_name(KHCT_J_VERSION));
    for (size_t i = 0; i < count && !s->input; i++)
        if (places[i].block == KHCT_B_TOP)
            khct_json_cstr(&s->w, khct_json_name(places[i].keyword));
    if (!s->input) {
        khct_json_cstr(&s->w, khct_json_name(KHCT_J_DERIVED));
        khct_json_cstr(&s->w, khct_json_name(KHCT_J_DIAGNOSTICS));
    }
    khct_json_end_row(&s->w);
    key(s, "additionalProperties");
    khct_json_bool(&s->w, false);
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

/* --- the reference --- */

static void put_type(khct_out *out, const khct_json_member *m)
{
    static const char *const KINDS[] = {
        [KHCT_JSON_STRING] = "chuỗi",      [KHCT_JSON_TEXT] = "văn bản",
        [KHCT_JSON_INT] = "số nguyên",     [KHCT_JSON_BOOL] = "true, false",
        [KHCT_JSON_DAY] = "ngày",          [KHCT_JSON_CRITERION] = "số hiệu tiêu chí",
        [KHCT_JSON_POINTER] = "đường dẫn", [KHCT_JSON_WORD] = "một trong: ",
        [KHCT_JSON_OBJECT] = "",
    };
    if (m->flags & KHCT_JSON_MANY)
        khct_out_cstr(out, "danh sách ");
    khct_out_cstr(out, KINDS[m->kind]);
    if (m->kind == KHCT_JSON_WORD)
        khct_out_cstr(out, m->detail);
    if (m->kind == KHCT_JSON_OBJECT) {
        khct_out_cstr(out, "[");
        khct_out_cstr(out, m->detail);
        khct_out_cstr(out, "](#");
        for (const char *c = m->detail; *c != '\0'; c++)
            khct_out_char(out, (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c));
        khct_out_char(out, ')');
    }
    if (m->flags & KHCT_JSON_NULLABLE)
        khct_out_cstr(out, " hoặc null");
    if (m->flags & KHCT_JSON_PLACES)
        khct_out_cstr(out, "; khi có `--vitri`");
}

static void put_row(khct_out *out, const char *key, const khct_json_member *m,
                    const char *const help[2])
{
    khct_out_cstr(out, "| `");
    khct_out_cstr(out, key);
    khct_out_cstr(out, "` | ");
    put_type(out, m);
    khct_out_cstr(out, " | ");
    if (help[0] != NULL) {
        khct_out_cstr(out, help[0]);
        khct_out_cstr(out, " · ");
        khct_out_cstr(out, help[1]);
    }
    khct_out_cstr(out, " |\n");
}

static void put_table_head(khct_out *out, const char *sign, const char *name,
                           const char *const help[2])
{
    khct_out_cstr(out, "\n### ");
    khct_out_cstr(out, sign);
    khct_out_cstr(out, name);
    khct_out_cstr(out, "\n\n");
    khct_out_cstr(out, help[0]);
    khct_out_cstr(out, " · ");
    khct_out_cstr(out, help[1]);
    khct_out_cstr(out, "\n\n| khóa · key | giá trị · value | nghĩa · meaning |\n|---|---|---|\n");
}

static void put_block_table(khct_out *out, khct_block block)
{
    size_t count;
    const khct_place *places = khct_places(&count);
    khct_json_member head[KHCT_JSON_HEAD_MOST];
    size_t n = khct_json_head_of(block, head);
    const khct_keyword_row *row = khct_keyword_at(khct_block_at(block)->keyword);
    put_table_head(out, "khối ", khct_json_block_name(block), row->help);
    for (size_t i = 0; i < n; i++)
        put_row(out, khct_json_name(head[i].key), &head[i], head[i].help);
    if (khct_json_in_order(block))
        khct_out_cstr(out, "| `cacmuc` | danh sách, mỗi mục một khóa dưới đây | các mục, theo thứ "
                           "tự · the items in their order |\n");
    for (size_t i = 0; i < count; i++) {
        if (places[i].block != block)
            continue;
        khct_json_member m = khct_json_value_of(places[i].type);
        char name[64];
        if (places[i].how == KHCT_DECLARATION) {
            const char *inner = khct_json_block_name(places[i].opens);
            m = (khct_json_member){.kind = KHCT_JSON_OBJECT, .detail = name};
            name[0] = '\0';
            strncat(name, "khối-", sizeof name - 1);
            strncat(name, inner, sizeof name - strlen(name) - 1);
        }
        if (places[i].times == KHCT_MANY && !khct_json_in_order(block))
            m.flags |= KHCT_JSON_MANY;
        put_row(out, khct_json_name(places[i].keyword), &m,
                khct_keyword_at(places[i].keyword)->help);
    }
}

static void put_shape_table(khct_out *out, khct_json_shape shape)
{
    size_t count;
    const khct_json_member *members = khct_json_members(&count);
    const khct_json_shape_row *row = khct_json_shape_at(shape);
    put_table_head(out, "", row->name, row->help);
    for (size_t i = 0; i < count; i++)
        if (members[i].shape == shape)
            put_row(out, khct_json_name(members[i].key), &members[i], members[i].help);
}

void khct_schema_reference(khct_out *out)
{
    khct_out_cstr(out, "## Các khối\n");
    for (unsigned block = KHCT_B_TOP + 1; block < KHCT_B_UNKNOWN; block++)
        put_block_table(out, (khct_block)block);
    khct_out_cstr(out, "\n## Các giá trị và điều suy ra\n");
    for (unsigned shape = 0; shape < KHCT_JSON_SHAPE_COUNT; shape++)
        put_shape_table(out, (khct_json_shape)shape);
}
