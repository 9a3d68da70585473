/* axis.h - what the rows or columns of a matrix of codes are: codes, or what a coding
 * has besides its code: a part, the value of a facet, a question, a group. */
#ifndef SG_ANALYSIS_AXIS_H
#define SG_ANALYSIS_AXIS_H

#include "analysis/view.h"

enum sg_axis_kind {
	SG_AXIS_CODES,
	SG_AXIS_PARTS,
	SG_AXIS_FACET,
	SG_AXIS_QUESTIONS,
	SG_AXIS_GROUPS,
};

struct sg_axis {
	const struct sg_view *v;
	enum sg_axis_kind kind;
	struct sg_str title;  /* "E 전달체계 구성요소", "입장", … */
	struct sg_str *names; /* of items */
	struct sg_str *keys;  /* of items, for machine formats */
	uint32_t *items;      /* CODES: codes; QUESTIONS: questions; else by number */
	uint32_t n;
	size_t facet;            /* FACET */
	struct sg_groups groups; /* GROUPS */
};

/* Finds what `what` names: codes ("E", "E,D": their direct subcodes, or those at the
 * level given, 1 for themes), a facet, an attribute, "part" (부분) or "question" (문항).
 * Everything lives in the view's arena. SG_ENOTFOUND when it is none of these. */
int sg_axis_init(struct sg_axis *a, const struct sg_view *v, struct sg_str what,
	uint32_t level, struct sg_error *err);

/* Whether the coding is of item i. */
bool sg_axis_has(const struct sg_axis *a, uint32_t i, const struct sg_study_coding *c);

#endif
