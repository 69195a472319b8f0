/* The legal basis. */
#include "plan/build.h"

#include "text/fold.h"

/* The plan's own documents by their numbers. A number may leave its kind or its body out, and then
 * is any that has one: each document stands under four keys, and at most four are asked for. */
typedef struct by_number {
    khct_plan *plan;
    khct_map map;
} by_number;

#define ANY KHCT_STR("*") /* no kind and no body has that sign */

static khct_str number_key(const by_number *by, const khct_docnumber *number, khct_str kind,
                           khct_str body)
{
    return KHCT_JOIN(by->plan->arena, number->value, "/", number->year, "/", kind, "/", body);
}

static void put_number(by_number *by, const khct_docnumber *number, uint32_t i)
{
    const khct_str kinds[] = {number->kind, ANY}, bodies[] = {number->body, ANY};
    for (size_t k = 0; k < 4; k++) {
        khct_str key = number_key(by, number, kinds[k / 2], bodies[k % 2]);
        if (khct_map_get(&by->map, key) == KHCT_NONE)
            khct_map_put(by->plan->arena, &by->map, key, i);
    }
}

static uint32_t get_number(const by_number *by, const khct_docnumber *number)
{
    const khct_str kinds[] = {number->kind.n > 0 ? number->kind : ANY, KHCT_STR("")};
    const khct_str bodies[] = {number->body.n > 0 ? number->body : ANY, KHCT_STR("")};
    uint32_t found = KHCT_NONE;
    for (size_t k = 0; k < 4; k++) {
        uint32_t i = khct_map_get(&by->map, number_key(by, number, kinds[k / 2], bodies[k % 2]));
        found = i < found ? i : found;
    }
    return found;
}

static bool same_words(const khct_plan *plan, khct_str a, khct_str b)
{
    return khct_str_eq(khct_fold(plan->arena, a), khct_fold(plan->arena, b));
}

/* The date that is cited is the document's. Numbers begin anew each year: with another date a
 * number without its year is another document's; `sure` where it must be given. */
static bool same_date(const khct_basis *b, const khct_legal *legal, bool sure)
{
    int cited;
    if (!khct_legal_may_be_of(legal, b->year)) /* CV 5932/BGDĐT-QLCL năm 2020 */
        return false;
    if (b->date.date == KHCT_NO_DATE || legal->date == KHCT_NO_DATE)
        return !sure && !(b->dateless && b->date.words.n == 0);
    if ((legal->unsure & KHCT_UNSURE_DATE) == 0)
        return b->date.date == legal->date;
    khct_date_parts(b->date.date, &cited, NULL, NULL);
    return khct_legal_year(legal) == (uint32_t)cited;
}

/* `Luật Giáo dục ngày 14/6/2019`, `Luật Giáo dục năm 2019`. */
static bool is_law(const khct_plan *plan, const khct_basis *b, const khct_legal *legal)
{
    if (!same_words(plan, b->kind_name, legal->kind) ||
        !same_words(plan, b->name.words, legal->subject))
        return false;
    if (b->date.words.n > 0)
        return same_date(b, legal, true);
    return b->year == khct_legal_year(legal);
}

static bool same_letters(const khct_plan *plan, khct_str a, khct_str b)
{
    return khct_str_eq(khct_docnumber_key(plan->arena, a), khct_docnumber_key(plan->arena, b));
}

/* The same kind, number and year; a year that is not given, or no letters at all, needs the date.
 */
static bool is_number(const khct_plan *plan, const khct_basis *b, const khct_legal *legal)
{
    const khct_docnumber *cited = &b->number, *full = &legal->number;
    if (!full->understood || cited->value != full->value || cited->number.n == 0 ||
        (cited->year != 0 && cited->year != full->year))
        return false;
    bool bare = cited->kind.n + cited->body.n == 0;
    if (bare && full->kind.n + full->body.n > 0)
        return same_words(plan, b->kind_name, legal->kind) && same_date(b, legal, true);
    bool part = cited->year != full->year;
    return same_letters(plan, cited->kind, full->kind) &&
           same_letters(plan, cited->body, full->body) &&
           (cited->year != 0 || same_date(b, legal, part));
}

static const khct_legal *own_record(const by_number *by, const khct_basis *b)
{
    khct_plan *plan = by->plan;
    uint32_t own = b->id.words.n > 0 ? khct_map_get(&plan->legal_by_id, b->id.words)
                   : b->number.understood && plan->legals.n > 0 ? get_number(by, &b->number)
                                                                : KHCT_NONE;
    const khct_legal *legal = own == KHCT_NONE ? NULL : plan->legals.at[own];
    bool other =
        legal != NULL && b->id.words.n == 0 && b->number.year == 0 && !same_date(b, legal, false);
    return other ? NULL : legal;
}

/* The record of a cited document: the plan's own, then the library's. */
static const khct_legal *record_of(const by_number *by, const khct_basis *b)
{
    khct_plan *plan = by->plan;
    khct_library *library = plan->library;
    const khct_legal *own = own_record(by, b);
    if (own != NULL)
        return own;
    if (b->id.words.n > 0)
        return khct_library_legal(library, plan->arena, b->id.words);
    if (!b->understood)
        return NULL;
    const khct_records *records = khct_library_records(library);
    for (size_t i = 0; i < records->n; i++) {
        const khct_record *record = &records->at[i];
        if (b->law ? !same_words(plan, b->kind_name, record->kind)
                   : b->number.value != record->number)
            continue;
        const khct_legal *legal = khct_library_record(library, i);
        if (b->law ? is_law(plan, b, legal) : is_number(plan, b, legal))
            return legal;
    }
    return NULL;
}

static khct_text one_paragraph(khct_plan *plan, khct_str words, khct_span span)
{
    khct_paragraph *paragraph = khct_alloc(plan->arena, sizeof *paragraph);
    *paragraph = (khct_paragraph){KHCT_PARAGRAPH, span, words};
    return (khct_text){paragraph, 1, false};
}

static void say(khct_plan *plan, khct_strs *out, khct_str words)
{
    if (words.n > 0)
        khct_push(plan->arena, out) = words;
}

/* Laws and ordinances are cited by name and date, without number and body (Decree 30/2020, appendix
 * I, part II, section 6). */
static bool by_name(const khct_legal *legal)
{
    return khct_str_is(legal->kind, "Luật") || khct_str_is(legal->kind, "Bộ luật") ||
           khct_str_is(legal->kind, "Pháp lệnh");
}

/* All that the library knows of a document, where the writer gave no more than which it is: its
 * identifier, or its number. */
static khct_str record_text(khct_plan *plan, const khct_legal *legal, khct_str number)
{
    khct_strs out = {0};
    bool law = by_name(legal);
    say(plan, &out, legal->kind.n > 0 ? legal->kind : KHCT_STR("Văn bản"));
    if (law)
        say(plan, &out, legal->subject);
    if (!law || number.n > 0) {
        say(plan, &out, KHCT_STR("số"));
        say(plan, &out, number.n > 0 ? number : legal->number.text);
    }
    if (legal->date != KHCT_NO_DATE)
        say(plan, &out, khct_date_long(plan->arena, legal->date));
    if (!law && legal->body.n > 0) {
        say(plan, &out, KHCT_STR("của"));
        say(plan, &out, legal->body);
    }
    if (!law)
        say(plan, &out, legal->subject);
    return khct_str_list(plan->arena, &out, KHCT_STR(" "));
}

/* What is printed: the writer's words. A number alone at the beginning gets its kind before it; a
 * document of which no more is said, all that is known. */
static khct_str printed(khct_plan *plan, const khct_citation *c, const khct_legal *legal)
{
    const khct_basis *b = &c->list.at[0];
    bool starts = b->number.understood && c->lead.words.n == 0 && b->kind.words.n == 0 &&
                  b->number_word.words.n == 0;
    bool alone = starts && c->list.n == 1 && khct_str_eq(c->words, b->number.words);
    if (legal != NULL && (alone || b->id.words.n > 0))
        return record_text(plan, legal, b->number.words);
    const char *sign = khct_document_kind(b->number.kind);
    khct_str kind = legal != NULL && legal->kind.n > 0 ? legal->kind
                    : sign != NULL                     ? khct_str_of(sign)
                                                       : KHCT_STR("");
    if (!starts || kind.n == 0)
        return c->words;
    return KHCT_JOIN(plan->arena, kind, " số ", c->words);
}

/* A citation of which nothing is understood is kept as words. */
static void say_words(khct_plan *plan, const khct_node *node, const khct_citation *c)
{
    khct_report_hint(plan->diags, KHCT_KH4016, node->value, KHCT_MSG(CITED_WORDS, c->words),
                     KHCT_MSG0(CITED_WORDS_HINT));
}

static void add_cited(const by_number *by, khct_basis_entry *entry, const khct_citation *c)
{
    for (size_t i = 0; i < c->list.n; i++)
        if (c->list.at[i].understood || c->list.at[i].kind.words.n > 0)
            khct_push(by->plan->arena, &entry->cited) =
                (khct_cited){entry->node, &c->list.at[i], record_of(by, &c->list.at[i])};
}

/* `khac` is prose that may cite a document: nothing is said of what is not understood. */
static void read_other(const by_number *by, khct_basis_entry *entry)
{
    khct_plan *plan = by->plan;
    entry->text = khct_build_text(plan, entry->node);
    if (entry->text.n != 1)
        return;
    const khct_citation *c = khct_meaning_as(plan->values, entry->node, KHCT_TYPE_BASIS).basis;
    if (c->list.at[0].kind.words.n > 0) /* else no document, or none that it is itself */
        add_cited(by, entry, c);
}

static void read_entry(const by_number *by, khct_basis_entry *entry)
{
    khct_plan *plan = by->plan;
    const khct_citation *c = khct_meaning_of(plan->values, entry->node)->basis;
    entry->leads = c->leads;
    add_cited(by, entry, c);
    if (!c->understood)
        say_words(plan, entry->node, c);
    const khct_legal *legal = entry->cited.n > 0 ? entry->cited.at[0].legal : NULL;
    entry->text = one_paragraph(plan, printed(plan, c, legal), entry->node->value);
}

static void add_entry(const by_number *by, const khct_node *node, khct_str group)
{
    khct_basis_entry entry = {.node = node, .group = group, .other = node->keyword == KHCT_K_KHAC};
    if (entry.other)
        read_other(by, &entry);
    else
        read_entry(by, &entry);
    khct_push(by->plan->arena, &by->plan->basis) = entry;
}

static void add_own(by_number *by, const khct_node *node)
{
    khct_plan *plan = by->plan;
    khct_legal *legal = khct_legal_read(plan->values, node);
    uint32_t i = (uint32_t)plan->legals.n;
    khct_push(plan->arena, &plan->legals) = legal;
    if (khct_map_get(&plan->legal_by_id, legal->id) == KHCT_NONE)
        khct_map_put(plan->arena, &plan->legal_by_id, legal->id, i);
    if (legal->number.understood)
        put_number(by, &legal->number, i);
}

static by_number read_own_documents(khct_plan *plan)
{
    by_number by = {.plan = plan};
    const khct_node *node = NULL;
    while ((node = khct_document_next(plan->document, node, KHCT_K_VANBAN)) != NULL)
        if (node->flags & KHCT_NODE_BLOCK)
            add_own(&by, node);
    return by;
}

void khct_build_basis(khct_plan *plan)
{
    by_number by = read_own_documents(plan);
    const khct_node *node = NULL;
    while ((node = khct_document_next(plan->document, node, KHCT_K_CANCU)) != NULL) {
        khct_str group = KHCT_STR("");
        if (plan->basis_node == NULL)
            plan->basis_node = node;
        for (const khct_node *n = node->first; n != NULL; n = n->next) {
            if (n->value.begin == n->value.end)
                continue;
            if (n->keyword == KHCT_K_NHOM)
                group = khct_build_name(plan, n);
            else if (n->keyword == KHCT_K_VANBAN || n->keyword == KHCT_K_KHAC)
                add_entry(&by, n, group);
        }
    }
}

/* The entries stand in the order of the files. */
const khct_basis_entry *khct_plan_basis(const khct_plan *plan, const khct_node *node)
{
    size_t low = 0, high = plan->basis.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        khct_span at = plan->basis.at[middle].node->span;
        if (at.source < node->span.source ||
            (at.source == node->span.source && at.begin < node->span.begin))
            low = middle + 1;
        else
            high = middle;
    }
    return low < plan->basis.n && plan->basis.at[low].node == node ? &plan->basis.at[low] : NULL;
}
