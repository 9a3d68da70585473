/* commands_rules.c - commands and options: the codebook and what its rules do. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

static const struct sg_option kwic_options[] = {
	{"count", 'n', NULL, NULL, N_("the forms with their frequencies")},
	{"sort", 's', N_("ORDER"), "text|left|right|form", N_("order of the lines")},
	SG_OUTPUT_OPTIONS,
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option explain_options[] = {
	{"code", 'c', N_("CODE"), NULL, N_("why this code is here, or is not")},
	{"codebook", 0, N_("FILE"), NULL,
		N_("the rules (default: those of the last run)")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option codebook_options[] = {
	{"with", 'w', N_("PROJECT"), NULL,
		N_("check: what each term does in the texts of a project")},
	{"in-place", 'i', NULL, NULL, N_("format: rewrite the file")},
	{"format", 'f', N_("FORMAT"), "text|md|csv|tsv|json",
		N_("show: form of the output")},
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_rules[] = {
	{"kwic", "EXPRESSION", N_("concordance of any rule expression"),
		N_("  saegim kwic '(고령자 | 어르신) NEAR/5 ~어렵다' --sort left\n"
		   "  saegim kwic 데이터 --count\n"),
		kwic_options, 1, 1, NULL, sg_cmd_kwic},
	{"explain", "RESPONDENT QUESTION", N_("which rule selected what, or why not"),
		N_("The answer sentence by sentence with every hit marked, and under "
		   "each the rules that selected it. With --code, rule by rule what "
		   "was missing, too far, masked, vetoed, out of scope or refused by "
		   "the edges of a word.\n\n"
		   "  saegim explain R07 Q4\n"
		   "  saegim explain R07 Q4 --code C1a\n"),
		explain_options, 2, 2, NULL, sg_cmd_explain},
	{"codebook", "check|show|format FILE",
		N_("check, show or tidy a codebook file"),
		N_("check: errors and warnings with their place; the + and + ! "
		   "examples are run; "
		   "with --with PROJECT, what each term matched and refused there, "
		   "which "
		   "rules and operands decide nothing, what was narrowly missed and "
		   "why, "
		   "which codes take nearly every answer.\n"
		   "show: the tree of codes with the number of rules.\n"
		   "format: the file in canonical spelling."),
		codebook_options, 2, 2, "check|show|format", sg_cmd_codebook},
	SG_COMMANDS_END,
};
