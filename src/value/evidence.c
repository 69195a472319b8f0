#include "value/evidence.h"

#include "text/utf8.h"

#include <stdio.h>

static bool is_small(const khct_word *word)
{
    return khct_word_is_number(word) && word->number <= UINT16_MAX;
}

static bool is_sign_of(const khct_word *word, const char *signs)
{
    return word->kind == KHCT_WORD_SIGN && word->sign <= 0x7F &&
           strchr(signs, (char)word->sign) != NULL;
}

static const khct_word *at(const khct_words *words, size_t i)
{
    return &words->at[i < words->n ? i : words->n];
}

/* A sign and a number that follow without a space; NULL where they do not. */
static const khct_word *number_after(const khct_words *words, size_t i, const char *signs)
{
    const khct_word *sign = at(words, i), *number = at(words, i + 1);
    bool joined = is_sign_of(sign, signs) && !sign->spaced && !number->spaced;
    return joined && is_small(number) ? number : NULL;
}

/* The letters that begin a code; *boxed: `H`. */
static bool begins(const khct_word *letters, bool *boxed)
{
    *boxed = khct_word_is(letters, "h");
    return *boxed || khct_word_is(letters, "mc");
}

/* The code at word `i`: how many words it has, or 0. */
static size_t code_at(const khct_words *words, size_t i, khct_evidence_code *code)
{
    bool boxed;
    if (!begins(at(words, i), &boxed))
        return 0;
    *code = (khct_evidence_code){.box = 0};
    size_t next = i + 1;
    if (boxed) {
        if (!is_small(at(words, next)) || at(words, next)->spaced)
            return 0;
        code->box = (uint32_t)at(words, next++)->number;
    }
    const khct_word *standard = number_after(words, next, boxed ? "-" : ".-");
    const khct_word *number = number_after(words, next + 2, ".");
    const khct_word *item = number_after(words, next + 4, boxed ? "-" : ".-");
    if (standard == NULL || number == NULL || item == NULL || item->number == 0)
        return 0;
    code->criterion = (khct_criterion_id){(uint16_t)standard->number, (uint16_t)number->number};
    code->criterion_span = khct_span_join(standard->span, number->span);
    code->number = (uint32_t)item->number;
    return next + 6 - i;
}

/* --- ranges --- */

enum { LONGEST_RANGE = 100 };

static bool joins(const khct_reader *reader, khct_words *words, size_t *i)
{
    words->next = *i;
    if (at(words, *i)->first || /* a list mark */
        !(khct_take_sign(words, '-') || khct_take_word(reader, words, KHCT_C_TO)))
        return false;
    *i = words->next;
    return true;
}

/* The word after the range that begins with a code ending before word `i`, and its last number;
 * 0: no range begins there. */
static size_t range_end(const khct_reader *reader, khct_words *words, size_t i,
                        const khct_evidence_code *code, uint32_t *last)
{
    const khct_word *item = at(words, i - 1);
    bool closed = khct_word_is_sign(at(words, i), ']');
    i += closed;
    if (!joins(reader, words, &i))
        return 0;
    i += khct_word_is_sign(at(words, i), '[');
    khct_evidence_code other;
    size_t count = code_at(words, i, &other);
    if (count > 0) {
        *last = other.number;
        bool same =
            other.box == code->box && khct_criterion_cmp(other.criterion, code->criterion) == 0;
        return same && *last > code->number && *last - code->number < LONGEST_RANGE ? i + count : 0;
    }
    const khct_word *number = at(words, i), *behind = at(words, i + 1);
    bool alone = behind->kind == KHCT_WORD_END || is_sign_of(behind, "],;.)");
    if (closed || !is_small(number) || number->text.n != item->text.n || !alone)
        return 0;
    *last = (uint32_t)number->number;
    return *last > code->number && *last - code->number < LONGEST_RANGE ? i + 1 : 0;
}

/* `words` with its last number, of `width` digits, replaced. */
static khct_str renumbered(khct_arena *arena, khct_str words, size_t width, uint32_t number)
{
    char digits[32];
    snprintf(digits, sizeof digits, "%0*u", (int)(width < 10 ? width : 10), number);
    return KHCT_JOIN(arena, khct_str_sub(words, 0, words.n - width), digits);
}

static void add_range(const khct_reader *reader, const khct_words *words, khct_evidence *found,
                      const khct_evidence_code *first, size_t item, khct_span span, uint32_t last)
{
    size_t width = at(words, item)->text.n;
    for (uint32_t n = first->number + 1; n <= last; n++) {
        khct_evidence_code code = *first;
        code.number = n;
        code.span = span;
        code.words = renumbered(reader->arena, first->words, width, n);
        khct_push(reader->arena, &found->codes) = code;
    }
}

/* `; 02, 03` after a code in the same bracket: further codes of the criterion. The word after them.
 */
static size_t take_further(const khct_reader *reader, khct_words *words, size_t i,
                           khct_evidence *found, const khct_evidence_code *first, size_t width)
{
    for (;;) {
        words->next = i;
        bool joint = is_sign_of(at(words, i), ",;") || khct_take_word(reader, words, KHCT_C_AND);
        const khct_word *number = at(words, i + 1), *behind = at(words, i + 2);
        if (!joint || !is_small(number) || number->text.n != width || number->number == 0 ||
            !(is_sign_of(behind, ",;]") || behind->kind == KHCT_WORD_LETTERS))
            return i;
        khct_evidence_code code = *first;
        code.number = (uint32_t)number->number;
        code.span = number->span;
        code.words = renumbered(reader->arena, first->words, width, code.number);
        khct_push(reader->arena, &found->codes) = code;
        i += 2;
    }
}

/* --- slips --- */

static bool is_bracketed(const khct_words *words, size_t i)
{
    return i > 0 && khct_word_is_sign(at(words, i - 1), '[');
}

/* The numbers after `H` or `MC` with any sign or none between them, at most four; the word after
 * them in *end. */
static size_t loose_numbers(const khct_words *words, size_t i, uint32_t numbers[4], size_t *end)
{
    size_t n = 0;
    while (n < 4) {
        size_t next = i + (n > 0 && is_sign_of(at(words, i), ".-_/"));
        const khct_word *number = at(words, next);
        if (!is_small(number) || number->first || (n > 0 && next == i))
            break;
        numbers[n++] = (uint32_t)number->number;
        i = next + 1;
    }
    *end = i;
    return n;
}

/* What is meant for a code at word `i`: how many words it has, or 0. A box and three numbers, or
 * three numbers after `MC`; less is no more than a word with a figure, but in a square bracket. */
static size_t slip_at(const khct_words *words, size_t i, khct_evidence_slip *slip)
{
    bool boxed;
    uint32_t n[4];
    size_t end;
    if (!begins(at(words, i), &boxed))
        return 0;
    size_t from = i + 1 + is_sign_of(at(words, i + 1), ".-_");
    size_t count = loose_numbers(words, from, n, &end);
    size_t whole = boxed ? 4 : 3;
    if (count < (is_bracketed(words, i) ? 2 : whole))
        return 0;
    const uint32_t *rest = boxed ? n + 1 : n;
    *slip = (khct_evidence_slip){.box = boxed ? n[0] : 0};
    if (count >= whole && rest[0] > 0 && rest[1] > 0 && !(count == 4 && !boxed)) {
        slip->criterion = (khct_criterion_id){(uint16_t)rest[0], (uint16_t)rest[1]};
        slip->number = rest[2];
    }
    return end - i;
}

/* True where a number follows the code at once: `H1-1.1-01-02`. */
static bool runs_on(const khct_words *words, size_t end)
{
    return number_after(words, end, ".-_/") != NULL;
}

/* `[H1-1.1-05] đến [H1-1.1-01]`, `[H1-1.1-01] đến [H1-1.2-05]`: from a code to one that is not
 * after it. */
static void take_broken_range(const khct_reader *reader, khct_words *words, size_t i, size_t end,
                              khct_evidence *found)
{
    khct_evidence_code other;
    words->next = end + khct_word_is_sign(at(words, end), ']');
    if (!khct_take_word(reader, words, KHCT_C_TO))
        return;
    size_t next = words->next + khct_word_is_sign(at(words, words->next), '[');
    size_t count = code_at(words, next, &other);
    if (count == 0)
        return;
    size_t to = next + count + khct_word_is_sign(at(words, next + count), ']');
    i -= is_bracketed(words, i);
    khct_evidence_slip slip = {.range = true, .span = khct_words_span(words, i, to)};
    slip.words = khct_nfc(reader->arena, khct_words_text(words, i, to));
    khct_push(reader->arena, &found->slips) = slip;
}

/* --- a value --- */

static size_t take_code(const khct_reader *reader, khct_words *words, size_t i,
                        khct_evidence *found)
{
    khct_evidence_code code;
    size_t count = code_at(words, i, &code), end = i + count;
    if (count == 0)
        return 0;
    uint32_t last = 0;
    size_t range = range_end(reader, words, end, &code, &last);
    if (range == 0 && runs_on(words, end))
        return 0;
    code.span = khct_words_span(words, i, end);
    code.words = khct_nfc(reader->arena, khct_words_text(words, i, end));
    khct_push(reader->arena, &found->codes) = code;
    if (range == 0) {
        take_broken_range(reader, words, i, end, found);
        size_t width = at(words, end - 1)->text.n;
        return is_bracketed(words, i) ? take_further(reader, words, end, found, &code, width) - i
                                      : count;
    }
    add_range(reader, words, found, &code, end - 1, khct_words_span(words, i, range), last);
    return range - i;
}

static size_t take_slip(const khct_reader *reader, const khct_words *words, size_t i,
                        khct_evidence *found)
{
    khct_evidence_slip slip;
    khct_evidence_code code;
    size_t count = slip_at(words, i, &slip), strict = code_at(words, i, &code);
    if (count == 0 && strict == 0)
        return 0;
    if (strict > 0) { /* and more after it */
        slip = (khct_evidence_slip){.box = code.box};
        count = strict + 2;
    }
    slip.span = khct_words_span(words, i, i + count);
    slip.words = khct_nfc(reader->arena, khct_words_text(words, i, i + count));
    khct_push(reader->arena, &found->slips) = slip;
    return count;
}

/* True where the text may have a code. Most prose has none, and is not taken apart. */
static bool may_have(khct_str text)
{
    for (size_t i = 1; i < text.n; i++) {
        char before = text.p[i - 1];
        bool digit = khct_is_digit(text.p[i]) || (text.p[i] == ' ' && khct_digit_at(text, i + 1));
        if (digit && (before == 'H' || before == 'h'))
            return true;
        if ((text.p[i] == 'C' || text.p[i] == 'c') && (before == 'M' || before == 'm'))
            return true;
    }
    return false;
}

khct_evidence khct_read_evidence(const khct_reader *reader, khct_span span)
{
    khct_evidence found = {.codes = {NULL, 0, 0}};
    if (!may_have(khct_reader_bytes(reader, span)))
        return found;
    khct_words words = khct_read_words(reader, span);
    for (size_t i = 0; i < words.n;) {
        size_t count = take_code(reader, &words, i, &found);
        if (count == 0)
            count = take_slip(reader, &words, i, &found);
        i += count > 0 ? count : 1;
    }
    return found;
}

khct_str khct_evidence_text(khct_arena *arena, uint32_t box, khct_criterion_id criterion,
                            uint32_t number)
{
    char text[80];
    if (box > 0)
        snprintf(text, sizeof text, "H%u-%u.%u-%02u", box, criterion.standard, criterion.number,
                 number);
    else
        snprintf(text, sizeof text, "MC.%u.%u.%02u", criterion.standard, criterion.number, number);
    return khct_str_copy(arena, khct_str_of(text));
}
