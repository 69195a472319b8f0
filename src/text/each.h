/* A macro for each of one to sixteen things, so that a statement can write, or put together, what
 * is text, a string of C or a number, each by its type (KHCT_JOIN, KHCT_OUT, KHCT_HTML). */
#ifndef KHCT_TEXT_EACH_H
#define KHCT_TEXT_EACH_H

/* How many they are. */
#define KHCT_COUNT(...)                                                                            \
    KHCT_LAST(__VA_ARGS__, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)

/* one(to, x), one(to, y), … */
#define KHCT_EACH(one, to, ...)                                                                    \
    KHCT_LAST(__VA_ARGS__, KHCT_EACH_16, KHCT_EACH_15, KHCT_EACH_14, KHCT_EACH_13, KHCT_EACH_12,   \
              KHCT_EACH_11, KHCT_EACH_10, KHCT_EACH_9, KHCT_EACH_8, KHCT_EACH_7, KHCT_EACH_6,      \
              KHCT_EACH_5, KHCT_EACH_4, KHCT_EACH_3, KHCT_EACH_2, KHCT_EACH_1, 0)                  \
    (one, to, __VA_ARGS__)

#define KHCT_LAST(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, last, ...) last
#define KHCT_EACH_1(one, to, x) one(to, x)
#define KHCT_EACH_2(one, to, x, ...) one(to, x), KHCT_EACH_1(one, to, __VA_ARGS__)
#define KHCT_EACH_3(one, to, x, ...) one(to, x), KHCT_EACH_2(one, to, __VA_ARGS__)
#define KHCT_EACH_4(one, to, x, ...) one(to, x), KHCT_EACH_3(one, to, __VA_ARGS__)
#define KHCT_EACH_5(one, to, x, ...) one(to, x), KHCT_EACH_4(one, to, __VA_ARGS__)
#define KHCT_EACH_6(one, to, x, ...) one(to, x), KHCT_EACH_5(one, to, __VA_ARGS__)
#define KHCT_EACH_7(one, to, x, ...) one(to, x), KHCT_EACH_6(one, to, __VA_ARGS__)
#define KHCT_EACH_8(one, to, x, ...) one(to, x), KHCT_EACH_7(one, to, __VA_ARGS__)
#define KHCT_EACH_9(one, to, x, ...) one(to, x), KHCT_EACH_8(one, to, __VA_ARGS__)
#define KHCT_EACH_10(one, to, x, ...) one(to, x), KHCT_EACH_9(one, to, __VA_ARGS__)
#define KHCT_EACH_11(one, to, x, ...) one(to, x), KHCT_EACH_10(one, to, __VA_ARGS__)
#define KHCT_EACH_12(one, to, x, ...) one(to, x), KHCT_EACH_11(one, to, __VA_ARGS__)
#define KHCT_EACH_13(one, to, x, ...) one(to, x), KHCT_EACH_12(one, to, __VA_ARGS__)
#define KHCT_EACH_14(one, to, x, ...) one(to, x), KHCT_EACH_13(one, to, __VA_ARGS__)
#define KHCT_EACH_15(one, to, x, ...) one(to, x), KHCT_EACH_14(one, to, __VA_ARGS__)
#define KHCT_EACH_16(one, to, x, ...) one(to, x), KHCT_EACH_15(one, to, __VA_ARGS__)

#endif
