#include "value/progress.h"

#include "value/reader.h"
#include "value/text.h"

/* Words that stand before a figure, after those of khct_progress_state. */
enum { LEAD = KHCT_FINISHED + 1 };

const khct_phrase khct_progress_phrases[] = {
    {KHCT_FINISHED, "hoanthanh|hoàn thành|đã hoàn thành|xong|đã xong|làm xong|đã làm xong"},
    {KHCT_UNDER_WAY, "dangthuchien|đang thực hiện|đang làm|đang triển khai|chưa xong|"
                     "chưa hoàn thành"},
    {KHCT_NOT_BEGUN, "chuathuchien|chưa thực hiện|chưa làm|chưa bắt đầu|chưa triển khai"},
    {LEAD, "đạt|đã đạt|được|làm được|đã làm được|thực hiện được|đã thực hiện|đã thực hiện được|"
           "tiến độ|khoảng"},
    {0, NULL},
};

const char *khct_progress_name(khct_progress_state state, bool english)
{
    static const char *const NAMES[][2] = {[KHCT_PROGRESS_NONE] = {"", ""},
                                           [KHCT_NOT_BEGUN] = {"chưa thực hiện", "not begun"},
                                           [KHCT_UNDER_WAY] = {"đang thực hiện", "under way"},
                                           [KHCT_FINISHED] = {"hoàn thành", "done"}};
    return NAMES[state][english];
}

const char *khct_progress_key(khct_progress_state state)
{
    static const char *const keys[] = {"", "chuathuchien", "dangthuchien", "hoanthanh"};
    return keys[state];
}

/* Of a figure: nothing done, all done, or between. */
static khct_progress_state state_of(int percent)
{
    return percent == 0 ? KHCT_NOT_BEGUN : percent == 100 ? KHCT_FINISHED : KHCT_UNDER_WAY;
}

/* `60%`, `82,5%`. */
static bool take_percent(khct_words *words, khct_progress *progress)
{
    const khct_word *number = khct_peek(words), *sign = khct_peek_at(words, 1);
    bool part = (khct_word_is_sign(sign, ',') || khct_word_is_sign(sign, '.')) &&
                khct_word_is_number(khct_peek_at(words, 2));
    if (!khct_word_is_number(number) || number->number > (part ? 99 : 100) ||
        !khct_word_is_sign(khct_peek_at(words, part ? 3 : 1), '%'))
        return false;
    progress->percent = (int)number->number;
    words->next += part ? 4 : 2;
    return true;
}

/* `6/14`: so many of so many. */
static bool take_share(khct_words *words, khct_progress *progress)
{
    const khct_word *done = khct_peek(words), *all = khct_peek_at(words, 2);
    enum { MOST = 1000000 };
    if (!khct_word_is_number(done) || !khct_word_is_sign(khct_peek_at(words, 1), '/') ||
        !khct_word_is_number(all) || all->number == 0 || all->number > MOST ||
        done->number > all->number || khct_word_is_sign(khct_peek_at(words, 3), '/'))
        return false;
    progress->percent = (int)(done->number * 100 / all->number);
    if (progress->percent == 0 && done->number > 0)
        progress->percent = 1;
    words->next += 3;
    return true;
}

static bool separates(const khct_word *word)
{
    static const char signs[] = ":,;-(.";
    return word->kind == KHCT_WORD_SIGN && word->sign < 0x80 &&
           strchr(signs, (char)word->sign) != NULL;
}

/* True where the words up to the next sign turn a figure round: `6/14 em chưa đạt`. */
static bool turned_round(const khct_words *words)
{
    for (size_t i = words->next; i < words->n && !separates(&words->at[i]); i++)
        if (khct_word_is(&words->at[i], "kho^ng") || khct_word_is(&words->at[i], "chu+a") ||
            khct_word_is(&words->at[i], "chua") || khct_word_is(&words->at[i], "thie^u2"))
            return true;
    return false;
}

/* The words of a state or before a figure; KHCT_NONE where there are none. */
static uint32_t take_lead(const khct_reader *reader, khct_words *words)
{
    uint32_t found = KHCT_NONE, word;
    size_t count;
    while ((word = khct_reader_phrase(reader, KHCT_WORDS_PROGRESS, words, words->next, &count)) !=
           KHCT_NONE) {
        if (found == KHCT_NONE || word != LEAD)
            found = word;
        words->next += count;
    }
    return found;
}

/* `45% / 60%`, `45% → 60%`, `45%-60%`: which of them it is, is not said. */
static bool goes_on(const khct_words *words)
{
    const khct_word *sign = khct_peek(words), *number = khct_peek_at(words, 1);
    bool joins = sign->kind == KHCT_WORD_SIGN && (!separates(sign) || sign->sign == '-');
    return joins && khct_word_is_number(number) &&
           (sign->sign != '-' || khct_word_is_sign(khct_peek_at(words, 2), '%'));
}

/* `đang thực hiện (60%)`, `hoàn thành, đạt 45%`: a figure that is all that stands after a state. */
static void take_figure(const khct_reader *reader, khct_words *words, khct_progress *progress,
                        size_t *note)
{
    khct_words behind = *words;
    khct_progress figure = {.percent = -1};
    while (separates(khct_peek(&behind)))
        behind.next++;
    uint32_t lead = take_lead(reader, &behind);
    size_t from = behind.next;
    bool share = take_share(&behind, &figure);
    if ((lead != KHCT_NONE && lead != LEAD) || !(share || take_percent(&behind, &figure)))
        return;
    khct_take_sign(&behind, ')');
    bool fits = progress->state == KHCT_FINISHED || progress->state == state_of(figure.percent);
    if (!khct_at_end(&behind) || !fits)
        return;
    progress->percent = figure.percent;
    progress->state = state_of(figure.percent);
    *note = share ? from : words->n;
    words->next = words->n;
}

/* How far it is, at the cursor; *note gets the word with which the note begins. */
static bool take_state(const khct_reader *reader, khct_words *words, khct_progress *progress,
                       size_t *note)
{
    size_t start = words->next;
    uint32_t lead = take_lead(reader, words);
    bool begun = lead == KHCT_NONE || lead == LEAD || lead == KHCT_FINISHED ||
                 khct_word_is(&words->at[start], "dangthuchien") ||
                 khct_word_is(&words->at[start], "d-ang");
    size_t figure = words->next;
    bool share = take_share(words, progress);
    if (share || take_percent(words, progress)) {
        if (!begun || turned_round(words) || goes_on(words))
            return false;
        progress->state = state_of(progress->percent);
        *note = share || !(khct_at_end(words) || separates(khct_peek(words))) ? figure : words->n;
        return true;
    }
    if (lead == KHCT_NONE || lead == LEAD)
        return false;
    progress->state = (khct_progress_state)lead;
    bool ended = khct_at_end(words) || separates(khct_peek(words));
    take_figure(reader, words, progress, note);
    return ended;
}

khct_progress khct_read_progress(const khct_reader *reader, khct_span span)
{
    khct_progress progress = {.date = KHCT_NO_DATE, .percent = -1, .span = span};
    khct_words words = khct_read_words(reader, span);
    progress.words = khct_read_name(reader, span, false, NULL);
    progress.note_span = (khct_span){span.source, span.end, span.end};
    progress.note = KHCT_STR("");
    words.next += khct_word_is(khct_peek(&words), "tinh2"); /* tính đến ngày 15/01/2025 */
    khct_take_word(reader, &words, KHCT_C_TO);
    bool read = khct_take_date(reader, &words, &progress.date);
    size_t note = words.n, at = words.next;
    if (read) {
        while (separates(khct_peek(&words)))
            words.next++;
        at = words.next;
        read = take_state(reader, &words, &progress, &note);
    }
    if (!read && words.n > 0) {
        progress.state = KHCT_PROGRESS_NONE;
        progress.percent = -1;
        words.next = at < words.n ? at : 0;
        khct_say_not_read(reader, words.next == 0 ? span : khct_words_rest(&words),
                          KHCT_MSG0(PROGRESS_HINT));
        return progress;
    }
    if (note == words.n) {
        while (separates(khct_peek(&words)) && !khct_word_is_sign(khct_peek(&words), '('))
            words.next++;
        note = words.next;
    }
    words.next = note;
    progress.note_span = khct_words_rest(&words);
    if (note < words.n)
        progress.note = khct_read_name(reader, progress.note_span, false, NULL);
    return progress;
}
