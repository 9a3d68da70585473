/* commands_project.c - commands and options: a project: answers in, codebook applied. */
#include "config.h"

#include "cli/commands.h"
#include "cli/script_tables.h"
#include "cli/session.h"

#define NEW_PROJECT_OPTIONS                                         \
	{"title", 't', N_("TEXT"), NULL, N_("title of the study")}, \
	{                                                           \
		"language", 'l', N_("LANGUAGE"), "ko|en",           \
			N_("language of the reports (default: ko)") \
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
		{"sheet", 0, N_("NAME"), NULL,                                     \
			N_("sheet of an Excel file (default: the first)")},        \
	{                                                                          \
		"keep", 0, N_("FIELD,..."), NULL,                                  \
			N_("columns or fields kept as attributes (default: all "   \
			   "others)")                                              \
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
	SG_COUNTED_OPTION,
	SG_OUTPUT_OPTIONS,
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
	{"gone", 0, N_("WHAT"), "tell|drop|keep",
		N_("sources whose files are no longer there: named (tell, the "
		   "default), taken out (drop) or left alone (keep)")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option code_options[] = {
	RUN_OPTIONS,
	{"watch", 0, NULL, NULL,
		N_("a run after every save of the codebook, until Ctrl-C")},
	{"dry-run", 0, NULL, NULL, N_("show what would change and store nothing")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option status_options[] = {
	{"answers", 'a', NULL, NULL,
		N_("list the answers that say nothing, with their kind")},
	SG_JSON_OPTION,
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_project[] = {
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
		   "headings), Excel, CSV and TSV tables (one row a respondent) "
		   "and JSON Lines. What was "
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
	{"status", NULL, N_("what is in the project and what is open"), NULL,
		status_options, 0, 0, NULL, sg_cmd_status},
	SG_COMMANDS_END,
};
