#include "check/subject.h"

#include "text/fold.h"
#include "text/utf8.h"

/* Words that any document may have. */
static const char COMMON[] =
    "ban hành quy định quyết về việc của số và đối với các những hướng dẫn thực hiện "
    "một theo kèm thông tư nghị luật ngày tháng năm trong cho từ đến tại";

/* A word of letters and what it stands for, folded. */
static khct_str meaning_of(const khct_plan *plan, khct_str word)
{
    uint32_t i = khct_map_get(&plan->abbreviation_by_id, khct_nfc(plan->arena, word));
    return khct_fold(plan->arena, i == KHCT_NONE ? word : plan->abbreviations.at[i].text);
}

/* The text folded, with abbreviations spelt out; a space before and after. */
static khct_str spelt_out(const khct_plan *plan, khct_str text)
{
    khct_strs pieces = {0};
    KHCT_ADD(plan->arena, &pieces, " ");
    for (size_t at = 0; at < text.n;) {
        size_t begin = at, length = 1;
        while (at < text.n &&
               (text.p[at] == '&' || khct_in_word(khct_utf8_at(text.p + at, text.n - at, &length))))
            at += text.p[at] == '&' ? 1 : length;
        if (at == begin) {
            khct_utf8_at(text.p + at, text.n - at, &length);
            at += length;
            continue;
        }
        KHCT_ADD(plan->arena, &pieces, meaning_of(plan, khct_str_sub(text, begin, at)), " ");
    }
    return khct_str_join(plan->arena, pieces.at, pieces.n);
}

/* True where ` word ` stands in the text. */
static bool has(khct_str text, khct_str word)
{
    for (size_t from = 0; from + word.n + 2 <= text.n;) {
        size_t at = from + khct_str_find(khct_str_sub(text, from, text.n), word);
        if (at >= text.n)
            return false;
        if (at > 0 && text.p[at - 1] == ' ' && at + word.n < text.n && text.p[at + word.n] == ' ')
            return true;
        from = at + 1;
    }
    return false;
}

unsigned khct_subject_alike(const khct_plan *plan, khct_str said, khct_str record)
{
    enum { FEWEST = 2 };
    khct_str words = spelt_out(plan, said), other = spelt_out(plan, record);
    khct_str common = spelt_out(plan, khct_str_of(COMMON));
    unsigned count = 0, found = 0;
    for (size_t at = 1; at < words.n;) {
        size_t space = at + khct_str_find(khct_str_sub(words, at, words.n), KHCT_STR(" "));
        khct_str word = khct_str_sub(words, at, space);
        at = space + 1;
        if (word.n == 0 || has(common, word))
            continue;
        count++;
        found += has(other, word);
    }
    return count < FEWEST ? 100 : found * 100 / count;
}

khct_str khct_subject_lacks(const khct_plan *plan, khct_str said, const khct_strs *keywords)
{
    khct_str words = spelt_out(plan, said);
    khct_strs lacking = {0};
    KHCT_FOR (keyword, keywords)
        if (!has(words, khct_fold(plan->arena, *keyword)))
            khct_push(plan->arena, &lacking) = KHCT_JOIN(plan->arena, "\"", *keyword, "\"");
    return khct_str_list(plan->arena, &lacking, KHCT_STR(", "));
}
