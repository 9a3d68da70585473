/* commands_runs.c - commands and options: what changed from run to run, and the way
 * back. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

static const struct sg_option freeze_options[] = {
	{"note", 'n', N_("TEXT"), NULL, N_("a note kept with it")},
	{"coder", 0, N_("NAME"), NULL,
		N_("who says so (default: $SAEGIM_CODER or the login name)")},
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_runs[] = {
	{"freeze", "[NAME]", N_("keep the study under a name, or list what was kept"),
		N_("Texts, codings, judgements and memos are kept whole as they are, "
		   "so that every table can be printed again to the byte whatever "
		   "changes later.\n\n"
		   "  saegim freeze 최종보고 --note '6월 제출본'\n"
		   "  saegim table findings --at 최종보고\n"),
		freeze_options, 0, 1, NULL, sg_cmd_freeze},
	SG_COMMANDS_END,
};
