/* Text in XML: the one function that escapes it. */
#ifndef KHCT_TEXT_XML_H
#define KHCT_TEXT_XML_H

#include "text/out.h"

/* Writes text so that XML reads it back: between tags and inside double quotes. What XML 1.0 cannot
 * hold (controls, U+FFFE, U+FFFF) and controls of direction become U+FFFD, as do bytes that are no
 * UTF-8. */
void khct_xml_text(khct_out *out, khct_str text);

/* True where nothing in the text would become U+FFFD. */
bool khct_xml_holds(khct_str text);

#endif
