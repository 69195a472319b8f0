/* Which schools have sent a plan: who sent two for one period, and, by a register, who sent none.
 *
 * A school is told by its code, or, where the plan gives none, by its name and superior body. Of
 * several plans of one school and period the one with the latest date counts, of one date the one
 * with the greater hash: the views in stdlib/sql have the same rule.
 */
#ifndef KHCT_REPORT_RECEIVED_H
#define KHCT_REPORT_RECEIVED_H

#include "report/tables.h"
#include "text/map.h"

/* A school of the register, as its file has it. */
typedef struct khct_registered {
    khct_str code, from, to, name, commune, province;
    uint32_t plans; /* received */
} khct_registered;

/* A plan that was received. */
typedef struct khct_received_plan {
    khct_str hash, code, name, superior, from, to, date, path;
    khct_str rest; /* its summary, see khct_summary_cell; may be empty */
    uint32_t next; /* the next one of its school and period, or KHCT_NONE */
    uint32_t last; /* of the first one: the last one */
} khct_received_plan;

typedef struct khct_received {
    khct_arena *arena;
    KHCT_VEC(khct_received_plan) plans;
    khct_strs bad;  /* lines of KHCT_LINE_BAD */
    khct_map first; /* school and period: its first plan */
    bool by_register;
    KHCT_VEC(khct_registered) schools;
    khct_map school_of; /* code: its last entry in `schools` */
} khct_received;

/* Reads a register: CSV in UTF-8 whose first line names its columns, of which `ma` must be there,
 * and `ten`, `xa`, `tinh`, `tu`, `den` may. `,` or `;` or a tab divides. False: it has no such
 * line, or a quotation that does not end. Inside khct_try on the arena. */
bool khct_register_read(khct_received *received, khct_str bytes);

/* Takes a line of KHCT_LINE_SCHOOL: hash, code, name, superior, from, to, date, path. The line must
 * last. Inside khct_try. */
void khct_received_take(khct_received *received, khct_str line);

/* True where the plan is the first of several of one school and period; the one that counts in
 * *counts, their number in *count. */
bool khct_received_again(const khct_received *received, const khct_received_plan *plan,
                         const khct_received_plan **counts, uint32_t *count);

/* The rows of the table `truong`. Inside khct_try on rows->arena. */
void khct_received_rows(khct_rows *rows, const khct_received *received);

#endif
