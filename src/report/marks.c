#include "report/marks.h"

enum { MARK = 7 }; /* how often its sign stands in a mark */

/* True for a line of seven signs, alone or before a space and a name. */
static bool is_mark(khct_str line, char sign, khct_str *name)
{
    for (size_t i = 0; i < MARK; i++)
        if (i >= line.n || line.p[i] != sign)
            return false;
    if (line.n > MARK && line.p[MARK] != ' ' && line.p[MARK] != '\r')
        return false;
    *name = khct_str_trim(khct_str_sub(line, MARK, line.n));
    return true;
}

typedef struct splitting {
    khct_arena *arena;
    khct_strs sides[KHCT_MERGE_SIDES];
    khct_str names[KHCT_MERGE_SIDES];
    int in; /* KHCT_MERGE_SIDES: outside */
    size_t conflicts, based;
    bool wrong;
} splitting;

/* A line is a mark that goes from one version to another, or belongs to the open one. */
static void take_line(splitting *s, khct_str line, khct_str whole)
{
    khct_str name;
    int next = s->in;
    if (is_mark(line, '<', &name)) {
        s->wrong |= s->in != KHCT_MERGE_SIDES;
        next = KHCT_MERGE_OURS;
        s->conflicts++;
    } else if (is_mark(line, '|', &name) && s->in == KHCT_MERGE_OURS) {
        next = KHCT_MERGE_BASE;
        s->based++;
    } else if (is_mark(line, '=', &name) && s->in != KHCT_MERGE_SIDES) {
        s->wrong |= s->in == KHCT_MERGE_THEIRS;
        next = KHCT_MERGE_THEIRS;
        name = KHCT_STR("");
    } else if (is_mark(line, '>', &name)) {
        s->wrong |= s->in != KHCT_MERGE_THEIRS;
        if (s->names[KHCT_MERGE_THEIRS].n == 0)
            s->names[KHCT_MERGE_THEIRS] = name;
        s->in = KHCT_MERGE_SIDES;
        return;
    }
    if (next != s->in) {
        s->in = next;
        if (next != KHCT_MERGE_THEIRS && s->names[next].n == 0)
            s->names[next] = name;
        return;
    }
    for (int side = 0; side < KHCT_MERGE_SIDES; side++)
        if (s->in == KHCT_MERGE_SIDES || s->in == side)
            khct_push(s->arena, &s->sides[side]) = whole;
}

size_t khct_marks_read(khct_arena *arena, khct_str text, khct_merge_input sides[KHCT_MERGE_SIDES],
                       bool *based)
{
    splitting *s = khct_alloc(arena, sizeof *s);
    s->arena = arena;
    s->in = KHCT_MERGE_SIDES;
    for (size_t at = 0; at < text.n;) {
        khct_str rest = khct_str_sub(text, at, text.n);
        size_t end = khct_str_find(rest, KHCT_STR("\n"));
        size_t whole = end < rest.n ? end + 1 : end;
        take_line(s, khct_str_sub(rest, 0, end), khct_str_sub(rest, 0, whole));
        at += whole;
    }
    for (int side = 0; side < KHCT_MERGE_SIDES; side++)
        sides[side] = (khct_merge_input){khct_str_join(arena, s->sides[side].at, s->sides[side].n),
                                         s->names[side]};
    *based = s->based == s->conflicts;
    return s->wrong || s->in != KHCT_MERGE_SIDES ? 0 : s->conflicts;
}

khct_str khct_marks_write(khct_arena *arena, const khct_merge_input sides[KHCT_MERGE_SIDES])
{
    khct_str ours = sides[KHCT_MERGE_OURS].text, theirs = sides[KHCT_MERGE_THEIRS].text;
    return KHCT_JOIN(arena, "<<<<<<< ", sides[KHCT_MERGE_OURS].name, "\n", ours,
                     ours.n == 0 || khct_str_ends(ours, "\n") ? "" : "\n", "=======\n", theirs,
                     theirs.n == 0 || khct_str_ends(theirs, "\n") ? "" : "\n", ">>>>>>> ",
                     sides[KHCT_MERGE_THEIRS].name, "\n");
}
