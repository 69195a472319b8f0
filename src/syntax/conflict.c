#include "syntax/conflict.h"

#include "text/lanes.h"

/* A line of a conflict: `<<<<<<< name`, `||||||| name`, `=======`, `>>>>>>> name`. */
typedef struct mark {
    uint32_t begin, end; /* end: after its line end */
    khct_str name;
} mark;

typedef struct conflict {
    mark ours, base, middle, theirs; /* base.end, middle.end 0: none */
} conflict;

typedef struct finding {
    khct_diags *diags;
    khct_source *file;
    uint32_t source;
    khct_str text; /* as the file stands */
    KHCT_VEC(mark) marks;
} finding;

/* Two `<` or `>` stand together somewhere. Most files have no such place, and no mark. */
static bool may_hold_marks(khct_str text)
{
    enum { STEP = KHCT_LANES + 5 }; /* no row of seven falls between two looks */
    for (size_t at = 0; at < text.n; at += STEP) {
        khct_lanes here = khct_lanes_are(khct_lanes_at(text.p + at) | ('<' ^ '>'), '>');
        if (!khct_lanes_none(here) &&
            !khct_lanes_none(here &
                             khct_lanes_are(khct_lanes_at(text.p + at + 1) | ('<' ^ '>'), '>')))
            return true;
    }
    return false;
}

/* The line that begins at `at` begins with seven of such a sign, and holds nothing more, or a name
 * after a blank. */
static bool is_mark(khct_str text, size_t at)
{
    const char *p = text.p + at;
    if (text.n - at < 7 || memcmp(p, p + 1, 6) != 0 || strchr("<|=>", *p) == NULL)
        return false;
    return text.n - at == 7 || strchr(" \r\n", p[7]) != NULL;
}

static void find_marks(finding *f)
{
    khct_str text = f->text;
    for (size_t at = khct_str_starts(text, "\xEF\xBB\xBF") ? 3 : 0, end; at < text.n; at = end) {
        const char *newline = memchr(text.p + at, '\n', text.n - at);
        end = newline == NULL ? text.n : (size_t)(newline - text.p) + 1;
        if (is_mark(text, at))
            khct_push(f->diags->arena, &f->marks) =
                (mark){(uint32_t)at, (uint32_t)end, khct_str_trim(khct_str_sub(text, at + 7, end))};
    }
}

/* Blanks but no line ends: all places stay what they are. */
static void blank_out(finding *f, uint32_t begin, uint32_t end)
{
    char *bytes = (char *)(uintptr_t)f->file->text.p;
    for (uint32_t i = begin; i < end; i++)
        if (bytes[i] != '\n' && bytes[i] != '\r')
            bytes[i] = ' ';
    if (f->file->shown.p == NULL)
        f->file->shown = f->text;
    f->file->omits = true;
}

static khct_str side_name(khct_str name, khct_str other)
{
    return name.n > 0 ? name : other;
}

static khct_str line_of(finding *f, uint32_t at)
{
    return khct_str_number(f->diags->arena, khct_source_line(f->diags->sources, f->source, at));
}

static khct_span span_of(const finding *f, mark m)
{
    uint32_t end = m.end;
    while (end > m.begin && strchr("\r\n", f->text.p[end - 1]) != NULL)
        end--;
    return (khct_span){f->source, m.begin, end};
}

static void offer(finding *f, khct_diag *diag, khct_message title, khct_edit one, khct_edit other)
{
    khct_fix *fix = khct_diag_fix(diag, KHCT_PERSON, one.span, one.text);
    fix->title = title;
    khct_push(f->diags->arena, &fix->edits) = other;
}

static khct_edit cut(const finding *f, uint32_t begin, uint32_t end)
{
    return (khct_edit){{f->source, begin, end}, KHCT_STR("")};
}

static void report(finding *f, const conflict *c)
{
    khct_str ours = side_name(c->ours.name, KHCT_STR("HEAD"));
    khct_str theirs = side_name(c->theirs.name, KHCT_STR("…"));
    uint32_t ours_end = c->base.end > 0 ? c->base.begin : c->middle.begin;
    khct_diag *diag =
        khct_report(f->diags, KHCT_KH1013, span_of(f, c->ours),
                    KHCT_MSG(CONFLICT, ours, line_of(f, c->ours.begin), line_of(f, ours_end),
                             theirs, line_of(f, c->middle.begin), line_of(f, c->theirs.begin)));
    khct_diag_related(diag, span_of(f, c->middle), KHCT_MSG(CONFLICT_MIDDLE, theirs));
    khct_diag_related(diag, span_of(f, c->theirs), KHCT_MSG0(CONFLICT_END));
    khct_diag_hint(diag, KHCT_MSG(CONFLICT_HINT, ours));
    offer(f, diag, KHCT_MSG(CONFLICT_KEEP, ours), cut(f, c->ours.begin, c->ours.end),
          cut(f, ours_end, c->theirs.end));
    offer(f, diag, KHCT_MSG(CONFLICT_KEEP, theirs), cut(f, c->ours.begin, c->middle.end),
          cut(f, c->theirs.begin, c->theirs.end));
    blank_out(f, c->ours.begin, c->ours.end);
    blank_out(f, ours_end, c->theirs.end);
}

/* A mark that stands alone: what was around it has been mended by hand. A row of `=` may be a line
 * that somebody drew, and a row of `>` closes blocks. */
static void report_left(finding *f, mark m)
{
    khct_diag *diag =
        khct_report_hint(f->diags, KHCT_KH1013, span_of(f, m),
                         KHCT_MSG(CONFLICT_LEFT, khct_str_sub(f->text, m.begin, m.begin + 7)),
                         KHCT_MSG0(CONFLICT_LEFT_HINT));
    khct_diag_fix(diag, KHCT_LIKELY, (khct_span){f->source, m.begin, m.end}, KHCT_STR(""));
    blank_out(f, m.begin, m.end);
}

/* Reports the conflicts of which all marks stand there. */
static void report_whole(finding *f)
{
    conflict c = {0};
    KHCT_FOR (m, &f->marks) {
        char sign = f->text.p[m->begin];
        if (sign == '<')
            c = (conflict){.ours = *m};
        else if (sign == '|' && c.base.end == 0 && c.middle.end == 0)
            c.base = *m;
        else if (sign == '=' && c.middle.end == 0)
            c.middle = *m;
        if (sign != '>')
            continue;
        c.theirs = *m;
        if (c.ours.end > 0 && c.middle.end > 0)
            report(f, &c);
        c = (conflict){0};
    }
}

/* Reports the marks that are left: those of conflicts are blank by now. True where there are some.
 */
static bool report_rest(finding *f, char sign, bool named)
{
    bool some = false;
    KHCT_FOR (m, &f->marks)
        if (f->file->text.p[m->begin] == sign && (!named || m->name.n > 0)) {
            report_left(f, *m);
            some = true;
        }
    return some;
}

void khct_report_conflicts(khct_diags *diags, uint32_t source)
{
    khct_source *file = khct_source_at(diags->sources, (khct_span){source, 0, 0});
    if (!may_hold_marks(file->text))
        return;
    finding f = {diags, file, source, khct_str_copy(diags->arena, file->text), {0}};
    find_marks(&f);
    report_whole(&f);
    bool some = report_rest(&f, '<', false);
    some |= report_rest(&f, '>', true);
    some |= report_rest(&f, '|', false);
    if (some) /* beside them a row of seven `=` is git's too */
        report_rest(&f, '=', false);
}
