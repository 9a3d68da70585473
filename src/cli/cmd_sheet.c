/* cmd_sheet.c - coding sheets for people. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"
#include "project/sheets.h"

int sg_cmd_sheet(struct sg_cli *cli)
{
	const struct sg_args *args = &cli->args;
	struct sg_sheet_options o = {.coder = sg_session_coder(cli),
		.blind = sg_args_has(args, "blind"),
		.all = sg_args_has(args, "all"),
		.unread = sg_args_has(args, "unread")};
	struct sg_project *p = sg_session_open(cli, false);
	size_t answers;

	if (!p)
		return sg_fail(cli);
	if (sg_project_sheet(p, &o, args->operands[0], &answers, &cli->err) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	sg_say(cli, _("wrote %s: %zu answers for %.*s"), args->operands[0], answers,
		SG_ARG(o.coder));
	return SG_EXIT_DONE;
}
