/* plot.c - see plot.h. */
#include "config.h"

#include "project/plot.h"

#include <string.h>

enum { PAIRS = 60 };

void sg_plot_defaults(const struct sg_chart *chart, const struct sg_study *s,
	struct sg_table_options *o)
{
	if (strcmp(chart->name, "respondents") == 0)
		o->columns = "respondent";
	else if (strcmp(chart->name, "questions") == 0)
		o->columns = "question";
	else if (strcmp(chart->name, "groups") == 0 && o->by.n == 0 && s->nattributes)
		o->by = s->attributes[0];
	if (strcmp(chart->name, "network") == 0 && o->top == 0)
		o->top = PAIRS;
}

int sg_plot_table(const struct sg_study *s, const struct sg_chart *chart,
	const struct sg_table_options *options, struct sg_tables *tables,
	struct sg_error *err)
{
	struct sg_table_options o = *options;

	sg_plot_defaults(chart, s, &o);
	return sg_table_kind_find(chart->table)->make(s, &o, tables, err);
}

int sg_plot_study(const struct sg_study *s, const struct sg_chart *chart,
	const struct sg_table_options *o, const struct sg_chart_options *draw,
	struct sg_buf *out, struct sg_error *err)
{
	struct sg_tables tables;

	sg_tables_init(&tables);
	int rc = sg_plot_table(s, chart, o, &tables, err);
	if (rc == 0)
		rc = chart->draw(&tables.v[0], draw, out, err);
	sg_tables_release(&tables);
	return rc;
}
