/* The words of the plan, in one pass for all checks of its text. */
#include "check/text.h"

#include "check/legacy.h"
#include "check/syllable.h"
#include "text/utf8.h"

/* What is looked at in a value. */
enum {
    WORDS = 1,      /* syllables, tones, legacy fonts */
    SHORTS = 2,     /* abbreviations */
    SIGNS = 4,      /* punctuation, pairs */
    PARAGRAPHS = 8, /* whether the same stands twice */
    ENDING = 16,    /* the comma at the end */
};

enum class {
    OTHER_BYTE,
    SPACE_BYTE,
    LINE_END,
    SIGN_BYTE,   /* , . ; : ! ? */
    OPEN_BYTE,   /* ( [ " */
    HIGH_BYTE,   /* first byte of what may be a letter or not */
    LETTER_BYTE, /* of a word, also the first byte of é, ư, ạ and of combining marks */
    PART_BYTE,   /* what goes on with a letter; this and the one before make words */
};

#define EIGHT(from, class)                                                                         \
    [from] = class, [(from) + 1] = class, [(from) + 2] = class, [(from) + 3] = class,              \
    [(from) + 4] = class, [(from) + 5] = class, [(from) + 6] = class, [(from) + 7] = class

static const uint8_t CLASS[256] = {
    [' '] = SPACE_BYTE,      ['\t'] = SPACE_BYTE,     ['\r'] = SPACE_BYTE,
    ['\n'] = LINE_END,       [','] = SIGN_BYTE,       ['.'] = SIGN_BYTE,
    [';'] = SIGN_BYTE,       [':'] = SIGN_BYTE,       ['!'] = SIGN_BYTE,
    ['?'] = SIGN_BYTE,       ['('] = OPEN_BYTE,       ['['] = OPEN_BYTE,
    ['"'] = OPEN_BYTE,       [0xC2] = HIGH_BYTE,      [0xE2] = HIGH_BYTE,
    [0xEF] = HIGH_BYTE,      EIGHT('a', LETTER_BYTE), EIGHT('i', LETTER_BYTE),
    EIGHT('q', LETTER_BYTE), ['y'] = LETTER_BYTE,     ['z'] = LETTER_BYTE,
    EIGHT('A', LETTER_BYTE), EIGHT('I', LETTER_BYTE), EIGHT('Q', LETTER_BYTE),
    ['Y'] = LETTER_BYTE,     ['Z'] = LETTER_BYTE,     [0xC3] = LETTER_BYTE,
    [0xC4] = LETTER_BYTE,    [0xC5] = LETTER_BYTE,    [0xC6] = LETTER_BYTE,
    [0xCC] = LETTER_BYTE,    [0xE1] = LETTER_BYTE,    EIGHT(0x80, PART_BYTE),
    EIGHT(0x88, PART_BYTE),  EIGHT(0x90, PART_BYTE),  EIGHT(0x98, PART_BYTE),
    EIGHT(0xA0, PART_BYTE),  EIGHT(0xA8, PART_BYTE),  EIGHT(0xB0, PART_BYTE),
    EIGHT(0xB8, PART_BYTE),
};

/* Puts one more word or digit into the hash of a paragraph. */
#define HASH_STEP UINT64_C(0x9FB21C651E98DF25)

static inline bool in_word(char c)
{
    return CLASS[(unsigned char)c] >= LETTER_BYTE;
}

/* One value being read. */
typedef struct reading {
    khct_texts *t;
    khct_str slice;
    khct_span span;
    unsigned what;
    bool legacy;   /* something of a legacy font may stand in it */
    bool pairs;    /* a bracket or quotation mark opens in it */
    bool sentence; /* the next word begins a sentence */
    KHCT_VEC(struct odd_word {
        khct_str word;
        size_t at;
    })
    odd;
    uint64_t hash; /* of the paragraph so far */
    size_t words;
    const char *first, *last; /* its bytes */
} reading;

static khct_span place(const reading *r, size_t begin, size_t end)
{
    return (khct_span){r->span.source, r->span.begin + (uint32_t)begin,
                       r->span.begin + (uint32_t)end};
}

void khct_remark(khct_texts *t, khct_remarked_list *list, khct_lexeme *lexeme, khct_span span)
{
    enum { MOST = 1000 }; /* places kept */
    if (lexeme->number == 0) {
        khct_push(t->k->arena, list) = (khct_remarked){.word = {lexeme->p, lexeme->n}};
        lexeme->number = (uint32_t)list->n;
    }
    khct_remarked *remarked = &list->at[lexeme->number - 1];
    if (span.source != KHCT_NO_SOURCE && remarked->spans.n < MOST)
        khct_push(t->k->arena, &remarked->spans) = span;
}

static bool ends_chunk(char c)
{
    return CLASS[(unsigned char)c] == SPACE_BYTE || c == '\n';
}

static bool is_address(khct_str chunk)
{
    return memchr(chunk.p, '@', chunk.n) != NULL || memchr(chunk.p, '_', chunk.n) != NULL ||
           khct_str_find(chunk, KHCT_STR("://")) < chunk.n ||
           khct_str_find(chunk, KHCT_STR("www.")) < chunk.n;
}

static bool is_code(khct_str chunk)
{
    bool digit = false;
    for (size_t i = 0; i < chunk.n; i++)
        digit |= chunk.p[i] >= '0' && chunk.p[i] <= '9';
    return digit &&
           (memchr(chunk.p, '/', chunk.n) != NULL || memchr(chunk.p, '-', chunk.n) != NULL);
}

/* The run without white space around byte `at`. */
static const struct khct_chunk *chunk_at(khct_texts *t, khct_str slice, size_t at)
{
    const char *p = slice.p + at;
    if (p >= t->chunk.begin && p < t->chunk.end)
        return &t->chunk;
    size_t begin = at, end = at;
    while (begin > 0 && !ends_chunk(slice.p[begin - 1]))
        begin--;
    while (end < slice.n && !ends_chunk(slice.p[end]))
        end++;
    khct_str chunk = khct_str_sub(slice, begin, end);
    t->chunk = (struct khct_chunk){chunk.p, chunk.p + chunk.n, is_address(chunk), is_code(chunk)};
    return &t->chunk;
}

bool khct_in_address(khct_texts *texts, khct_str slice, size_t at)
{
    return chunk_at(texts, slice, at)->address;
}

bool khct_in_code(khct_texts *texts, khct_str slice, size_t at)
{
    return chunk_at(texts, slice, at)->code;
}

/* --- a new word --- */

/* Words with marks that older spelling writes as one; in small letters. */
static bool is_loan(khct_str word)
{
    static const char *const LOANS[] = {
        "ôtô",    "môtô",    "xêmina", "ôxy",    "ôxi",    "vắcxin", "vácxin", "bêtông",
        "ximăng", "xàphòng", "càphê",  "lôgic",  "lôgích", "môđun",  "môđem",  "mêtan",
        "rađa",   "đôla",    "axít",   "điôt",   "điốt",   "lôgô",   "rôbốt",  "cáctông",
        "súplơ",  "êđê",     "xơđăng", "mơnông", "cơtu",   "cơho",   "đắk",    "lắk",
        "đăk",    "lăk",     "kạn",    "pakô",   "khơme",  "điôxít", "vônkế",
    };
    for (size_t i = 0; i < sizeof LOANS / sizeof *LOANS; i++)
        if (khct_str_is(word, LOANS[i]))
            return true;
    return false;
}

typedef struct shape {
    size_t letters, capitals;
    bool first; /* the first letter is a capital */
} shape;

static shape shape_of(khct_str word)
{
    shape s = {0, 0, false};
    for (const char *p = word.p, *end = p + word.n; p < end;) {
        size_t length;
        bool capital = khct_is_capital_or_digit(khct_utf8_at(p, (size_t)(end - p), &length));
        khct_letter ignored;
        p = khct_take_letter(p, end, &ignored);
        if (s.letters == 0)
            s.first = capital;
        s.letters++;
        s.capitals += capital;
    }
    return s;
}

enum { TITLE = 64 }; /* flag: begins with a capital */

static uint32_t flags_of(khct_texts *t, khct_str word)
{
    enum { LONGEST_SHORT = 10 };
    uint32_t flags = KHCT_LEXEME_KNOWN;
    size_t length;
    for (size_t i = 0; i < word.n; i++)
        if (!in_word(word.p[i]))
            return flags | KHCT_LEXEME_SPLIT;
    for (size_t at = 0; at < word.n; at += length)
        if (khct_is_legacy_letter(khct_utf8_at(word.p + at, word.n - at, &length)))
            flags |= KHCT_LEXEME_LEGACY;
    shape s = shape_of(word);
    if (s.letters < 2)
        return flags;
    if (s.capitals > s.first && s.capitals < s.letters && (unsigned char)word.p[0] < 0x80)
        flags |= KHCT_LEXEME_LEGACY; /* chÊt, perhaps */
    khct_syllable syllable = khct_syllable_read(word);
    bool small = s.capitals == (s.first ? 1 : 0);
    if (s.capitals == s.letters) {
        if (syllable.sound != KHCT_SOUND_FINE && s.letters <= LONGEST_SHORT &&
            !khct_short_is_known(t, word))
            flags |= KHCT_LEXEME_CAPITALS;
        return flags;
    }
    if (small && syllable.sound > KHCT_SOUND_FOREIGN &&
        !is_loan(khct_lower(t->k->arena, khct_nfc(t->k->arena, word))))
        flags |= KHCT_LEXEME_ODD | (s.first ? TITLE : 0);
    /* a name keeps the spelling that its bearer gave it */
    if (s.capitals == 0 && syllable.style != KHCT_TONE_ANY)
        flags |= syllable.style == KHCT_TONE_OLD ? KHCT_LEXEME_OLD : KHCT_LEXEME_NEW;
    return flags;
}

/* --- a word in its place --- */

static bool joined_to_code(const reading *r, size_t begin, size_t end)
{
    char before = begin > 0 ? r->slice.p[begin - 1] : ' ';
    char after = end < r->slice.n ? r->slice.p[end] : ' ';
    if (after == '.' && end + 1 < r->slice.n &&
        CLASS[(unsigned char)r->slice.p[end + 1]] == LETTER_BYTE)
        return true; /* a domain */
    return strchr("-'/@_&", before) != NULL || strchr("-'/@_&", after) != NULL ||
           (before >= '0' && before <= '9') || (after >= '0' && after <= '9');
}

/* What is to be said of the word, if anything. */
static void remark_word(reading *r, khct_lexeme *lexeme, khct_str word, size_t at)
{
    khct_texts *t = r->t;
    r->legacy |= (lexeme->flags & KHCT_LEXEME_LEGACY) != 0 ||
                 ((lexeme->flags & KHCT_LEXEME_ODD) && at > 0 && r->slice.p[at - 1] == '-');
    if ((lexeme->flags & KHCT_LEXEME_CAPITALS) && (r->what & SHORTS))
        khct_short_met(t, lexeme, r->slice, at, place(r, at, at + word.n));
    if (!(r->what & WORDS))
        return;
    if (lexeme->flags & (KHCT_LEXEME_OLD | KHCT_LEXEME_NEW))
        khct_push(t->k->arena, &t->styles[(lexeme->flags & KHCT_LEXEME_NEW) != 0]) =
            place(r, at, at + word.n);
    /* within a sentence a capital begins a name, which may be of another language */
    bool name = (lexeme->flags & TITLE) != 0 && !r->sentence;
    if ((lexeme->flags & KHCT_LEXEME_ODD) && !name && !joined_to_code(r, at, at + word.n))
        khct_push(t->k->arena, &r->odd) = (struct odd_word){word, at};
}

/* The bytes from a letter on that are 0x40 and above: most often a word. Letters, and what other
 * bytes stand there, are told apart once for each such run. */
static khct_str run_at(const reading *r, const char *begin)
{
    const char *end = r->slice.p + r->slice.n, *p = begin;
    while (p < end && (unsigned char)*p >= 0x40)
        p++;
    return (khct_str){begin, (size_t)(p - begin)};
}

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
/* The top bit of each of the eight bytes that is below 0x40, which ends a run. */
static inline uint64_t ends_run(uint64_t bytes)
{
    return ~(bytes | bytes << 1) & UINT64_C(0x8080808080808080);
}

static inline uint64_t eight_at(const char *p)
{
    uint64_t bytes;
    memcpy(&bytes, p, 8);
    return bytes;
}

/* The run of less than eight bytes at `p` that ends where `end` says; its length in *n. */
static inline khct_lexeme_key short_run(uint64_t bytes, uint64_t end, size_t *n, uint64_t salt)
{
    *n = (unsigned)__builtin_ctzll(end) / 8;
    return khct_lexeme_key_from(bytes & ((end - 1) ^ end) >> 8, salt);
}

/* The run of eight to sixteen bytes at `p`; false where it is longer. */
static bool long_run(const char *p, khct_lexeme_key *key, size_t *n, uint64_t salt)
{
    uint64_t end = ends_run(eight_at(p + 8));
    if (end == 0)
        return false;
    *n = 8 + (unsigned)__builtin_ctzll(end) / 8;
    *key = khct_lexeme_key_of((khct_str){p, *n}, salt);
    return true;
}

/* True for a run of `n` bytes at `p`, seen before, of which nothing is to be said. */
static bool is_known(const khct_lexemes *lexemes, const char *p, khct_lexeme_key key, size_t n)
{
    const khct_lexeme *l = khct_lexeme_first(lexemes, key.hash);
    if (l->bytes != key.bytes || l->flags != KHCT_LEXEME_KNOWN)
        return false;
    return n <= 8 || (l->n == n && eight_at(l->p) == eight_at(p) &&
                      eight_at(l->p + n - 8) == eight_at(p + n - 8));
}

/* After what stands between two words of a sentence at `p`: a comma and a space, or a line end and
 * the next line's indent; `p` where it is anything else. */
static const char *behind_gap(const char *p)
{
    if (*p == ',' && p[1] == ' ')
        return p + 2;
    const char *word = p;
    if (*word++ != '\n')
        return p;
    while (*word == ' ')
        word++;
    return CLASS[(unsigned char)*word] == LETTER_BYTE ? word : p;
}

/* Passes over the words from `p` on of which nothing is to be said, by far the most, and over what
 * stands between them. A run that begins with no letter is in no table. */
static const char *pass_known(reading *r, const char *p, const char *end)
{
    const khct_lexemes *lexemes = &r->t->lexemes;
    uint64_t *plain = lexemes->plain, salt = lexemes->salt;
    const char *first = p, *last = p;
    uint64_t hash = r->hash;
    size_t words = 0, n;
    if ((unsigned char)*end >= 0x40) /* a run might not end where the value does */
        return p;
    while (p < end) {
        /* a file's bytes can be read past their end (KHCT_SOURCE_PADDING) */
        uint64_t bytes = eight_at(p), stop = ends_run(bytes);
        khct_lexeme_key key;
        if (stop != 0)
            key = short_run(bytes, stop, &n, salt);
        else if (!long_run(p, &key, &n, salt))
            break;
        if (*khct_lexeme_plain(plain, key.hash) != key.bytes && !is_known(lexemes, p, key, n))
            break;
        words++;
        hash = (hash ^ key.hash) * HASH_STEP;
        last = p + n;
        p = *last == ' ' ? last + 1 : behind_gap(last);
        if (p == last)
            break;
    }
    if (words > 0) {
        r->sentence = false;
        r->hash = hash;
        r->last = last;
        if (r->words == 0)
            r->first = first;
        r->words += words;
    }
    return p < end ? p : end;
}
#else
static const char *pass_known(reading *r, const char *p, const char *end)
{
    (void)r;
    (void)end;
    return p;
}
#endif

/* The word that begins at `begin`; returns the byte after it and, most often, after the space
 * that follows. */
static const char *read_word(reading *r, const char *begin, const char *end)
{
    khct_str word = run_at(r, begin);
    khct_lexeme_key key = khct_lexeme_key_of(word, r->t->lexemes.salt);
    khct_lexeme *lexeme = khct_lexeme_of(r->t->k->arena, &r->t->lexemes, word, key);
    if (lexeme->flags != KHCT_LEXEME_KNOWN) {
        if (lexeme->flags == 0)
            lexeme->flags = flags_of(r->t, word);
        if (lexeme->flags & KHCT_LEXEME_SPLIT) {
            word.n = 1;
            while (begin + word.n < end && in_word(begin[word.n]))
                word.n++;
            key = khct_lexeme_key_of(word, r->t->lexemes.salt);
            lexeme = khct_lexeme_of(r->t->k->arena, &r->t->lexemes, word, key);
            if (lexeme->flags == 0)
                lexeme->flags = flags_of(r->t, word);
        }
        remark_word(r, lexeme, word, (size_t)(begin - r->slice.p));
    }
    uint64_t *plain = khct_lexeme_plain(r->t->lexemes.plain, key.hash);
    if (lexeme->flags == KHCT_LEXEME_KNOWN && word.n <= 8 && *plain == 0)
        *plain = key.bytes;
    const char *p = begin + word.n;
    r->sentence = false;
    r->hash = (r->hash ^ key.hash) * HASH_STEP;
    r->last = p;
    if (r->words++ == 0)
        r->first = begin;
    return p + (p < end && *p == ' ');
}

/* --- paragraphs --- */

/* The paragraph with that hash, made where it is new. */
static khct_seen_paragraph *paragraph_of(khct_texts *t, uint64_t hash, khct_span span)
{
    khct_str key = {(const char *)&hash, sizeof hash};
    uint32_t at = khct_map_get(&t->seen, key);
    if (at == KHCT_NONE) {
        at = (uint32_t)t->paragraphs.n;
        khct_push(t->k->arena, &t->paragraphs) = (khct_seen_paragraph){.span = span};
        khct_map_put(t->k->arena, &t->seen, khct_str_copy(t->k->arena, key), at);
    }
    return &t->paragraphs.at[at];
}

/* KH7005, at the end of a paragraph. Short ones repeat by right. */
static void end_paragraph(reading *r)
{
    enum { FEWEST = 12 };
    khct_texts *t = r->t;
    size_t words = r->words;
    uint64_t hash = r->hash;
    r->words = 0;
    r->hash = 0;
    if (words < FEWEST || !(r->what & PARAGRAPHS))
        return;
    khct_span span = place(r, (size_t)(r->first - r->slice.p), (size_t)(r->last - r->slice.p));
    size_t known = t->paragraphs.n;
    khct_seen_paragraph *seen = paragraph_of(t, hash, span);
    if (t->paragraphs.n > known)
        return; /* it is new */
    if (seen->number == 0) {
        khct_spans places = {0};
        khct_push(t->k->arena, &places) = seen->span;
        khct_push(t->k->arena, &t->twice) = places;
        seen->number = (uint32_t)t->twice.n;
    }
    khct_push(t->k->arena, &t->twice.at[seen->number - 1]) = span;
}

static void report_twice(khct_texts *t, const khct_spans *places)
{
    khct_diags *diags = t->k->diags;
    khct_diag *diag = khct_report(diags, KHCT_KH7005, places->at[1], KHCT_MSG0(PARAGRAPH_TWICE));
    khct_diag_related(diags, diag, places->at[0], KHCT_MSG0(PARAGRAPH_FIRST));
    if (places->n > 2)
        khct_diag_note(diags, diag,
                       KHCT_MSG(ODD_COUNT, khct_str_number(t->k->arena, (long long)places->n)));
    khct_diag_hint(diags, diag, KHCT_MSG0(PARAGRAPH_HINT));
}

/* After a line's end: an empty line or a list item ends the paragraph; a comment is stepped over.
 */
static size_t read_line_begin(reading *r, size_t at)
{
    khct_str s = r->slice;
    while (at < s.n && CLASS[(unsigned char)s.p[at]] == SPACE_BYTE)
        at++;
    if (at >= s.n)
        return at;
    char c = s.p[at], after = at + 1 < s.n ? s.p[at + 1] : '\n';
    bool spaced = after == ' ' || after == '\n' || after == '\t' || after == '\r';
    if (c == '#' && spaced) {
        while (at < s.n && s.p[at] != '\n')
            at++;
        return at;
    }
    bool item = (strchr("-+*", c) != NULL && spaced) || c == '\xE2';
    if (c == '\n' || item) {
        end_paragraph(r);
        r->sentence = true;
    }
    return at;
}

/* --- signs --- */

static size_t read_sign(reading *r, size_t at)
{
    khct_str s = r->slice;
    char before = at > 0 ? s.p[at - 1] : '\n';
    char after = at + 1 < s.n ? s.p[at + 1] : '\n';
    if (before == '\\' && at > 1)
        before = s.p[at - 2];
    r->sentence = s.p[at] != ',';
    bool doubtful = before == ' ' || before == '\xA0' || after == '.' ||
                    CLASS[(unsigned char)after] == LETTER_BYTE;
    if (doubtful && (r->what & SIGNS))
        khct_check_sign(r->t, s, at, r->span);
    return at + 1;
}

/* U+00A0 to U+00BF, and signs like “ – …. */
static size_t read_high(reading *r, size_t at)
{
    size_t length;
    khct_str s = r->slice;
    int32_t c = khct_utf8_at(s.p + at, s.n - at, &length);
    bool beside = (at > 0 && CLASS[(unsigned char)s.p[at - 1]] == LETTER_BYTE) ||
                  (at + length < s.n && CLASS[(unsigned char)s.p[at + length]] == LETTER_BYTE);
    r->legacy |= beside && khct_is_legacy_letter(c);
    r->pairs |= c == 0x201C || c == 0x201D;
    r->sentence |= c == 0x201C || c == 0x2026;
    return at + length;
}

/* --- a value --- */

static bool inside(const khct_legacies *legacies, size_t at)
{
    for (size_t i = 0; i < legacies->n; i++)
        if (at >= legacies->at[i].begin && at < legacies->at[i].end)
            return true;
    return false;
}

static khct_legacies report_legacy(reading *r)
{
    khct_diags *diags = r->t->k->diags;
    khct_legacies found = khct_find_legacy(r->t->k->arena, r->slice);
    for (size_t i = 0; i < found.n; i++) {
        const khct_legacy *l = &found.at[i];
        khct_span span = place(r, l->begin, l->end);
        khct_diag *diag =
            khct_report(diags, KHCT_KH0004, span,
                        l->unread.n > 0 ? KHCT_MSG(LEGACY_DAMAGED, khct_str_of(l->font))
                                        : KHCT_MSG(LEGACY, khct_str_of(l->font)));
        if (l->unread.n > 0) {
            khct_diag_hint(diags, diag, KHCT_MSG(LEGACY_DAMAGED_HINT, l->text, l->unread));
            continue;
        }
        khct_diag_hint(diags, diag, KHCT_MSG(LEGACY_HINT, l->text));
        khct_diag_fix(diags, diag, KHCT_LIKELY, span, l->text);
    }
    return found;
}

/* What is no word: white space, signs. Returns the byte after it. */
static size_t read_other(reading *r, size_t at)
{
    switch ((enum class)CLASS[(unsigned char)r->slice.p[at]]) {
    case SIGN_BYTE: return read_sign(r, at);
    case HIGH_BYTE: return read_high(r, at);
    case LINE_END: return read_line_begin(r, at + 1);
    case OPEN_BYTE: r->pairs = r->sentence = true; break;
    default: break;
    }
    return at + 1;
}

/* Passes over digits, white space and signs that mean nothing here. "lớp 6" and "lớp 7" are not the
 * same paragraph. */
static const char *pass_other(reading *r, const char *p, const char *end)
{
    for (; p < end && CLASS[(unsigned char)*p] <= SPACE_BYTE; p++)
        if (*p >= '0' && *p <= '9')
            r->hash = (r->hash ^ (unsigned char)*p) * HASH_STEP;
    return p;
}

static void read_value(khct_texts *t, khct_str slice, khct_span span, unsigned what)
{
    reading r = {.t = t, .slice = slice, .span = span, .what = what, .sentence = true};
    const char *p = slice.p, *end = slice.p + slice.n;
    while (p < end) {
        const char *behind = CLASS[(unsigned char)*p] <= SPACE_BYTE ? pass_other(&r, p, end)
                                                                    : pass_known(&r, p, end);
        if (behind > p)
            p = behind;
        else if (CLASS[(unsigned char)*p] == LETTER_BYTE)
            p = read_word(&r, p, end);
        else
            p = slice.p + read_other(&r, (size_t)(p - slice.p));
    }
    end_paragraph(&r);
    char last = slice.p[slice.n - 1];
    if ((what & ENDING) && (last == ',' || ends_chunk(last)))
        khct_check_value_end(t, slice, span);
    if (r.pairs && (what & SIGNS))
        khct_check_pairs(t, slice, span);
    khct_legacies legacies = {0};
    if (r.legacy && (what & WORDS))
        legacies = report_legacy(&r);
    for (size_t i = 0; i < r.odd.n; i++)
        if (!inside(&legacies, r.odd.at[i].at)) {
            khct_lexeme *lexeme = khct_lexeme_add(t->k->arena, &t->lexemes, r.odd.at[i].word);
            size_t at = r.odd.at[i].at;
            khct_remark(t, &t->odd, lexeme, place(&r, at, at + r.odd.at[i].word.n));
        }
}

/* --- all values --- */

static unsigned what_of(const khct_node *node)
{
    const khct_place *row = khct_place_of(node->inside, node->keyword);
    if (row == NULL || node->inside == KHCT_B_TRUONG || node->keyword == KHCT_K_HOTEN)
        return 0;
    switch (row->type) {
    case KHCT_TYPE_TEXT: return WORDS | SHORTS | SIGNS | PARAGRAPHS | ENDING;
    case KHCT_TYPE_NAME:
    case KHCT_TYPE_BASIS:
    case KHCT_TYPE_EVIDENCE: return WORDS | SHORTS | SIGNS | ENDING;
    case KHCT_TYPE_ROLES: return SHORTS | SIGNS | ENDING;
    case KHCT_TYPE_TIME:
    case KHCT_TYPE_MONEY: return ENDING;
    case KHCT_TYPE_ROLE:
    case KHCT_TYPE_ABBREVIATION:
    case KHCT_TYPE_PROGRESS: return WORDS;
    case KHCT_TYPE_NONE: return WORDS | SHORTS | SIGNS;
    default: return 0;
    }
}

/* What the plan brings of the library's kind (a catalogue of its own) is not its text. */
static bool is_library_block(const khct_node *node)
{
    return (node->flags & KHCT_NODE_BLOCK) != 0 &&
           (node->keyword == KHCT_K_DANHMUC || node->keyword == KHCT_K_MAU ||
            node->keyword == KHCT_K_VANBAN);
}

static void read_nodes(khct_texts *t, const khct_node *node)
{
    for (; node != NULL; node = node->next) {
        if (is_library_block(node))
            continue;
        unsigned what = what_of(node);
        if (what != 0 && node->value.begin < node->value.end)
            read_value(t, khct_source_text(t->k->diags->sources, node->value), node->value, what);
        read_nodes(t, node->first);
    }
}

/* --- KH7001, KH7004 --- */

static void report_styles(khct_texts *t)
{
    khct_diags *diags = t->k->diags;
    khct_arena *arena = t->k->arena;
    if (t->styles[0].n == 0 || t->styles[1].n == 0)
        return;
    bool newer_fewer = t->styles[1].n <= t->styles[0].n;
    const khct_spans *fewer = &t->styles[newer_fewer], *more = &t->styles[!newer_fewer];
    khct_diag *diag = khct_report(diags, KHCT_KH7001, fewer->at[0],
                                  KHCT_MSG(STYLES, khct_source_text(diags->sources, fewer->at[0]),
                                           khct_str_number(arena, (long long)fewer->n),
                                           khct_source_text(diags->sources, more->at[0]),
                                           khct_str_number(arena, (long long)more->n)));
    khct_diag_related(diags, diag, more->at[0], KHCT_MSG0(STYLES_OTHER));
    khct_diag_hint(diags, diag, KHCT_MSG0(STYLES_HINT));
    khct_fix *fix = NULL;
    for (size_t i = 0; i < fewer->n; i++) {
        khct_str mended = khct_syllable_mend(arena, khct_source_text(diags->sources, fewer->at[i]));
        if (fix == NULL)
            fix = khct_diag_fix(diags, diag, KHCT_LIKELY, fewer->at[i], mended);
        else
            khct_push(arena, &fix->edits) = (khct_edit){fewer->at[i], mended};
    }
}

/* One fix that puts `text` in all the word's places. */
static void mend_all(khct_diags *diags, khct_diag *diag, const khct_remarked *remarked,
                     khct_str text)
{
    khct_fix *fix = khct_diag_fix(diags, diag, KHCT_LIKELY, remarked->spans.at[0], text);
    for (size_t i = 1; i < remarked->spans.n; i++)
        khct_push(diags->arena, &fix->edits) = (khct_edit){remarked->spans.at[i], text};
}

static void report_odd(khct_texts *t, const khct_remarked *odd)
{
    khct_diags *diags = t->k->diags;
    khct_arena *arena = t->k->arena;
    khct_str word = odd->word;
    khct_syllable s = khct_syllable_read(word);
    size_t split = s.sound == KHCT_SOUND_NONE ? khct_syllable_split(word) : 0;
    khct_str mended = word;
    khct_message message = KHCT_MSG(ODD, word), hint = KHCT_MSG0(ODD_HINT);
    if (s.sound == KHCT_SOUND_STOP) {
        hint = KHCT_MSG(ODD_STOP_HINT, khct_syllable_toned(arena, word, '2'),
                        khct_syllable_toned(arena, word, '5'));
        message = KHCT_MSG(ODD_STOP, word);
    } else if (s.sound == KHCT_SOUND_PLACE) {
        mended = khct_syllable_mend(arena, word);
        message = KHCT_MSG(ODD_PLACE, word);
        hint = KHCT_MSG(ODD_MENDED_HINT, mended);
    } else if (split > 0) {
        mended = khct_str_join(arena,
                               (khct_str[]){khct_str_sub(word, 0, split), KHCT_STR(" "),
                                            khct_str_sub(word, split, word.n)},
                               3);
        message = KHCT_MSG(ODD_JOINED, word);
        hint = KHCT_MSG(ODD_MENDED_HINT, mended);
    }
    khct_diag *diag = khct_report(diags, KHCT_KH7004, odd->spans.at[0], message);
    if (odd->spans.n > 1)
        khct_diag_note(diags, diag,
                       KHCT_MSG(ODD_COUNT, khct_str_number(arena, (long long)odd->spans.n)));
    khct_diag_hint(diags, diag, hint);
    if (!khct_str_eq(mended, word))
        mend_all(diags, diag, odd, mended);
}

void khct_check_text(khct_checking *k)
{
    khct_texts t = {.k = k, .lexemes = khct_lexemes_new(k->arena)};
    khct_shorts_begin(&t);
    for (size_t i = 0; i < k->plan->document->files.n; i++)
        read_nodes(&t, k->plan->document->files.at[i].tree->top->first);
    report_styles(&t);
    for (size_t i = 0; i < t.odd.n; i++)
        report_odd(&t, &t.odd.at[i]);
    for (size_t i = 0; i < t.twice.n; i++)
        report_twice(&t, &t.twice.at[i]);
    khct_shorts_end(&t);
}
