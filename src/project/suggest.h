/* suggest.h - what rules that are not in the codebook would take. */
#ifndef SG_PROJECT_SUGGEST_H
#define SG_PROJECT_SUGGEST_H

#include "analysis/refine.h"

/* Runs the suggested rules over the study's texts and fills gain, cost and unknown of
 * each. A suggestion that is no valid rule is left with zeros. */
int sg_suggest_try(
	const struct sg_study *s, struct sg_suggestion *g, struct sg_error *err);

#endif
