#include "value/lexicon.h"

static const khct_phrase common[] = {
    {"ngày", KHCT_C_DAY},
    {"tháng", KHCT_C_MONTH},
    {"năm", KHCT_C_YEAR},
    {"năm học", KHCT_C_SCHOOL_YEAR},
    {"namhoc", KHCT_C_SCHOOL_YEAR},
    {"giai đoạn", KHCT_C_PERIOD},
    {"giaidoan", KHCT_C_PERIOD},
    {"từ", KHCT_C_FROM},
    {"đến", KHCT_C_TO},
    {"tới", KHCT_C_TO},
    {"và", KHCT_C_AND},
    {"mức", KHCT_C_LEVEL},
    {"mức độ", KHCT_C_LEVEL},
    {"cao nhất", KHCT_C_HIGHEST},
    {"caonhat", KHCT_C_HIGHEST},
    {"tất cả", KHCT_C_ALL},
    {"tatca", KHCT_C_ALL},
    {"duy trì", KHCT_C_KEEP},
    {"duytri", KHCT_C_KEEP},
    {"không đạt", KHCT_C_FAIL},
    {"khongdat", KHCT_C_FAIL},
    {"tiêu chí", KHCT_C_CRITERION},
    {"các tiêu chí", KHCT_C_CRITERION},
    {"tieuchi", KHCT_C_CRITERION},
    {"TC", KHCT_C_CRITERION},
    {"tiêu chuẩn", KHCT_C_STANDARD},
    {"tieuchuan", KHCT_C_STANDARD},
};

static void add(khct_arena *arena, khct_phrases *phrases,
                const khct_phrase *(*table)(size_t *count))
{
    size_t count;
    const khct_phrase *rows = table(&count);
    khct_phrases_add_table(arena, phrases, rows, count);
}

static void add_marked(khct_arena *arena, khct_phrases *marked, khct_phrases *bare,
                       const khct_phrase *(*table)(size_t *count))
{
    size_t count;
    const khct_phrase *rows = table(&count);
    khct_phrases_add_marked(arena, marked, bare, rows, count);
}

khct_lexicon *khct_lexicon_new(khct_arena *arena)
{
    khct_lexicon *lexicon = khct_alloc(arena, sizeof *lexicon);
    khct_phrases_add_table(arena, &lexicon->common, common, sizeof common / sizeof *common);
    add_marked(arena, &lexicon->time, &lexicon->time_bare, khct_time_phrases);
    add_marked(arena, &lexicon->money, &lexicon->money_bare, khct_money_phrases);
    add_marked(arena, &lexicon->people, NULL, khct_people_phrases);
    add(arena, &lexicon->progress, khct_progress_phrases);
    add(arena, &lexicon->basis, khct_basis_phrases);
    return lexicon;
}
