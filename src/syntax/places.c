/* What may stand where: the tree held against the vocabulary table. */
#include "syntax/tree.h"

/* The first words of a heading, all on one line. */
static khct_str heading_words(const khct_diags *diags, const khct_node *node)
{
    enum { MOST = 40 };
    khct_str heading = khct_node_raw(diags, node);
    size_t n = heading.n < MOST ? heading.n : MOST;
    while (n < heading.n && n > 0 && ((unsigned char)heading.p[n] & 0xC0) == 0x80)
        n--;
    size_t line = khct_str_find(heading, KHCT_STR("\n"));
    return khct_str_trim(khct_str_sub(heading, 0, line < n ? line : n));
}

static khct_str heading_text(const khct_diags *diags, const khct_node *node)
{
    khct_str key = khct_source_text(diags->sources, node->key);
    khct_str heading = heading_words(diags, node);
    return KHCT_JOIN(diags->arena, "`", key, heading.n > 0 ? " " : "", heading, "`");
}

/* A block of this name has no place for the keyword: the name alone does not say which is meant. */
static bool some_refuse(khct_keyword name, khct_keyword keyword)
{
    for (int block = 0; block < KHCT_B_UNKNOWN; block++)
        if (khct_block_at((khct_block)block)->keyword == name &&
            khct_place_of((khct_block)block, keyword) == NULL)
            return true;
    return false;
}

/* The name of the block that such a block stands in; KHCT_KEYWORD_NONE: outside of all. */
static khct_keyword outer_name(khct_block block)
{
    size_t count;
    const khct_place *places = khct_places(&count);
    for (size_t i = 0; i < count; i++)
        if (places[i].how == KHCT_DECLARATION && places[i].opens == block)
            return khct_block_at(places[i].block)->keyword;
    return KHCT_KEYWORD_NONE;
}

/* `truong`, or `hientrang < tieuchi` where other blocks of that name do not take the keyword. */
static khct_str home_name(khct_arena *arena, khct_block block, khct_keyword keyword)
{
    khct_keyword home = khct_block_at(block)->keyword, outer = outer_name(block);
    khct_str name = khct_str_of(khct_keyword_at(home)->unmarked);
    if (outer == KHCT_KEYWORD_NONE || !some_refuse(home, keyword))
        return name;
    return KHCT_JOIN(arena, khct_keyword_at(outer)->unmarked, " < ", name);
}

/* "`truong`, `kehoach`": the blocks in which the keyword may stand; *top: also outside of them. */
static khct_str homes(khct_arena *arena, khct_keyword keyword, bool *top)
{
    size_t count;
    const khct_place *places = khct_places(&count);
    khct_strs names = {0};
    khct_keyword before = KHCT_KEYWORD_NONE;
    *top = khct_place_of(KHCT_B_TOP, keyword) != NULL;
    for (size_t i = 0; i < count; i++) {
        khct_keyword home = khct_block_at(places[i].block)->keyword;
        if (places[i].keyword != keyword || home == before || home == KHCT_KEYWORD_NONE)
            continue;
        khct_push(arena, &names) =
            KHCT_JOIN(arena, "`", home_name(arena, places[i].block, keyword), "`");
        before = home;
    }
    return khct_str_list(arena, &names, KHCT_STR(", "));
}

/* Past the limit of diagnostics no words are put together any more. */
static bool only_counted(khct_diags *diags, khct_code code)
{
    if (diags->list.n < KHCT_DIAG_LIMIT)
        return false;
    khct_report(diags, code, KHCT_NOWHERE, KHCT_MSG0(NONE));
    return true;
}

static void report_misplaced(khct_diags *diags, const khct_node *parent, const khct_node *node)
{
    if (only_counted(diags, KHCT_KH1006))
        return;
    khct_str name = khct_source_text(diags->sources, node->key);
    khct_message message = parent->parent == NULL
                               ? KHCT_MSG(PLACE_TOP, name)
                               : KHCT_MSG(PLACE, name, heading_text(diags, parent));
    khct_diag *diag = khct_report(diags, KHCT_KH1006, node->key, message);
    bool top;
    khct_str blocks = homes(diags->arena, node->keyword, &top);
    khct_diag_hint(diag, !top           ? KHCT_MSG(PLACE_HINT, blocks)
                         : blocks.n > 0 ? KHCT_MSG(PLACE_HINT_BOTH, blocks)
                                        : KHCT_MSG0(PLACE_HINT_TOP));
}

static void report_twice(khct_diags *diags, const khct_node *parent, const khct_node *first,
                         const khct_node *node)
{
    if (only_counted(diags, KHCT_KH1007))
        return;
    khct_str name = khct_source_text(diags->sources, node->key);
    khct_message message = parent->parent == NULL
                               ? KHCT_MSG(TWICE_TOP, name)
                               : KHCT_MSG(TWICE, name, heading_text(diags, parent));
    khct_diag *diag = khct_report(diags, KHCT_KH1007, node->key, message);
    khct_diag_related(diag, first->key, KHCT_MSG0(TWICE_FIRST));
    khct_diag_hint(diag, KHCT_MSG0(TWICE_HINT));
}

/* Words before the `<` of a block whose heading is the keyword alone. */
static void report_heading_words(khct_diags *diags, const khct_node *node)
{
    khct_str key = khct_source_text(diags->sources, node->key);
    khct_report_hint(diags, KHCT_KH1026, node->value,
                     KHCT_MSG(HEADING_WORDS, key, heading_words(diags, node)),
                     KHCT_MSG0(HEADING_WORDS_HINT));
}

/* A quoted value may be made of white space; any other has none around it. */
static bool is_empty(const khct_diags *diags, const khct_node *node)
{
    if (node->flags & KHCT_NODE_QUOTED)
        return khct_str_trim(khct_node_raw(diags, node)).n == 0;
    return node->value.begin == node->value.end;
}

/* `giaiphap = Làm`, `=>`: a sign of other languages between name and value; a value that begins so.
 */
static void check_equals(khct_diags *diags, const khct_node *node)
{
    khct_str words = khct_source_text(diags->sources, node->value);
    size_t n = khct_str_starts(words, "=>") ? 2 : 1;
    size_t rest = n;
    while (rest < words.n && words.p[rest] == ' ')
        rest++;
    if (rest == words.n || (node->flags & KHCT_NODE_QUOTED))
        return;
    khct_span sign = node->value, cut = node->value;
    sign.end = sign.begin + (uint32_t)n;
    cut.end = cut.begin + (uint32_t)rest;
    khct_diag *diag = khct_report_hint(
        diags, KHCT_KH1027, sign,
        KHCT_MSG(EQUALS, khct_source_text(diags->sources, node->key), khct_str_sub(words, 0, n)),
        KHCT_MSG0(EQUALS_HINT));
    /* before a number it may be meant: `chiso = 95%` */
    bool number = khct_is_digit(words.p[rest]);
    khct_diag_fix(diag, number ? KHCT_LIKELY : KHCT_SAFE, cut, KHCT_STR(""));
}

static void check_node(khct_diags *diags, const char *text, const khct_node *parent,
                       const khct_node *node, const khct_node **given)
{
    if (node->flags & KHCT_NODE_UNKNOWN)
        return;
    if (node->flags & KHCT_NODE_MISPLACED) {
        report_misplaced(diags, parent, node);
        return;
    }
    const khct_place *place = khct_place_of(node->inside, node->keyword);
    if (place == NULL)
        return;                                     /* in a block that is itself unknown */
    bool guessed = node->flags & KHCT_NODE_GUESSED; /* may be another field */
    if (given[node->keyword] != NULL && place->times == KHCT_ONCE && !guessed)
        report_twice(diags, parent, given[node->keyword], node);
    if (!guessed)
        given[node->keyword] = node;
    if (place->how == KHCT_DECLARATION && khct_block_at(place->opens)->heading[0] == '\0' &&
        node->value.begin < node->value.end)
        report_heading_words(diags, node);
    if (place->how != KHCT_DECLARATION && is_empty(diags, node)) {
        khct_report_hint(diags, KHCT_KH1008, node->key,
                         KHCT_MSG(EMPTY, khct_source_text(diags->sources, node->key)),
                         KHCT_MSG0(EMPTY_HINT));
    }
    if (place->how == KHCT_FIELD && text[node->value.begin] == '=')
        check_equals(diags, node);
}

static void check_block(khct_diags *diags, const char *text, const khct_node *block)
{
    const khct_node *given[KHCT_KEYWORD_NONE + 1] = {NULL};
    for (const khct_node *node = block->first; node != NULL; node = node->next) {
        check_node(diags, text, block, node, given);
        if (node->first != NULL)
            check_block(diags, text, node);
    }
}

void khct_check_places(khct_diags *diags, const khct_tree *tree)
{
    const khct_source *file = khct_source_at(diags->sources, tree->top->span);
    check_block(diags, file->text.p, tree->top);
}
