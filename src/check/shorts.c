/* Abbreviations: known, explained in the text, misspelt (KH5001), or never declared (KH7002). */
#include "check/text.h"

#include "text/fold.h"
#include "text/near.h"
#include "text/utf8.h"

/* Words in capitals that everybody knows; those of schools stand in the library. */
static bool is_common(khct_str word)
{
    static const char *const WORDS[] = {
        "TP",     "HCM",  "TPHCM", "TX",    "VN",    "TS",   "PGS",  "GS",     "NGƯT",   "NGND",
        "NSƯT",   "TNHH", "MTV",   "CT",    "CP",    "NXB",  "PC",   "TV",     "USB",    "CD",
        "DVD",    "LCD",  "LED",   "AED",   "QR",    "ID",   "IT",   "AI",     "ICT",    "ISO",
        "PDF",    "HTML", "SMS",   "GPS",   "WC",    "KM",   "KG",   "HA",     "GB",     "MB",
        "TB",     "KB",   "RAM",   "CPU",   "SSD",   "HDD",  "LAN",  "UNESCO", "UNICEF", "ASEAN",
        "WHO",    "OECD", "PISA",  "TIMSS", "COVID", "HIV",  "AIDS", "IELTS",  "TOEIC",  "TOEFL",
        "CEFR",   "VNPT", "FPT",   "VNEDU", "SMAS",  "EQ",   "IQ",   "SWOT",   "SMART",  "PDCA",
        "KT",     "TM",   "TL",    "TUQ",   "OK",    "BMI",  "DNA",  "ADN",    "CMND",   "CCCD",
        "CHXHCN", "VNEN", "FAX",   "DIY",   "LMS",   "CSDL",
    };
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (khct_str_is(word, WORDS[i]))
            return true;
    return false;
}

static bool is_roman(khct_str word)
{
    for (size_t i = 0; i < word.n; i++)
        if (strchr("IVXLCDM", word.p[i]) == NULL)
            return false;
    return true;
}

/* Runs of capitals in a name ("Trường THCS LT") are its own. */
static void add_words_of(khct_texts *t, khct_str text)
{
    for (size_t at = 0; at < text.n;) {
        size_t begin = at, length;
        while (at < text.n) {
            int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
            if (!khct_in_word(c) || !khct_is_capital_or_digit(c))
                break;
            at += length;
        }
        if (at > begin)
            khct_map_put(t->k->arena, &t->own_words, khct_str_sub(text, begin, at), 1);
        else
            at++;
    }
}

static void add_own_words(khct_texts *t)
{
    const khct_plan *plan = t->k->plan;
    add_words_of(t, plan->school.name);
    add_words_of(t, plan->school.superior);
    add_words_of(t, plan->school.place);
    add_words_of(t, plan->school.address);
    add_words_of(t, plan->heading.number.body);
    for (size_t i = 0; i < plan->roles.n; i++) /* `Ban ĐDCMHS` is a known name as a whole */
        for (size_t k = 0; k < plan->roles.at[i].names.n; k++)
            add_words_of(t, plan->roles.at[i].names.at[k]);
    t->own_words_known = true;
}

bool khct_short_is_known(khct_texts *t, khct_str word)
{
    const khct_plan *plan = t->k->plan;
    khct_str composed = khct_nfc(t->k->arena, word);
    if (is_roman(composed) || is_common(composed) ||
        khct_map_get(&plan->abbreviation_by_id, composed) != KHCT_NONE ||
        khct_map_get(&plan->role_by_id, composed) != KHCT_NONE)
        return true;
    if (!t->own_words_known)
        add_own_words(t);
    return khct_map_get(&t->own_words, composed) != KHCT_NONE;
}

/* --- in its place --- */

/* The first letters of the words up to `)`, without marks: "phụ huynh học sinh" is "phhs". */
static bool explains(khct_arena *arena, khct_str words, khct_str word)
{
    khct_str letters = khct_fold_bare(arena, word), bare = khct_fold_bare(arena, words);
    size_t k = 0;
    for (size_t i = 0; i < bare.n && k < letters.n; i++)
        if ((i == 0 || bare.p[i - 1] == ' ') && bare.p[i] == letters.p[k])
            k++;
    return k == letters.n;
}

/* `(PHHS)` after its words, `viết tắt là PHHS`, or `PHHS (phụ huynh học sinh)`. */
static bool explained_here(khct_arena *arena, khct_str slice, size_t begin, size_t end)
{
    khct_str before = khct_str_sub(slice, 0, begin);
    if (khct_str_ends(before, "(") && end < slice.n && slice.p[end] == ')')
        return true;
    before = khct_str_trim(before);
    if (khct_str_ends(before, "tắt là") || khct_str_ends(before, "tắt:") ||
        khct_str_ends(before, "tắt là:"))
        return true;
    khct_str after = khct_str_trim(khct_str_sub(slice, end, slice.n));
    if (!khct_str_starts(after, "("))
        return false;
    enum { MOST = 400 }; /* bytes: what is longer explains nothing */
    after = khct_str_sub(after, 1, after.n < MOST ? after.n : MOST);
    return explains(arena, khct_str_cut(&after, ')'), khct_str_sub(slice, begin, end));
}

static size_t back_over(khct_str s, size_t at, bool (*is)(unsigned char))
{
    while (at > 0 && is((unsigned char)s.p[at - 1]))
        at--;
    return at;
}

static size_t on_over(khct_str s, size_t at, bool (*is)(unsigned char))
{
    while (at < s.n && is((unsigned char)s.p[at]))
        at++;
    return at;
}

static bool is_capital(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || c >= 0x80; /* also Đ and its like */
}

static bool is_joint(unsigned char c)
{
    return c == ' ' || c == '&';
}

/* `GD&ĐT`, `GD & ĐT`: all of the words joined by `&`, from byte *begin to byte *end. */
static void widen(khct_str s, size_t *begin, size_t *end)
{
    size_t left = back_over(s, *begin, is_joint), right = on_over(s, *end, is_joint);
    if (memchr(s.p + left, '&', *begin - left) != NULL)
        *begin = back_over(s, left, is_capital);
    if (right < s.n && memchr(s.p + *end, '&', right - *end) != NULL)
        *end = on_over(s, right, is_capital);
}

/* `PGD&ĐT`, which is declared as PGDĐT. */
static bool is_known_joined(khct_texts *t, khct_str word)
{
    char *without = khct_alloc_bytes(t->k->arena, word.n);
    size_t n = 0;
    for (size_t i = 0; i < word.n; i++)
        if (!is_joint((unsigned char)word.p[i]))
            without[n++] = word.p[i];
    return khct_short_is_known(t, word) || khct_short_is_known(t, (khct_str){without, n});
}

void khct_short_met(khct_texts *t, khct_lexeme *lexeme, khct_str slice, size_t at, khct_span span)
{
    size_t begin = at, end = at + lexeme->word.n;
    char before = at > 0 ? slice.p[at - 1] : ' ', after = end < slice.n ? slice.p[end] : ' ';
    bool digit = khct_is_digit(before) || khct_is_digit(after);
    bool legacy = before == '\xC2' || after == '\xC2'; /* `TR¦êNG`, KH0004 */
    if (digit || legacy || khct_in_address(t, slice, at) || khct_in_code(t, slice, at))
        return;
    widen(slice, &begin, &end);
    if (end - begin > lexeme->word.n && is_known_joined(t, khct_str_sub(slice, begin, end)))
        return;
    khct_remark(t, &t->shorts, lexeme, span);
    khct_remarked *found = &t->shorts.at[lexeme->number - 1];
    if (!found->explained)
        found->explained = explained_here(t->k->arena, slice, at, at + lexeme->word.n);
}

/* --- KH5001, KH7002 --- */

/* The declared ID that is meant, as a number in plan->roles or after them in plan->abbreviations:
 * the same letters but for marks, else two neighbours changed places, else, in a word that is long
 * enough, a letter missing or too many. KHCT_NONE: none is near. */
static uint32_t nearest(const khct_near *near, khct_str bare)
{
    enum { LONG_ENOUGH = 5 };
    uint32_t found = khct_near_same(near, bare);
    if (found == KHCT_NONE && bare.n > 2)
        found = khct_near_swapped(near, bare);
    if (found != KHCT_NONE)
        return found;
    uint32_t longer = bare.n + 1 >= LONG_ENOUGH ? khct_near_longer(near, bare) : KHCT_NONE;
    uint32_t shorter = bare.n >= LONG_ENOUGH ? khct_near_shorter(near, bare) : KHCT_NONE;
    return longer < shorter ? longer : shorter;
}

static khct_near near_of(khct_arena *arena, const khct_plan *plan)
{
    khct_near near = {0};
    uint32_t n = (uint32_t)plan->roles.n;
    for (uint32_t i = 0; i < n; i++)
        khct_near_add(arena, &near, khct_fold_bare(arena, plan->roles.at[i].id), i);
    for (uint32_t i = 0; i < plan->abbreviations.n; i++)
        khct_near_add(arena, &near, khct_fold_bare(arena, plan->abbreviations.at[i].id), n + i);
    return near;
}

static void report_short(khct_texts *t, const khct_near *near, const khct_remarked *found)
{
    const khct_plan *plan = t->k->plan;
    khct_diags *diags = t->k->diags;
    khct_arena *arena = t->k->arena;
    khct_str word = khct_nfc(arena, found->word);
    uint32_t number = nearest(near, khct_fold_bare(arena, word));
    if (number == KHCT_NONE) {
        khct_report_hint(diags, KHCT_KH7002, found->spans.at[0], KHCT_MSG(UNDECLARED, word),
                         KHCT_MSG(UNDECLARED_HINT, word));
        return;
    }
    bool role = number < plan->roles.n;
    const khct_abbreviation *other = role ? NULL : &plan->abbreviations.at[number - plan->roles.n];
    khct_str id = role ? plan->roles.at[number].id : other->id;
    khct_str meaning = role ? plan->roles.at[number].name : other->text;
    khct_diag *diag =
        khct_report_hint(diags, KHCT_KH5001, found->spans.at[0], KHCT_MSG(SHORT_NEAR, word),
                         KHCT_MSG(SHORT_NEAR_HINT, id, meaning));
    khct_fix *fix = khct_diag_fix(diag, KHCT_LIKELY, found->spans.at[0], id);
    for (size_t i = 1; i < found->spans.n; i++)
        khct_push(arena, &fix->edits) = (khct_edit){found->spans.at[i], id};
}

void khct_shorts_end(khct_texts *t)
{
    /* what a file that could not be read declares is not unknown */
    for (size_t i = 0; i < t->k->diags->list.n; i++) {
        khct_code code = t->k->diags->list.at[i]->code;
        if (code >= KHCT_KH8001 && code <= KHCT_KH8007)
            return;
    }
    khct_near near = {0};
    for (size_t i = 0; i < t->shorts.n; i++) {
        if (t->shorts.at[i].explained || t->shorts.at[i].spans.n == 0)
            continue;
        if (near.whole.n == 0)
            near = near_of(t->k->arena, t->k->plan);
        report_short(t, &near, &t->shorts.at[i]);
    }
}
