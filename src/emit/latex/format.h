/* A format of pdflatex with the class in it, kept between runs.
 *
 * More than a third of a short run is unpacking the system's format and reading the class. So the
 * first run has pdflatex write its memory down with the class in it, and that is kept, unpacked, as
 * $XDG_CACHE_HOME/khct/latex-… ($HOME/.cache where that is not set), a file of 18 MB. A PDF has the
 * same bytes with it and without it, and it is never needed: where it cannot be made, kept or read,
 * all goes the plain way and nobody is told. It may be deleted at will; what was not used for 30
 * days is, when another one is made.
 *
 * Its name is the digest of the class, its option, the engine's file and the variables that say
 * where TeX Live is; in it stand the files that it was made from (TeX's own format is one of them),
 * with size and times: when one has changed it is made anew.
 *
 * Only what the user owns and nobody else may write is used: the cache's folder, khct's in it (mode
 * 0700), the file. No text of a plan is ever in it: it is made from the class alone, by an engine
 * that is confined as for a plan (tex_run.h).
 */
#ifndef KHCT_EMIT_LATEX_FORMAT_H
#define KHCT_EMIT_LATEX_FORMAT_H

#include "text/paths.h"
#include "text/str.h"

/* The format for documents of the class with the option 14 (`large`) or 13: found, or made, which
 * takes half a second once. Its path in `path`; false where there is none. Signals as for
 * khct_tex_start. */
bool khct_format_find(const char *program, khct_str class_file, bool large,
                      char path[KHCT_PATH_MAX]);

/* Makes it known in the folder of a run as khct.fmt: by a link, as TeX Live expands what a path may
 * hold. False with errno. */
bool khct_format_link(const char *format, const char *folder);

#endif
