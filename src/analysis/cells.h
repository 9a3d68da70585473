/* cells.h - what coders marked, as cells of unit × code at three levels: sentence,
 * answer, respondent. Cells of two coders are compared by respondent, so that sums over
 * any respondents, as a bootstrap draws them, are additions. Used by evaluate.c. */
#ifndef SG_ANALYSIS_CELLS_H
#define SG_ANALYSIS_CELLS_H

#include "analysis/agreement.h"
#include "analysis/units.h"
#include "analysis/view.h"

enum sg_cell_level {
	SG_LEVEL_SENTENCE,
	SG_LEVEL_ANSWER,
	SG_LEVEL_RESPONDENT,
	SG_LEVELS
};

/* The units that are counted: sentences of all answers that have a heading, those
 * answers, and their respondents. */
struct sg_cell_units {
	const struct sg_view *v;
	struct sg_units *units;
	uint32_t *answers, nanswers; /* of the study, counted */
	uint32_t *number;            /* of the study's answer, or SG_NONE */
	uint32_t *first;             /* of a counted answer: its first sentence */
	uint32_t *respondents, nrespondents; /* cases */
	uint32_t *respondent_of;             /* case → number, or SG_NONE */
	uint32_t n[SG_LEVELS];
	uint32_t *owner[SG_LEVELS]; /* unit → number of its respondent */
};

/* answers: of the study, which to count where they have a heading. */
void sg_cell_units_init(struct sg_cell_units *u, const struct sg_view *v,
	struct sg_units *units, const bool *answers);

/* Marks of one coder, code × unit at each level. */
struct sg_marks {
	struct sg_tally at[SG_LEVELS];
};
void sg_marks_init(struct sg_marks *m, const struct sg_cell_units *u);
/* Of a coder (0: the rules, rejected ones too). A default coding marks its answer and
 * respondent and no sentence. */
void sg_marks_of_coder(
	struct sg_marks *m, const struct sg_cell_units *u, uint32_t coder);
/* Every unit with each of the codes given. */
void sg_marks_everything(struct sg_marks *m, const struct sg_cell_units *u,
	const uint32_t *codes, size_t ncodes);
/* Each code where it is usual, without reading: given to an answer (and all its
 * sentences) when at least `share` of the other respondents' answers to the question
 * carry it in gold. */
void sg_marks_by_question(struct sg_marks *m, const struct sg_cell_units *u,
	const struct sg_marks *gold, const uint32_t *codes, size_t ncodes,
	double share);

/* Adds, for one code, the comparison of gold and other to sums (by respondent number)
 * at a level. */
void sg_marks_compare(const struct sg_cell_units *u, const struct sg_marks *gold,
	const struct sg_marks *other, enum sg_cell_level level, uint32_t code,
	struct sg_fourfold *sums);

#endif
