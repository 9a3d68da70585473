/* cmd_assign.c - a second coder's share: drawn, extended, listed, taken back. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/draw.h"
#include "cli/commands.h"
#include "cli/session.h"

enum { FIRST_SEED = 1 };

/* What was drawn, in the words of the person at the keyboard. */
static const char *way_word(enum sg_draw_way way)
{
	static const char *const words[] = {[SG_DRAW_ANSWER] = N_("answer"),
		[SG_DRAW_QUESTION] = N_("question"),
		[SG_DRAW_RESPONDENT] = N_("respondent")};

	return _(words[way]);
}

/* The coder's last share, or NULL. */
static const struct sg_study_assigned *last_share(
	const struct sg_study *s, struct sg_str coder, uint32_t *index)
{
	const struct sg_study_assigned *last = NULL;

	*index = SG_NONE;
	for (uint32_t i = 1; i < s->ncoders; i++)
		if (sg_str_eq(s->coders[i], coder))
			*index = i;
	for (size_t i = 0; *index != SG_NONE && i < s->nassigned; i++)
		if (s->assigned[i].coder == *index)
			last = &s->assigned[i];
	return last;
}

/* Seed and way: as asked, as before, or the defaults. A share drawn in two ways would be
 * random in neither. */
static int settle_draw(struct sg_cli *cli, struct sg_str coder,
	const struct sg_study_assigned *last, struct sg_draw *d)
{
	const char *way = sg_args_get(&cli->args, "by");
	bool seeded = sg_args_has(&cli->args, "seed");
	enum sg_draw_way before = SG_DRAW_ANSWER;

	if (!last) {
		d->seed = seeded ? d->seed : FIRST_SEED;
		return 0;
	}
	sg_draw_way_parse(last->way.p, &before);
	if (!way)
		d->way = before;
	if ((seeded && d->seed != last->seed) || d->way != before)
		return sg_error_set(&cli->err, SG_ECONFLICT,
			_("the share of '%.*s' was drawn with seed %llu by %s; take "
			  "it back with 'saegim assign %.*s --undo' to draw another "
			  "way"),
			SG_ARG(coder), (unsigned long long)last->seed, way_word(before),
			SG_ARG(coder));
	d->seed = last->seed;
	return 0;
}

static int draw(struct sg_cli *cli, struct sg_project *p, struct sg_str coder,
	struct sg_draw *d)
{
	struct sg_study study;
	int rc = sg_study_load(&study, sg_project_store(p), 0, &cli->err);

	if (rc < 0)
		return rc;
	rc = settle_draw(cli, coder, last_share(&study, coder, &d->coder), d);
	if (rc == 0)
		sg_draw_answers(&study, d, &study.arena);
	if (rc == 0 && d->eligible == 0)
		rc = sg_error_set(
			&cli->err, SG_ENOTFOUND, _("there is no answer to draw from"));
	if (rc == 0)
		rc = sg_store_assign(sg_project_store(p), coder, d->v, d->n, d->share,
			d->seed, sg_draw_way_name(d->way), cli->now, &cli->err);
	sg_study_release(&study);
	return rc;
}

static int assign(struct sg_cli *cli, struct sg_str coder, struct sg_draw *d)
{
	struct sg_project *p = sg_session_open(cli, true);

	if (!p)
		return sg_fail(cli);
	if (draw(cli, p, coder, d) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	sg_say(cli,
		_("%.*s: %zu answers drawn, now %zu of %zu that say something (seed "
		  "%llu, by %s)"),
		SG_ARG(coder), d->n, d->before + d->n, d->eligible,
		(unsigned long long)d->seed, way_word(d->way));
	return SG_EXIT_DONE;
}

static int undo(struct sg_cli *cli, struct sg_str coder)
{
	struct sg_project *p = sg_session_open(cli, true);
	size_t n;

	if (!p)
		return sg_fail(cli);
	int rc = sg_store_assign_undo(
		sg_project_store(p), coder, cli->now, &n, &cli->err);
	if (rc == 0 && n == 0)
		rc = sg_error_set(&cli->err, SG_ENOTFOUND,
			_("nothing is drawn for '%.*s'"), SG_ARG(coder));
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	sg_say(cli, _("%.*s: %zu answers taken back; what was coded stays"),
		SG_ARG(coder), n);
	return SG_EXIT_DONE;
}

static int list(const struct sg_study *s, const void *ctx, struct sg_tables *out,
	struct sg_error *err)
{
	return sg_assigned(s, *(const struct sg_str *)ctx, out, err);
}

int sg_cmd_assign(struct sg_cli *cli)
{
	const struct sg_args *args = &cli->args;
	struct sg_str coder =
		sg_args_text(cli, args->noperands ? args->operands[0] : NULL);
	const char *way = sg_args_get(args, "by");
	struct sg_draw d = {.way = SG_DRAW_ANSWER};

	if (!args->noperands &&
		(sg_args_has(args, "share") || sg_args_has(args, "undo")))
		return sg_usage(cli, "assign", _("missing %s"), "CODER");
	if (sg_args_has(args, "undo") &&
		sg_args_refuse(
			cli, "share|seed|by|format|output|notes", "assign --undo"))
		return SG_EXIT_USAGE;
	if (sg_args_has(args, "undo"))
		return undo(cli, coder);
	if (sg_args_needs(cli, "seed", "share") || sg_args_needs(cli, "by", "share"))
		return SG_EXIT_USAGE;
	if (!sg_args_has(args, "share"))
		return sg_session_tables(cli, 0, list, &coder);
	if (sg_args_refuse(cli, "format|output|notes", "assign --share"))
		return SG_EXIT_USAGE;
	if (!sg_session_share(cli, "share", &d.share) ||
		!sg_args_uint(cli, "seed", UINT32_MAX, 0, &d.seed))
		return SG_EXIT_USAGE;
	if (way)
		sg_draw_way_parse(way, &d.way);
	return assign(cli, coder, &d);
}
