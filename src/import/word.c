/* Word documents (Office Open XML). */
#include "import/numbering.h"
#include "import/parts.h"

#include "text/map.h"

#include <stdlib.h>

/* What a style, or the paragraph's own properties, say. */
typedef struct props {
    khct_str font;    /* empty: not said */
    int bold;         /* 1, 0; -1: not said */
    uint32_t list;    /* numId + 1; 0: not said */
    uint32_t level;   /* ilvl + 1 */
    uint32_t outline; /* from 1; 0: not said */
    bool centred;
} props;

typedef struct style {
    khct_str id, based;
    bool first; /* the default one of paragraphs */
    bool of_paragraphs;
    props own;
} style;

typedef struct list_number {
    uint32_t id, list; /* numId; index of its list */
    uint32_t
        start[KHCT_LIST_LEVELS]; /* start + 1 that a level gets when it is first used; 0: none */
} list_number;

typedef struct field {
    bool result;  /* after `separate` */
    bool dropped; /* its result changes from page to page */
    struct field *up;
} field;

typedef struct word {
    khct_in_builder *b;
    khct_arena *arena;
    KHCT_VEC(style) styles;
    khct_map style_ids;
    props defaults;
    KHCT_VEC(khct_numbering_list) lists;
    KHCT_VEC(uint32_t) list_ids; /* abstractNumId of each */
    KHCT_VEC(list_number) numbers;
    /* reading one part */
    size_t skip;       /* open elements since the one that is passed over */
    size_t text, code; /* open elements whose text counts, or is the code of a field */
    bool in_paragraph_props, in_run_props, in_row_props, in_cell_props;
    style *style;           /* being read */
    uint32_t level, number; /* of the list being read: + 1 */
    /* the open paragraph and run; text boxes keep their outer ones */
    struct holder {
        props paragraph, run;
        khct_str style, run_style;
        bool mark_deleted;
        khct_in_paragraph *made;
        struct holder *up;
    } * here;
    field *field;
    uint32_t columns;
    bool goes_on, cell_pending, row_open, row_deleted, tracked;
    bool aside;
    khct_str aside_label;
    bool drop; /* the separator of footnotes */
} word;

static bool on(khct_xml_attributes a)
{
    khct_str v = khct_xml_get(a, "w:val");
    return !(khct_str_is(v, "0") || khct_str_is(v, "false") || khct_str_is(v, "off") ||
             khct_str_is(v, "none"));
}

/* --- properties --- */

static void take_font(const word *w, props *p, khct_xml_attributes a)
{
    khct_str font = khct_xml_get(a, "w:hAnsi");
    if (font.n == 0)
        font = khct_xml_get(a, "w:ascii");
    if (font.n > 0)
        p->font = khct_str_copy(w->arena, font);
}

/* An element of rPr or pPr. */
static void take_prop(const word *w, props *p, const char *name, khct_xml_attributes a)
{
    if (khct_xml_is(name, "w:rFonts"))
        take_font(w, p, a);
    else if (khct_xml_is(name, "w:b"))
        p->bold = on(a);
    else if (khct_xml_is(name, "w:numId"))
        p->list = khct_xml_number(a, "w:val", 0) + 1;
    else if (khct_xml_is(name, "w:ilvl"))
        p->level = khct_xml_number(a, "w:val", 0) + 1;
    else if (khct_xml_is(name, "w:outlineLvl"))
        p->outline = khct_xml_number(a, "w:val", 9) + 1;
    else if (khct_xml_is(name, "w:jc"))
        p->centred = khct_str_is(khct_xml_get(a, "w:val"), "center");
}

static void add_props(props *p, const props *more)
{
    if (more->font.n > 0)
        p->font = more->font;
    if (more->bold >= 0)
        p->bold = more->bold;
    if (more->list > 0)
        p->list = more->list;
    if (more->level > 0)
        p->level = more->level;
    if (more->outline > 0)
        p->outline = more->outline;
    p->centred |= more->centred;
}

static const props NOTHING = {.font = {"", 0}, .bold = -1};

/* What a style says, with those that it is based on. */
static props of_style(const word *w, khct_str id, unsigned depth)
{
    enum { MOST = 20 };
    uint32_t at = khct_map_get(&w->style_ids, id);
    if (at == KHCT_NONE || depth > MOST)
        return NOTHING;
    const style *s = &w->styles.at[at];
    props p = s->based.n > 0 ? of_style(w, s->based, depth + 1) : NOTHING;
    add_props(&p, &s->own);
    return p;
}

static khct_str default_style(const word *w)
{
    for (size_t i = 0; i < w->styles.n; i++)
        if (w->styles.at[i].first && w->styles.at[i].of_paragraphs)
            return w->styles.at[i].id;
    return KHCT_STR("");
}

/* --- styles.xml --- */

static void style_open(void *context, const char *name, khct_xml_attributes a)
{
    word *w = context;
    if (w->skip > 0 || khct_xml_is(name, "w:rPrChange") || khct_xml_is(name, "w:pPrChange") ||
        khct_xml_is(name, "w:tblStylePr")) {
        w->skip++;
        return;
    }
    if (khct_xml_is(name, "w:style")) {
        w->style = &khct_push(w->arena, &w->styles);
        *w->style = (style){.based = KHCT_STR(""),
                            .id = khct_xml_kept(w->arena, a, "w:styleId"),
                            .first = khct_str_is(khct_xml_get(a, "w:default"), "1"),
                            .of_paragraphs = khct_str_is(khct_xml_get(a, "w:type"), "paragraph"),
                            .own = NOTHING};
        khct_map_put(w->arena, &w->style_ids, w->style->id, (uint32_t)w->styles.n - 1);
    } else if (khct_xml_is(name, "w:basedOn") && w->style != NULL) {
        w->style->based = khct_xml_kept(w->arena, a, "w:val");
    } else {
        take_prop(w, w->style != NULL ? &w->style->own : &w->defaults, name, a);
    }
}

static void style_close(void *context, const char *name)
{
    word *w = context;
    if (w->skip > 0)
        w->skip--;
    else if (khct_xml_is(name, "w:style"))
        w->style = NULL;
}

/* --- numbering.xml --- */

static khct_list_level *open_level(const word *w)
{
    if (w->level == 0 || w->level > KHCT_LIST_LEVELS || w->lists.n == 0)
        return NULL;
    return &w->lists.at[w->lists.n - 1].levels[w->level - 1];
}

static void number_open(void *context, const char *name, khct_xml_attributes a)
{
    word *w = context;
    khct_list_level *level = open_level(w);
    uint32_t value = khct_xml_number(a, "w:val", 0);
    if (khct_xml_is(name, "w:abstractNum")) {
        khct_push(w->arena, &w->lists) = (khct_numbering_list){0};
        khct_push(w->arena, &w->list_ids) = khct_xml_number(a, "w:abstractNumId", UINT32_MAX);
    } else if (khct_xml_is(name, "w:lvl") && w->number == 0) {
        w->level = khct_xml_number(a, "w:ilvl", KHCT_LIST_LEVELS) + 1;
        level = open_level(w);
        if (level != NULL)
            *level = (khct_list_level){.text = KHCT_STR(""), .style = KHCT_STR(""), .start = 1};
    } else if (khct_xml_is(name, "w:num")) {
        w->number = 1;
        khct_push(w->arena, &w->numbers) =
            (list_number){.id = khct_xml_number(a, "w:numId", 0), .list = UINT32_MAX};
    } else if (khct_xml_is(name, "w:abstractNumId") && w->number > 0) {
        for (size_t i = 0; i < w->list_ids.n; i++)
            if (w->list_ids.at[i] == value)
                w->numbers.at[w->numbers.n - 1].list = (uint32_t)i;
    } else if (khct_xml_is(name, "w:lvlOverride") && w->number > 0) {
        w->level = khct_xml_number(a, "w:ilvl", KHCT_LIST_LEVELS) + 1;
    } else if (khct_xml_is(name, "w:startOverride") && w->number > 0 && w->level > 0 &&
               w->level <= KHCT_LIST_LEVELS) {
        w->numbers.at[w->numbers.n - 1].start[w->level - 1] = value + 1;
    } else if (level != NULL && w->number == 0) {
        if (khct_xml_is(name, "w:start"))
            level->start = value;
        else if (khct_xml_is(name, "w:numFmt"))
            level->form = khct_number_form_named(khct_xml_get(a, "w:val"));
        else if (khct_xml_is(name, "w:lvlText"))
            level->text = khct_xml_kept(w->arena, a, "w:val");
        else if (khct_xml_is(name, "w:pStyle"))
            level->style = khct_xml_kept(w->arena, a, "w:val");
    }
}

static void number_close(void *context, const char *name)
{
    word *w = context;
    if (khct_xml_is(name, "w:num"))
        w->number = 0;
    else if (khct_xml_is(name, "w:lvl") || khct_xml_is(name, "w:lvlOverride"))
        w->level = 0;
}

/* The label of a paragraph of list `id` (numId). */
static khct_str label_of(word *w, const props *p, khct_str style_id)
{
    uint32_t id = p->list - 1;
    for (size_t i = 0; id > 0 && i < w->numbers.n; i++) {
        list_number *n = &w->numbers.at[i];
        if (n->id != id || n->list >= w->lists.n)
            continue;
        khct_numbering_list *list = &w->lists.at[n->list];
        uint32_t level = p->level > 0 ? p->level - 1 : 0;
        for (unsigned k = 0; p->level == 0 && k < KHCT_LIST_LEVELS; k++)
            if (style_id.n > 0 && khct_str_eq(list->levels[k].style, style_id))
                level = k;
        level = level < KHCT_LIST_LEVELS ? level : KHCT_LIST_LEVELS - 1;
        if (n->start[level] > 0) { /* it begins anew once */
            list->counted[level] = false;
            list->levels[level].start = n->start[level] - 1;
            n->start[level] = 0;
        }
        return khct_list_label(w->arena, list, level);
    }
    return KHCT_STR("");
}

/* --- document.xml and its like --- */

/* What is passed over with all that it holds. */
static bool is_passed(const char *name)
{
    static const char *const NAMES[] = {
        "w:del",           "w:moveFrom",        "mc:Fallback",  "w:pPrChange",
        "w:rPrChange",     "w:tblPrChange",     "w:trPrChange", "w:tcPrChange",
        "w:sectPrChange",  "w:numberingChange", "w:delText",    "w:delInstrText",
        "w:tblPrExChange", "w:tblGridChange",
    };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (khct_xml_is(name, NAMES[i]))
            return true;
    return false;
}

static void tracked(word *w)
{
    if (!w->tracked)
        khct_in_say(w->b, KHCT_KH8036, KHCT_MSG0(IN_TRACKED));
    w->tracked = true;
}

static void begin_paragraph(word *w)
{
    struct holder *h = khct_alloc(w->arena, sizeof *h);
    h->up = w->here;
    h->paragraph = h->run = NOTHING;
    h->style = h->run_style = KHCT_STR("");
    w->here = h;
    h->made = khct_in_begin(w->b);
}

/* All of its properties are known: the label, the depth of a heading. */
static void settle_paragraph(word *w)
{
    struct holder *h = w->here;
    khct_in_paragraph *p = h->made;
    khct_str named = h->style.n > 0 ? h->style : default_style(w);
    props all = of_style(w, named, 0);
    add_props(&all, &h->paragraph);
    p->outline = (uint8_t)(all.outline > 0 && all.outline <= 9 ? all.outline : 0);
    p->centred = all.centred;
    if (all.list > 1)
        p->label = label_of(w, &all, named);
    if (w->aside)
        p->label = w->aside_label;
}

static void end_paragraph(word *w)
{
    struct holder *h = w->here;
    if (h == NULL)
        return;
    settle_paragraph(w);
    khct_in_end(w->b, h->mark_deleted);
    w->here = h->up;
    w->tracked = false;
}

static props run_props(const word *w)
{
    const struct holder *h = w->here;
    props all = w->defaults;
    props more = of_style(w, h->style.n > 0 ? h->style : default_style(w), 0);
    add_props(&all, &more);
    more = of_style(w, h->run_style, 0);
    add_props(&all, &more);
    add_props(&all, &h->run);
    return all;
}

static void put(word *w, khct_str text)
{
    if (w->here == NULL || w->drop ||
        (w->field != NULL && (!w->field->result || w->field->dropped)))
        return;
    props p = run_props(w);
    khct_in_weight(w->b, text, p.bold == 1);
    khct_in_text(w->b, text, khct_font_named(p.font));
}

static void field_char(word *w, khct_str type)
{
    if (khct_str_is(type, "begin")) {
        field *f = khct_alloc(w->arena, sizeof *f);
        f->up = w->field;
        f->dropped = f->up != NULL && (f->up->dropped || !f->up->result);
        w->field = f;
    } else if (khct_str_is(type, "separate") && w->field != NULL) {
        w->field->result = true;
    } else if (khct_str_is(type, "end") && w->field != NULL) {
        w->field = w->field->up;
    }
}

/* The number of the page says nothing. */
static bool is_page_field(khct_str code)
{
    code = khct_str_trim(code);
    return khct_str_starts(code, "PAGE") || khct_str_starts(code, "NUMPAGES") ||
           khct_str_starts(code, "SECTIONPAGES");
}

static void open_cell(word *w)
{
    if (!w->row_open)
        khct_in_row(w->b);
    w->row_open = true;
    w->columns = 1;
    w->goes_on = false;
    w->cell_pending = true;
}

/* Its properties, if it has any, are known. */
static void begin_cell(word *w)
{
    if (w->cell_pending)
        khct_in_cell_begin(w->b, w->columns, 1, w->goes_on);
    w->cell_pending = false;
}

static void take_cell_prop(word *w, const char *name, khct_xml_attributes a)
{
    if (khct_xml_is(name, "w:gridSpan"))
        w->columns = khct_xml_number(a, "w:val", 1);
    else if (khct_xml_is(name, "w:vMerge"))
        w->goes_on = !khct_str_is(khct_xml_get(a, "w:val"), "restart");
}

static void take_row_prop(word *w, const char *name, khct_xml_attributes a)
{
    if (khct_xml_is(name, "w:gridBefore")) {
        if (!w->row_open)
            khct_in_row(w->b);
        w->row_open = true;
        khct_in_skip(w->b, khct_xml_number(a, "w:val", 0));
    } else if (khct_xml_is(name, "w:del")) {
        w->row_deleted = true;
        tracked(w);
    } else if (khct_xml_is(name, "w:ins")) {
        tracked(w);
    }
}

static void open_in_props(word *w, const char *name, khct_xml_attributes a)
{
    struct holder *h = w->here;
    if (h == NULL)
        return;
    if (khct_xml_is(name, "w:pStyle") && w->in_paragraph_props)
        h->style = khct_xml_kept(w->arena, a, "w:val");
    else if (khct_xml_is(name, "w:rStyle"))
        h->run_style = khct_xml_kept(w->arena, a, "w:val");
    else if (khct_xml_is(name, "w:del") || khct_xml_is(name, "w:moveFrom"))
        h->mark_deleted = true;
    else if (khct_xml_is(name, "w:ins") || khct_xml_is(name, "w:moveTo"))
        tracked(w);
    else if (w->in_run_props && !w->in_paragraph_props)
        take_prop(w, &h->run, name, a);
    else if (!w->in_run_props)
        take_prop(w, &h->paragraph, name, a);
}

static void open_text(word *w, const char *name, khct_xml_attributes a)
{
    if (khct_xml_is(name, "w:t") || khct_xml_is(name, "m:t"))
        w->text++;
    else if (khct_xml_is(name, "w:instrText"))
        w->code++;
    else if (khct_xml_is(name, "w:tab") || khct_xml_is(name, "w:ptab"))
        put(w, KHCT_STR("\t"));
    else if (khct_xml_is(name, "w:br") || khct_xml_is(name, "w:cr"))
        put(w, KHCT_STR("\n"));
    else if (khct_xml_is(name, "w:noBreakHyphen"))
        put(w, KHCT_STR("-"));
    else if (khct_xml_is(name, "w:softHyphen"))
        put(w, KHCT_STR(KHCT_SOFT_HYPHEN));
    else if (khct_xml_is(name, "w:lastRenderedPageBreak"))
        khct_in_page(w->b);
    else if (khct_xml_is(name, "w:fldChar"))
        field_char(w, khct_xml_get(a, "w:fldCharType"));
    else if (khct_xml_is(name, "w:fldSimple") && is_page_field(khct_xml_get(a, "w:instr")))
        w->skip = 1;
    else if (khct_xml_is(name, "w:sym") && w->here != NULL) {
        long code = strtol(khct_cstr(w->arena, khct_xml_get(a, "w:char")), NULL, 16);
        khct_in_text(w->b, khct_font_sign((int32_t)(code & 0xFFFF)), KHCT_FONT_UNICODE);
    } else if (khct_xml_is(name, "w:altChunk") || khct_xml_is(name, "w:object"))
        khct_in_say(w->b, KHCT_KH8038, KHCT_MSG0(IN_OBJECT));
    else if (khct_xml_is(name, "a:blip") || khct_xml_is(name, "v:imagedata"))
        khct_in_say(w->b, KHCT_KH8038, KHCT_MSG0(IN_PICTURE));
}

static void open_frame(word *w, const char *name, khct_xml_attributes a)
{
    if (khct_xml_is(name, "w:p") || khct_xml_is(name, "w:tbl"))
        begin_cell(w);
    if (khct_xml_is(name, "w:p"))
        begin_paragraph(w);
    else if (khct_xml_is(name, "w:pPr"))
        w->in_paragraph_props = true;
    else if (khct_xml_is(name, "w:rPr"))
        w->in_run_props = true;
    else if (khct_xml_is(name, "w:r") && w->here != NULL) {
        w->here->run = NOTHING;
        w->here->run_style = KHCT_STR("");
    } else if (khct_xml_is(name, "w:tbl"))
        khct_in_table_begin(w->b, KHCT_STR(""));
    else if (khct_xml_is(name, "w:tr"))
        w->row_open = w->row_deleted = false;
    else if (khct_xml_is(name, "w:trPr"))
        w->in_row_props = true;
    else if (khct_xml_is(name, "w:tcPr"))
        w->in_cell_props = true;
    else if (khct_xml_is(name, "w:tc"))
        open_cell(w);
    else if (khct_xml_is(name, "w:ins") || khct_xml_is(name, "w:moveTo"))
        tracked(w);
    else
        open_text(w, name, a);
}

static void document_open(void *context, const char *name, khct_xml_attributes a)
{
    word *w = context;
    if (w->skip > 0) {
        w->skip++;
        return;
    }
    if (w->in_row_props) {
        take_row_prop(w, name, a);
        w->skip += is_passed(name) && !khct_xml_is(name, "w:del");
    } else if (w->in_cell_props) {
        take_cell_prop(w, name, a);
        w->skip += is_passed(name);
    } else if ((w->in_paragraph_props || w->in_run_props) && !khct_xml_is(name, "w:rPr")) {
        w->skip +=
            is_passed(name) && !khct_xml_is(name, "w:del") && !khct_xml_is(name, "w:moveFrom");
        if (w->skip == 0)
            open_in_props(w, name, a);
    } else if (is_passed(name)) {
        w->skip = 1;
        if (khct_xml_is(name, "w:del") || khct_xml_is(name, "w:moveFrom"))
            tracked(w);
    } else if (khct_xml_is(name, "w:tc") && w->row_deleted) {
        w->skip = 1;
    } else {
        open_frame(w, name, a);
    }
}

static void document_close(void *context, const char *name)
{
    word *w = context;
    if (w->skip > 0) {
        w->skip--;
        return;
    }
    if (khct_xml_is(name, "w:p"))
        end_paragraph(w);
    else if (khct_xml_is(name, "w:pPr"))
        w->in_paragraph_props = false;
    else if (khct_xml_is(name, "w:rPr"))
        w->in_run_props = false;
    else if (khct_xml_is(name, "w:trPr"))
        w->in_row_props = false;
    else if (khct_xml_is(name, "w:tcPr"))
        w->in_cell_props = false;
    else if (khct_xml_is(name, "w:tc")) {
        begin_cell(w);
        khct_in_cell_end(w->b);
    } else if (khct_xml_is(name, "w:tbl"))
        khct_in_table_end(w->b);
    else if ((khct_xml_is(name, "w:t") || khct_xml_is(name, "m:t")) && w->text > 0)
        w->text--;
    else if (khct_xml_is(name, "w:instrText") && w->code > 0)
        w->code--;
}

static void document_text(void *context, khct_str text)
{
    word *w = context;
    if (w->skip > 0)
        return;
    if (w->code > 0 && w->field != NULL)
        w->field->dropped |= is_page_field(text);
    else if (w->text > 0)
        put(w, text);
}

/* --- footnotes, remarks, heads and feet of pages --- */

static void note_open(void *context, const char *name, khct_xml_attributes a)
{
    word *w = context;
    if (khct_xml_is(name, "w:footnote") || khct_xml_is(name, "w:endnote"))
        w->drop = khct_xml_get(a, "w:type").n > 0;
    else
        document_open(context, name, a);
}

static const struct aside_row {
    const char *type, *label;
} ASIDES[] = {
    {"header", "đầu trang"},
    {"footer", "chân trang"},
    {"footnotes", "chú thích cuối trang"},
    {"endnotes", "chú thích cuối bài"},
    {"comments", "lời bàn bên lề"},
};

static khct_in_fault read_asides(word *w, const khct_unzip *archive,
                                 const khct_in_relations *relations)
{
    khct_xml_handler handler = {w, note_open, document_close, document_text};
    khct_in_aside(w->b, true);
    w->aside = true;
    for (size_t i = 0; i < relations->n; i++)
        for (size_t k = 0; k < sizeof ASIDES / sizeof *ASIDES; k++) {
            if (!khct_str_is(relations->at[i].type, ASIDES[k].type))
                continue;
            w->aside_label = khct_str_of(ASIDES[k].label);
            w->drop = false;
            khct_in_fault fault =
                khct_in_part(w->arena, archive, relations->at[i].target, true, &handler);
            if (fault.code != KHCT_CODE_COUNT)
                return fault;
        }
    return KHCT_IN_FINE;
}

khct_in_fault khct_in_read_docx(khct_in_builder *b, khct_arena *arena, const khct_unzip *archive)
{
    word w = {.b = b, .arena = arena, .defaults = NOTHING};
    const khct_in_office_part parts[] = {
        {"styles", "word/styles.xml", {&w, style_open, style_close, NULL}},
        {"numbering", "word/numbering.xml", {&w, number_open, number_close, NULL}},
        {NULL, NULL, {&w, document_open, document_close, document_text}},
    };
    khct_in_relations relations = {0};
    khct_in_fault fault = khct_in_read_office(arena, archive, "word/document.xml", parts,
                                              sizeof parts / sizeof *parts, &relations);
    return fault.code == KHCT_CODE_COUNT ? read_asides(&w, archive, &relations) : fault;
}
