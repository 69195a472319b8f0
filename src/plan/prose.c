#include "plan/build.h"

static khct_prose_kind kind_of(khct_keyword keyword)
{
    switch (keyword) {
    case KHCT_K_DOANSO: return KHCT_PROSE_NUMBERED;
    case KHCT_K_GACH: return KHCT_PROSE_ITEM;
    case KHCT_K_MUCNHO: return KHCT_PROSE_SUB;
    default: return KHCT_PROSE_PARAGRAPH;
    }
}

static bool is_prose(const khct_node *node)
{
    return node->keyword == KHCT_K_DOAN || node->keyword == KHCT_K_DOANSO ||
           node->keyword == KHCT_K_GACH || node->keyword == KHCT_K_MUCNHO;
}

void khct_build_prose(khct_plan *plan, const khct_node *block, khct_proses *prose)
{
    for (const khct_node *node = block->first; node != NULL; node = node->next) {
        if (!is_prose(node))
            continue;
        khct_prose item = {.kind = kind_of(node->keyword), .node = node};
        if (item.kind == KHCT_PROSE_SUB) {
            item.title = khct_head_of(plan->values, node)->title;
            khct_build_prose(plan, node, &item.children);
        } else {
            item.text = khct_build_text(plan, node);
        }
        khct_push(plan->arena, prose) = item;
    }
}
