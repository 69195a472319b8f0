#include "layout.h"

#include "syntax/titles.h"
#include "text/fold.h"
#include "text/lanes.h"
#include "text/utf8.h"

/* --- looking at the text --- */

static khct_str rest(const khct_layout *l, uint32_t at)
{
    return khct_str_sub(l->text, at, l->text.n);
}

/* The byte at `at`, which may be a few behind the end: zeroes stand there (KHCT_SOURCE_PADDING). */
static char at_byte(const khct_layout *l, uint32_t at)
{
    return l->text.p[at];
}

/* Bytes of one blank (no line end) at `at`, or 0. */
static uint32_t blank(const khct_layout *l, uint32_t at)
{
    return (uint32_t)khct_blank_at(l->text, at);
}

static uint32_t skip_blanks(const khct_layout *l, uint32_t at)
{
    uint32_t width;
    while ((width = blank(l, at)) > 0)
        at += width;
    return at;
}

/* Behind all white space, line ends too: where text is wrapped means nothing. */
static uint32_t skip_space(const khct_layout *l, uint32_t at)
{
    while ((at = skip_blanks(l, at)) < l->text.n && l->text.p[at] == '\n')
        at++;
    return at;
}

static bool line_ends(const khct_layout *l, uint32_t at)
{
    return at >= l->text.n || l->text.p[at] == '\n';
}

/* True where a `#` at `at` is followed by white space or the line's end. */
static bool hash_begins_comment(const khct_layout *l, uint32_t at)
{
    return at_byte(l, at) == '#' && (line_ends(l, at + 1) || blank(l, at + 1) > 0);
}

static bool only_comment_follows(const khct_layout *l, uint32_t at)
{
    at = skip_blanks(l, at);
    return line_ends(l, at) || hash_begins_comment(l, at);
}

static uint32_t next_line(const khct_layout *l, uint32_t at)
{
    if (at >= l->text.n)
        return (uint32_t)l->text.n;
    const char *end = memchr(l->text.p + at, '\n', l->text.n - at);
    return end == NULL ? (uint32_t)l->text.n : (uint32_t)(end - l->text.p) + 1;
}

static uint32_t indent_of(const khct_layout *l, uint32_t at, uint32_t *first)
{
    enum { TAB = 4 };
    uint32_t begin = at, width;
    at = (uint32_t)(khct_behind(l->text.p + at, ' ') - l->text.p);
    uint32_t cells = at - begin;
    while ((width = blank(l, at)) > 0) {
        cells += at_byte(l, at) == '\t' ? TAB - cells % TAB : 1;
        at += width;
    }
    *first = at;
    return cells;
}

/* Bytes of a list mark with its blank at `at` ("- ", "– ", "• ", "* ", "+ ", …), or 0. Blanks at a
 * line's end say nothing, so a mark with nothing behind it is none. */
static uint32_t list_mark(const khct_layout *l, uint32_t at)
{
    uint32_t n = (uint32_t)khct_list_sign(rest(l, at));
    bool item = n > 0 && blank(l, at + n) > 0 && !line_ends(l, skip_blanks(l, at + n));
    return item ? n + blank(l, at + n) : 0;
}

uint32_t khct_layout_skip_blanks(const khct_layout *l, uint32_t at)
{
    return skip_blanks(l, at);
}

bool khct_layout_line_ends(const khct_layout *l, uint32_t at)
{
    return only_comment_follows(l, at);
}

/* The last character of the line that is neither white space nor in a comment. */
static char last_sign(khct_layout *l, uint32_t at)
{
    uint32_t begin = at;
    char last = '\0';
    if (at >= l->sign_begin && at < l->sign_at)
        return l->sign;
    for (; !line_ends(l, at); at++) {
        if (at_byte(l, at) == '#' && last != '\0' && strchr(";<>,", last) != NULL &&
            hash_begins_comment(l, at))
            break;
        if (blank(l, at) == 0 && at_byte(l, at) != '\xA0') {
            last = at_byte(l, at);
            l->sign_at = at;
        }
    }
    if (last != '\0') {
        l->sign_begin = begin;
        l->sign = last;
    } else {
        l->sign_begin = l->sign_at = 0;
    }
    return last;
}

static bool line_opens(khct_layout *l, uint32_t at)
{
    return last_sign(l, at) == '<';
}

/* The byte at which the next item, or a `>`, stands: behind blank and comment lines. */
static uint32_t skip_to_item(const khct_layout *l, uint32_t at)
{
    for (;;) {
        at = skip_blanks(l, at);
        if (at < l->text.n && l->text.p[at] == '\n')
            at++;
        else if (hash_begins_comment(l, at))
            at = next_line(l, at);
        else
            return at;
    }
}

/* A `<` on the line opens a block: last on the line, or before a keyword or `>`. */
static bool line_declares(khct_layout *l, uint32_t at)
{
    if (at >= l->declares_begin && at < l->declares_end)
        return l->declares;
    l->declares_begin = at;
    l->declares = false;
    for (; !line_ends(l, at) && !l->declares; at++) {
        if (at_byte(l, at) != '<')
            continue;
        uint32_t next = skip_blanks(l, at + 1);
        l->declares = line_ends(l, next) || at_byte(l, next) == '>' ||
                      hash_begins_comment(l, next) ||
                      khct_keyword_match(l->vocabulary, KHCT_B_UNKNOWN, rest(l, next)).keyword !=
                          KHCT_KEYWORD_NONE;
    }
    l->declares_end = at;
    return l->declares;
}

static bool capital_or_digit(const khct_layout *l, uint32_t at)
{
    size_t length;
    return at < l->text.n &&
           khct_is_capital_or_digit(khct_utf8_at(l->text.p + at, l->text.n - at, &length));
}

/* --- keywords --- */

khct_block khct_layout_block(const khct_layout *l)
{
    return l->depth == 0 ? KHCT_B_TOP : l->stack[l->depth - 1].block;
}

/* The same place is asked for several times in a row, and blocks are written in one order. */
static khct_match match_at(const khct_layout *l, khct_block block, uint32_t at)
{
    khct_match_memo *memo = l->memo;
    if (memo->set && memo->at == at && memo->block == block)
        return memo->match;
    memo->set = true;
    memo->at = at;
    memo->block = block;
    khct_keyword *likely = &memo->after[l->item.keyword];
    if (khct_keyword_stands(*likely, rest(l, at))) {
        memo->match = (khct_match){*likely, false, false, khct_keyword_at(*likely)->length};
    } else {
        memo->match = khct_keyword_match(l->vocabulary, block, rest(l, at));
        if (memo->match.keyword != KHCT_KEYWORD_NONE)
            *likely = memo->match.keyword;
    }
    return memo->match;
}

/* One identifier, and nothing behind it. */
static bool identifier_alone(const khct_layout *l, uint32_t at)
{
    uint32_t end = at;
    for (char c = at_byte(l, end); (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';)
        c = at_byte(l, ++end);
    uint32_t next = skip_blanks(l, end);
    return end > at && (at_byte(l, next) == ';' || line_ends(l, next));
}

/* In running text some short words are keywords only before what their value may begin with. */
static bool value_may_begin(const khct_layout *l, khct_match match, uint32_t behind)
{
    uint32_t at = skip_space(l, behind);
    char c = at_byte(l, at);
    if (c == ':')
        return true;
    size_t length;
    switch (match.keyword) {
    case KHCT_K_SO: return (c >= '0' && c <= '9') || c == '/' || c == '.';
    case KHCT_K_NGAY:
        return (c >= '0' && c <= '9') ||
               khct_keyword_here(l->vocabulary, KHCT_K_NGAY, rest(l, at), &length);
    case KHCT_K_MA:
    case KHCT_K_NOI:
    case KHCT_K_TEN: return capital_or_digit(l, at) || c == '"' || c == '(';
    case KHCT_K_MAU: return identifier_alone(l, at);
    case KHCT_K_DUNG:
        return c == '"' || khct_keyword_here(l->vocabulary, KHCT_K_DANHMUC, rest(l, at), &length) ||
               khct_keyword_here(l->vocabulary, KHCT_K_MAU, rest(l, at), &length) ||
               khct_keyword_here(l->vocabulary, KHCT_K_VANBAN, rest(l, at), &length);
    default: return true;
    }
}

/* What shows that a marked keyword is one, and not a word of the text: a colon, two spaces, a
 * capital letter or a digit behind it. */
static bool reads_as_keyword(const khct_layout *l, uint32_t behind)
{
    uint32_t at = skip_blanks(l, behind);
    if (line_ends(l, at)) /* blanks there say nothing */
        return true;
    return at - behind > 1 || at_byte(l, at) == ':' || at_byte(l, at) == '"' ||
           capital_or_digit(l, at);
}

/* A keyword that may begin an item in running text at `at`: one allowed in the block, or one that
 * is no word of Vietnamese prose. */
static khct_match running_keyword(khct_layout *l, khct_block block, uint32_t at)
{
    enum { NO_SYLLABLE = 5 }; /* unmarked keywords of so many letters are not read as prose */
    khct_match match = match_at(l, block, at);
    if (match.keyword == KHCT_KEYWORD_NONE)
        return match;
    bool allowed = khct_place_of(block, match.keyword) != NULL;
    bool prose = match.marked ? !line_declares(l, at) : match.length < NO_SYLLABLE;
    bool declares = khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION) != NULL;
    if ((!allowed && prose && !(declares && !match.marked && line_declares(l, at))) ||
        (!match.marked && !value_may_begin(l, match, at + (uint32_t)match.length)))
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
    at = skip_space(l, at);
    khct_fold_word(l->text.p + at, l->text.p + l->text.n, word, NULL);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        khct_fold_word(WORDS[i], WORDS[i] + strlen(WORDS[i]), wanted, NULL);
        if (strcmp(word, wanted) == 0)
            return true;
    }
    return false;
}

static bool opens_before_it_ends(khct_layout *l, uint32_t at);

/* True for a marked keyword, on a line of prose further right than the field's own, that reads like
 * more of the prose. */
static bool reads_as_prose(khct_layout *l, khct_block block, khct_match match, uint32_t at)
{
    const khct_place *place = khct_place_of(block, match.keyword);
    uint32_t behind = at + (uint32_t)match.length;
    const khct_place *value = khct_place_of(block, l->item.keyword);
    if (!match.marked || place == NULL || value == NULL || value->type != KHCT_TYPE_TEXT)
        return false;
    if (place->how == KHCT_DECLARATION)
        return !opens_before_it_ends(l, at);
    size_t length;
    switch (place->type) {
    case KHCT_TYPE_TIME:
    case KHCT_TYPE_MONEY:
    case KHCT_TYPE_ROLES:
    case KHCT_TYPE_EVIDENCE:
    case KHCT_TYPE_BASIS:
    case KHCT_TYPE_IDENTIFIER: return prose_follows(l, behind);
    case KHCT_TYPE_LEVEL_LIST:
        if (khct_keyword_here(l->vocabulary, KHCT_K_CAONHAT, rest(l, skip_blanks(l, behind)),
                              &length))
            return false;
        return !reads_as_keyword(l, behind);
    case KHCT_TYPE_AIM:
        if (khct_keyword_here(l->vocabulary, KHCT_K_MUC, rest(l, skip_blanks(l, behind)), &length))
            return false;
        return !reads_as_keyword(l, behind);
    case KHCT_TYPE_TEXT:
    case KHCT_TYPE_NAME:
    case KHCT_TYPE_DATE:
    case KHCT_TYPE_SCHOOL_YEAR:
    case KHCT_TYPE_PERIOD:
    case KHCT_TYPE_DOCUMENT_NUMBER:
    case KHCT_TYPE_CRITERIA:
    case KHCT_TYPE_NUMBERS:
    case KHCT_TYPE_PROGRESS: return !reads_as_keyword(l, behind);
    default: return false;
    }
}

/* --- the stack of blocks --- */

uint32_t khct_layout_line(khct_layout *l, uint32_t at)
{
    uint32_t first;
    l->line = at;
    l->indent = indent_of(l, at, &first);
    return first;
}

bool khct_layout_open(khct_layout *l, uint32_t brace)
{
    if (l->depth == KHCT_NESTING_LIMIT) {
        khct_report(l->diags, KHCT_KH9001, (khct_span){l->source, l->item.begin, l->item.end},
                    KHCT_MSG(NESTING, khct_str_number(l->diags->arena, KHCT_NESTING_LIMIT)));
        return false;
    }
    l->stack[l->depth++] = (khct_open_block){.block = l->item.opens,
                                             .indent = l->item.indent,
                                             .heading = l->item.begin,
                                             .brace = brace,
                                             .line = l->line};
    return true;
}

void khct_layout_close(khct_layout *l)
{
    if (l->depth > 0)
        l->depth--;
}

/* --- items --- */

/* True where the block whose heading stands at `at` is of kind `one` and not of kind `other`: its
 * heading says so, or the first field in it that only one of the two can have. */
static bool holds(khct_layout *l, uint32_t at, khct_block one, khct_block other)
{
    enum { FAR_ENOUGH = 16 * 1024 };
    uint32_t end = at + FAR_ENOUGH < l->text.n ? at + FAR_ENOUGH : (uint32_t)l->text.n;
    bool item = false;
    bool inside_line = false;                 /* behind a `;` */
    bool lines = false, found = false;        /* a line end, a field was seen */
    uint32_t column = 0, margin = UINT32_MAX; /* of this line, of the line with the first field */
    while (at < end) {
        char c = at_byte(l, at);
        if (c == '>' && (only_comment_follows(l, at + 1) ||
                         match_at(l, one, skip_blanks(l, at + 1)).keyword != KHCT_KEYWORD_NONE))
            return false;
        khct_match match = {KHCT_KEYWORD_NONE, false, false, 0};
        if (item && blank(l, at) == 0 && c != '\n')
            match = running_keyword(l, one, at);
        if (match.marked && inside_line &&
            at_byte(l, skip_blanks(l, at + (uint32_t)match.length)) != ':')
            match.keyword = KHCT_KEYWORD_NONE; /* see khct_layout_ends_value */
        if (match.keyword != KHCT_KEYWORD_NONE) {
            bool in_one = khct_place_of(one, match.keyword) != NULL;
            bool in_other = khct_place_of(other, match.keyword) != NULL;
            if (in_one != in_other)
                return in_one;
            if (!in_one)
                return false;
            at += (uint32_t)match.length;
            item = false;
            found = true;
            if (margin == UINT32_MAX && lines)
                margin = column;
            continue;
        }
        if (c == '\n') {
            uint32_t first;
            column = indent_of(l, at + 1, &first);
            item = column <= margin; /* further right, it is a field's text that goes on */
            lines = true;
            inside_line = false;
        } else if ((c == '<' && !found) || (c == ';' && at_byte(l, at - 1) != '\\')) {
            item = true;
            inside_line = lines && c == ';';
        } else if (blank(l, at) == 0) {
            item = false;
        }
        at++;
    }
    return false;
}

/* True where a declaration that the open block can hold is of the kind that stands beside it. */
static bool stands_beside(khct_layout *l, khct_match match, uint32_t at, bool margin)
{
    khct_block block = khct_layout_block(l);
    if (block == KHCT_B_HIENTRANG && match.keyword == KHCT_K_TIEUCHI)
        return holds(l, at, KHCT_B_TIEUCHI, KHCT_B_KETQUATC);
    return margin && block == KHCT_B_VIECLON && match.keyword == KHCT_K_VIEC &&
           holds(l, at, KHCT_B_VIECLON, KHCT_B_VIEC);
}

/* The innermost open block from which the `>` is missing before this declaration. */
static bool forgot_close_before(khct_layout *l, khct_match match, uint32_t at)
{
    if (l->depth == 0)
        return false;
    const khct_open_block *open = &l->stack[l->depth - 1];
    const khct_place *here = khct_place_of(open->block, match.keyword);
    bool margin = l->indent <= open->indent && at == skip_blanks(l, l->line);
    if (stands_beside(l, match, at, margin))
        return true;
    if (here == NULL && (open->block == KHCT_B_HIENTRANG || open->block == KHCT_B_KETQUATC) &&
        !match.marked && khct_place_of(KHCT_B_TIEUCHI, match.keyword) != NULL &&
        match.keyword == KHCT_K_VIEC)
        return true;
    if (!margin)
        return false;
    /* a field here, but at the margin on a line that ends in `<` the outer declaration is meant */
    bool declares = khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION) != NULL;
    if (here != NULL && (here->how != KHCT_FIELD || !declares || !line_declares(l, at)))
        return false;
    if (here == NULL && khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_LINE) == NULL &&
        !(declares && (line_declares(l, at) || last_sign(l, at) != ';')))
        return false;
    for (uint32_t i = l->depth; i-- > 0;) {
        khct_block outer = i == 0 ? KHCT_B_TOP : l->stack[i - 1].block;
        const khct_place *place = khct_place_of(outer, match.keyword);
        if (outer == KHCT_B_UNKNOWN || (place != NULL && place->how != KHCT_FIELD))
            return true;
    }
    return false;
}

/* True where the item at `at`, whose keyword is a field here and a declaration further out, is the
 * declaration: a block's `<` comes before a `;` that is last on its line. */
static bool opens_before_it_ends(khct_layout *l, uint32_t at)
{
    enum { HEADING_LINES = 20 };
    for (int i = 0; i < HEADING_LINES && at < l->text.n; i++) {
        if (line_declares(l, at))
            return true;
        char last = last_sign(l, at);
        if (last == ';' || last == '>')
            return false;
        at = next_line(l, at);
    }
    return false;
}

/* The indentation of the line of `next`, which stands somewhere behind `at`. */
static uint32_t indent_at(const khct_layout *l, uint32_t at, uint32_t next)
{
    uint32_t begin = next, first;
    while (begin > at && l->text.p[begin - 1] != '\n')
        begin--;
    return begin == at ? l->indent : indent_of(l, begin, &first);
}

bool khct_layout_closes_early(khct_layout *l, uint32_t at)
{
    const khct_open_block *open = &l->stack[l->depth - 1];
    khct_block outer = l->depth > 1 ? l->stack[l->depth - 2].block : KHCT_B_TOP;
    uint32_t next = skip_to_item(l, at + 1);
    khct_match match = match_at(l, open->block, next);
    if (match.keyword == KHCT_KEYWORD_NONE || outer == KHCT_B_UNKNOWN)
        return false;
    const khct_place *here = khct_place_of(open->block, match.keyword);
    const khct_place *there = khct_place_of(outer, match.keyword);
    if (here == NULL)
        return false;
    khct_early_close early = {.at = at,
                              .heading = *open,
                              .next = next,
                              .next_end = next + (uint32_t)match.length,
                              .indent = l->stack[0].indent};
    if (there != NULL && (there->how == here->how || opens_before_it_ends(l, next))) {
        if (l->suspect.at == 0 && indent_at(l, at, next) > open->indent)
            l->suspect = early;
        return false;
    }
    khct_layout_report_early_close(l, early);
    return true;
}

static khct_block opened_by(const khct_place *place)
{
    return place->how == KHCT_DECLARATION ? place->opens : KHCT_B_UNKNOWN;
}

static void set_item(khct_layout *l, khct_match match, uint32_t at)
{
    khct_block block = khct_layout_block(l);
    const khct_place *place = khct_place_of(block, match.keyword);
    khct_item item = {.keyword = match.keyword,
                      .opens = KHCT_B_UNKNOWN,
                      .flags = match.marked ? KHCT_NODE_MARKED : 0,
                      .begin = at,
                      .end = at + (uint32_t)match.length,
                      .indent = l->indent};
    if (place == NULL) {
        item.flags |= KHCT_NODE_MISPLACED;
        const khct_place *declared =
            khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION);
        if (declared != NULL &&
            (line_opens(l, at) ||
             khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_FIELD) == NULL))
            place = declared;
    }
    if (place != NULL) {
        item.declaration = place->how == KHCT_DECLARATION;
        item.opens = opened_by(place);
    }
    l->item = item;
}

/* The keyword that was meant; not looked for any more past the limit of diagnostics. */
static khct_keyword near_keyword(const khct_layout *l, uint32_t at, size_t *length, size_t *edits)
{
    if (l->diags->list.n >= KHCT_DIAG_LIMIT)
        return KHCT_KEYWORD_NONE;
    return khct_keyword_near(khct_layout_block(l), rest(l, at), length, edits);
}

/* A line without a keyword in a block whose entries are all alike. */
static void implied_item(khct_layout *l, uint32_t at, khct_keyword keyword, bool sure)
{
    set_item(l, (khct_match){keyword, false, false, 0}, at);
    l->item.flags |= KHCT_NODE_MENDED | KHCT_NODE_GUESSED;
    l->item.dash = sure;
}

static void unknown_item(khct_layout *l, uint32_t at)
{
    size_t length = 0, edits = 0;
    bool sure, title = true;
    khct_keyword near = khct_title_bare(khct_layout_block(l), rest(l, at), &length);
    if (near == KHCT_KEYWORD_NONE) {
        near = near_keyword(l, at, &length, &edits);
        title = false;
    }
    bool allowed = near != KHCT_KEYWORD_NONE && khct_place_of(khct_layout_block(l), near) != NULL;
    khct_keyword implied = allowed ? KHCT_KEYWORD_NONE : khct_layout_implied(l, at, &sure);
    if (implied != KHCT_KEYWORD_NONE && !line_opens(l, at)) {
        khct_layout_report_implied(l, at, implied, sure);
        implied_item(l, at, implied, sure);
        return;
    }
    uint32_t end = near != KHCT_KEYWORD_NONE ? at + (uint32_t)length : khct_layout_word(l, at);
    if (title)
        khct_layout_report_spelt(l, at, end, near, true);
    else
        khct_layout_report_unknown(l, at, end, near, edits);
    if (near != KHCT_KEYWORD_NONE) {
        set_item(l, (khct_match){near, false, false, length}, at);
        l->item.flags |= KHCT_NODE_MENDED | KHCT_NODE_GUESSED;
        if (!(l->item.flags & KHCT_NODE_MISPLACED))
            return;
    }
    l->item = (khct_item){.keyword = KHCT_KEYWORD_NONE,
                          .opens = KHCT_B_UNKNOWN,
                          .declaration = line_opens(l, at),
                          .flags = KHCT_NODE_UNKNOWN,
                          .begin = at,
                          .end = end,
                          .indent = l->indent};
}

/* A line `- …` where it is an entry: a recipient, a legal document, a list item, and, in results, a
 * field like any other. */
static bool dash_item(khct_layout *l, uint32_t at)
{
    bool sure;
    khct_block block = khct_layout_block(l);
    uint32_t mark = list_mark(l, at), words = skip_blanks(l, at + mark);
    if (mark == 0)
        return false;
    khct_match match = match_at(l, block, words);
    if (match.keyword != KHCT_KEYWORD_NONE && khct_place_of(block, match.keyword) != NULL &&
        (block == KHCT_B_HIENTRANG || at_byte(l, words + (uint32_t)match.length) == ':')) {
        set_item(l, match, words);
    } else {
        khct_keyword implied = khct_layout_implied(l, words, &sure);
        if (implied == KHCT_KEYWORD_NONE)
            return false;
        bool prose = implied == KHCT_K_DOAN;
        set_item(l, (khct_match){prose ? KHCT_K_GACH : implied, false, false, mark}, at);
    }
    l->item.begin = at;
    l->item.dash = true;
    return true;
}

/* "muc tieu" for `muctieu`: its first word alone is another keyword, which has no place here. */
static bool joined_item(khct_layout *l, khct_match match, uint32_t at)
{
    size_t length;
    if (match.marked || khct_place_of(khct_layout_block(l), match.keyword) != NULL)
        return false;
    khct_keyword joined = khct_title_bare(khct_layout_block(l), rest(l, at), &length);
    bool title = joined != KHCT_KEYWORD_NONE;
    if (!title)
        joined = khct_layout_joined(l, at, &length);
    if (joined == KHCT_KEYWORD_NONE)
        return false;
    khct_layout_report_spelt(l, at, at + (uint32_t)length, joined, title);
    set_item(l, (khct_match){joined, false, false, length}, at);
    l->item.flags |= KHCT_NODE_MENDED;
    return true;
}

khct_layout_step khct_layout_item(khct_layout *l, uint32_t at)
{
    if (l->depth == 0 && l->suspect.at != 0 && l->indent <= l->suspect.indent)
        l->suspect.at = 0;
    if (dash_item(l, at))
        return KHCT_LAYOUT_ITEM;
    khct_match match = match_at(l, khct_layout_block(l), at);
    bool known = match.keyword != KHCT_KEYWORD_NONE;
    if (known && joined_item(l, match, at))
        return KHCT_LAYOUT_ITEM;
    if (!known && l->depth > 0 && l->indent <= l->stack[l->depth - 1].indent) {
        size_t edits;
        match.keyword = near_keyword(l, at, &match.length, &edits);
    }
    if (match.keyword != KHCT_KEYWORD_NONE && forgot_close_before(l, match, at)) {
        khct_layout_report_close(l, at);
        return KHCT_LAYOUT_CLOSE;
    }
    if (!known) {
        unknown_item(l, at);
        return KHCT_LAYOUT_ITEM;
    }
    if (match.title && match.keyword == KHCT_K_TIENDO &&
        khct_layout_undated(l, at, at + (uint32_t)match.length))
        match.keyword = KHCT_K_GHICHU;
    set_item(l, match, at);
    /* what a misspelt block holds is not judged */
    if (khct_layout_block(l) == KHCT_B_UNKNOWN)
        l->item.flags &= (uint16_t)~KHCT_NODE_MISPLACED;
    return KHCT_LAYOUT_ITEM;
}

/* --- values --- */

static bool in_one_line_block(const khct_layout *l)
{
    return l->depth > 0 && l->stack[l->depth - 1].brace >= l->line &&
           l->stack[l->depth - 1].brace < l->item.begin;
}

/* Entries of one line each: the `;` that is last on it ends them. */
static bool is_entry(const khct_layout *l)
{
    return khct_layout_block(l) == KHCT_B_HIENTRANG || l->item.keyword == KHCT_K_NOI ||
           l->item.keyword == KHCT_K_KHAC ||
           (l->item.keyword == KHCT_K_VANBAN && khct_layout_block(l) == KHCT_B_CANCU);
}

/* The name of a field of the open block, and a colon behind it. */
static bool names_field(const khct_layout *l, uint32_t at)
{
    khct_block block = khct_layout_block(l);
    at = skip_blanks(l, at);
    khct_match match = khct_keyword_match(l->vocabulary, block, rest(l, at));
    return match.keyword != KHCT_KEYWORD_NONE && khct_place_of(block, match.keyword) != NULL &&
           at_byte(l, skip_blanks(l, at + (uint32_t)match.length)) == ':';
}

/* A line `- …` after an entry that began so, or any line after one without a keyword: another
 * entry. */
static bool next_entry(const khct_layout *l, uint32_t indent, uint32_t first)
{
    bool implied = l->item.begin == l->item.end;
    if (!l->item.dash || indent > l->item.indent)
        return false;
    uint32_t mark = list_mark(l, first);
    return implied || (mark > 0 && (at_byte(l, first) != '+' || names_field(l, first + mark)));
}

/* After a `;` that is last on its line: true where the text goes on below. */
static bool goes_on_below(khct_layout *l, uint32_t at)
{
    uint32_t line = next_line(l, at), first;
    uint32_t indent = indent_of(l, line, &first);
    if (line >= l->text.n || is_entry(l) || next_entry(l, indent, first))
        return false;
    bool plain = !line_ends(l, first) && !hash_begins_comment(l, first) && at_byte(l, first) != '>';
    if (plain && list_mark(l, first) == 0) {
        if (indent <= l->item.indent)
            return false;
        khct_block block = khct_layout_block(l);
        khct_match match = running_keyword(l, block, first);
        return match.keyword == KHCT_KEYWORD_NONE || reads_as_prose(l, block, match, first);
    }
    /* blank and comment lines between list items do not matter */
    while (line < l->text.n && (line_ends(l, first) || hash_begins_comment(l, first))) {
        line = next_line(l, first);
        indent_of(l, line, &first);
    }
    return line < l->text.n && list_mark(l, first) > 0 &&
           !next_entry(l, indent_of(l, line, &first), first);
}

/* Behind a row of `;` and blanks. */
static uint32_t behind_row(const khct_layout *l, uint32_t at)
{
    uint32_t next = at;
    while (at_byte(l, next) == ';')
        next = skip_blanks(l, at = next + 1);
    return at;
}

bool khct_layout_ends_value(khct_layout *l, uint32_t at)
{
    if (l->item.begin >= l->line && in_one_line_block(l))
        return true;
    uint32_t next = skip_blanks(l, at + 1);
    if (only_comment_follows(l, behind_row(l, at)))
        return !goes_on_below(l, at);
    if (l->depth > 0 && l->stack[l->depth - 1].other != '\0' &&
        at_byte(l, next) == l->stack[l->depth - 1].other)
        return only_comment_follows(l, next + 1);
    if (at_byte(l, next) == '>' && l->depth > 0)
        return khct_layout_closes(l, next);
    khct_match match = running_keyword(l, khct_layout_block(l), next);
    if (match.keyword == KHCT_KEYWORD_NONE ||
        khct_place_of(khct_layout_block(l), match.keyword) == NULL)
        return false;
    uint32_t behind = skip_blanks(l, next + (uint32_t)match.length);
    return !match.marked || at_byte(l, behind) == ':';
}

bool khct_layout_closes(khct_layout *l, uint32_t at)
{
    if (l->depth == 0)
        return false;
    if (at < l->tail_begin || at >= l->tail_end) {
        uint32_t end = at + 1;
        while (at_byte(l, skip_blanks(l, end)) == '>')
            end = skip_blanks(l, end) + 1;
        l->tail_begin = at;
        l->tail_end = end;
        l->tail_closes = only_comment_follows(l, end);
    }
    if (l->tail_closes)
        return true;
    if (skip_blanks(l, l->line) != at)
        return false;
    khct_block outer = l->depth > 1 ? l->stack[l->depth - 2].block : KHCT_B_TOP;
    uint32_t next = skip_blanks(l, l->tail_end);
    return running_keyword(l, outer, next).keyword != KHCT_KEYWORD_NONE;
}

/* No field can begin further right than its own, nor, without a `<`, a declaration. */
bool khct_layout_goes_on(const khct_layout *l, uint32_t from)
{
    return l->indent > l->item.indent &&
           (line_ends(l, from) || memchr(l->text.p + from, '<', next_line(l, from) - from) == NULL);
}

bool khct_layout_forgot_semicolon(khct_layout *l, uint32_t at)
{
    if ((l->item.flags & KHCT_NODE_QUOTED) && strchr(";>#", at_byte(l, at)) == NULL) {
        khct_layout_report_semicolon(l, false, true, at); /* nothing goes on behind """ */
        return true;
    }
    if (next_entry(l, l->indent, at))
        return true;
    if (khct_layout_goes_on(l, at))
        return false;
    khct_block block = khct_layout_block(l);
    khct_match match = running_keyword(l, block, at);
    if (match.keyword == KHCT_KEYWORD_NONE)
        return false;
    bool field = khct_place_of(block, match.keyword) != NULL && l->indent <= l->item.indent;
    bool declaration =
        khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION) != NULL &&
        line_opens(l, at);
    if (!field && !declaration)
        return false;
    const khct_place *place = khct_place_of(block, match.keyword);
    bool heading = declaration && field && place->how == KHCT_DECLARATION;
    bool ends =
        !match.marked || heading || reads_as_keyword(l, at + (uint32_t)match.length) ||
        (match.keyword == KHCT_K_DUNG && value_may_begin(l, match, at + (uint32_t)match.length));
    if (match.marked && !ends && declaration && !field)
        return false;
    if (l->last == 0)
        return ends; /* an empty value: KH1008 says it */
    khct_layout_report_semicolon(l, match.marked, ends, at);
    if (!ends)
        l->item.flags |= KHCT_NODE_DOUBTED;
    return ends;
}

bool khct_layout_comment(const khct_layout *l, uint32_t at)
{
    if (!hash_begins_comment(l, at))
        return false;
    uint32_t before = at;
    while (before > l->line && (strchr(" \t\r\f\xA0", l->text.p[before - 1]) != NULL ||
                                ((unsigned char)l->text.p[before - 1] == 0xC2 &&
                                 (unsigned char)l->text.p[before] == 0xA0)))
        before--;
    return before == l->line || strchr(";<>,", l->text.p[before - 1]) != NULL;
}

/* --- headings --- */

bool khct_layout_opens(khct_layout *l, uint32_t at)
{
    bool plain = l->item.opens != KHCT_B_UNKNOWN && l->item.opens != KHCT_B_TOP &&
                 khct_block_at(l->item.opens)->heading[0] == '\0'; /* no title may have it */
    if (only_comment_follows(l, at + 1) || plain)
        return true;
    uint32_t next = skip_blanks(l, at + 1);
    if (at_byte(l, next) == '>')
        return true;
    return running_keyword(l, l->item.opens, next).keyword != KHCT_KEYWORD_NONE;
}

/* Blocks in which a line `- …` is an entry. */
static bool holds_entries(khct_block block)
{
    return block == KHCT_B_NOINHAN || block == KHCT_B_CANCU || block == KHCT_B_HIENTRANG;
}

bool khct_layout_forgot_brace(khct_layout *l, uint32_t at)
{
    if (holds_entries(l->item.opens) && list_mark(l, at) > 0) {
        khct_layout_report_brace(l, at);
        return true;
    }
    if (at_byte(l, at) == '>') {
        if (!khct_layout_closes(l, at) && !only_comment_follows(l, at + 1))
            return false;
    } else {
        khct_match match = running_keyword(l, l->item.opens, at);
        const khct_place *inside = khct_place_of(l->item.opens, match.keyword);
        bool opens = match.keyword != KHCT_KEYWORD_NONE && line_opens(l, at);
        if (match.keyword == KHCT_KEYWORD_NONE)
            return false;
        if (inside == NULL &&
            !(opens && !match.marked && l->indent <= l->item.indent &&
              khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION) != NULL))
            return false;
        if (inside != NULL && match.marked && inside->how != KHCT_DECLARATION && opens)
            return false; /* a title that runs on */
    }
    khct_layout_report_brace(l, at);
    return true;
}

uint32_t khct_layout_brace_before(khct_layout *l, uint32_t at)
{
    bool word = false;
    for (uint32_t p = l->item.end; p < at; p++) {
        bool space = blank(l, p) > 0 || at_byte(l, p) == '\n' ||
                     (at_byte(l, p) == '\xA0' && at_byte(l, p - 1) == '\xC2');
        if (!space && !word) {
            khct_match match = running_keyword(l, l->item.opens, p);
            if (khct_place_of(l->item.opens, match.keyword) != NULL) {
                khct_layout_report_brace(l, p);
                return p;
            }
        }
        word = !space;
    }
    khct_layout_report_brace(l, at);
    return at;
}

/* --- quoted values --- */

/* Where the search for a closing """ from byte `p` ends: at one that closes, or at another value's
 * opening one, or at the end of the file. */
static uint32_t find_quote(khct_layout *l, uint32_t p)
{
    if (p >= l->quote_begin && p <= l->quote_end)
        return l->quote_end;
    l->quote_begin = p;
    l->quote_closes = false;
    for (;;) {
        khct_str text = rest(l, p);
        size_t found = khct_str_find(text, KHCT_STR("\"\"\""));
        uint32_t close = p + (uint32_t)found;
        if (found == text.n)
            return l->quote_end = (uint32_t)l->text.n;
        while (at_byte(l, close + 3) == '"') /* `""""`: the last three close */
            close++;
        uint32_t next = skip_blanks(l, close + 3);
        l->quote_closes = at_byte(l, next) == ';' || at_byte(l, next) == '>' || line_ends(l, next);
        if (l->quote_closes || blank(l, close - 1) > 0)
            return l->quote_end = close;
        p = close + 3;
    }
}

uint32_t khct_layout_quote(khct_layout *l, uint32_t at)
{
    uint32_t close = find_quote(l, at + 3);
    if (l->quote_closes)
        return close;
    khct_diag *diag = khct_report(l->diags, KHCT_KH0003, (khct_span){l->source, at, at + 3},
                                  KHCT_MSG(QUOTE_OPEN, KHCT_STR("\"\"\"")));
    khct_diag_hint(l->diags, diag, KHCT_MSG(QUOTE_HINT, KHCT_STR("\"\"\"")));
    l->tree->broken = true;
    return 0;
}
