/* The tokens of a citation. */
#include "basis.h"

#include "value/basis_words.h"
#include "value/lexicon.h"
#include "value/text.h"

#include "text/fold.h"
#include "text/utf8.h"

#include "basis_parser.h"

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

static token *put(parsing *p, int kind, size_t from, size_t to)
{
    khct_push(p->reader->arena, &p->tokens) = (token){.kind = kind, .from = from, .to = to};
    p->words.next = to;
    return &p->tokens.at[p->tokens.n - 1];
}

static int kind_before(const parsing *p, size_t back)
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
    token *t = put(p, KHCT_B_DATE, from, words.next);
    t->day = day;
    t->day_from = first;
    return true;
}

void khct_basis_say_day(const parsing *p, const khct_day *day)
{
    if (day->blank && khct_draft_can_be(&day->draft)) {
        khct_diag *diag =
            khct_say(p->reader, KHCT_KH4014, day->span, KHCT_MSG(DATE_BLANK, day->words));
        khct_say_hint(p->reader, diag, KHCT_MSG0(CITED_BLANK_HINT));
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
    int kind = kind_before(p, 1);
    return kind == KHCT_B_SO || kind == KIND || kind == NAMED || kind == KIND_VERB;
}

static bool take_number(parsing *p)
{
    size_t from = p->words.next, count;
    const khct_word *word = khct_peek(&p->words);
    bool digits = khct_word_is_number(word);
    if (!digits && (word->kind == KHCT_WORD_LETTERS || !named_before(p)))
        return false;
    bool month = from > 0 && khct_phrase_at(&p->reader->lexicon->common, &p->words, from - 1,
                                            &count) == KHCT_C_MONTH;
    bool inside = from > 0 && khct_word_is_sign(&p->words.at[from - 1], '/') && !word->spaced;
    if (month || inside || are_years(&p->words)) /* tháng 9/2024 */
        return false;
    khct_words words = p->words;
    khct_docnumber number = khct_take_docnumber(p->reader, &words);
    bool whole = number.understood && (number.year != 0 || number.kind.n + number.body.n > 0);
    /* "9/2024" is a month where nothing says that it is a number */
    enum { MONTHS = 12 };
    bool bare = number.kind.n + number.body.n == 0;
    if (!whole || words.next == from || (bare && number.value <= MONTHS && !named_before(p)))
        return false;
    put(p, KHCT_B_NUMBER, from, words.next)->number = number;
    return true;
}

/* Figures alone: `17` of `17, 18, 19/2018/TT-BGDĐT` (PART), `32` of `Thông tư số 32 ngày …`. Which
 * it is, is seen when the tokens after it are known. */
static bool take_figures(parsing *p)
{
    const khct_word *word = khct_peek(&p->words);
    bool list = kind_before(p, 1) == SEPARATOR && kind_before(p, 2) == KHCT_B_PART;
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
    put(p, KHCT_B_PART, p->words.next, p->words.next + 1)->number = number;
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
    bool glued = khct_word_is_number(next) && khct_word_is_sign(next + 1, '/'); /* TT18/2018/… */
    if (kind == NULL || !(next->spaced || glued) ||
        !(khct_word_is_number(next) || khct_word_is(next, "so^2") || khct_word_is(next, "so")))
        return false;
    put(p, KIND, p->words.next, p->words.next + 1)->name = khct_str_of(kind);
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
    put(p, KHCT_B_YEAR, p->words.next, words.next + 1)->year = year;
    return true;
}

/* The kind that was meant, by the table. */
static khct_str kind_of(khct_arena *arena, khct_str typed)
{
    khct_str bare = khct_fold_bare(arena, typed);
    size_t count;
    const khct_phrase *phrases = khct_basis_phrases(&count);
    for (size_t i = 0; i < count; i++)
        if (khct_str_eq(bare, khct_fold_bare(arena, khct_str_of(phrases[i].words))))
            return khct_str_of(phrases[i].words);
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
    uint32_t found = khct_phrase_at(&p->reader->lexicon->basis, &words, 0, &count);
    const khct_word *next = found == KHCT_NONE ? &bare[n] : &p->words.at[from + count];
    if ((found != KIND && found != KIND_VERB) ||
        !(khct_word_is_number(next) || khct_word_is(next, "so^2")))
        return false;
    khct_str typed = khct_basis_part_of(p, from, from + count).words;
    put(p, (int)found, from, from + count)->name = kind_of(p->reader->arena, typed);
    return true;
}

static int sign_kind(const khct_word *word)
{
    if (khct_word_is_sign(word, ';') || (khct_word_is_sign(word, '-') && word->first))
        return STOP;
    if (khct_word_is_sign(word, ',') || khct_word_is_sign(word, '+') ||
        khct_word_is_sign(word, '&'))
        return SEPARATOR;
    if (khct_word_is_sign(word, '('))
        return OPEN;
    return khct_word_is_sign(word, ')') ? CLOSED : KHCT_B_WORD;
}

static void take_word(parsing *p)
{
    size_t from = p->words.next, count;
    uint32_t found = khct_phrase_at(&p->reader->lexicon->basis, &p->words, from, &count);
    if (found == KHCT_NONE && take_slip(p))
        return;
    if (found == KHCT_NONE) {
        put(p, sign_kind(khct_peek(&p->words)), from, from + 1);
        return;
    }
    token *t = put(p, (int)found, from, from + count);
    t->named = found == NAMED;
    if (found == KIND || found == NAMED || found == KIND_VERB)
        t->name = khct_basis_part_of(p, from, from + count).words;
}

/* --- what the words are where they stand --- */

static token *at(const parsing *p, size_t i)
{
    static token end;
    return i < p->tokens.n ? &p->tokens.at[i] : &end;
}

static bool is_kind(const token *t)
{
    return t->kind == KIND || t->kind == NAMED || t->kind == KIND_VERB;
}

/* Numbers that stand once for a list end in a whole one; others are a number, or none at all. */
static void settle_figures(parsing *p)
{
    for (size_t i = p->tokens.n; i-- > 0;) {
        token *t = at(p, i), *next = at(p, i + 1), *then = at(p, i + 2);
        if (t->kind != KHCT_B_PART)
            continue;
        bool list =
            next->kind == SEPARATOR && (then->kind == KHCT_B_PART || then->kind == KHCT_B_NUMBER);
        if (list && then->to > 0) {
            next->kind = DROPPED;
            continue;
        }
        bool alone =
            next->kind == 0 || next->kind == KHCT_B_DATE || next->kind == KHCT_B_CUA ||
            (next->kind == KHCT_B_YEAR && next->to > next->from + 1) ||
            (next->kind == SEPARATOR && (then->kind == KHCT_B_DATE || then->kind == KHCT_B_CUA));
        t->kind = alone ? KHCT_B_NUMBER : KHCT_B_WORD;
    }
}

/* The kind that a number at token `i` belongs to: the nearest before it. */
static void settle_head(parsing *p, size_t i)
{
    size_t k = i;
    if (k > 0 && at(p, k - 1)->kind == KHCT_B_SO)
        k--;
    bool list = false;
    while (k-- > 0) {
        int kind = at(p, k)->kind;
        if (is_kind(at(p, k))) {
            if (!list || kind == NAMED) /* Luật Cán bộ, công chức số 22/2008/QH12 */
                at(p, k)->kind = KHCT_B_HEAD;
            return;
        }
        list |= kind == SEPARATOR;
        if (kind == STOP || kind == KHCT_B_NUMBER || kind == KHCT_B_PART || kind == KHCT_B_HEAD ||
            kind == KHCT_B_DATE || kind == OPEN || kind == CLOSED)
            return;
    }
}

/* `Luật Giáo dục ngày 14/6/2019`: the name is words only. */
static void settle_law(parsing *p, size_t i)
{
    size_t k = i + 1;
    bool nameless = khct_word_is(&p->words.at[at(p, i)->from], "hie^n2"); /* Hiến pháp năm 2013 */
    while (at(p, k)->kind == KHCT_B_WORD ||
           (at(p, k)->kind == SEPARATOR && at(p, k + 1)->kind == KHCT_B_WORD))
        k++;
    if ((k > i + 1 || nameless) && (at(p, k)->kind == KHCT_B_DATE || at(p, k)->kind == KHCT_B_YEAR))
        at(p, i)->kind = KHCT_B_LAW;
}

/* `Biên bản họp Hội đồng trường ngày 10/8/2024`: a date, at most a body after it, and no number.
 */
static bool is_dated(const parsing *p, size_t i)
{
    size_t k = i + 1;
    while (at(p, k)->kind == KHCT_B_WORD || at(p, k)->kind == KHCT_B_YEAR)
        k++;
    bool ends = k + 1 == p->tokens.n || at(p, k + 1)->kind == KHCT_B_CUA;
    return k > i + 1 && ends && at(p, k)->kind == KHCT_B_DATE;
}

static void settle_kinds(parsing *p)
{
    for (size_t i = 0; i < p->tokens.n; i++) {
        int kind = at(p, i)->kind, before = i == 0 ? 0 : at(p, i - 1)->kind;
        if ((kind == KHCT_B_NUMBER || kind == KHCT_B_PART) && before != DROPPED)
            settle_head(p, i);
    }
    for (size_t i = 0; i < p->tokens.n; i++) {
        token *t = at(p, i);
        if (t->kind == NAMED)
            settle_law(p, i);
        if (t->kind == KHCT_B_SO && at(p, i + 1)->kind != KHCT_B_NUMBER &&
            at(p, i + 1)->kind != KHCT_B_PART)
            t->kind = KHCT_B_WORD;
    }
}

/* A kind that begins an entry in which no document has a number or a date to be known by. */
static void settle_alone(parsing *p)
{
    size_t first = 0;
    for (size_t i = 0; i < p->tokens.n; i++)
        if (at(p, i)->kind == KHCT_B_HEAD || at(p, i)->kind == KHCT_B_LAW ||
            at(p, i)->kind == KHCT_B_NUMBER)
            return;
    if (at(p, 0)->kind == PLURAL)
        at(p, first++)->kind = DROPPED;
    if (!is_kind(at(p, first)))
        return;
    bool dated = is_dated(p, first);
    at(p, first)->kind = dated ? KHCT_B_LAW : KHCT_B_ALONE;
    for (size_t i = first + 1; dated && i < p->tokens.n; i++)
        if (at(p, i)->kind == KHCT_B_YEAR)
            at(p, i)->kind = KHCT_B_WORD;
}

/* `(đã được sửa đổi, bổ sung một số điều bởi` from token `i` on: the token after it, or `i`. */
static size_t behind_amended(const parsing *p, size_t i)
{
    size_t k = i;
    k += at(p, k)->kind == SEPARATOR;
    k += at(p, k)->kind == OPEN;
    while (at(p, k)->kind == BEFORE)
        k++;
    if (at(p, k)->kind != AMEND)
        return i;
    while (at(p, k)->kind == AMEND || at(p, k)->kind == SOME ||
           (at(p, k)->kind == SEPARATOR && at(p, k + 1)->kind == AMEND))
        k++;
    return at(p, k)->kind == BY ? k + 1 : i;
}

/* True where a document begins at token `i`; its plural word is stepped over. */
static bool begins_document(const parsing *p, size_t *i)
{
    *i += at(p, *i)->kind == PLURAL;
    int kind = at(p, *i)->kind;
    return kind == KHCT_B_HEAD || kind == KHCT_B_LAW || kind == KHCT_B_SO ||
           kind == KHCT_B_NUMBER || kind == KHCT_B_PART;
}

static void settle_amended(parsing *p)
{
    bool inside = false;
    for (size_t i = 0; i < p->tokens.n; i++) {
        size_t behind = behind_amended(p, i), document = behind;
        if (inside && at(p, i)->kind == CLOSED) {
            at(p, i)->kind = KHCT_B_CLOSE;
            inside = false;
        }
        if (behind == i || inside || !begins_document(p, &document))
            continue;
        bool bracket = false;
        for (size_t k = i; k < document; k++) {
            bracket |= at(p, k)->kind == OPEN;
            at(p, k)->kind = DROPPED;
        }
        size_t close = document;
        while (close < p->tokens.n && at(p, close)->kind != CLOSED)
            close++;
        if (bracket && close == p->tokens.n)
            bracket = false;
        at(p, i)->kind = bracket ? KHCT_B_AMENDED_IN : KHCT_B_AMENDED;
        inside = bracket;
    }
}

/* Before a date, a body or a subject a comma says nothing. */
static bool says_nothing(const parsing *p, size_t i)
{
    int kind = at(p, i)->kind;
    return kind == 0 || kind == KHCT_B_DATE || kind == KHCT_B_CUA || kind == KHCT_B_VE ||
           kind == KHCT_B_ISSUES || kind == KHCT_B_VERB || kind == KIND_VERB || kind == AMEND ||
           kind == BEFORE || kind == KHCT_B_AMENDED;
}

static void settle_separators(parsing *p)
{
    for (size_t i = 0; i < p->tokens.n; i++) {
        token *t = at(p, i);
        bool dash = t->kind == KHCT_B_WORD && khct_word_is_sign(&p->words.at[t->from], '-');
        if (t->kind != SEPARATOR && t->kind != STOP && !dash)
            continue;
        size_t next = i + 1;
        next += t->kind != SEPARATOR ? 0 : at(p, next)->kind == SEPARATOR;
        size_t document = next;
        bool comma = khct_word_is_sign(&p->words.at[t->from], ',');
        if (!dash && i > 0 && begins_document(p, &document)) {
            t->kind = t->kind == STOP ? KHCT_B_NEXT : KHCT_B_AND;
            for (size_t k = i + 1; k < document; k++)
                at(p, k)->kind = DROPPED;
        } else {
            bool same_day = !comma && !dash && at(p, i + 1)->kind == KHCT_B_DATE; /* cùng ngày */
            if (same_day)
                at(p, i + 1)->same_day = true;
            t->kind =
                same_day || ((comma || dash) && says_nothing(p, i + 1)) ? DROPPED : KHCT_B_WORD;
        }
    }
}

/* `(22/8/2018)` after a number: its brackets say nothing. */
static void settle_brackets(parsing *p)
{
    for (size_t i = 1; i + 1 < p->tokens.n; i++)
        if (at(p, i)->kind == KHCT_B_DATE && at(p, i - 1)->kind == OPEN &&
            at(p, i + 1)->kind == CLOSED)
            at(p, i - 1)->kind = at(p, i + 1)->kind = DROPPED;
}

static void settle_words(parsing *p)
{
    for (size_t i = 0; i < p->tokens.n; i++) {
        token *t = at(p, i);
        int next = at(p, i + 1)->kind;
        if (t->kind == KIND_VERB || t->kind == AMEND || t->kind == BEFORE)
            t->kind = KHCT_B_VERB;
        else if (t->kind == KHCT_B_ISSUES &&
                 (next == KHCT_B_DATE || next == 0 || next == KHCT_B_AND || next == KHCT_B_NEXT))
            t->kind = KHCT_B_ISSUED;
        else if (t->kind >= KIND && t->kind != DROPPED)
            t->kind = KHCT_B_WORD;
    }
}

/* `Thông tư 18 năm 2018`, which has no year of its own. */
static bool dates_number(const parsing *p, size_t i)
{
    const token *year = at(p, i), *number = i > 0 ? at(p, i - 1) : year;
    return year->to > year->from + 1 && number->kind == KHCT_B_NUMBER && number->number.year == 0;
}

/* A year is one only after the name of a law, or a number without one. */
static void settle_years(parsing *p)
{
    bool law = false;
    for (size_t i = 0; i < p->tokens.n; i++) {
        token *t = at(p, i);
        if (t->kind == KHCT_B_YEAR && !law && !dates_number(p, i))
            t->kind = KHCT_B_WORD;
        law = t->kind == KHCT_B_LAW || (law && t->kind == KHCT_B_WORD);
    }
}

static void drop(parsing *p)
{
    size_t n = 0;
    for (size_t i = 0; i < p->tokens.n; i++)
        if (p->tokens.at[i].kind != DROPPED)
            p->tokens.at[n++] = p->tokens.at[i];
    p->tokens.n = n;
}

void khct_basis_cut(parsing *p)
{
    while (p->words.next < p->words.n)
        if (!take_date(p) && !take_number(p) && !take_figures(p) && !take_short(p) && !take_year(p))
            take_word(p);
    settle_figures(p);
    settle_kinds(p);
    settle_alone(p);
    settle_amended(p);
    settle_separators(p);
    settle_brackets(p);
    settle_words(p);
    settle_years(p);
    drop(p);
}
