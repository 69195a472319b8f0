#include "value/reader.h"

static const khct_phrase common[] = {
    {KHCT_C_DAY, "ngày"},
    {KHCT_C_MONTH, "tháng"},
    {KHCT_C_YEAR, "năm"},
    {KHCT_C_SCHOOL_YEAR, "năm học|namhoc"},
    {KHCT_C_PERIOD, "giai đoạn|giaidoan"},
    {KHCT_C_FROM, "từ"},
    {KHCT_C_TO, "đến|tới"},
    {KHCT_C_AND, "và"},
    {KHCT_C_LEVEL, "mức|mức độ"},
    {KHCT_C_HIGHEST, "cao nhất|caonhat"},
    {KHCT_C_ALL, "tất cả|tatca"},
    {KHCT_C_KEEP, "duy trì|duytri"},
    {KHCT_C_FAIL, "không đạt|khongdat"},
    {KHCT_C_CRITERION, "tiêu chí|các tiêu chí|tieuchi|TC"},
    {KHCT_C_STANDARD, "tiêu chuẩn|tieuchuan"},
    {0, NULL},
};

khct_lexicon *khct_lexicon_new(khct_arena *arena)
{
    khct_lexicon *l = khct_alloc(arena, sizeof *l);
    khct_phrases_add_table(arena, &l->common, &l->common, common);
    khct_phrases_add_table(arena, &l->time, &l->time_bare, khct_time_phrases);
    khct_phrases_add_table(arena, &l->money, &l->money_bare, khct_money_phrases);
    khct_phrases_add_table(arena, &l->people, NULL, khct_people_phrases);
    khct_phrases_add_table(arena, &l->progress, &l->progress, khct_progress_phrases);
    khct_phrases_add_table(arena, &l->basis, &l->basis, khct_basis_phrases);
    return l;
}
