/* What a page is made of; for use inside src/page only. */
#ifndef KHCT_PAGE_BUILD_H
#define KHCT_PAGE_BUILD_H

#include "page/page.h"

typedef struct khct_page_making {
    const khct_work *work;
    const khct_plan *plan;
    khct_arena *arena;
    khct_page *page;
} khct_page_making;

/* "Mức 2", "Duy trì mức 2"; empty where no target is given. */
khct_str khct_target_text(const khct_plan *plan, const khct_improvement *improvement);

/* "Tiêu chuẩn 2: …": with its title where the catalogue has it. */
khct_str khct_page_standard(const khct_plan *plan, uint32_t number);

/* "Chủ trì": a keyword as a label. */
khct_str khct_page_label(khct_arena *arena, khct_keyword keyword);

/* Adds a text's paragraphs and items to a list of pieces. The label goes before the first. */
void khct_add_text(khct_arena *arena, khct_pieces *pieces, const khct_text *text, khct_str label);

/* Adds a cell of fixed wording, in bold and in the middle; of no `rows`: covered by the one above.
 */
khct_cell_box *khct_page_add_cell(khct_arena *arena, khct_row *row, khct_str text, uint32_t columns,
                                  uint32_t rows);

/* table.c: the table of a content by the template; NULL where it has no rows. */
khct_table *khct_page_table(khct_page_making *m, khct_content content, const khct_table_form *form);

/* results.c: adds the results, as table or counts, to the page. */
void khct_page_results(khct_page_making *m, const khct_results *results, khct_results_form form);

/* fit.c: true where the table's text reads well on upright paper. */
bool khct_page_fits_upright(khct_arena *arena, const khct_table *table);

/* Adds a block to the page. */
khct_page_block *khct_page_add(khct_page_making *m, khct_block_kind kind);
/* The same of a text's paragraphs and items. A first paragraph may be of another kind, with its
 * number. */
void khct_page_add_text(khct_page_making *m, const khct_text *text, khct_piece_kind first,
                        khct_str number);
void khct_page_add_piece(khct_page_making *m, khct_piece_kind kind, khct_str label, khct_str text,
                         khct_span span);

#endif
