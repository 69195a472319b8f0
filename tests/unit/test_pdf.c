/* khct_pdf_build with engines that are shell scripts: what they are given, what is made of what
 * they leave behind, and that nothing stays. */
#include "page_helper.h"

#include <dirent.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "emit/latex/pdf.h"

typedef struct stage {
    char root[PATH_MAX / 4];
    char bin[PATH_MAX / 2], tmp[PATH_MAX / 2];
    khct_out pdf;
    khct_arena *arena;
    khct_library *library;
    khct_plan *plan;
    khct_page *page;
    khct_span span;
} stage;

static void make_plan(void *context)
{
    stage *s = context;
    khct_sources *sources = khct_alloc(s->arena, sizeof *sources);
    sources->arena = s->arena;
    s->plan = khct_alloc(s->arena, sizeof *s->plan);
    s->plan->arena = s->arena;
    s->plan->library = s->library;
    s->plan->diags = khct_alloc(s->arena, sizeof *s->plan->diags);
    s->plan->diags->arena = s->arena;
    s->plan->diags->sources = sources;
    uint32_t source =
        khct_source_add(sources, KHCT_STR("ke-hoach.khct"), KHCT_STR("phan Một <\n  doan hai;\n>"));
    s->span = (khct_span){source, 19, 22};
    s->page = khct_alloc(s->arena, sizeof *s->page);
    add_block(s->arena, s->page, KHCT_BLOCK_PIECE, KHCT_STR("hai"))->piece.span = s->span;
}

static int set_up(void **state)
{
    stage *s = calloc(1, sizeof *s);
    snprintf(s->root, sizeof s->root, "/tmp/khct-test-XXXXXX");
    if (mkdtemp(s->root) == NULL)
        return -1;
    snprintf(s->bin, sizeof s->bin, "%s/bin", s->root);
    snprintf(s->tmp, sizeof s->tmp, "%s/tmp", s->root);
    khct_out_to_memory(&s->pdf);
    mkdir(s->bin, 0700);
    mkdir(s->tmp, 0700);
    setenv("TMPDIR", s->tmp, 1);
    setenv("XDG_CACHE_HOME", "/dev/null", 1); /* no format is kept: tests/cli/print_kept.sh */
    s->arena = khct_arena_new();
    s->library = khct_library_new(NULL);
    khct_try(s->arena, make_plan, s);
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    stage *s = *state;
    char command[PATH_MAX];
    snprintf(command, sizeof command, "rm -rf '%s'", s->root);
    if (system(command) != 0)
        return -1;
    khct_out_release(&s->pdf);
    khct_library_free(s->library);
    khct_arena_free(s->arena);
    free(s);
    return 0;
}

static void engine(const stage *s, const char *name, const char *script)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", s->bin, name);
    FILE *file = fopen(path, "w");
    fprintf(file, "#!/bin/sh\n%s\n", script);
    fclose(file);
    chmod(path, 0700);
}

static khct_pdf_result build(stage *s, unsigned seconds)
{
    char keep[PATH_MAX];
    snprintf(keep, sizeof keep, "%s/ra.tex", s->root);
    khct_out_release(&s->pdf);
    khct_out_to_memory(&s->pdf);
    khct_pdf_result result =
        khct_pdf_build(s->plan, s->page, &s->pdf,
                       &(khct_pdf_options){.path = s->bin, .keep = keep, .seconds = seconds});
    assert_int_equal(khct_out_finish(&s->pdf), 0);
    return result;
}

static bool pdf_is(const stage *s, const char *text)
{
    return khct_str_is(khct_out_text(&s->pdf), text);
}

/* What a file below the stage holds; "" where it is not there. */
static const char *content(const stage *s, const char *name)
{
    static char text[65536];
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", s->root, name);
    FILE *file = fopen(path, "r");
    size_t n = file == NULL ? 0 : fread(text, 1, sizeof text - 1, file);
    if (file != NULL)
        fclose(file);
    text[n] = '\0';
    return text;
}

static size_t entries(const char *path)
{
    size_t n = 0;
    DIR *directory = opendir(path);
    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;)
        n += entry->d_name[0] != '.';
    closedir(directory);
    return n;
}

static const khct_diag *only(const stage *s, khct_code code)
{
    assert_int_equal(s->plan->diags->list.n, 1);
    assert_int_equal(s->plan->diags->list.at[0]->code, code);
    return s->plan->diags->list.at[0];
}

static bool says(const stage *s, const khct_diag *diag, const char *part)
{
    khct_str text = khct_message_text(s->arena, diag->message, KHCT_VI);
    return khct_str_find(text, khct_str_of(part)) < text.n;
}

static void the_engine_gets_what_it_needs_and_no_more(void **state)
{
    stage *s = *state;
    setenv("SECRET", "x", 1);
    engine(s, "pdflatex",
           "echo \"$@\" > arguments; env > environment; pwd > where; ls > files\n"
           "tar -cf plan.pdf arguments environment where files plan.tex");
    assert_int_equal(build(s, 0), KHCT_PDF_DONE);
    assert_int_equal(s->plan->diags->list.n, 0);
    char command[PATH_MAX * 2];
    snprintf(command, sizeof command, "tar -C '%s' -xf -", s->root);
    FILE *tar = popen(command, "w");
    khct_str archive = khct_out_text(&s->pdf);
    assert_int_equal(fwrite(archive.p, 1, archive.n, tar), archive.n);
    assert_int_equal(pclose(tar), 0);
    assert_string_equal(content(s, "arguments"),
                        "-no-shell-escape -interaction=nonstopmode -halt-on-error "
                        "-file-line-error plan.tex\n");
    assert_string_equal(content(s, "files"), "arguments\nenvironment\nfiles\nkhct.cls\nplan.tex\n"
                                             "where\n");
    assert_non_null(strstr(content(s, "plan.tex"), "\\khctdoan{hai}"));
    const char *environment = content(s, "environment");
    assert_null(strstr(environment, "SECRET"));
    assert_non_null(strstr(environment, "openin_any=p\n"));
    assert_non_null(strstr(environment, "openout_any=p\n"));
    assert_non_null(strstr(environment, "SOURCE_DATE_EPOCH=0\n"));
    assert_non_null(strstr(environment, "TEXMFCACHE=.:"));
    assert_non_null(strstr(environment, "HOME="));
    assert_int_equal(entries(s->tmp), 0);
}

static void a_failure_is_told_at_the_place_in_the_plan(void **state)
{
    stage *s = *state;
    engine(s, "pdflatex",
           "n=$(grep -n 'khctdoan{hai}' plan.tex | cut -d: -f1)\n"
           "printf 'This is TeX\\n./plan.tex:%s: Undefined control sequence.\\nl.1 x\\n' $n > "
           "plan.log\n"
           "mkdir -p a/b; echo x > a/b/c; exit 1");
    assert_int_equal(build(s, 0), KHCT_PDF_FAILED);
    const khct_diag *diag = only(s, KHCT_KH9005);
    assert_memory_equal(&diag->span, &s->span, sizeof s->span);
    assert_true(says(s, diag, "`Undefined control sequence`"));
    assert_non_null(strstr(content(s, "ra.tex"), "\\khctdoan{hai}"));
    assert_true(pdf_is(s, ""));
    assert_int_equal(entries(s->tmp), 0);
}

static void half_a_pdf_is_none(void **state)
{
    stage *s = *state;
    engine(s, "pdflatex", "echo '%PDF' > plan.pdf; echo '! Emergency stop.' > plan.log; exit 1");
    assert_int_equal(build(s, 0), KHCT_PDF_FAILED);
    assert_true(pdf_is(s, ""));
    assert_int_equal(entries(s->root), 3); /* bin, tmp, ra.tex */
}

static void a_missing_character_is_a_failure(void **state)
{
    stage *s = *state;
    engine(s, "pdflatex",
           "echo x > plan.pdf\n"
           "echo 'Missing character: There is no X in font y!' > plan.log");
    assert_int_equal(build(s, 0), KHCT_PDF_FAILED);
    assert_true(says(s, only(s, KHCT_KH9005), "There is no X"));
}

static void a_silent_end_is_told(void **state)
{
    stage *s = *state;
    engine(s, "pdflatex", "kill -SEGV $$");
    assert_int_equal(build(s, 0), KHCT_PDF_FAILED);
    only(s, KHCT_KH9005);
    s->plan->diags->list.n = 0;
    engine(s, "pdflatex", "exit 0");
    assert_int_equal(build(s, 0), KHCT_PDF_FAILED);
    only(s, KHCT_KH9005);
}

static void an_endless_run_is_stopped(void **state)
{
    stage *s = *state;
    engine(s, "pdflatex", "(exec sleep 1000) & exec sleep 1000");
    assert_int_equal(build(s, 1), KHCT_PDF_FAILED);
    assert_true(says(s, only(s, KHCT_KH9005), "1 giây"));
    assert_int_equal(entries(s->tmp), 0);
}

static void a_missing_engine_keeps_the_latex(void **state)
{
    stage *s = *state;
    assert_int_equal(build(s, 0), KHCT_PDF_FAILED);
    const khct_diag *diag = only(s, KHCT_KH9004);
    assert_true(says(s, diag, "pdflatex"));
    assert_int_equal(diag->remarks.n, 2);
    assert_non_null(strstr(content(s, "ra.tex"), "\\khctdoan{hai}"));
    assert_non_null(strstr(content(s, "khct.cls"), "\\ProvidesClass{khct}"));
}

static void rare_characters_take_another_engine(void **state)
{
    stage *s = *state;
    engine(s, "pdflatex", "echo pdflatex > plan.pdf");
    engine(s, "xelatex", "echo xelatex > plan.pdf");
    s->page->blocks.at[0].piece.text = KHCT_STR("λ");
    assert_int_equal(build(s, 0), KHCT_PDF_DONE);
    assert_true(pdf_is(s, "xelatex\n"));
    engine(s, "lualatex", "echo lualatex > plan.pdf");
    assert_int_equal(build(s, 0), KHCT_PDF_DONE);
    assert_true(pdf_is(s, "lualatex\n"));
}

/* A character that no font has is printed as a box, and told; so is one whose font LaTeX did not
 * find. */
static void characters_printed_as_boxes_are_told(void **state)
{
    stage *s = *state;
    engine(s, "pdflatex", "echo pdflatex > plan.pdf");
    s->page->blocks.at[0].piece.text = KHCT_STR("a 😀");
    assert_int_equal(build(s, 0), KHCT_PDF_DONE);
    assert_true(pdf_is(s, "pdflatex\n"));
    assert_true(says(s, only(s, KHCT_KH9006), "U+1F600"));
}

static void fonts_that_are_missing_are_told(void **state)
{
    stage *s = *state;
    engine(s, "lualatex", "echo made > plan.pdf; echo 'khct: thieu phong 3' > plan.log");
    s->page->blocks.at[0].piece.text = KHCT_STR("漢");
    assert_int_equal(build(s, 0), KHCT_PDF_DONE);
    assert_true(says(s, only(s, KHCT_KH9006), "Droid Sans Fallback"));
}

static void no_place_to_run_is_told(void **state)
{
    stage *s = *state;
    engine(s, "pdflatex", "echo x > plan.pdf");
    setenv("TMPDIR", "/khong/co", 1);
    assert_int_equal(build(s, 0), KHCT_PDF_FAILED);
    only(s, KHCT_KH9005);
}

/* A signal ends the engine and the program, and leaves no directory. */
static void a_signal_leaves_nothing(void **state)
{
    stage *s = *state;
    engine(s, "pdflatex", "kill -INT $PPID; exec sleep 1000");
    pid_t child = fork();
    if (child == 0) {
        signal(SIGINT, SIG_DFL);
        build(s, 0);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT);
    assert_int_equal(entries(s->tmp), 0);
    assert_int_equal(entries(s->root), 2);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_engine_gets_what_it_needs_and_no_more),
        TEST(a_failure_is_told_at_the_place_in_the_plan),
        TEST(half_a_pdf_is_none),
        TEST(a_missing_character_is_a_failure),
        TEST(a_silent_end_is_told),
        TEST(an_endless_run_is_stopped),
        TEST(a_missing_engine_keeps_the_latex),
        TEST(rare_characters_take_another_engine),
        TEST(characters_printed_as_boxes_are_told),
        TEST(fonts_that_are_missing_are_told),
        TEST(no_place_to_run_is_told),
        TEST(a_signal_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
