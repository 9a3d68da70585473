/* nominal.h - agreement of any number of coders who gave units one of several values,
 * some of them missing. What a set of units says is kept as a row of sums, so that sets
 * are added, and resampled, by adding rows. */
#ifndef SG_ANALYSIS_NOMINAL_H
#define SG_ANALYSIS_NOMINAL_H

#include <stdint.h>

enum {
	SG_NOMINAL_UNITS,  /* with two values or more; others say nothing */
	SG_NOMINAL_AGREE,  /* sum of the units' shares of agreeing pairs of coders */
	SG_NOMINAL_SAME,   /* sum of coincidences of a value with itself */
	SG_NOMINAL_UNEVEN, /* units with fewer values than there are coders */
	SG_NOMINAL_COUNTS, /* from here on: how often each value was given */
};

/* Adds a unit to row (SG_NOMINAL_COUNTS + values numbers, zero at first): counts[c] of
 * the coders gave value c. weight: how much the unit counts (characters), mostly 1. */
void sg_nominal_unit(double *row, const uint32_t *counts, uint32_t values,
	uint32_t coders, double weight);

/* Mean share of agreeing pairs. */
double sg_nominal_agreement(const double *row, uint32_t values);
/* Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", nominal:
 * 1 - (n - 1)(n - Σ o_cc) / (n² - Σ n_c²). */
double sg_nominal_alpha(const double *row, uint32_t values);
/* Fleiss (1971). NAN where a value is missing: it is defined for full tables only. */
double sg_nominal_fleiss(const double *row, uint32_t values);

#endif
