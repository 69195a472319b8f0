/* Reading the words of an item: which sign ends a value or a heading, and where one was forgotten.
 */
#include "layout.h"

#include "parser.h"
#include "syntax/begins.h"
#include "syntax/titles.h"
#include "text/fold.h"
#include "text/utf8.h"

/* --- what is said of a forgotten `;` or `<` --- */

static khct_str item_name(const khct_layout *l)
{
    return KHCT_JOIN(l->diags->arena, "`", khct_str_sub(l->text, l->item.begin, l->item.end), "`");
}

/* A `.` `,` or `:` is last in the value, in the place of its `;`; text itself may end with a full
 * stop or a colon. */
static bool ends_with_sign(const khct_layout *l)
{
    const khct_place *place = khct_place_of(l->open->block, l->item.keyword);
    bool text = place == NULL || place->type == KHCT_TYPE_TEXT || place->type == KHCT_TYPE_NAME;
    return l->last > l->value + 1 && !(l->item.flags & KHCT_NODE_QUOTED) &&
           strchr(text ? "," : ".,:", khct_byte_at(l, l->last - 1)) != NULL;
}

/* Reports a forgotten `;` at the end of the value (KH1001). `marked`: a keyword with marks starts
 * the next line; `ends`: the value is read as ended. */
static void say_semicolon(khct_layout *l, bool marked, bool ends, uint32_t next)
{
    /* whoever wrote no keyword wrote no field: that has been said */
    if ((l->item.flags & KHCT_NODE_UNKNOWN) || l->item.dash || l->item.begin == l->item.end ||
        khct_layout_only_counted(l, KHCT_KH1001, marked ? KHCT_WARNING : KHCT_ERROR))
        return;
    uint32_t end = l->last > l->item.end ? l->last : l->item.end;
    if (l->item.flags & KHCT_NODE_QUOTED)
        end += 3;
    bool sign = ends && ends_with_sign(l);
    khct_span where = khct_layout_place(l, sign ? end - 1 : end, end);
    if (sign)
        l->last = khct_layout_text_end(l, end - 1);
    khct_str name = item_name(l);
    khct_message message = l->open == l->stack
                               ? KHCT_MSG(SEMICOLON_TOP, name)
                               : KHCT_MSG(SEMICOLON, khct_layout_block_quoted(l), name);
    khct_diag *diag =
        khct_report_as(l->diags, KHCT_KH1001, marked ? KHCT_WARNING : KHCT_ERROR, where, message);
    khct_diag_label(diag, sign ? KHCT_MSG0(SEMICOLON_SIGN_LABEL) : KHCT_MSG0(SEMICOLON_LABEL));
    if (next < l->text.n)
        khct_diag_related(diag, khct_layout_place(l, next, khct_word_end(l, next)),
                          KHCT_MSG0(SEMICOLON_NEXT));
    khct_diag_fix(diag, ends ? KHCT_SAFE : KHCT_LIKELY, where, KHCT_STR(";"));
    if (!marked)
        l->tree->broken = true;
}

/* Reports a forgotten `<`. */
static void say_brace(khct_layout *l, uint32_t before)
{
    uint32_t end = l->last > l->item.end ? l->last : l->item.end;
    if (before < end)
        end = before;
    khct_diag *diag = khct_report(l->diags, KHCT_KH1005, khct_layout_place(l, end, end),
                                  KHCT_MSG(BRACE, item_name(l)));
    khct_diag_label(diag, KHCT_MSG0(BRACE_LABEL));
    khct_diag_fix(diag, KHCT_LIKELY, khct_layout_place(l, end, end),
                  end == before ? KHCT_STR("< ") : KHCT_STR(" <"));
    l->tree->broken = true;
}

/* Reports the bracket at `at` that opens a block in the place of `<` (KH1017); gives its fix. */
static khct_fix *say_other(khct_layout *l, uint32_t at)
{
    khct_span span = khct_layout_place(l, at, at + 1);
    khct_diag *diag = khct_report_hint(l->diags, KHCT_KH1017, span,
                                       KHCT_MSG(BRACKET, khct_str_sub(l->text, at, at + 1)),
                                       KHCT_MSG0(BRACKET_HINT));
    l->tree->broken = true;
    return khct_diag_fix(diag, KHCT_SAFE, span, KHCT_STR("<"));
}

/* --- values: which `;` ends one --- */

static bool in_one_line_block(const khct_layout *l)
{
    return l->open > l->stack && l->open->brace >= khct_line(l)->begin &&
           l->open->brace < l->item.begin;
}

/* The name of a field of the open block, and a colon after it. */
static bool names_field(const khct_layout *l, uint32_t at)
{
    khct_block block = l->open->block;
    at = khct_skip_blanks(l, at);
    khct_match match = khct_keyword_match(l->vocabulary, block, khct_rest(l, at));
    return match.keyword != KHCT_KEYWORD_NONE && khct_place_of(block, match.keyword) != NULL &&
           khct_byte_at(l, khct_skip_blanks(l, at + (uint32_t)match.length)) == ':';
}

/* A line `- …` after an entry that began so, or any line after one without a keyword: another
 * entry. */
static bool next_entry(const khct_layout *l, uint32_t indent, uint32_t first)
{
    if (!l->item.dash || indent > l->item.indent)
        return false;
    bool implied = l->item.begin == l->item.end;
    uint32_t mark = khct_list_mark(l, first);
    return implied || (mark > 0 && (khct_byte_at(l, first) != '+' || names_field(l, first + mark)));
}

/* The `;` that stands here is last on its line: true where the text goes on below. */
static bool goes_on_below(khct_layout *l)
{
    const khct_raw *token = khct_below(l->next);
    if (token->kind == KHCT_RAW_END || token->kind == KHCT_RAW_SEMICOLONS ||
        khct_entry_is_line(l->open->block, l->item.keyword))
        return false;
    bool plain = token->line == l->next->line + 1 && token->kind != KHCT_RAW_COMMENT;
    /* blank and comment lines between list items do not matter */
    token = khct_past_comments(token);
    uint32_t indent = l->scanner->lines.at[token->line].indent;
    if (next_entry(l, indent, token->begin) ||
        (indent <= l->item.indent && khct_heading_in_list(l, token) > 0))
        return false;
    if (khct_list_mark(l, token->begin) > 0)
        return true;
    if (!plain || token->kind == KHCT_RAW_CLOSES || indent <= l->item.indent)
        return false;
    khct_match match = khct_running_keyword(l, l->open->block, token);
    return match.keyword == KHCT_KEYWORD_NONE || khct_reads_as_prose(l, match, token);
}

/* True where the `;` that stands here ends the value being read. */
static bool ends_value(khct_layout *l)
{
    const khct_raw *next = l->next + 1;
    if (l->item.begin >= khct_line(l)->begin && in_one_line_block(l))
        return true;
    if (khct_line_ends(next))
        return !goes_on_below(l);
    if (next->kind == KHCT_RAW_UNBRACKET && l->open > l->stack &&
        l->open->other == khct_byte_at(l, next->begin))
        return khct_line_ends(next + 1);
    if (next->kind == KHCT_RAW_CLOSES && l->open > l->stack)
        return khct_layout_closes(l, next);
    khct_match match = khct_running_keyword(l, l->open->block, next);
    if (match.keyword == KHCT_KEYWORD_NONE || khct_place_of(l->open->block, match.keyword) == NULL)
        return false;
    uint32_t behind = khct_skip_blanks(l, next->begin + (uint32_t)match.length);
    return !match.marked || khct_byte_at(l, behind) == ':';
}

/* A block opens on the line from `at`, and ends there or goes on below: its head is no running
 * text.
 */
static bool opens_here(khct_layout *l, uint32_t at)
{
    const khct_raw_line *line = khct_line_of(l, l->next);
    const khct_place *value = khct_place_of(l->open->block, l->item.keyword);
    bool text = value != NULL && value->type == KHCT_TYPE_TEXT;
    return line->declares > at && line->last != KHCT_RAW_TEXT &&
           (line->last != KHCT_RAW_SEMICOLONS || !text);
}

/* On a new line inside a value: true where the value ends before it, for want of a `;`. */
static bool forgot_semicolon(khct_layout *l)
{
    uint32_t at = l->next->begin, indent = khct_line(l)->indent;
    if ((l->item.flags & KHCT_NODE_QUOTED) && strchr(";>#", khct_byte_at(l, at)) == NULL) {
        say_semicolon(l, false, true, at); /* nothing goes on after """ */
        return true;
    }
    if (next_entry(l, indent, at))
        return true;
    if (l->last != 0 && indent <= l->item.indent && khct_heading_in_list(l, l->next) > 0) {
        say_semicolon(l, false, true, at);
        return true;
    }
    /* no field can begin further right than its own, nor, without a `<`, a declaration */
    bool opens = khct_line_opens(l);
    if (indent > l->item.indent && !opens)
        return false;
    khct_block block = l->open->block;
    khct_match match = khct_running_keyword(l, block, l->next);
    if (match.keyword == KHCT_KEYWORD_NONE)
        return false;
    const khct_place *here = khct_place_of(block, match.keyword);
    bool field = here != NULL && indent <= l->item.indent;
    bool declaration =
        opens && khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION) != NULL;
    if (!field && !declaration)
        return false;
    bool heading = field && here->how == KHCT_DECLARATION && opens_here(l, at);
    uint32_t behind = at + (uint32_t)match.length;
    bool ends = !match.marked || heading || khct_reads_as_keyword(l, behind) ||
                (match.keyword == KHCT_K_DUNG &&
                 khct_value_may_begin(l->vocabulary, match.keyword, khct_rest(l, behind)));
    if (match.marked && !ends && declaration && !field)
        return false;
    if (l->last == 0)
        return ends; /* an empty value: KH1008 says it */
    say_semicolon(l, match.marked, ends, at);
    if (!ends)
        l->item.flags |= KHCT_NODE_DOUBTED;
    return ends;
}

/* Where the search for a closing """ from byte `p` ends: at one that closes, or at another value's
 * opening one, or at the end of the file. */
static uint32_t find_quote(khct_layout *l, uint32_t p)
{
    if (p >= l->quote_begin && p <= l->quote_end)
        return l->quote_end;
    l->quote_begin = p;
    l->quote_closes = false;
    for (;;) {
        khct_str text = khct_rest(l, p);
        size_t found = khct_str_find(text, KHCT_STR("\"\"\""));
        uint32_t close = p + (uint32_t)found;
        if (found == text.n)
            return l->quote_end = (uint32_t)l->text.n;
        while (khct_byte_at(l, close + 3) == '"') /* `""""`: the last three close */
            close++;
        uint32_t next = khct_skip_blanks(l, close + 3);
        l->quote_closes = next >= l->text.n || strchr("\n;>", khct_byte_at(l, next)) != NULL;
        if (l->quote_closes || khct_blank_at(l->text, close - 1) > 0)
            return l->quote_end = close;
        p = close + 3;
    }
}

/* A """: true where the value begins with it, and has been read to the closing one. */
static bool take_quote(khct_layout *l)
{
    khct_raw quote = *l->next;
    if (l->last != 0)
        return false;
    uint32_t close = find_quote(l, quote.end);
    if (l->quote_closes) {
        l->item.flags |= KHCT_NODE_QUOTED;
        l->value = quote.end;
        l->last = close;
        const khct_raw *passed = l->next;
        khct_take_to(l, close + 3);
        for (; passed < l->next; passed++) /* what was no comment may have ended its line */
            if (passed->kind == KHCT_RAW_COMMENT)
                l->scanner->lines.at[l->next->line].described = false;
        return true;
    }
    khct_report_hint(l->diags, KHCT_KH0003, khct_layout_place(l, quote.begin, quote.end),
                     KHCT_MSG(QUOTE_OPEN, "\"\"\""), KHCT_MSG(QUOTE_HINT, "\"\"\""));
    l->tree->broken = true;
    return false;
}

/* True where the value ends before or with this token; gives its end. */
static bool value_ends(khct_layout *l, const khct_raw *token)
{
    bool quoted = (l->item.flags & KHCT_NODE_QUOTED) != 0;
    if (khct_begins_line(l, token) && forgot_semicolon(l)) {
        khct_layout_end_item(l, ';', KHCT_NOWHERE);
        return true;
    }
    switch (token->kind) {
    case KHCT_RAW_SEMICOLONS:
        if (!ends_value(l))
            return false;
        khct_layout_end_item(l, ';', khct_layout_place(l, token->begin, token->begin + 1));
        khct_take_to(l, token->begin + 1);
        return true;
    case KHCT_RAW_CLOSES:
        if (!quoted && !khct_layout_closes(l, l->next))
            return false;
        /* fall through */
    case KHCT_RAW_END:
        if (l->last != 0)
            say_semicolon(l, false, true, (uint32_t)l->text.n);
        khct_layout_end_item(l, ';', KHCT_NOWHERE);
        return true;
    default: return false;
    }
}

/* --- headings: which `<` ends one --- */

/* `< đokn Nâng cao; …`: a field and its end stand on the line, though its name is misspelt. */
static bool field_follows(const khct_layout *l, const khct_raw *first)
{
    size_t length;
    const khct_raw *token = first;
    while (token->line == first->line &&
           (token->kind == KHCT_RAW_TEXT || token->kind == KHCT_RAW_ESCAPE ||
            token->kind == KHCT_RAW_BRACKET || token->kind == KHCT_RAW_UNBRACKET))
        token++;
    char begin = khct_byte_at(l, first->begin);
    return token > first && token->line == first->line && token->kind == KHCT_RAW_SEMICOLONS &&
           !khct_is_digit(begin) &&
           khct_in_word(khct_utf8_at(l->text.p + first->begin, l->text.n - first->begin, &length));
}

/* True where the `<`, or other bracket, that stands here opens the block. */
static bool opens(khct_layout *l)
{
    bool plain = l->item.opens != KHCT_B_UNKNOWN && l->item.opens != KHCT_B_TOP &&
                 khct_block_at(l->item.opens)->heading[0] == '\0'; /* no title may have it */
    const khct_raw *next = l->next + 1;
    size_t length;
    return khct_line_ends(l->next + 1) || plain || next->kind == KHCT_RAW_CLOSES ||
           field_follows(l, next) ||
           khct_label_at(l->vocabulary->titles, l->item.opens, khct_rest(l, next->begin),
                         &length) != KHCT_KEYWORD_NONE ||
           khct_running_keyword(l, l->item.opens, next).keyword != KHCT_KEYWORD_NONE;
}

/* On a new line inside a heading: true where the heading ends before it, for want of a `<`. */
static bool forgot_brace(khct_layout *l)
{
    const khct_raw *next = l->next;
    if (khct_entry_is_line(l->item.opens, KHCT_KEYWORD_NONE) && khct_list_mark(l, next->begin) > 0)
        return true;
    if (next->kind == KHCT_RAW_CLOSES)
        return khct_layout_closes(l, l->next) || khct_line_ends(l->next + 1);
    khct_match match = khct_running_keyword(l, l->item.opens, next);
    if (match.keyword == KHCT_KEYWORD_NONE)
        return false;
    const khct_place *inside = khct_place_of(l->item.opens, match.keyword);
    bool opens = khct_line_opens(l);
    if (inside == NULL)
        return opens && !match.marked && khct_line(l)->indent <= l->item.indent &&
               khct_vocabulary_place(l->vocabulary, match.keyword, KHCT_DECLARATION) != NULL;
    return !match.marked || inside->how == KHCT_DECLARATION || !opens; /* a title that runs on */
}

/* A `;` stands at `at` inside a heading: the keyword before which the block's `<` was forgotten, or
 * `at` where nothing of the block was written. */
static uint32_t brace_before(khct_layout *l, uint32_t at)
{
    bool word = false;
    for (uint32_t p = l->item.end; p < at; p++) {
        bool space = khct_space_at(l->text, p) > 0 || khct_space_before(l->text, p + 1) == 2;
        if (!space && !word) {
            khct_match match = khct_match_at(l, l->item.opens, p);
            if (khct_place_of(l->item.opens, match.keyword) != NULL &&
                (match.marked || khct_value_may_begin(l->vocabulary, match.keyword,
                                                      khct_rest(l, p + (uint32_t)match.length))))
                return p;
        }
        word = !space;
    }
    return at;
}

/* Ends the heading with the block's `<`, at `sign` or, where that is nowhere, after its text. A
 * block that cannot be opened, or has nothing in it, is closed at once. */
static void end_heading(khct_layout *l, uint32_t brace, khct_span sign, bool empty)
{
    l->stopped = !empty && !khct_layout_open_block(l, brace);
    khct_layout_end_item(l, '<', sign);
    if (empty || l->stopped)
        khct_layout_give(l, '>', l->given[l->given_n - 1].span);
}

/* The `<` is missing before byte `at`, where it is inserted. */
static void insert_brace(khct_layout *l, uint32_t brace, uint32_t at, bool empty)
{
    say_brace(l, at);
    end_heading(l, brace, KHCT_NOWHERE, empty);
}

/* A `;` inside a heading: the `<` is missing before it. */
static void brace_before_semicolon(khct_layout *l, uint32_t at)
{
    uint32_t before = brace_before(l, at);
    if (before == at) {
        khct_take_to(l, at + 1);
        insert_brace(l, at, at, true);
        return;
    }
    say_brace(l, before);
    l->last = 0;
    if (l->value < before)
        khct_layout_add_text(l, l->value, khct_layout_text_end(l, before));
    khct_go_back(l, before);
    end_heading(l, before, KHCT_NOWHERE, false);
}

static void open_other(khct_layout *l, const khct_raw *bracket)
{
    khct_fix *mend = say_other(l, bracket->begin);
    const khct_open_block *outer = l->open;
    char sign = khct_byte_at(l, bracket->begin);
    l->next++;
    end_heading(l, bracket->begin, khct_layout_place(l, bracket->begin, bracket->end), false);
    if (l->open > outer) {
        l->open->other = sign == '{' ? '}' : sign == '[' ? ']' : ')';
        l->open->mend = mend;
    }
}

/* The same of a heading. */
static bool heading_ends(khct_layout *l, const khct_raw *token)
{
    if (khct_begins_line(l, token) && forgot_brace(l)) {
        insert_brace(l, khct_line(l)->begin - 1, token->begin, false);
        return true;
    }
    switch (token->kind) {
    case KHCT_RAW_OPEN:
        if (!opens(l))
            return false;
        l->next++;
        end_heading(l, token->begin, khct_layout_place(l, token->begin, token->end), false);
        return true;
    case KHCT_RAW_BRACKET:
        /* a title may have words in round brackets */
        if (khct_byte_at(l, token->begin) == '(' ? !khct_line_ends(l->next + 1) : !opens(l))
            return false;
        open_other(l, token);
        return true;
    case KHCT_RAW_SEMICOLONS: brace_before_semicolon(l, token->begin); return true;
    case KHCT_RAW_CLOSES:
        if (!khct_layout_closes(l, l->next))
            return false;
        insert_brace(l, token->begin, token->begin, false);
        return true;
    case KHCT_RAW_END: insert_brace(l, token->begin, token->begin, true); return true;
    default: return false;
    }
}

/* --- the words of either --- */

/* Takes a token that is no end. */
static void take_words(khct_layout *l, const khct_raw *token)
{
    switch (token->kind) {
    case KHCT_RAW_COMMENT:
        khct_layout_take_comment(l, token->begin);
        l->item.flags |= KHCT_NODE_FOLDED;
        return;
    case KHCT_RAW_QUOTE:
        if (l->item.how != KHCT_DECLARATION && take_quote(l))
            return;
        break;
    case KHCT_RAW_ESCAPE: l->item.flags |= KHCT_NODE_FOLDED; break;
    default: break;
    }
    khct_layout_add_text(l, token->begin, token->end);
    l->next++;
}

void khct_layout_read_words(khct_layout *l)
{
    bool heading = l->item.how == KHCT_DECLARATION;
    for (;;) {
        const khct_raw *token = l->next;
        if (l->last != 0 && khct_begins_line(l, token))
            l->item.flags |= KHCT_NODE_FOLDED;
        if (heading ? heading_ends(l, token) : value_ends(l, token))
            return;
        take_words(l, token);
    }
}
