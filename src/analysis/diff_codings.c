/* diff_codings.c - the codings that only one of two studies has (diff.h). In a text that
 * both have, a coding is known by its place; where the text was revised in between, by
 * its words in the same respondent's answer to the same question. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/across.h"
#include "analysis/diff_sides.h"

/* A coding as both sides tell it. */
struct key {
	uint32_t start, stop; /* 0 in revised texts */
	struct sg_str words;  /* of revised texts */
	uint32_t code;        /* of the study after; those it lacks count on behind */
	uint32_t coder;       /* likewise */
	uint32_t origin;
	uint32_t coding;
};

typedef SG_VEC(struct key) keys_vec;

struct job {
	struct sg_diff_sides *sides;
	uint32_t *
		first[SG_SIDES]; /* of each answer: its first coding; one more behind */
	uint32_t *coder;         /* of before → as in a key */
	keys_vec keys[SG_SIDES];
	SG_VEC(uint32_t) only[SG_SIDES];
};

static void find_first(struct job *j, int k)
{
	const struct sg_study *s = j->sides->d->s[k];
	uint32_t c = 0;

	j->first[k] = sg_alloc(s->nanswers + 1, sizeof **j->first);
	for (uint32_t a = 0; a <= s->nanswers; a++) {
		while (c < s->ncodings && s->codings[c].answer < a)
			c++;
		j->first[k][a] = c;
	}
}

static void match_coders(struct job *j)
{
	const struct sg_study *before = j->sides->d->s[SG_BEFORE];
	const struct sg_study *after = j->sides->d->s[SG_AFTER];

	j->coder = sg_alloc(before->ncoders, sizeof *j->coder);
	for (uint32_t i = 0; i < before->ncoders; i++) {
		j->coder[i] = (uint32_t)after->ncoders + i;
		for (uint32_t k = 0; k < after->ncoders; k++)
			if (sg_str_eq(before->coders[i], after->coders[k]))
				j->coder[i] = k;
	}
}

static int compare(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int c;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->stop != y->stop)
		return x->stop < y->stop ? -1 : 1;
	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	if (x->coder != y->coder)
		return x->coder < y->coder ? -1 : 1;
	if (x->origin != y->origin)
		return x->origin < y->origin ? -1 : 1;
	c = sg_str_cmp(x->words, y->words);
	return c;
}

/* Adds the counted codings of an answer as keys. */
static void add_keys(struct job *j, int k, uint32_t answer, bool by_words)
{
	const struct sg_diff *d = j->sides->d;
	const struct sg_study *s = d->s[k];

	for (uint32_t i = j->first[k][answer]; i < j->first[k][answer + 1]; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		if (!sg_view_counts(&j->sides->view[k], c))
			continue;
		struct key key = {.code = c->code,
			.coder = c->coder,
			.origin = (uint32_t)c->origin,
			.coding = i};
		if (k == SG_BEFORE) {
			uint32_t code = d->other[SG_BEFORE][c->code];
			key.code = code != SG_NONE
					   ? code
					   : (uint32_t)d->s[SG_AFTER]->ncodes + c->code;
			key.coder = j->coder[c->coder];
		}
		if (by_words) {
			key.words = sg_study_quote(
				s, s->answers[answer].text, c->start, c->stop);
		} else {
			key.start = c->start;
			key.stop = c->stop;
		}
		SG_PUSH(&j->keys[k], key);
	}
}

static void sort_keys(keys_vec *v)
{
	for (size_t i = 1; i < v->n; i++)
		if (compare(&v->v[i - 1], &v->v[i]) > 0) {
			qsort(v->v, v->n, sizeof *v->v, compare);
			return;
		}
}

/* What is in only one of the two lists of keys, which are emptied. */
static void merge_keys(struct job *j)
{
	keys_vec *a = &j->keys[SG_BEFORE], *b = &j->keys[SG_AFTER];
	size_t x = 0, y = 0;

	sort_keys(a);
	sort_keys(b);
	while (x < a->n || y < b->n) {
		int c = x == a->n ? 1 : y == b->n ? -1 : compare(&a->v[x], &b->v[y]);
		if (c < 0)
			SG_PUSH(&j->only[SG_BEFORE], a->v[x].coding);
		if (c > 0)
			SG_PUSH(&j->only[SG_AFTER], b->v[y].coding);
		x += c <= 0;
		y += c >= 0;
	}
	a->n = b->n = 0;
}

/* Adds those of answers not compared yet, by their words. */
static void add_left(
	struct job *j, int k, const uint32_t *answers, size_t n, const bool *done)
{
	for (size_t i = 0; i < n; i++)
		if (!done[i] && j->sides->d->s[k]->answers[answers[i]].text != SG_NONE)
			add_keys(j, k, answers[i], true);
}

static bool coded(const struct job *j, int k, uint32_t answer)
{
	return j->first[k][answer] < j->first[k][answer + 1];
}

/* Of answers that are the same stretch of the same text codings are compared by place, of
 * the others, all together, by their words. */
static void compare_group(
	void *ctx, const uint32_t *v, size_t n, const uint32_t *w, size_t m)
{
	struct job *j = ctx;
	const struct sg_study *before = j->sides->d->s[SG_BEFORE];
	const struct sg_study *after = j->sides->d->s[SG_AFTER];
	bool *done = sg_zalloc(n + m, sizeof *done);

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < m && coded(j, SG_BEFORE, v[i]); k++) {
			if (done[n + k] || !coded(j, SG_AFTER, w[k]) ||
				!sg_across_same_place(before, v[i], after, w[k]))
				continue;
			add_keys(j, SG_BEFORE, v[i], false);
			add_keys(j, SG_AFTER, w[k], false);
			merge_keys(j);
			done[i] = done[n + k] = true;
			break;
		}
	add_left(j, SG_BEFORE, v, n, done);
	add_left(j, SG_AFTER, w, m, done + n);
	merge_keys(j);
	free(done);
}

/* By code, then as the study has them: by respondent, question, place. */
static void keep(struct job *j, int k)
{
	const struct sg_study *s = j->sides->d->s[k];
	struct sg_diff_codings *out = &j->sides->d->only[k];
	size_t *at = sg_zalloc(s->ncodes + 2, sizeof *at);
	bool *chosen = sg_zalloc(s->ncodings, sizeof *chosen);

	out->n = j->only[k].n;
	out->v = sg_arena_array(&j->sides->d->arena, out->n, sizeof *out->v);
	for (size_t i = 0; i < out->n; i++) {
		chosen[j->only[k].v[i]] = true;
		at[s->codings[j->only[k].v[i]].code + 2]++;
	}
	for (size_t c = 2; c < s->ncodes + 2; c++)
		at[c] += at[c - 1];
	for (uint32_t i = 0; i < s->ncodings; i++)
		if (chosen[i])
			out->v[at[s->codings[i].code + 1]++] = i;
	free(at);
	free(chosen);
}

void sg_diff_compare_codings(struct sg_diff_sides *sides)
{
	struct job j = {.sides = sides};

	for (int k = 0; k < SG_SIDES; k++)
		find_first(&j, k);
	match_coders(&j);
	sg_across_each(
		sides->d->s[SG_BEFORE], sides->d->s[SG_AFTER], compare_group, &j);
	for (int k = 0; k < SG_SIDES; k++) {
		keep(&j, k);
		free(j.first[k]);
		free(j.keys[k].v);
		free(j.only[k].v);
	}
	free(j.coder);
}
