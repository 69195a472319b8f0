#include "check/legacy.h"

#include "check/syllable.h"
#include "text/utf8.h"

#include <ctype.h>

/* TCVN3 from 0xA1 on; "." where it has no letter. Capitals with a tone are typed as small letters
 * in a font of capitals. */
static const uint32_t TCVN3[] = U"ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ."  /* to 0xBF */
                                U"......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò" /* to 0xDF */
                                U".ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.";

/* VNI: a letter of its own, in small letters. */
static const struct vni_letter {
    int32_t code;
    int32_t base, shape, tone; /* letter, combining shape and tone; 0: none */
} VNI_LETTERS[] = {
    {0xED, 'i', 0, 0x301}, {0xEC, 'i', 0, 0x300}, {0xE6, 'i', 0, 0x309},
    {0xF3, 'i', 0, 0x303}, {0xF2, 'i', 0, 0x323}, {0xEE, 'y', 0, 0x323},
    {0xF4, 'o', 0x31B, 0}, {0xF6, 'u', 0x31B, 0}, {0xF1, 0x111, 0, 0},
};

/* VNI: a mark that stands after its letter. */
static const struct vni_mark {
    int32_t code;
    int32_t shape, tone;
    const char *letters; /* after which it may stand */
} VNI_MARKS[] = {
    {0xF9, 0, 0x301, "aeouy"},   {0xF8, 0, 0x300, "aeouy"},   {0xFB, 0, 0x309, "aeouy"},
    {0xF5, 0, 0x303, "aeouy"},   {0xEF, 0, 0x323, "aeouy"},   {0xE2, 0x302, 0, "aeo"},
    {0xE1, 0x302, 0x301, "aeo"}, {0xE0, 0x302, 0x300, "aeo"}, {0xE5, 0x302, 0x309, "aeo"},
    {0xE3, 0x302, 0x303, "aeo"}, {0xE4, 0x302, 0x323, "aeo"}, {0xEA, 0x306, 0, "a"},
    {0xE9, 0x306, 0x301, "a"},   {0xE8, 0x306, 0x300, "a"},   {0xFA, 0x306, 0x309, "a"},
    {0xFC, 0x306, 0x303, "a"},   {0xEB, 0x306, 0x323, "a"},
};

static const char *const NAMES[KHCT_LEGACY_FONTS] = {"TCVN3", "VNI"};

typedef enum kind {
    PLAIN,     /* nothing that a font could change */
    LEGACY,    /* no Vietnamese as it stands, and Vietnamese when converted */
    AMBIGUOUS, /* Vietnamese both ways */
    OTHER,     /* whatever ends a passage */
    BROKEN,    /* such a word that is no Vietnamese as it stands */
} kind;

typedef struct chunk {
    size_t begin, end; /* without the signs around it */
    kind kind;
    bool strange; /* is what nobody writes: two letters that Vietnamese does not have, a hyphen for
                     ư, a capital or a sign within small letters */
    khct_str converted;
} chunk;

typedef KHCT_VEC(chunk) chunks;

bool khct_is_legacy_letter(int32_t c)
{
    static const char
        ROWS[] = /* from U+00A0, x: no letter of Vietnamese, and one of a legacy font */
        ".xxxxxxxxxxxxxx."
        ".....xxxxx.xxxx."
        "....xxxx...x..xx"
        "xx....xxx..xx.xx"
        "....xxxx...x..xx"
        "xx....xxx..xx.xx";
    return c >= 0xA0 && c <= 0xFF && ROWS[c - 0xA0] == 'x';
}

/* --- converting --- */

typedef struct output {
    char *p;
    size_t n;
} output;

static void put(output *out, int32_t c)
{
    if (c == 0)
        return;
    char bytes[4];
    size_t length = khct_utf8_put(c, bytes);
    memcpy(out->p + out->n, bytes, length);
    out->n += length;
}

/* The letter at that place of TCVN3; 0: none. */
static int32_t tcvn3(int32_t c)
{
    return c >= 0xA1 && c <= 0xFF && TCVN3[c - 0xA1] != '.' ? (int32_t)TCVN3[c - 0xA1] : 0;
}

/* `hyphen`: what a `-` between letters stands for, as the letter ư was lost to one: that letter,
 * nothing (0), or itself. */
static void convert_tcvn3(output *out, khct_str text, int32_t hyphen)
{
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length), letter = tcvn3(c);
        bool within = at > 0 && at + 1 < text.n;
        put(out, c == '-' && within ? hyphen : letter != 0 ? letter : c);
    }
}

static int32_t lower(int32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) ? c + 0x20 : c;
}

static int32_t upper(int32_t c)
{
    return c == 0x111 ? 0x110 : c - 0x20;
}

static const struct vni_mark *mark_of(int32_t letter, int32_t code)
{
    for (size_t i = 0; i < sizeof VNI_MARKS / sizeof *VNI_MARKS; i++)
        if (VNI_MARKS[i].code == code && strchr(VNI_MARKS[i].letters, (char)letter) != NULL)
            return &VNI_MARKS[i];
    return NULL;
}

static void convert_vni(output *out, khct_str text)
{
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length), small = lower(c);
        int32_t base = small < 0x80 ? small : 0, shape = 0, tone = 0;
        for (size_t i = 0; i < sizeof VNI_LETTERS / sizeof *VNI_LETTERS; i++)
            if (VNI_LETTERS[i].code == small) {
                base = VNI_LETTERS[i].base;
                shape = VNI_LETTERS[i].shape;
                tone = VNI_LETTERS[i].tone;
            }
        if (base == 0) {
            put(out, c);
            continue;
        }
        put(out, c == small ? base : upper(base));
        size_t more = 0;
        int32_t next = at + length < text.n
                           ? lower(khct_utf8_at(text.p + at + length, text.n - at - length, &more))
                           : 0;
        const struct vni_mark *mark = base < 0x80 && tone == 0 ? mark_of(base, next) : NULL;
        if (mark != NULL && (shape == 0 || mark->shape == 0)) {
            shape = shape != 0 ? shape : mark->shape;
            tone = mark->tone;
            length += more;
        }
        put(out, shape);
        put(out, tone);
    }
}

static khct_str convert(khct_arena *arena, khct_legacy_font font, khct_str text, int32_t hyphen)
{
    output out = {khct_alloc_bytes(arena, 6 * text.n + 1), 0};
    if (font == KHCT_LEGACY_TCVN3)
        convert_tcvn3(&out, text, hyphen);
    else
        convert_vni(&out, text);
    return khct_nfc(arena, (khct_str){out.p, out.n});
}

khct_str khct_legacy_read(khct_arena *arena, khct_legacy_font font, khct_str text)
{
    return convert(arena, font, text, '-');
}

/* --- words --- */

static size_t letters_of(khct_str word)
{
    size_t count = 0;
    for (const char *p = word.p, *end = p + word.n; p < end; count++) {
        khct_letter ignored;
        p = khct_take_letter(p, end, &ignored);
    }
    return count;
}

/* How Vietnamese a text reads. */
typedef enum reads {
    READS_NOT,  /* some word is none, or a sign of Latin-1 stands there */
    READS_WEAK, /* all are syllables, none longer than a letter or with a mark */
    READS_WELL,
} reads;

/* Plain letters that nobody can judge count for nothing. */
static reads how_it_reads(khct_str text)
{
    reads found = READS_WEAK;
    for (size_t at = 0; at < text.n;) {
        size_t length, begin = at;
        while (at < text.n && khct_in_word(khct_utf8_at(text.p + at, text.n - at, &length)))
            at += length;
        if (at == begin) {
            int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
            if (c >= 0xA0 && c <= 0xFF)
                return READS_NOT;
            at += length;
            continue;
        }
        khct_str word = khct_str_sub(text, begin, at);
        khct_syllable s = khct_syllable_read(word);
        bool ascii = true;
        for (size_t i = 0; i < word.n; i++)
            ascii &= (unsigned char)word.p[i] < 0x80;
        if (!ascii && s.sound != KHCT_SOUND_FINE)
            return READS_NOT;
        if (!ascii && s.marked && letters_of(word) > 1)
            found = READS_WELL;
    }
    return found;
}

static bool is_small(khct_str text, size_t at)
{
    return at < text.n && text.p[at] >= 'a' && text.p[at] <= 'z';
}

/* chÊt, H¹nh: a capital with a mark after a small letter, a sign before one. */
static bool odd_within(khct_str raw)
{
    for (size_t at = 0, length; at < raw.n; at += length) {
        int32_t c = khct_utf8_at(raw.p + at, raw.n - at, &length);
        if (c >= 0xC0 && c <= 0xDE && at > 0 && is_small(raw, at - 1))
            return true;
        if (c >= 0xA1 && c <= 0xBF && is_small(raw, at + length))
            return true;
    }
    return false;
}

/* Does every letter beyond ASCII have a place in the font? */
static bool in_font(khct_legacy_font font, khct_str raw)
{
    for (size_t at = 0, length; at < raw.n; at += length) {
        int32_t c = khct_utf8_at(raw.p + at, raw.n - at, &length);
        if (font == KHCT_LEGACY_TCVN3 && c > 0xBF && c <= 0xFF && tcvn3(c) == 0)
            return false;
    }
    return true;
}

/* A font of capitals shows small letters as capitals: `TR¦êNG`. */
static bool in_capitals(khct_str raw)
{
    size_t capitals = 0;
    for (size_t i = 0; i < raw.n; i++) {
        if (raw.p[i] >= 'a' && raw.p[i] <= 'z')
            return false;
        capitals += raw.p[i] >= 'A' && raw.p[i] <= 'Z';
    }
    return capitals > 1;
}

/* th-: the ư at the end of a word was lost to a hyphen. */
static bool ends_in_hyphen(khct_arena *arena, khct_str raw, chunk *c)
{
    if (raw.n < 2 || raw.p[raw.n - 1] != '-')
        return false;
    khct_str word = khct_str_cat(arena, khct_str_sub(raw, 0, raw.n - 1), KHCT_STR("ư"));
    if (how_it_reads(word) != READS_WELL)
        return false;
    c->converted = word;
    c->kind = AMBIGUOUS;
    return true;
}

static void look_at(khct_arena *arena, khct_str text, khct_legacy_font font, chunk *c)
{
    khct_str raw = khct_str_sub(text, c->begin, c->end);
    size_t strange = 0, high = 0, beyond = 0, length;
    for (size_t at = 0; at < raw.n; at += length) {
        int32_t point = khct_utf8_at(raw.p + at, raw.n - at, &length);
        strange += khct_is_legacy_letter(point);
        high += point >= 0x80;
        beyond += point > 0xFF;
    }
    reads now = how_it_reads(raw);
    c->strange = strange > 1;
    c->converted = raw;
    c->kind = high == 0 && memchr(raw.p, '^', raw.n) == NULL ? PLAIN
              : now == READS_NOT || high == 0                ? BROKEN
                                                             : OTHER;
    if (font == KHCT_LEGACY_TCVN3 && high == 0 && ends_in_hyphen(arena, raw, c))
        return;
    bool unit = khct_str_starts(raw, "µ") && raw.n <= 3;
    if (high == 0 || beyond > 0 || unit || !in_font(font, raw))
        return;
    static const int32_t HYPHENS[] = {0x1B0, 0}; /* ư */
    for (size_t i = 0; i < (font == KHCT_LEGACY_TCVN3 ? 2 : 1); i++) {
        khct_str converted = convert(arena, font, raw, HYPHENS[i]);
        reads then = how_it_reads(converted);
        if (then == READS_NOT)
            continue;
        bool hyphen = font == KHCT_LEGACY_TCVN3 && memchr(raw.p, '-', raw.n) != NULL;
        c->strange |= hyphen || odd_within(raw);
        c->kind = then == READS_WELL && now == READS_NOT ? LEGACY : AMBIGUOUS;
        c->converted = in_capitals(raw) ? khct_upper(arena, converted) : converted;
        return;
    }
}

/* A hyphen that hangs after a small letter, before white space. */
static bool hangs(khct_str text, size_t end)
{
    return end > 1 && end < text.n && text.p[end - 1] == '-' && khct_space_at(text, end) > 0 &&
           is_small(text, end - 2);
}

static chunks cut(khct_arena *arena, khct_str text)
{
    chunks list = {0};
    for (size_t at = 0; at < text.n;) {
        size_t space = khct_space_at(text, at), begin = at;
        at += space;
        if (space > 0)
            continue;
        while (at < text.n && khct_space_at(text, at) == 0)
            at++;
        size_t end = at;
        while (begin < end && ispunct((unsigned char)text.p[begin]))
            begin++;
        while (end > begin && ispunct((unsigned char)text.p[end - 1]) && !hangs(text, end))
            end--;
        if (begin < end)
            khct_push(arena, &list) = (chunk){.begin = begin, .end = end};
    }
    return list;
}

/* The passage of chunks `from` to `to`: what stands between them is kept. */
static void add(khct_arena *arena, khct_legacies *found, khct_str text, const chunks *list,
                size_t from, size_t to, khct_legacy_font font)
{
    KHCT_VEC(khct_str) pieces = {0};
    khct_strs unread = {0};
    for (size_t i = from; i < to; i++) {
        const chunk *c = &list->at[i];
        if (i > from)
            khct_push(arena, &pieces) = khct_str_sub(text, list->at[i - 1].end, c->begin);
        khct_push(arena, &pieces) = c->converted;
        if (c->kind == BROKEN)
            khct_push(arena, &unread) = khct_str_sub(text, c->begin, c->end);
    }
    khct_push(arena, found) = (khct_legacy){list->at[from].begin, list->at[to - 1].end,
                                            khct_str_join(arena, pieces.at, pieces.n), NAMES[font],
                                            khct_str_list(arena, &unread, KHCT_STR(", "))};
}

static bool goes_on(const chunk *c)
{
    return c->kind != OTHER && c->kind != BROKEN;
}

/* Is there a sign between chunks i - 1 and i, so that another sentence or part may begin? */
static bool parted(khct_str text, const chunks *list, size_t i)
{
    for (size_t at = list->at[i - 1].end; at < list->at[i].begin; at++)
        if (strchr(".,;:!?()\"", text.p[at]) != NULL)
            return true;
    return false;
}

/* The first chunk of a passage whose first explained one is `from`, not before `least`: on over
 * words that read both ways to the beginning, or to a sign after a word that is not explained. */
static size_t first_of(khct_str text, const chunks *list, size_t from, size_t least)
{
    size_t k = from;
    while (k > least && goes_on(&list->at[k - 1]))
        k--;
    while (k > 0 && k < from && !parted(text, list, k))
        k++;
    return k;
}

/* The chunk after such a passage, whose last explained one is `last`. */
static size_t end_of(khct_str text, const chunks *list, size_t last)
{
    size_t k = last + 1;
    while (k < list->n && goes_on(&list->at[k]))
        k++;
    while (k < list->n && k > last + 1 && !parted(text, list, k))
        k--;
    return k;
}

/* Between words that are explained stand some that mean nothing, and not many good ones: from the
 * first to the last of both, one damaged passage. False where it is none. */
static bool find_damaged(khct_arena *arena, khct_legacies *found, khct_str text, const chunks *list,
                         khct_legacy_font font)
{
    size_t first = list->n, last = 0, explained = 0, good = 0, broken = 0;
    for (size_t i = 0; i < list->n; i++) {
        if (list->at[i].kind != LEGACY && list->at[i].kind != BROKEN)
            continue;
        first = first < i ? first : i;
        last = i;
    }
    for (size_t i = first; i <= last && i < list->n; i++) {
        explained += list->at[i].kind == LEGACY;
        broken += list->at[i].kind == BROKEN;
        good += list->at[i].kind == OTHER;
    }
    if (explained < 2 || broken == 0 || good + broken > 2 * explained || good > explained)
        return false;
    add(arena, found, text, list, first, last + 1, font);
    return true;
}

static size_t find(khct_arena *arena, khct_legacies *found, khct_str text, khct_legacy_font font)
{
    chunks list = cut(arena, text);
    size_t explained = 0, least = 0;
    for (size_t i = 0; i < list.n; i++) {
        look_at(arena, text, font, &list.at[i]);
        explained += list.at[i].kind == LEGACY;
    }
    if (find_damaged(arena, found, text, &list, font))
        return explained;
    bool many = explained > 1; /* one word alone may be a name of another language */
    explained = 0;
    for (size_t i = 0; i < list.n; i++) {
        if (list.at[i].kind != LEGACY)
            continue;
        size_t last = i, count = 0;
        bool strange = false;
        for (size_t k = i; k < list.n && goes_on(&list.at[k]); k++) {
            if (list.at[k].kind != LEGACY)
                continue;
            last = k;
            count++;
            strange |= list.at[k].strange;
        }
        if (many || strange) {
            size_t end = end_of(text, &list, last);
            add(arena, found, text, &list, first_of(text, &list, i, least), end, font);
            explained += count;
            last = end - 1;
            least = end;
        }
        i = last;
    }
    return explained;
}

khct_legacies khct_find_legacy(khct_arena *arena, khct_str text)
{
    khct_legacies found[KHCT_LEGACY_FONTS] = {0};
    size_t best = 0, most = 0;
    for (khct_legacy_font f = 0; f < KHCT_LEGACY_FONTS; f++) {
        size_t count = find(arena, &found[f], text, f);
        if (count > most) {
            most = count;
            best = f;
        }
    }
    return found[best];
}
