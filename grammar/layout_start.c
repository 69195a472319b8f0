/* Where a field may start: whether the words at a place are a keyword, or running text. */
#include "layout.h"

#include "syntax/begins.h"
#include "text/fold.h"

static bool line_ends(const khct_layout *l, uint32_t at)
{
    return at >= l->text.n || l->text.p[at] == '\n';
}

bool khct_reads_as_keyword(const khct_layout *l, uint32_t behind)
{
    uint32_t at = khct_skip_blanks(l, behind);
    return line_ends(l, at) || at - behind > 1 || khct_shows_keyword(khct_rest(l, at));
}

/* A keyword that has no place in the block: true where it may still begin an item. */
static bool stands_out(khct_layout *l, khct_match match, const khct_raw *token)
{
    bool opens = khct_line_of(l, token)->declares > token->begin;
    if (match.marked)
        return opens;
    return match.length >= KHCT_NO_SYLLABLE_LETTERS ||
           (opens && khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION) != NULL);
}

khct_match khct_running_keyword(khct_layout *l, khct_block block, const khct_raw *token)
{
    khct_match match = khct_match_at(l, block, token->begin);
    if (match.keyword == KHCT_KEYWORD_NONE)
        return match;
    khct_str behind = khct_rest(l, token->begin + (uint32_t)match.length);
    if ((khct_place_of(block, match.keyword) == NULL && !stands_out(l, match, token)) ||
        (!match.marked && !khct_value_may_begin(l->vocabulary, match.keyword, behind)))
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
    khct_fold_word(l->text.p + at, l->text.p + l->text.n, word, NULL);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        khct_fold_word(WORDS[i], WORDS[i] + strlen(WORDS[i]), wanted, NULL);
        if (strcmp(word, wanted) == 0)
            return true;
    }
    return false;
}

bool khct_reads_as_prose(khct_layout *l, khct_match match, const khct_raw *token)
{
    khct_block block = l->block;
    const khct_place *place = khct_place_of(block, match.keyword);
    const khct_place *value = khct_place_of(block, l->item.keyword);
    uint32_t behind = token->begin + (uint32_t)match.length;
    if (!match.marked || place == NULL || value == NULL || value->type != KHCT_TYPE_TEXT)
        return false;
    if (place->how == KHCT_DECLARATION)
        return !khct_opens_before_it_ends(l, token);
    khct_str words = khct_rest(l, khct_skip_blanks(l, behind));
    size_t length;
    switch (place->type) {
    case KHCT_TYPE_TIME:
    case KHCT_TYPE_MONEY:
    case KHCT_TYPE_ROLES:
    case KHCT_TYPE_EVIDENCE:
    case KHCT_TYPE_BASIS:
    case KHCT_TYPE_IDENTIFIER: return prose_follows(l, behind);
    case KHCT_TYPE_LEVEL_LIST:
        return !khct_keyword_here(l->vocabulary, KHCT_K_CAONHAT, words, &length) &&
               !khct_reads_as_keyword(l, behind);
    case KHCT_TYPE_AIM:
        return !khct_keyword_here(l->vocabulary, KHCT_K_MUC, words, &length) &&
               !khct_reads_as_keyword(l, behind);
    case KHCT_TYPE_TEXT:
    case KHCT_TYPE_NAME:
    case KHCT_TYPE_DATE:
    case KHCT_TYPE_SCHOOL_YEAR:
    case KHCT_TYPE_PERIOD:
    case KHCT_TYPE_DOCUMENT_NUMBER:
    case KHCT_TYPE_CRITERIA:
    case KHCT_TYPE_NUMBERS:
    case KHCT_TYPE_PROGRESS: return !khct_reads_as_keyword(l, behind);
    default: return false;
    }
}
