/* The one function that writes text into HTML, and the small things every page needs. */
#ifndef KHCT_EMIT_HTML_TEXT_H
#define KHCT_EMIT_HTML_TEXT_H

#include "text/arena.h"
#include "text/out.h"

/* Writes text so that it reads as it is, between tags and in attributes with quotes of either kind.
 * Control characters, and those that turn the direction of writing, become U+FFFD: what is seen is
 * what is there. The text is valid UTF-8. */
void khct_html_text(khct_out *out, khct_str text);

static inline void khct_html_put_markup(khct_out *out, const char *markup)
{
    khct_out_bytes(out, markup, strlen(markup));
}
static inline void khct_html_put_number(khct_out *out, long long number)
{
    khct_out_number(out, number);
}

/* Writes one thing after the other, each by its type: a string of C is markup and is written as it
 * is, a khct_str is text and is escaped, anything else is a number.
 *
 *     KHCT_HTML(out, "<li><b>", criterion->code, "</b> ", count, " việc</li>\n");
 */
#ifdef __cppcheck__ /* it cannot read _Generic in a list of expressions */
void khct_html_checked(khct_out *out, ...);
#define KHCT_HTML(out, ...) khct_html_checked(out, __VA_ARGS__)
#else
#define KHCT_HTML(out, ...) (KHCT_EACH(KHCT_HTML_ONE, out, __VA_ARGS__))
#endif
#define KHCT_HTML_ONE(out, x)                                                                      \
    _Generic((x), khct_str : khct_html_text, char * : khct_html_put_markup, const char * : khct_html_put_markup, \
             size_t : khct_out_count, default : khct_html_put_number)(out, x)

/* The longest beginning of at most `limit` bytes that ends where a word ends; all of it where it is
 * not longer. */
khct_str khct_html_cut(khct_str text, size_t limit);

/* Writes what a policy of the page's own style or script names it by: 'sha256-…'. */
void khct_html_digest(khct_out *out, khct_arena *arena, khct_str text);

/* Begins a page, up to its title: in Vietnamese, for every width, and with a policy that allows
 * these styles and this script and nothing else. `more` and `script` may be empty: none. */
void khct_html_head(khct_out *out, khct_arena *arena, khct_str style, khct_str more,
                    khct_str script);

#endif
