/* tidy.h - the study as flat tables for R, Python, SPSS and Excel: a row is one thing, a
 * column one variable, keys are plain words. What they count is what every table counts
 * (view.h); filters hold; percentages and notes are left to the reader. */
#ifndef SG_ANALYSIS_TIDY_H
#define SG_ANALYSIS_TIDY_H

#include "analysis/analysis.h"

struct sg_tidy_options {
	struct sg_filter filter;
	bool counts; /* coded stretches instead of 0 and 1 */
};

/* A row a coding: who (with attributes), where, which code, by whom, its facets, the
 * words. Needs bodies. */
int sg_tidy_codings(const struct sg_study *s, const struct sg_tidy_options *o,
	struct sg_tables *out, struct sg_error *err);
/* A row a respondent, a column a code over its subtree: 0 or 1, and nothing where the
 * respondent said nothing in the chosen questions. */
int sg_tidy_cases(const struct sg_study *s, const struct sg_tidy_options *o,
	struct sg_tables *out, struct sg_error *err);
/* The same with a row for each respondent and question; nothing where the question was
 * not asked or not answered. */
int sg_tidy_answers(const struct sg_study *s, const struct sg_tidy_options *o,
	struct sg_tables *out, struct sg_error *err);

#endif
