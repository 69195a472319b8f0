/* The table of checks: every row says what it reports, and no two go by one name. */
#include "check/check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* The list of codes ends at the first 0, which is KH0001: no check reports that. */
static size_t codes_of(const khct_check_row *row)
{
    size_t n = 0;
    while (n < KHCT_CHECK_CODES && row->codes[n] != KHCT_KH0001)
        n++;
    return n;
}

static void rows(void **state)
{
    (void)state;
    size_t count = 0;
    for (const khct_check_row *row = khct_check_rows(); row->run != NULL; row++, count++) {
        size_t n = codes_of(row);
        assert_true(n > 0);
        for (size_t i = 0; i < n; i++)
            for (size_t k = i + 1; k < n; k++)
                assert_int_not_equal(row->codes[i], row->codes[k]);
        for (const khct_check_row *other = khct_check_rows(); other != row; other++) {
            assert_string_not_equal(row->name, other->name);
            assert_true(row->run != other->run);
        }
    }
    assert_true(count > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
