/* The same targets for AFL++: one input on standard input, or many in one process. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __AFL_FUZZ_TESTCASE_LEN
__AFL_FUZZ_INIT();
#endif

int main(void)
{
#ifdef __AFL_FUZZ_TESTCASE_LEN
    __AFL_INIT();
    const uint8_t *bytes = __AFL_FUZZ_TESTCASE_BUF;
    while (__AFL_LOOP(10000)) {
        size_t size = (size_t)__AFL_FUZZ_TESTCASE_LEN;
        uint8_t *copy = malloc(size > 0 ? size : 1);
        if (copy == NULL)
            return 3;
        memcpy(copy, bytes, size);
        LLVMFuzzerTestOneInput(copy, size);
        free(copy);
    }
#else
    enum { MOST = 1 << 20 };
    uint8_t *bytes = malloc(MOST);
    size_t size = bytes == NULL ? 0 : fread(bytes, 1, MOST, stdin);
    uint8_t *exact = malloc(size > 0 ? size : 1);
    if (bytes == NULL || exact == NULL)
        return 3;
    memcpy(exact, bytes, size);
    free(bytes);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
#endif
    return 0;
}
