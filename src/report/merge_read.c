/* A file as fields and declarations with what stands around them. */
#include "report/merge_build.h"

#include "text/utf8.h"

/* The first comment that begins at byte `at` or later. */
static size_t comment_from(const khct_merge_file *f, uint32_t at)
{
    size_t low = 0, high = f->tree->comments.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (f->tree->comments.at[middle].span.begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Comments of a range, a line each, white space folded: what a reader finds there besides words. */
static void add_comments(khct_merge_file *f, khct_strs *says, uint32_t begin, uint32_t end)
{
    const khct_tree *tree = f->tree;
    size_t i = comment_from(f, begin);
    for (; i < tree->comments.n && tree->comments.at[i].span.end <= end; i++) {
        khct_push(f->arena, says) = KHCT_STR("\n#");
        khct_push(f->arena, says) =
            khct_str_trim(khct_source_text(&f->sources, tree->comments.at[i].span));
    }
}

static khct_str said(khct_merge_file *f, const khct_strs *says)
{
    return khct_str_join(f->arena, says->at, says->n);
}

static khct_str bytes_of(khct_merge_file *f, uint32_t begin, uint32_t end)
{
    return khct_source_text(&f->sources, (khct_span){f->tree->source, begin, end});
}

/* White space and comments. */
static khct_merge_piece between(khct_merge_file *f, uint32_t begin, uint32_t end)
{
    khct_strs says = {0};
    add_comments(f, &says, begin, end);
    return (khct_merge_piece){bytes_of(f, begin, end), said(f, &says)};
}

/* Keyword and words of a field or heading. */
static khct_str words_of(khct_merge_file *f, const khct_node *node)
{
    static const char *const KINDS[] = {
        [KHCT_PARAGRAPH] = "\n", [KHCT_ITEM] = "\n- ", [KHCT_SUBITEM] = "\n+ "};
    khct_strs says = {0};
    khct_push(f->arena, &says) = khct_str_of(khct_keyword_at(node->keyword)->unmarked);
    const khct_text *text = khct_node_text(f->values, node);
    if (text->stated)
        khct_push(f->arena, &says) = KHCT_STR("\n-");
    for (size_t i = 0; i < text->n; i++) {
        khct_push(f->arena, &says) = khct_str_of(KINDS[text->at[i].kind]);
        khct_push(f->arena, &says) = text->at[i].words;
    }
    return said(f, &says);
}

/* --- what an item is among its like --- */

static khct_str first_word(khct_str line)
{
    size_t end = 0;
    while (end < line.n && line.p[end] != ' ' && line.p[end] != ':' && line.p[end] != ',')
        end++;
    return khct_str_sub(line, 0, end);
}

/* How the heading or line of a keyword names it. */
static khct_str key_of(khct_merge_file *f, const khct_node *node)
{
    khct_str line = khct_value_line(f->values, node);
    switch (node->keyword) {
    case KHCT_K_TIEUCHI:
    case KHCT_K_KHOAN:
    case KHCT_K_VAITRO:
    case KHCT_K_VIETTAT:
    case KHCT_K_TIEUCHUAN:
    case KHCT_K_MUC:
    case KHCT_K_TIENDO: return first_word(line);
    default: return line;
    }
}

/* True where two of one block with one key are one thing to a reader. */
static bool stands_once(const khct_node *node)
{
    const khct_place *place = khct_place_of(node->inside, node->keyword);
    bool named = node->keyword == KHCT_K_VAITRO || node->keyword == KHCT_K_VIETTAT ||
                 node->keyword == KHCT_K_MUC;
    return (place != NULL && place->times == KHCT_ONCE) || node->opens != KHCT_B_UNKNOWN || named;
}

/* --- items --- */

/* The end of a comment that stands on the line after byte `at`, or `at`. */
static uint32_t trail_end(khct_merge_file *f, uint32_t at, uint32_t end)
{
    size_t i = comment_from(f, at);
    const khct_comment *c = &f->tree->comments.at[i];
    if (i == f->tree->comments.n || c->span.begin >= end || c->alone)
        return at;
    khct_str gap = bytes_of(f, at, c->span.begin);
    return khct_str_trim(gap).n == 0 && khct_str_find(gap, KHCT_STR("\n")) == gap.n ? c->span.end
                                                                                    : at;
}

static uint32_t read_items(khct_merge_file *f, const khct_node *first, uint32_t begin, uint32_t end,
                           khct_merge_items *items);

static void read_block(khct_merge_file *f, khct_merge_item *item)
{
    const khct_node *node = item->node;
    uint32_t inside = node->open + 1;
    khct_strs head = {0};
    khct_push(f->arena, &head) = words_of(f, node);
    add_comments(f, &head, node->span.begin, inside);
    item->body = (khct_merge_piece){bytes_of(f, node->span.begin, inside), said(f, &head)};
    uint32_t last = read_items(f, node->first, inside, node->span.end, &item->items);
    item->tail = between(f, last, node->span.end);
}

static void read_field(khct_merge_file *f, khct_merge_item *item)
{
    const khct_node *node = item->node;
    khct_strs says = {0};
    khct_push(f->arena, &says) = words_of(f, node);
    add_comments(f, &says, node->span.begin, node->span.end);
    item->body = (khct_merge_piece){bytes_of(f, node->span.begin, node->span.end), said(f, &says)};
}

static khct_str item_says(khct_merge_file *f, const khct_merge_item *item)
{
    khct_strs says = {0};
    khct_push(f->arena, &says) = item->lead.says;
    khct_push(f->arena, &says) = KHCT_STR("\n\n");
    khct_push(f->arena, &says) = item->body.says;
    for (size_t i = 0; i < item->items.n; i++)
        khct_push(f->arena, &says) = item->items.at[i].says;
    khct_push(f->arena, &says) = item->tail.says;
    khct_push(f->arena, &says) = item->trail.says;
    return said(f, &says);
}

/* Reads the items from `first` on; the byte after the last of them. */
static uint32_t read_items(khct_merge_file *f, const khct_node *first, uint32_t begin, uint32_t end,
                           khct_merge_items *items)
{
    uint32_t at = begin;
    for (const khct_node *node = first; node != NULL; node = node->next) {
        khct_merge_item item = {.node = node, .keyword = node->keyword};
        item.lead = between(f, at, node->span.begin);
        if (node->flags & KHCT_NODE_BLOCK)
            read_block(f, &item);
        else
            read_field(f, &item);
        at = trail_end(f, node->span.end, end);
        item.trail = between(f, node->span.end, at);
        item.says = item_says(f, &item);
        item.key = key_of(f, node);
        item.once = stands_once(node);
        khct_push(f->arena, items) = item;
    }
    return at;
}

bool khct_merge_read(khct_merge_file *file, khct_arena *arena, const khct_vocabulary *vocabulary,
                     khct_lexicon *lexicon, const khct_merge_input *input)
{
    *file = (khct_merge_file){.arena = arena};
    file->sources.arena = arena;
    file->diags.arena = arena;
    file->diags.sources = &file->sources;
    khct_loader loader = {.diags = &file->diags, .vocabulary = vocabulary, .alone = true};
    khct_document *document = khct_load_text(&loader, input->name, input->text, false);
    file->tree = document->files.at[0].tree;
    if (file->tree->broken || khct_source_at(&file->sources, file->tree->top->span)->binary)
        return false;
    khct_reader reader = khct_reader_of(&file->diags, lexicon);
    file->values = khct_values_new(&reader, vocabulary, NULL, NULL);
    khct_values_close(file->values);
    uint32_t end = (uint32_t)khct_source_at(&file->sources, file->tree->top->span)->text.n;
    uint32_t last = read_items(file, file->tree->top->first, 0, end, &file->items);
    file->tail = between(file, last, end);
    return true;
}

/* --- entries of a value --- */

/* Types whose entries stand between commas. */
static bool is_list(khct_type type)
{
    return type == KHCT_TYPE_ROLES || type == KHCT_TYPE_CRITERIA || type == KHCT_TYPE_LEVEL_LIST ||
           type == KHCT_TYPE_NUMBERS || type == KHCT_TYPE_NAMES || type == KHCT_TYPE_SCHOOL_TYPES ||
           type == KHCT_TYPE_EVIDENCE;
}

static void add_unit(khct_merge_file *f, khct_merge_units *units, khct_str value, size_t from,
                     size_t begin, size_t end)
{
    khct_str bytes = khct_str_trim(khct_str_sub(value, begin, end));
    size_t start = (size_t)(bytes.p - value.p);
    if (bytes.n == 0)
        return;
    khct_push(f->arena, units) =
        (khct_merge_unit){units->n == 0 ? KHCT_STR("") : khct_str_sub(value, from, start), bytes,
                          khct_nfc(f->arena, bytes)};
}

/* "2 1.1, 1.2": the level is an entry of its own, so that a criterion may come before the first. */
static khct_merge_units split_commas(khct_merge_file *f, khct_str value, bool level)
{
    khct_merge_units units = {0};
    size_t begin = 0, from = 0;
    unsigned deep = 0;
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];
        deep += c == '(';
        deep -= c == ')' && deep > 0;
        bool ends = (c == ',' && deep == 0) || (level && units.n == 0 && c == ' ');
        if (!ends)
            continue;
        size_t before = units.n;
        add_unit(f, &units, value, from, begin, i);
        from = units.n > before ? i : from;
        begin = i + 1;
    }
    add_unit(f, &units, value, from, begin, value.n);
    return units;
}

static khct_merge_units split_paragraphs(khct_merge_file *f, const khct_node *node, khct_str value)
{
    static const char *const SIGNS[] = {
        [KHCT_PARAGRAPH] = "", [KHCT_ITEM] = "- ", [KHCT_SUBITEM] = "+ "};
    khct_merge_units units = {0};
    const khct_text *text = khct_node_text(f->values, node);
    size_t from = 0;
    for (size_t i = 0; i < text->n; i++) {
        size_t begin = text->at[i].span.begin - node->value.begin;
        size_t end = text->at[i].span.end - node->value.begin;
        while (begin > from && value.p[begin - 1] != '\n') /* with its sign */
            begin--;
        while (begin < end && (value.p[begin] == ' ' || value.p[begin] == '\t'))
            begin++;
        khct_push(f->arena, &units) =
            (khct_merge_unit){khct_str_sub(value, from, begin), khct_str_sub(value, begin, end),
                              KHCT_JOIN(f->arena, SIGNS[text->at[i].kind], text->at[i].words)};
        from = end;
    }
    return units;
}

khct_merge_units khct_merge_units_of(khct_merge_file *file, const khct_node *node)
{
    khct_strs comments = {0};
    add_comments(file, &comments, node->value.begin, node->value.end);
    const khct_place *place = khct_place_of(node->inside, node->keyword);
    if (comments.n > 0 || (node->flags & KHCT_NODE_QUOTED) || place == NULL)
        return (khct_merge_units){0};
    khct_str value = khct_source_text(&file->sources, node->value);
    if (is_list(place->type))
        return split_commas(file, value, place->type == KHCT_TYPE_LEVEL_LIST);
    if (place->type == KHCT_TYPE_TEXT)
        return split_paragraphs(file, node, value);
    return (khct_merge_units){0};
}
