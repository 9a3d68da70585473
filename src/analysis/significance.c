/* significance.c - see significance.h. */
#include "config.h"

#include "analysis/significance.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "analysis/random.h"
#include "base/str.h"

enum { EXPECTED_MIN = 5, STEPS = 10000 };

/* Regularized upper incomplete gamma function Q(a, x). */
static double gamma_q(double a, double x)
{
	double front = exp(a * log(x) - x - lgamma(a));

	if (x < a + 1) { /* P by its series */
		double term = 1 / a, sum = term;
		for (int n = 1; n < STEPS && term > sum * DBL_EPSILON; n++)
			sum += term *= x / (a + n);
		return 1 - front * sum;
	}
	/* Q by its continued fraction, from the front (Lentz). */
	double b = x + 1 - a, c = 1 / DBL_MIN, d = 1 / b, h = d;
	for (int n = 1; n < STEPS; n++) {
		double an = n * (a - n);
		b += 2;
		d = 1 / (an * d + b);
		c = b + an / c;
		h *= d * c;
		if (fabs(d * c - 1) < DBL_EPSILON)
			break;
	}
	return front * h;
}

double sg_chi2_tail(double x, unsigned df)
{
	if (df == 0 || !(x >= 0))
		return NAN;
	return x > 0 ? gamma_q(df / 2.0, x / 2) : 1;
}

struct margins {
	double n, with;
	unsigned groups; /* that are not empty */
};

static struct margins margins_of(const struct sg_presence *p)
{
	struct margins m = {0, 0, 0};

	for (size_t i = 0; i < p->k; i++) {
		m.n += p->size[i];
		m.with += p->with[i];
		m.groups += p->size[i] > 0;
	}
	return m;
}

static bool varies(const struct margins *m)
{
	return m->groups > 1 && m->with > 0 && m->with < m->n;
}

static double chi2_of(
	const struct sg_presence *p, const uint32_t *with, const struct margins *m)
{
	double sum = 0, share = m->with / m->n;

	for (size_t i = 0; i < p->k; i++) {
		double e1 = p->size[i] * share, e0 = p->size[i] * (1 - share);
		double d = with[i] - e1;
		if (p->size[i])
			sum += d * d / e1 + d * d / e0;
	}
	return sum;
}

double sg_presence_chi2(const struct sg_presence *p, unsigned *df)
{
	struct margins m = margins_of(p);

	*df = m.groups ? m.groups - 1 : 0;
	return varies(&m) ? chi2_of(p, p->with, &m) : NAN;
}

double sg_presence_expected(const struct sg_presence *p)
{
	struct margins m = margins_of(p);
	double least = INFINITY;

	for (size_t i = 0; i < p->k; i++)
		if (p->size[i])
			least = fmin(
				least, p->size[i] * fmin(m.with, m.n - m.with) / m.n);
	return least;
}

double sg_presence_v(const struct sg_presence *p)
{
	unsigned df;
	double chi2 = sg_presence_chi2(p, &df);

	return sqrt(chi2 / margins_of(p).n);
}

double sg_presence_residual(const struct sg_presence *p, size_t i)
{
	struct margins m = margins_of(p);
	double expected = p->size[i] * m.with / m.n;
	double spread = sqrt(expected * (1 - p->size[i] / m.n) * (1 - m.with / m.n));

	return spread > 0 ? (p->with[i] - expected) / spread : NAN;
}

double sg_presence_sampled(const struct sg_presence *p, uint32_t samples, uint64_t seed)
{
	struct margins m = margins_of(p);
	double chi2 = varies(&m) ? chi2_of(p, p->with, &m) : NAN;
	/* R's margin for sums that differ only by rounding. */
	double least = chi2 * (1 - 64 * DBL_EPSILON);
	struct sg_random random;
	uint32_t *with, reached = 0;

	if (isnan(chi2))
		return NAN;
	with = sg_alloc(p->k, sizeof *with);
	sg_random_init(&random, seed, 0);
	for (uint32_t s = 0; s < samples; s++) {
		/* Draws those who have it, one after the other, without replacement. */
		uint32_t left = (uint32_t)m.n;
		for (size_t i = 0; i < p->k; i++)
			with[i] = 0;
		for (uint32_t d = 0; d < (uint32_t)m.with; d++, left--) {
			uint32_t at = sg_random_below(&random, left);
			size_t i = 0;
			for (; at >= p->size[i] - with[i]; i++)
				at -= p->size[i] - with[i];
			with[i]++;
		}
		reached += chi2_of(p, with, &m) >= least;
	}
	free(with);
	return (1.0 + reached) / (1.0 + samples);
}

static double log_choose(double n, double k)
{
	return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1);
}

double sg_fisher(const struct sg_fourfold *f)
{
	double row = (double)(f->n11 + f->n10), column = (double)(f->n11 + f->n01);
	double n = row + (double)(f->n01 + f->n00);
	double low = fmax(0, row + column - n), high = fmin(row, column);
	double all = log_choose(n, column);
	double here = log_choose(row, (double)f->n11) +
		      log_choose(n - row, column - (double)f->n11) - all;
	double sum = 0;

	for (double x = low; x <= high; x++) {
		double p = log_choose(row, x) + log_choose(n - row, column - x) - all;
		if (p <= here + log1p(1e-7))
			sum += exp(p);
	}
	return fmin(1, sum);
}

enum sg_test sg_presence_test(
	const struct sg_presence *p, uint32_t samples, uint64_t seed, double *out)
{
	struct margins m = margins_of(p);
	struct sg_fourfold f = {0, 0, 0, 0};
	unsigned df;

	*out = NAN;
	if (!varies(&m))
		return SG_TEST_NONE;
	if (sg_presence_expected(p) >= EXPECTED_MIN) {
		double chi2 = sg_presence_chi2(p, &df);
		*out = sg_chi2_tail(chi2, df);
		return SG_TEST_CHI2;
	}
	if (m.groups > 2) {
		*out = sg_presence_sampled(p, samples, seed);
		return SG_TEST_SAMPLED;
	}
	for (size_t i = 0, met = 0; i < p->k; i++) {
		if (!p->size[i])
			continue;
		*(met ? &f.n01 : &f.n11) = p->with[i];
		*(met++ ? &f.n00 : &f.n10) = p->size[i] - p->with[i];
	}
	*out = sg_fisher(&f);
	return SG_TEST_FISHER;
}

struct ranked {
	double p;
	size_t at;
};

static int largest_first(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->p < y->p || x->p > y->p)
		return x->p > y->p ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

void sg_adjust_bh(double *p, size_t n)
{
	struct ranked *v = sg_alloc(n, sizeof *v);
	size_t m = 0;
	double least = 1;

	for (size_t i = 0; i < n; i++)
		if (!isnan(p[i]))
			v[m++] = (struct ranked){p[i], i};
	if (m > 1)
		qsort(v, m, sizeof *v, largest_first);
	for (size_t i = 0; i < m; i++) {
		least = fmin(least, v[i].p * (double)m / (double)(m - i));
		p[v[i].at] = least;
	}
	free(v);
}
