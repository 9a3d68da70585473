/* nominal.c - see nominal.h. */
#include "config.h"

#include "analysis/nominal.h"

#include <math.h>

void sg_nominal_unit(double *row, const uint32_t *counts, uint32_t values,
	uint32_t coders, double weight)
{
	double given = 0, pairs = 0;

	for (uint32_t c = 0; c < values; c++) {
		given += counts[c];
		pairs += (double)counts[c] * ((double)counts[c] - 1);
	}
	if (given < 2)
		return;
	row[SG_NOMINAL_UNITS] += weight;
	row[SG_NOMINAL_AGREE] += weight * pairs / (given * (given - 1));
	row[SG_NOMINAL_SAME] += weight * pairs / (given - 1);
	row[SG_NOMINAL_UNEVEN] += given < coders ? weight : 0;
	for (uint32_t c = 0; c < values; c++)
		row[SG_NOMINAL_COUNTS + c] += weight * counts[c];
}

/* Sums of the counts and of their squares. */
static double total(const double *row, uint32_t values, double *squares)
{
	double n = 0;

	*squares = 0;
	for (uint32_t c = 0; c < values; c++) {
		double count = row[SG_NOMINAL_COUNTS + c];
		n += count;
		*squares += count * count;
	}
	return n;
}

double sg_nominal_agreement(const double *row, uint32_t values)
{
	(void)values;
	return row[SG_NOMINAL_UNITS] > 0 ? row[SG_NOMINAL_AGREE] / row[SG_NOMINAL_UNITS]
					 : (double)NAN;
}

double sg_nominal_alpha(const double *row, uint32_t values)
{
	double squares, n = total(row, values, &squares);

	if (n * n - squares <= 0)
		return (double)NAN;
	return 1 - (n - 1) * (n - row[SG_NOMINAL_SAME]) / (n * n - squares);
}

double sg_nominal_fleiss(const double *row, uint32_t values)
{
	double squares, n = total(row, values, &squares);

	if (n <= 0 || row[SG_NOMINAL_UNEVEN] > 0)
		return (double)NAN;
	double pe = squares / (n * n);
	return pe < 1 ? (sg_nominal_agreement(row, values) - pe) / (1 - pe)
		      : (double)NAN;
}
