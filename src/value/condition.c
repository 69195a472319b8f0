#include "value/condition.h"

#include "value/criteria.h"

khct_condition khct_read_condition(const khct_reader *reader, khct_span span)
{
    khct_words words = khct_read_words(reader, span);
    khct_condition condition = {0};
    khct_span at;
    if (khct_take_word(reader, &words, KHCT_C_ALL)) {
        condition.understood = condition.all = true;
        return condition;
    }
    condition.counted = khct_take_number(&words, &condition.count, &at);
    condition.understood =
        khct_take_level(reader, &words, &condition.level, &at) && khct_at_end(&words);
    return condition;
}
