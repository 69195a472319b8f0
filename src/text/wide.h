/* Names for the wide interface of Windows, which every version of it has, whatever the code page.
 */
#ifndef KHCT_TEXT_WIDE_H
#define KHCT_TEXT_WIDE_H

#include "text/paths.h"

#include <wchar.h>

/* UTF-16 units of a path, with the NUL. */
enum { KHCT_WIDE_MAX = KHCT_PATH_MAX + 8 };

/* The path as the system wants it: `\` between folders, a drive alone as its root, one that is long
 * from the root with a prefix that lifts the limit of 260. False with errno. */
bool khct_wide_path(const char *path, wchar_t wide[KHCT_WIDE_MAX]);

/* Any text; the units put with the NUL, 0 with errno where it is no UTF-8 or does not fit. */
size_t khct_wide_text(const char *text, wchar_t *wide, size_t size);

/* And back: the bytes put with the NUL; a lone surrogate becomes U+FFFD. 0 with errno. */
size_t khct_narrow(const wchar_t *wide, char *text, size_t size);

/* The bytes of a path, with `/` between folders and without the prefix; else like khct_narrow. */
size_t khct_narrow_path(const wchar_t *wide, char *path, size_t size);

/* Sets errno by the system's last error. False, for `return`. */
bool khct_wide_failed(void);

#endif
