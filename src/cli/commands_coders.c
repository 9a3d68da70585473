/* commands_coders.c - commands and options: several coders. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

static const struct sg_option agree_options[] = {
	{"unit", 'u', N_("UNIT"), "sentence|answer|respondent|characters",
		N_("what is compared (default: sentence)")},
	{"level", 'L', N_("N"), NULL,
		N_("codes rolled up: 1 themes, 2 ... (default: as coded)")},
	SG_WHICH_OPTIONS,
	{"disagreements", 'd', NULL, NULL, N_("every place where they differ")},
	{"samples", 0, N_("N"), NULL, N_("of the bootstrap (default: 1000)")},
	{"seed", 0, N_("N"), NULL, N_("seed of the bootstrap (default: 20201207)")},
	SG_OUTPUT_OPTIONS,
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option assign_options[] = {
	{"share", 's', N_("20%"), NULL,
		N_("how much of the answers that say something; a larger one later "
		   "adds to it")},
	{"seed", 0, N_("N"), NULL, N_("of the draw (default: the coder's last, or 1)")},
	{"by", 0, N_("WAY"), "answer|question|respondent",
		N_("answers at random (default), a share of every question, or whole "
		   "respondents")},
	{"undo", 0, NULL, NULL, N_("take the coder's whole share back")},
	SG_OUTPUT_OPTIONS,
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option sheet_options[] = {
	{"coder", 0, N_("NAME"), NULL,
		N_("for whom (default: $SAEGIM_CODER or the "
		   "login name)")},
	{"blind", 'b', NULL, NULL, N_("without the rules' suggestions")},
	{"all", 'a', NULL, NULL, N_("every answer that says something, drawn or not")},
	{"unread", 0, NULL, NULL, N_("only answers the coder has not read yet")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option settle_options[] = {
	{"as", 0, N_("NAME"), NULL, N_("whose the decisions become (default: 합의)")},
	{"list", 0, NULL, NULL, N_("only show what is open, change nothing")},
	{"ask", 0, NULL, NULL, N_("ask even where input is no terminal")},
	{"export", 'e', N_("FILE"), NULL,
		N_("what is open, to decide on: FILE.md, FILE.xlsx, FILE.csv, "
		   "FILE.tsv")},
	{"import", 'i', N_("FILE"), NULL, N_("take the decisions of such a file")},
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_coders[] = {
	{"assign", "[CODER]", N_("draw answers for a second coder"),
		N_("Without --share, lists what was drawn. The draw is the same on "
		   "every machine; its seed is kept.\n\n"
		   "  saegim assign b --share 20% --seed 7\n"),
		assign_options, 0, 1, NULL, sg_cmd_assign},
	{"sheet", "FILE.md|FILE.xlsx",
		N_("print the answers drawn for a coder, to code by hand"),
		N_("One line to write on under each sentence, with the definitions and "
		   "examples of the codes, and without anybody's codes. 'saegim add "
		   "--from FILE' reads it back.\n\n"
		   "  saegim sheet --blind --coder b b.md\n"),
		sheet_options, 1, 1, NULL, sg_cmd_sheet},
	{"agree", "CODER CODER...", N_("agreement between coders"),
		N_("Over the answers that both have read: per cent, Holsti, Scott's "
		   "pi, "
		   "Cohen's kappa, Brennan-Prediger, Krippendorff's alpha and AC1, "
		   "with "
		   "intervals, by code, and where they differ. 'rules' is a coder "
		   "too."),
		agree_options, 2, 16, NULL, sg_cmd_agree},
	{"settle", "CODER CODER", N_("settle what two coders differ on"),
		N_("Takes over what both agree on, then asks one difference after the "
		   "other; every decision is kept at once, and both coders' own "
		   "codings "
		   "stay. Run it again to go on. Tables count the result with --coder "
		   "합의; agreement is reported from before."),
		settle_options, 2, 2, NULL, sg_cmd_settle},
	SG_COMMANDS_END,
};
