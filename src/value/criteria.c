#include "list_parser.h"

#include "text/fold.h"
#include "text/utf8.h"

khct_str khct_criterion_text(khct_arena *arena, khct_criterion_id id)
{
    char text[2 * KHCT_DIGITS], *end = text + sizeof text;
    char *begin = khct_digits(end, id.number);
    *--begin = '.';
    begin = khct_digits(begin, id.standard);
    return khct_str_copy(arena, (khct_str){begin, (size_t)(end - begin)});
}

int khct_criterion_cmp(khct_criterion_id a, khct_criterion_id b)
{
    return a.standard != b.standard ? (int)a.standard - (int)b.standard
                                    : (int)a.number - (int)b.number;
}

static bool small(const khct_word *word)
{
    return khct_word_is_number(word) && word->number <= UINT16_MAX;
}

/* True where a number, `sign` and a number stand at `ahead` with no space between. */
static bool pair_at(const khct_words *words, size_t ahead, int32_t sign)
{
    const khct_word *dot = khct_peek_at(words, ahead + 1), *b = khct_peek_at(words, ahead + 2);
    return small(khct_peek_at(words, ahead)) && khct_word_is_sign(dot, sign) && !dot->spaced &&
           small(b) && !b->spaced;
}

/* `1,7` stands for 1.7; `1,7.2` does not: there a list has lost a criterion. */
static bool comma_at(const khct_words *words)
{
    return pair_at(words, 0, ',') && !pair_at(words, 2, '.');
}

bool khct_is_small(const khct_words *words)
{
    return small(khct_peek(words));
}

bool khct_is_dotted(const khct_words *words)
{
    return pair_at(words, 0, '.');
}

bool khct_is_id(const khct_words *words)
{
    return khct_is_dotted(words) || comma_at(words);
}

static void say_comma(const khct_reader *reader, khct_criterion_id id, khct_span span)
{
    khct_str right = khct_criterion_text(reader->arena, id);
    khct_diag *diag = khct_say(reader, KHCT_KH1009, span, KHCT_MSG(LIST_COMMA, right));
    khct_say_fix(reader, diag, KHCT_SAFE, span, right);
}

bool khct_take_id(const khct_reader *reader, khct_words *words, khct_criterion_id *id,
                  khct_span *span)
{
    bool comma = comma_at(words);
    if (!comma && !pair_at(words, 0, '.'))
        return false;
    *id = (khct_criterion_id){(uint16_t)khct_peek(words)->number,
                              (uint16_t)khct_peek_at(words, 2)->number};
    words->next += 3;
    *span = khct_words_span(words, words->next - 3, words->next);
    if (comma)
        say_comma(reader, *id, *span);
    return true;
}

bool khct_take_criterion(const khct_reader *reader, khct_words *words, khct_criterion_id *id,
                         khct_span *span)
{
    if (!khct_take_id(reader, words, id, span))
        return false;
    const khct_word *sign = khct_peek(words);
    if (!sign->spaced || khct_word_is_sign(sign, ':'))
        if (!khct_take_sign(words, ':'))
            khct_take_sign(words, '.');
    return true;
}

void khct_criteria_add(const khct_reader *reader, khct_criteria *list, khct_criteria_item item)
{
    if (khct_criterion_cmp(item.to, item.from) < 0) {
        khct_say(reader, KHCT_KH1009, item.span,
                 KHCT_MSG(LIST_BACKWARDS, khct_criterion_text(reader->arena, item.from),
                          khct_criterion_text(reader->arena, item.to)));
        khct_criterion_id swapped = item.from;
        item.from = item.to;
        item.to = swapped;
        list->broken = true;
    }
    khct_push(reader->arena, &list->items) = item;
}

void khct_numbers_add(const khct_reader *reader, khct_numbers *list, khct_number_item item)
{
    if (item.to >= item.from) {
        khct_push(reader->arena, &list->items) = item;
        return;
    }
    khct_say(reader, KHCT_KH1009, item.span, KHCT_MSG(LIST_BACKWARDS, item.from, item.to));
    list->broken = true;
}

/* --- what the grammar of lists reports --- */

static bool *broken(khct_list_parsing *l)
{
    return l->numbers != NULL ? &l->numbers->broken : &l->levels->criteria.broken;
}

void khct_list_nonsense(khct_list_parsing *l, khct_span at)
{
    *broken(l) = true;
    khct_diag *diag = khct_say(l->reader, KHCT_KH1009, at, KHCT_MSG0(LIST));
    khct_diag_hint(diag, l->numbers != NULL ? KHCT_MSG0(NUMBERS_HINT) : KHCT_MSG0(LIST_HINT));
}

void khct_list_gap(khct_list_parsing *l)
{
    *broken(l) = true;
    khct_span at = l->words.at[l->from].span, gap = at;
    gap.end = gap.begin = l->words.at[l->from - 1].span.end;
    khct_diag *diag = khct_say(l->reader, KHCT_KH1009, at, KHCT_MSG0(LIST_GAP));
    khct_say_fix(l->reader, diag, KHCT_SAFE, gap, KHCT_STR(","));
}

void khct_list_no_level(khct_list_parsing *l)
{
    l->levels->broken = true;
    l->levels->level_span = l->words.at[0].span;
    khct_diag *diag =
        khct_say(l->reader, KHCT_KH1009, l->levels->level_span, KHCT_MSG0(LEVEL_MISSING));
    khct_diag_hint(diag, KHCT_MSG0(LEVEL_HINT));
}

/* --- the readers --- */

static khct_level_list read_levels(const khct_reader *reader, khct_span span, int kind)
{
    khct_level_list list = {.criteria = {.span = span}};
    khct_list_parsing l = {
        .reader = reader, .words = khct_read_words(reader, span), .kind = kind, .levels = &list};
    khct_list_yyparse(&l);
    list.broken |= list.criteria.broken;
    return list;
}

khct_level_list khct_read_level_list(const khct_reader *reader, khct_span span)
{
    return read_levels(reader, span, KHCT_L_LEVELS);
}

khct_criteria khct_read_criteria(const khct_reader *reader, khct_span span)
{
    return read_levels(reader, span, KHCT_L_CRITERIA).criteria;
}

khct_numbers khct_read_numbers(const khct_reader *reader, khct_span span)
{
    khct_numbers list = {.span = span};
    khct_list_parsing l = {.reader = reader,
                           .words = khct_read_words(reader, span),
                           .kind = KHCT_L_NUMBERS,
                           .numbers = &list};
    khct_list_yyparse(&l);
    return list;
}

bool khct_take_number(khct_words *words, uint32_t *number, khct_span *span)
{
    if (!small(khct_peek(words)) || pair_at(words, 0, '.') || comma_at(words))
        return false;
    *span = khct_peek(words)->span;
    *number = (uint32_t)khct_peek(words)->number;
    words->next++;
    khct_take_sign(words, ':');
    return true;
}

bool khct_take_level(const khct_reader *reader, khct_words *words, uint16_t *level, khct_span *span)
{
    size_t start = words->next;
    if (!khct_take_word(reader, words, KHCT_C_LEVEL))
        return false;
    if (!small(khct_peek(words)) || khct_peek(words)->number == 0 || pair_at(words, 0, '.')) {
        words->next = start;
        return false;
    }
    *level = (uint16_t)khct_peek(words)->number;
    words->next++;
    *span = khct_words_span(words, start, words->next);
    return true;
}

/* The words of a small phrase, folded at each look: an aim is read once a plan. */
static bool take_phrase(const khct_reader *reader, khct_words *words, const char *phrase)
{
    khct_str rest = khct_str_of(phrase);
    size_t at = words->next;
    while (rest.n > 0) {
        khct_str word = khct_fold(reader->arena, khct_str_cut(&rest, ' '));
        if (words->at[at].kind != KHCT_WORD_LETTERS || !khct_str_eq(words->at[at].folded, word))
            return false;
        at++;
    }
    words->next = at;
    return true;
}

/* The first of them that stands here. */
static bool take_any(const khct_reader *reader, khct_words *words, const char *const *phrases)
{
    for (size_t i = 0; phrases[i] != NULL; i++)
        if (take_phrase(reader, words, phrases[i]))
            return true;
    return false;
}

/* What the school aims at: `đạt`, `giữ vững`. */
static void skip_leads(const khct_reader *reader, khct_words *words)
{
    static const char *const LEADS[] = {"đạt",    "giữ vững",     "giữ",      "duy trì",
                                        "trường", "phấn đấu đạt", "phấn đấu", NULL};
    while (take_any(reader, words, LEADS)) {
    }
}

/* `mức 2`, `kiểm định chất lượng giáo dục mức 2`. */
static bool take_aimed_level(const khct_reader *reader, khct_words *words, khct_aim *aim)
{
    static const char *const NAMES[] = {"kiểm định chất lượng giáo dục", "kiểm định chất lượng",
                                        "KĐCLGD", "KĐCL", NULL};
    size_t start = words->next;
    skip_leads(reader, words);
    take_any(reader, words, NAMES);
    skip_leads(reader, words);
    if (khct_take_level(reader, words, &aim->level, &aim->level_span))
        return true;
    words->next = start;
    return false;
}

/* `trường đạt chuẩn quốc gia mức độ 1`; without a number it is the first degree. */
static bool take_degree(const khct_reader *reader, khct_words *words, uint16_t *degree)
{
    static const char *const NAMES[] = {"chuẩn quốc gia", "CQG", NULL};
    static const char *const DEGREES[] = {"mức độ", "mức", "MĐ", NULL};
    enum { HIGHEST = 2 };
    size_t start = words->next;
    skip_leads(reader, words);
    bool named = take_any(reader, words, NAMES);
    *degree = 1;
    if (named && take_any(reader, words, DEGREES)) {
        const khct_word *number = khct_peek(words);
        if (khct_word_is_number(number) && number->number >= 1 && number->number <= HIGHEST)
            *degree = (uint16_t)number->number;
        else if (take_phrase(reader, words, "II"))
            *degree = HIGHEST;
        else if (!take_phrase(reader, words, "I"))
            named = false;
        words->next += named && khct_word_is_number(number);
    }
    if (!named) {
        words->next = start;
        *degree = 0;
    }
    return named;
}

/* `den namhoc 2028-2029`, `vào năm 2029`, `năm học 2028-2029`. */
static bool take_by_when(const khct_reader *reader, khct_words *words, khct_period *year)
{
    static const char *const LEADS[] = {"đến",       "den", "vào",  "trong", "trước",
                                        "chậm nhất", "hết", "cuối", NULL};
    static const char *const YEARS[] = {"năm học", "năm", NULL};
    size_t start = words->next;
    while (take_any(reader, words, LEADS) || khct_take_word(reader, words, KHCT_C_TO)) {
    }
    if (khct_take_school_year(reader, words, year))
        return true;
    take_any(reader, words, YEARS);
    const khct_word *number = khct_peek(words);
    if (khct_word_is_number(number) && number->number >= KHCT_FIRST_YEAR &&
        number->number <= KHCT_LAST_YEAR) {
        *year = khct_calendar_years((int)number->number, (int)number->number);
        words->next++;
        return true;
    }
    words->next = start;
    return false;
}

khct_aim khct_read_aim(const khct_reader *reader, khct_span span)
{
    khct_words words = khct_read_words(reader, span);
    khct_aim aim = {.span = span, .words = khct_nfc(reader->arena, words.text)};
    aim.year = (khct_period){.kind = KHCT_PERIOD_NONE, .from = KHCT_NO_DATE, .to = KHCT_NO_DATE};
    aim.level_span = span;
    bool read = words.n == 0;
    for (bool more = true; more && !khct_at_end(&words);) {
        more = (aim.level == 0 && take_aimed_level(reader, &words, &aim)) ||
               (aim.degree == 0 && take_degree(reader, &words, &aim.degree));
        read = read || more;
        if (!more && read && aim.year.kind == KHCT_PERIOD_NONE)
            more = take_by_when(reader, &words, &aim.year);
        if (more && !khct_take_sign(&words, ','))
            khct_take_word(reader, &words, KHCT_C_AND);
    }
    if (read && khct_at_end(&words))
        return aim;
    khct_say_not_read(reader, read ? khct_words_rest(&words) : span, KHCT_MSG0(AIM_HINT));
    return aim;
}

khct_condition khct_read_condition(const khct_reader *reader, khct_span span)
{
    khct_words words = khct_read_words(reader, span);
    khct_condition condition = {0};
    khct_span at;
    if (khct_take_word(reader, &words, KHCT_C_ALL)) {
        condition.understood = condition.all = true;
        return condition;
    }
    condition.counted = khct_take_number(&words, &condition.count, &at);
    condition.understood =
        khct_take_level(reader, &words, &condition.level, &at) && khct_at_end(&words);
    return condition;
}
