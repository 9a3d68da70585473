/* cmd_watch.h - code --watch. */
#ifndef SG_CLI_CMD_WATCH_H
#define SG_CLI_CMD_WATCH_H

#include "cli/command.h"
#include "saegim.h"

/* Codes now and after every save until a signal ends it; an exit status. */
int sg_watch_code(struct sg_cli *cli, const char *codebook,
	const struct sg_code_choices *choices);

#endif
