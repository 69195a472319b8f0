/* The meaning of citations as the tables write it: `kind; number; date; body; subject` as the
 * writer gave them, without those that are left out, ` = ` and the library's document where it is
 * one; joined by ` | `; `+` before one that amends the one before it. What is printed must be what
 * was typed: `in` and the printed words stand after where it is not. */
#include "values.h"

#include "plan/plan.h"

#include "text/utf8.h"

static void add(desk *d, khct_str *all, khct_str words)
{
    khct_str pieces[] = {*all, khct_str_of(all->n > 0 && words.n > 0 ? "; " : ""), words};
    *all = khct_str_join(d->arena, pieces, 3);
}

static khct_str document(desk *d, const khct_cited *cited)
{
    const khct_basis *b = cited->basis;
    khct_str text = KHCT_STR("");
    add(d, &text, b->id.words);
    add(d, &text, b->kind_name);
    if (b->named || b->law || !b->understood)
        add(d, &text, b->name.words);
    add(d, &text, b->number.text);
    add(d, &text,
        b->date.date != KHCT_NO_DATE ? khct_date_iso(d->arena, b->date.date) : b->date.words);
    if (b->year != 0)
        add(d, &text, khct_str_number(d->arena, b->year));
    add(d, &text, b->body.words);
    add(d, &text, b->subject.words);
    khct_str pieces[] = {khct_str_of(b->amends ? "+" : ""), text,
                         khct_str_of(cited->legal == NULL ? "" : " = "),
                         cited->legal == NULL ? KHCT_STR("") : cited->legal->id};
    return khct_str_join(d->arena, pieces, 4);
}

/* White space folded. */
static khct_str folded(desk *d, khct_str text)
{
    char *out = khct_alloc_bytes(d->arena, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        if (strchr(" \n\t", text.p[i]) == NULL)
            out[n++] = text.p[i];
        else if (n > 0 && out[n - 1] != ' ')
            out[n++] = ' ';
    return khct_nfc(d->arena, (khct_str){out, n});
}

const char *values_citations(desk *d, khct_span span)
{
    const khct_plan *plan = values_plan(d, span, "cancu < vanban ", "; >\n");
    const khct_basis_entry *entry = &plan->basis.at[0];
    khct_str all = KHCT_STR("");
    for (size_t i = 0; i < entry->cited.n; i++) {
        khct_str pieces[] = {all, khct_str_of(i > 0 ? " | " : ""),
                             document(d, &entry->cited.at[i])};
        all = khct_str_join(d->arena, pieces, 3);
    }
    khct_str typed = folded(d, khct_source_text(&d->sources, span));
    khct_str printed = khct_text_joined(d->arena, &entry->text);
    if (!khct_str_eq(typed, printed))
        all = khct_str_join(d->arena, (khct_str[]){all, KHCT_STR(" in "), printed}, 3);
    return all.n == 0 ? "text" : khct_cstr(d->arena, all);
}
