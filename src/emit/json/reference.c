/* The tables of docs/json.md: what the schema says, for people. */
#include "emit/json/schema.h"

static void put_link(khct_out *out, const char *sign, const char *name)
{
    KHCT_OUT(out, "[", sign, name, "](#", sign);
    for (const char *c = name; *c != '\0'; c++)
        khct_out_char(out, (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c));
    khct_out_char(out, ')');
}

static void put_type(khct_out *out, const khct_json_member *m, const khct_place *place)
{
    static const char *const KINDS[] = {
        [KHCT_JSON_STRING] = "chuỗi",      [KHCT_JSON_TEXT] = "văn bản",
        [KHCT_JSON_INT] = "số nguyên",     [KHCT_JSON_PERCENT] = "số",
        [KHCT_JSON_BOOL] = "true, false",  [KHCT_JSON_ANY] = "chuỗi, có thể rỗng",
        [KHCT_JSON_DAY] = "ngày",          [KHCT_JSON_SCHOOL] = "năm học, như 2023-2024",
        [KHCT_JSON_CODE] = "mã nhận xét",  [KHCT_JSON_CRITERION] = "số hiệu tiêu chí",
        [KHCT_JSON_POINTER] = "đường dẫn", [KHCT_JSON_WORD] = "một trong: ",
        [KHCT_JSON_OBJECT] = "",
    };
    if (m->flags & KHCT_JSON_MANY)
        khct_out_cstr(out, "danh sách ");
    if (place != NULL && place->how == KHCT_DECLARATION) {
        put_link(out, "khối-", khct_json_block_name(place->opens));
    } else {
        khct_out_cstr(out, KINDS[m->kind]);
        if (m->kind == KHCT_JSON_WORD)
            khct_out_cstr(out, m->detail);
        if (m->kind == KHCT_JSON_OBJECT)
            put_link(out, "", m->detail);
    }
    if (m->flags & KHCT_JSON_NULLABLE)
        khct_out_cstr(out, " hoặc null");
    if (m->flags & KHCT_JSON_PLACES)
        khct_out_cstr(out, "; khi có `--vitri`");
    if (m->flags & KHCT_JSON_NEEDED)
        khct_out_cstr(out, "; **cần**");
}

static void put_row(khct_out *out, const char *key, const khct_json_member *m,
                    const khct_place *place, const char *const help[2])
{
    KHCT_OUT(out, "| `", key, "` | ");
    put_type(out, m, place);
    KHCT_OUT(out, " | ", help[0], " · ", help[1], " |\n");
}

static void put_table_head(khct_out *out, const char *sign, const char *name,
                           const char *const help[2])
{
    KHCT_OUT(out, "\n### ", sign, name, "\n\n", help[0], " · ", help[1],
             "\n\n| khóa · key | giá trị · value | nghĩa · meaning |\n|---|---|---|\n");
}

static void put_place_row(khct_out *out, const khct_place *place, bool listed)
{
    khct_json_member m = khct_json_value_of(place->type);
    if (listed && place->times == KHCT_MANY)
        m.flags |= KHCT_JSON_MANY;
    put_row(out, khct_json_name(place->keyword), &m, place,
            khct_json_help(place->block, place->keyword));
}

static void put_block_table(khct_out *out, khct_block block)
{
    static const khct_json_member RANK = {.kind = KHCT_JSON_INT};
    static const khct_json_member PLACES = {
        .kind = KHCT_JSON_OBJECT, .flags = KHCT_JSON_PLACES, .detail = "SPAN"};
    khct_json_member head[KHCT_JSON_HEAD_MOST];
    size_t n = khct_json_head_of(block, head);
    put_table_head(out, "khối ", khct_json_block_name(block),
                   khct_json_help(block, KHCT_KEYWORD_NONE));
    if (khct_json_at_top(block))
        put_row(out, khct_json_name(KHCT_J_RANK), &RANK, NULL, KHCT_JSON_RANK_HELP);
    for (size_t i = 0; i < n; i++)
        put_row(out, khct_json_name(head[i].key), &head[i], NULL, head[i].help);
    if (khct_json_in_order(block))
        khct_out_cstr(out, "| `cacmuc` | danh sách, mỗi mục một khóa dưới đây | các mục, theo thứ "
                           "tự · the items in their order |\n");
    KHCT_EACH_PLACE (place, block)
        put_place_row(out, place, !khct_json_in_order(block));
    put_row(out, khct_json_name(KHCT_K_VITRI), &PLACES, NULL, KHCT_JSON_PLACES_HELP);
}

static void put_shape_table(khct_out *out, khct_json_shape shape)
{
    const khct_json_shape_row *row = khct_json_shape_at(shape);
    put_table_head(out, "", row->name, row->help);
    KHCT_EACH_MEMBER (m, shape)
        put_row(out, khct_json_name(m->key), m, NULL, m->help);
}

static void put_top_table(khct_out *out)
{
    static const char *const WHOLE[2] = {"cả kế hoạch", "the whole plan"};
    static const khct_json_member VERSION = {.kind = KHCT_JSON_STRING, .flags = KHCT_JSON_NEEDED};
    static const khct_json_member DERIVED = {.kind = KHCT_JSON_OBJECT, .detail = "DERIVED"};
    static const khct_json_member DIAGNOSTICS = {
        .kind = KHCT_JSON_OBJECT, .flags = KHCT_JSON_MANY, .detail = "DIAGNOSTIC"};
    static const char *const REMARKS[2] = {"các nhận xét", "the remarks"};
    put_table_head(out, "", "ngoài cùng · at the top", WHOLE);
    put_row(out, khct_json_name(KHCT_J_VERSION), &VERSION, NULL, KHCT_JSON_VERSION_HELP);
    KHCT_EACH_PLACE (place, KHCT_B_TOP)
        put_place_row(out, place, true);
    put_row(out, khct_json_name(KHCT_J_DERIVED), &DERIVED, NULL,
            khct_json_shape_at(KHCT_O_DERIVED)->help);
    put_row(out, khct_json_name(KHCT_J_DIAGNOSTICS), &DIAGNOSTICS, NULL, REMARKS);
}

void khct_schema_reference(khct_out *out)
{
    khct_out_cstr(out, "## Các khối\n");
    put_top_table(out);
    for (unsigned block = KHCT_B_TOP + 1; block < KHCT_B_UNKNOWN; block++)
        put_block_table(out, (khct_block)block);
    khct_out_cstr(out, "\n## Các giá trị và điều suy ra\n");
    for (unsigned shape = 0; shape < KHCT_JSON_SHAPE_COUNT; shape++)
        put_shape_table(out, (khct_json_shape)shape);
}
