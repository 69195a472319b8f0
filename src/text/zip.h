/* A ZIP archive, written in one pass: its parts one after another, each compressed as it comes, so
 * that memory does not grow with them.
 *
 * The same parts give the same bytes: no clock, no names of a machine. Built with KHCT_STORED,
 * parts are stored as they are, without zlib; each is then kept in memory until it ends.
 */
#ifndef KHCT_TEXT_ZIP_H
#define KHCT_TEXT_ZIP_H

#include "text/out.h"

typedef struct khct_zip khct_zip;

/* Starts an archive on `out`. All it needs is in the arena; call it, and everything until
 * khct_zip_end, inside khct_try on that arena. */
khct_zip *khct_zip_new(khct_arena *arena, khct_out *out);

/* Ends the part before, if there was one, and begins a part. What is written to the result is its
 * content. The name is UTF-8 with `/`, and is not copied. */
khct_out *khct_zip_part(khct_zip *zip, khct_str name);

/* Ends the last part and writes the directory. A failure (one of zlib, an archive of 4 GiB, 65,535
 * parts) is left in the error of `out`. */
void khct_zip_end(khct_zip *zip);

/* True where the words stand at the beginning (the first 1,000 bytes or so) of that part of an
 * archive. A look, no reader: the part must be among the first ones. */
bool khct_zip_holds(khct_str archive, khct_str name, khct_str words);

#endif
