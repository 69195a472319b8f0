/* Names of hosts, drives and long paths, each way: what wine has no disks for. */
#include "text/wide.h"

#include <stdio.h>
#include <string.h>

static int faults;

static void narrow(const wchar_t *wide, const char *wanted)
{
    char path[KHCT_PATH_MAX];
    if (khct_narrow_path(wide, path, sizeof path) == 0 || strcmp(path, wanted) != 0) {
        printf("%ls became %s, not %s\n", wide, path, wanted);
        faults++;
    }
}

static void widen(const char *path, const wchar_t *wanted)
{
    wchar_t wide[KHCT_WIDE_MAX];
    if (!khct_wide_path(path, wide) || wcscmp(wide, wanted) != 0) {
        printf("%s became %ls, not %ls\n", path, wide, wanted);
        faults++;
    }
}

int wmain(void)
{
    char many[301] = {0};
    wchar_t same[301] = {0};
    for (int i = 0; i < 300; i++) {
        many[i] = 'a';
        same[i] = L'a';
    }
    char path[400];
    wchar_t wide[400];
    narrow(L"\\\\?\\C:\\ho\x00E0i\\a.khct", "C:/ho\xC3\xA0i/a.khct");
    narrow(L"\\\\?\\UNC\\may\\chung\\a.khct", "//may/chung/a.khct");
    narrow(L"\\\\may\\chung\\a.khct", "//may/chung/a.khct");
    narrow(L"C:\\", "C:/");
    widen("//may/chung/a.khct", L"\\\\may\\chung\\a.khct");
    widen("C:", L"C:\\");
    widen("a/b.khct", L"a\\b.khct");
    snprintf(path, sizeof path, "C:/%s/b", many);
    swprintf(wide, 400, L"\\\\?\\C:\\%ls\\b", same);
    widen(path, wide);
    snprintf(path, sizeof path, "//may/chung/%s/b", many);
    swprintf(wide, 400, L"\\\\?\\UNC\\may\\chung\\%ls\\b", same);
    widen(path, wide);
    return faults;
}
