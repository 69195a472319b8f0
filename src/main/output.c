/* Output files: written whole or not at all. */
#include "main/main.h"
#include "main/outfile.h"

#include "text/files.h"
#include "text/signals.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct complaint {
    khct_out *out;
    const khct_diags *diags;
    const khct_diag *diag;
    khct_style style;
} complaint;

static void render(void *context)
{
    complaint *c = context;
    khct_render_diag(c->out, c->diags, c->diag, c->style);
}

void khct_complain(const khct_common *common, khct_out *err, khct_code code, khct_message message)
{
    khct_arena *arena = khct_arena_new();
    if (arena == NULL)
        return;
    khct_sources sources = {.arena = arena};
    khct_diags diags = {.arena = arena, .sources = &sources};
    khct_diag diag = {.code = code,
                      .severity = khct_code_at(code)->severity,
                      .span = KHCT_NOWHERE,
                      .message = message};
    khct_out own;
    khct_out_to_fd(&own, STDERR_FILENO);
    complaint c = {err == NULL ? &own : err, &diags, &diag, common->style};
    khct_try(arena, render, &c);
    khct_out_finish(&own);
    khct_arena_free(arena);
}

int khct_no_memory(const khct_common *common, khct_out *err)
{
    khct_complain(common, err, KHCT_KH9003, KHCT_MSG0(MEMORY));
    return KHCT_EXIT_SYSTEM;
}

bool khct_outfile_fail(khct_io *io, const char *path, int error)
{
    khct_complain(io->common, io->err, KHCT_KH8006, KHCT_MSG(NOT_WRITABLE, path, strerror(error)));
    return false;
}

bool khct_outfile_refuse(khct_io *io, khct_code code, khct_text_id words, const char *path)
{
    khct_complain(io->common, io->err, code, KHCT_MSG_OF(words, path));
    return false;
}

void khct_outfile_left_half(const khct_outfile *file, const char *copy)
{
    char beside[KHCT_PATH_MAX];
    int n = snprintf(beside, sizeof beside, "%s%s", file->name, copy + strlen(file->path));
    bool there = n > 0 && (size_t)n < sizeof beside && khct_is_there(beside);
    khct_outfile_refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_HALF, there ? beside : copy);
}

static bool is_file(const khct_file_facts *out, const char *path)
{
    khct_file_facts other;
    return khct_look(path, &other) && khct_stamp_same_file(other.stamp, out->stamp);
}

bool khct_is_source(const khct_compilation *c, const char *path)
{
    khct_file_facts out;
    if (!khct_look(path, &out))
        return false;
    for (size_t i = 0; i < c->document->files.n; i++)
        if (is_file(&out, c->document->files.at[i].path.p))
            return true;
    return false;
}

bool khct_outfile_falls_on(const char *path, char *const *files, size_t n, khct_io *io)
{
    khct_file_facts out;
    if (strcmp(path, "-") == 0 || !khct_look(path, &out) || out.kind != KHCT_KIND_FILE)
        return false;
    for (size_t i = 0; i < n; i++)
        if (is_file(&out, files[i])) {
            khct_outfile_refuse(io, KHCT_KH8006, KHCT_T_WRITE_SOURCE, path);
            return true;
        }
    return false;
}

static void release(khct_outfile *file)
{
    if (file->fd >= 0)
        close(file->fd);
    if (file->old >= 0)
        close(file->old);
    free(file->path);
    free(file->name);
    free(file->temporary);
    free(file->out);
    khct_signals_release(&file->signals);
    *file = (khct_outfile){.fd = -1, .old = -1};
}

static bool open_as(khct_outfile *file, const char *path, const char *name, const khct_stamp *read,
                    khct_io *io)
{
    *file = (khct_outfile){.fd = -1, .old = -1, .io = io};
    if (strcmp(path, "-") == 0) {
        file->out = io->out;
        return true;
    }
    file->out = malloc(sizeof *file->out);
    file->name = strdup(name);
    if (file->out == NULL || file->name == NULL) {
        khct_outfile_fail(io, name, ENOMEM);
        free(file->out);
        free(file->name);
        return false;
    }
    khct_signals_hold(&file->signals);
    if (!khct_outfile_begin(file, path)) {
        release(file);
        return false;
    }
    if (read != NULL)
        file->stamp = *read;
    khct_out_to_fd(file->out, file->fd);
    return true;
}

bool khct_outfile_open(khct_outfile *file, const char *path, const khct_stamp *read, khct_io *io)
{
    return open_as(file, path, path, read, io);
}

/* Whether what stands there is still what was read, or nothing. */
static bool is_as_it_was(const khct_outfile *file)
{
    khct_stamp now;
    return khct_stamp_at(file->path, &now) && khct_stamp_eq(now, file->stamp);
}

bool khct_outfile_close(khct_outfile *file, bool keep)
{
    if (file->path == NULL)
        return true; /* standard output: its failure is told at the end */
    int error = khct_out_finish(file->out);
    bool changed = error == 0 && keep && !file->direct && !is_as_it_was(file), placed = false;
    if (error == 0 && keep && !changed) {
        placed = khct_outfile_put(file);
        error = placed ? 0 : errno;
    }
    khct_outfile_drop(file, placed);
    if (changed)
        khct_outfile_refuse(file->io, KHCT_KH8009, KHCT_T_WRITE_CHANGED, file->name);
    else if (error != 0)
        khct_outfile_fail(file->io, file->name, error);
    release(file);
    return error == 0 && !changed;
}

static bool write_as(const char *path, const char *name, const khct_stamp *read, khct_str text,
                     khct_io *io)
{
    khct_outfile file;
    if (!open_as(&file, path, name, read, io))
        return false;
    khct_out_str(file.out, text);
    return khct_outfile_close(&file, true);
}

bool khct_outfile_write(const char *path, const khct_stamp *read, khct_str text, khct_io *io)
{
    return write_as(path, path, read, text, io);
}

bool khct_outfile_rewrite(const khct_file *file, const char *name, khct_str text, khct_io *io)
{
    return write_as(file->path.p, name, &file->stamp, text, io);
}

khct_io khct_streams_begin(khct_streams *streams, const khct_common *common)
{
    khct_out_to_screen(&streams->out, STDOUT_FILENO);
    khct_out_to_fd(&streams->err, STDERR_FILENO);
    return (khct_io){.out = &streams->out, .err = &streams->err, .common = common};
}

int khct_finish_output(khct_out *out, const khct_common *common, int status)
{
    int error = khct_out_finish(out);
    if (error == 0)
        return status;
    khct_complain(common, NULL, KHCT_KH8006, KHCT_MSG(WRITE_STDOUT, strerror(error)));
    return KHCT_EXIT_SYSTEM;
}

int khct_finish_io(khct_io *io, int status)
{
    status = khct_finish_output(io->out, io->common, status);
    int error = khct_out_finish(io->err);
    if (error == 0)
        return status;
    /* remarks that nobody gets are no success; it may be that this is heard */
    khct_complain(io->common, NULL, KHCT_KH8006, KHCT_MSG(WRITE_STDERR, strerror(error)));
    return KHCT_EXIT_SYSTEM;
}
