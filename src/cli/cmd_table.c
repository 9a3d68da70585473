/* cmd_table.c - table and quotes: the study as tables. */
#include "config.h"

#include <string.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "cli/table_options.h"
#include "codebook/locate.h"

static bool numbers(struct sg_cli *cli, struct sg_table_options *o)
{
	uint64_t level, min, top, outside, quotes, base, run;

	if (!sg_args_uint(cli, "level", 9, 0, &level) ||
		!sg_args_uint(cli, "min", 1000000, 0, &min) ||
		!sg_args_uint(cli, "top", 1000000, 0, &top) ||
		!sg_args_uint(cli, "outside-min", 1000000, 0, &outside) ||
		!sg_args_uint(cli, "base-size", 1000, 0, &base) ||
		!sg_args_uint(cli, "run-length", 1000, 0, &run) ||
		!sg_args_uint(cli, "quotes", 20, 2, &quotes))
		return false;
	o->level = (uint32_t)level;
	o->min = (double)min;
	o->top = (uint32_t)top;
	o->base_size = (uint32_t)base;
	o->run_length = (uint32_t)run;
	o->outside_min = (uint32_t)outside;
	o->quotes = quotes == 0 ? UINT32_MAX : (uint32_t)quotes;
	return true;
}

/* A network has its codes beside their pairs. */
static bool wants_network(const struct sg_args *args)
{
	const char *format = sg_args_get(args, "format");
	const char *path = sg_args_get(args, "output");
	const struct sg_writer *w = format ? sg_writer_find(format)
				    : path ? sg_writer_for(path)
					   : NULL;

	return w && w->network;
}

static int unknown_table(const struct sg_cli *cli, const char *word)
{
	enum { MOST = 32, NEAR = 2 };
	struct sg_str names[MOST];
	size_t n = 0;

	for (const struct sg_table_kind *k = sg_table_kinds; k->name && n < MOST; k++)
		if (strcmp(k->name, "quotes") != 0)
			names[n++] = sg_str_of(k->name);
	size_t best = sg_nearest(sg_str_of(word), names, n, NEAR);
	if (best == SIZE_MAX)
		return sg_usage(cli, "table", _("there is no table '%s'"), word);
	return sg_usage(cli, "table", _("there is no table '%s'; did you mean '%.*s'?"),
		word, SG_ARG(names[best]));
}

int sg_cmd_table(struct sg_cli *cli)
{
	const struct sg_args *args = &cli->args;
	const struct sg_table_kind *kind = sg_table_kind_find(args->operands[0]);
	const char *columns = sg_args_get(args, "columns");
	struct sg_selection sel;

	if (!kind || strcmp(kind->name, "quotes") == 0)
		return unknown_table(cli, args->operands[0]);
	bool codes = strcmp(kind->name, "matrix") == 0 && sg_args_has(args, "rows");
	const char *table = codes ? "matrix --rows" : kind->name;
	int rc = sg_table_options_check(
		cli, table, sg_arena_printf(&cli->arena, "table %s", table).p);
	if (rc == 0)
		rc = sg_session_selection(cli, &sel);
	if (rc != 0)
		return rc;
	struct sg_table_options o = {
		.filter = sel.filter,
		.by = sg_args_text(cli, sg_args_get(args, "by")),
		.facet = sg_args_text(cli, sg_args_get(args, "facet")),
		.group = sg_args_text(cli, sg_args_get(args, "group")),
		.sort = sg_session_sort(sg_args_get(args, "sort")),
		.base = sg_session_base(sg_args_get(args, "base")),
		.columns = columns ? sg_args_text(cli, columns).p : NULL,
		.presence = sg_args_has(args, "presence"),
		.unit = sg_args_get(args, "unit"),
		.more = sg_args_has(args, "more"),
		.measure = sg_args_get(args, "measure"),
		.rows = sg_args_text(cli, sg_args_get(args, "rows")),
		.cell = sg_args_get(args, "cell"),
		.tests = sg_args_has(args, "tests"),
		.cqr = sg_args_has(args, "cqr"),
		.nodes = wants_network(args),
	};
	if (!numbers(cli, &o))
		return SG_EXIT_USAGE;
	struct sg_project *p = sg_session_open(cli, false);
	return p ? sg_session_table(cli, p, kind, &o) : sg_fail(cli);
}

int sg_cmd_quotes(struct sg_cli *cli)
{
	struct sg_selection sel;
	int rc = sg_session_selection(cli, &sel);

	if (rc != 0)
		return rc;
	struct sg_table_options o = {.filter = sel.filter,
		.query = sg_args_text(cli, cli->args.operands[0]),
		.unit = sg_args_get(&cli->args, "unit"),
		.group = sg_args_text(cli, sg_args_get(&cli->args, "group"))};
	struct sg_project *p = sg_session_open(cli, false);
	return p ? sg_session_table(cli, p, sg_table_kind_find("quotes"), &o)
		 : sg_fail(cli);
}
