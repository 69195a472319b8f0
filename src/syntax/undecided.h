/* A place that two people changed in different ways, as `khct merge` leaves it: the first one's
 * value, and comments that hold both:
 *
 *     thoigian  tháng 9/2026;
 *     # !! xung đột, main: thoigian tháng 9/2026
 *     # !! xung đột, lan: thoigian tháng 11/2026
 *
 * A value of several lines goes on in comments that begin with two spaces more. To decide, keep the
 * right value and delete the comments.
 */
#ifndef KHCT_SYNTAX_UNDECIDED_H
#define KHCT_SYNTAX_UNDECIDED_H

#include "syntax/tree.h"

/* How such a comment begins. */
#define KHCT_UNDECIDED "# !! xung đột, "

/* Reports each of them once (KH1025). Part of khct_parse. */
void khct_check_undecided(khct_diags *diags, const khct_tree *tree);

#endif
