#include "text/arena.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 64 * 1024 - 64, LARGEST_STEP = 4 * 1024 * 1024 };

typedef struct block {
    struct block *previous;
    size_t size, used;
    _Alignas(max_align_t) char bytes[];
} block;

struct khct_arena {
    block *last;
    jmp_buf *failure;
    size_t used;
};

static block *block_new(size_t size, block *previous)
{
    if (size > SIZE_MAX - sizeof(block))
        return NULL;
    /* large blocks come from the system as zeroes: nobody has to write them */
    block *b = calloc(1, sizeof *b + size);
    if (b == NULL)
        return NULL;
    b->previous = previous;
    b->size = size;
    return b;
}

khct_arena *khct_arena_new(void)
{
    khct_arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL)
        return NULL;
    arena->last = block_new(FIRST_BLOCK, NULL);
    if (arena->last == NULL) {
        free(arena);
        return NULL;
    }
    return arena;
}

void khct_arena_reset(khct_arena *arena)
{
    while (arena->last->previous != NULL) {
        block *previous = arena->last->previous;
        free(arena->last);
        arena->last = previous;
    }
    memset(arena->last->bytes, 0, arena->last->used);
    arena->last->used = 0;
    arena->used = 0;
}

void khct_arena_free(khct_arena *arena)
{
    if (arena == NULL)
        return;
    khct_arena_reset(arena);
    free(arena->last);
    free(arena);
}

size_t khct_arena_used(const khct_arena *arena)
{
    return arena->used;
}

bool khct_try(khct_arena *arena, void (*work)(void *context), void *context)
{
    jmp_buf here;
    jmp_buf *outer = arena->failure;
    arena->failure = &here;
    bool done = false;
    if (setjmp(here) == 0) {
        work(context);
        done = true;
    }
    arena->failure = outer;
    return done;
}

_Noreturn void khct_arena_fail(khct_arena *arena)
{
    if (arena->failure == NULL)
        abort(); /* a programming mistake: an allocation outside khct_try */
    longjmp(*arena->failure, 1);
}

static block *next_block(khct_arena *arena, size_t wanted)
{
    const block *last = arena->last;
    size_t size = last->size < LARGEST_STEP ? last->size * 2 : LARGEST_STEP;
    block *b = block_new(size < wanted ? wanted : size, arena->last);
    if (b == NULL)
        khct_arena_fail(arena);
    return b;
}

char *khct_alloc_bytes(khct_arena *arena, size_t size)
{
    size_t unit = _Alignof(max_align_t);
    if (size > SIZE_MAX - unit)
        khct_arena_fail(arena);
    size = (size + unit - 1) / unit * unit;
    block *b = arena->last;
    if (size > b->size - b->used)
        b = arena->last = next_block(arena, size);
    char *bytes = b->bytes + b->used;
    b->used += size;
    arena->used += size;
    return bytes;
}

void *khct_alloc(khct_arena *arena, size_t size)
{
    return khct_alloc_bytes(arena, size); /* nothing is given back, so what is handed out is zero */
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
