/* KH2008: titles that the writer gave to criteria, held against the catalogue's. */
#include "check/checks.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "value/words.h"

/* What a word more, less or other costs; small words (`và`, `các`) hardly count. */
enum { SMALL = 1, WORD = 4 };

/* Slips of the pen: a title this near (in hundredths) to its own is not judged; one this near to
 * another's is taken for it. */
enum { SLIP = 30, NEAR = 25 };

typedef struct title_word {
    khct_str folded, bare;
    bool capitals;      /* `HS`, `CSVC`: may stand for as many words */
    khct_str long_form; /* what the plan or the library says it stands for, folded; or empty */
    uint32_t cost;
} title_word;

typedef struct title {
    title_word *at;
    size_t n;
    uint32_t cost; /* of all its words */
} title;

typedef struct judging {
    khct_checking *k;
    const khct_criterion *criterion;
    khct_str given;
    khct_span span;
    title words;
} judging;

static bool all_capitals(khct_arena *arena, khct_str word)
{
    return khct_str_eq(word, khct_upper(arena, word)) && khct_utf8_characters(word) >= 2;
}

static khct_str long_form(const khct_plan *plan, khct_str word)
{
    uint32_t at = khct_map_get(&plan->abbreviation_by_id, word);
    if (at != KHCT_NONE)
        return khct_fold(plan->arena, plan->abbreviations.at[at].text);
    at = khct_map_get(&plan->role_by_id, word);
    return at == KHCT_NONE ? KHCT_STR("") : khct_fold(plan->arena, plan->roles.at[at].name);
}

static bool is_small(khct_str folded)
{
    return khct_str_is(folded, "va") || khct_str_is(folded, "cac2") ||
           khct_str_is(folded, "cua3") || khct_str_is(folded, "cho") ||
           khct_str_is(folded, "trong");
}

static title title_of(const khct_plan *plan, khct_str text)
{
    khct_arena *arena = plan->arena;
    khct_words words = khct_words_of(arena, text, (khct_span){0, 0, (uint32_t)text.n});
    title t = {khct_alloc_array(arena, words.n + 1, sizeof(title_word)), 0, 0};
    size_t depth = 0; /* what stands in brackets explains and is left out */
    KHCT_FOR (word, &words) {
        depth += khct_word_is_sign(word, '(');
        depth -= depth > 0 && khct_word_is_sign(word, ')');
        if (depth > 0)
            continue;
        if (word->kind != KHCT_WORD_LETTERS && word->kind != KHCT_WORD_NUMBER)
            continue;
        title_word *w = &t.at[t.n++];
        w->folded = word->folded;
        w->bare = khct_fold_bare(arena, word->text);
        w->capitals = word->kind == KHCT_WORD_LETTERS && all_capitals(arena, word->text);
        if (w->capitals)
            w->long_form = long_form(plan, word->text);
        w->cost = is_small(w->folded) ? SMALL : WORD;
        t.cost += w->cost;
    }
    return t;
}

/* How many words of `t` from `j` the abbreviation stands for; 0: none. */
static size_t stands_for(const title_word *w, const title *t, size_t j)
{
    size_t n = 0;
    if (!w->capitals)
        return 0;
    while (n < w->bare.n && j + n < t->n && t->at[j + n].bare.n > 0 &&
           t->at[j + n].bare.p[0] == w->bare.p[n])
        n++;
    if (n == w->bare.n)
        return n;
    khct_str rest = w->long_form;
    for (n = 0; rest.n > 0 && j + n < t->n; n++) {
        if (!khct_str_eq(khct_str_cut(&rest, ' '), t->at[j + n].folded))
            return 0;
    }
    return rest.n == 0 ? n : 0;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* What it costs to make one title of the other. `part`: words of `b` before and after are free. */
static uint32_t distance(khct_arena *arena, const title *a, const title *b, bool part)
{
    size_t width = b->n + 1;
    uint32_t *cost = khct_alloc_array(arena, (a->n + 1) * width, sizeof *cost);
    for (size_t i = 0; i < (a->n + 1) * width; i++)
        cost[i] = UINT32_MAX / 2;
    for (size_t j = 0; j < (part ? width : 1); j++)
        cost[j] = 0;
    for (size_t i = 0; i <= a->n; i++)
        for (size_t j = 0; j <= b->n; j++) {
            uint32_t here = cost[i * width + j];
            if (j < b->n)
                cost[i * width + j + 1] = least(cost[i * width + j + 1], here + b->at[j].cost);
            if (i == a->n)
                continue;
            uint32_t *below = &cost[(i + 1) * width];
            below[j] = least(below[j], here + a->at[i].cost);
            size_t many = stands_for(&a->at[i], b, j);
            if (many > 0)
                below[j + many] = least(below[j + many], here);
            if (j < b->n)
                below[j + 1] =
                    least(below[j + 1],
                          here + (khct_str_eq(a->at[i].folded, b->at[j].folded) ? 0 : WORD));
        }
    uint32_t end = cost[a->n * width + b->n];
    for (size_t j = 0; part && j < b->n; j++)
        end = least(end, cost[a->n * width + j]);
    return end;
}

/* How far the words are from a title, in hundredths of the longer one. */
static uint32_t far_from(const judging *j, khct_str text)
{
    title own = title_of(j->k->plan, text);
    uint32_t whole = j->words.cost > own.cost ? j->words.cost : own.cost;
    return whole == 0 ? 0 : distance(j->k->arena, &j->words, &own, false) * 100 / whole;
}

/* The title that the criterion had or may have had on the plan's date. */
static bool title_holds(const judging *j, const khct_dated_title *dated)
{
    khct_date date = j->k->plan->heading.date.date;
    return date == KHCT_NO_DATE || khct_force_holds(&dated->force, date);
}

/* Of the criterion's titles the one that is nearest. */
static khct_str title_near(const judging *j, const khct_criterion *criterion)
{
    khct_str near = criterion->title;
    uint32_t best = far_from(j, near);
    for (size_t i = 0; i < criterion->titles.n && best > 0; i++) {
        uint32_t how = far_from(j, criterion->titles.at[i].text);
        if (!title_holds(j, &criterion->titles.at[i]) || how >= best)
            continue;
        best = how;
        near = criterion->titles.at[i].text;
    }
    return near;
}

static uint32_t far(const judging *j, const khct_criterion *criterion)
{
    return far_from(j, title_near(j, criterion));
}

typedef struct owner {
    const khct_catalogue *catalogue;
    const khct_criterion *criterion;
    uint32_t far;
} owner;

/* The criterion of the catalogue whose title is nearest; the same number goes first. */
static void look_in(const judging *j, const khct_catalogue *catalogue, owner *best)
{
    const khct_criterion *same = khct_catalogue_criterion(catalogue, j->criterion->id);
    if (same != NULL && far(j, same) < best->far)
        *best = (owner){catalogue, same, far(j, same)};
    for (size_t i = 0; i < catalogue->criteria.n && best->far > 0; i++) {
        uint32_t how = far(j, &catalogue->criteria.at[i]);
        if (how < best->far)
            *best = (owner){catalogue, &catalogue->criteria.at[i], how};
    }
}

static owner owner_of(const judging *j)
{
    khct_plan *plan = j->k->plan;
    owner best = {.far = UINT32_MAX};
    look_in(j, plan->catalogue, &best);
    khct_strs ids = khct_library_list(plan->library, plan->arena, "danhmuc");
    for (size_t i = 0; i < ids.n && best.far > 0; i++) {
        const khct_catalogue *other = khct_library_catalogue(plan->library, ids.at[i]);
        if (other != NULL && !khct_str_eq(other->id, plan->catalogue->id))
            look_in(j, other, &best);
    }
    return best;
}

static void report(const judging *j, const owner *whose)
{
    khct_plan *plan = j->k->plan;
    const khct_criterion *criterion = j->criterion;
    khct_message message = KHCT_MSG(TITLE_NONE, j->given, criterion->code);
    if (whose->criterion != NULL && whose->catalogue == plan->catalogue)
        message = KHCT_MSG(TITLE_SAME, j->given, whose->criterion->code, criterion->code);
    else if (whose->criterion != NULL)
        message = KHCT_MSG(TITLE_OTHER, j->given, whose->criterion->code,
                           khct_catalogue_name(plan->library, plan->arena, whose->catalogue),
                           criterion->code);
    khct_diag *diag = khct_report(j->k->diags, KHCT_KH2008, j->span, message);
    diag->subject = criterion->code;
    khct_diag_related(diag, criterion->span,
                      KHCT_MSG(TITLE_IS, plan->catalogue_name, criterion->code));
    khct_diag_hint(diag, KHCT_MSG0(TITLE_OWN_HINT));
    khct_diag_fix(diag, KHCT_LIKELY, j->span, criterion->title);
}

/* The criterion of this catalogue whose title has the given words as a part of it, the shortest
 * such title; or NULL. */
static const khct_criterion *holder_of(const judging *j)
{
    const khct_catalogue *c = j->k->plan->catalogue;
    const khct_criterion *found = NULL;
    uint32_t shortest = UINT32_MAX;
    for (size_t i = 0; j->words.n >= 2 && i < c->criteria.n; i++) {
        title t = title_of(j->k->plan, title_near(j, &c->criteria.at[i]));
        if (t.cost >= shortest || distance(j->k->arena, &j->words, &t, true) > 0)
            continue;
        found = &c->criteria.at[i];
        shortest = t.cost;
    }
    return found;
}

/* A level that ends the title has been said (KH1028): it alone may be what makes it another one. */
static bool level_is_said(const khct_checking *k, khct_span at)
{
    KHCT_FOR (one, &k->diags->list)
        if ((*one)->code == KHCT_KH1028 && (*one)->span.source == at.source &&
            (*one)->span.begin >= at.begin && (*one)->span.end <= at.end)
            return true;
    return false;
}

static void judge(khct_checking *k, const khct_criterion *criterion, khct_str given, khct_span span)
{
    if (criterion == NULL || given.n == 0)
        return;
    judging j = {k, criterion, given, span, title_of(k->plan, given)};
    title own = title_of(k->plan, title_near(&j, criterion));
    if (j.words.n == 0 || distance(k->arena, &j.words, &own, false) == 0)
        return;
    owner whose = owner_of(&j);
    uint32_t mine = far(&j, criterion);
    bool slip = mine <= SLIP && mine <= whose.far;
    bool shortened =
        j.words.n >= 2 && whose.far > 0 && distance(k->arena, &j.words, &own, true) == 0;
    if (slip || shortened || level_is_said(k, span))
        return;
    if (whose.far > NEAR || whose.criterion == criterion)
        whose.criterion = holder_of(&j);
    if (whose.far > NEAR || whose.catalogue == NULL)
        whose.catalogue = k->plan->catalogue;
    report(&j, &whose);
}

void khct_check_titles(khct_checking *k)
{
    const khct_plan *plan = k->plan;
    KHCT_FOR (improvement, &plan->improvements)
        judge(k, improvement->criterion, improvement->title, improvement->title_span);
    for (size_t i = 0; plan->current != NULL && i < plan->current->results.n; i++)
        judge(k, plan->current->results.at[i].criterion, plan->current->results.at[i].title,
              plan->current->results.at[i].title_span);
}
