/* worklist.h - what a person is to look at next: answer × code cells in an order.
 *
 * By itself a list holds the cells that are coded or usual (coverage.h) and that nobody
 * has seen, in the order that was found to work (doc/review.md): answers with one hit
 * sentence, right half the time, and hits outside a code's usual questions, right a third
 * of the time; then answers without the code in its usual questions, those where it is
 * most common first; then the rest. */
#ifndef SG_ANALYSIS_WORKLIST_H
#define SG_ANALYSIS_WORKLIST_H

#include "analysis/coverage.h"

enum sg_work_why {
	SG_WORK_ONE_HIT, /* one sentence was hit */
	SG_WORK_UNUSUAL, /* hit outside the code's usual questions */
	SG_WORK_UNCODED, /* a usual question, not coded */
	SG_WORK_CODED,   /* hit twice or more, or coded by default or by a person */
	SG_WORK_WHYS
};
/* "one-hit", "outside", "uncoded", "coded": for machine formats. */
const char *sg_work_why_name(enum sg_work_why why);

enum sg_work_order {
	SG_WORK_RISK,
	SG_WORK_BY_CODE,
	SG_WORK_BY_RESPONDENT,
	SG_WORK_BY_NEW, /* what the rules coded last comes first */
};
enum sg_work_only { SG_WORK_ALL, SG_WORK_ONLY_CODED, SG_WORK_ONLY_UNCODED };

struct sg_worklist_options {
	struct sg_filter filter; /* its coder is not looked at */
	struct sg_str person;    /* who reviews; may be unknown to the study */
	enum sg_work_order order;
	enum sg_work_only only;
	bool mine;     /* what this person has not seen, whoever else has */
	bool again;    /* what was seen too */
	bool only_new; /* with segments of the rules born after run `since`, that nobody
			  has looked at since */
	uint32_t since;
	uint32_t
		sample; /* draw so many of all cells, seen or not, and keep what is to be
			    looked at of them, in the order drawn: what was drawn does
			    not change while a person works through it; 0: no */
	uint64_t seed;
};

struct sg_work {
	struct sg_review_cell cell;
	enum sg_work_why why;
};

struct sg_worklist {
	struct sg_arena arena;
	struct sg_work *v;
	size_t n;
	size_t drawn; /* cells of the sample, those that were seen included */
	struct sg_coverage coverage;    /* of the filter's cells */
	uint64_t waiting[SG_WORK_WHYS]; /* in v, by reason */
};

/* Errors are those of a filter. The caller releases. */
int sg_worklist_make(struct sg_worklist *out, const struct sg_study *s,
	const struct sg_worklist_options *o, struct sg_error *err);
void sg_worklist_release(struct sg_worklist *w);

#endif
