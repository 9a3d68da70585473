/* keyness.h - words that set one body of text apart from another. */
#ifndef SG_ANALYSIS_KEYNESS_H
#define SG_ANALYSIS_KEYNESS_H

#include "analysis/lexicon.h"

struct sg_keyword {
	uint32_t term;
	uint32_t target, reference; /* tokens of it there */
	uint32_t cases;             /* that use it in the target */
	double g2;                  /* signed: negative where the reference has more */
	double z;                   /* of the log-odds ratio */
};

/* Log-likelihood ratio of the 2 × 2 table of a term's tokens and all others' in target
 * and reference (Dunning 1993, Computational Linguistics 19(1)), without correction:
 * 2 Σ O ln(O/E); negative when the term is rarer in the target than expected. */
double sg_keyness_g2(uint32_t target, uint32_t reference, uint32_t target_all,
	uint32_t reference_all);

/* z of the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn
 * 2008, Political Analysis 16(4), eq. 16, 20 and 22). The prior of a term is its share
 * in both bodies together, as large in all as the smaller body. */
double sg_keyness_z(uint32_t target, uint32_t reference, uint32_t target_all,
	uint32_t reference_all);

/* The terms of a lexicon's sentences in the target (flags by sentence) against those in
 * the reference, by g2 or z, the strongest first, then in byte order. Terms that do not
 * occur in either are left out. *n of them in the arena of units. */
enum sg_keyness_by { SG_KEYNESS_G2, SG_KEYNESS_Z };
struct sg_keyword *sg_keyness(const struct sg_lexicon *l, const struct sg_units *units,
	const bool *target, const bool *reference, enum sg_keyness_by by, size_t *n);

#endif
