/* number.h - numbers as text, the same in every locale. Halves are rounded away from
 * zero, as published Korean tables do. */
#ifndef SG_ANALYSIS_NUMBER_H
#define SG_ANALYSIS_NUMBER_H

#include "base/arena.h"

/* Appends value with so many decimals (at most 9); "–" for NAN. */
void sg_decimal(struct sg_buf *out, double value, unsigned digits);
/* Appends n of base in per cent with one decimal, rounded from the exact fraction;
 * "–" where base is 0. Counts below 2^50. */
void sg_percent(struct sg_buf *out, uint64_t n, uint64_t base);
/* The same and a plain number as texts of an arena. */
struct sg_str sg_percent_str(struct sg_arena *a, uint64_t n, uint64_t base);
struct sg_str sg_count_str(struct sg_arena *a, uint64_t n);
struct sg_str sg_decimal_str(struct sg_arena *a, double value, unsigned digits);
/* "0.412–0.530" with three decimals; "–" where an end is NAN. */
struct sg_str sg_interval_str(struct sg_arena *a, double low, double high);

#endif
