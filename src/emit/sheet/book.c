#include "emit/sheet/book.h"

#include "text/utf8.h"
#include "text/xml.h"

#include <stdio.h>

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
    put(b, "</sheets></workbook>");
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

/* --- rows and cells --- */

/* "A", …, "Z", "AA", … */
static void put_column(khct_book *b, uint32_t column)
{
    if (column >= 26)
        put_column(b, column / 26 - 1);
    khct_out_char(b->out, (char)('A' + column % 26));
}

static void put_place(khct_book *b)
{
    khct_out_cstr(b->out, "<c r=\"");
    put_column(b, b->column++);
    khct_out_format(b->out, "%u\" s=\"", (unsigned)b->row);
}

static void put_string(khct_book *b, khct_str text, look style)
{
    put_place(b);
    khct_out_format(b->out, "%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", (int)style);
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

void khct_book_text(khct_book *b, khct_str text)
{
    if (text.n == 0)
        khct_book_nothing(b);
    else
        put_string(b, fitting(b, text), TEXT);
}

void khct_book_nothing(khct_book *b)
{
    b->column++;
}

static void put_number(khct_book *b, int64_t number, look style)
{
    if (number > EXACT || number < -EXACT) {
        put_string(b, khct_str_number(b->arena, number), TEXT);
        return;
    }
    put_place(b);
    khct_out_format(b->out, "%d\"><v>", (int)style);
    khct_out_number(b->out, number);
    put(b, "</v></c>");
}

/* Days are counted from 30 December 1899, as workbooks do it for every day after February 1900;
 * one before that is written as text. */
void khct_book_date(khct_book *b, khct_date date)
{
    enum { FIRST = -25569, EARLIEST = -25508 }; /* 30/12/1899, 1/3/1900 */
    if (date == KHCT_NO_DATE)
        khct_book_nothing(b);
    else if (date < EARLIEST)
        khct_book_text(b, khct_date_short(b->arena, date));
    else
        put_number(b, (int64_t)date - FIRST, DAY);
}

void khct_book_number(khct_book *b, int64_t number)
{
    put_number(b, number, NUMBER);
}

void khct_book_money(khct_book *b, int64_t dong)
{
    put_number(b, dong, MONEY);
}

static void end_row(khct_book *b)
{
    if (b->row > 0)
        put(b, "</row>");
}

void khct_book_row(khct_book *b)
{
    end_row(b);
    b->row++;
    b->column = 0;
    khct_out_format(b->out, "<row r=\"%u\">", (unsigned)b->row);
}

void khct_book_sheet_begin(khct_book *b)
{
    const khct_book_sheet *sheet = &b->sheets[b->open++];
    char name[40];
    snprintf(name, sizeof name, "xl/worksheets/sheet%zu.xml", b->open);
    part(b, khct_cstr(b->arena, khct_str_of(name)));
    khct_out_format(b->out,
                    "<worksheet " MAIN "><sheetViews><sheetView %sworkbookViewId=\"0\"><pane "
                    "ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                    "</sheetView></sheetViews><cols>",
                    b->open == 1 ? "tabSelected=\"1\" " : "");
    for (size_t c = 0; c < sheet->count; c++)
        khct_out_format(b->out, "<col min=\"%zu\" max=\"%zu\" width=\"%u\" customWidth=\"1\"/>",
                        c + 1, c + 1, sheet->columns[c].width);
    put(b, "</cols><sheetData>");
    b->row = 0;
    khct_book_row(b);
    for (size_t c = 0; c < sheet->count; c++)
        put_string(b, khct_str_of(sheet->columns[c].title), HEADING);
}

void khct_book_sheet_end(khct_book *b)
{
    const khct_book_sheet *sheet = &b->sheets[b->open - 1];
    end_row(b);
    put(b, "</sheetData><autoFilter ref=\"A1:");
    put_column(b, (uint32_t)sheet->count - 1);
    khct_out_format(b->out, "%u\"/></worksheet>", (unsigned)b->row);
}

void khct_book_end(khct_book *b)
{
    khct_zip_end(b->zip);
}
