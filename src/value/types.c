#include "value/types.h"

static const khct_school_type_row ROWS[] = {
    {KHCT_MAMNON, KHCT_K_MAMNON}, {KHCT_TIEUHOC, KHCT_K_TIEUHOC}, {KHCT_THCS, KHCT_K_THCS},
    {KHCT_THPT, KHCT_K_THPT},     {KHCT_GDTX, KHCT_K_GDTX},       {0, KHCT_KEYWORD_NONE},
};

const khct_school_type_row *khct_school_type_rows(void)
{
    return ROWS;
}

static khct_school_types type_at(const khct_vocabulary *vocabulary, khct_str text, size_t *length)
{
    for (const khct_school_type_row *row = ROWS; row->bit != 0; row++)
        if (khct_keyword_here(vocabulary, row->keyword, text, length))
            return row->bit;
    return 0;
}

static khct_str choices(khct_arena *arena)
{
    khct_str all = KHCT_STR("");
    for (const khct_school_type_row *row = ROWS; row->bit != 0; row++) {
        if (all.n > 0)
            all = khct_str_cat(arena, all, KHCT_STR(", "));
        all = khct_str_cat(arena, all, khct_str_of(khct_keyword_at(row->keyword)->unmarked));
    }
    return all;
}

static void report_type(const khct_reader *reader, khct_span span, khct_str words)
{
    khct_diag *diag = khct_say(reader, KHCT_KH1009, span, KHCT_MSG(VALUE, KHCT_STR("cap"), words));
    khct_say_hint(reader, diag, KHCT_MSG(VALUE_HINT, choices(reader->arena)));
}

khct_school_types khct_read_school_types(const khct_reader *reader,
                                         const khct_vocabulary *vocabulary, khct_span span)
{
    khct_school_types types = 0;
    bool said = span.begin == span.end; /* KH1008 */
    khct_words words = khct_read_words(reader, span);
    while (!khct_at_end(&words)) {
        const khct_word *word = khct_peek(&words);
        if (khct_take_sign(&words, ',') || khct_take_word(reader, &words, KHCT_C_AND))
            continue;
        uint32_t begin = word->span.begin - words.span.begin;
        size_t length = 0;
        khct_school_types type =
            type_at(vocabulary, khct_str_sub(words.text, begin, words.text.n), &length);
        if (type == 0) {
            report_type(reader, word->span, word->text);
            said = true;
            break;
        }
        types |= type;
        while (words.next < words.n &&
               khct_peek(&words)->span.begin < words.span.begin + begin + length)
            words.next++;
    }
    if (types == 0 && !said) /* nothing but commas */
        report_type(reader, span, words.text);
    return types;
}

khct_str khct_school_types_text(khct_arena *arena, khct_school_types types)
{
    khct_str text = KHCT_STR("");
    for (const khct_school_type_row *row = ROWS; row->bit != 0; row++) {
        if (!(types & row->bit))
            continue;
        if (text.n > 0)
            text = khct_str_cat(arena, text, KHCT_STR(", "));
        text = khct_str_cat(arena, text, khct_str_of(khct_keyword_at(row->keyword)->help[KHCT_VI]));
    }
    return text;
}
