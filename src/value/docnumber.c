#include "value/docnumber.h"

#include "value/text.h"

#include "text/fold.h"
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

static bool is_blank(const khct_word *word)
{
    return khct_word_is_sign(word, '.') || khct_word_is_sign(word, 0x2026) ||
           khct_word_is_sign(word, '_');
}

/* `.234` of `1.234/QĐ-UBND`: its thousands are set apart. */
static void take_thousands(build *b)
{
    enum { LENGTH = 3 };
    khct_words *w = b->words;
    const khct_word *next = khct_peek_at(w, 1);
    if (!khct_word_is_sign(khct_peek(w), '.') || khct_peek(w)->spaced || next->spaced ||
        !khct_word_is_number(next) || next->text.n != LENGTH || b->number->value == 0 ||
        b->number->number.n > LENGTH || !khct_word_is_sign(khct_peek_at(w, 2), '/'))
        return;
    b->number->value = b->number->value * 1000 + (uint32_t)next->number;
    b->number->number = khct_str_cat(b->reader->arena, b->number->number, next->text);
    b->number->mended |= KHCT_DOCNUMBER_SIGNS;
    piece(b, next->text);
    w->next += 2;
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
        take_thousands(b);
        const khct_word *letter = khct_peek(w);
        if (letter->kind == KHCT_WORD_LETTERS && letter->text.n == 1 && !letter->spaced &&
            khct_word_is_sign(khct_peek_at(w, 1), '/')) { /* 12a/QĐ-THCS */
            w->next++;
            b->number->number = khct_str_cat(b->reader->arena, b->number->number, letter->text);
            piece(b, letter->text);
        }
        return true;
    }
    while (is_blank(khct_peek(w)))
        w->next++;
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

/* Its capitals; all its letters in *letters. */
static size_t capitals(khct_str text, size_t *letters)
{
    size_t count = 0, length;
    *letters = 0;
    for (size_t at = 0; at < text.n; at += length) {
        count += khct_is_capital_or_digit(khct_utf8_at(text.p + at, text.n - at, &length));
        ++*letters;
    }
    return count;
}

/* Letters that are capitals, all but for a last small one: "BGDĐT", "TTg". */
static bool is_letters(const khct_word *word)
{
    if (word->kind != KHCT_WORD_LETTERS)
        return false;
    size_t letters, count = capitals(word->text, &letters);
    return count >= 2 && letters <= count + 1;
}

/* The letter of an office that is spelled out `ahead` words on, before its other letters: `TT - Bộ
 * GD`; NULL elsewhere. */
static const char *office_at(const khct_words *w, size_t ahead)
{
    static const char *const OFFICES[][2] = {{"bo^5", "B"}, {"so+3", "S"}, {"phong1", "P"}};
    for (size_t i = 0; i < sizeof OFFICES / sizeof OFFICES[0]; i++)
        if (khct_word_is(khct_peek_at(w, ahead), OFFICES[i][0]) &&
            is_letters(khct_peek_at(w, ahead + 1)))
            return OFFICES[i][1];
    return NULL;
}

/* `TT BGDĐT`: the dash is forgotten; `BGD ĐT`: a blank too many. */
static bool slips(const khct_words *w, size_t start)
{
    const khct_word *before = &w->at[w->next - 1], *word = khct_peek(w);
    if (!is_letters(word) || khct_word_is(word, "so^2"))
        return false;
    if (khct_word_is(word, "d-t"))
        return khct_str_ends(before->text, "GD");
    return w->next == start + 1 && sign_of(before->text) != NULL;
}

/* After a space only capitals after a dash, or a figure with a slash ("TrMN 7/5"), still belong
 * to the number; a word of the sentence does not. */
static bool goes_on(const khct_words *w, bool after_dash)
{
    const khct_word *word = khct_peek(w);
    size_t letters;
    if (word->kind == KHCT_WORD_END)
        return false;
    const khct_word *next = khct_peek_at(w, 1);
    if (!word->spaced && word->sign == '-' && word->kind == KHCT_WORD_SIGN && next->spaced)
        return next->kind == KHCT_WORD_LETTERS && capitals(next->text, &letters) >= 2;
    if (!word->spaced)
        return word->kind != KHCT_WORD_SIGN || word->sign == '-' || word->sign == '/' ||
               word->sign == '&' ||
               (word->sign == '.' && khct_peek_at(w, 1)->kind != KHCT_WORD_END &&
                !khct_peek_at(w, 1)->spaced);
    if (khct_word_is_number(word))
        return khct_word_is_sign(khct_peek_at(w, 1), '/') && !khct_peek_at(w, 1)->spaced &&
               khct_peek_at(w, 2)->text.n < 4 && !khct_word_is_sign(khct_peek_at(w, 3), '/');
    bool joins = khct_word_is_sign(word, '-') || khct_word_is_sign(word, '&');
    if (joins) /* "KH - THCSHS", "TH & THCS", not "KH - Trường" */
        return khct_peek_at(w, 1)->kind == KHCT_WORD_LETTERS &&
               (capitals(khct_peek_at(w, 1)->text, &letters) >= 2 || office_at(w, 1) != NULL);
    return after_dash && word->kind == KHCT_WORD_LETTERS &&
           (capitals(word->text, &letters) >= 2 || office_at(w, 0) != NULL);
}

/* A run of letters as it ought to be: `BGDDT` is `BGDĐT`. */
static khct_str mended_letters(build *b, khct_str letters)
{
    static const char *const SLIPS[][2] = {
        {"BGDDT", "BGDĐT"}, {"SGDDT", "SGDĐT"}, {"PGDDT", "PGDĐT"}, {"GDDT", "GDĐT"}};
    for (size_t i = 0; i < sizeof SLIPS / sizeof SLIPS[0]; i++)
        if (khct_str_is(letters, SLIPS[i][0])) {
            b->number->mended |= KHCT_DOCNUMBER_SLIP;
            return khct_str_of(SLIPS[i][1]);
        }
    return khct_nfc(b->reader->arena, letters);
}

/* `TTBGDĐT`: the dash between kind and body is forgotten. */
static size_t glued(khct_str letters)
{
    static const char *const BODIES[] = {"BGDĐT", "BGD",  "BNV", "BTC",   "BYT",
                                         "UBND",  "HĐND", "CP",  "SGDĐT", "PGDĐT"};
    for (size_t i = 0; i < sizeof BODIES / sizeof BODIES[0]; i++) {
        size_t n = strlen(BODIES[i]);
        if (letters.n > n && khct_str_ends(letters, BODIES[i]) &&
            sign_of(khct_str_sub(letters, 0, letters.n - n)) != NULL)
            return letters.n - n;
    }
    return 0;
}

static void put_letters(build *b, khct_str letters, bool first)
{
    size_t kind = first ? glued(letters) : 0;
    if (kind > 0) {
        b->number->mended |= KHCT_DOCNUMBER_SLIP;
        piece(b, khct_str_sub(letters, 0, kind));
        piece(b, KHCT_STR("-"));
    }
    piece(b, khct_str_sub(letters, kind, letters.n));
}

/* What stands between the words of the letters: nothing, a blank, or a dash that is forgotten. */
static void take_gap(build *b, bool dash, bool slip)
{
    const khct_word *word = khct_peek(b->words);
    if (slip)
        b->number->mended |= KHCT_DOCNUMBER_SLIP;
    if (slip && !khct_word_is(word, "d-t"))
        piece(b, KHCT_STR("-"));
    else if (!slip && (dash || khct_word_is_sign(word, '-') || khct_word_is_sign(word, '&')))
        b->number->mended |= KHCT_DOCNUMBER_SPACES;
    else if (!slip)
        piece(b, KHCT_STR(" "));
}

/* The kind stands before the first dash: `KH` in `KH-THCSHS`; others write `QĐ/SGDĐT`, `QĐ.MN`. */
static void divide_letters(build *b, size_t pieces)
{
    khct_str all = khct_str_join(b->reader->arena, b->pieces.at + pieces, b->pieces.n - pieces);
    size_t cut = 0, letters;
    while (cut < all.n && strchr("-/.", all.p[cut]) == NULL)
        cut++;
    khct_str head = khct_str_sub(all, 0, cut), rest = khct_str_sub(all, cut, all.n);
    khct_str upper = khct_upper(b->reader->arena, head);
    if (sign_of(head) == NULL && sign_of(upper) != NULL) {
        b->number->mended |= KHCT_DOCNUMBER_LETTERS;
        if (capitals(rest, &letters) == 0) /* 14/kh-thcs */
            rest = khct_upper(b->reader->arena, rest);
        head = upper;
        all = khct_str_cat(b->reader->arena, head, rest);
        b->pieces.n = pieces;
        piece(b, all);
    }
    bool kind = sign_of(head) != NULL;
    b->number->kind = kind ? head : KHCT_STR("");
    b->number->body = !kind ? all : khct_str_sub(rest, rest.n > 0 ? 1 : 0, rest.n);
}

/* `TT/BGDĐT`: of a ministry's paper a dash is meant; `QĐ/SGDĐT` is an old way of others. */
static bool is_slash_for_dash(const build *b, size_t start)
{
    const khct_words *w = b->words;
    const khct_word *before = w->next > start ? &w->at[w->next - 1] : NULL;
    return before != NULL && w->next == start + 1 && khct_word_is_sign(khct_peek(w), '/') &&
           (khct_str_is(before->text, "TT") || khct_str_is(before->text, "TTLT") ||
            khct_str_is(before->text, "NĐ"));
}

/* `KH-THCSHS`, `TT-BGDĐT`, `BGDĐT-QLCL`, `QH14`, `TrMN 7/5`, `KH-THCS&THPTĐS`. */
static void take_letters(build *b)
{
    khct_words *w = b->words;
    size_t start = w->next, pieces = b->pieces.n;
    bool dash = false;
    while (khct_peek(w)->kind != KHCT_WORD_END) {
        const khct_word *word = khct_peek(w);
        size_t letters;
        bool first = w->next == start,
             begins = word->kind == KHCT_WORD_LETTERS &&
                      (!word->spaced || capitals(word->text, &letters) >= 2),
             goes = first ? begins : goes_on(w, dash);
        bool slip = !first && word->spaced && !dash && slips(w, start);
        if (!goes && !slip)
            break;
        const char *office = dash ? office_at(w, 0) : NULL;
        if (office != NULL) {
            piece(b, khct_str_of(office));
            b->number->mended |= KHCT_DOCNUMBER_SLIP;
            w->next++;
            word = khct_peek(w);
        } else if (word->spaced && !first) {
            take_gap(b, dash, slip);
        }
        bool joint = is_slash_for_dash(b, start);
        dash = khct_word_is_sign(word, '-') || khct_word_is_sign(word, '&') || joint;
        b->number->mended |= joint ? KHCT_DOCNUMBER_SLIP : 0;
        if (dash && word->sign != '&')
            piece(b, KHCT_STR("-"));
        else
            put_letters(b, mended_letters(b, word->text), first);
        w->next++;
    }
    if (w->next > start)
        divide_letters(b, pieces);
}

/* `-NQ/TW` after the number of a paper of the Party's. */
static bool take_party(build *b)
{
    khct_words *w = b->words;
    const khct_word *kind = khct_peek_at(w, 1);
    if (b->number->number.n == 0 || !khct_word_is_sign(khct_peek(w), '-') ||
        kind->kind != KHCT_WORD_LETTERS || sign_of(kind->text) == NULL ||
        !khct_word_is_sign(khct_peek_at(w, 2), '/') ||
        khct_peek_at(w, 3)->kind != KHCT_WORD_LETTERS)
        return false;
    if (khct_peek(w)->spaced || kind->spaced || khct_peek_at(w, 2)->spaced)
        b->number->mended |= KHCT_DOCNUMBER_SPACES;
    b->number->party = true;
    piece(b, KHCT_STR("-"));
    piece(b, kind->text);
    w->next += 2;
    take_slash(b);
    size_t pieces = b->pieces.n;
    take_letters(b);
    b->number->kind = kind->text;
    b->number->body = khct_str_join(b->reader->arena, b->pieces.at + pieces, b->pieces.n - pieces);
    return true;
}

khct_str khct_docnumber_key(khct_arena *arena, khct_str letters)
{
    KHCT_VEC(khct_str) parts = {0};
    while (letters.n > 0) { /* GD&ĐT, GD-ĐT */
        size_t cut = khct_str_find(letters, KHCT_STR("&"));
        size_t dash = khct_str_find(letters, KHCT_STR("GD-ĐT"));
        cut = dash + 2 < cut ? dash + 2 : cut;
        khct_push(arena, &parts) = khct_str_sub(letters, 0, cut);
        letters = khct_str_sub(letters, cut < letters.n ? cut + 1 : cut, letters.n);
    }
    return khct_fold_bare(arena, khct_str_join(arena, parts.at, parts.n));
}

/* `/2018/TT-BGDĐT`, `/KH-THCSHS` after the number; false where there is nothing of the kind. */
static bool take_rest(build *b)
{
    if (take_party(b))
        return true;
    if (!take_slash(b))
        return false;
    const khct_word *second = khct_peek(b->words);
    bool two = khct_word_is_number(second) && second->text.n < 4 && !second->spaced &&
               khct_word_is_sign(second + 1, '/') && second[2].kind == KHCT_WORD_LETTERS;
    if (two) { /* 2024/45/QĐ-THPT */
        b->words->next++;
        piece(b, second->text);
        take_slash(b);
    }
    if (!take_year(b)) {
        take_letters(b);
        return true;
    }
    size_t before = b->words->next;
    if (!take_slash(b)) {
        b->words->next = before;
        return true;
    }
    if (khct_peek(b->words)->spaced && khct_peek(b->words)->kind == KHCT_WORD_LETTERS)
        b->number->mended |= KHCT_DOCNUMBER_SLIP;
    take_letters(b);
    return true;
}

khct_docnumber khct_take_docnumber(const khct_reader *reader, khct_words *words)
{
    khct_docnumber number = {.span = khct_peek(words)->span};
    number.number = number.kind = number.body = number.text = number.key = KHCT_STR("");
    build b = {.reader = reader, .words = words, .number = &number};
    size_t start = words->next;
    skip_lead(&b);
    size_t first = words->next;
    if (!take_value(&b) || !take_rest(&b)) {
        words->next = start;
        number.span.end = number.span.begin;
        number.mended = 0;
        number.text = KHCT_STR("");
        return number;
    }
    number.understood = true;
    number.span = khct_words_span(words, first, words->next);
    number.words = khct_nfc(reader->arena, khct_words_text(words, first, words->next));
    number.text = khct_str_join(reader->arena, b.pieces.at, b.pieces.n);
    number.key = khct_docnumber_key(reader->arena, number.text);
    return number;
}

khct_docnumber khct_read_docnumber(const khct_reader *reader, khct_span span)
{
    khct_words words = khct_read_words(reader, span);
    khct_docnumber number = khct_take_docnumber(reader, &words);
    bool all = number.understood && khct_at_end(&words);
    khct_span own = all ? (khct_span){span.source, number.span.begin, span.end} : span;
    number.span = span;
    number.words = khct_read_name(reader, own, false, NULL);
    if (all)
        return number;
    /* what cannot be read stays as it stands */
    number.understood = false;
    number.text = number.words;
    return number;
}

khct_docnumber khct_docnumber_like(khct_arena *arena, const khct_docnumber *number,
                                   const khct_docnumber *other)
{
    khct_docnumber like = *number;
    size_t slash = khct_str_find(other->text, KHCT_STR("/"));
    if (other->party || number->number.n == 0 || slash == other->text.n)
        return like;
    if (like.year == 0)
        like.year = other->year;
    like.kind = other->kind;
    like.body = other->body;
    khct_str rest = khct_str_sub(other->text, slash, other->text.n);
    if (number->year != 0 && other->year != 0) { /* `01/2021, 02/2022/TT-BGDĐT` */
        size_t next = khct_str_find(khct_str_sub(rest, 1, rest.n), KHCT_STR("/")) + 1;
        rest = KHCT_JOIN(arena, "/", number->year, khct_str_sub(rest, next, rest.n));
    }
    like.text = khct_str_cat(arena, number->number, rest);
    like.key = khct_docnumber_key(arena, like.text);
    return like;
}
