#include "text/system.h"

#include "text/paths.h"
#include "text/wide.h"

#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>
#include <ntsecapi.h>
#include <shellapi.h>

/* What the program was given, in UTF-8, and how the console was: written once, before all else. */
static char **variables;
static UINT code_page;
static DWORD screen_mode;
static HANDLE screen;

/* --- texts in UTF-8 --- */

static char *narrow_copy(const wchar_t *wide)
{
    int n = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *text = n <= 0 ? NULL : malloc((size_t)n);
    if (text != NULL)
        WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, n, NULL, NULL);
    return text;
}

typedef struct texts {
    char **at;
    size_t n, capacity;
} texts;

/* Takes the text on; a NULL at the end is kept. False where memory failed. */
static bool add(texts *all, char *text)
{
    if (all->n + 2 > all->capacity) {
        size_t wanted = all->capacity == 0 ? 64 : all->capacity * 2;
        char **larger = realloc(all->at, wanted * sizeof *larger);
        if (larger == NULL)
            return false;
        all->at = larger;
        all->capacity = wanted;
    }
    all->at[all->n] = text;
    all->at[all->n + 1] = NULL;
    all->n += text != NULL;
    return text != NULL;
}

static bool read_variables(void)
{
    texts all = {0};
    wchar_t *block = GetEnvironmentStringsW();
    bool read = block != NULL;
    for (const wchar_t *one = block; read && *one != L'\0'; one += wcslen(one) + 1)
        read = add(&all, narrow_copy(one));
    if (block != NULL)
        FreeEnvironmentStringsW(block);
    variables = all.at;
    return read;
}

/* --- the arguments --- */

/* Puts the last text where it belongs among those from `first` on. */
static void sort_in(texts *all, size_t first)
{
    size_t at = all->n - 1;
    char *last = all->at[at];
    for (; at > first && strcmp(all->at[at - 1], last) > 0; at--)
        all->at[at] = all->at[at - 1];
    all->at[at] = last;
}

/* `*.khct`: here nobody has put the names in its place before khct begins. No name has those signs,
 * so that what matches nothing is left as it is, to be told of. */
static bool add_matches(texts *all, const wchar_t *pattern, bool *matched)
{
    WIN32_FIND_DATAW found;
    HANDLE find = FindFirstFileW(pattern, &found);
    size_t folder = wcslen(pattern), first = all->n;
    while (folder > 0 && wcschr(L"\\/:", pattern[folder - 1]) == NULL)
        folder--;
    *matched = false;
    if (find == INVALID_HANDLE_VALUE)
        return true;
    bool added = true;
    do {
        wchar_t whole[KHCT_WIDE_MAX];
        if (found.cFileName[0] == L'.' || folder + wcslen(found.cFileName) >= KHCT_WIDE_MAX)
            continue;
        memcpy(whole, pattern, folder * sizeof *whole);
        memcpy(whole + folder, found.cFileName, (wcslen(found.cFileName) + 1) * sizeof *whole);
        added = add(all, narrow_copy(whole));
        if (added)
            sort_in(all, first);
        *matched = true;
    } while (added && FindNextFileW(find, &found));
    FindClose(find);
    return added;
}

static bool read_arguments(int *argc, char ***argv)
{
    texts all = {0};
    int count = 0;
    wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), &count);
    bool read = wide != NULL;
    for (int i = 0; i < count && read; i++) {
        bool matched = false;
        if (i > 0 && wide[i][0] != L'-' && wcspbrk(wide[i], L"*?") != NULL)
            read = add_matches(&all, wide[i], &matched);
        if (!matched)
            read = read && add(&all, narrow_copy(wide[i]));
    }
    LocalFree(wide);
    *argc = (int)all.n;
    *argv = all.at;
    return read;
}

/* --- the console --- */

static void give_back(void)
{
    if (code_page != 0)
        SetConsoleOutputCP(code_page);
    if (screen != NULL)
        SetConsoleMode(screen, screen_mode);
}

static BOOL WINAPI give_back_on_end(DWORD what)
{
    (void)what;
    give_back();
    return FALSE; /* and the program ends as it does */
}

/* Texts in UTF-8 and colours, as long as khct runs. */
static void take_console(void)
{
    HANDLE error = GetStdHandle(STD_ERROR_HANDLE), out = GetStdHandle(STD_OUTPUT_HANDLE);
    DWORD mode;
    bool on_screen = GetConsoleMode(error, &mode) || GetConsoleMode(out, &mode);
    if (!on_screen)
        return;
    atexit(give_back);
    SetConsoleCtrlHandler(give_back_on_end, TRUE);
    code_page = GetConsoleOutputCP();
    SetConsoleOutputCP(CP_UTF8);
    HANDLE here = GetConsoleMode(error, &mode) ? error : out;
    if (GetConsoleMode(here, &mode) &&
        SetConsoleMode(here, mode | ENABLE_PROCESSED_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING)) {
        screen = here;
        screen_mode = mode;
    }
}

/* --- what is offered --- */

/* A standard stream that is closed stays one that cannot be used. */
static bool hold_streams(void)
{
    for (int fd = 0; fd <= 2; fd++) {
        if (_get_osfhandle(fd) < 0 && _open("NUL", fd == 0 ? _O_WRONLY : _O_RDONLY) != fd)
            return false;
        _setmode(fd, _O_BINARY);
    }
    return true;
}

bool khct_system_begin(int *argc, char ***argv)
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX); /* no window asks for a disk */
    take_console();
    return hold_streams() && read_variables() && read_arguments(argc, argv);
}

const char *khct_variable(const char *name)
{
    size_t n = strlen(name);
    for (char **one = variables; one != NULL && *one != NULL; one++)
        if (_strnicmp(*one, name, n) == 0 && (*one)[n] == '=')
            return *one + n + 1;
    return NULL;
}

char *const *khct_variables(void)
{
    static char *const NONE[] = {NULL};
    return variables == NULL ? NONE : variables;
}

bool khct_is_terminal(int fd)
{
    DWORD mode;
    return GetConsoleMode((HANDLE)_get_osfhandle(fd), &mode) != 0;
}

bool khct_has_colours(int fd)
{
    return screen != NULL && khct_is_terminal(fd);
}

/* The bytes of whole characters among the first `n`; all, where there is none. */
static size_t whole_characters(const char *p, size_t n)
{
    size_t begin = n;
    while (begin > 0 && n - begin < 3 && ((unsigned char)p[begin - 1] & 0xC0) == 0x80)
        begin--;
    if (begin == 0)
        return n;
    unsigned char lead = (unsigned char)p[begin - 1];
    size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return n - begin + 1 >= wanted || begin == 1 ? n : begin - 1;
}

/* A screen takes characters, whatever its code page. */
static ssize_t write_screen(HANDLE handle, const char *p, size_t n)
{
    enum { MOST = 4096 };
    wchar_t wide[MOST];
    n = whole_characters(p, n < MOST ? n : MOST);
    int units = MultiByteToWideChar(CP_UTF8, 0, p, (int)n, wide, MOST);
    DWORD done;
    if (units > 0 && WriteConsoleW(handle, wide, (DWORD)units, &done, NULL))
        return (ssize_t)n;
    khct_wide_failed();
    return -1;
}

ssize_t khct_write(int fd, const char *p, size_t n)
{
    enum { MOST = 1 << 20 };
    if (khct_is_terminal(fd))
        return write_screen((HANDLE)_get_osfhandle(fd), p, n);
    return _write(fd, p, (unsigned)(n < MOST ? n : MOST));
}

/* --- waiting for input --- */

/* A pipe cannot be waited for: a thread reads ahead, one piece at a time. */
typedef struct feed {
    HANDLE from, full, empty;
    DWORD at, n; /* n is 0 where the input has ended */
    char bytes[64 * 1024];
} feed;

static DWORD WINAPI read_ahead(void *context)
{
    feed *f = context;
    do {
        f->at = f->n = 0;
        if (!ReadFile(f->from, f->bytes, sizeof f->bytes, &f->n, NULL))
            f->n = 0;
        SetEvent(f->full);
    } while (f->n > 0 && WaitForSingleObject(f->empty, INFINITE) == WAIT_OBJECT_0);
    return 0;
}

/* That of the one input that a program waits for. */
static feed *feed_of(int fd)
{
    static feed *one;
    if (one != NULL)
        return one;
    feed *f = calloc(1, sizeof *f);
    if (f == NULL)
        return NULL;
    f->from = (HANDLE)_get_osfhandle(fd);
    f->full = CreateEventW(NULL, TRUE, FALSE, NULL);
    f->empty = CreateEventW(NULL, FALSE, FALSE, NULL);
    HANDLE thread =
        f->full == NULL || f->empty == NULL ? NULL : CreateThread(NULL, 0, read_ahead, f, 0, NULL);
    if (thread == NULL) {
        free(f);
        return NULL;
    }
    CloseHandle(thread);
    one = f;
    return f;
}

int khct_wait_input(int fd, int milliseconds)
{
    const feed *f = feed_of(fd);
    if (f == NULL) {
        errno = ENOMEM;
        return -1;
    }
    DWORD most = milliseconds < 0 ? INFINITE : (DWORD)milliseconds;
    return WaitForSingleObject(f->full, most) == WAIT_OBJECT_0;
}

ssize_t khct_read_input(int fd, char *p, size_t n)
{
    if (khct_wait_input(fd, -1) < 0)
        return -1;
    feed *f = feed_of(fd);
    size_t left = f->n - f->at, taken = n < left ? n : left;
    memcpy(p, f->bytes + f->at, taken);
    f->at += (DWORD)taken;
    if (taken == left && f->n > 0) {
        ResetEvent(f->full);
        SetEvent(f->empty);
    }
    return (ssize_t)taken;
}

void khct_wait_output(int fd)
{
    (void)fd; /* writing waits itself */
}

bool khct_random(void *bytes, size_t n)
{
    return RtlGenRandom(bytes, (ULONG)n);
}

size_t khct_font_folders(char *text, size_t size)
{
    const char *system = khct_variable("SystemRoot"), *user = khct_variable("LOCALAPPDATA");
    if (system == NULL || user == NULL || strpbrk(user, ";$,{}") != NULL)
        return 0;
    int n = snprintf(text, size, "%s/Fonts//;%s/Microsoft/Windows/Fonts//", system, user);
    if (n <= 0 || (size_t)n >= size)
        return 0;
    khct_path_spell(text);
    return (size_t)n;
}
