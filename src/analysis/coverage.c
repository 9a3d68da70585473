/* coverage.c - see coverage.h. One pass over the answers with a row of cells as scratch;
 * codings and marks are by answer in a study. */
#include "config.h"

#include "analysis/coverage.h"

#include <stdlib.h>
#include <string.h>

/* A code that no focus names is usual from this share of the answers on, and from two. */
enum { USUAL_ONE_IN = 5, USUAL_MIN = 2 };

/* Answers that carry each code, by question, and answers that say something. */
static void count_carried(struct sg_usual *u, struct sg_arena *arena)
{
	const struct sg_study *s = u->s;
	uint32_t *last = sg_arena_array(arena, s->ncodes, sizeof *last);

	for (uint32_t c = 0; c < s->ncodes; c++)
		last[c] = SG_NONE;
	for (uint32_t i = 0; i < s->nanswers; i++)
		if (s->answers[i].question != SG_NONE && sg_answer_says(s, i))
			u->answers[s->answers[i].question]++;
	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *k = &s->codings[i];
		uint32_t question = s->answers[k->answer].question;
		if (k->rejected || question == SG_NONE ||
			!sg_answer_says(s, k->answer) || last[k->code] == k->answer)
			continue;
		last[k->code] = k->answer;
		u->carried[question * s->ncodes + k->code]++;
	}
}

bool sg_usual_enough(uint32_t with, uint32_t answers)
{
	return with >= USUAL_MIN && (uint64_t)with * USUAL_ONE_IN >= answers;
}

void sg_usual_init(struct sg_usual *u, const struct sg_study *s, struct sg_arena *arena)
{
	size_t n = s->nquestions * s->ncodes;
	bool *focused = sg_arena_array(arena, s->ncodes, sizeof *focused);

	*u = (struct sg_usual){.s = s,
		.at = sg_arena_array(arena, n, sizeof *u->at),
		.somewhere = sg_arena_array(arena, s->ncodes, sizeof *u->somewhere),
		.carried = sg_arena_array(arena, n, sizeof *u->carried),
		.answers = sg_arena_array(arena, s->nquestions, sizeof *u->answers)};
	count_carried(u, arena);
	for (uint32_t q = 0; q < s->nquestions; q++)
		for (size_t f = 0; f < s->questions[q].nfocus; f++)
			for (uint32_t c = 0; c < s->ncodes; c++)
				if (sg_study_code_within(
					    s, c, s->questions[q].focus[f]))
					u->at[q * s->ncodes + c] = focused[c] = true;
	for (uint32_t q = 0; q < s->nquestions; q++)
		for (uint32_t c = 0; c < s->ncodes; c++) {
			uint32_t with = u->carried[q * s->ncodes + c];
			if (!focused[c] && sg_usual_enough(with, u->answers[q]))
				u->at[q * s->ncodes + c] = true;
			u->somewhere[c] |= u->at[q * s->ncodes + c];
		}
}

bool sg_usual_in(const struct sg_usual *u, uint32_t question, uint32_t code)
{
	return question != SG_NONE && u->at[question * u->s->ncodes + code];
}

bool sg_usual_within(const struct sg_usual *u, uint32_t question, uint32_t code)
{
	for (uint32_t c = 0; c < u->s->ncodes; c++)
		if (sg_usual_in(u, question, c) && sg_study_code_within(u->s, c, code))
			return true;
	return false;
}

/* Codes that are counted: chosen ones that are leaves or are coded with by themselves. */
static bool *counted_codes(const struct sg_view *v)
{
	const struct sg_study *s = v->s;
	bool *out = sg_zalloc(s->ncodes, sizeof *out);

	for (size_t i = 0; i < s->ncodings; i++)
		out[s->codings[i].code] = true;
	for (uint32_t c = 0; c < s->ncodes; c++)
		out[c] = v->codes[c] && (out[c] || s->codes[c].leaf);
	return out;
}

static bool wanted_answer(const struct sg_view *v, uint32_t question, uint32_t answer)
{
	return sg_view_answer(v, answer) &&
	       (question == SG_NONE || v->s->answers[answer].question == question);
}

static void add_coding(
	struct sg_review_cell *row, const struct sg_study_coding *k, uint32_t me)
{
	struct sg_review_cell *c = &row[k->code];

	c->seen |= k->reviewed || k->origin == SG_ORIGIN_PERSON;
	c->mine |= k->origin == SG_ORIGIN_PERSON && k->coder == me;
	/* What was judged is not new because an edited rule found it again. */
	if (!k->judged && k->born > c->born)
		c->born = k->born;
	if (k->rejected) {
		c->rejected = true;
		return;
	}
	c->coded = true;
	c->segments += k->origin == SG_ORIGIN_RULE;
	c->by_default |= k->origin == SG_ORIGIN_DEFAULT;
}

/* A mark on a code, or on the whole answer: on everything in it that was there. */
static void add_seen(struct sg_review_cell *row, size_t ncodes,
	const struct sg_study_seen *seen, uint32_t me)
{
	size_t first = seen->code == SG_NONE ? 0 : seen->code;
	size_t end = seen->code == SG_NONE ? ncodes : first + 1;

	for (size_t c = first; c < end; c++) {
		bool there = row[c].born <= seen->run;
		/* Of a coded cell, its codings know who looked. */
		if (!row[c].coded && there)
			row[c].seen = true;
		row[c].looked |= there;
		if (seen->coder == me && there)
			row[c].mine = true;
	}
}

static void pass_row(const struct sg_view *v, const struct sg_usual *u,
	const bool *counted, struct sg_review_cell *row, uint32_t answer,
	void (*fn)(void *ctx, const struct sg_review_cell *cell), void *ctx)
{
	for (uint32_t c = 0; c < v->s->ncodes; c++) {
		struct sg_review_cell *cell = &row[c];
		if (!counted[c])
			continue;
		cell->answer = answer;
		cell->code = c;
		cell->rejected = cell->rejected && !cell->coded;
		cell->usual = sg_usual_in(u, v->s->answers[answer].question, c);
		cell->outside = u->somewhere[c] && !cell->usual;
		if (cell->coded || cell->rejected || cell->usual || cell->seen)
			fn(ctx, cell);
	}
}

void sg_review_cells(const struct sg_view *v, const struct sg_usual *u,
	uint32_t question, uint32_t me,
	void (*fn)(void *ctx, const struct sg_review_cell *cell), void *ctx)
{
	const struct sg_study *s = v->s;
	bool *counted = counted_codes(v);
	struct sg_review_cell *row = sg_alloc(s->ncodes, sizeof *row);
	size_t m = 0;

	for (uint32_t a = 0; a < s->nanswers; a++) {
		bool wanted = wanted_answer(v, question, a);
		if (wanted)
			memset(row, 0, s->ncodes * sizeof *row);
		for (uint32_t k = v->first[a]; wanted && k < v->first[a + 1]; k++)
			add_coding(row, &s->codings[k], me);
		for (; m < s->nseen && s->seen[m].answer <= a; m++)
			if (wanted && s->seen[m].answer == a)
				add_seen(row, s->ncodes, &s->seen[m], me);
		if (wanted)
			pass_row(v, u, counted, row, a, fn, ctx);
	}
	free(row);
	free(counted);
}

static void count_cell(void *ctx, const struct sg_review_cell *cell)
{
	struct sg_coverage *c = ctx;

	c->all_seen += cell->seen;
	if (cell->coded) {
		c->coded++;
		c->coded_seen += cell->seen;
	} else if (cell->usual) {
		c->usual++;
		c->usual_seen += cell->seen;
	}
}

void sg_coverage_count(
	struct sg_coverage *out, const struct sg_view *v, uint32_t question)
{
	bool *counted = counted_codes(v);
	struct sg_usual u;

	memset(out, 0, sizeof *out);
	for (uint32_t c = 0; c < v->s->ncodes; c++)
		out->codes += counted[c];
	for (uint32_t a = 0; a < v->s->nanswers; a++)
		out->answers += wanted_answer(v, question, a);
	out->all = out->answers * out->codes;
	free(counted);
	sg_usual_init(&u, v->s, v->arena);
	sg_review_cells(v, &u, question, SG_NONE, count_cell, out);
}
