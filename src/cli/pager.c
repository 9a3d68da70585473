/* pager.c - long output through a pager, when it goes to a terminal. */
#include "config.h"

#include <stdlib.h>

#include "base/console.h"
#include "cli/command.h"

bool sg_page(struct sg_cli *cli, struct sg_str s)
{
	const char *pager = getenv("PAGER");

	if (!cli->terminal || (pager && !*pager))
		return sg_out(cli, s);
	if (!pager)
		pager = "less";
	/* What a pager does not take it did not show, unless it was quit. */
	return sg_console_page(pager, s) || sg_out(cli, s);
}
