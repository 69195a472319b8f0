#include "fuzz.h"

#include <jansson.h>

void fuzz_json(khct_str text)
{
    json_error_t error;
    json_t *json = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (json == NULL)
        fuzz_fault(error.text);
    json_decref(json);
}
