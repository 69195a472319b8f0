#include "value/roles.h"

#include "people.h"

#include "value/text.h"

#include "text/fold.h"

#include "people_parser.h"

static khct_str words_of(const khct_people_parsing *p, size_t from, size_t to)
{
    return to <= from
               ? KHCT_STR("")
               : khct_read_name(p->reader, khct_words_span(&p->words, from, to), false, NULL);
}

/* `(chủ trì)` without its brackets. */
static khct_str duty_of(const khct_people_parsing *p)
{
    size_t from = p->duty_from, to = p->duty_to;
    if (to > from && khct_word_is_sign(&p->words.at[from], '(') &&
        khct_word_is_sign(&p->words.at[to - 1], ')')) {
        from++;
        to--;
    } else if (to > from && khct_word_is_sign(&p->words.at[to - 1], ')')) {
        to--; /* of the bracket that the office stands in */
    }
    return words_of(p, from, to);
}

/* `…`, `/`: nobody. */
static bool says_nothing(const khct_people_parsing *p, size_t from, size_t to)
{
    while (from < to && p->words.at[from].kind == KHCT_WORD_SIGN)
        from++;
    return from == to;
}

void khct_people_add(khct_people_parsing *p, size_t from, size_t to)
{
    if (says_nothing(p, from, to))
        return;
    khct_span span = khct_words_span(&p->words, from, to);
    khct_person person = {.role = KHCT_NONE, .span = span, .name = KHCT_STR("")};
    person.role_at = (khct_span){span.source, span.begin, span.begin};
    person.words = words_of(p, from, to);
    person.duty = duty_of(p);
    if (p->role != NULL) {
        person.role = p->role->role;
        person.role_at = khct_words_span(&p->words, p->role->role_from, p->role->to);
    }
    if (p->name != NULL)
        person.name = words_of(p, p->name->name_from, p->name->name_to);
    khct_push(p->reader->arena, &p->out->list) = person;
}

/* The role whose name begins with `head` and goes on with `rest`; KHCT_NONE: there is none. */
static uint32_t role_of(const khct_people_parsing *p, khct_str head, khct_str rest)
{
    khct_arena *arena = p->reader->arena;
    khct_str name = KHCT_JOIN(arena, head, " ", rest);
    khct_words words = khct_words_of(arena, name, KHCT_NOWHERE);
    size_t count;
    bool office;
    uint32_t role = khct_role_at(p->names, &words, 0, &count, &office);
    return count == words.n ? role : KHCT_NONE;
}

/* The role that the person of that name holds; KHCT_NONE: none that is told. */
static uint32_t held_by(const khct_people_parsing *p, khct_str name)
{
    khct_words words = khct_words_of(p->reader->arena, name, KHCT_NOWHERE);
    size_t count;
    uint32_t found = khct_phrase_at(p->names, &words, 0, &count);
    bool holder = found != KHCT_NONE && (found & KHCT_ROLE_HOLDER) != 0 && count == words.n;
    return holder ? found & ~(KHCT_ROLE_HOLDER | KHCT_ROLE_OFFICE) : KHCT_NONE;
}

/* `9A2 (thầy Nam)`, `lớp Lá 2: cô Mai` after `GVCN lớp 9A1 (cô Hoa)`: a class has the head's role.
 */
static bool is_class(khct_arena *arena, const khct_person *person)
{
    khct_str word = khct_str_sub(person->words, 0, khct_str_find(person->words, KHCT_STR(" ")));
    bool named = khct_str_eq(khct_fold(arena, word), khct_fold(arena, KHCT_STR("lớp")));
    return named || khct_digit_at(word, 0);
}

/* A head stands for its list: `thiết bị` after `Nhân viên thư viện` is the role `Nhân viên thiết
 * bị`. The longest head that gives a role is taken. */
static uint32_t role_by_head(const khct_people_parsing *p, const khct_person *head,
                             const khct_person *person)
{
    enum { LONGEST = 8 };
    khct_words words = khct_read_words(p->reader, head->role_at);
    if (words.n > LONGEST)
        return KHCT_NONE;
    for (size_t n = words.n; n > 0; n--) {
        uint32_t role = role_of(p, khct_words_text(&words, 0, n), person->words);
        if (role != KHCT_NONE)
            return role;
    }
    return KHCT_NONE;
}

static void share_heads(const khct_people_parsing *p)
{
    enum { LONGEST = 40 };                         /* bytes of what may be the rest of a name */
    const khct_person *head = NULL, *first = NULL; /* the nearest, and the first of the list */
    for (size_t i = 0; i < p->out->list.n; i++) {
        khct_person *person = &p->out->list.at[i];
        if (person->role == KHCT_NONE && person->name.n > 0)
            person->role = held_by(p, person->name);
        if (person->role == KHCT_NONE && head != NULL && is_class(p->reader->arena, person))
            person->role = head->role;
        if (person->role != KHCT_NONE) {
            head = person;
            first = first == NULL ? head : first;
        } else if (person->name.n > 0 || person->words.n > LONGEST) {
            head = first = NULL;
        } else if (head != NULL) {
            person->role = role_by_head(p, head, person);
            if (person->role == KHCT_NONE)
                person->role = role_by_head(p, first, person);
        }
    }
}

/* What does not derive is one, in the writer's words. */
static void keep_words(khct_people_parsing *p)
{
    p->out->list.n = 0;
    p->role = p->name = NULL;
    p->duty_from = p->duty_to = 0;
    if (p->words.tail > 0)
        khct_people_add(p, 0, p->words.tail);
}

khct_people khct_read_people(const khct_reader *reader, khct_span span, const khct_phrases *names)
{
    khct_people people = {.span = span};
    people.words = khct_read_name(reader, span, false, &people.stated);
    if (people.stated)
        return people;
    khct_people_parsing p = {
        .reader = reader, .names = names, .words = khct_read_words(reader, span), .out = &people};
    khct_people_cut(&p);
    if (khct_people_yyparse(&p) != 0)
        keep_words(&p);
    share_heads(&p);
    return people;
}

bool khct_people_are_known(const khct_people *people)
{
    for (size_t i = 0; people != NULL && i < people->list.n; i++)
        if (people->list.at[i].role == KHCT_NONE)
            return false;
    return people != NULL && people->list.n > 0;
}
