#include "value/tokens.h"

#include "value/text.h"

khct_token *khct_token_add(khct_tokens *tokens, char kind, size_t begin, size_t end)
{
    khct_token *token = &tokens->at[tokens->n];
    *token = (khct_token){.kind = kind, .begin = begin, .end = end};
    tokens->kinds[tokens->n++] = kind;
    return token;
}

/* Where the writer uses no marks at all, `thang 9` is `tháng 9`. */
static bool has_marks(const khct_words *words)
{
    for (size_t i = 0; i < words->n; i++)
        for (size_t k = 0; words->at[i].kind == KHCT_WORD_LETTERS && k < words->at[i].text.n; k++)
            if ((unsigned char)words->at[i].text.p[k] >= 0x80)
                return true;
    return false;
}

/* What a line says begins here, after the mark. */
static bool says(const khct_word *word)
{
    return word->spaced && (word->kind == KHCT_WORD_LETTERS || khct_word_is_sign(word, '('));
}

static bool is_roman(khct_str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (strchr("IVX", text.p[i]) == NULL)
            return false;
    return true;
}

/* `1.`, `1)`, `(1)`, `I.`, `a)`, `a.`: its words; 0 where none. */
static size_t numbering(const khct_word *word)
{
    if (khct_word_is_sign(word, '('))
        return word[1].kind == KHCT_WORD_NUMBER && word[1].text.n < 3 &&
                       khct_word_is_sign(word + 2, ')') && says(word + 3)
                   ? 3
                   : 0;
    bool number = word->kind == KHCT_WORD_NUMBER && word->text.n < 3;
    bool letter = word->kind == KHCT_WORD_LETTERS &&
                  ((word->text.n == 1 && word->text.p[0] >= 'a' && word->text.p[0] <= 'z') ||
                   is_roman(word->text));
    if ((!number && !letter) || word[1].spaced)
        return 0;
    if (khct_word_is_sign(word + 1, '.'))
        return says(word + 2) ? 2 : 0;
    return khct_word_is_sign(word + 1, ')') && (says(word + 2) || (letter && word[2].spaced)) ? 2
                                                                                              : 0;
}

/* The words of a list mark at the start of a line: a sign, or a number or letter with a space after
 * it; or 0. Numbers go on after a semicolon, and where the value began with one after other signs:
 * `1. Tháng 9. 2. Tháng 3`. */
static size_t list_mark(const khct_words *words, size_t i)
{
    const khct_word *word = &words->at[i];
    bool mark = khct_word_is_sign(word, '-') || khct_word_is_sign(word, '+') ||
                khct_word_is_sign(word, '*') || khct_word_is_sign(word, 0x2022);
    if (i == 0 || word->first)
        return mark && word[1].spaced && word[1].kind != KHCT_WORD_END ? 1 : numbering(word);
    bool bracketed = khct_word_is_sign(word, '(') || khct_word_is_sign(word + 1, ')');
    bool listed = numbering(words->at) > 0;
    bool goes_on = khct_word_is_sign(word - 1, ';')   ? listed || bracketed
                   : khct_word_is_sign(word - 1, '.') ? listed
                   : khct_word_is_sign(word - 1, ',') ? listed && bracketed
                                                      : false;
    return goes_on ? numbering(word) : 0;
}

/* `.`, `,`, `;` and the `./.` that ends a paper. */
static size_t end_of(const khct_words *words)
{
    size_t n = words->n;
    while (n > 0 && (khct_word_is_sign(&words->at[n - 1], '.') ||
                     khct_word_is_sign(&words->at[n - 1], ',') ||
                     khct_word_is_sign(&words->at[n - 1], ';') ||
                     (n > 1 && khct_word_is_sign(&words->at[n - 1], '/') &&
                      khct_word_is_sign(&words->at[n - 2], '.'))))
        n--;
    return n;
}

static size_t add_plain(khct_tokens *tokens, khct_lexicon_table table, size_t i)
{
    const khct_word *word = &tokens->words.at[i];
    size_t count = 1;
    uint32_t row = khct_reader_phrase(tokens->reader, table, &tokens->words, i, &count);
    if (row != KHCT_NONE) {
        khct_token_add(tokens, (char)(row & 0xFF), i, i + count)->number = row >> 8;
        return count;
    }
    char kind = KHCT_TOKEN_UNKNOWN;
    if (word->kind == KHCT_WORD_SIGN)
        kind = word->sign > ' ' && word->sign < 0x7F ? (char)word->sign : '?';
    khct_token_add(tokens, kind, i, i + 1);
    return 1;
}

khct_tokens khct_tokens_of(const khct_reader *reader, khct_span span, khct_lexicon_table marked,
                           khct_lexicon_table bare, khct_token_maker *make)
{
    khct_tokens tokens = {.reader = reader, .words = khct_read_words(reader, span)};
    khct_words *words = &tokens.words;
    khct_lexicon_table table = has_marks(words) ? marked : bare;
    /* a word and its number are two tokens, a line's start one more */
    tokens.at = khct_alloc_array(reader->arena, words->n + 1, 3 * sizeof *tokens.at);
    tokens.kinds = khct_alloc_bytes(reader->arena, 3 * words->n + 1);
    size_t n = end_of(words);
    tokens.crowded = n > KHCT_TOKENS_WORDS;
    if (tokens.crowded) {
        khct_token_add(&tokens, KHCT_TOKEN_UNKNOWN, 0, n);
        return tokens;
    }
    for (size_t i = 0; i < n;) {
        size_t mark = list_mark(words, i);
        bool follows = tokens.n > 0 && tokens.kinds[tokens.n - 1] != ':';
        if (words->at[i].first && follows)
            khct_token_add(&tokens, KHCT_TOKEN_LINE, i, i)->number =
                mark > 0 || words->at[i].paragraph;
        i += mark;
        size_t count = make(&tokens, i);
        i += count > 0 ? count : add_plain(&tokens, table, i);
    }
    return tokens;
}

/* The same without those that are marked. */
static khct_tokens without(const khct_tokens *tokens, const bool dropped[])
{
    khct_tokens flat = *tokens;
    flat.at = khct_alloc_array(tokens->reader->arena, tokens->n + 1, sizeof *flat.at);
    flat.kinds = khct_alloc_bytes(tokens->reader->arena, tokens->n + 1);
    flat.n = 0;
    for (size_t i = 0; i < tokens->n; i++) {
        if (dropped[i])
            continue;
        flat.at[flat.n] = tokens->at[i];
        flat.kinds[flat.n++] = tokens->kinds[i];
    }
    return flat;
}

khct_tokens khct_tokens_unwrapped(const khct_tokens *tokens)
{
    bool *wraps = khct_alloc_array(tokens->reader->arena, tokens->n + 1, sizeof *wraps);
    for (size_t i = 0; i < tokens->n; i++)
        wraps[i] = tokens->kinds[i] == KHCT_TOKEN_LINE && tokens->at[i].number == 0;
    return without(tokens, wraps);
}

khct_tokens khct_tokens_without_brackets(const khct_tokens *tokens,
                                         bool (*drops)(void *context, size_t from, size_t to),
                                         void *context)
{
    bool *dropped = khct_alloc_array(tokens->reader->arena, tokens->n + 1, sizeof *dropped);
    size_t end;
    for (size_t i = 0; i < tokens->n; i = end) {
        end = tokens->kinds[i] == '(' ? khct_tokens_after_bracket(tokens, i) : i + 1;
        if (tokens->kinds[i] == '(' && tokens->kinds[end - 1] == ')' && drops(context, i, end))
            memset(dropped + i, true, end - i);
    }
    return without(tokens, dropped);
}

khct_span khct_tokens_span(const khct_tokens *tokens, size_t from, size_t to)
{
    size_t begin = from < tokens->n ? tokens->at[from].begin : tokens->words.n;
    size_t end = to > from && to <= tokens->n ? tokens->at[to - 1].end : begin;
    return khct_words_span(&tokens->words, begin, end);
}

void khct_tokens_leave(const khct_tokens *tokens, size_t from, size_t to, khct_str *rest,
                       khct_span *place)
{
    khct_span span = khct_tokens_span(tokens, from, to);
    *place = rest->n == 0 ? span : khct_span_join(*place, span);
    *rest = KHCT_JOIN(tokens->reader->arena, *rest, rest->n > 0 ? " … " : "",
                      khct_read_name(tokens->reader, span, false, NULL));
}

size_t khct_tokens_after_bracket(const khct_tokens *tokens, size_t from)
{
    size_t depth = 0, i = from;
    for (; i < tokens->n; i++) {
        depth += tokens->kinds[i] == '(';
        depth -= tokens->kinds[i] == ')' && depth > 0;
        if (depth == 0)
            return i + 1;
    }
    return i;
}
