/* Completion in values: what a field of a type may say. */
#include "lsp/completion.h"

#include "value/money.h"

static void offer_text(khct_completing *k, khct_str label, int rank)
{
    khct_complete_plain(k, label, KHCT_ITEM_VALUE, rank);
}

/* Offers what the pieces come to. */
#define OFFER(k, rank, ...) offer_text(k, KHCT_JOIN((k)->arena, __VA_ARGS__), rank)

static void offer_texts(khct_completing *k, const char *const *texts, size_t n, int rank)
{
    for (size_t i = 0; i < n; i++)
        offer_text(k, khct_str_of(texts[i]), rank);
}

#define OFFER_TEXTS(k, texts, rank) offer_texts(k, texts, sizeof(texts) / sizeof *(texts), rank)

static void offer_keywords(khct_completing *k, const khct_keyword *keywords, size_t n)
{
    for (size_t i = 0; i < n; i++)
        khct_complete_offer(
            k, (khct_offer){.label = khct_complete_word(k, keywords[i]),
                            .detail = khct_str_of(
                                khct_keyword_at(keywords[i])->help[k->r->server->language]),
                            .match = khct_str_of(khct_keyword_at(keywords[i])->marked),
                            .kind = KHCT_ITEM_MEMBER,
                            .rank = 1});
}

static void offer_choices(khct_completing *k, khct_type type)
{
    for (const khct_keyword *word = khct_choices(type); *word != KHCT_KEYWORD_NONE; word++)
        offer_keywords(k, word, 1);
}

#define OFFER_KEYWORDS(k, ...)                                                                     \
    do {                                                                                           \
        static const khct_keyword WORDS[] = {__VA_ARGS__};                                         \
        offer_keywords((k), WORDS, sizeof WORDS / sizeof WORDS[0]);                                \
    } while (0)

/* --- the library --- */

static void offer_catalogues(khct_completing *k, khct_str lead)
{
    khct_strs ids = khct_library_list(k->library, k->arena, "danhmuc");
    for (size_t i = 0; i < ids.n; i++) {
        const khct_catalogue *c = khct_library_catalogue(k->library, ids.at[i]);
        if (c == NULL)
            continue;
        khct_complete_offer(k, (khct_offer){.label = khct_str_cat(k->arena, lead, ids.at[i]),
                                            .detail = khct_catalogue_name(k->library, k->arena, c),
                                            .help = c->name,
                                            .match = c->name,
                                            .kind = KHCT_ITEM_MODULE,
                                            .rank = 1});
    }
}

static void offer_templates(khct_completing *k, khct_str lead)
{
    khct_strs ids = khct_library_list(k->library, k->arena, "mau");
    for (size_t i = 0; i < ids.n; i++) {
        const khct_template *form = khct_library_template(k->library, ids.at[i]);
        if (form != NULL)
            khct_complete_named(k, khct_str_cat(k->arena, lead, ids.at[i]), form->name,
                                KHCT_ITEM_MODULE, 1);
    }
}

/* Judged by the plan's date: those not in force stand last. */
static bool in_force(const khct_completing *k, const khct_legal *legal)
{
    khct_date day = k->plan == NULL ? KHCT_NO_DATE : k->plan->heading.date.date;
    if (day == KHCT_NO_DATE)
        day = khct_lsp_today(k->r->server);
    return khct_force_holds(&legal->force, day) &&
           (legal->date == KHCT_NO_DATE || legal->date <= day);
}

/* "Thông tư 20/2018/TT-BGDĐT (thay bằng Thông tư 30/2026/TT-BGDĐT)" */
static khct_str with_successor(khct_completing *k, const khct_legal *legal)
{
    khct_str name = khct_legal_short(k->arena, legal);
    const khct_legal *next = legal->replaced_by.n == 0 || in_force(k, legal)
                                 ? NULL
                                 : khct_library_legal(k->library, k->arena, legal->replaced_by);
    if (next == NULL)
        return name;
    return KHCT_JOIN(k->arena, name,
                     k->r->server->language == KHCT_VI ? " (thay bằng " : " (replaced by ",
                     khct_legal_short(k->arena, next), ")");
}

static void offer_legals(khct_completing *k, khct_str lead)
{
    size_t count = khct_library_records(k->library)->n;
    for (size_t i = 0; i < count; i++) {
        const khct_legal *legal = khct_library_record(k->library, i);
        khct_str words = KHCT_JOIN(k->arena, khct_legal_name(k->arena, legal), " ", legal->subject);
        khct_complete_offer(k, (khct_offer){.label = khct_str_cat(k->arena, lead, legal->id),
                                            .detail = with_successor(k, legal),
                                            .help = words,
                                            .match = words,
                                            .kind = KHCT_ITEM_REFERENCE,
                                            .rank = in_force(k, legal) ? 1 : 5});
    }
}

/* The kind named before the cursor (`dung danhmuc |`), with the byte after it. */
static bool use_names(const khct_completing *k, khct_keyword keyword, uint32_t *behind)
{
    size_t length;
    if (!khct_keyword_here(k->library->vocabulary, keyword, k->typed, &length) ||
        length >= k->typed.n)
        return false;
    *behind = k->begin + (uint32_t)length;
    return true;
}

/* Files of the project, seen from this one. */
static void offer_files(khct_completing *k)
{
    const khct_workspace *workspace = &k->r->server->workspace;
    const char *path = k->r->open->path, *slash = strrchr(path, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    for (size_t i = 0; folder > 0 && i < workspace->files.n; i++) {
        const char *other = workspace->files.at[i].path;
        if (strcmp(other, path) == 0 || strncmp(other, path, folder) != 0)
            continue;
        khct_complete_plain(k, KHCT_JOIN(k->arena, "\"", other + folder, "\""), KHCT_ITEM_FILE, 2);
    }
}

static void complete_use(khct_completing *k)
{
    static const struct {
        khct_keyword keyword;
        void (*offer)(khct_completing *k, khct_str lead);
    } KINDS[] = {{KHCT_K_DANHMUC, offer_catalogues},
                 {KHCT_K_MAU, offer_templates},
                 {KHCT_K_VANBAN, offer_legals}};
    enum { COUNT = sizeof KINDS / sizeof KINDS[0] };
    uint32_t behind;
    for (size_t i = 0; i < COUNT; i++)
        if (use_names(k, KINDS[i].keyword, &behind)) {
            khct_complete_from(k, behind);
            KINDS[i].offer(k, KHCT_STR(""));
            return;
        }
    for (size_t i = 0; i < COUNT - 1; i++) /* documents are too many */
        KINDS[i].offer(k, KHCT_JOIN(k->arena, khct_complete_word(k, KINDS[i].keyword), " "));
    offer_files(k);
}

static void offer_groups(khct_completing *k)
{
    const khct_template *form = k->plan == NULL ? NULL : k->plan->form;
    for (size_t i = 0; form != NULL && i < form->sections.n; i++) {
        const khct_section_form *section = &form->sections.at[i];
        for (size_t g = 0; section->content == KHCT_CONTENT_BASIS && g < section->groups.n; g++)
            khct_complete_named(k, section->groups.at[g].name, section->groups.at[g].title,
                                KHCT_ITEM_REFERENCE, 1);
    }
}

static void complete_identifier(khct_completing *k)
{
    switch (k->where.node->keyword) {
    case KHCT_K_DANHMUC: offer_catalogues(k, KHCT_STR("")); break;
    case KHCT_K_MAU: offer_templates(k, KHCT_STR("")); break;
    case KHCT_K_NHOM: offer_groups(k); break;
    case KHCT_K_THAYTHE:
    case KHCT_K_SUADOI: offer_legals(k, KHCT_STR("")); break;
    default: break;
    }
}

/* --- years and times --- */

/* The school year in which the plan begins, else the one of today. */
static int plan_year(const khct_completing *k, int *last)
{
    int year, month;
    if (k->plan != NULL && k->plan->heading.period.kind != KHCT_PERIOD_NONE) {
        *last = k->plan->heading.period.last_school_year;
        return k->plan->heading.period.first_school_year;
    }
    khct_date_parts(khct_lsp_today(k->r->server), &year, &month, NULL);
    *last = year - (month < 7);
    return *last;
}

static void complete_school_year(khct_completing *k)
{
    int last, first = plan_year(k, &last);
    for (int year = first; year <= last + 1; year++)
        offer_text(k, khct_school_year_text(k->arena, year), 1);
    offer_text(k, khct_school_year_text(k->arena, first - 1), 2);
}

static void complete_period(khct_completing *k)
{
    int last, first = plan_year(k, &last);
    static const int LENGTHS[] = {5, 3, 2};
    for (size_t i = 0; i < sizeof LENGTHS / sizeof LENGTHS[0]; i++)
        OFFER(k, 1, khct_school_year_text(k->arena, first), " ", khct_complete_word(k, KHCT_K_DEN),
              " ", khct_school_year_text(k->arena, first + LENGTHS[i] - 1));
}

/* `muc N [den namhoc Y]` */
static void complete_aim(khct_completing *k)
{
    khct_aim aim = khct_read_aim(&k->reader, (khct_span){k->source, k->begin, k->at});
    int last;
    plan_year(k, &last);
    if (aim.level == 0 || aim.level_span.end >= k->at) {
        khct_complete_levels(k, NULL, "");
        return;
    }
    khct_complete_from(k, aim.level_span.end);
    for (int year = last; year <= last + 5; year++)
        OFFER(k, 1, khct_complete_word(k, KHCT_K_DEN), " ", khct_complete_word(k, KHCT_K_NAMHOC),
              " ", khct_school_year_text(k->arena, year));
}

static void complete_date(khct_completing *k)
{
    offer_text(k, khct_date_short(k->arena, khct_lsp_today(k->r->server)), 1);
    if (k->plan != NULL && k->plan->heading.date.date != KHCT_NO_DATE)
        offer_text(k, khct_date_short(k->arena, k->plan->heading.date.date), 2);
}

/* In `từ A đến B`, after `đến`: only B is completed. */
static bool until(khct_completing *k)
{
    static const char *const WORDS[] = {" đến ", " den ", " - ", " – "};
    uint32_t behind = 0;
    for (uint32_t at = k->begin; at < k->at; at++)
        for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++)
            if (khct_str_starts(khct_str_sub(k->text, at, k->at), WORDS[i]))
                behind = at + (uint32_t)strlen(WORDS[i]);
    if (behind == 0)
        return false;
    khct_complete_from(k, behind);
    return true;
}

static void offer_months(khct_completing *k, const char *lead, const char *behind, int first,
                         int last)
{
    for (int y = first; y <= last && y < first + 6; y++)
        for (int n = 0; n < 12; n++) {
            int month = (n + 8) % 12 + 1;
            OFFER(k, 5, lead, "tháng ", month, "/", month >= 9 ? y : y + 1, behind);
        }
}

static void complete_time(khct_completing *k)
{
    static const char *const PLAIN[] = {"hằng tuần",   "hằng tháng",    "hằng quý",
                                        "mỗi học kỳ",  "hằng năm",      "thường xuyên",
                                        "đầu năm học", "cuối học kỳ I", "cuối năm học"};
    int last, first = plan_year(k, &last);
    khct_complete_from(k, khct_complete_entry(k, k->begin, ",\n"));
    if (until(k)) {
        offer_months(k, "", "", first, last);
        return;
    }
    for (int y = first; y <= last && y < first + 6; y++) {
        OFFER(k, 1, "năm học ", y, "-", y + 1);
        OFFER(k, 2, "học kỳ I năm học ", y, "-", y + 1);
        OFFER(k, 2, "học kỳ II năm học ", y, "-", y + 1);
        OFFER(k, 6, "hoàn thành trong học kỳ I năm học ", y, "-", y + 1);
        OFFER(k, 6, "hoàn thành trong học kỳ II năm học ", y, "-", y + 1);
        OFFER(k, 1, "từ tháng 9/", y, " đến tháng 5/", y + 1);
    }
    if (last > first)
        OFFER(k, 3, "từ năm học ", first, "-", first + 1);
    OFFER_TEXTS(k, PLAIN, 4);
    offer_months(k, "", "", first, last);
    if (khct_str_starts(k->folded, "tu"))
        offer_months(k, "từ ", " đến ", first, last);
}

/* --- money --- */

static void complete_money(khct_completing *k)
{
    static const char *const UNITS[] = {" triệu đồng", " nghìn đồng", " tỷ đồng", ".000.000 đồng"};
    uint32_t number = k->at, entry;
    while (number > k->begin && strchr("0123456789.,", k->text.p[number - 1]) != NULL)
        number--;
    if (number < k->at && khct_is_digit(k->text.p[number])) {
        khct_complete_from(k, number);
        for (size_t i = 0; i < sizeof UNITS / sizeof UNITS[0]; i++)
            OFFER(k, 1, k->typed, UNITS[i]);
        return;
    }
    for (entry = k->at; entry > k->begin; entry--) /* a comma before a digit is a decimal one */
        if (k->text.p[entry - 1] == '+' ||
            (k->text.p[entry - 1] == ',' && (entry == k->at || k->text.p[entry] == ' ')))
            break;
    khct_complete_from(k, entry);
    offer_text(k, KHCT_STR("ngân sách nhà nước"), 1);
    for (khct_source_kind s = KHCT_SOURCE_SOCIAL; s < KHCT_SOURCE_NONE; s++)
        offer_text(k, khct_str_of(khct_source_name(s)), 2);
    offer_text(k, KHCT_STR("không"), 3);
}

/* --- people --- */

static void complete_roles(khct_completing *k)
{
    const khct_plan *plan = k->plan;
    khct_complete_from(k, khct_complete_entry(k, k->begin, ",+;\n"));
    if (k->typed.n > 2 && memcmp(k->typed.p, "- ", 2) == 0)
        khct_complete_from(k, k->begin + 2);
    for (size_t i = 0; plan != NULL && i < plan->roles.n; i++) {
        const khct_role *role = &plan->roles.at[i];
        khct_complete_named(k, role->name, role->id, KHCT_ITEM_VARIABLE, role->library ? 2 : 1);
    }
}

/* After `gom`: the IDs of roles. */
static void complete_role(khct_completing *k)
{
    size_t length;
    for (uint32_t at = k->begin; at < k->at; at++)
        if (at > k->begin && k->text.p[at - 1] == ' ' &&
            khct_keyword_here(k->library->vocabulary, KHCT_K_GOM, khct_str_sub(k->text, at, k->at),
                              &length) &&
            at + length < k->at) {
            khct_complete_from(k, khct_complete_entry(k, at + (uint32_t)length, ","));
            for (size_t i = 0; k->plan != NULL && i < k->plan->roles.n; i++)
                khct_complete_named(k, k->plan->roles.at[i].id, k->plan->roles.at[i].name,
                                    KHCT_ITEM_VARIABLE, 1);
            return;
        }
}

/* --- evidence, allowances, lists --- */

/* The criterion of the block around, else none. */
static khct_criterion_id criterion_around(khct_completing *k)
{
    for (const khct_node *n = k->where.block; n != NULL; n = n->parent)
        if (n->keyword == KHCT_K_TIEUCHI)
            return khct_read_head(&k->reader, NULL, n->opens, n->value, n->key).id;
    return (khct_criterion_id){0, 0};
}

/* The next number that no code of this criterion has in the file. */
static uint32_t next_evidence(khct_completing *k, khct_criterion_id id)
{
    uint32_t next = 1;
    for (const khct_node *n = k->tree->top; (n = khct_node_next(n)) != NULL;) {
        if (n->keyword != KHCT_K_MINHCHUNG)
            continue;
        khct_evidence evidence = khct_read_evidence(&k->reader, n->value);
        for (size_t i = 0; i < evidence.codes.n; i++)
            if (khct_criterion_cmp(evidence.codes.at[i].criterion, id) == 0 &&
                evidence.codes.at[i].number >= next)
                next = evidence.codes.at[i].number + 1;
    }
    return next;
}

static void complete_evidence(khct_completing *k)
{
    khct_criterion_id id = criterion_around(k);
    khct_complete_from(k, khct_complete_entry(k, k->begin, ",; \n("));
    if (id.standard == 0)
        return;
    uint32_t number = next_evidence(k, id);
    bool new_form = k->plan != NULL && k->plan->catalogue != NULL &&
                    k->plan->catalogue->evidence == KHCT_EVIDENCE_DOTTED;
    khct_str code = khct_evidence_text(k->arena, new_form ? 0 : id.standard, id, number);
    if (!new_form)
        code = KHCT_JOIN(k->arena, "[", code, "]");
    khct_complete_offer(
        k, (khct_offer){
               .label = code, .match = KHCT_STR("H MC"), .kind = KHCT_ITEM_REFERENCE, .rank = 1});
}

static bool reported(const khct_completing *k, khct_code code)
{
    const khct_diags *diags = k->r->c == NULL ? NULL : &k->r->c->diags;
    for (size_t i = 0; diags != NULL && i < diags->list.n; i++)
        if (diags->list.at[i]->code == code)
            return true;
    return false;
}

static void complete_allowance(khct_completing *k)
{
    size_t length = 0;
    while (length < k->typed.n && k->typed.p[length] != ' ')
        length++;
    if (length < k->typed.n) {
        uint32_t behind = k->begin + (uint32_t)length;
        size_t word;
        khct_complete_from(k, behind);
        if (khct_keyword_here(k->library->vocabulary, KHCT_K_TIEUCHI, k->typed, &word) &&
            word < k->typed.n) {
            khct_complete_from(k, k->begin + (uint32_t)word);
            khct_complete_criteria(k);
        } else {
            OFFER_KEYWORDS(k, KHCT_K_TIEUCHI);
        }
        return;
    }
    for (khct_code code = 0; code < KHCT_CODE_COUNT; code++) {
        const khct_code_row *row = khct_code_at(code);
        if (row->severity == KHCT_ERROR)
            continue;
        khct_str title = khct_str_of(row->title[k->r->server->language]);
        khct_complete_offer(k, (khct_offer){.label = khct_str_of(row->name),
                                            .detail = title,
                                            .match = KHCT_JOIN(k->arena, row->number, " ", title),
                                            .kind = KHCT_ITEM_MEMBER,
                                            .rank = reported(k, code) ? 1 : 5});
    }
}

/* The list after `muc N`; before it the level. */
static void complete_level_list(khct_completing *k)
{
    size_t level = 0;
    while (khct_digit_at(k->typed, level))
        level++;
    if (level == 0 || level == k->typed.n) {
        for (uint32_t n = 1;
             k->plan != NULL && k->plan->catalogue != NULL && n <= k->plan->catalogue->highest; n++)
            offer_text(k, khct_str_number(k->arena, n), 1);
        OFFER(k, 2, khct_complete_word(k, KHCT_K_CAONHAT), " ",
              khct_complete_word(k, KHCT_K_TATCA));
        return;
    }
    khct_complete_from(k, khct_complete_element(k, k->begin + (uint32_t)level));
    khct_complete_criteria(k);
}

static void complete_numbers(khct_completing *k)
{
    const khct_catalogue *c = k->plan == NULL ? NULL : k->plan->catalogue;
    khct_complete_from(k, khct_complete_element(k, k->begin));
    for (size_t i = 0; k->where.node->keyword == KHCT_K_KHOAN && c != NULL && i < c->items.n; i++)
        khct_complete_named(k, khct_str_number(k->arena, c->items.at[i].number),
                            c->items.at[i].text, KHCT_ITEM_MEMBER, 1);
}

/* `DATE N%[: TEXT]` */
static void complete_progress(khct_completing *k)
{
    size_t blank = khct_str_find(k->typed, KHCT_STR(" "));
    if (blank >= k->typed.n) {
        complete_date(k);
        return;
    }
    khct_complete_from(k, k->begin + (uint32_t)blank);
    OFFER_KEYWORDS(k, KHCT_K_HOANTHANH, KHCT_K_DANGTHUCHIEN, KHCT_K_CHUATHUCHIEN);
    offer_text(k, KHCT_STR("50%"), 2);
}

static void complete_names(khct_completing *k)
{
    khct_complete_from(k, khct_complete_entry(k, k->begin, ","));
    if (k->where.node->keyword == KHCT_K_THUTU)
        khct_complete_sections(k);
}

/* Whom the plan goes to, and the file copy. */
static void complete_recipient(khct_completing *k)
{
    if (k->plan != NULL && k->plan->school.superior.n > 0)
        OFFER(k, 1, k->plan->school.superior, " (để báo cáo)");
    offer_text(k, KHCT_STR("Các tổ, bộ phận (để thực hiện)"), 1);
    offer_text(k, KHCT_STR("Lưu: VT"), 2);
}

/* `KT Hiệu trưởng`: the authority, and after it whose it is. */
static void complete_authority(khct_completing *k)
{
    static const char *const AUTHORITIES[] = {"KT", "TM", "TL", "TUQ", "Q"};
    size_t blank = khct_str_find(k->typed, KHCT_STR(" "));
    if (blank < k->typed.n) {
        khct_complete_from(k, k->begin + (uint32_t)blank);
        complete_roles(k);
        return;
    }
    OFFER_TEXTS(k, AUTHORITIES, 1);
}

static void complete_name(khct_completing *k)
{
    switch (k->where.node->keyword) {
    case KHCT_K_CHUCVU:
    case KHCT_K_NGUOI: complete_roles(k); break;
    case KHCT_K_QUYENHAN: complete_authority(k); break;
    case KHCT_K_NOI: complete_recipient(k); break;
    default: break;
    }
}

void khct_complete_value(khct_completing *k, khct_type type)
{
    switch (type) {
    case KHCT_TYPE_USE: complete_use(k); break;
    case KHCT_TYPE_IDENTIFIER: complete_identifier(k); break;
    case KHCT_TYPE_NAMES: complete_names(k); break;
    case KHCT_TYPE_NAME: complete_name(k); break;
    case KHCT_TYPE_SCHOOL_TYPES:
        khct_complete_from(k, khct_complete_entry(k, k->begin, ","));
        OFFER_KEYWORDS(k, KHCT_K_MAMNON, KHCT_K_TIEUHOC, KHCT_K_THCS, KHCT_K_THPT, KHCT_K_GDTX);
        break;
    case KHCT_TYPE_OWNERSHIP:
    case KHCT_TYPE_DISPLAY: offer_choices(k, type); break;
    case KHCT_TYPE_DATE: complete_date(k); break;
    case KHCT_TYPE_SCHOOL_YEAR: complete_school_year(k); break;
    case KHCT_TYPE_PERIOD: complete_period(k); break;
    case KHCT_TYPE_AIM: complete_aim(k); break;
    case KHCT_TYPE_CRITERIA:
        khct_complete_from(k, khct_complete_element(k, k->begin));
        khct_complete_criteria(k);
        break;
    case KHCT_TYPE_LEVEL_LIST: complete_level_list(k); break;
    case KHCT_TYPE_NUMBERS: complete_numbers(k); break;
    case KHCT_TYPE_TIME: complete_time(k); break;
    case KHCT_TYPE_MONEY: complete_money(k); break;
    case KHCT_TYPE_ROLES: complete_roles(k); break;
    case KHCT_TYPE_ROLE: complete_role(k); break;
    case KHCT_TYPE_EVIDENCE: complete_evidence(k); break;
    case KHCT_TYPE_PROGRESS: complete_progress(k); break;
    case KHCT_TYPE_BASIS: offer_legals(k, KHCT_STR("")); break;
    case KHCT_TYPE_ALLOWANCE: complete_allowance(k); break;
    default: break;
    }
}
