/* Where the tasks stand on the day of the work, by person: for a terminal. */
#ifndef KHCT_REPORT_STATUS_H
#define KHCT_REPORT_STATUS_H

#include "text/out.h"
#include "work/work.h"

/* Writes it, and reports what is overdue (KH4012) to the plan's diagnostics. Runs inside khct_try
 * on the plan's arena. */
void khct_status_write(khct_out *out, const khct_work *work, khct_language language);

#endif
