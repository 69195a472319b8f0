/* The references in people, roles, abbreviations and running text; of use to refs.c. */
#ifndef KHCT_LSP_REFS_READ_H
#define KHCT_LSP_REFS_READ_H

#include "lsp/refs.h"

void khct_refs_people(khct_refs_reading *reading, const khct_node *node, const khct_people *people);
void khct_refs_role(khct_refs_reading *reading, const khct_node *node);
void khct_refs_abbreviation(khct_refs_reading *reading, const khct_node *node,
                            const khct_declared *declared);

/* Abbreviations and role identifiers that stand in prose as words of their own. */
void khct_refs_text(khct_refs_reading *reading, const khct_node *node);

#endif
