/* commands_quality.c - commands and options: how good the coding is. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

static const struct sg_option evaluate_options[] = {
	{"gold", 0, N_("NAME"), NULL, N_("the coder taken as the standard")},
	{"second", 0, N_("NAME"), NULL, N_("another coder to show beside")},
	{"respondents", 'R', N_("R01-R20,..."), NULL,
		N_("only these (default: all that the standard coded)")},
	{"per-code", 0, NULL, NULL, N_("figures of every code")},
	SG_OUTPUT_OPTIONS,
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_quality[] = {
	{"evaluate", "--gold NAME", N_("the rules against a human standard"),
		N_("F1 at sentence and answer, kappa at respondent, beside what coding "
		   "without "
		   "reading reaches."),
		evaluate_options, 0, 0, NULL, sg_cmd_evaluate},
	SG_COMMANDS_END,
};
