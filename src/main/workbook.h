/* khct report as a workbook: the plans, and their tasks, results, money, progress and people. */
#ifndef KHCT_MAIN_WORKBOOK_H
#define KHCT_MAIN_WORKBOOK_H

#include "main/inputs.h"

/* Compiles all inputs and writes the workbook to `path` ("-": standard output). Plans of the same
 * bytes have a row each among the plans, and their tasks once. The exit status. */
int khct_workbook_write(const char *path, const khct_inputs *inputs, khct_common *common);

#endif
