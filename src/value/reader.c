#include "value/reader.h"

#include "text/utf8.h"

khct_reader khct_reader_of(khct_diags *diags, const khct_lexicon *lexicon)
{
    khct_memo *memo = khct_alloc(diags->arena, sizeof *memo);
    return (khct_reader){diags->arena, diags->sources, diags, lexicon, memo, false};
}

const void *khct_memo_find(const khct_reader *reader, const khct_map *map, khct_span span)
{
    uint32_t at = khct_map_get(map, khct_source_text(reader->sources, span));
    return at == KHCT_NONE ? NULL : reader->memo->values.at[at];
}

void khct_memo_keep(const khct_reader *reader, khct_map *map, khct_span span, const void *value,
                    size_t said)
{
    khct_memo *memo = reader->memo;
    if (memo->said != said)
        return;
    khct_map_put(reader->arena, map, khct_source_text(reader->sources, span),
                 (uint32_t)memo->values.n);
    khct_push(reader->arena, &memo->values) = value;
}

khct_words khct_read_words(const khct_reader *reader, khct_span span)
{
    khct_words words = {.quoted = reader->quoted};
    khct_words_fill(reader->arena, &words, khct_source_text(reader->sources, span), span);
    return words;
}

khct_diag *khct_say(const khct_reader *reader, khct_code code, khct_span span, khct_message message)
{
    if (reader->memo != NULL)
        reader->memo->said++;
    return reader->diags == NULL ? NULL : khct_report(reader->diags, code, span, message);
}

void khct_say_hint(const khct_reader *reader, khct_diag *diag, khct_message message)
{
    if (diag != NULL)
        khct_diag_hint(reader->diags, diag, message);
}

void khct_say_fix(const khct_reader *reader, khct_diag *diag, khct_grade grade, khct_span span,
                  khct_str text)
{
    if (diag != NULL)
        khct_diag_fix(reader->diags, diag, grade, span, text);
}

bool khct_next_is(const khct_reader *reader, const khct_words *words, khct_common_word word)
{
    size_t count;
    return khct_phrase_at(&reader->lexicon->common, words, words->next, &count) == word;
}

bool khct_take_word(const khct_reader *reader, khct_words *words, khct_common_word word)
{
    size_t count;
    if (khct_phrase_at(&reader->lexicon->common, words, words->next, &count) != word)
        return false;
    words->next += count;
    return true;
}

khct_str khct_read_plain(const khct_reader *reader, khct_span span)
{
    return khct_nfc(reader->arena, khct_source_text(reader->sources, span));
}

void khct_say_not_read(const khct_reader *reader, khct_span span, khct_message hint)
{
    if (reader->diags == NULL)
        return;
    khct_diag *diag =
        khct_say(reader, KHCT_KH1009, span, KHCT_MSG(NOT_READ, khct_read_plain(reader, span)));
    khct_say_hint(reader, diag, hint);
}
