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

/* Whose answer to what, as `to` numbers cases and questions. */
struct about {
	uint32_t case_, question, answer;
};

static int by_about(const void *a, const void *b)
{
	const struct about *x = a, *y = b;

	if (x->case_ != y->case_)
		return x->case_ < y->case_ ? -1 : 1;
	if (x->question != y->question)
		return x->question < y->question ? -1 : 1;
	return (x->answer > y->answer) - (x->answer < y->answer);
}

static bool same_about(const struct about *x, const struct about *y)
{
	return x->case_ == y->case_ && x->question == y->question;
}

struct abouts {
	struct about *v;
	size_t n;
};

/* Sorted; answers of cases and questions that `to` lacks are left out. */
static struct abouts list(const struct sg_study *from, const struct sg_study *to)
{
	struct abouts l = {.v = sg_alloc(from->nanswers, sizeof *l.v)};
	uint32_t *question = sg_alloc(from->nquestions, sizeof *question);
	uint32_t *case_ = sg_alloc(from->ncases, sizeof *case_);

	for (uint32_t i = 0; i < from->ncases; i++)
		case_[i] = sg_study_case_find(to, from->cases[i].name);
	for (uint32_t i = 0; i < from->nquestions; i++) {
		question[i] = SG_NONE;
		for (uint32_t q = 0; q < to->nquestions; q++)
			if (sg_str_eq(from->questions[i].label, to->questions[q].label))
				question[i] = q;
	}
	for (uint32_t i = 0; i < from->nanswers; i++) {
		const struct sg_study_answer *a = &from->answers[i];
		struct about about = {SG_NONE, SG_NONE, i};
		if (a->case_ != SG_NONE)
			about.case_ = case_[a->case_];
		if (a->question != SG_NONE)
			about.question = question[a->question];
		if (about.case_ != SG_NONE &&
			(a->question == SG_NONE || about.question != SG_NONE))
			l.v[l.n++] = about;
	}
	if (l.n > 1)
		qsort(l.v, l.n, sizeof *l.v, by_about);
	free(question);
	free(case_);
	return l;
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

/* v and w: all answers of one respondent to one question. */
static void match(struct across *x, const struct about *v, size_t n,
	const struct about *w, size_t m)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < m; k++)
			if (!x->taken[w[k].answer] &&
				sg_across_same_place(
					x->from, v[i].answer, x->to, w[k].answer)) {
				take(x, v[i].answer, w[k].answer);
				break;
			}
	for (size_t i = 0, k = 0; i < n; i++) {
		while (k < m && x->taken[w[k].answer])
			k++;
		if (k < m && x->other[v[i].answer] == SG_NONE)
			take(x, v[i].answer, w[k].answer);
	}
}

uint32_t *sg_across_answers(
	const struct sg_study *from, const struct sg_study *to, struct sg_arena *arena)
{
	struct across x = {.from = from,
		.to = to,
		.other = sg_arena_array(arena, from->nanswers, sizeof *x.other),
		.taken = sg_zalloc(to->nanswers, sizeof *x.taken)};
	struct abouts a = list(from, to), b = list(to, to);

	for (size_t i = 0; i < from->nanswers; i++)
		x.other[i] = SG_NONE;
	for (size_t i = 0, k = 0, n, m; i < a.n; i += n) {
		for (n = 1; i + n < a.n && same_about(&a.v[i], &a.v[i + n]);)
			n++;
		while (k < b.n && by_about(&b.v[k], &a.v[i]) < 0 &&
			!same_about(&b.v[k], &a.v[i]))
			k++;
		for (m = 0; k + m < b.n && same_about(&b.v[k + m], &a.v[i]);)
			m++;
		match(&x, a.v + i, n, b.v + k, m);
		k += m;
	}
	free(a.v);
	free(b.v);
	free(x.taken);
	return x.other;
}
