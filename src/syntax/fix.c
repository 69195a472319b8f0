#include "syntax/fix.h"
#include "text/sort.h"

/* --- choosing --- */

static int by_place(const void *a, const void *b)
{
    const khct_edit *l = a, *r = b;
    if (l->span.begin != r->span.begin)
        return l->span.begin < r->span.begin ? -1 : 1;
    return (l->span.end > r->span.end) - (l->span.end < r->span.end);
}

static bool same_edit(const khct_edit *a, const khct_edit *b)
{
    return a->span.begin == b->span.begin && a->span.end == b->span.end &&
           khct_str_eq(a->text, b->text);
}

static bool meet(const khct_edit *a, const khct_edit *b)
{
    if (a->span.begin == b->span.begin) /* also two that insert at one place */
        return true;
    return a->span.begin < b->span.end && b->span.begin < a->span.end;
}

/* True where the fix can be added; *again: all of it is there already. */
static bool fits(const khct_edits *edits, const khct_fix *fix, uint32_t source, bool *again)
{
    size_t known = 0;
    KHCT_FOR (edit, &fix->edits) {
        if (edit->span.source != source)
            return false;
        for (size_t k = 0; k < edits->list.n; k++) {
            if (same_edit(&edits->list.at[k], edit))
                known++;
            else if (meet(&edits->list.at[k], edit))
                return false;
        }
    }
    *again = known == fix->edits.n;
    return known == 0 || *again;
}

/* The diagnostics of a plan are limited in number, so looking at all edits for each is short. */
khct_edits khct_edits_of(const khct_diags *diags, uint32_t source, khct_grade grade)
{
    khct_edits edits = {0};
    for (size_t i = 0; i < diags->list.n; i++) {
        const khct_diag *diag = diags->list.at[i];
        const khct_fix *fix = NULL;
        for (size_t k = 0; k < diag->fixes.n && fix == NULL; k++)
            if (diag->fixes.at[k].grade <= grade && diag->fixes.at[k].edits.n > 0)
                fix = &diag->fixes.at[k];
        bool again;
        if (fix == NULL || diag->accepted.p != NULL || fix->edits.at[0].span.source != source)
            continue;
        if (!fits(&edits, fix, source, &again)) {
            edits.left++;
            continue;
        }
        for (size_t k = 0; k < fix->edits.n && !again; k++)
            khct_push(diags->arena, &edits.list) = fix->edits.at[k];
        edits.fixes++;
    }
    khct_sort_vec(diags->arena, &edits.list, by_place);
    return edits;
}

/* --- applying --- */

static khct_str text_of(const khct_diags *diags, uint32_t source)
{
    return khct_source_file(diags->sources, source);
}

/* Bytes `begin` to `end` of the file with the edits `from` to `to`, which lie in them. */
static khct_str edited(const khct_diags *diags, khct_str text, const khct_edits *edits, size_t from,
                       size_t to, uint32_t begin, uint32_t end)
{
    khct_strs pieces = {0};
    for (size_t i = from; i < to; i++) {
        const khct_edit *edit = &edits->list.at[i];
        KHCT_ADD(diags->arena, &pieces, khct_str_sub(text, begin, edit->span.begin), edit->text);
        begin = edit->span.end;
    }
    KHCT_ADD(diags->arena, &pieces, khct_str_sub(text, begin, end));
    return khct_str_join(diags->arena, pieces.at, pieces.n);
}

khct_str khct_edits_apply(const khct_diags *diags, uint32_t source, const khct_edits *edits)
{
    khct_str text = text_of(diags, source);
    return edited(diags, text, edits, 0, edits->list.n, 0, (uint32_t)text.n);
}

/* --- the diff --- */

enum { AROUND = 3 };

/* Lines `first` to `last` (from 1) of the old text become `text`. */
typedef struct change {
    uint32_t first, last; /* last < first: lines are put in before `first` */
    khct_str text;
} change;

typedef struct comparison {
    const khct_diags *diags;
    uint32_t source;
    khct_str text;
    uint32_t lines; /* of the old text */
    KHCT_VEC(change) changes;
} comparison;

static khct_str old_line(const comparison *c, uint32_t line)
{
    khct_span span = khct_source_line_span(c->diags->sources, c->source, line);
    uint32_t end = span.end;
    while (end < c->text.n && c->text.p[end] != '\n')
        end++;
    return khct_str_sub(c->text, span.begin, end < c->text.n ? end + 1 : end);
}

/* The length of the text's first line, its end included. */
static size_t line_length(khct_str text)
{
    const char *end = text.n == 0 ? NULL : memchr(text.p, '\n', text.n);
    return end == NULL ? text.n : (size_t)(end - text.p) + 1;
}

static size_t count_lines(khct_str text)
{
    size_t lines = 0;
    for (; text.n > 0; lines++)
        text = khct_str_sub(text, line_length(text), text.n);
    return lines;
}

/* Lines that are the same before and after, at either end of the change, are none of it. */
static change trimmed(const comparison *c, change made)
{
    while (made.first <= made.last && made.text.n > 0) {
        khct_str old = old_line(c, made.first),
                 new = khct_str_sub(made.text, 0, line_length(made.text));
        if (!khct_str_eq(old, new))
            break;
        made.text = khct_str_sub(made.text, new.n, made.text.n);
        made.first++;
    }
    while (made.first <= made.last && made.text.n > 0) {
        khct_str old = old_line(c, made.last);
        bool whole = made.text.n == old.n ||
                     (made.text.n > old.n && made.text.p[made.text.n - old.n - 1] == '\n');
        if (!whole || !khct_str_eq(old, khct_str_sub(made.text, made.text.n - old.n, made.text.n)))
            break;
        made.text.n -= old.n;
        made.last--;
    }
    return made;
}

static void find_changes(comparison *c, const khct_edits *edits)
{
    for (size_t from = 0, to; from < edits->list.n; from = to) {
        const khct_sources *sources = c->diags->sources;
        uint32_t first = khct_source_line(sources, c->source, edits->list.at[from].span.begin);
        uint32_t last = first;
        for (to = from; to < edits->list.n; to++) {
            khct_span span = edits->list.at[to].span;
            if (khct_source_line(sources, c->source, span.begin) > last)
                break;
            last = khct_source_line(sources, c->source, span.end);
        }
        uint32_t begin = khct_source_line_span(sources, c->source, first).begin;
        khct_str end = old_line(c, last);
        uint32_t after = (uint32_t)(end.p + end.n - c->text.p);
        change made = {first, last, edited(c->diags, c->text, edits, from, to, begin, after)};
        khct_push(c->diags->arena, &c->changes) = trimmed(c, made);
    }
}

static void write_line(khct_out *out, char sign, khct_str line)
{
    khct_out_char(out, sign);
    khct_out_str(out, line);
    if (!khct_str_ends(line, "\n"))
        khct_out_cstr(out, "\n\\ No newline at end of file\n");
}

static void write_old(khct_out *out, const comparison *c, char sign, uint32_t first, uint32_t after)
{
    for (uint32_t line = first; line < after; line++)
        write_line(out, sign, old_line(c, line));
}

/* Changes `from` to `to`, with the lines around them. `moved`: how many lines more the new text had
 * before them; gives how many it has after them. */
static long long write_hunk(khct_out *out, const comparison *c, size_t from, size_t to,
                            long long moved)
{
    const change *changes = c->changes.at;
    uint32_t first = changes[from].first > AROUND ? changes[from].first - AROUND : 1;
    uint32_t after = changes[to - 1].last + 1 + AROUND;
    if (after > c->lines + 1)
        after = c->lines + 1;
    long long more = 0, old_count = (long long)after - first;
    for (size_t i = from; i < to; i++)
        more += (long long)count_lines(changes[i].text) -
                ((long long)changes[i].last + 1 - changes[i].first);
    long long new_count = old_count + more;
    khct_out_format(out, "@@ -%lld,%lld +%lld,%lld @@\n",
                    old_count > 0 ? (long long)first : first - 1LL, old_count,
                    first + moved - (new_count == 0), new_count);
    uint32_t line = first;
    for (size_t i = from; i < to; i++) {
        write_old(out, c, ' ', line, changes[i].first);
        write_old(out, c, '-', changes[i].first, changes[i].last + 1);
        for (khct_str text = changes[i].text; text.n > 0;) {
            size_t n = line_length(text);
            write_line(out, '+', khct_str_sub(text, 0, n));
            text = khct_str_sub(text, n, text.n);
        }
        line = changes[i].last + 1;
    }
    write_old(out, c, ' ', line, after);
    return moved + more;
}

/* A line that names the file. A name that would end the line, or that patch and git read as quoted,
 * is quoted as they do it. */
static void put_name(khct_out *out, const char *before, khct_str name)
{
    bool plain = name.n > 0 && name.p[0] != '"';
    for (size_t i = 0; i < name.n; i++)
        plain = plain && (unsigned char)name.p[i] >= ' ' && name.p[i] != 0x7F;
    khct_out_cstr(out, before);
    khct_out_cstr(out, plain ? "" : "\"");
    for (size_t i = 0; i < name.n; i++) {
        unsigned char c = (unsigned char)name.p[i];
        if (plain || (c >= ' ' && c != 0x7F && c != '"' && c != '\\'))
            khct_out_char(out, (char)c);
        else
            khct_out_format(out, c >= ' ' && c != 0x7F ? "\\%c" : "\\%03o", c);
    }
    khct_out_cstr(out, plain ? "\n" : "\"\n");
}

void khct_edits_diff(khct_out *out, const khct_diags *diags, uint32_t source,
                     const khct_edits *edits)
{
    if (edits->list.n == 0)
        return;
    comparison *c = khct_alloc(diags->arena, sizeof *c);
    c->diags = diags;
    c->source = source;
    c->text = text_of(diags, source);
    c->lines = (uint32_t)count_lines(c->text);
    find_changes(c, edits);
    khct_str name = khct_source_at(diags->sources, (khct_span){source, 0, 0})->name;
    put_name(out, "--- ", name);
    put_name(out, "+++ ", name);
    long long moved = 0;
    for (size_t from = 0, to; from < c->changes.n; from = to) {
        for (to = from + 1; to < c->changes.n; to++)
            if (c->changes.at[to].first > c->changes.at[to - 1].last + 1 + 2 * AROUND)
                break;
        moved = write_hunk(out, c, from, to, moved);
    }
}
