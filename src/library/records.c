#include "library/records.h"

uint64_t khct_record_number(khct_str number)
{
    enum { DIGITS = 18 };
    uint64_t value = 0;
    for (size_t i = 0; i < number.n && i < DIGITS; i++) {
        if (number.p[i] < '0' || number.p[i] > '9')
            break;
        value = value * 10 + (uint64_t)(number.p[i] - '0');
    }
    return value;
}

/* A line within a declaration: `  so       18/2018/TT-BGDĐT;`. */
static void read_line(khct_record *record, khct_str line)
{
    static const size_t INDENT = 2;
    const char *space = line.n > INDENT ? memchr(line.p + INDENT, ' ', line.n - INDENT) : NULL;
    if (space == NULL || line.p[0] != ' ')
        return;
    khct_str field = khct_str_sub(line, INDENT, (size_t)(space - line.p));
    khct_str value = khct_str_trim(khct_str_sub(line, (size_t)(space - line.p), line.n));
    if (khct_str_is(field, "loai"))
        record->kind = khct_str_sub(value, 0, khct_str_find(value, KHCT_STR(";")));
    else if (khct_str_is(field, "so"))
        record->number = khct_record_number(value);
    else if (khct_str_is(field, "ketthuc"))
        record->ends = true;
}

void khct_records_cut(khct_arena *arena, khct_records *records, khct_str text, uint32_t source)
{
    khct_record *record = NULL;
    for (size_t at = 0, end; at < text.n; at = end) {
        const char *newline = memchr(text.p + at, '\n', text.n - at);
        end = newline == NULL ? text.n : (size_t)(newline - text.p) + 1;
        khct_str line = khct_str_sub(text, at, end);
        if (khct_str_starts(line, "vanban ")) {
            khct_str id = khct_str_trim(khct_str_sub(line, strlen("vanban "), line.n));
            id = khct_str_sub(id, 0, khct_str_find(id, KHCT_STR(" ")));
            khct_push(arena, records) =
                (khct_record){.id = id, .source = source, .at = (uint32_t)at};
            record = &records->at[records->n - 1];
            record->text.p = line.p;
        } else if (record != NULL) {
            read_line(record, line);
        }
        if (record != NULL)
            record->text.n = (size_t)(line.p + line.n - record->text.p);
    }
}

khct_record khct_record_of(khct_legal *legal)
{
    return (khct_record){.id = legal->id,
                         .kind = legal->kind,
                         .number = khct_record_number(legal->number.text),
                         .ends = legal->ended.n > 0,
                         .legal = legal};
}
