/* cmd_refine.c - uncoded and suggest: what to look at next. */
#include "config.h"

#include <string.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "project/suggest.h"

typedef int make_refined(const struct sg_study *s, const struct sg_refine_options *o,
	struct sg_tables *out, struct sg_error *err);

struct refining {
	const struct sg_refine_options *options;
	make_refined *make;
};

static int make(const struct sg_study *s, const void *ctx, struct sg_tables *out,
	struct sg_error *err)
{
	const struct refining *r = ctx;

	return r->make(s, r->options, out, err);
}

static int refine(
	struct sg_cli *cli, const struct sg_refine_options *o, make_refined *what)
{
	return sg_session_tables(cli, SG_STUDY_BODIES | SG_STUDY_REJECTED, make,
		&(struct refining){o, what});
}

static int suggest(const struct sg_study *s, const struct sg_refine_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_suggestion g;
	int rc = sg_suggest(s, o, &out->arena, &g, err);

	if (rc == 0)
		rc = sg_suggest_try(s, &g, err);
	if (rc == 0)
		sg_suggest_table(&g, o, out);
	return rc;
}

static bool table_options(
	struct sg_cli *cli, struct sg_selection *sel, struct sg_refine_options *o)
{
	uint64_t top;

	if (!sg_args_uint(cli, "top", 1000000, 0, &top))
		return false;
	o->table.filter = sel->filter;
	o->table.group = sg_args_text(cli, sg_args_get(&cli->args, "group"));
	o->table.top = (uint32_t)top;
	return true;
}

int sg_cmd_uncoded(struct sg_cli *cli)
{
	const char *sort = sg_args_get(&cli->args, "sort");
	struct sg_refine_options o = {.order = SG_UNCODED_TYPICAL};
	struct sg_selection sel;
	int rc = sg_session_selection(cli, &sel);

	if (rc == 0 && sel.filter.ncodes)
		rc = sg_args_refuse(cli, "sort", "uncoded --code");
	if (rc != 0)
		return rc;
	if (sort && strcmp(sort, "longest") == 0)
		o.order = SG_UNCODED_LONGEST;
	else if (sort && strcmp(sort, "text") == 0)
		o.order = SG_UNCODED_TEXT;
	return table_options(cli, &sel, &o) ? refine(cli, &o, sg_uncoded)
					    : SG_EXIT_USAGE;
}

int sg_cmd_suggest(struct sg_cli *cli)
{
	const char *measure = sg_args_get(&cli->args, "measure");
	bool new_codes = sg_args_has(&cli->args, "new");
	struct sg_refine_options o = {.by = SG_KEYNESS_G2};
	struct sg_selection sel;
	int rc = sg_session_selection(cli, &sel);

	if (rc != 0)
		return rc;
	if (new_codes == (cli->args.noperands == 1))
		return sg_usage(cli, "suggest", _("give a code, or --new, not both"));
	rc = new_codes ? sg_args_refuse(cli, "code|measure", "suggest --new")
		       : sg_args_refuse(cli, "code|group", "suggest CODE");
	if (rc != 0)
		return rc;
	if (measure && strcmp(measure, "logodds") == 0)
		o.by = SG_KEYNESS_Z;
	struct sg_str code = SG_STR("");
	if (!new_codes) {
		code = sg_args_text(cli, cli->args.operands[0]);
		sel.filter.codes = &code;
		sel.filter.ncodes = 1;
	}
	if (!table_options(cli, &sel, &o))
		return SG_EXIT_USAGE;
	return refine(cli, &o, new_codes ? sg_uncoded_groups : suggest);
}
