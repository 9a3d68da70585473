/* cmd_project.c - init, ingest, code: a project in steps; and run: all in one go. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/cmd_watch.h"
#include "cli/commands.h"
#include "cli/diff_report.h"
#include "cli/session.h"

/* A project is found by its ending, so that one without any gets it. */
static const char *project_path(struct sg_cli *cli, const char *path)
{
	if (sg_path_ext(path).n)
		return path;
	return sg_arena_printf(&cli->arena, "%s.saegim", path).p;
}

int sg_cmd_init(struct sg_cli *cli)
{
	const char *path = project_path(cli, cli->args.operands[0]);
	struct sg_project *p = sg_session_create(cli, path,
		sg_args_get(&cli->args, "title"), sg_args_get(&cli->args, "language"));

	if (!p)
		return sg_fail(cli);
	sg_project_close(p);
	sg_say(cli, _("made %s; next: saegim ingest --questionnaire Q.md RESPONSES..."),
		path);
	const char *other = getenv("SAEGIM_PROJECT");
	if (other && *other && strcmp(other, path) != 0)
		sg_complain(cli,
			_("%s is not where commands go on: SAEGIM_PROJECT names '%s'; "
			  "unset it, or export SAEGIM_PROJECT=%s"),
			path, other, path);
	return SG_EXIT_DONE;
}

struct totals {
	struct sg_ingest_counts counts;
	size_t broken; /* operands of which nothing could be read */
};

/* One operand of ingest. A failure is printed and counted; the others go on. */
static void ingest_one(struct sg_cli *cli, struct sg_project *p, const char *path,
	const struct sg_ingest_choices *choices, struct totals *t)
{
	struct sg_ingest_counts c;

	if (sg_project_ingest(p, path, choices, &c) < 0) {
		cli->err = *sg_project_err(p);
		sg_fail(cli);
		sg_error_reset(&cli->err);
		t->broken++;
		return;
	}
	t->counts.added += c.added;
	t->counts.changed += c.changed;
	t->counts.unchanged += c.unchanged;
	t->counts.failed += c.failed;
	t->counts.answers += c.answers;
	t->counts.none += c.none;
}

static int ingest_status(const struct totals *t)
{
	size_t good = t->counts.added + t->counts.changed + t->counts.unchanged;

	if (t->broken == 0 && t->counts.failed == 0)
		return good ? SG_EXIT_DONE : SG_EXIT_FAILED;
	return good ? SG_EXIT_SOME : SG_EXIT_FAILED;
}

static struct sg_ingest_choices choices_of(const struct sg_args *args)
{
	return (struct sg_ingest_choices){.encoding = sg_args_get(args, "encoding"),
		.id_field = sg_args_get(args, "id"),
		.text_fields = sg_args_get(args, "text"),
		.attribute_fields = sg_args_get(args, "keep"),
		.sheet = sg_args_get(args, "sheet")};
}

static enum sg_gone gone_of(const struct sg_args *args)
{
	const char *what = sg_args_get(args, "gone");

	if (!what || strcmp(what, "tell") == 0)
		return SG_GONE_TELL;
	return strcmp(what, "drop") == 0 ? SG_GONE_DROP : SG_GONE_KEEP;
}

int sg_cmd_ingest(struct sg_cli *cli)
{
	if (sg_args_has(&cli->args, "attributes") &&
		sg_args_refuse(cli, "text|gone", "ingest --attributes"))
		return SG_EXIT_USAGE;
	struct sg_ingest_choices choices = choices_of(&cli->args);
	const char *questionnaire = sg_args_get(&cli->args, "questionnaire");
	struct sg_project *p = sg_session_open(cli, true);
	struct totals t = {0};

	if (!p)
		return sg_fail(cli);
	if (questionnaire && sg_project_questionnaire(p, questionnaire) < 0)
		return sg_session_fail(cli, p);
	choices.attributes_only = sg_args_has(&cli->args, "attributes");
	for (size_t i = 0; i < cli->args.noperands; i++)
		ingest_one(cli, p, cli->args.operands[i], &choices, &t);
	size_t gone;
	if (!choices.attributes_only &&
		sg_project_gone(p, gone_of(&cli->args), &gone) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	if (choices.attributes_only)
		sg_say(cli, _("attributes of %zu respondents"), t.counts.added);
	else
		sg_say(cli,
			_("sources: %zu new, %zu changed, %zu unchanged, %zu not read; "
			  "answers: "
			  "%zu, of them %zu say nothing"),
			t.counts.added, t.counts.changed, t.counts.unchanged,
			t.counts.failed + t.broken, t.counts.answers, t.counts.none);
	return ingest_status(&t);
}

enum { MOST_THREADS = 64, DEFAULT_THREADS = 8 };

/* False after a usage error. */
static bool threads_of(struct sg_cli *cli, uint64_t *n)
{
	if (!sg_args_uint(cli, "threads", MOST_THREADS, 0, n))
		return false;
	if (*n == 0)
		*n = sg_processors(DEFAULT_THREADS);
	return true;
}

static void say_counts(struct sg_cli *cli, const struct sg_code_counts *c, bool dry_run)
{
	if (c->run == 0)
		sg_say(cli, _("nothing has changed: %zu segments"), c->live);
	else if (dry_run)
		sg_say(cli,
			_("not stored: %zu of %zu codes evaluated over %zu texts; %zu "
			  "segments (+%zu -%zu)"),
			c->evaluated, c->codes, c->texts, c->live, c->born, c->died);
	else
		sg_say(cli,
			_("run %u: %zu of %zu codes evaluated over %zu texts; %zu "
			  "segments (+%zu "
			  "-%zu)"),
			c->run, c->evaluated, c->codes, c->texts, c->live, c->born,
			c->died);
	if (c->run && c->texts == 0 && c->live == 0)
		sg_say(cli, _("there are no answers yet; next: saegim ingest "
			      "RESPONSES..."));
}

/* A few lines of what changed in print, on stderr like the rest of what code says. */
static void say_change(struct sg_cli *cli, struct sg_change *change)
{
	enum { SHOWN = 5 };
	struct sg_diff_style style = {cli->width, cli->colour_err};
	struct sg_str rest, line;
	struct sg_buf b;

	sg_buf_init(&b);
	sg_diff_report_cells(change, &style, SHOWN, &b);
	rest = sg_buf_str(&b);
	while (sg_str_line(&rest, &line))
		sg_say(cli, "%.*s", SG_ARG(line));
	if (change->diff.ncells > SHOWN + 1)
		sg_say(cli, _("and %zu more cells; 'saegim diff' shows them"),
			change->diff.ncells - SHOWN);
	sg_buf_release(&b);
}

static struct sg_code_choices code_choices(const struct sg_cli *cli, uint64_t threads)
{
	return (struct sg_code_choices){.note = sg_args_get(&cli->args, "note"),
		.from_scratch = sg_args_has(&cli->args, "from-scratch"),
		.ignore_scopes = sg_args_has(&cli->args, "ignore-scopes"),
		.threads = (unsigned)threads};
}

static int code(struct sg_cli *cli, struct sg_project *p, const char *codebook,
	uint64_t threads, bool compare)
{
	struct sg_code_choices choices = code_choices(cli, threads);
	bool dry_run = compare && sg_args_has(&cli->args, "dry-run"), known;
	bool shown = dry_run || (compare && !cli->quiet);
	struct sg_diff_options o = {.codings = dry_run};
	struct sg_code_counts c;
	struct sg_change change;
	int rc = 0;

	if (sg_change_by_code(shown ? &change : NULL, &known, p, codebook, &choices,
		    dry_run, &o, &c) < 0)
		return -1;
	say_counts(cli, &c, dry_run);
	if (known && dry_run)
		rc = sg_diff_print(cli, &change) ? 0 : -1;
	else if (known)
		say_change(cli, &change);
	if (known)
		sg_change_release(&change);
	return rc;
}

int sg_cmd_code(struct sg_cli *cli)
{
	uint64_t threads;

	if (!threads_of(cli, &threads))
		return SG_EXIT_USAGE;
	if (sg_args_has(&cli->args, "watch")) {
		struct sg_code_choices choices = code_choices(cli, threads);
		if (sg_args_has(&cli->args, "dry-run") || choices.from_scratch)
			return sg_usage(cli, NULL,
				_("--watch goes without --dry-run and --from-scratch"));
		return sg_watch_code(cli, cli->args.operands[0], &choices);
	}
	struct sg_project *p = sg_session_open(cli, true);

	if (!p)
		return sg_fail(cli);
	if (code(cli, p, cli->args.operands[0], threads, true) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return SG_EXIT_DONE;
}

enum { PAIRS_SHOWN = 15 };

/* The tables that `run` prints, as one document. */
static int print_tables(struct sg_cli *cli, struct sg_project *p,
	const struct sg_selection *sel, const struct sg_writer *writer,
	struct sg_write_options *w)
{
	static const char *const names[] = {"findings", "themes", "cooccur"};
	struct sg_table_request requests[sizeof names / sizeof *names];
	size_t n = sizeof names / sizeof *names;
	struct sg_buf out;

	for (size_t i = 0; i < n; i++) {
		requests[i] = (struct sg_table_request){sg_table_kind_find(names[i]),
			{.filter = sel->filter, .top = PAIRS_SHOWN}};
		if (strcmp(names[i], "findings") != 0)
			requests[i].options.filter.nquestions = 0;
	}
	sg_buf_init(&out);
	int rc = sg_project_write_tables(p, requests, n, writer, w, &out);
	if (rc == 0 && !sg_session_write(cli, sg_buf_str(&out)))
		rc = -1;
	sg_buf_release(&out);
	return rc;
}

static struct sg_project *run_project(struct sg_cli *cli)
{
	if (!cli->project)
		return sg_session_create(cli,
			":memory:", sg_args_get(&cli->args, "title"),
			sg_args_get(&cli->args, "language"));
	if (sg_file_kind(cli->project) != SG_FILE_NONE) {
		if (sg_args_has(&cli->args, "title") ||
			sg_args_has(&cli->args, "language"))
			sg_say(cli,
				_("%s is there already; --title and --language are for "
				  "a new project"),
				cli->project);
		return sg_session_open(cli, true);
	}
	return sg_session_create(cli, cli->project, sg_args_get(&cli->args, "title"),
		sg_args_get(&cli->args, "language"));
}

int sg_cmd_run(struct sg_cli *cli)
{
	struct sg_ingest_choices choices = choices_of(&cli->args);
	const char *questionnaire = sg_args_get(&cli->args, "questionnaire");
	const struct sg_writer *writer;
	struct sg_write_options w;
	struct sg_selection sel;
	struct totals t = {0};
	uint64_t threads;

	/* What is wrong with the words is said before the project is touched. */
	if (!threads_of(cli, &threads) || sg_session_writer(cli, &writer, &w) != 0 ||
		sg_session_selection(cli, &sel) != 0)
		return SG_EXIT_USAGE;
	/* SAEGIM_PROJECT does not make `run` write into a project by accident. */
	if (cli->project == getenv("SAEGIM_PROJECT"))
		cli->project = NULL;
	struct sg_project *p = run_project(cli);
	if (!p)
		return sg_fail(cli);
	if (questionnaire && sg_project_questionnaire(p, questionnaire) < 0)
		return sg_session_fail(cli, p);
	for (size_t i = 1; i < cli->args.noperands; i++)
		ingest_one(cli, p, cli->args.operands[i], &choices, &t);
	int status = ingest_status(&t);
	if (status == SG_EXIT_FAILED) {
		sg_project_close(p);
		return status;
	}
	size_t gone;
	if (sg_project_gone(p, SG_GONE_TELL, &gone) < 0)
		return sg_session_fail(cli, p);
	if (code(cli, p, cli->args.operands[0], threads, false) < 0)
		return sg_session_fail(cli, p);
	if (print_tables(cli, p, &sel, writer, &w) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return status;
}
