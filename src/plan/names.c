/* Roles and abbreviations: the plan's own, then the library's. */
#include "plan/build.h"

#include "text/fold.h"
#include "text/utf8.h"

static void report_form(khct_plan *plan, const khct_node *node, const char *form)
{
    khct_report_hint(plan->diags, KHCT_KH1009, node->value,
                     KHCT_MSG(HEADING, khct_keyword_at(node->keyword)->unmarked),
                     KHCT_MSG(HEADING_HINT, form));
}

/* The library serves many plans: what it declares is read into this one, not kept at its nodes. */
static khct_declared declared_by(khct_plan *plan, const khct_reader *reader, const khct_node *node,
                                 bool library)
{
    if (library)
        return khct_read_declared(reader, node->value);
    const khct_declared *declared = khct_meaning_of(plan->values, node)->declared;
    return declared != NULL ? *declared : (khct_declared){.id = KHCT_STR("")};
}

/* --- roles --- */

/* A capital and small letters after it: a syllable of a person's name. */
static bool is_syllable(khct_str word)
{
    size_t length;
    if (word.n == 0 || !khct_is_capital_or_digit(khct_utf8_at(word.p, word.n, &length)))
        return false;
    khct_str rest = khct_str_sub(word, length, word.n);
    return rest.n > 0 && !khct_is_capital_or_digit(khct_utf8_at(rest.p, rest.n, &length));
}

/* The person's name in `bà Trần Thị Bình`; empty where the words are none. */
static khct_str person_in(khct_str words)
{
    static const char *const HONOURS[] = {"ông ", "bà ", "thầy ", "cô ", "đ/c ", "đồng chí "};
    bool honour = false;
    for (size_t i = 0; i < sizeof HONOURS / sizeof HONOURS[0] && !honour; i++)
        if (khct_str_starts(words, HONOURS[i])) {
            words = khct_str_sub(words, strlen(HONOURS[i]), words.n);
            honour = true;
        }
    khct_str rest = words;
    size_t n = 0;
    while (rest.n > 0) {
        if (!is_syllable(khct_str_cut(&rest, ' ')))
            return KHCT_STR("");
        n++;
    }
    return n >= (honour ? 1 : 2) ? words : KHCT_STR("");
}

/* `Hiệu trưởng (Trần Thị Bình)`: takes who holds the role out of its name. */
static khct_str take_holder(khct_role *role, khct_str name)
{
    size_t open = khct_str_find(name, KHCT_STR("("));
    if (open == name.n || !khct_str_ends(name, ")"))
        return name;
    khct_str holder = person_in(khct_str_trim(khct_str_sub(name, open + 1, name.n - 1)));
    khct_str office = khct_str_trim(khct_str_sub(name, 0, open));
    if (holder.n == 0 || office.n == 0)
        return name;
    role->holder = holder;
    return office;
}

/* "Tổng phụ trách Đội / TPT Đội": the names between the slashes. */
static void add_names(khct_plan *plan, khct_role *role, khct_str line)
{
    while (line.n > 0) {
        khct_str name = khct_str_trim(khct_str_cut(&line, '/'));
        if (name.n > 0)
            khct_push(plan->arena, &role->names) = take_holder(role, name);
    }
    role->name = role->names.n > 0 ? role->names.at[0] : role->id;
}

/* The last `gom`/`gồm` of the text, its position; text.n where there is none. */
static size_t last_gather(khct_plan *plan, khct_str text, size_t *length)
{
    for (size_t at = text.n; at-- > 1;) {
        if (text.p[at - 1] != ' ' || (text.p[at] != 'g' && text.p[at] != 'G'))
            continue;
        if (khct_keyword_here(plan->library->vocabulary, KHCT_K_GOM, khct_str_sub(text, at, text.n),
                              length))
            return at;
    }
    return text.n;
}

typedef struct gathering {
    size_t role;
    khct_str list; /* "HT, PHT" */
} gathering;

typedef KHCT_VEC(gathering) gatherings;

static void report_twice(khct_plan *plan, const khct_node *node, khct_str id,
                         const khct_node *first)
{
    khct_diag *diag = khct_report(plan->diags, KHCT_KH5002, node->value, KHCT_MSG(NAME_TWICE, id));
    khct_diag_related(diag, first->value, KHCT_MSG0(FIRST_HERE));
}

/* The plan declares a role of the library's anew, by one of its names: the others go on. */
static void keep_others(khct_plan *plan, khct_role *own, const khct_role *library)
{
    bool same = false;
    KHCT_FOR (name, &library->names)
        for (size_t k = 0; k < own->names.n; k++)
            same |= khct_str_eq(khct_fold(plan->arena, *name),
                                khct_fold(plan->arena, own->names.at[k]));
    for (size_t i = 0; same && i < library->names.n; i++)
        khct_push(plan->arena, &own->others) = library->names.at[i];
}

static void add_role(khct_plan *plan, const khct_reader *reader, const khct_node *node,
                     bool library, gatherings *later)
{
    khct_role role = {.node = node, .library = library};
    khct_declared declared = declared_by(plan, reader, node, library);
    role.id = declared.id;
    if (declared.id.n == 0 || declared.text.n == 0) {
        report_form(plan, node, "vaitro HT Hiệu trưởng;");
        return;
    }
    uint32_t known = khct_map_get(&plan->role_by_id, role.id);
    if (known != KHCT_NONE) {
        if (!library) {
            report_twice(plan, node, role.id, plan->roles.at[known].node);
            return;
        }
        if (plan->roles.at[known].library)
            return;
    }
    khct_str line = declared.text;
    size_t length = 0, gather = last_gather(plan, line, &length);
    if (known != KHCT_NONE) { /* the plan's own declaration takes precedence over the library's */
        add_names(plan, &role, khct_str_trim(khct_str_sub(line, 0, gather)));
        keep_others(plan, &plan->roles.at[known], &role);
        return;
    }
    if (gather < line.n) {
        khct_push(plan->arena, later) =
            (gathering){plan->roles.n, khct_str_sub(line, gather + length, line.n)};
        line = khct_str_sub(line, 0, gather);
    }
    add_names(plan, &role, khct_str_trim(line));
    khct_map_put(plan->arena, &plan->role_by_id, role.id, (uint32_t)plan->roles.n);
    khct_push(plan->arena, &plan->roles) = role;
}

/* What a role gathers; false where the list is not one of role IDs (then it was text). */
static bool gather(khct_plan *plan, const gathering *g)
{
    khct_str list = g->list;
    KHCT_VEC(uint32_t) found = {0};
    while (list.n > 0) {
        khct_str id = khct_str_trim(khct_str_cut(&list, ','));
        uint32_t role = khct_map_get(&plan->role_by_id, id);
        if (role == KHCT_NONE)
            return false;
        khct_push(plan->arena, &found) = role;
    }
    for (size_t i = 0; i < found.n; i++)
        khct_push(plan->arena, &plan->roles.at[g->role].gathers) = found.at[i];
    return found.n > 0;
}

/* A walk along what roles gather, without recursion: a chain may be as long as the plan. */
typedef struct walk {
    struct step {
        uint32_t role;
        size_t next; /* which of what it gathers is gone to next */
    } * steps;
    size_t n;
    enum { NOT_SEEN, ON_WALK, DONE } * state; /* of each role */
} walk;

/* The walk has come to a role that it is on: reports the one of the plan's own nearest to it, which
 * then gathers nothing. */
static void report_itself(khct_plan *plan, walk *w, uint32_t role)
{
    size_t i = w->n;
    while (w->steps[i - 1].role != role)
        i--;
    while (i < w->n && plan->roles.at[w->steps[i - 1].role].library)
        i++;
    khct_role *its = &plan->roles.at[w->steps[i - 1].role];
    if (!its->library)
        khct_report(plan->diags, KHCT_KH5003, its->node->value, KHCT_MSG(ROLE_ITSELF, its->id));
    its->gathers.n = 0;
}

static void walk_from(khct_plan *plan, walk *w, uint32_t first)
{
    if (w->state[first] != NOT_SEEN)
        return;
    w->state[first] = ON_WALK;
    w->steps[w->n++] = (struct step){first, 0};
    while (w->n > 0) {
        struct step *step = &w->steps[w->n - 1];
        const khct_role *role = &plan->roles.at[step->role];
        if (step->next >= role->gathers.n) {
            w->state[step->role] = DONE;
            w->n--;
            continue;
        }
        uint32_t next = role->gathers.at[step->next++];
        if (w->state[next] == ON_WALK) {
            report_itself(plan, w, next);
        } else if (w->state[next] == NOT_SEEN) {
            w->state[next] = ON_WALK;
            w->steps[w->n++] = (struct step){next, 0};
        }
    }
}

static void check_gathering(khct_plan *plan, const gatherings *later)
{
    walk w = {.steps = khct_alloc_array(plan->arena, plan->roles.n, sizeof *w.steps),
              .state = khct_alloc_array(plan->arena, plan->roles.n, sizeof *w.state)};
    for (size_t i = 0; i < later->n; i++)
        walk_from(plan, &w, (uint32_t)later->at[i].role);
}

/* One person holds it: the first words of its name say so. They stand here folded. */
static bool is_office(khct_arena *arena, const khct_role *role)
{
    static const char *const HEADS[] = {"hie^u5 tru+o+ng3", "pho2",       "hie^u5 pho2",
                                        "giam2 d-o^c2",     "chu3 tich5", "bi2 thu+",
                                        "to^3 tru+o+ng3",   "to^3 pho2",  "nhom2 tru+o+ng3",
                                        "kho^i2 tru+o+ng3", "tru+o+ng3",  "to^ng3 phu5 trach2",
                                        "thu+ ki2",         "ke^2 toan2", "va(n thu+",
                                        "thu3 qui4",        "thu3 thu+",  "nha^n vie^n",
                                        "giao2 vie^n"};
    khct_str name = khct_fold(arena, role->name);
    for (size_t i = 0; i < sizeof HEADS / sizeof HEADS[0]; i++) {
        size_t n = strlen(HEADS[i]);
        if (khct_str_starts(name, HEADS[i]) && (name.n == n || name.p[n] == ' '))
            return true;
    }
    return false;
}

static void add_phrases(khct_plan *plan, const khct_role *role, uint32_t number)
{
    khct_arena *arena = plan->arena;
    khct_phrases *phrases = &plan->role_names;
    uint32_t value = is_office(arena, role) ? number | KHCT_ROLE_OFFICE : number;
    khct_phrases_add(arena, phrases, role->id, value);
    KHCT_FOR (other, &role->others)
        khct_phrases_add(arena, phrases, *other, value);
    KHCT_FOR (name, &role->names)
        khct_phrases_add(arena, phrases, *name, value);
    if (role->holder.n > 0)
        khct_phrases_add(arena, phrases, role->holder, number | KHCT_ROLE_HOLDER);
}

static void finish_roles(khct_plan *plan, const gatherings *later)
{
    for (size_t i = 0; i < later->n; i++) {
        khct_role *role = &plan->roles.at[later->at[i].role];
        if (gather(plan, &later->at[i]))
            continue;
        /* it was text after all */
        role->name = KHCT_JOIN(plan->arena, role->name, " gồm", later->at[i].list);
        if (role->names.n > 0)
            role->names.at[0] = role->name;
    }
    check_gathering(plan, later);
    size_t phrases = 0;
    KHCT_FOR (role, &plan->roles)
        phrases += role->names.n + role->others.n + 2;
    khct_map_reserve(plan->arena, &plan->role_names.at, phrases);
    /* the plan's own stand first in the list and are added last, so that they win */
    for (size_t i = plan->roles.n; i-- > 0;)
        add_phrases(plan, &plan->roles.at[i], (uint32_t)i);
}

/* --- abbreviations --- */

static void add_abbreviation(khct_plan *plan, const khct_reader *reader, const khct_node *node,
                             bool library)
{
    khct_abbreviation a = {.node = node, .library = library};
    khct_declared declared = declared_by(plan, reader, node, library);
    a.id = declared.id;
    if (declared.id.n == 0 || declared.text.n == 0) {
        report_form(plan, node, "viettat CSVC cơ sở vật chất;");
        return;
    }
    uint32_t known = khct_map_get(&plan->abbreviation_by_id, a.id);
    uint32_t role = khct_map_get(&plan->role_by_id, a.id);
    if (known != KHCT_NONE || (role != KHCT_NONE && !plan->roles.at[role].library)) {
        if (!library)
            report_twice(plan, node, a.id,
                         known != KHCT_NONE ? plan->abbreviations.at[known].node
                                            : plan->roles.at[role].node);
        return;
    }
    a.text = declared.text;
    khct_map_put(plan->arena, &plan->abbreviation_by_id, a.id, (uint32_t)plan->abbreviations.n);
    khct_push(plan->arena, &plan->abbreviations) = a;
}

static void add_all(khct_plan *plan, const khct_document *document, const khct_reader *reader,
                    bool library, gatherings *later)
{
    const khct_node *node = NULL;
    while ((node = khct_document_next(document, node, KHCT_K_VAITRO)) != NULL)
        add_role(plan, reader, node, library, later);
    while ((node = khct_document_next(document, node, KHCT_K_VIETTAT)) != NULL)
        add_abbreviation(plan, reader, node, library);
}

void khct_build_names(khct_plan *plan)
{
    gatherings later = {0};
    khct_library *library = plan->library;
    add_all(plan, plan->document, &plan->reader, false, &later);
    khct_library_load_roles(library);
    khct_reader reader =
        plan->reader; /* values go to the plan's arena, bytes come from the library */
    reader.sources = &library->sources;
    reader.diags = NULL;
    KHCT_FOR (role, &library->roles)
        add_all(plan, *role, &reader, true, &later);
    finish_roles(plan, &later);
}
