/* Completion in headings: criteria, targets, titles, sections. */
#include "lsp/completion.h"

/* "muc 2": the keyword, a blank, the level. */
static khct_str level_words(const khct_completing *k, const char *lead, uint32_t level)
{
    return KHCT_JOIN(k->arena, lead, khct_complete_word(k, KHCT_K_MUC), " ", level);
}

static khct_str result_words(const khct_completing *k, const khct_criterion *criterion)
{
    const khct_result *result = khct_plan_result(k->plan, criterion->id);
    if (result == NULL)
        return KHCT_STR("");
    if (result->level == 0)
        return khct_str_of(khct_tell(k->r->server, "hiện không đạt", "now not met"));
    return KHCT_JOIN(k->arena, khct_tell(k->r->server, "hiện đạt mức ", "now at level "),
                     result->level);
}

/* What the levels of a criterion ask, as Markdown. */
static khct_str asks(const khct_completing *k, const khct_criterion *criterion, uint32_t level)
{
    khct_strs pieces = {0};
    KHCT_FOR (l, &criterion->asks) {
        for (size_t n = 0; l->level == level && n < l->requirements.n; n++) {
            khct_str letter = l->requirements.at[n].letter;
            KHCT_ADD(k->arena, &pieces, "- ", letter, letter.n > 0 ? ") " : "",
                     l->requirements.at[n].text, "\n");
        }
    }
    return khct_str_join(k->arena, pieces.at, pieces.n);
}

void khct_complete_criteria(khct_completing *k)
{
    const khct_catalogue *c = k->plan == NULL ? NULL : k->plan->catalogue;
    for (size_t i = 0; c != NULL && i < c->criteria.n; i++) {
        const khct_criterion *criterion = &c->criteria.at[i];
        khct_complete_offer(
            k, (khct_offer){.label = KHCT_JOIN(k->arena, criterion->code, " ", criterion->title),
                            .insert = criterion->code,
                            .detail = result_words(k, criterion),
                            .help = asks(k, criterion, 1),
                            .kind = KHCT_ITEM_MEMBER,
                            .rank = khct_plan_improvement(k->plan, criterion->id) == NULL ? 1 : 2});
    }
}

void khct_complete_levels(khct_completing *k, const khct_criterion *criterion, const char *lead)
{
    const khct_catalogue *c = k->plan == NULL ? NULL : k->plan->catalogue;
    const khct_result *result = criterion == NULL ? NULL : khct_plan_result(k->plan, criterion->id);
    uint32_t highest = c == NULL ? 4 : c->highest;
    for (uint32_t level = 1; level <= highest; level++) {
        if (criterion != NULL && !khct_criterion_has(criterion, level))
            continue;
        khct_complete_offer(
            k, (khct_offer){.label = level_words(k, lead, level),
                            .help = criterion == NULL ? KHCT_STR("") : asks(k, criterion, level),
                            .kind = KHCT_ITEM_VALUE,
                            .rank = result != NULL && level == result->level + 1u ? 1 : 2});
    }
}

/* --- tieuchi --- */

static void offer_block(khct_completing *k)
{
    khct_complete_offer(k, (khct_offer){.label = KHCT_STR("< … >"),
                                        .insert = khct_lsp_improvement(
                                            k->arena, k->plan, KHCT_STR(""), k->marked, true),
                                        .kind = KHCT_ITEM_SNIPPET,
                                        .rank = 3,
                                        .snippet = true});
}

static void offer_title(khct_completing *k, const khct_criterion *criterion)
{
    if (criterion == NULL)
        return;
    khct_complete_offer(k, (khct_offer){.label = criterion->title,
                                        .insert = KHCT_JOIN(k->arena, criterion->title, " "),
                                        .kind = KHCT_ITEM_VALUE,
                                        .rank = 4});
}

static void offer_keep(khct_completing *k, const khct_criterion *criterion)
{
    khct_str keep = khct_complete_word(k, KHCT_K_DUYTRI);
    const khct_result *result = criterion == NULL ? NULL : khct_plan_result(k->plan, criterion->id);
    khct_complete_offer(
        k, (khct_offer){
               .label = keep,
               .detail = khct_str_of(khct_keyword_at(KHCT_K_DUYTRI)->help[k->r->server->language]),
               .kind = KHCT_ITEM_KEYWORD,
               .rank = 2});
    if (result == NULL || result->level == 0)
        return;
    khct_str lead = KHCT_JOIN(k->arena, keep, " ");
    khct_complete_plain(k, level_words(k, khct_cstr(k->arena, lead), result->level),
                        KHCT_ITEM_VALUE, 2);
}

static const khct_criterion *criterion_of(const khct_completing *k, khct_criterion_id id)
{
    return k->plan == NULL || k->plan->catalogue == NULL
               ? NULL
               : khct_catalogue_criterion(k->plan->catalogue, id);
}

/* What the heading says up to the cursor. */
static khct_head head_so_far(const khct_completing *k, khct_block block)
{
    khct_span span = {k->source, k->begin, k->at};
    return khct_read_head(&k->reader, NULL, block, span, span);
}

/* `C T t` and `C R t`: what comes next depends on what stands before the cursor. */
static void criterion_heading(khct_completing *k, khct_block block)
{
    khct_head head = head_so_far(k, block);
    if (head.id.standard == 0 || head.id_span.end >= k->at) {
        khct_complete_criteria(k);
        return;
    }
    const khct_criterion *criterion = criterion_of(k, head.id);
    if (head.target.kind != KHCT_TARGET_NONE && head.target.span.end < k->at) {
        khct_complete_from(k, head.target.span.end);
        offer_title(k, criterion);
        offer_block(k);
        return;
    }
    khct_complete_from(k, head.id_span.end);
    khct_complete_levels(k, criterion, "");
    if (block == KHCT_B_KETQUATC) {
        khct_complete_plain(k, khct_complete_word(k, KHCT_K_KHONGDAT), KHCT_ITEM_KEYWORD, 2);
        return;
    }
    offer_keep(k, criterion);
    offer_title(k, criterion);
    offer_block(k);
}

/* --- others --- */

static void item_heading(khct_completing *k)
{
    const khct_catalogue *c = k->plan == NULL ? NULL : k->plan->catalogue;
    khct_head head = head_so_far(k, KHCT_B_KHOAN);
    if (head.number > 0 && head.id_span.end < k->at) {
        khct_complete_from(k, head.id_span.end);
        khct_complete_plain(k, level_words(k, "", 4), KHCT_ITEM_VALUE, 1);
        offer_block(k);
        return;
    }
    for (size_t i = 0; c != NULL && i < c->items.n; i++) {
        khct_str code = khct_str_number(k->arena, c->items.at[i].number);
        khct_complete_named(k, code, c->items.at[i].text, KHCT_ITEM_MEMBER, 1);
    }
}

void khct_complete_sections(khct_completing *k)
{
    const khct_template *form = k->plan == NULL ? NULL : k->plan->form;
    for (size_t i = 0; form != NULL && i < form->sections.n; i++)
        khct_complete_named(k, form->sections.at[i].name, form->sections.at[i].title,
                            KHCT_ITEM_REFERENCE, 1);
}

static void year_heading(khct_completing *k)
{
    khct_date today = khct_lsp_today(k->r->server);
    int year, month;
    khct_date_parts(today, &year, &month, NULL);
    const khct_plan *plan = k->plan;
    int first = plan != NULL && plan->heading.period.kind != KHCT_PERIOD_NONE
                    ? plan->heading.period.first_school_year
                    : year - (month < 9);
    for (int before = 1; before >= 0; before--) {
        khct_complete_plain(k,
                            KHCT_JOIN(k->arena, khct_complete_word(k, KHCT_K_NAMHOC), " ",
                                      khct_school_year_text(k->arena, first - before)),
                            KHCT_ITEM_VALUE, 1);
    }
}

static void round_heading(khct_completing *k)
{
    static const char *const WHEN[] = {"Cuối học kỳ I", "Cuối năm học", "Giữa học kỳ I",
                                       "Giữa học kỳ II"};
    for (size_t i = 0; i < sizeof WHEN / sizeof WHEN[0]; i++)
        khct_complete_plain(k, khct_str_of(WHEN[i]), KHCT_ITEM_VALUE, 1);
}

/* `[tieuchuan N] [tieuchi LIST]` */
static void problem_heading(khct_completing *k)
{
    const khct_catalogue *c = k->plan == NULL ? NULL : k->plan->catalogue;
    size_t length;
    for (uint32_t at = k->begin; at < k->at; at++)
        if ((at == k->begin || k->text.p[at - 1] == ' ') &&
            khct_keyword_here(k->library->vocabulary, KHCT_K_TIEUCHI,
                              khct_str_sub(k->text, at, k->at), &length) &&
            at + length < k->at) {
            khct_complete_from(k, khct_complete_entry(k, at + (uint32_t)length, ","));
            khct_complete_criteria(k);
            return;
        }
    khct_complete_plain(k, KHCT_JOIN(k->arena, khct_complete_word(k, KHCT_K_TIEUCHI), " "),
                        KHCT_ITEM_KEYWORD, 2);
    for (size_t i = 0; c != NULL && i < c->standards.n; i++) {
        khct_complete_named(k,
                            KHCT_JOIN(k->arena, khct_complete_word(k, KHCT_K_TIEUCHUAN), " ",
                                      c->standards.at[i].number),
                            c->standards.at[i].title, KHCT_ITEM_MEMBER, 1);
    }
}

void khct_complete_heading(khct_completing *k, khct_block opens)
{
    switch (opens) {
    case KHCT_B_TIEUCHI: criterion_heading(k, opens); break;
    case KHCT_B_KETQUATC: criterion_heading(k, opens); break;
    case KHCT_B_KHOAN: item_heading(k); break;
    case KHCT_B_PHAN: khct_complete_sections(k); break;
    case KHCT_B_HIENTRANG: year_heading(k); break;
    case KHCT_B_THEODOI: round_heading(k); break;
    case KHCT_B_VANDE: problem_heading(k); break;
    case KHCT_B_VIEC:
    case KHCT_B_VIECLON: offer_block(k); break;
    default: break;
    }
}
