/* commands.h - the tables of commands, group by group, and the functions behind them.
 * Each returns an exit status. */
#ifndef SG_CLI_COMMANDS_H
#define SG_CLI_COMMANDS_H

#include "cli/command.h"

#define SG_COMMANDS_END                                        \
	{                                                      \
		NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, NULL \
	}

extern const struct sg_command sg_commands_project[];
extern const struct sg_command sg_commands_tables[];
extern const struct sg_command sg_commands_runs[];
extern const struct sg_command sg_commands_rules[];
extern const struct sg_command sg_commands_people[];
extern const struct sg_command sg_commands_coders[];
extern const struct sg_command sg_commands_review[];
extern const struct sg_command sg_commands_quality[];
extern const struct sg_command sg_commands_refine[];
extern const struct sg_command sg_commands_figures[];
extern const struct sg_command sg_commands_out[];

int sg_cmd_run(struct sg_cli *cli);
int sg_cmd_init(struct sg_cli *cli);
int sg_cmd_ingest(struct sg_cli *cli);
int sg_cmd_code(struct sg_cli *cli);
int sg_cmd_table(struct sg_cli *cli);
int sg_cmd_quotes(struct sg_cli *cli);
int sg_cmd_show(struct sg_cli *cli);
int sg_cmd_status(struct sg_cli *cli);
int sg_cmd_log(struct sg_cli *cli);
int sg_cmd_restore(struct sg_cli *cli);
int sg_cmd_diff(struct sg_cli *cli);
int sg_cmd_freeze(struct sg_cli *cli);
int sg_cmd_kwic(struct sg_cli *cli);
int sg_cmd_explain(struct sg_cli *cli);
int sg_cmd_codebook(struct sg_cli *cli);
int sg_cmd_restructure(struct sg_cli *cli);
int sg_cmd_add(struct sg_cli *cli);
int sg_cmd_accept(struct sg_cli *cli);
int sg_cmd_reject(struct sg_cli *cli);
int sg_cmd_pin(struct sg_cli *cli);
int sg_cmd_bar(struct sg_cli *cli);
int sg_cmd_facet(struct sg_cli *cli);
int sg_cmd_undo(struct sg_cli *cli);
int sg_cmd_answer(struct sg_cli *cli);
int sg_cmd_merge(struct sg_cli *cli);
int sg_cmd_memo(struct sg_cli *cli);
int sg_cmd_assign(struct sg_cli *cli);
int sg_cmd_sheet(struct sg_cli *cli);
int sg_cmd_settle(struct sg_cli *cli);
int sg_cmd_agree(struct sg_cli *cli);
int sg_cmd_review(struct sg_cli *cli);
int sg_cmd_reviewed(struct sg_cli *cli);
int sg_cmd_evaluate(struct sg_cli *cli);
int sg_cmd_uncoded(struct sg_cli *cli);
int sg_cmd_suggest(struct sg_cli *cli);
int sg_cmd_methods(struct sg_cli *cli);
int sg_cmd_identify(struct sg_cli *cli);
int sg_cmd_export(struct sg_cli *cli);
int sg_cmd_plot(struct sg_cli *cli);
int sg_cmd_report(struct sg_cli *cli);

#endif
