/* Archives: what is read of them lies in them, and is as long as they say. */
#include "fuzz.h"

#include "import/unzip.h"

typedef struct opening {
    khct_arena *arena;
    khct_str bytes;
} opening;

static void open_all(void *context)
{
    opening *o = context;
    khct_unzip archive;
    if (khct_unzip_open(o->arena, o->bytes, &archive) != KHCT_UNZIP_FINE)
        return;
    for (size_t i = 0; i < archive.parts.n && i < 20; i++) {
        khct_str part;
        const khct_unzip_part *p = &archive.parts.at[i];
        if (p->size > 1 << 20)
            continue;
        if (khct_unzip_read(o->arena, &archive, p, &part) == KHCT_UNZIP_FINE)
            fuzz_require(part.n == p->size, "a part is as long as its archive says");
        fuzz_require(khct_unzip_find(&archive, p->name) != NULL, "a part is found by its name");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    opening o = {khct_arena_new(), {(const char *)bytes, size}};
    if (o.arena != NULL)
        khct_try(o.arena, open_all, &o);
    khct_arena_free(o.arena);
    return 0;
}
