/* commands.c - the groups of commands, in the order in which help shows them. Each
 * group is a table in a file of its own, commands_GROUP.c. */
#include "config.h"

#include "cli/commands.h"

#include <string.h>

const struct sg_command_group sg_command_groups[] = {
	{N_("Projects"), sg_commands_project},
	{N_("Tables"), sg_commands_tables},
	{N_("Figures"), sg_commands_figures},
	{N_("For print and data"), sg_commands_out},
	{N_("Runs"), sg_commands_runs},
	{N_("Rules"), sg_commands_rules},
	{N_("What next"), sg_commands_refine},
	{N_("Judgements"), sg_commands_people},
	{N_("Review"), sg_commands_review},
	{N_("Coders"), sg_commands_coders},
	{N_("Quality"), sg_commands_quality},
	{NULL, NULL},
};

const struct sg_command *sg_command_next(const struct sg_command *c)
{
	const struct sg_command_group *g = sg_command_groups;

	if (!c)
		return g->commands;
	if (c[1].name)
		return c + 1;
	/* The end of one group leads to the next. */
	for (; g->title; g++)
		for (const struct sg_command *i = g->commands; i->name; i++)
			if (i == c)
				return g[1].title ? g[1].commands : NULL;
	return NULL;
}

const struct sg_command *sg_command_find(const char *name)
{
	const struct sg_command *c = NULL;

	while ((c = sg_command_next(c)))
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}
