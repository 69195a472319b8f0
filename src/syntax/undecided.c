#include "syntax/undecided.h"

static bool is_undecided(const khct_diags *diags, const khct_comment *comment)
{
    return comment->alone &&
           khct_str_starts(khct_source_text(diags->sources, comment->span), KHCT_UNDECIDED);
}

/* Nothing but white space stands between two comments. */
static bool follows(const khct_diags *diags, const khct_comment *a, const khct_comment *b)
{
    khct_span between = {a->span.source, a->span.end, b->span.begin};
    return khct_str_trim(khct_source_text(diags->sources, between)).n == 0;
}

void khct_check_undecided(khct_diags *diags, const khct_tree *tree)
{
    bool inside = false; /* the comment before belongs to a conflict */
    KHCT_FOR (comment, &tree->comments) {
        bool goes_on = inside && follows(diags, comment - 1, comment);
        inside = is_undecided(diags, comment) || goes_on;
        if (!inside || goes_on)
            continue;
        khct_report_hint(diags, KHCT_KH1025, comment->span, KHCT_MSG0(UNDECIDED),
                         KHCT_MSG0(UNDECIDED_HINT));
    }
}
