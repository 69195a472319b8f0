/* Stands in the place of git.exe: hands what it is told to the machine's own git, by files, as wine
 * does not wait for programs of the machine. The folder with git.py is named by FAKE_GIT. */
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

static wchar_t folder[1024];

static FILE *open_in(const wchar_t *name, const wchar_t *how)
{
    wchar_t path[1200];
    swprintf(path, 1200, L"%ls\\%ls", folder, name);
    return _wfopen(path, how);
}

static void ask(int argc, wchar_t **argv)
{
    char text[16384];
    FILE *to = open_in(L"git.args", L"wb");
    if (to == NULL)
        exit(90);
    for (int i = 1; i < argc; i++)
        if (WideCharToMultiByte(CP_UTF8, 0, argv[i], -1, text, sizeof text, NULL, NULL) > 0)
            fwrite(text, 1, strlen(text) + 1, to);
    fclose(to);
}

static void begin(void)
{
    wchar_t line[2400];
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION process;
    swprintf(line, 2400, L"python3 \"%ls/git.py\"", folder + 2); /* as the machine names it */
    for (wchar_t *c = line; *c != L'\0'; c++)
        if (*c == L'\\')
            *c = L'/';
    if (!CreateProcessW(L"Z:\\usr\\bin\\python3", line, NULL, NULL, TRUE, 0, NULL, NULL, &start,
                        &process))
        exit(91);
}

int wmain(int argc, wchar_t **argv)
{
    int c, status = 92;
    wchar_t done[1200];
    FILE *from;
    GetEnvironmentVariableW(L"FAKE_GIT", folder, 1024);
    swprintf(done, 1200, L"%ls\\git.done", folder);
    DeleteFileW(done);
    ask(argc, argv);
    begin();
    while ((from = _wfopen(done, L"rb")) == NULL || fscanf(from, "%d", &status) != 1) {
        if (from != NULL)
            fclose(from);
        Sleep(10);
    }
    fclose(from);
    if ((from = open_in(L"git.out", L"rb")) == NULL)
        return 93;
    _setmode(1, 0x8000);
    while ((c = getc(from)) != EOF)
        putchar(c);
    fclose(from);
    return status;
}
