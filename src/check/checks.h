/* The functions of the rows, one file a family; of use inside src/check only. */
#ifndef KHCT_CHECK_CHECKS_H
#define KHCT_CHECK_CHECKS_H

#include "check/check.h"

/* titles.c: KH2008; evidence.c: KH2009, KH2011, KH2012 */
void khct_check_titles(khct_checking *checking);
void khct_check_evidence(khct_checking *checking);

/* levels.c: KH3001 to KH3003 */
void khct_check_targets(khct_checking *checking);

/* coverage.c: KH2004 of the aim, KH3004, KH3005, KH3013, KH3014 */
void khct_check_aim_level(khct_checking *checking);
void khct_check_results(khct_checking *checking);
void khct_check_coverage(khct_checking *checking);
void khct_check_aim(khct_checking *checking);
void khct_check_reach(khct_checking *checking);

/* tasks.c: KH3006 to KH3009 */
void khct_check_tasks(khct_checking *checking);

/* form2.c: KH3010 to KH3012, KH3015, KH3020, KH3021, KH6009 */
void khct_check_problem_standards(khct_checking *checking);
void khct_check_problems(khct_checking *checking);
void khct_check_rounds(khct_checking *checking);
void khct_check_spread(khct_checking *checking);
void khct_check_causes(khct_checking *checking);
void khct_check_empty_columns(khct_checking *checking);
void khct_check_asked_bases(khct_checking *checking);

/* years.c: KH3016, KH3017 */
void khct_check_results_year(khct_checking *checking);
void khct_check_progress_year(khct_checking *checking);

/* law.c: KH4001 to KH4004, KH4011, KH4023 */
void khct_check_later_law(khct_checking *checking);
void khct_check_force_of_law(khct_checking *checking);
void khct_check_types_of_law(khct_checking *checking);
void khct_check_record_of_law(khct_checking *checking);
void khct_check_citation_dates(khct_checking *checking);
void khct_check_catalogue_force(khct_checking *checking);

/* bodies.c: KH4020 */
void khct_check_bodies(khct_checking *checking);

/* time.c: KH4005, KH4007, KH4010, KH4013, KH4021, KH4022 */
void khct_check_task_period(khct_checking *checking);
void khct_check_stated_length(khct_checking *checking);
void khct_check_reports(khct_checking *checking);
void khct_check_past_tasks(khct_checking *checking);
void khct_check_past_reports(khct_checking *checking);
void khct_check_long_tasks(khct_checking *checking);

/* months.c: KH4017 */
void khct_check_months(khct_checking *checking);

/* people.c: KH5001 of names, KH5007 */
void khct_check_people(khct_checking *checking);

/* form.c: KH6001 to KH6008 */
void khct_check_number(khct_checking *checking);
void khct_check_place_date(khct_checking *checking);
void khct_check_recipients(khct_checking *checking);
void khct_check_signatory(khct_checking *checking);
void khct_check_sections(khct_checking *checking);
void khct_check_columns(khct_checking *checking);

/* text.c: KH0004, KH1010, KH1014, KH5001 of abbreviations, KH7001 to KH7005 */
void khct_check_text(khct_checking *checking);

/* placeholders.c: KH1012 */
void khct_check_placeholders(khct_checking *checking);

/* Days within which a task may lie: preparations begin in the summer before the plan's years. */
typedef struct khct_window {
    khct_date from, to;
} khct_window;

/* time.c */
khct_window khct_window_of(const khct_period *period);

/* --- lists.c --- */

typedef KHCT_VEC(const khct_criterion *) khct_check_criteria;

/* A declaration's keyword and heading. */
khct_span khct_heading_span(const khct_node *node);

/* True where the reader of the tree could not make something of it out: that may be what seems to
 * be missing. */
bool khct_node_broken(const khct_node *node);

/* The one criterion that a remark is about ("1.7"), which `chophep CODE tieuchi ID` may name: of
 * what serves one, of an improvement. Empty: none, or several. */
khct_str khct_served_subject(khct_arena *arena, const khct_served_list *served);
khct_str khct_improvement_subject(khct_arena *arena, const khct_improvement *improvement);

/* "1, 2, 5"; a long list ends with "…" after its first thirty. */
khct_str khct_short_list(khct_arena *arena, const khct_strs *list);

/* "1.1, 1.3, 5.2" */
khct_str khct_codes_text(khct_arena *arena, const khct_check_criteria *list);

/* True where `chophep CODE tieuchi ID` takes the criterion out of a message that lists several. */
bool khct_deferred(const khct_plan *plan, khct_code code, const khct_criterion *criterion);

#endif
