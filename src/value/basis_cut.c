/* The tokens of a citation. */
#include "basis_tokens.h"

#include "value/reader.h"
#include "value/text.h"

#include "text/fold.h"
#include "text/utf8.h"

typedef khct_basis_parsing parsing;
typedef khct_basis_token token;

/* What a connecting word typed without marks is printed as. */
static const char *const marked[][2] = {
    {"so", "số"}, {"ngay", "ngày"}, {"cua", "của"}, {"ve", "về"}, {"banhanh", "ban hành"},
};

khct_basis_part khct_basis_part_of(const parsing *p, size_t from, size_t to)
{
    while (to > from && khct_word_is_sign(&p->words.at[to - 1], ','))
        to--;
    khct_span span = khct_words_span(&p->words, from, to);
    return (khct_basis_part){span, to == from ? KHCT_STR("")
                                              : khct_read_name(p->reader, span, false, NULL)};
}

khct_basis_part khct_basis_connector(const parsing *p, size_t from, size_t to)
{
    if (to > from && khct_word_is_sign(&p->words.at[to - 1], ':'))
        to--;
    khct_basis_part word = khct_basis_part_of(p, from, to);
    for (size_t i = 0; i < sizeof marked / sizeof *marked; i++)
        if (khct_str_is(word.words, marked[i][0]))
            word.words = khct_str_of(marked[i][1]);
    return word;
}

/* --- dates and numbers --- */

static token *put(parsing *p, char kind, size_t from, size_t to)
{
    khct_push(p->reader->arena, &p->tokens) = (token){.kind = kind, .from = from, .to = to};
    p->words.next = to;
    return &p->tokens.at[p->tokens.n - 1];
}

static bool is_separator(char kind)
{
    return kind == ',' || kind == '&';
}

static bool is_kind(const token *t)
{
    return t->kind != '\0' && strchr("KLHV", t->kind) != NULL;
}

static char kind_before(const parsing *p, size_t back)
{
    return p->tokens.n < back ? 0 : p->tokens.at[p->tokens.n - back].kind;
}

/* `ngày 22 tháng 8 năm 2018`, `22/8/2018`; after `ngày` also one that is not filled in. */
static bool take_date(parsing *p)
{
    khct_reader quiet = *p->reader;
    quiet.diags = NULL;
    khct_words words = p->words;
    size_t from = words.next, first = from;
    bool glued = khct_word_is(khct_peek(&words), "ngai1"); /* ngày10/5/2018 */
    if (khct_take_word(p->reader, &words, KHCT_C_DAY) || glued)
        first = words.next > from ? words.next : from + 1;
    words.next = glued ? first : from;
    khct_day day = {.date = KHCT_NO_DATE};
    bool read = khct_take_date(&quiet, &words, &day.date);
    if (!read && first > from)
        read = day.blank = khct_take_draft(p->reader, &words, &day.draft);
    if (!read)
        return false;
    khct_basis_part part = khct_basis_part_of(p, first, words.next);
    day.span = part.span;
    day.words = part.words;
    token *t = put(p, 'd', from, words.next);
    t->day = day;
    t->day_from = first;
    return true;
}

void khct_basis_say_day(const parsing *p, const khct_day *day)
{
    if (day->blank && khct_draft_can_be(&day->draft)) {
        khct_diag *diag =
            khct_say(p->reader, KHCT_KH4014, day->span, KHCT_MSG(DATE_BLANK, day->words));
        khct_diag_hint(diag, KHCT_MSG0(CITED_BLANK_HINT));
    } else if (day->date == KHCT_NO_DATE) {
        khct_say_no_date(p->reader, day->span);
    }
}

static bool is_year(const khct_word *word)
{
    return khct_word_is_number(word) && word->text.n == 4 && word->number >= KHCT_FIRST_YEAR &&
           word->number <= KHCT_LAST_YEAR;
}

/* `năm học 2022/2023`: years, no number. */
static bool are_years(const khct_words *words)
{
    return is_year(khct_peek(words)) && khct_word_is_sign(khct_peek_at(words, 1), '/') &&
           is_year(khct_peek_at(words, 2)) &&
           khct_peek(words)->number + 1 == khct_peek_at(words, 2)->number &&
           !khct_word_is_sign(khct_peek_at(words, 3), '/');
}

/* After `số`, or a kind. */
static bool named_before(const parsing *p)
{
    return strchr("sKLHV", kind_before(p, 1)) != NULL && p->tokens.n > 0;
}

/* What stands here goes on with figures before it: 8/2018 of `1.8/2018/TT-BGDĐT` is no number. */
static bool goes_on(const parsing *p)
{
    size_t i = p->words.next;
    const khct_word *word = khct_peek(&p->words);
    return i > 1 && !word->spaced && !word[-1].spaced && khct_word_is_number(&word[-2]) &&
           (khct_word_is_sign(&word[-1], '.') || khct_word_is_sign(&word[-1], '-') ||
            khct_word_is_sign(&word[-1], ':'));
}

static bool take_number(parsing *p)
{
    size_t from = p->words.next, count;
    const khct_word *word = khct_peek(&p->words);
    bool digits = khct_word_is_number(word);
    if (!digits && (word->kind == KHCT_WORD_LETTERS || !named_before(p)))
        return false;
    bool month = from > 0 && khct_reader_phrase(p->reader, KHCT_WORDS_COMMON, &p->words, from - 1,
                                                &count) == KHCT_C_MONTH;
    bool inside = from > 0 && khct_word_is_sign(&p->words.at[from - 1], '/') && !word->spaced;
    if (month || inside || goes_on(p) || are_years(&p->words)) /* tháng 9/2024 */
        return false;
    khct_words words = p->words;
    khct_docnumber number = khct_take_docnumber(p->reader, &words);
    bool whole = number.understood && (number.year != 0 || number.kind.n + number.body.n > 0);
    /* "9/2024" is a month where nothing says that it is a number */
    enum { MONTHS = 12 };
    bool bare = number.kind.n + number.body.n == 0;
    if (!whole || words.next == from || (bare && number.value <= MONTHS && !named_before(p)))
        return false;
    put(p, 'n', from, words.next)->number = number;
    return true;
}

/* Figures alone (`f`): `17` of `17, 18, 19/2018/TT-BGDĐT`, `32` of `Thông tư số 32 ngày …`. Which
 * it is, is seen when the tokens after it are known. */
static bool take_figures(parsing *p)
{
    const khct_word *word = khct_peek(&p->words);
    bool list = is_separator(kind_before(p, 1)) && kind_before(p, 2) == 'f';
    if (!khct_word_is_number(word) || word->text.n > 5 || !(named_before(p) || list) ||
        (!khct_peek_at(&p->words, 1)->spaced && khct_peek_at(&p->words, 1)->kind != KHCT_WORD_SIGN))
        return false;
    khct_docnumber number = {.understood = true,
                             .value = (uint32_t)word->number,
                             .number = word->text,
                             .text = word->text,
                             .words = word->text,
                             .kind = KHCT_STR(""),
                             .body = KHCT_STR(""),
                             .span = word->span};
    number.key = number.text;
    put(p, 'f', p->words.next, p->words.next + 1)->number = number;
    return true;
}

/* --- words of the table --- */

/* A kind written short (`QĐ`, `TT`): only before a number. */
static bool take_short(parsing *p)
{
    const khct_word *word = khct_peek(&p->words), *next = khct_peek_at(&p->words, 1);
    const char *kind = word->kind == KHCT_WORD_LETTERS
                           ? khct_document_kind(khct_nfc(p->reader->arena, word->text))
                           : NULL;
    if (khct_str_is(word->text, "VB")) /* no number has these letters */
        kind = "Văn bản";
    bool colon = khct_word_is_sign(next, ':'); /* CV: 45/PGDĐT */
    next += colon;
    bool glued = khct_word_is_number(next) && khct_word_is_sign(next + 1, '/'); /* TT18/2018/… */
    if (kind == NULL || !(next->spaced || glued) ||
        !(khct_word_is_number(next) || khct_word_is(next, "so^2") || khct_word_is(next, "so")))
        return false;
    put(p, 'K', p->words.next, p->words.next + 1 + colon)->name = khct_str_of(kind);
    return true;
}

/* `năm 2019`, `2019`. */
static bool take_year(parsing *p)
{
    khct_words words = p->words;
    khct_take_word(p->reader, &words, KHCT_C_YEAR);
    if (!is_year(khct_peek(&words)))
        return false;
    uint32_t year = (uint32_t)khct_peek(&words)->number;
    put(p, words.next > p->words.next ? 'Y' : 'y', p->words.next, words.next + 1)->year = year;
    return true;
}

/* The kind that was meant, by the table. */
static khct_str kind_of(khct_arena *arena, khct_str typed)
{
    khct_str bare = khct_fold_bare(arena, typed);
    for (const khct_phrase *row = khct_basis_phrases; row->words != NULL; row++)
        for (khct_str kind = {NULL, 0}; khct_phrase_next(row, &kind);)
            if (khct_str_eq(bare, khct_fold_bare(arena, kind)))
                return kind;
    return typed;
}

/* A kind whose marks are mistyped (`Nghi quyết`), before a number. */
static bool take_slip(parsing *p)
{
    enum { MOST = 4 };
    khct_words words = p->words;
    khct_word bare[MOST + 1];
    size_t n = 0, count, from = words.next;
    while (n < MOST && from + n < words.n && words.at[from + n].kind == KHCT_WORD_LETTERS) {
        bare[n] = words.at[from + n];
        bare[n].folded = khct_fold_bare(p->reader->arena, bare[n].text);
        n++;
    }
    bare[n] = words.at[words.n];
    words.at = bare;
    words.n = n;
    uint32_t found = khct_reader_phrase(p->reader, KHCT_WORDS_BASIS, &words, 0, &count);
    const khct_word *next = found == KHCT_NONE ? &bare[n] : &p->words.at[from + count];
    if ((found != 'K' && found != 'V') ||
        !(khct_word_is_number(next) || khct_word_is(next, "so^2")))
        return false;
    khct_str typed = khct_basis_part_of(p, from, from + count).words;
    put(p, (char)found, from, from + count)->name = kind_of(p->reader->arena, typed);
    return true;
}

static char sign_kind(const khct_word *word)
{
    if (khct_word_is_sign(word, ';') || (khct_word_is_sign(word, '-') && word->first))
        return ';';
    if (khct_word_is_sign(word, '+') || khct_word_is_sign(word, '&'))
        return '&';
    bool own = word->kind == KHCT_WORD_SIGN && word->sign > 0 && word->sign < 0x7F &&
               strchr(",-()", (char)word->sign) != NULL;
    return own ? (char)word->sign : 'w';
}

static void take_word(parsing *p)
{
    size_t from = p->words.next, count;
    uint32_t found = khct_reader_phrase(p->reader, KHCT_WORDS_BASIS, &p->words, from, &count);
    if (found == KHCT_NONE && take_slip(p))
        return;
    if (found == KHCT_NONE) {
        put(p, sign_kind(khct_peek(&p->words)), from, from + 1);
        return;
    }
    token *t = put(p, (char)found, from, from + count);
    t->named = found == 'L' || found == 'H';
    if (is_kind(t))
        t->name = khct_basis_part_of(p, from, from + count).words;
}

/* --- which document a kind belongs to --- */

static char kind_at(const parsing *p, size_t i)
{
    return i < p->tokens.n ? p->tokens.at[i].kind : '\0';
}

/* Figures that stand once for a list end in a whole number (`p`); others are a number, or none at
 * all. `số` before none is a word like others. */
static void settle_figures(parsing *p)
{
    for (size_t i = p->tokens.n; i-- > 0;) {
        token *t = &p->tokens.at[i];
        char next = kind_at(p, i + 1), then = kind_at(p, i + 2);
        if (t->kind == 's' && next != 'p' && next != 'n')
            t->kind = 'w';
        if (t->kind != 'f')
            continue;
        bool list = is_separator(next) && (then == 'p' || then == 'n');
        bool joint = is_separator(next) || next == '-'; /* 29, ngày 04/11/2013 */
        bool alone = joint ? then == 'd' || then == 'u' : strchr("duY", next) != NULL;
        t->kind = list ? 'p' : alone ? 'n' : 'w';
    }
}

/* The number's letters are those of that kind: `TT` of a Thông tư, none of a Công văn. */
static bool agrees(const parsing *p, const token *kind, const khct_docnumber *number)
{
    khct_arena *arena = p->reader->arena;
    const char *sign = khct_document_kind(number->kind);
    khct_str name = sign != NULL ? khct_str_of(sign) : KHCT_STR("Công văn");
    return number->body.n + number->kind.n > 0 &&
           khct_str_eq(khct_fold(arena, name), khct_fold(arena, kind->name));
}

/* `Luật sửa đổi, bổ sung một số điều của Luật Giáo dục` */
static bool amends(const parsing *p, size_t i)
{
    return p->tokens.at[i].named && kind_at(p, i + 1) == 'A';
}

/* The kind that a number at token `i` belongs to: of those before it the one that its letters say,
 * or the nearest. */
static void settle_head(parsing *p, size_t i)
{
    bool list = false;
    token *head = NULL, *nearest = NULL;
    size_t k = i;
    if (k > 0 && kind_at(p, k - 1) == 's')
        k--;
    while (k-- > 0 && head == NULL) {
        token *t = &p->tokens.at[k];
        if (strchr(";npdh()", t->kind) != NULL)
            break;
        list |= is_separator(t->kind);
        if (!is_kind(t) || (list && !t->named)) /* Luật Cán bộ, công chức số 22/2008/QH12 */
            continue;
        bool of_laws = nearest == NULL || nearest->named;
        if ((of_laws && amends(p, k)) || agrees(p, t, &p->tokens.at[i].number))
            head = t;
        if (nearest == NULL || (nearest->kind == 'V' && t->kind != 'V'))
            nearest = t;
    }
    head = head == NULL ? nearest : head;
    if (head != NULL)
        head->kind = 'h';
}

/* What may stand in the name of a law before its date: words, a verb at its start (`Luật Thực hiện
 * dân chủ ở cơ sở`), the name of the law that it amends. */
static bool is_in_name(const parsing *p, size_t law, size_t k)
{
    char kind = kind_at(p, k), next = kind_at(p, k + 1);
    if (kind == '\0')
        return false;
    if (amends(p, law))
        return strchr("ASuwKLHV-,&", kind) != NULL;
    return kind == 'w' || kind == '-' || (is_separator(kind) && next == 'w') ||
           (k == law + 1 && strchr("vi", kind) != NULL) ||
           (k == law + 2 && kind == 'K' && kind_at(p, k - 1) == 'i');
}

/* `Luật Giáo dục ngày 14/6/2019` */
static void settle_law(parsing *p, size_t i)
{
    size_t k = i + 1;
    while (is_in_name(p, i, k))
        k++;
    char end = kind_at(p, k);
    bool named = k > i + 1 || kind_at(p, i) == 'H'; /* Hiến pháp năm 2013 */
    if (named && (end == 'd' || end == 'y' || end == 'Y'))
        p->tokens.at[i].kind = 'l';
}

static void settle_kinds(parsing *p)
{
    for (size_t i = 0; i < p->tokens.n; i++) {
        char kind = kind_at(p, i);
        bool listed = i > 1 && kind_at(p, i - 2) == 'p' && is_separator(kind_at(p, i - 1));
        if ((kind == 'n' || kind == 'p') && !listed)
            settle_head(p, i);
    }
    for (size_t i = 0; i < p->tokens.n; i++)
        if (kind_at(p, i) == 'L' || kind_at(p, i) == 'H')
            settle_law(p, i);
}

/* The words without the full stop that ends them; dots are a place to be filled in. */
static size_t end_of(const khct_words *words)
{
    size_t n = words->n;
    if (n > 2 && khct_word_is_sign(&words->at[n - 1], '.') &&
        khct_word_is_sign(&words->at[n - 2], '/') && khct_word_is_sign(&words->at[n - 3], '.'))
        return n - 3; /* ./. */
    bool stop = n > 1 && khct_word_is_sign(&words->at[n - 1], '.') &&
                !khct_word_is_sign(&words->at[n - 2], '.');
    return n - stop;
}

void khct_basis_cut(parsing *p)
{
    size_t end = end_of(&p->words);
    p->words.at[end] = p->words.at[p->words.n];
    p->words.n = end;
    while (p->words.next < p->words.n)
        if (!take_date(p) && !take_number(p) && !take_figures(p) && !take_short(p) && !take_year(p))
            take_word(p);
    settle_figures(p);
    settle_kinds(p);
    put(p, '\n', p->words.n, p->words.n);
    p->kinds = khct_alloc_bytes(p->reader->arena, p->tokens.n + 1);
    for (size_t i = 0; i < p->tokens.n; i++)
        p->kinds[i] = kind_at(p, i);
}
