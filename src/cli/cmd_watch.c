/* cmd_watch.c - code --watch: a run after every save of the codebook, and the printed
 * cells it changed; on a terminal in place, else line after line. */
#include "config.h"

#include "cli/cmd_watch.h"

#include <unistd.h>

#include "base/console.h"
#include "base/watch.h"
#include "cli/diff_report.h"
#include "cli/session.h"

#define CLEAR "\x1b[H\x1b[2J\x1b[3J"

enum { HEAD = 3, LEAST_ROWS = 4, ROWS_UNKNOWN = 24 };

struct watching {
	struct sg_cli *cli;
	const char *codebook;
	const struct sg_code_choices *choices;
	bool screen;    /* draw in place */
	uint32_t start; /* the run there was at the beginning, 0: none */
};

static size_t rows_left(const struct watching *w, const struct sg_buf *out)
{
	size_t rows = sg_console_height(STDOUT_FILENO), used = HEAD;

	for (size_t i = 0; i < out->n; i++)
		used += out->p[i] == '\n';
	rows = rows ? rows : ROWS_UNKNOWN;
	return !w->screen ? 0 : rows > used + LEAST_ROWS ? rows - used : LEAST_ROWS;
}

static void put_cells(const struct watching *w, struct sg_change *c, struct sg_buf *out)
{
	struct sg_diff_style style = {w->cli->width, w->cli->colour_out};
	size_t most = rows_left(w, out), n = c->diff.ncells;

	if (n == 0)
		sg_buf_addz(out, _("no printed cell differs\n"));
	sg_diff_report_cells(c, &style, most, out);
	if (most && n > most + 1)
		sg_buf_printf(out, _("and %zu more cells; 'saegim diff' shows them\n"),
			n - most);
}

/* What has come together since the watch began. */
static int put_since(const struct watching *w, struct sg_project *p, uint32_t run,
	struct sg_buf *out)
{
	struct sg_diff_options o = {0};
	struct sg_change all;

	if (!w->screen || w->start == 0 || run <= w->start + 1)
		return 0;
	if (sg_change_between(&all, p, sg_arena_printf(&w->cli->arena, "%u", w->start),
		    SG_STR(""), &o) < 0)
		return -1;
	sg_buf_printf(out, _("\nsince run %u:\n"), w->start);
	put_cells(w, &all, out);
	sg_change_release(&all);
	return 0;
}

static int run_once(const struct watching *w, struct sg_project *p, struct sg_buf *out)
{
	struct sg_diff_options o = {0};
	struct sg_code_counts c = {0};
	struct sg_change change;
	bool known;

	if (sg_change_by_code(
		    &change, &known, p, w->codebook, w->choices, false, &o, &c) < 0)
		return -1;
	if (c.run == 0)
		sg_buf_printf(out, _("%s  nothing has changed: %zu segments\n"),
			w->cli->now, c.live);
	else
		sg_buf_printf(out,
			_("%s  run %u: %zu of %zu codes; %zu segments (+%zu -%zu)\n"),
			w->cli->now, c.run, c.evaluated, c.codes, c.live, c.born,
			c.died);
	if (!known)
		return 0;
	put_cells(w, &change, out);
	sg_change_release(&change);
	return put_since(w, p, c.run, out);
}

/* The project is open only meanwhile. What fails is said, and the watch goes on. */
static bool once(struct watching *w)
{
	struct sg_cli *cli = w->cli;
	struct sg_buf out;
	int rc = -1;

	sg_cli_set_now(cli);
	if (w->screen)
		sg_cli_set_width(cli);
	sg_buf_init(&out);
	if (w->screen && !sg_out(cli, SG_STR(CLEAR)))
		goto end;
	struct sg_project *p = sg_session_open(cli, true);
	if (p && run_once(w, p, &out) < 0)
		cli->err = *sg_project_err(p);
	if (cli->err.code != SG_OK)
		sg_fail(cli);
	sg_project_close(p);
	sg_error_reset(&cli->err);
	rc = sg_out(cli, sg_buf_str(&out)) ? 0 : -1;
end:
	sg_buf_release(&out);
	return rc == 0;
}

/* The run that later ones are compared with. */
static int find_start(struct watching *w)
{
	struct sg_project *p = sg_session_open(w->cli, true);

	if (!p)
		return -1;
	int rc = sg_store_last_run(sg_project_store(p), &w->start, &w->cli->err);
	sg_project_close(p);
	return rc;
}

int sg_watch_code(
	struct sg_cli *cli, const char *codebook, const struct sg_code_choices *choices)
{
	struct watching w = {.cli = cli,
		.codebook = codebook,
		.choices = choices,
		.screen = cli->terminal && cli->can_draw};

	if (find_start(&w) < 0)
		return sg_fail(cli);
	struct sg_watch *watch = sg_watch_new(codebook, STDOUT_FILENO);
	bool ok = once(&w);
	sg_say(cli, _("watching %s; Ctrl-C ends"), codebook);
	while (ok && !cli->unread && sg_watch_wait(watch)) {
		ok = once(&w);
		if (w.screen)
			sg_say(cli, _("watching %s; Ctrl-C ends"), codebook);
	}
	sg_watch_free(watch);
	return ok ? SG_EXIT_DONE : sg_fail(cli);
}
