/* What the check says of the plan, each with a link to the part of the page that it is about. */
#include "emit/html/build.h"

#include "diag/render.h"
#include "text/map.h"
#include "text/sort.h"

/* A part of the source, and where the page shows it. */
typedef struct spot {
    khct_span span;
    khct_str link;
    uint32_t parent; /* the spot around it; KHCT_NONE */
} spot;

typedef KHCT_VEC(spot) spots;

static void add(khct_html *h, spots *all, const khct_node *node, khct_str link)
{
    if (node != NULL)
        khct_push(h->arena, all) = (spot){.span = node->span, .link = link};
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
    KHCT_FOR (section, &plan->sections) {
        khct_str name =
            section->node == NULL && section->form == NULL ? KHCT_STR("") : part_of(h, &p, section);
        if (name.n == 0)
            continue;
        khct_content content = section->form == NULL ? KHCT_CONTENT_PROSE : section->form->content;
        khct_str link = KHCT_JOIN(h->arena, "p-", name);
        add(h, all, section->node, link);
        if (content == KHCT_CONTENT_BASIS)
            add(h, all, plan->basis_node, link);
        for (size_t k = 0; content == KHCT_CONTENT_PROBLEMS && k < plan->problems.n; k++)
            add(h, all, plan->problems.at[k].node, link);
        for (size_t k = 0; content == KHCT_CONTENT_ROUNDS && k < plan->rounds.n; k++)
            add(h, all, plan->rounds.at[k].node, link);
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

/* The parts of the source that the page shows somewhere, besides its tasks; in its order. */
static spots find_spots(khct_html *h)
{
    const khct_plan *plan = h->plan;
    spots all = {0};
    add(h, &all, plan->school.node, KHCT_STR("vanban"));
    add(h, &all, plan->heading.node, KHCT_STR("vanban"));
    add(h, &all, plan->recipients_node, KHCT_STR("cuoi-vanban"));
    for (size_t i = 0; i < plan->signatures.n; i++)
        add(h, &all, plan->signatures.at[i].node, KHCT_STR("cuoi-vanban"));
    for (size_t i = 0; h->work->criterion_count > 0 && i < plan->results.n; i++)
        add(h, &all, plan->results.at[i].node, KHCT_STR("o-tieuchi"));
    add_sections(h, &all);
    khct_sort_vec(h->arena, &all, by_place);
    nest(&all);
    return all;
}

static bool begins_after(khct_span span, khct_span at)
{
    return span.source > at.source || (span.source == at.source && span.begin > at.begin);
}

/* The smallest spot around a place; NULL: none. */
static const spot *spot_at(const spots *all, khct_span at)
{
    size_t low = 0, high = all->n;
    while (low < high) { /* the first that begins after the place */
        size_t middle = low + (high - low) / 2;
        if (begins_after(all->at[middle].span, at))
            high = middle;
        else
            low = middle + 1;
    }
    uint32_t found = low == 0 ? KHCT_NONE : (uint32_t)low - 1;
    while (found != KHCT_NONE && !holds(all->at[found].span, at))
        found = all->at[found].parent;
    return found == KHCT_NONE ? NULL : &all->at[found];
}

/* The number of the task that a place stands in, or beside: then of the first of its improvement.
 * 0: none. */
static uint32_t task_at(const khct_work *work, khct_span at)
{
    uint32_t low = 0, high = work->task_count;
    while (low < high) { /* the first that begins after the place */
        uint32_t middle = low + (high - low) / 2;
        if (begins_after(work->tasks[middle].task->node->span, at))
            high = middle;
        else
            low = middle + 1;
    }
    if (low > 0 && holds(work->tasks[low - 1].task->node->span, at))
        return low;
    for (uint32_t i = low > 0 ? low - 1 : 0; i <= low && i < work->task_count; i++)
        if (holds(work->tasks[i].improvement->node->span, at))
            return (uint32_t)work->tasks[i].improvement->tasks.at[0].number + 1;
    return 0;
}

/* --- the list --- */

static void put_link(khct_html *h, const spots *all, khct_span at)
{
    uint32_t task = task_at(h->work, at);
    const spot *s = spot_at(all, at);
    if (task > 0)
        PUT(h, " <a href=\"#v", task, "\">Việc ", task, "</a>");
    else if (s != NULL)
        PUT(h, " <a href=\"#", s->link, "\">Xem chỗ này</a>");
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

static void put_diag(khct_html *h, const spots *all, const khct_diag *diag)
{
    PUT(h, h->options->language == KHCT_EN ? "<li lang=\"en\">" : "<li>");
    put_badge(h, diag);
    PUT(h, "<p><b>", khct_code_at(diag->code)->name, "</b> ");
    put_message(h, &diag->message);
    put_link(h, all, diag->span);
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
    PUT(h, count, " ", what);
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
        spots all = find_spots(h);
        PUT(h, "<ul class=\"ghinhan\">\n");
        for (size_t i = 0; i < diags->list.n; i++)
            put_diag(h, &all, diags->list.at[i]);
        PUT(h, "</ul>\n");
    }
    khct_html_end(h);
}
