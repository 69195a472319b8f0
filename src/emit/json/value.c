/* Typed values: the writer's words and what they mean. */
#include "emit/json/emit.h"

#define K(id) KHCT_JSON_K(e, id)
#define J(id) KHCT_JSON_J(e, id)

/* --- small values --- */

/* The same few days stand in many tasks: each is worked out once. */
void khct_json_date(khct_json_emitter *e, khct_date date)
{
    if (date == KHCT_NO_DATE) {
        khct_json_null(&e->w);
        return;
    }
    struct khct_json_day *day = &e->days[(uint32_t)date % KHCT_JSON_DAYS];
    if (day->text[0] == '\0' || day->date != date) {
        day->date = date;
        khct_date_put_iso(day->text + 1, date);
        day->text[0] = day->text[1 + KHCT_ISO] = '"';
    }
    khct_json_ready(&e->w, day->text, KHCT_ISO + 2);
}

void khct_json_criterion(khct_json_emitter *e, khct_criterion_id id)
{
    khct_json_open_string(&e->w);
    khct_out_number(e->w.out, id.standard);
    khct_out_char(e->w.out, '.');
    khct_out_number(e->w.out, id.number);
    khct_json_close_string(&e->w);
}

void khct_json_cstr_or_null(khct_json_emitter *e, const char *c)
{
    khct_json_text_or_null(&e->w, khct_str_of(c));
}

void khct_json_positive_or_null(khct_json_emitter *e, uint64_t number)
{
    if (number == 0)
        khct_json_null(&e->w);
    else
        khct_json_int(&e->w, (int64_t)number);
}

void khct_json_int_or_null(khct_json_emitter *e, int64_t number)
{
    const int64_t exact = (INT64_C(1) << 53) - 1;
    if (number < 0 || number > exact)
        khct_json_null(&e->w);
    else
        khct_json_int(&e->w, number);
}

void khct_json_words(khct_json_emitter *e, const khct_text *text)
{
    khct_json_writer *w = &e->w;
    if (text->n == 1 && text->at[0].kind == KHCT_PARAGRAPH) {
        khct_json_text(w, text->at[0].words);
        return;
    }
    KHCT_JSON_LIST (w, i, text->n) {
        const khct_paragraph *p = &text->at[i];
        if (p->kind == KHCT_PARAGRAPH) {
            khct_json_text(w, p->words);
            continue;
        }
        khct_json_object(w);
        if (p->kind == KHCT_ITEM)
            K(GACH);
        else
            J(SUBITEM);
        khct_json_text(w, p->words);
        khct_json_end_object(w);
    }
}

/* --- time and money --- */

void khct_json_recurs(khct_json_emitter *e, unsigned recurs)
{
    khct_json_row(&e->w);
    for (unsigned bit = 0; bit < KHCT_RECURRENCES; bit++)
        if (recurs >> bit & 1)
            khct_json_cstr(&e->w, khct_recurrence_name(bit));
    khct_json_end_row(&e->w);
}

static void put_repeat(khct_json_emitter *e, const khct_repeat *repeat)
{
    unsigned bit = 0;
    while (repeat->bit >> (bit + 1) != 0)
        bit++;
    khct_json_object(&e->w);
    J(UNIT), khct_json_cstr(&e->w, khct_recurrence_name(bit));
    K(SO), khct_json_int(&e->w, repeat->count);
    J(LOW), khct_json_int(&e->w, repeat->count_low);
    J(TIMES), khct_json_positive_or_null(e, (uint64_t)repeat->times);
    J(TIMES_LOW), khct_json_positive_or_null(e, (uint64_t)repeat->times_low);
    khct_json_end_object(&e->w);
}

static void put_time(khct_json_emitter *e, const khct_time *time)
{
    khct_json_writer *w = &e->w;
    J(UNDERSTOOD), khct_json_bool(w, time->understood);
    J(FROM), khct_json_date(e, time->from);
    K(DEN), khct_json_date(e, time->to);
    bool inferred = false;
    J(INTERVALS);
    KHCT_JSON_LIST (w, i, time->intervals.n) {
        const khct_interval *interval = &time->intervals.at[i];
        khct_json_object(w);
        J(FROM), khct_json_date(e, interval->from);
        K(DEN), khct_json_date(e, interval->to);
        J(ASSUMED), khct_json_bool(w, interval->assumed);
        J(BEFORE), khct_json_bool(w, interval->before);
        inferred |= interval->assumed;
        khct_json_end_object(w);
    }
    J(INFERRED), khct_json_bool(w, inferred);
    J(RECURS), khct_json_recurs(e, time->recurs);
    J(REPEATS);
    KHCT_JSON_LIST (w, i, time->repeats.n)
        put_repeat(e, &time->repeats.at[i]);
    J(OUTLOOK), khct_json_positive_or_null(e, (uint64_t)time->outlook);
}

void khct_json_time(khct_json_emitter *e, const khct_text *words, const khct_time *time)
{
    khct_json_object(&e->w);
    J(WORDS), khct_json_words(e, words);
    put_time(e, time);
    khct_json_end_object(&e->w);
}

/* Hundredths of a per cent: 1250 is 12.5. */
static void put_percent(khct_json_emitter *e, int share)
{
    if (share < 0 || share % 100 == 0) {
        khct_json_int_or_null(e, share < 0 ? share : share / 100);
        return;
    }
    khct_json_raw(&e->w, khct_percent_text(e->scratch, share, '.'));
}

void khct_json_part(khct_json_emitter *e, const khct_money_part *part)
{
    khct_json_writer *w = &e->w;
    khct_json_object(w);
    K(SO), khct_json_int_or_null(e, part->has_amount ? part->amount : -1);
    J(LOW), khct_json_int_or_null(e, part->has_amount ? part->low : -1);
    J(SOURCE), khct_json_cstr_or_null(e, khct_source_key(part->source));
    J(ABOUT), khct_json_bool(w, part->about);
    J(EACH), khct_json_bool(w, part->rate);
    J(PART_OF), khct_json_int_or_null(e, part->whole);
    J(PERCENT), put_percent(e, part->share);
    J(FACTORS);
    KHCT_JSON_ROW (w, i, (size_t)part->factors)
        khct_json_int(w, part->factor[i]);
    khct_json_end_object(w);
}

static void put_money(khct_json_emitter *e, const khct_money *money)
{
    khct_json_writer *w = &e->w;
    J(UNDERSTOOD), khct_json_bool(w, money->understood);
    J(NOTHING), khct_json_bool(w, money->nothing);
    J(KNOWN);
    KHCT_JSON_ROW (w, k, KHCT_MONEY_WORDS)
        if (money->known >> k & 1)
            khct_json_cstr(w, khct_money_word_key((khct_money_word)k));
    khct_money_sum sum = khct_money_total(money);
    J(TOTAL), khct_json_int_or_null(e, money->has_total ? money->total : -1);
    J(COUNTED), khct_json_int(w, (int64_t)sum.counted);
    J(LEFT_OUT), khct_json_int(w, (int64_t)sum.left_out);
    K(PHAN);
    KHCT_JSON_LIST (w, i, money->parts.n)
        khct_json_part(e, &money->parts.at[i]);
}

/* --- people, evidence, progress --- */

void khct_json_person(khct_json_emitter *e, const khct_person *person)
{
    const khct_role *role =
        person->role < e->plan->roles.n ? &e->plan->roles.at[person->role] : NULL;
    khct_json_object(&e->w);
    J(WORDS), khct_json_text(&e->w, person->words);
    K(MA), khct_json_text_or_null(&e->w, role == NULL ? KHCT_STR("") : role->id);
    K(TEN), khct_json_text_or_null(&e->w, role == NULL ? KHCT_STR("") : role->name);
    K(HOTEN), khct_json_text_or_null(&e->w, person->name.n > 0 || role == NULL ? person->name
                                                                               : role->holder);
    J(DUTY), khct_json_text_or_null(&e->w, person->duty);
    khct_json_end_object(&e->w);
}

static void put_people(khct_json_emitter *e, const khct_people *people)
{
    K(NGUOI);
    KHCT_JSON_LIST (&e->w, i, people->list.n)
        khct_json_person(e, &people->list.at[i]);
    J(DITTO), khct_json_bool(&e->w, people->ditto);
}

static void put_evidence(khct_json_emitter *e, const khct_evidence *evidence)
{
    khct_json_writer *w = &e->w;
    K(MA);
    KHCT_JSON_LIST (w, i, evidence->codes.n) {
        const khct_evidence_code *code = &evidence->codes.at[i];
        khct_json_object(w);
        J(WORDS), khct_json_text(w, code->words);
        K(TIEUCHI), khct_json_criterion(e, code->criterion);
        J(BOX), khct_json_positive_or_null(e, code->box);
        K(SO), khct_json_int(w, code->number);
        khct_json_end_object(w);
    }
}

static void put_progress(khct_json_emitter *e, const khct_progress *progress)
{
    K(NGAY), khct_json_date(e, progress->date);
    J(STATE), khct_json_cstr_or_null(e, khct_progress_key(progress->state));
    J(PERCENT), khct_json_int_or_null(e, progress->percent);
    K(GHICHU), khct_json_text_or_null(&e->w, progress->note);
}

/* --- numbers, dates, periods --- */

static void put_docnumber(khct_json_emitter *e, const khct_docnumber *number)
{
    static const khct_docnumber NOTHING;
    if (!number->understood)
        number = &NOTHING;
    khct_json_writer *w = &e->w;
    J(MENDED), khct_json_text_or_null(w, number->text);
    K(SO), khct_json_int_or_null(e, number->number.n > 0 ? (int64_t)number->value : -1);
    J(YEAR), khct_json_positive_or_null(e, number->year);
    K(LOAI), khct_json_text_or_null(w, number->kind);
    K(COQUAN), khct_json_text_or_null(w, number->body);
}

static void put_school_year(khct_json_emitter *e, const khct_period *period, int year)
{
    bool known = period->kind != KHCT_PERIOD_NONE;
    khct_json_text_or_null(&e->w, known ? khct_school_year_text(e->scratch, year) : KHCT_STR(""));
}

static void put_period(khct_json_emitter *e, const khct_period *period)
{
    bool known = period->kind != KHCT_PERIOD_NONE;
    J(FROM), khct_json_date(e, known ? period->from : KHCT_NO_DATE);
    K(DEN), khct_json_date(e, known ? period->to : KHCT_NO_DATE);
    J(FIRST_YEAR), put_school_year(e, period, period->first_school_year);
    J(LAST_YEAR), put_school_year(e, period, period->last_school_year);
    J(YEARS), khct_json_positive_or_null(e, known ? (uint64_t)khct_period_length(period) : 0);
}

void khct_json_period(khct_json_emitter *e, const khct_period *period)
{
    if (period->kind == KHCT_PERIOD_NONE) {
        khct_json_null(&e->w);
        return;
    }
    khct_str words = period->words.n > 0 ? period->words : khct_period_text(e->scratch, period);
    khct_json_object(&e->w);
    J(WORDS), khct_json_text(&e->w, words);
    put_period(e, period);
    khct_json_end_object(&e->w);
}

static void put_aim(khct_json_emitter *e, const khct_aim *aim)
{
    K(MUC), khct_json_positive_or_null(e, aim->level);
    K(CHUANQUOCGIA), khct_json_positive_or_null(e, aim->degree);
    K(NAMHOC), khct_json_period(e, &aim->year);
}

static void put_force(khct_json_emitter *e, const khct_force *force)
{
    J(FROM), khct_json_date(e, force->from.date);
    K(DEN), khct_json_date(e, force->to.date);
}

/* --- criteria --- */

typedef KHCT_VEC(khct_criterion_id) ids;

/* A range, filled in from the catalogue; without one by counting. */
static void add_range(khct_json_emitter *e, const khct_criteria_item *item, ids *all)
{
    enum { MOST = 100 };
    const khct_catalogue *c = e->plan->catalogue;
    for (size_t i = 0; c != NULL && i < c->criteria.n; i++)
        if (khct_criterion_cmp(c->criteria.at[i].id, item->from) >= 0 &&
            khct_criterion_cmp(c->criteria.at[i].id, item->to) <= 0)
            khct_push(e->scratch, all) = c->criteria.at[i].id;
    for (uint16_t n = item->from.number;
         c == NULL && item->from.standard == item->to.standard && n <= item->to.number && n < MOST;
         n++)
        khct_push(e->scratch, all) = (khct_criterion_id){item->from.standard, n};
}

static ids all_of(khct_json_emitter *e, const khct_criteria *list)
{
    ids all = {0};
    KHCT_FOR (item, &list->items)
        if (khct_criterion_cmp(item->from, item->to) == 0)
            khct_push(e->scratch, &all) = item->from;
        else
            add_range(e, item, &all);
    return all;
}

static void put_criteria(khct_json_emitter *e, const khct_criteria *list)
{
    ids all = all_of(e, list);
    KHCT_JSON_ROW (&e->w, i, all.n)
        khct_json_criterion(e, all.at[i]);
}

/* A list in a heading: its words are the criteria in it. */
void khct_json_criteria(khct_json_emitter *e, const khct_criteria *list)
{
    ids all = all_of(e, list);
    khct_strs codes = {0};
    for (size_t i = 0; i < all.n; i++)
        khct_push(e->scratch, &codes) = khct_criterion_text(e->scratch, all.at[i]);
    khct_json_object(&e->w);
    J(WORDS), khct_json_text(&e->w, khct_str_list(e->scratch, &codes, KHCT_STR(", ")));
    K(TIEUCHI), put_criteria(e, list);
    khct_json_end_object(&e->w);
}

static void put_levels(khct_json_emitter *e, const khct_level_list *list)
{
    const khct_catalogue *c = e->plan->catalogue;
    K(MUC), khct_json_positive_or_null(e, list->level);
    K(TIEUCHI);
    if (!list->all) {
        put_criteria(e, &list->criteria);
        return;
    }
    KHCT_JSON_ROW (&e->w, i, c == NULL ? 0 : c->criteria.n)
        khct_json_criterion(e, c->criteria.at[i].id);
}

static void put_numbers(khct_json_emitter *e, const khct_numbers *numbers)
{
    enum { MOST = 1000 };
    K(SO);
    KHCT_JSON_ROW (&e->w, i, numbers->items.n) {
        uint32_t count = numbers->items.at[i].to - numbers->items.at[i].from;
        for (uint32_t n = 0; n <= count && n < MOST; n++)
            khct_json_int(&e->w, (int64_t)numbers->items.at[i].from + n);
    }
}

/* --- words of the table --- */

static void put_names(khct_json_emitter *e, const khct_names *names)
{
    if (names->list.n == 0) {
        khct_json_null(&e->w);
        return;
    }
    KHCT_JSON_ROW (&e->w, i, names->list.n)
        khct_json_text(&e->w, names->list.at[i].words);
}

static void put_types(khct_json_emitter *e, khct_school_types types)
{
    khct_json_row(&e->w);
    for (const khct_school_type_row *row = khct_school_type_rows(); row->bit != 0; row++)
        if (types & row->bit)
            khct_json_cstr(&e->w, khct_keyword_at(row->keyword)->unmarked);
    khct_json_end_row(&e->w);
}

/* The one of the keywords that the value is; its words where it is none. */
static void put_choice(khct_json_emitter *e, khct_str words, khct_keyword choice)
{
    if (choice != KHCT_KEYWORD_NONE)
        khct_json_cstr(&e->w, khct_keyword_at(choice)->unmarked);
    else
        khct_json_text(&e->w, words);
}

/* --- the legal basis --- */

/* What is said of a document, else what is known of it; NULL: nothing is understood. */
static void put_document(khct_json_emitter *e, const khct_cited *cited)
{
    khct_json_writer *w = &e->w;
    khct_str none = KHCT_STR("");
    const khct_legal *legal = cited == NULL ? NULL : cited->legal;
    const khct_basis *basis = cited == NULL ? NULL : cited->basis;
    bool number = basis != NULL && basis->number.number.n > 0;
    J(LIBRARY), khct_json_text_or_null(w, legal == NULL ? none : legal->id);
    K(LOAI), khct_json_text_or_null(w, basis != NULL && basis->kind_name.n > 0 ? basis->kind_name
                                       : legal != NULL                         ? legal->kind
                                                                               : none);
    K(SO), khct_json_text_or_null(w, legal != NULL ? legal->number.text
                                     : number      ? basis->number.text
                                                   : none);
    K(NGAY);
    bool dated = basis != NULL && basis->date.words.n > 0;
    khct_json_date(e, dated ? basis->date.date : legal != NULL ? legal->date : KHCT_NO_DATE);
    K(COQUAN),
        khct_json_text_or_null(w, basis != NULL && basis->body.words.n > 0 ? basis->body.words
                                  : legal != NULL                          ? legal->body
                                                                           : none);
    K(TRICHYEU);
    bool named = basis != NULL && (basis->law || (basis->named && basis->subject.words.n == 0) ||
                                   !basis->understood);
    khct_json_text_or_null(w, named && basis->name.words.n > 0              ? basis->name.words
                              : basis != NULL && basis->subject.words.n > 0 ? basis->subject.words
                              : legal != NULL                               ? legal->subject
                                                                            : none);
}

static void put_basis(khct_json_emitter *e, const khct_node *node, khct_str words)
{
    const khct_basis_entry *entry = khct_plan_basis(e->plan, node);
    size_t n = entry == NULL ? 0 : entry->cited.n;
    khct_json_writer *w = &e->w;
    put_document(e, n == 0 ? NULL : &entry->cited.at[0]);
    J(PRINTED),
        khct_json_text(w, entry == NULL ? words : khct_text_joined(e->scratch, &entry->text));
    K(VANBAN);
    KHCT_JSON_LIST (w, i, n) {
        khct_json_object(w);
        put_document(e, &entry->cited.at[i]);
        J(AMENDS), khct_json_bool(w, entry->cited.at[i].basis->amends);
        khct_json_end_object(w);
    }
}

/* --- the value of a field --- */

/* What stands in the object beside the words. */
static void put_members(khct_json_emitter *e, const khct_node *node, const khct_meaning *m,
                        khct_str words)
{
    switch (m->type) {
    case KHCT_TYPE_TIME: put_time(e, m->time); break;
    case KHCT_TYPE_MONEY: put_money(e, m->money); break;
    case KHCT_TYPE_ROLES: put_people(e, m->people); break;
    case KHCT_TYPE_EVIDENCE: put_evidence(e, m->evidence); break;
    case KHCT_TYPE_PROGRESS: put_progress(e, m->progress); break;
    case KHCT_TYPE_CRITERIA: K(TIEUCHI), put_criteria(e, m->criteria); break;
    case KHCT_TYPE_DOCUMENT_NUMBER: put_docnumber(e, m->number); break;
    case KHCT_TYPE_BASIS: put_basis(e, node, words); break;
    case KHCT_TYPE_DATE: K(NGAY), khct_json_date(e, m->day->date); break;
    case KHCT_TYPE_SCHOOL_YEAR:
    case KHCT_TYPE_PERIOD: put_period(e, m->period); break;
    case KHCT_TYPE_AIM: put_aim(e, m->aim); break;
    case KHCT_TYPE_LEVEL_LIST: put_levels(e, m->levels); break;
    case KHCT_TYPE_NUMBERS: put_numbers(e, m->numbers); break;
    case KHCT_TYPE_FORCE: put_force(e, m->force); break;
    default: break;
    }
}

/* Values that may be whole texts; the words of all others are one line. */
static bool has_paragraphs(khct_type type)
{
    return type == KHCT_TYPE_TIME || type == KHCT_TYPE_MONEY || type == KHCT_TYPE_ROLES ||
           type == KHCT_TYPE_EVIDENCE;
}

static void put_meaning(khct_json_emitter *e, const khct_node *node, const khct_meaning *m,
                        const khct_text *text)
{
    khct_str words = khct_text_joined(e->scratch, text);
    switch (m->any == NULL ? KHCT_TYPE_NAME : m->type) {
    case KHCT_TYPE_NAMES: put_names(e, m->names); return;
    case KHCT_TYPE_OWNERSHIP:
    case KHCT_TYPE_DISPLAY: put_choice(e, words, *m->choice); return;
    case KHCT_TYPE_SCHOOL_TYPES: put_types(e, *m->types); return;
    default: break;
    }
    if (m->any == NULL || khct_json_value_of(m->type).kind != KHCT_JSON_OBJECT) {
        khct_json_text(&e->w, words); /* no reader of its own */
        return;
    }
    khct_json_object(&e->w);
    J(WORDS);
    if (has_paragraphs(m->type))
        khct_json_words(e, text);
    else
        khct_json_text(&e->w, words);
    put_members(e, node, m, words);
    khct_json_end_object(&e->w);
}

void khct_json_value(khct_json_emitter *e, const khct_node *node, const khct_place *place)
{
    khct_text text = khct_node_text_once(e->scratch, e->plan->values, node);
    if (text.n == 0) {
        khct_json_null(&e->w);
        return;
    }
    if (place->type == KHCT_TYPE_TEXT) { /* its words are all that it means */
        khct_json_words(e, &text);
        return;
    }
    put_meaning(e, node, khct_meaning_of(e->plan->values, node), &text);
}
