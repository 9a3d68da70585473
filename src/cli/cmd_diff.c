/* cmd_diff.c - diff: what changed in print between two runs, frozen studies, or now. */
#include "config.h"

#include "cli/commands.h"
#include "cli/diff_report.h"
#include "cli/session.h"

/* The two times: of no operand the last two runs, of one that and now. */
static int times(struct sg_cli *cli, struct sg_project *p, struct sg_str *before,
	struct sg_str *after)
{
	const struct sg_args *args = &cli->args;
	uint32_t last;

	*before = sg_args_text(cli, args->noperands > 0 ? args->operands[0] : NULL);
	*after = sg_args_text(cli, args->noperands > 1 ? args->operands[1] : NULL);
	if (args->noperands > 0)
		return 0;
	int rc = sg_store_last_run(sg_project_store(p), &last, &cli->err);
	if (rc < 0)
		return rc;
	if (last < 2)
		return sg_error_set(&cli->err, SG_ENOTFOUND,
			last ? _("there is only one run; the next `saegim code` makes "
				 "something to compare")
			     : _("no codes are known yet: run `saegim code CODEBOOK` "
				 "first"));
	*before = sg_arena_printf(&cli->arena, "%u", last - 1);
	*after = sg_arena_printf(&cli->arena, "%u", last);
	return 0;
}

static struct sg_str time_of(struct sg_cli *cli, const struct sg_study *s)
{
	if (s->frozen.n)
		return s->frozen;
	return s->now ? sg_str_of(_("now"))
		      : sg_arena_printf(&cli->arena, _("run %u"), s->run);
}

static void put_head(struct sg_cli *cli, struct sg_change *c, struct sg_buf *out)
{
	struct sg_str was = time_of(cli, &c->study[SG_BEFORE]);
	struct sg_str is = time_of(cli, &c->study[SG_AFTER]);

	sg_buf_printf(out,
		sg_plural("%.*s → %.*s: %zu printed cell differs",
			"%.*s → %.*s: %zu printed cells differ", c->diff.ncells),
		SG_ARG(was), SG_ARG(is), c->diff.ncells);
	if (c->diff.compared)
		sg_buf_printf(out, _("; codings +%zu −%zu"), c->diff.only[SG_AFTER].n,
			c->diff.only[SG_BEFORE].n);
	sg_buf_addc(out, '\n');
	if (c->study[SG_AFTER].now && c->study[SG_AFTER].pending)
		sg_buf_printf(out, _("%u texts are not coded yet\n"),
			c->study[SG_AFTER].pending);
}

static void diff_text(struct sg_cli *cli, struct sg_change *c, struct sg_buf *out)
{
	struct sg_diff_style style = {cli->width, cli->colour_out};

	put_head(cli, c, out);
	sg_diff_report_cells(c, &style, 0, out);
	if (c->diff.compared)
		sg_diff_report_codings(c, &style, out);
}

bool sg_diff_print(struct sg_cli *cli, struct sg_change *c)
{
	struct sg_buf out;

	sg_buf_init(&out);
	diff_text(cli, c, &out);
	bool ok = sg_session_page(cli, sg_writer_find("text"), sg_buf_str(&out));
	sg_buf_release(&out);
	return ok;
}

/* The same as tables, in a form that is read by other programs or printed. */
static bool print_tables(struct sg_cli *cli, struct sg_change *c,
	const struct sg_writer *writer, struct sg_write_options *w)
{
	const struct sg_study *s = &c->study[SG_AFTER];
	struct sg_tables tables;
	struct sg_buf out;

	sg_buf_init(&out);
	sg_tables_init(&tables);
	w->english = sg_str_eqz(s->language, "en");
	w->title = s->title;
	w->time = s->run_at;
	sg_diff_tables(&c->diff, c->evidence, &tables);
	bool ok = writer->write(&tables, w, &out, &cli->err) == 0 &&
		  sg_session_page(cli, writer, sg_buf_str(&out));
	sg_tables_release(&tables);
	sg_buf_release(&out);
	return ok;
}

int sg_cmd_diff(struct sg_cli *cli)
{
	struct sg_selection sel;
	struct sg_str before, after;
	struct sg_change change;
	uint64_t level;
	const struct sg_writer *writer;
	struct sg_write_options w;

	int rc = sg_session_selection(cli, &sel);
	if (rc == 0)
		rc = sg_session_writer(cli, &writer, &w);
	if (rc != 0)
		return rc;
	if (!sg_args_uint(cli, "level", 9, 0, &level))
		return SG_EXIT_USAGE;
	struct sg_diff_options o = {.filter = sel.filter,
		.level = (uint32_t)level,
		.codings = !sg_args_has(&cli->args, "cells")};
	struct sg_project *p = sg_session_open(cli, false);
	if (!p)
		return sg_fail(cli);
	if (times(cli, p, &before, &after) < 0 ||
		sg_change_between(&change, p, before, after, &o) < 0)
		return sg_session_fail(cli, p);
	cli->colour_out = w.colour;
	bool ok = writer == sg_writer_find("text")
			  ? sg_diff_print(cli, &change)
			  : print_tables(cli, &change, writer, &w);
	sg_change_release(&change);
	if (!ok)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return SG_EXIT_DONE;
}
