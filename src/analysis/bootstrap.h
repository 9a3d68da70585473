/* bootstrap.h - intervals by drawing respondents with replacement. What is measured is
 * kept as sums by respondent, so that a draw is a sum of rows; one set of draws serves
 * every measure of a table. */
#ifndef SG_ANALYSIS_BOOTSTRAP_H
#define SG_ANALYSIS_BOOTSTRAP_H

#include "analysis/agreement.h"
#include "base/arena.h"

struct sg_draws {
	uint32_t n, samples;
	const uint32_t *times; /* samples × n: how often each respondent was drawn */
};

/* samples draws of n respondents each. */
void sg_draws_init(struct sg_draws *d, struct sg_arena *arena, uint32_t n,
	uint32_t samples, uint64_t seed);

/* 2.5th and 97.5th percentile (nearest rank) of a measure of the sums of rows (n × width
 * numbers); NAN when it is undefined in more than one draw of ten, or for one
 * respondent. */
void sg_draws_interval(const struct sg_draws *d, const double *rows, size_t width,
	double (*measure)(const double *sum, const void *ctx), const void *ctx,
	double *low, double *high);

/* The same of a measure of fourfold tables. */
void sg_draws_fourfold(const struct sg_draws *d, const struct sg_fourfold *sums,
	double (*measure)(const struct sg_fourfold *), double *low, double *high);

#endif
