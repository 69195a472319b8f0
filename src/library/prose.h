/* Values of library entries as plain text. */
#ifndef KHCT_LIBRARY_PROSE_H
#define KHCT_LIBRARY_PROSE_H

#include "library/types.h"
#include "value/text.h"

/* The node's value (or heading) as one line of text: NFC, white space folded, escapes resolved. */
khct_str khct_node_line(const khct_reader *reader, const khct_node *node);

/* The same of the child with that keyword; empty where there is none. */
khct_str khct_child_line(const khct_reader *reader, const khct_node *node, khct_keyword keyword);

/* Some text of a node as one line: bytes `begin` to `end` of the file. */
khct_str khct_line_of(const khct_reader *reader, khct_span span);

#endif
