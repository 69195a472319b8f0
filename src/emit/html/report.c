/* What the check says of the plan, each with a link to the part of the page that it is about. */
#include "emit/html/build.h"

#include "diag/render.h"
#include "text/map.h"
#include "text/sort.h"

/* A part of the source, and where the page shows it. */
typedef struct spot {
    khct_span span;
    const char *link; /* "v": task `number` */
    khct_str name;    /* what stands after `link`, where it is no number */
    uint32_t number;
    uint32_t parent; /* the spot around it; KHCT_NONE */
} spot;

typedef KHCT_VEC(spot) spots;

static void add(khct_html *h, spots *all, const khct_node *node, const char *link, uint32_t number)
{
    if (node != NULL)
        khct_push(h->arena, all) = (spot){.span = node->span, .link = link, .number = number};
}

static void add_name(khct_html *h, spots *all, const khct_node *node, const char *link,
                     khct_str name)
{
    if (node != NULL)
        khct_push(h->arena, all) = (spot){.span = node->span, .link = link, .name = name};
}

/* The page's parts by what they were made of: a section of the form, by name, or one of the plan's
 * own, by the place of its heading. */
typedef struct parts {
    khct_map forms, own;
} parts;

/* A place as the key of a map. */
static khct_str key_of(khct_arena *arena, khct_span span)
{
    uint32_t *key = khct_alloc(arena, 2 * sizeof *key);
    key[0] = span.source;
    key[1] = span.begin;
    return (khct_str){(const char *)key, 2 * sizeof *key};
}

static void put_first(khct_arena *arena, khct_map *map, khct_str key, size_t i)
{
    if (khct_map_get(map, key) == KHCT_NONE)
        khct_map_put(arena, map, key, (uint32_t)i);
}

static parts parts_of(const khct_html *h)
{
    parts p = {0};
    for (size_t i = 0; i < h->page->blocks.n; i++) {
        const khct_page_block *block = &h->page->blocks.at[i];
        if (block->kind != KHCT_BLOCK_PART || block->name.n == 0)
            continue;
        put_first(h->arena, &p.forms, block->name, i);
        put_first(h->arena, &p.own, key_of(h->arena, block->span), i);
    }
    return p;
}

/* The part of the document that a section of the plan became; its heading has the node's title. */
static khct_str part_of(const khct_html *h, const parts *p, const khct_section *section)
{
    uint32_t at = section->form != NULL
                      ? khct_map_get(&p->forms, section->form->name)
                      : khct_map_get(&p->own, key_of(h->arena, section->node->value));
    return at == KHCT_NONE ? KHCT_STR("") : h->page->blocks.at[at].name;
}

static void add_sections(khct_html *h, spots *all)
{
    const khct_plan *plan = h->plan;
    parts p = parts_of(h);
    for (size_t i = 0; i < plan->sections.n; i++) {
        const khct_section *section = &plan->sections.at[i];
        khct_str name =
            section->node == NULL && section->form == NULL ? KHCT_STR("") : part_of(h, &p, section);
        if (name.n == 0)
            continue;
        add_name(h, all, section->node, "p-", name);
        if (section->form != NULL && section->form->content == KHCT_CONTENT_BASIS)
            add_name(h, all, plan->basis_node, "p-", name);
        for (size_t k = 0; section->form != NULL &&
                           section->form->content == KHCT_CONTENT_PROBLEMS && k < plan->problems.n;
             k++)
            add_name(h, all, plan->problems.at[k].node, "p-", name);
        for (size_t k = 0; section->form != NULL && section->form->content == KHCT_CONTENT_ROUNDS &&
                           k < plan->rounds.n;
             k++)
            add_name(h, all, plan->rounds.at[k].node, "p-", name);
    }
}

static int by_place(const void *left, const void *right)
{
    const spot *a = left, *b = right;
    if (a->span.source != b->span.source)
        return a->span.source < b->span.source ? -1 : 1;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    return (a->span.end < b->span.end) - (a->span.end > b->span.end); /* the larger first */
}

static bool holds(khct_span outer, khct_span inner)
{
    return outer.source == inner.source && outer.begin <= inner.begin && inner.begin < outer.end;
}

static void nest(spots *all)
{
    uint32_t open = KHCT_NONE;
    for (uint32_t i = 0; i < all->n; i++) {
        while (open != KHCT_NONE && !holds(all->at[open].span, all->at[i].span))
            open = all->at[open].parent;
        all->at[i].parent = open;
        open = i;
    }
}

/* In the order of the source. */
static void order(khct_arena *arena, spots *all)
{
    khct_sort_vec(arena, all, by_place);
    nest(all);
}

/* The parts of a source that the page shows somewhere: no two lists share a part. */
typedef struct places {
    spots work, others;
} places;

static places find_places(khct_html *h)
{
    const khct_plan *plan = h->plan;
    places all = {0};
    for (size_t i = 0; i < plan->improvements.n; i++) {
        const khct_improvement *improvement = &plan->improvements.at[i];
        if (improvement->tasks.n == 0)
            continue;
        add(h, &all.work, improvement->node, "v", (uint32_t)improvement->tasks.at[0].number + 1);
        for (size_t k = 0; k < improvement->tasks.n; k++)
            if (improvement->tasks.at[k].node != improvement->node)
                add(h, &all.work, improvement->tasks.at[k].node, "v",
                    (uint32_t)improvement->tasks.at[k].number + 1);
    }
    add(h, &all.others, plan->school.node, "vanban", 0);
    add(h, &all.others, plan->heading.node, "vanban", 0);
    add(h, &all.others, plan->recipients_node, "cuoi-vanban", 0);
    for (size_t i = 0; i < plan->signatures.n; i++)
        add(h, &all.others, plan->signatures.at[i].node, "cuoi-vanban", 0);
    for (size_t i = 0; h->work->criterion_count > 0 && i < plan->results.n; i++)
        add(h, &all.others, plan->results.at[i].node, "o-tieuchi", 0);
    add_sections(h, &all.others);
    order(h->arena, &all.work);
    order(h->arena, &all.others);
    return all;
}

/* The smallest spot around a place; NULL: none. */
static const spot *spot_in(const spots *all, khct_span at)
{
    size_t low = 0, high = all->n;
    while (low < high) { /* the first that begins after the place */
        size_t middle = low + (high - low) / 2;
        const khct_span *span = &all->at[middle].span;
        if (span->source < at.source || (span->source == at.source && span->begin <= at.begin))
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t found = low == 0 ? KHCT_NONE : (uint32_t)low - 1;
    while (found != KHCT_NONE && !holds(all->at[found].span, at))
        found = all->at[found].parent;
    return found == KHCT_NONE ? NULL : &all->at[found];
}

static const spot *spot_at(const places *all, khct_span at)
{
    const spot *found = spot_in(&all->work, at);
    return found != NULL ? found : spot_in(&all->others, at);
}

/* --- the list --- */

static void put_spot(khct_html *h, const spot *s)
{
    PUT(h, " <a href=\"#", s->link);
    if (s->number > 0)
        PUT(h, s->number);
    PUT(h, s->name, "\">");
    if (s->number > 0)
        PUT(h, "Việc ", s->number);
    else
        PUT(h, "Xem chỗ này");
    PUT(h, "</a>");
}

/* Words that a message quotes stand between marks of quotation here, as a reader of the page writes
 * no plan. */
static khct_str quoted(khct_arena *arena, khct_str text)
{
    KHCT_VEC(khct_str) pieces = {0};
    for (bool open = true; text.n > 0; open = !open) {
        size_t at = khct_str_find(text, KHCT_STR("`"));
        khct_push(arena, &pieces) = khct_str_sub(text, 0, at);
        if (at == text.n)
            break;
        khct_str mark = open ? KHCT_STR("“") : KHCT_STR("”");
        khct_push(arena, &pieces) = mark;
        text = khct_str_sub(text, at + 1, text.n);
    }
    return khct_str_join(arena, pieces.at, pieces.n);
}

static void put_message(khct_html *h, const khct_message *message)
{
    khct_str text = khct_message_text(h->arena, *message, h->options->language);
    PUT(h, quoted(h->arena, text));
}

static void put_badge(khct_html *h, const khct_diag *diag)
{
    if (diag->accepted.p != NULL)
        PUT(h, "<span class=\"dau-hieu xong\">✓ Đã chấp nhận</span>");
    else if (diag->severity == KHCT_WARNING)
        PUT(h, "<span class=\"dau-hieu canhbao\">! Cảnh báo</span>");
    else if (diag->severity == KHCT_NOTE)
        PUT(h, "<span class=\"dau-hieu\">i Ghi chú</span>");
    else
        PUT(h, "<span class=\"dau-hieu loi\">✕ Lỗi</span>");
}

static void put_place(khct_html *h, khct_span span)
{
    const khct_source *source = khct_source_at(h->plan->diags->sources, span);
    if (source == NULL)
        return;
    khct_position at = khct_source_position(h->plan->diags->sources, span.source, span.begin);
    PUT(h, " <span class=\"mo\">", khct_source_near(h->plan->diags->sources, source), ":", at.line,
        ":", at.column, "</span>");
}

static void put_diag(khct_html *h, const places *all, const khct_diag *diag)
{
    const spot *s = spot_at(all, diag->span);
    PUT(h, h->options->language == KHCT_EN ? "<li lang=\"en\">" : "<li>");
    put_badge(h, diag);
    PUT(h, "<p><b>KH", khct_code_at(diag->code)->number, "</b> ");
    put_message(h, &diag->message);
    if (s != NULL)
        put_spot(h, s);
    put_place(h, diag->span);
    PUT(h, "</p>");
    for (size_t i = 0; i < diag->remarks.n; i++) {
        PUT(h, "<p class=\"mo\">");
        if (diag->remarks.at[i].hint)
            PUT(h, h->options->language == KHCT_EN ? "Help: " : "Gợi ý: ");
        put_message(h, &diag->remarks.at[i].message);
        PUT(h, "</p>");
    }
    if (diag->accepted.p != NULL)
        PUT(h, "<p class=\"mo\">Lý do chấp nhận: ", diag->accepted, "</p>");
    PUT(h, "</li>\n");
}

static void put_count(khct_html *h, size_t count, const char *what, bool *any)
{
    if (count == 0)
        return;
    if (*any)
        PUT(h, ", ");
    *any = true;
    PUT(h, (long long)count, " ", what);
}

static void put_counts(khct_html *h)
{
    const khct_diags *diags = h->plan->diags;
    size_t accepted = 0;
    bool any = false;
    for (size_t i = 0; i < diags->list.n; i++)
        accepted += diags->list.at[i]->accepted.p != NULL;
    PUT(h, "<p class=\"mo\">");
    put_count(h, khct_diags_count(diags, KHCT_ERROR) + khct_diags_count(diags, KHCT_SIGNED), "lỗi",
              &any);
    put_count(h, khct_diags_count(diags, KHCT_WARNING), "cảnh báo", &any);
    put_count(h, khct_diags_count(diags, KHCT_NOTE), "ghi chú", &any);
    put_count(h, accepted, "điều được chấp nhận", &any);
    if (any)
        PUT(h, ".</p>\n");
    else
        PUT(h, "Không có lỗi, cảnh báo hay ghi chú nào.</p>\n");
}

void khct_html_report(khct_html *h)
{
    const khct_diags *diags = h->plan->diags;
    khct_html_begin(h, "kiemtra", KHCT_STR("Kiểm tra"));
    put_counts(h);
    if (diags->list.n > 0) {
        places all = find_places(h);
        PUT(h, "<ul class=\"ghinhan\">\n");
        for (size_t i = 0; i < diags->list.n; i++)
            put_diag(h, &all, diags->list.at[i]);
        PUT(h, "</ul>\n");
    }
    khct_html_end(h);
}
