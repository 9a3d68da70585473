/* cmd_evaluate.c - the rules against a human standard. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "project/evaluate.h"

enum { HOLDOUT_SEED = 1, ERRORS_SHOWN = 20 };

struct names {
	struct sg_arena *arena;
	struct sg_str *v;
	size_t n, cap;
};

/* Where the digits at the end of s begin. */
static size_t digits_at(struct sg_str s)
{
	size_t i = s.n;

	while (i > 0 && s.p[i - 1] >= '0' && s.p[i - 1] <= '9')
		i--;
	return i;
}

/* "R01-R20": the same prefix before two numbers. */
static bool is_range(
	struct sg_str from, struct sg_str to, uint64_t *first, uint64_t *last)
{
	size_t a = digits_at(from), b = digits_at(to);

	return sg_str_eq(sg_str_sub(from, 0, a), sg_str_sub(to, 0, b)) &&
	       sg_str_uint(sg_str_skip(from, a), 999999, first) &&
	       sg_str_uint(sg_str_skip(to, b), 999999, last);
}

/* Cuts piece at the hyphen that makes it a range, ascending, whose numbers are written
 * as wide as the first: "P-01-P-20" has one such, "P-01" none. 1 when there is one, 0
 * when there is none, SG_EUSAGE for "R20-R10". */
static int add_range(struct names *out, struct sg_str piece)
{
	uint64_t n, last;
	int rc = 0;

	for (size_t i = 1; rc <= 0 && i + 1 < piece.n; i++) {
		struct sg_str from = sg_str_trim(sg_str_sub(piece, 0, i));
		struct sg_str to = sg_str_trim(sg_str_skip(piece, i + 1));
		size_t a = digits_at(from);
		if (piece.p[i] != '-' || !is_range(from, to, &n, &last))
			continue;
		rc = n <= last ? 1 : SG_EUSAGE;
		for (; n <= last; n++)
			SG_PUSH(out, sg_arena_printf(out->arena, "%.*s%0*u", (int)a,
					     from.p, (int)(from.n - a), (unsigned)n));
	}
	return rc;
}

/* The names of a list "R01-R20,P-03". What a respondent is called is no range; what is
 * neither is looked for, and not found, where they are evaluated. */
static int find_respondents(struct sg_str list, const struct sg_study *s,
	struct names *out, struct sg_error *err)
{
	struct sg_str rest = list, piece;

	while (sg_str_split(&rest, ',', &piece)) {
		int rc = 0;
		piece = sg_str_trim(piece);
		if (sg_study_case_find(s, piece) == SG_NONE)
			rc = piece.n ? add_range(out, piece) : SG_EUSAGE;
		if (rc < 0)
			return sg_error_set(err, rc,
				_("--respondents takes names and ranges "
				  "(R01-R20,R25), not '%.*s'"),
				SG_ARG(piece.n ? piece : list));
		if (rc == 0)
			SG_PUSH(out, piece);
	}
	return 0;
}

struct evaluating {
	struct sg_cli *cli;
	struct sg_store *store;
	const struct sg_evaluate_request *request;
};

static int make(const struct sg_study *s, const void *ctx, struct sg_tables *out,
	struct sg_error *err)
{
	const struct evaluating *e = ctx;
	struct sg_evaluate_request r = *e->request;
	struct names names = {&out->arena, NULL, 0, 0};
	struct sg_study study = *s;
	const char *list = sg_args_get(&e->cli->args, "respondents");
	int rc =
		list ? find_respondents(sg_args_text(e->cli, list), s, &names, err) : 0;

	r.o.respondents = names.v;
	r.o.nrespondents = names.n;
	if (rc == 0)
		rc = sg_project_evaluate(e->store, &study, &r, out, err);
	free(names.v);
	return rc;
}

/* --holdout 30%, or off. */
static int hold_out(
	struct sg_cli *cli, struct sg_project *p, double share, uint64_t seed)
{
	struct sg_store *store = sg_project_store(p);
	struct sg_study study;

	if (share == 0)
		return sg_holdout_end(store, &cli->err);
	int rc = sg_study_load(&study, store, 0, &cli->err);
	if (rc < 0)
		return rc;
	rc = sg_holdout_draw(store, &study, share, seed, &cli->err);
	sg_study_release(&study);
	return rc;
}

enum { WANT = SG_STUDY_BODIES | SG_STUDY_REJECTED };

/* Draws and evaluates in one transaction: a draw that cannot be evaluated did not
 * happen. Whoever reads the table, slowly perhaps, holds nobody up. */
static int draw_and_report(struct sg_cli *cli, struct sg_project *p, double share,
	uint64_t seed, const struct evaluating *e)
{
	struct sg_session_made made;
	int rc = sg_store_begin(e->store, &cli->err);

	if (rc < 0)
		return rc;
	rc = hold_out(cli, p, share, seed);
	if (rc == 0)
		rc = sg_session_make(cli, p, WANT, make, e, &made);
	if (rc != 0) {
		sg_store_rollback(e->store);
		return rc;
	}
	rc = sg_store_commit(e->store, &cli->err);
	if (rc == 0)
		return sg_session_write_made(cli, &made);
	sg_session_release(&made);
	return rc;
}

static int run(struct sg_cli *cli, const struct sg_evaluate_request *r, bool draw,
	double share, uint64_t seed)
{
	struct sg_project *p = sg_session_open(cli, draw);
	int rc;

	if (!p)
		return sg_fail(cli);
	struct evaluating e = {cli, sg_project_store(p), r};
	if (draw)
		rc = draw_and_report(cli, p, share, seed, &e);
	else
		rc = sg_session_tables_of(cli, p, WANT, make, &e);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return rc;
}

int sg_cmd_evaluate(struct sg_cli *cli)
{
	const struct sg_args *args = &cli->args;
	const char *holdout = sg_args_get(args, "holdout");
	struct sg_selection sel;
	const struct sg_writer *writer;
	struct sg_write_options w;
	uint64_t seed, top, since;
	double share = 0;

	if (!sg_args_has(args, "gold"))
		return sg_usage(cli, "evaluate", _("missing %s"), "--gold NAME");
	if (sg_args_needs(cli, "top", "errors") ||
		sg_args_needs(cli, "seed", "holdout"))
		return SG_EXIT_USAGE;
	int rc = sg_session_choice(cli, &sel);
	if (rc == 0)
		rc = sg_session_writer(cli, &writer, &w);
	if (rc != 0)
		return rc;
	if (!sg_args_uint(cli, "seed", UINT32_MAX, HOLDOUT_SEED, &seed) ||
		!sg_args_uint(cli, "top", 1000000, ERRORS_SHOWN, &top) ||
		!sg_args_uint(cli, "since", UINT32_MAX, 0, &since) ||
		(holdout && strcmp(holdout, "off") != 0 &&
			!sg_session_share(cli, "holdout", &share)))
		return SG_EXIT_USAGE;
	struct sg_evaluate_request r = {
		.o = {.filter = sel.filter,
			.gold = sg_args_text(cli, sg_args_get(args, "gold")),
			.second = sg_args_text(cli, sg_args_get(args, "second")),
			.per_code = sg_args_has(args, "per-code"),
			.cells = sg_args_has(args, "cells")},
		.errors = sg_args_has(args, "errors"),
		.top = (size_t)top,
		.since = (uint32_t)since};
	return run(cli, &r, holdout != NULL, share, seed);
}
