#include "emit/latex/latex.h"

#include "emit/latex/lines.h"

#include "page/walk.h"
#include "page/widths.h"
#include "text/utf8.h"

#include <ctype.h>

typedef struct emitter {
    khct_out *out;
    khct_arena *arena;
    const khct_page *page;
    const khct_latex_options *options;
    khct_span span;        /* where what is being written comes from */
    uint32_t comment_line; /* of the last comment */
    uint32_t comment_source;
    enum { UPRIGHT, TURNED, EITHER } paper; /* EITHER: known only when it is set */
    bool signed_;
    const char *unit; /* the open environment of blocks that may stand on either paper; or NULL */
} emitter;

#define PUT(e, ...) KHCT_LATEX((e)->out, __VA_ARGS__)
/* A whole line. */
#define LINE(e, ...) (PUT(e, __VA_ARGS__), end_line(e))

static void plain_argument(emitter *e, khct_str text)
{
    khct_out_char(e->out, '{');
    khct_latex_plain(e->out, text);
    khct_out_char(e->out, '}');
}

static void head_argument(emitter *e, khct_str text)
{
    khct_out_char(e->out, '{');
    khct_latex_head(e->out, text);
    khct_out_char(e->out, '}');
}

/* Ends a line, and remembers where it comes from. */
static void end_line(emitter *e)
{
    khct_out_char(e->out, '\n');
    if (e->options->places != NULL)
        khct_push(e->options->places->arena, &e->options->places->lines) = e->span;
}

static khct_span key_of(const khct_node *node)
{
    return node == NULL ? KHCT_NOWHERE : node->key;
}

static khct_str base_name(khct_str path)
{
    for (size_t i = path.n; i > 0; i--)
        if (path.p[i - 1] == '/')
            return khct_str_sub(path, i, path.n);
    return path;
}

/* From here on, text comes from `span`; says so in a comment where the line is another. */
static void come_from(emitter *e, khct_span span)
{
    e->span = span;
    const khct_plan *plan = e->options->plan;
    if (plan == NULL || span.source == KHCT_NO_SOURCE || (span.source & KHCT_IN_LIBRARY))
        return;
    const khct_sources *sources = plan->diags->sources;
    uint32_t line = khct_source_line(sources, span.source, span.begin);
    if (line == e->comment_line && span.source == e->comment_source)
        return;
    e->comment_line = line;
    e->comment_source = span.source;
    khct_out_cstr(e->out, "% ");
    if (span.source != 0) {
        khct_str name = base_name(khct_source_at(sources, span)->name);
        for (size_t i = 0; i < name.n; i++) /* a name may hold anything, and a comment one line */
            khct_out_char(e->out, (unsigned char)name.p[i] < 0x20 ? '?' : name.p[i]);
        khct_out_char(e->out, ':');
    }
    khct_out_number(e->out, line);
    end_line(e);
}

/* --- pieces --- */

/* Label and text of a piece; the last of all ends with the mark that closes a document. */
static void piece_text(emitter *e, const khct_piece *piece, bool last)
{
    khct_str text = piece->text;
    bool end = last && khct_str_ends(text, "./.");
    if (end)
        text = khct_str_trim(khct_str_sub(text, 0, text.n - 3));
    if (piece->label.n > 0)
        PUT(e, "\\khctnhan{", piece->label, text.n > 0 ? ":} " : ":}");
    if (piece->strong)
        PUT(e, "\\khctnhan{", text, "}");
    else
        PUT(e, text);
    if (end)
        PUT(e, "\\khctketthuc");
}

static void write_piece(emitter *e, const khct_piece *piece, bool last)
{
    switch (piece->kind) {
    case KHCT_PIECE_NUMBERED: PUT(e, "\\khctdoanso{", piece->number, "}{"); break;
    case KHCT_PIECE_ITEM: PUT(e, "\\khctgach{"); break;
    case KHCT_PIECE_SUBITEM: PUT(e, "\\khctgachcon{"); break;
    case KHCT_PIECE_PARAGRAPH: PUT(e, "\\khctdoan{"); break;
    }
    piece_text(e, piece, last);
    PUT(e, "}");
}

/* --- tables --- */

/* The text of a cell: bare where it is one paragraph, else a piece a line. */
static void cell_text(emitter *e, const khct_cell_box *box)
{
    if (box->pieces.n == 1 && box->pieces.at[0].kind == KHCT_PIECE_PARAGRAPH) {
        piece_text(e, &box->pieces.at[0], false);
        return;
    }
    for (size_t i = 0; i < box->pieces.n; i++) {
        const khct_piece *piece = &box->pieces.at[i];
        if (piece->span.source != KHCT_NO_SOURCE)
            e->span = piece->span;
        write_piece(e, piece, false);
        if (i + 1 < box->pieces.n) {
            end_line(e);
            khct_out_cstr(e->out, "  ");
        }
    }
}

/* A heading cell: its pieces are lines of one text. */
static void heading_text(emitter *e, const khct_cell_box *box)
{
    for (size_t i = 0; i < box->pieces.n; i++) {
        if (i > 0)
            khct_out_cstr(e->out, "\\khctxuong ");
        khct_latex_head(e->out, box->pieces.at[i].text);
    }
}

static void write_cell(emitter *e, const khct_cell_box *box, bool heading)
{
    if (box->pieces.n > 0 && box->pieces.at[0].span.source != KHCT_NO_SOURCE)
        e->span = box->pieces.at[0].span;
    if (box->columns == 1 && box->rows == 1)
        PUT(e, "\\khcto{");
    else
        PUT(e, "\\khctogop{", box->columns, "}{", box->rows, "}{");
    if (heading)
        heading_text(e, box);
    else
        cell_text(e, box);
    LINE(e, "}");
}

static khct_span row_span(const khct_row *row)
{
    if (row->task != NULL && row->task->node != NULL)
        return row->task->node->key;
    if (row->improvement != NULL && row->improvement->node != NULL)
        return row->improvement->node->key;
    for (size_t c = 0; c < row->cells.n; c++)
        for (size_t p = 0; p < row->cells.at[c].pieces.n; p++)
            if (row->cells.at[c].pieces.at[p].span.source != KHCT_NO_SOURCE)
                return row->cells.at[c].pieces.at[p].span;
    return KHCT_NOWHERE;
}

static void write_row(emitter *e, khct_table_walk *walk)
{
    const khct_row *row = walk->row;
    khct_span span = row_span(row);
    bool body = walk->heading || row->kind == KHCT_ROW_BODY;
    if (!walk->heading && span.source != KHCT_NO_SOURCE)
        come_from(e, span);
    if (row->cells.n == 0)
        return;
    if (!body && walk->whole) {
        PUT(e, row->kind == KHCT_ROW_PART ? "\\khctnhom{1}{" : "\\khctnhom{2}{");
        heading_text(e, &row->cells.at[0]);
        LINE(e, "}");
        return;
    }
    LINE(e, body ? "\\khcthang" : "\\khcthangdau");
    while (khct_table_next_cell(walk))
        if (walk->cell != NULL)
            write_cell(e, walk->cell, walk->heading);
}

static void write_end(emitter *e);

static void write_table(emitter *e, const khct_table *table, bool last)
{
    static const char letters[] = {'t', 'g', 'd'};
    uint32_t *widths = khct_alloc_array(e->arena, table->columns.n + 1, sizeof *widths);
    khct_table_widths(e->arena, table, e->options->large, widths);
    const char *name = table->halves ? "khctbangdoi" : "khctbang";
    PUT(e, "\\begin{", name, "}{");
    for (size_t c = 0; c < table->columns.n; c++)
        khct_out_format(e->out, c == 0 ? "%u%c" : ",%u%c", (unsigned)widths[c],
                        letters[table->columns.at[c].align]);
    LINE(e, "}");
    khct_table_walk walk = khct_table_walk_of(e->arena, table);
    while (walk.next_row < table->header.n && khct_table_next_row(&walk))
        write_row(e, &walk);
    LINE(e, "\\khctthan");
    while (khct_table_next_row(&walk))
        write_row(e, &walk);
    if (last)
        write_end(e);
    LINE(e, "\\end{", name, "}");
}

/* --- blocks --- */

static void write_heading(emitter *e, const char *name, khct_str number, khct_str text)
{
    PUT(e, "\\", name, "{", number, "}");
    head_argument(e, text);
    end_line(e);
}

static void write_block(emitter *e, const khct_page_block *block, bool last)
{
    khct_span span = block->span.source != KHCT_NO_SOURCE ? block->span : block->piece.span;
    if (span.source != KHCT_NO_SOURCE)
        come_from(e, span);
    switch (block->kind) {
    case KHCT_BLOCK_ITALIC: LINE(e, "\\khctcancu{", block->piece.text, "}"); break;
    case KHCT_BLOCK_PART:
        write_heading(e, "khctphan", block->number, khct_upper(e->arena, block->text));
        break;
    case KHCT_BLOCK_HEADING: write_heading(e, "khctmuc", block->number, block->text); break;
    case KHCT_BLOCK_SUBHEADING: {
        khct_str number = block->number;
        if (number.n > 0 && !khct_str_ends(number, ")"))
            number = khct_str_cat(e->arena, number, KHCT_STR(")"));
        write_heading(e, "khctmuccon", number, block->text);
        break;
    }
    case KHCT_BLOCK_PIECE:
        write_piece(e, &block->piece, last);
        end_line(e);
        break;
    case KHCT_BLOCK_LINE:
        LINE(e, "\\khctdoan{", block->piece.label, ": ", block->piece.text, "}");
        break;
    case KHCT_BLOCK_TABLE: write_table(e, block->table, last); break;
    }
}

/* --- turned pages --- */

static void turn(emitter *e, bool on)
{
    if (e->paper == (on ? TURNED : UPRIGHT))
        return;
    e->paper = on ? TURNED : UPRIGHT;
    LINE(e, on ? "\\khctgiayngang" : "\\khctgiaydoc");
}

/* Blocks that may stand on either paper: which is known only when they are set. */
static void begin_unit(emitter *e, khct_page_unit unit)
{
    e->unit = unit == KHCT_UNIT_LEADS ? "khcttruoc" : "khcttheo";
    LINE(e, "\\begin{", e->unit, "}");
}

static void end_unit(emitter *e)
{
    if (e->unit == NULL)
        return;
    LINE(e, "\\end{", e->unit, "}");
    e->unit = NULL;
    e->paper = EITHER;
}

/* --- beginning and end --- */

khct_str khct_latex_asked(const khct_plan *plan, khct_str asked)
{
    return asked.n > 0 || plan == NULL || plan->form == NULL ? asked : plan->form->font;
}

khct_str khct_latex_typeface(const khct_plan *plan, khct_str asked)
{
    khct_str font = khct_latex_asked(plan, asked);
    for (size_t i = 0; i < font.n; i++)
        if (font.p[i] != ' ' && font.p[i] != '-' && !isalnum((unsigned char)font.p[i]))
            return KHCT_STR("");
    return font;
}

static void write_font(emitter *e)
{
    khct_str font = khct_latex_typeface(e->options->plan, e->options->font);
    if (font.n == 0)
        return;
    khct_out_format(e->out, "\\khctphongchu{%.*s}", KHCT_ARG(font));
    end_line(e);
}

/* Where the longest of the head's texts comes from: LaTeX reads them as one, and where they are too
 * much it is that one. */
static khct_span head_place(const khct_page *page)
{
    khct_span at = page->body_at;
    size_t most = page->body.n;
    if (page->superior.n > most) {
        at = page->superior_at;
        most = page->superior.n;
    }
    if (page->place_date.n > most) {
        at = page->date_at;
        most = page->place_date.n;
    }
    return page->number.n > most ? page->number_at : at;
}

static void write_beginning(emitter *e)
{
    const khct_page *page = e->page;
    const khct_plan *plan = e->options->plan;
    LINE(e, KHCT_LATEX_MARK ": muốn sửa thì sửa kế hoạch.");
    LINE(e, "\\documentclass[", e->options->large ? "14" : "13", "]{khct}");
    e->span = plan == NULL ? KHCT_NOWHERE : key_of(plan->heading.node);
    PUT(e, "\\khctmeta");
    plain_argument(e, page->title);
    plain_argument(e, page->author);
    plain_argument(e, page->about);
    end_line(e);
    write_font(e);
    LINE(e, "\\begin{document}");
    e->span = head_place(page);
    PUT(e, "\\khctdau");
    head_argument(e, page->superior);
    head_argument(e, page->body);
    LINE(e, "{Số:~", page->number, "}{", page->place_date, "}");
    e->span = plan == NULL ? KHCT_NOWHERE : key_of(plan->heading.node);
    PUT(e, "\\khctten{", page->kind, "}");
    head_argument(e, page->subject);
    LINE(e, "{", page->year, "}");
}

/* A short purpose at a recipient's end, "(để báo cáo);", goes to the next line as a whole. */
static khct_str hold_purpose(khct_arena *arena, khct_str text)
{
    enum { PURPOSE = 32 }; /* bytes; the list is as wide at its narrowest */
    size_t open = text.n;
    while (open > 0 && text.p[open - 1] != '(')
        open--;
    if (open == 0 || text.n - open > PURPOSE)
        return text;
    khct_strs words = {0};
    size_t from = 0;
    for (size_t i = open; i < text.n; i++) {
        if (text.p[i] != ' ')
            continue;
        khct_push(arena, &words) = khct_str_sub(text, from, i);
        from = i + 1;
    }
    khct_push(arena, &words) = khct_str_sub(text, from, text.n);
    return khct_str_list(arena, &words, KHCT_STR("\u00A0"));
}

/* Recipients and signatures. */
static void write_end(emitter *e)
{
    if (e->signed_)
        return;
    e->signed_ = true;
    const khct_page *page = e->page;
    const khct_plan *plan = e->options->plan;
    for (size_t i = 0; i < page->recipients.n; i++) {
        e->span = page->recipients.at[i].span;
        LINE(e, "\\khctnoi{- ", hold_purpose(e->arena, page->recipients.at[i].text), "}");
    }
    for (size_t i = 0; i < page->signatures.n; i++) {
        const khct_page_signature *signature = &page->signatures.at[i];
        e->span = plan != NULL && i < plan->signatures.n ? key_of(plan->signatures.at[i].node)
                                                         : KHCT_NOWHERE;
        PUT(e, "\\khctchuky");
        head_argument(e, signature->title);
        head_argument(e, signature->authority);
        head_argument(e, signature->office);
        head_argument(e, signature->name);
        end_line(e);
    }
}

/* A line that was broken is several of one place. */
static void spread_places(khct_latex_places *places, const khct_latex_lines *lines)
{
    khct_latex_places all = {.arena = places->arena};
    size_t next = 0;
    for (size_t i = 0; i < places->lines.n; i++) {
        khct_push(all.arena, &all.lines) = places->lines.at[i];
        for (; next < lines->broken.n && lines->broken.at[next] == i; next++)
            khct_push(all.arena, &all.lines) = places->lines.at[i];
    }
    places->lines.at = all.lines.at;
    places->lines.n = all.lines.n;
    places->lines.capacity = all.lines.capacity;
}

void khct_latex_write(khct_out *out, khct_arena *arena, const khct_page *page,
                      const khct_latex_options *options)
{
    khct_latex_lines lines = {.arena = arena, .to = out};
    khct_out *whole = khct_alloc(arena, sizeof *whole);
    khct_out_to_sink(whole, khct_latex_lines_take, &lines);
    emitter e = {.out = whole, .arena = arena, .page = page, .options = options};
    e.span = KHCT_NOWHERE;
    e.comment_source = KHCT_NO_SOURCE;
    write_beginning(&e);
    khct_page_walk walk = khct_page_walk_of(page);
    while (khct_page_next(&walk)) {
        if (walk.unit_begins)
            begin_unit(&e, walk.unit);
        else if (walk.unit == KHCT_UNIT_NONE)
            turn(&e, walk.landscape);
        write_block(&e, walk.block, walk.last);
        if (walk.unit_ends && !walk.last)
            end_unit(&e);
    }
    write_end(&e);
    LINE(&e, "\\khctky");
    end_unit(&e);
    LINE(&e, "\\end{document}");
    khct_out_finish(whole);
    khct_latex_lines_end(&lines);
    if (options->places != NULL)
        spread_places(options->places, &lines);
}

khct_span khct_latex_place(const khct_latex_places *places, size_t line)
{
    if (line > places->lines.n)
        line = places->lines.n;
    for (; line > 0; line--)
        if (places->lines.at[line - 1].source != KHCT_NO_SOURCE)
            return places->lines.at[line - 1];
    return KHCT_NOWHERE;
}

void khct_emit_latex(khct_out *out, const khct_work *work, const khct_page *page,
                     const khct_emit_options *options)
{
    const khct_plan *plan = work->plan;
    khct_latex_write(out, plan->arena, page,
                     &(khct_latex_options){.plan = plan, .font = options->font});
}
