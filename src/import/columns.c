#include "import/columns.h"

#include "syntax/titles.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdio.h>

/* Where the words stand in the folded text, whole; its end: nowhere. */
static size_t place_of_words(khct_str folded, khct_str wanted)
{
    for (size_t at = 0; at + wanted.n <= folded.n; at++) {
        size_t found = khct_str_find(khct_str_sub(folded, at, folded.n), wanted);
        if (at + found + wanted.n > folded.n)
            return folded.n;
        at += found;
        bool begins = at == 0 || folded.p[at - 1] == ' ';
        bool ends = at + wanted.n == folded.n || folded.p[at + wanted.n] == ' ';
        if (begins && ends)
            return at;
    }
    return folded.n;
}

bool khct_in_says(khct_str folded, khct_str words)
{
    return folded.n > 0 && place_of_words(folded, words) < folded.n;
}

bool khct_in_is_mark(khct_str text)
{
    static const char *const SIGNS[] = {"×", "✓", "✔", "☑", "☒", "✗", "√", "●", "•", "+", "*"};
    text = khct_in_without_end(text, ".)");
    text = khct_str_starts(text, "(") ? khct_str_sub(text, 1, text.n) : text;
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (khct_str_is(text, SIGNS[i]))
            return true;
    return text.n > 0 && khct_in_words_at(text, 0, KHCT_IN_WORD_MARK) == text.n;
}

/* --- one column --- */

static const struct words_row {
    const char *words;
    khct_in_role role;
    khct_keyword field;
} WORDS[] = {
#define KHCT_COLUMN_WORDS(words, kind) {words, KHCT_IN_ROLE_##kind, KHCT_KEYWORD_NONE},
#define KHCT_COLUMN_FIELD(words, keyword) {words, KHCT_IN_ROLE_FIELD, KHCT_K_##keyword},
#include "import/columns.def"
#undef KHCT_COLUMN_WORDS
#undef KHCT_COLUMN_FIELD
};

khct_in_column khct_in_no_column(void)
{
    return (khct_in_column){.field = KHCT_KEYWORD_NONE,
                            .other = KHCT_KEYWORD_NONE,
                            .heading = KHCT_STR(""),
                            .over = KHCT_STR(""),
                            .label = KHCT_STR("")};
}

/* What a column holds that shows this first. */
static khct_in_column from_source(const khct_column_source *source)
{
    khct_in_column c = khct_in_no_column();
    switch (source->cell) {
    case KHCT_CELL_NUMBER: c.role = KHCT_IN_ROLE_NUMBER; break;
    case KHCT_CELL_STANDARD: c.role = KHCT_IN_ROLE_STANDARD; break;
    case KHCT_CELL_CRITERION:
    case KHCT_CELL_CODE: c.role = KHCT_IN_ROLE_CRITERION; break;
    case KHCT_CELL_WHEN: c.role = KHCT_IN_ROLE_WHEN; break;
    case KHCT_CELL_FIELD:
        c.role = KHCT_IN_ROLE_FIELD;
        c.field = source->keyword;
        break;
    default: break;
    }
    return c;
}

static khct_in_column from_template(const khct_column *column, const khct_titles *titles)
{
    khct_title_match match = khct_title_at(titles, column->title);
    khct_in_column c =
        column->sources.n == 0 ? khct_in_no_column() : from_source(&column->sources.at[0]);
    if (column->sources.n == 0 || (c.role != KHCT_IN_ROLE_NONE && c.role != KHCT_IN_ROLE_FIELD))
        return c;
    c = khct_in_no_column();
    if (match.whole && match.keyword != KHCT_KEYWORD_NONE) {
        c.role = KHCT_IN_ROLE_FIELD;
        c.field = match.keyword;
    }
    return c;
}

typedef KHCT_VEC(const khct_column *) columns;

/* The columns of all tables of all forms. */
static columns all_columns(khct_arena *arena, khct_library *library)
{
    columns all = {0};
    khct_strs ids = khct_library_list(library, arena, "mau");
    for (size_t i = 0; i < ids.n; i++) {
        const khct_template *form = khct_library_template(library, ids.at[i]);
        for (size_t s = 0; form != NULL && s < form->sections.n; s++) {
            const khct_table_form *table = form->sections.at[s].table;
            for (size_t c = 0; table != NULL && c < table->columns.n; c++)
                khct_push(arena, &all) = &table->columns.at[c];
        }
    }
    return all;
}

/* The column of a template with just this title. */
static khct_in_column by_template(khct_arena *arena, khct_library *library, khct_str folded)
{
    columns all = all_columns(arena, library);
    for (size_t i = 0; i < all.n; i++) {
        khct_in_column found = from_template(all.at[i], library->vocabulary->titles);
        if (found.role != KHCT_IN_ROLE_NONE &&
            khct_str_eq(khct_fold_bare(arena, all.at[i]->title), folded))
            return found;
    }
    return khct_in_no_column();
}

/* --- by what forms call their columns elsewhere --- */

/* The best of the forms' words for a heading so far. */
typedef struct calling {
    khct_str heading; /* folded */
    const khct_column_source *source;
    size_t at, length; /* where its words stand there */
} calling;

static void try_column(khct_arena *arena, calling *best, const khct_column *column)
{
    KHCT_FOR (c, &column->callings) {
        for (size_t k = 0; k < c->names.n; k++) {
            khct_str name = khct_fold_bare(arena, c->names.at[k]);
            size_t at = place_of_words(best->heading, name);
            bool better = at < best->at || (at == best->at && name.n > best->length);
            if (at == best->heading.n || !better)
                continue;
            best->source = &c->source;
            best->at = at;
            best->length = name.n;
        }
    }
}

static calling best_calling(khct_arena *arena, khct_library *library, khct_str folded)
{
    calling best = {.heading = folded, .at = folded.n};
    columns all = all_columns(arena, library);
    for (size_t i = 0; i < all.n; i++)
        try_column(arena, &best, all.at[i]);
    return best;
}

/* Fields whose values are told apart by what they are. */
static bool is_plain(khct_keyword field)
{
    return field == KHCT_K_CHUTRI || field == KHCT_K_THOIGIAN || field == KHCT_K_KINHPHI;
}

/* What stands first in a heading says what it is, the longest words for it: "Giải pháp khắc phục
 * điểm yếu" are solutions, "Phân công giám sát" is no assignment. */
static khct_in_column by_calling(khct_arena *arena, khct_library *library, khct_str folded)
{
    calling best = best_calling(arena, library, folded);
    if (best.source == NULL)
        return khct_in_no_column();
    khct_in_column column = from_source(best.source);
    khct_str rest = khct_str_sub(folded, best.at + best.length, folded.n);
    calling second = best_calling(arena, library, khct_str_trim(rest));
    khct_keyword other =
        second.source == NULL ? KHCT_KEYWORD_NONE : from_source(second.source).field;
    bool points = column.role == KHCT_IN_ROLE_CRITERION &&
                  (other == KHCT_K_DIEMYEU || other == KHCT_K_HIENTRANG);
    if (points || (is_plain(column.field) && is_plain(other) && other != column.field))
        column.other = other;
    return column;
}

khct_in_column khct_in_column_by_forms(khct_arena *arena, khct_library *library, khct_str heading)
{
    return by_calling(arena, library, khct_fold_bare(arena, heading));
}

/* Rows of columns.def: those that count before the forms' words, or the others. */
static khct_in_column by_words(khct_str folded, bool own)
{
    khct_in_column c = khct_in_no_column();
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if ((WORDS[i].role == KHCT_IN_ROLE_OWN) == own &&
            khct_in_says(folded, khct_str_of(WORDS[i].words))) {
            c.role = WORDS[i].role;
            c.field = WORDS[i].field;
            return c;
        }
    return c;
}

khct_in_column khct_in_column_of(khct_arena *arena, khct_library *library, khct_str heading)
{
    khct_str folded = khct_fold_bare(arena, heading);
    khct_in_column c = khct_in_no_column();
    if (folded.n == 0 || folded.n > KHCT_IN_HEADING_BYTES)
        return c;
    size_t begin, end;
    uint16_t level = khct_in_level(arena, library, heading, &begin, &end);
    if (level > 0 && khct_in_without_end(khct_str_sub(heading, end, heading.n), ".:)").n == 0) {
        c.role = KHCT_IN_ROLE_LEVEL;
        c.level = level;
    } else {
        c = by_template(arena, library, folded);
    }
    if (c.role == KHCT_IN_ROLE_NONE)
        c = by_words(folded, true);
    if (c.role == KHCT_IN_ROLE_NONE)
        c = by_calling(arena, library, folded);
    if (c.role == KHCT_IN_ROLE_NONE)
        c = by_words(folded, false);
    c.heading = khct_str_trim(heading);
    return c;
}

/* The forms' lines on the school that begin with the same words. */
static khct_keyword line_field(khct_arena *arena, const khct_template *form, khct_str folded)
{
    enum { LEAST = 8 };
    for (size_t s = 0; form != NULL && s < form->sections.n; s++)
        for (size_t i = 0; i < form->sections.at[s].lines.n; i++) {
            khct_str title = khct_fold_bare(arena, form->sections.at[s].lines.at[i].label);
            khct_str shorter = title.n < folded.n ? title : folded;
            if (shorter.n >= LEAST && memcmp(title.p, folded.p, shorter.n) == 0)
                return form->sections.at[s].lines.at[i].keyword;
        }
    return KHCT_KEYWORD_NONE;
}

khct_keyword khct_in_school_field(khct_arena *arena, khct_library *library, khct_str label)
{
    enum { LONGEST = 80 };
    khct_title_match match = khct_title_at(library->vocabulary->titles, label);
    if (match.whole && khct_place_of(KHCT_B_TRUONG, match.keyword) != NULL)
        return match.keyword;
    khct_strs ids = khct_library_list(library, arena, "mau");
    khct_keyword found = KHCT_KEYWORD_NONE;
    for (size_t i = 0; label.n < LONGEST && i < ids.n && found == KHCT_KEYWORD_NONE; i++)
        found = line_field(arena, khct_library_template(library, ids.at[i]),
                           khct_fold_bare(arena, label));
    return found;
}

/* The field of anything that a label names; KHCT_KEYWORD_NONE. */
static khct_keyword labelled(khct_arena *arena, khct_library *library, khct_str label)
{
    enum { MOST = 8 };
    if (khct_in_words(label) > MOST)
        return KHCT_KEYWORD_NONE;
    khct_in_column column = khct_in_column_of(arena, library, khct_in_without_end(label, ":"));
    return column.role == KHCT_IN_ROLE_WHEN ? KHCT_K_THOIGIAN : column.field;
}

khct_keyword khct_in_label_field(khct_arena *arena, khct_library *library, khct_str label)
{
    khct_keyword field = labelled(arena, library, label);
    return khct_place_of(KHCT_B_TIEUCHI, field) != NULL ? field : KHCT_KEYWORD_NONE;
}

bool khct_in_is_other_label(khct_arena *arena, khct_library *library, khct_str label)
{
    khct_keyword field = labelled(arena, library, label);
    return field != KHCT_KEYWORD_NONE && khct_place_of(KHCT_B_TIEUCHI, field) == NULL;
}

/* --- the template --- */

/* The form has solutions, and no contents beside them. */
static bool has_solutions_alone(khct_library *library, const khct_template *form)
{
    bool solutions = false, contents = false;
    for (size_t s = 0; form != NULL && s < form->sections.n; s++) {
        const khct_section_form *section = &form->sections.at[s];
        bool plan = section->content == KHCT_CONTENT_PLAN && section->table != NULL;
        for (size_t c = 0; plan && c < section->table->columns.n; c++) {
            khct_in_column column =
                from_template(&section->table->columns.at[c], library->vocabulary->titles);
            solutions |= column.field == KHCT_K_GIAIPHAP;
            contents |= column.field == KHCT_K_NOIDUNG;
        }
    }
    return solutions && !contents;
}

void khct_in_fit_form(khct_library *library, const khct_template *form, khct_in_sheet *sheet)
{
    uint32_t content = khct_in_field_at(sheet, KHCT_K_NOIDUNG);
    if (sheet->form == KHCT_IN_FORM_PLAN && content != KHCT_NONE &&
        khct_in_field_at(sheet, KHCT_K_GIAIPHAP) == KHCT_NONE && has_solutions_alone(library, form))
        sheet->columns[content].field = KHCT_K_GIAIPHAP;
}

/* Columns that the form and the tables have in common, less those that only one has, in halves. */
static long likeness(khct_arena *arena, khct_library *library, const khct_template *form,
                     const khct_in_sheet *sheets, size_t count)
{
    long score = 0;
    KHCT_FOR (section, &form->sections) {
        khct_in_form wanted = section->content == KHCT_CONTENT_PLAN       ? KHCT_IN_FORM_PLAN
                              : section->content == KHCT_CONTENT_PROBLEMS ? KHCT_IN_FORM_PROBLEMS
                              : section->content == KHCT_CONTENT_ROUNDS   ? KHCT_IN_FORM_ROUNDS
                                                                          : KHCT_IN_FORM_NONE;
        for (size_t s = 0; section->table != NULL && s < count; s++) {
            if (sheets[s].form != wanted)
                continue;
            long same = 0;
            for (size_t c = 0; c < section->table->columns.n; c++) {
                khct_in_column column =
                    from_template(&section->table->columns.at[c], library->vocabulary->titles);
                khct_str folded = khct_fold_bare(arena, section->table->columns.at[c].title);
                bool titled = false, there = false;
                for (uint32_t k = 0; k < sheets[s].table->columns; k++) {
                    titled |=
                        khct_str_eq(khct_fold_bare(arena, sheets[s].columns[k].heading), folded);
                    there |= column.role != KHCT_IN_ROLE_NONE &&
                             sheets[s].columns[k].role == column.role &&
                             sheets[s].columns[k].field == column.field;
                }
                same += titled ? 4 : there ? 3 : 0;
            }
            score += same - (long)section->table->columns.n - (long)sheets[s].table->columns;
            score += wanted == KHCT_IN_FORM_PLAN ? 0 : 20;
        }
    }
    return score;
}

const khct_template *khct_in_template(khct_arena *arena, khct_library *library,
                                      const khct_in_sheet *sheets, size_t count,
                                      const khct_catalogue *catalogue, khct_date dated,
                                      bool several)
{
    khct_strs ids = khct_library_list(library, arena, "mau");
    const khct_template *best = NULL;
    long most = 0;
    for (size_t i = 0; i < ids.n; i++) {
        const khct_template *form = khct_library_template(library, ids.at[i]);
        if (form == NULL)
            continue;
        long score = likeness(arena, library, form, sheets, count);
        /* forms that come with catalogues of another time */
        bool timely = form->catalogues.n == 0 || dated == KHCT_NO_DATE;
        for (size_t k = 0; k < form->catalogues.n && !timely; k++) {
            const khct_catalogue *c = khct_library_catalogue(library, form->catalogues.at[k]);
            timely = c != NULL && khct_force_holds(&c->force, dated);
        }
        bool goes = false;
        for (size_t k = 0; k < form->catalogues.n && catalogue != NULL; k++)
            goes |= khct_str_eq(form->catalogues.at[k], catalogue->id);
        bool years = khct_in_says_any(khct_fold_bare(arena, form->name), KHCT_IN_WORD_PERIOD);
        score += (timely ? 2 : 0) + (goes ? 12 : 0) + (years ? (several ? 4 : -8) : 0);
        if (best == NULL || score > most) {
            best = form;
            most = score;
        }
    }
    return best;
}
