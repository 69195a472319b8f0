#include "import/numbering.h"

static const struct form_row {
    const char *name;
    khct_number_form form;
} FORMS[] = {
    {"decimal", KHCT_NUMBER_DECIMAL},
    {"decimalZero", KHCT_NUMBER_ZERO},
    {"upperRoman", KHCT_NUMBER_UPPER_ROMAN},
    {"lowerRoman", KHCT_NUMBER_LOWER_ROMAN},
    {"upperLetter", KHCT_NUMBER_UPPER_LETTER},
    {"lowerLetter", KHCT_NUMBER_LOWER_LETTER},
    {"bullet", KHCT_NUMBER_BULLET},
    {"none", KHCT_NUMBER_NONE},
    {"1", KHCT_NUMBER_DECIMAL},
    {"I", KHCT_NUMBER_UPPER_ROMAN},
    {"i", KHCT_NUMBER_LOWER_ROMAN},
    {"A", KHCT_NUMBER_UPPER_LETTER},
    {"a", KHCT_NUMBER_LOWER_LETTER},
    {"", KHCT_NUMBER_NONE},
};

khct_number_form khct_number_form_named(khct_str name)
{
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if (khct_str_is(name, FORMS[i].name))
            return FORMS[i].form;
    return KHCT_NUMBER_DECIMAL;
}

static khct_str roman(khct_arena *arena, uint32_t number, bool upper)
{
    static const struct {
        uint32_t value;
        const char *upper, *lower;
    } SIGNS[] = {
        {1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"},  {400, "CD", "cd"}, {100, "C", "c"},
        {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
        {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"},
    };
    if (number == 0 || number > 3999)
        return khct_str_number(arena, number);
    char text[32];
    size_t n = 0;
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        for (; number >= SIGNS[i].value; number -= SIGNS[i].value)
            for (const char *p = upper ? SIGNS[i].upper : SIGNS[i].lower; *p != '\0'; p++)
                text[n++] = *p;
    return khct_str_copy(arena, (khct_str){text, n});
}

/* a … z, aa, bb, …, as Word counts. */
static khct_str letter(khct_arena *arena, uint32_t number, char first)
{
    if (number == 0 || number > 26 * 20)
        return khct_str_number(arena, number);
    size_t n = (number - 1) / 26 + 1;
    char *text = khct_alloc_bytes(arena, n);
    memset(text, first + (char)((number - 1) % 26), n);
    return (khct_str){text, n};
}

khct_str khct_number_text(khct_arena *arena, khct_number_form form, uint32_t number)
{
    switch (form) {
    case KHCT_NUMBER_UPPER_ROMAN: return roman(arena, number, true);
    case KHCT_NUMBER_LOWER_ROMAN: return roman(arena, number, false);
    case KHCT_NUMBER_UPPER_LETTER: return letter(arena, number, 'A');
    case KHCT_NUMBER_LOWER_LETTER: return letter(arena, number, 'a');
    case KHCT_NUMBER_BULLET:
    case KHCT_NUMBER_NONE: return KHCT_STR("");
    case KHCT_NUMBER_ZERO:
        return khct_str_cat(arena, number < 10 ? KHCT_STR("0") : KHCT_STR(""),
                            khct_str_number(arena, number));
    default: return khct_str_number(arena, number);
    }
}

static void count(khct_numbering_list *list, unsigned level)
{
    for (unsigned i = 0; i < level; i++)
        if (!list->counted[i]) { /* a level that was passed over counts as its first */
            list->counts[i] = list->levels[i].start;
            list->counted[i] = true;
        }
    list->counts[level] =
        list->counted[level] ? list->counts[level] + 1 : list->levels[level].start;
    list->counted[level] = true;
    for (unsigned i = level + 1; i < KHCT_LIST_LEVELS; i++)
        list->counted[i] = false;
}

khct_str khct_list_label(khct_arena *arena, khct_numbering_list *list, unsigned level)
{
    level = level < KHCT_LIST_LEVELS ? level : KHCT_LIST_LEVELS - 1;
    const khct_list_level *row = &list->levels[level];
    count(list, level);
    if (row->form == KHCT_NUMBER_BULLET)
        return KHCT_STR("-");
    khct_str text = row->text.n == 0 ? KHCT_STR("") : row->text;
    if (row->form == KHCT_NUMBER_NONE && memchr(text.p, '%', text.n) == NULL)
        return khct_str_trim(text);
    khct_strs pieces = {0};
    for (size_t at = 0; at < text.n; at++) {
        char next = at + 1 < text.n ? text.p[at + 1] : '\0';
        if (text.p[at] == '%' && next >= '1' && next <= '9') {
            unsigned of = (unsigned)(next - '1');
            khct_push(arena, &pieces) =
                khct_number_text(arena, list->levels[of].form, list->counts[of]);
            at++;
        } else {
            khct_push(arena, &pieces) = khct_str_sub(text, at, at + 1);
        }
    }
    return khct_str_trim(khct_str_join(arena, pieces.at, pieces.n));
}
