/* The one function that writes text into JSON. */
#ifndef KHCT_TEXT_JSON_H
#define KHCT_TEXT_JSON_H

#include "text/out.h"

/* Writes `s` between double quotes; control characters, quotes and backslashes are escaped.
 * Bytes that are no UTF-8 become U+FFFD, so the output is always valid. */
void khct_json_string(khct_out *out, khct_str s);

#endif
