#include "value/choice.h"

#include "value/text.h"

enum { MOST = 3 };

static const struct row {
    khct_keyword field; /* as messages name it */
    khct_keyword words[MOST + 1];
} ROWS[KHCT_TYPE_COUNT] = {
    [KHCT_TYPE_OWNERSHIP] = {KHCT_K_LOAIHINH,
                             {KHCT_K_CONGLAP, KHCT_K_DANLAP, KHCT_K_TUTHUC, KHCT_KEYWORD_NONE}},
    [KHCT_TYPE_DISPLAY] = {KHCT_K_TRINHBAY, {KHCT_K_BANG, KHCT_K_SOLUONG, KHCT_KEYWORD_NONE}},
};

const khct_keyword *khct_choices(khct_type type)
{
    return ROWS[type].words;
}

static khct_str word_of(khct_keyword keyword)
{
    return khct_str_of(khct_keyword_at(keyword)->unmarked);
}

static void say_unknown(const khct_reader *reader, const struct row *row, khct_span span)
{
    khct_strs all = {0};
    for (const khct_keyword *word = row->words; *word != KHCT_KEYWORD_NONE; word++)
        khct_push(reader->arena, &all) = word_of(*word);
    khct_str words = khct_read_name(reader, span, reader->quoted, NULL);
    khct_diag *diag =
        khct_say(reader, KHCT_KH1009, span, KHCT_MSG(VALUE, word_of(row->field), words));
    khct_diag_hint(diag, KHCT_MSG(VALUE_HINT, khct_str_list(reader->arena, &all, KHCT_STR(", "))));
}

khct_keyword khct_read_choice(const khct_reader *reader, const khct_vocabulary *vocabulary,
                              khct_type type, khct_span span)
{
    const struct row *row = &ROWS[type];
    khct_str bytes = khct_reader_bytes(reader, span);
    size_t length;
    for (const khct_keyword *word = row->words; *word != KHCT_KEYWORD_NONE; word++)
        if (khct_keyword_here(vocabulary, *word, bytes, &length))
            return *word;
    say_unknown(reader, row, span);
    return KHCT_KEYWORD_NONE;
}
