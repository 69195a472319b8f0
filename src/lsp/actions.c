/* Code actions: the fixes of diagnostics, and work that the plan still lacks. */
#include "lsp/completion.h"
#include "lsp/server.h"
#include "lsp/refs.h"
#include "lsp/where.h"

#include "import/import.h"
#include "syntax/fix.h"

typedef struct acting {
    khct_request *r;
    uint32_t from, to;
    const json_t *only; /* kinds wanted; NULL: all */
    bool marked;
} acting;

static bool wants(const acting *a, const char *kind)
{
    size_t i;
    json_t *one;
    if (!json_is_array(a->only) || json_array_size(a->only) == 0)
        return true;
    json_array_foreach(a->only, i, one)
    {
        const char *wanted = json_is_string(one) ? json_string_value(one) : "";
        size_t n = strlen(wanted);
        if (n == 0 || (strncmp(kind, wanted, n) == 0 && (kind[n] == '\0' || kind[n] == '.')))
            return true;
    }
    return false;
}

static bool touches(const acting *a, khct_span span)
{
    return span.source == a->r->source && span.begin <= a->to && a->from <= span.end;
}

static void begin_action(acting *a, khct_str title, const char *kind)
{
    khct_json_object(a->r->w);
    khct_json_key_text(a->r->w, "title", title);
    khct_json_key_cstr(a->r->w, "kind", kind);
}

/* Edits of the document, and the end of the action. */
static void begin_edits(acting *a)
{
    khct_json_key(a->r->w, KHCT_STR("edit"));
    khct_w_edits_begin(a->r);
    khct_w_edits_file(a->r, khct_str_of(a->r->open->uri));
}

static void end_edits(acting *a)
{
    khct_w_edits_file_end(a->r);
    khct_w_edits_end(a->r);
    khct_json_end_object(a->r->w);
}

static void write_mended(acting *a, const khct_diag *diag)
{
    khct_request *r = a->r;
    khct_json_key_list(r->w, "diagnostics");
    khct_w_diagnostic(r, diag);
    khct_json_end_list(r->w);
}

/* An action of one edit in the document. `mends`: the diagnostic that goes with it; NULL: none. */
static void write_action(acting *a, khct_str title, const char *kind, const khct_diag *mends,
                         uint32_t begin, uint32_t end, khct_str text)
{
    begin_action(a, title, kind);
    if (mends != NULL)
        write_mended(a, mends);
    begin_edits(a);
    khct_w_text_edit(a->r, a->r->source, begin, end, text);
    end_edits(a);
}

/* --- fixes --- */

/* The first words of a text, for a title. */
static khct_str shortened(khct_arena *arena, khct_str text)
{
    enum { LONGEST = 48 };
    text = khct_str_trim(text);
    size_t n = text.n < LONGEST ? text.n : LONGEST;
    size_t line = khct_str_find(text, KHCT_STR("\n"));
    n = line < n ? line : n;
    while (n < text.n && n > 0 && ((unsigned char)text.p[n] & 0xC0) == 0x80)
        n--;
    khct_str cut = khct_str_sub(text, 0, n);
    return n < text.n ? KHCT_JOIN(arena, cut, "…") : cut;
}

static khct_str keep_title(khct_request *r, khct_str words)
{
    return KHCT_JOIN(r->arena, khct_tell(r->server, "Chuyển sang `", "Change to `"), words, "`");
}

static khct_str fix_title(khct_request *r, const khct_diag *diag, const khct_fix *fix)
{
    khct_language language = r->server->language;
    if (fix->title.id != KHCT_T_NONE)
        return khct_message_text(r->arena, fix->title, language);
    if (fix->edits.n != 1) {
        khct_str said = shortened(r->arena, khct_message_text(r->arena, diag->message, language));
        return KHCT_JOIN(r->arena, khct_tell(r->server, "Sửa: ", "Fix: "), said);
    }
    khct_str old = shortened(r->arena, khct_source_text(&r->c->sources, fix->edits.at[0].span));
    khct_str new = shortened(r->arena, fix->edits.at[0].text);
    if (fix->edits.at[0].span.begin == fix->edits.at[0].span.end)
        return KHCT_JOIN(r->arena, khct_tell(r->server, "Thêm `", "Add `"), new, "`");
    if (new.n == 0)
        return KHCT_JOIN(r->arena, khct_tell(r->server, "Bỏ `", "Remove `"), old, "`");
    if (diag->code == KHCT_KH3001)
        return keep_title(r, new);
    return KHCT_JOIN(r->arena, khct_tell(r->server, "Thay `", "Replace `"), old,
                     khct_tell(r->server, "` bằng `", "` by `"), new, "`");
}

static bool in_library(const khct_fix *fix)
{
    for (size_t i = 0; i < fix->edits.n; i++)
        if (fix->edits.at[i].span.source & KHCT_IN_LIBRARY)
            return true;
    return false;
}

static void write_fix_edits(khct_request *r, const khct_fix *fix)
{
    khct_w_edits_begin(r);
    for (size_t i = 0; i < fix->edits.n; i++) {
        uint32_t source = fix->edits.at[i].span.source;
        bool before = false;
        for (size_t k = 0; k < i; k++)
            before = before || fix->edits.at[k].span.source == source;
        if (before)
            continue;
        khct_w_edits_file(r, khct_lsp_uri(r, source));
        for (size_t k = i; k < fix->edits.n; k++)
            if (fix->edits.at[k].span.source == source)
                khct_w_text_edit(r, source, fix->edits.at[k].span.begin, fix->edits.at[k].span.end,
                                 fix->edits.at[k].text);
        khct_w_edits_file_end(r);
    }
    khct_w_edits_end(r);
}

static void offer_fixes(acting *a, const khct_diag *diag)
{
    khct_request *r = a->r;
    for (size_t i = 0; i < diag->fixes.n; i++) {
        const khct_fix *fix = &diag->fixes.at[i];
        if (in_library(fix))
            continue;
        begin_action(a, fix_title(r, diag, fix), "quickfix");
        if (r->server->client.preferred)
            khct_json_key_bool(r->w, "isPreferred", i == 0 && fix->grade == KHCT_SAFE);
        write_mended(a, diag);
        khct_json_key(r->w, KHCT_STR("edit"));
        write_fix_edits(r, fix);
        khct_json_end_object(r->w);
    }
}

/* All safe fixes of the document; of two that meet the first. */
static void offer_fix_all(acting *a)
{
    khct_request *r = a->r;
    khct_edits edits = khct_edits_of(&r->c->diags, r->source, KHCT_SAFE);
    if (edits.list.n == 0 || !wants(a, "source.fixAll"))
        return;
    begin_action(
        a,
        khct_str_of(khct_tell(r->server, "Sửa mọi lỗi sửa được an toàn", "Apply all safe fixes")),
        "source.fixAll");
    begin_edits(a);
    KHCT_FOR (one, &edits.list)
        khct_w_text_edit(r, r->source, one->span.begin, one->span.end, one->text);
    end_edits(a);
}

/* --- chophep --- */

/* After the last of those lines at the top of the file; its begin where there is none. */
static uint32_t place_for_allowance(const khct_request *r)
{
    uint32_t at = khct_str_starts(r->lines->text, "\xEF\xBB\xBF") ? 3 : 0;
    for (const khct_node *n = r->file->tree->top->first; n != NULL; n = n->next)
        if ((n->keyword == KHCT_K_DUNG || n->keyword == KHCT_K_CHOPHEP) &&
            !(n->flags & KHCT_NODE_BLOCK))
            at = n->span.end;
    return at;
}

static void offer_allowance(acting *a, const khct_diag *diag)
{
    khct_request *r = a->r;
    const khct_code_row *row = khct_code_at(diag->code);
    if (row->severity == KHCT_ERROR || diag->accepted.p != NULL)
        return;
    khct_str code = khct_str_of(row->name);
    khct_str word = khct_str_of(a->marked ? "cho phép " : "chophep ");
    uint32_t at = place_for_allowance(r);
    const char *of = diag->subject.n == 0 ? "" : a->marked ? " tiêu chí " : " tieuchi ";
    khct_str line = KHCT_JOIN(r->arena, at > 3 ? "\n" : "", word, code, of, diag->subject,
                              " (điền lý do);", at > 3 ? "" : "\n");
    write_action(
        a,
        KHCT_JOIN(r->arena, khct_tell(r->server, "Chấp nhận ", "Accept "), code,
                  khct_tell(r->server, " trong kế hoạch này (chophep)", " in this plan (chophep)")),
        "quickfix", diag, at, at, line);
}

/* --- work that is missing --- */

/* Where the improvement of a criterion belongs: before the first of a later criterion, else after
 * the last one, else after the results, else at the end. */
static uint32_t place_for(const khct_request *r, khct_criterion_id id, bool *before)
{
    const khct_plan *plan = r->plan;
    uint32_t behind = 0;
    *before = false;
    KHCT_FOR (other, &plan->improvements) {
        if (other->kind != KHCT_BY_CRITERION || other->node->span.source != r->source)
            continue;
        if (khct_criterion_cmp(other->id, id) > 0) {
            if (behind > 0)
                return behind;
            *before = true;
            return other->node->span.begin;
        }
        behind = other->node->span.end;
    }
    if (behind > 0)
        return behind;
    if (plan->current != NULL && plan->current->node->span.source == r->source)
        return plan->current->node->span.end;
    return (uint32_t)r->lines->text.n;
}

static uint16_t next_level(const khct_plan *plan, const khct_criterion *criterion, uint16_t wanted)
{
    const khct_result *result = khct_plan_result(plan, criterion->id);
    uint16_t from = result == NULL ? 0 : result->level;
    for (uint16_t level = (uint16_t)(from + 1); level <= criterion->highest; level++)
        if (khct_criterion_has(criterion, level))
            return level;
    return wanted;
}

static khct_str improvement_text(acting *a, const khct_criterion *criterion, uint16_t level)
{
    khct_arena *arena = a->r->arena;
    return khct_lsp_improvement(arena, a->r->plan,
                                KHCT_JOIN(arena, a->marked ? "tiêu chí " : "tieuchi ",
                                          criterion->code, a->marked ? " mức " : " muc ", level),
                                a->marked, false);
}

static khct_str placed(acting *a, khct_str text, bool before)
{
    return KHCT_JOIN(a->r->arena, before ? "" : "\n\n", text, before ? "\n\n" : "");
}

typedef struct missing {
    const khct_criterion *criterion;
    uint16_t level;
} missing;

typedef KHCT_VEC(missing) missings;

static void add_steps(const khct_request *r, missings *list, const khct_steps *steps)
{
    for (size_t i = 0; i < steps->n; i++) {
        const khct_criterion *criterion = steps->at[i].criterion;
        bool known = false;
        for (size_t k = 0; k < list->n; k++)
            known = known || list->at[k].criterion == criterion;
        if (!known && khct_plan_improvement(r->plan, criterion->id) == NULL)
            khct_push(r->arena, list) =
                (missing){criterion, next_level(r->plan, criterion, steps->at[i].to)};
    }
}

/* Criteria that hold the school below its next level, and for which nothing is planned. */
static missings find_missing(const khct_request *r)
{
    missings list = {0};
    const khct_way *way = r->c->work->way;
    if (way != NULL) {
        add_steps(r, &list, &way->all);
        add_steps(r, &list, &way->any);
    }
    return list;
}

/* One edit a place; criteria that belong to one place follow each other. */
static void write_missing(acting *a, const missings *list)
{
    khct_request *r = a->r;
    bool *done = khct_alloc_array(r->arena, list->n, sizeof *done);
    for (size_t i = 0; i < list->n; i++) {
        bool before, other;
        if (done[i])
            continue;
        uint32_t at = place_for(r, list->at[i].criterion->id, &before);
        khct_str text = KHCT_STR("");
        for (size_t k = i; k < list->n; k++) {
            if (done[k] || place_for(r, list->at[k].criterion->id, &other) != at)
                continue;
            text = khct_str_cat(
                r->arena, text,
                placed(a, improvement_text(a, list->at[k].criterion, list->at[k].level), before));
            done[k] = true;
        }
        khct_w_text_edit(r, r->source, at, at, text);
    }
}

static void offer_all_missing(acting *a)
{
    khct_request *r = a->r;
    missings list = find_missing(r);
    if (list.n < 2 || !wants(a, "refactor"))
        return;
    begin_action(a,
                 KHCT_JOIN(r->arena, khct_tell(r->server, "Thêm việc cho ", "Add work for "),
                           list.n, khct_tell(r->server, " tiêu chí chưa đạt", " criteria not met")),
                 "refactor");
    begin_edits(a);
    write_missing(a, &list);
    end_edits(a);
}

static void offer_missing(acting *a, const khct_criterion *criterion, uint16_t level)
{
    khct_request *r = a->r;
    bool before;
    uint32_t at = place_for(r, criterion->id, &before);
    write_action(
        a,
        KHCT_JOIN(r->arena,
                  khct_tell(r->server, "Thêm việc cho tiêu chí ", "Add work for criterion "),
                  criterion->code, khct_tell(r->server, " (mức ", " (level "), level, ")"),
        "refactor", NULL, at, at, placed(a, improvement_text(a, criterion, level), before));
}

/* In the results: the criterion under the cursor, and all that hold the school back. */
static void offer_work(acting *a)
{
    khct_request *r = a->r;
    khct_refs refs = {0};
    khct_refs_reading reading = khct_refs_begin(r->arena, r->c, &refs);
    const khct_node *results = r->plan->current == NULL ? NULL : r->plan->current->node;
    const khct_node *node = khct_node_at(r->file->tree, a->from);
    bool here = (results != NULL && touches(a, results->span)) ||
                (r->plan->heading.node != NULL && touches(a, r->plan->heading.node->span));
    if (!here || !wants(a, "refactor"))
        return;
    offer_all_missing(a);
    if (node != NULL)
        khct_refs_of(&reading, node);
    KHCT_FOR (ref, &refs) {
        if (ref->kind != KHCT_REF_CRITERION || !touches(a, ref->span) ||
            khct_plan_improvement(r->plan, ref->criterion->id) != NULL)
            continue;
        uint16_t level = next_level(r->plan, ref->criterion, 0);
        if (level > 0)
            offer_missing(a, ref->criterion, level);
    }
}

/* --- duytri --- */

/* What is wrong with a target and is mended by `duytri`, or NULL. */
static const khct_diag *wrong_target(const khct_request *r, khct_span target)
{
    for (size_t i = 0; i < r->c->diags.list.n; i++) {
        const khct_diag *diag = r->c->diags.list.at[i];
        if ((diag->code == KHCT_KH2003 || diag->code == KHCT_KH3001) &&
            diag->span.source == target.source && diag->span.begin == target.begin)
            return diag;
    }
    return NULL;
}

static void offer_keep(acting *a)
{
    khct_request *r = a->r;
    KHCT_FOR (improvement, &r->plan->improvements) {
        const khct_result *result = khct_plan_result(r->plan, improvement->id);
        khct_span heading = {improvement->node->span.source, improvement->node->key.begin,
                             improvement->node->open};
        if (improvement->kind != KHCT_BY_CRITERION || !touches(a, heading) || result == NULL ||
            improvement->target.kind != KHCT_TARGET_LEVEL || result->level == 0)
            continue;
        const khct_diag *wrong = wrong_target(r, improvement->target.span);
        const char *kind = wrong != NULL ? "quickfix" : "refactor.rewrite";
        if (!wants(a, kind) || (wrong != NULL && wrong->fixes.n > 0))
            continue; /* its own fix is the same */
        khct_str words =
            KHCT_JOIN(r->arena, a->marked ? "duy trì mức " : "duytri muc ", result->level);
        write_action(a, keep_title(r, words), kind, wrong, improvement->target.span.begin,
                     improvement->target.span.end, words);
    }
}

/* --- tables pasted from elsewhere --- */

static bool is_row(khct_str line)
{
    khct_str words = khct_str_trim(line);
    return words.n > 0 && (memchr(words.p, '\t', words.n) != NULL || words.p[0] == '|');
}

/* The line around byte `at`: its begin and end. */
static khct_str line_at(khct_str text, uint32_t at, uint32_t *begin)
{
    uint32_t end = at;
    for (*begin = at; *begin > 0 && text.p[*begin - 1] != '\n';)
        --*begin;
    while (end < text.n && text.p[end] != '\n')
        end++;
    return khct_str_sub(text, *begin, end);
}

/* The rows of a table around the cursor, or what is selected: from `begin` to `end`. */
static bool table_around(const acting *a, uint32_t *begin, uint32_t *end)
{
    khct_str text = a->r->lines->text;
    uint32_t at;
    khct_str first = line_at(text, a->from, begin), last = line_at(text, a->to, &at);
    *end = at + (uint32_t)last.n;
    khct_str all = khct_str_sub(text, *begin, *end);
    if (a->from < a->to)
        return memchr(all.p, '\t', all.n) != NULL || memchr(all.p, '|', all.n) != NULL ||
               khct_str_find(all, KHCT_STR("<tr")) < all.n;
    if (!is_row(first))
        return false;
    while (*begin > 0 && is_row(line_at(text, *begin - 1, &at)))
        *begin = at;
    while (*end < text.n && is_row(line_at(text, *end + 1, &at)))
        *end = at + (uint32_t)line_at(text, at, &at).n;
    return true;
}

/* "Chuyển bảng này thành các việc": by the reader that khct import has. */
static void offer_table(acting *a)
{
    khct_request *r = a->r;
    uint32_t begin, end;
    if (!wants(a, "refactor.rewrite") || !table_around(a, &begin, &end))
        return;
    khct_str source =
        khct_import_pasted(r->arena, r->server->library, khct_str_sub(r->lines->text, begin, end));
    if (source.p == NULL)
        return;
    if (khct_str_ends(source, "\n"))
        source.n--;
    write_action(a,
                 khct_str_of(khct_tell(r->server, "Chuyển bảng này thành các việc",
                                       "Turn this table into tasks")),
                 "refactor.rewrite", NULL, begin, end, source);
}

static void offer_each(acting *a, void (*offer)(acting *a, const khct_diag *diag))
{
    const khct_diags *diags = &a->r->c->diags;
    for (size_t i = 0; i < diags->list.n && wants(a, "quickfix"); i++)
        if (touches(a, diags->list.at[i]->span))
            offer(a, diags->list.at[i]);
}

void khct_lsp_actions(khct_request *r)
{
    const json_t *context = json_object_get(r->params, "context");
    acting a = {.r = r, .only = json_object_get(context, "only")};
    if (!khct_lsp_range(r, json_object_get(r->params, "range"), &a.from, &a.to))
        return;
    if (!r->server->client.action_literals || r->open->library) {
        khct_json_list(r->w);
        khct_json_end_list(r->w);
        return;
    }
    a.marked = khct_prefers_marks(r->file->tree);
    khct_json_list(r->w);
    offer_each(&a, offer_fixes);
    offer_keep(&a);
    offer_each(&a, offer_allowance);
    offer_work(&a);
    offer_table(&a);
    offer_fix_all(&a);
    khct_json_end_list(r->w);
}
