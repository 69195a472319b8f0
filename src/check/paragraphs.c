/* Paragraphs that stand twice (KH7005). */
#include "check/text.h"

/* Short ones repeat by right. */
void khct_paragraph_end(khct_reading *r)
{
    enum { FEWEST = 12 };
    khct_texts *t = r->t;
    size_t words = r->words;
    uint64_t hash = r->hash;
    r->words = 0;
    r->hash = 0;
    if (words < FEWEST || !(r->what & KHCT_READ_PARAGRAPHS))
        return;
    khct_span span =
        khct_reading_place(r, (size_t)(r->first - r->slice.p), (size_t)(r->last - r->slice.p));
    /* the hash stands for all of it */
    uint32_t *at = khct_map_at(t->k->arena, &t->seen, (khct_str){(const char *)&hash, sizeof hash});
    if (*at == KHCT_NONE) {
        *at = (uint32_t)t->paragraphs.n;
        khct_push(t->k->arena, &t->paragraphs) = (khct_seen_paragraph){.span = span};
        return;
    }
    khct_seen_paragraph *seen = &t->paragraphs.at[*at];
    if (seen->number == 0) {
        khct_spans places = {0};
        khct_push(t->k->arena, &places) = seen->span;
        khct_push(t->k->arena, &t->twice) = places;
        seen->number = (uint32_t)t->twice.n;
    }
    khct_push(t->k->arena, &t->twice.at[seen->number - 1]) = span;
}

static void report_twice(khct_texts *t, const khct_spans *places)
{
    khct_diags *diags = t->k->diags;
    khct_diag *diag = khct_report(diags, KHCT_KH7005, places->at[1], KHCT_MSG0(PARAGRAPH_TWICE));
    khct_diag_related(diag, places->at[0], KHCT_MSG0(PARAGRAPH_FIRST));
    if (places->n > 2)
        khct_diag_note(diag, KHCT_MSG(ODD_COUNT, places->n));
    khct_diag_hint(diag, KHCT_MSG0(PARAGRAPH_HINT));
}

void khct_paragraphs_report(khct_texts *texts)
{
    for (size_t i = 0; i < texts->twice.n; i++)
        report_twice(texts, &texts->twice.at[i]);
}
