/* cmd_evaluate.c - the rules against a human standard. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/session.h"

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

static int evaluate(struct sg_cli *cli, const struct sg_study *study,
	const struct sg_evaluate_options *o)
{
	struct sg_tables tables;

	sg_tables_init(&tables);
	int rc = sg_evaluate(study, o, &tables, &cli->err);
	if (rc == 0)
		rc = sg_session_write_tables(cli, study, &tables);
	sg_tables_release(&tables);
	return rc;
}

int sg_cmd_evaluate(struct sg_cli *cli)
{
	const struct sg_args *args = &cli->args;
	const char *respondents = sg_args_get(args, "respondents");
	struct sg_arena arena;
	struct names names = {&arena, NULL, 0, 0};
	struct sg_study study;
	int status = SG_EXIT_DONE;

	if (!sg_args_has(args, "gold"))
		return sg_usage(cli, "evaluate", _("missing %s"), "--gold NAME");
	sg_arena_init(&arena);
	if (respondents && !parse_respondents(respondents, &names)) {
		status = sg_usage(cli, "evaluate",
			_("--respondents takes names and ranges (R01-R20,R25), not "
			  "'%s'"),
			respondents);
		goto out;
	}
	struct sg_evaluate_options o = {sg_args_text(cli, sg_args_get(args, "gold")),
		sg_args_text(cli, sg_args_get(args, "second")), names.v, names.n,
		sg_args_has(args, "per-code")};
	struct sg_project *p = sg_session_open(cli, false);
	if (!p) {
		status = sg_fail(cli);
		goto out;
	}
	int rc = sg_study_load(&study, sg_project_store(p),
		SG_STUDY_BODIES | SG_STUDY_REJECTED, &cli->err);
	if (rc == 0) {
		rc = evaluate(cli, &study, &o);
		sg_study_release(&study);
	}
	if (rc < 0)
		status = sg_session_fail(cli, p);
	else
		sg_project_close(p);
	if (rc > 0)
		status = rc;
out:
	free(names.v);
	sg_arena_release(&arena);
	return status;
}
