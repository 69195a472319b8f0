/* Values of library entries. */
#ifndef KHCT_LIBRARY_PROSE_H
#define KHCT_LIBRARY_PROSE_H

#include "value/meaning.h"

/* The words of the child with that keyword in one run; empty where there is none. */
khct_str khct_child_line(khct_values *values, const khct_node *node, khct_keyword keyword);

/* What a field says; KHCT_NO_DATE and 0 where it says nothing that is understood. */
khct_date khct_value_date(khct_values *values, const khct_node *node);
khct_force khct_value_force(khct_values *values, const khct_node *node);
khct_school_types khct_value_types(khct_values *values, const khct_node *node);

#endif
