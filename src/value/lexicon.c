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
    {KHCT_C_ITEM, "khoản|các khoản"},
    {KHCT_C_STANDARD, "tiêu chuẩn|tieuchuan"},
    {0, NULL},
};

static const struct {
    const khct_phrase *rows;
    khct_marks marks;
} TABLES[] = {
    [KHCT_WORDS_TIME] = {khct_time_phrases, KHCT_MARKED},
    [KHCT_WORDS_TIME_BARE] = {khct_time_phrases, KHCT_BARE},
    [KHCT_WORDS_MONEY] = {khct_money_phrases, KHCT_MARKED},
    [KHCT_WORDS_MONEY_BARE] = {khct_money_phrases, KHCT_BARE},
    [KHCT_WORDS_PEOPLE] = {khct_people_phrases, KHCT_MARKED},
    [KHCT_WORDS_BASIS] = {khct_basis_phrases, KHCT_EITHER},
    [KHCT_WORDS_PROGRESS] = {khct_progress_phrases, KHCT_EITHER},
    [KHCT_WORDS_COMMON] = {common, KHCT_EITHER},
};

khct_lexicon *khct_lexicon_new(khct_arena *arena)
{
    khct_lexicon *lexicon = khct_alloc(arena, sizeof *lexicon);
    lexicon->arena = arena;
    return lexicon;
}

uint32_t khct_reader_phrase(const khct_reader *reader, khct_lexicon_table table,
                            const khct_words *words, size_t from, size_t *count)
{
    khct_phrases *phrases = &reader->lexicon->tables[table];
    if (phrases->entries.n == 0)
        khct_phrases_add_table(reader->lexicon->arena, phrases, TABLES[table].rows,
                               TABLES[table].marks);
    return khct_phrase_at(phrases, words, from, count);
}
