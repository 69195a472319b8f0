/* The parts of the program that the browser edition does without: other programs, watching folders,
 * signals, rights of files. Each says so in the way that its header has for a system that cannot do
 * it. */
#include "emit/latex/format.h"
#include "main/rights.h"
#include "text/changes.h"
#include "text/process.h"
#include "text/signals.h"

#include <errno.h>
#include <stddef.h>

void khct_signals_hold(khct_held *before)
{
    (void)before;
}

void khct_signals_release(const khct_held *before)
{
    (void)before;
}

bool khct_signals_wait(void)
{
    return false;
}

bool khct_rights_keep(int from, int to)
{
    (void)from, (void)to;
    return true;
}

khct_changes *khct_changes_new(void)
{
    errno = ENOSYS;
    return NULL;
}

void khct_changes_free(khct_changes *changes)
{
    (void)changes;
}

bool khct_changes_add(khct_changes *changes, const char *folder)
{
    (void)changes, (void)folder;
    return false;
}

bool khct_changes_wait(khct_changes *changes, bool (*matters)(void *context, const char *name),
                       void *context)
{
    (void)changes, (void)matters, (void)context;
    return false;
}

const char *const KHCT_PROGRAM_NEEDS[] = {NULL};

khct_ending khct_process_run(const khct_process *process, int *status)
{
    (void)status;
    if (process->out != NULL)
        khct_out_to_memory(process->out);
    errno = ENOSYS;
    return KHCT_ENDED_NEVER;
}

bool khct_program_find(const char *name, const char *path, char found[KHCT_PATH_MAX])
{
    (void)name, (void)path, (void)found;
    return false;
}

bool khct_process_is_gone(long long number)
{
    (void)number;
    return false;
}

bool khct_format_find(const char *program, khct_str class_file, bool large,
                      char path[KHCT_PATH_MAX])
{
    (void)program, (void)class_file, (void)large, (void)path;
    return false;
}

bool khct_format_link(const char *format, const char *folder)
{
    (void)format, (void)folder;
    return false;
}
