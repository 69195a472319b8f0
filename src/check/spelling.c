/* Spelling: fonts of old (KH0004), two styles of tone marks (KH7001), words that are no syllable
 * (KH7004). */
#include "check/syllable.h"
#include "check/text.h"

/* --- KH0004 --- */

khct_legacies khct_report_legacy(khct_reading *r)
{
    khct_diags *diags = r->t->k->diags;
    khct_legacies found = khct_find_legacy(r->t->k->arena, r->slice);
    KHCT_FOR (l, &found) {
        khct_span span = khct_reading_place(r, l->begin, l->end);
        khct_diag *diag = khct_report(diags, KHCT_KH0004, span,
                                      l->unread.n > 0 ? KHCT_MSG(LEGACY_DAMAGED, l->font)
                                                      : KHCT_MSG(LEGACY, l->font));
        if (l->unread.n > 0) {
            khct_diag_hint(diag, KHCT_MSG(LEGACY_DAMAGED_HINT, l->text, l->unread));
            continue;
        }
        khct_diag_hint(diag, KHCT_MSG(LEGACY_HINT, l->text));
        khct_diag_fix(diag, KHCT_LIKELY, span, l->text);
    }
    return found;
}

/* --- KH7001, KH7004 --- */

static void report_styles(khct_texts *t)
{
    khct_diags *diags = t->k->diags;
    khct_arena *arena = t->k->arena;
    if (t->styles[0].n == 0 || t->styles[1].n == 0)
        return;
    bool newer_fewer = t->styles[1].n <= t->styles[0].n;
    const khct_spans *fewer = &t->styles[newer_fewer], *more = &t->styles[!newer_fewer];
    khct_diag *diag =
        khct_report(diags, KHCT_KH7001, fewer->at[0],
                    KHCT_MSG(STYLES, khct_source_text(diags->sources, fewer->at[0]), fewer->n,
                             khct_source_text(diags->sources, more->at[0]), more->n));
    khct_diag_related(diag, more->at[0], KHCT_MSG0(STYLES_OTHER));
    khct_diag_hint(diag, KHCT_MSG0(STYLES_HINT));
    khct_fix *fix = NULL;
    for (size_t i = 0; i < fewer->n; i++) {
        khct_str mended = khct_syllable_mend(arena, khct_source_text(diags->sources, fewer->at[i]));
        if (fix == NULL)
            fix = khct_diag_fix(diag, KHCT_LIKELY, fewer->at[i], mended);
        else
            khct_push(arena, &fix->edits) = (khct_edit){fewer->at[i], mended};
    }
}

/* One fix that puts `text` in all the word's places. */
static void mend_all(khct_diags *diags, khct_diag *diag, const khct_remarked *remarked,
                     khct_str text)
{
    khct_fix *fix = khct_diag_fix(diag, KHCT_LIKELY, remarked->spans.at[0], text);
    for (size_t i = 1; i < remarked->spans.n; i++)
        khct_push(diags->arena, &fix->edits) = (khct_edit){remarked->spans.at[i], text};
}

static void report_odd(khct_texts *t, const khct_remarked *odd)
{
    khct_diags *diags = t->k->diags;
    khct_arena *arena = t->k->arena;
    khct_str word = odd->word;
    khct_syllable s = khct_syllable_read(word);
    size_t split = s.sound == KHCT_SOUND_NONE ? khct_syllable_split(word) : 0;
    khct_str mended = word;
    khct_message message = KHCT_MSG(ODD, word), hint = KHCT_MSG0(ODD_HINT);
    if (s.sound == KHCT_SOUND_STOP) {
        hint = KHCT_MSG(ODD_STOP_HINT, khct_syllable_toned(arena, word, '2'),
                        khct_syllable_toned(arena, word, '5'));
        message = KHCT_MSG(ODD_STOP, word);
    } else if (s.sound == KHCT_SOUND_PLACE) {
        mended = khct_syllable_mend(arena, word);
        message = KHCT_MSG(ODD_PLACE, word);
        hint = KHCT_MSG(ODD_MENDED_HINT, mended);
    } else if (split > 0) {
        mended =
            KHCT_JOIN(arena, khct_str_sub(word, 0, split), " ", khct_str_sub(word, split, word.n));
        message = KHCT_MSG(ODD_JOINED, word);
        hint = KHCT_MSG(ODD_MENDED_HINT, mended);
    }
    khct_diag *diag = khct_report(diags, KHCT_KH7004, odd->spans.at[0], message);
    if (odd->spans.n > 1)
        khct_diag_note(diag, KHCT_MSG(ODD_COUNT, odd->spans.n));
    khct_diag_hint(diag, hint);
    if (!khct_str_eq(mended, word))
        mend_all(diags, diag, odd, mended);
}

void khct_spelling_report(khct_texts *texts)
{
    report_styles(texts);
    for (size_t i = 0; i < texts->odd.n; i++)
        report_odd(texts, &texts->odd.at[i]);
}
