/* The scanner and the parser. */
#include "fuzz.h"

#include "parsed.h"

static void look(void *context)
{
    const parsed *p = context;
    fuzz_tree(p->sources, p->tree);
    fuzz_diags(p->diags);
    bool said = p->diags->list.n > 0;
    fuzz_require(!p->tree->broken || said, "what is broken is reported");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    parsed p = parsed_read((khct_str){(const char *)bytes, size});
    fuzz_require(khct_try(p.arena, look, &p), "memory");
    parsed_free(&p);
    return 0;
}
