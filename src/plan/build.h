/* What the plan is made of; for use inside src/plan only. */
#ifndef KHCT_PLAN_BUILD_H
#define KHCT_PLAN_BUILD_H

#include "plan/plan.h"

/* fields.c: the fields of a block, in the writer's order. */
khct_fields khct_build_fields(khct_plan *plan, const khct_node *block);
khct_text khct_build_text(khct_plan *plan, const khct_node *node);
khct_str khct_build_name(khct_plan *plan, const khct_node *node);
khct_day khct_build_day(khct_plan *plan, const khct_node *node);

/* prose.c: doan, doanso, gach, mucnho of a block. */
void khct_build_prose(khct_plan *plan, const khct_node *block, khct_proses *prose);

/* uses.c: which catalogue and which template. */
void khct_build_uses(khct_plan *plan);

/* school.c: truong, kehoach, recipients, signatures, allowances. */
void khct_build_document(khct_plan *plan);
void khct_build_end(khct_plan *plan);

/* Without the sign that ends an entry of a list: `;` `.` `,`. */
khct_str khct_without_end(khct_str text);

/* names.c: roles and abbreviations. */
void khct_build_names(khct_plan *plan);

/* basis.c, results.c, improvements.c, sections.c */
void khct_build_basis(khct_plan *plan);
void khct_build_results(khct_plan *plan);
void khct_build_improvements(khct_plan *plan);
void khct_build_sections(khct_plan *plan);

#endif
