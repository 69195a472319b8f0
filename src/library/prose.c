#include "library/prose.h"

khct_str khct_child_line(khct_values *values, const khct_node *node, khct_keyword keyword)
{
    const khct_node *child = khct_child(node, keyword);
    return child == NULL ? KHCT_STR("") : khct_value_line(values, child);
}

khct_date khct_value_date(khct_values *values, const khct_node *node)
{
    const khct_day *day = khct_meaning_of(values, node)->day;
    return day == NULL ? KHCT_NO_DATE : day->date;
}

khct_force khct_value_force(khct_values *values, const khct_node *node)
{
    const khct_force *force = khct_meaning_of(values, node)->force;
    return force != NULL ? *force : (khct_force){{.date = KHCT_NO_DATE}, {.date = KHCT_NO_DATE}};
}

khct_school_types khct_value_types(khct_values *values, const khct_node *node)
{
    const khct_school_types *types = khct_meaning_of(values, node)->types;
    return types == NULL ? 0 : *types;
}
