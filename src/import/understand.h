/* From what a document says to a plan: head, sections, legal basis, results, tables, recipients,
 * signature.
 *
 * Nothing is lost: each paragraph is used once, by whoever finds it a place, and what nobody uses
 * becomes a comment. What is guessed is remarked on.
 */
#ifndef KHCT_IMPORT_UNDERSTAND_H
#define KHCT_IMPORT_UNDERSTAND_H

#include "import/columns.h"
#include "import/write.h"

/* A paragraph or a table in the run of the text; halves of a head stand one after the other. */
typedef struct khct_in_line {
    khct_in_paragraph *paragraph;
    khct_in_sheet *sheet;
    uint32_t half; /* cells of one layout table have the same number in one column; 0: none */
} khct_in_line;

typedef KHCT_VEC(khct_in_line) khct_in_lines;

typedef struct khct_in_plan {
    khct_arena *arena;
    khct_library *library;
    khct_in_document *document;
    khct_in_lines lines;
    KHCT_VEC(khct_in_sheet) sheets;
    khct_sketch *top, *school, *paper; /* paper: `kehoach` */
    khct_sketch *basis, *results;
    khct_sketch_remarks remarks;
    const khct_template *form;
    const khct_catalogue *catalogue;
    const khct_phrases *roles; /* names of the library's roles */
    khct_school_types types;
    khct_date dated;
    khct_str results_year; /* of the results that come next: "2022 – 2023"; or empty */
    KHCT_VEC(khct_in_paragraph *) counts; /* lines that count criteria by level */
    khct_sketch *criterion; /* the block of the criterion named last outside tables; or NULL */
    bool failed;            /* a table was not understood */
    size_t kept;            /* paragraphs and cells that became comments, and were told of */
} khct_in_plan;

/* All plans of the document, at least one, as drafts with their remarks. */
typedef KHCT_VEC(khct_in_plan *) khct_in_plans;
khct_in_plans khct_in_understand(khct_arena *arena, khct_library *library,
                                 khct_in_document *document);

/* --- of use inside the parts of the understanding only --- */

/* The words of a paragraph with its automatic number, as a person sees it. */
khct_str khct_in_shown(khct_arena *arena, const khct_in_paragraph *p);

/* "bảng 2, hàng 5, cột 3", "đoạn 7", as comments say it. */
khct_str khct_in_place_text(khct_arena *arena, khct_in_place place);

/* The message with the place as its {0}, in the language in which it is said. */
khct_message khct_in_at(khct_arena *arena, khct_in_place place, khct_message message);

/* What the reader said of the document, after its place. */
khct_message khct_in_remark_text(khct_arena *arena, const khct_in_remark *remark);

/* A message that stands in another one, in the arena. */
const khct_message *khct_in_kept_message(khct_arena *arena, khct_message message);

void khct_in_remark_on(khct_in_plan *u, khct_code code, khct_message message,
                       const khct_sketch *about);

/* The same of what was guessed, with its place. */
void khct_in_guess(khct_in_plan *u, khct_in_place place, khct_message message,
                   const khct_sketch *about);

/* Keeps a paragraph as a comment of `parent`; `told`: a remark says so. */
void khct_in_keep(khct_in_plan *u, khct_sketch *parent, khct_in_paragraph *p, bool told);

/* A paragraph in the other's place with other words, which are trimmed: its number stays where they
 * begin with its own; the other one is used. */
khct_in_paragraph *khct_in_piece(khct_arena *arena, khct_in_paragraph *whole, khct_str words);

/* The same without a number, and the other one as it was; NULL: none of the document's. */
khct_in_paragraph *khct_in_bare(khct_arena *arena, const khct_in_paragraph *whole, khct_str words);

/* The first two years joined by a dash in a text ("2022 – 2023"); empty: none. */
khct_str khct_in_years(khct_str text);

/* Says how they were read where they are not written as 1.7. */
void khct_in_remark_criteria(khct_in_plan *u, khct_in_place place, khct_str text,
                             const khct_in_criteria *c, const khct_sketch *about);

/* Says that 1.1 after 1.9 may be 1.10, whose 0 a spreadsheet dropped. */
void khct_in_remark_ten(khct_in_plan *u, khct_in_place place, khct_criterion_id id,
                        khct_criterion_id before, const khct_sketch *about);

/* Names of all roles that the library knows. */
const khct_phrases *khct_in_roles(khct_arena *arena, khct_library *library);

/* True where the text, in any letters, is the name of a role that one person holds, and no more. */
bool khct_in_is_office(const khct_in_plan *u, khct_str text);

/* "Chủ trì: A; phối hợp: B": bytes before the second; the text's own: no more. */
size_t khct_in_second_people(khct_str text);

/* People on one line that once were lines: known roles stand after each other without a sign
 * between them. */
khct_strs khct_in_runs_of_people(const khct_in_plan *u, khct_str text);

/* Sources of money on one line that once were lines: "Ngân sách Tự túc". */
khct_strs khct_in_runs_of_sources(const khct_in_plan *u, khct_str text);

/* --- the parts --- */

/* Chooses template, catalogue, school types, day: what the others need to know. */
void khct_in_choose(khct_in_plan *u);

/* The head from line *at on; *at moves after it. */
void khct_in_head(khct_in_plan *u, size_t *at);

/* "An Bình, ngày 14 tháng 8 năm 2023" as place and day, where the plan has no day yet; used then.
 */
bool khct_in_take_date(khct_in_plan *u, khct_in_paragraph *p);

/* True for just the title of a section of the form. */
bool khct_in_is_section_name(const khct_in_plan *u, khct_str title);

/* Sections, with all that stands in them. */
void khct_in_sections(khct_in_plan *u, size_t *at);

/* True where the recipients or the signature begin at the line. */
bool khct_in_is_foot(const khct_in_plan *u, size_t at);
void khct_in_foot(khct_in_plan *u, size_t *at);

/* "Tiêu chí 1.7: …" outside a table, in the section of the plan: its block, made where it is not
 * there yet. False where the words name none; used where they do. */
bool khct_in_take_criterion(khct_in_plan *u, khct_in_paragraph *p);
/* True for a line that names a field before a colon. */
bool khct_in_is_detail(khct_in_plan *u, const khct_in_paragraph *p);
/* A line below it: into the field that it names before a colon, else a solution. */
void khct_in_take_detail(khct_in_plan *u, khct_in_paragraph *p);

/* Tables. */
void khct_in_take_plan(khct_in_plan *u, khct_in_sheet *sheet);
void khct_in_take_results(khct_in_plan *u, khct_in_sheet *sheet);
void khct_in_take_turned(khct_in_plan *u, khct_in_sheet *sheet);
void khct_in_take_card(khct_in_plan *u, khct_in_sheet *sheet);
void khct_in_take_problems(khct_in_plan *u, khct_in_sheet *sheet);
void khct_in_take_rounds(khct_in_plan *u, khct_in_sheet *sheet);
void khct_in_take_school(khct_in_plan *u, khct_in_sheet *sheet);
void khct_in_keep_table(khct_in_plan *u, khct_in_sheet *sheet);
void khct_in_keep_derived(khct_in_plan *u, khct_in_sheet *sheet);
/* The rows of a heading, as one comment. */
void khct_in_keep_heading(khct_in_plan *u, khct_sketch *parent, khct_in_sheet *sheet);
/* A row's cells that nobody has used, as one comment. */
void khct_in_keep_row(khct_in_plan *u, khct_sketch *parent, khct_in_sheet *sheet, uint32_t row,
                      bool told);

/* Results in words: "Mức 2: 25/25", "Tiêu chí đạt mức 3: 1.4, 2.1". True where it was one, and is
 * used. */
bool khct_in_take_counts(khct_in_plan *u, khct_in_paragraph *p);
/* After the whole document: results from the counts that were met. */
void khct_in_settle_results(khct_in_plan *u);

/* A label that is not the field's own name stays as a comment. */
void khct_in_keep_label(khct_in_plan *u, khct_sketch *block, khct_keyword field, khct_str label);

/* Adds the words of paragraphs to a field of the block, which is made where it is not there. */
khct_sketch *khct_in_put(khct_in_plan *u, khct_sketch *block, khct_keyword field,
                         khct_in_paragraph *const *lines, size_t count);

#endif
