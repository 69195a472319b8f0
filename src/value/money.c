#include "value/money.h"

#include "value/amounts.h"
#include "value/text.h"

#include <stdio.h>

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

static const char *const WORDS[KHCT_MONEY_WORDS] = {
    [KHCT_MONEY_WITHIN] = "longghep",
    [KHCT_MONEY_ESTIMATE] = "dutoan",
    [KHCT_MONEY_RULE] = "quydinh",
    [KHCT_MONEY_ACTUAL] = "thucte",
};

const char *khct_money_word_key(khct_money_word word)
{
    return WORDS[word];
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

khct_str khct_percent_text(khct_arena *arena, int share, char sign)
{
    char text[24];
    int n = snprintf(text, sizeof text, "%d%c%02d", share / 100, sign, share % 100);
    if (share % 10 == 0)
        n -= share % 100 == 0 ? 3 : 1;
    return khct_str_copy(arena, (khct_str){text, (size_t)n});
}

typedef struct reading {
    khct_tokens tokens;
    khct_money_nodes nodes;
    khct_money *money;
    khct_str rest; /* the words not understood, joined by a space */
    bool cut;      /* a bracket that is not understood stands before what comes next */
    bool changes;  /* what a bracket says that was left may change the others */
} reading;

/* --- tokens --- */

enum { GROUPS = 16 };

/* Groups of digits with `.` or `,` between and no space: their number, the sign before group i in
 * signs[i]; *used the words. */
static size_t groups_at(const khct_words *words, size_t i, khct_str groups[GROUPS],
                        int32_t signs[GROUPS], size_t *used)
{
    size_t n = 0, at = i;
    groups[n++] = words->at[at++].text;
    while (n < GROUPS && at + 1 < words->n) {
        const khct_word *sign = &words->at[at], *next = sign + 1;
        bool separator = khct_word_is_sign(sign, '.') || khct_word_is_sign(sign, ',');
        if (!separator || sign->spaced || !khct_word_is_number(next) || next->spaced)
            break;
        signs[n] = sign->sign;
        groups[n++] = next->text;
        at += 2;
    }
    /* 20 000 000 */
    while (signs[1] == 0 && n < GROUPS && at < words->n && khct_word_is_number(&words->at[at]) &&
           words->at[at].text.n == 3 && groups[0].n <= 3 && !words->at[at].first &&
           !khct_word_is_sign(&words->at[at + 1], '/') &&
           (!khct_word_is_sign(&words->at[at + 1], '.') || words->at[at + 2].spaced))
        groups[n++] = words->at[at++].text;
    *used = at - i;
    return n;
}

/* True where the last group holds decimals: the only sign of its kind, and not a group of three
 * that Vietnamese writes after a point (or after a comma before plain đồng). */
static bool has_decimals(const khct_str groups[], const int32_t signs[], size_t n, bool plain)
{
    if (n < 2 || signs[1] == 0)
        return false;
    if (n > 2)
        return signs[n - 1] != signs[n - 2];
    bool three = groups[1].n == 3 && groups[0].n <= 3;
    return !three || (signs[1] == ',' && !plain);
}

static bool groups_fit(const khct_str groups[], const int32_t signs[], size_t n, bool decimals)
{
    for (size_t i = 1; i < n - (decimals ? 1 : 0); i++)
        if (groups[i].n != 3 || groups[0].n > 3 || signs[i] != signs[1])
            return false;
    return true;
}

/* `nghìn`, `triệu`, `tỷ` at that word. */
static bool scale_follows(const khct_tokens *tokens, size_t word)
{
    size_t count;
    word += khct_word_is_sign(&tokens->words.at[word], '('); /* 15,5 (triệu đồng) */
    uint32_t row =
        khct_reader_phrase(tokens->reader, KHCT_WORDS_MONEY, &tokens->words, word, &count);
    return row != KHCT_NONE && strchr("hckmb", (int)(row & 0xFF)) != NULL;
}

/* `1,250 triệu` and `15.000,000 đồng` are read in two ways; `0,125 tỷ` and `1,250 tỷ` in one, as no
 * school has a thousand of them. Đồng have no decimals without groups: `100.00 đồng`. */
static bool in_two_ways(const khct_tokens *tokens, const khct_str groups[], size_t n, size_t behind)
{
    const khct_words *words = &tokens->words;
    bool three = groups[n - 1].n == 3;
    if (khct_word_is_sign(&words->at[behind], '%'))
        return false;
    if (!scale_follows(tokens, behind))
        return n == 2 || three;
    return n == 2 && three && !khct_str_eq(groups[0], KHCT_STR("0")) &&
           !khct_word_is(&words->at[behind], "ti3");
}

/* `50.000.OOO đồng`: letters where a group should be; but `50.000.000.đ`. */
static bool goes_on_in_letters(const khct_tokens *tokens, size_t behind)
{
    size_t count;
    const khct_word *sign = &tokens->words.at[behind], *next = sign + 1;
    if (!(khct_word_is_sign(sign, '.') || khct_word_is_sign(sign, ',')) || sign->spaced ||
        next->kind != KHCT_WORD_LETTERS || next->spaced)
        return false;
    uint32_t row =
        khct_reader_phrase(tokens->reader, KHCT_WORDS_MONEY, &tokens->words, behind + 1, &count);
    return row == KHCT_NONE;
}

static size_t make_number(khct_tokens *tokens, size_t i)
{
    khct_str groups[GROUPS];
    int32_t signs[GROUPS] = {0};
    size_t used, n = groups_at(&tokens->words, i, groups, signs, &used);
    bool decimals = has_decimals(groups, signs, n, !scale_follows(tokens, i + used));
    khct_token *token = khct_token_add(tokens, KHCT_TOKEN_NUMBER, i, i + used);
    bool spaced = n > 1 && signs[1] == 0;
    token->grouped = spaced ? n > 2 : n > (decimals ? 2u : 1u);
    token->decimals = decimals ? (uint8_t)(groups[n - 1].n < 100 ? groups[n - 1].n : 100) : 0;
    for (size_t g = 0; g < n; g++)
        for (size_t k = 0; k < groups[g].n; k++) {
            token->huge |= token->number > (uint64_t)KHCT_MONEY_LIMIT * 100;
            if (!token->huge)
                token->number = token->number * 10 + (uint64_t)(groups[g].p[k] - '0');
        }
    bool unsure = (decimals && in_two_ways(tokens, groups, n, i + used)) ||
                  (n > 1 && goes_on_in_letters(tokens, i + used));
    if (unsure || !groups_fit(groups, signs, n, decimals))
        tokens->kinds[tokens->n - 1] = token->kind = '!';
    return used;
}

/* A number below nought: no price is. */
static bool is_minus(const khct_words *words, size_t i)
{
    bool starts = i == 0 || words->at[i].first || words->at[i - 1].kind == KHCT_WORD_SIGN;
    return starts && khct_word_is_sign(&words->at[i], '-') &&
           khct_word_is_number(&words->at[i + 1]) && !words->at[i + 1].spaced;
}

static size_t make(khct_tokens *tokens, size_t i)
{
    const khct_word *word = &tokens->words.at[i];
    bool glued = word->kind == KHCT_WORD_LETTERS && !word->spaced && !word[1].spaced &&
                 word[1].kind == KHCT_WORD_NUMBER && tokens->n > 0 &&
                 tokens->kinds[tokens->n - 1] == KHCT_TOKEN_NUMBER;
    if (word->kind == KHCT_WORD_NUMBER)
        return make_number(tokens, i);
    if (glued && (khct_word_is(word, "tr") || khct_word_is(word, "ti3"))) { /* 5tr5, 1tỷ2 */
        khct_token_add(tokens, khct_word_is(word, "tr") ? 'm' : 'b', i, i + 1);
        return 1;
    }
    if (is_minus(&tokens->words, i))
        khct_token_add(tokens, '!', i, i + 1);
    else if (khct_word_is_sign(word, 0xD7) || khct_word_is(word, "x")) /* × */
        khct_token_add(tokens, 'x', i, i + 1);
    else if (khct_word_is_sign(word, '~') || khct_word_is_sign(word, 0x2248)) /* ≈ */
        khct_token_add(tokens, 'a', i, i + 1);
    else if (khct_word_is_sign(word, 0x20AB)) /* ₫ */
        khct_token_add(tokens, 'd', i, i + 1);
    else
        return 0;
    return 1;
}

/* --- what is understood apart --- */

typedef enum piece_kind {
    PIECE_WORDS,
    PIECE_JOINT,
    PIECE_BRACKET,
} piece_kind;

static void put_mark(reading *r, khct_money_kind kind, size_t at)
{
    khct_push(r->tokens.reader->arena, &r->nodes.list) =
        (khct_money_node){.kind = kind, .begin = at, .end = at};
}

static bool has_any(const khct_tokens *tokens, size_t from, size_t to, const char *kinds)
{
    for (size_t i = from; i < to && i < tokens->n; i++)
        if (strchr(kinds, tokens->kinds[i]) != NULL)
            return true;
    return false;
}

/* The next piece at `from`: a joint, a bracket, or the words up to one. */
static size_t piece_end(const khct_tokens *tokens, size_t from, bool brackets, piece_kind *kind)
{
    const char *kinds = tokens->kinds;
    size_t i = from;
    *kind = PIECE_WORDS;
    if (strchr(",;.L+&v", kinds[i]) != NULL) {
        *kind = PIECE_JOINT;
        return i + 1;
    }
    if (brackets && kinds[i] == '(') {
        *kind = PIECE_BRACKET;
        return khct_tokens_after_bracket(tokens, i);
    }
    for (i++; i < tokens->n && strchr(",;.L+&v", kinds[i]) == NULL; i++) {
        if (brackets && (kinds[i] == '(' || (kinds[i] == 'p' && has_any(tokens, from, i, "nwsK"))))
            return i;
        if (kinds[i] == '(')
            i = khct_tokens_after_bracket(tokens, i) - 1;
    }
    return i < tokens->n ? i : tokens->n;
}

/* True where words that are not understood may change what stands beside them. */
static bool may_change(const khct_tokens *tokens, size_t from, size_t to)
{
    bool only_numbers = true, number = false;
    for (size_t i = from; i < to; i++) {
        if (strchr("!DNXAexTGBU*%/t=?", tokens->kinds[i]) != NULL ||
            (tokens->kinds[i] == 'l' && tokens->at[i].number == KHCT_MONEY_REST))
            return true;
        number |= tokens->kinds[i] == KHCT_TOKEN_NUMBER || tokens->kinds[i] == 'w';
        only_numbers &= tokens->kinds[i] == KHCT_TOKEN_NUMBER;
    }
    return only_numbers ||
           (number && tokens->at[from].kind == 'p' && tokens->at[from].number == KHCT_MONEY_FOR);
}

/* Keeps words that are not understood; false where they may change the others. */
static bool leave(reading *r, size_t from, size_t to)
{
    khct_tokens_leave(&r->tokens, from, to, &r->rest, &r->money->rest);
    bool counted = has_any(&r->tokens, from, to, "kmbd") && has_any(&r->tokens, from, to, "nwy");
    bool paid = has_any(&r->tokens, from, to, "s") && has_any(&r->tokens, from, to, "n");
    bool amount = counted || paid; /* NS: 20, of what is said elsewhere */
    r->money->unread += amount;
    r->nodes.open |= amount;
    bool whole = amount && to < r->tokens.n &&
                 (has_any(&r->tokens, to, to + 2, "G") || r->tokens.kinds[to] == '(');
    /* `abc 5, 7 triệu` */
    whole |= to + 1 < r->tokens.n && r->tokens.kinds[to - 1] == KHCT_TOKEN_NUMBER &&
             r->tokens.kinds[to] == ',' && r->tokens.kinds[to + 1] == KHCT_TOKEN_NUMBER;
    return !whole && !may_change(&r->tokens, from, to);
}

static bool read_pieces(reading *r, size_t from, size_t to, bool brackets);

static bool read_bracket(reading *r, size_t from, size_t to)
{
    bool closed = to > from + 1 && r->tokens.kinds[to - 1] == ')';
    size_t last = closed ? to - 1 : to;
    size_t before = r->nodes.list.n + 1, unread = r->money->unread;
    bool held = before > 1 && r->nodes.list.at[before - 2].kind == KHCT_MONEY_AMOUNT &&
                !r->nodes.list.at[before - 2].part.rate;
    put_mark(r, KHCT_MONEY_OPEN, from);
    bool read = khct_money_derive(&r->tokens, from + 1, last, &r->nodes) ||
                read_pieces(r, from + 1, last, true);
    if (held) /* what is in its brackets is in the amount */
        r->money->unread = unread;
    r->cut = r->nodes.list.n == before;
    put_mark(r, KHCT_MONEY_CLOSE, to);
    return read;
}

static bool read_piece(reading *r, size_t from, size_t to, piece_kind kind, bool brackets)
{
    if (kind == PIECE_JOINT) {
        bool hard = r->tokens.kinds[from] == ';' || r->tokens.kinds[from] == 'L';
        put_mark(r, hard ? KHCT_MONEY_BREAK : KHCT_MONEY_JOINT, from);
        r->cut = false;
        return true;
    }
    if (kind == PIECE_BRACKET)
        return read_bracket(r, from, to);
    if (khct_money_derive(&r->tokens, from, to, &r->nodes))
        return !r->cut; /* 2 tỷ (zeta) rưỡi */
    return brackets ? leave(r, from, to) : read_pieces(r, from, to, true);
}

static bool read_pieces(reading *r, size_t from, size_t to, bool brackets)
{
    while (from < to) {
        piece_kind kind;
        size_t end = piece_end(&r->tokens, from, brackets, &kind);
        end = end < to ? end : to;
        if (!read_piece(r, from, end, kind, brackets))
            return false;
        from = end;
    }
    return true;
}

/* Amounts that are not understood are not left out where a sum that is understood holds them. */
static bool has_sum(const khct_money_nodes *nodes)
{
    KHCT_FOR (one, &nodes->list)
        if (one->total || one->kind == KHCT_MONEY_WHICH || one->kind == KHCT_MONEY_EQUALS)
            return true;
    return false;
}

/* Brackets part a number from its unit, or `không` from what it denies. */
static bool is_parted(const khct_tokens *tokens)
{
    for (size_t i = 1; i < tokens->n; i++) {
        size_t end = tokens->kinds[i] == '(' ? khct_tokens_after_bracket(tokens, i) : tokens->n;
        if (end == tokens->n || has_any(tokens, i, end, "nwy"))
            continue;
        if (tokens->kinds[i - 1] == 'N' ||
            (has_any(tokens, i - 1, i, "nwyhckmb") && has_any(tokens, end, end + 1, "hckmbdrC")))
            return true;
    }
    return false;
}

static bool says_nothing(void *context, size_t from, size_t to)
{
    reading *r = context;
    if (has_any(&r->tokens, from, to, "nwsKTGB"))
        return false;
    r->changes |= !leave(r, from, to);
    return true;
}

/* The same without the brackets that say nothing of money. */
static bool read_without_brackets(reading *r)
{
    khct_tokens flat = khct_tokens_without_brackets(&r->tokens, says_nothing, r);
    if (r->rest.n > 0 && !r->changes && khct_money_derive(&flat, 0, flat.n, &r->nodes))
        return true;
    r->rest = KHCT_STR("");
    return false;
}

static void read_nodes(reading *r)
{
    if (khct_money_derive(&r->tokens, 0, r->tokens.n, &r->nodes))
        return;
    if (strchr(r->tokens.kinds, KHCT_TOKEN_LINE) != NULL) {
        khct_tokens flat = khct_tokens_unwrapped(&r->tokens);
        if (khct_money_derive(&flat, 0, flat.n, &r->nodes))
            return;
    }
    if (is_parted(&r->tokens) || read_without_brackets(r))
        return;
    if (!read_pieces(r, 0, r->tokens.n, false)) {
        r->nodes.list.n = 0;
        r->nodes.large = false;
    }
    if (has_sum(&r->nodes))
        r->money->unread = 0;
}

/* --- messages --- */

static void say_unread(const reading *r)
{
    const khct_reader *reader = r->tokens.reader;
    const khct_money *money = r->money;
    khct_diag *diag =
        money->understood
            ? khct_say(reader, KHCT_KH5004, money->rest, KHCT_MSG(MONEY_REST, r->rest))
            : khct_say(reader, KHCT_KH5004, money->span, KHCT_MSG(MONEY_UNKNOWN, money->words));
    khct_diag_hint(diag, KHCT_MSG0(MONEY_HINT));
}

static void say_prices(const reading *r)
{
    const khct_reader *reader = r->tokens.reader;
    const khct_money *money = r->money;
    KHCT_FOR (part, &money->parts) {
        if (!part->rate || part->whole >= 0)
            continue;
        khct_str words = khct_read_name(reader, part->span, false, NULL);
        khct_diag_hint(khct_say(reader, KHCT_KH5010, part->span, KHCT_MSG(PRICE_ALONE, words)),
                       KHCT_MSG0(PRICE_HINT));
    }
}

/* So much each. */
static bool has_price(const khct_money *money)
{
    return khct_money_total(money).left_out > money->unread;
}

static void say_all(const reading *r)
{
    const khct_money *money = r->money;
    const khct_reader *reader = r->tokens.reader;
    if (money->large) {
        khct_str limit = khct_money_text(reader->arena, KHCT_MONEY_LIMIT);
        khct_say(reader, KHCT_KH5005, money->span, KHCT_MSG(MONEY_LARGE, money->words, limit));
    } else if (!money->understood || r->rest.n > 0) {
        say_unread(r);
    }
    if (money->nothing && (money->sources != 0 || money->total > 0 || has_price(money)))
        khct_diag_hint(
            khct_say(reader, KHCT_KH5006, money->span, KHCT_MSG(MONEY_NOTHING, money->words)),
            KHCT_MSG0(MONEY_NOTHING_HINT));
    say_prices(r);
}

/* What nobody pays is words: only that there were amounts is kept. */
static void forget(khct_money *money, const khct_money_nodes *nodes)
{
    money->unread = 0;
    for (size_t i = 0; i < nodes->list.n; i++)
        money->unread += nodes->list.at[i].kind == KHCT_MONEY_AMOUNT;
    money->large = true;
    money->parts.n = 0;
    money->sources = money->known = 0;
    money->nothing = false;
    money->rest = money->span;
}

khct_money khct_read_money(const khct_reader *reader, khct_span span)
{
    khct_money money = {.span = span, .rest = {span.source, span.end, span.end}};
    money.words = khct_read_name(reader, span, false, &money.stated);
    if (money.stated || money.words.n == 0)
        return money;
    reading r = {.tokens =
                     khct_tokens_of(reader, span, KHCT_WORDS_MONEY, KHCT_WORDS_MONEY_BARE, make),
                 .money = &money};
    money.months = khct_months_in(&r.tokens.words, true);
    read_nodes(&r);
    if (!r.nodes.large)
        khct_money_settle(reader, &r.nodes, &money);
    if (r.nodes.large || khct_money_total(&money).amount > KHCT_MONEY_LIMIT)
        forget(&money, &r.nodes);
    money.understood = money.nothing || money.known != 0 || money.parts.n > 0;
    if (!money.understood && !money.large)
        money.unread = r.tokens.crowded || has_any(&r.tokens, 0, r.tokens.n, "kmbdn");
    money.has_total = khct_money_total(&money).counted > 0;
    money.total = khct_money_total(&money).amount;
    say_all(&r);
    return money;
}

/* What is added: not so much each, and no part of something else. */
static bool counts(const khct_money_part *part)
{
    return part->has_amount && !part->rate && part->whole < 0;
}

static bool left_out(const khct_money_part *part)
{
    return part->has_amount && part->whole < 0 && !counts(part);
}

khct_money_sum khct_money_total(const khct_money *money)
{
    khct_money_sum sum = {0, 0, 0};
    if (money == NULL)
        return sum;
    KHCT_FOR (part, &money->parts) {
        if (counts(part) && __builtin_add_overflow(sum.amount, part->amount, &sum.amount))
            sum.amount = INT64_MAX;
        sum.counted += counts(part);
        sum.left_out += left_out(part);
    }
    sum.left_out += money->unread;
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

/* Of what is counted as part `of`, what the source pays: its parts' where they name one, and the
 * rest its own. */
static int64_t share(const khct_money *money, size_t of, khct_source_kind own,
                     khct_source_kind source)
{
    int64_t left = money->parts.at[of].amount, paid = 0;
    KHCT_FOR (part, &money->parts) {
        if (part->whole != (int)of || !part->has_amount || part->rate ||
            part->source == KHCT_SOURCE_NONE || part->amount > left)
            continue;
        left -= part->amount;
        paid += part->source == source ? part->amount : 0;
    }
    return paid + (own == source ? left : 0);
}

khct_money_sum khct_money_from(const khct_money *money, khct_source_kind source)
{
    khct_money_sum sum = {0, 0, 0};
    bool named = source == KHCT_SOURCE_NONE || (money != NULL && (money->sources >> source & 1));
    if (money == NULL || !named)
        return sum;
    khct_source_kind common = common_source(money);
    for (size_t i = 0; i < money->parts.n; i++) {
        const khct_money_part *part = &money->parts.at[i];
        khct_source_kind own = part->source != KHCT_SOURCE_NONE ? part->source : common;
        int64_t paid = counts(part) ? share(money, i, own, source) : 0;
        sum.amount += paid;
        /* nothing is left for its own source where its parts name who pays */
        sum.counted += paid > 0 || (counts(part) && own == source && part->amount == 0);
        sum.left_out += left_out(part) && own == source;
    }
    sum.left_out += source == KHCT_SOURCE_NONE ? money->unread : 0;
    return sum;
}
