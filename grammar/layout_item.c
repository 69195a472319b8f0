/* What begins at an item's place: a field, a declaration, an entry without a keyword, or, where a
 * `>` was forgotten, what belongs after that. */
#include "layout.h"

#include "syntax/begins.h"
#include "syntax/titles.h"
#include "text/utf8.h"

static bool declares_somewhere(const khct_layout *l, khct_keyword keyword)
{
    return khct_vocabulary_place(l->vocabulary, keyword, KHCT_DECLARATION) != NULL;
}

/* --- what is said of names --- */

/* A number sticks to the word that ends there: `tieuchi1.1`. */
static bool number_sticks(const khct_layout *l, uint32_t end)
{
    return khct_digit_at(l->text, end);
}

/* What is put in the place of what ends at `end`. */
static khct_str keyword_before(const khct_layout *l, khct_keyword keyword, uint32_t end)
{
    khct_str unmarked = khct_str_of(khct_keyword_at(keyword)->unmarked);
    return number_sticks(l, end) ? khct_str_cat(l->diags->arena, unmarked, KHCT_STR(" "))
                                 : unmarked;
}

/* The end of a few words at `at` that a colon follows on their line; 0: none. */
static uint32_t label_end(const khct_layout *l, uint32_t at)
{
    uint32_t colon;
    return khct_words_before_colon(l, at, 6, false, &colon);
}

/* The words from `at` to `end` name this field loosely ("Phụ trách:"): reported, KH1015. */
static void say_name(khct_layout *l, uint32_t at, uint32_t end, khct_keyword keyword)
{
    const khct_keyword_row *field = khct_keyword_at(keyword);
    khct_str marked = khct_str_of(field->marked);
    khct_span span = khct_layout_place(l, at, end);
    khct_diag *diag =
        khct_report_hint(l->diags, KHCT_KH1015, span,
                         KHCT_MSG(LABEL, khct_layout_words(l, at, end), field->unmarked),
                         KHCT_MSG(LABEL_HINT, marked));
    khct_diag_fix(diag, KHCT_SAFE, span, marked);
}

/* The title of the column for progress stands at `at`, to `end`: true where no day follows, without
 * which it is a remark (reported, KH1016). */
static bool is_undated(khct_layout *l, uint32_t at, uint32_t end)
{
    uint32_t value = khct_skip_space(l, end);
    size_t length;
    if (khct_byte_at(l, value) == ':')
        value = khct_skip_space(l, value + 1);
    if (khct_is_digit(khct_byte_at(l, value)) ||
        khct_keyword_here(l->vocabulary, KHCT_K_NGAY, khct_rest(l, value), &length))
        return false;
    khct_report_hint(l->diags, KHCT_KH1016, khct_layout_place(l, at, end),
                     KHCT_MSG(STATE_UNDATED, khct_layout_words(l, at, end)),
                     KHCT_MSG0(STATE_UNDATED_HINT));
    return true;
}

/* The words from `at` to `end` are the keyword written apart, or the title of its column without
 * marks (KH1002). */
static void say_spelt(khct_layout *l, uint32_t at, uint32_t end, khct_keyword keyword, bool title)
{
    if (khct_layout_only_counted(l, KHCT_KH1002, KHCT_ERROR))
        return;
    khct_span span = khct_layout_place(l, at, end);
    khct_str unmarked = khct_str_of(khct_keyword_at(keyword)->unmarked);
    khct_str word = khct_str_sub(l->text, at, end);
    khct_diag *diag = khct_report_hint(
        l->diags, KHCT_KH1002, span,
        title ? KHCT_MSG(SPELT_TITLE, word, unmarked) : KHCT_MSG(SPELT, word, unmarked),
        KHCT_MSG(SPELT_HINT, unmarked, khct_keyword_at(keyword)->marked));
    khct_diag_fix(diag, KHCT_SAFE, span, keyword_before(l, keyword, end))->keyword = true;
    l->tree->broken = true;
}

/* A line in a block of entries has no keyword: the implied one belongs before it (KH1002). */
static void say_implied(khct_layout *l, uint32_t at, khct_keyword keyword, bool sure)
{
    if (khct_layout_only_counted(l, KHCT_KH1002, KHCT_ERROR))
        return;
    khct_str unmarked = khct_str_of(khct_keyword_at(keyword)->unmarked);
    khct_diag *diag = khct_report_hint(
        l->diags, KHCT_KH1002, khct_layout_place(l, at, khct_word_end(l, at)),
        KHCT_MSG(IMPLIED, khct_layout_block_quoted(l), unmarked), KHCT_MSG(IMPLIED_HINT, unmarked));
    if (!sure && l->prose_ended)
        khct_diag_hint(diag, KHCT_MSG0(UNKNOWN_PROSE));
    khct_diag_fix(diag, sure ? KHCT_SAFE : KHCT_LIKELY, khct_layout_place(l, at, at),
                  KHCT_JOIN(l->diags->arena, unmarked, " "))
        ->keyword = true;
    l->tree->broken = true;
}

/* What stands there was meant as the name of a field: a colon follows within a few words, or it is
 * one word longer than any syllable. */
static bool looks_like_name(const khct_layout *l, uint32_t at, uint32_t end)
{
    enum { SYLLABLE = 7, FAR = 60 };
    if (end - at > SYLLABLE && memchr(l->text.p + at, ' ', end - at) == NULL)
        return true;
    for (uint32_t i = 0; i < FAR && at + i < l->text.n; i++) {
        char c = l->text.p[at + i];
        if (c == ':')
            return true;
        if (strchr("\n;.,<>", c) != NULL)
            return false;
    }
    return false;
}

/* "`ten`, `cap`": what may stand in the block. */
static khct_str names_in(khct_layout *l, khct_block block)
{
    khct_strs names = {0};
    KHCT_EACH_PLACE (place, block)
        khct_push(l->diags->arena, &names) =
            KHCT_JOIN(l->diags->arena, "`", khct_keyword_at(place->keyword)->unmarked, "`");
    return khct_str_list(l->diags->arena, &names, KHCT_STR(", "));
}

/* The word from `at` to `end` is no keyword (KH1002); `near`: what may be meant, so many edits
 * away. */
static void say_unknown(khct_layout *l, uint32_t at, uint32_t end, khct_keyword near, size_t edits)
{
    khct_block block = l->open->block;
    /* what an unknown block holds is not judged */
    if (block == KHCT_B_UNKNOWN || khct_layout_only_counted(l, KHCT_KH1002, KHCT_ERROR))
        return;
    bool allowed = near != KHCT_KEYWORD_NONE && khct_place_of(block, near) != NULL;
    if (!allowed) {
        uint32_t label = label_end(l, at);
        end = label > 0 ? label : khct_word_end(l, at);
    }
    khct_match top = khct_match_at(l, KHCT_B_TOP, at);
    uint32_t shown = number_sticks(l, end) ? khct_word_end(l, end) : end;
    khct_str word = khct_str_sub(l->text, at, shown);
    khct_message message = l->open == l->stack
                               ? KHCT_MSG(UNKNOWN_TOP, word)
                               : KHCT_MSG(UNKNOWN, word, khct_layout_block_quoted(l));
    khct_diag *diag = khct_report(l->diags, KHCT_KH1002, khct_layout_place(l, at, end), message);
    l->tree->broken = true;
    if (allowed) {
        khct_str unmarked = khct_str_of(khct_keyword_at(near)->unmarked);
        khct_diag_hint(diag, KHCT_MSG(UNKNOWN_NEAR, unmarked));
        khct_diag_fix(diag, edits <= 1 ? KHCT_SAFE : KHCT_LIKELY, diag->span,
                      keyword_before(l, near, end))
            ->keyword = true;
    } else if (l->prose_ended && !looks_like_name(l, at, end)) {
        khct_diag_hint(diag, KHCT_MSG0(UNKNOWN_PROSE));
    } else if (top.keyword != KHCT_KEYWORD_NONE && top.length == end - at) {
        khct_str name = khct_str_of(khct_keyword_at(top.keyword)->unmarked);
        khct_diag_hint(diag, KHCT_MSG(UNKNOWN_BLOCK, word, name));
    } else {
        khct_diag_hint(diag, KHCT_MSG(UNKNOWN_NAMES, names_in(l, block)));
    }
}

/* --- lines without a keyword --- */

/* The line cites a document: a number with `/`, or one like 29-NQ. */
static bool cites(const khct_layout *l, uint32_t at)
{
    for (; at < l->text.n && khct_byte_at(l, at) != '\n' && khct_byte_at(l, at) != ';'; at++) {
        char c = khct_byte_at(l, at), next = khct_byte_at(l, at + 1);
        bool digit = khct_is_digit(c);
        if (digit && (next == '/' || (next == '-' && khct_byte_at(l, at + 2) >= 'A' &&
                                      khct_byte_at(l, at + 2) <= 'Z')))
            return true;
    }
    return false;
}

/* The keyword that a line without one means in a block whose entries are all alike; *sure: they can
 * be nothing else. KHCT_KEYWORD_NONE: none. */
static khct_keyword implied_in(const khct_layout *l, uint32_t at, bool *sure)
{
    *sure = khct_entry_is_line(l->open->block, KHCT_KEYWORD_NONE);
    return khct_entry_of(l->open->block, cites(l, at));
}

/* --- a forgotten `>` --- */

/* True where the block whose heading stands here is of kind `one` and not of kind `other`: the
 * first field in it that only one of the two can have says so. */
static bool holds(khct_layout *l, khct_block one, khct_block other)
{
    enum { FAR_ENOUGH = 16 * 1024 };
    uint32_t from = l->next->line, margin = UINT32_MAX; /* of the line with its first field */
    bool found = false;
    const khct_raw *token = khct_past_comments(l->next + 1);
    for (; token->kind != KHCT_RAW_END && token->begin < l->next->begin + FAR_ENOUGH;
         token = khct_past_comments(token + 1)) {
        const khct_raw_line *line = &l->scanner->lines.at[token->line];
        bool first = token->begin == line->first, behind = !first && token->line != from;
        khct_raw_kind before = first ? KHCT_RAW_TEXT : token[-1].kind;
        if (token->kind == KHCT_RAW_CLOSES &&
            (khct_line_ends(token + 1) ||
             khct_match_at(l, one, token[1].begin).keyword != KHCT_KEYWORD_NONE))
            return false;
        /* a line further right is a field's text that goes on */
        if (first ? line->indent > margin
                  : before != KHCT_RAW_SEMICOLONS && (before != KHCT_RAW_OPEN || found))
            continue;
        khct_match match = khct_running_keyword(l, one, token);
        uint32_t end = token->begin + (uint32_t)match.length;
        if (match.keyword == KHCT_KEYWORD_NONE ||
            (match.marked && behind && before == KHCT_RAW_SEMICOLONS &&
             khct_byte_at(l, khct_skip_blanks(l, end)) != ':')) /* see ends_value */
            continue;
        bool in_one = khct_place_of(one, match.keyword) != NULL;
        bool in_other = khct_place_of(other, match.keyword) != NULL;
        if (in_one != in_other || !in_one)
            return in_one && !in_other;
        if (margin == UINT32_MAX && token->line != from)
            margin = line->indent;
        found = true;
    }
    return false;
}

/* True where a declaration that the open block can hold is of the kind that stands beside it. */
static bool stands_beside(khct_layout *l, khct_match match, bool margin)
{
    khct_block block = l->open->block;
    if (block == KHCT_B_HIENTRANG && match.keyword == KHCT_K_TIEUCHI)
        return holds(l, KHCT_B_TIEUCHI, KHCT_B_KETQUATC);
    return margin && block == KHCT_B_VIECLON && match.keyword == KHCT_K_VIEC &&
           holds(l, KHCT_B_VIECLON, KHCT_B_VIEC);
}

/* The innermost open block from which the `>` is missing before this declaration. */
static bool forgot_close_before(khct_layout *l, khct_match match, uint32_t at)
{
    if (l->open == l->stack)
        return false;
    const khct_open_block *open = l->open;
    const khct_place *here = khct_place_of(open->block, match.keyword);
    bool margin = khct_line(l)->indent <= open->indent && at == khct_line(l)->first;
    if (stands_beside(l, match, margin))
        return true;
    bool results = open->block == KHCT_B_HIENTRANG || open->block == KHCT_B_KETQUATC;
    if (here == NULL && results && !match.marked && match.keyword == KHCT_K_VIEC)
        return true;
    if (!margin)
        return false;
    /* a field here, but at the margin on a line that ends in `<` the outer declaration is meant */
    const khct_raw_line *line = khct_line_of(l, l->next);
    bool declares = declares_somewhere(l, match.keyword), opens = line->declares > at;
    if (here != NULL && (here->how != KHCT_FIELD || !declares || !opens))
        return false;
    if (here == NULL && khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_LINE) == NULL &&
        !(declares && (opens || line->last != KHCT_RAW_SEMICOLONS)))
        return false;
    do {
        const khct_place *place = khct_place_of((--open)->block, match.keyword);
        if (open->block == KHCT_B_UNKNOWN || (place != NULL && place->how != KHCT_FIELD))
            return true;
    } while (open > l->stack);
    return false;
}

bool khct_closes_early(khct_layout *l, uint32_t at)
{
    const khct_open_block *open = l->open;
    khct_block outer = l->open[-1].block;
    if (l->next->end > at + 1) /* another `>` follows it */
        return false;
    const khct_raw *token = khct_past_comments(l->next + 1);
    uint32_t next = token->begin;
    khct_match match = khct_match_at(l, open->block, next);
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
                              .indent = l->stack[1].indent};
    if (there != NULL && (there->how == here->how || khct_opens_before_it_ends(l, token))) {
        if (l->suspect.at == 0 && l->scanner->lines.at[token->line].indent > open->indent)
            l->suspect = early;
        return false;
    }
    khct_layout_report_early_close(l, early);
    return true;
}

/* --- a keyword --- */

static void set_item(khct_layout *l, khct_match match, uint32_t at)
{
    const khct_place *place = khct_place_of(l->open->block, match.keyword);
    khct_item item = {.keyword = match.keyword,
                      .opens = KHCT_B_UNKNOWN,
                      .flags = match.marked ? KHCT_NODE_MARKED : 0,
                      .begin = at,
                      .end = at + (uint32_t)match.length,
                      .indent = khct_line(l)->indent};
    if (place == NULL) {
        const khct_place *declared =
            khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION);
        item.flags |= KHCT_NODE_MISPLACED;
        if (khct_line_opens(l) ||
            khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_FIELD) == NULL)
            place = declared;
    }
    if (place != NULL)
        item.how = place->how;
    if (item.how == KHCT_DECLARATION)
        item.opens = place->opens;
    l->item = item;
}

/* The keyword that was meant; not looked for any more past the limit of diagnostics. */
static khct_keyword near_keyword(const khct_layout *l, uint32_t at, size_t *length, size_t *edits)
{
    if (l->diags->list.n >= KHCT_DIAG_LIMIT)
        return KHCT_KEYWORD_NONE;
    return khct_keyword_near(l->open->block, khct_rest(l, at), length, edits);
}

/* "muc tieu" for `muctieu`: its first word alone is another keyword, which has no place here. */
static bool joined_item(khct_layout *l, khct_match match, uint32_t at)
{
    size_t length, edits = 0;
    if (match.marked)
        return false;
    khct_str text = khct_rest(l, at);
    khct_keyword joined = khct_title_bare(l->open->block, text, &length);
    bool title = joined != KHCT_KEYWORD_NONE;
    if (!title)
        joined = khct_keyword_near(l->open->block, text, &length, &edits);
    bool apart = title || (edits == 0 && memchr(text.p, ' ', length) != NULL);
    if (khct_place_of(l->open->block, joined) == NULL || !apart)
        return false;
    say_spelt(l, at, at + (uint32_t)length, joined, title);
    set_item(l, (khct_match){joined, false, false, length}, at);
    l->item.flags |= KHCT_NODE_MENDED;
    return true;
}

/* `Nhiệm vụ <`, `TC 1.7 <`: the head of a block by another name, whatever its first word is. */
static bool renamed_item(khct_layout *l, uint32_t at)
{
    size_t length;
    if (!khct_block_opens(l, l->next))
        return false;
    khct_keyword block = khct_title_short(l->open->block, khct_rest(l, at), &length);
    if (block == KHCT_KEYWORD_NONE)
        return false;
    say_unknown(l, at, at + (uint32_t)length, block, 0);
    set_item(l, (khct_match){block, false, false, length}, at);
    l->item.flags |= KHCT_NODE_MENDED | KHCT_NODE_GUESSED;
    return true;
}

/* A column's title names a field, but a `<` is last on its line and a field stands below: `Hoạt
 * động: tập huấn <` was meant as the head of a block. */
static bool title_heads(khct_layout *l, khct_match match, uint32_t at)
{
    size_t length;
    if (!match.title || !khct_line_opens(l))
        return false;
    khct_keyword block = khct_title_short(l->open->block, khct_rest(l, at), &length);
    const khct_place *place = khct_place_of(l->open->block, block);
    return place != NULL &&
           khct_running_keyword(l, place->opens, khct_past_comments(khct_below(l->next))).keyword !=
               KHCT_KEYWORD_NONE;
}

/* --- no keyword --- */

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
    if (renamed_item(l, at))
        return;
    khct_keyword near = khct_title_bare(l->open->block, khct_rest(l, at), &length);
    if (near == KHCT_KEYWORD_NONE) {
        near = near_keyword(l, at, &length, &edits);
        title = false;
    }
    bool allowed = near != KHCT_KEYWORD_NONE && khct_place_of(l->open->block, near) != NULL;
    khct_keyword implied = allowed ? KHCT_KEYWORD_NONE : implied_in(l, at, &sure);
    if (implied != KHCT_KEYWORD_NONE && !khct_block_opens(l, l->next)) {
        say_implied(l, at, implied, sure);
        implied_item(l, at, implied, sure);
        return;
    }
    uint32_t end = near != KHCT_KEYWORD_NONE ? at + (uint32_t)length : khct_word_end(l, at);
    if (title)
        say_spelt(l, at, end, near, true);
    else
        say_unknown(l, at, end, near, edits);
    if (near != KHCT_KEYWORD_NONE) {
        set_item(l, (khct_match){near, false, false, length}, at);
        l->item.flags |= KHCT_NODE_MENDED | KHCT_NODE_GUESSED;
        if (!(l->item.flags & KHCT_NODE_MISPLACED))
            return;
    }
    l->item = (khct_item){.keyword = KHCT_KEYWORD_NONE,
                          .opens = KHCT_B_UNKNOWN,
                          .how = khct_block_opens(l, l->next) ? KHCT_DECLARATION : KHCT_FIELD,
                          .flags = KHCT_NODE_UNKNOWN,
                          .begin = at,
                          .end = end,
                          .indent = khct_line(l)->indent};
}

/* A line `- …` where it is an entry: a recipient, a legal document, a list item, and, in results, a
 * field like any other. */
static bool dash_item(khct_layout *l, uint32_t at)
{
    bool sure;
    khct_block block = l->open->block;
    uint32_t mark = khct_list_mark(l, at);
    if (mark == 0)
        return false;
    uint32_t words = khct_skip_blanks(l, at + mark);
    khct_match match = khct_match_at(l, block, words);
    uint32_t end = words + (uint32_t)match.length;
    if (match.keyword != KHCT_KEYWORD_NONE && khct_place_of(block, match.keyword) != NULL &&
        (block == KHCT_B_HIENTRANG || khct_byte_at(l, end) == ':')) {
        set_item(l, match, words);
    } else {
        khct_keyword implied = implied_in(l, words, &sure);
        if (implied == KHCT_KEYWORD_NONE)
            return false;
        bool prose = implied == KHCT_K_DOAN;
        set_item(l, (khct_match){prose ? KHCT_K_GACH : implied, false, false, mark}, at);
    }
    l->item.begin = at;
    l->item.dash = true;
    return true;
}

/* The field's name at an item's place. Words before a colon are one name: where they are none of
 * the language's, the keyword that they begin with was not meant ("Người ký:"). *loose: they only
 * stand for the field. */
static khct_match item_match(khct_layout *l, uint32_t at, bool *loose)
{
    khct_block block = l->open->block;
    khct_match match = khct_match_at(l, block, at);
    *loose = false;
    if (match.keyword != KHCT_KEYWORD_NONE && khct_place_of(block, match.keyword) != NULL)
        return match;
    khct_match label = {.marked = true, .title = true};
    label.keyword = khct_label_at(l->vocabulary->titles, block, khct_rest(l, at), &label.length);
    *loose = label.keyword != KHCT_KEYWORD_NONE;
    if (*loose)
        return label;
    bool field = match.keyword == KHCT_KEYWORD_NONE || khct_line_opens(l) ||
                 khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_FIELD) != NULL;
    if (match.marked && label_end(l, at) >= at + match.length + (field ? 1 : 0))
        match.keyword = KHCT_KEYWORD_NONE;
    return match;
}

/* A field or a block that the writer numbered: `1. Giải pháp: …`, or set in a list: `- Tiêu chí 1.1
 * <`. *closes: a `>` was forgotten before the block. */
static bool numbered_item(khct_layout *l, uint32_t at, bool *closes)
{
    bool loose;
    uint32_t words = khct_after_number(l, at);
    if (words == 0)
        words = khct_heading_in_list(l, l->next);
    if (words == 0)
        return false;
    khct_match match = item_match(l, words, &loose);
    *closes = khct_line_opens(l) && forgot_close_before(l, match, at);
    if (*closes) {
        khct_layout_report_close(l, at);
        return false;
    }
    const khct_place *place = khct_place_of(l->open->block, match.keyword);
    uint32_t end = words + (uint32_t)match.length;
    if (place == NULL || (khct_byte_at(l, khct_skip_blanks(l, end)) != ':' &&
                          !(place->how == KHCT_DECLARATION && khct_line_opens(l))))
        return false;
    say_name(l, at, end, match.keyword);
    set_item(l, match, words);
    l->item.begin = at;
    return true;
}

/* A sentence that begins like a keyword, in a block whose entries need none: "Báo cáo tự đánh giá
 * …" among the legal basis. */
static bool sentence_item(khct_layout *l, khct_match match, uint32_t at)
{
    bool sure;
    size_t length;
    uint32_t end = at + (uint32_t)match.length;
    if (!match.marked || khct_line_opens(l) || khct_byte_at(l, khct_skip_blanks(l, end)) == ':' ||
        !khct_is_capital_or_digit(khct_utf8_at(l->text.p + at, l->text.n - at, &length)))
        return false;
    khct_keyword implied = implied_in(l, at, &sure);
    if (implied == KHCT_KEYWORD_NONE)
        return false;
    say_implied(l, at, implied, sure);
    implied_item(l, at, implied, sure);
    return true;
}

/* A `>` was forgotten before the item: reported. */
static bool closes_before(khct_layout *l, khct_match match, uint32_t at)
{
    bool forgot = match.keyword != KHCT_KEYWORD_NONE && forgot_close_before(l, match, at);
    if (forgot)
        khct_layout_report_close(l, at);
    return forgot;
}

static void named_item(khct_layout *l, khct_match match, uint32_t at)
{
    if (match.title && match.keyword == KHCT_K_TIENDO &&
        is_undated(l, at, at + (uint32_t)match.length))
        match.keyword = KHCT_K_GHICHU;
    set_item(l, match, at);
    /* what a misspelt block holds is not judged */
    if (l->open->block == KHCT_B_UNKNOWN)
        l->item.flags &= (uint16_t)~KHCT_NODE_MISPLACED;
}

/* What does not begin with the name of a field of the open block. */
static bool odd_item(khct_layout *l, uint32_t at)
{
    bool loose, closes = false;
    khct_match match = item_match(l, at, &loose);
    bool known = match.keyword != KHCT_KEYWORD_NONE;
    if (!loose && (dash_item(l, at) || numbered_item(l, at, &closes)))
        return true;
    if (closes)
        return false;
    if (known && (joined_item(l, match, at) || renamed_item(l, at)))
        return true;
    size_t edits;
    if (!known && l->open > l->stack && khct_line(l)->indent <= l->open->indent)
        match.keyword = near_keyword(l, at, &match.length, &edits);
    if (closes_before(l, match, at))
        return false;
    if (!known) {
        unknown_item(l, at);
    } else if (loose || !sentence_item(l, match, at)) {
        if (loose)
            say_name(l, at, at + (uint32_t)match.length, match.keyword);
        named_item(l, match, at);
    }
    return true;
}

bool khct_begin_item(khct_layout *l, uint32_t at)
{
    if (l->open == l->stack && l->suspect.at != 0 && khct_line(l)->indent <= l->suspect.indent)
        l->suspect.at = 0;
    khct_match match = khct_match_at(l, l->open->block, at);
    if (khct_place_of(l->open->block, match.keyword) == NULL)
        return odd_item(l, at);
    if (closes_before(l, match, at))
        return false;
    if (!title_heads(l, match, at) || !renamed_item(l, at))
        named_item(l, match, at);
    return true;
}
