/* agreement.c - see agreement.h. */
#include "config.h"

#include "analysis/agreement.h"

#include <math.h>

static double ratio(double a, double b)
{
	return b > 0 ? a / b : (double)NAN;
}

static double n1(const struct sg_fourfold *f)
{
	return (double)(f->n11 + f->n10);
}

static double n2(const struct sg_fourfold *f)
{
	return (double)(f->n11 + f->n01);
}

static double all(const struct sg_fourfold *f)
{
	return (double)(f->n11 + f->n10 + f->n01 + f->n00);
}

double sg_jaccard(const struct sg_fourfold *f)
{
	return ratio((double)f->n11, (double)(f->n11 + f->n10 + f->n01));
}

double sg_dice(const struct sg_fourfold *f)
{
	return ratio(2 * (double)f->n11, n1(f) + n2(f));
}

double sg_overlap(const struct sg_fourfold *f)
{
	return ratio((double)f->n11, fmin(n1(f), n2(f)));
}

double sg_cosine(const struct sg_fourfold *f)
{
	return ratio((double)f->n11, sqrt(n1(f) * n2(f)));
}

double sg_lift(const struct sg_fourfold *f)
{
	return ratio((double)f->n11 * all(f), n1(f) * n2(f));
}

double sg_phi(const struct sg_fourfold *f)
{
	double n = all(f), a = n1(f), b = n2(f);

	return ratio((double)f->n11 * (double)f->n00 - (double)f->n10 * (double)f->n01,
		sqrt(a * b * (n - a) * (n - b)));
}

double sg_precision(const struct sg_fourfold *f)
{
	return ratio((double)f->n11, n2(f));
}

double sg_recall(const struct sg_fourfold *f)
{
	return ratio((double)f->n11, n1(f));
}

double sg_f1(const struct sg_fourfold *f)
{
	return sg_dice(f);
}

double sg_agreement(const struct sg_fourfold *f)
{
	return ratio((double)(f->n11 + f->n00), all(f));
}

/* (Po - Pe) / (1 - Pe) */
static double beyond(const struct sg_fourfold *f, double pe)
{
	return pe < 1 ? (sg_agreement(f) - pe) / (1 - pe) : (double)NAN;
}

double sg_kappa(const struct sg_fourfold *f)
{
	double n = all(f);

	if (n <= 0)
		return (double)NAN;
	double a = n1(f) / n, b = n2(f) / n;
	return beyond(f, a * b + (1 - a) * (1 - b));
}

double sg_holsti(const struct sg_fourfold *f)
{
	return sg_dice(f);
}

/* The mean of both coders' shares of units with the code. */
static double mean_share(const struct sg_fourfold *f)
{
	return (n1(f) + n2(f)) / (2 * all(f));
}

double sg_scott_pi(const struct sg_fourfold *f)
{
	double q = mean_share(f);

	return all(f) > 0 ? beyond(f, q * q + (1 - q) * (1 - q)) : (double)NAN;
}

double sg_brennan_prediger(const struct sg_fourfold *f)
{
	return all(f) > 0 ? beyond(f, 0.5) : (double)NAN;
}

double sg_ac1(const struct sg_fourfold *f)
{
	double q = mean_share(f);

	return all(f) > 0 ? beyond(f, 2 * q * (1 - q)) : (double)NAN;
}

double sg_alpha(const struct sg_fourfold *f)
{
	double n = 2 * all(f), ones = n1(f) + n2(f);

	if (ones <= 0 || ones >= n)
		return (double)NAN;
	return 1 - (n - 1) * (double)(f->n10 + f->n01) / (ones * (n - ones));
}

void sg_fourfold_add(struct sg_fourfold *to, const struct sg_fourfold *f)
{
	to->n11 += f->n11;
	to->n10 += f->n10;
	to->n01 += f->n01;
	to->n00 += f->n00;
}
