/* Who may do what with a file: carried over to the one that takes its place. */
#ifndef KHCT_MAIN_RIGHTS_H
#define KHCT_MAIN_RIGHTS_H

#include <stdbool.h>

/* Gives the open file `to` the owner, group, mode, access list and extended attributes of the open
 * file `from`. Never the bits that lend the owner's rights (set-user-ID, set-group-ID,
 * capabilities), and no access list that `from` does not have. False where something cannot be
 * kept; `to` may then have some of it. */
bool khct_rights_keep(int from, int to);

#endif
