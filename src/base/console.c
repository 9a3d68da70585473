/* console.c - see console.h. */
#include "config.h"

#include "base/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

bool sg_console_is_terminal(int fd)
{
	return isatty(fd) == 1;
}

size_t sg_console_width(int fd)
{
	struct winsize size;

	if (!isatty(fd) || ioctl(fd, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}
