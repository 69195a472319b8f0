/* Memory that is freed all at once.
 *
 * Every structure of a compilation lives in one arena. When the system has no
 * memory left, or the arena's limit is reached, the allocation does not return:
 * it jumps back to the khct_try() that encloses it, so callers need no checks.
 * Code between khct_try() and an allocation must therefore hold nothing that
 * only it could free (no open file, no malloc).
 */
#ifndef KHCT_TEXT_ARENA_H
#define KHCT_TEXT_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Only the inline functions below look into it. */
typedef struct khct_arena {
    char *next, *end; /* what is left of the last block: zeroes, in whole units */
    struct khct_arena_block *last;
    void *failure; /* where khct_try() waits */
    size_t full;   /* bytes of the blocks before the last one */
    uint64_t salt; /* odd; another one in each run, see khct_str_hash */
} khct_arena;

enum { KHCT_ARENA_UNIT = 16 }; /* everything begins at a multiple of it: aligned for any object */

/* With the address sanitizer a gap stands after each object, and neither it nor what has not been
 * handed out may be touched. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KHCT_ARENA_WATCHED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define KHCT_ARENA_WATCHED
#endif

#ifdef KHCT_ARENA_WATCHED
#include <sanitizer/asan_interface.h>
enum { KHCT_ARENA_GAP = KHCT_ARENA_UNIT };
#define KHCT_ARENA_OPEN(bytes, size) ASAN_UNPOISON_MEMORY_REGION(bytes, size)
#define KHCT_ARENA_SHUT(bytes, size) ASAN_POISON_MEMORY_REGION(bytes, size)
#else
enum { KHCT_ARENA_GAP = 0 };
#define KHCT_ARENA_OPEN(bytes, size) (void)0
#define KHCT_ARENA_SHUT(bytes, size) (void)0
#endif

/* A new, empty arena, or NULL when there is no memory. */
khct_arena *khct_arena_new(void);

/* Frees the arena and all that was allocated from it. NULL is allowed. */
void khct_arena_free(khct_arena *arena);

/* Empties the arena but keeps its first block for the next use. */
void khct_arena_reset(khct_arena *arena);

/* Bytes handed out so far. */
size_t khct_arena_used(const khct_arena *arena);

/* Runs work(context). False when memory failed inside it; the arena then holds
 * what was allocated until then and can only be reset or freed.
 * Calls may be nested on one arena; the innermost one gets the failure. */
bool khct_try(khct_arena *arena, void (*work)(void *context), void *context);

/* Runs work that may allocate from several arenas, which NULL ends. */
bool khct_try_all(khct_arena *const *arenas, void (*work)(void *context), void *context);

/* khct_alloc_bytes where the last block has no room for it. */
char *khct_alloc_block(khct_arena *arena, size_t size) __attribute__((returns_nonnull));

/* `size` bytes of text, set to zero, aligned for any object. Never NULL. */
static inline __attribute__((returns_nonnull)) char *khct_alloc_bytes(khct_arena *arena,
                                                                      size_t size)
{
    size_t left = (size_t)(arena->end - arena->next);
    if (size > left || size + KHCT_ARENA_GAP > left)
        return khct_alloc_block(arena, size);
    char *bytes = arena->next;
    KHCT_ARENA_OPEN(bytes, size);
    arena->next +=
        (size + KHCT_ARENA_UNIT - 1) / KHCT_ARENA_UNIT * KHCT_ARENA_UNIT + KHCT_ARENA_GAP;
    return bytes;
}

/* Room for an object. */
static inline __attribute__((returns_nonnull)) void *khct_alloc(khct_arena *arena, size_t size)
{
    return khct_alloc_bytes(arena, size);
}

/* As khct_alloc for count * size bytes; an overflow counts as failed memory. */
void *khct_alloc_array(khct_arena *arena, size_t count, size_t size)
    __attribute__((returns_nonnull));

/* Gives up as if memory had failed. For code that gets a NULL from a library. */
_Noreturn void khct_arena_fail(khct_arena *arena);

/* Makes room for one more item: returns `items` or a larger copy of it. */
void *khct_grow(khct_arena *arena, void *items, size_t count, size_t *capacity, size_t size)
    __attribute__((returns_nonnull));

/* A growing array: `KHCT_VEC(int) v = {0}; khct_push(arena, &v) = 3;` */
#define KHCT_VEC(T)                                                                                \
    struct {                                                                                       \
        T *at;                                                                                     \
        size_t n, capacity;                                                                        \
    }

/* What always holds where this stands, said to a reader and to the analysers of clang and gcc; it
 * is not worked out when the program runs. */
#if defined __clang_analyzer__ || defined KHCT_ANALYSED
#define khct_known(condition) ((condition) ? (void)0 : __builtin_unreachable())
/* What has room is not NULL, which the analyser has to be told. */
#define KHCT_HAS_ROOM(v) ((v)->at != NULL && (v)->n < (v)->capacity)
#else
#define khct_known(condition) ((void)sizeof(!(condition)))
#define KHCT_HAS_ROOM(v) ((v)->n < (v)->capacity)
#endif

/* An lvalue: the new last item of the array. */
#define khct_push(arena, v)                                                                        \
    (*((v)->at = KHCT_HAS_ROOM(v)                                                                  \
                     ? (v)->at                                                                     \
                     : khct_grow((arena), (v)->at, (v)->n, &(v)->capacity, sizeof *(v)->at),       \
       &(v)->at[(v)->n++]))

/* Goes through the items of such an array: `KHCT_FOR (task, &improvement->tasks)`, task a pointer
 * to one that may not be changed. The array may not grow meanwhile. */
#define KHCT_FOR(item, v)                                                                          \
    for (const __typeof__(*(v)->at) *item = (v)->at; (v)->n > 0 && item < (v)->at + (v)->n; item++)

#endif
