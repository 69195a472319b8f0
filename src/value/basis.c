#include "value/basis.h"

#include "value/lexicon.h"
#include "value/text.h"

#include "text/fold.h"

typedef enum basis_word {
    WORD_KIND,    /* Thông tư */
    WORD_NUMBER,  /* số */
    WORD_DATE,    /* ngày */
    WORD_BODY,    /* của */
    WORD_SUBJECT, /* về */
    WORD_ISSUES,  /* ban hành: a subject, and a body before it */
} basis_word;

static const khct_phrase phrases[] = {
    {"Hiến pháp", WORD_KIND},
    {"Bộ luật", WORD_KIND},
    {"Luật", WORD_KIND},
    {"Pháp lệnh", WORD_KIND},
    {"Lệnh", WORD_KIND},
    {"Nghị quyết", WORD_KIND},
    {"Nghị quyết liên tịch", WORD_KIND},
    {"Nghị định", WORD_KIND},
    {"Quyết định", WORD_KIND},
    {"Thông tư", WORD_KIND},
    {"Thông tư liên tịch", WORD_KIND},
    {"Chỉ thị", WORD_KIND},
    {"Công văn", WORD_KIND},
    {"Công điện", WORD_KIND},
    {"Kế hoạch", WORD_KIND},
    {"Hướng dẫn", WORD_KIND},
    {"Văn bản", WORD_KIND},
    {"Văn bản hợp nhất", WORD_KIND},
    {"Thông báo", WORD_KIND},
    {"Kết luận", WORD_KIND},
    {"Chương trình", WORD_KIND},
    {"Đề án", WORD_KIND},
    {"Dự án", WORD_KIND},
    {"Quy định", WORD_KIND},
    {"Quy chế", WORD_KIND},
    {"Báo cáo", WORD_KIND},
    {"Biên bản", WORD_KIND},
    {"Tờ trình", WORD_KIND},
    {"Phương án", WORD_KIND},
    {"số", WORD_NUMBER},
    {"ngày", WORD_DATE},
    {"của", WORD_BODY},
    {"do", WORD_BODY},
    {"về", WORD_SUBJECT},
    {"về việc", WORD_SUBJECT},
    {"v/v", WORD_SUBJECT},
    {"ban hành", WORD_ISSUES},
    {"banhanh", WORD_ISSUES},
};

const khct_phrase *khct_basis_phrases(size_t *count)
{
    *count = sizeof phrases / sizeof *phrases;
    return phrases;
}

/* What a connecting word typed without marks is printed as. */
static const char *const marked[][2] = {
    {"so", "số"}, {"ngay", "ngày"}, {"cua", "của"}, {"ve", "về"}, {"banhanh", "ban hành"},
};

typedef struct reading {
    const khct_reader *reader;
    khct_words words;
    khct_basis *basis;
} reading;

static uint32_t word_at(const reading *r, size_t i, size_t *count)
{
    return khct_phrase_at(&r->reader->lexicon->basis, &r->words, i, count);
}

/* Words `from` to `to` without commas at the end. */
static khct_basis_part part(const reading *r, size_t from, size_t to)
{
    while (to > from && khct_word_is_sign(&r->words.at[to - 1], ','))
        to--;
    khct_span span = khct_words_span(&r->words, from, to);
    return (khct_basis_part){span, to == from ? KHCT_STR("")
                                              : khct_read_name(r->reader, span, false, NULL)};
}

static khct_basis_part connector(const reading *r, size_t from, size_t to)
{
    khct_basis_part word = part(r, from, to);
    for (size_t i = 0; i < sizeof marked / sizeof *marked; i++)
        if (khct_str_is(word.words, marked[i][0]))
            word.words = khct_str_of(marked[i][1]);
    return word;
}

/* `tt18_2018`: small letters, digits and `_` only, and one of the last two. */
static bool is_id(khct_str text)
{
    bool sign = false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        bool digit = (c >= '0' && c <= '9') || c == '_';
        if (!digit && (c < 'a' || c > 'z'))
            return false;
        sign |= digit;
    }
    return sign && text.p[0] >= 'a';
}

/* The first word of the number, which is no date and no school year; words.n where there is none.
 */
static size_t find_number(const reading *r)
{
    for (size_t i = 0; i < r->words.n; i++) {
        khct_words words = r->words;
        words.next = i;
        khct_date ignored;
        khct_reader quiet = *r->reader;
        quiet.diags = NULL;
        if (!khct_word_is_number(&words.at[i]))
            continue;
        if (khct_take_date(&quiet, &words, &ignored)) {
            i = words.next - 1;
            continue;
        }
        bool year = words.at[i].text.n == 4 && khct_word_is_sign(&words.at[i + 1], '/') &&
                    khct_word_is_number(&words.at[i + 2]) && words.at[i + 2].text.n == 4;
        if (!year && khct_take_docnumber(r->reader, &words).understood)
            return i;
    }
    return r->words.n;
}

/* The longest kind that ends before word `end`, else the last one before it (a law's name may come
 * between); `end` where there is none. Its words in *count. */
static size_t find_kind(const reading *r, size_t end, size_t *count)
{
    size_t found = end, size;
    for (size_t i = 0; i < end; i++) {
        if (word_at(r, i, &size) != WORD_KIND || i + size > end)
            continue;
        found = i;
        *count = size;
        if (i + size == end)
            break;
        i += size - 1;
    }
    return found;
}

/* What stands before the number: LEAD, KIND, a law's name, `số`. */
static void read_head(reading *r, size_t number)
{
    khct_basis *b = r->basis;
    size_t end = number, count;
    if (end > 0 && khct_word_is_sign(&r->words.at[end - 1], ':'))
        end--;
    if (end > 0 && word_at(r, end - 1, &count) == WORD_NUMBER) {
        b->number_word = connector(r, end - 1, end);
        end--;
    } else {
        end = number;
    }
    size_t kind = find_kind(r, end, &count);
    b->lead = part(r, 0, kind);
    if (kind == end)
        return;
    b->kind = part(r, kind, kind + count);
    b->name = part(r, kind + count, end);
}

static void skip_commas(reading *r)
{
    while (khct_take_sign(&r->words, ','))
        continue;
}

/* `ngày 22 tháng 8 năm 2018`. */
static void read_date(reading *r)
{
    khct_words *w = &r->words;
    size_t start = w->next, count;
    bool named = word_at(r, start, &count) == WORD_DATE;
    if (named)
        w->next += count;
    size_t first = w->next;
    if (!khct_take_date(r->reader, w, &r->basis->date.date)) {
        w->next = start;
        return;
    }
    khct_basis_part date = part(r, first, w->next);
    r->basis->date.span = date.span;
    r->basis->date.words = date.words;
    if (named)
        r->basis->date_word = connector(r, start, first);
    skip_commas(r);
}

/* Where the subject's connecting word stands, from `at` on; words.n where there is none. */
static size_t find_subject(const reading *r, size_t at)
{
    for (size_t count; at < r->words.n; at++) {
        uint32_t word = word_at(r, at, &count);
        if (word == WORD_SUBJECT || word == WORD_ISSUES)
            break;
    }
    return at;
}

static void read_tail(reading *r)
{
    khct_words *w = &r->words;
    khct_basis *b = r->basis;
    size_t count;
    skip_commas(r);
    read_date(r);
    if (word_at(r, w->next, &count) == WORD_BODY) {
        size_t end = find_subject(r, w->next + count);
        b->body_word = connector(r, w->next, w->next + count);
        b->body = part(r, w->next + count, end);
        w->next = end;
    }
    size_t subject = w->next;
    uint32_t word = word_at(r, subject, &count);
    if (word == WORD_SUBJECT || word == WORD_ISSUES) {
        b->subject_word = connector(r, subject, subject + count);
        w->next += count;
    }
    b->subject = part(r, w->next, w->n);
}

khct_basis khct_read_basis(const khct_reader *reader, khct_span span)
{
    khct_basis basis = {.span = span, .date = {.date = KHCT_NO_DATE}};
    reading r = {reader, khct_read_words(reader, span), &basis};
    khct_basis_part none = {{span.source, span.end, span.end}, {"", 0}};
    khct_basis_part *parts[] = {
        &basis.id,        &basis.lead,      &basis.kind, &basis.name,         &basis.number_word,
        &basis.date_word, &basis.body_word, &basis.body, &basis.subject_word, &basis.subject};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        *parts[i] = none;
    basis.date.span = none.span;
    basis.date.words = none.words;
    basis.number.text = basis.number.words = none.words;
    basis.words = khct_read_name(reader, span, false, NULL);
    if (is_id(r.words.text)) {
        basis.id = (khct_basis_part){span, r.words.text};
        basis.understood = true;
        return basis;
    }
    size_t number = find_number(&r);
    if (number == r.words.n)
        return basis;
    read_head(&r, number);
    r.words.next = number;
    basis.number = khct_take_docnumber(reader, &r.words);
    basis.understood = true;
    read_tail(&r);
    return basis;
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
    khct_str needle = khct_str_join(
        arena, (khct_str[]){KHCT_STR(" "), khct_fold(arena, khct_str_of(from)), KHCT_STR(" ")}, 3);
    size_t at = khct_str_find(key, needle);
    if (at == key.n)
        return key;
    khct_str pieces[] = {khct_str_sub(key, 0, at + 1), khct_fold(arena, khct_str_of(to)),
                         khct_str_sub(key, at + needle.n - 1, key.n)};
    return khct_str_join(arena, pieces, 3);
}

khct_str khct_body_key(khct_arena *arena, khct_str body)
{
    khct_str key =
        khct_str_join(arena, (khct_str[]){KHCT_STR(" "), khct_fold(arena, body), KHCT_STR(" ")}, 3);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        key = replace(arena, key, same[i][0], same[i][1]);
    return khct_str_trim(key);
}
