/* worklist.c - see worklist.h. */
#include "config.h"

#include "analysis/worklist.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/random.h"

const char *sg_work_why_name(enum sg_work_why why)
{
	static const char *const names[] = {
		[SG_WORK_ONE_HIT] = "one-hit",
		[SG_WORK_UNUSUAL] = "outside",
		[SG_WORK_UNCODED] = "uncoded",
		[SG_WORK_CODED] = "coded",
	};

	return names[why];
}

/* A cell with what it is sorted by. */
struct entry {
	struct sg_work work;
	uint64_t key[6];
};

struct collect {
	const struct sg_study *s;
	const struct sg_worklist_options *o;
	const struct sg_usual *usual;
	SG_VEC(struct entry) v;
};

static enum sg_work_why why_of(const struct sg_review_cell *cell)
{
	if (!cell->coded && !cell->rejected)
		return SG_WORK_UNCODED;
	if (cell->segments && cell->outside)
		return SG_WORK_UNUSUAL;
	return cell->segments == 1 && !cell->by_default ? SG_WORK_ONE_HIT
							: SG_WORK_CODED;
}

static bool wanted(const struct collect *c, const struct sg_review_cell *cell)
{
	const struct sg_worklist_options *o = c->o;

	/* The rest of an answer that was read whole. */
	if (!cell->coded && !cell->rejected && !cell->usual)
		return false;
	if (o->only_new)
		return cell->born > o->since && (cell->coded || o->again);
	if (o->only == SG_WORK_ONLY_CODED && !cell->coded && !cell->rejected)
		return false;
	if (o->only == SG_WORK_ONLY_UNCODED && (cell->coded || cell->rejected))
		return false;
	return true;
}

static bool waits(
	const struct sg_worklist_options *o, const struct sg_review_cell *cell)
{
	if (o->only_new)
		return o->again || !cell->looked;
	return o->again || (o->mine ? !cell->mine : !cell->seen);
}

/* Of the answers to the question, how many of 10,000 do not carry the code: what most
 * carry comes first. */
static uint64_t rarity(const struct collect *c, const struct sg_review_cell *cell)
{
	uint32_t question = c->s->answers[cell->answer].question;

	if (question == SG_NONE || c->usual->answers[question] == 0)
		return 10000;
	uint64_t with = c->usual->carried[question * c->s->ncodes + cell->code];
	return 10000 - with * 10000 / c->usual->answers[question];
}

static void add_cell(void *ctx, const struct sg_review_cell *cell)
{
	struct collect *c = ctx;
	const struct sg_study_answer *a = &c->s->answers[cell->answer];
	struct entry e = {.work = {.cell = *cell, .why = why_of(cell)}};
	uint64_t code = cell->code, question = a->question, case_ = a->case_;
	/* One hit and outside are one step. */
	uint64_t step = e.work.why == SG_WORK_UNUSUAL ? SG_WORK_ONE_HIT : e.work.why;

	/* A sample is drawn before what was seen is left out. */
	if (!wanted(c, cell) || (!c->o->sample && !waits(c->o, cell)))
		return;
	uint64_t rare = e.work.why == SG_WORK_UNCODED ? rarity(c, cell) : 0;
	uint64_t keys[][6] = {
		[SG_WORK_RISK] = {step, rare, code, question, case_},
		[SG_WORK_BY_CODE] = {code, question, case_},
		[SG_WORK_BY_RESPONDENT] = {case_, question, code},
		[SG_WORK_BY_NEW] = {UINT32_MAX - cell->born, step, rare, code, question,
			case_},
	};
	memcpy(e.key, keys[c->o->order], sizeof e.key);
	SG_PUSH(&c->v, e);
}

static int by_key(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	for (size_t i = 0; i < sizeof x->key / sizeof *x->key; i++)
		if (x->key[i] != y->key[i])
			return x->key[i] < y->key[i] ? -1 : 1;
	/* Two answers of one respondent to one question. */
	return (x->work.cell.answer > y->work.cell.answer) -
	       (x->work.cell.answer < y->work.cell.answer);
}

/* Draws n of them without replacement to the front (Fisher–Yates, cut short). */
static void draw(struct entry *v, size_t n, uint32_t k, uint64_t seed)
{
	struct sg_random random;

	sg_random_init(&random, seed, 1);
	for (size_t i = 0; i < k && i < n; i++) {
		size_t j = i + sg_random_below(&random, (uint32_t)(n - i));
		struct entry e = v[i];
		v[i] = v[j];
		v[j] = e;
	}
}

static uint32_t coder_named(const struct sg_study *s, struct sg_str name)
{
	for (uint32_t i = 1; i < s->ncoders; i++)
		if (sg_str_eq(s->coders[i], name))
			return i;
	return SG_NONE;
}

int sg_worklist_make(struct sg_worklist *out, const struct sg_study *s,
	const struct sg_worklist_options *o, struct sg_error *err)
{
	struct sg_filter filter = o->filter;
	struct sg_usual usual;
	struct sg_view view;
	struct collect c = {.s = s, .o = o, .usual = &usual};

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	filter.coder = (struct sg_str){"", 0};
	int rc = sg_view_init(&view, s, &filter, &out->arena, err);
	if (rc < 0) {
		sg_worklist_release(out);
		return rc;
	}
	sg_usual_init(&usual, s, &out->arena);
	sg_coverage_count(&out->coverage, &view, SG_NONE);
	sg_review_cells(
		&view, &usual, SG_NONE, coder_named(s, o->person), add_cell, &c);
	if (c.v.n)
		qsort(c.v.v, c.v.n, sizeof *c.v.v, by_key);
	out->drawn = c.v.n;
	if (o->sample) {
		draw(c.v.v, c.v.n, o->sample, o->seed);
		out->drawn = o->sample < c.v.n ? o->sample : c.v.n;
	}
	out->v = sg_arena_array(&out->arena, out->drawn, sizeof *out->v);
	for (size_t i = 0; i < out->drawn; i++) {
		const struct sg_work *w = &c.v.v[i].work;
		if (!waits(o, &w->cell))
			continue;
		out->v[out->n++] = *w;
		out->waiting[w->why]++;
	}
	free(c.v.v);
	return 0;
}

void sg_worklist_release(struct sg_worklist *w)
{
	sg_arena_release(&w->arena);
	memset(w, 0, sizeof *w);
}
