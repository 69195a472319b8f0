/* Words of the document into fields of a draft. */
#include "import/understand.h"

#include "text/fold.h"
#include "text/utf8.h"

/* The field of the block that takes more words: those that may stand often get a new one. */
static khct_sketch *field_for(khct_in_plan *u, khct_sketch *block, khct_keyword field, bool fresh)
{
    const khct_place *place = khct_place_of(block->opens, field);
    khct_sketch *old = khct_sketch_find(block, field);
    bool many = place != NULL && place->times == KHCT_MANY;
    if (old == NULL || (many && fresh))
        return khct_sketch_field(u->arena, block, field);
    return old;
}

/* Bytes of a dash between two items on one line; 0: none here. A dash that has no blank after it
 * stands before a capital. */
static size_t dash_at(khct_str words, size_t at)
{
    khct_str here = khct_str_sub(words, at, words.n);
    size_t length;
    if (khct_str_starts(here, " - "))
        return 3;
    bool tight = khct_str_starts(here, " -") && here.n > 2 &&
                 khct_is_capital_or_digit(khct_utf8_at(here.p + 2, here.n - 2, &length)) &&
                 !khct_is_digit(here.p[2]);
    return tight ? 2 : 0;
}

/* "-Phòng GDĐT - Hiệu trưởng -Phó hiệu trưởng": items on one line. */
static bool put_inline_items(khct_in_plan *u, khct_sketch *d, khct_str words)
{
    size_t from = 0;
    for (size_t at = 0; at < words.n; at++) {
        size_t dash = dash_at(words, at);
        if (dash == 0)
            continue;
        khct_sketch_say(u->arena, d, KHCT_ITEM, khct_str_sub(words, from, at));
        from = at + dash;
    }
    if (from > 0)
        khct_sketch_say(u->arena, d, KHCT_ITEM, khct_str_sub(words, from, words.n));
    return from > 0;
}

/* `first`: the line that the paragraph's number stands before. */
static void put_line(khct_in_plan *u, khct_sketch *d, khct_in_paragraph *p, khct_str text,
                     bool first)
{
    khct_in_beginning b = khct_in_beginning_in(text);
    bool automatic = p->label.n > 0 && first;
    if (automatic)
        b = khct_in_beginning_of(p);
    if (b.sign == KHCT_IN_SIGN_ITEM && b.words.n > 0) {
        if (!automatic && put_inline_items(u, d, b.words))
            return;
        khct_sketch_say(u->arena, d, KHCT_ITEM, b.words);
    } else if (b.sign == KHCT_IN_SIGN_SUBITEM && b.words.n > 0) {
        khct_sketch_say(u->arena, d,
                        d->words.n > 0 && d->words.at[d->words.n - 1].kind != KHCT_PARAGRAPH
                            ? KHCT_SUBITEM
                            : KHCT_ITEM,
                        b.words);
    } else if (automatic) {
        khct_sketch_say(u->arena, d, KHCT_PARAGRAPH, khct_in_shown(u->arena, p));
    } else {
        khct_sketch_say(u->arena, d, KHCT_PARAGRAPH, text);
    }
}

/* "Ngân sách Tự túc": lines that were joined on the way here become parts of one value again. */
static khct_str parted_sources(khct_in_plan *u, const khct_in_paragraph *p,
                               const khct_sketch *about)
{
    khct_strs runs = khct_in_runs_of_sources(u, p->text);
    if (runs.n < 2)
        return p->text;
    khct_in_guess(u, p->place, KHCT_MSG(IN_GUESS_SOURCES, KHCT_STR(""), p->text), about);
    return khct_str_list(u->arena, &runs, KHCT_STR(", "));
}

khct_sketch *khct_in_put(khct_in_plan *u, khct_sketch *block, khct_keyword field,
                         khct_in_paragraph *const *lines, size_t count)
{
    khct_sketch *d = field_for(u, block, field, true);
    for (size_t i = 0; i < count; i++) {
        khct_in_paragraph *p = lines[i];
        p->used = true;
        khct_str text = field == KHCT_K_KINHPHI ? parted_sources(u, p, block) : p->text;
        for (khct_str left = text; left.n > 0;) {
            bool first = left.n == text.n;
            khct_str line = khct_str_trim(khct_str_cut(&left, '\n'));
            if (line.n == 0)
                continue;
            if (khct_sketch_goes_on(d, line) && p->label.n == 0 &&
                khct_in_beginning_in(line).sign == KHCT_IN_SIGN_NONE) {
                khct_sketch_join(u->arena, d, line);
            } else {
                put_line(u, d, p, line, first);
            }
        }
    }
    return d;
}
