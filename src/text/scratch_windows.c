#include "text/scratch.h"

#include "text/files.h"
#include "text/system.h"
#include "text/wide.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <windows.h>

enum {
    DEEPEST = 8, /* folders that a program may make in each other */
    TRIES = 20,  /* a guard against viruses may still look at what was just written */
    PAUSE = 50,  /* milliseconds between them */
};

/* The user's own folder for such; others may not look into it. */
bool khct_scratch_make(char folder[KHCT_PATH_MAX])
{
    static const char HEX[] = "0123456789abcdef";
    enum { BYTES = 6 };
    wchar_t wide[KHCT_WIDE_MAX];
    unsigned char bytes[BYTES];
    char marks[2 * BYTES + 1] = {0};
    DWORD n = GetTempPathW(KHCT_WIDE_MAX, wide);
    if (n > 0 && n < KHCT_WIDE_MAX && khct_narrow_path(wide, folder, KHCT_PATH_MAX - 32) > 0 &&
        khct_random(bytes, sizeof bytes)) {
        for (size_t i = 0; i < BYTES; i++) {
            marks[2 * i] = HEX[bytes[i] >> 4];
            marks[2 * i + 1] = HEX[bytes[i] & 15];
        }
        khct_path_cut(folder);
        size_t at = strlen(folder);
        snprintf(folder + at, KHCT_PATH_MAX - at, "/khct-%s", marks);
        if (khct_make_folder(folder))
            return true;
    }
    folder[0] = '\0';
    return false;
}

int khct_scratch_open(const char *folder, const char *name)
{
    char path[KHCT_PATH_MAX];
    khct_file_facts facts;
    int n = snprintf(path, sizeof path, "%s/%s", folder, name);
    if (n < 0 || (size_t)n >= sizeof path || !khct_look_at_link(path, &facts))
        return -1;
    if (facts.kind == KHCT_KIND_FILE)
        return khct_open_read(path, false);
    errno = EACCES;
    return -1;
}

static void remove_tree(const char *folder, int depth)
{
    wchar_t wide[KHCT_WIDE_MAX];
    khct_listing *listing = khct_list_open(folder);
    const char *name;
    while (listing != NULL && (name = khct_list_next(listing)) != NULL) {
        char path[KHCT_PATH_MAX];
        khct_file_facts facts;
        int n = snprintf(path, sizeof path, "%s/%s", folder, name);
        if (n < 0 || (size_t)n >= sizeof path || !khct_look_at_link(path, &facts))
            continue;
        if (facts.kind == KHCT_KIND_FOLDER && depth < DEEPEST)
            remove_tree(path, depth + 1);
        else if (!khct_remove(path) && khct_wide_path(path, wide))
            RemoveDirectoryW(wide); /* a junction, not what it leads to */
    }
    khct_list_close(listing);
    if (khct_wide_path(folder, wide))
        RemoveDirectoryW(wide);
}

void khct_scratch_remove(const char *folder)
{
    for (int i = 0; i < TRIES && folder[0] != '\0'; i++) {
        remove_tree(folder, 0);
        if (!khct_is_there(folder))
            return;
        Sleep(PAUSE);
    }
}
