/* random.h - PCG32 (O'Neill 2014, pcg-random.org, XSH RR 64/32): small, and the same on
 * every machine, so that a printed seed reproduces what was drawn. */
#ifndef SG_ANALYSIS_RANDOM_H
#define SG_ANALYSIS_RANDOM_H

#include <stdint.h>

struct sg_random {
	uint64_t state, increment;
};

/* stream picks one of 2^63 sequences. */
void sg_random_init(struct sg_random *r, uint64_t seed, uint64_t stream);
uint32_t sg_random_next(struct sg_random *r);
/* Uniform over 0 … n - 1, n > 0, without the bias of a plain remainder. */
uint32_t sg_random_below(struct sg_random *r, uint32_t n);

#endif
