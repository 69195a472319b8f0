/* Which form, which catalogue, which school: what the whole document tells. */
#include "import/understand.h"

#include "text/fold.h"

/* Words that name a type of school. */
static const struct type_row {
    const char *words; /* parted by `|` */
    khct_keyword type;
} TYPES[] = {
#define KHCT_WORDS(kind, words)
#define KHCT_SCHOOL_WORDS(type, words) {words, KHCT_K_##type},
#include "import/words.def"
#undef KHCT_WORDS
#undef KHCT_SCHOOL_WORDS
};

static khct_school_types bit_of(khct_keyword type)
{
    for (const khct_school_type_row *row = khct_school_type_rows(); row->bit != 0; row++)
        if (row->keyword == type)
            return row->bit;
    return 0;
}

/* The types that a school's name tells. */
static khct_school_types types_in(khct_arena *arena, khct_str name)
{
    khct_str folded = khct_fold_bare(arena, name);
    khct_school_types types = 0;
    khct_str words;
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        for (size_t at = 0; (words = khct_in_next_of(TYPES[i].words, &at)).n > 0;)
            types |= khct_in_says(folded, words) ? bit_of(TYPES[i].type) : 0;
    return types;
}

/* One of the type's words stands after the word for a school. */
static bool names_type(khct_arena *arena, khct_str folded, const char *type)
{
    khct_str school, words;
    for (size_t i = 0; (school = khct_in_next_words(KHCT_IN_WORD_SCHOOL, &i)).n > 0;)
        for (size_t at = 0; (words = khct_in_next_of(type, &at)).n > 0;)
            if (khct_in_says(folded, KHCT_JOIN(arena, school, " ", words)))
                return true;
    return false;
}

/* Where a school's type stands after the word `trường`: counted, the most frequent counts. */
static khct_school_types types_of_text(khct_in_plan *u)
{
    size_t counts[sizeof TYPES / sizeof *TYPES] = {0}, best = 0;
    for (size_t i = 0; i < u->lines.n; i++) {
        if (u->lines.at[i].paragraph == NULL)
            continue;
        khct_str folded = khct_fold_bare(u->arena, u->lines.at[i].paragraph->text);
        bool law = khct_in_says_any(folded, KHCT_IN_WORD_LAW);
        for (size_t k = 0; k < sizeof TYPES / sizeof *TYPES; k++)
            counts[k] += names_type(u->arena, folded, TYPES[k].words) ? law ? 1 : 3 : 0;
    }
    for (size_t k = 1; k < sizeof TYPES / sizeof *TYPES; k++)
        best = counts[k] > counts[best] ? k : best;
    return counts[best] > 0 ? bit_of(TYPES[best].type) : 0;
}

/* What lines on the school in a table tell; 0 where it is none such. */
static khct_school_types types_of_table(khct_in_plan *u, const khct_in_sheet *sheet)
{
    bool school = sheet != NULL && sheet->form == KHCT_IN_FORM_SCHOOL;
    for (size_t i = 0; school && i < sheet->table->cells.n; i++) {
        khct_str words = khct_in_cell_text(u->arena, &sheet->table->cells.at[i]);
        khct_str folded = khct_fold_bare(u->arena, words);
        bool named = khct_in_starts_any(folded, KHCT_IN_WORD_SCHOOL);
        if (named && types_in(u->arena, words) != 0)
            return types_in(u->arena, words);
    }
    return 0;
}

/* A line in capitals that names a school. */
static khct_school_types types_of_head(khct_in_plan *u)
{
    enum { LINES = 20 };
    for (size_t i = 0; i < u->lines.n && i < LINES; i++) {
        const khct_in_paragraph *p = u->lines.at[i].paragraph;
        khct_school_types types = types_of_table(u, u->lines.at[i].sheet);
        if (types != 0)
            return types;
        if (p == NULL || p->text.n > 160 || !khct_in_is_upper(p->text))
            continue;
        khct_str folded = khct_fold_bare(u->arena, p->text);
        if (khct_in_says_any(folded, KHCT_IN_WORD_SCHOOL) ||
            khct_in_starts_any(folded, KHCT_IN_WORD_SCHOOL_BEGIN))
            return types_in(u->arena, p->text);
    }
    return 0;
}

/* --- the day --- */

static uint32_t number_after(khct_str folded, const char *word, size_t *at)
{
    khct_str wanted = khct_str_of(word);
    size_t found = *at + khct_str_find(khct_str_sub(folded, *at, folded.n), wanted);
    if (found + wanted.n > folded.n)
        return 0;
    *at = found + wanted.n;
    return khct_in_figures(folded, at, 5);
}

static khct_date day_in(khct_str folded)
{
    size_t at = 0;
    uint32_t day = number_after(folded, "ngai ", &at);
    uint32_t month = number_after(folded, "thang ", &at);
    uint32_t year = number_after(folded, "nam ", &at);
    if (year == 0 || month == 0 || month > 12)
        return KHCT_NO_DATE;
    day = day == 0 ? 1 : day;
    return khct_date_exists(year, month, day) ? khct_date_of((int)year, (int)month, (int)day)
                                              : KHCT_NO_DATE;
}

static khct_date date_of_head(khct_in_plan *u)
{
    enum { LINES = 25 };
    khct_date year = KHCT_NO_DATE;
    for (size_t i = 0; i < u->lines.n && i < LINES; i++) {
        const khct_in_paragraph *p = u->lines.at[i].paragraph;
        if (p == NULL || p->text.n > 200)
            continue;
        khct_str folded = khct_fold_bare(u->arena, p->text);
        khct_date day = day_in(folded);
        if (day != KHCT_NO_DATE)
            return day;
        size_t at = 0;
        uint32_t first = number_after(folded, "nam hoc ", &at);
        if (year == KHCT_NO_DATE && first >= 2000 && first < 2100)
            year = khct_date_of((int)first, 9, 5);
    }
    return year;
}

/* The words of the first cells: a workbook has no head. */
static khct_str table_words(khct_in_plan *u)
{
    enum { MOST = 100 * 1000 };
    khct_strs cells = {0};
    size_t n = 0;
    for (size_t i = 0; i < u->lines.n; i++) {
        const khct_in_table *t = u->lines.at[i].sheet == NULL ? NULL : u->lines.at[i].sheet->table;
        for (size_t k = 0; t != NULL && k < t->cells.n && n < MOST; k++)
            for (size_t p = 0; p < t->cells.at[k].lines.n; p++) {
                khct_push(u->arena, &cells) = t->cells.at[k].lines.at[p]->text;
                n += t->cells.at[k].lines.at[p]->text.n;
            }
    }
    return khct_fold_bare(u->arena, khct_str_list(u->arena, &cells, KHCT_STR(" ")));
}

/* The first school year, or year with a month, in them. */
static khct_date date_of_tables(khct_str folded)
{
    size_t at = 0;
    uint32_t first = number_after(folded, "nam hoc ", &at);
    if (first >= 2000 && first < 2100)
        return khct_date_of((int)first, 9, 5);
    for (at = 0; at + 4 <= folded.n; at++) {
        size_t begin = at;
        uint32_t year = khct_in_figures(folded, &at, 5);
        if (at - begin == 4 && year >= 2018 && year < 2060)
            return khct_date_of((int)year, 9, 5);
    }
    return KHCT_NO_DATE;
}

/* How many criteria of the catalogue are named by their titles, up to a few. */
static int titles_in(khct_in_plan *u, const khct_catalogue *catalogue, khct_str folded)
{
    enum { FEW = 12, LEAST = 12 };
    int found = 0;
    for (size_t i = 0; i < catalogue->criteria.n && found < FEW; i++) {
        khct_str title = khct_fold_bare(u->arena, catalogue->criteria.at[i].title);
        found += title.n >= LEAST && khct_str_find(folded, title) < folded.n;
    }
    return found;
}

/* --- the catalogue --- */

static bool cites(khct_in_plan *u, khct_str number)
{
    khct_str wanted = khct_fold_bare(u->arena, number);
    for (size_t i = 0; number.n > 0 && i < u->lines.n; i++)
        if (u->lines.at[i].paragraph != NULL &&
            khct_in_says(khct_fold_bare(u->arena, u->lines.at[i].paragraph->text), wanted))
            return true;
    return false;
}

/* How well a catalogue for some types of schools fits a school: one of several levels goes by its
 * highest where no catalogue is for all of them. */
static int typed(khct_school_types school, khct_school_types catalogue)
{
    enum { ALL = 6, HIGHEST = 4 };
    khct_school_types highest = 0;
    for (const khct_school_type_row *row = khct_school_type_rows(); row->bit != 0; row++)
        if (school & row->bit)
            highest = row->bit;
    return school == 0                        ? 0
           : (school & catalogue) == school   ? ALL
           : (highest & catalogue) == highest ? HIGHEST
                                              : 0;
}

static void choose_catalogue(khct_in_plan *u)
{
    khct_strs ids = khct_library_list(u->library, u->arena, "danhmuc");
    int most = -1;
    bool cited = false;
    khct_str words = table_words(u);
    if (u->dated == KHCT_NO_DATE)
        u->dated = date_of_tables(words);
    for (size_t i = 0; i < ids.n; i++) {
        const khct_catalogue *c = khct_library_catalogue(u->library, ids.at[i]);
        if (c == NULL)
            continue;
        const khct_legal *legal = khct_catalogue_legal(u->library, u->arena, c);
        bool named = legal != NULL && cites(u, legal->number.text);
        int timely = u->dated == KHCT_NO_DATE ? 0 : khct_force_holds(&c->force, u->dated) ? 4 : -4;
        int score = named * 8 + typed(u->types, c->types) + timely + titles_in(u, c, words);
        if (score <= most)
            continue;
        most = score;
        u->catalogue = c;
        cited = named;
    }
    if (u->types == 0 && u->catalogue != NULL && cited) /* a circular that is one type's own */
        for (const khct_school_type_row *row = khct_school_type_rows(); row->bit != 0; row++)
            if (u->catalogue->types == row->bit)
                u->types = row->bit;
    if (!cited && u->catalogue != NULL) {
        khct_sketch *line = khct_sketch_find(u->top, KHCT_K_DUNG);
        bool blind = u->types == 0 && u->dated == KHCT_NO_DATE;
        khct_in_remark_on(u, KHCT_KH8034,
                          blind ? KHCT_MSG(IN_ANY_CATALOGUE, u->catalogue->id)
                                : KHCT_MSG(IN_GUESS_CATALOGUE, u->catalogue->id),
                          line);
    }
}

static khct_str use(khct_in_plan *u, const char *what, khct_str id)
{
    return KHCT_JOIN(u->arena, khct_str_of(what), " ", id);
}

/* The title or what follows it names a period. */
static bool of_several_years(const khct_in_plan *u)
{
    enum { LINES = 25 };
    for (size_t i = 0; i < u->lines.n && i < LINES; i++) {
        const khct_in_paragraph *p = u->lines.at[i].paragraph;
        if (p != NULL && p->text.n < 300 &&
            khct_in_says_any(khct_fold_bare(u->arena, p->text), KHCT_IN_WORD_PERIOD))
            return true;
    }
    return false;
}

void khct_in_choose(khct_in_plan *u)
{
    u->types = types_of_head(u);
    if (u->types == 0)
        u->types = types_of_text(u);
    u->dated = date_of_head(u);
    khct_sketch *catalogue = khct_sketch_line(u->arena, u->top, KHCT_K_DUNG, KHCT_STR(""));
    khct_sketch *form = khct_sketch_line(u->arena, u->top, KHCT_K_DUNG, KHCT_STR(""));
    choose_catalogue(u);
    KHCT_VEC(khct_in_sheet) sheets = {0};
    uint32_t table = 0;
    for (size_t i = 0; i < u->lines.n; i++)
        if (u->lines.at[i].sheet != NULL) {
            khct_push(u->arena, &sheets) = *u->lines.at[i].sheet;
            if (table == 0 && u->lines.at[i].sheet->form == KHCT_IN_FORM_PLAN)
                table = u->lines.at[i].sheet->table->number;
        }
    u->form = khct_in_template(u->arena, u->library, sheets.at, sheets.n, u->catalogue, u->dated,
                               of_several_years(u));
    for (size_t i = 0; i < u->lines.n; i++)
        if (u->lines.at[i].sheet != NULL)
            khct_in_fit_form(u->library, u->form, u->lines.at[i].sheet);
    if (u->catalogue != NULL)
        catalogue->head = use(u, "danhmuc", u->catalogue->id);
    if (u->form != NULL)
        form->head = use(u, "mau", u->form->id);
    if (u->form != NULL && table > 0)
        khct_in_remark_on(u, KHCT_KH8034,
                          KHCT_MSG(IN_GUESS_FORM, u->form->id, khct_str_number(u->arena, table)),
                          form);
    u->school = khct_sketch_block(u->arena, u->top, KHCT_K_TRUONG, KHCT_B_TRUONG);
    u->paper = khct_sketch_block(u->arena, u->top, KHCT_K_KEHOACH, KHCT_B_KEHOACH);
}
