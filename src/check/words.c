/* Words in their places: what is known of each, and what is to be said of it. */
#include "check/syllable.h"
#include "check/text.h"
#include "text/utf8.h"

void khct_remark(khct_texts *t, khct_remarked_list *list, khct_lexeme *lexeme, khct_span span)
{
    enum { MOST = 1000 }; /* places kept */
    if (lexeme->number == 0) {
        khct_push(t->k->arena, list) = (khct_remarked){.word = lexeme->word};
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
        digit |= khct_is_digit(chunk.p[i]);
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
           khct_is_digit(before) || khct_is_digit(after);
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

khct_lexeme *khct_lexeme_of(khct_texts *t, khct_str word)
{
    khct_arena *arena = t->k->arena;
    uint32_t at = khct_map_get(&t->words, word);
    if (at == KHCT_NONE) {
        at = (uint32_t)t->lexemes.n;
        khct_map_put(arena, &t->words, word, at);
        khct_push(arena, &t->lexemes) = (khct_lexeme){.word = word};
    }
    khct_lexeme *lexeme = &t->lexemes.at[at];
    if (lexeme->flags == 0)
        lexeme->flags = flags_of(t, word);
    return lexeme;
}

/* --- plain words --- */

khct_plain khct_plain_new(khct_arena *arena, size_t bytes)
{
    enum { FEWEST = 8, MOST = 14 }; /* bits of a place; a short text is not to touch much memory */
    unsigned bits = FEWEST;
    while (bits < MOST && (size_t)8 << bits < bytes)
        bits++;
    khct_plain plain = {khct_alloc_array(arena, (size_t)1 << bits, sizeof *plain.keys), 64 - bits};
    plain.keys[0] = 1; /* no word: what has no bytes is not found */
    return plain;
}

/* What a word is found by: its bytes where they are at most eight, else a hash of them all, which
 * stands for them. A long word never gets the key of a short one, which begins with a letter. */
static inline uint64_t key_of(khct_str word, uint64_t salt)
{
    uint64_t bytes = 0;
    if (word.n > 8)
        return khct_str_hash(word, salt) << 8 | 1;
    memcpy(&bytes, word.p, word.n);
    return bytes;
}

/* Puts one more word into the hash of a paragraph. */
static inline uint64_t hash_with(uint64_t hash, uint64_t key, uint64_t salt)
{
    return (hash ^ key * salt) * KHCT_HASH_STEP;
}

/* Where the key of a word stands of which nothing is to be said, if no other took the place first.
 * Most words of a text are found there by one look. */
static inline uint64_t *place_of(khct_plain plain, uint64_t key, uint64_t salt)
{
    return plain.keys + (key * salt >> plain.shift);
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
/* The run at `p` of at most sixteen bytes, as its key; its length in *n, 0 where it is longer. */
static inline uint64_t run_key(const char *p, size_t *n, uint64_t salt)
{
    const uint64_t TOP = UINT64_C(0x8080808080808080);
    uint64_t bytes[2];
    memcpy(bytes, p, sizeof bytes); /* a file's bytes can be read past their end */
    /* the top bit of each byte that is below 0x40, which ends the run */
    uint64_t end = ~(bytes[0] | bytes[0] << 1) & TOP;
    if (end != 0) {
        *n = (unsigned)__builtin_ctzll(end) / 8;
        return bytes[0] & ((end - 1) ^ end) >> 8;
    }
    end = ~(bytes[1] | bytes[1] << 1) & TOP;
    *n = end == 0 ? 0 : 8 + (unsigned)__builtin_ctzll(end) / 8;
    return key_of((khct_str){p, *n}, salt);
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

const char *khct_words_pass(khct_reading *r, const char *p, const char *end)
{
    khct_plain plain = r->t->plain;
    uint64_t salt = r->t->k->arena->salt, hash = r->hash;
    const char *first = p, *last = p;
    size_t words = 0;
    if ((unsigned char)*end >= 0x40) /* a run might not end where the value does */
        return p;
    while (p < end) {
        size_t n;
        uint64_t key = run_key(p, &n, salt);
        if (*place_of(plain, key, salt) != key)
            break;
        words++;
        hash = hash_with(hash, key, salt);
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
    uint64_t salt = r->t->k->arena->salt;
    khct_str word = run_at(r, begin);
    khct_lexeme *lexeme = khct_lexeme_of(r->t, word);
    if (lexeme->flags & KHCT_LEXEME_SPLIT) {
        word.n = 1;
        while (begin + word.n < end && khct_is_word_byte(begin[word.n]))
            word.n++;
        lexeme = khct_lexeme_of(r->t, word);
    }
    uint64_t key = key_of(word, salt), *plain = place_of(r->t->plain, key, salt);
    if (lexeme->flags != KHCT_LEXEME_KNOWN)
        remark_word(r, lexeme, word, (size_t)(begin - r->slice.p));
    else if (*plain == 0)
        *plain = key;
    const char *p = begin + word.n;
    r->sentence = false;
    r->hash = hash_with(r->hash, key, salt);
    r->last = p;
    if (r->words++ == 0)
        r->first = begin;
    return p + (p < end && *p == ' ');
}
