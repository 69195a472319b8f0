#include "value/docnumber.h"

#include "text/utf8.h"

/* Signs of kinds of document, Decree 30/2020 appendix III and the laws on legal documents. */
typedef struct sign {
    const char *letters, *kind;
} sign;

static const sign signs[] = {
    {"NQ", "Nghị quyết"},
    {"QĐ", "Quyết định"},
    {"CT", "Chỉ thị"},
    {"QC", "Quy chế"},
    {"QyĐ", "Quy định"},
    {"TC", "Thông cáo"},
    {"TB", "Thông báo"},
    {"HD", "Hướng dẫn"},
    {"CTr", "Chương trình"},
    {"KH", "Kế hoạch"},
    {"PA", "Phương án"},
    {"ĐA", "Đề án"},
    {"DA", "Dự án"},
    {"BC", "Báo cáo"},
    {"BB", "Biên bản"},
    {"TTr", "Tờ trình"},
    {"HĐ", "Hợp đồng"},
    {"CĐ", "Công điện"},
    {"CV", "Công văn"},
    {"TT", "Thông tư"},
    {"TTLT", "Thông tư liên tịch"},
    {"NĐ", "Nghị định"},
    {"L", "Luật"},
    {"PL", "Pháp lệnh"},
    {"VBHN", "Văn bản hợp nhất"},
    {"KL", "Kết luận"},
    {"NQLT", "Nghị quyết liên tịch"},
};

static const sign *sign_of(khct_str letters)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (khct_str_is(letters, signs[i].letters))
            return &signs[i];
    return NULL;
}

const char *khct_document_kind(khct_str letters)
{
    const sign *found = sign_of(letters);
    return found == NULL ? NULL : found->kind;
}

typedef struct build {
    const khct_reader *reader;
    khct_words *words;
    khct_docnumber *number;
    KHCT_VEC(khct_str) pieces; /* of the mended text */
} build;

static void piece(build *b, khct_str text)
{
    khct_push(b->reader->arena, &b->pieces) = text;
}

/* `/` with dots, spaces and further slashes around it. False where none stands there. */
static bool take_slash(build *b)
{
    khct_words *w = b->words;
    size_t start = w->next;
    while (khct_take_sign(w, '.'))
        b->number->mended |= KHCT_DOCNUMBER_SIGNS;
    if (b->pieces.n > 0 && khct_peek(w)->spaced && khct_word_is_sign(khct_peek(w), '/'))
        b->number->mended |= KHCT_DOCNUMBER_SPACES;
    if (!khct_take_sign(w, '/')) {
        w->next = start;
        return false;
    }
    while (khct_take_sign(w, '/') || khct_take_sign(w, '.'))
        b->number->mended |= KHCT_DOCNUMBER_SIGNS;
    if (khct_peek(w)->spaced && khct_peek(w)->kind != KHCT_WORD_END)
        b->number->mended |= KHCT_DOCNUMBER_SPACES;
    piece(b, KHCT_STR("/"));
    return true;
}

/* `Số:`, `số`. */
static void skip_lead(build *b)
{
    khct_words *w = b->words;
    if (!khct_word_is(khct_peek(w), "so^2") && !khct_word_is(khct_peek(w), "so"))
        return;
    w->next++;
    khct_take_sign(w, ':');
    b->number->mended |= KHCT_DOCNUMBER_LEAD;
}

/* The number, or dots and underscores in the place where it will be written by hand. */
static bool take_value(build *b)
{
    khct_words *w = b->words;
    const khct_word *word = khct_peek(w);
    if (khct_word_is_number(word) && word->number <= UINT32_MAX) {
        w->next++;
        b->number->number = word->text;
        b->number->value = (uint32_t)word->number;
        piece(b, word->text);
        return true;
    }
    while (khct_take_sign(w, '.') || khct_take_sign(w, 0x2026) || khct_take_sign(w, '_'))
        continue;
    return khct_word_is_sign(khct_peek(w), '/');
}

static bool take_year(build *b)
{
    const khct_word *word = khct_peek(b->words);
    if (!khct_word_is_number(word) || word->text.n != 4 || word->number < 1900 ||
        word->number > 2199)
        return false;
    b->words->next++;
    b->number->year = (uint32_t)word->number;
    piece(b, word->text);
    return true;
}

/* Behind a space only capitals after a dash, or a figure with a slash ("TrMN 7/5"), still belong
 * to the number; a word of the sentence does not. */
static bool goes_on(const khct_words *w, bool after_dash)
{
    const khct_word *word = khct_peek(w);
    size_t length;
    if (word->kind == KHCT_WORD_END)
        return false;
    if (!word->spaced)
        return word->kind != KHCT_WORD_SIGN || word->sign == '-' || word->sign == '/' ||
               word->sign == '&' ||
               (word->sign == '.' && khct_peek_at(w, 1)->kind != KHCT_WORD_END &&
                !khct_peek_at(w, 1)->spaced);
    if (khct_word_is_number(word))
        return khct_word_is_sign(khct_peek_at(w, 1), '/') && !khct_peek_at(w, 1)->spaced &&
               khct_peek_at(w, 2)->text.n < 4 && !khct_word_is_sign(khct_peek_at(w, 3), '/');
    if (khct_word_is_sign(word, '-'))
        return khct_peek_at(w, 1)->kind == KHCT_WORD_LETTERS &&
               khct_is_capital_or_digit(
                   khct_utf8_at(khct_peek_at(w, 1)->text.p, khct_peek_at(w, 1)->text.n, &length));
    return after_dash && word->kind == KHCT_WORD_LETTERS;
}

/* `KH-THCSHS`, `TT-BGDĐT`, `BGDĐT-QLCL`, `QH14`, `TrMN 7/5`. */
static void take_letters(build *b)
{
    khct_words *w = b->words;
    size_t start = w->next, pieces = b->pieces.n;
    bool dash = false;
    while (w->next == start ? khct_peek(w)->kind == KHCT_WORD_LETTERS : goes_on(w, dash)) {
        const khct_word *word = khct_peek(w);
        bool spaced = word->spaced && w->next > start;
        if (spaced && (dash || khct_word_is_sign(word, '-')))
            b->number->mended |= KHCT_DOCNUMBER_SPACES;
        else if (spaced)
            piece(b, KHCT_STR(" "));
        dash = khct_word_is_sign(word, '-');
        if (khct_word_is_sign(word, '&'))
            b->number->mended |= KHCT_DOCNUMBER_LETTERS;
        else
            piece(b, dash ? KHCT_STR("-") : khct_nfc(b->reader->arena, word->text));
        w->next++;
    }
    if (w->next == start)
        return;
    khct_str all = khct_str_join(b->reader->arena, b->pieces.at + pieces, b->pieces.n - pieces);
    size_t cut = khct_str_find(all, KHCT_STR("-"));
    khct_str head = khct_str_sub(all, 0, cut);
    khct_str upper = khct_upper(b->reader->arena, head);
    if (sign_of(head) == NULL && sign_of(upper) != NULL) {
        b->number->mended |= KHCT_DOCNUMBER_LETTERS;
        b->pieces.n = pieces;
        piece(b, upper);
        piece(b, khct_str_sub(all, cut, all.n));
        head = upper;
    }
    bool kind = sign_of(head) != NULL;
    b->number->kind = kind ? head : KHCT_STR("");
    b->number->body = !kind ? all : khct_str_sub(all, cut < all.n ? cut + 1 : cut, all.n);
}

khct_docnumber khct_take_docnumber(const khct_reader *reader, khct_words *words)
{
    khct_docnumber number = {.span = khct_peek(words)->span};
    number.number = number.kind = number.body = number.text = KHCT_STR("");
    build b = {.reader = reader, .words = words, .number = &number};
    size_t start = words->next;
    skip_lead(&b);
    size_t first = words->next;
    if (!take_value(&b) || !take_slash(&b)) {
        words->next = start;
        number.span.end = number.span.begin;
        number.mended = 0;
        number.text = KHCT_STR("");
        return number;
    }
    if (take_year(&b)) {
        size_t before = words->next;
        if (!take_slash(&b)) {
            words->next = before;
        } else {
            take_letters(&b);
        }
    } else {
        take_letters(&b);
    }
    number.understood = true;
    number.span = khct_words_span(words, first, words->next);
    number.words = khct_nfc(reader->arena, khct_words_text(words, first, words->next));
    number.text = khct_str_join(reader->arena, b.pieces.at, b.pieces.n);
    return number;
}

khct_docnumber khct_read_docnumber(const khct_reader *reader, khct_span span)
{
    khct_words words = khct_read_words(reader, span);
    khct_docnumber number = khct_take_docnumber(reader, &words);
    bool all = number.understood && khct_at_end(&words);
    number.span = span;
    number.words = khct_nfc(reader->arena, words.text);
    if (all)
        return number;
    /* what cannot be read stays as it stands */
    number.understood = false;
    number.text = number.words;
    return number;
}

bool khct_docnumber_same(const khct_docnumber *a, const khct_docnumber *b)
{
    if (!a->understood || !b->understood || a->value != b->value || a->year != b->year)
        return false;
    if (a->kind.n > 0 && b->kind.n > 0 && !khct_str_eq(a->kind, b->kind))
        return false;
    return a->body.n == 0 || b->body.n == 0 || khct_str_eq(a->body, b->body);
}
