/* A page as LaTeX, in the commands of the class khct (stdlib/latex/khct.cls).
 *
 * The document says what things are (a part, a row, a cell), one on a line, and nothing of how
 * they look; it compiles unchanged with pdflatex, lualatex and xelatex. A comment `% 31` before a
 * block or row names the line of the plan that it comes from (`% FILE:31` in a file that the plan
 * uses); khct_latex_place finds the place of a line of LaTeX again.
 */
#ifndef KHCT_EMIT_LATEX_LATEX_H
#define KHCT_EMIT_LATEX_LATEX_H

#include "emit/emit.h"

/* Every document begins with a comment that begins so. */
#define KHCT_LATEX_MARK "% Tệp này do khct viết ra"

/* The one function that writes a plan's text into LaTeX. Whatever the text (bytes that are no
 * UTF-8 become U+FFFD), TeX prints it and obeys nothing in it:
 *   - TeX's special characters are escaped, and straight quotes stay straight;
 *   - {} stands between characters that a font may join (-- ,, << >>);
 *   - white space and the spaces of Unicode are one space, no-break spaces are ~;
 *   - ~ also ties day, month, year, level and number to the figure after them;
 *   - \khctngat{} stands where a long word may break;
 *   - \khctkhac{N}{…} holds what another font has to print, \khcthop{1F600} stands for what none
 * has;
 *   - control and format characters (bidirectional controls, zero-width characters) are dropped.
 * In NFC, as page texts are. */
void khct_latex_text(khct_out *out, khct_str text);

/* Writes one thing after the other, each by its type: a string of C is LaTeX and is written as it
 * is, a khct_str is text and goes through khct_latex_text, anything else is a number.
 *
 *     KHCT_LATEX(out, "\\khctnoi{- ", recipient->text, "}");
 */
#ifdef __cppcheck__ /* it cannot read _Generic in a list of expressions */
void khct_latex_checked(khct_out *out, ...);
#define KHCT_LATEX(out, ...) khct_latex_checked(out, __VA_ARGS__)
#else
#define KHCT_LATEX(out, ...) (KHCT_EACH(KHCT_LATEX_ONE, out, __VA_ARGS__))
#endif
#define KHCT_LATEX_ONE(out, x)                                                                     \
    _Generic((x), khct_str : khct_latex_text, char * : khct_out_cstr, const char * : khct_out_cstr, \
             default : khct_out_number)(out, x)

/* The same as data for a PDF: no fonts, no places to break. */
void khct_latex_plain(khct_out *out, khct_str text);

/* The same for the words of a head, whose lines are broken in balance: words that belong together
 * ("Tiểu học", "Hiệu trưởng") and the last two are tied as well. */
void khct_latex_head(khct_out *out, khct_str text);

/* --- which engine can set what --- */

typedef enum khct_engine {
    KHCT_PDFLATEX,
    KHCT_LUALATEX,
    KHCT_XELATEX,
    KHCT_ENGINE_COUNT,
} khct_engine;

/* "pdflatex" */
const char *khct_engine_name(khct_engine engine);

/* The engine for a page: pdflatex, or lualatex where the text needs more. */
khct_engine khct_latex_engine(const khct_page *page);

/* Reports KH9006 for each character that is not printed as it is, once, at its first place: of
 * those that no font has, of those in fonts that are not installed (bit KHCT_FONT_… of `missing`),
 * and of signs of symbol fonts. `plan` (may be NULL) knows the places of the head. Inside khct_try
 * on the arena of `diags`. */
void khct_latex_report(khct_diags *diags, const khct_page *page, const khct_plan *plan,
                       unsigned missing);

/* --- the document --- */

/* The place in the plan that each line of the LaTeX comes from. */
typedef struct khct_latex_places {
    khct_arena *arena;
    KHCT_VEC(khct_span) lines; /* at[0] is line 1 */
} khct_latex_places;

typedef struct khct_latex_options {
    bool large;                /* the sizes 13/14 instead of 12/13 */
    khct_str font;             /* asked for; see khct_latex_typeface */
    const khct_plan *plan;     /* for the places of the head, and the comments; NULL: none */
    khct_latex_places *places; /* filled; NULL: not wanted */
} khct_latex_options;

/* The name of the font asked for, or the template's (`plan` may be NULL); empty: none. */
khct_str khct_latex_asked(const khct_plan *plan, khct_str asked);

/* The font that the document names: the one asked for, or the template's (`plan` may be NULL).
 * Empty: that of the class. A name of other signs than letters, digits, spaces and hyphens is no
 * font's. */
khct_str khct_latex_typeface(const khct_plan *plan, khct_str asked);

/* Writes the document. Inside khct_try on `arena`. */
void khct_latex_write(khct_out *out, khct_arena *arena, const khct_page *page,
                      const khct_latex_options *options);

/* The same as a back end of `khct build`. */
khct_emitter khct_emit_latex;

/* The place of a line of LaTeX (from 1), or the nearest before it that has one; KHCT_NOWHERE. */
khct_span khct_latex_place(const khct_latex_places *places, size_t line);

#endif
