#include "main/office.h"

#include "lsp/uri.h"
#include "text/bytes.h"
#include "text/files.h"
#include "text/process.h"
#include "text/scratch.h"
#include "text/signals.h"

#include <stdio.h>

enum { SECONDS = 90 };

/* What the profile says: no macros, no links that are followed, nothing from the network. */
static const char PROFILE[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
    "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\"><prop "
    "oor:name=\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true</value></prop></item>\n"
    "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\"><prop "
    "oor:name=\"MacroSecurityLevel\" oor:op=\"fuse\"><value>3</value></prop></item>\n"
    "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\"><prop "
    "oor:name=\"BlockUntrustedRefererLinks\" oor:op=\"fuse\"><value>true</value></prop></item>\n"
    "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\"><prop "
    "oor:name=\"DisableActiveContent\" oor:op=\"fuse\"><value>true</value></prop></item>\n"
    "<item oor:path=\"/org.openoffice.Office.Writer/Content/Update\"><prop oor:name=\"Link\" "
    "oor:op=\"fuse\"><value>2</value></prop></item>\n"
    "<item oor:path=\"/org.openoffice.Office.Jobs/Jobs/"
    "org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments\"><prop "
    "oor:name=\"AutoCheckEnabled\" oor:op=\"fuse\"><value>false</value></prop></item>\n"
    "</oor:items>\n";

typedef struct running {
    char folder[KHCT_PATH_MAX], profile[KHCT_PATH_MAX], url[KHCT_PATH_MAX], result[KHCT_PATH_MAX];
    char office[KHCT_PATH_MAX];
    const char *document, *form; /* "tai-lieu.doc", "docx" */
} running;

static bool join(char out[KHCT_PATH_MAX], const char *a, const char *b, const char *c)
{
    int n = snprintf(out, KHCT_PATH_MAX, "%s%s%s", a, b, c);
    return n > 0 && n < KHCT_PATH_MAX;
}

/* Names of old documents, and what they become, by words in their bytes. */
static void choose_form(running *r, khct_str bytes)
{
    static const char book[] = "W\0o\0r\0k\0b\0o\0o\0k";
    bool rich = khct_str_starts(bytes, "{\\rtf");
    bool sheets = khct_str_find(bytes, (khct_str){book, sizeof book - 1}) < bytes.n;
    r->document = rich ? "tai-lieu.rtf" : sheets ? "tai-lieu.xls" : "tai-lieu.doc";
    r->form = sheets && !rich ? "xlsx" : "docx";
}

/* The private folder with a profile and a copy of the document. */
static bool prepare(running *r, khct_arena *arena, khct_str document)
{
    char user[KHCT_PATH_MAX];
    return khct_scratch_make(r->folder) && join(r->profile, r->folder, "/ho-so", "") &&
           join(user, r->profile, "/user", "") &&
           join(r->url, "-env:UserInstallation=",
                khct_cstr(arena, khct_path_uri(arena, khct_str_of(r->profile))), "") &&
           join(r->result, r->folder, "/tai-lieu.", r->form) && khct_make_folder(r->profile) &&
           khct_make_folder(user) &&
           khct_scratch_write(user, "registrymodifications.xcu", khct_str_of(PROFILE)) &&
           khct_scratch_write(r->folder, r->document, document);
}

/* True where the system lets a program of ours run without any network. */
static bool can_be_alone(const char *unshare)
{
    int status = 1;
    khct_process probe = {
        .program = unshare, .arguments = (const char *const[]){"-rn", "true", NULL}, .seconds = 5};
    return khct_process_run(&probe, &status) == KHCT_ENDED && status == 0;
}

/* Runs it, without network and within limits where the system has the means (util-linux). */
static khct_ending run(const running *r, int *status)
{
    char unshare[KHCT_PATH_MAX], limits[KHCT_PATH_MAX];
    const char *arguments[24];
    size_t n = 0;
    if (khct_program_find("unshare", NULL, unshare) && can_be_alone(unshare)) {
        arguments[n++] = unshare;
        arguments[n++] = "-rn";
    }
    if (khct_program_find("prlimit", NULL, limits)) {
        arguments[n++] = limits;
        arguments[n++] = "--as=8589934592";
        arguments[n++] = "--fsize=1073741824";
        arguments[n++] = "--core=0";
    }
    const char *const own[] = {r->office,
                               r->url,
                               "--headless",
                               "--norestore",
                               "--nologo",
                               "--nodefault",
                               "--nolockcheck",
                               "--convert-to",
                               r->form,
                               "--outdir",
                               ".",
                               r->document,
                               NULL};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        arguments[n++] = own[i];
    char home[KHCT_PATH_MAX + 8];
    snprintf(home, sizeof home, "HOME=%s", r->folder);
    khct_process process = {.program = arguments[0],
                            .arguments = arguments + 1,
                            .more = (const char *const[]){home, "SAL_USE_VCLPLUGIN=svp", NULL},
                            .folder = r->folder,
                            .seconds = SECONDS};
    return khct_process_run(&process, status);
}

typedef struct converting {
    khct_arena *arena;
    running *r;
    khct_str document, *out;
    khct_in_fault fault;
} converting;

static void convert(void *context)
{
    converting *c = context;
    int status = 1;
    khct_ending ending =
        prepare(c->r, c->arena, c->document) ? run(c->r, &status) : KHCT_ENDED_NEVER;
    if (ending == KHCT_ENDED_LATE)
        c->fault = (khct_in_fault){KHCT_KH8032, KHCT_MSG(IN_OFFICE_SLOW, SECONDS)};
    else if (ending != KHCT_ENDED ||
             khct_bytes_read(c->arena, c->r->result, KHCT_SOURCE_LIMIT, c->out) != 0)
        c->fault = (khct_in_fault){KHCT_KH8032, KHCT_MSG0(IN_OFFICE_FAILED)};
}

khct_in_fault khct_office_convert(khct_arena *arena, khct_str document, khct_str *out)
{
    running r = {.folder = ""};
    converting c = {arena, &r, document, out, KHCT_IN_FINE};
    if (!khct_program_find("soffice", NULL, r.office) &&
        !khct_program_find("libreoffice", NULL, r.office))
        return (khct_in_fault){KHCT_KH8032, KHCT_MSG0(IN_NO_OFFICE)};
    choose_form(&r, document);
    khct_held
        before; /* a signal that ends khct waits until LibreOffice has ended and all is put away */
    khct_signals_hold(&before);
    bool done = khct_try(arena, convert, &c);
    if (r.folder[0] != '\0')
        khct_scratch_remove(r.folder);
    khct_signals_release(&before);
    if (!done)
        khct_arena_fail(arena);
    return c.fault;
}
