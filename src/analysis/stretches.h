/* stretches.h - coded stretches of text, each counted once however many codes or coders
 * are on it. */
#ifndef SG_ANALYSIS_STRETCHES_H
#define SG_ANALYSIS_STRETCHES_H

#include "store/study.h"

/* Numbers the distinct (answer, start, stop) among codings (indices into the study's):
 * number[i] is that of codings[i]. Returns how many there are. */
uint32_t sg_stretches_number(
	const struct sg_study *s, const uint32_t *codings, size_t n, uint32_t *number);

#endif
