#include "value/money.h"

#include "value/lexicon.h"
#include "value/text.h"

#include <stdio.h>

typedef enum unit {
    UNIT_THOUSAND,
    UNIT_MILLION,
    UNIT_BILLION,
    UNIT_DONG,
    WORD_ABOUT,   /* khoảng */
    WORD_LEAD,    /* kinh phí, từ nguồn: says nothing more */
    WORD_AND,     /* và */
    WORD_TO,      /* đến */
    WORD_NOTHING, /* không */
    WORD_SOURCE,  /* WORD_SOURCE + khct_source_kind */
} unit;

static const struct {
    const char *key, *name;
} sources[] = {
    [KHCT_SOURCE_BUDGET] = {"ngansach", "ngân sách"},
    [KHCT_SOURCE_SOCIAL] = {"xahoihoa", "xã hội hóa"},
    [KHCT_SOURCE_SELF] = {"tutuc", "tự túc"},
    [KHCT_SOURCE_SPONSOR] = {"taitro", "tài trợ"},
    [KHCT_SOURCE_AGREED] = {"thoathuan", "thỏa thuận"},
    [KHCT_SOURCE_PARENTS] = {"donggop", "đóng góp của cha mẹ học sinh"},
    [KHCT_SOURCE_FEES] = {"hocphi", "học phí"},
    [KHCT_SOURCE_FUND] = {"quy", "quỹ"},
    [KHCT_SOURCE_SCHOOL] = {"nhatruong", "kinh phí của nhà trường"},
    [KHCT_SOURCE_OTHER] = {"khac", "nguồn thu hợp pháp khác"},
    [KHCT_SOURCE_NONE] = {"", ""},
};

#define FROM(source) (WORD_SOURCE + KHCT_SOURCE_##source)

static const khct_phrase phrases[] = {
    {"nghìn", UNIT_THOUSAND},
    {"ngàn", UNIT_THOUSAND},
    {"triệu", UNIT_MILLION},
    {"tr", UNIT_MILLION},
    {"tỷ", UNIT_BILLION},
    {"đồng", UNIT_DONG},
    {"đồng chẵn", UNIT_DONG},
    {"đồng Việt Nam", UNIT_DONG},
    {"đ", UNIT_DONG},
    {"VNĐ", UNIT_DONG},
    {"VND", UNIT_DONG},
    {"khoảng", WORD_ABOUT},
    {"dự kiến", WORD_ABOUT},
    {"dự kiến khoảng", WORD_ABOUT},
    {"ước tính", WORD_ABOUT},
    {"ước khoảng", WORD_ABOUT},
    {"tối đa", WORD_ABOUT},
    {"tối thiểu", WORD_ABOUT},
    {"trên", WORD_ABOUT},
    {"hơn", WORD_ABOUT},
    {"gần", WORD_ABOUT},
    {"từ", WORD_LEAD},
    {"từ nguồn", WORD_LEAD},
    {"từ các nguồn", WORD_LEAD},
    {"nguồn", WORD_LEAD},
    {"các nguồn", WORD_LEAD},
    {"nguồn kinh phí", WORD_LEAD},
    {"nguồn vốn", WORD_LEAD},
    {"vốn", WORD_LEAD},
    {"kinh phí", WORD_LEAD},
    {"kinh phí từ", WORD_LEAD},
    {"kinh phí từ nguồn", WORD_LEAD},
    {"kinh phí dự kiến", WORD_ABOUT},
    {"dự kiến kinh phí", WORD_ABOUT},
    {"kinh phí thực hiện", WORD_LEAD},
    {"trích từ", WORD_LEAD},
    {"trích từ nguồn", WORD_LEAD},
    {"bằng nguồn", WORD_LEAD},
    {"sử dụng", WORD_LEAD},
    {"sử dụng nguồn", WORD_LEAD},
    {"số tiền", WORD_LEAD},
    {"tổng", WORD_LEAD},
    {"tổng kinh phí", WORD_LEAD},
    {"tổng số tiền", WORD_LEAD},
    {"thu", WORD_LEAD},
    {"thu theo", WORD_LEAD},
    {"theo", WORD_LEAD},
    {"các", WORD_LEAD},
    {"là", WORD_LEAD},
    {"vận động", WORD_LEAD},
    {"huy động", WORD_LEAD},
    {"chi", WORD_LEAD},
    {"của", WORD_LEAD},
    {"và", WORD_AND},
    {"cùng", WORD_AND},
    {"đến", WORD_TO},
    {"không", WORD_NOTHING},
    {"không có", WORD_NOTHING},
    {"không cần", WORD_NOTHING},
    {"không mất", WORD_NOTHING},
    {"không kinh phí", WORD_NOTHING},
    {"không có kinh phí", WORD_NOTHING},
    {"không cần kinh phí", WORD_NOTHING},
    {"không sử dụng kinh phí", WORD_NOTHING},
    {"không phát sinh", WORD_NOTHING},
    {"không phát sinh kinh phí", WORD_NOTHING},
    {"ngân sách", FROM(BUDGET)},
    {"ngân sách nhà nước", FROM(BUDGET)},
    {"ngân sách nhà nước cấp", FROM(BUDGET)},
    {"ngân sách địa phương", FROM(BUDGET)},
    {"ngân sách cấp", FROM(BUDGET)},
    {"ngân sách được cấp", FROM(BUDGET)},
    {"ngân sách của trường", FROM(BUDGET)},
    {"ngân sách của nhà trường", FROM(BUDGET)},
    {"ngân sách nhà trường", FROM(BUDGET)},
    {"ngân sách trường", FROM(BUDGET)},
    {"ngân sách tỉnh", FROM(BUDGET)},
    {"ngân sách thành phố", FROM(BUDGET)},
    {"ngân sách huyện", FROM(BUDGET)},
    {"ngân sách phường", FROM(BUDGET)},
    {"ngân sách xã", FROM(BUDGET)},
    {"ngân sách chi thường xuyên", FROM(BUDGET)},
    {"NSNN", FROM(BUDGET)},
    {"NS", FROM(BUDGET)},
    {"nhà nước", FROM(BUDGET)},
    {"nhà nước cấp", FROM(BUDGET)},
    {"chi thường xuyên", FROM(BUDGET)},
    {"kinh phí chi thường xuyên", FROM(BUDGET)},
    {"kinh phí thường xuyên", FROM(BUDGET)},
    {"kinh phí tự chủ", FROM(BUDGET)},
    {"kinh phí không tự chủ", FROM(BUDGET)},
    {"tự chủ", FROM(BUDGET)},
    {"đầu tư công", FROM(BUDGET)},
    {"xã hội hóa", FROM(SOCIAL)},
    {"xã hội hóa giáo dục", FROM(SOCIAL)},
    {"công tác xã hội hóa", FROM(SOCIAL)},
    {"XHH", FROM(SOCIAL)},
    {"XHHGD", FROM(SOCIAL)},
    {"tự túc", FROM(SELF)},
    {"cá nhân tự túc", FROM(SELF)},
    {"cá nhân", FROM(SELF)},
    {"tài trợ", FROM(SPONSOR)},
    {"nhà tài trợ", FROM(SPONSOR)},
    {"các nhà tài trợ", FROM(SPONSOR)},
    {"vận động tài trợ", FROM(SPONSOR)},
    {"mạnh thường quân", FROM(SPONSOR)},
    {"các mạnh thường quân", FROM(SPONSOR)},
    {"nhà hảo tâm", FROM(SPONSOR)},
    {"các nhà hảo tâm", FROM(SPONSOR)},
    {"doanh nghiệp", FROM(SPONSOR)},
    {"thỏa thuận", FROM(AGREED)},
    {"thu thỏa thuận", FROM(AGREED)},
    {"thu theo thỏa thuận", FROM(AGREED)},
    {"thỏa thuận với phụ huynh", FROM(AGREED)},
    {"thỏa thuận với cha mẹ học sinh", FROM(AGREED)},
    {"dịch vụ", FROM(AGREED)},
    {"thu dịch vụ", FROM(AGREED)},
    {"đóng góp", FROM(PARENTS)},
    {"đóng góp của PHHS", FROM(PARENTS)},
    {"đóng góp của CMHS", FROM(PARENTS)},
    {"đóng góp của phụ huynh", FROM(PARENTS)},
    {"đóng góp của phụ huynh học sinh", FROM(PARENTS)},
    {"đóng góp của cha mẹ học sinh", FROM(PARENTS)},
    {"phụ huynh đóng góp", FROM(PARENTS)},
    {"cha mẹ học sinh đóng góp", FROM(PARENTS)},
    {"CMHS đóng góp", FROM(PARENTS)},
    {"PHHS đóng góp", FROM(PARENTS)},
    {"phụ huynh", FROM(PARENTS)},
    {"cha mẹ học sinh", FROM(PARENTS)},
    {"CMHS", FROM(PARENTS)},
    {"PHHS", FROM(PARENTS)},
    {"học phí", FROM(FEES)},
    {"nguồn học phí", FROM(FEES)},
    {"quỹ", FROM(FUND)},
    {"quỹ Đội", FROM(FUND)},
    {"quỹ hội", FROM(FUND)},
    {"quỹ lớp", FROM(FUND)},
    {"quỹ công đoàn", FROM(FUND)},
    {"quỹ phúc lợi", FROM(FUND)},
    {"quỹ khen thưởng", FROM(FUND)},
    {"quỹ khuyến học", FROM(FUND)},
    {"quỹ phát triển hoạt động sự nghiệp", FROM(FUND)},
    {"quỹ cha mẹ học sinh", FROM(FUND)},
    {"quỹ CMHS", FROM(FUND)},
    {"kinh phí nhà trường", FROM(SCHOOL)},
    {"kinh phí của nhà trường", FROM(SCHOOL)},
    {"kinh phí trường", FROM(SCHOOL)},
    {"kinh phí của trường", FROM(SCHOOL)},
    {"kinh phí hoạt động", FROM(SCHOOL)},
    {"kinh phí hoạt động của nhà trường", FROM(SCHOOL)},
    {"nhà trường", FROM(SCHOOL)},
    {"nguồn thu hợp pháp", FROM(OTHER)},
    {"nguồn thu hợp pháp khác", FROM(OTHER)},
    {"các nguồn thu hợp pháp", FROM(OTHER)},
    {"các nguồn thu hợp pháp khác", FROM(OTHER)},
    {"thu hợp pháp khác", FROM(OTHER)},
    {"nguồn hợp pháp khác", FROM(OTHER)},
    {"các nguồn hợp pháp khác", FROM(OTHER)},
    {"nguồn kinh phí hợp pháp khác", FROM(OTHER)},
    {"các nguồn kinh phí hợp pháp khác", FROM(OTHER)},
    {"kinh phí hợp pháp khác", FROM(OTHER)},
    {"nguồn thu khác", FROM(OTHER)},
    {"các nguồn thu khác", FROM(OTHER)},
    {"nguồn khác", FROM(OTHER)},
    {"các nguồn khác", FROM(OTHER)},
    {"kinh phí khác", FROM(OTHER)},
};

const khct_phrase *khct_money_phrases(size_t *count)
{
    *count = sizeof phrases / sizeof *phrases;
    return phrases;
}

const char *khct_source_key(khct_source_kind source)
{
    return sources[source].key;
}

const char *khct_source_name(khct_source_kind source)
{
    return sources[source].name;
}

khct_str khct_money_text(khct_arena *arena, int64_t amount)
{
    char digits[24], text[32];
    int n = snprintf(digits, sizeof digits, "%lld", (long long)amount);
    size_t length = 0;
    for (int i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0 && digits[i - 1] != '-')
            text[length++] = '.';
        text[length++] = digits[i];
    }
    return khct_str_copy(arena, (khct_str){text, length});
}

typedef struct reading {
    const khct_reader *reader;
    khct_words words;
    khct_money *money;
    bool too_large;
} reading;

/* The number in the table of the longest phrase at the cursor, or KHCT_NONE. */
static uint32_t word_at(const reading *r, size_t *count)
{
    return khct_phrase_at(&r->reader->lexicon->money, &r->words, r->words.next, count);
}

static bool take(reading *r, unit word)
{
    size_t count;
    if (word_at(r, &count) != (uint32_t)word)
        return false;
    r->words.next += count;
    return true;
}

/* A number as written: digits without separators, and how many of them are decimals. */
typedef struct figure {
    uint64_t digits;
    int decimals;
    bool grouped; /* thousands are set apart */
    bool overflow;
} figure;

enum { GROUPS = 16 };

/* Groups of digits with `.` or `,` between and no space. Returns their number; the sign before
 * group i in signs[i]. */
static size_t take_groups(khct_words *words, const khct_word *groups[GROUPS], int32_t signs[GROUPS])
{
    size_t n = 0;
    if (!khct_word_is_number(khct_peek(words)))
        return 0;
    groups[n++] = &words->at[words->next++];
    while (n < GROUPS) {
        const khct_word *sign = khct_peek(words), *next = khct_peek_at(words, 1);
        bool separator = khct_word_is_sign(sign, '.') || khct_word_is_sign(sign, ',');
        if (!separator || sign->spaced || !khct_word_is_number(next) || next->spaced)
            break;
        signs[n] = sign->sign;
        groups[n++] = next;
        words->next += 2;
    }
    return n;
}

/* True where the last group holds decimals: the only sign of its kind, and not a group of three
 * that Vietnamese writes behind a point (or behind a comma before plain đồng). */
static bool has_decimals(const khct_word *const groups[], const int32_t signs[], size_t n,
                         bool plain)
{
    if (n < 2)
        return false;
    if (n > 2)
        return signs[n - 1] != signs[n - 2];
    bool three = groups[1]->text.n == 3 && groups[0]->text.n <= 3;
    return !three || (signs[1] == ',' && !plain);
}

static bool read_figure(const khct_word *const groups[], const int32_t signs[], size_t n,
                        bool plain, figure *f)
{
    *f = (figure){0, 0, false, false};
    bool decimals = has_decimals(groups, signs, n, plain);
    for (size_t i = 0; i < n; i++) {
        bool last = decimals && i == n - 1;
        if (i > 0 && !last) {
            f->grouped = true;
            if (groups[i]->text.n != 3 || groups[0]->text.n > 3 || signs[i] != signs[1])
                return false;
        }
        if (last)
            f->decimals = (int)groups[i]->text.n;
        for (size_t k = 0; k < groups[i]->text.n; k++) {
            f->overflow |= f->digits > (uint64_t)KHCT_MONEY_LIMIT * 100;
            if (!f->overflow)
                f->digits = f->digits * 10 + (uint64_t)(groups[i]->text.p[k] - '0');
        }
    }
    return true;
}

/* digits * scale / 10^decimals in đồng; false where it is no whole number. */
static bool amount_of(const figure *f, int64_t scale, int64_t *amount, bool *too_large)
{
    uint64_t value = f->digits;
    int decimals = f->decimals;
    *amount = 0;
    if (f->overflow) {
        *too_large = true;
        return true;
    }
    while (decimals > 0 && scale % 10 == 0) {
        scale /= 10;
        decimals--;
    }
    for (; decimals > 0; decimals--) {
        if (value % 10 != 0)
            return false;
        value /= 10;
    }
    if (value > (uint64_t)(KHCT_MONEY_LIMIT / scale))
        *too_large = true;
    else
        *amount = (int64_t)value * scale;
    return true;
}

/* `tỷ`, `triệu`, `nghìn`: the factor; 1 where none stands there. */
static int64_t take_scale(reading *r)
{
    if (take(r, UNIT_BILLION))
        return 1000000000;
    if (take(r, UNIT_MILLION))
        return 1000000;
    return take(r, UNIT_THOUSAND) ? 1000 : 1;
}

/* `12,5 triệu`, `1 tỷ 200 triệu đồng`, `12.500.000`; false, cursor unmoved, for a bare number. */
static bool take_amount(reading *r, int64_t *amount)
{
    size_t start = r->words.next;
    const khct_word *groups[GROUPS];
    int32_t signs[GROUPS];
    int64_t smallest = INT64_MAX;
    bool any = false, currency = false;
    *amount = 0;
    for (;;) {
        size_t before = r->words.next;
        size_t n = take_groups(&r->words, groups, signs);
        figure f;
        int64_t part, scale = take_scale(r);
        currency = take(r, UNIT_DONG);
        bool plain = scale == 1;
        bool named = !plain || currency || (n > 1 && !has_decimals(groups, signs, n, true));
        if (n == 0 || !named || scale >= smallest || !read_figure(groups, signs, n, plain, &f) ||
            !amount_of(&f, scale, &part, &r->too_large)) {
            r->words.next = any ? before : start;
            return any;
        }
        any = true;
        *amount += part;
        smallest = scale;
        r->too_large |= *amount > KHCT_MONEY_LIMIT;
        if (currency || plain)
            return true;
    }
}

static void skip_lead(reading *r, bool *about)
{
    for (;;) {
        if (take(r, WORD_ABOUT))
            *about = true;
        else if (!take(r, WORD_LEAD))
            return;
        khct_take_sign(&r->words, ':');
    }
}

static khct_source_kind take_source(reading *r)
{
    size_t count;
    uint32_t word = khct_phrase_at(&r->reader->lexicon->money, &r->words, r->words.next, &count);
    if (word == KHCT_NONE || word < WORD_SOURCE)
        return KHCT_SOURCE_NONE;
    r->words.next += count;
    return (khct_source_kind)(word - WORD_SOURCE);
}

/* The `5` of `5 - 7 triệu`, which shares the unit of what follows; the cursor then stands at the
 * `7`. False, cursor unmoved, where there is no such range. */
static bool take_low(reading *r, int64_t *low)
{
    size_t start = r->words.next;
    const khct_word *groups[GROUPS], *ignored[GROUPS];
    int32_t signs[GROUPS], ignored_signs[GROUPS];
    size_t n = take_groups(&r->words, groups, signs);
    if (n > 0 && (khct_take_sign(&r->words, '-') || take(r, WORD_TO))) {
        size_t second = r->words.next;
        size_t m = take_groups(&r->words, ignored, ignored_signs);
        int64_t scale = take_scale(r);
        bool named = scale > 1 || take(r, UNIT_DONG), unused = false;
        figure f;
        r->words.next = second;
        if (m > 0 && named && read_figure(groups, signs, n, scale == 1, &f) &&
            amount_of(&f, scale, low, &unused))
            return true;
    }
    r->words.next = start;
    return false;
}

static bool take_part_amount(reading *r, khct_money_part *part)
{
    int64_t low = 0;
    bool range = take_low(r, &low);
    if (!take_amount(r, &part->amount))
        return false;
    part->has_amount = true;
    part->low = range ? low : part->amount;
    size_t start = r->words.next;
    if (!range && !khct_peek(&r->words)->first &&
        (khct_take_sign(&r->words, '-') || take(r, WORD_TO))) {
        range = take_amount(r, &part->amount);
        if (!range)
            r->words.next = start;
    }
    if (part->low > part->amount) { /* `7 - 5 triệu` */
        int64_t upper = part->low;
        part->low = part->amount;
        part->amount = upper;
    }
    part->about |= range;
    return true;
}

/* `/học sinh/tháng` behind an amount. */
static bool take_rate(reading *r)
{
    khct_words *w = &r->words;
    if (!khct_word_is_sign(khct_peek(w), '/') || khct_peek_at(w, 1)->kind == KHCT_WORD_SIGN ||
        khct_peek_at(w, 1)->kind == KHCT_WORD_END)
        return false;
    size_t count;
    w->next++;
    while (khct_peek(w)->kind == KHCT_WORD_LETTERS || khct_peek(w)->kind == KHCT_WORD_NUMBER ||
           khct_word_is_sign(khct_peek(w), '/')) {
        if (khct_phrase_at(&r->reader->lexicon->money, w, w->next, &count) != KHCT_NONE)
            break;
        w->next++;
    }
    return true;
}

/* An amount, a source, or one with the other. */
static bool take_part(reading *r)
{
    size_t start = r->words.next;
    khct_money_part part = {.source = KHCT_SOURCE_NONE};
    skip_lead(r, &part.about);
    size_t first = part.about ? start : r->words.next;
    part.source = take_source(r);
    size_t end = r->words.next;
    if (part.source != KHCT_SOURCE_NONE) {
        if (!khct_take_sign(&r->words, ':') && !khct_take_sign(&r->words, '('))
            khct_take_sign(&r->words, '-');
        skip_lead(r, &part.about);
        if (!take_part_amount(r, &part))
            r->words.next = end;
    } else if (!take_part_amount(r, &part)) {
        r->words.next = start;
        return false;
    }
    if (part.has_amount)
        part.rate = take_rate(r);
    end = r->words.next;
    if (part.source == KHCT_SOURCE_NONE) {
        bool unused;
        khct_take_sign(&r->words, '(');
        skip_lead(r, &unused);
        part.source = take_source(r);
        if (part.source == KHCT_SOURCE_NONE)
            r->words.next = end;
    }
    part.span = khct_words_span(&r->words, first, r->words.next);
    khct_push(r->reader->arena, &r->money->parts) = part;
    return true;
}

static void skip_joints(reading *r)
{
    static const int32_t signs[] = {',', '+', ';', '&', '.', ':', '(', ')', '-', '/', '*'};
    bool more = true;
    while (more) {
        more = take(r, WORD_AND);
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            more |= khct_take_sign(&r->words, signs[i]);
    }
}

/* True where an amount, a source or the next item of a list may begin. */
static bool may_begin(const reading *r)
{
    const khct_word *word = khct_peek(&r->words);
    size_t count;
    uint32_t phrase = word_at(r, &count);
    return word->kind == KHCT_WORD_END || word->kind == KHCT_WORD_NUMBER ||
           khct_word_is_sign(word, ',') || khct_word_is_sign(word, ';') ||
           khct_word_is_sign(word, '+') || (phrase != KHCT_NONE && phrase >= WORD_SOURCE);
}

/* Steps over words that say nothing of money. The first of them are kept for the note. */
static void skip_unknown(reading *r)
{
    const khct_word *groups[GROUPS];
    int32_t signs[GROUPS];
    size_t start = r->words.next;
    if (take_groups(&r->words, groups, signs) == 0)
        r->words.next++;
    while (!may_begin(r))
        r->words.next++;
    if (r->money->rest.begin == r->money->rest.end)
        r->money->rest = khct_words_span(&r->words, start, r->words.next);
}

static void sum_up(reading *r)
{
    khct_money *money = r->money;
    for (size_t i = 0; i < money->parts.n; i++) {
        const khct_money_part *part = &money->parts.at[i];
        if (part->source != KHCT_SOURCE_NONE)
            money->sources |= 1u << part->source;
        if (!part->has_amount || part->rate)
            continue;
        money->has_total = true;
        if (part->amount > KHCT_MONEY_LIMIT - money->total)
            r->too_large = true;
        else
            money->total += part->amount;
    }
    if (r->too_large)
        money->has_total = false;
}

/* Says what is wrong or not understood. */
static void say_all(const reading *r)
{
    const khct_money *money = r->money;
    const khct_reader *reader = r->reader;
    bool unread = !money->understood || money->rest.end > money->rest.begin;
    bool both = money->nothing && money->parts.n > 0;
    if (r->too_large) {
        khct_str limit = khct_money_text(reader->arena, KHCT_MONEY_LIMIT);
        khct_say(reader, KHCT_KH5005, money->span, KHCT_MSG(MONEY_LARGE, money->words, limit));
    } else if (!money->understood) {
        khct_say_hint(
            reader,
            khct_say(reader, KHCT_KH5004, money->span, KHCT_MSG(MONEY_UNKNOWN, money->words)),
            KHCT_MSG0(MONEY_HINT));
    } else if (unread) {
        khct_str rest = khct_read_name(reader, money->rest, false, NULL);
        khct_say_hint(reader,
                      khct_say(reader, KHCT_KH5004, money->rest, KHCT_MSG(MONEY_REST, rest)),
                      KHCT_MSG0(MONEY_HINT));
    }
    if (both)
        khct_say_hint(
            reader,
            khct_say(reader, KHCT_KH5006, money->span, KHCT_MSG(MONEY_NOTHING, money->words)),
            KHCT_MSG0(MONEY_NOTHING_HINT));
}

/* `không` on its own between signs or line ends; also a lone 0. */
static bool take_nothing(reading *r)
{
    khct_words *w = &r->words;
    const khct_word *word = khct_peek(w);
    size_t start = w->next;
    if (khct_word_is_number(word) && word->number == 0 && w->n == 1) {
        w->next++;
        return true;
    }
    bool alone = start == 0 || word->first || w->at[start - 1].kind == KHCT_WORD_SIGN;
    if (!alone || !take(r, WORD_NOTHING))
        return false;
    const khct_word *after = khct_peek(w);
    if (after->kind == KHCT_WORD_END || after->kind == KHCT_WORD_SIGN || after->first)
        return true;
    w->next = start;
    return false;
}

khct_money khct_read_money(const khct_reader *reader, khct_span span)
{
    khct_money money = {.span = span, .rest = {span.source, span.end, span.end}};
    money.words = khct_read_name(reader, span, false, &money.stated);
    if (money.stated || money.words.n == 0)
        return money;
    reading r = {.reader = reader, .words = khct_read_words(reader, span), .money = &money};
    skip_joints(&r);
    while (khct_peek(&r.words)->kind != KHCT_WORD_END) {
        if (take_nothing(&r))
            money.nothing = true;
        else if (!take_part(&r))
            skip_unknown(&r);
        skip_joints(&r);
    }
    money.understood = money.nothing || money.parts.n > 0;
    sum_up(&r);
    say_all(&r);
    return money;
}

khct_money_sum khct_money_total(const khct_money *money)
{
    khct_money_sum sum = {0, 0, 0};
    for (size_t i = 0; money != NULL && i < money->parts.n; i++) {
        const khct_money_part *part = &money->parts.at[i];
        bool counts = part->has_amount && !part->rate && money->has_total;
        sum.amount += counts ? part->amount : 0;
        sum.counted += counts;
        sum.left_out += part->has_amount && !counts;
    }
    return sum;
}

/* The source of amounts that name none: the only one that the statement names. */
static khct_source_kind common_source(const khct_money *money)
{
    for (size_t i = 0; i < money->parts.n; i++)
        if (money->parts.at[i].has_amount && money->parts.at[i].source != KHCT_SOURCE_NONE)
            return KHCT_SOURCE_NONE;
    for (khct_source_kind k = 0; k < KHCT_SOURCE_NONE; k++)
        if (money->sources == 1u << k)
            return k;
    return KHCT_SOURCE_NONE;
}

khct_money_sum khct_money_from(const khct_money *money, khct_source_kind source)
{
    khct_money_sum sum = {0, 0, 0};
    khct_source_kind common = money == NULL ? KHCT_SOURCE_NONE : common_source(money);
    for (size_t i = 0; money != NULL && i < money->parts.n; i++) {
        const khct_money_part *part = &money->parts.at[i];
        khct_source_kind from = part->source != KHCT_SOURCE_NONE ? part->source : common;
        bool counts = part->has_amount && !part->rate && money->has_total;
        if (from != source)
            continue;
        sum.amount += counts ? part->amount : 0;
        sum.counted += counts;
        sum.left_out += part->has_amount && !counts;
    }
    return sum;
}

unsigned khct_find_sources(const khct_reader *reader, khct_span span)
{
    khct_reader quiet = *reader;
    quiet.diags = NULL;
    quiet.said = NULL;
    return khct_read_money(&quiet, span).sources;
}
