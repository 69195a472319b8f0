#include "main/rights.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { LARGEST = 64 * 1024 }; /* bytes of a list of names, and of a value, that Linux keeps */

static const char ACCESS_LIST[] = "system.posix_acl_access";

/* What speaks of the old bytes, or would lend the new ones rights. */
static const char *const LEFT[] = {"security.capability", "security.ima", "security.evm"};

static bool is_left(const char *name)
{
    for (size_t i = 0; i < sizeof LEFT / sizeof LEFT[0]; i++)
        if (strcmp(LEFT[i], name) == 0)
            return true;
    return false;
}

static bool keep_owner(int to, const struct stat *old)
{
    struct stat now;
    return fstat(to, &now) == 0 && ((now.st_uid == old->st_uid && now.st_gid == old->st_gid) ||
                                    fchown(to, old->st_uid, old->st_gid) == 0);
}

static bool keep_one(int from, int to, const char *name, char *value)
{
    ssize_t n = fgetxattr(from, name, value, LARGEST);
    return n >= 0 && fsetxattr(to, name, value, (size_t)n, 0) == 0;
}

static bool keep_all(int from, int to, char *names, char *value)
{
    bool listed = false; /* it has an access list */
    ssize_t n = flistxattr(from, names, LARGEST);
    if (n < 0)
        return errno == ENOTSUP;
    for (const char *name = names; name < names + n; name += strlen(name) + 1) {
        if (!is_left(name) && !keep_one(from, to, name, value))
            return false;
        listed = listed || strcmp(name, ACCESS_LIST) == 0;
    }
    /* the folder may have given the new file one */
    return listed || fremovexattr(to, ACCESS_LIST) == 0 || errno == ENODATA || errno == ENOTSUP;
}

static bool keep_attributes(int from, int to)
{
    char *names = malloc(LARGEST), *value = malloc(LARGEST);
    bool kept = names != NULL && value != NULL && keep_all(from, to, names, value);
    free(names);
    free(value);
    return kept;
}

bool khct_rights_keep(int from, int to)
{
    struct stat old;
    return fstat(from, &old) == 0 && keep_owner(to, &old) && fchmod(to, old.st_mode & 0777) == 0 &&
           keep_attributes(from, to);
}
