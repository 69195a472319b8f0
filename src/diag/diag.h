/* What the compiler has to say to the writer of a plan: one object, many consumers.
 *
 * A phase reports; it never prints. Messages are rows of codes.def in Vietnamese
 * and English with places {0} … for the words that differ, so one diagnostic can be
 * shown in either language, on a terminal, as JSON, as SARIF or in an editor.
 */
#ifndef KHCT_DIAG_DIAG_H
#define KHCT_DIAG_DIAG_H

#include "codes_ids.h" /* khct_code, khct_text_id: made from codes.def */
#include "text/source.h"

typedef enum khct_severity {
    KHCT_ERROR,  /* no output is written */
    KHCT_SIGNED, /* an error that a real, signed document may carry (E† in the table) */
    KHCT_WARNING,
    KHCT_NOTE,
} khct_severity;

typedef enum khct_language { KHCT_VI, KHCT_EN } khct_language;

/* A row of the table of codes. */
typedef struct khct_code_row {
    const char *name;   /* "KH2003" */
    const char *number; /* "2003" */
    khct_severity severity;
    const char *title[2];   /* by language: what it is about, in a few words */
    const char *clause;     /* the article or page it rests on, "" where none */
    const char *explain[2]; /* by language: what it means and what to do */
    const char *wrong;      /* an example that raises it, in the language */
    const char *right;      /* the same, mended */
} khct_code_row;

const khct_code_row *khct_code_at(khct_code code);

/* The code of "KH2003", "2003" or "kh2003"; KHCT_CODE_COUNT when there is none. */
khct_code khct_code_find(khct_str name);

enum { KHCT_MESSAGE_ARGS = 6 };

/* What stands in a place of a text: words, or a number. */
typedef struct khct_message_word {
    khct_str text;
    long long number;
    bool is_number;
} khct_message_word;

/* A text with the words for its places. What has words of its own in each language is a message
 * too: it stands for {0} or {1} where it is not NULL. */
typedef struct khct_message {
    khct_text_id id;
    khct_message_word args[KHCT_MESSAGE_ARGS];
    const struct khct_message *inner[2];
    bool marked; /* keywords are named with their marks, as the file writes them */
} khct_message;

/* KHCT_MSG(SPREAD, count, name): the words go by their types, as in KHCT_JOIN. */
#define KHCT_MSG(text, ...) KHCT_MSG_OF(KHCT_T_##text, __VA_ARGS__)
#ifdef __cppcheck__ /* it cannot read _Generic or .id = in a list of expressions */
khct_message khct_message_checked(khct_text_id id, ...);
#define KHCT_MSG0(text) khct_message_checked(KHCT_T_##text)
#define KHCT_MSG_OF(text, ...) khct_message_checked(text, __VA_ARGS__)
#else
#define KHCT_MSG0(text) ((khct_message){.id = KHCT_T_##text})
#define KHCT_MSG_OF(text, ...)                                                                     \
    ((khct_message){.id = (text), .args = {KHCT_EACH(KHCT_MSG_WORD, , __VA_ARGS__)}})
#endif
#define KHCT_MSG_WORD(to, x)                                                                       \
    _Generic((x), khct_str : khct_word_of_str, char * : khct_word_of_cstr,                         \
             const char * : khct_word_of_cstr, size_t : khct_word_of_count,                        \
             default : khct_word_of_number)(x)

static inline khct_message_word khct_word_of_str(khct_str text)
{
    return (khct_message_word){.text = text};
}
static inline khct_message_word khct_word_of_cstr(const char *text)
{
    return (khct_message_word){.text = khct_str_of(text)};
}
static inline khct_message_word khct_word_of_number(long long number)
{
    return (khct_message_word){.number = number, .is_number = true};
}
static inline khct_message_word khct_word_of_count(size_t count)
{
    return khct_word_of_number((long long)count);
}

/* Most characters of a text that a message quotes. */
enum { KHCT_QUOTE_LIMIT = 300 };

/* The part of a text that is quoted: all, or what comes before a whole letter. */
khct_str khct_quoted_part(khct_str text);

/* A text as messages quote it: what is cut ends in "…". */
khct_str khct_quote(khct_arena *arena, khct_str text);

/* The message as text, its words quoted so. Where it is `marked`, keywords between backticks of the
 * table's text, and those of a place {k0}, have their marks; what is put in a place {0} stays. */
khct_str khct_message_text(khct_arena *arena, khct_message message, khct_language language);

/* How far a fix may be trusted. */
typedef enum khct_grade {
    KHCT_SAFE,   /* `khct fix` applies it */
    KHCT_LIKELY, /* an editor offers it */
    KHCT_PERSON, /* shows the way; a person must decide */
} khct_grade;

/* Replaces the bytes of `span` (empty: inserts) by `text`. */
typedef struct khct_edit {
    khct_span span;
    khct_str text;
} khct_edit;

typedef struct khct_fix {
    khct_grade grade;
    khct_message title; /* KHCT_T_NONE: none of its own */
    bool keyword;       /* its text is a keyword, to be spelt as the file spells them */
    KHCT_VEC(khct_edit) edits;
} khct_fix;

typedef struct khct_diag {
    struct khct_diags *diags; /* among which it stands */
    khct_code code;
    khct_severity severity;
    khct_span span;
    khct_message message;
    khct_message label; /* stands beside the caret; KHCT_T_NONE: none */
    KHCT_VEC(struct khct_related {
        khct_span span;
        khct_message message;
    })
    related;
    KHCT_VEC(struct khct_remark {
        bool hint; /* "gợi ý": what to do; else a fact */
        khct_message message;
    })
    remarks;
    KHCT_VEC(khct_fix) fixes;
    khct_str accepted; /* the reason given by `chophep`; .p NULL: not accepted */
    khct_str subject;  /* the criterion it is about ("1.7"), for `chophep`; may be empty */
} khct_diag;

/* Most diagnostics kept for one plan; further ones are only counted. */
enum { KHCT_DIAG_LIMIT = 1000 };

typedef struct khct_diags {
    khct_arena *arena;
    khct_sources *sources;
    KHCT_VEC(khct_diag *) list;
    size_t beyond[4];        /* not kept, by severity */
    const uint8_t *switches; /* by code, see khct_switch; NULL: none set */
    khct_diag scratch;       /* what a reporter may fill when nothing is kept */
    khct_fix scratch_fix;    /* the same for its fix */
} khct_diags;

/* What -W says of a code. */
enum khct_switch {
    KHCT_AS_TABLE = 0, /* zero: as the table has it */
    KHCT_OFF,
    KHCT_ON,
    KHCT_AS_ERROR,
    KHCT_AS_WARNING,
};

/* Reports. Never NULL; the caller may add to what is returned. */
khct_diag *khct_report(khct_diags *diags, khct_code code, khct_span span, khct_message message);

/* The same with a hint. */
khct_diag *khct_report_hint(khct_diags *diags, khct_code code, khct_span span, khct_message message,
                            khct_message hint);

/* The same with another severity than the table's (KH1001 is E or W). */
khct_diag *khct_report_as(khct_diags *diags, khct_code code, khct_severity severity, khct_span span,
                          khct_message message);

void khct_diag_label(khct_diag *diag, khct_message message);

/* Adds to it; nothing where it is NULL. */
void khct_diag_related(khct_diag *diag, khct_span span, khct_message message);
void khct_diag_note(khct_diag *diag, khct_message message);
void khct_diag_hint(khct_diag *diag, khct_message message);

/* A fix of one edit; returns it so that more edits can be added. */
khct_fix *khct_diag_fix(khct_diag *diag, khct_grade grade, khct_span span, khct_str text);

/* When all is reported: puts them in source order (first file first, then by place, then by code)
 * and names keywords as the file does that each is about. May be done again after more reports. */
void khct_diags_settle(khct_diags *diags);

/* How many stand at that severity, accepted ones left out, those beyond the limit counted. */
size_t khct_diags_count(const khct_diags *diags, khct_severity severity);

/* The same of errors, those too that a signed plan may carry. */
size_t khct_diags_errors(const khct_diags *diags);

/* True where something forbids writing output: an error or a signed error not accepted. */
bool khct_diags_failed(const khct_diags *diags);

#endif
