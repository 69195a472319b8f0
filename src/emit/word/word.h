/* A page as a Word document (Office Open XML, ISO/IEC 29500, transitional).
 *
 * The same document as the PDF, in which a person goes on working: styles with outline levels, real
 * numbering where the template numbers, table headings that repeat, upright and turned sections
 * that keep the binding edge. Nothing is drawn and nothing is laid out with tabs; rules are borders
 * of paragraphs. The measures are those of Decree 30/2020, as in stdlib/latex/khct.cls.
 */
#ifndef KHCT_EMIT_WORD_WORD_H
#define KHCT_EMIT_WORD_WORD_H

#include "emit/emit.h"

/* The plan's files in a document: a part of its own XML (ECMA-376, custom XML data), whose root is
 * `nguon` in this namespace, with an element `tep` for each file: its name in `ten`, its text as
 * it stands. The plan's own file comes first. */
#define KHCT_DOCX_SOURCES "urn:khct:nguon:1"

khct_emitter khct_emit_word;

#endif
