#include "lsp/position.h"

#include "text/utf8.h"

/* The byte after the end of the line that begins at `from`, with its end. */
static size_t next_line(khct_str text, size_t from)
{
    while (from < text.n && text.p[from] != '\n' && text.p[from] != '\r')
        from++;
    if (from + 1 < text.n && text.p[from] == '\r' && text.p[from + 1] == '\n')
        from++;
    return from < text.n ? from + 1 : text.n + 1;
}

khct_lines khct_lines_of(khct_arena *arena, khct_str text)
{
    KHCT_VEC(uint32_t) at = {0};
    for (size_t from = 0; from <= text.n; from = next_line(text, from))
        khct_push(arena, &at) = (uint32_t)from;
    struct khct_lines_last *last = khct_alloc(arena, sizeof *last);
    return (khct_lines){text, at.at, (uint32_t)at.n, last};
}

/* The line's bytes without its end. */
static khct_str line_text(khct_str text, size_t begin, size_t next)
{
    size_t end = next > text.n ? text.n : next;
    if (next <= text.n && end > begin && text.p[end - 1] == '\n')
        end--;
    if (next <= text.n && end > begin && text.p[end - 1] == '\r')
        end--;
    return khct_str_sub(text, begin, end);
}

static uint32_t unit_width(unsigned char lead, khct_encoding encoding)
{
    return encoding == KHCT_UTF16 && lead >= 0xF0 ? 2 : 1;
}

uint32_t khct_units(khct_str text, khct_encoding encoding)
{
    if (encoding == KHCT_UTF8)
        return (uint32_t)text.n;
    uint32_t units = 0;
    for (size_t at = 0; at < text.n;) {
        size_t length;
        khct_utf8_at(text.p + at, text.n - at, &length);
        units += unit_width((unsigned char)text.p[at], encoding);
        at += length;
    }
    return units;
}

static uint32_t byte_in_line(khct_str line, khct_encoding encoding, uint32_t unit)
{
    if (encoding == KHCT_UTF8) {
        size_t at = unit < line.n ? unit : line.n;
        while (at > 0 && at < line.n && ((unsigned char)line.p[at] & 0xC0) == 0x80)
            at--; /* never inside a character */
        return (uint32_t)at;
    }
    size_t at = 0;
    while (at < line.n && unit > 0) {
        size_t length;
        khct_utf8_at(line.p + at, line.n - at, &length);
        uint32_t width = unit_width((unsigned char)line.p[at], encoding);
        if (width > unit)
            break;
        unit -= width;
        at += length;
    }
    return (uint32_t)at;
}

khct_place_at khct_place_of_byte(const khct_lines *lines, khct_encoding encoding, uint32_t byte)
{
    if (byte > lines->text.n)
        byte = (uint32_t)lines->text.n;
    uint32_t low = 0, high = lines->n;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (lines->at[middle] <= byte)
            low = middle;
        else
            high = middle;
    }
    struct khct_lines_last *last = lines->last;
    if (last->line != low || last->byte > byte || last->encoding != encoding)
        *last = (struct khct_lines_last){encoding, low, lines->at[low], 0};
    uint32_t units =
        last->units + khct_units(khct_str_sub(lines->text, last->byte, byte), encoding);
    bool inside = byte < lines->text.n && ((unsigned char)lines->text.p[byte] & 0xC0) == 0x80;
    if (!inside) /* of a character, which may not be counted in two halves */
        *last = (struct khct_lines_last){encoding, low, byte, units};
    return (khct_place_at){low, units};
}

uint32_t khct_byte_of_place(const khct_lines *lines, khct_encoding encoding, khct_place_at place)
{
    if (place.line >= lines->n)
        return (uint32_t)lines->text.n;
    size_t begin = lines->at[place.line];
    size_t next = place.line + 1 < lines->n ? lines->at[place.line + 1] : lines->text.n + 1;
    return (uint32_t)begin +
           byte_in_line(line_text(lines->text, begin, next), encoding, place.unit);
}

uint32_t khct_byte_in_text(khct_str text, khct_encoding encoding, khct_place_at place)
{
    size_t begin = 0;
    for (uint32_t line = 0; line < place.line; line++) {
        begin = next_line(text, begin);
        if (begin > text.n)
            return (uint32_t)text.n;
    }
    khct_str line = line_text(text, begin, next_line(text, begin));
    return (uint32_t)begin + byte_in_line(line, encoding, place.unit);
}

static bool read_count(const json_t *json, uint32_t *count)
{
    if (!json_is_integer(json))
        return false;
    json_int_t value = json_integer_value(json);
    *count = value < 0 ? 0 : value > INT32_MAX ? INT32_MAX : (uint32_t)value;
    return true;
}

bool khct_place_read(const json_t *json, khct_place_at *place)
{
    return read_count(json_object_get(json, "line"), &place->line) &&
           read_count(json_object_get(json, "character"), &place->unit);
}

void khct_w_place(khct_json_writer *w, khct_place_at place)
{
    khct_json_object(w);
    khct_json_key_int(w, "line", place.line);
    khct_json_key_int(w, "character", place.unit);
    khct_json_end_object(w);
}

void khct_w_range(khct_json_writer *w, const khct_lines *lines, khct_encoding encoding,
                  uint32_t begin, uint32_t end)
{
    khct_json_object(w);
    khct_json_key(w, KHCT_STR("start"));
    khct_w_place(w, khct_place_of_byte(lines, encoding, begin));
    khct_json_key(w, KHCT_STR("end"));
    khct_w_place(w, khct_place_of_byte(lines, encoding, end));
    khct_json_end_object(w);
}
