/* KH1014: signs that Word sets before the items of a list, for which the language has `- `. */
#include "check/checks.h"

/* Where the blanks from byte `at` on end. */
static size_t after_blanks(khct_str s, size_t at)
{
    while (khct_blank_at(s, at) > 0)
        at += khct_blank_at(s, at);
    return at;
}

/* What is replaced: the sign and the blanks after it; empty where the text, from the beginning of a
 * line on, has none of Word's. */
static khct_str bullet_of(khct_str text)
{
    size_t begin = text.p[0] > ' ' ? 0 : after_blanks(text, 0);
    khct_str sign = khct_str_sub(text, begin, text.n);
    size_t n = khct_list_sign(sign);
    bool known = n == 0 || (n == 1 && sign.p[0] != 'o');
    if (known || khct_str_starts(sign, "–") || khct_str_starts(sign, "•"))
        return khct_str_sub(text, 0, 0);
    size_t end = after_blanks(sign, n);
    bool item = end > n && end < sign.n && sign.p[end] != '\n';
    return khct_str_sub(sign, 0, item ? end : 0);
}

typedef struct finding {
    khct_checking *k;
    khct_span value;
    khct_str text;
    khct_diag *diag;
    khct_fix *fix;
} finding;

static void note(finding *f, khct_str bullet)
{
    khct_diags *diags = f->k->diags;
    uint32_t at = f->value.begin + (uint32_t)(bullet.p - f->text.p);
    khct_span span = {f->value.source, at, at + (uint32_t)bullet.n};
    if (f->diag == NULL) {
        khct_span sign = {span.source, at, at + (uint32_t)khct_list_sign(bullet)};
        f->diag = khct_report(diags, KHCT_KH1014, sign, KHCT_MSG0(BULLET));
        khct_diag_hint(diags, f->diag, KHCT_MSG0(BULLET_HINT));
        f->fix = khct_diag_fix(diags, f->diag, KHCT_SAFE, span, KHCT_STR("- "));
    } else {
        khct_push(diags->arena, &f->fix->edits) = (khct_edit){span, KHCT_STR("- ")};
    }
}

static void read_value(khct_checking *k, const khct_node *node)
{
    finding f = {.k = k, .value = node->value};
    f.text = khct_node_raw(k->diags, node);
    bool lines = (node->flags & KHCT_NODE_FOLDED) != 0;
    for (size_t at = 0; at < f.text.n; at++) {
        khct_str bullet = bullet_of(khct_str_sub(f.text, at, f.text.n));
        if (bullet.n > 0)
            note(&f, bullet);
        const char *newline = lines ? memchr(f.text.p + at, '\n', f.text.n - at) : NULL;
        if (newline == NULL)
            return;
        at = (size_t)(newline - f.text.p);
    }
}

static void read_nodes(khct_checking *k, const khct_node *node)
{
    for (; node != NULL; node = node->next) {
        bool plain = (node->flags & (KHCT_NODE_BLOCK | KHCT_NODE_QUOTED)) == 0;
        if (plain && node->value.begin < node->value.end)
            read_value(k, node);
        read_nodes(k, node->first);
    }
}

void khct_check_bullets(khct_checking *k)
{
    for (size_t i = 0; i < k->plan->document->files.n; i++)
        read_nodes(k, k->plan->document->files.at[i].tree->top->first);
}
