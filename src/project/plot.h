/* plot.h - from a study to a figure: the table a chart draws, made as the chart wants. */
#ifndef SG_PROJECT_PLOT_H
#define SG_PROJECT_PLOT_H

#include "project/project.h"
#include "report/chart.h"

/* Fills what the chart needs and the options leave open (columns, by, top). */
void sg_plot_defaults(const struct sg_chart *chart, const struct sg_study *s,
	struct sg_table_options *o);

/* Makes the table that the chart draws: the first of `tables`. */
int sg_plot_table(const struct sg_study *s, const struct sg_chart *chart,
	const struct sg_table_options *o, struct sg_tables *tables,
	struct sg_error *err);
/* Appends the figure of a study as SVG. */
int sg_plot_study(const struct sg_study *s, const struct sg_chart *chart,
	const struct sg_table_options *o, const struct sg_chart_options *draw,
	struct sg_buf *out, struct sg_error *err);

#endif
