/* console.h - what is known about the terminal, and a pager to put before it. Printing
 * itself is the command line's; this only asks the system. */
#ifndef SG_BASE_CONSOLE_H
#define SG_BASE_CONSOLE_H

#include "base/str.h"

bool sg_console_is_terminal(int fd);
/* Columns of the terminal at fd, or 0 when it is none. */
size_t sg_console_width(int fd);
/* Rows of it, or 0. */
size_t sg_console_height(int fd);

/* Hands s to a pager, a command of the shell that reads it on stdin, and waits for its
 * end. Where LESS is not set, less shows colours, keeps the screen, and ends by itself
 * on what fits (-FRX). False when the pager could not be run. */
bool sg_console_page(const char *pager, struct sg_str s);

#endif
