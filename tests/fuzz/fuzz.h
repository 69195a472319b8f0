/* What the fuzz targets share: properties that hold for any input.
 *
 * A target is a file with LLVMFuzzerTestOneInput, the entry that libFuzzer, afl.c and replay.c all
 * call. A property that does not hold ends the program by abort(), with a line that says which. */
#ifndef KHCT_TESTS_FUZZ_H
#define KHCT_TESTS_FUZZ_H

#include "compile/compile.h"
#include "diag/render.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Says which property failed, and aborts. */
_Noreturn void fuzz_fault(const char *property);

static inline void fuzz_require(bool holds, const char *property)
{
    if (!holds)
        fuzz_fault(property);
}

/* True for UTF-8. What is not has an error (KH0001) and reaches no back end. */
bool fuzz_is_text(khct_str text);

/* --- properties of outputs, check_*.c --- */

void fuzz_utf8(khct_str text);
/* One or more JSON texts, jansson being the judge. */
void fuzz_json(khct_str text);
/* A table of at least one row (RFC 4180), each with as many cells, none of which begins a formula.
 */
void fuzz_csv(khct_str text);
/* Tags of the page's own kinds, closed in order; no tag, attribute or address from text. */
void fuzz_html(khct_str text);
/* Commands of the class's interface and few others; braces and environments balanced. */
void fuzz_latex(khct_str text);

/* --- properties of trees and diagnostics, properties.c --- */

/* Every node's places lie in the file and in its parent's place; siblings stand in order. */
void fuzz_tree(const khct_sources *sources, const khct_tree *tree);
/* Every place lies in its file; messages are UTF-8 in both languages. */
void fuzz_diags(const khct_diags *diags);

/* --- whole plans, plan.c --- */

/* Compiles the input as a plan. Lines "%%%" cut it into files: the plan, then 1.khct, 2.khct …,
 * that it may use. Checks what holds for each compilation, then calls look(compilation) inside
 * khct_compilation_try, where there is a plan and the input is UTF-8: also for a plan with errors,
 * of which khct would write nothing. */
void fuzz_plan(const uint8_t *bytes, size_t size, void (*look)(khct_compilation *compilation));

/* The same of a plan in JSON, without the cutting into files. */
void fuzz_plan_in_json(khct_str json, void (*look)(khct_compilation *compilation));

/* A plan's JSON without what follows from it: what another plan must equal to say the same. */
khct_out *fuzz_said(const khct_plan *plan);

/* The library for one more input. It serves so many, as it takes longer to read than they do; then
 * it is read anew, as what they leave in it grows. NULL: no memory. */
khct_library *fuzz_library(unsigned inputs);

/* What an emitter writes; to be freed by khct_out_release. */
khct_out *fuzz_out(void);
void fuzz_out_free(khct_out *out);
khct_str fuzz_out_text(khct_out *out);

#endif
