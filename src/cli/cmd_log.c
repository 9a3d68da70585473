/* cmd_log.c - log: the runs and what came with each; restore: one of them brought
 * back. */
#include "config.h"

#include "analysis/log_table.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "project/restore.h"
#include "store/history.h"
#include "text/width.h"

#define BOLD  "\x1b[1m"
#define PLAIN "\x1b[0m"

enum { INDENT = 4 };

struct page {
	struct sg_cli *cli;
	const struct sg_log *log;
	struct sg_buf *out;
	bool first;
};

static void put_line(void *ctx, struct sg_str line)
{
	struct page *p = ctx;

	sg_buf_pad(p->out, ' ', p->first ? INDENT : 2 * INDENT);
	sg_buf_add(p->out, line);
	sg_buf_addc(p->out, '\n');
	p->first = false;
}

static void put_wrapped(struct page *p, struct sg_buf *b)
{
	size_t width = p->cli->width;

	p->first = true;
	if (b->n)
		sg_width_wrap(sg_buf_str(b),
			width > 2 * INDENT + 20 ? width - 2 * INDENT : 20, put_line, p);
	sg_buf_reset(b);
}

/* What a person did, in the words of the person at the keyboard. */
static struct sg_str verdict_word(struct sg_str verdict)
{
	static const char *const words[][2] = {{"code", N_("coded by hand")},
		{"accept", N_("accept")}, {"reject", N_("reject")},
		{"facet", N_("facet")}, {"pin", N_("pin")}, {"bar", N_("bar")},
		{"reviewed", N_("reviewed")}};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (sg_str_eqz(verdict, words[i][0]))
			return sg_str_of(_(words[i][1]));
	return verdict;
}

/* The line of a run, its number in bold. */
static void put_head(struct page *p, struct sg_buf *b)
{
	bool colour = p->cli->colour_out;
	struct sg_buf lines;

	sg_buf_init(&lines);
	sg_width_fold(&lines, sg_buf_str(b), p->cli->fold);
	struct sg_str s = sg_buf_str(&lines);
	size_t number = sg_str_find(s, SG_STR("  "));
	if (colour && number != SIZE_MAX) {
		sg_buf_printf(p->out, BOLD "%.*s" PLAIN, (int)number, s.p);
		s = sg_str_skip(s, number);
	}
	sg_buf_add(p->out, s);
	sg_buf_release(&lines);
	sg_buf_reset(b);
}

static void put_run(struct page *p, const struct sg_log_run *r, struct sg_buf *b)
{
	struct sg_arena *a = &p->cli->arena;

	sg_buf_printf(b, _("run %u  %.*s  %.*s %.7s  +%zu −%zu = %zu\n"), r->id,
		SG_ARG(r->at), SG_ARG(r->path), r->sha256, r->born, r->died, r->live);
	put_head(p, b);
	if (r->restores) {
		sg_buf_printf(b, _("brings run %u back"), r->restores);
		put_wrapped(p, b);
	}
	sg_buf_add(b, r->note);
	put_wrapped(p, b);
	struct sg_str codes = sg_log_codes(p->log, r->id, false, a);
	if (codes.n)
		sg_buf_printf(b, _("codes: %.*s"), SG_ARG(codes));
	put_wrapped(p, b);
	struct sg_str said = sg_log_said(p->log, r->id, verdict_word, a);
	if (said.n)
		sg_buf_printf(b, _("since then: %.*s"), SG_ARG(said));
	put_wrapped(p, b);
	struct sg_str frozen = sg_log_frozen(p->log, r->id, a);
	if (frozen.n)
		sg_buf_printf(b, _("frozen: %.*s"), SG_ARG(frozen));
	put_wrapped(p, b);
}

/* The last run first: the one that is asked about. */
static void put_log(struct sg_cli *cli, const struct sg_log *log, struct sg_buf *out)
{
	struct page p = {.cli = cli, .log = log, .out = out};
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = log->nruns; i-- > 0;)
		put_run(&p, &log->runs[i], &b);
	sg_buf_release(&b);
}

static int print_log(struct sg_cli *cli, struct sg_project *p, const struct sg_log *log)
{
	const struct sg_writer *writer;
	struct sg_write_options w;
	struct sg_tables tables;
	struct sg_buf out;
	int rc = sg_session_writer(cli, &writer, &w);

	if (rc != 0)
		return rc;
	sg_buf_init(&out);
	cli->colour_out = w.colour;
	if (writer == sg_writer_find("text")) {
		put_log(cli, log, &out);
	} else {
		w.english = sg_project_english(p);
		sg_tables_init(&tables);
		sg_log_table(log, w.english, &tables);
		rc = writer->write(&tables, &w, &out, &cli->err);
		sg_tables_release(&tables);
	}
	bool ok = rc == 0 && sg_session_page(cli, writer, sg_buf_str(&out));
	sg_buf_release(&out);
	return ok ? 0 : -1;
}

int sg_cmd_log(struct sg_cli *cli)
{
	struct sg_project *p = sg_session_open(cli, false);
	struct sg_log log;

	if (!p)
		return sg_fail(cli);
	if (sg_log_load(&log, sg_project_store(p), &cli->err) < 0)
		return sg_session_fail(cli, p);
	if (log.nruns == 0)
		sg_say(cli, _("no codebook was applied yet; next: saegim code "
			      "CODEBOOK"));
	int rc = print_log(cli, p, &log);
	sg_log_release(&log);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return rc;
}

static void say_restored(struct sg_cli *cli, uint32_t run, const struct sg_restored *r)
{
	const struct sg_code_counts *c = &r->counts;

	if (c->run == 0) {
		sg_say(cli, _("the codings are those of run %u: %zu segments"), run,
			c->live);
		return;
	}
	sg_say(cli, _("run %u brings run %u back: %zu segments (+%zu -%zu)"), c->run,
		run, c->live, c->born, c->died);
	sg_say(cli,
		r->wrote ? _("its codebook is in %.*s")
			 : _("its codebook lies in %.*s already"),
		SG_ARG(r->path));
	if (r->differ)
		sg_say(cli,
			_("%zu segments are not as they were then: the program, or "
			  "what people said of answers, changed since"),
			r->differ);
}

int sg_cmd_restore(struct sg_cli *cli)
{
	struct sg_restored restored;
	uint64_t run;

	if (!sg_str_uint(sg_str_of(cli->args.operands[0]), UINT32_MAX, &run) || !run)
		return sg_usage(cli, NULL, _("a run is a number, not '%s'"),
			cli->args.operands[0]);
	struct sg_project *p = sg_session_open(cli, true);
	if (!p)
		return sg_fail(cli);
	if (sg_project_restore(
		    p, (uint32_t)run, sg_processors(8), &cli->arena, &restored) < 0)
		return sg_session_fail(cli, p);
	say_restored(cli, (uint32_t)run, &restored);
	sg_project_close(p);
	return SG_EXIT_DONE;
}
