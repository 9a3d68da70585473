/* diff_sides.c - which code and case of one study is which of the other, the codes that
 * were renamed or moved, and what is looked at on either side; see diff_sides.h. */
#include "config.h"

#include "analysis/diff_sides.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/across.h"

/* --- codes and cases of one side in the other --- */

static bool moved(const struct sg_diff *d, uint32_t before, uint32_t after)
{
	uint32_t was = d->s[SG_BEFORE]->codes[before].parent;
	uint32_t is = d->s[SG_AFTER]->codes[after].parent;

	if (was == SG_NONE || is == SG_NONE)
		return was != is;
	return d->other[SG_BEFORE][was] != is;
}

static void find_renames(struct sg_diff *d)
{
	SG_VEC(struct sg_diff_rename) v = {NULL, 0, 0};

	for (uint32_t i = 0; i < d->s[SG_AFTER]->ncodes; i++) {
		uint32_t was = d->other[SG_AFTER][i];
		if (was == SG_NONE)
			continue;
		const struct sg_study_code *a = &d->s[SG_BEFORE]->codes[was];
		const struct sg_study_code *b = &d->s[SG_AFTER]->codes[i];
		bool placed = moved(d, was, i);
		if (placed || !sg_str_eq(a->label, b->label) ||
			!sg_str_eq(a->name, b->name))
			SG_PUSH(&v, (struct sg_diff_rename){{was, i}, placed});
	}
	d->renames = sg_arena_array(&d->arena, v.n, sizeof *v.v);
	if (v.n)
		memcpy(d->renames, v.v, v.n * sizeof *v.v);
	d->nrenames = v.n;
	free(v.v);
}

/* Cases stand by name. */
static void match_cases(struct sg_diff_sides *sides)
{
	struct sg_diff *d = sides->d;

	sides->same_cases = d->s[0]->ncases == d->s[1]->ncases;
	for (int k = 0; k < SG_SIDES; k++) {
		size_t n = d->s[k]->ncases;
		sides->case_[k] = sg_arena_array(&d->arena, n, sizeof **sides->case_);
		for (uint32_t i = 0; i < n; i++) {
			sides->case_[k][i] =
				sg_study_case_find(d->s[!k], d->s[k]->cases[i].name);
			sides->same_cases &= sides->case_[k][i] == i;
		}
	}
}

/* --- what to look at: names of either study --- */

/* The code that a name means in one study, or the same one by its name in the other. */
static uint32_t find_code(const struct sg_diff *d, int k, struct sg_str name)
{
	uint32_t at = sg_study_code_find(d->s[k], name);

	if (at == SG_NONE) {
		at = sg_study_code_find(d->s[!k], name);
		at = at == SG_NONE ? SG_NONE : d->other[!k][at];
	}
	return at;
}

static void choose_codes(struct sg_diff_sides *sides, int k)
{
	const struct sg_filter *f = &sides->o->filter;
	const struct sg_study *s = sides->d->s[k];
	struct sg_view *v = &sides->view[k];

	for (uint32_t c = 0; f->ncodes && c < s->ncodes; c++)
		v->codes[c] = false;
	for (size_t i = 0; i < f->ncodes; i++) {
		uint32_t code = find_code(sides->d, k, f->codes[i]);
		for (uint32_t c = 0; code != SG_NONE && c < s->ncodes; c++)
			v->codes[c] = v->codes[c] || sg_study_code_within(s, c, code);
	}
}

static void choose_questions(struct sg_diff_sides *sides, int k)
{
	const struct sg_filter *f = &sides->o->filter;
	const struct sg_study *s = sides->d->s[k];
	struct sg_view *v = &sides->view[k];

	for (uint32_t q = 0; f->nquestions && q < s->nquestions; q++)
		v->questions[q] = false;
	for (size_t i = 0; i < f->nquestions; i++) {
		uint32_t q = sg_study_question_find(s, f->questions[i]);
		if (q != SG_NONE)
			v->questions[q] = true;
	}
}

/* A name that neither study knows is reported by the view of the later one. */
static int check_names(struct sg_diff_sides *sides, struct sg_error *err)
{
	const struct sg_filter *f = &sides->o->filter;
	const struct sg_study *before = sides->d->s[SG_BEFORE];
	struct sg_filter unknown = {0};
	struct sg_view view;

	for (size_t i = 0; i < f->ncodes && !unknown.ncodes; i++)
		if (find_code(sides->d, SG_AFTER, f->codes[i]) == SG_NONE &&
			find_code(sides->d, SG_BEFORE, f->codes[i]) == SG_NONE) {
			unknown.codes = &f->codes[i];
			unknown.ncodes = 1;
		}
	for (size_t i = 0; i < f->nquestions && !unknown.nquestions; i++)
		if (sg_study_question_find(before, f->questions[i]) == SG_NONE &&
			sg_study_question_find(
				sides->d->s[SG_AFTER], f->questions[i]) == SG_NONE) {
			unknown.questions = &f->questions[i];
			unknown.nquestions = 1;
		}
	if (unknown.ncodes + unknown.nquestions == 0)
		return 0;
	return sg_view_init(
		&view, sides->d->s[SG_AFTER], &unknown, &sides->d->arena, err);
}

static int open_views(struct sg_diff_sides *sides, struct sg_error *err)
{
	int rc = check_names(sides, err);

	for (int k = 0; rc == 0 && k < SG_SIDES; k++) {
		sides->filter[k] = sides->o->filter;
		sides->filter[k].ncodes = sides->filter[k].nquestions = 0;
		rc = sg_view_init(&sides->view[k], sides->d->s[k], &sides->filter[k],
			&sides->d->arena, err);
		if (rc == 0) {
			choose_codes(sides, k);
			choose_questions(sides, k);
		}
	}
	return rc;
}

int sg_diff_sides_open(struct sg_diff_sides *sides, struct sg_error *err)
{
	for (int k = 0; k < SG_SIDES; k++)
		sides->d->other[k] = sg_across_codes(
			sides->d->s[k], sides->d->s[!k], &sides->d->arena);
	match_cases(sides);
	find_renames(sides->d);
	return open_views(sides, err);
}
