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

/* "R01-R20": the same prefix, ascending numbers, written as wide as the first. */
static bool add_range(struct names *out, struct sg_str from, struct sg_str to)
{
	size_t a = digits_at(from), b = digits_at(to);
	uint64_t i, last;

	if (!sg_str_eq(sg_str_sub(from, 0, a), sg_str_sub(to, 0, b)) ||
		!sg_str_uint(sg_str_skip(from, a), 999999, &i) ||
		!sg_str_uint(sg_str_skip(to, b), 999999, &last) || i > last)
		return false;
	for (; i <= last; i++)
		SG_PUSH(out, sg_arena_printf(out->arena, "%.*s%0*u", (int)a, from.p,
				     (int)(from.n - a), (unsigned)i));
	return true;
}

static bool parse_respondents(const char *list, struct names *out)
{
	struct sg_str rest = sg_str_of(list), piece;

	while (sg_str_split(&rest, ',', &piece)) {
		piece = sg_str_trim(piece);
		size_t dash = sg_str_findc(piece, '-');
		if (dash == SIZE_MAX)
			SG_PUSH(out, piece);
		else if (!add_range(out, sg_str_trim(sg_str_sub(piece, 0, dash)),
				 sg_str_trim(sg_str_skip(piece, dash + 1))))
			return false;
	}
	return true;
}

struct evaluating {
	struct sg_store *store;
	const struct sg_evaluate_request *request;
};

static int make(const struct sg_study *s, const void *ctx, struct sg_tables *out,
	struct sg_error *err)
{
	const struct evaluating *e = ctx;
	struct sg_study study = *s;
	return sg_project_evaluate(e->store, &study, e->request, out, err);
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

static int run(struct sg_cli *cli, const struct sg_evaluate_request *r, bool draw,
	double share, uint64_t seed)
{
	struct sg_project *p = sg_session_open(cli, draw);
	int rc = 0;

	if (!p)
		return sg_fail(cli);
	struct evaluating e = {sg_project_store(p), r};
	if (draw)
		rc = hold_out(cli, p, share, seed);
	if (rc == 0)
		rc = sg_session_tables_of(
			cli, p, SG_STUDY_BODIES | SG_STUDY_REJECTED, make, &e);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return rc;
}

int sg_cmd_evaluate(struct sg_cli *cli)
{
	const struct sg_args *args = &cli->args;
	const char *respondents = sg_args_get(args, "respondents");
	const char *holdout = sg_args_get(args, "holdout");
	struct names names = {&cli->arena, NULL, 0, 0};
	struct sg_selection sel;
	uint64_t seed, top, since;
	double share = 0;

	if (!sg_args_has(args, "gold"))
		return sg_usage(cli, "evaluate", _("missing %s"), "--gold NAME");
	int rc = sg_session_choice(cli, &sel);
	if (rc != 0)
		return rc;
	if (!sg_args_uint(cli, "seed", UINT32_MAX, HOLDOUT_SEED, &seed) ||
		!sg_args_uint(cli, "top", 1000000, ERRORS_SHOWN, &top) ||
		!sg_args_uint(cli, "since", UINT32_MAX, 0, &since) ||
		(holdout && strcmp(holdout, "off") != 0 &&
			!sg_session_share(cli, "holdout", &share)))
		return SG_EXIT_USAGE;
	if (respondents && !parse_respondents(respondents, &names)) {
		free(names.v);
		return sg_usage(cli, "evaluate",
			_("--respondents takes names and ranges (R01-R20,R25), not "
			  "'%s'"),
			respondents);
	}
	struct sg_evaluate_request r = {
		.o = {.filter = sel.filter,
			.gold = sg_args_text(cli, sg_args_get(args, "gold")),
			.second = sg_args_text(cli, sg_args_get(args, "second")),
			.respondents = names.v,
			.nrespondents = names.n,
			.per_code = sg_args_has(args, "per-code"),
			.cells = sg_args_has(args, "cells")},
		.errors = sg_args_has(args, "errors"),
		.top = (size_t)top,
		.since = (uint32_t)since};
	int status = run(cli, &r, holdout != NULL, share, seed);
	free(names.v);
	return status;
}
