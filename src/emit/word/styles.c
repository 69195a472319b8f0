/* The styles that a person goes on working with. Sizes and distances are those of Decree 30/2020,
 * appendix I, in the set 12/13. */
#include "emit/word/build.h"

enum { HANGING = 128 }; /* "- " in 11 points */

/* Lengths in twentieths of a point, sizes of letters in points. */
typedef struct style {
    const char *id, *name, *based, *next;
    unsigned size;    /* 0: that of what it is based on */
    const char *look; /* "b", "i", "bi" */
    const char *align;
    int first; /* of the first line; -1: that of what it is based on; below: it hangs by so much */
    int before, after;
    int line;  /* 240: single; below 0: exactly so many */
    bool keep; /* with what follows */
    int outline;
    const char *numbering; /* level of the list of parts; NULL: none */
} style;

static const style STYLES[] = {
    {"Normal", "Normal", NULL, NULL, 13, "", "both", KHCT_DOCX_FIRST, 0, 120, 273, false, 0, NULL},
    {"Heading1", "heading 1", "Normal", "Normal", 0, "b", "left", -1, 200, 120, 273, true, 1, "0"},
    {"Heading2", "heading 2", "Normal", "Normal", 0, "b", "left", -1, 0, 120, 273, true, 2, "1"},
    {"Heading3", "heading 3", "Normal", "Normal", 0, "bi", "left", -1, 0, 120, 273, true, 3, NULL},
    {"CanCu", "Căn cứ", "Normal", NULL, 0, "i", "both", -1, 0, 120, 273, false, 0, NULL},
    {"DoanSo", "Đoạn số", "Normal", NULL, 0, "", "both", -1, 0, 120, 273, false, 0, NULL},
    {"Gach", "Gạch đầu dòng", "Normal", NULL, 0, "", "both", -1, 0, 120, 273, false, 0, NULL},
    {"O", "Ô", "Normal", NULL, 12, "", "left", 0, 20, 20, 252, false, 0, NULL},
    {"ONho", "Ô chữ nhỏ", "O", NULL, 11, "", "left", 0, 20, 20, 252, false, 0, NULL},
    {"ODau", "Ô tiêu đề", "O", NULL, 12, "b", "center", 0, 40, 40, 252, true, 0, NULL},
    {"ODauNho", "Ô tiêu đề chữ nhỏ", "ODau", NULL, 11, "b", "center", 0, 40, 40, 252, true, 0,
     NULL},
    {"CapTren", "Cơ quan cấp trên", "Normal", NULL, 12, "", "center", 0, 0, 0, 264, true, 0, NULL},
    {"CoQuan", "Cơ quan ban hành", "CapTren", NULL, 12, "b", "center", 0, 0, 0, 264, true, 0, NULL},
    {"QuocHieu", "Quốc hiệu", "CapTren", NULL, 12, "b", "center", 0, 0, 0, 264, true, 0, NULL},
    {"TieuNgu", "Tiêu ngữ", "CapTren", NULL, 13, "b", "center", 0, 0, 0, 264, true, 0, NULL},
    {"Ke", "Đường kẻ", "Normal", NULL, 1, "", "center", 0, 0, 0, -40, false, 0, NULL},
    {"SoVanBan", "Số văn bản", "CapTren", NULL, 13, "", "center", 0, 120, 0, 264, true, 0, NULL},
    {"DiaDanh", "Địa danh và ngày tháng", "CapTren", NULL, 13, "i", "center", 0, 120, 0, 264, true,
     0, NULL},
    {"TenLoai", "Tên loại văn bản", "Normal", "TrichYeu", 13, "b", "center", 0, 280, 0, 273, true,
     0, NULL},
    {"TrichYeu", "Trích yếu", "TenLoai", NULL, 13, "b", "center", 0, 0, 0, 273, true, 0, NULL},
    {"CachKy", "Cách chữ ký", "Normal", NULL, 1, "", "left", 0, 0, 0, -200, true, 0, NULL},
    {"NoiNhan", "Nơi nhận", "Normal", "NoiNhanDong", 12, "bi", "left", 0, 0, 0, 240, true, 0, NULL},
    {"NoiNhanDong", "Từng nơi nhận", "Normal", NULL, 11, "", "left", -HANGING, 0, 0, 240, true, 0,
     NULL},
    {"ChuKy", "Chức vụ người ký", "Normal", NULL, 13, "b", "center", 0, 0, 0, 273, true, 0, NULL},
    {"ChoKy", "Chỗ ký", "ChuKy", NULL, 13, "", "center", 0, 0, 0, -1247, true, 0, NULL},
    {"TenNguoiKy", "Họ tên người ký", "ChuKy", NULL, 13, "b", "center", 0, 0, 0, 273, false, 0,
     NULL},
    {"Header", "header", "Normal", NULL, 13, "", "center", 0, 0, 0, 240, false, 0, NULL},
};

static void put_paragraph(khct_docx *w, const style *s)
{
    khct_out *out = w->out;
    khct_out_cstr(out, "<w:pPr>");
    if (s->keep)
        khct_out_cstr(out, "<w:keepNext/>");
    if (s->numbering != NULL)
        khct_out_format(out, "<w:numPr><w:ilvl w:val=\"%s\"/><w:numId w:val=\"1\"/></w:numPr>",
                        s->numbering);
    khct_out_format(
        out, "<w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" w:lineRule=\"%s\"/>",
        s->before, s->after, s->line < 0 ? -s->line : s->line, s->line < 0 ? "exact" : "auto");
    if (s->first < -1)
        khct_out_format(out, "<w:ind w:left=\"%d\" w:hanging=\"%d\"/>", -s->first, -s->first);
    else if (s->first >= 0)
        khct_out_format(out, "<w:ind w:left=\"0\" w:firstLine=\"%d\"/>", s->first);
    khct_out_format(out, "<w:jc w:val=\"%s\"/>", s->align);
    if (s->outline > 0)
        khct_out_format(out, "<w:outlineLvl w:val=\"%d\"/>", s->outline - 1);
    khct_out_cstr(out, "</w:pPr>");
}

static void put_style(khct_docx *w, const style *s)
{
    khct_out *out = w->out;
    bool known = strcmp(s->id, "Normal") == 0 || strncmp(s->id, "Head", 4) == 0;
    khct_out_format(out,
                    "<w:style w:type=\"paragraph\"%s%s w:styleId=\"%s\"><w:name w:val=\"%s\"/>",
                    strcmp(s->id, "Normal") == 0 ? " w:default=\"1\"" : "",
                    known ? "" : " w:customStyle=\"1\"", s->id, s->name);
    if (s->based != NULL)
        khct_out_format(out, "<w:basedOn w:val=\"%s\"/>", s->based);
    if (s->next != NULL)
        khct_out_format(out, "<w:next w:val=\"%s\"/>", s->next);
    khct_out_cstr(out, "<w:qFormat/>");
    put_paragraph(w, s);
    khct_out_cstr(out, "<w:rPr>");
    for (const char *c = "bi"; *c != '\0'; c++)
        khct_out_format(out, "<w:%c w:val=\"%d\"/>", *c, strchr(s->look, *c) != NULL);
    if (s->size > 0)
        khct_out_format(out, "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/>", s->size * 2,
                        s->size * 2);
    khct_out_cstr(out, "</w:rPr></w:style>");
}

static void put_table_style(khct_docx *w)
{
    static const char *const EDGES[] = {"top", "left", "bottom", "right", "insideH", "insideV"};
    khct_out_cstr(w->out, "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"Bang\">"
                          "<w:name w:val=\"Bảng kế hoạch\"/><w:qFormat/><w:tblPr><w:tblBorders>");
    for (size_t i = 0; i < sizeof EDGES / sizeof EDGES[0]; i++)
        khct_out_format(
            w->out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>", EDGES[i]);
    khct_out_cstr(w->out,
                  "</w:tblBorders><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/>"
                  "<w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
}

void khct_docx_styles(khct_docx *w)
{
    khct_out_cstr(
        w->out,
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
        "w:eastAsia=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
        "w:cs=\"Times New Roman\"/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"
        "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr>"
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>");
    for (size_t i = 0; i < sizeof STYLES / sizeof STYLES[0]; i++)
        put_style(w, &STYLES[i]);
    put_table_style(w);
    khct_out_cstr(w->out, "</w:styles>");
}
