/* cmd_freeze.c - freeze: the study kept whole under a name. */
#include "config.h"

#include "cli/commands.h"
#include "cli/script_tables.h"
#include "cli/session.h"
#include "store/frozen.h"
#include "text/width.h"

static bool list_for_scripts(struct sg_cli *cli, const struct sg_freezes *all)
{
	struct sg_tables tables;

	sg_tables_init(&tables);
	struct sg_table *t = sg_script_table(
		&tables, "frozen", "name|run|time|coder|program|note|sha256|bytes");
	for (size_t i = 0; i < all->n; i++) {
		const struct sg_freeze_row *r = &all->v[i];
		struct sg_cell *c = sg_table_row(&tables, t);
		c[0] = sg_cell_text(r->name);
		c[1] = sg_cell_count(r->run);
		c[2] = sg_cell_text(r->at);
		c[3] = sg_cell_text(r->coder);
		c[4] = sg_cell_text(r->program);
		c[5] = sg_cell_text(r->note);
		c[6] = sg_cell_text(r->sha256);
		c[7] = sg_cell_count((double)r->bytes);
	}
	bool ok = sg_script_write(cli, &tables);
	sg_tables_release(&tables);
	return ok;
}

static bool list_for_people(struct sg_cli *cli, const struct sg_freezes *all)
{
	struct sg_buf out;
	size_t widest = 0;

	for (size_t i = 0; i < all->n; i++)
		if (sg_width(all->v[i].name) > widest)
			widest = sg_width(all->v[i].name);
	sg_buf_init(&out);
	for (size_t i = 0; i < all->n; i++) {
		const struct sg_freeze_row *r = &all->v[i];
		sg_buf_add(&out, r->name);
		sg_buf_pad(&out, ' ', widest - sg_width(r->name));
		sg_buf_printf(&out, _("  run %u  %.*s  %.*s  saegim %.*s"), r->run,
			SG_ARG(r->at), SG_ARG(r->coder), SG_ARG(r->program));
		if (r->note.n)
			sg_buf_printf(&out, "  %.*s", SG_ARG(r->note));
		sg_buf_addc(&out, '\n');
	}
	if (all->n == 0)
		sg_say(cli, _("nothing is frozen; 'saegim freeze NAME' keeps the study "
			      "as it is"));
	bool ok = sg_out_folded(cli, sg_buf_str(&out));
	sg_buf_release(&out);
	return ok;
}

static int list(struct sg_cli *cli, struct sg_project *p)
{
	struct sg_freezes all;

	if (sg_freezes_load(&all, sg_project_store(p), &cli->err) < 0)
		return -1;
	bool ok = sg_script_wanted(cli) ? list_for_scripts(cli, &all)
					: list_for_people(cli, &all);
	sg_freezes_release(&all);
	return ok ? 0 : -1;
}

static int freeze(struct sg_cli *cli, struct sg_project *p)
{
	struct sg_freeze f = {.name = sg_args_text(cli, cli->args.operands[0]),
		.coder = sg_session_coder(cli),
		.note = sg_args_text(cli, sg_args_get(&cli->args, "note")),
		.now = cli->now,
		.program = sg_version()};
	uint32_t run, pending;

	if (sg_freeze_put(sg_project_store(p), &f, &run, &pending, &cli->err) < 0)
		return -1;
	if (pending)
		sg_say(cli, _("%u texts are not coded yet; their tables say so"),
			pending);
	sg_say(cli, _("frozen: %.*s (run %u); 'saegim table ... --at %.*s' prints it"),
		SG_ARG(f.name), run, SG_ARG(f.name));
	return 0;
}

int sg_cmd_freeze(struct sg_cli *cli)
{
	bool named = cli->args.noperands > 0;

	if (named ? sg_args_refuse(cli, "format", "freeze NAME")
		  : sg_args_refuse(cli, "note|coder", "freeze"))
		return SG_EXIT_USAGE;
	struct sg_project *p = sg_session_open(cli, named);

	if (!p)
		return sg_fail(cli);
	if ((named ? freeze(cli, p) : list(cli, p)) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return SG_EXIT_DONE;
}
