#include "check/syllable.h"

#include "text/utf8.h"

#include <stdlib.h>

enum { LONGEST = 12 }; /* letters; the longest syllable, nghiêng, has 7 */

/* Sorted. Shapes as in text/fold.h: ^ â ê ô, ( ă, + ơ ư, - đ. `qu` and `gi` are seen to apart. */
static const char *const ONSETS[] = {
    "",  "b",  "c",   "ch", "d", "d-", "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
    "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t", "th", "tr", "v", "x",
};

/* Sorted by byte. */
static const char *const RHYMES[] = {
    "a",    "a(c",  "a(m",   "a(n",   "a(ng",  "a(p",   "a(t",    "a^c",   "a^m",   "a^n",   "a^ng",
    "a^p",  "a^t",  "a^u",   "a^y",   "ac",    "ach",   "ai",     "am",    "an",    "ang",   "anh",
    "ao",   "ap",   "at",    "au",    "ay",    "e",     "e^",     "e^ch",  "e^m",   "e^n",   "e^nh",
    "e^p",  "e^t",  "e^u",   "ec",    "em",    "en",    "eng",    "eo",    "ep",    "et",    "i",
    "ia",   "ich",  "ie^c",  "ie^m",  "ie^n",  "ie^ng", "ie^p",   "ie^t",  "ie^u",  "im",    "in",
    "inh",  "ip",   "it",    "iu",    "o",     "o+",    "o+i",    "o+m",   "o+n",   "o+p",   "o+t",
    "o^",   "o^c",  "o^i",   "o^m",   "o^n",   "o^ng",  "o^o^ng", "o^p",   "o^t",   "oa",    "oa(c",
    "oa(m", "oa(n", "oa(ng", "oa(t",  "oac",   "oach",  "oai",    "oam",   "oan",   "oang",  "oanh",
    "oao",  "oap",  "oat",   "oay",   "oc",    "oe",    "oen",    "oeo",   "oet",   "oi",    "om",
    "on",   "ong",  "ooc",   "oong",  "op",    "ot",    "u",      "u+",    "u+a",   "u+c",   "u+i",
    "u+m",  "u+ng", "u+o+c", "u+o+i", "u+o+m", "u+o+n", "u+o+ng", "u+o+p", "u+o+t", "u+o+u", "u+t",
    "u+u",  "ua",   "ua^n",  "ua^ng", "ua^t",  "ua^y",  "uc",     "ue^",   "ue^ch", "ue^nh", "ue^u",
    "ui",   "um",   "un",    "ung",   "uo+",   "uo^c",  "uo^i",   "uo^m",  "uo^n",  "uo^ng", "uo^t",
    "up",   "ut",   "uy",    "uya",   "uych",  "uye^n", "uye^t",  "uyn",   "uynh",  "uyp",   "uyt",
    "uyu",  "y",    "ye^m",  "ye^n",  "ye^ng", "ye^t",  "ye^u",
};

typedef struct letters {
    khct_letter at[LONGEST];
    size_t n;     /* LONGEST + 1 where there are more */
    size_t toned; /* the letter with the tone; SIZE_MAX: none */
    char tone;
    bool marked;  /* some letter has a Vietnamese mark */
    bool foreign; /* some letter that Vietnamese does not have, or a tone on a consonant */
    bool twice;   /* two letters have a tone */
} letters;

static bool is_vowel(const khct_letter *l)
{
    return l->base != 0 && l->base < 0x80 && strchr("aeiouy", (char)l->base) != NULL;
}

static letters take_letters(khct_str word)
{
    letters all = {.toned = SIZE_MAX};
    const char *p = word.p, *end = word.p + word.n;
    while (p < end) {
        khct_letter l;
        p = khct_take_letter(p, end, &l);
        if (all.n >= LONGEST) {
            all.n = LONGEST + 1;
            return all;
        }
        bool latin = l.base >= 'a' && l.base <= 'z' && strchr("fjwz", (char)l.base) == NULL;
        all.foreign |= !latin || (l.tone != 0 && !is_vowel(&l));
        all.twice |= l.tone != 0 && all.tone != 0;
        all.marked |= l.shape != 0 || l.tone != 0;
        if (l.tone != 0) {
            all.tone = l.tone;
            all.toned = all.n;
        }
        all.at[all.n++] = l;
    }
    return all;
}

static int by_text(const void *key, const void *row)
{
    return strcmp(key, *(const char *const *)row);
}

static bool in_table(const char *text, const char *const *table, size_t rows)
{
    return bsearch(text, table, rows, sizeof *table, by_text) != NULL;
}

/* Letters `from` to `to` as the tables write them. */
static const char *spelt(const letters *all, size_t from, size_t to, char text[3 * LONGEST])
{
    size_t n = 0;
    for (size_t i = from; i < to; i++) {
        text[n++] = (char)all->at[i].base;
        if (all->at[i].shape != 0)
            text[n++] = all->at[i].shape;
    }
    text[n] = '\0';
    return text;
}

static bool is_rhyme(const letters *all, size_t from)
{
    char text[3 * LONGEST];
    return in_table(spelt(all, from, all->n, text), RHYMES, sizeof RHYMES / sizeof *RHYMES);
}

/* True before e, ê, i, y: there it is k, gh, ngh; elsewhere c, g, ng. */
static bool is_front(const khct_letter *l)
{
    return l->base == 'e' || l->base == 'i' || l->base == 'y';
}

static bool agrees(const char *onset, const khct_letter *next)
{
    static const char *const BACK[] = {"c", "ng"}, *const FRONT[] = {"k", "gh", "ngh"};
    for (size_t i = 0; i < sizeof BACK / sizeof *BACK; i++)
        if (strcmp(onset, BACK[i]) == 0)
            return !is_front(next);
    for (size_t i = 0; i < sizeof FRONT / sizeof *FRONT; i++)
        if (strcmp(onset, FRONT[i]) == 0)
            return is_front(next);
    return strcmp(onset, "g") != 0 || !is_front(next) || next->base == 'i';
}

/* True where the first `n` letters are an onset that may stand before the next one. */
static bool fits(const letters *all, size_t n)
{
    char onset[3 * LONGEST];
    if (n >= all->n)
        return false;
    spelt(all, 0, n, onset);
    return in_table(onset, ONSETS, sizeof ONSETS / sizeof *ONSETS) && is_vowel(&all->at[n]) &&
           agrees(onset, &all->at[n]);
}

/* Where the rhyme begins; SIZE_MAX where the letters are no syllable. */
static size_t rhyme_at(const letters *all)
{
    bool qu = all->n > 2 && all->at[0].base == 'q' && all->at[1].base == 'u';
    bool gi = all->n > 2 && all->at[0].base == 'g' && all->at[1].base == 'i';
    if ((qu || gi) && all->at[1].shape == 0 && fits(all, 2) && is_rhyme(all, 2))
        return 2;
    if (qu && is_rhyme(all, 1))
        return 2; /* quốc: uôc */
    size_t n = 0;
    while (n < all->n && !is_vowel(&all->at[n]))
        n++;
    return fits(all, n) && is_rhyme(all, n) ? n : SIZE_MAX;
}

/* The letter that carries the tone; *either: the one before it may do so too. */
static size_t seat_of(const letters *all, size_t rhyme, bool *either)
{
    size_t vowels = rhyme, shaped = SIZE_MAX;
    while (vowels < all->n && is_vowel(&all->at[vowels])) {
        if (all->at[vowels].shape != 0)
            shaped = vowels;
        vowels++;
    }
    size_t count = vowels - rhyme;
    int32_t first = all->at[rhyme].base, second = rhyme + 1 < all->n ? all->at[rhyme + 1].base : 0;
    *either = false;
    if (shaped != SIZE_MAX)
        return shaped;
    if (count < 2)
        return rhyme;
    if (count > 2 || vowels < all->n)
        return rhyme + 1;
    bool medial =
        (first == 'o' && (second == 'a' || second == 'e')) || (first == 'u' && second == 'y');
    *either = medial;
    return medial ? rhyme + 1 : rhyme;
}

static bool ends_in_stop(const letters *all)
{
    int32_t last = all->at[all->n - 1].base, before = all->n > 1 ? all->at[all->n - 2].base : 0;
    return last == 'c' || last == 'p' || last == 't' || (last == 'h' && before == 'c');
}

/* Two consonants that begin words of other languages: Krông, Plei, Brâu. */
static bool begins_foreign(const letters *all)
{
    static const char *const PAIRS[] = {"bl", "br", "bh", "cl", "cr", "dr", "gl", "gr",
                                        "hl", "hm", "hr", "kl", "kr", "mn", "pl", "pr",
                                        "sc", "sk", "sl", "sm", "sn", "sp", "st", "xt"};
    char pair[3 * LONGEST];
    if (all->n < 3)
        return false;
    spelt(all, 0, 2, pair);
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (strcmp(pair, PAIRS[i]) == 0)
            return true;
    return false;
}

/* Groups of vowels: what has three, and is no two syllables in one, is a loan (sôcôla). */
static size_t vowel_groups(const letters *all)
{
    size_t groups = 0;
    for (size_t i = 0; i < all->n && i < LONGEST; i++)
        groups += is_vowel(&all->at[i]) && (i == 0 || !is_vowel(&all->at[i - 1]));
    return groups;
}

static khct_syllable judge(const letters *all)
{
    khct_syllable s = {.sound = KHCT_SOUND_FOREIGN, .marked = all->marked};
    if (all->n == 0 || all->foreign)
        return s;
    if (all->twice && all->n <= LONGEST) {
        s.sound = KHCT_SOUND_NONE;
        return s;
    }
    size_t rhyme = all->n > LONGEST ? SIZE_MAX : rhyme_at(all);
    if (rhyme == SIZE_MAX) {
        size_t groups = vowel_groups(all);
        bool strange = groups == 0 || groups > 2 || all->n > LONGEST || begins_foreign(all);
        s.sound = all->marked && !strange ? KHCT_SOUND_NONE : KHCT_SOUND_FOREIGN;
        return s;
    }
    s.sound = KHCT_SOUND_FINE;
    if (ends_in_stop(all) && all->tone != '2' && all->tone != '5') {
        s.sound = all->marked ? KHCT_SOUND_STOP : KHCT_SOUND_FOREIGN;
        return s;
    }
    bool either;
    size_t seat = seat_of(all, rhyme, &either);
    if (all->tone == 0)
        return s;
    if (all->toned != seat && !(either && all->toned + 1 == seat))
        s.sound = KHCT_SOUND_PLACE;
    else if (either)
        s.style = all->toned == seat ? KHCT_TONE_NEW : KHCT_TONE_OLD;
    return s;
}

khct_syllable khct_syllable_read(khct_str word)
{
    letters all = take_letters(word);
    return judge(&all);
}

/* --- mending --- */

static const int32_t TONES[] = {0, 0x300, 0x301, 0x309, 0x303, 0x323};

/* Writes a letter that stands in NFD, with another tone than it has. */
static void put_letter(char *out, size_t *n, khct_str bytes, char tone)
{
    size_t length;
    for (size_t at = 0; at < bytes.n; at += length) {
        int32_t c = khct_utf8_at(bytes.p + at, bytes.n - at, &length);
        bool is_tone = false;
        for (size_t i = 1; i < sizeof TONES / sizeof *TONES; i++)
            is_tone |= c == TONES[i];
        if (is_tone)
            continue;
        memcpy(out + *n, bytes.p + at, length);
        *n += length;
    }
    if (tone == 0)
        return;
    char mark[4];
    length = khct_utf8_put(TONES[tone - '0'], mark);
    memcpy(out + *n, mark, length);
    *n += length;
}

static khct_str with_tone(khct_arena *arena, khct_str word, size_t seat, char tone)
{
    khct_str apart = khct_nfd(arena, word);
    char *out = khct_alloc_bytes(arena, apart.n + 8);
    size_t n = 0, i = 0;
    for (const char *p = apart.p, *end = p + apart.n; p < end; i++) {
        khct_letter ignored;
        const char *next = khct_take_letter(p, end, &ignored);
        put_letter(out, &n, (khct_str){p, (size_t)(next - p)}, i == seat ? tone : 0);
        p = next;
    }
    return khct_nfc(arena, (khct_str){out, n});
}

/* The letters' rhyme, or SIZE_MAX. */
static size_t rhyme_of(const letters *all)
{
    return all->n == 0 || all->n > LONGEST || all->foreign || all->twice ? SIZE_MAX : rhyme_at(all);
}

khct_str khct_syllable_toned(khct_arena *arena, khct_str word, char tone)
{
    letters all = take_letters(word);
    size_t rhyme = rhyme_of(&all);
    bool either;
    return rhyme == SIZE_MAX ? word : with_tone(arena, word, seat_of(&all, rhyme, &either), tone);
}

khct_str khct_syllable_mend(khct_arena *arena, khct_str word)
{
    letters all = take_letters(word);
    size_t rhyme = rhyme_of(&all);
    if (rhyme == SIZE_MAX || all.tone == 0)
        return word;
    bool either;
    size_t seat = seat_of(&all, rhyme, &either);
    if (either && all.toned == seat)
        seat--;
    return with_tone(arena, word, seat, all.tone);
}

size_t khct_syllable_split(khct_str word)
{
    size_t found = 0, count = 0;
    const char *end = word.p + word.n;
    for (const char *p = word.p; p < end;) {
        khct_letter ignored;
        p = khct_take_letter(p, end, &ignored);
        if (p == end)
            break;
        size_t at = (size_t)(p - word.p);
        if (khct_syllable_read(khct_str_sub(word, 0, at)).sound == KHCT_SOUND_FINE &&
            khct_syllable_read(khct_str_sub(word, at, word.n)).sound == KHCT_SOUND_FINE) {
            found = at;
            count++;
        }
    }
    return count == 1 ? found : 0;
}
