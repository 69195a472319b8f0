/* What begins at an item's place: a field, a declaration, an entry without a keyword, or, where a
 * `>` was forgotten, what belongs after that. */
#include "layout.h"

#include "syntax/begins.h"
#include "syntax/titles.h"

static void set_item(khct_layout *l, khct_match match, uint32_t at)
{
    const khct_place *place = khct_place_here(l, match.keyword);
    khct_item item = {.keyword = match.keyword,
                      .opens = KHCT_B_UNKNOWN,
                      .flags = match.marked ? KHCT_NODE_MARKED : 0,
                      .begin = at,
                      .end = at + (uint32_t)match.length,
                      .indent = khct_line(l)->indent};
    if (place == NULL) {
        item.flags |= KHCT_NODE_MISPLACED;
        if (khct_line_opens(l) ||
            khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_FIELD) == NULL)
            place = khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION);
    }
    if (place != NULL)
        item.how = place->how;
    if (item.how == KHCT_DECLARATION)
        item.opens = place->opens;
    l->item = item;
}

/* An item whose keyword is not written there so, but meant by `length` bytes. */
static void set_meant(khct_layout *l, khct_keyword keyword, uint32_t at, size_t length,
                      uint16_t flags)
{
    set_item(l, (khct_match){keyword, false, false, length}, at);
    l->item.flags |= flags;
}

enum { GUESSED = KHCT_NODE_MENDED | KHCT_NODE_GUESSED };

/* --- what is said of names --- */

/* A number sticks to the word that ends there: `tieuchi1.1`. */
static bool number_sticks(const khct_layout *l, uint32_t end)
{
    return khct_digit_at(l->text, end);
}

/* Offers the keyword in the place of what ends at `end`. */
static void offer_keyword(khct_layout *l, khct_diag *diag, khct_grade grade, khct_keyword keyword,
                          uint32_t end)
{
    khct_str text = KHCT_JOIN(l->diags->arena, khct_keyword_at(keyword)->unmarked,
                              number_sticks(l, end) ? " " : "");
    khct_diag_fix(diag, grade, diag->span, text)->keyword = true;
}

/* The end of a few words at `at` that a colon follows on their line; 0: none. */
static uint32_t label_end(const khct_layout *l, uint32_t at)
{
    uint32_t colon;
    return khct_words_before_colon(l, at, 6, false, &colon);
}

/* The words from `at` to `end` name this field loosely, "Phụ trách:" (KH1015). */
static void say_name(khct_layout *l, uint32_t at, uint32_t end, khct_keyword keyword)
{
    const khct_keyword_row *field = khct_keyword_at(keyword);
    khct_span span = khct_span_at(l, at, end);
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1015, span,
                                       KHCT_MSG(LABEL, khct_words_at(l, at, end), field->unmarked),
                                       KHCT_MSG(LABEL_HINT, field->marked));
    khct_diag_fix(diag, KHCT_SAFE, span, khct_str_of(field->marked));
}

/* The words from `at` to `end` are the keyword written apart, or the title of its column without
 * marks (KH1002). */
static void say_spelt(khct_layout *l, uint32_t at, uint32_t end, khct_keyword keyword, bool title)
{
    if (khct_only_counted(l, KHCT_KH1002, KHCT_ERROR))
        return;
    const khct_keyword_row *field = khct_keyword_at(keyword);
    khct_str word = khct_str_sub(l->text, at, end);
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1002, khct_span_at(l, at, end),
                                       title ? KHCT_MSG(SPELT_TITLE, word, field->unmarked)
                                             : KHCT_MSG(SPELT, word, field->unmarked),
                                       KHCT_MSG(SPELT_HINT, field->unmarked, field->marked));
    offer_keyword(l, diag, KHCT_SAFE, keyword, end);
}

/* The line at `at`, in a block of entries, has no keyword: the implied one belongs before it
 * (KH1002). `sure`: it can be nothing else. */
static void say_implied(khct_layout *l, uint32_t at, khct_keyword keyword, bool sure)
{
    if (khct_only_counted(l, KHCT_KH1002, KHCT_ERROR))
        return;
    const char *unmarked = khct_keyword_at(keyword)->unmarked;
    khct_diag *diag = khct_report_hint(
        l->diags, KHCT_KH1002, khct_span_at(l, at, khct_word_end(l, at)),
        KHCT_MSG(IMPLIED, khct_block_quoted(l), unmarked), KHCT_MSG(IMPLIED_HINT, unmarked));
    if (!sure && l->prose_ended)
        khct_diag_hint(diag, KHCT_MSG0(UNKNOWN_PROSE));
    khct_diag_fix(diag, sure ? KHCT_SAFE : KHCT_LIKELY, khct_span_at(l, at, at),
                  KHCT_JOIN(l->diags->arena, unmarked, " "))
        ->keyword = true;
}

/* What stands there was meant as the name of a field: a colon follows within a few words, or it is
 * one word longer than any syllable. */
static bool looks_like_name(const khct_layout *l, uint32_t at, uint32_t end)
{
    enum { SYLLABLE = 7, FAR = 60 };
    if (end - at > SYLLABLE && memchr(l->text.p + at, ' ', end - at) == NULL)
        return true;
    for (uint32_t i = at; i < at + FAR && i < l->text.n; i++) {
        if (l->text.p[i] == ':')
            return true;
        if (strchr("\n;.,<>", l->text.p[i]) != NULL)
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
    if (block == KHCT_B_UNKNOWN || khct_only_counted(l, KHCT_KH1002, KHCT_ERROR))
        return;
    bool allowed = khct_place_here(l, near) != NULL;
    if (!allowed) {
        uint32_t label = label_end(l, at);
        end = label > 0 ? label : khct_word_end(l, at);
    }
    khct_match top = khct_match_at(l, KHCT_B_TOP, at);
    khct_str word = khct_str_sub(l->text, at, number_sticks(l, end) ? khct_word_end(l, end) : end);
    khct_diag *diag =
        khct_report(l->diags, KHCT_KH1002, khct_span_at(l, at, end),
                    l->open == l->stack ? KHCT_MSG(UNKNOWN_TOP, word)
                                        : KHCT_MSG(UNKNOWN, word, khct_block_quoted(l)));
    if (allowed) {
        khct_diag_hint(diag, KHCT_MSG(UNKNOWN_NEAR, khct_keyword_at(near)->unmarked));
        offer_keyword(l, diag, edits <= 1 ? KHCT_SAFE : KHCT_LIKELY, near, end);
    } else if (l->prose_ended && !looks_like_name(l, at, end)) {
        khct_diag_hint(diag, KHCT_MSG0(UNKNOWN_PROSE));
    } else if (top.keyword != KHCT_KEYWORD_NONE && top.length == end - at) {
        khct_diag_hint(diag, KHCT_MSG(UNKNOWN_BLOCK, word, khct_keyword_at(top.keyword)->unmarked));
    } else {
        khct_diag_hint(diag, KHCT_MSG(UNKNOWN_NAMES, names_in(l, block)));
    }
}

/* --- a keyword that is written otherwise --- */

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
    if (khct_place_here(l, joined) == NULL || !apart)
        return false;
    say_spelt(l, at, at + (uint32_t)length, joined, title);
    set_meant(l, joined, at, length, KHCT_NODE_MENDED);
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
    set_meant(l, block, at, length, GUESSED);
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
    const khct_place *place = khct_place_here(l, block);
    const khct_raw *below = khct_past_comments(khct_below(l->next));
    return place != NULL &&
           khct_running_keyword(l, place->opens, below).keyword != KHCT_KEYWORD_NONE;
}

/* --- an entry without a keyword --- */

/* The line cites a document: a number with `/`, or one like 29-NQ. */
static bool cites(const khct_layout *l, uint32_t at)
{
    for (; at < l->text.n && l->text.p[at] != '\n' && l->text.p[at] != ';'; at++) {
        char next = khct_byte_at(l, at + 1), after = khct_byte_at(l, at + 2);
        bool office = next == '-' && after >= 'A' && after <= 'Z';
        if (khct_is_digit(l->text.p[at]) && (next == '/' || office))
            return true;
    }
    return false;
}

/* The keyword that a line without one means in a block whose entries are all alike;
 * KHCT_KEYWORD_NONE: none. */
static khct_keyword implied_in(const khct_layout *l, uint32_t at)
{
    return khct_entry_of(l->open->block, cites(l, at));
}

/* A line without a keyword is such an entry: true, and it is said. */
static bool implied_item(khct_layout *l, uint32_t at)
{
    khct_keyword implied = implied_in(l, at);
    bool sure = khct_entry_is_line(l->open->block, KHCT_KEYWORD_NONE);
    if (implied == KHCT_KEYWORD_NONE)
        return false;
    say_implied(l, at, implied, sure);
    set_meant(l, implied, at, 0, GUESSED);
    l->item.dash = sure;
    return true;
}

/* A line `- …` where it is an entry: a recipient, a legal document, a list item, and, in results, a
 * field like any other. */
static bool dash_item(khct_layout *l, uint32_t at)
{
    khct_block block = l->open->block;
    uint32_t mark = khct_list_mark(l, at);
    if (mark == 0)
        return false;
    uint32_t words = khct_skip_blanks(l, at + mark);
    khct_match match = khct_match_at(l, block, words);
    if (khct_place_here(l, match.keyword) != NULL &&
        (block == KHCT_B_HIENTRANG || khct_byte_at(l, words + (uint32_t)match.length) == ':')) {
        set_item(l, match, words);
    } else {
        khct_keyword implied = implied_in(l, words);
        if (implied == KHCT_KEYWORD_NONE)
            return false;
        set_meant(l, implied == KHCT_K_DOAN ? KHCT_K_GACH : implied, at, mark, 0);
    }
    l->item.begin = at;
    l->item.dash = true;
    return true;
}

/* A sentence that begins like a keyword, in a block whose entries need none: "Báo cáo tự đánh giá
 * …" among the legal basis. */
static bool sentence_item(khct_layout *l, khct_match match, uint32_t at)
{
    return match.marked && !khct_line_opens(l) &&
           !khct_colon_follows(l, at + (uint32_t)match.length) &&
           khct_is_capital_or_digit(khct_char_at(l, at)) && implied_item(l, at);
}

/* --- any other beginning --- */

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
    khct_report_hint(l->diags, KHCT_KH1016, khct_span_at(l, at, end),
                     KHCT_MSG(STATE_UNDATED, khct_words_at(l, at, end)),
                     KHCT_MSG0(STATE_UNDATED_HINT));
    return true;
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

/* The field's name at an item's place. Words before a colon are one name: where they are none of
 * the language's, the keyword that they begin with was not meant ("Người ký:"). *loose: they only
 * stand for the field. */
static khct_match item_match(khct_layout *l, uint32_t at, bool *loose)
{
    khct_match match = khct_match_at(l, l->open->block, at);
    *loose = false;
    if (khct_place_here(l, match.keyword) != NULL)
        return match;
    khct_match label = {.marked = true, .title = true};
    label.keyword =
        khct_label_at(l->vocabulary->titles, l->open->block, khct_rest(l, at), &label.length);
    *loose = label.keyword != KHCT_KEYWORD_NONE;
    if (*loose)
        return label;
    bool field = match.keyword == KHCT_KEYWORD_NONE || khct_line_opens(l) ||
                 khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_FIELD) != NULL;
    if (match.marked && label_end(l, at) >= at + match.length + (field ? 1 : 0))
        match.keyword = KHCT_KEYWORD_NONE;
    return match;
}

/* A field or a block that the writer numbered: `1. Giải pháp: …`, `1. giaiphap …`, or set in a
 * list: `- Tiêu chí 1.1
 * <`. *closes: a `>` was forgotten before the block. */
static bool numbered_item(khct_layout *l, uint32_t at, bool *closes)
{
    bool loose, opens = khct_line_opens(l);
    uint32_t words = khct_after_number(l, at);
    if (words == 0)
        words = khct_heading_in_list(l, l->next);
    if (words == 0)
        return false;
    khct_match match = item_match(l, words, &loose);
    *closes = opens && khct_forgot_close_before(l, match, at);
    if (*closes)
        return false;
    const khct_place *place = khct_place_here(l, match.keyword);
    uint32_t end = words + (uint32_t)match.length;
    bool colon = khct_colon_follows(l, end),
         field = place != NULL && place->how != KHCT_DECLARATION;
    if (place == NULL || !(colon || (opens && !field) || (field && !match.marked)))
        return false;
    say_name(l, at, end, match.keyword);
    set_item(l, match, words);
    l->item.begin = at;
    return true;
}

/* The keyword is one of a block, and no `<` follows before another keyword or a value's end: words
 * that happen to be near it were not meant as it ("Trang 1/2" for `truong`). */
static bool heads_nothing(khct_layout *l, khct_keyword near)
{
    enum { HEADING_LINES = 4 };
    const khct_place *place = khct_place_here(l, near);
    if (place == NULL || place->how != KHCT_DECLARATION)
        return false;
    const khct_raw *token = l->next;
    for (int n = 0; n < HEADING_LINES && token->kind != KHCT_RAW_END; n++) {
        const khct_raw_line *line = khct_described_line(l, token);
        if (n > 0 && khct_running_keyword(l, l->open->block, token).keyword != KHCT_KEYWORD_NONE)
            return true;
        if (line->declares > token->begin)
            return false;
        if (line->last == KHCT_RAW_SEMICOLONS || line->last == KHCT_RAW_CLOSES)
            return true;
        token = khct_below(token);
    }
    return true;
}

/* Words that name no item: a keyword that is misspelt, an entry without one, or a name that the
 * language does not know. */
static void unknown_item(khct_layout *l, uint32_t at)
{
    size_t length = 0, edits = 0;
    if (renamed_item(l, at))
        return;
    khct_keyword near = khct_title_bare(l->open->block, khct_rest(l, at), &length);
    bool title = near != KHCT_KEYWORD_NONE;
    if (!title)
        near = near_keyword(l, at, &length, &edits);
    if (!title && heads_nothing(l, near))
        near = KHCT_KEYWORD_NONE;
    if (khct_place_here(l, near) == NULL && !khct_block_opens(l, l->next) && implied_item(l, at))
        return;
    bool known = near != KHCT_KEYWORD_NONE;
    uint32_t end = known ? at + (uint32_t)length : khct_word_end(l, at);
    if (title)
        say_spelt(l, at, end, near, true);
    else
        say_unknown(l, at, end, near, edits);
    if (known)
        set_meant(l, near, at, length, GUESSED);
    if (known && !(l->item.flags & KHCT_NODE_MISPLACED))
        return;
    l->item = (khct_item){.keyword = KHCT_KEYWORD_NONE,
                          .opens = KHCT_B_UNKNOWN,
                          .how = khct_block_opens(l, l->next) ? KHCT_DECLARATION : KHCT_FIELD,
                          .flags = KHCT_NODE_UNKNOWN,
                          .begin = at,
                          .end = end,
                          .indent = khct_line(l)->indent};
}

/* What does not begin with the name of a field of the open block. */
static bool odd_item(khct_layout *l, uint32_t at)
{
    size_t edits;
    bool loose, closes = false;
    khct_match match = item_match(l, at, &loose);
    bool known = match.keyword != KHCT_KEYWORD_NONE;
    if (!loose && (dash_item(l, at) || numbered_item(l, at, &closes)))
        return true;
    if (closes)
        return false;
    if (known && (joined_item(l, match, at) || renamed_item(l, at)))
        return true;
    if (!known && l->open > l->stack && khct_line(l)->indent <= l->open->indent)
        match.keyword = near_keyword(l, at, &match.length, &edits);
    if (khct_forgot_close_before(l, match, at))
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
    if (khct_place_here(l, match.keyword) == NULL)
        return odd_item(l, at);
    if (khct_forgot_close_before(l, match, at))
        return false;
    if (!title_heads(l, match, at) || !renamed_item(l, at))
        named_item(l, match, at);
    return true;
}
