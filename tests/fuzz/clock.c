/* Bounds the time per byte: around each input of a fuzzer, never in `make check`. */
#include "fuzz.h"

#include <time.h>

int __real_LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int __wrap_LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

int __wrap_LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    double begin = seconds();
    int result = __real_LLVMFuzzerTestOneInput(bytes, size);
    fuzz_require(seconds() - begin < 1.0 + (double)size * 40e-6,
                 "time grows with the bytes, no faster");
    return result;
}
