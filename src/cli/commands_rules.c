/* commands_rules.c - commands and options: the codebook and what its rules do. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

static const struct sg_option kwic_options[] = {
	{"count", 'n', NULL, NULL, N_("the forms with their frequencies")},
	{"sort", 's', N_("ORDER"), "text|left|right|form",
		N_("order of the lines (default: text)")},
	SG_SELECT_OPTIONS,
	{"uncoded", 'u', NULL, NULL,
		N_("only places without any of these codes (without --code: without "
		   "any code)")},
	{"context", 0, N_("N"), NULL,
		N_("characters kept on either side (default: 60)")},
	{"within", 0, N_("UNIT"), "sentence|paragraph|part|answer",
		N_("where AND, NOT and NEAR look (default: sentence)")},
	{"codebook", 0, N_("FILE"), NULL,
		N_("the $lists and @codes (default: those of the last run)")},
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
	{"rules", 0, N_("LINES"), NULL,
		N_("split: the rules that go, by line or words: 57,58")},
	{"questionnaire", 0, N_("FILE"), NULL,
		N_("rename, move, merge: change its focus lines too")},
	{"dry-run", 0, NULL, NULL,
		N_("rename, move, merge, split: print the file, write nothing")},
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_rules[] = {
	{"kwic", "EXPRESSION", N_("concordance of any rule expression"),
		N_("Each place with what stands before and behind it. --code: only "
		   "places that are coded so; --uncoded: places that are not, where a "
		   "rule may be missing.\n\n"
		   "  saegim kwic '(고령자 | 어르신) NEAR/5 ~어렵다' --sort left\n"
		   "  saegim kwic 데이터 --count\n"
		   "  saegim kwic '$취약계층' --uncoded --code C1a --where "
		   "직군=공무원\n"),
		kwic_options, 1, 1, NULL, sg_cmd_kwic},
	{"explain", "RESPONDENT QUESTION [QUOTATION]|SEGMENT",
		N_("which rule selected what, or why not"),
		N_("The answer sentence by sentence with every hit marked, and under "
		   "each the rules that selected it. With --code, rule by rule what "
		   "was missing, too far, masked, vetoed, out of scope or refused by "
		   "the edges of a word.\n\n"
		   "  saegim explain R07 Q4\n"
		   "  saegim explain R07 Q4 --code C1a\n"
		   "  saegim explain R07 Q4 '버스가 하루 네 번' --code C1a\n"),
		explain_options, 1, 3, NULL, sg_cmd_explain},
	{"codebook", "check|show|format|rename|move|merge|split FILE ...",
		N_("check, show, tidy or rebuild a codebook file"),
		N_("check: errors and warnings with their place; the + and + ! "
		   "examples are run; "
		   "with --with PROJECT, what each term matched and refused there, "
		   "which "
		   "rules and operands decide nothing, what was narrowly missed and "
		   "why, "
		   "which codes take nearly every answer.\n"
		   "show: the tree of codes with the number of rules.\n"
		   "format: the file in canonical spelling.\n"
		   "rename, move, merge, split: edit the file where it stands; its old "
		   "content goes to FILE.bak. What people said goes with the codes.\n\n"
		   "  saegim codebook rename book.md C1a 'C1x 정보 격차'\n"
		   "  saegim codebook move book.md C1a D      (/ for the top)\n"
		   "  saegim codebook merge book.md C1b C1a   (C1b goes into C1a)\n"
		   "  saegim codebook split book.md C1a 'C1d 키오스크' --rules "
		   "57,58\n"),
		codebook_options, 2, 5, "check|show|format|rename|move|merge|split",
		sg_cmd_codebook},
	SG_COMMANDS_END,
};
