/* The words and signs of a plan, read once for all checks of its text (KH0004, KH1010, KH1014,
 * KH5001 of abbreviations, KH7xxx). For use inside src/check only. */
#ifndef KHCT_CHECK_TEXT_H
#define KHCT_CHECK_TEXT_H

#include "check/checks.h"
#include "check/legacy.h"

/* What is known of a word. */
enum {
    KHCT_LEXEME_KNOWN = 1,     /* it has been looked at; else the rest is not yet filled in */
    KHCT_LEXEME_ODD = 2,       /* no syllable of Vietnamese */
    KHCT_LEXEME_OLD = 4,       /* hòa */
    KHCT_LEXEME_NEW = 8,       /* hoà */
    KHCT_LEXEME_CAPITALS = 16, /* looks like an abbreviation that nobody has declared */
    KHCT_LEXEME_LEGACY = 32,   /* has a letter that no Vietnamese text has */
    KHCT_LEXEME_SPLIT = 128,   /* no word: signs stand among its letters */
};

/* A word of the text, kept once: a plan of a thousand pages has a few thousand different ones. */
typedef struct khct_lexeme {
    khct_str word; /* where it was first met */
    uint32_t flags;
    uint32_t number; /* in the list of those that something is said of, from 1; 0: in none */
} khct_lexeme;

/* A word that something is to be said of, once, with all its places. */
typedef struct khct_remarked {
    khct_str word;
    khct_spans spans;
    bool explained; /* an abbreviation: `phụ huynh học sinh (PHHS)` stands somewhere */
} khct_remarked;

typedef KHCT_VEC(khct_remarked) khct_remarked_list;

/* A paragraph. */
typedef struct khct_seen_paragraph {
    khct_span span;  /* where it first stands */
    uint32_t number; /* in `twice`, from 1; 0: it stands once */
} khct_seen_paragraph;

/* Words of which nothing is to be said, by keys of their bytes: see words.c. */
typedef struct khct_plain {
    uint64_t *keys;
    unsigned shift;
} khct_plain;

typedef struct khct_texts {
    khct_checking *k;
    KHCT_VEC(khct_lexeme) lexemes;
    khct_map words; /* their positions */
    khct_plain plain;
    khct_spans styles[2];      /* words like hòa; words like hoà */
    khct_remarked_list shorts; /* abbreviations that nobody has declared so far */
    khct_remarked_list odd;    /* words that are no syllable */
    struct khct_chunk {
        const char *begin, *end; /* in a slice */
        bool address, code;
    } chunk;            /* the one last looked at: a long one is not read for each of its signs */
    khct_map own_words; /* capitals in the names of the school, its superior and roles; filled when
                           first asked for */
    bool own_words_known;
    khct_map seen; /* positions of paragraphs by their hashes */
    KHCT_VEC(khct_seen_paragraph) paragraphs;
    KHCT_VEC(khct_spans) twice; /* the places of each paragraph that stands more than once */
} khct_texts;

/* What is looked at in a value. */
enum {
    KHCT_READ_WORDS = 1,      /* syllables, tones, legacy fonts */
    KHCT_READ_SHORTS = 2,     /* abbreviations */
    KHCT_READ_SIGNS = 4,      /* punctuation, pairs */
    KHCT_READ_PARAGRAPHS = 8, /* whether the same stands twice */
    KHCT_READ_ENDING = 16,    /* the comma at the end */
    KHCT_READ_BULLETS = 32,   /* Word's signs at the beginnings of lines */
};

enum khct_byte_class {
    KHCT_OTHER_BYTE,
    KHCT_SPACE_BYTE,
    KHCT_LINE_END,
    KHCT_SIGN_BYTE,   /* , . ; : ! ? */
    KHCT_OPEN_BYTE,   /* ( [ " */
    KHCT_HIGH_BYTE,   /* first byte of what may be a letter or not */
    KHCT_LETTER_BYTE, /* of a word, also the first byte of é, ư, ạ and of combining marks */
    KHCT_PART_BYTE,   /* what goes on with a letter; this and the one before make words */
};

extern const uint8_t KHCT_BYTE_CLASS[256];

static inline enum khct_byte_class khct_class_of(char c)
{
    return (enum khct_byte_class)KHCT_BYTE_CLASS[(unsigned char)c];
}

static inline bool khct_is_word_byte(char c)
{
    return khct_class_of(c) >= KHCT_LETTER_BYTE;
}

/* Puts one more word or digit into the hash of a paragraph. */
#define KHCT_HASH_STEP UINT64_C(0x9FB21C651E98DF25)

/* One value being read. */
typedef struct khct_reading {
    khct_texts *t;
    khct_str slice;
    khct_span span;
    unsigned what;
    bool legacy;       /* something of a legacy font may stand in it */
    bool pairs;        /* a bracket or quotation mark opens in it */
    bool sentence;     /* the next word begins a sentence */
    khct_fix *bullets; /* of the signs found so far; NULL: none is */
    KHCT_VEC(struct khct_odd_word {
        khct_str word;
        size_t at;
    })
    odd;
    uint64_t hash; /* of the paragraph so far */
    size_t words;
    const char *first, *last; /* its bytes */
} khct_reading;

static inline khct_span khct_reading_place(const khct_reading *r, size_t begin, size_t end)
{
    return (khct_span){r->span.source, r->span.begin + (uint32_t)begin,
                       r->span.begin + (uint32_t)end};
}

/* Adds a place of a word; the lexeme carries the word's number in the list. */
void khct_remark(khct_texts *texts, khct_remarked_list *list, khct_lexeme *lexeme, khct_span span);

/* True where the run without white space around byte `at` is an address or a code, not words:
 * `a@b.vn`, `18/2018/TT-BGDĐT`. */
bool khct_in_address(khct_texts *texts, khct_str slice, size_t at);
bool khct_in_code(khct_texts *texts, khct_str slice, size_t at);

/* words.c: the word among the lexemes, looked at where it is new. Valid until the next
 * call. */
khct_lexeme *khct_lexeme_of(khct_texts *texts, khct_str word);

/* An empty table of plain words for a text of so many bytes. */
khct_plain khct_plain_new(khct_arena *arena, size_t bytes);

/* Passes over the words from `p` on of which nothing is to be said, by far the most, and
 * over what stands between them. Returns `p` where there are none. */
const char *khct_words_pass(khct_reading *r, const char *p, const char *end);

/* The word that begins at `begin`; returns the byte after it and, most often, after the space
 * that follows. */
const char *khct_word_read(khct_reading *r, const char *begin, const char *end);

/* paragraphs.c: KH7005. What is read from now on is of another paragraph. */
void khct_paragraph_end(khct_reading *r);
void khct_paragraphs_report(khct_texts *texts);

/* bullets.c: KH1014, in the line that begins at byte `line`. */
void khct_check_bullet(khct_reading *r, size_t line);

/* numbers.c: KH1010, in the text of a node. */
void khct_check_typed_number(khct_checking *k, const khct_node *node, khct_str text);

/* spelling.c: KH0004, KH7001, KH7004. */
khct_legacies khct_report_legacy(khct_reading *r);
void khct_spelling_report(khct_texts *texts);

/* shorts.c: capitals. Known are those that the plan or the library declares, Roman numbers, and
 * words that everybody knows. */
bool khct_short_is_known(khct_texts *texts, khct_str word);
void khct_short_met(khct_texts *texts, khct_lexeme *lexeme, khct_str slice, size_t at,
                    khct_span span);
void khct_shorts_end(khct_texts *texts);

/* signs.c: punctuation (KH7003). `span` is the slice's place. */
void khct_check_sign(khct_texts *texts, khct_str slice, size_t at, khct_span span);
void khct_check_value_end(khct_texts *texts, khct_str slice, khct_span span);
void khct_check_pairs(khct_texts *texts, khct_str slice, khct_span span);

#endif
