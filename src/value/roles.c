#include "value/roles.h"

#include "value/lexicon.h"
#include "value/text.h"

typedef enum people_word {
    WORD_LEAD,  /* các, toàn thể: part of what is said of a role */
    WORD_LABEL, /* chủ trì: says what the people do */
    WORD_JOIN,  /* và, cùng với */
} people_word;

static const khct_phrase phrases[] = {
    {"các", WORD_LEAD},
    {"những", WORD_LEAD},
    {"toàn thể", WORD_LEAD},
    {"tập thể", WORD_LEAD},
    {"toàn bộ", WORD_LEAD},
    {"tất cả", WORD_LEAD},
    {"tất cả các", WORD_LEAD},
    {"mỗi", WORD_LEAD},
    {"từng", WORD_LEAD},
    {"đồng chí", WORD_LEAD},
    {"đ/c", WORD_LEAD},
    {"thầy", WORD_LEAD},
    {"cô", WORD_LEAD},
    {"ông", WORD_LEAD},
    {"bà", WORD_LEAD},
    {"chủ trì", WORD_LABEL},
    {"người chủ trì", WORD_LABEL},
    {"đơn vị chủ trì", WORD_LABEL},
    {"phụ trách", WORD_LABEL},
    {"người phụ trách", WORD_LABEL},
    {"phụ trách chính", WORD_LABEL},
    {"phối hợp", WORD_LABEL},
    {"phối hợp thực hiện", WORD_LABEL},
    {"người phối hợp", WORD_LABEL},
    {"đơn vị phối hợp", WORD_LABEL},
    {"thực hiện", WORD_LABEL},
    {"người thực hiện", WORD_LABEL},
    {"giám sát", WORD_LABEL},
    {"người giám sát", WORD_LABEL},
    {"chỉ đạo", WORD_LABEL},
    {"và", WORD_JOIN},
    {"và các", WORD_JOIN},
    {"với", WORD_JOIN},
    {"cùng", WORD_JOIN},
    {"cùng các", WORD_JOIN},
    {"cùng với", WORD_JOIN},
    {"cùng với các", WORD_JOIN},
    {"phối hợp với", WORD_JOIN},
    {"phối hợp cùng", WORD_JOIN},
    {"kết hợp với", WORD_JOIN},
    {"kết hợp cùng", WORD_JOIN},
    {"chỉ đạo các", WORD_JOIN},
};

const khct_phrase *khct_people_phrases(size_t *count)
{
    *count = sizeof phrases / sizeof *phrases;
    return phrases;
}

typedef struct reading {
    const khct_reader *reader;
    const khct_phrases *names;
    khct_words words;
    khct_people *people;
} reading;

static uint32_t word_at(const reading *r, size_t i, size_t *count)
{
    return khct_phrase_at(&r->reader->lexicon->people, &r->words, i, count);
}

/* A sign that divides wherever it stands: `,` `;` `+` `:` and the mark of a list item. */
static bool divides(const reading *r, size_t i)
{
    const khct_word *word = &r->words.at[i];
    if (word->kind != KHCT_WORD_SIGN)
        return false;
    bool mark = word->sign == '-' || word->sign == '*' || word->sign == 0x2022;
    return word->sign == ',' || word->sign == ';' || word->sign == '+' || word->sign == ':' ||
           (mark && (word->first || i == 0));
}

/* Words of what divides only next to a known role; 0 for none. */
static size_t joins(const reading *r, size_t i)
{
    const khct_word *word = &r->words.at[i];
    size_t count;
    if (word->kind == KHCT_WORD_SIGN)
        return word->sign == '-' || word->sign == '/' || word->sign == '&' || word->sign == '.';
    uint32_t found = word_at(r, i, &count);
    return found == WORD_JOIN ? count : 0;
}

/* A known role at word `i`, with `các`, `toàn thể` before it or not: its number, its first word
 * behind it in *end. */
static uint32_t role_at(const reading *r, size_t i, size_t *end)
{
    size_t count, at = i;
    for (;;) {
        uint32_t role = khct_phrase_at(r->names, &r->words, at, &count);
        if (role != KHCT_NONE) {
            *end = at + count;
            return role;
        }
        if (word_at(r, at, &count) != WORD_LEAD)
            return KHCT_NONE;
        at += count;
    }
}

static void add(reading *r, uint32_t role, bool exact, size_t from, size_t to)
{
    if (to == from)
        return;
    khct_span span = khct_words_span(&r->words, from, to);
    khct_str words = khct_read_name(r->reader, span, false, NULL);
    khct_push(r->reader->arena, &r->people->list) = (khct_person){role, exact, span, words};
}

static int depth_after(const reading *r, size_t i, int depth)
{
    if (khct_word_is_sign(&r->words.at[i], '('))
        return depth + 1;
    return khct_word_is_sign(&r->words.at[i], ')') && depth > 0 ? depth - 1 : depth;
}

/* Where the person that begins with words `from` ends; the words up to `at` are its own. */
static size_t end_of(const reading *r, size_t at, bool role)
{
    int depth = 0;
    size_t begin = at, ignored;
    while (at < r->words.tail) {
        if (depth == 0 && divides(r, at))
            break;
        if (r->words.at[at].paragraph && (role || at > begin))
            break;
        size_t join = depth == 0 ? joins(r, at) : 0;
        /* a full stop divides behind a role only: `P. Hiệu trưởng` is one person */
        bool stop = khct_word_is_sign(&r->words.at[at], '.');
        bool before = role && at == begin;
        if (join > 0 && (before || (!stop && role_at(r, at + join, &ignored) != KHCT_NONE)))
            break;
        depth = depth_after(r, at, depth);
        at++;
    }
    return at;
}

/* `Chủ trì:` before people, or without the colon before a known role. */
static size_t skip_label(const reading *r, size_t i)
{
    size_t count, ignored;
    if (word_at(r, i, &count) != WORD_LABEL)
        return i;
    if (khct_word_is_sign(&r->words.at[i + count], ':'))
        return i + count + 1;
    return role_at(r, i + count, &ignored) != KHCT_NONE ? i + count : i;
}

static size_t take_person(reading *r, size_t i)
{
    size_t end, next;
    uint32_t role = role_at(r, i, &end);
    if (role == KHCT_NONE) {
        end = end_of(r, i, false);
        add(r, KHCT_NONE, false, i, end);
        return end;
    }
    size_t count;
    bool exact = khct_phrase_at(r->names, &r->words, i, &count) == role;
    bool beside = role_at(r, end, &next) != KHCT_NONE;
    size_t stop = beside ? end : end_of(r, end, true);
    add(r, role, exact && stop == end, i, stop);
    return stop;
}

khct_people khct_read_people(const khct_reader *reader, khct_span span, const khct_phrases *names)
{
    khct_people people = {.span = span};
    people.words = khct_read_name(reader, span, false, &people.stated);
    if (people.stated)
        return people;
    reading r = {reader, names, khct_read_words(reader, span), &people};
    for (size_t i = 0; i < r.words.tail;) {
        size_t join = divides(&r, i) ? 1 : joins(&r, i);
        size_t label = skip_label(&r, i);
        if (label > i)
            i = label;
        else if (join > 0)
            i += join;
        else
            i = take_person(&r, i);
    }
    return people;
}

bool khct_is_people(const khct_reader *reader, khct_span span, const khct_phrases *names)
{
    khct_reader quiet = *reader;
    quiet.diags = NULL;
    quiet.said = NULL;
    khct_people people = khct_read_people(&quiet, span, names);
    for (size_t i = 0; i < people.list.n; i++)
        if (people.list.at[i].role == KHCT_NONE)
            return false;
    return people.list.n > 0;
}
