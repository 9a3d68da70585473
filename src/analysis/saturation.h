/* saturation.h - how many new codes further interviews bring. */
#ifndef SG_ANALYSIS_SATURATION_H
#define SG_ANALYSIS_SATURATION_H

#include <stdint.h>

/* Guest, Namey & Chen (2020), PLOS ONE 15(5): e0232076. codes_new[i] is the number of
 * codes that interview i brings and none before it did. The base is the number of codes
 * of the first `base` interviews; run i is `length` interviews that begin with number
 * base + i (runs overlap); its ratio is its new codes in per cent of the base. */
struct sg_saturation {
	uint32_t base_codes;
	uint32_t nruns;
	/* Interviews before the first run that is at or below the threshold ("6+2": 6
	 * and a run of 2); 0: none. */
	uint32_t at_5, at_0;
};
void sg_saturation_of(struct sg_saturation *out, const uint32_t *codes_new, uint32_t n,
	uint32_t base, uint32_t length);
/* New codes of run number `run`. */
uint32_t sg_saturation_run(
	const uint32_t *codes_new, uint32_t run, uint32_t base, uint32_t length);

#endif
