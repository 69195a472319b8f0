#include "emit/latex/format.h"

#include "emit/latex/tex_run.h"
#include "text/digest.h"
#include "text/signals.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

enum {
    DAY = 24 * 60 * 60,
    UNUSED = 30 * DAY,           /* seconds after which a format is no longer kept */
    MAKING = 60,                 /* seconds that making one may take */
    ROOM = 24 << 20,             /* bytes that have to be free, about what one takes */
    MOST = 256 << 20,            /* bytes of one */
    FILES_LIMIT = 64 * 1024,     /* bytes of the list of files */
    PIECE = 64 * 1024,           /* bytes that are unpacked at a time */
    NAME = sizeof "latex-" + 32, /* of a format's file */
    END = 26,                    /* bytes at the end of the file, which say where the list begins */
};

static const char LOCK[] = "khoa", NEW[] = "moi", BEGINNING[] = "latex-";

/* The folder that formats are kept in. */
typedef struct store {
    char path[KHCT_PATH_MAX];
    int fd;
} store;

/* --- the folder --- */

static bool ours(int fd, mode_t kind, mode_t forbidden)
{
    struct stat s;
    return fstat(fd, &s) == 0 && (s.st_mode & S_IFMT) == kind && s.st_uid == geteuid() &&
           (s.st_mode & forbidden) == 0;
}

/* Opens a folder of this user's, after making it where it is not there; -1. */
static int open_ours(int at, const char *name, mode_t forbidden)
{
    if (mkdirat(at, name, 0700) != 0 && errno != EEXIST)
        return -1;
    int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0 && ours(fd, S_IFDIR, forbidden))
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

/* "" where the environment names none. */
static void name_cache(char path[KHCT_PATH_MAX])
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    bool named = cache != NULL && cache[0] != '\0';
    const char *base = named ? cache : home, *rest = named ? "" : "/.cache";
    int n = base == NULL || base[0] != '/' ? -1 : snprintf(path, KHCT_PATH_MAX, "%s%s", base, rest);
    if (n < 0 || n >= KHCT_PATH_MAX)
        path[0] = '\0';
}

static bool open_store(store *s)
{
    name_cache(s->path);
    int cache = s->path[0] == '\0' ? -1 : open_ours(AT_FDCWD, s->path, S_IWOTH);
    if (cache < 0)
        return false;
    s->fd = open_ours(cache, "khct", S_IRWXG | S_IRWXO);
    close(cache);
    size_t n = strlen(s->path);
    return s->fd >= 0 &&
           snprintf(s->path + n, KHCT_PATH_MAX - n, "/khct") < (int)(KHCT_PATH_MAX - n);
}

/* --- the name --- */

typedef struct key {
    unsigned char bytes[2 * KHCT_SHA256_BYTES]; /* of all before, and of the last */
} key;

static void add(key *k, khct_str text)
{
    khct_sha256(text, k->bytes + KHCT_SHA256_BYTES);
    khct_sha256((khct_str){(const char *)k->bytes, sizeof k->bytes}, k->bytes);
}

/* Size, times and number of a file, and its name, as a line; 0 where it is not there. */
static int file_line(const char *path, char *line, size_t size)
{
    struct stat s;
    if (stat(path, &s) != 0)
        return 0;
    int n = snprintf(line, size, "%ju %ju.%09ld %ju.%09ld %ju %s\n", (uintmax_t)s.st_size,
                     (uintmax_t)s.st_mtim.tv_sec, s.st_mtim.tv_nsec, (uintmax_t)s.st_ctim.tv_sec,
                     s.st_ctim.tv_nsec, (uintmax_t)s.st_ino, path);
    return n > 0 && (size_t)n < size ? n : 0;
}

static void name_format(const char *program, khct_str class_file, bool large, char name[NAME])
{
    key k = {{0}};
    char line[KHCT_PATH_MAX + 128];
    add(&k, class_file);
    add(&k, khct_str_of(large ? "14" : "13"));
    add(&k, (khct_str){line, (size_t)file_line(program, line, sizeof line)});
    for (size_t i = 0; KHCT_TEX_VARIABLES[i] != NULL; i++) {
        const char *value = getenv(KHCT_TEX_VARIABLES[i]);
        add(&k, khct_str_of(value == NULL ? "" : value));
    }
    int n = snprintf(name, NAME, "%s", BEGINNING);
    for (size_t i = 0; i < 16; i++)
        n += snprintf(name + n, NAME - (size_t)n, "%02x", k.bytes[i]);
}

/* --- what is kept: the format, the files that it was made from, where these begin --- */

static bool still_so(char *files)
{
    char now[KHCT_PATH_MAX + 128];
    for (char *line = files, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        char *path = line;
        for (int field = 0; field < 4 && path != NULL; field++)
            path = (path = strchr(path, ' ')) == NULL ? NULL : path + 1;
        if (path == NULL || path > end)
            return false;
        *end = '\0';
        int n = file_line(path, now, sizeof now);
        *end = '\n';
        if (n == 0 || n != end + 1 - line || memcmp(line, now, (size_t)n) != 0)
            return false;
    }
    return true;
}

static bool read_at(int fd, char *bytes, size_t n, off_t from)
{
    return pread(fd, bytes, n, from) == (ssize_t)n;
}

typedef enum found {
    NONE,
    GOOD,
    BAD, /* the engine was not able to make one */
} found;

static found read_kept(int fd)
{
    struct stat s;
    char end[END + 1] = "", *files = malloc(FILES_LIMIT + 1);
    found is = NONE;
    if (files != NULL && fstat(fd, &s) == 0 && s.st_size >= END &&
        read_at(fd, end, END, s.st_size - END)) {
        char *rest;
        uintmax_t begin = strtoumax(end, &rest, 10);
        uintmax_t n = (uintmax_t)s.st_size - END - begin;
        if (strncmp(rest, " khct", 5) == 0 && begin <= (uintmax_t)s.st_size - END &&
            n <= FILES_LIMIT && read_at(fd, files, n, (off_t)begin)) {
            files[n] = '\0';
            is = !still_so(files) ? NONE : begin == 0 ? BAD : GOOD;
        }
    }
    free(files);
    if (is == BAD && s.st_mtim.tv_sec + DAY < time(NULL)) /* perhaps it is able now */
        return NONE;
    if (is == GOOD && s.st_mtim.tv_sec + DAY < time(NULL))
        futimens(fd, NULL);
    return is;
}

static found look(const store *s, const char *name)
{
    int fd = openat(s->fd, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return NONE;
    found is = ours(fd, S_IFREG, S_IRWXG | S_IRWXO) ? read_kept(fd) : NONE;
    close(fd);
    return is;
}

/* --- making one --- */

static bool write_all(int fd, const char *bytes, size_t n)
{
    for (size_t done = 0; done < n;) {
        ssize_t now = write(fd, bytes + done, n - done);
        if (now < 0 && errno != EINTR)
            return false;
        done += now > 0 ? (size_t)now : 0;
    }
    return true;
}

/* plan.fmt of the run's directory, unpacked; its size, 0 where that fails. */
static size_t unpack(const khct_tex_run *run, int to)
{
    char path[KHCT_PATH_MAX + 16];
    snprintf(path, sizeof path, "%s/plan.fmt", run->directory);
    gzFile from = gzopen(path, "rb");
    char *piece = malloc(PIECE);
    size_t size = 0;
    int n = from != NULL && piece != NULL ? 1 : -1;
    while (n > 0 && size < MOST) {
        n = gzread(from, piece, PIECE);
        if (n > 0 && !write_all(to, piece, (size_t)n))
            n = -1;
        size += n > 0 ? (size_t)n : 0;
    }
    free(piece);
    if (from != NULL)
        gzclose(from);
    return n == 0 ? size : 0;
}

/* The files that plan.fls says were read, but those of the run's own directory. */
static bool write_files(const khct_tex_run *run, int to)
{
    char path[KHCT_PATH_MAX + 16], line[KHCT_PATH_MAX + 128], *read = NULL;
    snprintf(path, sizeof path, "%s/plan.fls", run->directory);
    FILE *from = fopen(path, "re");
    size_t room = 0, size = 0;
    ssize_t n;
    bool fine = from != NULL;
    while (fine && (n = getline(&read, &room, from)) > 0) {
        if (read[n - 1] == '\n')
            read[n - 1] = '\0';
        if (strncmp(read, "INPUT /", 7) != 0)
            continue;
        int length = file_line(read + 6, line, sizeof line);
        size += (size_t)length;
        fine = length > 0 && size <= FILES_LIMIT && write_all(to, line, (size_t)length);
    }
    free(read);
    if (from != NULL)
        fclose(from);
    return fine && size > 0;
}

static bool write_end(int to, size_t size)
{
    char end[END + 1];
    snprintf(end, sizeof end, "%020zu khct\n", size);
    return write_all(to, end, END);
}

/* Fills the file from a run of the engine; one that cannot make a format leaves none but an end. */
static bool fill(khct_tex_run *run, int to)
{
    khct_tex_end end = khct_tex_start(run);
    size_t size = end == KHCT_TEX_FINE ? unpack(run, to) : 0;
    bool fine = end == KHCT_TEX_FINE ? size > 0 && write_files(run, to)
                                     : end == KHCT_TEX_ERROR || end == KHCT_TEX_TIMEOUT;
    return fine && ftruncate(to, lseek(to, 0, SEEK_CUR)) == 0 && write_end(to, size) &&
           fsync(to) == 0;
}

static bool run_into(int to, const char *program, khct_str class_file, bool large)
{
    char document[128];
    snprintf(document, sizeof document,
             "\\documentclass[%s]{khct}\\renewcommand\\documentclass[2][]{}\\dump\n",
             large ? "14" : "13");
    khct_tex_run *run = calloc(1, sizeof *run);
    if (run == NULL)
        return false;
    run->program = program;
    run->class_file = class_file;
    run->document = khct_str_of(document);
    run->dump = true;
    run->seconds = MAKING;
    bool fine = fill(run, to);
    khct_tex_clean(run);
    free(run);
    return fine;
}

/* Whether there is room is asked before anything is run. */
static bool make_file(const store *s, const char *program, khct_str class_file, bool large,
                      const char *name)
{
    khct_held signals;
    khct_signals_hold(&signals);
    int to = openat(s->fd, NEW, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    bool fine = to >= 0 && posix_fallocate(to, 0, ROOM) == 0 &&
                run_into(to, program, class_file, large) && renameat(s->fd, NEW, s->fd, name) == 0;
    if (!fine && to >= 0)
        unlinkat(s->fd, NEW, 0);
    if (to >= 0)
        close(to);
    khct_signals_release(&signals); /* one that waits comes here */
    return fine;
}

/* Removes what was not used for long. */
static void sweep(const store *s)
{
    int fd = openat(s->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *directory = fd < 0 ? NULL : fdopendir(fd);
    if (directory == NULL && fd >= 0)
        close(fd);
    if (directory == NULL)
        return;
    struct stat status;
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;)
        if (strncmp(entry->d_name, BEGINNING, strlen(BEGINNING)) == 0 &&
            fstatat(s->fd, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
            status.st_mtim.tv_sec + UNUSED < time(NULL))
            unlinkat(s->fd, entry->d_name, 0);
    closedir(directory);
}

/* One process makes it; another that wants it meanwhile does without. */
static found make(const store *s, const char *program, khct_str class_file, bool large,
                  const char *name)
{
    int lock = openat(s->fd, LOCK, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (lock < 0)
        return NONE;
    found is = NONE;
    if (flock(lock, LOCK_EX | LOCK_NB) == 0) {
        is = look(s, name); /* it may have come since */
        if (is == NONE && make_file(s, program, class_file, large, name)) {
            sweep(s);
            is = look(s, name);
        }
    }
    close(lock);
    return is;
}

bool khct_format_link(const char *format, const char *folder)
{
    char link[KHCT_PATH_MAX + 16];
    snprintf(link, sizeof link, "%s/khct.fmt", folder);
    return symlink(format, link) == 0;
}

bool khct_format_find(const char *program, khct_str class_file, bool large,
                      char path[KHCT_PATH_MAX])
{
    store s;
    if (!open_store(&s))
        return false;
    char name[NAME];
    name_format(program, class_file, large, name);
    found is = look(&s, name);
    if (is == NONE)
        is = make(&s, program, class_file, large, name);
    int n = snprintf(path, KHCT_PATH_MAX, "%s/%s", s.path, name);
    close(s.fd);
    return is == GOOD && n > 0 && n < KHCT_PATH_MAX;
}
