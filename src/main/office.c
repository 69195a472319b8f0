#include "main/office.h"
khct_in_fault khct_office_convert(khct_arena *arena, khct_str document, khct_str *out)
{
    (void)arena;
    (void)document;
    (void)out;
    return (khct_in_fault){KHCT_KH8032, KHCT_MSG0(IN_NO_OFFICE)};
}
