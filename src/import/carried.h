/* The plan's files that travel in a Word document (`khct build --kemnguon`; emit/word/word.h): how
 * they are found. What they are worth, import/reclaim.h finds out.
 */
#ifndef KHCT_IMPORT_CARRIED_H
#define KHCT_IMPORT_CARRIED_H

#include "diag/diag.h"
#include "import/unzip.h"
#include "syntax/bundle.h"

typedef struct khct_in_carried {
    bool there;         /* the document has such a part, whatever is in it */
    khct_message fault; /* why it is not used; KHCT_T_NONE: no reason against it so far */
    khct_bundle bundle;
} khct_in_carried;

/* Looks for them. Names lead nowhere else, no name stands twice, all of them together are no
 * larger than a plan may be; text that the document hides is a fault, as it would not be seen what
 * stands there. In khct_try on the arena, where all lives. */
khct_in_carried khct_in_carried_of(khct_arena *arena, const khct_unzip *archive);

#endif
