/* The text between head and signatures, upright and turned. */
#include "emit/word/build.h"

#include "page/walk.h"
#include "text/utf8.h"

/* --- sections of upright and of turned pages --- */

/* Properties of the section that ends here. A turned sheet is bound at the edge that is read as the
 * upper one. Page numbers stand in the top margin, none on page 1. */
static void put_section(khct_docx *w)
{
    static const char UPRIGHT[] =
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
        "<w:pgMar w:top=\"1247\" w:right=\"907\" w:bottom=\"1191\" w:left=\"1758\" "
        "w:header=\"624\" w:footer=\"567\" w:gutter=\"0\"/>";
    static const char TURNED[] =
        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
        "<w:pgMar w:top=\"1758\" w:right=\"1247\" w:bottom=\"907\" w:left=\"1191\" "
        "w:header=\"1134\" w:footer=\"567\" w:gutter=\"0\"/>";
    khct_out_cstr(w->out, "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"dau\"/>"
                          "<w:type w:val=\"nextPage\"/>");
    khct_out_cstr(w->out, w->turned ? TURNED : UPRIGHT);
    khct_out_cstr(w->out, w->first ? "<w:titlePg/></w:sectPr>" : "</w:sectPr>");
    w->first = false;
}

/* Ends the section in a paragraph that takes no room. */
static void turn(khct_docx *w, bool on)
{
    if (w->turned == on)
        return;
    khct_docx_begin(w, "Ke");
    put_section(w);
    khct_docx_properties_end(w);
    khct_docx_end(w);
    w->turned = on;
}

/* --- blocks --- */

static void put_heading(khct_docx *w, const char *style, khct_docx_level level, khct_str number,
                        khct_str text)
{
    khct_docx_begin(w, style);
    bool counted =
        number.n > 0 && level != KHCT_DOCX_LEVELS && khct_docx_numbered(w, level, number);
    if (!counted) /* the style has a number, and this heading another or none */
        khct_out_cstr(w->out, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>"
                              "<w:ind w:left=\"0\" w:firstLine=\"567\"/>");
    khct_docx_properties_end(w);
    if (!counted && number.n > 0) {
        const char *sign = level == KHCT_DOCX_LEVELS ? ") " : ". ";
        khct_docx_run(w, khct_str_cat(w->arena, number, khct_str_of(sign)), "");
    }
    khct_docx_run(w, text, "");
    khct_docx_end(w);
}

static void put_line(khct_docx *w, const khct_piece *piece)
{
    khct_docx_begin(w, "Normal");
    khct_docx_properties_end(w);
    khct_docx_run(w, khct_str_cat(w->arena, piece->label, KHCT_STR(": ")), "");
    khct_docx_run(w, piece->text, "");
    khct_docx_end(w);
}

/* `keep`: it stays with what follows it. */
static void put_block(khct_docx *w, const khct_page_block *block, bool keep)
{
    khct_docx_from(w, khct_block_is_heading(block) ? block->span : block->piece.span);
    switch (block->kind) {
    case KHCT_BLOCK_ITALIC: khct_docx_line(w, "CanCu", block->piece.text); break;
    case KHCT_BLOCK_PART:
        put_heading(w, "Heading1", KHCT_DOCX_PART, block->number,
                    khct_upper(w->arena, block->text));
        break;
    case KHCT_BLOCK_HEADING:
        put_heading(w, "Heading2", KHCT_DOCX_ITEM, block->number, block->text);
        break;
    case KHCT_BLOCK_SUBHEADING:
        put_heading(w, "Heading3", KHCT_DOCX_LEVELS, block->number, block->text);
        break;
    case KHCT_BLOCK_PIECE:
        khct_docx_piece(w, &block->piece, &(khct_docx_place){.keep = keep});
        break;
    case KHCT_BLOCK_LINE: put_line(w, &block->piece); break;
    case KHCT_BLOCK_TABLE: khct_docx_table(w, block->table, keep); break;
    }
}

void khct_docx_body(khct_docx *w)
{
    khct_page_walk walk = khct_page_walk_of(w->page);
    while (khct_page_next(&walk)) {
        bool after_table = walk.before != NULL && walk.before->kind == KHCT_BLOCK_TABLE;
        turn(w, walk.landscape);
        if (after_table && walk.block->kind == KHCT_BLOCK_TABLE)
            khct_docx_line(w, "Ke", KHCT_STR("")); /* two tables side by side are one to Word */
        put_block(w, walk.block, walk.next + 1 >= w->page->blocks.n);
    }
    khct_docx_line(w, "CachKy", KHCT_STR(""));
    khct_docx_signatures(w);
    khct_docx_line(w, "Ke", KHCT_STR("")); /* a document does not end with a table */
    put_section(w);
}
