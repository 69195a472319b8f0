#include "emit/sheet/book.h"

#include "text/utf8.h"
#include "text/xml.h"

#include <stdio.h>
#include <stdlib.h>

#define SHEET "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define BEGIN "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* Numbers of the styles in styles.xml. */
typedef enum look { TEXT, HEADING, DAY, NUMBER, MONEY } look;

enum { LONGEST = 32767 }; /* UTF-16 units in a cell */

static const int64_t EXACT = INT64_C(1) << 53; /* numbers beyond are not exact in a workbook */

static void part(khct_book *b, const char *name)
{
    b->out = khct_zip_part(b->zip, khct_str_of(name));
    khct_out_cstr(b->out, BEGIN);
}

static void put(khct_book *b, const char *text)
{
    khct_out_cstr(b->out, text);
}

/* --- parts that hold no rows --- */

static void put_types(khct_book *b)
{
    part(b, "[Content_Types].xml");
    put(b,
        "<Types xmlns=\"" PACKAGE "content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
        "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" SHEET "sheet.main+xml\"/>"
        "<Override PartName=\"/xl/styles.xml\" ContentType=\"" SHEET "styles+xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd."
        "openxmlformats-package.core-properties+xml\"/><Override PartName=\"/docProps/app.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>");
    for (size_t i = 1; i <= b->count; i++)
        khct_out_format(b->out,
                        "<Override PartName=\"/xl/worksheets/sheet%zu.xml\" ContentType=\"" SHEET
                        "worksheet+xml\"/>",
                        i);
    put(b, "</Types>");
}

static void put_relations(khct_book *b)
{
    part(b, "_rels/.rels");
    put(b,
        "<Relationships xmlns=\"" PACKAGE "relationships\">"
        "<Relationship Id=\"so\" Type=\"" RELATION "officeDocument\" Target=\"xl/workbook.xml\"/>"
        "<Relationship Id=\"ve\" Type=\"" PACKAGE "relationships/metadata/core-properties\" "
        "Target=\"docProps/core.xml\"/><Relationship Id=\"boi\" Type=\"" RELATION
        "extended-properties\" Target=\"docProps/app.xml\"/></Relationships>");
    part(b, "xl/_rels/workbook.xml.rels");
    put(b, "<Relationships xmlns=\"" PACKAGE
           "relationships\"><Relationship Id=\"kieu\" Type=\"" RELATION
           "styles\" Target=\"styles.xml\"/>");
    for (size_t i = 1; i <= b->count; i++)
        khct_out_format(b->out,
                        "<Relationship Id=\"bang%zu\" Type=\"" RELATION
                        "worksheet\" Target=\"worksheets/sheet%zu.xml\"/>",
                        i, i);
    put(b, "</Relationships>");
}

static void put_property(khct_book *b, const char *name, khct_str text)
{
    khct_out_format(b->out, "<%s>", name);
    khct_xml_text(b->out, text);
    khct_out_format(b->out, "</%s>", name);
}

/* Without a time, and with the mark by which khct knows its own workbooks. */
static void put_properties(khct_book *b, khct_str title, khct_str author)
{
    part(b, "docProps/core.xml");
    put(b, "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
    put_property(b, "dc:title", title);
    put_property(b, "dc:creator", author);
    put(b, "</cp:coreProperties>");
    part(b, "docProps/app.xml");
    put(b, "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
           "extended-properties\"><Application>khct</Application></Properties>");
}

/* Text, heading, day, number, money: the order of `look`. */
static void put_styles(khct_book *b)
{
    part(b, "xl/styles.xml");
    put(b,
        "<styleSheet " MAIN "><numFmts count=\"2\">"
        "<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"#,##0\"/></numFmts>"
        "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Times New Roman\"/></font>"
        "<font><b/><sz val=\"11\"/><name val=\"Times New Roman\"/></font></fonts>"
        "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
        "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill "
        "patternType=\"solid\"><fgColor rgb=\"FFDBE8F4\"/></patternFill></fill></fills>"
        "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
        "</cellStyleXfs><cellXfs count=\"5\">"
        "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
        "applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" "
        "wrapText=\"1\"/></xf>"
        "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" "
        "applyFill=\"1\" applyAlignment=\"1\"><alignment horizontal=\"center\" vertical=\"center\" "
        "wrapText=\"1\"/></xf>");
    static const unsigned FORMATS[] = {164, 0, 165};
    for (size_t i = 0; i < sizeof FORMATS / sizeof FORMATS[0]; i++)
        khct_out_format(
            b->out,
            "<xf numFmtId=\"%u\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
            "applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>",
            FORMATS[i]);
    put(b, "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
           "builtinId=\"0\"/></cellStyles></styleSheet>");
}

static void put_workbook(khct_book *b)
{
    part(b, "xl/workbook.xml");
    put(b, "<workbook " MAIN " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
           "relationships\"><bookViews><workbookView/></bookViews><sheets>");
    for (size_t i = 1; i <= b->count; i++) {
        put(b, "<sheet name=\"");
        khct_xml_text(b->out, khct_str_of(b->sheets[i - 1].name));
        khct_out_format(b->out, "\" sheetId=\"%zu\" r:id=\"bang%zu\"/>", i, i);
    }
    put(b, "</sheets><definedNames>");
    for (size_t i = 0; i < b->count; i++) { /* the heading on each printed page */
        khct_out_format(b->out, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"%zu\">'",
                        i);
        khct_xml_text(b->out, khct_str_of(b->sheets[i].name));
        put(b, "'!$1:$1</definedName>");
    }
    put(b, "</definedNames></workbook>");
}

void khct_book_begin(khct_book *b, khct_out *out, khct_arena *arena, const khct_book_sheet *sheets,
                     size_t count, khct_str title, khct_str author)
{
    *b = (khct_book){.arena = arena, .sheets = sheets, .count = count};
    b->zip = khct_zip_new(arena, out);
    put_types(b);
    put_relations(b);
    put_properties(b, title, author);
    put_styles(b);
    put_workbook(b);
}

/* --- cells --- */

void khct_book_put(khct_book *b, khct_book_cell cell)
{
    if (b->column < KHCT_BOOK_COLUMNS)
        b->cells[b->column++] = cell;
}

static void end_row(khct_book *b);

/* --- rows as lines --- */

/* In a line, cells stand one after another, each ended by CELL: a letter for its kind, then the
 * text (in which LINE stands for a line end) or the number. */
enum { CELL = 0x1F, LINE = 0x1E };

static const char LETTERS[] = " thdnm"; /* by khct_book_kind */

void khct_book_to_lines(khct_book *b, khct_out *lines, khct_arena *arena, const khct_str *lead,
                        size_t leads)
{
    *b = (khct_book){.arena = arena, .lines = lines, .lead = lead, .leads = leads};
}

static void line_cell(khct_out *out, const khct_book_cell *cell)
{
    if (cell->kind != KHCT_BOOK_EMPTY)
        khct_out_char(out, LETTERS[cell->kind]);
    if (cell->kind >= KHCT_BOOK_DATE)
        khct_out_number(out, cell->number);
    for (size_t i = 0; i < cell->text.n; i++) {
        char c = cell->text.p[i];
        khct_out_char(out, c == '\n' ? LINE : (c == CELL || c == LINE) ? ' ' : c);
    }
    khct_out_char(out, CELL);
}

static void put_line(khct_book *b)
{
    khct_out_char(b->lines, (char)('a' + b->open - 1));
    for (size_t i = 0; i < b->leads; i++)
        line_cell(b->lines, &(khct_book_cell){KHCT_BOOK_TEXT, b->lead[i], 0});
    for (uint32_t c = 0; c < b->column; c++)
        line_cell(b->lines, &b->cells[c]);
    khct_out_char(b->lines, '\n');
}

/* A number ends where its cell does. */
static void take_cell(khct_book *b, char *cell, size_t n)
{
    khct_book_kind kind = (khct_book_kind)(strchr(LETTERS, cell[0]) - LETTERS);
    if (kind >= KHCT_BOOK_DATE) {
        khct_book_put(b, (khct_book_cell){kind, {0}, strtoll(cell + 1, NULL, 10)});
        return;
    }
    for (size_t i = 1; i < n; i++)
        cell[i] = cell[i] == LINE ? '\n' : cell[i];
    khct_book_put(b, khct_book_text((khct_str){cell + 1, n - 1}));
}

void khct_book_line(khct_book *b, char *line, size_t n)
{
    khct_book_row(b);
    for (size_t from = 0, at = 0; at < n; at++) {
        if (line[at] != CELL)
            continue;
        if (at == from)
            khct_book_put(b, (khct_book_cell){0});
        else
            take_cell(b, line + from, at - from);
        from = at + 1;
    }
    end_row(b);
}

/* --- rows in a sheet --- */

/* "A", …, "Z", "AA", … */
static void put_column(khct_book *b, uint32_t column)
{
    if (column >= 26)
        put_column(b, column / 26 - 1);
    khct_out_char(b->out, (char)('A' + column % 26));
}

static void put_place(khct_book *b, uint32_t column, look style)
{
    khct_out_cstr(b->out, "<c r=\"");
    put_column(b, column);
    khct_out_format(b->out, "%u\" s=\"%d\"", (unsigned)b->row, (int)style);
}

static void put_string(khct_book *b, uint32_t column, khct_str text, look style)
{
    put_place(b, column, style);
    put(b, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    khct_xml_text(b->out, text);
    put(b, "</t></is></c>");
}

/* As much of the text as a cell holds. */
static khct_str fitting(khct_book *b, khct_str text)
{
    static const khct_str CUT = {"… (dài hơn một ô chứa được)",
                                 sizeof "… (dài hơn một ô chứa được)" - 1};
    if (text.n <= LONGEST || khct_utf8_utf16(text) <= LONGEST)
        return text;
    size_t room = LONGEST - khct_utf8_utf16(CUT), units = 0, at = 0, length;
    while (at < text.n) {
        units += khct_utf8_at(text.p + at, text.n - at, &length) > 0xFFFF ? 2 : 1;
        if (units > room)
            break;
        at += length;
    }
    return khct_str_cat(b->arena, khct_str_sub(text, 0, at), CUT);
}

static void put_number(khct_book *b, uint32_t column, int64_t number, look style)
{
    if (number > EXACT || number < -EXACT) {
        put_string(b, column, khct_str_number(b->arena, number), TEXT);
        return;
    }
    put_place(b, column, style);
    put(b, "><v>");
    khct_out_number(b->out, number);
    put(b, "</v></c>");
}

/* Days are counted from 30 December 1899, as workbooks do it for every day after February 1900;
 * one before that is written as text. */
static void put_date(khct_book *b, uint32_t column, khct_date date)
{
    enum { FIRST = -25569, EARLIEST = -25508 }; /* 30/12/1899, 1/3/1900 */
    if (date < EARLIEST)
        put_string(b, column, khct_date_short(b->arena, date), TEXT);
    else
        put_number(b, column, (int64_t)date - FIRST, DAY);
}

static void put_cell(khct_book *b, uint32_t c)
{
    const khct_book_cell *cell = &b->cells[c];
    switch (cell->kind) {
    case KHCT_BOOK_EMPTY: break;
    case KHCT_BOOK_TEXT: put_string(b, c, fitting(b, cell->text), TEXT); break;
    case KHCT_BOOK_HEADING: put_string(b, c, cell->text, HEADING); break;
    case KHCT_BOOK_DATE: put_date(b, c, (khct_date)cell->number); break;
    case KHCT_BOOK_NUMBER: put_number(b, c, cell->number, NUMBER); break;
    case KHCT_BOOK_MONEY: put_number(b, c, cell->number, MONEY); break;
    }
}

/* How many lines the text takes in a column of that width, about. */
static size_t lines_of(khct_str text, size_t width)
{
    size_t lines = 0, end;
    for (size_t from = 0; from <= text.n; from = end + 1) {
        const char *stop = memchr(text.p + from, '\n', text.n - from);
        end = stop == NULL ? text.n : (size_t)(stop - text.p);
        lines += khct_utf8_characters(khct_str_sub(text, from, end)) / width + 1;
    }
    return lines;
}

/* The height is given: some programs show a row as high as one line until it is edited. */
static void put_row(khct_book *b)
{
    enum { LINE_HEIGHT = 15, MOST = 409 }; /* in points; no row may be higher */
    const khct_book_sheet *sheet = &b->sheets[b->open - 1];
    size_t height = LINE_HEIGHT;
    for (uint32_t c = 0; c < b->column; c++) {
        const khct_book_cell *cell = &b->cells[c];
        size_t wanted =
            cell->text.n == 0 ? 0 : lines_of(cell->text, sheet->columns[c].width) * LINE_HEIGHT;
        height = wanted > height ? wanted : height;
    }
    khct_out_format(b->out, "<row r=\"%u\" ht=\"%zu\">", (unsigned)b->row,
                    height < MOST ? height : MOST);
    for (uint32_t c = 0; c < b->column; c++)
        put_cell(b, c);
    put(b, "</row>");
}

static void end_row(khct_book *b)
{
    if (b->column > 0 && b->lines != NULL)
        put_line(b);
    else if (b->column > 0)
        put_row(b);
    b->column = 0;
}

void khct_book_row(khct_book *b)
{
    end_row(b);
    b->row++;
}

void khct_book_sheet_begin(khct_book *b)
{
    b->open++;
    b->row = 0;
    if (b->lines != NULL)
        return;
    const khct_book_sheet *sheet = &b->sheets[b->open - 1];
    char name[40];
    snprintf(name, sizeof name, "xl/worksheets/sheet%zu.xml", b->open);
    part(b, khct_cstr(b->arena, khct_str_of(name)));
    khct_out_format(b->out,
                    "<worksheet " MAIN
                    "><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView "
                    "%sworkbookViewId=\"0\"><pane "
                    "ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                    "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>",
                    b->open == 1 ? "tabSelected=\"1\" " : "");
    for (size_t c = 0; c < sheet->count; c++)
        khct_out_format(b->out, "<col min=\"%zu\" max=\"%zu\" width=\"%u\" customWidth=\"1\"/>",
                        c + 1, c + 1, sheet->columns[c].width);
    put(b, "</cols><sheetData>");
    khct_book_row(b);
    for (size_t c = 0; c < sheet->count; c++)
        khct_book_put(b,
                      (khct_book_cell){KHCT_BOOK_HEADING, khct_str_of(sheet->columns[c].title), 0});
}

void khct_book_sheet_end(khct_book *b)
{
    end_row(b);
    if (b->lines != NULL)
        return;
    const khct_book_sheet *sheet = &b->sheets[b->open - 1];
    put(b, "</sheetData><autoFilter ref=\"A1:");
    put_column(b, (uint32_t)sheet->count - 1);
    khct_out_format(b->out,
                    "%u\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" "
                    "fitToHeight=\"0\"/></worksheet>",
                    (unsigned)b->row);
}

void khct_book_end(khct_book *b)
{
    khct_zip_end(b->zip);
}
