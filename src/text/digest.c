#include "text/digest.h"

/* FIPS 180-4, 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64
 * primes. */
static const uint32_t ROUND[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t turn(uint32_t x, unsigned by)
{
    return x >> by | x << (32 - by);
}

/* One round, which moves no word: the next one calls it with its words turned on by one. */
static inline void step(uint32_t a, uint32_t b, uint32_t c, uint32_t *d, uint32_t e, uint32_t f,
                        uint32_t g, uint32_t *h, uint32_t word)
{
    uint32_t s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    uint32_t s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    uint32_t t1 = *h + s1 + (g ^ (e & (f ^ g))) + word;
    *d += t1;
    *h = t1 + s0 + ((a & b) | (c & (a | b)));
}

/* One block of 64 bytes, 6.2.2. */
static void add_block(uint32_t hash[8], const unsigned char block[64])
{
    uint32_t w[64];
    for (size_t i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (size_t i = 16; i < 64; i++) {
        uint32_t s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    uint32_t a = hash[0], b = hash[1], c = hash[2], d = hash[3];
    uint32_t e = hash[4], f = hash[5], g = hash[6], h = hash[7];
    for (size_t i = 0; i < 64; i += 8) {
        step(a, b, c, &d, e, f, g, &h, w[i] + ROUND[i]);
        step(h, a, b, &c, d, e, f, &g, w[i + 1] + ROUND[i + 1]);
        step(g, h, a, &b, c, d, e, &f, w[i + 2] + ROUND[i + 2]);
        step(f, g, h, &a, b, c, d, &e, w[i + 3] + ROUND[i + 3]);
        step(e, f, g, &h, a, b, c, &d, w[i + 4] + ROUND[i + 4]);
        step(d, e, f, &g, h, a, b, &c, w[i + 5] + ROUND[i + 5]);
        step(c, d, e, &f, g, h, a, &b, w[i + 6] + ROUND[i + 6]);
        step(b, c, d, &e, f, g, h, &a, w[i + 7] + ROUND[i + 7]);
    }
    const uint32_t after[8] = {a, b, c, d, e, f, g, h};
    for (size_t i = 0; i < 8; i++)
        hash[i] += after[i];
}

void khct_sha256(khct_str text, unsigned char digest[KHCT_SHA256_BYTES])
{
    uint32_t hash[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    unsigned char last[128] = {0};
    size_t whole = text.n / 64 * 64, left = text.n - whole, end = left < 56 ? 64 : 128;
    for (size_t at = 0; at < whole; at += 64)
        add_block(hash, (const unsigned char *)text.p + at);
    if (left > 0)
        memcpy(last, text.p + whole, left);
    last[left] = 0x80;
    uint64_t bits = (uint64_t)text.n * 8;
    for (size_t i = 0; i < 8; i++)
        last[end - 1 - i] = (unsigned char)(bits >> (8 * i) & 0xFF);
    add_block(hash, last);
    if (end == 128)
        add_block(hash, last + 64);
    for (size_t i = 0; i < KHCT_SHA256_BYTES; i++)
        digest[i] = (unsigned char)(hash[i / 4] >> (24 - 8 * (i % 4)) & 0xFF);
}

khct_str khct_sha256_text(khct_arena *arena, khct_str text)
{
    static const char HEX[] = "0123456789abcdef";
    unsigned char digest[KHCT_SHA256_BYTES];
    khct_sha256(text, digest);
    char *hex = khct_alloc_bytes(arena, 2 * sizeof digest + 1);
    for (size_t i = 0; i < 2 * sizeof digest; i++)
        hex[i] = HEX[digest[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15];
    return (khct_str){hex, 2 * sizeof digest};
}

khct_str khct_base64(khct_arena *arena, const unsigned char *bytes, size_t n)
{
    static const char SIGNS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    size_t length = n / 3 * 4 + (n % 3 > 0 ? 4 : 0), k = 0;
    char *text = khct_alloc_bytes(arena, length + 1);
    for (size_t i = 0; i < n; i += 3) {
        uint32_t three = (uint32_t)bytes[i] << 16;
        three |= i + 1 < n ? (uint32_t)bytes[i + 1] << 8 : 0;
        three |= i + 2 < n ? bytes[i + 2] : 0;
        text[k++] = SIGNS[three >> 18 & 63];
        text[k++] = SIGNS[three >> 12 & 63];
        text[k++] = SIGNS[three >> 6 & 63];
        text[k++] = SIGNS[three & 63];
    }
    for (size_t i = 0; n % 3 > 0 && i < 3 - n % 3; i++)
        text[length - 1 - i] = '=';
    return (khct_str){text, length};
}
