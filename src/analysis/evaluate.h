/* evaluate.h - what the files of evaluation share: one standard, the rules and their
 * baselines over one set of respondents. Internal to this room. */
#ifndef SG_ANALYSIS_EVALUATE_H
#define SG_ANALYSIS_EVALUATE_H

#include "analysis/bootstrap.h"
#include "analysis/cells.h"
#include "analysis/reading.h"
#include "analysis/remarks.h"

enum sg_evaluated {
	SG_EVAL_RULES,
	SG_EVAL_EVERYTHING,
	SG_EVAL_BY_QUESTION,
	SG_EVAL_SECOND,
	SG_EVALUATED
};

enum { SG_EVAL_RARE = 5 }; /* gold cells below which no value of a code is printed */

struct sg_evaluation {
	struct sg_view v;
	struct sg_tables *t;
	const struct sg_evaluate_options *o;
	struct sg_units units;
	uint32_t gold_coder, second_coder;
	struct sg_cell_units all, shared; /* shared: what the second coder read too */
	struct sg_marks gold, gold_shared, marks[SG_EVALUATED];
	bool has_second;
	uint32_t *codes, ncodes;
	struct sg_str gold_name, second_name;
	struct sg_draws draws, shared_draws;
	struct sg_fourfold *sums; /* scratch, by respondent */
};

struct sg_str sg_eval_label(const struct sg_evaluation *e, enum sg_label l);
struct sg_str sg_eval_name(struct sg_evaluation *e, enum sg_evaluated who);
const struct sg_cell_units *sg_eval_units(
	const struct sg_evaluation *e, enum sg_evaluated who);
const struct sg_marks *sg_eval_gold(
	const struct sg_evaluation *e, enum sg_evaluated who);

/* Finds the answers, units and codes, and marks them. part: by case, who is of the part
 * looked at, or NULL for all. SG_ENOTFOUND when nobody is left. */
int sg_eval_init(struct sg_evaluation *e, const struct sg_study *s,
	const struct sg_evaluate_options *o, const bool *part, struct sg_tables *t,
	struct sg_error *err);

/* evaluate_cells.c: the cells of the findings table. */
void sg_eval_cells(struct sg_evaluation *e);
/* evaluate_gain.c: the codes whose rules changed since o->before, in both parts. */
int sg_eval_gain(struct sg_evaluation *seen, struct sg_evaluation *held);

#endif
