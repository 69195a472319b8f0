/* Marks that git leaves in a file where two versions were not merged. */
#ifndef KHCT_SYNTAX_CONFLICT_H
#define KHCT_SYNTAX_CONFLICT_H

#include "diag/diag.h"

/* Reports each such place once (KH1013), and blanks the marks and every side but the first in the
 * source's text, so that reading goes on with ours; the file as it stands is then `shown`. */
void khct_report_conflicts(khct_diags *diags, uint32_t source);

#endif
