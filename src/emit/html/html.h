/* The page of a plan: one file that needs no network, with two faces.
 *
 * The document is the plan as printed, with all it says; the overview is for those who work with
 * it: rating, criteria by level, progress, tasks, timeline, people, terms, money, and what the
 * check has to say. Everything can be read without the script, which only filters and counts.
 * Every text of the plan goes through khct_html_text (text.h). A security policy in the page
 * allows its own style and script, by their digests, and nothing else.
 */
#ifndef KHCT_EMIT_HTML_HTML_H
#define KHCT_EMIT_HTML_HTML_H

#include "emit/emit.h"

/* Writes the page; its style and script are the library's html/khct.css and html/khct.js. */
khct_emitter khct_emit_html;

#endif
