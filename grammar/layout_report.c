/* What is said of a block that is not closed, or closed too early. */
#include "layout.h"

#include "text/utf8.h"

static khct_str block_name(const khct_layout *l, const khct_open_block *open)
{
    khct_str text = khct_str_sub(l->text, open->heading, l->text.n);
    size_t n = 0;
    while (n < text.n && text.p[n] != '<' && text.p[n] != '\n' && n < 60 &&
           (open->other == '\0' || open->heading + n < open->brace))
        n++;
    while (n < text.n && n > 0 && ((unsigned char)text.p[n] & 0xC0) == 0x80)
        n--; /* not in the middle of a letter */
    khct_str name = khct_str_trim(khct_str_sub(text, 0, n));
    return khct_str_copy(l->diags->arena, name);
}

bool khct_layout_only_counted(khct_layout *l, khct_code code, khct_severity severity)
{
    if (l->diags->list.n < KHCT_DIAG_LIMIT)
        return false;
    khct_report_as(l->diags, code, severity, KHCT_NOWHERE, KHCT_MSG0(NONE));
    l->tree->broken = true;
    return true;
}

static khct_str quoted(const khct_layout *l, khct_str words)
{
    return KHCT_JOIN(l->diags->arena, "`", words, "`");
}

khct_str khct_layout_block_quoted(const khct_layout *l)
{
    return quoted(l, block_name(l, l->open));
}

static khct_diag *report_close(khct_layout *l, uint32_t begin, uint32_t end)
{
    const khct_open_block *open = l->open;
    khct_str name = block_name(l, open);
    khct_str line = khct_str_number(l->diags->arena,
                                    khct_source_line(l->diags->sources, l->source, open->heading));
    khct_diag *diag = khct_report(l->diags, KHCT_KH1003, khct_layout_place(l, begin, end),
                                  KHCT_MSG(CLOSE, quoted(l, name), line));
    khct_diag_related(diag, khct_layout_place(l, open->heading, open->heading + (uint32_t)name.n),
                      KHCT_MSG0(CLOSE_BEGAN));
    l->tree->broken = true;
    return diag;
}

void khct_layout_report_close(khct_layout *l, uint32_t at)
{
    if (khct_layout_only_counted(l, KHCT_KH1003, KHCT_ERROR))
        return;
    uint32_t indent = l->open->indent, line = khct_line(l)->begin;
    size_t length;
    khct_utf8_at(l->text.p + at, l->text.n - at, &length);
    khct_diag *diag = report_close(l, at, at + (uint32_t)length);
    khct_diag_label(diag, KHCT_MSG0(CLOSE_LABEL));
    char *closing = khct_alloc_bytes(l->diags->arena, indent + 2);
    memset(closing, ' ', indent);
    memcpy(closing + indent, ">\n", 2);
    khct_diag_fix(diag, KHCT_LIKELY, khct_layout_place(l, line, line),
                  (khct_str){closing, indent + 2});
}

void khct_layout_report_end(khct_layout *l)
{
    uint32_t end = (uint32_t)l->text.n;
    khct_diag *diag = report_close(l, end, end);
    khct_diag_label(diag, KHCT_MSG0(CLOSE_END_LABEL));
    khct_str closing = end > 0 && l->text.p[end - 1] != '\n' ? KHCT_STR("\n>\n") : KHCT_STR(">\n");
    khct_diag_fix(diag, KHCT_LIKELY, khct_layout_place(l, end, end), closing);
}

void khct_layout_report_early_close(khct_layout *l, khct_early_close early)
{
    l->suspect.at = 0;
    if (khct_layout_only_counted(l, KHCT_KH1004, KHCT_ERROR))
        return;
    khct_str word = khct_str_sub(l->text, early.next, early.next_end);
    khct_diag *diag =
        khct_report(l->diags, KHCT_KH1004, khct_layout_place(l, early.at, early.at + 1),
                    KHCT_MSG(CLOSE_EARLY, quoted(l, block_name(l, &early.heading)), word));
    khct_diag_related(diag, khct_layout_place(l, early.next, early.next_end),
                      KHCT_MSG0(CLOSE_EARLY_NEXT));
    khct_diag_hint(diag, KHCT_MSG0(STRAY_CLOSE_HINT));
    khct_diag_fix(diag, KHCT_LIKELY, diag->span, KHCT_STR(""));
    l->tree->broken = true;
}

void khct_layout_report_stray(khct_layout *l, khct_span at)
{
    khct_str sign = khct_source_text(l->diags->sources, at);
    bool close = khct_str_is(sign, ">");
    l->tree->broken = true;
    if (close && l->suspect.at != 0) {
        khct_layout_report_early_close(l, l->suspect);
        return;
    }
    khct_diag *diag = khct_report_hint(l->diags, close ? KHCT_KH1004 : KHCT_KH1002, at,
                                       close ? KHCT_MSG0(STRAY_CLOSE) : KHCT_MSG(STRAY, sign),
                                       close ? KHCT_MSG0(STRAY_CLOSE_HINT) : KHCT_MSG0(STRAY_HINT));
    khct_diag_fix(diag, KHCT_LIKELY, at, KHCT_STR(""));
}
