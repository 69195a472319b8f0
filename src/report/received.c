#include "report/received.h"

/* --- reading the register --- */

typedef struct reading {
    khct_arena *arena;
    khct_str bytes;
    size_t at;
    char divider;
    bool broken;
} reading;

static bool ends_line(const reading *r)
{
    return r->at >= r->bytes.n || r->bytes.p[r->at] == '\n' || r->bytes.p[r->at] == '\r';
}

static khct_str quoted(reading *r)
{
    char *text = khct_alloc_bytes(r->arena, r->bytes.n - r->at);
    size_t n = 0;
    for (r->at++; r->at < r->bytes.n; r->at++) {
        bool quote = r->bytes.p[r->at] == '"';
        bool doubled = quote && r->at + 1 < r->bytes.n && r->bytes.p[r->at + 1] == '"';
        if (quote && !doubled) {
            r->at++;
            return (khct_str){text, n};
        }
        r->at += doubled;
        text[n++] = r->bytes.p[r->at];
    }
    r->broken = true;
    return (khct_str){text, n};
}

static khct_str cell(reading *r)
{
    if (r->at < r->bytes.n && r->bytes.p[r->at] == '"')
        return khct_str_trim(quoted(r));
    size_t begin = r->at;
    while (!ends_line(r) && r->bytes.p[r->at] != r->divider)
        r->at++;
    return khct_str_trim(khct_str_sub(r->bytes, begin, r->at));
}

/* The cells of the next line. */
static khct_strs line_of(reading *r)
{
    khct_strs cells = {0};
    for (;;) {
        khct_push(r->arena, &cells) = cell(r);
        while (!ends_line(r) && r->bytes.p[r->at] != r->divider)
            r->at++; /* words after a quotation */
        if (ends_line(r))
            break;
        r->at++;
    }
    while (r->at < r->bytes.n && ends_line(r))
        r->at++;
    return cells;
}

/* What divides the cells of the first line. */
static char divider_of(khct_str bytes)
{
    for (size_t i = 0; i < bytes.n && bytes.p[i] != '\n'; i++)
        if (bytes.p[i] == ',' || bytes.p[i] == ';' || bytes.p[i] == '\t')
            return bytes.p[i];
    return ',';
}

enum { COLUMNS = 6 };
static const char *const NAMES[COLUMNS] = {"ma", "tu", "den", "ten", "xa", "tinh"};

static void find_columns(const khct_strs *head, size_t where[COLUMNS])
{
    for (size_t c = 0; c < COLUMNS; c++) {
        where[c] = head->n;
        for (size_t i = head->n; i-- > 0;)
            if (khct_str_is(head->at[i], NAMES[c]))
                where[c] = i;
    }
}

static void add_school(khct_received *received, const khct_strs *cells, const size_t where[COLUMNS])
{
    khct_str got[COLUMNS];
    for (size_t c = 0; c < COLUMNS; c++)
        got[c] = where[c] < cells->n ? cells->at[where[c]] : KHCT_STR("");
    if (got[0].n == 0)
        return; /* an empty line */
    khct_map_put(received->arena, &received->school_of, got[0], (uint32_t)received->schools.n);
    khct_push(received->arena, &received->schools) =
        (khct_registered){got[0], got[1], got[2], got[3], got[4], got[5], 0};
}

bool khct_register_read(khct_received *received, khct_str bytes)
{
    static const char MARK[] = "\xEF\xBB\xBF";
    if (khct_str_starts(bytes, MARK))
        bytes = khct_str_sub(bytes, sizeof MARK - 1, bytes.n);
    reading r = {received->arena, bytes, 0, divider_of(bytes), false};
    size_t where[COLUMNS];
    khct_strs head = line_of(&r);
    find_columns(&head, where);
    received->by_register = true;
    while (where[0] < head.n && r.at < bytes.n && !r.broken) {
        khct_strs cells = line_of(&r);
        add_school(received, &cells, where);
    }
    return where[0] < head.n && !r.broken;
}

/* --- what was received --- */

/* School and period in one text; of a plan that names no school its hash. */
static khct_str key_of(khct_arena *arena, const khct_received_plan *p)
{
    bool named = p->code.n + p->name.n > 0;
    khct_str tab = KHCT_STR("\t");
    return KHCT_JOIN(arena,
                     p->code.n > 0 ? "m"
                     : named       ? "t"
                                   : "k",
                     p->code.n > 0 ? p->code
                     : named       ? p->name
                                   : p->hash,
                     tab, p->code.n > 0 ? KHCT_STR("") : p->superior, tab, p->from, tab, p->to);
}

static void count_school(khct_received *received, const khct_received_plan *plan)
{
    uint32_t at = khct_map_get(&received->school_of, plan->code);
    if (plan->code.n > 0 && at != KHCT_NONE)
        received->schools.at[at].plans++;
}

void khct_received_take(khct_received *received, khct_str line)
{
    khct_received_plan p = {.next = KHCT_NONE, .last = KHCT_NONE};
    khct_str *const cells[] = {&p.hash, &p.code, &p.name, &p.superior,
                               &p.from, &p.to,   &p.date, &p.path};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        *cells[i] = khct_str_cut(&line, '\t');
    p.rest = line;
    khct_str key = key_of(received->arena, &p);
    uint32_t mine = (uint32_t)received->plans.n, first = khct_map_get(&received->first, key);
    khct_push(received->arena, &received->plans) = p;
    count_school(received, &p);
    if (first == KHCT_NONE) {
        khct_map_put(received->arena, &received->first, key, mine);
        received->plans.at[mine].last = mine;
        return;
    }
    khct_received_plan *head = &received->plans.at[first];
    received->plans.at[head->last].next = mine;
    head->last = mine;
}

static bool counts_before(const khct_received_plan *a, const khct_received_plan *b)
{
    int order = khct_str_cmp(a->date, b->date);
    return order != 0 ? order > 0 : khct_str_cmp(a->hash, b->hash) > 0;
}

bool khct_received_again(const khct_received *received, const khct_received_plan *plan,
                         const khct_received_plan **counts, uint32_t *count)
{
    *counts = plan;
    *count = 1;
    if (plan->last == KHCT_NONE)
        return false;
    for (uint32_t i = plan->next; i != KHCT_NONE; i = received->plans.at[i].next) {
        ++*count;
        if (counts_before(&received->plans.at[i], *counts))
            *counts = &received->plans.at[i];
    }
    return *count > 1;
}

void khct_received_rows(khct_rows *rows, const khct_received *received)
{
    KHCT_FOR (s, &received->schools) {
        KHCT_ROW_OF(rows, KHCT_TABLE_truong, s->code, s->from, s->to, s->name, s->commune,
                    s->province, s->plans);
    }
}
