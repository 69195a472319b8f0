/* The one function that writes text into HTML, and the small things every page needs. */
#ifndef KHCT_EMIT_HTML_TEXT_H
#define KHCT_EMIT_HTML_TEXT_H

#include "text/arena.h"
#include "text/out.h"

/* Writes text so that it reads as it is, between tags and in attributes with quotes of either kind.
 * Control characters, and those that turn the direction of writing, become U+FFFD: what is seen is
 * what is there. The text is valid UTF-8. */
void khct_html_text(khct_out *out, khct_str text);

/* Writes text into the query of a link (`?nguoi=…`). */
void khct_html_query(khct_out *out, khct_str text);

/* Markup: a literal. */
#define KHCT_HTML(out, literal) khct_out_bytes((out), (literal), sizeof(literal) - 1)

/* The longest beginning of at most `limit` bytes that ends where a word ends; all of it where it is
 * not longer. */
khct_str khct_html_cut(khct_str text, size_t limit);

/* Writes what a policy of the page's own style or script names it by: 'sha256-…'. */
void khct_html_digest(khct_out *out, khct_arena *arena, khct_str text);

#endif
