/* Passages of legacy fonts: where they begin and end, and what they stand for. */
#include "check/legacy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static khct_arena *arena;

/* `passages`: "as it stands>what it stands for", one on a line, a damaged one with "!" and its
 * unread words. */
static void stands_for(const char *text, const char *passages)
{
    khct_str all = KHCT_STR("");
    khct_legacies found = khct_find_legacy(arena, khct_str_of(text));
    for (size_t i = 0; i < found.n; i++) {
        const khct_legacy *l = &found.at[i];
        khct_str line[] = {all,
                           all.n > 0 ? KHCT_STR("\n") : KHCT_STR(""),
                           khct_str_sub(khct_str_of(text), l->begin, l->end),
                           KHCT_STR(">"),
                           l->text,
                           l->unread.n > 0 ? KHCT_STR("!") : KHCT_STR(""),
                           l->unread};
        all = khct_str_join(arena, line, 7);
    }
    if (!khct_str_is(all, passages))
        fail_msg("found %.*s\nand not %s", KHCT_ARG(all), passages);
}

static void words_at_the_edge_belong_to_it(void **state)
{
    (void)state;
    stands_for("Bé Gi¸o dôc vµ §µo t¹o", "Bé Gi¸o dôc vµ §µo t¹o>Bộ Giáo dục và Đào tạo");
    stands_for("H¹nh phóc", "H¹nh phóc>Hạnh phúc");
    stands_for("Bè trÝ ®ñ gi¸o viªn", "Bè trÝ ®ñ gi¸o viªn>Bố trí đủ giáo viên");
    stands_for("Bé phËn kÕ to¸n", "Bé phËn kÕ to¸n>Bộ phận kế toán");
    stands_for("s¸ch cho th- viÖn", "s¸ch cho th- viÖn>sách cho thư viện");
}

/* Beside words of today a word that reads both ways belongs to them, but for a sign between. */
static void words_of_today_end_it(void **state)
{
    (void)state;
    stands_for("Trong năm học, Bé Gi¸o dôc và Đào tạo", "Bé Gi¸o dôc>Bộ Giáo dục");
    stands_for("Trong năm học này bé ®æi míi", "®æi míi>đổi mới");
    stands_for("Nhµ trường, häc sinh", "Nhµ>Nhà\nhäc sinh>học sinh");
}

static void one_word_may_be_enough(void **state)
{
    (void)state;
    stands_for("Tr-êng", "Tr-êng>Trường");
    stands_for("Ồn chÊt", "chÊt>chất");
    stands_for("Chi bé", "");
    stands_for("m¸y", "m¸y>máy");
}

static void what_was_damaged_is_told_whole(void **state)
{
    (void)state;
    stands_for("Tr-êng h-àc 2 ca n^an Ɩnh h-êng Ồn chÊt l-ìng",
               "Tr-êng h-àc 2 ca n^an Ɩnh h-êng Ồn chÊt l-ìng>"
               "Trường h-àc 2 ca n^an Ɩnh hường Ồn chất lưỡng!h-àc, n^an, Ɩnh");
}

static void other_languages_are_let_be(void **state)
{
    (void)state;
    stands_for("Ê-đê, Ba-lê, xì-căng-đan, ê-kíp, Cô-lôm-bi-a, Pa-ri", "");
    stands_for("Thầy Müller ở Köln, cô Muñoz ở São Paulo và «Café Genève», 15 µm", "");
    stands_for("nhà bé Lan và cô Hà có máy mới", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_at_the_edge_belong_to_it),
        cmocka_unit_test(words_of_today_end_it),
        cmocka_unit_test(one_word_may_be_enough),
        cmocka_unit_test(what_was_damaged_is_told_whole),
        cmocka_unit_test(other_languages_are_let_be),
    };
    arena = khct_arena_new();
    int failed = arena == NULL ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    if (arena != NULL)
        khct_arena_free(arena);
    return failed;
}
