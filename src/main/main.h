/* The command line: what all sub-commands share. */
#ifndef KHCT_MAIN_MAIN_H
#define KHCT_MAIN_MAIN_H

#include "compile/compile.h"
#include "diag/render.h"

#include <getopt.h>
#include <signal.h>

/* Exit status. */
enum {
    KHCT_EXIT_FINE = 0,
    KHCT_EXIT_PLAN = 1,   /* errors in a plan; or: something would change */
    KHCT_EXIT_USE = 2,    /* wrong use */
    KHCT_EXIT_SYSTEM = 3, /* file, memory, LaTeX */
};

typedef enum khct_format { KHCT_FORMAT_TEXT, KHCT_FORMAT_JSON, KHCT_FORMAT_SARIF } khct_format;

/* Options that every sub-command takes. */
typedef struct khct_common {
    khct_style style; /* language, and colour for standard error */
    khct_format format;
    uint8_t switches[KHCT_CODE_COUNT];
    khct_date today; /* KHCT_NO_DATE: not given */
    unsigned jobs;
    bool quiet;
    bool takes_json; /* the command reads plans in JSON too */
    bool from_json;  /* standard input is one */
    const char *root;
    const char *library_path; /* KHCT_PATH */
} khct_common;

/* A sub-command: gets its arguments with its own name first. Returns the exit status. */
typedef struct khct_command {
    const char *name;
    int (*run)(int argc, char **argv, khct_common *common);
    const char *usage;   /* what stands behind the name */
    const char *help[2]; /* by language: one line */
} khct_command;

const khct_command *khct_commands(void);

/* Options: the common ones are known; `own` (getopt_long's form, ended by zeros; may be NULL) and
 * `letters` are the sub-command's, handed to take(). take() returns false for a bad value. Returns
 * -1 to go on, else the exit status. Afterwards optind is the first operand. */
int khct_take_options(int argc, char **argv, khct_common *common, const struct option *own,
                      const char *letters,
                      bool (*take)(int option, const char *value, void *context), void *context);

/* Says what is wrong with the use, in the user's language, on standard error. Returns
 * KHCT_EXIT_USE. */
int khct_wrong_use(const khct_common *common, const char *vi, const char *en, const char *detail);

/* Says a message; `err` NULL: on standard error. */
void khct_complain(const khct_common *common, khct_out *err, khct_code code, khct_message message);

/* Where a visit writes: its results, and what it has to say. Both reach standard output and
 * standard error in the order of the files, also when several are at work. */
typedef struct khct_io {
    khct_out *out, *err;
    const khct_common *common;
    int index; /* of the file that is visited, from 0 */
} khct_io;

/* Compiles each file and calls visit() for it, with -j several at once, each on a library of its
 * own. `visit` may run in any thread; its context is shared and must be read only, or locked by
 * itself. Returns the worst exit status of all. */
int khct_each_plan(char **files, int count, const khct_common *common,
                   int (*visit)(khct_compilation *compilation, khct_io *io, void *context),
                   void *context);

/* What stands around the results of all visits, and between two that both wrote something. */
typedef struct khct_framing {
    khct_str before, between, after;
} khct_framing;

/* The same with a frame. */
int khct_each_framed(char **files, int count, const khct_common *common,
                     int (*visit)(khct_compilation *compilation, khct_io *io, void *context),
                     void *context, const khct_framing *framing);

/* Writes the diagnostics as text. The exit status that they ask for. */
int khct_say_diags(khct_compilation *compilation, khct_io *io);

/* The exit status that the plan's diagnostics ask for. */
int khct_plan_status(const khct_compilation *compilation);

khct_compile_options khct_compile_options_of(const khct_common *common);

/* --- output files --- */

/* A file that is written whole or not at all. What it replaces keeps its owner, group, mode (but
 * for the bits that lend rights), access list, extended attributes and further names: a new file
 * takes its place, or, where that cannot have all of them, new bytes. */
typedef struct khct_outfile {
    khct_out *out;
    khct_io *io;
    char *path; /* NULL: standard output */
    char *temporary;
    int fd;
    int old;          /* what stands there, open; -1: nothing */
    khct_stamp stamp; /* what is replaced, as it was when it was read */
    bool nameless;    /* the temporary file began without a name */
    bool named;       /* it has one now */
    bool in_place;    /* the bytes of what stands there are replaced, not the file */
    bool direct;      /* a device or pipe, which is written to itself */
    sigset_t signals; /* those held back before; unless direct, they are held until it is closed */
} khct_outfile;

/* Opens a temporary file beside `path` ("-": standard output; a device or pipe: itself; a link: to
 * what it leads to, in its folder). `read`: how the file stood when it was read, NULL: as it stands
 * now. False, with a message, where that fails, or where the file is read-only. */
bool khct_outfile_open(khct_outfile *file, const char *path, const khct_stamp *read, khct_io *io);

/* Puts it in place (or, with `keep` false, removes it). False, with a message, where writing
 * failed, or where what stands there has changed meanwhile: nothing is then replaced. */
bool khct_outfile_close(khct_outfile *file, bool keep);

/* Ends standard output: the status, or, with a message, KHCT_EXIT_SYSTEM where writing failed. */
int khct_finish_output(khct_out *out, const khct_common *common, int status);

/* --- the sub-commands, one file each --- */

int khct_main_check(int argc, char **argv, khct_common *common);
int khct_main_fmt(int argc, char **argv, khct_common *common);
int khct_main_fix(int argc, char **argv, khct_common *common);
int khct_main_build(int argc, char **argv, khct_common *common);
int khct_main_new(int argc, char **argv, khct_common *common);
int khct_main_status(int argc, char **argv, khct_common *common);
int khct_main_report(int argc, char **argv, khct_common *common);
int khct_main_diff(int argc, char **argv, khct_common *common);
int khct_main_merge(int argc, char **argv, khct_common *common);
int khct_main_git_setup(int argc, char **argv, khct_common *common);
int khct_main_danhmuc(int argc, char **argv, khct_common *common);
int khct_main_rate(int argc, char **argv, khct_common *common);
int khct_main_explain(int argc, char **argv, khct_common *common);
int khct_main_schema(int argc, char **argv, khct_common *common);
int khct_main_lsp(int argc, char **argv, khct_common *common);

#endif
