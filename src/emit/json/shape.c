#include "emit/json/shape.h"

#include <string.h>

#define K(id) KHCT_K_##id
#define J(id) KHCT_J_##id
#define MANY KHCT_JSON_MANY
#define NULLABLE KHCT_JSON_NULLABLE
#define NEEDED KHCT_JSON_NEEDED
#define PLACES KHCT_JSON_PLACES
#define OPTIONAL KHCT_JSON_OPTIONAL

static const char *const KEYS[] = {
#define KHCT_JSON_KEY(id, name) name,
#include "emit/json/shape.def"
};

static const khct_json_shape_row SHAPES[] = {
#define KHCT_JSON_SHAPE(id, vi, en) {#id, {vi, en}},
#include "emit/json/shape.def"
};

static const khct_json_member MEMBERS[] = {
#define KHCT_JSON_MEMBER(shape, key, kind, flags, detail, vi, en)                                  \
    {KHCT_O_##shape, key, KHCT_JSON_##kind, flags, detail, {vi, en}},
#include "emit/json/shape.def"
};

static const char *const BLOCKS[] = {
#define KHCT_BLOCK(id, keyword, heading, example) #id,
#include "keywords.def"
};

static const struct help {
    khct_block block;
    khct_keyword key;
    const char *help[2];
} HELP[] = {
#define KHCT_JSON_HELP(block, key, vi, en) {KHCT_B_##block, key, {vi, en}},
#undef K
#include "emit/json/help.def"
#define K(id) KHCT_K_##id
#undef KHCT_JSON_HELP
};

const char *const *khct_json_help(khct_block block, khct_keyword key)
{
    for (size_t i = 0; i < sizeof HELP / sizeof HELP[0]; i++)
        if (HELP[i].block == block && HELP[i].key == key)
            return HELP[i].help;
    return khct_keyword_at(key == KHCT_KEYWORD_NONE ? khct_block_at(block)->keyword : key)->help;
}

const char *khct_json_name(unsigned key)
{
    return key < KHCT_KEYWORD_NONE ? khct_keyword_at((khct_keyword)key)->unmarked
                                   : KEYS[key - KHCT_JSON_KEYS_BEGIN - 1];
}

const khct_json_shape_row *khct_json_shape_at(khct_json_shape shape)
{
    return &SHAPES[shape];
}

const khct_json_member *khct_json_member_after(khct_json_shape shape,
                                               const khct_json_member *before)
{
    size_t i = before == NULL ? 0 : (size_t)(before + 1 - MEMBERS);
    for (; i < sizeof MEMBERS / sizeof MEMBERS[0]; i++)
        if (MEMBERS[i].shape == shape)
            return &MEMBERS[i];
    return NULL;
}

khct_json_shape khct_json_shape_named(const char *name)
{
    unsigned shape = 0;
    while (shape < KHCT_JSON_SHAPE_COUNT && strcmp(SHAPES[shape].name, name) != 0)
        shape++;
    return (khct_json_shape)shape;
}

const char *khct_json_block_name(khct_block block)
{
    return BLOCKS[block];
}

/* How values stand that are more than a string. */
static const struct value_row {
    khct_json_kind kind;
    unsigned flags;
    const char *detail;
} VALUES[KHCT_TYPE_COUNT] = {
#define OBJECT(shape)                                                                              \
    {                                                                                              \
        KHCT_JSON_OBJECT, 0, shape                                                                 \
    }
    [KHCT_TYPE_TEXT] = {KHCT_JSON_TEXT, 0, ""},
    [KHCT_TYPE_NAMES] = {KHCT_JSON_STRING, MANY | KHCT_JSON_FILLED, ""},
    [KHCT_TYPE_SCHOOL_TYPES] = {KHCT_JSON_WORD, MANY | KHCT_JSON_FILLED,
                                "mamnon tieuhoc thcs thpt gdtx"},
    [KHCT_TYPE_OWNERSHIP] = {KHCT_JSON_WORD, 0, "conglap danlap tuthuc"},
    [KHCT_TYPE_DISPLAY] = {KHCT_JSON_WORD, 0, "bang soluong"},
    [KHCT_TYPE_DOCUMENT_NUMBER] = OBJECT("DOCNUMBER"),
    [KHCT_TYPE_DATE] = OBJECT("DATE"),
    [KHCT_TYPE_SCHOOL_YEAR] = OBJECT("PERIOD"),
    [KHCT_TYPE_PERIOD] = OBJECT("PERIOD"),
    [KHCT_TYPE_AIM] = OBJECT("AIM"),
    [KHCT_TYPE_CRITERIA] = OBJECT("CRITERIA"),
    [KHCT_TYPE_LEVEL_LIST] = OBJECT("LEVELS"),
    [KHCT_TYPE_NUMBERS] = OBJECT("NUMBERS"),
    [KHCT_TYPE_TIME] = OBJECT("TIME"),
    [KHCT_TYPE_MONEY] = OBJECT("MONEY"),
    [KHCT_TYPE_ROLES] = OBJECT("PEOPLE"),
    [KHCT_TYPE_EVIDENCE] = OBJECT("EVIDENCE"),
    [KHCT_TYPE_PROGRESS] = OBJECT("PROGRESS"),
    [KHCT_TYPE_BASIS] = OBJECT("BASIS"),
    [KHCT_TYPE_USE] = OBJECT("USE"),
    [KHCT_TYPE_ROLE] = OBJECT("ROLE"),
    [KHCT_TYPE_ABBREVIATION] = OBJECT("ABBREVIATION"),
    [KHCT_TYPE_ALLOWANCE] = OBJECT("ALLOWANCE"),
    [KHCT_TYPE_FORCE] = OBJECT("FORCE"),
#undef OBJECT
};

khct_json_member khct_json_value_of(khct_type type)
{
    const struct value_row *row = &VALUES[type];
    return (khct_json_member){
        .kind = row->kind, .flags = row->flags, .detail = row->detail == NULL ? "" : row->detail};
}

/* What each letter of a heading's shape gives; `optional`: also where the heading needs it. */
static const struct {
    char letter;
    khct_keyword key;
    khct_json_kind kind;
    bool optional;
    const char *detail;
} HEADS[] = {
    {'C', KHCT_K_MA, KHCT_JSON_CRITERION, false, ""},
    {'N', KHCT_K_SO, KHCT_JSON_INT, false, ""},
    {'T', KHCT_K_DUYTRI, KHCT_JSON_BOOL, true, ""},
    {'T', KHCT_K_MUC, KHCT_JSON_INT, true, ""},
    {'L', KHCT_K_MUC, KHCT_JSON_INT, false, ""},
    {'R', KHCT_K_KHONGDAT, KHCT_JSON_BOOL, true, ""},
    {'R', KHCT_K_MUC, KHCT_JSON_INT, true, ""},
    {'Y', KHCT_K_NAMHOC, KHCT_JSON_OBJECT, false, "PERIOD"},
    {'I', KHCT_K_MA, KHCT_JSON_STRING, false, ""},
    {'M', KHCT_K_MA, KHCT_JSON_STRING, false, ""},
    {'M', KHCT_K_TEN, KHCT_JSON_STRING, true, ""},
    {'t', KHCT_K_TEN, KHCT_JSON_STRING, false, ""},
    {'W', KHCT_K_THOIGIAN, KHCT_JSON_OBJECT, false, "TIME"},
    {'S', KHCT_K_TIEUCHUAN, KHCT_JSON_INT, true, ""},
    {'S', KHCT_K_TIEUCHI, KHCT_JSON_OBJECT, true, "CRITERIA"},
};

size_t khct_json_head_of(khct_block block, khct_json_member members[KHCT_JSON_HEAD_MOST])
{
    size_t n = 0;
    for (const char *c = khct_block_at(block)->heading; *c != '\0'; c++)
        for (size_t i = 0; i < sizeof HEADS / sizeof HEADS[0]; i++) {
            if (HEADS[i].letter != *c)
                continue;
            khct_keyword key = *c == 'I' && block == KHCT_B_PHAN ? KHCT_K_TEN : HEADS[i].key;
            const char *const *help = khct_json_help(block, key);
            members[n++] =
                (khct_json_member){.key = key,
                                   .kind = HEADS[i].kind,
                                   .flags = c[1] == 'x' && !HEADS[i].optional ? NEEDED : 0,
                                   .detail = HEADS[i].detail,
                                   .help = {help[0], help[1]}};
        }
    return n;
}

bool khct_json_in_order(khct_block block)
{
    return block == KHCT_B_PHAN || block == KHCT_B_MUCNHO || block == KHCT_B_CANCU ||
           block == KHCT_B_MAUPHAN || block == KHCT_B_MAUNHOM || block == KHCT_B_MAUBANG;
}

bool khct_json_at_top(khct_block block)
{
    KHCT_EACH_PLACE (place, KHCT_B_TOP)
        if (place->how == KHCT_DECLARATION && place->opens == block)
            return true;
    return false;
}

const char *const KHCT_JSON_RANK_HELP[2] = {"thứ tự trong kế hoạch, từ 1",
                                            "its place in the plan, from 1"};
const char *const KHCT_JSON_PLACES_HELP[2] = {
    "`khoi`: chỗ của khối trong tệp nguồn; mỗi khóa khác: danh sách chỗ của các ý",
    "`khoi`: the place of the block in the source; each other key: a list, the places of its "
    "fields"};

const char *const KHCT_JSON_VERSION_HELP[2] = {"bản của lược đồ này", "the version of this schema"};
