/* LibreOffice, asked to turn an old document (.doc, .rtf, .xls) into one that khct reads. */
#ifndef KHCT_MAIN_OFFICE_H
#define KHCT_MAIN_OFFICE_H

#include "import/read.h"

/* Runs it on a copy of the document in a directory of its own, with a profile of its own in which
 * macros are off, without network as far as the system lets us, within limits of time and memory.
 * The new document in *out, in the arena. */
khct_in_fault khct_office_convert(khct_arena *arena, khct_str document, khct_str *out);

#endif
