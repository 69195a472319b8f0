/* The examples of FIPS 180-4 and RFC 4648. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "library/embedded.h"
#include "library/library.h"
#include "text/digest.h"

static const char *hex(khct_str text)
{
    static char digits[2 * KHCT_SHA256_BYTES + 1];
    unsigned char digest[KHCT_SHA256_BYTES];
    khct_sha256(text, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(digits + 2 * i, 3, "%02x", digest[i]);
    return digits;
}

static void digests(void **state)
{
    (void)state;
    static char many[1000000];
    assert_string_equal(hex(KHCT_STR("")),
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_string_equal(hex(KHCT_STR("abc")),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_string_equal(hex(KHCT_STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
                        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    memset(many, 'a', sizeof many);
    assert_string_equal(hex((khct_str){many, sizeof many}),
                        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* Each length around the block's end is padded in its own way. */
static void lengths(void **state)
{
    (void)state;
    static const struct {
        size_t n;
        const char *digest;
    } CASES[] = {
        {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
        {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
        {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
        {65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
    };
    char text[65];
    memset(text, 'a', sizeof text);
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        assert_string_equal(hex((khct_str){text, CASES[i].n}), CASES[i].digest);
}

/* What was worked out when the program was built is what the program works out. */
static void library(void **state)
{
    (void)state;
    for (const khct_embedded *file = KHCT_EMBEDDED; file->path != NULL; file++) {
        unsigned char digest[KHCT_SHA256_BYTES];
        khct_str text = {file->bytes, file->size};
        khct_sha256(text, digest);
        assert_non_null(khct_library_digest(text));
        assert_memory_equal(khct_library_digest(text), digest, sizeof digest);
    }
    assert_null(khct_library_digest(KHCT_STR("abc")));
}

static void base64(void **state)
{
    (void)state;
    static const char *const PAIRS[][2] = {{"", ""},
                                           {"f", "Zg=="},
                                           {"fo", "Zm8="},
                                           {"foo", "Zm9v"},
                                           {"foob", "Zm9vYg=="},
                                           {"fooba", "Zm9vYmE="},
                                           {"foobar", "Zm9vYmFy"},
                                           {"\xFF\xFE\xFD", "//79"}};
    khct_arena *arena = khct_arena_new();
    for (size_t i = 0; i < sizeof PAIRS / sizeof PAIRS[0]; i++) {
        khct_str text = khct_base64(arena, (const unsigned char *)PAIRS[i][0], strlen(PAIRS[i][0]));
        assert_true(khct_str_is(text, PAIRS[i][1]));
    }
    khct_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(digests), cmocka_unit_test(lengths),
                                       cmocka_unit_test(library), cmocka_unit_test(base64)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
