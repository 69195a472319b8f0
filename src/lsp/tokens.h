/* The kinds of semantic tokens, in the order of the legend. */
#ifndef KHCT_LSP_TOKENS_H
#define KHCT_LSP_TOKENS_H

typedef enum khct_token_kind {
    KHCT_TOKEN_KEYWORD, /* of a declaration */
    KHCT_TOKEN_FIELD,   /* keyword of a field */
    KHCT_TOKEN_CRITERION,
    KHCT_TOKEN_ROLE,
    KHCT_TOKEN_LAW,
    KHCT_TOKEN_LIBRARY, /* a catalogue, a template */
    KHCT_TOKEN_NUMBER,  /* a level */
    KHCT_TOKEN_STRING,  /* a file's name */
    KHCT_TOKEN_SHORT,   /* an abbreviation */
    KHCT_TOKEN_COMMENT,
} khct_token_kind;

enum {
    KHCT_TOKEN_DECLARATION = 1,
    KHCT_TOKEN_FROM_LIBRARY = 2,
    KHCT_TOKEN_DEPRECATED = 4, /* a document no longer in force */
};

/* The protocol's names of kinds, and of modifiers by bit. */
#define KHCT_TOKEN_LEGEND                                                                          \
    "{\"tokenTypes\":[\"keyword\",\"property\",\"enumMember\",\"variable\",\"class\","             \
    "\"namespace\",\"number\",\"string\",\"macro\",\"comment\"],"                                  \
    "\"tokenModifiers\":[\"declaration\",\"defaultLibrary\",\"deprecated\"]}"

#endif
