/* The head of the document, and recipients and signatures at its end. */
#include "emit/word/build.h"

enum {
    BETWEEN = 283,  /* the halves of the head: 5 mm */
    HEAD_SIZE = 12, /* points: superior, school and national name */
    TEXT_SIZE = 13,
};

/* Between a third and a half of the line above it, as in the PDF. */
static uint32_t rule_length(uint32_t last, uint32_t widest)
{
    uint32_t length = widest * 40 / 100, most = last * 45 / 100;
    return length < most ? length : most;
}

static void put_issuer(khct_docx *w, uint32_t width)
{
    uint32_t widest;
    khct_docx_from(w, w->page->superior_at);
    if (w->page->superior.n > 0)
        khct_docx_balanced(w, "CapTren", w->page->superior, width, HEAD_SIZE, &widest);
    khct_docx_from(w, w->page->body_at);
    uint32_t last = khct_docx_balanced(w, "CoQuan", w->page->body, width, HEAD_SIZE, &widest);
    khct_docx_rule(w, rule_length(last, widest), width, 0);
}

static void put_nation(khct_docx *w, uint32_t width)
{
    static const khct_str MOTTO = {"Độc lập - Tự do - Hạnh phúc",
                                   sizeof "Độc lập - Tự do - Hạnh phúc" - 1};
    khct_docx_line(w, "QuocHieu", KHCT_STR("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    khct_docx_line(w, "TieuNgu", MOTTO);
    khct_docx_rule(w, khct_docx_width(MOTTO, TEXT_SIZE), width, 0);
}

static void put_title(khct_docx *w)
{
    const khct_page *page = w->page;
    enum { WIDTH = KHCT_DOCX_ACROSS * 9 / 10, ROOM = KHCT_DOCX_ACROSS, AFTER = 240 };
    uint32_t widest = 0, last = 0;
    khct_docx_line(w, "TenLoai", page->kind);
    khct_docx_from(w, page->subject_at);
    if (page->subject.n > 0)
        last = khct_docx_balanced(w, "TrichYeu", page->subject, WIDTH, TEXT_SIZE, &widest);
    khct_docx_from(w, page->year_at);
    if (page->year.n > 0)
        last = khct_docx_balanced(w, "TrichYeu", page->year, WIDTH, TEXT_SIZE, &widest);
    khct_docx_rule(w, rule_length(last, widest), ROOM, AFTER);
}

void khct_docx_head(khct_docx *w)
{
    const khct_page *page = w->page;
    uint32_t nation =
        khct_docx_width(KHCT_STR("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), HEAD_SIZE) + BETWEEN;
    uint32_t left = KHCT_DOCX_ACROSS - nation;
    if (left > KHCT_DOCX_ACROSS * 47 / 100)
        left = KHCT_DOCX_ACROSS * 47 / 100;
    uint32_t widths[] = {left, KHCT_DOCX_ACROSS - left};
    khct_docx_frame(w, widths, 2);
    khct_out_cstr(w->out, KHCT_DOCX_ROW);
    khct_docx_frame_cell(w, widths[0]);
    put_issuer(w, widths[0]);
    khct_out_cstr(w->out, KHCT_DOCX_CELL_END);
    khct_docx_frame_cell(w, widths[1]);
    put_nation(w, widths[1]);
    khct_out_cstr(w->out, KHCT_DOCX_CELL_END KHCT_DOCX_ROW_END KHCT_DOCX_ROW);
    khct_docx_frame_cell(w, widths[0]);
    khct_docx_from(w, page->number_at);
    khct_docx_line(w, "SoVanBan", KHCT_JOIN(w->arena, "Số: ", page->number));
    khct_out_cstr(w->out, KHCT_DOCX_CELL_END);
    khct_docx_frame_cell(w, widths[1]);
    khct_docx_from(w, page->date_at);
    khct_docx_line(w, "DiaDanh", page->place_date);
    khct_out_cstr(w->out, KHCT_DOCX_CELL_END KHCT_DOCX_ROW_END KHCT_DOCX_TABLE_END);
    put_title(w);
}

/* --- the end --- */

static void put_recipients(khct_docx *w)
{
    if (w->page->recipients.n == 0) {
        khct_docx_line(w, "NoiNhan", KHCT_STR(""));
        return;
    }
    khct_docx_line(w, "NoiNhan", KHCT_STR("Nơi nhận:"));
    for (size_t i = 0; i < w->page->recipients.n; i++) {
        khct_docx_from(w, w->page->recipients.at[i].span);
        khct_docx_line(w, "NoiNhanDong", KHCT_JOIN(w->arena, "- ", w->page->recipients.at[i].text));
    }
}

static void put_signature(khct_docx *w, const khct_page_signature *s, uint32_t width)
{
    uint32_t widest;
    const khct_str lines[] = {s->title, s->authority, s->office};
    const khct_span places[] = {s->title_at, s->authority_at, s->office_at};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        khct_docx_from(w, places[i]);
        if (lines[i].n > 0)
            khct_docx_balanced(w, "ChuKy", lines[i], width, TEXT_SIZE, &widest);
    }
    khct_docx_from(w, KHCT_NOWHERE);
    khct_docx_line(w, "ChoKy", KHCT_STR(""));
    khct_docx_from(w, s->name_at);
    khct_docx_balanced(w, "TenNguoiKy", s->name, width, TEXT_SIZE, &widest);
}

/* A cell with signature `at`, or with nothing. */
static void put_signature_cell(khct_docx *w, size_t at, uint32_t width)
{
    khct_docx_frame_cell(w, width);
    if (at < w->page->signatures.n)
        put_signature(w, &w->page->signatures.at[at], width);
    else
        khct_docx_line(w, "ChuKy", KHCT_STR(""));
    khct_out_cstr(w->out, KHCT_DOCX_CELL_END);
}

/* The plan's own signature, which comes first, stands at the right; a second between it and the
 * recipients; more go on below, from the right. */
void khct_docx_signatures(khct_docx *w)
{
    size_t n = w->page->signatures.n;
    if (n == 0 && w->page->recipients.n == 0)
        return;
    bool several = n > 1;
    uint32_t all = w->turned ? KHCT_DOCX_TURNED : KHCT_DOCX_ACROSS;
    uint32_t right = several ? all * 34 / 100 : all * 55 / 100;
    uint32_t widths[] = {all - right - (several ? right : 0), right, right};
    khct_docx_frame(w, widths, several ? 3 : 2);
    for (size_t i = 0; i == 0 || i < n; i += 2) {
        khct_out_cstr(w->out, KHCT_DOCX_ROW);
        khct_docx_frame_cell(w, widths[0]);
        if (i == 0)
            put_recipients(w);
        else
            khct_docx_line(w, "NoiNhan", KHCT_STR(""));
        khct_out_cstr(w->out, KHCT_DOCX_CELL_END);
        if (several)
            put_signature_cell(w, i + 1, right);
        put_signature_cell(w, i, right);
        khct_out_cstr(w->out, KHCT_DOCX_ROW_END);
    }
    khct_out_cstr(w->out, KHCT_DOCX_TABLE_END);
}
