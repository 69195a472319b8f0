#include "library/prose.h"

khct_str khct_line_of(const khct_reader *reader, khct_span span)
{
    return khct_read_name(reader, span, false, NULL);
}

khct_str khct_node_line(const khct_reader *reader, const khct_node *node)
{
    return khct_read_name(reader, node->value, (node->flags & KHCT_NODE_QUOTED) != 0, NULL);
}

khct_str khct_child_line(const khct_reader *reader, const khct_node *node, khct_keyword keyword)
{
    const khct_node *child = khct_child(node, keyword);
    return child == NULL ? KHCT_STR("") : khct_node_line(reader, child);
}
