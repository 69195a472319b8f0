#include "text/source.h"

#include "text/utf8.h"

uint32_t khct_source_add(khct_sources *sources, khct_str name, khct_str text)
{
    char *bytes = khct_alloc_bytes(sources->arena, text.n + KHCT_SOURCE_PADDING);
    if (text.n > 0)
        memcpy(bytes, text.p, text.n);
    return khct_source_take(sources, name, bytes, text.n);
}

uint32_t khct_source_take(khct_sources *sources, khct_str name, char *bytes, size_t n)
{
    memset(bytes + n, 0, KHCT_SOURCE_PADDING);
    khct_source *source = &khct_push(sources->arena, &sources->files);
    *source = (khct_source){
        .name = khct_str_copy(sources->arena, name), .text = {bytes, n}, .marks = true};
    return sources->base + (uint32_t)(sources->files.n - 1);
}

khct_source *khct_source_at(const khct_sources *sources, khct_span span)
{
    if (span.source == KHCT_NO_SOURCE)
        return NULL;
    if ((span.source & KHCT_IN_LIBRARY) != sources->base)
        return sources->library == NULL ? NULL : khct_source_at(sources->library, span);
    uint32_t i = span.source - sources->base;
    return i < sources->files.n ? &sources->files.at[i] : NULL;
}

khct_str khct_source_text(const khct_sources *sources, khct_span span)
{
    const khct_source *source = khct_source_at(sources, span);
    if (source == NULL)
        return KHCT_STR("");
    return khct_str_sub(source->text, span.begin, span.end);
}

static void find_lines(khct_arena *arena, khct_source *source)
{
    enum { LINE = 32 }; /* bytes of a short one */
    KHCT_VEC(uint32_t) lines = {.capacity = source->text.n / LINE + 1};
    lines.at = (uint32_t *)(void *)khct_alloc_bytes(arena, lines.capacity * sizeof *lines.at);
    khct_push(arena, &lines) = 0;
    const char *p = source->text.p, *end = p + source->text.n;
    while ((p = memchr(p, '\n', (size_t)(end - p))) != NULL)
        khct_push(arena, &lines) = (uint32_t)(++p - source->text.p);
    source->lines = lines.at;
    source->line_count = (uint32_t)lines.n;
}

static khct_source *with_lines(const khct_sources *sources, uint32_t number)
{
    khct_source *source = khct_source_at(sources, (khct_span){number, 0, 0});
    if (source->lines == NULL)
        find_lines((number & KHCT_IN_LIBRARY) == sources->base ? sources->arena
                                                               : sources->library->arena,
                   source);
    return source;
}

uint32_t khct_source_line(const khct_sources *sources, uint32_t number, uint32_t offset)
{
    khct_source *source = with_lines(sources, number);
    uint32_t low = 0, high = source->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low + 1;
}

khct_span khct_source_line_span(const khct_sources *sources, uint32_t number, uint32_t line)
{
    khct_source *source = with_lines(sources, number);
    if (line < 1 || line > source->line_count)
        return (khct_span){number, (uint32_t)source->text.n, (uint32_t)source->text.n};
    uint32_t begin = source->lines[line - 1];
    uint32_t end = line < source->line_count ? source->lines[line] - 1 : (uint32_t)source->text.n;
    if (end > begin && source->text.p[end - 1] == '\r')
        end--;
    return (khct_span){number, begin, end};
}

khct_position khct_source_position(const khct_sources *sources, uint32_t number, uint32_t offset)
{
    uint32_t line = khct_source_line(sources, number, offset);
    khct_span span = khct_source_line_span(sources, number, line);
    if (offset > span.end)
        offset = span.end;
    /* places are mostly asked for in their order: a long line is counted once */
    khct_source *source = khct_source_at(sources, span);
    bool known = source->counted_line == line && source->counted <= offset;
    uint32_t from = known ? source->counted : span.begin, column = known ? source->column : 0;
    khct_str before = khct_source_text(sources, (khct_span){number, from, offset});
    if (from == 0 && khct_str_starts(before, "\xEF\xBB\xBF"))
        before = khct_str_sub(before, 3, before.n);
    column += (uint32_t)khct_utf8_characters(before);
    /* only from a sign that begins a character of its own can be counted on */
    if (offset < source->text.n && source->text.p[offset] > ' ') {
        source->counted_line = line;
        source->counted = offset;
        source->column = column;
    }
    return (khct_position){line, column + 1};
}

khct_span khct_span_join(khct_span a, khct_span b)
{
    return (khct_span){a.source, a.begin, b.end > a.begin ? b.end : a.begin};
}
