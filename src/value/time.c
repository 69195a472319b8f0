#include "value/time.h"

#include "value/text.h"
#include "value/entries.h"

const char *khct_recurrence_name(unsigned bit)
{
    static const char *const names[KHCT_RECURRENCES] = {"ngay",  "tuan", "thang",       "quy",
                                                        "hocky", "nam",  "thuongxuyen", "dinhky"};
    return names[bit];
}

bool khct_time_ends_before(const khct_time *time)
{
    for (size_t i = 0; i < time->intervals.n; i++)
        if (time->intervals.at[i].to == time->to && time->intervals.at[i].before)
            return true;
    return false;
}

khct_str khct_time_due_text(khct_arena *arena, const khct_time *time, bool english)
{
    if (time == NULL || time->to == KHCT_NO_DATE)
        return KHCT_STR("");
    bool before = khct_time_ends_before(time);
    khct_str day = khct_date_short(arena, before ? time->to + 1 : time->to);
    return before ? KHCT_JOIN(arena, english ? "before " : "trước ", day) : day;
}

/* --- tokens --- */

/* `HKI`, `HKII`: a term and its number written as one word; `QI` … `QIV` quarters. */
static size_t make_glued(khct_tokens *tokens, size_t i)
{
    static const struct {
        const char *word;
        char kind;
        int number;
    } GLUED[] = {{"hki", 'h', 1}, {"hkii", 'h', 2}, {"qi", 'q', 1},
                 {"qii", 'q', 2}, {"qiii", 'q', 3}, {"qiv", 'q', 4}};
    const khct_word *word = &tokens->words.at[i];
    for (size_t k = 0; k < sizeof GLUED / sizeof *GLUED; k++)
        if (khct_word_is(word, GLUED[k].word)) {
            khct_token_add(tokens, GLUED[k].kind, i, i + 1);
            khct_token_add(tokens, 'N', i, i + 1)->number = (uint64_t)GLUED[k].number;
            return 1;
        }
    return 0;
}

static bool is_glued(const khct_word *word)
{
    return !word->spaced;
}

/* The sign of `7h30'`, the `p` of `7h30p`. */
static bool is_minute(const khct_word *word)
{
    bool sign = khct_word_is_sign(word, '\'') || khct_word_is_sign(word, 0x2019) ||
                khct_word_is_sign(word, 0x2032);
    return is_glued(word) && (sign || khct_word_is(word, "p") || khct_word_is(word, "ph"));
}

/* `7h30`, `7h`, `19:00`: words from a number on; 0 where none. */
static size_t make_clock(khct_tokens *tokens, size_t i)
{
    const khct_word *w = &tokens->words.at[i];
    bool hours = w[0].number < 25;
    if (!hours || w[1].kind == KHCT_WORD_END || !is_glued(&w[1]))
        return 0;
    bool minutes =
        w[2].kind == KHCT_WORD_NUMBER && is_glued(&w[2]) && w[2].text.n == 2 && w[2].number < 60;
    size_t count = 0;
    if (khct_word_is(&w[1], "h") || khct_word_is(&w[1], "g"))
        count = minutes ? 3 + is_minute(&w[3]) : 2;
    else if (khct_word_is_sign(&w[1], ':') && minutes &&
             !(khct_word_is_sign(&w[3], '/') && is_glued(&w[3])))
        count = 3;
    if (count > 0)
        khct_token_add(tokens, 'Z', i, i + count);
    return count;
}

static size_t make_number(khct_tokens *tokens, size_t i)
{
    const khct_word *word = &tokens->words.at[i];
    size_t count = make_clock(tokens, i);
    if (count > 0)
        return count;
    bool year =
        word->text.n == 4 && word->number >= KHCT_FIRST_YEAR && word->number <= KHCT_LAST_YEAR;
    khct_token_add(tokens,
                   year                 ? 'y'
                   : word->number < 100 ? 'n'
                                        : 'b',
                   i, i + 1)
        ->number = word->number;
    return 1;
}

/* `T2` to `T7` before a date or every week: a day of the week, not a month. */
static bool is_weekday(const khct_word *word)
{
    enum { SATURDAY = 7 };
    if (word[1].number < 2 || word[1].number > SATURDAY || word[1].text.n > 1)
        return false;
    for (word += 2; word->kind != KHCT_WORD_END; word++) {
        if (khct_word_is_sign(word, '(') && word[1].kind == KHCT_WORD_LETTERS)
            while (word[1].kind != KHCT_WORD_END && !khct_word_is_sign(word++, ')')) /* (sáng) */
                ;
        if (word->kind == KHCT_WORD_NUMBER)
            return khct_word_is_sign(word + 1, '/') && word[2].kind == KHCT_WORD_NUMBER;
        if (khct_word_is(word, "t") && word[1].kind == KHCT_WORD_NUMBER && is_glued(word + 1))
            word++; /* T3, T5 hằng tuần */
        else if (khct_word_is(word, "ha(ng1") || khct_word_is(word, "hang1") ||
                 khct_word_is(word, "mo^i4"))
            return khct_word_is(word + 1, "tua^n1");
        else if (!khct_word_is_sign(word, ',') && !khct_word_is_sign(word, '(') &&
                 !khct_word_is(word, "ngai1") && !khct_word_is(word, "va1"))
            return false;
    }
    return false;
}

/* `T9`, `Th9` */
static bool is_month(const khct_word *word)
{
    return khct_word_is(word, "t") || khct_word_is(word, "th") || khct_word_is(word, "thg");
}

static size_t make(khct_tokens *tokens, size_t i)
{
    const khct_word *word = &tokens->words.at[i];
    bool number_follows = word[1].kind == KHCT_WORD_NUMBER && is_glued(&word[1]);
    if (word->kind == KHCT_WORD_NUMBER)
        return make_number(tokens, i);
    if (word->kind == KHCT_WORD_SIGN) {
        if (word->sign != 0xB7) /* · */
            return 0;
        khct_token_add(tokens, ';', i, i + 1);
        return 1;
    }
    if (khct_word_is(word, "t") && number_follows && is_weekday(word)) { /* T5, 10/10/2024 */
        khct_token_add(tokens, 'W', i, i + 1);
        return 1;
    }
    const khct_word *number = word + 2;
    if (is_month(word) && khct_word_is_sign(word + 1, '.') && is_glued(word + 1) &&
        number->kind == KHCT_WORD_NUMBER && is_glued(number)) { /* T.9 */
        khct_token_add(tokens, 'm', i, i + 2);
        return 2;
    }
    /* `HK1`, `T9` and `Q1` are a word and a number side by side */
    char kind = !number_follows            ? '\0'
                : khct_word_is(word, "hk") ? 'h'
                : is_month(word)           ? 'm'
                : khct_word_is(word, "q")  ? 'q'
                                           : '\0';
    if (kind == '\0')
        return make_glued(tokens, i);
    khct_token_add(tokens, kind, i, i + 1);
    return 1;
}

/* --- what is understood apart --- */

typedef struct reading {
    khct_tokens tokens;
    const khct_period *plan;
    khct_time_nodes nodes;
    khct_time *time;
    khct_str rest; /* the words not understood */
    bool cut;      /* a bracket that is not understood stands before what comes next */
    bool changes;  /* what a bracket says that was left may change the others */
    bool said;     /* a fault has been reported; a note about the same words would repeat it */
} reading;

static const char JOINTS[] = ",.;&+vL";

static bool is_one(char kind, const char *of)
{
    return kind != '\0' && strchr(of, kind) != NULL;
}

/* A comma or the like, or a dash with space around it that does not stand between two times. */
static bool is_joint(const khct_tokens *tokens, size_t i)
{
    const char *kinds = tokens->kinds;
    const khct_word *word = &tokens->words.at[tokens->at[i].begin];
    if (is_one(kinds[i], JOINTS))
        return true;
    if (kinds[i] != '-' || !word->spaced || !word[1].spaced || i == 0 || i + 1 == tokens->n)
        return false;
    bool number = is_one(kinds[i + 1], "nNyb");
    bool named = i + 2 < tokens->n && is_one(kinds[i + 1], "mdqhwSYPpix") &&
                 is_one(kinds[i + 2], "nNybmqhSY");
    return !number && !named;
}

static void put_mark(reading *r, khct_time_kind kind, size_t at)
{
    khct_push(r->tokens.reader->arena, &r->nodes.list) =
        (khct_time_node){.kind = kind, .begin = at, .end = at};
}

/* Up to the next joint, or bracket, at the top. */
static size_t piece_end(const khct_tokens *tokens, size_t from, bool brackets)
{
    size_t i = from + 1;
    if (is_joint(tokens, from))
        return i;
    if (tokens->kinds[from] == '(' && brackets)
        return khct_tokens_after_bracket(tokens, from);
    for (; i < tokens->n && !is_joint(tokens, i); i++) {
        if (tokens->kinds[i] == '(' && brackets)
            return i;
        if (tokens->kinds[i] == '(')
            i = khct_tokens_after_bracket(tokens, i) - 1;
    }
    return i < tokens->n ? i : tokens->n;
}

/* True where words that are not understood may change what stands beside them. In brackets a limit
 * by an event only narrows it: `tháng 8 (trước khai giảng)`. */
static bool may_change(const khct_tokens *tokens, size_t from, size_t to)
{
    bool bracket = tokens->kinds[from] == '(';
    size_t i = from + (bracket && from + 2 < to && is_one(tokens->kinds[from + 1], "BF!") ? 2 : 0);
    for (; i < to; i++)
        if (is_one(tokens->kinds[i], "!BUtkeGDOVRfFjJCTl%/=?nNyb-:"))
            return true;
    return false;
}

/* Keeps words that are not understood; false where they may change the others. */
static bool leave(reading *r, size_t from, size_t to)
{
    khct_tokens_leave(&r->tokens, from, to, &r->rest, &r->time->rest);
    return !may_change(&r->tokens, from, to);
}

static bool read_pieces(reading *r, size_t from, size_t to, bool brackets);

static bool read_piece(reading *r, size_t from, size_t to, bool brackets)
{
    char kind = r->tokens.kinds[from];
    if (is_joint(&r->tokens, from)) {
        put_mark(r, is_one(kind, ",.-") ? KHCT_TIME_JOINT : KHCT_TIME_AND, from);
        r->cut = false;
        return true;
    }
    if (brackets && kind == '(' && to > from + 2) {
        size_t before = r->nodes.list.n;
        put_mark(r, KHCT_TIME_OPEN, from);
        bool closed = r->tokens.kinds[to - 1] == ')';
        bool numbers = to == from + 3 && closed && is_one(r->tokens.kinds[from + 1], "nN");
        if (!numbers && khct_time_derive(&r->tokens, from + 1, closed ? to - 1 : to, &r->nodes)) {
            put_mark(r, KHCT_TIME_CLOSE, to);
            return true;
        }
        r->nodes.list.n = before;
        r->cut = true;
        return leave(r, from, to);
    }
    if (r->cut) /* tháng 10 (zeta) đến tháng 2 */
        return false;
    if (khct_time_derive(&r->tokens, from, to, &r->nodes))
        return true;
    return brackets ? leave(r, from, to) : read_pieces(r, from, to, true);
}

static bool read_pieces(reading *r, size_t from, size_t to, bool brackets)
{
    while (from < to) {
        size_t end = piece_end(&r->tokens, from, brackets);
        end = end < to ? end : to;
        if (!read_piece(r, from, end, brackets))
            return false;
        from = end;
    }
    return true;
}

/* --- the reading --- */

/* What the nodes mean; false, and the time as before, where they mean nothing. */
static bool settle(reading *r, const khct_tokens *tokens)
{
    khct_time fresh = *r->time;
    if (!khct_time_settle(tokens, &r->nodes, r->plan, &fresh, &r->said))
        return false;
    *r->time = fresh;
    return true;
}

static bool read_whole(reading *r, const khct_tokens *tokens)
{
    khct_tokens flat = *tokens;
    r->nodes.list.n = 0;
    return khct_time_derive(&flat, 0, flat.n, &r->nodes) && settle(r, &flat);
}

static bool is_unknown(void *context, size_t from, size_t to)
{
    reading *r = context;
    r->nodes.list.n = 0;
    if (khct_time_derive(&r->tokens, from + 1, to - 1, &r->nodes))
        return false;
    r->changes |= !leave(r, from, to);
    return true;
}

/* The same without the brackets that are not understood and change nothing. */
static bool read_without_brackets(reading *r)
{
    khct_tokens flat = khct_tokens_without_brackets(&r->tokens, is_unknown, r);
    if (r->rest.n > 0 && !r->changes && read_whole(r, &flat))
        return true;
    r->rest = KHCT_STR("");
    return false;
}

static bool read_time(reading *r)
{
    if (read_whole(r, &r->tokens))
        return true;
    if (r->said)
        return false;
    if (read_without_brackets(r))
        return true;
    if (r->said)
        return false;
    if (is_one(KHCT_TOKEN_LINE, r->tokens.kinds)) {
        khct_tokens flat = khct_tokens_unwrapped(&r->tokens);
        if (read_whole(r, &flat))
            return true;
    }
    r->nodes.list.n = 0;
    return read_pieces(r, 0, r->tokens.n, false) && r->rest.n > 0 && settle(r, &r->tokens);
}

static void find_hull(khct_time *time)
{
    time->from = time->to = KHCT_NO_DATE;
    for (size_t i = 0; i < time->intervals.n; i++) {
        const khct_interval *days = &time->intervals.at[i];
        bool first = i == 0;
        if (first ||
            (time->from != KHCT_NO_DATE && (days->from == KHCT_NO_DATE || days->from < time->from)))
            time->from = days->from;
        if (first ||
            (time->to != KHCT_NO_DATE && (days->to == KHCT_NO_DATE || days->to > time->to)))
            time->to = days->to;
    }
}

static void say_rest(const reading *r)
{
    const khct_reader *reader = r->tokens.reader;
    if (r->said)
        return;
    khct_diag *diag =
        r->time->understood
            ? khct_say(reader, KHCT_KH4008, r->time->rest, KHCT_MSG(TIME_REST, r->rest))
            : khct_say(reader, KHCT_KH4008, r->time->span, KHCT_MSG(TIME_UNKNOWN, r->time->words));
    khct_diag_hint(diag, KHCT_MSG0(TIME_HINT));
}

khct_time khct_read_time(const khct_reader *reader, khct_span span, const khct_period *plan)
{
    khct_time time = {.from = KHCT_NO_DATE, .to = KHCT_NO_DATE, .span = span};
    time.words = khct_read_name(reader, span, false, &time.stated);
    time.rest = (khct_span){span.source, span.end, span.end};
    if (time.stated || time.words.n == 0)
        return time;
    reading r = {.tokens =
                     khct_tokens_of(reader, span, KHCT_WORDS_TIME, KHCT_WORDS_TIME_BARE, make),
                 .plan = plan,
                 .time = &time};
    time.months = khct_months_in(&r.tokens.words, false);
    bool read = read_time(&r);
    time.understood =
        read && (time.intervals.n > 0 || time.recurs != 0 || time.undated || time.outlook != 0);
    if (!time.understood)
        time.rest = span;
    find_hull(&time);
    if (!time.understood || r.rest.n > 0)
        say_rest(&r);
    return time;
}

bool khct_time_is_whole(const khct_time *time)
{
    return time != NULL && time->understood && time->rest.begin == time->rest.end;
}
