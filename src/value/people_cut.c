/* The tokens of a list of people. */
#include "people.h"

#include "value/people_words.h"

#include "text/utf8.h"

#include "people_parser.h"

typedef khct_people_parsing parsing;
typedef khct_people_token token;

/* An item as far as it has been read. */
typedef struct item {
    bool denied; /* không, trừ: stands in it */
    bool any, role, office, name, honoured, subject, unit, class_, duty;
    size_t head_end; /* after its role or name */
    bool grouped;    /* `tổ` stands in what the role is the head of */
    bool holder;     /* its name is of whom a class or duty before a colon is */
    size_t task;     /* the first word of what its duty is about; 0: none */
} item;

typedef struct cutting {
    parsing *p;
    const khct_words *words;
    item item;
    bool open;    /* a bracket has no end: the others are words too */
    bool alone;   /* the item before was a name without an office */
    size_t close; /* the end of a bracket that an office stands in; SIZE_MAX: none */
} cutting;

static const khct_word *word(const cutting *c, size_t i)
{
    return &c->words->at[i < c->words->n ? i : c->words->n];
}

/* The row of the table at word `i`, without its flags; KHCT_NONE: none. */
static uint32_t row_at(const cutting *c, size_t i, size_t *count)
{
    uint32_t found = khct_reader_phrase(c->p->reader, KHCT_WORDS_PEOPLE, c->words, i, count);
    return found == KHCT_NONE ? KHCT_NONE : found & ~(uint32_t)(SURNAME | ADDRESS | MIDDLE | SAME);
}

static bool is_row(const cutting *c, size_t i, people_word kind, size_t *count)
{
    return row_at(c, i, count) == (uint32_t)kind;
}

static bool is_duty(const cutting *c, size_t i, size_t *count)
{
    uint32_t row = row_at(c, i, count);
    return row == DUTY || row == WITH;
}

/* --- where something ends --- */

static bool is_mark(const cutting *c, size_t i)
{
    const khct_word *w = word(c, i);
    return (w->first || i == 0) &&
           (khct_word_is_sign(w, '-') || khct_word_is_sign(w, '*') || khct_word_is_sign(w, 0x2022));
}

/* `1.`, `2)`, `a)`, `1/` where an item begins: it numbers the item. Its words; 0: none. */
static size_t numbers_item(const cutting *c, size_t i)
{
    const khct_word *w = word(c, i), *sign = word(c, i + 1), *next = word(c, i + 2);
    bool number = khct_word_is_number(w) && w->text.n <= 2;
    bool letter = w->kind == KHCT_WORD_LETTERS && w->text.n == 1;
    bool stop = khct_word_is_sign(sign, ')') || (number && khct_word_is_sign(sign, '.')) ||
                (khct_word_is_sign(sign, '/') && next->spaced);
    return (number || letter) && stop && !sign->spaced && next->kind == KHCT_WORD_LETTERS ? 2 : 0;
}

/* A sign that divides wherever it stands. */
static bool divides(const cutting *c, size_t i)
{
    const khct_word *w = word(c, i);
    return khct_word_is_sign(w, ',') || khct_word_is_sign(w, ';') || khct_word_is_sign(w, '+') ||
           khct_word_is_sign(w, ':') || is_mark(c, i);
}

/* Words of what divides only next to a role, a name or a group; 0: none. */
static size_t joins(const cutting *c, size_t i)
{
    const khct_word *w = word(c, i);
    size_t count;
    if (w->kind == KHCT_WORD_SIGN)
        return w->sign == '-' || w->sign == '/' || w->sign == '&' || w->sign == '.';
    return is_row(c, i, JOIN, &count) ? count : 0;
}

/* Nothing more belongs to what stands before word `i`. */
static bool ends(const cutting *c, size_t i)
{
    const khct_word *w = word(c, i);
    return i >= c->words->tail || w->paragraph || divides(c, i) || joins(c, i) > 0 ||
           khct_word_is_sign(w, '(') || khct_word_is_sign(w, ')');
}

/* --- roles --- */

uint32_t khct_role_at(const khct_phrases *names, const khct_words *words, size_t at, size_t *count,
                      bool *office)
{
    uint32_t found = khct_phrase_at(names, words, at, count);
    bool none = found == KHCT_NONE || (found & KHCT_ROLE_HOLDER) != 0;
    *office = !none && (found & KHCT_ROLE_OFFICE) != 0;
    return none ? KHCT_NONE : found & ~KHCT_ROLE_OFFICE;
}

static bool is_capitals(khct_str text)
{
    size_t length;
    for (size_t at = 0; at < text.n; at += length)
        if (!khct_is_capital_or_digit(khct_utf8_at(text.p + at, text.n - at, &length)))
            return false;
    return text.n > 0;
}

/* `PHT1`: an abbreviation with a number glued to it. */
static uint32_t numbered(const cutting *c, size_t i, size_t *count, bool *office)
{
    const khct_word *w = word(c, i), *next = word(c, i + 1);
    if (w->kind != KHCT_WORD_LETTERS || !khct_word_is_number(next) || next->spaced ||
        (!word(c, i + 2)->spaced && word(c, i + 2)->kind != KHCT_WORD_SIGN) ||
        !is_capitals(w->text))
        return KHCT_NONE;
    khct_word alone[] = {*w, *word(c, c->words->n)};
    khct_words words = {.at = alone, .n = 1};
    return khct_role_at(c->p->names, &words, 0, count, office);
}

/* A full stop after an abbreviation. */
static bool shortens(const cutting *c, size_t i)
{
    return khct_word_is_sign(word(c, i), '.') && !word(c, i)->spaced &&
           is_capitals(word(c, i - 1)->text);
}

/* `TT. CM`, `P.HT. CM`: the words without the full stops after abbreviations are one name. */
static uint32_t dotted(const cutting *c, size_t i, size_t *count, bool *office)
{
    enum { LONGEST = 5 };
    khct_word without[LONGEST + 1];
    size_t n = 0, at[LONGEST + 1], found_count;
    if (!shortens(c, i + 1))
        return KHCT_NONE;
    for (size_t k = i; n < LONGEST && k < c->words->tail; k++)
        if (k == i || !shortens(c, k)) {
            at[n] = k;
            without[n++] = *word(c, k);
        }
    without[n] = *word(c, c->words->n);
    khct_words words = {.at = without, .n = n};
    uint32_t found = khct_role_at(c->p->names, &words, 0, &found_count, office);
    if (found == KHCT_NONE || found_count < 2)
        return KHCT_NONE;
    *count = at[found_count - 1] + 1 - i;
    return found;
}

/* `Nhân viên: thư viện`: the head of a list and the first of it are one name. */
static uint32_t across_colon(const cutting *c, size_t i, size_t *count, bool *office)
{
    enum { HEAD = 3, LONGEST = 6 };
    khct_word without[LONGEST + 1];
    size_t head = 0, n = 0, found_count;
    while (head < HEAD && word(c, i + head)->kind == KHCT_WORD_LETTERS)
        head++;
    if (!khct_word_is_sign(word(c, i + head), ':'))
        return KHCT_NONE;
    for (size_t k = i; n < LONGEST && k < c->words->tail; k++)
        if (k != i + head)
            without[n++] = *word(c, k);
    without[n] = *word(c, c->words->n);
    khct_words words = {.at = without, .n = n};
    uint32_t found = khct_role_at(c->p->names, &words, 0, &found_count, office);
    if (found == KHCT_NONE || found_count <= head)
        return KHCT_NONE;
    *count = found_count + 1;
    return found;
}

typedef struct role {
    uint32_t number;
    bool office;
    size_t from, to; /* the role's own words */
} role;

/* A known role at word `i`, with `các`, `toàn thể`, `đ/c`, `02` before it or not. */
static bool role_at(const cutting *c, size_t i, role *found)
{
    enum { MOST = 4 };
    size_t count;
    for (size_t leads = 0; leads < MOST; leads++) {
        found->number = dotted(c, i, &count, &found->office);
        if (found->number == KHCT_NONE)
            found->number = across_colon(c, i, &count, &found->office);
        if (found->number == KHCT_NONE)
            found->number = khct_role_at(c->p->names, c->words, i, &count, &found->office);
        if (found->number == KHCT_NONE)
            found->number = numbered(c, i, &count, &found->office);
        /* one syllable (`Đội`) is the role only where nothing more is said */
        bool syllable = count == 1 && !is_capitals(word(c, i)->text);
        if (found->number != KHCT_NONE && (!syllable || ends(c, i + 1))) {
            found->from = i;
            found->to = i + count;
            return true;
        }
        bool percent = khct_word_is_sign(word(c, i + 1), '%'); /* 100% CBGVNV */
        bool number = khct_word_is_number(word(c, i)) && (word(c, i)->text.n <= 2 || percent);
        uint32_t row = row_at(c, i, &count);
        if (row != LEAD && row != HONOR && !number)
            return false;
        i += !number ? count : percent ? 2 : 1;
    }
    return false;
}

/* --- names of persons --- */

/* A capital and small letters after it. */
static bool is_syllable(const khct_word *w)
{
    size_t length;
    if (w->kind != KHCT_WORD_LETTERS ||
        !khct_is_capital_or_digit(khct_utf8_at(w->text.p, w->text.n, &length)))
        return false;
    return w->text.n == length ||
           !khct_is_capital_or_digit(khct_utf8_at(w->text.p + length, w->text.n - length, &length));
}

/* The word by itself, though a longer row may begin with it, has the flag. */
static bool has_flag(const cutting *c, size_t i, people_word flag)
{
    size_t count;
    khct_word alone[] = {*word(c, i), *word(c, c->words->n)};
    khct_words words = {.at = alone, .n = 1};
    uint32_t found = khct_reader_phrase(c->p->reader, KHCT_WORDS_PEOPLE, &words, 0, &count);
    return found != KHCT_NONE && (found & (uint32_t)flag) != 0;
}

/* `bà Trần Thị Bình`, `Nguyễn Văn An`, `cô Hoa`; *from is after `bà`. */
static bool name_at(const cutting *c, size_t i, size_t *from, size_t *to)
{
    enum { LONGEST = 6 };
    size_t count;
    role other;
    if (is_row(c, i, LEAD, &count) && is_row(c, i + count, HONOR, from)) /* các đ/c Hoa, Lan */
        i += count;
    bool honour = is_row(c, i, HONOR, &count) ||
                  (has_flag(c, i, ADDRESS) && is_row(c, i, SUBJECT, &count) && count == 1);
    *from = *to = i + (honour ? count : 0);
    while (*to - *from < LONGEST && is_syllable(word(c, *to)) && *to < c->words->tail &&
           (*to == *from || !word(c, *to)->paragraph) && !role_at(c, *to, &other))
        ++*to;
    size_t n = *to - *from;
    bool middle = n >= 3 && has_flag(c, i + 1, MIDDLE); /* Cù Thị Liên */
    return honour || middle ? n >= 1
                            : n >= 2 && has_flag(c, i, SURNAME) && (n >= 3 || ends(c, *to));
}

/* --- classes, numbers, subjects --- */

/* `9A1`, `7`, `4-5`, `9/1`, `5 tuổi`: its words; 0: none. */
static size_t number_at(const cutting *c, size_t i)
{
    size_t k = i;
    if (!khct_word_is_number(word(c, k)))
        return 0;
    for (k++; k < c->words->tail && !word(c, k)->spaced; k++) {
        const khct_word *w = word(c, k);
        bool sign = khct_word_is_sign(w, '-') || khct_word_is_sign(w, '/');
        if (w->kind == KHCT_WORD_SIGN &&
            !(sign && word(c, k + 1)->kind != KHCT_WORD_SIGN && !word(c, k + 1)->spaced))
            break;
    }
    if (khct_word_is(word(c, k), "tuo^i3"))
        k++;
    if (word(c, k)->kind == KHCT_WORD_LETTERS && word(c, k)->text.n == 1 &&
        is_capitals(word(c, k)->text)) /* 5 tuổi A */
        k++;
    return k - i;
}

/* The same, or what is one after a class or another: `B`, `Lá 1`. */
static size_t unit_at(const cutting *c, size_t i, bool behind)
{
    size_t count = number_at(c, i);
    if (count > 0 || !behind)
        return count;
    const khct_word *w = word(c, i);
    if (w->kind == KHCT_WORD_LETTERS && w->text.n == 1 && is_capitals(w->text))
        return khct_word_is_number(word(c, i + 1)) && !word(c, i + 1)->spaced ? 2 : 1;
    if (!is_row(c, i, PLACE, &count))
        return 0;
    size_t number = number_at(c, i + count);
    bool letter = word(c, i + count)->text.n == 1 && is_capitals(word(c, i + count)->text);
    return count + (number > 0 ? number : letter);
}

static size_t class_at(const cutting *c, size_t i)
{
    size_t count;
    return is_row(c, i, CLASS, &count) || is_row(c, i, TEAM, &count) ? count : 0;
}

/* A subject, and nothing after it that would make it another word. */
static size_t subject_at(const cutting *c, size_t i)
{
    size_t count;
    if (!is_row(c, i, SUBJECT, &count))
        return 0;
    size_t k = i + count, ignored;
    bool alone =
        ends(c, k) || class_at(c, k) > 0 || number_at(c, k) > 0 || is_row(c, k, SUBJECT, &ignored);
    return alone ? count : 0;
}

/* `Tổ` before a subject or a number. */
static size_t group_at(const cutting *c, size_t i)
{
    size_t count;
    if (!is_row(c, i, GROUP, &count) && !is_row(c, i, TEAM, &count))
        return 0;
    bool team = is_row(c, i, TEAM, &count); /* `Nhóm 1` is one for a task */
    size_t unit = team ? 0 : unit_at(c, i + count, true);
    bool number = unit > 0 && ends(c, i + count + unit);
    return number || subject_at(c, i + count) > 0 ? count : 0;
}

/* What stands at `i` goes on with the item's list: a further number, class or subject. */
static bool goes_on(const cutting *c, size_t i)
{
    const item *it = &c->item;
    role other;
    if (!it->any || it->name || role_at(c, i, &other))
        return false;
    size_t unit = unit_at(c, i, it->unit || it->class_), class_ = class_at(c, i);
    if (unit > 0 && ends(c, i + unit))
        return true;
    if (class_ > 0 && it->class_ && (ends(c, i + class_) || unit_at(c, i + class_, true) > 0))
        return true;
    if (it->grouped && group_at(c, i) > 0) /* TTCM tổ Toán, tổ Văn */
        return true;
    bool same = it->task > 0 && word(c, i)->kind == KHCT_WORD_LETTERS &&
                khct_str_eq(word(c, i)->folded, word(c, it->task)->folded);
    return same || (it->subject && subject_at(c, i) > 0); /* phụ trách phòng máy, phòng bộ môn */
}

/* `CSVC` of `PHT phụ trách chuyên môn, CSVC`: one more thing that the duty is about. */
static bool is_field(const cutting *c, size_t i)
{
    size_t count;
    role other;
    return is_row(c, i, FIELD, &count) && ends(c, i + count) && !role_at(c, i, &other);
}

/* --- tokens --- */

static token *put(cutting *c, int kind, size_t from, size_t to)
{
    khct_push(c->p->reader->arena, &c->p->tokens) =
        (token){.kind = kind, .from = from, .to = to, .role = KHCT_NONE};
    return &c->p->tokens.at[c->p->tokens.n - 1];
}

static size_t separate(cutting *c, size_t from, size_t to)
{
    put(c, KHCT_P_SEP, from, to);
    if (c->item.any)
        c->alone = c->item.name && !c->item.role;
    c->item = (item){0};
    return to;
}

static size_t put_role(cutting *c, size_t i, const role *r)
{
    token *t = put(c, KHCT_P_ROLE, i, r->to);
    t->role = r->number;
    t->role_from = r->from;
    c->item.any = c->item.role = true;
    c->item.office = r->office;
    c->item.head_end = r->to;
    return r->to;
}

static size_t put_name(cutting *c, size_t i, size_t from, size_t to)
{
    token *t = put(c, KHCT_P_NAME, i, to);
    t->name_from = from;
    t->name_to = to;
    c->item.any = c->item.name = true;
    c->item.honoured = from > i;
    c->item.head_end = to;
    return to;
}

/* The role whose name the words are, as the library or the plan has it. */
static uint32_t role_named(const cutting *c, const char *name)
{
    khct_words words = khct_words_of(c->p->reader->arena, khct_str_of(name), KHCT_NOWHERE);
    size_t count;
    bool office;
    return khct_role_at(c->p->names, &words, 0, &count, &office);
}

static size_t put_group(cutting *c, size_t i, size_t count)
{
    size_t same;
    bool team = is_row(c, i, TEAM, &same);
    token *t = put(c, KHCT_P_GROUP, i, i + count);
    t->role = role_named(c, team ? "nhóm chuyên môn" : "tổ chuyên môn");
    t->role_from = i;
    c->item.any = c->item.role = true;
    c->item.head_end = i + count;
    return i + count;
}

/* After a whole bracket, or 0 where it has no end. */
static size_t behind_bracket(const cutting *c, size_t i)
{
    size_t depth = 0;
    for (; i < c->words->n; i++) {
        depth += khct_word_is_sign(word(c, i), '(');
        depth -= khct_word_is_sign(word(c, i), ')');
        if (depth == 0)
            return i + 1;
    }
    return 0;
}

/* `(`: a name after an office, an office after a name, what the person does, or words. */
static size_t take_bracket(cutting *c, size_t i)
{
    size_t end = c->open ? 0 : behind_bracket(c, i), from, to, count;
    role r;
    if (end == 0) {
        c->open = true;
        put(c, KHCT_P_WORD, i, i + 1);
        c->item.any = true;
        return i + 1;
    }
    bool one = is_syllable(word(c, i + 1)) && i + 3 == end;
    if (c->item.office && !c->item.name && (name_at(c, i + 1, &from, &to) || one) &&
        (one || to + 1 == end)) {
        put(c, KHCT_P_OF, i, i + 1);
        put_name(c, i + 1, one ? i + 1 : from, end - 1);
        c->p->tokens.at[c->p->tokens.n - 1].to = end;
        return end;
    }
    if (c->item.name && !c->item.role && role_at(c, i + 1, &r) && r.to < end) {
        put(c, KHCT_P_OF, i, i + 1);
        c->close = end - 1;
        return put_role(c, i + 1, &r);
    }
    bool duty = c->item.role && is_duty(c, i + 1, &count);
    put(c, duty ? KHCT_P_DUTY : KHCT_P_BRACKET, i, end);
    c->item.any = true;
    return end;
}

/* `Các đ/c:` */
static size_t behind_honour(const cutting *c, size_t i)
{
    size_t k = i, count;
    while (is_row(c, k, LEAD, &count) || is_row(c, k, HONOR, &count))
        k += count;
    return k > i && khct_word_is_sign(word(c, k), ':') ? k + 1 : i;
}

/* `Chủ trì:` before people, or without the colon before a role or a name: says what they do. */
static size_t behind_label(const cutting *c, size_t i)
{
    size_t count, from, to;
    role r;
    uint32_t row = row_at(c, i, &count);
    if (row == LEAD || row == HONOR)
        return behind_honour(c, i);
    if (row != LABEL && row != DUTY && row != WITH && row != TITLE)
        return i;
    bool dash = khct_word_is_sign(word(c, i + count), '-') && word(c, i + count)->spaced;
    if (khct_word_is_sign(word(c, i + count), ':'))
        return i + count + 1;
    if (row == TITLE)
        return i;
    count += dash; /* Chủ trì - Hiệu trưởng */
    return role_at(c, i + count, &r) || name_at(c, i + count, &from, &to) ? i + count : i;
}

/* The first words of an item. */
static size_t take_head(cutting *c, size_t i)
{
    size_t label = behind_label(c, i), join = joins(c, i), from, to, group;
    role r;
    if (label > i)
        return label;
    if (join > 0)
        return i + join;
    if (role_at(c, i, &r))
        return put_role(c, i, &r);
    if ((group = group_at(c, i)) > 0)
        return put_group(c, i, group);
    if (name_at(c, i, &from, &to))
        return put_name(c, i, from, to);
    return i;
}

static size_t take_word(cutting *c, size_t i)
{
    item *it = &c->item;
    bool behind = it->unit || it->class_ || (it->role && it->head_end == i);
    size_t count, unit = unit_at(c, i, behind), class_ = class_at(c, i);
    size_t subject = it->role ? subject_at(c, i) : 0;
    bool duty = is_duty(c, i, &count) && !it->denied;
    int kind = unit > 0      ? KHCT_P_UNIT
               : class_ > 0  ? KHCT_P_CLASS
               : subject > 0 ? KHCT_P_SUBJECT
               : duty        ? KHCT_P_DUTY
                             : KHCT_P_WORD;
    size_t row;
    bool plain = row_at(c, i, &row) == PLAIN; /* được phân công */
    size_t n = unit > 0      ? unit
               : class_ > 0  ? class_
               : subject > 0 ? subject
               : duty        ? count
               : plain       ? row
                             : 1;
    put(c, kind, i, i + n);
    it->any = true;
    it->denied |= is_row(c, i, DENIED, &count);
    it->unit |= unit > 0;
    it->class_ |= class_ > 0;
    it->subject |= subject > 0;
    it->duty |= duty;
    it->grouped |= it->role && is_row(c, i, GROUP, &count);
    if (duty && it->task == 0)
        it->task = i + n;
    return i + n;
}

/* A name after an office, or an office after a name, `gap` words on: one person. */
static size_t take_other_half(cutting *c, size_t i, size_t gap, bool comma)
{
    item *it = &c->item;
    size_t from, to, ignored_from, ignored_to;
    role r;
    bool of_class = khct_word_is_sign(word(c, i), ':') && (it->unit || it->class_);
    if (it->office && !it->name && (it->head_end == i || of_class) && !comma &&
        name_at(c, i + gap, &from, &to)) { /* HT: bà Bình; GVCN 9A: cô Lan */
        put(c, KHCT_P_OF, i, i + gap);
        return put_name(c, i + gap, from, to);
    }
    if (!it->name || it->role || it->holder || !role_at(c, i + gap, &r) || !r.office ||
        r.from > i + gap)
        return i;
    /* `Nguyễn Văn An, Hiệu trưởng, …` may be two people; `Ông …` is one */
    bool listed = comma && c->alone && !it->honoured; /* Lê Thị Hoa, Phạm Văn Tú, GVCN */
    bool sure =
        !comma || it->honoured || r.to >= c->words->tail || khct_word_is_sign(word(c, r.to), ';') ||
        word(c, r.to)->paragraph ||
        (khct_word_is_sign(word(c, r.to), ',') && name_at(c, r.to + 1, &ignored_from, &ignored_to));
    if (!sure || listed)
        return i;
    put(c, KHCT_P_OF, i, i + gap);
    return put_role(c, i + gap, &r);
}

/* `Phụ trách thư viện: cô Lan`: what a person does before the person. */
static size_t take_holder(cutting *c, size_t i)
{
    const item *it = &c->item;
    size_t from, to;
    role r;
    bool class_ = it->unit || it->class_; /* GVCN 9A: cô Lan, 9B: cô Mai */
    if (!(it->duty || class_) || it->role || it->name)
        return i;
    bool name = name_at(c, i + 1, &from, &to);
    if (!name && (class_ || !role_at(c, i + 1, &r)))
        return i;
    c->item.holder = true;
    put(c, KHCT_P_OF, i, i + 1);
    return name ? put_name(c, i + 1, from, to) : put_role(c, i + 1, &r);
}

/* `,` `;` `+` `:` and list marks. */
static size_t take_divider(cutting *c, size_t i)
{
    size_t count, other;
    role r;
    bool colon = khct_word_is_sign(word(c, i), ':'), comma = khct_word_is_sign(word(c, i), ',');
    bool duty = is_duty(c, i + 1, &count) && !role_at(c, i + 1, &r);
    if (colon && c->item.role && duty) { /* HT: chỉ đạo chung */
        c->item.duty = true;
        return i + 1;
    }
    bool field = c->item.task > 0 && is_field(c, i + 1);
    bool whose = c->item.role || (field && c->item.name);
    if (comma && c->item.duty && whose && (duty || field)) { /* HT: chỉ đạo, giám sát */
        put(c, KHCT_P_AND, i, i + 1);
        return i + 1;
    }
    if (colon && (other = take_holder(c, i)) > i)
        return other;
    if ((colon || comma) && (other = take_other_half(c, i, 1, comma)) > i)
        return other;
    size_t class_ = colon ? class_at(c, i + 1) : 0;
    size_t unit = colon ? unit_at(c, i + 1 + class_, true) : 0;
    bool of_head = colon && c->item.role && !c->item.name && /* TTCM các tổ: Toán, Văn */
                   (subject_at(c, i + 1) > 0 || (unit > 0 && ends(c, i + 1 + class_ + unit)));
    if (of_head || (!colon && goes_on(c, i + 1))) {
        put(c, KHCT_P_AND, i, i + 1);
        return i + 1;
    }
    return separate(c, i, i + 1);
}

/* A dash inside one abbreviation. */
static bool is_abbreviated(const cutting *c, size_t i)
{
    const khct_word *before = word(c, i - 1), *next = word(c, i + 1);
    return i > 0 && !word(c, i)->spaced && !next->spaced && is_capitals(before->text) &&
           is_capitals(next->text);
}

/* `Đào tạo` of `Tổ Giáo vụ - Đào tạo`: the name of the body before it goes on. */
static bool goes_on_as_body(const cutting *c, size_t i)
{
    const token *last = &c->p->tokens.at[c->p->tokens.n - 1];
    size_t count;
    uint32_t first = last->kind == KHCT_P_ROLE ? row_at(c, last->role_from, &count) : KHCT_NONE;
    return (first == GROUP || first == BODY) && is_field(c, i);
}

/* `-`, `và`, …: divides beside a role, a name or a group, joins what a head is the head of, and
 * else is a word. */
static size_t take_join(cutting *c, size_t i, size_t count)
{
    item *it = &c->item;
    size_t next = i + count, other, from, to;
    role r;
    bool dash = khct_word_is_sign(word(c, i), '-'), stop = khct_word_is_sign(word(c, i), '.');
    if (dash && (other = take_other_half(c, i, 1, false)) > i)
        return other;
    if (!stop && goes_on(c, next)) {
        put(c, KHCT_P_AND, i, next);
        return next;
    }
    bool beside = (it->role || it->name) && it->head_end == i;
    size_t duty;
    if (dash && beside && is_duty(c, next, &duty) && !role_at(c, next, &r)) { /* HT - chỉ đạo */
        it->duty = true;
        return next;
    }
    bool known = role_at(c, next, &r);
    bool pair = dash && known && it->task > 0 && role_at(c, it->task, &r) && r.to == i;
    bool short_ = dash && is_abbreviated(c, i) && !(beside && known);
    if (pair || short_) { /* phụ trách Đoàn - Đội; HĐ TĐ-KT, PHT-CSVC */
        put(c, KHCT_P_WORD, i, next);
        return next;
    }
    bool name = it->name && name_at(c, next, &from, &to);
    if (dash && beside && goes_on_as_body(c, next)) {
        put(c, KHCT_P_WORD, i, next);
        return next;
    }
    if (it->role && beside)
        return separate(c, i, next);
    if (!stop && (role_at(c, next, &r) || name || group_at(c, next) > 0))
        return separate(c, i, next);
    put(c, KHCT_P_WORD, i, next);
    return next;
}

/* `Cán bộ TV`, `Nhân viên YT`: the one who has that post, not two. */
static bool holds_post(const cutting *c, size_t i, const role *post)
{
    static const char *const HOLDERS[] = {"cán bộ", "nhân viên", "viên chức"};
    const token *last = &c->p->tokens.at[c->p->tokens.n - 1];
    bool holder = false, post_is_one = post->number == role_named(c, "giáo viên");
    for (size_t k = 0; k < sizeof HOLDERS / sizeof *HOLDERS; k++) {
        holder |= last->kind == KHCT_P_ROLE && last->role == role_named(c, HOLDERS[k]);
        post_is_one |= post->number == role_named(c, HOLDERS[k]);
    }
    return holder && !post_is_one && post->from == i && is_capitals(word(c, i)->text);
}

static size_t take(cutting *c, size_t i)
{
    item *it = &c->item;
    size_t join = joins(c, i), other;
    role r;
    if (i == c->close) {
        c->close = SIZE_MAX;
        c->p->tokens.at[c->p->tokens.n - 1].to = i + 1;
        return i + 1;
    }
    bool begins = word(c, i)->first || !it->any;
    size_t mark = begins ? numbers_item(c, i) : 0;
    if ((word(c, i)->paragraph || mark > 0) && it->any)
        separate(c, i, i);
    if (mark > 0)
        return i + mark;
    if (divides(c, i))
        return take_divider(c, i);
    if (!it->any && (other = take_head(c, i)) > i)
        return other;
    if (khct_word_is_sign(word(c, i), '('))
        return take_bracket(c, i);
    if (join > 0)
        return take_join(c, i, join);
    if (it->any && it->head_end == i) {
        bool beside = it->role && !it->name && role_at(c, i, &r);
        size_t group;
        bool of_group = it->office && is_row(c, i, GROUP, &group); /* Tổ trưởng tổ nữ công */
        if (beside && holds_post(c, i, &r)) {
            token *last = &c->p->tokens.at[c->p->tokens.n - 1];
            last->role = r.number;
            last->to = it->head_end = r.to;
            return r.to;
        }
        if (beside && !of_group && (r.from == i || !it->office)) { /* side by side: two people */
            separate(c, i, i);
            return put_role(c, i, &r);
        }
        if ((other = take_other_half(c, i, 0, false)) > i)
            return other;
    }
    size_t count;
    if (it->role && is_row(c, i, WITH, &count) && role_at(c, i + count, &r))
        return separate(c, i, i + count);
    return take_word(c, i);
}

/* Nothing but `như trên`, `nt` or quotation marks. */
static bool is_ditto(const cutting *c)
{
    bool found = false;
    for (size_t i = 0; i < c->words->n; i++) {
        const khct_word *w = word(c, i);
        size_t count;
        bool quote = khct_word_is_sign(w, '"') || khct_word_is_sign(w, 0x201C) ||
                     khct_word_is_sign(w, 0x201D) || khct_word_is_sign(w, 0x2033) ||
                     khct_word_is_sign(w, 0x3003) || khct_word_is_sign(w, '\'') ||
                     (khct_word_is_sign(w, '/') && khct_word_is_sign(word(c, i + 1), '/')) ||
                     (i > 0 && khct_word_is_sign(w, '/') && khct_word_is_sign(w - 1, '/'));
        bool ditto = is_row(c, i, DITTO, &count);
        if (ditto)
            i += count - 1;
        else if (!quote && !has_flag(c, i, SAME) && !khct_word_is_sign(w, '-') &&
                 !khct_word_is_sign(w, '.') && !khct_word_is_sign(w, '(') &&
                 !khct_word_is_sign(w, ')'))
            return false;
        found |= quote || w->kind == KHCT_WORD_LETTERS;
    }
    return found;
}

void khct_people_cut(khct_people_parsing *p)
{
    cutting c = {.p = p, .words = &p->words, .close = SIZE_MAX};
    if (is_ditto(&c)) {
        put(&c, KHCT_P_DITTO, 0, p->words.n);
        return;
    }
    for (size_t i = 0; i < p->words.tail;)
        i = take(&c, i);
}
