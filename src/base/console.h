/* console.h - what is known about the terminal. Printing itself is the command
 * line's; this only asks the system. */
#ifndef SG_BASE_CONSOLE_H
#define SG_BASE_CONSOLE_H

#include <stdbool.h>
#include <stddef.h>

bool sg_console_is_terminal(int fd);
/* Columns of the terminal at fd, or 0 when it is none. */
size_t sg_console_width(int fd);

#endif
