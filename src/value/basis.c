#include "value/basis.h"

#include "basis_tokens.h"

#include "value/text.h"

#include "text/fold.h"

/* `tt18_2018`: small letters, digits and `_` only, and one of the last two. */
static bool is_id(khct_str text)
{
    bool sign = false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        bool digit = khct_is_digit(c) || c == '_';
        if (!digit && (c < 'a' || c > 'z'))
            return false;
        sign |= digit;
    }
    return sign && text.p[0] >= 'a';
}

khct_basis khct_basis_none(const khct_basis_parsing *p)
{
    khct_span end = {p->words.span.source, p->words.span.end, p->words.span.end};
    khct_basis_part none = {end, {"", 0}};
    khct_basis document = {.id = none,
                           .kind = none,
                           .kind_name = none.words,
                           .name = none,
                           .number_word = none,
                           .date_word = none,
                           .date = {.date = KHCT_NO_DATE, .span = end, .words = none.words},
                           .body_word = none,
                           .body = none,
                           .subject_word = none,
                           .subject = none};
    document.number.text = document.number.words = document.number.key = none.words;
    document.number.kind = document.number.body = document.number.number = none.words;
    return document;
}

/* What stands once holds for the list: letters and dates from the right, kinds from the left. A
 * document with a kind of its own shares nothing with its neighbours. */
static void share(khct_arena *arena, khct_citation *c)
{
    for (size_t i = 1; i < c->list.n; i++) {
        khct_basis *left = &c->list.at[i - 1], *right = &c->list.at[i];
        bool joined = !right->law && (right->listed || right->kind.words.n == 0);
        if (!joined || left->amends != right->amends)
            continue;
        if (right->kind.words.n == 0) {
            right->kind = left->kind;
            right->kind_name = left->kind_name;
        }
        left->listed = right->listed = true;
    }
    for (size_t i = c->list.n; i-- > 1;) {
        khct_basis *left = &c->list.at[i - 1], *right = &c->list.at[i];
        if (!left->listed || !right->listed || left->amends != right->amends)
            continue;
        if (left->number.kind.n + left->number.body.n == 0)
            left->number = khct_docnumber_like(arena, &left->number, &right->number);
        if (left->date.words.n == 0) {
            left->date = right->date;
            left->date_word = right->date_word;
        }
        if (left->body.words.n == 0) {
            left->body = right->body;
            left->body_word = right->body_word;
        }
    }
}

/* --- the words as they are printed --- */

typedef struct printing {
    const khct_reader *reader;
    khct_span span;
    uint32_t at;      /* what stands before it is written */
    khct_strs pieces; /* with blanks between */
} printing;

static void print_up_to(printing *p, uint32_t end)
{
    khct_span span = {p->span.source, p->at, end};
    khct_str words = khct_read_name(p->reader, span, false, NULL);
    if (words.n > 0)
        khct_push(p->reader->arena, &p->pieces) = words;
}

/* A connecting word without marks is a keyword of the language, which is printed with them. */
static void print_connector(printing *p, const khct_basis_part *part)
{
    if (part->words.n == 0 || part->span.begin < p->at ||
        khct_str_eq(part->words, khct_read_name(p->reader, part->span, false, NULL)))
        return;
    print_up_to(p, part->span.begin);
    khct_push(p->reader->arena, &p->pieces) = part->words;
    p->at = part->span.end;
}

static khct_str printed(const khct_reader *reader, const khct_citation *c)
{
    printing p = {.reader = reader, .span = c->span, .at = c->span.begin};
    KHCT_FOR (b, &c->list) {
        const khct_basis_part *parts[] = {&b->number_word, &b->date_word, &b->body_word,
                                          &b->subject_word};
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
            print_connector(&p, parts[k]);
    }
    if (p.pieces.n == 0)
        return khct_read_name(reader, c->span, false, NULL);
    print_up_to(&p, c->span.end);
    return khct_str_list(reader->arena, &p.pieces, KHCT_STR(" "));
}

khct_span khct_basis_place(const khct_basis *b)
{
    return b->id.words.n > 0      ? b->id.span
           : b->number.understood ? b->number.span
                                  : khct_span_join(b->kind.span, b->name.span);
}

/* --- reading --- */

/* `Thực hiện`, `Theo`: the lead says what the document is to the plan, so that no other word need
 * stand before it. */
static bool is_lead(const khct_basis_parsing *p)
{
    static const char *const LEADS[] = {"căn cứ",     "theo",      "thực hiện", "xét",
                                        "trên cơ sở", "dựa",       "thi hành",  "tiếp tục",
                                        "triển khai", "chấp hành", "được sự",   "quán triệt",
                                        "tuân thủ",   "để",        "nhằm"};
    khct_str lead = khct_fold(p->reader->arena, p->out->lead.words);
    for (size_t i = 0; i < sizeof LEADS / sizeof *LEADS; i++) {
        khct_str word = khct_fold(p->reader->arena, khct_str_of(LEADS[i]));
        if (lead.n >= word.n && memcmp(lead.p, word.p, word.n) == 0 &&
            (lead.n == word.n || lead.p[word.n] == ' '))
            return true;
    }
    return false;
}

khct_citation khct_read_citation(const khct_reader *reader, khct_span span)
{
    khct_citation citation = {.span = span};
    khct_basis_parsing p = {.reader = reader,
                            .words = khct_read_words(reader, span),
                            .out = &citation,
                            .amended = SIZE_MAX,
                            .about = SIZE_MAX};
    khct_basis none = khct_basis_none(&p);
    citation.lead = none.id;
    if (is_id(p.words.text)) {
        none.id = (khct_basis_part){span, p.words.text};
        none.understood = true;
    } else {
        khct_basis_cut(&p);
        if (!khct_basis_derive(&p)) {
            citation.list.n = 0;
            citation.lead = none.id;
        }
    }
    if (citation.list.n == 0)
        khct_push(reader->arena, &citation.list) = none;
    share(reader->arena, &citation);
    citation.leads = is_lead(&p);
    citation.understood = citation.list.at[0].understood;
    citation.words = printed(reader, &citation);
    return citation;
}

/* Abbreviations of bodies, and offices that stand for them. */
static const char *const same[][2] = {
    {"bộ trưởng bộ", "bộ"},
    {"giám đốc sở", "sở"},
    {"trưởng phòng giáo dục", "phòng giáo dục"},
    {"chủ tịch ubnd", "ủy ban nhân dân"},
    {"chủ tịch ủy ban nhân dân", "ủy ban nhân dân"},
    {"ubnd", "ủy ban nhân dân"},
    {"hđnd", "hội đồng nhân dân"},
    {"gdđt", "giáo dục và đào tạo"},
    {"gd đt", "giáo dục và đào tạo"},
    {"gd và đt", "giáo dục và đào tạo"},
    {"bgdđt", "bộ giáo dục và đào tạo"},
    {"bgd đt", "bộ giáo dục và đào tạo"},
    {"sgdđt", "sở giáo dục và đào tạo"},
    {"sgd đt", "sở giáo dục và đào tạo"},
    {"pgdđt", "phòng giáo dục và đào tạo"},
    {"pgd đt", "phòng giáo dục và đào tạo"},
    {"bnv", "bộ nội vụ"},
    {"btc", "bộ tài chính"},
    {"byt", "bộ y tế"},
    {"ttg", "thủ tướng chính phủ"},
    {"cp", "chính phủ"},
    {"qh", "quốc hội"},
};

/* `key` with the row's words, where they stand between spaces, replaced. */
static khct_str replace(khct_arena *arena, khct_str key, const char *from, const char *to)
{
    khct_str needle = KHCT_JOIN(arena, " ", khct_fold(arena, khct_str_of(from)), " ");
    size_t at = khct_str_find(key, needle);
    if (at == key.n)
        return key;
    return KHCT_JOIN(arena, khct_str_sub(key, 0, at + 1), khct_fold(arena, khct_str_of(to)),
                     khct_str_sub(key, at + needle.n - 1, key.n));
}

khct_str khct_body_key(khct_arena *arena, khct_str body)
{
    khct_str key = KHCT_JOIN(arena, " ", khct_fold(arena, body), " ");
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        key = replace(arena, key, same[i][0], same[i][1]);
    return khct_str_trim(key);
}
