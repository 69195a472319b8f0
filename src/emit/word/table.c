/* Tables of the plan, and the frames that set the head and the signatures side by side. */
#include "emit/word/build.h"

#include "page/walk.h"
#include "page/widths.h"

enum { NARROW_FROM = 8 }; /* columns from which letters are smaller, as in the PDF */

static const char *align_of(khct_align align)
{
    switch (align) {
    case KHCT_CENTRE: return "center";
    case KHCT_JUSTIFIED: return "both";
    case KHCT_LEFT: break;
    }
    return "left";
}

/* A table while it is written. */
typedef struct writing {
    khct_docx *w;
    const khct_table *table;
    uint32_t *widths; /* of the columns, in twips */
    bool narrow;
} writing;

static uint32_t sum(const uint32_t *widths, size_t from, size_t n)
{
    uint32_t all = 0;
    for (size_t i = from; i < from + n; i++)
        all += widths[i];
    return all;
}

static void begin_cell(writing *t, size_t column, uint32_t columns, const char *merge)
{
    khct_out *out = t->w->out;
    khct_out_format(out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>",
                    sum(t->widths, column, columns));
    if (columns > 1)
        khct_out_format(out, "<w:gridSpan w:val=\"%u\"/>", columns);
    khct_out_cstr(out, merge);
}

/* The look of what stands in a cell. */
static khct_docx_place place_of(const writing *t, const khct_row *row, const khct_cell_box *box,
                                bool heading, bool keep)
{
    static const char *const STYLES[2][2] = {{"O", "ONho"}, {"ODau", "ODauNho"}};
    bool bold = !heading && row->kind != KHCT_ROW_BODY;
    return (khct_docx_place){.style = STYLES[heading][t->narrow],
                             .align = heading                      ? NULL
                                      : row->kind == KHCT_ROW_PART ? "center"
                                                                   : align_of(box->align),
                             .bold = bold,
                             .keep = keep || heading || bold};
}

static void put_cell(writing *t, const khct_table_walk *walk, bool keep)
{
    const khct_cell_box *box = walk->cell;
    bool heading = walk->heading;
    khct_docx_place place = place_of(t, walk->row, box, heading, keep);
    begin_cell(t, walk->column, walk->columns,
               box->rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : "");
    khct_out_cstr(t->w->out, heading ? "<w:vAlign w:val=\"center\"/></w:tcPr>" : "</w:tcPr>");
    t->w->next[KHCT_DOCX_CELL_ITEM] = 0; /* a cell's numbers begin anew */
    for (size_t i = 0; i < box->pieces.n; i++)
        khct_docx_piece(t->w, &box->pieces.at[i], &place);
    if (box->pieces.n == 0)
        khct_docx_line(t->w, place.style, KHCT_STR(""));
    khct_out_cstr(t->w->out, "</w:tc>");
}

/* The part of a cell that reaches down from a row above. */
static void put_covered(writing *t, size_t column, uint32_t columns)
{
    begin_cell(t, column, columns, "<w:vMerge/>");
    khct_out_cstr(t->w->out, "</w:tcPr>");
    khct_docx_line(t->w, t->narrow ? "ONho" : "O", KHCT_STR(""));
    khct_out_cstr(t->w->out, "</w:tc>");
}

static void put_row(writing *t, khct_table_walk *walk, bool keep)
{
    khct_out_cstr(t->w->out, "<w:tr><w:trPr><w:cantSplit/>");
    khct_out_cstr(t->w->out, walk->heading ? "<w:tblHeader/></w:trPr>" : "</w:trPr>");
    while (khct_table_next_cell(walk))
        if (walk->cell != NULL)
            put_cell(t, walk, keep);
        else
            put_covered(t, walk->column, walk->columns);
    khct_out_cstr(t->w->out, "</w:tr>");
}

static void put_caption(khct_docx *w, khct_str caption)
{
    if (caption.n == 0)
        return;
    khct_out_cstr(w->out, "<w:tblCaption w:val=\"");
    khct_xml_text(w->out, caption);
    khct_out_cstr(w->out, "\"/>");
}

void khct_docx_table(khct_docx *w, const khct_table *table, bool keep)
{
    size_t n = table->columns.n;
    writing t = {.w = w, .table = table, .narrow = n >= NARROW_FROM};
    t.widths = khct_alloc_array(w->arena, n + 1, sizeof *t.widths);
    khct_table_widths(w->arena, table, false, t.widths);
    uint32_t all = w->turned ? KHCT_DOCX_TURNED : KHCT_DOCX_ACROSS, given = 0, shares = 0;
    for (size_t c = 0; c < n; c++) {
        shares += t.widths[c];
        uint32_t edge = (uint32_t)((uint64_t)all * shares / KHCT_WIDTH_SUM);
        t.widths[c] = edge - given;
        given = edge;
    }
    khct_out_format(
        w->out,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Bang\"/><w:tblW w:w=\"%u\" w:type=\"dxa\"/>"
        "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/>",
        all);
    put_caption(w, table->caption);
    khct_out_cstr(w->out, "</w:tblPr><w:tblGrid>");
    for (size_t c = 0; c < n; c++)
        khct_out_format(w->out, "<w:gridCol w:w=\"%u\"/>", t.widths[c]);
    khct_out_cstr(w->out, "</w:tblGrid>");
    khct_table_walk walk = khct_table_walk_of(w->arena, table);
    while (khct_table_next_row(&walk))
        put_row(&t, &walk, walk.heading || (keep && walk.last));
    khct_out_cstr(w->out, "</w:tbl>");
}

/* --- frames --- */

void khct_docx_frame(khct_docx *w, const uint32_t *widths, size_t n)
{
    khct_out_format(w->out,
                    "<w:tbl><w:tblPr><w:tblW w:w=\"%u\" w:type=\"dxa\"/>"
                    "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" "
                    "w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>"
                    "</w:tblPr><w:tblGrid>",
                    sum(widths, 0, n));
    for (size_t c = 0; c < n; c++)
        khct_out_format(w->out, "<w:gridCol w:w=\"%u\"/>", widths[c]);
    khct_out_cstr(w->out, "</w:tblGrid>");
}

void khct_docx_frame_cell(khct_docx *w, uint32_t width)
{
    khct_out_format(w->out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>", width);
}
