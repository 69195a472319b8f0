/* khct git-setup: tells a repository how to compare and merge plans, and takes it back. */
#include "main/main.h"

#include "main/git.h"
#include "text/bytes.h"
#include "text/files.h"
#include "text/system.h"

#include <unistd.h>

/* What stands in .gitattributes. */
#define ATTRIBUTES "*.khct diff=khct merge=khct text eol=lf"

typedef struct setup {
    khct_common *common;
    khct_io io;
    khct_arena *arena;
    bool yes, undo, diff;
    khct_str top; /* the repository's folder */
    int status;
} setup;

static const char *in(const setup *s, const char *vi, const char *en)
{
    return s->common->style.language == KHCT_VI ? vi : en;
}

static void say(setup *s, const char *text)
{
    KHCT_OUT(s->io.out, text, "\n");
}

/* --- what is configured --- */

/* Lines that head a piece of a plan, for the headers of a difference: the headings of blocks, in
 * both forms, however the first letter is written. An extended regular expression. */
static khct_str heads(setup *s)
{
    khct_strs all = {0};
    khct_push(s->arena, &all) = KHCT_STR("^[ \t]*((");
    size_t count, n = 0;
    const khct_place *places = khct_places(&count);
    bool seen[KHCT_KEYWORD_NONE + 1] = {false};
    for (size_t i = 0; i < count; i++) {
        khct_keyword keyword = places[i].keyword;
        if (places[i].how != KHCT_DECLARATION || seen[keyword])
            continue;
        seen[keyword] = true;
        const khct_keyword_row *row = khct_keyword_at(keyword);
        char first[] = {'[', (char)(row->marked[0] & ~0x20), row->marked[0], ']', '\0'};
        bool plain = row->marked[0] >= 'a' && row->marked[0] <= 'z';
        khct_push(s->arena, &all) =
            KHCT_JOIN(s->arena, n++ > 0 ? "|" : "", row->unmarked, "|",
                      plain ? khct_str_copy(s->arena, khct_str_of(first)) : KHCT_STR(""),
                      row->marked + plain);
    }
    khct_push(s->arena, &all) = KHCT_STR(")([ \t:].*)?)$");
    return khct_str_join(s->arena, all.at, all.n);
}

typedef struct setting {
    const char *key;
    khct_str value;
    bool more; /* only with --diff */
} setting;

enum { SETTINGS = 5 };

/* Where khct is gone or is killed, git would keep ours without a mark: its own merge steps in. */
static const char DRIVER[] = "khct merge --path %P %O %A %B; s=$?; test $s -le 1 || "
                             "grep -q '^<<<<<<< ' %A || git merge-file -q %A %O %B; test $s = 0";

static void settings_of(setup *s, setting list[SETTINGS])
{
    list[0] = (setting){"diff.khct.xfuncname", heads(s), false};
    list[1] = (setting){"merge.khct.name", KHCT_STR("khct"), false};
    list[2] = (setting){"merge.khct.driver", khct_str_of(DRIVER), false};
    list[3] = (setting){"diff.khct.textconv", KHCT_STR("khct fmt"), true};
    list[4] = (setting){"diff.khct.command", KHCT_STR("khct diff"), true};
}

static int configure(setup *s, const char *const *arguments)
{
    return khct_git(khct_cstr(s->arena, s->top), arguments, NULL);
}

static bool set(setup *s, const setting *one)
{
    const char *arguments[] = {"config", "--local", one->key, khct_cstr(s->arena, one->value),
                               NULL};
    return configure(s, arguments) == 0;
}

static void unset(setup *s, const char *key)
{
    const char *arguments[] = {"config", "--local", "--unset-all", key, NULL};
    configure(s, arguments); /* one that is not set makes it fail, and is fine */
}

/* --- .gitattributes --- */

static const char *attributes_path(setup *s)
{
    return khct_cstr(s->arena, KHCT_JOIN(s->arena, s->top, "/.gitattributes"));
}

/* The file without our line; *had: it was there. */
static khct_str without_ours(setup *s, khct_str text, bool *had)
{
    khct_strs kept = {0};
    *had = false;
    for (size_t at = 0; at < text.n;) {
        khct_str rest = khct_str_sub(text, at, text.n);
        size_t end = khct_str_find(rest, KHCT_STR("\n"));
        size_t whole = end < rest.n ? end + 1 : end;
        bool ours = khct_str_is(khct_str_trim(khct_str_sub(rest, 0, end)), ATTRIBUTES);
        *had |= ours;
        if (!ours)
            khct_push(s->arena, &kept) = khct_str_sub(rest, 0, whole);
        at += whole;
    }
    return khct_str_join(s->arena, kept.at, kept.n);
}

static bool write_attributes(setup *s, bool on)
{
    const char *path = attributes_path(s);
    khct_str text = {"", 0};
    khct_stamp stamp = {0};
    bool there = khct_is_there(path), had;
    if (there && khct_bytes_read_stamped(s->arena, path, KHCT_SOURCE_LIMIT, &text, &stamp) != 0)
        return false;
    khct_str rest = without_ours(s, text, &had);
    if (had == on)
        return true;
    if (!on && rest.n == 0)
        return khct_remove(path);
    khct_outfile file;
    if (!khct_outfile_open(&file, path, &stamp, &s->io))
        return false;
    khct_out_str(file.out, rest);
    if (on && rest.n > 0 && !khct_str_ends(rest, "\n"))
        khct_out_char(file.out, '\n');
    if (on)
        khct_out_cstr(file.out, ATTRIBUTES "\n");
    return khct_outfile_close(&file, true);
}

/* --- the command --- */

/* The folder of the repository that the user stands in. */
static bool find_top(setup *s)
{
    const char *arguments[] = {"rev-parse", "--show-toplevel", NULL};
    if (!khct_git_text(s->arena, NULL, arguments, &s->top))
        return false;
    s->top = khct_str_trim(s->top);
    return s->top.n > 0;
}

static void show(setup *s, const setting list[SETTINGS])
{
    KHCT_SHOW(s->io.out, in(s, "Sẽ ghi vào kho ", "To be written in the repository "), s->top);
    say(s, ":");
    say(s, "  .gitattributes: " ATTRIBUTES);
    for (size_t i = 0; i < SETTINGS; i++) {
        if (list[i].more && !s->diff)
            continue;
        KHCT_SHOW(s->io.out, "  git config ", list[i].key, " ", list[i].value, "\n");
    }
    say(s, in(s, "Bỏ đi bằng: khct git-setup --undo", "To take it back: khct git-setup --undo"));
}

/* Asks on the terminal; elsewhere --yes has to be given. */
static bool agreed(setup *s)
{
    if (s->yes)
        return true;
    if (khct_is_terminal(STDIN_FILENO)) {
        khct_out_cstr(s->io.out, in(s, "Ghi chứ? [c/K] ", "Write it? [y/N] "));
        khct_out_flush(s->io.out);
        int answer = getchar();
        if (answer == 'c' || answer == 'C' || answer == 'y' || answer == 'Y')
            return true;
        say(s, in(s, "Chưa ghi gì.", "Nothing was written."));
        s->status = KHCT_EXIT_FINE;
        return false;
    }
    say(s, in(s, "Chưa ghi gì: thêm --yes để đồng ý.", "Nothing was written: add --yes to agree."));
    s->status = KHCT_EXIT_USE;
    return false;
}

static void set_up(setup *s)
{
    setting list[SETTINGS];
    settings_of(s, list);
    show(s, list);
    if (!agreed(s))
        return;
    bool fine = write_attributes(s, true);
    for (size_t i = 0; i < SETTINGS && fine; i++)
        if (!list[i].more || s->diff)
            fine = set(s, &list[i]);
    say(s,
        fine ? in(s, "Đã ghi.", "Written.") : in(s, "Không ghi được.", "It could not be written."));
    s->status = fine ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM;
}

static void take_back(setup *s)
{
    setting list[SETTINGS];
    settings_of(s, list);
    bool fine = write_attributes(s, false);
    for (size_t i = 0; i < SETTINGS; i++)
        unset(s, list[i].key);
    say(s, fine ? in(s, "Đã bỏ.", "Taken back.")
                : in(s, "Không ghi được.", "It could not be written."));
    s->status = fine ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM;
}

static void work(void *context)
{
    setup *s = context;
    if (!find_top(s)) {
        say(s, in(s, "Đây không phải kho git, hoặc máy không có git.",
                  "This is no git repository, or there is no git on this machine."));
        s->status = KHCT_EXIT_USE;
        return;
    }
    if (s->undo)
        take_back(s);
    else
        set_up(s);
}

int khct_main_git_setup(int count, char **operands, khct_common *common)
{
    setup s = {.common = common,
               .yes = khct_has(common, KHCT_OPT_YES),
               .undo = khct_has(common, KHCT_OPT_UNDO),
               .diff = khct_has(common, KHCT_OPT_SHOW),
               .status = KHCT_EXIT_SYSTEM};
    if (count > 0)
        return khct_wrong_use(common, "lệnh này không nhận tệp", "this command takes no files",
                              operands[0]);
    khct_streams streams;
    s.io = khct_streams_begin(&streams, common);
    s.arena = khct_arena_new();
    if (s.arena == NULL || !khct_try(s.arena, work, &s))
        khct_no_memory(common, s.io.err);
    khct_arena_free(s.arena);
    return khct_finish_io(&s.io, s.status);
}
