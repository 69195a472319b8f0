#include "import/sketch.h"

#include "import/signs.h"

static khct_sketch *add(khct_arena *arena, khct_sketch *parent, khct_sketch_kind kind,
                        khct_keyword keyword)
{
    khct_sketch *d = khct_alloc(arena, sizeof *d);
    *d = (khct_sketch){
        .kind = kind, .keyword = keyword, .inside = parent->opens, .opens = KHCT_B_UNKNOWN};
    khct_push(arena, &parent->children) = d;
    return d;
}

khct_sketch *khct_sketch_block(khct_arena *arena, khct_sketch *parent, khct_keyword keyword,
                               khct_block opens)
{
    khct_sketch *d = add(arena, parent, KHCT_SKETCH_BLOCK, keyword);
    d->opens = opens;
    return d;
}

khct_sketch *khct_sketch_field(khct_arena *arena, khct_sketch *parent, khct_keyword keyword)
{
    return add(arena, parent, KHCT_SKETCH_FIELD, keyword);
}

khct_sketch *khct_sketch_line(khct_arena *arena, khct_sketch *parent, khct_keyword keyword,
                              khct_str head)
{
    khct_sketch *d = add(arena, parent, KHCT_SKETCH_LINE, keyword);
    d->head = head;
    return d;
}

khct_sketch *khct_sketch_comment(khct_arena *arena, khct_sketch *parent, khct_str text)
{
    khct_sketch *d = add(arena, parent, KHCT_SKETCH_COMMENT, KHCT_KEYWORD_NONE);
    while (text.n > 0)
        khct_sketch_say(arena, d, KHCT_PARAGRAPH, khct_str_cut(&text, '\n'));
    return d;
}

void khct_sketch_say(khct_arena *arena, khct_sketch *field, khct_paragraph_kind kind,
                     khct_str words)
{
    words = khct_folded_space(arena, words);
    if (words.n > 0)
        khct_push(arena, &field->words) = (khct_sketch_words){kind, words};
}

khct_sketch *khct_sketch_put(khct_arena *arena, khct_sketch *parent, khct_keyword keyword,
                             khct_str words)
{
    khct_sketch *d = khct_sketch_field(arena, parent, keyword);
    khct_sketch_say(arena, d, KHCT_PARAGRAPH, words);
    return d;
}

bool khct_sketch_goes_on(const khct_sketch *field, khct_str words)
{
    khct_str last = field == NULL || field->words.n == 0
                        ? KHCT_STR("")
                        : field->words.at[field->words.n - 1].words;
    return last.n > 0 && last.n < KHCT_IN_JOINED && khct_in_goes_on_small(words) &&
           !khct_in_ends(last);
}

void khct_sketch_join(khct_arena *arena, khct_sketch *field, khct_str words)
{
    khct_sketch_words *last = &field->words.at[field->words.n - 1];
    last->words = khct_folded_space(arena, KHCT_JOIN(arena, last->words, " ", words));
}

khct_sketch *khct_sketch_find(const khct_sketch *parent, khct_keyword keyword)
{
    for (size_t i = 0; i < parent->children.n; i++)
        if (parent->children.at[i]->keyword == keyword &&
            parent->children.at[i]->kind != KHCT_SKETCH_COMMENT)
            return parent->children.at[i];
    return NULL;
}

khct_str khct_folded_space(khct_arena *arena, khct_str text)
{
    text = khct_str_trim(text);
    char *bytes = khct_alloc_bytes(arena, text.n + 1);
    size_t n = 0;
    for (size_t at = 0; at < text.n;) {
        size_t space = khct_space_at(text, at);
        if (space == 0) {
            bytes[n++] = text.p[at++];
            continue;
        }
        if (n > 0 && bytes[n - 1] != ' ')
            bytes[n++] = ' ';
        at += space;
    }
    return (khct_str){bytes, n};
}
