/* unitizing.h - whether coders find the same stretches: |uα of one kind of unit against the
 * gaps between units (Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50,
 * 2347-2364, eq. 6; Krippendorff 2019, 12.6.4). Unlike α over characters it knows that a
 * unit was one decision: of two ways to overlap as much, few long units are the more likely
 * by chance. */
#ifndef SG_ANALYSIS_UNITIZING_H
#define SG_ANALYSIS_UNITIZING_H

#include "analysis/agree_cells.h"

/* Lengths in characters; units and gaps of all observers together. */
struct sg_unitizing {
	uint32_t observers;
	double continuum; /* what each of them read */
	double units;     /* the sum of the lengths of units */
	double squares;   /* and of their squares */
	double apart; /* over ordered pairs of observers: in a unit of the first and in
			     a gap of the second */
};

/* NAN when there is nothing but units, or no unit, or fewer than two observers. */
double sg_unitizing_alpha(const struct sg_unitizing *u);

/* One code over the answers that all coders of c, whose unit is characters, have read.
 * Stretches of one coder that overlap are one unit. */
void sg_unitizing_count(
	const struct sg_agree_cells *c, uint32_t code, struct sg_unitizing *out);

#endif
