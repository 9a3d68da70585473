/* commands_runs.c - commands and options: what changed from run to run, and the way
 * back. */
#include "config.h"

#include "cli/commands.h"
#include "cli/script_tables.h"
#include "cli/session.h"

static const struct sg_option log_options[] = {
	SG_OUTPUT_OPTIONS,
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option diff_options[] = {
	SG_SELECT_OPTIONS,
	{"cells", 0, NULL, NULL, N_("the printed cells only, no codings")},
	{"level", 'L', N_("N"), NULL,
		N_("depth of the codes: 1 themes, 2, 3 (default: all)")},
	{NULL, 0, NULL, NULL, NULL},
};

static const struct sg_option freeze_options[] = {
	{"note", 'n', N_("TEXT"), NULL, N_("a note kept with it")},
	SG_WHO_OPTION,
	SG_JSON_OPTION,
	{NULL, 0, NULL, NULL, NULL},
};

const struct sg_command sg_commands_runs[] = {
	{"log", NULL, N_("the runs, the last one first"),
		N_("Of each run its codebook, the segments born, died and alive, the "
		   "codes that changed (+ new, − gone), what people said until the "
		   "next, and what was frozen."),
		log_options, 0, 0, NULL, sg_cmd_log},
	{"diff", "[RUN|NAME [RUN|NAME]]", N_("what changed in print, and whose words"),
		N_("First the cells of the findings tables that differ, with the "
		   "people who make the difference; then the codings lost and gained, "
		   "by code and rule. Without operands the last run is compared with "
		   "the one before it; one operand is compared with now.\n\n"
		   "  saegim diff\n"
		   "  saegim diff 3 --question Q4 --cells\n"
		   "  saegim diff 최종보고\n"),
		diff_options, 0, 2, NULL, sg_cmd_diff},
	{"restore", "RUN", N_("bring the codings of a run back"),
		N_("Applies the codebook of that run again, as a new run, and writes "
		   "it beside the file it was (my.run3.md), never over another. "
		   "What people said is not touched."),
		NULL, 1, 1, NULL, sg_cmd_restore},
	{"freeze", "[NAME]", N_("keep the study under a name, or list what was kept"),
		N_("Texts, codings, judgements and memos are kept whole as they are, "
		   "so that every table can be printed again to the byte whatever "
		   "changes later.\n\n"
		   "  saegim freeze 최종보고 --note '6월 제출본'\n"
		   "  saegim table findings --at 최종보고\n"),
		freeze_options, 0, 1, NULL, sg_cmd_freeze},
	SG_COMMANDS_END,
};
