/* commands_refine.c - commands and options: what to look at next. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

#define TOP_OPTION                                                                   \
	{                                                                            \
		"top", 0, N_("N"), NULL, N_("at most so many rows (default: a few)") \
	}

static const struct sg_option uncoded_options[] = {
	SG_SELECT_OPTIONS,
	{"group", 'g', N_("ATTRIBUTE"), NULL,
		N_("attribute shown with quotations (default: the first)")},
	{"sort", 's', N_("ORDER"), "typical|longest|text",
		N_("order of the sentences (default: typical)")},
	TOP_OPTION,
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option suggest_options[] = {
	SG_SELECT_OPTIONS,
	{"group", 'g', N_("ATTRIBUTE"), NULL,
		N_("attribute shown with quotations (default: the first)")},
	{"new", 0, NULL, NULL,
		N_("groups of uncoded sentences that may be a missing code")},
	{"measure", 'm', N_("MEASURE"), "g2|logodds",
		N_("what makes a term strong (default: g2)")},
	TOP_OPTION,
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_refine[] = {
	{"uncoded", NULL, N_("text without a code"),
		N_("Sentences that no code took, the most typical first; with --code, "
		   "answers to the code's usual questions that do not have it, each "
		   "with the sentence that is most like what the code has.\n\n"
		   "  saegim uncoded --question Q4 --sort longest\n"
		   "  saegim uncoded --code C1a\n"),
		uncoded_options, 0, 0, NULL, sg_cmd_uncoded},
	{"suggest", "CODE | --new", N_("words for the rules of a code, or a new code"),
		N_("Terms that set the code's accepted segments apart from all other "
		   "text, as rule lines to paste, with the answers that each would "
		   "gain (judged to have the code), cost (judged not to) and add "
		   "unjudged. --coder takes one coder's codings as the judgement.\n\n"
		   "  saegim suggest C3b --coder a\n"
		   "  saegim suggest --new\n"),
		suggest_options, 0, 1, NULL, sg_cmd_suggest},
	SG_COMMANDS_END,
};
