/* The stack of open blocks: what opens and closes one, where a `>` was forgotten, and where one
 * closes a block too early. */
#include "layout.h"

/* --- opening and closing --- */

bool khct_begin_block(khct_layout *l, uint32_t brace)
{
    if (l->open == l->stack + KHCT_NESTING_LIMIT) {
        khct_report(l->diags, KHCT_KH9001, khct_span_at(l, l->item.begin, l->item.end),
                    KHCT_MSG(NESTING, KHCT_NESTING_LIMIT));
        return false;
    }
    *++l->open = (khct_open_block){
        .block = l->item.opens, .indent = l->item.indent, .heading = l->item.begin, .brace = brace};
    return true;
}

void khct_close_block(khct_layout *l, uint32_t begin, uint32_t end)
{
    l->open--;
    khct_give(l, '>', khct_span_at(l, begin, end));
}

bool khct_closes(khct_layout *l, const khct_raw *token)
{
    if (l->open == l->stack)
        return false;
    if (khct_line_ends(token + 1))
        return true;
    return khct_is_first(l, token) &&
           khct_running_keyword(l, l->open[-1].block, token + 1).keyword != KHCT_KEYWORD_NONE;
}

/* --- what is said of a block --- */

bool khct_only_counted(khct_layout *l, khct_code code, khct_severity severity)
{
    if (l->diags->list.n < KHCT_DIAG_LIMIT)
        return false;
    khct_report_as(l->diags, code, severity, KHCT_NOWHERE, KHCT_MSG0(NONE));
    return true;
}

/* The beginning of its heading. */
static khct_str block_name(const khct_layout *l, const khct_open_block *open)
{
    khct_str text = khct_str_sub(l->text, open->heading, l->text.n);
    size_t n = 0;
    while (n < text.n && text.p[n] != '<' && text.p[n] != '\n' && n < 60 &&
           (open->other == '\0' || open->heading + n < open->brace))
        n++;
    while (n < text.n && n > 0 && ((unsigned char)text.p[n] & 0xC0) == 0x80)
        n--; /* not in the middle of a letter */
    return khct_str_trim(khct_str_sub(text, 0, n));
}

static khct_str quoted(const khct_layout *l, khct_str words)
{
    return KHCT_JOIN(l->diags->arena, "`", words, "`");
}

khct_str khct_block_quoted(const khct_layout *l)
{
    return quoted(l, block_name(l, l->open));
}

/* The `>` of the innermost block is missing at `begin` (KH1003); `label` says so there. */
static khct_diag *say_close(khct_layout *l, uint32_t begin, uint32_t end, khct_message label)
{
    uint32_t heading = l->open->heading;
    khct_str name = block_name(l, l->open);
    khct_str line =
        khct_str_number(l->diags->arena, khct_source_line(l->diags->sources, l->source, heading));
    khct_diag *diag = khct_report(l->diags, KHCT_KH1003, khct_span_at(l, begin, end),
                                  KHCT_MSG(CLOSE, quoted(l, name), line));
    khct_diag_related(diag, khct_span_at(l, heading, heading + (uint32_t)name.n),
                      KHCT_MSG0(CLOSE_BEGAN));
    khct_diag_label(diag, label);
    return diag;
}

/* It is missing before the line of `at`. */
static void say_close_before(khct_layout *l, uint32_t at)
{
    if (khct_only_counted(l, KHCT_KH1003, KHCT_ERROR))
        return;
    uint32_t indent = l->open->indent, line = khct_line(l)->begin;
    size_t length;
    khct_utf8_at(l->text.p + at, l->text.n - at, &length);
    khct_diag *diag = say_close(l, at, at + (uint32_t)length, KHCT_MSG0(CLOSE_LABEL));
    char *closing = khct_alloc_bytes(l->diags->arena, indent + 2);
    memset(closing, ' ', indent);
    memcpy(closing + indent, ">\n", 2);
    khct_diag_fix(diag, KHCT_LIKELY, khct_span_at(l, line, line), (khct_str){closing, indent + 2});
}

void khct_say_open(khct_layout *l)
{
    uint32_t end = (uint32_t)l->text.n;
    khct_diag *diag = say_close(l, end, end, KHCT_MSG0(CLOSE_END_LABEL));
    bool line = end == 0 || l->text.p[end - 1] == '\n';
    khct_diag_fix(diag, KHCT_LIKELY, diag->span, line ? KHCT_STR(">\n") : KHCT_STR("\n>\n"));
}

/* This `>` closes its block too early (KH1004). */
static void say_early(khct_layout *l, khct_early_close early)
{
    l->suspect.at = 0;
    if (khct_only_counted(l, KHCT_KH1004, KHCT_ERROR))
        return;
    khct_str word = khct_str_sub(l->text, early.next, early.next_end);
    khct_diag *diag =
        khct_report(l->diags, KHCT_KH1004, khct_span_at(l, early.at, early.at + 1),
                    KHCT_MSG(CLOSE_EARLY, quoted(l, block_name(l, &early.heading)), word));
    khct_diag_related(diag, khct_span_at(l, early.next, early.next_end),
                      KHCT_MSG0(CLOSE_EARLY_NEXT));
    khct_diag_hint(diag, KHCT_MSG0(STRAY_CLOSE_HINT));
    khct_diag_fix(diag, KHCT_LIKELY, diag->span, KHCT_STR(""));
}

void khct_layout_report_stray(khct_layout *l, khct_span at)
{
    khct_str sign = khct_source_text(l->diags->sources, at);
    bool close = khct_str_is(sign, ">");
    if (close && l->suspect.at != 0) {
        say_early(l, l->suspect);
        return;
    }
    khct_diag *diag = khct_report_hint(l->diags, close ? KHCT_KH1004 : KHCT_KH1002, at,
                                       close ? KHCT_MSG0(STRAY_CLOSE) : KHCT_MSG(STRAY, sign),
                                       close ? KHCT_MSG0(STRAY_CLOSE_HINT) : KHCT_MSG0(STRAY_HINT));
    khct_diag_fix(diag, KHCT_LIKELY, at, KHCT_STR(""));
}

/* --- a forgotten `>` --- */

/* A field of a block may start at this token: after a sign, or first on its line and not further
 * right than the first field's, where text goes on. `found`: there was a field before it. */
static bool may_start(const khct_layout *l, const khct_raw *token, uint32_t margin, bool found)
{
    if (khct_is_first(l, token))
        return khct_line_of(l, token)->indent <= margin;
    khct_raw_kind before = token[-1].kind;
    return before == KHCT_RAW_SEMICOLONS || (before == KHCT_RAW_OPEN && !found);
}

/* True where the block whose heading stands here is of kind `one` and not of kind `other`: the
 * first field in it that only one of the two can have says so. */
static bool holds(khct_layout *l, khct_block one, khct_block other)
{
    enum { FAR_ENOUGH = 16 * 1024 };
    uint32_t heading = l->next->line, margin = UINT32_MAX; /* of the line with the first field */
    bool found = false;
    const khct_raw *token = khct_past_comments(l->next + 1);
    for (; token->kind != KHCT_RAW_END && token->begin < l->next->begin + FAR_ENOUGH;
         token = khct_past_comments(token + 1)) {
        if (token->kind == KHCT_RAW_CLOSES &&
            (khct_line_ends(token + 1) ||
             khct_match_at(l, one, token[1].begin).keyword != KHCT_KEYWORD_NONE))
            return false;
        if (!may_start(l, token, margin, found))
            continue;
        khct_match match = khct_running_keyword(l, one, token);
        bool on_heading = token->line == heading;
        bool after_value = !on_heading && !khct_is_first(l, token) &&
                           token[-1].kind == KHCT_RAW_SEMICOLONS; /* see ends_value */
        if (match.keyword == KHCT_KEYWORD_NONE ||
            (after_value && match.marked &&
             !khct_colon_follows(l, token->begin + (uint32_t)match.length)))
            continue;
        bool in_one = khct_place_of(one, match.keyword) != NULL;
        bool in_other = khct_place_of(other, match.keyword) != NULL;
        if (in_one != in_other || !in_one)
            return in_one && !in_other;
        if (margin == UINT32_MAX && !on_heading)
            margin = khct_line_of(l, token)->indent;
        found = true;
    }
    return false;
}

/* True where a declaration that the open block can hold is of the kind that stands beside it. */
static bool stands_beside(khct_layout *l, khct_keyword keyword, bool margin)
{
    khct_block block = l->open->block;
    if (block == KHCT_B_HIENTRANG && keyword == KHCT_K_TIEUCHI)
        return holds(l, KHCT_B_TIEUCHI, KHCT_B_KETQUATC);
    return margin && block == KHCT_B_VIECLON && keyword == KHCT_K_VIEC &&
           holds(l, KHCT_B_VIECLON, KHCT_B_VIEC);
}

/* A block around the innermost one can hold this declaration or line. */
static bool fits_outside(const khct_layout *l, khct_keyword keyword)
{
    for (const khct_open_block *open = l->open; open > l->stack;) {
        const khct_place *place = khct_place_of((--open)->block, keyword);
        if (open->block == KHCT_B_UNKNOWN || (place != NULL && place->how != KHCT_FIELD))
            return true;
    }
    return false;
}

/* The innermost open block ends before the keyword at `at`, without its `>`. */
static bool ends_before(khct_layout *l, khct_match match, uint32_t at)
{
    khct_keyword keyword = match.keyword;
    khct_block block = l->open->block;
    const khct_place *here = khct_place_here(l, keyword);
    bool margin = khct_line(l)->indent <= l->open->indent && at == khct_line(l)->first;
    if (stands_beside(l, keyword, margin))
        return true;
    bool results = block == KHCT_B_HIENTRANG || block == KHCT_B_KETQUATC;
    if (here == NULL && results && !match.marked && keyword == KHCT_K_VIEC)
        return true;
    if (!margin)
        return false;
    const khct_raw_line *line = khct_described_line(l, l->next);
    bool declares = khct_declares(l, keyword), opens = line->declares > at;
    /* a field here, but at the margin on a line that ends in `<` the outer declaration is meant */
    bool outer = here != NULL
                     ? here->how == KHCT_FIELD && declares && opens
                     : (declares && (opens || line->last != KHCT_RAW_SEMICOLONS)) ||
                           khct_vocabulary_place(l->vocabulary, keyword, KHCT_LINE) != NULL;
    return outer && fits_outside(l, keyword);
}

bool khct_forgot_close_before(khct_layout *l, khct_match match, uint32_t at)
{
    if (l->open == l->stack || match.keyword == KHCT_KEYWORD_NONE || !ends_before(l, match, at))
        return false;
    say_close_before(l, at);
    return true;
}

/* --- a `>` too early --- */

bool khct_closes_early(khct_layout *l, uint32_t at)
{
    const khct_open_block *open = l->open;
    khct_block outer = open[-1].block;
    if (l->next->end > at + 1) /* another `>` follows it */
        return false;
    const khct_raw *token = khct_past_comments(l->next + 1);
    uint32_t next = token->begin;
    khct_match match = khct_match_at(l, open->block, next);
    const khct_place *here = khct_place_here(l, match.keyword);
    const khct_place *there = khct_place_of(outer, match.keyword);
    if (here == NULL || outer == KHCT_B_UNKNOWN)
        return false;
    khct_early_close early = {.at = at,
                              .heading = *open,
                              .next = next,
                              .next_end = next + (uint32_t)match.length,
                              .indent = l->stack[1].indent};
    if (there != NULL && (there->how == here->how || khct_opens_before_it_ends(l, token))) {
        if (l->suspect.at == 0 && khct_line_of(l, token)->indent > open->indent)
            l->suspect = early;
        return false;
    }
    say_early(l, early);
    return true;
}
