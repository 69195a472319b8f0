/* What a program has around it, where systems differ: its arguments, variables, terminal. */
#ifndef KHCT_TEXT_SYSTEM_H
#define KHCT_TEXT_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Before all else, in main(): gives the arguments in UTF-8, holds the standard streams open, makes
 * bytes on them what they are, and failed writes come back as such. False where that cannot be. */
bool khct_system_begin(int *argc, char ***argv);

/* A variable, and all of them as "NAME=value" ended by NULL, in UTF-8. NULL: it is not set. */
const char *khct_variable(const char *name);
char *const *khct_variables(void);

/* True where the descriptor is a screen or keyboard; and, for a screen, where it has colours. */
bool khct_is_terminal(int fd);
bool khct_has_colours(int fd);

/* As write(2), also to a screen. */
ssize_t khct_write(int fd, const char *p, size_t n);

/* Waits until there is something to read, at most so many milliseconds (-1: for ever). 1: there is,
 * or it has ended; 0: not yet; -1: errno. */
int khct_wait_input(int fd, int milliseconds);

/* As read(2), of what is waited for so. */
ssize_t khct_read_input(int fd, char *p, size_t n);

/* Waits until something may be written. */
void khct_wait_output(int fd);

/* Random bytes. False where the system has none yet. */
bool khct_random(void *bytes, size_t n);

/* Where a system and its user keep fonts, as TeX names folders. The length, 0: nothing to name. */
size_t khct_font_folders(char *text, size_t size);

#endif
