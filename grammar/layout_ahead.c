/* What stands ahead: tokens, lines, and whether the words there are a keyword or running text. */
#include "layout.h"

#include "syntax/begins.h"
#include "text/fold.h"

/* A `<` opens a block where it is last on its line, or before a keyword or `>`. */
static bool opens_block(const khct_layout *l, const khct_raw *next)
{
    return khct_line_ends(next) || next->kind == KHCT_RAW_CLOSES ||
           khct_keyword_match(l->vocabulary, KHCT_B_UNKNOWN, khct_rest(l, next->begin)).keyword !=
               KHCT_KEYWORD_NONE;
}

const khct_raw_line *khct_described_line(khct_layout *l, const khct_raw *token)
{
    khct_raw_line *line = &l->scanner->lines.at[token->line];
    if (line->described)
        return line;
    line->described = true;
    line->last = token->kind;
    line->declares = 0;
    if (token->kind == KHCT_RAW_COMMENT || token->kind == KHCT_RAW_END)
        return line;
    do {
        line->last = token->kind;
        if (token->kind == KHCT_RAW_OPEN && opens_block(l, token + 1))
            line->declares = token->end;
    } while (!khct_line_ends(++token));
    return line;
}

bool khct_block_opens(khct_layout *l, const khct_raw *token)
{
    const khct_raw_line *line = khct_described_line(l, token);
    return line->declares > token->begin &&
           (line->last == KHCT_RAW_OPEN || line->last == KHCT_RAW_CLOSES);
}

const khct_raw *khct_below(const khct_raw *token)
{
    uint32_t line = token->line;
    while (token->line == line && token->kind != KHCT_RAW_END)
        token++;
    return token;
}

const khct_raw *khct_past_comments(const khct_raw *token)
{
    while (token->kind == KHCT_RAW_COMMENT)
        token = khct_below(token);
    return token;
}

/* What is left of a token of several signs. */
static khct_raw_kind rest_of(khct_raw_kind kind, char sign)
{
    if (kind != KHCT_RAW_ESCAPE && kind != KHCT_RAW_QUOTE)
        return kind;
    return sign == ';'   ? KHCT_RAW_SEMICOLONS
           : sign == '<' ? KHCT_RAW_OPEN
           : sign == '>' ? KHCT_RAW_CLOSES
                         : KHCT_RAW_TEXT;
}

void khct_take_to(khct_layout *l, uint32_t at)
{
    while (l->next->end <= at && l->next->kind != KHCT_RAW_END)
        l->next++;
    if (l->next->begin >= at)
        return;
    l->next->begin = khct_skip_blanks(l, at);
    l->next->kind = rest_of(l->next->kind, khct_byte_at(l, l->next->begin));
}

void khct_go_back(khct_layout *l, uint32_t at)
{
    while (l->next > l->scanner->tokens.at && l->next->begin > at)
        l->next--;
    khct_take_to(l, at);
    khct_tree *tree = l->tree;
    while (tree->comments.n > 0 && tree->comments.at[tree->comments.n - 1].span.begin >= at)
        tree->comments.n--;
}

bool khct_opens_before_it_ends(khct_layout *l, const khct_raw *token)
{
    enum { HEADING_LINES = 20 };
    uint32_t at = token->begin;
    for (int n = 0; n < HEADING_LINES && token->kind != KHCT_RAW_END; n++) {
        const khct_raw_line *line = khct_described_line(l, token);
        if (line->declares > at)
            return true;
        if (line->last == KHCT_RAW_SEMICOLONS || line->last == KHCT_RAW_CLOSES)
            return false;
        token = khct_below(token);
    }
    return false;
}

/* --- looking at the text --- */

uint32_t khct_list_mark(const khct_layout *l, uint32_t at)
{
    uint32_t n = (uint32_t)khct_list_sign(khct_rest(l, at));
    uint32_t width = n > 0 ? (uint32_t)khct_blank_at(l->text, at + n) : 0;
    if (width == 0)
        return 0;
    uint32_t words = khct_skip_blanks(l, at + n);
    return words < l->text.n && l->text.p[words] != '\n' ? n + width : 0;
}

uint32_t khct_after_number(const khct_layout *l, uint32_t at)
{
    enum { MOST = 5 };
    uint32_t end = at, letters = 0;
    for (; end < at + MOST; end++) {
        char c = khct_byte_at(l, end);
        letters += khct_is_ascii_word(c) && !khct_is_digit(c);
        if (!khct_is_ascii_word(c) && (c != '.' || end == at))
            break;
    }
    char last = khct_byte_at(l, end > at ? end - 1 : at), sign = khct_byte_at(l, end);
    bool closed = sign == ')' || sign == '/' || last == '.';
    uint32_t words = khct_skip_blanks(l, sign == ')' || sign == '/' ? end + 1 : end);
    return closed && end > at && letters <= 3 && words > end ? words : 0;
}

uint32_t khct_heading_in_list(khct_layout *l, const khct_raw *token)
{
    if (khct_described_line(l, token)->last != KHCT_RAW_OPEN)
        return 0;
    uint32_t at = token->begin, mark = khct_list_mark(l, at);
    uint32_t words = mark > 0 ? khct_skip_blanks(l, at + mark) : khct_after_number(l, at);
    if (words == 0)
        return 0;
    khct_match match = khct_match_at(l, l->open->block, words);
    const khct_place *block = khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION);
    if (block == NULL)
        return 0;
    /* "- Kế hoạch nhóm <": that block has no title */
    uint32_t title = khct_skip_blanks(l, words + (uint32_t)match.length);
    bool titled = khct_has_no_heading(block->opens) && khct_byte_at(l, title) != '<' &&
                  khct_byte_at(l, title) != ':';
    return titled ? 0 : words;
}

uint32_t khct_word_end(const khct_layout *l, uint32_t at)
{
    uint32_t end = at;
    size_t length;
    while (end < l->text.n) {
        int32_t c = khct_utf8_at(l->text.p + end, l->text.n - end, &length);
        if (!khct_in_word(c) && c != '_')
            break;
        end += (uint32_t)length;
    }
    if (end > at)
        return end;
    khct_utf8_at(l->text.p + at, l->text.n - at, &length);
    return at + (uint32_t)length;
}

uint32_t khct_words_before_colon(const khct_layout *l, uint32_t at, int most, bool small,
                                 uint32_t *colon)
{
    uint32_t end = at;
    for (int words = 0; words <= most; words++) {
        *colon = at;
        if (khct_byte_at(l, at) == ':')
            return end;
        int32_t c = khct_char_at(l, at);
        if (!khct_is_letter(c) || (small && khct_is_capital_or_digit(c)))
            return 0;
        end = khct_word_end(l, at);
        at = small ? khct_skip_space(l, end) : khct_skip_blanks(l, end);
    }
    return 0;
}

/* --- where a field may start --- */

bool khct_reads_as_keyword(const khct_layout *l, uint32_t after)
{
    uint32_t at = khct_skip_blanks(l, after);
    return at >= l->text.n || l->text.p[at] == '\n' || at - after > 1 ||
           khct_shows_keyword(khct_rest(l, at));
}

/* A keyword that has no place in the block: true where it may still begin an item. */
static bool stands_out(khct_layout *l, khct_match match, const khct_raw *token)
{
    bool opens = khct_described_line(l, token)->declares > token->begin;
    if (match.marked)
        return opens;
    return match.length >= KHCT_NO_SYLLABLE_LETTERS || (opens && khct_declares(l, match.keyword));
}

khct_match khct_running_keyword(khct_layout *l, khct_block block, const khct_raw *token)
{
    khct_match match = khct_match_at(l, block, token->begin);
    if (match.keyword == KHCT_KEYWORD_NONE)
        return match;
    khct_str after = khct_rest(l, token->begin + (uint32_t)match.length);
    if ((khct_place_of(block, match.keyword) == NULL && !stands_out(l, match, token)) ||
        (!match.marked && !khct_value_may_begin(l->vocabulary, match.keyword, after)))
        match.keyword = KHCT_KEYWORD_NONE;
    return match;
}

/* A word that no person, time or amount begins with: what stands before it is no field of that kind
 * ("phối hợp với công an"). */
static bool prose_follows(const khct_layout *l, uint32_t at)
{
    static const char *const WORDS[] = {"với", "cùng", "giữa", "của", "được", "cho", "là", "và",
                                        "này", "đó",   "đã",   "sẽ",  "kịp",  "qua", "như"};
    char word[KHCT_FOLDED_WORD], wanted[KHCT_FOLDED_WORD];
    at = khct_skip_space(l, at);
    khct_fold_word(l->text.p + at, l->text.p + l->text.n, false, word);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        khct_fold_word(WORDS[i], WORDS[i] + strlen(WORDS[i]), false, wanted);
        if (strcmp(word, wanted) == 0)
            return true;
    }
    return false;
}

bool khct_reads_as_prose(khct_layout *l, khct_match match, const khct_raw *token)
{
    khct_block block = l->open->block;
    const khct_place *place = khct_place_of(block, match.keyword);
    const khct_place *value = khct_place_of(block, l->item.keyword);
    uint32_t after = token->begin + (uint32_t)match.length;
    if (!match.marked || place == NULL || value == NULL || value->type != KHCT_TYPE_TEXT)
        return false;
    if (place->how == KHCT_DECLARATION)
        return !khct_opens_before_it_ends(l, token);
    khct_keyword first = KHCT_KEYWORD_NONE; /* a value may begin with it */
    size_t length;
    switch (place->type) {
    case KHCT_TYPE_TIME:
    case KHCT_TYPE_MONEY:
    case KHCT_TYPE_ROLES:
    case KHCT_TYPE_EVIDENCE:
    case KHCT_TYPE_BASIS:
    case KHCT_TYPE_IDENTIFIER: return prose_follows(l, after);
    case KHCT_TYPE_LEVEL_LIST: first = KHCT_K_CAONHAT; break;
    case KHCT_TYPE_AIM: first = KHCT_K_MUC; break;
    case KHCT_TYPE_TEXT:
    case KHCT_TYPE_NAME:
    case KHCT_TYPE_DATE:
    case KHCT_TYPE_SCHOOL_YEAR:
    case KHCT_TYPE_PERIOD:
    case KHCT_TYPE_DOCUMENT_NUMBER:
    case KHCT_TYPE_CRITERIA:
    case KHCT_TYPE_NUMBERS:
    case KHCT_TYPE_PROGRESS: break;
    default: return false;
    }
    khct_str words = khct_rest(l, khct_skip_blanks(l, after));
    return !khct_reads_as_keyword(l, after) &&
           (first == KHCT_KEYWORD_NONE || !khct_keyword_here(l->vocabulary, first, words, &length));
}
