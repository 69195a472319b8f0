/* The end of a document: recipients and signatures. */
#include "import/understand.h"

#include "text/fold.h"
#include "text/utf8.h"

enum { LONGEST = 300 }; /* bytes of a line that is looked at */

static khct_str folded_at(const khct_in_plan *u, size_t at)
{
    const khct_in_paragraph *p = at < u->lines.n ? u->lines.at[at].paragraph : NULL;
    return p == NULL || p->text.n > LONGEST ? KHCT_STR("") : khct_fold_bare(u->arena, p->text);
}

static bool is_powers(khct_str folded)
{
    return khct_in_starts_any(folded, KHCT_IN_WORD_POWERS);
}

/* An office that signs, alone on its line. */
static bool is_signing(const khct_in_plan *u, size_t at)
{
    khct_str folded = folded_at(u, at);
    if (folded.n == 0 || khct_in_words(folded) > 8)
        return false;
    if (khct_in_is_any(folded, KHCT_IN_WORD_SIGNER))
        return true;
    const khct_in_paragraph *p = u->lines.at[at].paragraph;
    return khct_in_is_upper(p->text) &&
           (is_powers(folded) || khct_in_says_any(folded, KHCT_IN_WORD_SIGNER_PART) ||
            khct_in_starts_any(folded, KHCT_IN_WORD_SIGNER_BEGIN) || khct_in_is_office(u, p->text));
}

/* "- Lưu: VT.HIỆU TRƯỞNG": bytes before a signer in capitals that no blank sets apart, as where
 * LibreOffice makes one line of the ends of two cells; the text's own: there is none. */
static size_t before_signer(const khct_in_plan *u, khct_str text)
{
    enum { SIGNER = 90 }; /* bytes of the longest */
    size_t length;
    for (size_t at = 1; at < text.n && text.n <= LONGEST; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        khct_str rest = khct_str_sub(text, at, text.n);
        if (rest.n > SIGNER || khct_space_before(text, at) > 0 || !khct_is_letter(c) ||
            !khct_in_is_upper(rest))
            continue;
        khct_str folded = khct_fold_bare(u->arena, rest);
        bool powers = is_powers(folded) && khct_in_words(folded) > 1;
        if (khct_in_is_any(folded, KHCT_IN_WORD_SIGNER) ||
            (powers && strchr(".;,)", text.p[at - 1]) != NULL))
            return at;
    }
    return text.n;
}

/* "DUYỆT CỦA PHÒNG GD&ĐT", "XÁC NHẬN …": who approves signs beside. */
static bool is_approval(const khct_in_plan *u, size_t at)
{
    khct_str folded = folded_at(u, at);
    return folded.n > 0 && khct_in_words(folded) <= 12 &&
           khct_in_is_upper(u->lines.at[at].paragraph->text) &&
           khct_in_starts_any(folded, KHCT_IN_WORD_APPROVAL);
}

static bool is_recipients(const khct_in_plan *u, size_t at)
{
    return khct_in_starts_any(folded_at(u, at), KHCT_IN_WORD_RECIPIENTS);
}

bool khct_in_is_foot(const khct_in_plan *u, size_t at)
{
    if (at >= u->lines.n || u->lines.at[at].paragraph == NULL)
        return false;
    if (is_recipients(u, at))
        return true;
    if (!is_signing(u, at) && !is_approval(u, at))
        return false;
    /* no table and no long text stands after a signature */
    const khct_in_paragraph *p = u->lines.at[at].paragraph;
    if (khct_in_beginning_of(p).sign != KHCT_IN_SIGN_NONE)
        return false;
    size_t words = 0;
    for (size_t i = at; i < u->lines.n; i++) {
        if (u->lines.at[i].sheet != NULL && u->lines.at[i].sheet->form != KHCT_IN_FORM_NONE)
            return false;
        words +=
            u->lines.at[i].paragraph != NULL ? khct_in_words(u->lines.at[i].paragraph->text) : 0;
    }
    return words < 120;
}

/* Bytes of the first of several recipients on one line: up to a semicolon outside brackets. */
static size_t end_of_one(khct_str line)
{
    size_t at = 0, open = 0;
    for (; at < line.n && (open > 0 || line.p[at] != ';'); at++)
        open = line.p[at] == '(' ? open + 1 : line.p[at] == ')' ? 0 : open;
    return at;
}

static void take_recipients(khct_in_plan *u, size_t *at)
{
    khct_sketch *block = khct_sketch_find(u->top, KHCT_K_NOINHAN);
    if (block == NULL)
        block = khct_sketch_block(u->arena, u->top, KHCT_K_NOINHAN, KHCT_B_NOINHAN);
    khct_in_paragraph *p = u->lines.at[*at].paragraph;
    uint32_t half = u->lines.at[*at].half;
    size_t colon = khct_str_find(p->text, KHCT_STR(":"));
    khct_str first = colon < p->text.n ? khct_str_trim(khct_str_sub(p->text, colon + 1, p->text.n))
                                       : KHCT_STR("");
    p->used = true;
    ++*at;
    while (first.n > 0) { /* "Nơi nhận: - A; - B.", "Nơi nhận: A; B." */
        size_t end = end_of_one(first);
        khct_sketch_put(u->arena, block, KHCT_K_NOI,
                        khct_in_beginning_in(khct_str_sub(first, 0, end)).words);
        first = khct_str_trim(khct_str_sub(first, end + (end < first.n), first.n));
    }
    for (; *at < u->lines.n && u->lines.at[*at].paragraph != NULL; ++*at) {
        p = u->lines.at[*at].paragraph;
        khct_in_beginning b = khct_in_beginning_of(p);
        bool listed = b.sign != KHCT_IN_SIGN_NONE ||
                      khct_in_starts_any(folded_at(u, *at), KHCT_IN_WORD_KEPT_BY);
        bool beside = half > 0 && u->lines.at[*at].half == half;
        bool ends = khct_str_ends(p->text, ";") || khct_str_ends(p->text, ".");
        if ((half > 0 ? !beside : !listed && !ends) || is_signing(u, *at) || is_approval(u, *at))
            return;
        size_t signer = before_signer(u, b.words);
        khct_sketch_put(u->arena, block, KHCT_K_NOI,
                        khct_in_without_end(khct_str_sub(b.words, 0, signer), ";"));
        if (signer < b.words.n) {
            khct_str rest = khct_str_sub(b.words, signer, b.words.n);
            u->lines.at[*at].paragraph = khct_in_piece(u->arena, p, rest);
            return;
        }
        p->used = true;
    }
}

/* "TRƯỜNG TIỂU HỌC …": what a stamp says. */
static bool is_stamp(khct_str text)
{
    size_t length;
    return khct_in_find_words(text, 0, KHCT_IN_WORD_STAMP, &length) < text.n;
}

static bool is_name(khct_str text)
{
    if (is_stamp(text))
        return false;
    size_t words = khct_in_words(text), length;
    if (words < 2 || words > 7 || text.n > 80)
        return false;
    for (size_t at = 0; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        bool first = at == 0 || khct_space_before(text, at) > 0;
        bool inside = at > 0 && at + 1 < text.n && (c == '\'' || c == 0x2019 || c == '-');
        if (khct_space_at(text, at) == 0 && !khct_is_letter(c) && c != '.' && !inside)
            return false;
        if (first && khct_is_letter(c) && !khct_is_capital_or_digit(c))
            return false;
    }
    return true;
}

/* "KT. HIỆU TRƯỞNG": the sign without its full stop, and the office. */
static khct_str powers_of(khct_in_plan *u, khct_str text)
{
    size_t n = 0;
    while (n < text.n && strchr(". ", text.p[n]) == NULL)
        n++;
    khct_str sign = khct_str_sub(text, 0, n);
    while (n < text.n && strchr(". ", text.p[n]) != NULL)
        n++;
    khct_str office = khct_in_recased(u->arena, khct_str_sub(text, n, text.n), true);
    return KHCT_JOIN(u->arena, khct_upper(u->arena, sign), " ", office);
}

static void take_signature(khct_in_plan *u, size_t *at)
{
    khct_sketch *block = khct_sketch_block(u->arena, u->top, KHCT_K_CHUKY, KHCT_B_CHUKY);
    uint32_t half = u->lines.at[*at].half;
    size_t begin = *at;
    bool stamp = false; /* a line of a stamp in capitals goes on in the next ones */
    for (; *at < u->lines.n && u->lines.at[*at].paragraph != NULL && !is_recipients(u, *at);
         ++*at) {
        khct_in_paragraph *p = u->lines.at[*at].paragraph;
        khct_str folded = folded_at(u, *at);
        bool office = khct_sketch_find(block, KHCT_K_CHUCVU) != NULL;
        bool powers = khct_sketch_find(block, KHCT_K_QUYENHAN) != NULL;
        stamp = khct_in_is_upper(p->text) && office &&
                (stamp || (is_stamp(p->text) && !is_signing(u, *at)));
        if (*at > begin && u->lines.at[*at].half != half)
            return;
        if (is_approval(u, *at) && block->title.n == 0 && !office) {
            block->title = khct_in_recased(u->arena, p->text, true);
        } else if (is_powers(folded) && khct_sketch_find(block, KHCT_K_QUYENHAN) == NULL &&
                   !office) {
            khct_sketch_put(u->arena, block, KHCT_K_QUYENHAN, powers_of(u, p->text));
        } else if (is_signing(u, *at) && !office) {
            khct_sketch_put(u->arena, block, KHCT_K_CHUCVU,
                            khct_in_recased(u->arena, p->text, true));
        } else if (!stamp && (office || powers || block->title.n > 0) && is_name(p->text) &&
                   khct_sketch_find(block, KHCT_K_HOTEN) == NULL) {
            khct_sketch_put(u->arena, block, KHCT_K_HOTEN, p->text);
        } else if (is_signing(u, *at) || is_approval(u, *at)) {
            return; /* another one */
        } else {
            khct_in_keep(u, block, p, false);
            continue;
        }
        p->used = true;
    }
}

void khct_in_foot(khct_in_plan *u, size_t *at)
{
    while (*at < u->lines.n) {
        if (u->lines.at[*at].paragraph == NULL) {
            khct_in_keep_table(u, u->lines.at[*at].sheet);
            ++*at;
        } else if (is_recipients(u, *at)) {
            take_recipients(u, at);
        } else if (is_signing(u, *at) || is_approval(u, *at)) {
            take_signature(u, at);
        } else if (khct_in_take_date(u, u->lines.at[*at].paragraph)) {
            ++*at;
        } else {
            khct_in_keep(u, u->top, u->lines.at[*at].paragraph, true);
            ++*at;
        }
    }
}
