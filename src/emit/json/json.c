/* The plan as JSON: blocks and fields as the vocabulary table has them. */
#include "emit/json/json.h"

#include "emit/json/emit.h"

#include "diag/json.h"

#define K(id) KHCT_JSON_K(e, id)
#define J(id) KHCT_JSON_J(e, id)

static void put_block(khct_json_emitter *e, const khct_node *node, const khct_json_top *top);

/* --- places --- */

static void put_span(khct_json_emitter *e, khct_span span)
{
    khct_json_place(&e->w, e->plan->diags, span);
}

/* --- the items at the top --- */

static bool stands_once(khct_keyword keyword)
{
    const khct_place *place = khct_place_of(KHCT_B_TOP, keyword);
    return place != NULL && place->times == KHCT_ONCE;
}

/* Files that the plan uses become part of it, so what names them is left out; and what a plan has
 * once counts where it stands first. */
static bool belongs(const khct_json_emitter *e, const khct_node *node)
{
    khct_str name;
    if (khct_place_of(KHCT_B_TOP, node->keyword) == NULL ||
        (node->flags & (KHCT_NODE_UNKNOWN | KHCT_NODE_MISPLACED)) != 0)
        return false;
    if (node->keyword == KHCT_K_DUNG && khct_use_names_file(e->plan->diags, node, &name))
        return false;
    return e->counts[node->keyword] == 0 || !stands_once(node->keyword);
}

static void collect_tops(khct_json_emitter *e)
{
    const khct_document *document = e->plan->document;
    for (size_t i = 0; i < document->files.n; i++) {
        const khct_node *node = document->files.at[i].tree->top->first;
        for (; node != NULL; node = node->next)
            if (belongs(e, node)) {
                size_t rank = e->tops.n + 1;
                khct_push(e->plan->arena, &e->tops) =
                    (khct_json_top){node, rank, e->counts[node->keyword]++};
            }
    }
}

const khct_json_top *khct_json_top_at(const khct_json_emitter *e, khct_span span)
{
    size_t low = 0, high = e->tops.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        khct_span at = e->tops.at[middle].node->span;
        if (at.source < span.source || (at.source == span.source && at.end <= span.begin))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == e->tops.n)
        return NULL;
    khct_span at = e->tops.at[low].node->span;
    return at.source == span.source && at.begin <= span.begin ? &e->tops.at[low] : NULL;
}

khct_str khct_json_top_pointer(khct_arena *arena, const khct_json_top *top)
{
    const char *name = khct_json_name(top->node->keyword);
    return stands_once(top->node->keyword)
               ? KHCT_JOIN(arena, "/", name)
               : KHCT_JOIN(arena, "/", name, "/", (long long)top->index);
}

/* --- headings --- */

static void put_title(khct_json_emitter *e, khct_str title)
{
    if (title.n > 0)
        K(TEN), khct_json_text(&e->w, title);
}

static void put_target(khct_json_emitter *e, const khct_target *target)
{
    if (target->kind == KHCT_TARGET_KEEP)
        K(DUYTRI), khct_json_bool(&e->w, true);
    if (target->kind == KHCT_TARGET_FAIL)
        K(KHONGDAT), khct_json_bool(&e->w, true);
    if (target->level > 0)
        K(MUC), khct_json_int(&e->w, target->level);
}

static void put_code(khct_json_emitter *e, khct_criterion_id id)
{
    if (id.standard > 0)
        K(MA), khct_json_criterion(e, id);
}

static void put_level(khct_json_emitter *e, uint16_t level)
{
    if (level > 0)
        K(MUC), khct_json_int(&e->w, level);
}

/* `[namhoc] 2022-2023` */
static void put_year(khct_json_emitter *e, khct_period year)
{
    if (year.kind == KHCT_PERIOD_NONE)
        return;
    year.words = khct_period_text(e->scratch, &year);
    K(NAMHOC), khct_json_period(e, &year);
}

static void put_when(khct_json_emitter *e, const khct_node *node, const khct_time *time)
{
    if (time == NULL)
        return;
    khct_text words = khct_node_text_once(e->scratch, e->plan->values, node);
    K(THOIGIAN), khct_json_time(e, &words, time);
}

/* `[tieuchuan N] [tieuchi LIST]` */
static void put_problem(khct_json_emitter *e, const khct_head *head)
{
    if (head->standard > 0)
        K(TIEUCHUAN), khct_json_int(&e->w, head->standard);
    if (head->criteria.items.n > 0)
        K(TIEUCHI), khct_json_criteria(e, &head->criteria);
}

/* The heading, by its shape in the vocabulary table. */
static void put_heading(khct_json_emitter *e, const khct_node *node)
{
    const char *shape = khct_block_at(node->opens)->heading;
    if (shape[0] == '\0' || node->value.begin == node->value.end)
        return;
    const khct_head *head = khct_head_of(e->plan->values, node);
    for (const char *c = shape; *c != '\0'; c++) {
        switch (*c) {
        case 'C': put_code(e, head->id); break;
        case 'N': K(SO), khct_json_int(&e->w, head->number); break;
        case 'T':
        case 'R': put_target(e, &head->target); break;
        case 'L': put_level(e, head->target.level); break;
        case 'Y': put_year(e, head->year); break;
        case 'S': put_problem(e, head); break;
        case 'W': put_when(e, node, head->time); break;
        case 'M':
            K(MA), khct_json_text(&e->w, head->name);
            put_title(e, head->title);
            break;
        case 'I':
            khct_json_put_key(&e->w, &e->keys[node->opens == KHCT_B_PHAN ? KHCT_K_TEN : KHCT_K_MA]);
            khct_json_text(&e->w, head->name);
            break;
        case 't': put_title(e, head->title); break;
        default: break;
        }
    }
}

/* --- fields --- */

static bool is_value(const khct_node *node)
{
    return (node->flags & KHCT_NODE_BLOCK) == 0 && node->value.begin < node->value.end;
}

/* The row of a child that is written, a block of its own or a value; NULL: it is not. */
static const khct_place *place_written(const khct_node *block, const khct_node *child)
{
    const khct_place *place = khct_place_of(block->opens, child->keyword);
    return place == NULL || place->how == KHCT_DECLARATION || is_value(child) ? place : NULL;
}

static void put_child(khct_json_emitter *e, const khct_node *node, const khct_place *place)
{
    if (place->how == KHCT_DECLARATION)
        put_block(e, node, NULL);
    else
        khct_json_value(e, node, place);
}

/* All children of one place, of which this is the first. */
static void put_place(khct_json_emitter *e, const khct_node *block, const khct_place *place,
                      const khct_node *first)
{
    khct_json_put_key(&e->w, &e->keys[place->keyword]);
    if (place->times != KHCT_MANY) {
        put_child(e, first, place);
        return;
    }
    khct_json_list(&e->w);
    for (const khct_node *node = first; node != NULL; node = node->next)
        if (node->keyword == place->keyword && place_written(block, node) != NULL)
            put_child(e, node, place);
    khct_json_end_list(&e->w);
}

/* The children by their place in the block's rows of the vocabulary table. */
static void put_fields(khct_json_emitter *e, const khct_node *block)
{
    enum { MOST_PLACES = 64 };
    const khct_place *rows = e->places[block->opens];
    const khct_node *first[MOST_PLACES];
    uint64_t found = 0; /* a bit for each place that has a first child */
    for (const khct_node *c = block->first; c != NULL; c = c->next) {
        const khct_place *place = place_written(block, c);
        if (place == NULL || (found >> (place - rows) & 1) != 0)
            continue;
        first[place - rows] = c;
        found |= (uint64_t)1 << (place - rows);
    }
    for (; found != 0; found &= found - 1) {
        int row = __builtin_ctzll(found);
        put_place(e, block, rows + row, first[row]);
    }
}

/* The children as they stand, in blocks where their order says something. */
static void put_items(khct_json_emitter *e, const khct_node *block)
{
    khct_json_writer *w = &e->w;
    J(ITEMS);
    khct_json_list(w);
    for (const khct_node *n = block->first; n != NULL; n = n->next) {
        const khct_place *place = place_written(block, n);
        if (place == NULL)
            continue;
        khct_json_object(w);
        khct_json_put_key(w, &e->keys[place->keyword]);
        put_child(e, n, place);
        if (e->options->places)
            J(SPAN), put_span(e, n->span);
        khct_json_end_object(w);
    }
    khct_json_end_list(w);
}

/* Where the block stands, and each of its fields. */
static void put_places(khct_json_emitter *e, const khct_node *block)
{
    K(VITRI);
    khct_json_object(&e->w);
    J(WHOLE), put_span(e, block->span);
    KHCT_EACH_PLACE (place, block->opens) {
        if (khct_json_in_order(block->opens) || place->how == KHCT_DECLARATION)
            continue;
        bool found = false;
        for (const khct_node *n = block->first; n != NULL; n = n->next) {
            if (n->keyword != place->keyword || !is_value(n))
                continue;
            if (!found) {
                khct_json_put_key(&e->w, &e->keys[n->keyword]);
                khct_json_list(&e->w);
            }
            found = true;
            put_span(e, n->value);
        }
        if (found)
            khct_json_end_list(&e->w);
    }
    khct_json_end_object(&e->w);
}

static void put_block(khct_json_emitter *e, const khct_node *node, const khct_json_top *top)
{
    khct_json_object(&e->w);
    if (top != NULL)
        J(RANK), khct_json_int(&e->w, (int64_t)top->rank);
    put_heading(e, node);
    if (khct_json_in_order(node->opens))
        put_items(e, node);
    else
        put_fields(e, node);
    if (e->options->places)
        put_places(e, node);
    khct_json_end_object(&e->w);
}

/* --- declarations without a block --- */

static void put_use(khct_json_emitter *e, const khct_node *node)
{
    const khct_used *used = khct_meaning_of(e->plan->values, node)->used;
    if (used == NULL || used->what == KHCT_KEYWORD_NONE)
        return;
    khct_json_put_key(&e->w, &e->keys[used->what]);
    khct_json_text(&e->w, used->id);
}

/* `ID TEXT`: the ID, and the text as written. */
static void put_declared(khct_json_emitter *e, const khct_declared *declared)
{
    K(MA), khct_json_text(&e->w, declared->id);
    J(WORDS), khct_json_text(&e->w, declared->text);
}

/* What the line declares, if it is the one that counts: an ID may stand twice. */
static const khct_role *role_of(const khct_plan *plan, const khct_node *node)
{
    const khct_declared *d = khct_meaning_of(plan->values, node)->declared;
    uint32_t i = d == NULL ? KHCT_NONE : khct_map_get(&plan->role_by_id, d->id);
    return i != KHCT_NONE && plan->roles.at[i].node == node ? &plan->roles.at[i] : NULL;
}

static void put_role(khct_json_emitter *e, const khct_node *node)
{
    const khct_plan *plan = e->plan;
    const khct_role *role = role_of(plan, node);
    if (role == NULL)
        return;
    put_declared(e, khct_meaning_of(plan->values, node)->declared);
    K(TEN);
    KHCT_JSON_ROW (&e->w, i, role->names.n)
        khct_json_text(&e->w, role->names.at[i]);
    K(HOTEN), khct_json_text_or_null(&e->w, role->holder);
    K(GOM);
    KHCT_JSON_ROW (&e->w, i, role->gathers.n)
        khct_json_text(&e->w, plan->roles.at[role->gathers.at[i]].id);
}

static void put_abbreviation(khct_json_emitter *e, const khct_node *node)
{
    const khct_plan *plan = e->plan;
    const khct_declared *d = khct_meaning_of(plan->values, node)->declared;
    uint32_t i = d == NULL ? KHCT_NONE : khct_map_get(&plan->abbreviation_by_id, d->id);
    if (i != KHCT_NONE && plan->abbreviations.at[i].node == node)
        put_declared(e, d);
}

static void put_allowance(khct_json_emitter *e, const khct_node *node)
{
    const khct_allowed *a = khct_meaning_of(e->plan->values, node)->allowed;
    if (a == NULL || a->code == KHCT_CODE_COUNT)
        return;
    K(MA), khct_json_cstr(&e->w, khct_code_at(a->code)->name);
    K(TIEUCHI);
    if (a->criterion.standard == 0)
        khct_json_null(&e->w);
    else
        khct_json_criterion(e, a->criterion);
    J(WORDS), khct_json_text_or_null(&e->w, a->reason);
}

static void put_line(khct_json_emitter *e, const khct_json_top *top)
{
    const khct_node *node = top->node;
    khct_json_object(&e->w);
    J(RANK), khct_json_int(&e->w, (int64_t)top->rank);
    switch (node->keyword) {
    case KHCT_K_DUNG: put_use(e, node); break;
    case KHCT_K_VAITRO: put_role(e, node); break;
    case KHCT_K_VIETTAT: put_abbreviation(e, node); break;
    default: put_allowance(e, node); break;
    }
    if (e->options->places)
        K(VITRI), put_span(e, node->span);
    khct_json_end_object(&e->w);
}

/* --- the whole --- */

static void put_top(khct_json_emitter *e, const khct_json_top *top, const khct_place *place)
{
    if (place->how == KHCT_LINE)
        put_line(e, top);
    else
        put_block(e, top->node, top);
    khct_arena_reset(e->scratch);
}

/* All items of one keyword; the list, or null, also where there is none. */
static void put_tops(khct_json_emitter *e, const khct_place *place)
{
    bool many = place->times == KHCT_MANY;
    size_t left = e->counts[place->keyword];
    khct_json_put_key(&e->w, &e->keys[place->keyword]);
    if (many)
        khct_json_list(&e->w);
    if (!many && left == 0)
        khct_json_null(&e->w);
    for (size_t i = 0; left > 0; i++)
        if (e->tops.at[i].node->keyword == place->keyword) {
            put_top(e, &e->tops.at[i], place);
            left--;
        }
    if (many)
        khct_json_end_list(&e->w);
}

/* The keys, and where each block's rows stand. */
static void find_blocks(khct_json_emitter *e)
{
    for (unsigned key = 0; key < KHCT_JSON_KEY_COUNT; key++)
        if (key != KHCT_JSON_KEYS_BEGIN)
            e->keys[key] = khct_json_make_key(&e->w, khct_json_name(key));
    for (unsigned block = 0; block < KHCT_BLOCK_COUNT; block++)
        e->places[block] = khct_place_after((khct_block)block, NULL);
}

/* What tasks are called is asked for again after their own words are written, so these are the
 * words that are kept. */
static void find_names(khct_json_emitter *e)
{
    uint32_t n = e->work->task_count;
    e->names = khct_alloc_array(e->plan->arena, n, sizeof *e->names);
    for (uint32_t i = 0; i < n; i++)
        e->names[i] = khct_task_name(e->work->tasks[i].improvement, e->work->tasks[i].task);
}

static void put_plan(void *context)
{
    khct_json_emitter *e = context;
    khct_json_writer *w = &e->w;
    if (e->work != NULL)
        find_names(e);
    khct_json_object(w);
    J(VERSION), khct_json_cstr(w, KHCT_JSON_VERSION);
    KHCT_EACH_PLACE (place, KHCT_B_TOP)
        put_tops(e, place);
    if (e->work != NULL) {
        J(DERIVED), khct_json_derived(e);
        J(DIAGNOSTICS), khct_json_diagnostics(e);
    }
    khct_json_end_object(w);
    khct_json_finish(w);
}

/* The rating alone, with its reasons. */
static void put_rating(void *context)
{
    khct_json_emitter *e = context;
    const khct_plan *plan = e->plan;
    khct_json_object(&e->w);
    J(FILE), khct_json_text(&e->w, plan->path);
    K(TRUONG), khct_json_text_or_null(&e->w, plan->school.name);
    K(DANHMUC),
        khct_json_text_or_null(&e->w, plan->catalogue != NULL ? plan->catalogue->id : KHCT_STR(""));
    K(XEPMUC), khct_json_rating(e, e->work->rating);
    khct_json_end_object(&e->w);
    khct_json_finish(&e->w);
}

typedef struct attempt {
    khct_json_emitter *emitter;
    void (*put)(void *context);
    bool done;
} attempt;

/* Both arenas may fail inside; the scratch one must be freed then too. */
static void put_scratch(void *context)
{
    attempt *a = context;
    a->done = khct_try(a->emitter->scratch, a->put, a->emitter);
}

/* Without `work` only what the writer said. */
static void emit(khct_out *out, const khct_plan *plan, const khct_work *work,
                 const khct_emit_options *options, void (*put)(void *context))
{
    khct_json_emitter e = {.w = khct_json_writer_of(out, options->pretty),
                           .plan = plan,
                           .options = options,
                           .work = work};
    find_blocks(&e);
    collect_tops(&e);
    khct_arena *scratch = khct_arena_new();
    if (scratch == NULL)
        khct_arena_fail(plan->arena);
    e.scratch = scratch;
    attempt a = {&e, put, false};
    bool fine = khct_try(plan->arena, put_scratch, &a) && a.done;
    khct_arena_free(scratch);
    if (!fine)
        khct_arena_fail(plan->arena);
}

void khct_emit_json(khct_out *out, const khct_work *work, const khct_page *page,
                    const khct_emit_options *options)
{
    (void)page;
    emit(out, work->plan, work, options, put_plan);
}

void khct_emit_json_source(khct_out *out, const khct_plan *plan)
{
    emit(out, plan, NULL, &(khct_emit_options){.pretty = false}, put_plan);
}

void khct_emit_json_rating(khct_out *out, const khct_work *work)
{
    emit(out, work->plan, work, &(khct_emit_options){.pretty = true}, put_rating);
}
