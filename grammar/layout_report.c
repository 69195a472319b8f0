/* What is said of a forgotten `;`, `<` or `>`, of one too many, and of a word that is no keyword.
 */
#include "layout.h"

#include "text/utf8.h"

static khct_str block_name(const khct_layout *l, const khct_open_block *open)
{
    khct_str text = khct_str_sub(l->text, open->heading, l->text.n);
    size_t n = 0;
    while (n < text.n && text.p[n] != '<' && text.p[n] != '\n' && n < 60 &&
           (open->other == '\0' || open->heading + n < open->brace))
        n++;
    while (n < text.n && n > 0 && ((unsigned char)text.p[n] & 0xC0) == 0x80)
        n--; /* not in the middle of a letter */
    khct_str name = khct_str_trim(khct_str_sub(text, 0, n));
    return khct_str_copy(l->diags->arena, name);
}

/* Past the limit of diagnostics no words are put together any more. */
static bool only_counted(khct_layout *l, khct_code code, khct_severity severity)
{
    if (l->diags->list.n < KHCT_DIAG_LIMIT)
        return false;
    khct_report_as(l->diags, code, severity, KHCT_NOWHERE, KHCT_MSG0(NONE));
    l->tree->broken = true;
    return true;
}

static khct_str quoted(const khct_layout *l, khct_str words)
{
    return KHCT_JOIN(l->diags->arena, "`", words, "`");
}

/* The innermost open block. */
static khct_str block_quoted(const khct_layout *l)
{
    return quoted(l, block_name(l, l->open));
}

static khct_diag *report_close(khct_layout *l, uint32_t begin, uint32_t end)
{
    const khct_open_block *open = l->open;
    khct_str name = block_name(l, open);
    khct_str line = khct_str_number(l->diags->arena,
                                    khct_source_line(l->diags->sources, l->source, open->heading));
    khct_diag *diag = khct_report(l->diags, KHCT_KH1003, khct_layout_place(l, begin, end),
                                  KHCT_MSG(CLOSE, quoted(l, name), line));
    khct_diag_related(diag, khct_layout_place(l, open->heading, open->heading + (uint32_t)name.n),
                      KHCT_MSG0(CLOSE_BEGAN));
    l->tree->broken = true;
    return diag;
}

void khct_layout_report_close(khct_layout *l, uint32_t at)
{
    if (only_counted(l, KHCT_KH1003, KHCT_ERROR))
        return;
    uint32_t indent = l->open->indent, line = khct_line(l)->begin;
    size_t length;
    khct_utf8_at(l->text.p + at, l->text.n - at, &length);
    khct_diag *diag = report_close(l, at, at + (uint32_t)length);
    khct_diag_label(diag, KHCT_MSG0(CLOSE_LABEL));
    char *closing = khct_alloc_bytes(l->diags->arena, indent + 2);
    memset(closing, ' ', indent);
    memcpy(closing + indent, ">\n", 2);
    khct_diag_fix(diag, KHCT_LIKELY, khct_layout_place(l, line, line),
                  (khct_str){closing, indent + 2});
}

void khct_layout_report_end(khct_layout *l)
{
    uint32_t end = (uint32_t)l->text.n;
    khct_diag *diag = report_close(l, end, end);
    khct_diag_label(diag, KHCT_MSG0(CLOSE_END_LABEL));
    khct_str closing = end > 0 && l->text.p[end - 1] != '\n' ? KHCT_STR("\n>\n") : KHCT_STR(">\n");
    khct_diag_fix(diag, KHCT_LIKELY, khct_layout_place(l, end, end), closing);
}

/* A number sticks to the word that ends there: `tieuchi1.1`. */
static bool number_sticks(const khct_layout *l, uint32_t end)
{
    return end < l->text.n && l->text.p[end] >= '0' && l->text.p[end] <= '9';
}

/* What is put in the place of what ends at `end`. */
static khct_str keyword_before(const khct_layout *l, khct_keyword keyword, uint32_t end)
{
    khct_str unmarked = khct_str_of(khct_keyword_at(keyword)->unmarked);
    return number_sticks(l, end) ? khct_str_cat(l->diags->arena, unmarked, KHCT_STR(" "))
                                 : unmarked;
}

void khct_layout_report_spelt(khct_layout *l, uint32_t at, uint32_t end, khct_keyword keyword,
                              bool title)
{
    if (only_counted(l, KHCT_KH1002, KHCT_ERROR))
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

void khct_layout_report_implied(khct_layout *l, uint32_t at, khct_keyword keyword, bool sure)
{
    if (only_counted(l, KHCT_KH1002, KHCT_ERROR))
        return;
    khct_str unmarked = khct_str_of(khct_keyword_at(keyword)->unmarked);
    khct_diag *diag = khct_report_hint(
        l->diags, KHCT_KH1002, khct_layout_place(l, at, khct_word_end(l, at)),
        KHCT_MSG(IMPLIED, block_quoted(l), unmarked), KHCT_MSG(IMPLIED_HINT, unmarked));
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
            quoted(l, khct_str_of(khct_keyword_at(place->keyword)->unmarked));
    return khct_str_list(l->diags->arena, &names, KHCT_STR(", "));
}

void khct_layout_report_unknown(khct_layout *l, uint32_t at, uint32_t end, khct_keyword near,
                                size_t edits)
{
    khct_block block = l->open->block;
    /* what an unknown block holds is not judged */
    if (block == KHCT_B_UNKNOWN || only_counted(l, KHCT_KH1002, KHCT_ERROR))
        return;
    bool allowed = near != KHCT_KEYWORD_NONE && khct_place_of(block, near) != NULL;
    if (!allowed) {
        uint32_t label = khct_label_end(l, at);
        end = label > 0 ? label : khct_word_end(l, at);
    }
    uint32_t shown = number_sticks(l, end) ? khct_word_end(l, end) : end;
    khct_str word = khct_str_sub(l->text, at, shown);
    khct_message message = l->open == l->stack ? KHCT_MSG(UNKNOWN_TOP, word)
                                               : KHCT_MSG(UNKNOWN, word, block_quoted(l));
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
    } else {
        khct_diag_hint(diag, KHCT_MSG(UNKNOWN_NAMES, names_in(l, block)));
    }
}

static khct_str item_name(const khct_layout *l)
{
    return quoted(l, khct_str_sub(l->text, l->item.begin, l->item.end));
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

void khct_layout_report_semicolon(khct_layout *l, bool marked, bool ends, uint32_t next)
{
    /* whoever wrote no keyword wrote no field: that has been said */
    if ((l->item.flags & KHCT_NODE_UNKNOWN) || l->item.dash || l->item.begin == l->item.end ||
        only_counted(l, KHCT_KH1001, marked ? KHCT_WARNING : KHCT_ERROR))
        return;
    uint32_t end = l->last > l->item.end ? l->last : l->item.end;
    if (l->item.flags & KHCT_NODE_QUOTED)
        end += 3;
    bool sign = ends && ends_with_sign(l);
    khct_span where = khct_layout_place(l, sign ? end - 1 : end, end);
    if (sign)
        l->last = khct_layout_text_end(l, end - 1);
    khct_str name = item_name(l);
    khct_message message = l->open == l->stack ? KHCT_MSG(SEMICOLON_TOP, name)
                                               : KHCT_MSG(SEMICOLON, block_quoted(l), name);
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

void khct_layout_report_brace(khct_layout *l, uint32_t before)
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

void khct_layout_report_early_close(khct_layout *l, khct_early_close early)
{
    l->suspect.at = 0;
    if (only_counted(l, KHCT_KH1004, KHCT_ERROR))
        return;
    khct_str word = khct_str_sub(l->text, early.next, early.next_end);
    khct_diag *diag =
        khct_report(l->diags, KHCT_KH1004, khct_layout_place(l, early.at, early.at + 1),
                    KHCT_MSG(CLOSE_EARLY, quoted(l, block_name(l, &early.heading)), word));
    khct_diag_related(diag, khct_layout_place(l, early.next, early.next_end),
                      KHCT_MSG0(CLOSE_EARLY_NEXT));
    khct_diag_hint(diag, KHCT_MSG0(STRAY_CLOSE_HINT));
    khct_diag_fix(diag, KHCT_LIKELY, diag->span, KHCT_STR(""));
    l->tree->broken = true;
}

void khct_layout_report_stray(khct_layout *l, khct_span at)
{
    khct_str sign = khct_source_text(l->diags->sources, at);
    bool close = khct_str_is(sign, ">");
    l->tree->broken = true;
    if (close && l->suspect.at != 0) {
        khct_layout_report_early_close(l, l->suspect);
        return;
    }
    khct_diag *diag = khct_report_hint(l->diags, close ? KHCT_KH1004 : KHCT_KH1002, at,
                                       close ? KHCT_MSG0(STRAY_CLOSE) : KHCT_MSG(STRAY, sign),
                                       close ? KHCT_MSG0(STRAY_CLOSE_HINT) : KHCT_MSG0(STRAY_HINT));
    khct_diag_fix(diag, KHCT_LIKELY, at, KHCT_STR(""));
}
