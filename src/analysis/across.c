/* across.c - see across.h. */
#include "config.h"

#include "analysis/across.h"

#include <stdlib.h>

static bool same_code(const struct sg_study_code *a, const struct sg_study_code *b)
{
	return a->id && b->id ? a->id == b->id : sg_str_eq(a->label, b->label);
}

uint32_t *sg_across_codes(
	const struct sg_study *from, const struct sg_study *to, struct sg_arena *arena)
{
	uint32_t *other = sg_arena_array(arena, from->ncodes, sizeof *other);

	for (uint32_t i = 0; i < from->ncodes; i++) {
		other[i] = SG_NONE;
		/* Most often the same one stands in the same place. */
		if (i < to->ncodes && same_code(&from->codes[i], &to->codes[i]))
			other[i] = i;
		for (uint32_t j = 0; j < to->ncodes && other[i] == SG_NONE; j++)
			if (same_code(&from->codes[i], &to->codes[j]))
				other[i] = j;
	}
	return other;
}

bool sg_across_same_place(const struct sg_study *s, uint32_t answer,
	const struct sg_study *t, uint32_t other)
{
	const struct sg_study_answer *x = &s->answers[answer], *y = &t->answers[other];

	if (x->text == SG_NONE || y->text == SG_NONE)
		return false;
	uint32_t a = s->texts[x->text].id, b = t->texts[y->text].id;
	return a && a == b && x->start == y->start && x->stop == y->stop;
}

/* Whose answer to what, as `to` numbers cases and questions; those it lacks count on
 * behind. */
struct about {
	uint32_t case_, question, answer;
	bool to;
};

typedef SG_VEC(struct about) abouts;

static int by_about(const void *a, const void *b)
{
	const struct about *x = a, *y = b;

	if (x->case_ != y->case_)
		return x->case_ < y->case_ ? -1 : 1;
	if (x->question != y->question)
		return x->question < y->question ? -1 : 1;
	if (x->to != y->to)
		return x->to ? 1 : -1;
	return (x->answer > y->answer) - (x->answer < y->answer);
}

static uint32_t case_in(
	const struct sg_study *from, const struct sg_study *to, uint32_t case_)
{
	uint32_t at = sg_study_case_find(to, from->cases[case_].name);

	return at == SG_NONE ? (uint32_t)to->ncases + case_ : at;
}

static uint32_t question_in(
	const struct sg_study *from, const struct sg_study *to, uint32_t question)
{
	for (uint32_t q = 0; q < to->nquestions; q++)
		if (sg_str_eq(from->questions[question].label, to->questions[q].label))
			return q;
	return (uint32_t)to->nquestions + question;
}

static void list(
	abouts *out, const struct sg_study *from, const struct sg_study *to, bool is_to)
{
	uint32_t *question = sg_alloc(from->nquestions, sizeof *question);
	uint32_t *case_ = sg_alloc(from->ncases, sizeof *case_);

	for (uint32_t i = 0; i < from->ncases; i++)
		case_[i] = is_to ? i : case_in(from, to, i);
	for (uint32_t i = 0; i < from->nquestions; i++)
		question[i] = is_to ? i : question_in(from, to, i);
	for (uint32_t i = 0; i < from->nanswers; i++) {
		const struct sg_study_answer *a = &from->answers[i];
		const struct about about = {
			a->case_ == SG_NONE ? SG_NONE : case_[a->case_],
			a->question == SG_NONE ? SG_NONE : question[a->question], i,
			is_to};
		SG_PUSH(out, about);
	}
	free(question);
	free(case_);
}

void sg_across_each(const struct sg_study *from, const struct sg_study *to,
	sg_across_group *group, void *ctx)
{
	abouts v = {NULL, 0, 0};
	size_t next;

	list(&v, from, to, false);
	list(&v, to, to, true);
	uint32_t *answers = sg_alloc(v.n, sizeof *answers);
	if (v.n > 1)
		qsort(v.v, v.n, sizeof *v.v, by_about);
	for (size_t i = 0; i < v.n; i = next) {
		size_t n = 0;
		for (next = i; next < v.n && v.v[i].case_ == v.v[next].case_ &&
			       v.v[i].question == v.v[next].question;
			next++) {
			answers[next - i] = v.v[next].answer;
			n += !v.v[next].to;
		}
		group(ctx, answers, n, answers + n, next - i - n);
	}
	free(answers);
	free(v.v);
}

struct across {
	const struct sg_study *from, *to;
	uint32_t *other; /* what is found */
	bool *taken;     /* answers of `to` */
};

static void take(struct across *x, uint32_t answer, uint32_t other)
{
	x->other[answer] = other;
	x->taken[other] = true;
}

static void match(void *ctx, const uint32_t *v, size_t n, const uint32_t *w, size_t m)
{
	struct across *x = ctx;

	if (n == 0 || x->from->answers[v[0]].case_ == SG_NONE)
		return;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < m; k++)
			if (!x->taken[w[k]] &&
				sg_across_same_place(x->from, v[i], x->to, w[k])) {
				take(x, v[i], w[k]);
				break;
			}
	for (size_t i = 0, k = 0; i < n; i++) {
		while (k < m && x->taken[w[k]])
			k++;
		if (k < m && x->other[v[i]] == SG_NONE)
			take(x, v[i], w[k]);
	}
}

uint32_t *sg_across_answers(
	const struct sg_study *from, const struct sg_study *to, struct sg_arena *arena)
{
	struct across x = {.from = from,
		.to = to,
		.other = sg_arena_array(arena, from->nanswers, sizeof *x.other),
		.taken = sg_zalloc(to->nanswers, sizeof *x.taken)};

	for (size_t i = 0; i < from->nanswers; i++)
		x.other[i] = SG_NONE;
	sg_across_each(from, to, match, &x);
	free(x.taken);
	return x.other;
}
