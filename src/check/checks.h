/* The functions of the rows, one file a family; of use inside src/check only. */
#ifndef KHCT_CHECK_CHECKS_H
#define KHCT_CHECK_CHECKS_H

#include "check/check.h"

/* levels.c: KH3001 to KH3003 */
void khct_check_targets(khct_checking *checking);

/* placeholders.c: KH1012 */
void khct_check_placeholders(khct_checking *checking);

#endif
