#include "library/template.h"

#include "library/prose.h"
#include "value/criteria.h"
#include "text/fold.h"

/* The words of `noidung` … */
static const char *const CONTENTS[KHCT_CONTENT_COUNT] = {
#define KHCT_CONTENT(id, word, declaration) word,
#include "library/contents.def"
};

static const char *const DECLARATIONS[KHCT_CONTENT_COUNT] = {
#define KHCT_CONTENT(id, word, declaration) declaration,
#include "library/contents.def"
};

/* … and of `truongtin`. */
static const char *const CELLS[KHCT_CELL_COUNT] = {
    [KHCT_CELL_FIELD] = "",
    [KHCT_CELL_NUMBER] = "tt",
    [KHCT_CELL_CRITERION] = "tieuchi",
    [KHCT_CELL_CODE] = "sotieuchi",
    [KHCT_CELL_STANDARD] = "tieuchuan",
    [KHCT_CELL_TITLE] = "tentieuchi",
    [KHCT_CELL_TARGET] = "mucdich",
    [KHCT_CELL_TASK] = "ten",
    [KHCT_CELL_WHEN] = "thoidiem",
    [KHCT_CELL_REST] = "conlai",
};

static const char *const ALIGNS[] = {"trai", "giua", "deu", NULL};
static const char *const NUMBERINGS[] = {"tieuchuan", "tieuchi", "viec", NULL};

khct_str khct_content_declaration(khct_content content)
{
    return khct_str_of(DECLARATIONS[content]);
}

typedef struct making {
    khct_values *values;
    khct_arena *arena;
    khct_template *form;
    size_t sections; /* met so far */
} making;

static void inconsistent(const making *m, khct_span at, khct_message message)
{
    khct_say(&m->values->reader, KHCT_KH2010, at, message);
}

/* Position of a word in a list of words; SIZE_MAX, reported, where it is not there. */
static size_t choose(const making *m, const khct_node *node, const char *const *words, size_t count)
{
    khct_str line = khct_value_line(m->values, node);
    khct_str all = KHCT_STR("");
    for (size_t i = 0; i < count && words[i] != NULL; i++) {
        if (khct_str_is(line, words[i]))
            return i;
        all = KHCT_JOIN(m->arena, all, all.n > 0 ? ", " : "", words[i]);
    }
    khct_diag *diag =
        khct_say(&m->values->reader, KHCT_KH2010, node->value,
                 KHCT_MSG(TEMPLATE_WORD, khct_keyword_at(node->keyword)->unmarked, line));
    khct_diag_hint(diag, KHCT_MSG(VALUE_HINT, all));
    return SIZE_MAX;
}

/* --- columns --- */

/* The blocks whose fields a column can show. */
static const khct_block FIELD_BLOCKS[] = {KHCT_B_VIECLON, KHCT_B_TIEUCHI, KHCT_B_VANDE,
                                          KHCT_B_THEODOI};

static khct_keyword field_named(const making *m, khct_str word)
{
    khct_keyword found = khct_keyword_named(m->values->vocabulary, word);
    for (size_t i = 0; i < sizeof FIELD_BLOCKS / sizeof FIELD_BLOCKS[0]; i++) {
        const khct_place *place = khct_place_of(FIELD_BLOCKS[i], found);
        if (place != NULL && place->how == KHCT_FIELD)
            return found;
    }
    return KHCT_KEYWORD_NONE;
}

static khct_column_source source_named(const making *m, khct_str word)
{
    khct_column_source source = {.cell = KHCT_CELL_COUNT, .keyword = KHCT_KEYWORD_NONE};
    for (unsigned cell = KHCT_CELL_FIELD + 1; cell < KHCT_CELL_COUNT; cell++)
        if (khct_str_is(word, CELLS[cell]))
            source.cell = (khct_cell)cell;
    if (source.cell == KHCT_CELL_COUNT) {
        source.keyword = field_named(m, word);
        if (source.keyword != KHCT_KEYWORD_NONE)
            source.cell = KHCT_CELL_FIELD;
    }
    return source;
}

/* "a, b, c": its parts. */
static void read_list(const making *m, const khct_node *node, khct_strs *list)
{
    khct_str line = khct_value_line(m->values, node);
    while (line.n > 0)
        khct_push(m->arena, list) = khct_str_trim(khct_str_cut(&line, ','));
}

/* One of a column's sources, by its name, which stands at `span`. */
static void add_source(const making *m, khct_column *column, khct_str name, khct_span span,
                       bool or_next)
{
    khct_column_source source = source_named(m, name);
    source.span = span;
    source.or_next = or_next;
    if (source.cell == KHCT_CELL_COUNT)
        inconsistent(m, span, KHCT_MSG(TEMPLATE_FIELD, name));
    else
        khct_push(m->arena, &column->sources) = source;
}

/* `mucdich, giaiphap hoac noidung` */
static void read_sources(const making *m, khct_column *column, const khct_node *node)
{
    const khct_str or = KHCT_STR(" hoac ");
    const khct_names *names = khct_meaning_of(m->values, node)->names;
    for (size_t i = 0; names != NULL && i < names->list.n; i++) {
        khct_str words = names->list.at[i].words;
        khct_span span = khct_node_place(node, names->list.at[i].span);
        for (size_t at; (at = khct_str_find(words, or)) < words.n;) {
            add_source(m, column, khct_str_sub(words, 0, at), span, true);
            words = khct_str_sub(words, at + or.n, words.n);
        }
        add_source(m, column, words, span, false);
    }
}

static void read_column_calling(const making *m, khct_column *column, const khct_node *node)
{
    khct_strs parts = {0};
    read_list(m, node, &parts);
    khct_column_calling calling = {.source =
                                       source_named(m, parts.n > 0 ? parts.at[0] : KHCT_STR(""))};
    for (size_t i = 1; i < parts.n; i++)
        khct_push(m->arena, &calling.names) = parts.at[i];
    if (calling.source.cell == KHCT_CELL_COUNT)
        inconsistent(m, node->value,
                     KHCT_MSG(TEMPLATE_FIELD, parts.n > 0 ? parts.at[0] : KHCT_STR("")));
    else
        khct_push(m->arena, &column->callings) = calling;
}

static void read_column(const making *m, khct_table_form *table, const khct_node *node,
                        size_t group)
{
    khct_column column = {
        .title = khct_value_line(m->values, node), .group = group, .span = node->value};
    for (const khct_node *n = node->first; n != NULL; n = n->next) {
        if (n->keyword == KHCT_K_TRUONGTIN)
            read_sources(m, &column, n);
        if (n->keyword == KHCT_K_TENKHAC)
            read_column_calling(m, &column, n);
        if (n->keyword == KHCT_K_KYHIEU)
            column.sign = khct_value_line(m->values, n);
        if (n->keyword == KHCT_K_LUOC)
            column.droppable = true;
        if (n->keyword == KHCT_K_RONG) {
            const khct_numbers *width = khct_meaning_of(m->values, n)->numbers;
            column.width = width != NULL && width->items.n == 1 ? width->items.at[0].from : 0;
        }
        if (n->keyword == KHCT_K_CANLE) {
            size_t align = choose(m, n, ALIGNS, 3);
            column.align = align == SIZE_MAX ? KHCT_LEFT : (khct_align)align;
        }
    }
    khct_push(m->arena, &table->columns) = column;
}

static void check_table(const making *m, const khct_table_form *table)
{
    uint32_t sum = 0;
    KHCT_FOR (column, &table->columns) {
        if (column->width == 0 || column->width > 100)
            inconsistent(m, column->span, KHCT_MSG(TEMPLATE_WIDTH, column->title));
        else
            sum += column->width;
        if (column->sources.n == 0)
            inconsistent(m, column->span, KHCT_MSG(TEMPLATE_COLUMN_EMPTY, column->title));
    }
    if (table->columns.n == 0)
        inconsistent(m, table->span, KHCT_MSG0(TEMPLATE_NO_COLUMN));
    else if (sum != 100)
        inconsistent(m, table->span, KHCT_MSG(TEMPLATE_WIDTHS, sum));
}

static khct_table_form *read_table(const making *m, const khct_node *node)
{
    khct_table_form *table = khct_alloc(m->arena, sizeof *table);
    table->span = node->key;
    for (const khct_node *n = node->first; n != NULL; n = n->next) {
        if (n->keyword == KHCT_K_COT)
            read_column(m, table, n, 0);
        if (n->keyword == KHCT_K_NHOMCOT) {
            khct_push(m->arena, &table->groups) = khct_value_line(m->values, n);
            for (const khct_node *c = khct_child(n, KHCT_K_COT); c != NULL; c = khct_again(c))
                read_column(m, table, c, table->groups.n);
        }
        if (n->keyword == KHCT_K_HANG)
            khct_push(m->arena, &table->rows) = khct_value_line(m->values, n);
        if (n->keyword == KHCT_K_HUONG) {
            static const char *const WAYS[] = {"doc", "ngang", "tudong", NULL};
            size_t way = choose(m, n, WAYS, 3);
            table->way = way == SIZE_MAX ? KHCT_UPRIGHT : (khct_paper_way)way;
        }
        if (n->keyword == KHCT_K_DANHSO) {
            size_t what = choose(m, n, NUMBERINGS, 3);
            table->numbering = what == SIZE_MAX ? KHCT_NUMBER_STANDARDS : (khct_numbering)what;
        }
        if (n->keyword == KHCT_K_NHOMHANG) {
            khct_str line = khct_value_line(m->values, n);
            table->part_rows = khct_str_find(line, KHCT_STR("phanmuc")) < line.n;
            table->standard_rows = khct_str_find(line, KHCT_STR("tieuchuan")) < line.n;
        }
    }
    check_table(m, table);
    return table;
}

/* --- sections --- */

static khct_content content_of(const making *m, const khct_node *node)
{
    size_t content = choose(m, node, CONTENTS, KHCT_CONTENT_COUNT);
    return content == SIZE_MAX ? KHCT_CONTENT_PROSE : (khct_content)content;
}

static khct_results_form results_of(const making *m, const khct_node *node)
{
    static const char *const FORMS[] = {"tentieuchi", "sotieuchi", "hainua", NULL};
    size_t form = choose(m, node, FORMS, 3);
    return form == SIZE_MAX ? KHCT_RESULTS_TITLES : (khct_results_form)form;
}

static void read_calling(const making *m, const khct_node *node)
{
    khct_strs parts = {0};
    read_list(m, node, &parts);
    khct_calling calling = {0};
    if (parts.n == 3)
        calling = (khct_calling){khct_school_types_named(parts.at[0]), parts.at[1], parts.at[2]};
    if (calling.types == 0 || calling.form.n == 0)
        inconsistent(m, node->value, KHCT_MSG0(TEMPLATE_CALLING));
    else
        khct_push(m->arena, &m->form->callings) = calling;
}

static void read_group(const making *m, khct_section_form *section, const khct_node *node)
{
    const khct_head *head = khct_head_of(m->values, node);
    khct_group_form group = {.node = node, .name = head->name, .title = head->title};
    for (const khct_node *n = node->first; n != NULL; n = n->next) {
        if (n->keyword == KHCT_K_NOIDUNG)
            group.content = content_of(m, n);
        if (n->keyword == KHCT_K_BANGKETQUA)
            group.results = results_of(m, n);
        if (n->keyword == KHCT_K_TENKHAC)
            khct_push(m->arena, &group.names) = khct_value_line(m->values, n);
        if (n->keyword == KHCT_K_BATBUOC)
            group.required = true;
        if (n->keyword == KHCT_K_GOIY)
            group.asks = khct_value_line(m->values, n);
        if (n->keyword == KHCT_K_TUKHOA)
            read_list(m, n, &group.words);
    }
    khct_push(m->arena, &section->groups) = group;
}

static void read_line(const making *m, khct_section_form *section, const khct_node *node)
{
    khct_str line = khct_value_line(m->values, node);
    khct_str word = khct_str_cut(&line, ' ');
    khct_keyword found = khct_keyword_named(m->values->vocabulary, word);
    if (khct_place_of(KHCT_B_TRUONG, found) == NULL) {
        inconsistent(m, node->value, KHCT_MSG(TEMPLATE_FIELD, word));
        return;
    }
    khct_push(m->arena, &section->lines) = (struct khct_line_form){found, khct_str_trim(line)};
}

/* What is put first is found. */
static void put(khct_arena *arena, khct_map *map, khct_str key, uint32_t number)
{
    if (key.n > 0 && khct_map_get(map, key) == KHCT_NONE)
        khct_map_put(arena, map, key, number);
}

static void add_section(const making *m, const khct_section_form *section)
{
    khct_template *form = m->form;
    uint32_t number = (uint32_t)form->sections.n;
    put(m->arena, &form->by_name, section->name, number);
    put(m->arena, &form->by_title, khct_fold(m->arena, section->title), number);
    for (size_t i = 0; i < section->names.n; i++)
        put(m->arena, &form->by_title, khct_fold(m->arena, section->names.at[i]), number);
    khct_push(m->arena, &form->sections) = *section;
}

static void read_section(making *m, const khct_node *node)
{
    enum { MOST = KHCT_SECTION_LIMIT };
    if (++m->sections == MOST + 1)
        khct_say(&m->values->reader, KHCT_KH9002, node->value,
                 KHCT_MSG(LIMIT, "số phần của mẫu", MOST));
    if (m->sections > MOST)
        return;
    const khct_head *head = khct_head_of(m->values, node);
    khct_section_form section = {
        .node = node, .span = node->value, .name = head->name, .title = head->title};
    if (section.title.n == 0)
        inconsistent(m, node->value, KHCT_MSG(TEMPLATE_TITLE, section.name));
    for (const khct_node *n = node->first; n != NULL; n = n->next) {
        switch (n->keyword) {
        case KHCT_K_BATBUOC: section.required = true; break;
        case KHCT_K_VITRI: {
            static const char *const WHERE[] = {"trong", "dau", NULL};
            section.before = choose(m, n, WHERE, 2) == 1;
            break;
        }
        case KHCT_K_TENKHAC:
            khct_push(m->arena, &section.names) = khct_value_line(m->values, n);
            break;
        case KHCT_K_NOIDUNG: section.content = content_of(m, n); break;
        case KHCT_K_LUUY: section.note = khct_value_line(m->values, n); break;
        case KHCT_K_BANGKETQUA: section.results = results_of(m, n); break;
        case KHCT_K_DONG: read_line(m, &section, n); break;
        case KHCT_K_NHOM: read_group(m, &section, n); break;
        case KHCT_K_BANG: section.table = read_table(m, n); break;
        default: section.wording = true; break;
        }
    }
    if (khct_template_section(m->arena, m->form, section.name) != NULL)
        inconsistent(m, node->value, KHCT_MSG(TEMPLATE_TWICE, section.name));
    else
        add_section(m, &section);
}

khct_template *khct_template_read(khct_values *values, const khct_node *node)
{
    khct_template *form = khct_alloc(values->reader.arena, sizeof *form);
    making m = {.values = values, .arena = values->reader.arena, .form = form};
    form->values = values;
    form->span = node->value;
    form->id = khct_value_line(values, node);
    for (const khct_node *n = node->first; n != NULL; n = n->next) {
        if (n->keyword == KHCT_K_TEN)
            form->name = khct_value_line(values, n);
        if (n->keyword == KHCT_K_PHONGCHU)
            form->font = khct_value_line(values, n);
        if (n->keyword == KHCT_K_KHONGCO)
            form->none = khct_value_line(values, n);
        if (n->keyword == KHCT_K_TENKHAC)
            read_calling(&m, n);
        if (n->keyword == KHCT_K_VANBAN)
            khct_push(m.arena, &form->laws) = khct_value_line(values, n);
        if (n->keyword == KHCT_K_DANHMUC)
            read_list(&m, n, &form->catalogues);
        if (n->keyword == KHCT_K_CAP)
            form->types = khct_value_types(values, n);
        if (n->keyword == KHCT_K_PHAN)
            read_section(&m, n);
    }
    return form;
}

static khct_str replaced(khct_arena *arena, khct_str words, const khct_calling *calling)
{
    khct_strs pieces = {0};
    size_t at;
    while ((at = khct_str_find(words, calling->form)) < words.n) {
        KHCT_ADD(arena, &pieces, khct_str_sub(words, 0, at), calling->called);
        words = khct_str_sub(words, at + calling->form.n, words.n);
    }
    if (pieces.n == 0)
        return words;
    khct_push(arena, &pieces) = words;
    return khct_str_join(arena, pieces.at, pieces.n);
}

khct_str khct_template_said(khct_arena *arena, const khct_template *form, khct_school_types types,
                            khct_str words)
{
    for (size_t i = 0; types != 0 && i < form->callings.n; i++)
        if ((types & ~form->callings.at[i].types) == 0)
            words = replaced(arena, words, &form->callings.at[i]);
    return words;
}

const khct_section_form *khct_template_section(khct_arena *arena, const khct_template *form,
                                               khct_str name)
{
    uint32_t named = khct_map_get(&form->by_name, name);
    uint32_t titled = khct_map_get(&form->by_title, khct_fold(arena, name));
    uint32_t first = named < titled ? named : titled;
    return first == KHCT_NONE ? NULL : &form->sections.at[first];
}

bool khct_column_shows(const khct_column *column, khct_keyword keyword)
{
    KHCT_FOR (source, &column->sources)
        if (source->cell == KHCT_CELL_FIELD && source->keyword == keyword)
            return true;
    return false;
}

const khct_section_form *khct_section_of(const khct_template *form, khct_content content)
{
    KHCT_FOR (section, &form->sections)
        if (section->content == content)
            return section;
    return NULL;
}

const khct_column *khct_plan_column(const khct_template *form, khct_keyword keyword)
{
    KHCT_FOR (section, &form->sections) {
        if (section->content != KHCT_CONTENT_PLAN || section->table == NULL)
            continue;
        KHCT_FOR (column, &section->table->columns)
            if (khct_column_shows(column, keyword))
                return column;
    }
    return NULL;
}
