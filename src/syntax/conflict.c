#include "syntax/conflict.h"

/* A line of a conflict: `<<<<<<< name`, `||||||| name`, `=======`, `>>>>>>> name`. */
typedef struct mark {
    uint32_t begin, end; /* end: after its line end */
    khct_str name;
} mark;

typedef struct conflict {
    mark ours, base, middle, theirs; /* base.end 0: none */
} conflict;

typedef struct finding {
    khct_diags *diags;
    khct_source *file;
    uint32_t source;
    khct_str text; /* as the file stands */
} finding;

/* The next line from `at` on, before `limit`, that begins with seven of the sign and holds nothing
 * more, or a name after a blank. */
static bool find_mark(khct_str text, uint32_t at, size_t limit, const char *seven, mark *found)
{
    for (;;) {
        uint32_t here =
            at + (uint32_t)khct_str_find(khct_str_sub(text, at, limit), khct_str_of(seven));
        if (here >= limit)
            return false;
        at = here + 1;
        if (here > 0 && text.p[here - 1] != '\n' &&
            !(here == 3 && khct_str_starts(text, "\xEF\xBB\xBF")))
            continue; /* a long row of signs is not looked through for each of them */
        const char *line_end = memchr(text.p + here, '\n', text.n - here);
        uint32_t end = line_end == NULL ? (uint32_t)text.n : (uint32_t)(line_end - text.p) + 1;
        khct_str behind = khct_str_sub(text, here + 7, end);
        if (behind.n == 0 || strchr(" \r\n", behind.p[0]) != NULL) {
            *found = (mark){here, end, khct_str_trim(behind)};
            return true;
        }
    }
}

/* The conflict that begins at or after `at`; false where there is none, or not all of its marks.
 */
static bool find_conflict(khct_str text, uint32_t at, conflict *c)
{
    while (find_mark(text, at, text.n, "<<<<<<<", &c->ours)) {
        mark next;
        size_t limit = text.n;
        if (find_mark(text, c->ours.end, text.n, ">>>>>>>", &c->theirs))
            limit = c->theirs.begin;
        bool another = find_mark(text, c->ours.end, limit, "<<<<<<<", &next);
        if (limit < text.n && !another &&
            find_mark(text, c->ours.end, limit, "=======", &c->middle)) {
            if (!find_mark(text, c->ours.end, c->middle.begin, "|||||||", &c->base))
                c->base = (mark){0};
            return true;
        }
        at = c->ours.end;
    }
    return false;
}

/* Blanks but no line ends: all places stay what they are. */
static void blank_out(finding *f, uint32_t begin, uint32_t end)
{
    char *bytes = (char *)(uintptr_t)f->file->text.p;
    for (uint32_t i = begin; i < end; i++)
        if (bytes[i] != '\n' && bytes[i] != '\r')
            bytes[i] = ' ';
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

static void report_rest(finding *f, const char *seven, bool named)
{
    mark m;
    for (uint32_t at = 0; find_mark(f->file->text, at, f->file->text.n, seven, &m); at = m.end)
        if (!named || m.name.n > 0)
            report_left(f, m);
}

void khct_report_conflicts(khct_diags *diags, uint32_t source)
{
    khct_source *file = khct_source_at(diags->sources, (khct_span){source, 0, 0});
    finding f = {diags, file, source, file->text};
    mark m;
    if (!find_mark(f.text, 0, f.text.n, "<<<<<<<", &m) &&
        !find_mark(f.text, 0, f.text.n, ">>>>>>>", &m))
        return;
    f.text = khct_str_copy(diags->arena, file->text);
    if (file->shown.p == NULL)
        file->shown = f.text;
    file->omits = true;
    conflict c;
    for (uint32_t at = 0; find_conflict(f.text, at, &c); at = c.theirs.end)
        report(&f, &c);
    report_rest(&f, "<<<<<<<", false);
    report_rest(&f, ">>>>>>>", true);
}
