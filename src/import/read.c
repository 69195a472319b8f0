#include "import/read.h"

#include "import/parts.h"
#include "syntax/vocabulary.h"
#include "text/utf8.h"

#include <stdio.h>
#include <strings.h>

static bool has_part(const khct_unzip *archive, const char *name)
{
    return khct_unzip_find(archive, khct_str_of(name)) != NULL;
}

static bool has_part_in(const khct_unzip *archive, const char *folder)
{
    for (size_t i = 0; i < archive->parts.n; i++)
        if (khct_str_starts(archive->parts.at[i].name, folder))
            return true;
    return false;
}

/* An archive by the parts that it holds. */
static khct_in_kind kind_of_archive(khct_arena *arena, const khct_unzip *archive)
{
    const khct_unzip_part *type = khct_unzip_find(archive, KHCT_STR("mimetype"));
    khct_str words = KHCT_STR("");
    if (type != NULL && type->size < 200)
        khct_unzip_read(arena, archive, type, &words);
    if (khct_str_find(words, KHCT_STR("opendocument.text")) < words.n)
        return KHCT_IN_ODT;
    if (khct_str_find(words, KHCT_STR("opendocument.spreadsheet")) < words.n)
        return KHCT_IN_ODS;
    if (khct_str_find(words, KHCT_STR("opendocument.presentation")) < words.n ||
        has_part_in(archive, "ppt/"))
        return KHCT_IN_SLIDES;
    if (has_part_in(archive, "xl/"))
        return KHCT_IN_XLSX;
    return has_part_in(archive, "word/") || has_part(archive, "[Content_Types].xml")
               ? KHCT_IN_DOCX
               : KHCT_IN_BROKEN;
}

static bool holds(khct_str bytes, const char *words, size_t n)
{
    return khct_str_find(bytes, (khct_str){words, n}) < bytes.n;
}

/* Compound files: a document of Word 97, or one that is locked. */
static khct_in_kind kind_of_compound(khct_str bytes)
{
    static const char sealed[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    return holds(bytes, sealed, sizeof sealed - 1) ? KHCT_IN_SEALED : KHCT_IN_OLD;
}

/* The first bytes that are no white space begin so, in any case. */
static bool begins(khct_str text, const char *words)
{
    size_t at = 0, n = strlen(words);
    while (khct_space_at(text, at) > 0)
        at += khct_space_at(text, at);
    return text.n - at >= n && strncasecmp(text.p + at, words, n) == 0;
}

static bool is_html(khct_str text)
{
    static const char *const BEGINS[] = {
        "<!doctype html",    "<html", "<table", "<meta", "<head", "<body", "<p>", "<p ", "<div",
        "<!--startfragment", "<h1",   "<h2",    "<ul",   "<style"};
    for (size_t i = 0; i < sizeof BEGINS / sizeof *BEGINS; i++)
        if (begins(text, BEGINS[i]))
            return true;
    return false;
}

static const struct magic_row {
    const char *bytes;
    size_t n;
    khct_in_kind kind;
} MAGIC[] = {
    {"{\\rtf", 5, KHCT_IN_OLD},      {"%PDF", 4, KHCT_IN_PDF},
    {"\x89PNG", 4, KHCT_IN_PICTURE}, {"\xFF\xD8\xFF", 3, KHCT_IN_PICTURE},
    {"GIF8", 4, KHCT_IN_PICTURE},    {"\xDB\xA5-\0", 4, KHCT_IN_OLD},
};

/* Source of khct says first what it uses. */
static bool is_plan(khct_str text)
{
    static const khct_keyword USED[] = {KHCT_K_DANHMUC, KHCT_K_MAU};
    const khct_keyword_row *use = khct_keyword_at(KHCT_K_DUNG);
    for (size_t i = 0; i < sizeof USED / sizeof *USED; i++) {
        char plain[64], marked[64];
        const khct_keyword_row *what = khct_keyword_at(USED[i]);
        snprintf(plain, sizeof plain, "%s %s ", use->unmarked, what->unmarked);
        snprintf(marked, sizeof marked, "%s %s ", use->marked, what->marked);
        if (begins(text, plain) || begins(text, marked))
            return true;
    }
    return false;
}

khct_in_kind khct_in_kind_of(khct_arena *arena, khct_str bytes, khct_unzip *archive)
{
    *archive = (khct_unzip){.bytes = bytes};
    for (size_t i = 0; i < sizeof MAGIC / sizeof *MAGIC; i++)
        if (bytes.n >= MAGIC[i].n && memcmp(bytes.p, MAGIC[i].bytes, MAGIC[i].n) == 0)
            return MAGIC[i].kind;
    if (bytes.n >= 8 && memcmp(bytes.p, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0)
        return kind_of_compound(bytes);
    if (bytes.n >= 4 && memcmp(bytes.p, "PK\3\4", 4) == 0)
        return khct_unzip_open(arena, bytes, archive) == KHCT_UNZIP_FINE
                   ? kind_of_archive(arena, archive)
                   : KHCT_IN_BROKEN;
    if (khct_str_trim(bytes).n == 0)
        return KHCT_IN_EMPTY;
    if (is_html(bytes))
        return KHCT_IN_HTML;
    return is_plan(bytes) ? KHCT_IN_PLAN : KHCT_IN_TEXT;
}

/* --- text in other encodings --- */

static khct_str from_utf16(khct_arena *arena, khct_str bytes, bool little)
{
    char *text = khct_alloc_bytes(arena, bytes.n / 2 * 3 + 4);
    size_t n = 0;
    for (size_t at = 0; at + 1 < bytes.n; at += 2) {
        unsigned char a = (unsigned char)bytes.p[at], z = (unsigned char)bytes.p[at + 1];
        int32_t c = little ? a | z << 8 : a << 8 | z;
        if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.n) {
            unsigned char d = (unsigned char)bytes.p[at + 2], e = (unsigned char)bytes.p[at + 3];
            int32_t low = little ? d | e << 8 : d << 8 | e;
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        n += khct_utf8_put(c >= 0xD800 && c < 0xE000 ? 0xFFFD : c, text + n);
    }
    return (khct_str){text, n};
}

/* Each byte is a letter of Latin-1, which is how text in an old font is read. */
static khct_str from_latin(khct_arena *arena, khct_str bytes)
{
    char *text = khct_alloc_bytes(arena, 2 * bytes.n + 4);
    size_t n = 0;
    for (size_t at = 0; at < bytes.n; at++)
        n += khct_utf8_put((unsigned char)bytes.p[at], text + n);
    return (khct_str){text, n};
}

/* UTF-8, whatever it was; NULs and what is no character become U+FFFD or go. */
static khct_str to_utf8(khct_arena *arena, khct_str bytes)
{
    if (bytes.n >= 2 && memcmp(bytes.p, "\xFF\xFE", 2) == 0)
        bytes = from_utf16(arena, khct_str_sub(bytes, 2, bytes.n), true);
    else if (bytes.n >= 2 && memcmp(bytes.p, "\xFE\xFF", 2) == 0)
        bytes = from_utf16(arena, khct_str_sub(bytes, 2, bytes.n), false);
    else if (khct_str_starts(bytes, "\xEF\xBB\xBF"))
        bytes = khct_str_sub(bytes, 3, bytes.n);
    khct_utf8_report report = khct_utf8_scan(bytes, 0);
    while (report.fault == KHCT_UTF8_CONTROL)
        report = khct_utf8_scan(bytes, report.at + report.length);
    return report.fault == KHCT_UTF8_INVALID ? from_latin(arena, bytes) : bytes;
}

static khct_in_fault refuse(khct_in_kind kind, khct_arena *arena, khct_str bytes)
{
    khct_unzip ignored;
    switch (kind) {
    case KHCT_IN_OLD: return (khct_in_fault){KHCT_KH8032, KHCT_MSG0(IN_OLD)};
    case KHCT_IN_SEALED: return (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_SEALED)};
    case KHCT_IN_SLIDES: return (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_SLIDES)};
    case KHCT_IN_PDF: return (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_PDF)};
    case KHCT_IN_PICTURE: return (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_PICTURES)};
    case KHCT_IN_PLAN: return (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_PLAN)};
    case KHCT_IN_EMPTY: return (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_EMPTY)};
    default: {
        khct_unzip_fault fault = khct_unzip_open(arena, bytes, &ignored);
        return fault == KHCT_UNZIP_FINE ? (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_BROKEN)}
                                        : khct_in_unzip_fault(fault, KHCT_STR(""));
    }
    }
}

khct_in_fault khct_in_read(khct_arena *arena, khct_str bytes, khct_in_document **document)
{
    khct_unzip archive;
    khct_in_builder *b = khct_in_builder_new(arena);
    khct_in_fault fault = KHCT_IN_FINE;
    khct_str text = bytes;
    bool wide = bytes.n >= 2 &&
                (memcmp(bytes.p, "\xFF\xFE", 2) == 0 || memcmp(bytes.p, "\xFE\xFF", 2) == 0);
    if (wide || khct_str_starts(bytes, "\xEF\xBB\xBF"))
        text = to_utf8(arena, bytes);
    khct_in_kind kind = khct_in_kind_of(arena, text, &archive);
    switch (kind) {
    case KHCT_IN_DOCX: fault = khct_in_read_docx(b, arena, &archive); break;
    case KHCT_IN_XLSX: fault = khct_in_read_xlsx(b, arena, &archive); break;
    case KHCT_IN_ODT:
    case KHCT_IN_ODS: fault = khct_in_read_odf(b, arena, &archive, kind == KHCT_IN_ODS); break;
    case KHCT_IN_HTML: khct_in_read_html(b, arena, to_utf8(arena, text)); break;
    case KHCT_IN_TEXT: khct_in_read_text(b, arena, to_utf8(arena, text)); break;
    default: fault = refuse(kind, arena, bytes); break;
    }
    if (fault.code == KHCT_CODE_COUNT && khct_in_full(b))
        fault = (khct_in_fault){KHCT_KH8031, KHCT_MSG0(IN_TOO_MUCH)};
    *document = khct_in_finish(b);
    if (fault.code == KHCT_CODE_COUNT && (*document)->body.n == 0)
        fault = (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_NOTHING)};
    return fault;
}

khct_in_document *khct_in_read_pasted(khct_arena *arena, khct_str text)
{
    khct_in_builder *b = khct_in_builder_new(arena);
    if (is_html(text))
        khct_in_read_html(b, arena, text);
    else
        khct_in_read_text(b, arena, text);
    return khct_in_finish(b);
}
