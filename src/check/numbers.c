/* KH1010: numbers typed by hand where the template numbers. */
#include "check/text.h"

/* `1.` `12)` `1.2.` `IV.` `a)` with white space after: its bytes with that, or 0. */
static size_t number_length(khct_str text)
{
    size_t n = 0;
    while (n < text.n && strchr("0123456789.", text.p[n]) != NULL)
        n++;
    if (n > 0 && text.p[0] != '.' && text.p[n - 1] == '.')
        n--; /* the sign after it is looked at below */
    if (n > 5 || (n > 2 && memchr(text.p, '.', n) == NULL))
        return 0; /* a year or an amount */
    if (n == 0)
        while (n < text.n && n < 5 && strchr("IVX", text.p[n]) != NULL)
            n++;
    if (n == 0 && text.n > 0 && text.p[0] >= 'a' && text.p[0] <= 'h')
        n = 1;
    if (n == 0 && khct_str_starts(text, "đ"))
        n = strlen("đ");
    if (n == 0 || n >= text.n || (text.p[n] != '.' && text.p[n] != ')') ||
        khct_blank_at(text, n + 1) == 0)
        return 0;
    for (n++; khct_blank_at(text, n) > 0;)
        n += khct_blank_at(text, n);
    return n;
}

/* Most texts begin with another letter. */
static bool may_begin(khct_str text)
{
    char c = text.n > 0 ? text.p[0] : '\0';
    return khct_is_digit(c) || c == '.' || c == 'I' || c == 'V' || c == 'X' ||
           (c >= 'a' && c <= 'h') || (c == '\xC4' && khct_str_starts(text, "đ"));
}

/* Where a number may have been typed; in `doan` nothing is numbered, but `doanso` would be. */
static bool numbered(const khct_node *node)
{
    switch (node->keyword) {
    case KHCT_K_PHAN:
    case KHCT_K_MUCNHO:
    case KHCT_K_DOAN:
    case KHCT_K_DOANSO:
    case KHCT_K_GIAIPHAP: return true;
    case KHCT_K_VIEC: return (node->flags & KHCT_NODE_BLOCK) != 0;
    default: return false;
    }
}

void khct_check_typed_number(khct_checking *k, const khct_node *node, khct_str text)
{
    if (!numbered(node) || (node->flags & KHCT_NODE_MISPLACED) != 0)
        return;
    size_t n = may_begin(text) ? number_length(text) : 0;
    if (n == 0 || n >= text.n)
        return;
    khct_span at = {node->value.source, node->value.begin, node->value.begin + (uint32_t)n};
    khct_diag *diag = khct_report(k->diags, KHCT_KH1010, at,
                                  KHCT_MSG(NUMBERED, khct_str_trim(khct_str_sub(text, 0, n))));
    if (node->keyword != KHCT_K_DOAN) {
        khct_diag_hint(diag, KHCT_MSG0(NUMBERED_HINT));
        khct_diag_fix(diag, KHCT_SAFE, at, KHCT_STR(""));
        return;
    }
    khct_diag_hint(diag, KHCT_MSG0(NUMBERED_DOAN));
    bool marked = (node->flags & KHCT_NODE_MARKED) != 0;
    khct_fix *fix = khct_diag_fix(diag, KHCT_LIKELY, node->key,
                                  marked ? KHCT_STR("đoạn số") : KHCT_STR("doanso"));
    khct_push(k->arena, &fix->edits) = (khct_edit){at, KHCT_STR("")};
}
