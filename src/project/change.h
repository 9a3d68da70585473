/* change.h - what makes the tables differ between two times of a project, or between
 * now and what a codebook would make of it. */
#ifndef SG_PROJECT_CHANGE_H
#define SG_PROJECT_CHANGE_H

#include "analysis/diff.h"
#include "project/project.h"
#include "store/evidence.h"

struct sg_change {
	struct sg_study study[SG_SIDES];
	struct sg_diff diff;
	struct sg_evidence evidence[SG_SIDES]; /* aligned with diff.only */
};

/* Times as sg_study_load_at. The caller releases; not to be moved meanwhile. */
int sg_change_between(struct sg_change *out, struct sg_project *p, struct sg_str before,
	struct sg_str after, const struct sg_diff_options *o);
void sg_change_release(struct sg_change *c);

/* sg_project_code, and what has changed since the run before. With dry_run nothing is
 * stored. changed may be NULL; *known is false when there was no run before, or nothing
 * has changed: then *changed is not filled. */
int sg_change_by_code(struct sg_change *changed, bool *known, struct sg_project *p,
	const char *codebook_path, const struct sg_code_choices *choices, bool dry_run,
	const struct sg_diff_options *o, struct sg_code_counts *counts);

#endif
