/* cmd_review.c - review, reviewed, facet: a person goes through the cells of answer and
 * code, on a terminal or from a script. */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/console.h"
#include "cli/commands.h"
#include "cli/review_screen.h"
#include "cli/session.h"
#include "coding/coding.h"
#include "project/review_json.h"
#include "project/review_sheet.h"

static enum sg_work_order order_of(const char *word)
{
	static const char *const words[] = {"risk", "code", "respondent", "new"};

	for (size_t i = 0; word && i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], word) == 0)
			return (enum sg_work_order)i;
	return SG_WORK_RISK;
}

static const char *tick(void *ctx)
{
	struct sg_cli *cli = ctx;

	sg_cli_set_now(cli);
	return cli->now;
}

/* Options but --since, which needs the project. */
static int read_options(
	struct sg_cli *cli, struct sg_selection *sel, struct sg_worklist_options *o)
{
	const struct sg_args *args = &cli->args;
	const char *only = sg_args_get(args, "only");
	uint64_t sample;
	int rc = sg_session_selection(cli, sel);

	if (rc != 0)
		return rc;
	*o = (struct sg_worklist_options){.filter = sel->filter,
		.person = sg_session_coder(cli),
		.order = order_of(sg_args_get(args, "by")),
		.mine = sg_args_has(args, "mine"),
		.again = sg_args_has(args, "again")};
	o->filter.coder = (struct sg_str){"", 0};
	if (only)
		o->only = strcmp(only, "coded") == 0 ? SG_WORK_ONLY_CODED
						     : SG_WORK_ONLY_UNCODED;
	if (!sg_args_uint(cli, "sample", UINT32_MAX, 0, &sample) ||
		!sg_args_uint(cli, "seed", UINT64_MAX >> 1, 1, &o->seed))
		return SG_EXIT_USAGE;
	o->sample = (uint32_t)sample;
	if (sg_args_has(args, "sample") && sample == 0)
		return sg_usage(cli, NULL, _("--sample takes a number from 1"));
	if (sg_args_needs(cli, "seed", "sample") ||
		sg_args_needs(cli, "format", "next"))
		return SG_EXIT_USAGE;
	if (sg_args_has(args, "import") &&
		sg_args_refuse(cli,
			"by|since|sample|only|mine|again|question|code|where",
			"review --import"))
		return SG_EXIT_USAGE;
	if (sg_args_has(args, "export") + sg_args_has(args, "import") +
			sg_args_has(args, "next") >
		1)
		return sg_usage(cli, NULL,
			_("--next, --export and --import exclude each other"));
	if (sg_args_has(args, "since") && o->order != SG_WORK_BY_NEW)
		return sg_usage(cli, NULL, _("--since is for --by new"));
	return 0;
}

/* Which segments are new: those of the last run, or after --since. */
static int read_since(
	struct sg_cli *cli, struct sg_project *p, struct sg_worklist_options *o)
{
	struct sg_status status;
	uint64_t since;

	if (o->order != SG_WORK_BY_NEW)
		return 0;
	if (sg_store_status(sg_project_store(p), &status, &cli->err) < 0)
		return -1;
	uint32_t before = status.run ? status.run - 1 : 0;
	if (!sg_args_uint(cli, "since", UINT32_MAX, before, &since))
		return SG_EXIT_USAGE;
	if (since > status.run)
		return sg_error_set(&cli->err, SG_ENOTFOUND,
			_("there is no run %llu; the last is %u"),
			(unsigned long long)since, status.run);
	o->only_new = true;
	o->since = (uint32_t)since;
	return 0;
}

static void tell_sample(struct sg_cli *cli, const struct sg_worklist_options *o,
	const struct sg_worklist *list)
{
	if (o->sample)
		sg_say(cli, _("%zu cells drawn with seed %llu, %zu of them not seen"),
			list->drawn, (unsigned long long)o->seed, list->n);
}

static void summary(const struct sg_reviewing *r, struct sg_buf *out)
{
	const struct sg_coverage *c = &r->list.coverage;

	sg_buf_printf(out, _("%zu cells wait for review\n"), r->list.n);
	for (int i = 0; i < SG_WORK_WHYS; i++)
		if (r->list.waiting[i])
			sg_buf_printf(out, "  %llu  %s\n",
				(unsigned long long)r->list.waiting[i],
				sg_page_why((enum sg_work_why)i));
	sg_buf_printf(out,
		_("seen by a person: %llu of %llu coded cells, %llu of %llu uncoded "
		  "ones where the code is usual, %llu of %llu cells in all\n"),
		(unsigned long long)c->coded_seen, (unsigned long long)c->coded,
		(unsigned long long)c->usual_seen, (unsigned long long)c->usual,
		(unsigned long long)c->all_seen, (unsigned long long)c->all);
}

static int on_terminal(struct sg_cli *cli, struct sg_reviewing *r)
{
	struct sg_review_ui ui;

	sg_review_ui_init(&ui, r);
	int rc = sg_review_screen(cli, &ui);
	sg_review_ui_release(&ui);
	if (rc == 0)
		sg_say(cli, _("%zu cells decided by %.*s; %zu wait"), r->decided,
			SG_ARG(r->o->list.person), r->list.n - r->decided);
	return rc;
}

static int print_next(struct sg_cli *cli, struct sg_reviewing *r)
{
	const char *format = sg_args_get(&cli->args, "format");
	struct sg_page_ask ask = {.width = cli->width, .marks = true};
	struct sg_buf out;

	sg_buf_init(&out);
	if (format && strcmp(format, "json") == 0) {
		sg_review_json(r, &out);
	} else {
		struct sg_page page;
		sg_page_make(&page, r, &ask);
		sg_page_print(&page, &out);
		sg_page_release(&page);
	}
	bool ok = sg_out(cli, sg_buf_str(&out));
	sg_buf_release(&out);
	return ok ? 0 : -1;
}

static int write_sheet(struct sg_cli *cli, struct sg_reviewing *r, const char *path)
{
	size_t rows;

	if (sg_review_export(r, path, &rows, &cli->err) < 0)
		return -1;
	sg_say(cli, _("wrote %s: %zu cells"), path, rows);
	return 0;
}

/* 0, SG_EXIT_SOME when rows could not be used, SG_EXIT_FAILED when none could. */
static int read_sheet(struct sg_cli *cli, struct sg_reviewing *r, const char *path)
{
	struct sg_review_counts n;
	struct sg_notes notes;

	sg_notes_init(&notes);
	int rc = sg_review_import(r, path, &n, &notes, &cli->err);
	sg_print_notes(cli, &notes);
	sg_notes_release(&notes);
	if (rc < 0)
		return rc;
	sg_say(cli,
		_("%zu rows: %zu verdicts recorded, %zu were known, %zu held, %zu "
		  "open, "
		  "%zu not usable"),
		n.rows, n.decided, n.already, n.held, n.open, n.unusable);
	if (n.unusable == 0)
		return SG_EXIT_DONE;
	return n.decided + n.already ? SG_EXIT_SOME : SG_EXIT_FAILED;
}

/* Whether cells are decided on a terminal, and not only listed. */
static bool asks(const struct sg_cli *cli)
{
	return !sg_args_has(&cli->args, "export") && !sg_args_has(&cli->args, "next") &&
	       sg_console_is_terminal(STDIN_FILENO) &&
	       sg_console_is_terminal(STDOUT_FILENO) && sg_review_screen_there();
}

static int run(struct sg_cli *cli, struct sg_reviewing *r)
{
	const char *to = sg_args_get(&cli->args, "export");
	const char *from = sg_args_get(&cli->args, "import");

	if (from)
		return read_sheet(cli, r, from);
	if (r->study.pending)
		sg_say(cli,
			_("%u texts are new or changed and not coded yet: run `saegim "
			  "code` again"),
			r->study.pending);
	tell_sample(cli, &r->o->list, &r->list);
	if (to)
		return write_sheet(cli, r, to);
	if (sg_args_has(&cli->args, "next"))
		return print_next(cli, r);
	if (asks(cli))
		return on_terminal(cli, r);
	struct sg_buf out;
	sg_buf_init(&out);
	summary(r, &out);
	bool ok = sg_out(cli, sg_buf_str(&out));
	sg_buf_release(&out);
	if (!sg_review_screen_there())
		sg_say(cli, _("this saegim was built without the review on a terminal "
			      "(ncurses)"));
	return ok ? 0 : -1;
}

int sg_cmd_review(struct sg_cli *cli)
{
	struct sg_reviewing_options o = {.now = tick, .now_ctx = cli};
	struct sg_selection sel;
	struct sg_reviewing r;
	int rc = read_options(cli, &sel, &o.list);

	if (rc != 0)
		return rc;
	bool writes = sg_args_has(&cli->args, "import") || asks(cli);
	struct sg_project *p = sg_session_open(cli, writes);
	if (!p)
		return sg_fail(cli);
	rc = read_since(cli, p, &o.list);
	if (rc > 0) {
		sg_project_close(p);
		return rc;
	}
	if (rc == 0)
		rc = sg_reviewing_init(&r, sg_project_store(p), &o, &cli->err);
	if (rc == 0) {
		rc = run(cli, &r);
		sg_reviewing_release(&r);
	}
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return rc;
}

/* One judgement from the command line; what names it in messages. */
static int judge(struct sg_cli *cli, const struct sg_judge *j, const char *what)
{
	struct sg_project *p = sg_session_open(cli, true);
	bool recorded;

	if (!p)
		return sg_fail(cli);
	if (sg_judge(sg_project_store(p), j, &recorded, &cli->err) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	sg_say(cli, recorded ? _("%s by %.*s") : _("already so: %s by %.*s"), what,
		SG_ARG(j->coder));
	return SG_EXIT_DONE;
}

int sg_cmd_reviewed(struct sg_cli *cli)
{
	char **v = cli->args.operands;
	struct sg_judge j = {.verdict = SG_VERDICT_REVIEWED,
		.coder = sg_session_coder(cli),
		.respondent = sg_args_text(cli, v[0]),
		.question = sg_args_text(cli, v[1]),
		.code = sg_args_text(cli, sg_args_get(&cli->args, "code")),
		.reason = sg_args_text(cli, sg_args_get(&cli->args, "reason")),
		.origin = "manual",
		.now = cli->now};
	struct sg_str what = sg_arena_printf(&cli->arena, _("reviewed: %s %s%s%.*s"),
		v[0], v[1], j.code.n ? " " : "", SG_ARG(j.code));

	return judge(cli, &j, what.p);
}
