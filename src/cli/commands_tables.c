/* commands_tables.c - commands and options: the study as tables, quotations and answers. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

static const struct sg_option table_options[] = {
	SG_TABLE_OPTIONS,
	{"by", 'b', N_("ATTRIBUTE"), NULL, N_("a column for each group")},
	{"facet", 0, N_("FACET"), NULL,
		N_("findings, themes, matrix: split n by its values")},
	{"group", 'g', N_("ATTRIBUTE"), NULL,
		N_("attribute shown with quotations (default: the first)")},
	{"level", 'L', N_("N"), NULL,
		N_("depth of the codes: 1 themes, 2, 3 (default: all)")},
	{"min", 'm', N_("N"), NULL,
		N_("leave out rows with a smaller n (said in a note)")},
	{"sort", 's', N_("ORDER"), "codebook|n|name",
		N_("order of the rows (default: codebook)")},
	{"base", 0, N_("BASE"), "valid|asked|all",
		N_("base of the percentages (default: valid)")},
	{"quotes", 0, N_("N"), NULL,
		N_("findings: most quotations a row of five people and more; others "
		   "have one (default: 2; 0: none)")},
	{"outside-min", 0, N_("N"), NULL,
		N_("findings: name codes outside the question's focus from this n")},
	{"columns", 0, N_("WHAT"), NULL,
		N_("matrix: respondent (default), question, or an attribute; with "
		   "--rows also codes, part or a facet")},
	{"rows", 0, N_("WHAT"), NULL,
		N_("matrix: its rows: codes (E: those below it), part, a facet, "
		   "question, or an attribute")},
	{"cell", 0, N_("WHAT"), "n|n%|quotes",
		N_("matrix with --rows: what the cells show")},
	{"tests", 0, NULL, NULL,
		N_("cooccur, crosstab: p values (these samples are purposive)")},
	{"base-size", 0, N_("N"), NULL,
		N_("saturation: interviews of the base (default: 4)")},
	{"run-length", 0, N_("N"), NULL,
		N_("saturation: interviews of a run (default: 2)")},
	{"cqr", 0, NULL, NULL,
		N_("findings, themes: a column general, typical, variant (Hill 2005)")},
	{"presence", 0, NULL, NULL, N_("matrix: 1 and 0 instead of counts")},
	{"unit", 'u', N_("UNIT"), "sentence|paragraph|answer|respondent|overlap",
		N_("cooccur, network, matrix: where two codes must meet (default: "
		   "answer)")},
	{"more", 0, NULL, NULL, N_("cooccur: further coefficients")},
	{"top", 0, N_("N"), NULL,
		N_("cooccur, keyness: only the strongest pairs or words")},
	{"measure", 0, N_("MEASURE"), "g2|logodds",
		N_("keyness: order of the words (default: g2)")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option quotes_options[] = {
	SG_TABLE_OPTIONS,
	{"group", 'g', N_("ATTRIBUTE"), NULL,
		N_("attribute shown with quotations (default: the first)")},
	{"unit", 'u', N_("UNIT"), "sentence|paragraph|answer|respondent|overlap",
		N_("where the codes of a query must meet (default: answer)")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option show_options[] = {
	SG_AT_OPTION,
	{NULL, 0, NULL, NULL, NULL},
};

#define TABLES                                                              \
	"overview|findings|themes|matrix|cooccur|network|crosstab|keyness|" \
	"saturation|methods"

const struct sg_command sg_commands_tables[] = {
	{"table", TABLES, N_("print a table of the study"),
		N_("overview: respondents by attribute; asked, answered and reviewed "
		   "by "
		   "question.\n"
		   "findings: question by question, themes with n and quotations.\n"
		   "themes: all codes over the whole study.\n"
		   "matrix: codes by respondents, questions or an attribute "
		   "(--columns).\n"
		   "cooccur: pairs of codes with n1, n2, n11 and Jaccard.\n"
		   "network: centrality and community of each code in those pairs.\n"
		   "crosstab: codes by the groups of one attribute or two (--by).\n"
		   "saturation: new codes by interview.\n"
		   "keyness: words that set a code (--code) or groups (--by) apart.\n"
		   "methods: the methods appendix (see saegim methods --help)."),
		table_options, 1, 1, TABLES, sg_cmd_table},
	{"quotes", "CODE|QUERY", N_("everything coded with a code, in full"),
		N_("A query joins codes with AND, NOT, | and parentheses: the codings "
		   "of "
		   "the codes it names, where it holds.\n\n"
		   "  saegim quotes C1a\n"
		   "  saegim quotes 'C1a AND E1a NOT C2c' --unit answer\n"),
		quotes_options, 1, 1, NULL, sg_cmd_quotes},
	{"show", "RESPONDENT [QUESTION]", N_("answers as written, with their codes"),
		NULL, show_options, 1, 2, NULL, sg_cmd_show},
	SG_COMMANDS_END,
};
