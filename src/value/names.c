#include "value/names.h"

#include "value/text.h"

static void add(const khct_reader *reader, khct_names *names, khct_span span)
{
    khct_str words = khct_read_name(reader, span, reader->quoted, NULL);
    if (words.n > 0)
        khct_push(reader->arena, &names->list) = (khct_name){words, span};
}

khct_names khct_read_names(const khct_reader *reader, khct_span span)
{
    khct_names names = {0};
    khct_words words = khct_read_words(reader, span);
    size_t begin = 0;
    for (size_t i = 0; i <= words.n; i++) {
        if (i < words.n && !khct_word_is_sign(&words.at[i], ','))
            continue;
        if (i > begin)
            add(reader, &names, khct_words_span(&words, begin, i));
        begin = i + 1;
    }
    return names;
}
