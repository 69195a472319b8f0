/* The words that times are made of. */
#include "value/lexicon.h"
#include "value/moment.h"

static const khct_phrase phrases[] = {
    {"ngày", KHCT_TERM_DAY},
    {"thứ", KHCT_TERM_WEEKDAY},
    {"sáng thứ", KHCT_TERM_WEEKDAY},
    {"chiều thứ", KHCT_TERM_WEEKDAY},
    {"tuần", KHCT_TERM_WEEK},
    {"tuần thứ", KHCT_TERM_WEEK},
    {"tuần lễ", KHCT_TERM_WEEK},
    {"tháng", KHCT_TERM_MONTH},
    {"các tháng", KHCT_TERM_MONTH},
    {"quý", KHCT_TERM_QUARTER},
    {"học kỳ", KHCT_TERM_TERM},
    {"học kỳ thứ", KHCT_TERM_TERM},
    {"kỳ", KHCT_TERM_TERM},
    {"kỳ học", KHCT_TERM_TERM},
    {"HK", KHCT_TERM_TERM},
    {"hè", KHCT_TERM_SUMMER},
    {"dịp hè", KHCT_TERM_SUMMER},
    {"nghỉ hè", KHCT_TERM_SUMMER},
    {"kỳ nghỉ hè", KHCT_TERM_SUMMER},
    {"thời gian hè", KHCT_TERM_SUMMER},
    {"các tháng hè", KHCT_TERM_SUMMER},
    {"mùa hè", KHCT_TERM_SUMMER},
    {"năm", KHCT_TERM_YEAR},
    {"năm học", KHCT_TERM_SCHOOL},
    {"namhoc", KHCT_TERM_SCHOOL},
    {"NH", KHCT_TERM_SCHOOL},
    {"niên học", KHCT_TERM_SCHOOL},
    {"các năm học", KHCT_TERM_SCHOOLS},
    {"các năm", KHCT_TERM_SCHOOLS},
    {"những năm", KHCT_TERM_SCHOOLS},
    {"năm học tới", KHCT_TERM_NEXT},
    {"năm học sau", KHCT_TERM_NEXT},
    {"năm học tiếp theo", KHCT_TERM_NEXT},
    {"năm học kế tiếp", KHCT_TERM_NEXT},
    {"giai đoạn", KHCT_TERM_PERIOD},
    {"giaidoan", KHCT_TERM_PERIOD},
    {"nhiệm kỳ", KHCT_TERM_PERIOD},
    {"thời kỳ", KHCT_TERM_PERIOD},
    {"hằng", KHCT_TERM_EACH},
    {"hàng", KHCT_TERM_EACH},
    {"mỗi", KHCT_TERM_EACH},
    {"từng", KHCT_TERM_EACH},
    {"định kỳ mỗi", KHCT_TERM_EACH},
    {"sau mỗi", KHCT_TERM_EACH},
    {"vào mỗi", KHCT_TERM_EACH},
    {"thường xuyên", KHCT_TERM_ALWAYS},
    {"thường xuyên liên tục", KHCT_TERM_ALWAYS},
    {"thường niên", KHCT_TERM_EACH},
    {"liên tục", KHCT_TERM_ALWAYS},
    {"quanh năm", KHCT_TERM_ALWAYS},
    {"lần", KHCT_TERM_TIMES},
    {"từ", KHCT_TERM_FROM},
    {"kể từ", KHCT_TERM_FROM},
    {"bắt đầu từ", KHCT_TERM_FROM},
    {"thực hiện từ", KHCT_TERM_FROM},
    {"triển khai từ", KHCT_TERM_FROM},
    {"đến", KHCT_TERM_TO},
    {"tới", KHCT_TERM_TO},
    {"hết", KHCT_TERM_TO},
    {"đến hết", KHCT_TERM_TO},
    {"tới hết", KHCT_TERM_TO},
    {"cho đến", KHCT_TERM_TO},
    {"cho đến hết", KHCT_TERM_TO},
    {"cho tới", KHCT_TERM_TO},
    {"kéo dài đến", KHCT_TERM_TO},
    {"đến khi kết thúc", KHCT_TERM_TO},
    {"trước", KHCT_TERM_BEFORE},
    {"chậm nhất", KHCT_TERM_UNTIL},
    {"chậm nhất là", KHCT_TERM_UNTIL},
    {"chậm nhất vào", KHCT_TERM_UNTIL},
    {"chậm nhất đến", KHCT_TERM_UNTIL},
    {"muộn nhất", KHCT_TERM_UNTIL},
    {"muộn nhất là", KHCT_TERM_UNTIL},
    {"hạn chót", KHCT_TERM_UNTIL},
    {"hạn cuối", KHCT_TERM_UNTIL},
    {"hạn", KHCT_TERM_UNTIL},
    {"sau", KHCT_TERM_AFTER},
    {"hoàn thành", KHCT_TERM_DONE},
    {"hoàn thiện", KHCT_TERM_DONE},
    {"kết thúc", KHCT_TERM_DONE},
    {"thời gian hoàn thành", KHCT_TERM_DONE},
    {"thời điểm hoàn thành", KHCT_TERM_DONE},
    {"thời gian kết thúc", KHCT_TERM_DONE},
    {"ngày hoàn thành", KHCT_TERM_DONE},
    {"xong", KHCT_TERM_DONE},
    {"đầu", KHCT_TERM_EARLY},
    {"đầu của", KHCT_TERM_EARLY},
    {"nửa đầu", KHCT_TERM_EARLY},
    {"giữa", KHCT_TERM_MIDDLE},
    {"cuối", KHCT_TERM_LATE},
    {"cuối của", KHCT_TERM_LATE},
    {"nửa cuối", KHCT_TERM_LATE},
    {"trở đi", KHCT_TERM_ONWARD},
    {"trở về sau", KHCT_TERM_ONWARD},
    {"và các năm tiếp theo", KHCT_TERM_ONWARD},
    {"và các năm học tiếp theo", KHCT_TERM_ONWARD},
    {"và những năm tiếp theo", KHCT_TERM_ONWARD},
    {"và những năm học tiếp theo", KHCT_TERM_ONWARD},
    {"và năm học tiếp theo", KHCT_TERM_ONWARD},
    {"và năm tiếp theo", KHCT_TERM_ONWARD},
    {"và các năm sau", KHCT_TERM_ONWARD},
    {"và các năm học sau", KHCT_TERM_ONWARD},
    {"và những năm sau", KHCT_TERM_ONWARD},
    {"và những năm học sau", KHCT_TERM_ONWARD},
    {"và các năm kế tiếp", KHCT_TERM_ONWARD},
    {"và các năm học kế tiếp", KHCT_TERM_ONWARD},
    {"và tiếp theo", KHCT_TERM_ONWARD},
    {"và tiếp tục các năm sau", KHCT_TERM_ONWARD},
    {"và duy trì các năm tiếp theo", KHCT_TERM_ONWARD},
    {"các năm tiếp theo", KHCT_TERM_ONWARD},
    {"các năm học tiếp theo", KHCT_TERM_ONWARD},
    {"những năm tiếp theo", KHCT_TERM_ONWARD},
    {"những năm học tiếp theo", KHCT_TERM_ONWARD},
    {"các năm sau", KHCT_TERM_ONWARD},
    {"các năm học sau", KHCT_TERM_ONWARD},
    {"những năm sau", KHCT_TERM_ONWARD},
    {"trong", KHCT_TERM_IN},
    {"vào", KHCT_TERM_IN},
    {"tại", KHCT_TERM_IN},
    {"của", KHCT_TERM_IN},
    {"là", KHCT_TERM_IN},
    {"cả", KHCT_TERM_IN},
    {"suốt", KHCT_TERM_IN},
    {"trong suốt", KHCT_TERM_IN},
    {"trong cả", KHCT_TERM_IN},
    {"trong khoảng", KHCT_TERM_IN},
    {"khoảng", KHCT_TERM_IN},
    {"vào khoảng", KHCT_TERM_IN},
    {"dự kiến", KHCT_TERM_IN},
    {"dự kiến trong", KHCT_TERM_IN},
    {"định kỳ", KHCT_TERM_IN},
    {"thời gian", KHCT_TERM_IN},
    {"thời gian thực hiện", KHCT_TERM_IN},
    {"thời gian bắt đầu", KHCT_TERM_IN},
    {"thời điểm", KHCT_TERM_IN},
    {"thời điểm báo cáo", KHCT_TERM_IN},
    {"thực hiện", KHCT_TERM_IN},
    {"thực hiện trong", KHCT_TERM_IN},
    {"bắt đầu", KHCT_TERM_IN},
    {"triển khai", KHCT_TERM_IN},
    {"báo cáo", KHCT_TERM_IN},
    {"ngay từ", KHCT_TERM_IN},
    {"ngay trong", KHCT_TERM_IN},
    {"ngay sau", KHCT_TERM_AFTER},
    {"này", KHCT_TERM_THIS},
    {"nay", KHCT_TERM_THIS},
    {"hiện tại", KHCT_TERM_THIS},
    {"và", KHCT_TERM_AND},
    {"giêng", KHCT_TERM_ONE},
    {"một", KHCT_TERM_ONE},
    {"nhất", KHCT_TERM_ONE},
    {"hai", KHCT_TERM_ONE + 1},
    {"nhì", KHCT_TERM_ONE + 1},
    {"ba", KHCT_TERM_ONE + 2},
    {"bốn", KHCT_TERM_ONE + 3},
    {"tư", KHCT_TERM_ONE + 3},
    {"sáu", KHCT_TERM_ONE + 5},
    {"bảy", KHCT_TERM_ONE + 6},
    {"tám", KHCT_TERM_ONE + 7},
    {"chín", KHCT_TERM_ONE + 8},
    {"mười", KHCT_TERM_ONE + 9},
    {"mười một", KHCT_TERM_ONE + 10},
    {"mười hai", KHCT_TERM_ONE + 11},
    {"I", KHCT_TERM_ONE},
    {"II", KHCT_TERM_ONE + 1},
    {"III", KHCT_TERM_ONE + 2},
    {"IV", KHCT_TERM_ONE + 3},
    {"V", KHCT_TERM_ONE + 4},
    {"VI", KHCT_TERM_ONE + 5},
    {"VII", KHCT_TERM_ONE + 6},
    {"VIII", KHCT_TERM_ONE + 7},
    {"IX", KHCT_TERM_ONE + 8},
    {"X", KHCT_TERM_ONE + 9},
    {"XI", KHCT_TERM_ONE + 10},
    {"XII", KHCT_TERM_ONE + 11},
};

const khct_phrase *khct_time_phrases(size_t *count)
{
    *count = sizeof phrases / sizeof *phrases;
    return phrases;
}

/* `HKI`, `HKII`: a term and its number written as one word. */
static bool glued_term(const khct_word *word, uint64_t *number)
{
    if (word->kind != KHCT_WORD_LETTERS || !khct_str_starts(word->folded, "hki"))
        return false;
    *number = word->folded.n - 2;
    return khct_str_is(word->folded, "hki") || khct_str_is(word->folded, "hkii");
}

static khct_term_at *add(khct_terms *terms, khct_term term, size_t word)
{
    khct_term_at *t = &terms->at[terms->n++];
    *t = (khct_term_at){.term = term, .word = word};
    return t;
}

/* Adds what stands at a word; returns its words. */
static size_t add_word(khct_terms *terms, size_t i)
{
    const khct_word *word = &terms->words.at[i];
    uint64_t number;
    size_t count = 1;
    if (word->kind == KHCT_WORD_NUMBER) {
        add(terms, KHCT_TERM_DIGITS, i)->number = word->number;
    } else if (word->kind == KHCT_WORD_SIGN) {
        add(terms, KHCT_TERM_SIGN, i)->sign = word->sign;
    } else if (glued_term(word, &number)) {
        add(terms, KHCT_TERM_TERM, i);
        add(terms, KHCT_TERM_NUMERAL, i)->number = number;
    } else {
        uint32_t term = khct_phrase_at(&terms->reader->lexicon->time, &terms->words, i, &count);
        if (term == KHCT_NONE) {
            /* `HK1` and `T9` are a word and a number side by side */
            bool term_sign = khct_word_is(word, "hk"), month_sign = khct_word_is(word, "t");
            bool glued = terms->words.at[i + 1].kind == KHCT_WORD_NUMBER;
            add(terms,
                glued && term_sign    ? KHCT_TERM_TERM
                : glued && month_sign ? KHCT_TERM_MONTH
                                      : KHCT_TERM_UNKNOWN,
                i);
            return 1;
        }
        if (term >= KHCT_TERM_ONE)
            add(terms, KHCT_TERM_NUMERAL, i)->number = term - KHCT_TERM_ONE + 1;
        else
            add(terms, (khct_term)term, i);
    }
    return count;
}

khct_terms khct_terms_of(const khct_reader *reader, khct_span span, const khct_period *plan)
{
    khct_terms terms = {.reader = reader, .plan = plan, .words = khct_read_words(reader, span)};
    /* a glued term takes two places, and the end one more */
    terms.at = khct_alloc_array(reader->arena, 2 * terms.words.n + 1, sizeof *terms.at);
    for (size_t i = 0; i < terms.words.n;)
        i += add_word(&terms, i);
    terms.at[terms.n] = (khct_term_at){.term = KHCT_TERM_END, .word = terms.words.n};
    return terms;
}

bool khct_take_term(khct_terms *terms, khct_term term)
{
    if (khct_term_peek(terms, 0)->term != term)
        return false;
    if (term != KHCT_TERM_END)
        terms->next++;
    return true;
}

bool khct_take_term_sign(khct_terms *terms, int32_t sign)
{
    const khct_term_at *t = khct_term_peek(terms, 0);
    if (t->term != KHCT_TERM_SIGN || t->sign != sign)
        return false;
    terms->next++;
    return true;
}

size_t khct_term_word(const khct_terms *terms)
{
    return terms->at[terms->next].word;
}
