/* Numbers that Word itself counts. */
#include "emit/word/build.h"

/* In running text a number or sign begins the first line, and one space follows it; in a cell it
 * hangs. */
#define RUN_IN "<w:ind w:left=\"0\" w:firstLine=\"567\"/>"

enum { FIRST_LISTS = 4 };

/* Each level: its list (w:abstractNum, and the w:num that numbers it at first), its place in it. */
static const struct {
    unsigned list, in;
    const char *format, *text, *style, *after, *indent;
} LEVELS[] = {
    [KHCT_DOCX_PART] = {0, 0, "upperRoman", "%1.", "Heading1", "space", RUN_IN},
    [KHCT_DOCX_ITEM] = {0, 1, "decimal", "%2.", "Heading2", "space", RUN_IN},
    [KHCT_DOCX_DASH] = {1, 0, "bullet", "-", NULL, "space", RUN_IN},
    [KHCT_DOCX_PLUS] = {1, 1, "bullet", "+", NULL, "space", RUN_IN},
    [KHCT_DOCX_CELL_DASH] = {2, 0, "bullet", "-", NULL, "tab",
                             "<w:tabs><w:tab w:val=\"num\" w:pos=\"142\"/></w:tabs>"
                             "<w:ind w:left=\"142\" w:hanging=\"142\"/>"},
    [KHCT_DOCX_CELL_PLUS] = {2, 1, "bullet", "+", NULL, "tab",
                             "<w:tabs><w:tab w:val=\"num\" w:pos=\"312\"/></w:tabs>"
                             "<w:ind w:left=\"312\" w:hanging=\"170\"/>"},
    [KHCT_DOCX_CELL_ITEM] = {3, 0, "decimal", "%1.", NULL, "space",
                             "<w:ind w:left=\"0\" w:firstLine=\"0\"/>"},
};

void khct_docx_numbering_start(khct_docx *w)
{
    for (size_t i = 0; i < KHCT_DOCX_LEVELS; i++) {
        w->next[i] = 1;
        w->number[i] = LEVELS[i].list + 1;
    }
}

static uint32_t roman_value(khct_str number)
{
    static const char SIGNS[] = "IVXLCDM";
    static const uint32_t VALUES[] = {1, 5, 10, 50, 100, 500, 1000};
    uint32_t sum = 0, most = 0;
    for (size_t i = number.n; i > 0; i--) {
        const char *sign = memchr(SIGNS, number.p[i - 1], sizeof SIGNS - 1);
        if (sign == NULL)
            return 0;
        uint32_t value = VALUES[sign - SIGNS];
        sum = value < most ? sum - value : sum + value;
        most = value > most ? value : most;
    }
    return sum;
}

static uint32_t decimal_value(khct_str number)
{
    enum { LONGEST = 4 };
    uint32_t sum = 0;
    for (size_t i = 0; i < number.n; i++) {
        if (!khct_is_digit(number.p[i]) || number.n > LONGEST)
            return 0;
        sum = sum * 10 + (uint32_t)(number.p[i] - '0');
    }
    return sum;
}

/* What the number counts to: "XIV", "14", "14."; 0 where Word has no such number. */
static uint32_t value_of(khct_docx_level level, khct_str number)
{
    if (number.n > 0 && number.p[number.n - 1] == '.')
        number.n--;
    return level == KHCT_DOCX_PART ? roman_value(number) : decimal_value(number);
}

/* Counts to the number; a numbering of its own where it is another than the next. */
static bool count(khct_docx *w, khct_docx_level level, khct_str number)
{
    uint32_t value = value_of(level, number);
    if (value == 0)
        return false;
    if (value != w->next[level]) {
        khct_push(w->arena, &w->starts) = (khct_docx_start){level, value};
        w->number[level] = FIRST_LISTS + (uint32_t)w->starts.n;
    }
    w->next[level] = value + 1;
    if (level == KHCT_DOCX_PART) { /* Word counts items from 1 below each part */
        w->next[KHCT_DOCX_ITEM] = 1;
        w->number[KHCT_DOCX_ITEM] = w->number[KHCT_DOCX_PART];
    }
    return true;
}

bool khct_docx_numbered(khct_docx *w, khct_docx_level level, khct_str number)
{
    bool counted =
        level == KHCT_DOCX_PART || level == KHCT_DOCX_ITEM || level == KHCT_DOCX_CELL_ITEM;
    if (counted && !count(w, level, number))
        return false;
    khct_out_format(w->out, "<w:numPr><w:ilvl w:val=\"%u\"/><w:numId w:val=\"%u\"/></w:numPr>",
                    LEVELS[level].in, (unsigned)w->number[level]);
    return true;
}

static void put_level(khct_docx *w, size_t i)
{
    khct_out_format(w->out, "<w:lvl w:ilvl=\"%u\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>",
                    LEVELS[i].in, LEVELS[i].format);
    if (LEVELS[i].style != NULL)
        khct_out_format(w->out, "<w:pStyle w:val=\"%s\"/>", LEVELS[i].style);
    khct_out_format(w->out,
                    "<w:suff w:val=\"%s\"/><w:lvlText w:val=\"%s\"/><w:lvlJc w:val=\"left\"/>"
                    "<w:pPr>%s</w:pPr></w:lvl>",
                    LEVELS[i].after, LEVELS[i].text, LEVELS[i].indent);
}

void khct_docx_numbering(khct_docx *w)
{
    khct_out_cstr(w->out, "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/"
                          "wordprocessingml/2006/main\">");
    for (unsigned list = 0; list < FIRST_LISTS; list++) {
        khct_out_format(w->out,
                        "<w:abstractNum w:abstractNumId=\"%u\">"
                        "<w:multiLevelType w:val=\"multilevel\"/>",
                        list);
        for (size_t i = 0; i < KHCT_DOCX_LEVELS; i++)
            if (LEVELS[i].list == list)
                put_level(w, i);
        khct_out_cstr(w->out, "</w:abstractNum>");
    }
    for (unsigned i = 0; i < FIRST_LISTS; i++)
        khct_out_format(w->out, "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"%u\"/></w:num>",
                        i + 1, i);
    for (size_t i = 0; i < w->starts.n; i++) {
        const khct_docx_start *start = &w->starts.at[i];
        khct_out_format(w->out,
                        "<w:num w:numId=\"%zu\"><w:abstractNumId w:val=\"%u\"/>"
                        "<w:lvlOverride w:ilvl=\"%u\"><w:startOverride w:val=\"%u\"/>"
                        "</w:lvlOverride></w:num>",
                        FIRST_LISTS + 1 + i, LEVELS[start->level].list, LEVELS[start->level].in,
                        (unsigned)start->from);
    }
    khct_out_cstr(w->out, "</w:numbering>");
}
