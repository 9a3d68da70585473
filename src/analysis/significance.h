/* significance.h - tests that a table shows on request. Samples of interviews are
 * purposive, so no table tests anything unless asked to. */
#ifndef SG_ANALYSIS_SIGNIFICANCE_H
#define SG_ANALYSIS_SIGNIFICANCE_H

#include <stddef.h>

#include "analysis/agreement.h"

/* Upper tail of the chi-squared distribution: the regularized incomplete gamma function
 * Q(df/2, x/2), by its series or continued fraction (Abramowitz & Stegun 6.5.29, 6.5.31).
 * NAN where df is 0 or x is not at least 0. */
double sg_chi2_tail(double x, unsigned df);

/* Presence in k groups: with[i] of size[i] have it. */
struct sg_presence {
	const uint32_t *with, *size;
	size_t k;
};

/* Pearson's chi-squared of the k × 2 table, without continuity correction; groups of
 * size 0 are left out. *df counts the others less one; NAN where nothing varies. */
double sg_presence_chi2(const struct sg_presence *p, unsigned *df);
/* The smallest expected count of the table. */
double sg_presence_expected(const struct sg_presence *p);
/* Cramér's V, here √(χ² / N); NAN where χ² is. */
double sg_presence_v(const struct sg_presence *p);
/* Adjusted Pearson residual of the cell of group i that has it (Haberman 1973):
 * (O - E) / √(E · (1 - row share) · (1 - column share)). */
double sg_presence_residual(const struct sg_presence *p, size_t i);
/* p of χ² by sampling tables with the same margins: (1 + those at least as large) /
 * (samples + 1), as R's chisq.test(simulate.p.value = TRUE) does. */
double sg_presence_sampled(
	const struct sg_presence *p, uint32_t samples, uint64_t seed);

/* Fisher's exact test of a fourfold table, two-sided: the sum of the probabilities of
 * all tables with these margins that are no likelier (within 1e-7, as R's fisher.test). */
double sg_fisher(const struct sg_fourfold *f);

enum sg_test { SG_TEST_NONE, SG_TEST_CHI2, SG_TEST_FISHER, SG_TEST_SAMPLED };
/* The test that fits: χ² where every expected count is at least 5; else Fisher's of two
 * groups, or sampling of more. *p is NAN where nothing varies (SG_TEST_NONE). */
enum sg_test sg_presence_test(
	const struct sg_presence *p, uint32_t samples, uint64_t seed, double *out);

/* Benjamini & Hochberg (1995): p values adjusted in place, in their order, as R's
 * p.adjust(method = "BH"). NAN stays NAN and does not count. */
void sg_adjust_bh(double *p, size_t n);

#endif
