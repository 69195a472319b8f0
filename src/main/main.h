/* The command line: what all sub-commands share. */
#ifndef KHCT_MAIN_MAIN_H
#define KHCT_MAIN_MAIN_H

#include "compile/compile.h"
#include "diag/render.h"
#include "lists.h" /* made from rows and files by lists.sh */

#include "text/signals.h"

#include <getopt.h>

/* True of a name that has something before that ending. */
static inline bool khct_has_ending(const char *name, const char *ending)
{
    size_t n = strlen(name), k = strlen(ending);
    return n > k && strcmp(name + n - k, ending) == 0;
}

/* Exit status. */
enum {
    KHCT_EXIT_FINE = 0,
    KHCT_EXIT_PLAN = 1,   /* errors in a plan; or: something would change */
    KHCT_EXIT_USE = 2,    /* wrong use */
    KHCT_EXIT_SYSTEM = 3, /* file, memory, LaTeX */
};

typedef enum khct_format {
    KHCT_FORMAT_TEXT,
    KHCT_FORMAT_JSON,
    KHCT_FORMAT_SARIF,
    KHCT_FORMAT_JUNIT,
} khct_format;

/* The rows of commands.def: KHCT_CMD_check … */
typedef enum khct_command_id {
#define KHCT_COMMAND(id, name, operands_vi, operands_en, vi, en) KHCT_CMD_##id,
#include "main/commands.def"
    KHCT_COMMAND_COUNT,
} khct_command_id;

/* The rows of options.def: KHCT_OPT_TARGET … */
typedef enum khct_option_id {
#define KHCT_OPTION(id, name, letter, commands, value_vi, value_en, choices, good_vi, good_en, vi, \
                    en)                                                                            \
    KHCT_OPT_##id,
#include "main/options.def"
    KHCT_OPTION_COUNT,
} khct_option_id;

typedef struct khct_option {
    const char *name;  /* "format"; "": none */
    char letter;       /* 0: none */
    unsigned commands; /* bit 1 << khct_command_id */
    const char *value[2], *choices, *good[2], *help[2];
} khct_option;

enum { KHCT_ALL_COMMANDS = (1 << KHCT_COMMAND_COUNT) - 1 };

/* An option as it was given. */
typedef struct khct_given_option {
    const char *value; /* "" where it takes none; NULL: the option was not given */
    int turn;          /* of two options the one that was given last has the greater */
} khct_given_option;

/* What a sub-command was given, and what all of them take. */
typedef struct khct_common {
    unsigned command; /* khct_command_id; KHCT_COMMAND_COUNT: none */
    khct_given_option given[KHCT_OPTION_COUNT];
    khct_style style; /* language, and colour for standard error */
    khct_format format;
    uint8_t switches[KHCT_CODE_COUNT];
    khct_date today; /* KHCT_NO_DATE: not given */
    unsigned jobs;
    bool quiet;
    bool streams;    /* build: all results go into one stream */
    bool takes_json; /* the command reads plans in JSON too */
    bool from_json;  /* standard input is one */
    const char *root;
    const char *library_path;         /* KHCT_PATH */
    const struct khct_inputs *inputs; /* what the files were gathered from; NULL: just named */
} khct_common;

/* The value of an option that was given (the last, where it was given again), else NULL. */
static inline const char *khct_value(const khct_common *common, khct_option_id option)
{
    return common->given[option].value;
}
static inline bool khct_has(const khct_common *common, khct_option_id option)
{
    return khct_value(common, option) != NULL;
}

/* Of two options that undo each other, the one that was given last; `a` where neither was. */
static inline khct_option_id khct_last_of(const khct_common *common, khct_option_id a,
                                          khct_option_id b)
{
    return common->given[b].turn > common->given[a].turn ? b : a;
}

typedef struct khct_command {
    const char *name;
    int (*run)(int count, char **operands, khct_common *common);
    const char *operands[2], *help[2]; /* by language */
} khct_command;

const khct_command *khct_command_at(khct_command_id id);

/* The help of a command, or of khct itself (KHCT_COMMAND_COUNT). Returns the exit status. */
int khct_print_help(const khct_common *common, khct_command_id id);

/* Program, contract of the JSON, library. Returns the exit status. */
int khct_print_version(const khct_common *common);

/* Reads the options of common->command into common->given, each with a value that is among the
 * choices; a path is not empty. What all commands take is put where it belongs. Returns -1 to go
 * on, else the exit status. Afterwards optind is the first operand. */
int khct_take_options(int argc, char **argv, khct_common *common);

/* Says what is wrong with the use, in the user's language, on standard error. Returns
 * KHCT_EXIT_USE. */
int khct_wrong_use(const khct_common *common, const char *vi, const char *en, const char *detail);

/* The same of a word that is none of the good ones, which are listed after it. */
int khct_wrong_word(const khct_common *common, const char *vi, const char *en, const char *word,
                    khct_str good);

/* Says that the value of an option cannot be used, and which can: `good`. Returns KHCT_EXIT_USE. */
int khct_wrong_value(const khct_common *common, khct_option_id option, const char *value,
                     khct_str good);

/* Says a message; `err` NULL: on standard error. */
void khct_complain(const khct_common *common, khct_out *err, khct_code code, khct_message message);

/* Says that memory failed. Returns KHCT_EXIT_SYSTEM. */
int khct_no_memory(const khct_common *common, khct_out *err);

/* What an input is. */
typedef enum khct_state {
    KHCT_STATE_OK,
    KHCT_STATE_ERRORS,     /* a plan with errors */
    KHCT_STATE_PART,       /* of a plan: taken in by another input, or only declarations */
    KHCT_STATE_NO_PLAN,    /* empty, no text, a text that is no plan */
    KHCT_STATE_UNREADABLE, /* the system refuses */
    KHCT_STATE_COUNT,
} khct_state;

/* "ok", "loi", "thanhphan", "khongphaikehoach", "khongdocduoc". */
const char *khct_state_key(khct_state state);

/* "không có lỗi", "có lỗi", … */
const char *khct_state_name(khct_state state, khct_language language);

/* A plan of its own, with errors or without. */
static inline bool khct_state_is_plan(khct_state state)
{
    return state == KHCT_STATE_OK || state == KHCT_STATE_ERRORS;
}

/* What the file of a compilation is; `common` says what it was gathered from. */
khct_state khct_state_of(const khct_compilation *compilation, const khct_common *common);

/* What became of the inputs, for the line at the end. */
typedef struct khct_tally {
    size_t files[KHCT_STATE_COUNT];
    size_t severity[4]; /* by khct_severity: diagnostics that are not accepted */
    size_t written;     /* outputs in files */
} khct_tally;

/* Says how many errors, warnings and notes there are: "2 lỗi, 5 cảnh báo", "không có lỗi". */
void khct_say_counts(khct_out *out, const khct_tally *tally, khct_language language);

/* Adds a compilation's diagnostics to the tally. */
void khct_tally_diags(khct_tally *tally, const khct_diags *diags);

/* Where a visit writes: its results, and what it has to say. Both reach standard output and
 * standard error in the order of the files, also when several are at work. */
typedef struct khct_io {
    khct_out *out, *err;
    const khct_common *common;
    int index; /* of the file that is visited, from 0 */
    khct_tally
        *tally; /* what the visit adds to; the file and its diagnostics are counted already */
} khct_io;

/* What is done with a compiled plan. */
typedef int khct_visit(khct_compilation *compilation, khct_io *io, void *context);
typedef void khct_show(khct_compilation *compilation, khct_io *io, void *context);

/* Calls show() inside khct_compilation_try. False where memory failed, now or when it was compiled;
 * nothing is said of it. */
bool khct_show_plan(khct_compilation *compilation, khct_io *io, khct_show *show, void *context);

/* Compiles each file and calls visit() for it, with -j several at once, each on a library of its
 * own. `visit` may run in any thread; its context is shared and must be read only, or locked by
 * itself. Returns the worst exit status of all. */
int khct_each_plan(char **files, int count, const khct_common *common, khct_visit *visit,
                   void *context);

/* What stands around the results of all visits, and between two that both wrote something. */
typedef struct khct_framing {
    khct_str before, between, after;
    khct_out *to; /* NULL: standard output */
    /* What is to be said of all together, before the line that counts; NULL: nothing. */
    void (*say)(khct_io *io, void *context);
    /* Called before a file is compiled; NULL: never. True where that need not be done: *status is
     * its exit status, and the tally has been added to. */
    bool (*known)(const char *file, khct_io *io, void *context, int *status);
} khct_framing;

/* Around objects of JSON, one a plan. */
extern const khct_framing khct_json_framing;

/* The same with a frame. */
int khct_each_framed(char **files, int count, const khct_common *common, khct_visit *visit,
                     void *context, const khct_framing *framing);

/* Writes the diagnostics as text. The exit status that they ask for. */
int khct_say_diags(khct_compilation *compilation, khct_io *io);

/* A visit of khct report: put() writes the rows of an input, whatever is in it; what is no plan is
 * told of too. The exit status. */
int khct_put_rows(khct_compilation *compilation, khct_io *io, khct_show *put, void *context);

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
    char *name; /* what messages call it: as the user gave it */
    char *temporary;
    int fd;
    int old;           /* what stands there, open; -1: nothing */
    khct_stamp stamp;  /* what is replaced, as it was when it was read */
    bool nameless;     /* the temporary file began without a name */
    bool named;        /* it has one now */
    bool in_place;     /* the bytes of what stands there are replaced, not the file */
    bool direct;       /* a device or pipe, which is written to itself */
    khct_held signals; /* those held back before; unless direct, they are held until it is closed */
} khct_outfile;

/* Opens a temporary file beside `path` ("-": standard output; a device or pipe: itself; a link: to
 * what it leads to, in its folder). `read`: how the file stood when it was read, NULL: as it stands
 * now. False, with a message, where that fails, or where the file is read-only. */
bool khct_outfile_open(khct_outfile *file, const char *path, const khct_stamp *read, khct_io *io);

/* True where another program may write to a file that is there by its name, and takes nothing from
 * anybody: no link, no further name, not read-only, no bit that lends its owner's rights. */
bool khct_may_write_by_name(const char *path);

/* The same of a file that has just this text: opens, writes and closes it. */
bool khct_outfile_write(const char *path, const khct_stamp *read, khct_str text, khct_io *io);

/* The same of a file that was read: the one that `file` is, whatever links lead to it, which
 * messages call `name`. */
bool khct_outfile_rewrite(const khct_file *file, const char *name, khct_str text, khct_io *io);

/* True where an output of that name would take the place of a file of the plan. */
bool khct_is_source(const khct_compilation *compilation, const char *path);

/* True, with a message, where an output of that name would take the place of one of these files,
 * whatever it is called there. */
bool khct_outfile_falls_on(const char *path, char *const *files, size_t n, khct_io *io);

/* Puts it in place (or, with `keep` false, removes it). False, with a message, where writing
 * failed, or where what stands there has changed meanwhile: nothing is then replaced. */
bool khct_outfile_close(khct_outfile *file, bool keep);

/* Standard output and standard error of a command that writes to them itself. */
typedef struct khct_streams {
    khct_out out, err;
} khct_streams;

/* What is shown of a plan goes to both by way of what is returned; khct_finish_io ends it. */
khct_io khct_streams_begin(khct_streams *streams, const khct_common *common);

/* Ends standard output: the status, or, with a message, KHCT_EXIT_SYSTEM where writing failed. */
int khct_finish_output(khct_out *out, const khct_common *common, int status);

/* The same for both: remarks that could not be written are a failure too. */
int khct_finish_io(khct_io *io, int status);

/* --- the sub-commands, one file each --- */

#define KHCT_COMMAND(id, name, operands_vi, operands_en, vi, en)                                   \
    int khct_main_##id(int count, char **operands, khct_common *common);
#include "main/commands.def"

#endif
