/* cells.c - see cells.h. */
#include "config.h"

#include "analysis/cells.h"

#include <stdlib.h>

static bool has_heading(const struct sg_view *v, const struct sg_study_answer *a)
{
	if (a->question == SG_NONE)
		return v->s->nquestions == 0 && a->stop > a->start;
	return a->state == SG_ANSWER_ANSWERED ||
	       (a->state == SG_ANSWER_NONE && a->kind != SG_KIND_MISSING);
}

static bool counts(const struct sg_cell_units *u, const bool *answers, uint32_t i)
{
	const struct sg_study_answer *a = &u->v->s->answers[i];

	return answers[i] && a->case_ != SG_NONE && has_heading(u->v, a) &&
	       (a->question == SG_NONE || u->v->questions[a->question]);
}

static void count_respondents(struct sg_cell_units *u, const bool *answers)
{
	const struct sg_study *s = u->v->s;

	u->respondents = sg_arena_array(u->v->arena, s->ncases, sizeof *u->respondents);
	u->respondent_of =
		sg_arena_array(u->v->arena, s->ncases, sizeof *u->respondent_of);
	for (uint32_t i = 0; i < s->ncases; i++)
		u->respondent_of[i] = SG_NONE;
	for (uint32_t i = 0; i < s->nanswers; i++) {
		uint32_t who = s->answers[i].case_;
		if (!counts(u, answers, i) || u->respondent_of[who] != SG_NONE)
			continue;
		u->respondent_of[who] = u->nrespondents;
		u->respondents[u->nrespondents++] = who;
	}
}

static void count_answers(struct sg_cell_units *u, const bool *answers)
{
	const struct sg_study *s = u->v->s;
	uint32_t sentences = 0;

	u->answers = sg_arena_array(u->v->arena, s->nanswers, sizeof *u->answers);
	u->number = sg_arena_array(u->v->arena, s->nanswers, sizeof *u->number);
	u->first = sg_arena_array(u->v->arena, s->nanswers + 1, sizeof *u->first);
	for (uint32_t i = 0; i < s->nanswers; i++) {
		u->number[i] = SG_NONE;
		if (!counts(u, answers, i))
			continue;
		u->first[u->nanswers] = sentences;
		sentences += sg_units_of(u->units, i)->nsentences;
		u->number[i] = u->nanswers;
		u->answers[u->nanswers++] = i;
	}
	u->first[u->nanswers] = sentences;
	u->n[SG_LEVEL_SENTENCE] = sentences;
	u->n[SG_LEVEL_ANSWER] = u->nanswers;
	u->n[SG_LEVEL_RESPONDENT] = u->nrespondents;
}

void sg_cell_units_init(struct sg_cell_units *u, const struct sg_view *v,
	struct sg_units *units, const bool *answers)
{
	*u = (struct sg_cell_units){.v = v, .units = units};
	count_respondents(u, answers);
	count_answers(u, answers);
	for (int level = 0; level < SG_LEVELS; level++)
		u->owner[level] =
			sg_arena_array(v->arena, u->n[level], sizeof **u->owner);
	for (uint32_t i = 0; i < u->nanswers; i++) {
		uint32_t who = u->respondent_of[v->s->answers[u->answers[i]].case_];
		u->owner[SG_LEVEL_ANSWER][i] = who;
		for (uint32_t k = u->first[i]; k < u->first[i + 1]; k++)
			u->owner[SG_LEVEL_SENTENCE][k] = who;
	}
	for (uint32_t i = 0; i < u->nrespondents; i++)
		u->owner[SG_LEVEL_RESPONDENT][i] = i;
}

void sg_marks_init(struct sg_marks *m, const struct sg_cell_units *u)
{
	for (int level = 0; level < SG_LEVELS; level++)
		sg_tally_init(&m->at[level], u->v->arena, u->v->s->ncodes, u->n[level]);
}

void sg_marks_of_coder(
	struct sg_marks *m, const struct sg_cell_units *u, uint32_t coder)
{
	const struct sg_study *s = u->v->s;

	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		uint32_t answer = u->number[c->answer];
		if (c->coder != coder || answer == SG_NONE)
			continue;
		sg_tally_set(&m->at[SG_LEVEL_ANSWER], c->code, answer);
		sg_tally_set(&m->at[SG_LEVEL_RESPONDENT], c->code,
			u->owner[SG_LEVEL_ANSWER][answer]);
		if (c->origin == SG_ORIGIN_DEFAULT)
			continue;
		const struct sg_answer_units *a = sg_units_of(u->units, c->answer);
		for (uint32_t k = 0; k < a->nsentences; k++)
			if (a->sentences[k].start < c->stop &&
				a->sentences[k].stop > c->start)
				sg_tally_set(&m->at[SG_LEVEL_SENTENCE], c->code,
					u->first[answer] + k);
	}
}

/* An answer with all its sentences, and its respondent. */
static void mark_answer(struct sg_marks *m, const struct sg_cell_units *u,
	uint32_t code, uint32_t answer)
{
	sg_tally_set(&m->at[SG_LEVEL_ANSWER], code, answer);
	sg_tally_set(
		&m->at[SG_LEVEL_RESPONDENT], code, u->owner[SG_LEVEL_ANSWER][answer]);
	for (uint32_t k = u->first[answer]; k < u->first[answer + 1]; k++)
		sg_tally_set(&m->at[SG_LEVEL_SENTENCE], code, k);
}

void sg_marks_everything(struct sg_marks *m, const struct sg_cell_units *u,
	const uint32_t *codes, size_t ncodes)
{
	for (size_t c = 0; c < ncodes; c++) {
		for (uint32_t i = 0; i < u->nanswers; i++)
			mark_answer(m, u, codes[c], i);
		for (uint32_t i = 0; i < u->nrespondents; i++)
			sg_tally_set(&m->at[SG_LEVEL_RESPONDENT], codes[c], i);
	}
}

void sg_marks_by_question(struct sg_marks *m, const struct sg_cell_units *u,
	const struct sg_marks *gold, const uint32_t *codes, size_t ncodes, double share)
{
	const struct sg_study *s = u->v->s;
	const struct sg_tally *g = &gold->at[SG_LEVEL_ANSWER];
	uint32_t *with = sg_zalloc(s->nquestions, sizeof *with);
	uint32_t *all = sg_zalloc(s->nquestions, sizeof *all);

	for (uint32_t i = 0; i < u->nanswers; i++) {
		uint32_t q = s->answers[u->answers[i]].question;
		if (q != SG_NONE)
			all[q]++;
	}
	for (size_t c = 0; c < ncodes; c++) {
		for (size_t q = 0; q < s->nquestions; q++)
			with[q] = 0;
		for (uint32_t i = 0; i < u->nanswers; i++) {
			uint32_t q = s->answers[u->answers[i]].question;
			if (q != SG_NONE)
				with[q] += sg_tally_has(g, codes[c], i);
		}
		for (uint32_t i = 0; i < u->nanswers; i++) {
			uint32_t q = s->answers[u->answers[i]].question;
			if (q == SG_NONE || all[q] < 2)
				continue;
			uint32_t others = with[q] - sg_tally_has(g, codes[c], i);
			/* The tolerance keeps 2 of 10 at a share of .2. */
			if (others + 1e-9 >= share * (all[q] - 1))
				mark_answer(m, u, codes[c], i);
		}
	}
	free(with);
	free(all);
}

void sg_marks_compare(const struct sg_cell_units *u, const struct sg_marks *gold,
	const struct sg_marks *other, enum sg_cell_level level, uint32_t code,
	struct sg_fourfold *sums)
{
	for (uint32_t i = 0; i < u->n[level]; i++) {
		struct sg_fourfold *f = &sums[u->owner[level][i]];
		bool a = sg_tally_has(&gold->at[level], code, i);
		bool b = sg_tally_has(&other->at[level], code, i);
		f->n11 += a && b;
		f->n10 += a && !b;
		f->n01 += !a && b;
		f->n00 += !a && !b;
	}
}
