#include "plan/build.h"

#include "text/utf8.h"

/* A title starts with a capital letter or a digit; a quotation mark or bracket may stand first. */
static bool begins_title(khct_str text)
{
    size_t at = 0;
    while (at < text.n) {
        size_t length;
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        if (khct_is_capital_or_digit(c))
            return true;
        if (!(c == '"' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 || c == 0xAB ||
              (c >= 0x300 && c < 0x370)))
            return false;
        at += length;
    }
    return false;
}

khct_str khct_build_title(khct_plan *plan, const khct_node *node, khct_words *words,
                          khct_span *span)
{
    khct_span rest = khct_words_rest(words);
    if (span != NULL)
        *span = rest;
    if (rest.begin >= rest.end)
        return KHCT_STR("");
    khct_str title = khct_read_name(&plan->reader, rest, false, NULL);
    if (begins_title(title) || title.n == 0)
        return title;
    khct_span at = khct_peek(words)->span;
    khct_str key = khct_str_of(khct_keyword_at(node->keyword)->unmarked);
    khct_diag *diag = khct_report(plan->diags, KHCT_KH1009, at, KHCT_MSG(HEADING, key));
    khct_diag_hint(plan->diags, diag, KHCT_MSG0(TITLE_HINT));
    return KHCT_STR("");
}
