/* commands_review.c - commands and options: review, by answer and code. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

static const struct sg_option review_options[] = {
	{"by", 'b', N_("ORDER"), "risk|code|respondent|new",
		N_("order of the cells (default: risk)")},
	{"since", 0, N_("RUN"), NULL,
		N_("with --by new: coded after this run (default: the one before the "
		   "last)")},
	{"sample", 0, N_("N"), NULL, N_("draw so many cells at random")},
	{"seed", 0, N_("N"), NULL, N_("of the sample (default: 1)")},
	{"only", 0, N_("WHICH"), "coded|uncoded",
		N_("only cells that are coded, or that are not")},
	{"mine", 0, NULL, NULL, N_("what you have not seen, whoever else has")},
	{"again", 0, NULL, NULL, N_("also what was seen")},
	SG_WHICH_OPTIONS,
	SG_WHO_OPTION,
	{"next", 'n', NULL, NULL, N_("print the next cell instead")},
	{"format", 'f', N_("FORMAT"), "text|json", N_("form of the output of --next")},
	{"export", 0, N_("FILE"), NULL,
		N_("write the cells as a sheet to fill in (.xlsx, .csv, .tsv)")},
	{"import", 0, N_("FILE"), NULL, N_("take the verdicts of such a sheet")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option reviewed_options[] = {
	SG_WHO_OPTION,
	{"code", 'c', N_("CODE"), NULL,
		N_("only for this code (default: for every code)")},
	{"reason", 'r', N_("TEXT"), NULL, N_("why")},
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_review[] = {
	{"review", NULL, N_("read the answers and decide, cell by cell"),
		N_("Does this respondent, in this answer, say this? A cell is an "
		   "answer "
		   "and a code. Those with one hit and those outside a code's usual "
		   "questions come first, then answers without the code where it is "
		   "usual, then the rest. On a terminal; elsewhere it tells how many "
		   "cells wait. Every decision is kept at once; ? shows the keys.\n\n"
		   "  saegim review --question Q4 --code C1\n"
		   "  saegim review --sample 20 --seed 7\n"
		   "  saegim review --next --format json\n"
		   "  saegim review --question Q4 --export q4.xlsx\n"
		   "  saegim review --import q4.xlsx --coder 김연구\n"),
		review_options, 0, 0, NULL, sg_cmd_review},
	{"reviewed", "RESPONDENT QUESTION", N_("mark an answer as read"),
		N_("You read it and have nothing more to say: of any code, or with "
		   "--code of that one."),
		reviewed_options, 2, 2, NULL, sg_cmd_reviewed},
	SG_COMMANDS_END,
};
