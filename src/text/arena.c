#include "text/arena.h"
#include "text/system.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 256 * 1024, LARGEST_STEP = 4 * 1024 * 1024 };

_Static_assert(FIRST_BLOCK % KHCT_ARENA_UNIT == 0 && LARGEST_STEP % KHCT_ARENA_UNIT == 0,
               "whole units");
_Static_assert(_Alignof(max_align_t) <= KHCT_ARENA_UNIT, "a unit is aligned for any object");

typedef struct khct_arena_block {
    struct khct_arena_block *previous;
    size_t size; /* of `bytes`, in whole units */
    _Alignas(KHCT_ARENA_UNIT) char bytes[];
} block;

/* Makes a block of at least `size` bytes the last one; false when there is no memory. */
static bool add_block(khct_arena *arena, size_t size)
{
    if (size > SIZE_MAX - sizeof(block) - KHCT_ARENA_UNIT - KHCT_ARENA_GAP)
        return false;
    size = (size + KHCT_ARENA_UNIT - 1) / KHCT_ARENA_UNIT * KHCT_ARENA_UNIT + KHCT_ARENA_GAP;
    /* large blocks come from the system as zeroes: nobody has to write them */
    block *b = calloc(1, sizeof *b + size);
    if (b == NULL)
        return false;
    b->previous = arena->last;
    b->size = size;
    if (arena->last != NULL)
        arena->full += (size_t)(arena->next - arena->last->bytes);
    arena->last = b;
    arena->next = b->bytes;
    arena->end = b->bytes + size;
    KHCT_ARENA_SHUT(b->bytes, size);
    return true;
}

khct_arena *khct_arena_new(void)
{
    khct_arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL)
        return NULL;
    if (!add_block(arena, FIRST_BLOCK)) {
        free(arena);
        return NULL;
    }
    /* where the system has no random numbers yet, the address that it chose must do */
    if (!khct_random(&arena->salt, sizeof arena->salt))
        arena->salt = (uintptr_t)arena * UINT64_C(0x9E3779B97F4A7C15);
    arena->salt |= 1;
    return arena;
}

void khct_arena_reset(khct_arena *arena)
{
    while (arena->last->previous != NULL) {
        block *previous = arena->last->previous;
        free(arena->last);
        arena->last = previous;
        arena->next = previous->bytes + previous->size; /* as if all of it had been used */
    }
    size_t used = (size_t)(arena->next - arena->last->bytes);
    KHCT_ARENA_OPEN(arena->last->bytes, used);
    memset(arena->last->bytes, 0, used);
    KHCT_ARENA_SHUT(arena->last->bytes, used);
    arena->next = arena->last->bytes;
    arena->end = arena->next + arena->last->size;
    arena->full = 0;
}

void khct_arena_free(khct_arena *arena)
{
    if (arena == NULL)
        return;
    for (block *b = arena->last, *previous; b != NULL; b = previous) {
        previous = b->previous;
        free(b);
    }
    free(arena);
}

size_t khct_arena_used(const khct_arena *arena)
{
    return arena->full + (size_t)(arena->next - arena->last->bytes);
}

bool khct_try(khct_arena *arena, void (*work)(void *context), void *context)
{
    jmp_buf here;
    void *outer = arena->failure;
    arena->failure = &here;
    bool done = false;
    if (setjmp(here) == 0) {
        work(context);
        done = true;
    }
    arena->failure = outer;
    return done;
}

typedef struct trying {
    khct_arena *const *arenas;
    void (*work)(void *context);
    void *context;
    bool done;
} trying;

static void try_rest(void *context)
{
    trying *t = context, rest = {t->arenas + 1, t->work, t->context, false};
    if (*t->arenas == NULL) {
        t->work(t->context);
        t->done = true;
    } else {
        t->done = khct_try(*t->arenas, try_rest, &rest) && rest.done;
    }
}

bool khct_try_all(khct_arena *const *arenas, void (*work)(void *context), void *context)
{
    trying t = {arenas, work, context, false};
    try_rest(&t);
    return t.done;
}

_Noreturn void khct_arena_fail(khct_arena *arena)
{
    if (arena->failure == NULL)
        abort(); /* a programming mistake: an allocation outside khct_try */
    longjmp(*(jmp_buf *)arena->failure, 1);
}

char *khct_alloc_block(khct_arena *arena, size_t size)
{
    size_t step = arena->last->size < LARGEST_STEP ? arena->last->size * 2 : LARGEST_STEP;
    if (!add_block(arena, step > size ? step : size))
        khct_arena_fail(arena);
    return khct_alloc_bytes(arena, size);
}

void *khct_alloc_array(khct_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        khct_arena_fail(arena);
    return khct_alloc(arena, count * size);
}

void *khct_grow(khct_arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    size_t wanted = *capacity == 0 ? 4 : *capacity * 2;
    if (wanted < count || wanted > SIZE_MAX / size)
        khct_arena_fail(arena);
    char *larger = khct_alloc_bytes(arena, wanted * size);
    if (count > 0)
        memcpy(larger, items, count * size);
    *capacity = wanted;
    return larger;
}
