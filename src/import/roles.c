/* Who is who in a document: the roles that the library knows. */
#include "import/understand.h"

#include "plan/plan.h"
#include "text/fold.h"
#include "text/utf8.h"

const khct_phrases *khct_in_roles(khct_arena *arena, khct_library *library)
{
    khct_sources *sources = khct_alloc(arena, sizeof *sources);
    khct_diags *diags = khct_alloc(arena, sizeof *diags);
    sources->arena = diags->arena = arena;
    diags->sources = sources;
    khct_loader loader = {.diags = diags, .vocabulary = library->vocabulary, .alone = true};
    khct_document *empty = khct_load_text(&loader, KHCT_STR(""), KHCT_STR(""), false);
    return &khct_plan_make(library, empty, KHCT_STR(""))->role_names;
}

khct_reader khct_in_reader(khct_arena *arena, khct_library *library, khct_str text, khct_span *span)
{
    khct_sources *sources = khct_alloc(arena, sizeof *sources);
    sources->arena = arena;
    *span = (khct_span){khct_source_add(sources, KHCT_STR(""), text), 0, (uint32_t)text.n};
    return (khct_reader){.arena = arena, .sources = sources, .lexicon = library->lexicon};
}

static khct_people people_in(const khct_in_plan *u, khct_str text)
{
    khct_span span;
    khct_reader reader = khct_in_reader(u->arena, u->library, text, &span);
    return khct_read_people(&reader, span, u->roles);
}

bool khct_in_is_office(const khct_in_plan *u, khct_str text)
{
    khct_span span;
    khct_reader reader = khct_in_reader(u->arena, u->library, text, &span);
    khct_words words = khct_read_words(&reader, span);
    size_t count = 0;
    bool office = false;
    uint32_t role = words.n == 0 ? KHCT_NONE : khct_role_at(u->roles, &words, 0, &count, &office);
    return role != KHCT_NONE && office && count == words.n;
}

khct_strs khct_in_runs_of_people(const khct_in_plan *u, khct_str text)
{
    khct_strs runs = {0};
    khct_people people = people_in(u, text);
    size_t from = 0;
    for (size_t i = 1; i < people.list.n; i++) {
        const khct_person *before = &people.list.at[i - 1], *now = &people.list.at[i];
        khct_str between = khct_str_sub(text, before->span.end, now->span.begin);
        bool nothing = khct_str_trim(between).n == 0 || khct_str_is(khct_str_trim(between), ".");
        if (!nothing || before->role == KHCT_NONE || now->role == KHCT_NONE)
            continue;
        khct_push(u->arena, &runs) = khct_str_trim(khct_str_sub(text, from, now->span.begin));
        from = now->span.begin;
    }
    khct_push(u->arena, &runs) = khct_str_trim(khct_str_sub(text, from, text.n));
    return runs;
}

size_t khct_in_second_people(khct_str text)
{
    size_t at = 1, length;
    while ((at = khct_in_find_words(text, at, KHCT_IN_WORD_HELPS, &length)) < text.n) {
        if (khct_str_starts(khct_str_trim(khct_str_sub(text, at + length, text.n)), ":"))
            return at;
        at += length;
    }
    return text.n;
}
