#include "heading_parser.h"

#include "value/text.h"

#include "text/utf8.h"

static const khct_block_row *row_of(const khct_head_parsing *h)
{
    return khct_block_at(h->block);
}

static bool is_plans(const khct_head_parsing *h)
{
    return row_of(h)->example[0] != '\0';
}

void khct_heading_say(khct_head_parsing *h, khct_span at)
{
    h->head->understood = false;
    if (!is_plans(h))
        return;
    if (at.begin >= at.end)
        at = h->span.begin < h->span.end ? h->span : h->key;
    khct_str key = khct_str_of(khct_keyword_at(row_of(h)->keyword)->unmarked);
    khct_diag *diag = khct_say(h->reader, KHCT_KH1009, at, KHCT_MSG(HEADING, key));
    khct_diag_hint(diag, KHCT_MSG(HEADING_HINT, row_of(h)->example));
}

/* --- titles --- */

/* A quotation mark or bracket may stand first. */
static bool begins_title(khct_str text)
{
    size_t at = 0;
    while (at < text.n) {
        size_t length;
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        if (khct_is_capital_or_digit(c))
            return true;
        if (!(c == '"' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 || c == 0xAB ||
              (c >= 0x300 && c < 0x370)))
            return false;
        at += length;
    }
    return text.n == 0;
}

bool khct_say_title(const khct_reader *reader, khct_keyword keyword, khct_span span, khct_str title)
{
    if (begins_title(title))
        return true;
    khct_words words = khct_read_words(reader, span);
    khct_str key = khct_str_of(khct_keyword_at(keyword)->unmarked);
    khct_diag *diag =
        khct_say(reader, KHCT_KH1009, khct_peek(&words)->span, KHCT_MSG(HEADING, key));
    khct_diag_hint(diag, KHCT_MSG0(TITLE_HINT));
    return false;
}

/* A level that ends the title of an improvement which has none is easily meant to be its aim. */
static void say_level_at_end(khct_head_parsing *h, khct_span title)
{
    khct_words words = khct_read_words(h->reader, title);
    for (size_t i = 0; i < words.n; i++) {
        khct_words from = words;
        uint16_t level;
        khct_span at;
        from.next = i;
        if (!khct_take_level(h->reader, &from, &level, &at))
            continue;
        khct_take_sign(&from, ')');
        if (from.next < from.n)
            continue;
        khct_diag *diag = khct_say(h->reader, KHCT_KH1028, at,
                                   KHCT_MSG(LEVEL_IN_TITLE, khct_read_plain(h->reader, at)));
        khct_diag_hint(diag, KHCT_MSG(LEVEL_IN_TITLE_HINT, row_of(h)->example));
        return;
    }
}

void khct_heading_title(khct_head_parsing *h, khct_span at)
{
    khct_head *head = h->head;
    head->title_span = at;
    head->title = khct_read_name(h->reader, at, false, NULL);
    if (is_plans(h) && !khct_say_title(h->reader, row_of(h)->keyword, at, head->title)) {
        head->title = KHCT_STR("");
        head->stray = true;
    }
    bool aims = h->block == KHCT_B_TIEUCHI || h->block == KHCT_B_KHOAN;
    if (aims && !head->stray && head->target.kind == KHCT_TARGET_NONE)
        say_level_at_end(h, at);
}

void khct_heading_name(khct_head_parsing *h, khct_span at)
{
    h->head->name = khct_read_name(h->reader, at, false, NULL);
}

/* `mucdich Mục đích, yêu cầu` */
void khct_heading_name_and_title(khct_head_parsing *h, khct_span at)
{
    khct_str line = khct_read_name(h->reader, at, false, NULL);
    h->head->name = khct_str_cut(&line, ' ');
    h->head->title = khct_str_trim(line);
}

void khct_heading_when(khct_head_parsing *h, khct_span at)
{
    khct_time *time = khct_alloc(h->reader->arena, sizeof *time);
    *time = khct_read_time(h->reader, at, h->period);
    h->head->time = time;
    h->head->title = khct_read_name(h->reader, at, false, NULL);
}

khct_head khct_read_head(const khct_reader *reader, const khct_period *period, khct_block block,
                         khct_span span, khct_span key)
{
    khct_head head = {.understood = true, .name = KHCT_STR(""), .title = KHCT_STR("")};
    khct_span end = {span.source, span.end, span.end};
    const char *shape = khct_block_at(block)->heading;
    head.title_span = head.id_span = head.standard_span = end;
    khct_head_parsing h = {.reader = reader,
                           .period = period,
                           .block = block,
                           .span = span,
                           .key = key,
                           .cut = strpbrk(shape, "CNYS") != NULL,
                           .head = &head};
    if (span.begin == span.end && !h.cut && *shape != 'W')
        return head; /* `viec <`: a name or title may be left out, and then there is nothing to read
                      */
    if (h.cut)
        h.words = khct_read_words(reader, span);
    khct_heading_yyparse(&h);
    return head;
}
