#include "library/records.h"

uint64_t khct_record_number(khct_str number)
{
    enum { DIGITS = 18 };
    uint64_t value = 0;
    for (size_t i = 0; i < number.n && i < DIGITS; i++) {
        if (!khct_is_digit(number.p[i]))
            break;
        value = value * 10 + (uint64_t)(number.p[i] - '0');
    }
    return value;
}

/* The value of `  so       18/2018/TT-BGDĐT;` where the line is that field. */
static bool is_field(khct_str line, const char *begin, khct_str *value)
{
    if (!khct_str_starts(line, begin))
        return false;
    line = khct_str_sub(line, strlen(begin), line.n);
    *value = khct_str_trim(khct_str_cut(&line, ';'));
    return true;
}

static void read_line(khct_record *record, khct_str line)
{
    khct_str value;
    char first = line.n > 2 ? line.p[2] : ' ';
    if (first == 'l' && is_field(line, "  loai ", &value))
        record->kind = value;
    else if (first == 's' && is_field(line, "  so ", &value))
        record->number = khct_record_number(value);
    else if (first == 'k' && is_field(line, "  ketthuc ", &value))
        record->ends = true;
}

void khct_records_cut(khct_arena *arena, khct_records *records, khct_str text, uint32_t source)
{
    khct_record *record = NULL;
    for (size_t at = 0, end; at < text.n; at = end) {
        const char *newline = memchr(text.p + at, '\n', text.n - at);
        end = newline == NULL ? text.n : (size_t)(newline - text.p) + 1;
        khct_str line = khct_str_sub(text, at, end);
        if (line.p[0] == 'v' && khct_str_starts(line, "vanban ")) {
            khct_str id = khct_str_trim(khct_str_sub(line, strlen("vanban "), line.n));
            khct_push(arena, records) =
                (khct_record){.id = khct_str_cut(&id, ' '), .source = source, .at = (uint32_t)at};
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
