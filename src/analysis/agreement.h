/* agreement.h - measures on the fourfold table of two codes on units, or of two coders
 * on cells (unit × code). n11 both, n10 the first only, n01 the second only,
 * n00 neither. NAN where a measure is not defined. */
#ifndef SG_ANALYSIS_AGREEMENT_H
#define SG_ANALYSIS_AGREEMENT_H

#include <stdint.h>

struct sg_fourfold {
	uint64_t n11, n10, n01, n00;
};

/* Of co-occurrence; n1 = n11 + n10, n2 = n11 + n01. */
double sg_jaccard(const struct sg_fourfold *f); /* n11 / (n1 + n2 - n11) */
double sg_dice(const struct sg_fourfold *f);    /* 2·n11 / (n1 + n2) */
double sg_overlap(const struct sg_fourfold *f); /* n11 / min(n1, n2); Szymkiewicz */
double sg_cosine(const struct sg_fourfold *f);  /* n11 / √(n1·n2); Ochiai */
double sg_lift(const struct sg_fourfold *f);    /* n11·N / (n1·n2) */
double sg_phi(const struct sg_fourfold *f);     /* Pearson's r of two 0/1 variables */

/* Of agreement; the first is the gold standard, the second what is measured. */
double sg_precision(const struct sg_fourfold *f); /* n11 / n2 */
double sg_recall(const struct sg_fourfold *f);    /* n11 / n1 */
double sg_f1(const struct sg_fourfold *f);        /* harmonic mean of the two: Dice */
/* Cohen (1960): (Po - Pe) / (1 - Pe), where Pe is the sum of both products of margins.
 * NAN when Pe is 1: nothing varies. */
double sg_kappa(const struct sg_fourfold *f);

/* Of two coders; both are alike. */
double sg_agreement(const struct sg_fourfold *f); /* (n11 + n00) / N */
double sg_holsti(const struct sg_fourfold *f);    /* 2M/(N1+N2), M = n11: Dice */
/* Scott (1955): as κ, with Pe from the mean of both coders' shares. */
double sg_scott_pi(const struct sg_fourfold *f);
/* Brennan & Prediger (1981), two categories: (Po - 1/2) / (1 - 1/2). */
double sg_brennan_prediger(const struct sg_fourfold *f);
/* Gwet (2008): Pe = 2q(1 - q), q the mean share; steady where a code is rare. */
double sg_ac1(const struct sg_fourfold *f);
/* Krippendorff's α, nominal, two coders, nothing missing: π with the small sample's
 * correction, 1 - (n - 1)·o01 / (n1·n0) over n = 2N values. */
double sg_alpha(const struct sg_fourfold *f);

void sg_fourfold_add(struct sg_fourfold *to, const struct sg_fourfold *f);

#endif
