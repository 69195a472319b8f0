/* The document: the plan as printed, from its page. */
#include "emit/html/build.h"
#include "page/walk.h"

/* --- paragraphs and lists --- */

void khct_html_list_to(khct_html *h, khct_html_list *list, unsigned depth)
{
    for (; list->depth > depth; list->depth--)
        PUT(h, "</li></ul>");
}

/* Opens the item that the piece stands in. */
static void open_item(khct_html *h, khct_html_list *list, unsigned depth)
{
    if (depth == 2 && list->depth == 0)
        depth = 1; /* an item under none */
    khct_html_list_to(h, list, depth);
    if (list->depth == depth) {
        PUT(h, "</li><li>");
    } else {
        if (depth == 2)
            PUT(h, "<ul class=\"cong\"><li>");
        else
            PUT(h, "<ul class=\"gach\"><li>");
        list->depth = depth;
    }
}

static void put_words(khct_html *h, const khct_piece *piece)
{
    if (piece->kind == KHCT_PIECE_NUMBERED && piece->number.n > 0)
        PUT(h, piece->number, " ");
    if (piece->label.n > 0)
        PUT(h, "<i>", piece->label, ":</i> ");
    if (piece->strong)
        PUT(h, "<strong>");
    PUT(h, piece->text);
    if (piece->strong)
        PUT(h, "</strong>");
}

/* `alone`: it is all there is, and needs no paragraph of its own. */
void khct_html_piece(khct_html *h, khct_html_list *list, const khct_piece *piece, bool alone)
{
    if (piece->kind == KHCT_PIECE_ITEM || piece->kind == KHCT_PIECE_SUBITEM) {
        open_item(h, list, piece->kind == KHCT_PIECE_ITEM ? 1 : 2);
        put_words(h, piece);
        return;
    }
    khct_html_list_to(h, list, 0);
    if (!alone)
        PUT(h, "<p>");
    put_words(h, piece);
    if (!alone)
        PUT(h, "</p>");
}

/* --- head and end --- */

static void put_line(khct_html *h, const char *kind, khct_str text)
{
    if (text.n == 0)
        return;
    PUT(h, "<p class=\"", kind, "\">", text, "</p>");
}

static void put_head(khct_html *h)
{
    const khct_page *page = h->page;
    PUT(h, "<div class=\"quochieu\"><div>");
    put_line(h, "hoa", page->superior);
    put_line(h, "hoa dam ke", page->body);
    PUT(h, "<p>Số: ", page->number,
        "</p></div><div><p class=\"hoa dam qh\">Cộng hòa xã hội chủ nghĩa Việt Nam</p>"
        "<p class=\"dam tn\"><span>Độc lập - Tự do - Hạnh phúc</span></p>");
    put_line(h, "nghieng", page->place_date);
    PUT(h, "</div></div>\n<div class=\"tenvb\"><h2><span class=\"loai\">", page->kind, "</span>");
    if (page->subject.n > 0)
        PUT(h, " <span>", page->subject, "</span>");
    if (page->year.n > 0)
        PUT(h, " <span>", page->year, "</span>");
    PUT(h, "</h2></div>\n");
}

static void put_signature(khct_html *h, const khct_page_signature *s)
{
    PUT(h, "<div class=\"ky\">");
    put_line(h, "hoa", s->title);
    put_line(h, "hoa", s->authority);
    put_line(h, "hoa", s->office);
    PUT(h, "<div class=\"cho\"></div>");
    put_line(h, "ten", s->name);
    PUT(h, "</div>");
}

/* The plan's own signature, which comes first, stands at the right of the others. */
static void put_end(khct_html *h)
{
    const khct_page *page = h->page;
    if (page->recipients.n == 0 && page->signatures.n == 0)
        return;
    PUT(h, "<div class=\"cuoi\" id=\"cuoi-vanban\"><div class=\"noinhan\">");
    if (page->recipients.n > 0) {
        khct_html_list list = {0};
        PUT(h, "<p>Nơi nhận:</p>");
        for (size_t i = 0; i < page->recipients.n; i++)
            khct_html_piece(h, &list, &page->recipients.at[i], false);
        khct_html_list_to(h, &list, 0);
    }
    PUT(h, "</div><div class=\"chuky\">");
    for (size_t i = page->signatures.n; i > 0; i--)
        put_signature(h, &page->signatures.at[i - 1]);
    PUT(h, "</div></div>\n");
}

/* --- the body --- */

typedef struct writing {
    khct_html *h;
    khct_html_list list;
} writing;

static void turn(writing *w, bool landscape)
{
    khct_html_list_to(w->h, &w->list, 0);
    if (landscape)
        PUT(w->h, "</div>\n<div class=\"to ngang\">\n");
    else
        PUT(w->h, "</div>\n<div class=\"to\">\n");
}

/* An address leads to one place: a name that a template gives twice is that of the first. */
static bool is_first(khct_html *h, khct_str name)
{
    if (name.n == 0 || khct_map_get(&h->named, name) != KHCT_NONE)
        return false;
    khct_map_put(h->arena, &h->named, name, 0);
    return true;
}

/* h3 for a part; never more than one level below the heading before. */
static void put_heading(writing *w, const khct_page_block *block)
{
    khct_html *h = w->h;
    uint32_t depth = block->depth > 4 ? 4 : block->depth < 1 ? 1 : block->depth;
    if (depth > h->deepest + 1)
        depth = h->deepest + 1;
    h->deepest = depth;
    char level = (char)('2' + depth);
    khct_html_list_to(h, &w->list, 0);
    PUT(h, "<h");
    khct_out_char(h->out, level);
    if (is_first(h, block->name))
        PUT(h, " id=\"p-", block->name, "\"");
    PUT(h, ">");
    if (block->number.n > 0) {
        PUT(h, block->number);
        if (block->kind == KHCT_BLOCK_SUBHEADING)
            PUT(h, ") ");
        else
            PUT(h, ". ");
    }
    PUT(h, block->text, "</h");
    khct_out_char(h->out, level);
    PUT(h, ">\n");
}

static void put_block(writing *w, const khct_page_block *block)
{
    khct_html *h = w->h;
    switch (block->kind) {
    case KHCT_BLOCK_PART:
    case KHCT_BLOCK_HEADING:
    case KHCT_BLOCK_SUBHEADING: put_heading(w, block); return;
    case KHCT_BLOCK_ITALIC:
        khct_html_list_to(h, &w->list, 0);
        put_line(h, "canc", block->piece.text);
        break;
    case KHCT_BLOCK_LINE:
        khct_html_list_to(h, &w->list, 0);
        PUT(h, "<p><b>", block->piece.label, ":</b> ", block->piece.text, "</p>");
        break;
    case KHCT_BLOCK_TABLE:
        khct_html_list_to(h, &w->list, 0);
        khct_html_table(h, block->table);
        break;
    case KHCT_BLOCK_PIECE: khct_html_piece(h, &w->list, &block->piece, false); break;
    }
    PUT(h, "\n");
}

void khct_html_document(khct_html *h)
{
    writing w = {.h = h};
    khct_page_walk walk = khct_page_walk_of(h->page);
    PUT(h, "<article id=\"vanban\" aria-label=\"Văn bản kế hoạch\">\n<div class=\"to\">\n");
    put_head(h);
    while (khct_page_next(&walk)) {
        if (walk.turns)
            turn(&w, walk.landscape);
        put_block(&w, walk.block);
    }
    khct_html_list_to(h, &w.list, 0);
    put_end(h);
    PUT(h, "</div>\n</article>\n");
}
