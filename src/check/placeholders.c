/* What `khct new` left to be filled in. */
#include "check/checks.h"

static void check_value(khct_checking *k, khct_span at)
{
    khct_str text = khct_source_text(k->diags->sources, at);
    size_t begin = 0;
    while (begin < text.n) {
        const char *open = memchr(text.p + begin, '(', text.n - begin);
        if (open == NULL)
            return;
        begin = (size_t)(open - text.p) + 1;
        khct_str rest = khct_str_sub(text, begin, text.n);
        if (!khct_str_starts(rest, "điền ") && !khct_str_starts(rest, "Điền "))
            continue;
        size_t end = khct_str_find(rest, KHCT_STR(")"));
        end = begin + (end < rest.n ? end + 1 : rest.n);
        khct_span place = {at.source, at.begin + (uint32_t)begin - 1, at.begin + (uint32_t)end};
        khct_report(k->diags, KHCT_KH1012, place,
                    KHCT_MSG(PLACEHOLDER, khct_str_sub(text, begin - 1, end)));
        begin = end;
    }
}

/* Whether the file has any: most have none, and their values need no look. */
static bool may_hold(khct_str text)
{
    return khct_str_find(text, KHCT_STR("(điền ")) < text.n ||
           khct_str_find(text, KHCT_STR("(Điền ")) < text.n;
}

static void check_block(khct_checking *k, const khct_node *block)
{
    for (const khct_node *node = block->first; node != NULL; node = node->next) {
        check_value(k, node->value);
        check_block(k, node);
    }
}

void khct_check_placeholders(khct_checking *k)
{
    KHCT_FOR (file, &k->plan->document->files) {
        const khct_tree *tree = file->tree;
        if (may_hold(khct_source_at(k->diags->sources, (khct_span){tree->source, 0, 0})->text))
            check_block(k, tree->top);
    }
}
