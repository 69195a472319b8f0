#include "value/head.h"

#include "value/text.h"

#include "text/utf8.h"

typedef struct reading {
    const khct_reader *reader;
    const khct_period *period;
    const khct_block_row *row;
    khct_span span, key;
    khct_words words; /* not read where the shape is one run of words */
    khct_head *head;
} reading;

static bool is_plans(const reading *h)
{
    return h->row->example[0] != '\0';
}

/* Says how such a heading is written. */
static void say_form(const reading *h, khct_span at)
{
    h->head->understood = false;
    if (!is_plans(h))
        return;
    if (at.begin >= at.end)
        at = h->span.begin < h->span.end ? h->span : h->key;
    khct_str key = khct_str_of(khct_keyword_at(h->row->keyword)->unmarked);
    khct_diag *diag = khct_say(h->reader, KHCT_KH1009, at, KHCT_MSG(HEADING, key));
    khct_say_hint(h->reader, diag, KHCT_MSG(HEADING_HINT, khct_str_of(h->row->example)));
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
    khct_say_hint(reader, diag, KHCT_MSG0(TITLE_HINT));
    return false;
}

static void take_title(reading *h)
{
    khct_head *head = h->head;
    head->title_span = h->words.at == NULL ? h->span : khct_words_rest(&h->words);
    if (head->title_span.begin >= head->title_span.end)
        return;
    head->title = khct_read_name(h->reader, head->title_span, false, NULL);
    if (is_plans(h) && !khct_say_title(h->reader, h->row->keyword, head->title_span, head->title))
        head->title = KHCT_STR("");
}

/* `mucdich Mục đích, yêu cầu` */
static void take_name_and_title(reading *h)
{
    khct_str line = khct_read_name(h->reader, h->span, false, NULL);
    size_t space = khct_str_find(line, KHCT_STR(" "));
    h->head->name = khct_str_sub(line, 0, space);
    h->head->title = khct_str_trim(khct_str_sub(line, space, line.n));
}

/* --- the other shapes --- */

/* `[namhoc] 2022-2023` */
static void take_year(reading *h)
{
    if (khct_at_end(&h->words))
        return;
    khct_span at = khct_words_rest(&h->words);
    if (!khct_take_school_year(h->reader, &h->words, &h->head->year) || !khct_at_end(&h->words))
        say_form(h, at);
}

static bool take_standard(reading *h)
{
    khct_head *head = h->head;
    khct_take_sign(&h->words, ':');
    return khct_take_number(&h->words, &head->standard, &head->standard_span);
}

static bool take_criteria(reading *h)
{
    khct_take_sign(&h->words, ':');
    size_t before = h->words.next;
    khct_criteria list = khct_take_criteria(h->reader, &h->words);
    for (size_t i = 0; i < list.items.n; i++)
        khct_push(h->reader->arena, &h->head->criteria.items) = list.items.at[i];
    return h->words.next > before;
}

/* `[tieuchuan N] [tieuchi LIST]` */
static void take_problem(reading *h)
{
    while (!khct_at_end(&h->words)) {
        bool read = khct_take_word(h->reader, &h->words, KHCT_C_STANDARD)    ? take_standard(h)
                    : khct_take_word(h->reader, &h->words, KHCT_C_CRITERION) ? take_criteria(h)
                                                                             : false;
        if (read)
            continue;
        say_form(h, khct_peek(&h->words)->span);
        return;
    }
}

static bool take_when(reading *h)
{
    if (h->span.begin >= h->span.end)
        return false;
    khct_time *time = khct_alloc(h->reader->arena, sizeof *time);
    *time = khct_read_time(h->reader, h->span, h->period);
    h->head->time = time;
    h->head->title = khct_read_name(h->reader, h->span, false, NULL);
    return true;
}

/* One letter of the shape; false where nothing of the kind stands there. */
static bool take(reading *h, char what)
{
    khct_head *head = h->head;
    switch (what) {
    case 'C': return khct_take_criterion(h->reader, &h->words, &head->id, &head->id_span);
    case 'N': return khct_take_number(&h->words, &head->number, &head->id_span);
    case 'T':
    case 'L':
        head->target = khct_take_target(h->reader, &h->words);
        return head->target.kind != KHCT_TARGET_NONE;
    case 'R':
        head->target = khct_take_target(h->reader, &h->words);
        return head->target.kind == KHCT_TARGET_LEVEL || head->target.kind == KHCT_TARGET_FAIL;
    case 'W': return take_when(h);
    case 'Y': take_year(h); return true;
    case 'S': take_problem(h); return true;
    case 't': take_title(h); return true;
    case 'M': take_name_and_title(h); return true;
    case 'I': head->name = khct_read_name(h->reader, h->span, false, NULL); return true;
    default: return true; /* the x */
    }
}

khct_head khct_read_head(const khct_reader *reader, const khct_period *period, khct_block block,
                         khct_span span, khct_span key)
{
    khct_head head = {.understood = true, .name = KHCT_STR(""), .title = KHCT_STR("")};
    head.title_span = head.id_span = head.standard_span =
        (khct_span){span.source, span.end, span.end};
    reading h = {.reader = reader,
                 .period = period,
                 .row = khct_block_at(block),
                 .span = span,
                 .key = key,
                 .head = &head};
    const char *shape = h.row->heading;
    if (strpbrk(shape, "CNYS") != NULL) /* else it is all one piece of text */
        h.words = khct_read_words(reader, span);
    for (const char *c = shape; *c != '\0' && head.understood; c++)
        if (!take(&h, *c) && c[1] == 'x')
            say_form(&h, h.words.at == NULL ? span : khct_peek(&h.words)->span);
    return head;
}
