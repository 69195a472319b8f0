#include "value/progress.h"

#include "value/lexicon.h"
#include "value/text.h"

static const khct_phrase phrases[] = {
    {"hoanthanh", KHCT_FINISHED},       {"hoàn thành", KHCT_FINISHED},
    {"đã hoàn thành", KHCT_FINISHED},   {"dangthuchien", KHCT_UNDER_WAY},
    {"đang thực hiện", KHCT_UNDER_WAY}, {"chuathuchien", KHCT_NOT_BEGUN},
    {"chưa thực hiện", KHCT_NOT_BEGUN},
};

const khct_phrase *khct_progress_phrases(size_t *count)
{
    *count = sizeof phrases / sizeof *phrases;
    return phrases;
}

const char *khct_progress_key(khct_progress_state state)
{
    static const char *const keys[] = {"", "chuathuchien", "dangthuchien", "hoanthanh"};
    return keys[state];
}

static bool take_state(const khct_reader *reader, khct_words *words, khct_progress *progress)
{
    const khct_word *number = khct_peek(words);
    size_t count;
    if (khct_word_is_number(number) && number->number <= 100 &&
        khct_word_is_sign(khct_peek_at(words, 1), '%')) {
        progress->percent = (int)number->number;
        progress->state = progress->percent == 0     ? KHCT_NOT_BEGUN
                          : progress->percent == 100 ? KHCT_FINISHED
                                                     : KHCT_UNDER_WAY;
        words->next += 2;
        return true;
    }
    uint32_t state = khct_phrase_at(&reader->lexicon->progress, words, words->next, &count);
    if (state == KHCT_NONE)
        return false;
    progress->state = (khct_progress_state)state;
    words->next += count;
    return true;
}

khct_progress khct_read_progress(const khct_reader *reader, khct_span span)
{
    khct_progress progress = {.date = KHCT_NO_DATE, .percent = -1, .span = span};
    khct_words words = khct_read_words(reader, span);
    progress.words = khct_read_name(reader, span, false, NULL);
    progress.note_span = (khct_span){span.source, span.end, span.end};
    progress.note = KHCT_STR("");
    bool read = khct_take_date(reader, &words, &progress.date);
    if (read) {
        khct_take_sign(&words, ':');
        read = take_state(reader, &words, &progress);
    }
    if (read && khct_take_sign(&words, ':')) {
        progress.note_span = khct_words_rest(&words);
        progress.note = khct_read_name(reader, progress.note_span, false, NULL);
    } else if (words.n > 0 && (!read || !khct_at_end(&words))) {
        khct_say_not_read(reader, words.next == 0 ? span : khct_words_rest(&words),
                          KHCT_MSG0(PROGRESS_HINT));
    }
    return progress;
}
