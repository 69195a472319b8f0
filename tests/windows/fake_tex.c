/* Stands in the place of pdflatex.exe: tells in the folder above how it was called, and writes a
 * PDF and a log. The file `fake-tex.how` there says otherwise: `error`, or `slow`, which never ends
 * and has begun another one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

static void put(FILE *to, const wchar_t *wide)
{
    char text[32768];
    if (WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, sizeof text, NULL, NULL) > 0)
        fprintf(to, "%s\n", text);
}

static void tell(void)
{
    FILE *to = fopen("..\\fake-tex.told", "wb");
    wchar_t here[1024];
    if (to == NULL)
        exit(3);
    put(to, GetCommandLineW());
    GetCurrentDirectoryW(1024, here);
    put(to, here);
    for (const wchar_t *one = GetEnvironmentStringsW(); *one != L'\0'; one += wcslen(one) + 1)
        put(to, one);
    fclose(to);
}

static void write(const char *name, const char *text)
{
    FILE *to = fopen(name, "wb");
    if (to == NULL || fputs(text, to) < 0 || fclose(to) != 0)
        exit(3);
}

/* A helper that would live on; it holds a file of the folder above open. */
static void begin_another(void)
{
    wchar_t program[1024], line[] = L"helper";
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION process;
    GetModuleFileNameW(NULL, program, 1024);
    if (!CreateProcessW(program, line, NULL, NULL, FALSE, 0, NULL, L"..", &start, &process))
        exit(3);
}

static void hold(const char *name)
{
    HANDLE file = CreateFileA(name, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        exit(3);
    Sleep(INFINITE);
}

int main(int argc, char **argv)
{
    char how[16] = "";
    FILE *from;
    if (strcmp(argv[0], "helper") == 0)
        hold("fake-tex.held");
    tell();
    if ((from = fopen("..\\fake-tex.how", "rb")) != NULL) {
        if (fgets(how, sizeof how, from) == NULL)
            return 3;
        fclose(from);
    }
    if (strncmp(how, "slow", 4) == 0) {
        begin_another();
        hold("..\\fake-tex.slow");
    }
    if (strncmp(how, "error", 5) == 0) {
        write("plan.log", "./plan.tex:9: Undefined control sequence.\n");
        return 1;
    }
    if (argc < 2 || strcmp(argv[argc - 1], "plan.tex") != 0)
        return 3;
    write("plan.pdf", "%PDF-1.5\n<xmp:CreatorTool>khct</xmp:CreatorTool>\n");
    write("plan.log", "Output written on plan.pdf (3 pages, 9 bytes).\n");
    return 0;
}
