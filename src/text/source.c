#include "text/source.h"

#include "text/lanes.h"
#include "text/utf8.h"

uint32_t khct_source_add(khct_sources *sources, khct_str name, khct_str text)
{
    char *bytes = khct_alloc_bytes(sources->arena, text.n + KHCT_SOURCE_PADDING);
    if (text.n > 0)
        memcpy(bytes, text.p, text.n);
    return khct_source_take(sources, name, bytes, text.n);
}

/* A CR that no LF follows ends a line, as on old Macintoshes: it is read as an LF. */
static void mend_line_ends(khct_arena *arena, khct_source *source)
{
    char *p = source->bytes, *end = p + source->text.n;
    while (p < end && (p = memchr(p, '\r', (size_t)(end - p))) != NULL) {
        char *after = p;
        while (*after == '\r')
            after++;
        if (*after != '\n' && source->shown.p == NULL)
            source->shown = khct_str_copy(arena, source->text);
        if (*after != '\n')
            memset(p, '\n', (size_t)(after - p));
        p = after;
    }
}

uint32_t khct_source_refer(khct_sources *sources, khct_str name, khct_str text)
{
    khct_push(sources->arena, &sources->files) =
        (khct_source){.name = khct_str_copy(sources->arena, name), .text = text, .marks = true};
    return sources->base + (uint32_t)(sources->files.n - 1);
}

uint32_t khct_source_take(khct_sources *sources, khct_str name, char *bytes, size_t n)
{
    memset(bytes + n, 0, KHCT_SOURCE_PADDING);
    uint32_t number = khct_source_refer(sources, name, (khct_str){bytes, n});
    khct_source *source = &sources->files.at[sources->files.n - 1];
    source->bytes = bytes;
    mend_line_ends(sources->arena, source);
    return number;
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

/* How much of the path names the folder, with its `/`. */
static size_t folder_of(khct_str path)
{
    size_t n = path.n;
    while (n > 0 && path.p[n - 1] != '/')
        n--;
    return n;
}

khct_str khct_source_near(const khct_sources *sources, const khct_source *source)
{
    khct_str first = sources->files.n > 0 ? sources->files.at[0].name : source->name;
    khct_str folder = khct_str_sub(first, 0, folder_of(first)), name = source->name;
    bool below = name.n > folder.n && memcmp(name.p, folder.p, folder.n) == 0;
    return khct_str_sub(name, below ? folder.n : folder_of(name), name.n);
}

khct_str khct_source_file(const khct_sources *sources, uint32_t source)
{
    const khct_source *file = khct_source_at(sources, (khct_span){source, 0, 0});
    return file->shown.p != NULL ? file->shown : file->text;
}

khct_str khct_source_shown(const khct_sources *sources, khct_span span)
{
    return khct_str_sub(khct_source_file(sources, span.source), span.begin, span.end);
}

/* Lines are counted up to each such byte, and from there when asked. */
enum { STRIDE = 128 };

/* The line ends among the `n` bytes at `p`; at most STRIDE. */
static uint32_t count_lines(const char *p, size_t n)
{
    khct_lanes sum = {0};
    size_t at = 0;
    for (; n - at >= KHCT_LANES; at += KHCT_LANES)
        sum -= khct_lanes_are(khct_lanes_at(p + at), '\n');
    uint32_t count = khct_lanes_sum(sum);
    for (; at < n; at++)
        count += p[at] == '\n';
    return count;
}

/* The file of that number, with `lines` counted up to stride `i` at least, or to the last one: as
 * far as somebody has asked. NULL: none. */
static khct_source *with_lines(const khct_sources *sources, uint32_t number, size_t i)
{
    khct_source *source = khct_source_at(sources, (khct_span){number, 0, 0});
    if (source == NULL)
        return NULL;
    size_t count = source->text.n / STRIDE + 1;
    if (source->lines == NULL) {
        bool own = (number & KHCT_IN_LIBRARY) == sources->base;
        khct_arena *arena = own ? sources->arena : sources->library->arena;
        source->lines = khct_alloc_array(arena, count, sizeof *source->lines);
        source->strides = 1;
    }
    for (uint32_t *to = source->lines; source->strides < count && source->strides <= i;
         source->strides++) {
        size_t last = source->strides - 1;
        to[last + 1] = to[last] + count_lines(source->text.p + last * STRIDE, STRIDE);
    }
    return source;
}

uint32_t khct_source_line(const khct_sources *sources, uint32_t number, uint32_t offset)
{
    const khct_source *source = with_lines(sources, number, offset / STRIDE);
    if (source == NULL)
        return 1;
    size_t end = offset < source->text.n ? offset : source->text.n, i = end / STRIDE;
    return 1 + source->lines[i] + count_lines(source->text.p + i * STRIDE, end - i * STRIDE);
}

/* The byte at which line `line` begins, searched for among the strides that are counted; SIZE_MAX
 * where they, and what follows the last one, have none. */
static size_t line_begin(const khct_source *source, uint32_t line)
{
    if (line == 1)
        return 0;
    size_t low = 0, high = source->strides;
    while (high - low > 1) { /* the last stride before which fewer than line - 1 lines end */
        size_t middle = low + (high - low) / 2;
        if (source->lines[middle] < line - 1)
            low = middle;
        else
            high = middle;
    }
    const char *p = source->text.p + low * STRIDE, *end = source->text.p + source->text.n;
    for (uint32_t ends = source->lines[low];
         p < end && (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++)
        if (++ends == line - 1)
            return (size_t)(p + 1 - source->text.p);
    return SIZE_MAX;
}

khct_span khct_source_line_span(const khct_sources *sources, uint32_t number, uint32_t line)
{
    const khct_source *source = with_lines(sources, number, 0);
    if (source == NULL)
        return (khct_span){number, 0, 0};
    if (source->lines[source->strides - 1] + 1 < line)
        with_lines(sources, number, SIZE_MAX);
    uint32_t n = (uint32_t)source->text.n;
    size_t begin = line < 1 ? SIZE_MAX : line_begin(source, line);
    if (begin == SIZE_MAX)
        return (khct_span){number, n, n};
    const char *newline = memchr(source->text.p + begin, '\n', n - begin);
    uint32_t end = newline == NULL ? n : (uint32_t)(newline - source->text.p);
    if (end > begin && source->text.p[end - 1] == '\r')
        end--;
    return (khct_span){number, (uint32_t)begin, end};
}

khct_position khct_source_position(const khct_sources *sources, uint32_t number, uint32_t offset)
{
    uint32_t line = khct_source_line(sources, number, offset);
    khct_span span = khct_source_line_span(sources, number, line);
    if (offset > span.end)
        offset = span.end;
    /* places are mostly asked for in their order: a long line is counted once */
    khct_source *source = khct_source_at(sources, span);
    if (source == NULL)
        return (khct_position){1, 1};
    bool known = source->counted_line == line && source->counted <= offset;
    uint32_t from = known ? source->counted : span.begin, column = known ? source->column : 0;
    khct_str before = khct_source_shown(sources, (khct_span){number, from, offset});
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
