#include "library/legal.h"

#include "library/prose.h"

/* Splits "ngay, trichyeu" at its commas. */
static void add_parts(khct_arena *arena, khct_str line, khct_strs *parts)
{
    while (line.n > 0) {
        khct_str part = khct_str_trim(khct_str_cut(&line, ','));
        if (part.n > 0)
            khct_push(arena, parts) = part;
    }
}

static unsigned unsure_of(khct_str field)
{
    static const struct {
        const char *field;
        unsigned bit;
    } ROWS[] = {
        {"ngay", KHCT_UNSURE_DATE},
        {"trichyeu", KHCT_UNSURE_SUBJECT},
        {"hieuluc", KHCT_UNSURE_FORCE},
        {"coquan", KHCT_UNSURE_BODY},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++)
        if (khct_str_is(field, ROWS[i].field))
            return ROWS[i].bit;
    return 0;
}

/* `chuakiem` names fields, or is a sentence, which begins with a capital letter. */
static void read_unsure(khct_arena *arena, khct_legal *legal, khct_str line)
{
    khct_strs parts = {0};
    add_parts(arena, line, &parts);
    unsigned unsure = 0;
    KHCT_FOR (part, &parts)
        unsure |= unsure_of(*part);
    legal->unsure |= unsure;
    if (unsure == 0)
        khct_push(arena, &legal->remarks) = line;
}

static const struct {
    const char *sign, *vi, *en;
} PROOFS[] = {
    [KHCT_PROOF_NONE] = {"", "chưa ghi", "not said"},
    [KHCT_PROOF_MANY] = {"2+", "hai nguồn độc lập trở lên", "two or more independent sources"},
    [KHCT_PROOF_ONE] = {"1", "một nguồn", "one source"},
    [KHCT_PROOF_COMMON] = {"chung", "hiểu biết chung, chưa có nguồn",
                           "general knowledge, no source"},
    [KHCT_PROOF_DISPUTE] = {"?", "các nguồn ghi khác nhau", "sources disagree"},
};

const char *khct_proof_text(khct_proof_kind kind, khct_language language)
{
    return language == KHCT_VI ? PROOFS[kind].vi : PROOFS[kind].en;
}

const char *khct_proof_sign(khct_proof_kind kind)
{
    return PROOFS[kind].sign;
}

khct_str khct_proof_of(khct_arena *arena, const khct_vocabulary *vocabulary,
                       const khct_proof *proof)
{
    khct_strs parts = {0};
    add_parts(arena, proof->of, &parts);
    for (size_t i = 0; i < parts.n; i++) {
        khct_keyword keyword = khct_keyword_named(vocabulary, parts.at[i]);
        if (keyword != KHCT_KEYWORD_NONE)
            parts.at[i] = khct_str_of(khct_keyword_at(keyword)->marked);
    }
    return khct_str_list(arena, &parts, KHCT_STR(", "));
}

static khct_proof read_proof(khct_str line)
{
    khct_str sign = khct_str_cut(&line, ' ');
    khct_proof proof = {.of = khct_str_trim(line)};
    for (size_t i = 1; i < sizeof PROOFS / sizeof PROOFS[0]; i++)
        if (khct_str_is(sign, PROOFS[i].sign))
            proof.kind = (khct_proof_kind)i;
    return proof;
}

bool khct_read_verified(khct_values *values, const khct_node *node, khct_verified *verified)
{
    if (node->keyword == KHCT_K_DOCHAC)
        khct_push(values->reader.arena, &verified->proofs) =
            read_proof(khct_value_line(values, node));
    else if (node->keyword == KHCT_K_XEMLAI)
        verified->looked = khct_value_date(values, node);
    else
        return false;
    return true;
}

static khct_school_types types_named(khct_arena *arena, khct_str list)
{
    khct_strs words = {0};
    khct_school_types types = 0;
    add_parts(arena, list, &words);
    for (size_t i = 0; i < words.n; i++)
        for (const khct_school_type_row *row = khct_school_type_rows(); row->bit != 0; row++)
            if (khct_str_is(words.at[i], khct_keyword_at(row->keyword)->unmarked))
                types |= row->bit;
    return types;
}

/* "thpt, gdtx: Sở Giáo dục và Đào tạo"; without types it is for all. */
static khct_successor read_successor(khct_arena *arena, khct_str line)
{
    size_t colon = khct_str_find(line, KHCT_STR(": "));
    khct_school_types types = types_named(arena, khct_str_sub(line, 0, colon));
    if (colon == line.n || types == 0)
        return (khct_successor){0, line};
    return (khct_successor){types, khct_str_trim(khct_str_sub(line, colon + 1, line.n))};
}

static khct_ended_body read_ended(khct_values *values, const khct_node *node,
                                  const khct_legal *legal)
{
    khct_ended_body body = {.last = KHCT_NO_DATE, .legal = legal};
    khct_arena *arena = values->reader.arena;
    const khct_head *head = khct_head_of(values, node);
    body.id = head->name;
    body.name = head->title;
    for (const khct_node *n = node->first; n != NULL; n = n->next) {
        khct_str line = khct_value_line(values, n);
        if (n->keyword == KHCT_K_NGAY)
            body.last = khct_value_date(values, n);
        else if (n->keyword == KHCT_K_TENKHAC)
            khct_push(arena, &body.names) = line;
        else if (n->keyword == KHCT_K_TRU)
            add_parts(arena, line, &body.but);
        else if (n->keyword == KHCT_K_THAYTHE)
            khct_push(arena, &body.successors) = read_successor(arena, line);
    }
    return body;
}

khct_str khct_ended_successor(const khct_ended_body *body, khct_school_types types)
{
    khct_str name = KHCT_STR("");
    for (size_t i = 0; i < body->successors.n; i++)
        if (body->successors.at[i].types == 0 || (body->successors.at[i].types & types) != 0)
            name = body->successors.at[i].name;
    return name;
}

static void read_number(khct_values *values, const khct_node *node, khct_legal *legal)
{
    khct_meaning meaning = khct_meaning_as(values, node, KHCT_TYPE_DOCUMENT_NUMBER);
    if (meaning.number != NULL)
        legal->number = *meaning.number;
}

khct_legal *khct_legal_read(khct_values *values, const khct_node *node)
{
    khct_arena *arena = values->reader.arena;
    khct_legal *legal = khct_alloc(arena, sizeof *legal);
    legal->span = node->value;
    legal->id = khct_value_line(values, node);
    legal->date = legal->force.from.date = legal->force.to.date = KHCT_NO_DATE;
    legal->verified.looked = KHCT_NO_DATE;
    for (const khct_node *n = node->first; n != NULL; n = n->next) {
        if (khct_read_verified(values, n, &legal->verified))
            continue;
        switch (n->keyword) {
        case KHCT_K_LOAI: legal->kind = khct_value_line(values, n); break;
        case KHCT_K_SO: read_number(values, n, legal); break;
        case KHCT_K_NGAY: legal->date = khct_value_date(values, n); break;
        case KHCT_K_COQUAN: legal->body = khct_value_line(values, n); break;
        case KHCT_K_TRICHYEU: legal->subject = khct_value_line(values, n); break;
        case KHCT_K_TUKHOA: add_parts(arena, khct_value_line(values, n), &legal->keywords); break;
        case KHCT_K_HIEULUC: legal->force = khct_value_force(values, n); break;
        case KHCT_K_THAYTHE: legal->replaced_by = khct_value_line(values, n); break;
        case KHCT_K_SUADOI:
            khct_push(arena, &legal->amended_by) = khct_value_line(values, n);
            break;
        case KHCT_K_KETTHUC: khct_push(arena, &legal->ended) = read_ended(values, n, legal); break;
        case KHCT_K_CUNGVIEC: legal->matter = khct_value_line(values, n); break;
        case KHCT_K_CAP: legal->types = khct_value_types(values, n); break;
        case KHCT_K_TENKHAC: khct_push(arena, &legal->names) = khct_value_line(values, n); break;
        case KHCT_K_CHUAKIEM: read_unsure(arena, legal, khct_value_line(values, n)); break;
        case KHCT_K_GHICHU: khct_push(arena, &legal->remarks) = khct_value_line(values, n); break;
        default: break;
        }
    }
    return legal;
}

/* A document of the plan's own may say nothing of its kind. */
static khct_str kind_of(const khct_legal *legal)
{
    return legal->kind.n > 0 ? legal->kind : KHCT_STR("Văn bản");
}

khct_str khct_legal_title(khct_arena *arena, const khct_legal *legal)
{
    static const char *const NAMED[] = {"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"};
    for (size_t i = 0; i < sizeof NAMED / sizeof NAMED[0]; i++)
        if (khct_str_is(legal->kind, NAMED[i]))
            return KHCT_JOIN(arena, legal->kind, " ", legal->subject);
    return KHCT_STR("");
}

khct_str khct_legal_name(khct_arena *arena, const khct_legal *legal)
{
    khct_str title = khct_legal_title(arena, legal);
    return KHCT_JOIN(arena, title.n > 0 ? title : kind_of(legal), " số ", legal->number.text);
}

khct_str khct_legal_short(khct_arena *arena, const khct_legal *legal)
{
    return KHCT_JOIN(arena, kind_of(legal), " ", legal->number.text);
}

uint32_t khct_legal_year(const khct_legal *legal)
{
    int year = 0;
    if (legal->date != KHCT_NO_DATE)
        khct_date_parts(legal->date, &year, NULL, NULL);
    return (uint32_t)year;
}

bool khct_legal_may_be_of(const khct_legal *legal, uint32_t year)
{
    return year == 0 || legal->date == KHCT_NO_DATE || year == khct_legal_year(legal);
}
