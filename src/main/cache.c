#include "main/cache.h"

#include "emit/json/shape.h"
#include "library/embedded.h"
#include "text/bytes.h"
#include "text/digest.h"
#include "text/files.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

static const char MARK[] = "khct 1\n"; /* every entry begins with it */

enum { HEX_BYTES = 2 * KHCT_SHA256_BYTES };

/* The program itself: a new build is another program, whatever its version says. */
static khct_str program(khct_arena *arena)
{
    khct_file_facts facts;
    char text[96];
    int n = !khct_look_at_program(&facts)
                ? 0
                : snprintf(text, sizeof text, "%jd %jd.%09jd", (intmax_t)facts.stamp.size,
                           (intmax_t)facts.stamp.seconds, (intmax_t)facts.stamp.nanoseconds);
    return khct_str_copy(arena, (khct_str){text, n < 0 ? 0 : (size_t)n});
}

khct_str khct_cache_options(khct_arena *arena, const khct_common *common, khct_str more)
{
    const khct_str zero = {"", 1};
    const khct_str switches = {(const char *)common->switches, sizeof common->switches};
    char where[KHCT_PATH_MAX];
    return KHCT_JOIN(
        arena, KHCT_VERSION " " KHCT_JSON_VERSION " ", KHCT_LIBRARY_VERSION, zero, program(arena),
        zero, common->today, common->style.language == KHCT_VI ? " vi" : " en",
        common->style.colour ? " colour" : "", zero, common->root == NULL ? "" : common->root, zero,
        khct_path_here(where) ? where : "", zero, switches, more);
}

static const char *path_of(const khct_cache *cache, khct_arena *arena, const char *file,
                           khct_str bytes)
{
    const khct_str zero = {"", 1};
    khct_str name =
        khct_sha256_text(arena, KHCT_JOIN(arena, cache->options, zero, file, zero, bytes));
    return khct_cstr(arena, KHCT_JOIN(arena, cache->folder, "/", khct_str_sub(name, 0, 2), "/",
                                      khct_str_sub(name, 2, name.n)));
}

/* --- reading --- */

static bool next_line(khct_str *rest, khct_str *line)
{
    size_t n = khct_str_find(*rest, KHCT_STR("\n"));
    if (n == rest->n)
        return false;
    *line = khct_str_sub(*rest, 0, n);
    *rest = khct_str_sub(*rest, n + 1, rest->n);
    return true;
}

/* "HEX PATH": true where the file still has those bytes. */
static bool holds(khct_arena *arena, khct_str line)
{
    khct_str bytes;
    if (line.n < HEX_BYTES + 2)
        return false;
    const char *path = khct_cstr(arena, khct_str_sub(line, HEX_BYTES + 1, line.n));
    return khct_bytes_read(arena, path, KHCT_SOURCE_LIMIT, &bytes) == 0 &&
           khct_str_eq(khct_sha256_text(arena, bytes), khct_str_sub(line, 0, HEX_BYTES));
}

static bool read_head(khct_arena *arena, khct_str line, khct_cached *c, size_t *files,
                      size_t *messages, size_t *rows)
{
    unsigned state;
    int n = sscanf(khct_cstr(arena, line), "%d %u %zu %zu %zu %zu %zu %zu %zu", &c->status, &state,
                   &c->severity[0], &c->severity[1], &c->severity[2], &c->severity[3], files,
                   messages, rows);
    c->state = (khct_state)state;
    return n == 9 && state < KHCT_STATE_COUNT && c->status >= 0 && c->status <= KHCT_EXIT_SYSTEM;
}

bool khct_cache_find(const khct_cache *cache, khct_arena *arena, const char *file,
                     khct_cached *cached)
{
    khct_str bytes, entry, line;
    size_t files, messages, rows;
    if (strcmp(file, "-") == 0 || khct_bytes_read(arena, file, KHCT_SOURCE_LIMIT, &bytes) != 0 ||
        khct_bytes_read(arena, path_of(cache, arena, file, bytes), KHCT_SOURCE_LIMIT, &entry) != 0)
        return false;
    if (!khct_str_starts(entry, MARK) || !next_line(&entry, &line) || !next_line(&entry, &line) ||
        !read_head(arena, line, cached, &files, &messages, &rows))
        return false;
    for (; files > 0; files--)
        if (!next_line(&entry, &line) || !holds(arena, line))
            return false;
    if (messages > entry.n || rows != entry.n - messages) /* it is not whole */
        return false;
    cached->messages = khct_str_sub(entry, 0, messages);
    cached->rows = khct_str_sub(entry, messages, entry.n);
    return true;
}

/* --- writing --- */

/* What the plan takes in could be read, and under names of one line. */
static bool is_whole(const khct_compilation *c)
{
    if (c->document == NULL || c->no_memory || c->document->files.n == 0 || c->diags.beyond[0] > 0)
        return false;
    for (size_t i = 0; i < c->diags.list.n; i++)
        if (khct_code_at(c->diags.list.at[i]->code)->number[0] == '8')
            return false;
    for (size_t i = 0; i < c->document->files.n; i++)
        if (memchr(c->document->files.at[i].path.p, '\n', c->document->files.at[i].path.n) != NULL)
            return false;
    return c->sources.files.n == c->document->files.n;
}

static khct_str entry_of(khct_compilation *c, const khct_cached *cached)
{
    khct_strs pieces = {0};
    char head[256];
    size_t files = c->document->files.n;
    int n = snprintf(head, sizeof head, "%s%d %u %zu %zu %zu %zu %zu %zu %zu\n", MARK,
                     cached->status, (unsigned)cached->state, cached->severity[0],
                     cached->severity[1], cached->severity[2], cached->severity[3], files - 1,
                     cached->messages.n, cached->rows.n);
    khct_push(c->arena, &pieces) = (khct_str){head, (size_t)n};
    for (size_t i = 1; i < files; i++) {
        KHCT_ADD(c->arena, &pieces,
                 khct_sha256_text(c->arena, khct_source_file(&c->sources, (uint32_t)i)), " ",
                 c->document->files.at[i].path, "\n");
    }
    KHCT_ADD(c->arena, &pieces, cached->messages, cached->rows);
    return khct_str_join(c->arena, pieces.at, pieces.n);
}

static bool write_all(int fd, khct_str text)
{
    for (ssize_t n; text.n > 0; text = khct_str_sub(text, (size_t)n, text.n))
        if ((n = write(fd, text.p, text.n)) <= 0)
            return false;
    return true;
}

void khct_cache_keep(const khct_cache *cache, khct_compilation *c, const khct_cached *cached)
{
    if (strcmp(c->path, "-") == 0 || !is_whole(c))
        return;
    const char *path = path_of(cache, c->arena, c->path, khct_source_file(&c->sources, 0));
    khct_str name = khct_str_of(path), entry = entry_of(c, cached);
    char *temporary = khct_cstr(c->arena, KHCT_JOIN(c->arena, name, ".XXXXXX"));
    char *folder = khct_cstr(c->arena, khct_str_sub(name, 0, name.n - (HEX_BYTES - 2) - 1));
    if (!khct_make_folder(folder) && errno != EEXIST)
        return;
    int fd = khct_open_temporary(temporary); /* from here on nothing allocates */
    if (fd < 0)
        return;
    bool fine = write_all(fd, entry);
    fine = close(fd) == 0 && fine && khct_move(temporary, path);
    if (!fine)
        khct_remove(temporary);
}
