/* KH1014: signs that Word sets before the items of a list, for which the language has `- `. */
#include "check/text.h"

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

void khct_check_bullet(khct_reading *r, size_t line)
{
    khct_diags *diags = r->t->k->diags;
    khct_str bullet = bullet_of(khct_str_sub(r->slice, line, r->slice.n));
    if (bullet.n == 0)
        return;
    size_t at = (size_t)(bullet.p - r->slice.p);
    khct_span span = khct_reading_place(r, at, at + bullet.n);
    if (r->bullets != NULL) {
        khct_push(diags->arena, &r->bullets->edits) = (khct_edit){span, KHCT_STR("- ")};
        return;
    }
    khct_span sign = khct_reading_place(r, at, at + khct_list_sign(bullet));
    khct_diag *diag =
        khct_report_hint(diags, KHCT_KH1014, sign, KHCT_MSG0(BULLET), KHCT_MSG0(BULLET_HINT));
    r->bullets = khct_diag_fix(diag, KHCT_SAFE, span, KHCT_STR("- "));
}
