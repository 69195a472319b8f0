/* From a plan to its source, by way of JSON: one writer, one reader. */
#include "emit/khct/khct.h"

#include "emit/json/json.h"
#include "syntax/begins.h"

#include <errno.h>

/* --- escaping --- */

static bool blank(char c)
{
    return c == ' ';
}

static size_t skip_blanks(khct_str s, size_t at)
{
    while (at < s.n && blank(s.p[at]))
        at++;
    return at;
}

/* A piece of text being written. */
typedef struct escaping {
    const khct_vocabulary *vocabulary;
    khct_block block;
    khct_str s;
    khct_piece_place place;
    bool goes_on;
    bool heading;   /* a `<` stands in it */
    size_t row_end; /* up to here a row of `>` has been looked at */
    bool row_closes;
} escaping;

/* A line that begins as a list's item may be one of the block's own. */
static bool takes_lines(const escaping *e)
{
    return khct_entry_of(e->block, false) != KHCT_KEYWORD_NONE;
}

/* A `;` that would end the value: a keyword, `>` or nothing follows (see layout.c). */
static bool semicolon_ends(const escaping *e, size_t at)
{
    khct_str s = e->s;
    size_t next = skip_blanks(s, at + 1);
    if (next == s.n)
        return !e->goes_on || takes_lines(e);
    if (s.p[next] == '>' || s.p[next] == '#')
        return true;
    khct_match match = khct_keyword_match(e->vocabulary, e->block, khct_str_sub(s, next, s.n));
    if (match.keyword == KHCT_KEYWORD_NONE)
        return false;
    /* a short word of prose; results in full are told from plans by the words in them */
    bool here = khct_place_of(e->block, match.keyword) != NULL || e->block == KHCT_B_KETQUATC;
    if (!here && !match.marked && match.length < KHCT_NO_SYLLABLE_LETTERS && !e->heading)
        return false;
    khct_str rest = khct_str_sub(s, next + match.length, s.n);
    if (!match.marked && rest.n > 0 && !khct_value_may_begin(e->vocabulary, match.keyword, rest))
        return false;
    size_t after = skip_blanks(s, next + match.length);
    return !match.marked || (after < s.n && s.p[after] == ':');
}

/* True where nothing but a comment follows the row of `>` that `at` stands in. */
static bool closes(escaping *e, size_t at)
{
    khct_str s = e->s;
    if (at < e->row_end)
        return e->row_closes;
    while (at < s.n && (s.p[at] == '>' || blank(s.p[at])))
        at++;
    e->row_end = at;
    e->row_closes = at == s.n || s.p[at] == '#';
    return e->row_closes;
}

static bool needs_backslash(escaping *e, size_t at)
{
    khct_str s = e->s;
    bool line = e->place == KHCT_LINE_BEGIN, heading = e->place == KHCT_IN_HEADING;
    switch (s.p[at]) {
    case '\\': return at + 1 == s.n || strchr(";<>#\"\\", s.p[at + 1]) != NULL;
    case '<': return heading;
    case ';': return heading || semicolon_ends(e, at);
    case '>': return heading || (line && at == 0) || closes(e, at);
    case '#': return khct_begins_comment(s, at, line || e->place == KHCT_VALUE_MORE, false);
    case '"': return e->place == KHCT_VALUE_BEGIN && at == 0 && khct_str_starts(s, "\"\"\"");
    default: return false;
    }
}

void khct_escape(khct_out *out, const khct_vocabulary *vocabulary, khct_block block, khct_str s,
                 khct_piece_place place, bool goes_on)
{
    escaping e = {.vocabulary = vocabulary,
                  .block = block,
                  .s = s,
                  .place = place,
                  .goes_on = goes_on,
                  .heading = s.n > 0 && memchr(s.p, '<', s.n) != NULL};
    size_t plain = 0;
    for (size_t at = 0; at < s.n; at++) {
        char c = s.p[at];
        bool sign = c == '\\' || c == '<' || c == ';' || c == '>' || c == '#' || c == '"';
        if (!sign || !needs_backslash(&e, at))
            continue;
        khct_out_bytes(out, s.p + plain, at - plain);
        khct_out_char(out, '\\');
        plain = at;
    }
    khct_out_bytes(out, s.p + plain, s.n - plain);
}

/* --- a plan as source --- */

typedef struct writing {
    const khct_plan *plan;
    khct_out *json;
    khct_str text;
    khct_fault fault;
} writing;

static void convert(void *context)
{
    writing *w = context;
    khct_emit_json_source(w->json, w->plan);
    if (khct_out_finish(w->json) != 0)
        khct_arena_fail(w->plan->arena);
    w->fault = khct_from_json(w->plan->arena, w->plan->library->vocabulary, khct_out_text(w->json),
                              &w->text);
}

void khct_emit_khct(khct_out *out, const khct_work *work, const khct_page *page,
                    const khct_emit_options *options)
{
    const khct_plan *plan = work->plan;
    (void)page;
    (void)options;
    khct_out *json = khct_out_new();
    if (json == NULL)
        khct_arena_fail(plan->arena);
    writing w = {plan, json, KHCT_STR(""), {KHCT_MSG0(NONE), 0, 0}};
    bool done = khct_try(plan->arena, convert, &w);
    khct_out_free(json);
    if (!done)
        khct_arena_fail(plan->arena);
    if (w.fault.message.id != KHCT_T_NONE) { /* never: what is written here reads back */
        out->error = EPROTO;
        return;
    }
    khct_out_str(out, w.text);
}
