/* chart.c - the table of charts. */
#include "config.h"

#include "report/chart.h"

#include <string.h>

#include "report/chart_parts.h"

const struct sg_chart sg_charts[] = {
	{"bars", "themes", N_("people by theme (--by: a bar a group)"), sg_chart_bars},
	{"respondents", "matrix", N_("codes by respondents"), sg_chart_grid},
	{"questions", "matrix", N_("codes by questions"), sg_chart_grid},
	{"groups", "crosstab", N_("codes by groups (--by)"), sg_chart_dots},
	{"cooccur", "cooccur", N_("how often codes occur together"), sg_chart_cooccur},
	{"network", "cooccur", N_("the same as a network"), sg_chart_network},
	{"saturation", "saturation", N_("new codes by interview"), sg_chart_saturation},
	{NULL, NULL, NULL, NULL},
};

const struct sg_chart *sg_chart_find(const char *name)
{
	for (const struct sg_chart *c = sg_charts; c->name; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}
