/* console.c - see console.h. */
#include "config.h"

#include "base/console.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

bool sg_console_is_terminal(int fd)
{
	return isatty(fd) == 1;
}

static bool window(int fd, struct winsize *size)
{
	return isatty(fd) && ioctl(fd, TIOCGWINSZ, size) == 0;
}

size_t sg_console_width(int fd)
{
	struct winsize size;

	return window(fd, &size) ? size.ws_col : 0;
}

size_t sg_console_height(int fd)
{
	struct winsize size;

	return window(fd, &size) ? size.ws_row : 0;
}

bool sg_console_page(const char *pager, struct sg_str s)
{
	enum { NO_SUCH_COMMAND = 127, NOT_RUN = 126 };

	setenv("LESS", "FRX", 0);
	FILE *to = popen(pager, "w");
	if (!to)
		return false;
	/* A pager that was quit takes no more; that is no failure. */
	fwrite(s.p, 1, s.n, to);
	int status = pclose(to);
	return !(WIFEXITED(status) && (WEXITSTATUS(status) == NO_SUCH_COMMAND ||
					      WEXITSTATUS(status) == NOT_RUN));
}
