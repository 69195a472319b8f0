/* Text written into JSON. */
#ifndef KHCT_TEXT_JSON_H
#define KHCT_TEXT_JSON_H

#include "text/out.h"

/* Writes `s` between double quotes; control characters, quotes and backslashes are escaped.
 * Bytes that are no UTF-8 become U+FFFD, so the output is always valid. */
void khct_json_string(khct_out *out, khct_str s);

/* The same for text that is known to be UTF-8: one that stands in a source without KH0001. */
void khct_json_string_of_utf8(khct_out *out, khct_str s);

#endif
