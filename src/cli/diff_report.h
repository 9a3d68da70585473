/* diff_report.h - a change (project/change.h) as lines for the screen: the printed cells
 * that differ, with people; then the codings lost and gained, by code and rule, as
 * sentences with their hits marked. */
#ifndef SG_CLI_DIFF_REPORT_H
#define SG_CLI_DIFF_REPORT_H

#include "cli/command.h"
#include "project/change.h"

struct sg_diff_style {
	size_t width;
	bool colour;
};

/* The first `most` cells (0: all), a line each; renamed codes before them. */
void sg_diff_report_cells(struct sg_change *c, const struct sg_diff_style *style,
	size_t most, struct sg_buf *out);
void sg_diff_report_codings(
	struct sg_change *c, const struct sg_diff_style *style, struct sg_buf *out);

/* All of it with a head line, to --output, where the command has it, or through a pager
 * (cmd_diff.c). */
bool sg_diff_print(struct sg_cli *cli, struct sg_change *c);

#endif
