/* keyness.c - see keyness.h. */
#include "config.h"

#include "analysis/keyness.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/view.h"

static double part(double observed, double expected)
{
	return observed > 0 ? observed * log(observed / expected) : 0;
}

double sg_keyness_g2(uint32_t target, uint32_t reference, uint32_t target_all,
	uint32_t reference_all)
{
	double a = target, b = reference, c = (double)target_all - a,
	       d = (double)reference_all - b, n = a + b + c + d;

	if (target_all == 0 || reference_all == 0 || a + b <= 0)
		return 0;
	double ea = (a + b) * (a + c) / n, eb = (a + b) * (b + d) / n,
	       ec = (c + d) * (a + c) / n, ed = (c + d) * (b + d) / n;
	double g2 = 2 * (part(a, ea) + part(b, eb) + part(c, ec) + part(d, ed));
	return a < ea ? -g2 : g2;
}

double sg_keyness_z(uint32_t target, uint32_t reference, uint32_t target_all,
	uint32_t reference_all)
{
	double all = (double)target_all + reference_all;
	double prior_all = fmin(target_all, reference_all);
	double prior = prior_all * ((double)target + reference) / all;

	if (target_all == 0 || reference_all == 0 || prior <= 0)
		return 0;
	double i = target + prior, j = reference + prior;
	double odds = log(i / (target_all + prior_all - i)) -
		      log(j / (reference_all + prior_all - j));
	return odds / sqrt(1 / i + 1 / j);
}

static int by_g2(const void *a, const void *b)
{
	const struct sg_keyword *x = a, *y = b;

	if (x->g2 > y->g2 || x->g2 < y->g2)
		return x->g2 > y->g2 ? -1 : 1;
	return (x->term > y->term) - (x->term < y->term);
}

static int by_z(const void *a, const void *b)
{
	const struct sg_keyword *x = a, *y = b;

	if (x->z > y->z || x->z < y->z)
		return x->z > y->z ? -1 : 1;
	return (x->term > y->term) - (x->term < y->term);
}

struct sg_keyword *sg_keyness(const struct sg_lexicon *l, const struct sg_units *units,
	const bool *target, const bool *reference, enum sg_keyness_by by, size_t *n)
{
	const struct sg_study *s = units->s;
	struct sg_keyword *v = sg_arena_array(units->arena, l->nterms, sizeof *v);
	struct sg_tally cases;
	uint32_t all[2] = {0, 0};

	sg_tally_init(&cases, units->arena, l->nterms, s->ncases);
	for (uint32_t i = 0; i < l->nsentences; i++) {
		const struct sg_lexicon_sentence *k = &l->sentences[i];
		all[0] += target[i] ? k->n : 0;
		all[1] += reference[i] ? k->n : 0;
		for (uint32_t t = k->first; t < k->first + k->n; t++) {
			v[l->tokens[t]].target += target[i];
			v[l->tokens[t]].reference += reference[i];
			if (target[i])
				sg_tally_set(&cases, l->tokens[t],
					s->answers[k->answer].case_);
		}
	}
	*n = 0;
	for (uint32_t t = 0; t < l->nterms; t++) {
		struct sg_keyword k = v[t];
		if (k.target + k.reference == 0)
			continue;
		k.term = t;
		k.cases = sg_tally_count(&cases, t);
		k.g2 = sg_keyness_g2(k.target, k.reference, all[0], all[1]);
		k.z = sg_keyness_z(k.target, k.reference, all[0], all[1]);
		v[(*n)++] = k;
	}
	if (*n > 1)
		qsort(v, *n, sizeof *v, by == SG_KEYNESS_G2 ? by_g2 : by_z);
	return v;
}
