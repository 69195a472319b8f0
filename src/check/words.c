/* Words in their places: what is known of each, and what is to be said of it. */
#include "check/syllable.h"
#include "check/text.h"
#include "text/utf8.h"

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
    return khct_class_of(c) == KHCT_SPACE_BYTE || c == '\n';
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
        if (!khct_is_word_byte(word.p[i]))
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

static bool joined_to_code(const khct_reading *r, size_t begin, size_t end)
{
    char before = begin > 0 ? r->slice.p[begin - 1] : ' ';
    char after = end < r->slice.n ? r->slice.p[end] : ' ';
    if (after == '.' && end + 1 < r->slice.n &&
        khct_class_of(r->slice.p[end + 1]) == KHCT_LETTER_BYTE)
        return true; /* a domain */
    return strchr("-'/@_&", before) != NULL || strchr("-'/@_&", after) != NULL ||
           (before >= '0' && before <= '9') || (after >= '0' && after <= '9');
}

/* What is to be said of the word, if anything. */
static void remark_word(khct_reading *r, khct_lexeme *lexeme, khct_str word, size_t at)
{
    khct_texts *t = r->t;
    r->legacy |= (lexeme->flags & KHCT_LEXEME_LEGACY) != 0 ||
                 ((lexeme->flags & KHCT_LEXEME_ODD) && at > 0 && r->slice.p[at - 1] == '-');
    if ((lexeme->flags & KHCT_LEXEME_CAPITALS) && (r->what & KHCT_READ_SHORTS))
        khct_short_met(t, lexeme, r->slice, at, khct_reading_place(r, at, at + word.n));
    if (!(r->what & KHCT_READ_WORDS))
        return;
    if (lexeme->flags & (KHCT_LEXEME_OLD | KHCT_LEXEME_NEW))
        khct_push(t->k->arena, &t->styles[(lexeme->flags & KHCT_LEXEME_NEW) != 0]) =
            khct_reading_place(r, at, at + word.n);
    /* within a sentence a capital begins a name, which may be of another language */
    bool name = (lexeme->flags & TITLE) != 0 && !r->sentence;
    if ((lexeme->flags & KHCT_LEXEME_ODD) && !name && !joined_to_code(r, at, at + word.n))
        khct_push(t->k->arena, &r->odd) = (struct khct_odd_word){word, at};
}

/* The bytes from a letter on that are 0x40 and above: most often a word. Letters, and what other
 * bytes stand there, are told apart once for each such run. */
static khct_str run_at(const khct_reading *r, const char *begin)
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
static const char *after_gap(const char *p)
{
    if (*p == ',' && p[1] == ' ')
        return p + 2;
    const char *word = p;
    if (*word++ != '\n')
        return p;
    while (*word == ' ')
        word++;
    /* one letter may be Word's sign of an item, the o */
    bool letters = khct_class_of(*word) == KHCT_LETTER_BYTE && khct_is_word_byte(word[1]);
    return letters ? word : p;
}

/* A run that begins with no letter is in no table. */
const char *khct_words_pass(khct_reading *r, const char *p, const char *end)
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
        hash = (hash ^ key.hash) * KHCT_HASH_STEP;
        last = p + n;
        p = last + 1;
        if (*last != ' ' && (p = after_gap(last)) == last)
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
const char *khct_words_pass(khct_reading *r, const char *p, const char *end)
{
    (void)r;
    (void)end;
    return p;
}
#endif

const char *khct_word_read(khct_reading *r, const char *begin, const char *end)
{
    khct_str word = run_at(r, begin);
    khct_lexeme_key key = khct_lexeme_key_of(word, r->t->lexemes.salt);
    khct_lexeme *lexeme = khct_lexeme_of(r->t->k->arena, &r->t->lexemes, word, key);
    if (lexeme->flags != KHCT_LEXEME_KNOWN) {
        if (lexeme->flags == 0)
            lexeme->flags = flags_of(r->t, word);
        if (lexeme->flags & KHCT_LEXEME_SPLIT) {
            word.n = 1;
            while (begin + word.n < end && khct_is_word_byte(begin[word.n]))
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
    r->hash = (r->hash ^ key.hash) * KHCT_HASH_STEP;
    r->last = p;
    if (r->words++ == 0)
        r->first = begin;
    return p + (p < end && *p == ' ');
}
