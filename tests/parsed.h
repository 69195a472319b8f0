/* For tests of the scanner, the parser and the formatter: a text read once, with all that was said
 * of it. */
#ifndef KHCT_TESTS_PARSED_H
#define KHCT_TESTS_PARSED_H

#include "syntax/load.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct parsed {
    khct_arena *arena;
    khct_diags *diags;
    khct_sources *sources;
    khct_vocabulary *vocabulary;
    khct_tree *tree;
    uint32_t source;
} parsed;

typedef struct parsed_work {
    parsed *into;
    khct_str text;
} parsed_work;

static inline void parsed_read_work(void *context)
{
    parsed_work *work = context;
    parsed *p = work->into;
    p->sources = khct_alloc(p->arena, sizeof *p->sources);
    p->sources->arena = p->arena;
    p->diags = khct_alloc(p->arena, sizeof *p->diags);
    p->diags->arena = p->arena;
    p->diags->sources = p->sources;
    p->vocabulary = khct_vocabulary_new(p->arena);
    khct_loader loader = {.diags = p->diags, .vocabulary = p->vocabulary};
    khct_document *document = khct_load_text(&loader, KHCT_STR("thu.khct"), work->text, false);
    p->tree = document->files.at[0].tree;
    p->source = p->tree->source;
    khct_diags_settle(p->diags);
}

/* Reads a text. parsed_free() it. */
static inline parsed parsed_read(khct_str text)
{
    parsed p = {.arena = khct_arena_new()};
    parsed_work work = {&p, text};
    if (p.arena == NULL || !khct_try(p.arena, parsed_read_work, &work)) {
        fprintf(stderr, "no memory\n");
        exit(3);
    }
    return p;
}

static inline void parsed_free(parsed *p)
{
    khct_arena_free(p->arena);
}

/* The line, from 1, on which a diagnostic stands. */
static inline uint32_t parsed_line(const parsed *p, const khct_diag *diag)
{
    return khct_source_line(p->sources, p->source, diag->span.begin);
}

/* A whole file; the caller frees what .p points at. */
static inline khct_str parsed_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(3);
    }
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(size + 1);
    if (bytes == NULL || fread(bytes, 1, size, file) != size) {
        perror(path);
        exit(3);
    }
    bytes[size] = '\0';
    fclose(file);
    return (khct_str){bytes, size};
}

#endif
