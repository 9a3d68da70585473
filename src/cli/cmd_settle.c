/* cmd_settle.c - settling the differences of two coders: from files, as a list, or asked
 * one after the other. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "project/settle.h"

/* A decision of this sitting, to take back. */
struct taken {
	size_t dispute, words;
};

struct asking {
	struct sg_cli *cli;
	struct sg_settle *s;
	SG_VEC(struct taken) taken;
	size_t at, skipped;
};

static void show_side(
	const struct asking *a, const struct sg_dispute *d, int k, struct sg_buf *out)
{
	const struct sg_study *s = &a->s->study;

	sg_buf_printf(
		out, "  %d %.*s:", k + 1, SG_ARG(s->coders[a->s->found.coders[k]]));
	if (d->n[k] == 0)
		sg_buf_addz(out, " –");
	for (uint32_t i = 0; i < d->n[k]; i++) {
		const struct sg_study_code *c = &s->codes[d->codes[k][i]];
		sg_buf_printf(out, "%s %.*s", i ? "," : "", SG_ARG(c->label));
		if (!sg_str_ends(c->label, c->name)) /* a name alone holds it */
			sg_buf_printf(out, " %.*s", SG_ARG(c->name));
	}
	sg_buf_addc(out, '\n');
}

static bool show(const struct asking *a)
{
	const struct sg_study *s = &a->s->study;
	const struct sg_dispute *d = &a->s->found.disputes[a->at];
	const struct sg_study_answer *answer = &s->answers[d->answer];
	struct sg_buf out;

	sg_buf_init(&out);
	sg_buf_printf(&out, "\n%zu/%zu  %.*s", a->at + 1, a->s->found.ndisputes,
		SG_ARG(s->cases[answer->case_].name));
	if (answer->question != SG_NONE)
		sg_buf_printf(
			&out, " %.*s", SG_ARG(s->questions[answer->question].label));
	sg_buf_printf(&out, "\n  %.*s\n", SG_ARG(sg_str_trim(d->text)));
	show_side(a, d, 0, &out);
	show_side(a, d, 1, &out);
	if (d->both.n)
		sg_buf_printf(&out, _("  both: %.*s\n"), SG_ARG(d->both));
	sg_buf_addz(&out, _("1, 2, both, neither, codes, skip, undo, quit> "));
	bool ok = sg_out(a->cli, sg_buf_str(&out));
	sg_buf_release(&out);
	return ok;
}

static bool is_one(struct sg_str s, const char *word, const char *korean)
{
	return sg_str_eqz(s, word) || sg_str_eqz(s, korean) ||
	       (s.n == 1 && s.p[0] == word[0]);
}

static int take_back(struct asking *a)
{
	if (a->taken.n == 0) {
		sg_say(a->cli, _("nothing was decided in this sitting"));
		return 0;
	}
	size_t last = --a->taken.n;
	a->at = a->taken.v[last].dispute;
	return sg_settle_take_back(a->s, &a->s->found.disputes[a->at],
		a->taken.v[last].words, &a->cli->err);
}

static int decide(struct asking *a, struct sg_str words)
{
	const struct sg_dispute *d = &a->s->found.disputes[a->at];
	uint32_t *codes = sg_alloc(a->s->study.ncodes + 1, sizeof *codes), n;
	struct sg_error why = {0};
	size_t recorded;
	int rc = 0;

	if (sg_settle_parse(a->s, d, words, codes, &n, &why)) {
		rc = sg_settle_record(a->s, d, codes, n, &recorded, &a->cli->err);
		if (rc == 0) {
			SG_PUSH(&a->taken, (struct taken){a->at, recorded});
			a->at++;
		}
	} else {
		sg_complain(a->cli, "%s", why.text);
	}
	free(codes);
	return rc;
}

/* 1 to go on, 0 at the end, negative on failure. */
static int one(struct asking *a, struct sg_str words)
{
	if (words.n == 0)
		return 1;
	if (is_one(words, "quit", "끝"))
		return 0;
	if (is_one(words, "skip", "건너뜀")) {
		a->at++;
		a->skipped++;
		return 1;
	}
	int rc = is_one(words, "undo", "취소") ? take_back(a) : decide(a, words);
	return rc < 0 ? rc : 1;
}

static int ask(struct sg_cli *cli, struct sg_settle *s)
{
	struct asking a = {.cli = cli, .s = s};
	char *line = NULL;
	size_t cap = 0;
	int rc = 1;

	while (rc > 0 && a.at < s->found.ndisputes) {
		if (!show(&a))
			rc = -1;
		ssize_t n = rc > 0 ? getline(&line, &cap, stdin) : -1;
		if (n < 0)
			break;
		rc = one(&a, sg_str_trim(sg_args_text(cli, line)));
	}
	sg_out(cli, SG_STR("\n"));
	sg_say(cli, _("%zu decided, %zu left"), a.taken.n,
		s->found.ndisputes - a.taken.n);
	free(line);
	free(a.taken.v);
	return rc < 0 ? rc : 0;
}

static int list(struct sg_cli *cli, const struct sg_settle *s)
{
	struct sg_write_options w = {.width = cli->width,
		.colour = cli->colour_out,
		.english = sg_str_eqz(s->study.language, "en")};
	struct sg_tables tables;
	struct sg_buf out;

	sg_buf_init(&out);
	sg_tables_init(&tables);
	int rc = sg_settle_table(&s->study, &s->found, &tables, &cli->err);
	if (rc == 0)
		rc = sg_writer_find("text")->write(&tables, &w, &out, &cli->err);
	if (rc == 0 && !sg_out(cli, sg_buf_str(&out)))
		rc = -1;
	sg_tables_release(&tables);
	sg_buf_release(&out);
	return rc;
}

static int import(
	struct sg_cli *cli, struct sg_settle *s, const char *path, int *status)
{
	struct sg_settle_counts n;
	struct sg_notes notes;

	sg_notes_init(&notes);
	int rc = sg_settle_import(s, path, &n, &notes, &cli->err);
	sg_print_notes(cli, &notes);
	sg_notes_release(&notes);
	if (rc < 0)
		return rc;
	sg_say(cli, _("%zu decided, %zu left open, %zu could not be taken"), n.decided,
		n.empty, n.failed);
	if (n.failed)
		*status = n.decided ? SG_EXIT_SOME : SG_EXIT_FAILED;
	return 0;
}

/* What there is to settle, before or after what both agree on was taken over. */
static void say_where(const struct sg_cli *cli, const struct sg_settle *s, bool looking)
{
	if (looking)
		sg_say(cli,
			_("%.*s: %zu codings that both agree on are still to be taken "
			  "over; %zu differences settled before, %zu places open"),
			SG_ARG(s->found.name), s->found.nagreed, s->found.decided,
			s->found.ndisputes);
	else
		sg_say(cli,
			_("%.*s: %zu codings taken over that both agree on; %zu "
			  "differences settled before, %zu places open"),
			SG_ARG(s->found.name), s->agreed, s->found.decided,
			s->found.ndisputes);
}

static int work(struct sg_cli *cli, struct sg_settle *s, bool looking, int *status)
{
	const char *to = sg_args_get(&cli->args, "export");
	const char *from = sg_args_get(&cli->args, "import");
	bool asked = sg_args_has(&cli->args, "ask") ||
		     (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO));
	int rc = looking ? 0 : sg_settle_take_over(s, &cli->err);

	if (rc < 0)
		return rc;
	say_where(cli, s, looking);
	if (from)
		return import(cli, s, from, status);
	if (to) {
		rc = sg_settle_export(s, to, &cli->err);
		if (rc == 0)
			sg_say(cli, _("wrote %s"), to);
		return rc;
	}
	if (s->found.ndisputes == 0)
		return 0;
	return asked && !looking ? ask(cli, s) : list(cli, s);
}

int sg_cmd_settle(struct sg_cli *cli)
{
	const struct sg_args *args = &cli->args;
	const char *as = sg_args_get(args, "as");
	struct sg_settle s;
	int status = SG_EXIT_DONE;

	if (sg_args_has(args, "import") && sg_args_has(args, "export"))
		return sg_usage(
			cli, "settle", _("--import and --export exclude each other"));
	if (sg_args_has(args, "list") &&
		(sg_args_has(args, "import") || sg_args_has(args, "ask")))
		return sg_usage(cli, "settle", _("--list changes nothing"));
	if ((sg_args_has(args, "import") &&
		    sg_args_refuse(cli, "ask", "settle --import")) ||
		(sg_args_has(args, "export") &&
			sg_args_refuse(cli, "ask", "settle --export")))
		return SG_EXIT_USAGE;
	bool looking = sg_args_has(args, "list") || sg_args_has(args, "export");
	struct sg_project *p = sg_session_open(cli, !looking);
	if (!p)
		return sg_fail(cli);
	int rc = sg_settle_open(&s, p, sg_args_text(cli, args->operands[0]),
		sg_args_text(cli, args->operands[1]),
		sg_args_text(cli, as ? as : "합의"), cli->now, &cli->err);
	if (rc == 0) {
		rc = work(cli, &s, looking, &status);
		sg_settle_close(&s);
	}
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return status;
}
