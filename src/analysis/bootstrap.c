/* bootstrap.c - see bootstrap.h. */
#include "config.h"

#include "analysis/bootstrap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/random.h"

void sg_draws_init(struct sg_draws *d, struct sg_arena *arena, uint32_t n,
	uint32_t samples, uint64_t seed)
{
	uint32_t *times = sg_arena_array(arena, (size_t)samples * n, sizeof *times);
	struct sg_random random;

	sg_random_init(&random, seed, 1);
	for (uint32_t i = 0; i < samples; i++)
		for (uint32_t k = 0; k < n; k++)
			times[(size_t)i * n + sg_random_below(&random, n)]++;
	*d = (struct sg_draws){n, samples, times};
}

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The value of rank ⌈p·n⌉. */
static double percentile(const double *sorted, uint32_t n, double p)
{
	uint32_t rank = (uint32_t)ceil(p * n);

	return sorted[rank > 0 ? rank - 1 : 0];
}

void sg_draws_interval(const struct sg_draws *d, const double *rows, size_t width,
	double (*measure)(const double *sum, const void *ctx), const void *ctx,
	double *low, double *high)
{
	double *values = sg_alloc(d->samples, sizeof *values);
	double *sum = sg_alloc(width, sizeof *sum);
	uint32_t defined = 0;

	*low = *high = (double)NAN;
	for (uint32_t i = 0; i < d->samples && d->n > 1; i++) {
		const uint32_t *times = d->times + (size_t)i * d->n;
		memset(sum, 0, width * sizeof *sum);
		for (uint32_t k = 0; k < d->n; k++)
			for (size_t w = 0; times[k] && w < width; w++)
				sum[w] += times[k] * rows[k * width + w];
		double value = measure(sum, ctx);
		if (!isnan(value))
			values[defined++] = value;
	}
	if (defined > 0 && defined >= d->samples - d->samples / 10) {
		qsort(values, defined, sizeof *values, ascending);
		*low = percentile(values, defined, 0.025);
		*high = percentile(values, defined, 0.975);
	}
	free(values);
	free(sum);
}

struct fourfold_measure {
	double (*of)(const struct sg_fourfold *);
};

/* Sums of whole numbers below 2^53 are exact. */
static double of_fourfold(const double *sum, const void *ctx)
{
	const struct fourfold_measure *m = ctx;

	return m->of(&(struct sg_fourfold){(uint64_t)sum[0], (uint64_t)sum[1],
		(uint64_t)sum[2], (uint64_t)sum[3]});
}

void sg_draws_fourfold(const struct sg_draws *d, const struct sg_fourfold *sums,
	double (*measure)(const struct sg_fourfold *), double *low, double *high)
{
	double *rows = sg_alloc((size_t)d->n * 4, sizeof *rows);

	for (uint32_t i = 0; i < d->n; i++) {
		rows[4 * i] = (double)sums[i].n11;
		rows[4 * i + 1] = (double)sums[i].n10;
		rows[4 * i + 2] = (double)sums[i].n01;
		rows[4 * i + 3] = (double)sums[i].n00;
	}
	sg_draws_interval(d, rows, 4, of_fourfold, &(struct fourfold_measure){measure},
		low, high);
	free(rows);
}
