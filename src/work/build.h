/* What the work is made of; for use inside src/work only. */
#ifndef KHCT_WORK_BUILD_H
#define KHCT_WORK_BUILD_H

#include "work/work.h"

/* tasks.c: the tasks and where they stand. */
void khct_work_tasks(khct_work *work);

/* parties.c: who has what; after the tasks. */
void khct_work_parties(khct_work *work);

/* money.c: what all costs; after the tasks. */
void khct_work_money(khct_work *work);

/* criteria.c: what is planned for each, and what holds the school back; after the rating. */
void khct_work_criteria(khct_work *work);

#endif
