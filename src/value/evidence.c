#include "value/evidence.h"

#include "text/utf8.h"

/* A sign and a number that follow without a space; NULL where they do not. */
static const khct_word *number_after(const khct_words *words, size_t ahead, const char *signs)
{
    const khct_word *sign = khct_peek_at(words, ahead), *number = khct_peek_at(words, ahead + 1);
    if (sign->kind != KHCT_WORD_SIGN || sign->spaced || sign->sign > 0x7F ||
        strchr(signs, (char)sign->sign) == NULL || !khct_word_is_number(number) || number->spaced ||
        number->number > UINT16_MAX)
        return NULL;
    return number;
}

/* The code at the cursor: how many words it has, or 0. */
static size_t code_at(const khct_words *words, khct_evidence_code *code)
{
    const khct_word *letters = khct_peek(words), *box = khct_peek_at(words, 1);
    size_t at = 1;
    bool boxed = khct_word_is(letters, "h");
    if (!boxed && !khct_word_is(letters, "mc"))
        return 0;
    if (boxed) {
        if (!khct_word_is_number(box) || box->spaced || box->number > UINT16_MAX)
            return 0;
        code->box = (uint32_t)box->number;
        at = 2;
    }
    const khct_word *standard = number_after(words, at, boxed ? "-" : ".-");
    const khct_word *number = number_after(words, at + 2, ".");
    const khct_word *item = number_after(words, at + 4, boxed ? "-" : ".-");
    if (standard == NULL || number == NULL || item == NULL)
        return 0;
    code->criterion = (khct_criterion_id){(uint16_t)standard->number, (uint16_t)number->number};
    code->criterion_span = khct_span_join(standard->span, number->span);
    code->number = (uint32_t)item->number;
    return at + 6;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* True where a code may begin: `H1` or `MC.1`. Most prose has none, and is not taken apart. */
static bool may_begin(khct_str text, size_t i)
{
    char c = text.p[i];
    if (c == 'H' || c == 'h')
        return i + 1 < text.n && is_digit(text.p[i + 1]);
    return (c == 'M' || c == 'm') && i + 3 < text.n &&
           (text.p[i + 1] == 'C' || text.p[i + 1] == 'c') && is_digit(text.p[i + 3]);
}

/* The end of the run of bytes from `i` that holds no white space. */
static size_t run_end(khct_str text, size_t i)
{
    while (i < text.n && (unsigned char)text.p[i] > ' ')
        i++;
    return i;
}

static void read_run(const khct_reader *reader, khct_span span, khct_evidence *found)
{
    khct_words words = khct_read_words(reader, span);
    while (khct_peek(&words)->kind != KHCT_WORD_END) {
        khct_evidence_code code = {.box = 0};
        size_t count = code_at(&words, &code);
        if (count == 0) {
            words.next++;
            continue;
        }
        size_t end = words.next + count;
        code.span = khct_words_span(&words, words.next, end);
        code.words = khct_nfc(reader->arena, khct_words_text(&words, words.next, end));
        khct_push(reader->arena, &found->codes) = code;
        words.next = end;
    }
}

khct_evidence khct_read_evidence(const khct_reader *reader, khct_span span)
{
    khct_evidence found = {.codes = {NULL, 0, 0}};
    khct_str text = khct_reader_bytes(reader, span);
    size_t run = 0; /* where the run of bytes without white space began */
    for (size_t i = 0; i < text.n; i++) {
        if ((unsigned char)text.p[i] <= ' ')
            run = i + 1;
        if (!may_begin(text, i))
            continue;
        size_t end = run_end(text, i);
        read_run(reader,
                 (khct_span){span.source, span.begin + (uint32_t)run, span.begin + (uint32_t)end},
                 &found);
        i = end;
        run = end + 1;
    }
    return found;
}
