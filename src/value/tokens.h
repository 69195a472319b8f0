/* A value as a row of tokens, over which the grammars of the typed values work (grammar/money.y,
 * grammar/time.y).
 *
 * Words are cut first and then matched against a table: `hằng` is one word, and no sign of a table
 * is found inside it. Each token has one byte for its kind, so that a flex scanner over the string
 * of kinds puts tokens together: `n%` is a percentage. Which letter stands for what is written in
 * the grammar's own header; signs stand for themselves.
 */
#ifndef KHCT_VALUE_TOKENS_H
#define KHCT_VALUE_TOKENS_H

#include "value/reader.h"

typedef struct khct_token {
    char kind;
    bool grouped;      /* n: its thousands are set apart: 12.500.000 */
    bool huge;         /* n: too large to be read */
    uint8_t decimals;  /* n: how many of its digits stand after the comma */
    uint64_t number;   /* n: its digits; else what the table gives */
    size_t begin, end; /* words */
} khct_token;

enum { KHCT_TOKEN_UNKNOWN = 'u', KHCT_TOKEN_NUMBER = 'n', KHCT_TOKEN_LINE = 'L' };

/* A row of a table: a kind and a number that goes with it. */
#define KHCT_ROW(kind, number) ((uint32_t)(unsigned char)(kind) | (uint32_t)(number) << 8)

typedef struct khct_tokens {
    const khct_reader *reader;
    khct_words words;
    khct_token *at;
    char *kinds; /* of each token; a NUL at the end */
    size_t n;
    size_t next;  /* where the scanner stands */
    void *out;    /* what the parser fills */
    bool crowded; /* more words than a value has: one unknown token */
} khct_tokens;

/* What a grammar makes of words that no table has. Adds its tokens and returns the number of words
 * that it took, or 0: they are for others. */
typedef size_t khct_token_maker(khct_tokens *tokens, size_t word);

/* Takes a value apart. `marked` is its table; `bare`, the same without marks, is used where the
 * value has no marks at all. A list mark at the start of a line is dropped, and full stops at the
 * end of all. A value of more than KHCT_TOKENS_WORDS words is none that is understood. */
enum { KHCT_TOKENS_WORDS = 4000 };
khct_tokens khct_tokens_of(const khct_reader *reader, khct_span span, khct_lexicon_table marked,
                           khct_lexicon_table bare, khct_token_maker *make);

/* The same without the lines that only wrap the text: those that no list mark and no blank line
 * begins. */
khct_tokens khct_tokens_unwrapped(const khct_tokens *tokens);

/* The same without the brackets of which drops() says so, by the token where one opens and the one
 * after its end. */
khct_tokens khct_tokens_without_brackets(const khct_tokens *tokens,
                                         bool (*drops)(void *context, size_t from, size_t to),
                                         void *context);

/* Adds a token of the words `begin` to `end`. */
khct_token *khct_token_add(khct_tokens *tokens, char kind, size_t begin, size_t end);

/* The place of tokens `from` to `to` (excluded). */
khct_span khct_tokens_span(const khct_tokens *tokens, size_t from, size_t to);

/* Adds these to the words that are not understood, and to their place. */
void khct_tokens_leave(const khct_tokens *tokens, size_t from, size_t to, khct_str *rest,
                       khct_span *place);

/* The token after a bracket that opens at `from`, or the end. */
size_t khct_tokens_after_bracket(const khct_tokens *tokens, size_t from);

#endif
