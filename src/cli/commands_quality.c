/* commands_quality.c - commands and options: how good the coding is. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

static const struct sg_option evaluate_options[] = {
	{"gold", 0, N_("NAME"), NULL, N_("the coder taken as the standard")},
	{"second", 0, N_("NAME"), NULL, N_("another coder to show beside")},
	{"respondents", 'R', N_("R01-R20,..."), NULL,
		N_("only these (default: all that the standard coded)")},
	SG_WHICH_OPTIONS,
	{"per-code", 0, NULL, NULL, N_("figures of every code")},
	{"cells", 0, NULL, NULL,
		N_("every cell of the findings table: n, and whether the same people")},
	{"errors", 'e', NULL, NULL,
		N_("misses and false alarms as text, with the rule behind each")},
	{"top", 0, N_("N"), NULL, N_("at most so many of them (default: 20)")},
	{"holdout", 0, N_("30%"), NULL,
		N_("keep a random part of the respondents unseen from now on, reported "
		   "apart; off: no more")},
	{"seed", 0, N_("N"), NULL, N_("of the draw (default: 1)")},
	{"since", 0, N_("RUN"), NULL,
		N_("compare with this run (default: the one before the last)")},
	SG_OUTPUT_OPTIONS,
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_quality[] = {
	{"evaluate", "--gold NAME", N_("the rules against a human standard"),
		N_("Precision, recall, F1 and kappa at sentence, answer and "
		   "respondent, and the "
		   "cells of the findings table, beside what coding without reading "
		   "reaches. With --holdout, rules that gained only where they were "
		   "fitted are named."),
		evaluate_options, 0, 0, NULL, sg_cmd_evaluate},
	SG_COMMANDS_END,
};
