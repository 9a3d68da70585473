/* unitizing.c - see unitizing.h. */
#include "config.h"

#include "analysis/unitizing.h"

#include <math.h>
#include <stdlib.h>

double sg_unitizing_alpha(const struct sg_unitizing *u)
{
	double m = u->observers, all = m * u->continuum, gaps = all - u->units;

	if (u->observers < 2 || u->units <= 0 || gaps <= 0)
		return (double)NAN;
	/* Gaps have no structure: each of their characters is by itself. */
	double expected = all * u->units * gaps / (all * all - u->squares - gaps);
	return 1 - u->apart / (m - 1) / expected;
}

static bool read_by_all(const struct sg_agree_cells *c, uint32_t answer)
{
	for (uint32_t i = 0; i < c->ncoders; i++)
		if (!c->readings[i].answers[answer])
			return false;
	return true;
}

static void count_pieces(
	const struct sg_agree_cells *c, uint32_t code, struct sg_unitizing *u)
{
	for (uint32_t i = 0; i < c->npieces; i++) {
		const struct sg_agree_piece *p = &c->pieces[i];
		uint32_t n = 0;
		if (!read_by_all(c, p->answer))
			continue;
		for (uint32_t k = 0; k < c->ncoders; k++)
			n += sg_tally_has(&c->said[k], code, i);
		u->continuum += p->weight;
		u->units += (double)n * p->weight;
		u->apart += (double)n * (c->ncoders - n) * p->weight;
	}
}

struct stretch {
	uint32_t answer, start, stop;
};

static int by_place(const void *a, const void *b)
{
	const struct stretch *x = a, *y = b;

	if (x->answer != y->answer)
		return x->answer < y->answer ? -1 : 1;
	return (x->start > y->start) - (x->start < y->start);
}

/* What a coder gave the code, within the answers. */
static size_t stretches(const struct sg_agree_cells *c, uint32_t coder, uint32_t code,
	struct stretch *out)
{
	const struct sg_study *s = c->v->s;
	size_t n = 0;

	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *k = &s->codings[i];
		const struct sg_study_answer *a = &s->answers[k->answer];
		struct stretch st = {k->answer,
			k->start > a->start ? k->start : a->start,
			k->stop < a->stop ? k->stop : a->stop};
		if (sg_reading_own(k, c->coders[coder]) &&
			k->origin != SG_ORIGIN_DEFAULT && c->v->codes[k->code] &&
			sg_view_rolled(c->v, k->code, c->level) == code &&
			st.start < st.stop && read_by_all(c, k->answer))
			out[n++] = st;
	}
	if (n > 1)
		qsort(out, n, sizeof *out, by_place);
	return n;
}

/* The sum of the squares of n stretches, overlapping ones joined. */
static double squares(struct stretch *v, size_t n)
{
	double sum = 0;

	for (size_t i = 0, next; i < n; i = next) {
		uint32_t stop = v[i].stop;
		for (next = i + 1; next < n && v[next].answer == v[i].answer &&
				   v[next].start < stop;
			next++)
			stop = v[next].stop > stop ? v[next].stop : stop;
		sum += (double)(stop - v[i].start) * (stop - v[i].start);
	}
	return sum;
}

void sg_unitizing_count(
	const struct sg_agree_cells *c, uint32_t code, struct sg_unitizing *out)
{
	struct stretch *v = sg_alloc(c->v->s->ncodings, sizeof *v);

	*out = (struct sg_unitizing){.observers = c->ncoders};
	count_pieces(c, code, out);
	for (uint32_t k = 0; k < c->ncoders; k++)
		out->squares += squares(v, stretches(c, k, code, v));
	free(v);
}
