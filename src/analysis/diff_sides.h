/* diff_sides.h - what the files that compare two studies share: which code, case and
 * answer of one is which of the other. Internal to diff*.c. */
#ifndef SG_ANALYSIS_DIFF_SIDES_H
#define SG_ANALYSIS_DIFF_SIDES_H

#include "analysis/diff.h"
#include "analysis/view.h"

struct sg_diff_sides {
	struct sg_diff *d;
	const struct sg_diff_options *o;
	struct sg_view view[SG_SIDES];
	struct sg_filter filter[SG_SIDES]; /* of the views: without codes, questions */
	uint32_t *case_[SG_SIDES];         /* case of one side → of the other */
	bool same_cases;                   /* the same, in the same order */
};

/* Fills everything but d and o, and in d what is which and d->renames (diff_sides.c).
 * Errors as those of sg_diff_make. */
int sg_diff_sides_open(struct sg_diff_sides *sides, struct sg_error *err);
/* Fills d->only (diff_codings.c). */
void sg_diff_compare_codings(struct sg_diff_sides *sides);

#endif
