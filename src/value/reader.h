/* What every reader of a typed value is given.
 *
 * A reader takes the place of a value as it stands in the file (without its `;` and
 * without white space around) and gives its meaning. It never fails: what it does not
 * understand is kept as words, and said so through `diags`.
 */
#ifndef KHCT_VALUE_READER_H
#define KHCT_VALUE_READER_H

#include "diag/diag.h"
#include "value/phrases.h"

/* The tables of phrases that values are made of. */
typedef enum khct_lexicon_table {
    KHCT_WORDS_TIME,
    KHCT_WORDS_TIME_BARE, /* as they read without any marks */
    KHCT_WORDS_MONEY,
    KHCT_WORDS_MONEY_BARE,
    KHCT_WORDS_PEOPLE, /* words that may stand before or between names of roles */
    KHCT_WORDS_BASIS,
    KHCT_WORDS_PROGRESS,
    KHCT_WORDS_COMMON, /* khct_common_word */
    KHCT_WORDS_COUNT,
} khct_lexicon_table;

/* Each table is made when it is first looked into; one lexicon serves any number of plans, one
 * after another. */
typedef struct khct_lexicon {
    khct_arena *arena; /* where its tables go: whoever reads values is within a try of it */
    khct_phrases tables[KHCT_WORDS_COUNT];
} khct_lexicon;

khct_lexicon *khct_lexicon_new(khct_arena *arena);

/* The tables of each value's words that it is made of. */
extern const khct_phrase khct_time_phrases[], khct_money_phrases[], khct_people_phrases[],
    khct_progress_phrases[], khct_basis_phrases[];

typedef struct khct_reader {
    khct_arena *arena;           /* where values go */
    const khct_sources *sources; /* whose bytes a span names */
    khct_diags *diags;           /* NULL: nothing is said */
    khct_lexicon *lexicon;
    size_t *said;  /* counts what is said of values; NULL: nobody asks */
    uint32_t from; /* the byte of the file from which its places count; 0: places in the file */
    bool quoted;   /* values stand between """ and """: no escapes, comments, list marks in them */
} khct_reader;

/* The reader that reports into `diags` and keeps values in its arena. */
khct_reader khct_reader_of(khct_diags *diags, khct_lexicon *lexicon);

/* A reader's place, as it stands in the file. */
static inline khct_span khct_reader_place(const khct_reader *reader, khct_span place)
{
    return (khct_span){place.source, place.begin + reader->from, place.end + reader->from};
}

/* The bytes of a reader's place, as they stand in the file. */
khct_str khct_reader_bytes(const khct_reader *reader, khct_span place);

/* The longest phrase of the table that begins at word `from`, as khct_phrase_at. */
uint32_t khct_reader_phrase(const khct_reader *reader, khct_lexicon_table table,
                            const khct_words *words, size_t from, size_t *count);

/* The words of a place. */
khct_words khct_read_words(const khct_reader *reader, khct_span span);

/* Small words that several kinds of value are made of, each with all its spellings. */
typedef enum khct_common_word {
    KHCT_C_DAY,         /* ngày */
    KHCT_C_MONTH,       /* tháng */
    KHCT_C_YEAR,        /* năm */
    KHCT_C_SCHOOL_YEAR, /* năm học */
    KHCT_C_PERIOD,      /* giai đoạn */
    KHCT_C_FROM,        /* từ */
    KHCT_C_TO,          /* đến, tới */
    KHCT_C_AND,         /* và */
    KHCT_C_LEVEL,       /* mức */
    KHCT_C_HIGHEST,     /* cao nhất */
    KHCT_C_ALL,         /* tất cả */
    KHCT_C_KEEP,        /* duy trì */
    KHCT_C_FAIL,        /* không đạt */
    KHCT_C_CRITERION,   /* tiêu chí */
    KHCT_C_ITEM,        /* khoản */
    KHCT_C_STANDARD,    /* tiêu chuẩn */
} khct_common_word;

/* True where that word is next; khct_take_word also steps over it. */
bool khct_next_is(const khct_reader *reader, const khct_words *words, khct_common_word word);
bool khct_take_word(const khct_reader *reader, khct_words *words, khct_common_word word);

/* Reports, or gives NULL where nothing is to be said. khct_say_fix does nothing for NULL. */
khct_diag *khct_say(const khct_reader *reader, khct_code code, khct_span span,
                    khct_message message);
void khct_say_fix(const khct_reader *reader, khct_diag *diag, khct_grade grade, khct_span span,
                  khct_str text);

/* Says that a value, or the rest of it, makes no sense (KH1009), with what to write. */
void khct_say_not_read(const khct_reader *reader, khct_span span, khct_message hint);

/* The bytes of a place in NFC. */
khct_str khct_read_plain(const khct_reader *reader, khct_span span);

#endif
