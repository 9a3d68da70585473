/* commands_figures.c - commands and options: pictures of the study. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

static const struct sg_option plot_options[] = {
	SG_WHICH_OPTIONS,
	SG_COUNTED_OPTION,
	SG_AT_OPTION,
	{"by", 'b', N_("ATTRIBUTE"), NULL,
		N_("bars, groups: the groups (groups: by default the first "
		   "attribute)")},
	{"level", 'L', N_("N"), NULL,
		N_("depth of the codes: 1 themes, 2, 3 (default: all)")},
	{"min", 'm', N_("N"), NULL,
		N_("leave out rows with a smaller n (said in a note)")},
	{"sort", 's', N_("ORDER"), "codebook|n|name",
		N_("order of the rows (default: codebook)")},
	{"base", 0, N_("BASE"), "valid|asked|all",
		N_("base of the percentages (default: valid)")},
	{"unit", 'u', N_("UNIT"), "sentence|paragraph|answer|respondent|overlap",
		N_("cooccur, network: where two codes must meet (default: answer)")},
	{"top", 0, N_("N"), NULL,
		N_("cooccur, network: only the strongest pairs (network: 60)")},
	{"svg", 0, NULL, NULL, N_("SVG (default; a file's ending tells too)")},
	{"png", 0, NULL, NULL, N_("PNG, for a file")},
	{"width", 0, N_("PIXELS"), NULL, N_("width of the figure (default: 760)")},
	{"output", 'o', N_("FILE"), NULL, N_("write to a file")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option report_options[] = {
	SG_WHICH_OPTIONS,
	SG_COUNTED_OPTION,
	SG_AT_OPTION,
	{"group", 'g', N_("ATTRIBUTE"), NULL,
		N_("attribute shown with quotations (default: the first)")},
	{"title", 't', N_("TITLE"), NULL,
		N_("title of the page (default: the study's)")},
	{"output", 'o', N_("FILE"), NULL, N_("write to a file")},
	{NULL, 0, NULL, NULL, NULL},
};

#define FIGURES "bars|respondents|questions|groups|cooccur|network|saturation"

const struct sg_command sg_commands_figures[] = {
	{"plot", FIGURES, N_("draw a figure of the study"),
		N_("bars: people by theme. respondents, questions: codes by them, the "
		   "number in each square. groups: people by code and group. cooccur, "
		   "network: codes that occur together. saturation: new codes by "
		   "interview. The figure shows the numbers of the table of that "
		   "name.\n\n"
		   "  saegim plot bars --level 2 --question Q4 --output q4.svg\n"
		   "  saegim plot groups --by 직군 --output groups.png\n"),
		plot_options, 1, 1, FIGURES, sg_cmd_plot},
	{"report", NULL, N_("the study as one HTML page, with its figures"),
		N_("The page needs nothing beside it: open it with a double click. A "
		   "number opens the people and statements behind it, a quotation its "
		   "place in the answer; groups and codes can be chosen, tables copied "
		   "into Hangul or Word. It holds every answer as written: give it "
		   "only to people who may read them.\n\n"
		   "  saegim report --output report.html\n"
		   "  saegim report --at 보고서1차 --output first.html\n"),
		report_options, 0, 0, NULL, sg_cmd_report},
	SG_COMMANDS_END,
};
