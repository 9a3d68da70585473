/* commands.c - the one table of commands and options. */
#include "config.h"

#include "cli/commands.h"

#include <string.h>

#include "cli/session.h"

#define CODER_OPTION                                                                 \
	{                                                                            \
		"coder", 0, N_("NAME"), NULL,                                        \
			N_("who says so (default: $SAEGIM_CODER or the login name)") \
	}

#define INTAKE_OPTIONS                                                             \
	{"questionnaire", 0, N_("FILE"), NULL,                                     \
		N_("the questions: groups, wording, focus, parts")},               \
		{"encoding", 'e', N_("NAME"), NULL,                                \
			N_("encoding of the files (default: recognised)")},        \
		{"id", 0, N_("COLUMN"), NULL,                                      \
			N_("column or field that names the respondent (default: "  \
			   "recognised)")},                                        \
		{"text", 0, N_("Q1=FIELD,..."), NULL,                              \
			N_("columns or fields that hold the answers (default: by " \
			   "label)")},                                             \
	{                                                                          \
		"keep", 0, N_("FIELD,..."), NULL,                                  \
			N_("columns or fields kept as attributes (default: all "   \
			   "others)")                                              \
	}

#define NEW_PROJECT_OPTIONS                                         \
	{"title", 't', N_("TEXT"), NULL, N_("title of the study")}, \
	{                                                           \
		"language", 'l', N_("LANGUAGE"), "ko|en",           \
			N_("language of the reports")               \
	}

#define RUN_OPTIONS                                                                    \
	{"note", 'n', N_("TEXT"), NULL, N_("a note kept with the run")},               \
		{"from-scratch", 0, NULL, NULL, N_("evaluate unchanged codes again")}, \
		{"threads", 0, N_("N"), NULL,                                          \
			N_("scan on so many threads (default: processors, at most "    \
			   "8)")},                                                     \
	{                                                                              \
		"ignore-scopes", 0, NULL, NULL,                                        \
			N_("let rules look in every question, without defaults (for "  \
			   "evaluate)")                                                \
	}

static const struct sg_option run_options[] = {
	INTAKE_OPTIONS,
	{"question", 'Q', N_("Q4,Q9"), NULL, N_("findings of these questions only")},
	{"code", 'c', N_("C1,D"), NULL, N_("only these codes and those below them")},
	{"where", 'w', N_("NAME=VALUE|..."), NULL,
		N_("only respondents with this attribute; may be repeated")},
	{"coder", 0, N_("NAME"), NULL,
		N_("count the codings of this coder only (rules: the rules')")},
	{"format", 'f', N_("FORMAT"), "text|md|csv|tsv|json", N_("form of the output")},
	{"output", 'o', N_("FILE"), NULL, N_("write to a file")},
	NEW_PROJECT_OPTIONS,
	RUN_OPTIONS,
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option init_options[] = {
	NEW_PROJECT_OPTIONS,
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option ingest_options[] = {
	INTAKE_OPTIONS,
	{"attributes", 'a', NULL, NULL,
		N_("the files hold attributes of respondents, one row each")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option code_options[] = {
	RUN_OPTIONS,
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option table_options[] = {
	SG_TABLE_OPTIONS,
	{"by", 'b', N_("ATTRIBUTE"), NULL, N_("a column for each group")},
	{"group", 'g', N_("ATTRIBUTE"), NULL,
		N_("attribute shown with quotations (default: the first)")},
	{"level", 'L', N_("N"), NULL, N_("depth of the codes: 1 themes, 2, 3")},
	{"min", 'm', N_("N"), NULL,
		N_("leave out rows with a smaller n (said in a note)")},
	{"sort", 's', N_("ORDER"), "codebook|n|name", N_("order of the rows")},
	{"base", 0, N_("BASE"), "valid|asked|all", N_("base of the percentages")},
	{"quotes", 0, N_("N"), NULL, N_("findings: most quotations a row (0: none)")},
	{"outside-min", 0, N_("N"), NULL,
		N_("findings: name codes outside the question's focus from this n")},
	{"columns", 0, N_("WHAT"), NULL,
		N_("matrix: case, question, or the name of an attribute")},
	{"presence", 0, NULL, NULL, N_("matrix: 1 and 0 instead of counts")},
	{"unit", 'u', N_("UNIT"), "sentence|paragraph|answer|case|overlap",
		N_("cooccur: where two codes must meet (default: answer)")},
	{"more", 0, NULL, NULL, N_("cooccur: further coefficients")},
	{"top", 0, N_("N"), NULL, N_("cooccur: only the strongest pairs")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option status_options[] = {
	{"answers", 'a', NULL, NULL,
		N_("list the answers that say nothing, with their kind")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option quotes_options[] = {
	SG_TABLE_OPTIONS,
	{"group", 'g', N_("ATTRIBUTE"), NULL,
		N_("attribute shown with quotations (default: the first)")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option kwic_options[] = {
	{"count", 'n', NULL, NULL, N_("the forms with their frequencies")},
	{"sort", 's', N_("ORDER"), "text|left|right|form", N_("order of the lines")},
	{"format", 'f', N_("FORMAT"), "text|md|csv|tsv|json", N_("form of the output")},
	{"output", 'o', N_("FILE"), NULL, N_("write to a file")},
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

static const struct sg_option add_options[] = {
	CODER_OPTION,
	{"from", 0, N_("FILE"), NULL,
		N_("codings from a table: respondent, question, code, quote")},
	{"reason", 'r', N_("TEXT"), NULL, N_("why")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option judge_options[] = {
	CODER_OPTION,
	{"reason", 'r', N_("TEXT"), NULL, N_("why")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option coder_options[] = {
	CODER_OPTION,
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option memo_options[] = {
	CODER_OPTION,
	{"code", 'c', N_("CODE"), NULL, N_("about this code")},
	{"question", 'Q', N_("QUESTION"), NULL, N_("about this question")},
	{"respondent", 'R', N_("NAME"), NULL, N_("about this respondent")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option evaluate_options[] = {
	{"gold", 0, N_("NAME"), NULL, N_("the coder taken as the standard")},
	{"second", 0, N_("NAME"), NULL, N_("another coder to show beside")},
	{"respondents", 'R', N_("R01-R20,..."), NULL,
		N_("only these (default: all that the standard coded)")},
	{"per-code", 0, NULL, NULL, N_("figures of every code")},
	{"format", 'f', N_("FORMAT"), "text|md|csv|tsv|json", N_("form of the output")},
	{"output", 'o', N_("FILE"), NULL, N_("write to a file")},
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands[] = {
	{"run", "CODEBOOK RESPONSES...",
		N_("answers and codebook in, tables out, in one go"),
		N_("Reads the answers, codes them, and prints the findings of each "
		   "question, "
		   "the themes and the strongest co-occurrences. Without -p the "
		   "project is "
		   "temporary.\n\n"
		   "  saegim run codebooks/intelligent-government.md \\\n"
		   "    --questionnaire "
		   "corpora/intelligent-government/questionnaire.md \\\n"
		   "    corpora/intelligent-government/interviews --question Q4\n"),
		run_options, 2, 100000, NULL, sg_cmd_run},
	{"init", "FILE.saegim", N_("make an empty project"), NULL, init_options, 1, 1,
		NULL, sg_cmd_init},
	{"ingest", "FILE|FOLDER...", N_("read answers into the project"),
		N_("Takes text and Markdown files (one respondent each, questions "
		   "under "
		   "headings), CSV and TSV tables (one row a respondent) and JSON "
		   "Lines. What was "
		   "not recognised is listed with file and line. A file that did not "
		   "change does "
		   "nothing; a changed one becomes a new text, and judgements are "
		   "placed again."),
		ingest_options, 1, 100000, NULL, sg_cmd_ingest},
	{"code", "CODEBOOK", N_("apply a codebook and record the run"),
		N_("Only codes whose rules changed are evaluated again. Human "
		   "judgements are not "
		   "touched."),
		code_options, 1, 1, NULL, sg_cmd_code},
	{"table", "findings|themes|matrix|cooccur", N_("print a table of the study"),
		N_("findings: question by question, themes with n and quotations.\n"
		   "themes: all codes over the whole study.\n"
		   "matrix: codes by respondents, questions or an attribute "
		   "(--columns).\n"
		   "cooccur: pairs of codes with n1, n2, n11 and Jaccard."),
		table_options, 1, 1, "findings|themes|matrix|cooccur", sg_cmd_table},
	{"quotes", "CODE", N_("everything coded with a code, in full"), NULL,
		quotes_options, 1, 1, NULL, sg_cmd_quotes},
	{"show", "RESPONDENT [QUESTION]", N_("answers as written, with their codes"),
		NULL, NULL, 1, 2, NULL, sg_cmd_show},
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
	{"status", NULL, N_("what is in the project and what is open"), NULL,
		status_options, 0, 0, NULL, sg_cmd_status},
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
	{"add", "CODE RESPONDENT QUESTION [QUOTE]", N_("code a passage by hand"),
		N_("Without QUOTE the whole answer is coded. --from reads many codings "
		   "from a "
		   "table; every line that cannot be placed is listed."),
		add_options, 0, 4, NULL, sg_cmd_add},
	{"accept", "CODE RESPONDENT QUESTION [QUOTE]",
		N_("confirm what the rules coded"), NULL, judge_options, 3, 4, NULL,
		sg_cmd_accept},
	{"reject", "CODE RESPONDENT QUESTION [QUOTE]",
		N_("reject what the rules coded"), NULL, judge_options, 3, 4, NULL,
		sg_cmd_reject},
	{"pin", "CODE RESPONDENT QUESTION QUOTE",
		N_("choose a quotation for the findings"), NULL, judge_options, 4, 4,
		NULL, sg_cmd_pin},
	{"bar", "CODE RESPONDENT QUESTION QUOTE",
		N_("keep a quotation out of the findings"), NULL, judge_options, 4, 4,
		NULL, sg_cmd_bar},
	{"undo", NULL, N_("take back your last judgement or memo"), NULL, coder_options,
		0, 0, NULL, sg_cmd_undo},
	{"answer", "RESPONDENT QUESTION answered|none|not_asked [KIND]",
		N_("correct whether an answer says something"),
		N_("Kinds: missing, blank, unknown, not_my_field, partial, "
		   "cross_reference, full."),
		coder_options, 3, 4, NULL, sg_cmd_answer},
	{"memo", "[TEXT]", N_("write a memo, or list the memos"),
		N_("A memo on a question and a code together is the implication (함의) "
		   "of that cell "
		   "of the findings table.\n\n"
		   "  saegim memo --question Q4 --code C1a '찾아가는 지원을 함께 "
		   "설계해야 한다.'\n"),
		memo_options, 0, 1, NULL, sg_cmd_memo},
	{"evaluate", "--gold NAME", N_("the rules against a human standard"),
		N_("F1 at sentence and answer, kappa at respondent, beside what coding "
		   "without "
		   "reading reaches."),
		evaluate_options, 0, 0, NULL, sg_cmd_evaluate},
	{NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, NULL},
};

const struct sg_command *sg_command_find(const char *name)
{
	for (const struct sg_command *c = sg_commands; c->name; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}
