/* OpenDocument: texts and spreadsheets. */
#include "import/numbering.h"
#include "import/parts.h"

#include "text/map.h"

#include <stdlib.h>

typedef struct style {
    khct_str parent, font, list;
    int bold; /* -1: not said */
    bool centred;
    uint32_t outline;
} style;

typedef struct odf {
    khct_in_builder *b;
    khct_arena *arena;
    bool sheets;
    KHCT_VEC(style) styles;
    khct_map style_names;
    KHCT_VEC(khct_numbering_list) lists;
    khct_map list_names;
    /* reading */
    size_t skip;
    style *style;
    khct_numbering_list *list;
    uint32_t level;
    KHCT_VEC(khct_str) spans;      /* styles of the open spans */
    KHCT_VEC(khct_str) paragraphs; /* those of the open paragraphs: a frame nests them */
    KHCT_VEC(khct_numbering_list *) open_lists;
    bool item; /* the next paragraph begins an item */
    uint32_t repeat_cells;
    khct_strs cell; /* the text of the open cell, which may be repeated */
    khct_str aside; /* what the paragraphs beside the text are; empty: none is open */
} odf;

/* --- styles --- */

static void style_begin(odf *w, khct_xml_attributes a)
{
    w->style = &khct_push(w->arena, &w->styles);
    *w->style = (style){.font = KHCT_STR(""),
                        .parent = khct_xml_kept(w->arena, a, "style:parent-style-name"),
                        .list = khct_xml_kept(w->arena, a, "style:list-style-name"),
                        .outline = khct_xml_number(a, "style:default-outline-level", 0),
                        .bold = -1};
    khct_map_put(w->arena, &w->style_names, khct_xml_kept(w->arena, a, "style:name"),
                 (uint32_t)w->styles.n - 1);
}

static void list_level(odf *w, const char *name, khct_xml_attributes a)
{
    uint32_t at = khct_xml_number(a, "text:level", 0);
    if (w->list == NULL || at == 0 || at > KHCT_LIST_LEVELS)
        return;
    khct_list_level *row = &w->list->levels[at - 1];
    row->start = khct_xml_number(a, "text:start-value", 1);
    if (khct_xml_is(name, "text:list-level-style-bullet")) {
        row->form = KHCT_NUMBER_BULLET;
        return;
    }
    row->form = khct_number_form_named(khct_xml_get(a, "style:num-format"));
    uint32_t shown = khct_xml_number(a, "text:display-levels", 1);
    khct_strs pieces = {0};
    khct_push(w->arena, &pieces) = khct_xml_kept(w->arena, a, "style:num-prefix");
    for (uint32_t k = at >= shown ? at - shown : 0; k < at; k++) {
        char sign[3] = {'%', (char)('1' + k), '.'};
        khct_push(w->arena, &pieces) =
            khct_str_copy(w->arena, (khct_str){sign, k + 1 < at ? 3 : 2});
    }
    khct_push(w->arena, &pieces) = khct_xml_kept(w->arena, a, "style:num-suffix");
    row->text = khct_str_join(w->arena, pieces.at, pieces.n);
}

static void style_open(void *context, const char *name, khct_xml_attributes a)
{
    odf *w = context;
    if (khct_xml_is(name, "style:style") || khct_xml_is(name, "style:default-style"))
        style_begin(w, a);
    else if (khct_xml_is(name, "style:text-properties") && w->style != NULL) {
        khct_str font = khct_xml_get(a, "style:font-name");
        if (font.n == 0)
            font = khct_xml_get(a, "fo:font-family");
        if (khct_str_starts(font, "'"))
            font = khct_str_sub(font, 1, font.n - 1);
        if (font.n > 0)
            w->style->font = khct_str_copy(w->arena, font);
        khct_str weight = khct_xml_get(a, "fo:font-weight");
        if (weight.n > 0)
            w->style->bold = khct_str_is(weight, "bold");
    } else if (khct_xml_is(name, "style:paragraph-properties") && w->style != NULL) {
        w->style->centred = khct_str_is(khct_xml_get(a, "fo:text-align"), "center");
    } else if (khct_xml_is(name, "text:list-style") || khct_xml_is(name, "text:outline-style")) {
        w->list = &khct_push(w->arena, &w->lists);
        *w->list = (khct_numbering_list){0};
        khct_str named = khct_xml_is(name, "text:outline-style")
                             ? KHCT_STR("\1outline")
                             : khct_xml_kept(w->arena, a, "style:name");
        khct_map_put(w->arena, &w->list_names, named, (uint32_t)w->lists.n - 1);
    } else if (khct_str_starts(khct_str_of(name), "text:list-level-style") ||
               khct_xml_is(name, "text:outline-level-style")) {
        list_level(w, name, a);
    }
}

static void style_close(void *context, const char *name)
{
    odf *w = context;
    if (khct_xml_is(name, "style:style") || khct_xml_is(name, "style:default-style"))
        w->style = NULL;
    else if (khct_xml_is(name, "text:list-style") || khct_xml_is(name, "text:outline-style"))
        w->list = NULL;
}

static const style *style_at(const odf *w, khct_str name)
{
    uint32_t at = name.n == 0 ? KHCT_NONE : khct_map_get(&w->style_names, name);
    return at == KHCT_NONE ? NULL : &w->styles.at[at];
}

/* What a style or those it comes from say. */
static style resolved(const odf *w, khct_str name)
{
    enum { MOST = 20 };
    style all = {.font = KHCT_STR(""), .list = KHCT_STR(""), .parent = KHCT_STR(""), .bold = -1};
    const style *s = style_at(w, name);
    for (unsigned depth = 0; s != NULL && depth < MOST; depth++) {
        if (all.font.n == 0)
            all.font = s->font;
        if (all.bold < 0)
            all.bold = s->bold;
        if (all.outline == 0)
            all.outline = s->outline;
        if (all.list.n == 0)
            all.list = s->list;
        all.centred |= s->centred;
        s = style_at(w, s->parent);
    }
    return all;
}

/* --- text --- */

static void put(odf *w, khct_str text)
{
    if (w->paragraphs.n == 0)
        return;
    style all = resolved(w, w->paragraphs.at[w->paragraphs.n - 1]);
    for (size_t i = 0; i < w->spans.n; i++) {
        style span = resolved(w, w->spans.at[i]);
        if (span.font.n > 0)
            all.font = span.font;
        if (span.bold >= 0)
            all.bold = span.bold;
    }
    khct_in_weight(w->b, text, all.bold == 1);
    if (w->sheets)
        khct_push(w->arena, &w->cell) = khct_str_copy(w->arena, text);
    khct_in_text(w->b, text, khct_font_named(all.font));
}

static void begin_paragraph(odf *w, khct_xml_attributes a)
{
    khct_str name = khct_xml_kept(w->arena, a, "text:style-name");
    style all = resolved(w, name);
    khct_in_paragraph *p = khct_in_begin(w->b);
    uint32_t outline = khct_xml_number(a, "text:outline-level", all.outline);
    p->outline = (uint8_t)(outline <= 9 ? outline : 9);
    p->centred = all.centred;
    if (w->aside.n > 0)
        p->label = w->aside;
    if (w->aside.n == 0 && w->item && w->open_lists.n > 0) {
        khct_numbering_list *list = w->open_lists.at[w->open_lists.n - 1];
        if (list != NULL)
            p->label = khct_list_label(w->arena, list, (unsigned)w->open_lists.n - 1);
        else
            p->label = KHCT_STR("-");
    }
    w->item = false;
    khct_push(w->arena, &w->paragraphs) = name;
}

static void begin_list(odf *w, khct_xml_attributes a)
{
    khct_str name = khct_xml_get(a, "text:style-name");
    khct_numbering_list *list = w->open_lists.n > 0 ? w->open_lists.at[w->open_lists.n - 1] : NULL;
    uint32_t at = name.n == 0 ? KHCT_NONE : khct_map_get(&w->list_names, name);
    if (at != KHCT_NONE)
        list = &w->lists.at[at];
    bool goes_on = khct_str_is(khct_xml_get(a, "text:continue-numbering"), "true") ||
                   khct_xml_get(a, "text:continue-list").n > 0;
    if (list != NULL && w->open_lists.n == 0 && !goes_on)
        for (unsigned i = 0; i < KHCT_LIST_LEVELS; i++)
            list->counted[i] = false;
    khct_push(w->arena, &w->open_lists) = list;
}

static void put_blanks(odf *w, uint32_t n)
{
    for (uint32_t i = 0; i < n && i < 100; i++)
        put(w, KHCT_STR(" "));
}

static bool is_passed(const char *name)
{
    static const char *const NAMES[] = {"text:tracked-changes",
                                        "text:note-citation",
                                        "creator",
                                        "date",
                                        "text:page-number",
                                        "text:page-count",
                                        "text:ruby-text",
                                        "office:forms",
                                        "table:shapes",
                                        "text:sequence-decls",
                                        "table:tracked-changes",
                                        "office:settings"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (khct_xml_is(name, NAMES[i]))
            return true;
    return false;
}

static void begin_cell(odf *w, khct_xml_attributes a)
{
    enum { MOST = 200 };
    w->repeat_cells = khct_xml_number(a, "table:number-columns-repeated", 1);
    khct_in_cell_begin(w->b, khct_xml_number(a, "table:number-columns-spanned", 1),
                       khct_xml_number(a, "table:number-rows-spanned", 1), false);
    if (w->repeat_cells > MOST)
        w->repeat_cells = 1;
    w->cell.n = 0;
}

static void end_cell(odf *w)
{
    khct_in_cell_end(w->b);
    khct_str text = khct_str_join(w->arena, w->cell.at, w->cell.n);
    for (uint32_t i = 1; i < w->repeat_cells; i++) {
        khct_in_cell_begin(w->b, 1, 1, false);
        khct_in_begin(w->b);
        khct_in_text(w->b, text, KHCT_FONT_UNICODE);
        khct_in_end(w->b, false);
        khct_in_cell_end(w->b);
    }
    w->cell.n = 0;
}

/* Footnotes and remarks: their paragraphs stand in the one that they belong to. */
static khct_str aside_named(const char *name)
{
    if (khct_xml_is(name, "text:note-body"))
        return KHCT_STR("chú thích cuối trang");
    return khct_xml_is(name, "office:annotation") ? KHCT_STR("lời bàn bên lề") : KHCT_STR("");
}

static void document_open(void *context, const char *name, khct_xml_attributes a)
{
    odf *w = context;
    if (w->skip > 0 || is_passed(name)) {
        if (w->skip == 0 && khct_xml_is(name, "text:tracked-changes"))
            khct_in_say(w->b, KHCT_KH8036, KHCT_MSG0(IN_TRACKED));
        w->skip++;
        return;
    }
    style_open(context, name, a);
    if (aside_named(name).n > 0) {
        w->aside = aside_named(name);
        khct_in_aside(w->b, true);
    }
    if (khct_xml_is(name, "text:p") || khct_xml_is(name, "text:h"))
        begin_paragraph(w, a);
    else if (khct_xml_is(name, "text:span") || khct_xml_is(name, "text:a"))
        khct_push(w->arena, &w->spans) = khct_xml_kept(w->arena, a, "text:style-name");
    else if (khct_xml_is(name, "text:s"))
        put_blanks(w, khct_xml_number(a, "text:c", 1));
    else if (khct_xml_is(name, "text:tab"))
        put(w, KHCT_STR("\t"));
    else if (khct_xml_is(name, "text:line-break"))
        put(w, KHCT_STR("\n"));
    else if (khct_xml_is(name, "text:soft-page-break"))
        khct_in_page(w->b);
    else if (khct_xml_is(name, "text:list"))
        begin_list(w, a);
    else if (khct_xml_is(name, "text:list-item") || khct_xml_is(name, "text:list-header"))
        w->item = khct_xml_is(name, "text:list-item");
    else if (khct_xml_is(name, "table:table"))
        khct_in_table_begin(w->b, w->sheets ? khct_xml_get(a, "table:name") : KHCT_STR(""));
    else if (khct_xml_is(name, "table:table-row"))
        khct_in_row(w->b);
    else if (khct_xml_is(name, "table:table-cell"))
        begin_cell(w, a);
    else if (khct_xml_is(name, "draw:image"))
        khct_in_say(w->b, KHCT_KH8038, KHCT_MSG0(IN_PICTURE));
    else if (khct_xml_is(name, "draw:object"))
        khct_in_say(w->b, KHCT_KH8038, KHCT_MSG0(IN_OBJECT));
}

static void document_close(void *context, const char *name)
{
    odf *w = context;
    if (w->skip > 0) {
        w->skip--;
        return;
    }
    style_close(context, name);
    if (aside_named(name).n > 0) {
        w->aside = KHCT_STR("");
        khct_in_aside(w->b, false);
    }
    if ((khct_xml_is(name, "text:p") || khct_xml_is(name, "text:h")) && w->paragraphs.n > 0) {
        khct_in_end(w->b, false);
        w->paragraphs.n--;
    } else if ((khct_xml_is(name, "text:span") || khct_xml_is(name, "text:a")) && w->spans.n > 0) {
        w->spans.n--;
    } else if (khct_xml_is(name, "text:list") && w->open_lists.n > 0) {
        w->open_lists.n--;
    } else if (khct_xml_is(name, "table:table")) {
        khct_in_table_end(w->b);
    } else if (khct_xml_is(name, "table:table-cell")) {
        end_cell(w);
    }
}

static void document_text(void *context, khct_str text)
{
    odf *w = context;
    if (w->skip > 0 || w->paragraphs.n == 0)
        return;
    char *folded = khct_alloc_bytes(w->arena, text.n); /* a line end in the file is a blank */
    for (size_t i = 0; i < text.n; i++)
        folded[i] = strchr("\n\t\r", text.p[i]) != NULL ? ' ' : text.p[i];
    put(w, (khct_str){folded, text.n});
}

/* --- heads and feet of pages, in styles.xml --- */

static bool is_margin(const char *name)
{
    return khct_str_starts(khct_str_of(name), "style:header") ||
           khct_str_starts(khct_str_of(name), "style:footer");
}

static bool is_properties(const char *name)
{
    return khct_str_ends(khct_str_of(name), "-style") ||
           khct_str_ends(khct_str_of(name), "-properties");
}

static void margin_open(void *context, const char *name, khct_xml_attributes a)
{
    odf *w = context;
    if (is_margin(name) && !is_properties(name))
        w->aside = khct_str_starts(khct_str_of(name), "style:header") ? KHCT_STR("đầu trang")
                                                                      : KHCT_STR("chân trang");
    else if (w->aside.n > 0)
        document_open(context, name, a);
}

static void margin_close(void *context, const char *name)
{
    odf *w = context;
    if (is_margin(name) && !is_properties(name))
        w->aside = KHCT_STR("");
    else if (w->aside.n > 0)
        document_close(context, name);
}

khct_in_fault khct_in_read_odf(khct_in_builder *b, khct_arena *arena, const khct_unzip *archive,
                               bool sheets)
{
    odf w = {.b = b, .arena = arena, .sheets = sheets};
    khct_xml_handler styles = {&w, style_open, style_close, NULL};
    khct_xml_handler content = {&w, document_open, document_close, document_text};
    const khct_unzip_part *manifest = khct_unzip_find(archive, KHCT_STR("META-INF/manifest.xml"));
    khct_str words = KHCT_STR("");
    if (manifest != NULL && khct_unzip_read(arena, archive, manifest, &words) == KHCT_UNZIP_FINE &&
        khct_str_find(words, KHCT_STR("encryption-data")) < words.n)
        return (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_SEALED)};
    khct_xml_handler margins = {&w, margin_open, margin_close, document_text};
    khct_in_fault fault = khct_in_part(arena, archive, KHCT_STR("styles.xml"), true, &styles);
    if (fault.code == KHCT_CODE_COUNT)
        fault = khct_in_part(arena, archive, KHCT_STR("content.xml"), false, &content);
    if (fault.code != KHCT_CODE_COUNT || sheets)
        return fault;
    khct_in_aside(b, true);
    w.skip = w.spans.n = w.open_lists.n = 0;
    return khct_in_part(arena, archive, KHCT_STR("styles.xml"), true, &margins);
}
