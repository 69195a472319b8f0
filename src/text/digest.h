/* SHA-256 and Base64: what a page's security policy names its style and script by. */
#ifndef KHCT_TEXT_DIGEST_H
#define KHCT_TEXT_DIGEST_H

#include "text/str.h"

enum { KHCT_SHA256_BYTES = 32 };

/* The digest of FIPS 180-4. */
void khct_sha256(khct_str text, unsigned char digest[KHCT_SHA256_BYTES]);

/* That digest in hexadecimal, in small letters. */
khct_str khct_sha256_text(khct_arena *arena, khct_str text);

/* The bytes in Base64 (RFC 4648, with `=` at the end). */
khct_str khct_base64(khct_arena *arena, const unsigned char *bytes, size_t n);

#endif
