/* What a test asks Windows for: probe WHAT ARGUMENTS.
 *
 * attributes FILE        prints them; `attributes FILE N` sets them
 * hold FILE COMMAND      runs the command while nobody else may open the file
 * links FILE NEW         gives the file a second name
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

/* The rest of our own command line, from the word `n` on. */
static wchar_t *rest_of_line(int n)
{
    wchar_t *p = GetCommandLineW();
    for (; n > 0; n--) {
        BOOL quoted = FALSE;
        for (; *p != L'\0' && (quoted || *p != L' '); p++)
            if (*p == L'"')
                quoted = !quoted;
        while (*p == L' ')
            p++;
    }
    return p;
}

static HANDLE begin(wchar_t *line)
{
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION process;
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process)) {
        fprintf(stderr, "probe: error %lu\n", GetLastError());
        exit(99);
    }
    return process.hProcess;
}

static int end_of(HANDLE process)
{
    DWORD status = 99;
    WaitForSingleObject(process, INFINITE);
    GetExitCodeProcess(process, &status);
    return status > 255 ? 255 : (int)status;
}

static int hold(const wchar_t *file, wchar_t *line)
{
    if (CreateFileW(file, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL) == INVALID_HANDLE_VALUE)
        return 98;
    return end_of(begin(line));
}

int wmain(int argc, wchar_t **argv)
{
    const wchar_t *what = argc > 2 ? argv[1] : L"";
    if (wcscmp(what, L"attributes") == 0 && argc == 4)
        return SetFileAttributesW(argv[2], (DWORD)wcstoul(argv[3], NULL, 0)) ? 0 : 95;
    if (wcscmp(what, L"attributes") == 0)
        return printf("%lx\n", GetFileAttributesW(argv[2])) < 0;
    if (wcscmp(what, L"links") == 0 && argc == 4)
        return CreateHardLinkW(argv[3], argv[2], NULL) ? 0 : 94;
    if (wcscmp(what, L"hold") == 0)
        return hold(argv[2], rest_of_line(3));
    return 93;
}
