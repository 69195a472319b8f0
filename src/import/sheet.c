#include "import/parts.h"
khct_in_fault khct_in_read_xlsx(khct_in_builder *b, khct_arena *arena, const khct_unzip *archive)
{
    (void)b;
    (void)arena;
    (void)archive;
    return (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_BROKEN)};
}
