#include "value/reader.h"

#include "text/utf8.h"

khct_reader khct_reader_of(khct_diags *diags, khct_lexicon *lexicon)
{
    return (khct_reader){
        .arena = diags->arena, .sources = diags->sources, .diags = diags, .lexicon = lexicon};
}

khct_str khct_reader_bytes(const khct_reader *reader, khct_span place)
{
    return khct_source_text(reader->sources, khct_reader_place(reader, place));
}

khct_words khct_read_words(const khct_reader *reader, khct_span span)
{
    khct_words words = {.quoted = reader->quoted};
    khct_words_fill(reader->arena, &words, khct_reader_bytes(reader, span), span);
    return words;
}

khct_diag *khct_say(const khct_reader *reader, khct_code code, khct_span span, khct_message message)
{
    if (reader->said != NULL)
        ++*reader->said;
    return reader->diags == NULL
               ? NULL
               : khct_report(reader->diags, code, khct_reader_place(reader, span), message);
}

void khct_say_fix(const khct_reader *reader, khct_diag *diag, khct_grade grade, khct_span span,
                  khct_str text)
{
    if (diag != NULL)
        khct_diag_fix(diag, grade, khct_reader_place(reader, span), text);
}

bool khct_next_is(const khct_reader *reader, const khct_words *words, khct_common_word word)
{
    size_t count;
    return khct_reader_phrase(reader, KHCT_WORDS_COMMON, words, words->next, &count) == word;
}

bool khct_take_word(const khct_reader *reader, khct_words *words, khct_common_word word)
{
    size_t count;
    if (khct_reader_phrase(reader, KHCT_WORDS_COMMON, words, words->next, &count) != word)
        return false;
    words->next += count;
    return true;
}

khct_str khct_read_plain(const khct_reader *reader, khct_span span)
{
    return khct_nfc(reader->arena, khct_reader_bytes(reader, span));
}

void khct_say_not_read(const khct_reader *reader, khct_span span, khct_message hint)
{
    if (reader->diags == NULL)
        return;
    khct_diag *diag =
        khct_say(reader, KHCT_KH1009, span, KHCT_MSG(NOT_READ, khct_read_plain(reader, span)));
    khct_diag_hint(diag, hint);
}
