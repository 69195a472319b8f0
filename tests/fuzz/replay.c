/* Runs a target over files, and the files of folders: replay FILE|FOLDER... */
#include "fuzz.h"

#include <dirent.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char current[PATH_MAX]; /* named where a property does not hold */
static size_t count;

static void on_abort(int number)
{
    static const char LEAD[] = "while reading ";
    (void)number;
    if (write(STDERR_FILENO, LEAD, sizeof LEAD - 1) > 0 &&
        write(STDERR_FILENO, current, strlen(current)) > 0 && write(STDERR_FILENO, "\n", 1) > 0)
        _exit(1);
    _exit(1);
}

static void run_file(const char *path, long size)
{
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = malloc(size > 0 ? (size_t)size : 1); /* exact: a byte read after it is found */
    if (file == NULL || bytes == NULL || fread(bytes, 1, (size_t)size, file) != (size_t)size) {
        perror(path);
        exit(3);
    }
    fclose(file);
    snprintf(current, sizeof current, "%s", path);
    LLVMFuzzerTestOneInput(bytes, (size_t)size);
    free(bytes);
    count++;
}

static void run_path(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        perror(path);
        exit(3);
    }
    if (!S_ISDIR(status.st_mode)) {
        run_file(path, (long)status.st_size);
        return;
    }
    struct dirent **entries;
    int n = scandir(path, &entries, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        char inner[PATH_MAX];
        int length = snprintf(inner, sizeof inner, "%s/%s", path, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.' && length > 0 && (size_t)length < sizeof inner)
            run_path(inner);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
}

int main(int argc, char **argv)
{
    signal(SIGABRT, on_abort);
    for (int i = 1; i < argc; i++)
        run_path(argv[i]);
    printf("%s: %zu inputs\n", strrchr(argv[0], '/') == NULL ? argv[0] : strrchr(argv[0], '/') + 1,
           count);
    return 0;
}
