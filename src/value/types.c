#include "value/types.h"

#include "text/fold.h"
#include "text/utf8.h"

#define SCHOOL "trường", "Hiệu trưởng", "Phó hiệu trưởng"
static const khct_school_type_row ROWS[] = {
    {KHCT_MAMNON, KHCT_K_MAMNON, SCHOOL},
    {KHCT_TIEUHOC, KHCT_K_TIEUHOC, SCHOOL},
    {KHCT_THCS, KHCT_K_THCS, SCHOOL},
    {KHCT_THPT, KHCT_K_THPT, SCHOOL},
    {KHCT_GDTX, KHCT_K_GDTX, "trung tâm", "Giám đốc", "Phó giám đốc"},
    {0, KHCT_KEYWORD_NONE, "", "", ""},
};
#undef SCHOOL

const khct_school_type_row *khct_school_type_rows(void)
{
    return ROWS;
}

const khct_school_type_row *khct_school_type_row_of(khct_school_types types)
{
    for (const khct_school_type_row *row = ROWS; row->bit != 0; row++)
        if (types & row->bit)
            return row;
    return ROWS;
}

/* What schools call them, in letters without marks. */
static const struct {
    khct_school_types bit;
    const char *names[6];
} NAMES[] = {
    {KHCT_MAMNON, {"mamnon", "mn", "maugiao", NULL}},
    {KHCT_TIEUHOC, {"tieuhoc", "th", "1", NULL}},
    {KHCT_THCS, {"thcs", "trunghoccoso", "2", NULL}},
    {KHCT_THPT, {"thpt", "trunghocphothong", "3", NULL}},
    {KHCT_GDTX, {"gdtx", "giaoducthuongxuien", "ttgdtx", "gdnngdtx", "ttgdnngdtx", NULL}},
};

/* Bytes of `text` that spell the name, its words apart, joined by `-` or `_`, or together; 0: none.
 */
static size_t spells(khct_str text, const char *name)
{
    const char *p = text.p, *end = text.p + text.n;
    while (*name != '\0') {
        char bare[KHCT_FOLDED_WORD];
        size_t length;
        while (p > text.p && p < end && strchr(" -_.", *p) != NULL)
            p++;
        if (p >= end || !khct_in_word(khct_utf8_at(p, (size_t)(end - p), &length)))
            return 0;
        p = khct_fold_word(p, end, true, bare);
        size_t n = strlen(bare);
        if (strncmp(name, bare, n) != 0)
            return 0;
        name += n;
    }
    return (size_t)(p - text.p);
}

/* The type at the beginning of the text, `trường` or `cấp` before it or not; 0: none. */
static khct_school_types type_at(khct_str text, size_t *length)
{
    static const char *const BEFORE[] = {"truong", "trungtam", "coso", "cap"};
    size_t begin = 0;
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE && begin == 0; i++)
        begin = spells(text, BEFORE[i]);
    while (begin > 0 && begin < text.n && text.p[begin] == ' ')
        begin++;
    khct_str rest = khct_str_sub(text, begin, text.n);
    *length = 0;
    khct_school_types found = 0;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        for (const char *const *name = NAMES[i].names; *name != NULL; name++) {
            size_t n = spells(rest, *name);
            if (n > 0 && begin + n > *length) {
                *length = begin + n;
                found = NAMES[i].bit;
            }
        }
    return found;
}

khct_school_types khct_school_types_named(khct_str text)
{
    khct_school_types types = 0;
    while ((text = khct_str_trim(text)).n > 0) {
        size_t length = 1;
        bool between = strchr(",+&/;-", text.p[0]) != NULL;
        khct_school_types type = between ? 0 : type_at(text, &length);
        if (!between && type == 0 && (length = spells(text, "va")) == 0)
            return 0;
        types |= type;
        text = khct_str_sub(text, length, text.n);
    }
    return types;
}

static khct_str choices(khct_arena *arena)
{
    khct_strs all = {0};
    for (const khct_school_type_row *row = ROWS; row->bit != 0; row++)
        KHCT_ADD(arena, &all, khct_keyword_at(row->keyword)->unmarked);
    return khct_str_list(arena, &all, KHCT_STR(", "));
}

static void report_type(const khct_reader *reader, khct_span span, khct_str words)
{
    khct_diag *diag = khct_say(reader, KHCT_KH1009, span, KHCT_MSG(VALUE, "cap", words));
    khct_diag_hint(diag, KHCT_MSG(VALUE_HINT, choices(reader->arena)));
}

khct_school_types khct_read_school_types(const khct_reader *reader,
                                         const khct_vocabulary *vocabulary, khct_span span)
{
    (void)vocabulary;
    khct_school_types types = 0;
    bool said = span.begin == span.end; /* KH1008 */
    khct_words words = khct_read_words(reader, span);
    while (!khct_at_end(&words)) {
        const khct_word *word = khct_peek(&words);
        if (khct_take_sign(&words, ',') || khct_take_sign(&words, '+') ||
            khct_take_sign(&words, '&') || khct_take_sign(&words, '/') ||
            khct_take_sign(&words, '-') || khct_take_word(reader, &words, KHCT_C_AND))
            continue;
        uint32_t begin = word->span.begin - words.span.begin;
        size_t length = 0;
        khct_school_types type = type_at(khct_str_sub(words.text, begin, words.text.n), &length);
        if (type == 0) {
            report_type(reader, word->span, word->text);
            said = true;
            break;
        }
        types |= type;
        while (words.next < words.n &&
               khct_peek(&words)->span.begin < words.span.begin + begin + length)
            words.next++;
    }
    if (types == 0 && !said) /* nothing but commas */
        report_type(reader, span, words.text);
    return types;
}

khct_str khct_school_types_text(khct_arena *arena, khct_school_types types)
{
    khct_strs names = {0};
    for (const khct_school_type_row *row = ROWS; row->bit != 0; row++)
        if (types & row->bit)
            KHCT_ADD(arena, &names, khct_keyword_at(row->keyword)->help[KHCT_VI]);
    return khct_str_list(arena, &names, KHCT_STR(", "));
}

khct_str khct_school_types_names(khct_arena *arena, khct_school_types types)
{
    khct_strs names = {0};
    for (const khct_school_type_row *row = ROWS; row->bit != 0; row++)
        if (types & row->bit)
            KHCT_ADD(arena, &names, khct_keyword_at(row->keyword)->marked);
    return khct_str_list(arena, &names, KHCT_STR(", "));
}
