#include "text/process.h"

#include "text/files.h"
#include "text/signals.h"
#include "text/system.h"
#include "text/wide.h"

#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

enum {
    SLICE = 50,           /* milliseconds between looks */
    LONGEST_LINE = 32767, /* units of a command line, and of all variables */
};

const char *const KHCT_PROGRAM_NEEDS[] = {
    "PATH",        "SystemRoot",   "SystemDrive", "windir",  "TEMP", "TMP",
    "USERPROFILE", "LOCALAPPDATA", "ProgramData", "APPDATA", NULL};

bool khct_program_find(const char *name, const char *path, char found[KHCT_PATH_MAX])
{
    khct_file_facts facts;
    if (path == NULL)
        path = khct_variable("PATH");
    while (path != NULL && *path != '\0') {
        size_t n = strcspn(path, ";"), quoted = n > 1 && path[0] == '"' && path[n - 1] == '"';
        int length = snprintf(found, KHCT_PATH_MAX, "%.*s/%s.exe", (int)(n - 2 * quoted),
                              path + quoted, name);
        if (length > 0 && length < KHCT_PATH_MAX) {
            khct_path_spell(found);
            if (khct_path_is_absolute(found) && khct_look(found, &facts) &&
                facts.kind == KHCT_KIND_FILE)
                return true;
        }
        path += n + (path[n] == ';');
    }
    return false;
}

bool khct_process_is_gone(long long number)
{
    if (number <= 0 || number > UINT32_MAX)
        return false;
    HANDLE process = OpenProcess(SYNCHRONIZE, FALSE, (DWORD)number);
    if (process == NULL)
        return GetLastError() == ERROR_INVALID_PARAMETER;
    bool gone = WaitForSingleObject(process, 0) == WAIT_OBJECT_0;
    CloseHandle(process);
    return gone;
}

/* --- what it is given --- */

/* A text that grows, in a place of fixed size. */
typedef struct line {
    wchar_t at[LONGEST_LINE + 1];
    size_t n;
    bool full;
} line;

static void put(line *l, wchar_t c)
{
    if (l->n < LONGEST_LINE)
        l->at[l->n++] = c;
    else
        l->full = true;
}

static void put_text(line *l, const char *text)
{
    size_t n = khct_wide_text(text, l->at + l->n, LONGEST_LINE - l->n);
    l->full = l->full || n == 0;
    l->n += n > 0 ? n - 1 : 0;
}

/* As the programs of Windows take their line apart: `\` counts only before `"`. */
static void put_argument(line *l, const char *argument)
{
    size_t strokes = 0, from;
    if (l->n > 0)
        put(l, L' ');
    put(l, L'"');
    from = l->n;
    put_text(l, argument);
    size_t n = l->n - from;
    wchar_t *copy = malloc((n + 1) * sizeof *copy);
    if (copy == NULL) {
        l->full = true;
        return;
    }
    memcpy(copy, l->at + from, n * sizeof *copy);
    l->n = from;
    for (size_t i = 0; i < n; i++) {
        for (; copy[i] == L'"' && strokes > 0; strokes--)
            put(l, L'\\');
        if (copy[i] == L'"')
            put(l, L'\\');
        put(l, copy[i]);
        strokes = copy[i] == L'\\' ? strokes + 1 : 0;
    }
    for (; strokes > 0; strokes--)
        put(l, L'\\');
    put(l, L'"');
    free(copy);
}

static size_t name_length(const char *variable)
{
    return strcspn(variable + 1, "=") + 1; /* "=C:=C:\…" has its sign at its begin */
}

static bool is_set_by(const char *const *more, const char *variable)
{
    for (; more != NULL && *more != NULL; more++)
        if (name_length(*more) == name_length(variable) &&
            _strnicmp(*more, variable, name_length(variable)) == 0)
            return true;
    return false;
}

static void put_variables(line *l, const char *const *variables, const char *const *without)
{
    for (; *variables != NULL; variables++)
        if (!is_set_by(without, *variables)) {
            put_text(l, *variables);
            put(l, L'\0');
        }
}

static void put_all_variables(line *l, const khct_process *p)
{
    if (p->environment != NULL)
        put_variables(l, p->environment, p->more);
    else
        put_variables(l, (const char *const *)khct_variables(), p->more);
    if (p->more != NULL)
        put_variables(l, p->more, NULL);
    put(l, L'\0');
}

/* --- the run --- */

typedef struct running {
    PROCESS_INFORMATION process;
    HANDLE job, nothing, pipe_in, pipe_out;
    line command, variables;
    wchar_t folder[KHCT_WIDE_MAX], program[KHCT_WIDE_MAX];
} running;

static void close_one(HANDLE *handle)
{
    if (*handle != NULL && *handle != INVALID_HANDLE_VALUE)
        CloseHandle(*handle);
    *handle = NULL;
}

static bool open_streams(running *r, bool piped)
{
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    r->nothing =
        CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                    &inherited, OPEN_EXISTING, 0, NULL);
    if (r->nothing == INVALID_HANDLE_VALUE)
        return false;
    return !piped || (CreatePipe(&r->pipe_out, &r->pipe_in, &inherited, 0) &&
                      SetHandleInformation(r->pipe_out, HANDLE_FLAG_INHERIT, 0));
}

/* A job ends with khct, and all that is in it. */
static bool open_job(running *r)
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {
        .BasicLimitInformation = {.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE |
                                                JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION}};
    r->job = CreateJobObjectW(NULL, NULL);
    return r->job != NULL && SetInformationJobObject(r->job, JobObjectExtendedLimitInformation,
                                                     &limits, sizeof limits);
}

/* Begins it with no handles but its streams: another thread may be at the same. */
static bool create(running *r, const khct_process *p)
{
    enum {
        FLAGS = CREATE_SUSPENDED | CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT |
                EXTENDED_STARTUPINFO_PRESENT
    };
    HANDLE given[2] = {r->nothing, r->pipe_in};
    STARTUPINFOEXW start = {
        .StartupInfo = {.cb = sizeof start,
                        .dwFlags = STARTF_USESTDHANDLES,
                        .hStdInput = r->nothing,
                        .hStdOutput = r->pipe_in != NULL ? r->pipe_in : r->nothing,
                        .hStdError = r->nothing}};
    SIZE_T size = 0;
    InitializeProcThreadAttributeList(NULL, 1, 0, &size);
    start.lpAttributeList = malloc(size);
    bool begun = start.lpAttributeList != NULL &&
                 InitializeProcThreadAttributeList(start.lpAttributeList, 1, 0, &size);
    if (!begun) {
        free(start.lpAttributeList);
        return false;
    }
    UpdateProcThreadAttribute(start.lpAttributeList, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, given,
                              (r->pipe_in != NULL ? 2 : 1) * sizeof *given, NULL, NULL);
    begun = CreateProcessW(r->program, r->command.at, NULL, NULL, TRUE, FLAGS, r->variables.at,
                           p->folder == NULL ? NULL : r->folder, &start.StartupInfo, &r->process);
    DeleteProcThreadAttributeList(start.lpAttributeList);
    free(start.lpAttributeList);
    return begun;
}

static bool begin(running *r, const khct_process *p)
{
    char found[KHCT_PATH_MAX];
    const char *program = p->program;
    if (strchr(program, '/') == NULL) {
        if (!khct_program_find(program, NULL, found)) {
            SetLastError(ERROR_FILE_NOT_FOUND);
            return false;
        }
        program = found;
    }
    put_argument(&r->command, program);
    for (size_t i = 0; p->arguments[i] != NULL; i++)
        put_argument(&r->command, p->arguments[i]);
    put(&r->command, L'\0');
    put_all_variables(&r->variables, p);
    if (r->command.full || r->variables.full) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return false;
    }
    return khct_wide_path(program, r->program) &&
           (p->folder == NULL || khct_wide_path(p->folder, r->folder)) &&
           open_streams(r, p->out != NULL) && open_job(r) && create(r, p) &&
           AssignProcessToJobObject(r->job, r->process.hProcess) &&
           ResumeThread(r->process.hThread) != (DWORD)-1;
}

/* The program and all that it began have ended. */
static bool has_ended(const running *r)
{
    JOBOBJECT_BASIC_ACCOUNTING_INFORMATION count;
    return !QueryInformationJobObject(r->job, JobObjectBasicAccountingInformation, &count,
                                      sizeof count, NULL) ||
           count.ActiveProcesses == 0;
}

static khct_ending wait_bounded(const running *r, unsigned seconds)
{
    ULONGLONG until = GetTickCount64() + seconds * 1000ULL;
    for (;;) {
        bool ended = WaitForSingleObject(r->process.hProcess, SLICE) == WAIT_OBJECT_0;
        if (ended && has_ended(r))
            return KHCT_ENDED;
        if (ended)
            Sleep(SLICE);
        if (khct_signals_wait())
            return KHCT_ENDED_INTERRUPTED;
        if (GetTickCount64() > until)
            return KHCT_ENDED_LATE;
    }
}

static void take_all(running *r, khct_out *out)
{
    char piece[16 * 1024];
    DWORD n;
    close_one(&r->pipe_in); /* ours: else it would never end */
    while (ReadFile(r->pipe_out, piece, sizeof piece, &n, NULL) && n > 0)
        khct_out_bytes(out, piece, n);
}

static khct_ending run(running *r, const khct_process *p, int *status)
{
    DWORD code = 0;
    if (!begin(r, p)) {
        khct_wide_failed();
        if (r->process.hProcess != NULL) /* it waits, as no job would have it */
            TerminateProcess(r->process.hProcess, KHCT_NO_PROGRAM);
        return KHCT_ENDED_NEVER;
    }
    khct_ending end = KHCT_ENDED;
    if (p->out != NULL)
        take_all(r, p->out);
    if (p->seconds > 0)
        end = wait_bounded(r, p->seconds);
    if (end != KHCT_ENDED)
        TerminateJobObject(r->job, KHCT_NO_PROGRAM);
    WaitForSingleObject(r->process.hProcess, INFINITE);
    GetExitCodeProcess(r->process.hProcess, &code);
    *status = code > 255 ? 128 : (int)code;
    return end;
}

khct_ending khct_process_run(const khct_process *p, int *status)
{
    if (p->out != NULL)
        khct_out_to_memory(p->out);
    running *r = calloc(1, sizeof *r);
    if (r == NULL) {
        errno = ENOMEM;
        return KHCT_ENDED_NEVER;
    }
    khct_ending end = run(r, p, status);
    int error = errno;
    HANDLE *all[] = {&r->job,     &r->process.hThread, &r->process.hProcess,
                     &r->nothing, &r->pipe_in,         &r->pipe_out};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        close_one(all[i]);
    free(r);
    errno = error;
    return end;
}
