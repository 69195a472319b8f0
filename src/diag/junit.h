/* Diagnostics in the form of JUnit, which every build server shows: a suite a plan, a case a
 * diagnostic; errors are failures. khct_junit_begin, the suite of each plan, khct_junit_end.
 */
#ifndef KHCT_DIAG_JUNIT_H
#define KHCT_DIAG_JUNIT_H

#include "diag/diag.h"
#include "text/out.h"

#define KHCT_JUNIT_BEGIN "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"khct\">\n"
#define KHCT_JUNIT_END "</testsuites>\n"

/* The suite of one plan; a plan without diagnostics is one case that passed. `path`: what it is
 * called. */
void khct_junit_suite(khct_out *out, const khct_diags *diags, khct_str path,
                      khct_language language);

#endif
