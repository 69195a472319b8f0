#include "syntax/bytes.h"

#include "text/sort.h"
#include "text/utf8.h"

#include <stdio.h>

/* --- files of other programs --- */

/* A kind of file, known by its first bytes and by a name that stands further on. */
typedef struct kind {
    khct_str magic, inside; /* inside: empty where the first bytes say it all */
    khct_text_id message, hint;
} kind;

#define BYTES(literal)                                                                             \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

static const kind KINDS[] = {
    {BYTES("PK\003\004"), BYTES("word/"), KHCT_T_FOREIGN_WORD, KHCT_T_FOREIGN_IMPORT_HINT},
    {BYTES("PK\003\004"), BYTES("xl/"), KHCT_T_FOREIGN_SHEET, KHCT_T_FOREIGN_IMPORT_HINT},
    {BYTES("PK\003\004"), BYTES("ppt/"), KHCT_T_FOREIGN_SLIDES, KHCT_T_FOREIGN_WORD_HINT},
    {BYTES("PK\003\004"), BYTES("opendocument.text"), KHCT_T_FOREIGN_ODT,
     KHCT_T_FOREIGN_IMPORT_HINT},
    {BYTES("PK\003\004"), BYTES("opendocument"), KHCT_T_FOREIGN_ODF, KHCT_T_FOREIGN_WORD_HINT},
    {BYTES("PK\003\004"), BYTES("\0"), KHCT_T_FOREIGN_ZIP, KHCT_T_FOREIGN_ZIP_HINT},
    {BYTES("PK\005\006"), {NULL, 0}, KHCT_T_FOREIGN_ZIP, KHCT_T_FOREIGN_ZIP_HINT},
    {BYTES("7z\xBC\xAF\x27\x1C"), {NULL, 0}, KHCT_T_FOREIGN_ZIP, KHCT_T_FOREIGN_ZIP_HINT},
    {BYTES("Rar!\x1A\x07"), {NULL, 0}, KHCT_T_FOREIGN_ZIP, KHCT_T_FOREIGN_ZIP_HINT},
    {BYTES("\x1F\x8B\x08"), {NULL, 0}, KHCT_T_FOREIGN_ZIP, KHCT_T_FOREIGN_ZIP_HINT},
    {BYTES("\xD0\xCF\x11\xE0\xA1\xB1"), {NULL, 0}, KHCT_T_FOREIGN_DOC, KHCT_T_FOREIGN_OLD_HINT},
    {BYTES("{\\rtf"), {NULL, 0}, KHCT_T_FOREIGN_RTF, KHCT_T_FOREIGN_OLD_HINT},
    {BYTES("%PDF-"), {NULL, 0}, KHCT_T_FOREIGN_PDF, KHCT_T_FOREIGN_SOURCE_HINT},
    {BYTES("<!DOCTYPE"), {NULL, 0}, KHCT_T_FOREIGN_HTML, KHCT_T_FOREIGN_SOURCE_HINT},
    {BYTES("<!doctype"), {NULL, 0}, KHCT_T_FOREIGN_HTML, KHCT_T_FOREIGN_SOURCE_HINT},
    {BYTES("<html"), {NULL, 0}, KHCT_T_FOREIGN_HTML, KHCT_T_FOREIGN_SOURCE_HINT},
    {BYTES("<?xml"), {NULL, 0}, KHCT_T_FOREIGN_XML, KHCT_T_FOREIGN_SOURCE_HINT},
    {BYTES("\\documentclass"), {NULL, 0}, KHCT_T_FOREIGN_TEX, KHCT_T_FOREIGN_SOURCE_HINT},
    {BYTES("\x89PNG\r\n"), {NULL, 0}, KHCT_T_FOREIGN_IMAGE, KHCT_T_FOREIGN_SOURCE_HINT},
    {BYTES("\xFF\xD8\xFF"), {NULL, 0}, KHCT_T_FOREIGN_IMAGE, KHCT_T_FOREIGN_SOURCE_HINT},
    {BYTES("GIF8"), {NULL, 0}, KHCT_T_FOREIGN_IMAGE, KHCT_T_FOREIGN_SOURCE_HINT},
    {BYTES("II*\0"), {NULL, 0}, KHCT_T_FOREIGN_IMAGE, KHCT_T_FOREIGN_SOURCE_HINT},
    {BYTES("\xFF\xFE\0\0"), {NULL, 0}, KHCT_T_FOREIGN_UTF32, KHCT_T_FOREIGN_ENCODING_HINT},
    {BYTES("\0\0\xFE\xFF"), {NULL, 0}, KHCT_T_FOREIGN_UTF32, KHCT_T_FOREIGN_ENCODING_HINT},
    {BYTES("\xFF\xFE"), {NULL, 0}, KHCT_T_FOREIGN_UTF16, KHCT_T_FOREIGN_ENCODING_HINT},
    {BYTES("\xFE\xFF"), {NULL, 0}, KHCT_T_FOREIGN_UTF16, KHCT_T_FOREIGN_ENCODING_HINT},
};

static bool begins(khct_str bytes, khct_str magic)
{
    return bytes.n >= magic.n && memcmp(bytes.p, magic.p, magic.n) == 0;
}

static const kind *kind_of(khct_str bytes)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (begins(bytes, KINDS[i].magic) &&
            (KINDS[i].inside.n == 0 || khct_str_find(bytes, KINDS[i].inside) < bytes.n))
            return &KINDS[i];
    return NULL;
}

/* `{` and a name in quotation marks: JSON under another name. */
static bool looks_like_json(khct_str bytes)
{
    bytes = khct_str_trim(bytes);
    if (bytes.n == 0 || bytes.p[0] != '{')
        return false;
    bytes = khct_str_trim(khct_str_sub(bytes, 1, bytes.n));
    return bytes.n > 1 && bytes.p[0] == '"' &&
           memchr(bytes.p + 1, '"', bytes.n - 1 < 100 ? bytes.n - 1 : 100) != NULL;
}

/* What the first bytes of a file are made of. */
typedef struct tally {
    size_t zeroes[2]; /* at even and at odd bytes */
    size_t controls;  /* zeroes among them */
    size_t n;
} tally;

static tally tally_of(khct_str bytes)
{
    enum { ENOUGH = 4 * 1024 };
    tally t = {.n = bytes.n < ENOUGH ? bytes.n : ENOUGH};
    for (size_t i = 0; i < t.n; i++) {
        unsigned char c = (unsigned char)bytes.p[i];
        t.zeroes[i % 2] += c == 0;
        t.controls += c < 0x20 && (c < '\t' || c > '\r');
    }
    return t;
}

/* Letters of ASCII in UTF-16 are every other byte a zero; Vietnamese has many such. */
static bool looks_like_utf16(tally t)
{
    size_t more = t.zeroes[0] > t.zeroes[1] ? t.zeroes[0] : t.zeroes[1];
    size_t less = t.zeroes[0] + t.zeroes[1] - more;
    return t.n >= 4 && more >= t.n / 8 + 1 && less <= more / 8;
}

static bool looks_binary(tally t)
{
    enum { FEW = 8 };
    return t.controls >= FEW && t.controls >= t.n / 64;
}

/* --- texts in an older encoding --- */

/* An encoding of Vietnamese, known by how it writes words that no plan does without: "trường",
 * "của", "phương", "được", "kế", "việc" */
typedef struct encoding {
    const char *name;
    const char *words[8];
} encoding;

static const encoding ENCODINGS[] = {
    {"Windows-1258",
     {"r\375\365\314ng", "u\322a", "\375\365\362c", "k\352\354", "i\352\362c", "h\375\365ng",
      "\352\354", "a\362"}},
    {"VISCII",
     {"r\337\266ng", "c\374a", "\337\376c", "k\252", "i\256c", "h\337\275ng", "\360\337", "\265t"}},
    {"TCVN3 (ABC)",
     {"r\255\352ng", "c\361a", "\255\356c", "k\325", "i\326c", "h\255\254ng", "\256\255",
      "\271ng"}},
    {"VNI",
     {"r\366\364\370ng", "cu\373a", "\366\364\357c", "ke\341", "ie\344c", "h\366\364ng", "\361\366",
      "a\357"}},
};

static size_t occurs(khct_str bytes, khct_str word)
{
    size_t n = 0, at;
    while (word.n > 0 && (at = khct_str_find(bytes, word)) < bytes.n) {
        n++;
        bytes = khct_str_sub(bytes, at + word.n, bytes.n);
    }
    return n;
}

/* The encoding in whose way most words are written, or a general name. */
static khct_str encoding_of(khct_str bytes)
{
    enum { ENOUGH = 64 * 1024 };
    khct_str name = KHCT_STR("Windows-1258, VISCII, TCVN3…");
    size_t best = 0;
    if (bytes.n > ENOUGH)
        bytes.n = ENOUGH;
    for (size_t i = 0; i < sizeof ENCODINGS / sizeof *ENCODINGS; i++) {
        size_t here = 0;
        for (size_t k = 0; k < sizeof ENCODINGS[i].words / sizeof *ENCODINGS[i].words; k++)
            here += occurs(bytes, khct_str_of(ENCODINGS[i].words[k]));
        if (here > best) {
            best = here;
            name = khct_str_of(ENCODINGS[i].name);
        }
    }
    return name;
}

/* More bytes that are no UTF-8 than letters that are: the whole is in another encoding. */
static bool older_encoding(khct_str bytes)
{
    enum { FEW = 5, ENOUGH = 64 * 1024 };
    size_t wrong = 0, right = 0;
    if (bytes.n > ENOUGH)
        bytes.n = ENOUGH;
    if (khct_utf8_scan(bytes, 0).fault == KHCT_UTF8_FINE)
        return false;
    for (size_t at = 0, length; at < bytes.n; at += length) {
        length = 1;
        if ((unsigned char)bytes.p[at] < 0x80)
            continue;
        khct_utf8_at(bytes.p + at, bytes.n - at, &length);
        wrong += length == 1;
        right += length > 1;
    }
    return wrong >= FEW && wrong > right;
}

/* UTF-8 that was read as Windows-1252 and saved: of the letters with marks, more stand as two or
 * three of that than as themselves. */
static bool encoded_twice(khct_str bytes)
{
    enum { FEW = 5, ENOUGH = 64 * 1024 };
    /* what begins a letter of Vietnamese; the last two are those letters as they should be */
    static const char *const BEGINS[] = {"\xC3\xA1\xC2\xBA", "\xC3\xA1\xC2\xBB",
                                         "\xC3\x86\xC2\xB0", "\xC3\x84\xE2\x80\x98",
                                         "\xE1\xBA",         "\xE1\xBB"};
    size_t n[sizeof BEGINS / sizeof *BEGINS];
    if (bytes.n > ENOUGH)
        bytes.n = ENOUGH;
    if (khct_str_find(bytes, khct_str_of(BEGINS[0])) == bytes.n)
        return false;
    for (size_t i = 0; i < sizeof BEGINS / sizeof *BEGINS; i++)
        n[i] = occurs(bytes, khct_str_of(BEGINS[i]));
    size_t spoilt = n[0] + n[1] + n[2] + n[3];
    return spoilt >= FEW && spoilt > n[4] + n[5];
}

/* --- nothing at all --- */

/* Bytes of the line at the beginning of the text, without its end. */
static size_t line_length(khct_str text)
{
    size_t n = 0;
    while (n < text.n && text.p[n] != '\n' && text.p[n] != '\r')
        n++;
    return n;
}

/* Nothing but white space and comments. */
static bool says_nothing(khct_str text)
{
    if (khct_str_starts(text, "\xEF\xBB\xBF"))
        text = khct_str_sub(text, 3, text.n);
    while ((text = khct_str_trim(text)).n > 0) {
        if (text.p[0] != '#')
            return false;
        text = khct_str_sub(text, line_length(text), text.n);
    }
    return true;
}

/* A text without any sign of a block, in which no line begins like a declaration that needs none:
 * words that were pasted from elsewhere. */
static bool is_prose(khct_str text)
{
    static const char *const LINES[] = {"dung",    "dùng",     "vaitro",  "vai trò",
                                        "viettat", "viết tắt", "chophep", "cho phép"};
    enum { FEW_WORDS = 100 };
    if (text.n < FEW_WORDS)
        return false;
    for (const char *sign = "<>{}"; *sign != '\0'; sign++)
        if (memchr(text.p, *sign, text.n) != NULL)
            return false;
    for (size_t at = 0; at < text.n;) {
        while (at < text.n && strchr(" \t", text.p[at]) != NULL)
            at++;
        khct_str line = khct_str_sub(text, at, text.n);
        for (size_t k = 0; k < sizeof LINES / sizeof *LINES; k++)
            if (khct_str_starts(line, LINES[k]))
                return false;
        at += line_length(line) + 1;
    }
    return true;
}

/* --- the file as a whole --- */

static khct_foreign foreign(khct_code code, khct_text_id message, khct_text_id hint, khct_str name,
                            khct_str detail)
{
    return (khct_foreign){code, KHCT_MSG_OF(message, name, detail),
                          KHCT_MSG_OF(hint, name, detail)};
}

khct_foreign khct_foreign_of(khct_str name, khct_str bytes)
{
    const khct_str none = {NULL, 0};
    const kind *known = kind_of(bytes);
    if (known != NULL)
        return foreign(KHCT_KH0006, known->message, known->hint, name, none);
    if (looks_like_json(bytes))
        return foreign(KHCT_KH0006, KHCT_T_FOREIGN_JSON, KHCT_T_FOREIGN_JSON_HINT, name, none);
    tally t = tally_of(bytes);
    if (looks_like_utf16(t))
        return foreign(KHCT_KH0006, KHCT_T_FOREIGN_UTF16, KHCT_T_FOREIGN_ENCODING_HINT, name, none);
    if (looks_binary(t))
        return foreign(KHCT_KH0006, KHCT_T_FOREIGN_BINARY, KHCT_T_FOREIGN_SOURCE_HINT, name, none);
    if (older_encoding(bytes))
        return foreign(KHCT_KH0006, KHCT_T_FOREIGN_LEGACY, KHCT_T_FOREIGN_ENCODING_HINT, name,
                       encoding_of(bytes));
    if (encoded_twice(bytes))
        return foreign(KHCT_KH0006, KHCT_T_FOREIGN_TWICE, KHCT_T_FOREIGN_TWICE_HINT, name, none);
    if (says_nothing(bytes))
        return foreign(KHCT_KH0007, bytes.n == 0 ? KHCT_T_FILE_EMPTY : KHCT_T_FILE_BLANK,
                       KHCT_T_FILE_EMPTY_HINT, name, none);
    if (is_prose(bytes))
        return foreign(KHCT_KH0007, KHCT_T_FILE_PROSE, KHCT_T_FILE_PROSE_HINT, name, none);
    return (khct_foreign){KHCT_CODE_COUNT, KHCT_MSG0(NONE), KHCT_MSG0(NONE)};
}

/* --- characters of a text --- */

static khct_str code_point(khct_arena *arena, int32_t c)
{
    char name[16];
    snprintf(name, sizeof name, "%04X", (unsigned)c);
    return khct_str_copy(arena, khct_str_of(name));
}

static void report_fault(khct_diags *diags, khct_str text, khct_span at, khct_utf8_fault fault)
{
    size_t length;
    char name[16];
    if (fault == KHCT_UTF8_INVALID) {
        snprintf(name, sizeof name, "0x%02X", (unsigned)(unsigned char)text.p[at.begin]);
        khct_report_hint(diags, KHCT_KH0001, at,
                         KHCT_MSG(BAD_UTF8, khct_str_copy(diags->arena, khct_str_of(name))),
                         KHCT_MSG0(BAD_UTF8_HINT));
    } else {
        int32_t c = khct_utf8_at(text.p + at.begin, text.n - at.begin, &length);
        khct_report_hint(diags, KHCT_KH0002, at, KHCT_MSG(CONTROL, code_point(diags->arena, c)),
                         KHCT_MSG0(CONTROL_HINT));
    }
}

/* Each run that cannot be read, once. The first byte that may not be in NFC, or SIZE_MAX. */
static size_t report_faults(khct_diags *diags, khct_str text, uint32_t source, bool *binary,
                            bool *others)
{
    khct_utf8_report report = {.at = 0, .length = 0, .marks_at = SIZE_MAX};
    size_t marks_at = SIZE_MAX;
    for (;;) {
        size_t from = report.at + report.length;
        khct_utf8_fault before = report.fault;
        report = khct_utf8_scan(text, from);
        *others |= report.others;
        if (report.marks_at < marks_at)
            marks_at = report.marks_at;
        if (report.fault == KHCT_UTF8_FINE)
            return marks_at;
        *binary |= report.fault == KHCT_UTF8_INVALID || text.p[report.at] == '\0';
        if (before == report.fault && from == report.at && from > 0)
            continue; /* one message for a run */
        khct_span at = {source, (uint32_t)report.at, (uint32_t)(report.at + report.length)};
        report_fault(diags, text, at, report.fault);
    }
}

/* A note where a letter is written as a base and a mark of its own (KH0005). */
static void report_decomposed(khct_diags *diags, khct_str text, uint32_t source)
{
    for (size_t at = 0; at + 1 < text.n; at++) {
        unsigned char c = (unsigned char)text.p[at];
        if (c != 0xCC && c != 0xCD)
            continue;
        size_t begin = at;
        while (begin > 0 && ((unsigned char)text.p[begin - 1] & 0xC0) == 0x80)
            begin--;
        if (begin > 0)
            begin--;
        khct_str pair = khct_str_sub(text, begin, at + 2);
        if (khct_str_eq(khct_nfc(diags->arena, pair), pair))
            continue;
        khct_report_hint(diags, KHCT_KH0005, (khct_span){source, (uint32_t)begin, (uint32_t)at + 2},
                         KHCT_MSG0(NFD), KHCT_MSG0(NFD_HINT));
        return;
    }
}

/* Characters that show nothing, and are in a text because it was copied from elsewhere. Those that
 * join or part letters of other scripts and emoji are no such there (see `joins`). */
static const struct {
    int32_t from, to;
    const char *name, *instead;
} INVISIBLE[] = {
    {0x00AD, 0x00AD, "SOFT HYPHEN", ""},
    {0x034F, 0x034F, "COMBINING GRAPHEME JOINER", ""},
    {0x061C, 0x061C, "ARABIC LETTER MARK", ""},
    {0x115F, 0x1160, "HANGUL FILLER", " "},
    {0x1680, 0x1680, "OGHAM SPACE MARK", " "},
    {0x17B4, 0x17B5, "KHMER VOWEL INHERENT", ""},
    {0x180B, 0x180F, "MONGOLIAN VARIATION SELECTOR", ""},
    {0x200B, 0x200B, "ZERO WIDTH SPACE", ""},
    {0x200C, 0x200C, "ZERO WIDTH NON-JOINER", ""},
    {0x200D, 0x200D, "ZERO WIDTH JOINER", ""},
    {0x200E, 0x200E, "LEFT-TO-RIGHT MARK", ""},
    {0x200F, 0x200F, "RIGHT-TO-LEFT MARK", ""},
    {0x2028, 0x2029, "LINE OR PARAGRAPH SEPARATOR", " "},
    {0x202A, 0x202A, "LEFT-TO-RIGHT EMBEDDING", ""},
    {0x202B, 0x202B, "RIGHT-TO-LEFT EMBEDDING", ""},
    {0x202C, 0x202C, "POP DIRECTIONAL FORMATTING", ""},
    {0x202D, 0x202D, "LEFT-TO-RIGHT OVERRIDE", ""},
    {0x202E, 0x202E, "RIGHT-TO-LEFT OVERRIDE", ""},
    {0x2060, 0x2060, "WORD JOINER", ""},
    {0x2061, 0x2061, "FUNCTION APPLICATION", ""},
    {0x2062, 0x2062, "INVISIBLE TIMES", ""},
    {0x2063, 0x2063, "INVISIBLE SEPARATOR", ""},
    {0x2064, 0x2064, "INVISIBLE PLUS", ""},
    {0x2065, 0x2065, "NO CHARACTER", ""},
    {0x2066, 0x2066, "LEFT-TO-RIGHT ISOLATE", ""},
    {0x2067, 0x2067, "RIGHT-TO-LEFT ISOLATE", ""},
    {0x2068, 0x2068, "FIRST STRONG ISOLATE", ""},
    {0x2069, 0x2069, "POP DIRECTIONAL ISOLATE", ""},
    {0x206A, 0x206A, "INHIBIT SYMMETRIC SWAPPING", ""},
    {0x206B, 0x206B, "ACTIVATE SYMMETRIC SWAPPING", ""},
    {0x206C, 0x206C, "INHIBIT ARABIC FORM SHAPING", ""},
    {0x206D, 0x206D, "ACTIVATE ARABIC FORM SHAPING", ""},
    {0x206E, 0x206E, "NATIONAL DIGIT SHAPES", ""},
    {0x206F, 0x206F, "NOMINAL DIGIT SHAPES", ""},
    {0x2800, 0x2800, "BRAILLE PATTERN BLANK", " "},
    {0x3164, 0x3164, "HANGUL FILLER", " "},
    {0xFDD0, 0xFDEF, "NO CHARACTER", ""},
    {0xFE00, 0xFE0F, "VARIATION SELECTOR", ""},
    {0xFEFF, 0xFEFF, "ZERO WIDTH NO-BREAK SPACE", ""},
    {0xFFA0, 0xFFA0, "HALFWIDTH HANGUL FILLER", " "},
    {0xFFF0, 0xFFF8, "NO CHARACTER", ""},
    {0xFFF9, 0xFFFB, "INTERLINEAR ANNOTATION", ""},
    {0xFFFC, 0xFFFC, "OBJECT REPLACEMENT CHARACTER", ""},
    {0xFFFE, 0xFFFF, "NO CHARACTER", ""},
    {0x1BCA0, 0x1BCA3, "SHORTHAND FORMAT", ""},
    {0x1D173, 0x1D17A, "MUSICAL SYMBOL", ""},
    {0xE0000, 0xE0FFF, "TAG", ""},
};

enum { INVISIBLE_COUNT = sizeof INVISIBLE / sizeof *INVISIBLE };

/* What was found of each: one message at the first place, one fix for all. */
typedef struct found {
    khct_diag *diag;
    khct_fix *fix;
    int32_t first;
    long long count;
} found;

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || ((unsigned char)c & 0x80) != 0;
}

/* In the old font TCVN3 this byte is `ư` (KH0004): before what that font has for ơ and its tones,
 * or in a word that has no other vowel. */
static bool is_legacy_letter(khct_str text, size_t at)
{
    static const char *const NEXT[] = {"\xC2\xAC", "\xC3\xAA", "\xC3\xAB",
                                       "\xC3\xAC", "\xC3\xAD", "\xC3\xAE"};
    size_t begin = at, end = at + 2;
    for (size_t i = 0; i < sizeof NEXT / sizeof *NEXT; i++)
        if (khct_str_starts(khct_str_sub(text, end, text.n), NEXT[i]))
            return true;
    while (begin > 0 && is_letter(text.p[begin - 1]))
        begin--;
    while (end < text.n && is_letter(text.p[end]))
        end++;
    for (size_t i = begin; i < end; i++)
        if (i != at && i != at + 1 &&
            (strchr("aeiouyAEIOUY", text.p[i]) != NULL || ((unsigned char)text.p[i] & 0x80) != 0))
            return false;
    return end - begin > 2;
}

static size_t invisible_row(int32_t c)
{
    size_t row = 0;
    while (row < INVISIBLE_COUNT && !(c >= INVISIBLE[row].from && c <= INVISIBLE[row].to))
        row++;
    return row;
}

/* True where the character at `at` joins or parts letters of another script or makes an emoji:
 * after something that is neither Latin nor a space. */
static bool joins(khct_str text, size_t at, int32_t c)
{
    size_t begin = at, length;
    if ((c != 0x200C && c != 0x200D && c != 0xFE0E && c != 0xFE0F) || at == 0)
        return false;
    do
        begin--;
    while (begin > 0 && ((unsigned char)text.p[begin] & 0xC0) == 0x80);
    int32_t before = khct_utf8_at(text.p + begin, at - begin, &length);
    if (before < 0x80) /* U+FE0F and a key make a picture: 1️⃣ */
        return c == 0xFE0F && khct_str_starts(khct_str_sub(text, at + 3, text.n), "\xE2\x83\xA3");
    bool latin =
        khct_is_letter(before) && (before < 0x0250 || (before >= 0x1E00 && before < 0x1F00));
    return before > 0x20 && !latin && !khct_parts_words(before) &&
           strchr(";<>", (char)before) == NULL;
}

/* --- characters beside which the language has a place --- */

/* White space or a sign of the language. */
static bool is_edge(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == ';' || c == '<' || c == '>';
}

static int by_begin(const void *a, const void *b)
{
    const khct_span *one = a, *other = b;
    return (one->begin > other->begin) - (one->begin < other->begin);
}

/* Has characters read as blanks where they stand, alone or several together, beside white space or
 * a sign of the language, at which they would be the begin or end of a word. */
static void read_as_blanks(khct_diags *diags, khct_source *file, khct_spans *unseen)
{
    khct_str text = file->text;
    khct_sort_vec(diags->arena, unseen, by_begin);
    for (size_t i = 0, next; i < unseen->n; i = next) {
        size_t at = unseen->at[i].begin, end = unseen->at[i].end;
        for (next = i + 1; next < unseen->n && unseen->at[next].begin == end; next++)
            end = unseen->at[next].end;
        if (at > 0 && end < text.n && !is_edge(text.p[at - 1]) && !is_edge(text.p[end]))
            continue;
        if (file->shown.p == NULL)
            file->shown = khct_str_copy(diags->arena, text);
        memset(file->bytes + at, ' ', end - at);
    }
}

/* A blank of another width; within a value it stays what it is. */
static bool is_wide_blank(int32_t c)
{
    return (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

static void note_invisible(khct_diags *diags, found *f, int32_t c, khct_span here)
{
    khct_str instead = khct_str_of(INVISIBLE[invisible_row(c)].instead);
    if (f->count++ == 0) {
        f->first = c;
        f->diag = khct_report(diags, KHCT_KH0008, here, KHCT_MSG0(NONE));
        khct_diag_hint(f->diag, KHCT_MSG0(INVISIBLE_HINT));
        f->fix = khct_diag_fix(f->diag, KHCT_SAFE, here, instead);
    } else if (f->fix->edits.n < KHCT_DIAG_LIMIT) {
        khct_push(diags->arena, &f->fix->edits) = (khct_edit){here, instead};
    }
}

static void report_invisible(khct_diags *diags, khct_source *file, uint32_t source)
{
    khct_str text = file->text;
    static const char LEADS[] = "\xC2\xCD\xD8\xE1\xE2\xE3\xEF\xF0\xF3";
    found all[INVISIBLE_COUNT] = {0};
    khct_spans unseen = {0};
    size_t begin = khct_str_starts(text, "\xEF\xBB\xBF") ? 3 : 0; /* the file's own mark */
    for (const char *lead = LEADS; *lead != '\0'; lead++)
        for (const char *p = text.p + begin;
             (p = memchr(p, *lead, (size_t)(text.p + text.n - p))) != NULL; p++) {
            if (*lead == '\xE1' && (p[1] & '\xFE') == '\xBA')
                continue; /* a letter of Vietnamese; the other bytes are rare in it */
            uint32_t at = (uint32_t)(p - text.p);
            size_t length;
            int32_t c = khct_utf8_at(p, text.n - at, &length);
            size_t row = invisible_row(c);
            bool invisible = row < INVISIBLE_COUNT && !joins(text, at, c) &&
                             !(row == 0 && is_legacy_letter(text, at));
            khct_span here = {source, at, at + (uint32_t)length};
            if (invisible)
                note_invisible(diags, &all[row], c, here);
            if (invisible || is_wide_blank(c))
                khct_push(diags->arena, &unseen) = here;
        }
    read_as_blanks(diags, file, &unseen);
    for (size_t row = 0; row < INVISIBLE_COUNT; row++) {
        if (all[row].count == 0)
            continue;
        khct_str name = khct_str_of(INVISIBLE[row].name);
        khct_str point = code_point(diags->arena, all[row].first);
        khct_str count = khct_str_number(diags->arena, all[row].count);
        all[row].diag->message = all[row].count == 1 ? KHCT_MSG(INVISIBLE, point, name)
                                                     : KHCT_MSG(INVISIBLES, point, name, count);
    }
}

/* What a conversion could not read (KH0010): one message, at the first place. */
static void report_lost(khct_diags *diags, khct_str text, uint32_t source)
{
    khct_diag *diag = NULL;
    long long count = 0;
    khct_str lost = KHCT_STR("\xEF\xBF\xBD");
    for (size_t at = 0; (at += khct_str_find(khct_str_sub(text, at, text.n), lost)) < text.n;
         at += lost.n) {
        if (count++ == 0)
            diag = khct_report_hint(diags, KHCT_KH0010,
                                    (khct_span){source, (uint32_t)at, (uint32_t)(at + lost.n)},
                                    KHCT_MSG0(LOST), KHCT_MSG0(LOST_HINT));
    }
    if (count > 1)
        diag->message = KHCT_MSG(LOST_MORE, khct_str_number(diags->arena, count));
}

/* Signs of other keyboards that are read as ours; blanks take the bytes that are left. */
static const struct {
    const char *sign, *ours, *bytes;
} WIDE[] = {
    {"；", ";", ";  "},      {"：", ":", ":  "}, {"＜", "<", "<  "}, {"＞", ">", ">  "},
    {"\xCD\xBE", ";", "; "}, /* the Greek question mark */
    {"﹔", ";", ";  "},      {"﹕", ":", ":  "}, {"﹤", "<", "<  "}, {"﹥", ">", ">  "},
};

static bool in_comment(khct_str text, size_t at)
{
    while (at > 0 && text.p[at - 1] != '\n')
        at--;
    while (at < text.n && (text.p[at] == ' ' || text.p[at] == '\t'))
        at++;
    return at < text.n && text.p[at] == '#';
}

static void report_wide(khct_diags *diags, uint32_t source, size_t row)
{
    khct_source *file = khct_source_at(diags->sources, (khct_span){source, 0, 0});
    khct_str sign = khct_str_of(WIDE[row].sign), ours = khct_str_of(WIDE[row].ours);
    khct_fix *fix = NULL;
    size_t at = 0;
    while ((at += khct_str_find(khct_str_sub(file->text, at, file->text.n), sign)) < file->text.n) {
        khct_span span = {source, (uint32_t)at, (uint32_t)(at + sign.n)};
        at += sign.n;
        if (in_comment(file->text, span.begin))
            continue;
        if (file->shown.p == NULL)
            file->shown = khct_str_copy(diags->arena, file->text);
        if (fix == NULL) {
            khct_diag *diag =
                khct_report_hint(diags, KHCT_KH1018, span, KHCT_MSG(FULLWIDTH, sign, ours),
                                 KHCT_MSG(FULLWIDTH_HINT, ours));
            fix = khct_diag_fix(diag, KHCT_SAFE, span, ours);
        } else if (fix->edits.n < KHCT_DIAG_LIMIT) {
            khct_push(diags->arena, &fix->edits) = (khct_edit){span, ours};
        }
        memcpy(file->bytes + span.begin, WIDE[row].bytes, sign.n);
    }
}

/* Whether the line that ends at `at` has a comment, or what may be one. */
static bool ends_comment(khct_str text, size_t at)
{
    while (at > 0 && text.p[at - 1] != '\n')
        if (text.p[--at] == '#')
            return true;
    return false;
}

/* A CR alone that ends a comment, in a file whose other lines end with LF: many programs show what
 * follows as part of the comment, and it is read as plan (KH0009). */
static void report_lone_ends(khct_diags *diags, const khct_source *file, uint32_t source)
{
    khct_fix *fix = NULL;
    khct_str shown = file->shown;
    if (shown.p == NULL || memchr(shown.p, '\n', shown.n) == NULL)
        return;
    for (size_t at = 0;
         (at += khct_str_find(khct_str_sub(shown, at, shown.n), KHCT_STR("\r"))) < shown.n; at++) {
        khct_span span = {source, (uint32_t)at, (uint32_t)at + 1};
        if (file->text.p[at] != '\n' || !ends_comment(file->text, at))
            continue;
        if (fix == NULL) {
            khct_diag *diag = khct_report_hint(diags, KHCT_KH0009, span, KHCT_MSG0(LONE_END),
                                               KHCT_MSG0(LONE_END_HINT));
            fix = khct_diag_fix(diag, KHCT_SAFE, span, KHCT_STR("\n"));
        } else if (fix->edits.n < KHCT_DIAG_LIMIT) {
            khct_push(diags->arena, &fix->edits) = (khct_edit){span, KHCT_STR("\n")};
        }
    }
}

void khct_report_bytes(khct_diags *diags, uint32_t source)
{
    khct_source *file = khct_source_at(diags->sources, (khct_span){source, 0, 0});
    khct_str text = file->text;
    bool binary = false, others = false;
    file->marks = report_faults(diags, text, source, &binary, &others) != SIZE_MAX;
    file->binary = binary;
    if (file->marks)
        report_decomposed(diags, text, source);
    report_lone_ends(diags, file, source);
    if (!others)
        return;
    report_invisible(diags, file, source);
    report_lost(diags, text, source);
    for (size_t row = 0; row < sizeof WIDE / sizeof *WIDE; row++)
        report_wide(diags, source, row);
}

khct_str khct_words_as_read(khct_arena *arena, khct_str words)
{
    khct_sources sources = {.arena = arena};
    khct_diags nobody = {.arena = arena, .sources = &sources};
    khct_str ends = KHCT_STR(" ");
    khct_source_add(&sources, KHCT_STR(""), KHCT_JOIN(arena, ends, words, ends));
    report_invisible(&nobody, &sources.files.at[0], 0);
    return sources.files.at[0].text;
}

/* --- what they break --- */

static bool touches(khct_span a, khct_span b)
{
    return a.source == b.source && a.begin <= b.end && b.begin <= a.end;
}

static bool is_unseen(const khct_diag *diag, khct_span span)
{
    if (diag->code != KHCT_KH0002 && diag->code != KHCT_KH0008 && diag->code != KHCT_KH0010)
        return false;
    KHCT_FOR (fix, &diag->fixes)
        for (size_t k = 0; k < fix->edits.n; k++)
            if (touches(fix->edits.at[k].span, span))
                return true;
    return touches(diag->span, span);
}

/* The message for what the characters in `span` break; NULL: nobody sees none there. */
static khct_diag *unseen_in(const khct_diags *diags, khct_span span)
{
    for (size_t i = 0; i < diags->list.n; i++)
        if (is_unseen(diags->list.at[i], span))
            return diags->list.at[i];
    return NULL;
}

/* A heading is not understood from a place on: to the end of its line. */
static khct_span not_understood(const khct_diags *diags, const khct_diag *diag)
{
    khct_span span = diag->span;
    const khct_source *file = khct_source_at(diags->sources, span);
    if (diag->code != KHCT_KH1009 || file == NULL)
        return span;
    khct_str text = file->text;
    while (span.end < text.n && text.p[span.end] != '\n')
        span.end++;
    return span;
}

/* What is said of words that are not understood, or misspelt, and of no other mistake. */
static bool is_of_words(khct_code code)
{
    return code == KHCT_KH4008 || code == KHCT_KH5001 || code == KHCT_KH5004 ||
           code == KHCT_KH7002 || code == KHCT_KH7003 || code == KHCT_KH7004;
}

void khct_join_unseen(khct_diags *diags)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->list.n; i++) {
        khct_diag *diag = diags->list.at[i];
        khct_known(diag != NULL);
        bool broken = diag->code == KHCT_KH1002 || diag->code == KHCT_KH1009;
        khct_diag *fault = broken || is_of_words(diag->code)
                               ? unseen_in(diags, not_understood(diags, diag))
                               : NULL;
        if (fault == NULL)
            diags->list.at[kept++] = diag;
        else if (broken)
            fault->severity = KHCT_ERROR;
    }
    diags->list.n = kept;
}
