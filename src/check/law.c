/* The legal basis and the catalogue against the library's records and the plan's date
 * (KH4001 to KH4004, KH4011). What a record marks as not verified is not judged by. */
#include "check/checks.h"

#include "check/subject.h"
#include "text/fold.h"

/* A document that the plan cites. */
typedef struct cited {
    const khct_node *node;
    const khct_basis *basis;
    const khct_legal *legal; /* NULL: no record */
    bool free;               /* in `khac`: only what is certain is judged */
    khct_span at;            /* its number or name */
    khct_str name;           /* for messages */
} cited;

typedef void check_cited(khct_checking *k, const cited *c);

/* --- which document --- */

static bool same_words(khct_arena *arena, khct_str a, khct_str b)
{
    return khct_str_eq(khct_fold(arena, a), khct_fold(arena, b));
}

/* The record may be meant: the same value and year, and no part that contradicts it. */
static bool may_mean(khct_arena *arena, const khct_basis *b, const khct_legal *legal)
{
    const khct_docnumber *number = &b->number, *full = &legal->number;
    if (number->value != full->value || number->year != full->year)
        return false;
    if (number->kind.n > 0 && full->kind.n > 0 && !khct_str_eq(number->kind, full->kind))
        return false;
    if (b->kind_name.n > 0 && !same_words(arena, b->kind_name, legal->kind))
        return false;
    bool dated = b->date.date != KHCT_NO_DATE && legal->date != KHCT_NO_DATE &&
                 (legal->unsure & KHCT_UNSURE_DATE) == 0;
    bool unclear = (b->dateless && b->date.words.n == 0) || !khct_legal_may_be_of(legal, b->year);
    if (number->year == 0 && (unclear || (dated && b->date.date != legal->date)))
        return false; /* numbers begin anew each year */
    /* without a year a bare number says too little */
    if (number->year == 0 && number->body.n == 0)
        return false;
    return number->body.n <= full->body.n &&
           memcmp(number->body.p, full->body.p, number->body.n) == 0;
}

/* The one record that a number in part can mean, or NULL. */
static const khct_legal *guess(khct_checking *k, const khct_basis *b)
{
    khct_library *library = k->plan->library;
    const khct_legal *found = NULL;
    const khct_records *records = khct_library_records(library);
    for (size_t i = 0; i < records->n; i++)
        if (records->at[i].number == b->number.value &&
            may_mean(k->arena, b, khct_library_record(library, i))) {
            if (found != NULL)
                return NULL;
            found = khct_library_record(library, i);
        }
    return found;
}

static khct_str name_of(khct_arena *arena, const cited *c)
{
    const khct_basis *b = c->basis;
    if (c->legal != NULL)
        return khct_legal_short(arena, c->legal);
    const char *sign = khct_document_kind(b->number.kind);
    khct_str kind =
        b->kind_name.n > 0 ? b->kind_name : khct_str_of(sign == NULL ? "văn bản" : sign);
    khct_str what = b->named && b->name.words.n > 0 ? b->name.words : b->number.words;
    return KHCT_JOIN(arena, kind, " ", what);
}

/* A place in what is cited, in the file. */
static khct_span place_of(const cited *c, khct_span place)
{
    return khct_node_place(c->node, place);
}

/* Calls the check for each document that the basis names. */
static void each_cited(khct_checking *k, check_cited *check)
{
    KHCT_FOR (entry, &k->plan->basis) {
        KHCT_FOR (one, &entry->cited) {
            cited c = {
                .node = one->node, .basis = one->basis, .legal = one->legal, .free = entry->other};
            if (!c.basis->understood)
                continue;
            if (c.legal == NULL && c.basis->number.understood)
                c.legal = guess(k, c.basis);
            c.at = place_of(&c, khct_basis_place(c.basis));
            c.name = name_of(k->arena, &c);
            check(k, &c);
        }
    }
}

static khct_date date_of(const cited *c)
{
    if (c->legal != NULL && c->legal->date != KHCT_NO_DATE &&
        !(c->legal->unsure & KHCT_UNSURE_DATE))
        return c->legal->date;
    return c->basis->date.date;
}

static khct_str day(const khct_checking *k, khct_date date)
{
    return khct_date_short(k->arena, date);
}

static void relate_plan_date(khct_checking *k, khct_diag *diag)
{
    khct_diag_related(diag, k->plan->heading.date.span, KHCT_MSG0(PLAN_DATE_HERE));
}

/* --- KH4001 --- */

static void check_later(khct_checking *k, const cited *c)
{
    khct_date plan = k->plan->heading.date.date, date = date_of(c);
    int year;
    khct_date_parts(plan, &year, NULL, NULL);
    khct_diag *diag;
    if (date != KHCT_NO_DATE && date > plan)
        diag = khct_report(k->diags, KHCT_KH4001, c->at,
                           KHCT_MSG(LEGAL_LATER, c->name, day(k, date), day(k, plan)));
    else if (date == KHCT_NO_DATE && c->basis->number.year > (uint32_t)year)
        diag =
            khct_report(k->diags, KHCT_KH4001, c->at,
                        KHCT_MSG(LEGAL_LATER_YEAR, c->name, c->basis->number.year, day(k, plan)));
    else
        return;
    relate_plan_date(k, diag);
    khct_diag_hint(diag, KHCT_MSG0(LEGAL_LATER_HINT));
}

void khct_check_later_law(khct_checking *k)
{
    each_cited(k, check_later);
}

/* --- KH4002 --- */

static void tell_replacement(khct_checking *k, khct_diag *diag, const cited *c)
{
    const khct_legal *next =
        c->legal->replaced_by.n == 0
            ? NULL
            : khct_library_legal(k->plan->library, k->arena, c->legal->replaced_by);
    if (next == NULL)
        return;
    khct_str name = khct_legal_short(k->arena, next);
    if (next->force.from.date != KHCT_NO_DATE && !(next->unsure & KHCT_UNSURE_FORCE))
        khct_diag_note(diag, KHCT_MSG(LEGAL_REPLACED_FROM, name, day(k, next->force.from.date)));
    else
        khct_diag_note(diag, KHCT_MSG(LEGAL_REPLACED, name));
    khct_diag_hint(diag, KHCT_MSG(LEGAL_REPLACED_HINT, next->id));
    if (c->basis->id.words.n > 0)
        khct_diag_fix(diag, KHCT_PERSON, c->at, next->id);
}

/* The library knows what replaced it, but the day it ended from too few sources. */
static void check_replaced(khct_checking *k, const cited *c)
{
    khct_date plan = k->plan->heading.date.date, to = c->legal->force.to.date;
    if (c->legal->replaced_by.n == 0 || to == KHCT_NO_DATE || plan <= to)
        return;
    khct_diag *diag = khct_report(k->diags, KHCT_KH4002, c->at,
                                  KHCT_MSG(LEGAL_ENDED_UNSURE, c->name, day(k, to + 1)));
    relate_plan_date(k, diag);
    tell_replacement(k, diag, c);
}

static void check_force(khct_checking *k, const cited *c)
{
    khct_date plan = k->plan->heading.date.date, date = date_of(c);
    if (c->legal == NULL || (date != KHCT_NO_DATE && date > plan))
        return;
    if (c->legal->unsure & KHCT_UNSURE_FORCE) {
        check_replaced(k, c);
        return;
    }
    khct_date from = c->legal->force.from.date, to = c->legal->force.to.date;
    if (from != KHCT_NO_DATE && plan < from) {
        khct_diag *diag = khct_report(k->diags, KHCT_KH4002, c->at,
                                      KHCT_MSG(LEGAL_NOT_YET, c->name, day(k, plan), day(k, from)));
        relate_plan_date(k, diag);
        khct_diag_hint(diag, KHCT_MSG0(LEGAL_NOT_YET_HINT));
    } else if (to != KHCT_NO_DATE && plan > to) {
        khct_diag *diag = khct_report(k->diags, KHCT_KH4002, c->at,
                                      KHCT_MSG(LEGAL_ENDED, c->name, day(k, plan), day(k, to + 1)));
        relate_plan_date(k, diag);
        tell_replacement(k, diag, c);
    }
}

void khct_check_force_of_law(khct_checking *k)
{
    each_cited(k, check_force);
}

/* --- KH4003 --- */

/* The document of the same matter and kind for the school, in force on the plan's date; NULL where
 * the library relates none. */
static const khct_legal *one_for(khct_checking *k, const khct_legal *legal)
{
    khct_library *library = k->plan->library;
    khct_date plan = k->plan->heading.date.date;
    size_t count = khct_library_records(library)->n;
    for (size_t i = 0; legal->matter.n > 0 && i < count; i++) {
        const khct_legal *other = khct_library_record(library, i);
        if (khct_str_eq(other->matter, legal->matter) &&
            same_words(k->arena, other->kind, legal->kind) && other->types != 0 &&
            (k->plan->school.types & ~other->types) == 0 &&
            (plan == KHCT_NO_DATE || khct_force_holds(&other->force, plan)))
            return other;
    }
    return NULL;
}

static void check_types(khct_checking *k, const cited *c)
{
    khct_school_types types = k->plan->school.types;
    if (c->legal == NULL || c->legal->types == 0 || (c->legal->types & types) != 0 ||
        c->basis->listed) /* cited with those for other schools */
        return;
    khct_diag *diag = khct_report(k->diags, KHCT_KH4003, c->at,
                                  KHCT_MSG(LEGAL_TYPES, c->name,
                                           khct_school_types_text(k->arena, c->legal->types),
                                           khct_school_types_text(k->arena, types)));
    khct_diag_related(diag, k->plan->school.types_span, KHCT_MSG0(TYPE_HERE));
    const khct_legal *other = one_for(k, c->legal);
    if (other != NULL)
        khct_diag_hint(diag,
                       KHCT_MSG(LEGAL_TYPES_HINT, khct_legal_short(k->arena, other), other->id));
}

void khct_check_types_of_law(khct_checking *k)
{
    if (k->plan->school.types != 0)
        each_cited(k, check_types);
}

/* --- KH4004 --- */

static khct_diag *differs(khct_checking *k, const cited *c, khct_span at, khct_message message)
{
    khct_diag *diag = khct_report(k->diags, KHCT_KH4004, at, message);
    if (c->legal != NULL)
        khct_diag_related(diag, c->legal->span, KHCT_MSG0(RECORD_HERE));
    return diag;
}

/* A number that is not filled in, mistyped, or not whole. */
static void check_number(khct_checking *k, const cited *c)
{
    const khct_docnumber *number = &c->basis->number;
    bool national = number->year != 0 && number->body.n == 0 && c->basis->kind.words.n > 0;
    bool bare = number->year == 0 && number->body.n == 0; /* also 32/TT */
    bool slip = (number->mended & KHCT_DOCNUMBER_SLIP) != 0;
    if (!number->understood)
        return;
    if (number->number.n == 0) {
        khct_report(k->diags, KHCT_KH4014, c->at, KHCT_MSG(CITED_NO_NUMBER, number->words));
        return;
    }
    khct_str whole = c->legal != NULL ? c->legal->number.text : number->text;
    if (c->legal != NULL ? khct_str_eq(number->key, c->legal->number.key) && !slip
                         : !national && !bare && !slip)
        return;
    khct_diag *diag = differs(k, c, c->at, KHCT_MSG(NUMBER_PART, number->words));
    if (c->legal == NULL && !slip) {
        khct_diag_hint(diag, KHCT_MSG0(NUMBER_PART_HINT));
        return;
    }
    khct_diag_hint(diag, KHCT_MSG(NUMBER_WHOLE_HINT, whole));
    if (!c->basis->listed)
        khct_diag_fix(diag, KHCT_LIKELY, c->at, whole);
}

static void check_kind(khct_checking *k, const cited *c)
{
    const khct_basis_part *kind = &c->basis->kind;
    if (kind->words.n == 0 || c->legal == NULL || c->legal->kind.n == 0 ||
        same_words(k->arena, c->basis->kind_name, c->legal->kind) ||
        same_words(k->arena, kind->words, KHCT_STR("văn bản")))
        return;
    khct_diag *diag =
        differs(k, c, place_of(c, kind->span),
                KHCT_MSG(KIND_DIFFERS, c->legal->number.text, c->legal->kind, kind->words));
    khct_diag_fix(diag, KHCT_LIKELY, place_of(c, kind->span), c->legal->kind);
}

/* The day in the writer's manner: with signs, or in words. */
static khct_str day_like(khct_checking *k, khct_date date, khct_str words)
{
    static const char WORD[] = "ngày ";
    if (memchr(words.p, '/', words.n) != NULL || memchr(words.p, '-', words.n) != NULL ||
        memchr(words.p, '.', words.n) != NULL)
        return khct_date_short(k->arena, date);
    khct_str text = khct_date_long(k->arena, date);
    return khct_str_sub(text, sizeof WORD - 1, text.n);
}

static void check_day(khct_checking *k, const cited *c)
{
    const khct_day *cited_day = &c->basis->date;
    /* numbers without a year begin anew each year: which one it is, only the date says */
    bool nowhere = c->legal == NULL && cited_day->words.n == 0 && c->basis->number.year == 0 &&
                   c->basis->number.number.n > 0 && c->basis->number.body.n > 0;
    if (nowhere && !c->free)
        khct_report(k->diags, KHCT_KH4014, c->at, KHCT_MSG(CITED_NO_DATE, c->name));
    if (cited_day->date == KHCT_NO_DATE)
        return;
    if (c->legal == NULL || c->legal->date == KHCT_NO_DATE ||
        (c->legal->unsure & KHCT_UNSURE_DATE)) {
        int year;
        khct_date_parts(cited_day->date, &year, NULL, NULL);
        if (c->basis->number.year != 0 && c->basis->number.year != (uint32_t)year)
            differs(k, c, place_of(c, cited_day->span),
                    KHCT_MSG(YEAR_DIFFERS, c->basis->number.words, cited_day->words));
        return;
    }
    if (cited_day->date == c->legal->date)
        return;
    khct_diag *diag =
        differs(k, c, place_of(c, cited_day->span),
                KHCT_MSG(DAY_DIFFERS, c->name, day(k, c->legal->date), cited_day->words));
    khct_diag_fix(diag, KHCT_LIKELY, place_of(c, cited_day->span),
                  day_like(k, c->legal->date, cited_day->words));
}

/* True where every word of `part` is one of `whole`. */
static bool within(khct_str part, khct_str whole)
{
    while (part.n > 0) {
        khct_str word = khct_str_cut(&part, ' ');
        bool found = false;
        for (size_t at = 0; at + word.n <= whole.n && !found; at++)
            found = memcmp(whole.p + at, word.p, word.n) == 0 &&
                    (at == 0 || whole.p[at - 1] == ' ') &&
                    (at + word.n == whole.n || whole.p[at + word.n] == ' ');
        if (!found)
            return false;
    }
    return true;
}

static void check_body(khct_checking *k, const cited *c)
{
    const khct_basis_part *body = &c->basis->body;
    if (body->words.n == 0 || c->legal == NULL || c->legal->body.n == 0 ||
        (c->legal->unsure & KHCT_UNSURE_BODY))
        return;
    khct_str said = khct_body_key(k->arena, body->words),
             known = khct_body_key(k->arena, c->legal->body);
    bool longer =
        said.n > known.n && memcmp(said.p, known.p, known.n) == 0 && said.p[known.n] == ' ';
    if (longer || within(said, known))
        return;
    khct_diag *diag = differs(k, c, place_of(c, body->span),
                              KHCT_MSG(BODY_DIFFERS, c->name, c->legal->body, body->words));
    khct_diag_fix(diag, KHCT_LIKELY, place_of(c, body->span), c->legal->body);
}

/* The record's subject as it goes on after the writer's `về` or `ban hành`. */
static khct_str subject_for(khct_checking *k, const cited *c)
{
    static const char ISSUES[] = "ban hành ";
    khct_str subject = c->legal->subject;
    bool issued = khct_str_starts(subject, ISSUES) &&
                  same_words(k->arena, c->basis->subject_word.words, KHCT_STR("ban hành"));
    return issued ? khct_str_sub(subject, sizeof ISSUES - 1, subject.n) : subject;
}

/* The text as a value of the language: its `;` escaped. */
static khct_str escaped(khct_arena *arena, khct_str text)
{
    char *out = khct_alloc_bytes(arena, 2 * text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == ';')
            out[n++] = '\\';
        out[n++] = text.p[i];
    }
    return (khct_str){out, n};
}

/* Of all records the one whose subject this surely is, by the words that make its name; or NULL. */
static const khct_legal *owner_of(khct_checking *k, khct_str subject, const khct_legal *but)
{
    khct_library *library = k->plan->library;
    const khct_legal *found = NULL;
    unsigned best = KHCT_SUBJECT_SAME - 1;
    size_t count = khct_library_records(library)->n;
    for (size_t i = 0; i < count; i++) {
        const khct_legal *legal = khct_library_record(library, i);
        bool named = legal->keywords.n > 0 && !(legal->unsure & KHCT_UNSURE_SUBJECT) &&
                     khct_subject_lacks(k->plan, subject, &legal->keywords).n == 0;
        if (!named || legal == but)
            continue;
        unsigned alike = khct_subject_alike(k->plan, subject, legal->subject);
        if (alike > best) {
            best = alike;
            found = legal;
        }
    }
    return found;
}

static void check_subject(khct_checking *k, const cited *c)
{
    const khct_basis_part *subject = &c->basis->subject;
    bool aside = khct_str_starts(subject->words, "("); /* no subject: `(Luật số 43/2019/QH14)` */
    if (subject->words.n == 0 || aside || c->basis->listed || c->legal == NULL ||
        c->legal->subject.n == 0 || (c->legal->unsure & KHCT_UNSURE_SUBJECT))
        return;
    khct_str missing = khct_subject_lacks(k->plan, subject->words, &c->legal->keywords);
    bool other =
        khct_subject_alike(k->plan, subject->words, c->legal->subject) < KHCT_SUBJECT_ALIKE;
    if (!other && missing.n == 0)
        return;
    khct_diag *diag = differs(k, c, place_of(c, subject->span),
                              other ? KHCT_MSG(SUBJECT_DIFFERS, c->name)
                                    : KHCT_MSG(SUBJECT_LACKS, c->name, missing));
    const khct_legal *owner = owner_of(k, subject->words, c->legal);
    if (owner != NULL)
        khct_diag_note(diag, KHCT_MSG(SUBJECT_OWNER, khct_legal_short(k->arena, owner)));
    khct_diag_hint(diag, KHCT_MSG(SUBJECT_HINT, c->legal->subject));
    if (owner == NULL)
        khct_diag_fix(diag, KHCT_LIKELY, place_of(c, subject->span),
                      escaped(k->arena, subject_for(k, c)));
}

static void check_record(khct_checking *k, const cited *c)
{
    if (c->basis->id.words.n > 0)
        return;
    check_number(k, c);
    check_day(k, c);
    if (c->free)
        return;
    check_kind(k, c);
    check_body(k, c);
    check_subject(k, c);
}

void khct_check_record_of_law(khct_checking *k)
{
    each_cited(k, check_record);
}

/* --- KH4023 --- */

enum { PLACES_TOLD = 3 };

/* Citations without a date, told together. */
typedef struct undated {
    khct_diag *diag;
    khct_strs names;
    size_t count;
} undated;

/* The date of several documents cited together stands once; one not filled in, and one without
 * which it is not clear what is cited, are KH4014's. What is bare is printed with all that the
 * library has. */
static bool lacks_date(const khct_basis_entry *entry, const khct_cited *one)
{
    const khct_basis *b = one->basis;
    bool bare = b->kind.words.n + b->body.words.n + b->subject.words.n == 0 && one->legal != NULL &&
                one->legal->date != KHCT_NO_DATE;
    if (!b->understood || !b->number.understood || b->id.words.n > 0 || b->law || b->amends ||
        b->year != 0 || bare)
        return false;
    if (one->legal == NULL && b->number.year == 0 && !entry->other)
        return false;
    for (size_t i = 0; i < entry->cited.n; i++) {
        const khct_day *date = &entry->cited.at[i].basis->date;
        bool dated = date->date != KHCT_NO_DATE || date->words.n > 0;
        if (dated && (b->listed || entry->cited.at[i].basis == b))
            return false;
    }
    return true;
}

static void add_undated(khct_checking *k, undated *all, const khct_cited *one)
{
    cited c = {.node = one->node, .basis = one->basis, .legal = one->legal};
    khct_span at = place_of(&c, khct_basis_place(c.basis));
    khct_push(k->arena, &all->names) = name_of(k->arena, &c);
    all->count++;
    if (all->diag == NULL)
        all->diag = khct_report(k->diags, KHCT_KH4023, at, KHCT_MSG0(UNDATED));
    else if (all->count <= PLACES_TOLD)
        khct_diag_related(all->diag, at, KHCT_MSG0(UNDATED_ALSO));
    if (c.legal != NULL && c.legal->date != KHCT_NO_DATE && all->count <= PLACES_TOLD)
        khct_diag_note(all->diag,
                       KHCT_MSG(UNDATED_IS, name_of(k->arena, &c), day(k, c.legal->date)));
}

void khct_check_citation_dates(khct_checking *k)
{
    undated all = {0};
    KHCT_FOR (entry, &k->plan->basis) {
        KHCT_FOR (one, &entry->cited)
            if (lacks_date(entry, one))
                add_undated(k, &all, one);
    }
    if (all.diag == NULL)
        return;
    all.diag->message = KHCT_MSG(UNDATED, all.count, khct_short_list(k->arena, &all.names));
    khct_diag_hint(all.diag, KHCT_MSG0(UNDATED_HINT));
}

/* --- KH4011 --- */

/* The catalogue that was in force for these schools on that date, or NULL. */
static const khct_catalogue *catalogue_on(khct_checking *k, khct_school_types types, khct_date date)
{
    khct_library *library = k->plan->library;
    khct_strs ids = khct_library_list(library, k->arena, "danhmuc");
    KHCT_FOR (id, &ids) {
        const khct_catalogue *c = khct_library_catalogue(library, *id);
        if (c != NULL && (types & ~c->types) == 0 && khct_force_holds(&c->force, date))
            return c;
    }
    return NULL;
}

void khct_check_catalogue_force(khct_checking *k)
{
    const khct_plan *plan = k->plan;
    const khct_catalogue *c = plan->catalogue;
    khct_date date = plan->heading.date.date;
    if (khct_force_holds(&c->force, date))
        return;
    bool early = c->force.from.date != KHCT_NO_DATE && date < c->force.from.date;
    khct_str since = day(k, early ? c->force.from.date : c->force.to.date + 1);
    khct_diag *diag =
        khct_report(k->diags, KHCT_KH4011, plan->catalogue_span,
                    early ? KHCT_MSG(CATALOGUE_EARLY, plan->catalogue_name, day(k, date), since)
                          : KHCT_MSG(CATALOGUE_LATE, plan->catalogue_name, day(k, date), since));
    relate_plan_date(k, diag);
    khct_school_types types = plan->school.types != 0 ? plan->school.types : c->types;
    const khct_catalogue *other = catalogue_on(k, types, date);
    if (other == NULL)
        return;
    khct_diag_note(
        diag, KHCT_MSG(CATALOGUE_THEN, khct_catalogue_name(plan->library, k->arena, other),
                       khct_school_types_text(k->arena, types), day(k, other->force.from.date)));
    khct_diag_hint(diag, KHCT_MSG(CATALOGUE_THEN_HINT, other->id));
}
