/* judgement.c - what a person says of a stretch of an answer. */
#include "config.h"

#include "coding/judgement.h"

#include <stdlib.h>

/* What each verdict needs: a code; codings there that it is about. */
static const struct verdict {
	const char *name;
	bool code;     /* must name one */
	bool of_rules; /* must meet a coding of the rules */
	bool of_any;   /* must meet a coding of anyone */
} verdicts[] = {
	[SG_VERDICT_CODE] = {"code", true, false, false},
	[SG_VERDICT_ACCEPT] = {"accept", true, true, false},
	[SG_VERDICT_REJECT] = {"reject", true, true, false},
	[SG_VERDICT_FACET] = {"facet", true, true, true},
	[SG_VERDICT_PIN] = {"pin", false, false, false},
	[SG_VERDICT_BAR] = {"bar", false, false, false},
	[SG_VERDICT_REVIEWED] = {"reviewed", false, false, false},
};

static int check_facet(
	struct sg_store *s, const struct sg_judge *j, struct sg_error *err)
{
	struct sg_buf values;
	bool found;

	sg_buf_init(&values);
	int rc = sg_facet_value(s, j->facet, j->value, &found, &values, err);
	if (rc == 0 && !found && values.n == 0)
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("the codebook declares no facet '%.*s'"), SG_ARG(j->facet));
	else if (rc == 0 && !found)
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("'%.*s' is no value of %.*s: %s"), SG_ARG(j->value),
			SG_ARG(j->facet), sg_buf_z(&values));
	sg_buf_release(&values);
	return rc;
}

/* Whether v[i] is of the kind that the stretch is narrowed to. */
static bool meets(
	const struct sg_segment *g, const struct sg_place_row *place, bool wide)
{
	return g->start < place->stop && g->stop > place->start &&
	       g->by_default == wide;
}

/* Widens place to the codings it touches: a word of a sentence stands for the coded
 * sentence. A code's stand for a whole answer (default) is meant only where nothing
 * narrower is coded, or when the whole answer is judged. Returns whether there are
 * any. */
static bool widen(const struct sg_segments *v, struct sg_place_row *place)
{
	struct sg_place_row out = *place;

	for (int wide = 0; wide < 2; wide++) {
		bool any = false;
		for (size_t i = 0; i < v->n; i++) {
			if (!meets(&v->v[i], place, wide != 0))
				continue;
			any = true;
			if (v->v[i].start < out.start)
				out.start = v->v[i].start;
			if (v->v[i].stop > out.stop)
				out.stop = v->v[i].stop;
		}
		if (any) {
			*place = out;
			return true;
		}
	}
	return false;
}

static int meet_codings(struct sg_store *s, const struct sg_judge *j,
	const struct verdict *v, int64_t code, struct sg_place_row *place,
	struct sg_error *err)
{
	struct sg_segments found = {NULL, 0, 0};
	int rc = sg_codings_at(s, true, place->answer, code, &found, err);

	if (rc == 0 && v->of_any)
		rc = sg_codings_at(s, false, place->answer, code, &found, err);
	if (rc == 0 && !widen(&found, place))
		rc = sg_error_set(err, SG_ENOTFOUND,
			v->of_any ? _("%.*s is not coded in %.*s %.*s there")
				  : _("the rules do not code %.*s in %.*s %.*s there"),
			SG_ARG(j->code), SG_ARG(j->respondent), SG_ARG(j->question));
	free(found.v);
	return rc;
}

static int find_place(struct sg_placer *p, const struct sg_judge *j,
	const struct verdict *v, int64_t code, struct sg_place_row *place,
	struct sg_error *err)
{
	bool answered = false;
	int rc = sg_place_find(p, j, place, &answered, err);

	if (rc == 0 && j->verdict == SG_VERDICT_CODE && !answered)
		return sg_error_set(err, SG_ECONFLICT,
			_("%.*s %.*s is recorded as saying nothing, so no coding "
			  "counts "
			  "there; if it does, say `saegim answer %.*s %.*s answered` "
			  "first"),
			SG_ARG(j->respondent), SG_ARG(j->question),
			SG_ARG(j->respondent), SG_ARG(j->question));
	if (rc == 0 && v->of_rules)
		rc = meet_codings(p->store, j, v, code, place, err);
	return rc;
}

int sg_judge_inside(struct sg_placer *p, const struct sg_judge *j, bool *recorded,
	struct sg_error *err)
{
	const struct verdict *v = &verdicts[j->verdict];
	struct sg_place_row place;
	struct sg_judgement_row row = {.verdict = v->name,
		.reason = j->reason,
		.origin = j->origin,
		.at = j->now,
		.batch = j->batch};

	*recorded = false;
	if (v->code && j->code.n == 0)
		return sg_error_set(err, SG_EUSAGE, _("this judgement needs a code"));
	int rc = sg_place_code(p->store, j->code, &row.code, err);
	if (rc == 0 && j->verdict == SG_VERDICT_FACET) {
		rc = check_facet(p->store, j, err);
		row.facet = j->facet;
		row.value = j->value;
	}
	if (rc == 0)
		rc = find_place(p, j, v, row.code, &place, err);
	if (rc == 0)
		rc = sg_coder_need(p->store, j->coder, &row.coder, err);
	if (rc == 0)
		rc = sg_anchor_need(p->store, &p->text, &place, &row.anchor, err);
	if (rc == 0)
		rc = sg_judgement_put(p->store, &row, recorded, err);
	return rc;
}

int sg_judge(struct sg_store *store, const struct sg_judge *j, bool *recorded,
	struct sg_error *err)
{
	struct sg_placer placer;
	int rc = sg_store_begin(store, err);

	*recorded = false;
	if (rc < 0)
		return rc;
	sg_placer_init(&placer, store);
	rc = sg_judge_inside(&placer, j, recorded, err);
	sg_placer_release(&placer);
	if (rc == 0)
		rc = sg_store_commit(store, err);
	else
		sg_store_rollback(store);
	if (rc < 0)
		*recorded = false;
	return rc;
}
