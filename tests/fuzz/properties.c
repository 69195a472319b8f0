#include "fuzz.h"

#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void fuzz_fault(const char *property)
{
    fprintf(stderr, "PROPERTY: %s\n", property);
    abort();
}

void fuzz_utf8(khct_str text)
{
    for (size_t at = 0; at < text.n;) {
        size_t length = 1;
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        fuzz_require(c != 0xFFFD || length > 1, "output is valid UTF-8");
        at += length;
    }
}

bool fuzz_is_text(khct_str text)
{
    khct_utf8_report report = {.fault = KHCT_UTF8_CONTROL};
    for (size_t from = 0; report.fault == KHCT_UTF8_CONTROL; from = report.at + report.length)
        report = khct_utf8_scan(text, from);
    return report.fault == KHCT_UTF8_FINE;
}

/* --- places --- */

static bool within(khct_span inner, khct_span outer)
{
    return inner.source == outer.source && inner.begin <= inner.end && inner.begin >= outer.begin &&
           inner.end <= outer.end;
}

static void check_node(const khct_node *node)
{
    fuzz_require(within(node->key, node->span), "a keyword lies in its item");
    fuzz_require(within(node->value, node->span), "a value lies in its item");
    fuzz_require(node->value.begin >= node->key.end || node->value.begin == node->value.end,
                 "a value stands behind its keyword");
}

void fuzz_tree(const khct_sources *sources, const khct_tree *tree)
{
    const khct_node *node = tree->top;
    khct_span whole = {tree->source, 0, (uint32_t)khct_source_at(sources, node->span)->text.n};
    fuzz_require(within(node->span, whole), "the top lies in the file");
    while (node != NULL) {
        const khct_node *child = node->first;
        if (child != NULL) {
            fuzz_require(child->parent == node, "a child knows its parent");
            node = child;
        } else {
            while (node != NULL && node->next == NULL)
                node = node->parent;
            if (node == NULL)
                break;
            fuzz_require(node->next->span.begin >= node->span.end, "siblings stand in order");
            node = node->next;
        }
        check_node(node);
        fuzz_require(within(node->span, node->parent->span), "a child lies in its parent");
    }
    uint32_t last = 0;
    for (size_t i = 0; i < tree->comments.n; i++) {
        khct_span span = tree->comments.at[i].span;
        fuzz_require(within(span, whole) && span.begin >= last,
                     "comments lie in the file, in order");
        last = span.end;
    }
}

static void check_span(const khct_diags *diags, khct_span span)
{
    if (span.source == KHCT_NO_SOURCE)
        return;
    const khct_source *source = khct_source_at(diags->sources, span);
    fuzz_require(source != NULL && span.begin <= span.end && span.end <= source->text.n,
                 "the place of a diagnostic lies in its file");
}

void fuzz_diags(const khct_diags *diags)
{
    for (size_t i = 0; i < diags->list.n; i++) {
        const khct_diag *d = diags->list.at[i];
        check_span(diags, d->span);
        for (size_t k = 0; k < d->related.n; k++)
            check_span(diags, d->related.at[k].span);
        for (size_t k = 0; k < d->fixes.n; k++)
            for (size_t e = 0; e < d->fixes.at[k].edits.n; e++)
                check_span(diags, d->fixes.at[k].edits.at[e].span);
    }
    for (int language = KHCT_VI; language <= KHCT_EN; language++) {
        khct_out *out = fuzz_out();
        khct_render_diags(
            out, diags, false,
            (khct_style){(khct_language)language, language == KHCT_EN, language == KHCT_EN});
        fuzz_utf8(fuzz_out_text(out));
        fuzz_out_free(out);
    }
}

/* --- a library for many inputs --- */

khct_library *fuzz_library(unsigned inputs)
{
    static khct_library *library;
    static unsigned served;
    if (library == NULL || ++served == inputs) {
        khct_library_free(library);
        library = khct_library_new(NULL);
        served = 0;
    }
    return library;
}

/* --- outputs in memory --- */

khct_out *fuzz_out(void)
{
    khct_out *out = malloc(sizeof *out);
    fuzz_require(out != NULL, "memory");
    khct_out_to_memory(out);
    return out;
}

void fuzz_out_free(khct_out *out)
{
    khct_out_release(out);
    free(out);
}

khct_str fuzz_out_text(khct_out *out)
{
    fuzz_require(khct_out_finish(out) == 0, "memory");
    return khct_out_text(out);
}
