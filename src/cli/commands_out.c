/* commands_out.c - commands and options: data for other programs, and what a report needs
 * before it goes out. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

static const struct sg_option export_options[] = {
	SG_WHICH_OPTIONS,
	SG_COUNTED_OPTION,
	SG_AT_OPTION,
	{"format", 'f', N_("FORMAT"), SG_FORMATS,
		N_("form of the output (default: by the ending of the file, or csv)")},
	{"output", 'o', N_("FILE"), NULL, N_("write to a file")},
	{"counts", 0, NULL, NULL,
		N_("cases, answers: coded stretches instead of 1 and 0")},
	{"excel", 0, NULL, NULL,
		N_("csv, tsv: UTF-8 with a BOM, and no cell a formula (' "
		   "before it)")},
	{"encoding", 0, N_("ENCODING"), "utf-8|cp949",
		N_("csv, tsv: for older programs; what it lacks is an error")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option identify_options[] = {
	SG_TABLE_OPTIONS,
	{"group", 'g', N_("ATTRIBUTE"), NULL,
		N_("attribute shown with quotations (default: the first)")},
	{"by", 'b', N_("ATTRIBUTE,..."), NULL,
		N_("attributes that are printed together")},
	{"quotes", 0, N_("N"), NULL, N_("findings: most quotations a row (0: none)")},
	{"all", 0, NULL, NULL, N_("every answer, and not only what is printed")},
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_out[] = {
	{"export", "codings|cases|answers|FILE",
		N_("data for R, Python, SPSS and Excel"),
		N_("codings: a row a coding, with its words. cases: a row a "
		   "respondent, a "
		   "column a code. answers: the same by respondent and question. Empty "
		   "is: not asked or not answered.\n\n"
		   "  saegim export codings.csv\n"
		   "  saegim export cases.sav\n"
		   "  saegim export answers --question Q4 --excel --output q4.csv\n"),
		export_options, 1, 1, NULL, sg_cmd_export},
	{"identify", "[accept KEY... | undo KEY...]",
		N_("what in printed quotations can tell who somebody is"),
		N_("Looks through the quotations that the findings show, and pinned "
		   "ones, for names, institutions, numbers, addresses, and for groups "
		   "of few respondents. It points at places to read; what it does not "
		   "list is not safe for that. accept: a find is harmless.\n\n"
		   "  saegim identify\n"
		   "  saegim identify accept 3fa94c01\n"
		   "  saegim identify --all --by 직군,지역 --output identify.xlsx\n"),
		identify_options, 0, 1000, "accept|undo", sg_cmd_identify},
	{"methods", "[set NAME TEXT | clear NAME]",
		N_("what only you know, for the methods appendix"),
		N_("Without more, the fields and what stands in them. The appendix "
		   "itself is 'saegim table methods'; what nobody wrote is a marked "
		   "blank there.\n\n"
		   "  saegim methods set fieldwork '2026-03'\n"
		   "  saegim methods set english.C1a 'Digital divide'\n"
		   "  saegim table methods --output methods.hwpx\n"),
		NULL, 0, 3, "set|clear", sg_cmd_methods},
	SG_COMMANDS_END,
};
