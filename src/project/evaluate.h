/* evaluate.h - a project against a human standard: with the respondents held out, the run
 * before, and the rules behind each mistake. */
#ifndef SG_PROJECT_EVALUATE_H
#define SG_PROJECT_EVALUATE_H

#include "analysis/analysis.h"
#include "project/holdout.h"
#include "project/project.h"

struct sg_evaluate_request {
	struct sg_evaluate_options o; /* held and before are filled here */
	bool errors;                  /* misses and false alarms as text */
	size_t top;                   /* at most so many of them */
	uint32_t since; /* compare with this run where respondents are held out; 0: the
			   one before the last */
};

/* Adds the tables for the study, which was loaded from the project's store. */
int sg_project_evaluate(struct sg_store *store, struct sg_study *study,
	const struct sg_evaluate_request *r, struct sg_tables *out,
	struct sg_error *err);

#endif
