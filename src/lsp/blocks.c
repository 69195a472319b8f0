/* Whole blocks to be filled in. */
#include "lsp/completion.h"

#include "text/utf8.h"

/* True where a column of the form's plan shows the field. */
static bool shown(const khct_plan *plan, khct_keyword keyword)
{
    return plan == NULL || plan->form == NULL || khct_plan_column(plan->form, keyword) != NULL;
}

typedef struct filling {
    khct_arena *arena;
    khct_strs pieces;
    bool marked, snippet;
    int places;
} filling;

static khct_str word_of(const filling *f, khct_keyword keyword)
{
    const khct_keyword_row *row = khct_keyword_at(keyword);
    return khct_str_of(f->marked ? row->marked : row->unmarked);
}

#define PUT(f, ...) KHCT_ADD((f)->arena, &(f)->pieces, __VA_ARGS__)

/* A place to be filled in with what the keyword means. */
static void put_place(filling *f, khct_keyword keyword)
{
    if (f->snippet)
        PUT(f, "$", ++f->places);
    else
        PUT(f, "(điền ", khct_keyword_at(keyword)->marked, ")");
}

static void put_field(filling *f, khct_keyword keyword, size_t width)
{
    khct_str word = word_of(f, keyword);
    PUT(f, "  ", word);
    for (size_t n = khct_utf8_characters(word); n < width; n++)
        PUT(f, " ");
    PUT(f, "  ");
    put_place(f, keyword);
    PUT(f, ";\n");
}

static void put_fields(filling *f, const khct_keyword *fields, size_t n)
{
    size_t width = 0;
    for (size_t i = 0; i < n; i++) {
        size_t own = khct_utf8_characters(word_of(f, fields[i]));
        width = own > width ? own : width;
    }
    PUT(f, "<\n");
    for (size_t i = 0; i < n; i++)
        put_field(f, fields[i], width);
    PUT(f, f->snippet ? ">$0" : ">");
}

/* The fields of an improvement that the form has columns for. */
static size_t improvement_fields(const khct_plan *plan, khct_keyword fields[16])
{
    static const khct_keyword LIKELY[] = {
        KHCT_K_DIEMYEU,   KHCT_K_MUCTIEU, KHCT_K_KETQUA,   KHCT_K_GIAIPHAP, KHCT_K_CHISO,
        KHCT_K_CHUTRI,    KHCT_K_PHOIHOP, KHCT_K_THOIGIAN, KHCT_K_KINHPHI,  KHCT_K_NGUONLUC,
        KHCT_K_MINHCHUNG, KHCT_K_GIAMSAT, KHCT_K_BAOCAO};
    size_t n = 0;
    for (size_t i = 0; i < sizeof LIKELY / sizeof LIKELY[0] && n < 16; i++) {
        bool doubled = (LIKELY[i] == KHCT_K_MUCTIEU && shown(plan, KHCT_K_KETQUA)) ||
                       (LIKELY[i] == KHCT_K_NGUONLUC && shown(plan, KHCT_K_KINHPHI));
        bool form2 = plan != NULL && shown(plan, KHCT_K_CHISO);
        if (form2 && LIKELY[i] == KHCT_K_MUCTIEU)
            doubled = false;
        if (form2 && LIKELY[i] == KHCT_K_KETQUA)
            doubled = true;
        if (shown(plan, LIKELY[i]) && !doubled)
            fields[n++] = LIKELY[i];
    }
    return n;
}

khct_str khct_lsp_improvement(khct_arena *arena, const khct_plan *plan, khct_str heading,
                              bool marked, bool snippet)
{
    filling f = {.arena = arena, .marked = marked, .snippet = snippet};
    khct_keyword fields[16];
    size_t n = improvement_fields(plan, fields);
    PUT(&f, heading, heading.n > 0 ? " " : "");
    put_fields(&f, fields, n);
    return khct_str_join(arena, f.pieces.at, f.pieces.n);
}

/* The fields that a block is likely to have. */
static size_t block_fields(const khct_plan *plan, khct_block opens, khct_keyword fields[16])
{
    size_t n = 0;
    if (opens == KHCT_B_TIEUCHI || opens == KHCT_B_KHOAN || opens == KHCT_B_VIECLON)
        return improvement_fields(plan, fields);
    if (opens == KHCT_B_VIEC) {
        static const khct_keyword TASK[] = {KHCT_K_GIAIPHAP, KHCT_K_CHUTRI, KHCT_K_THOIGIAN};
        memcpy(fields, TASK, sizeof TASK);
        return sizeof TASK / sizeof TASK[0];
    }
    /* of prose a paragraph to begin with */
    size_t most = opens == KHCT_B_PHAN || opens == KHCT_B_MUCNHO ? 1 : 12;
    KHCT_EACH_PLACE (place, opens)
        if (place->how == KHCT_FIELD && n < most)
            fields[n++] = place->keyword;
    return n;
}

khct_str khct_lsp_block(khct_arena *arena, const khct_plan *plan, khct_block opens,
                        khct_str keyword, bool marked)
{
    filling f = {.arena = arena, .marked = marked, .snippet = true};
    khct_keyword fields[16];
    const char *heading = khct_block_at(opens)->heading;
    PUT(&f, keyword, " ");
    if (heading[0] != '\0' && opens != KHCT_B_CHUKY) {
        put_place(&f, KHCT_K_TEN);
        if (heading[0] == 'C' && opens == KHCT_B_TIEUCHI) {
            PUT(&f, " ", word_of(&f, KHCT_K_MUC), " ");
            put_place(&f, KHCT_K_MUC);
        }
        PUT(&f, " ");
    }
    size_t n = block_fields(plan, opens, fields);
    put_fields(&f, fields, n);
    return khct_str_join(arena, f.pieces.at, f.pieces.n);
}
