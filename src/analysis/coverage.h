/* coverage.h - answer × code cells, the unit of review: does this respondent, in this
 * answer, say this? Which cells are coded, which a code is looked for in, and which a
 * person has seen. The notes of every table and the work list of a review count them.
 *
 * A person has seen a cell when they coded, accepted or rejected the code in that answer,
 * set a facet of it there, or marked the code there, or the whole answer, as reviewed;
 * such a mark says nothing of what the rules coded in a later run. */
#ifndef SG_ANALYSIS_COVERAGE_H
#define SG_ANALYSIS_COVERAGE_H

#include "analysis/view.h"

/* Questions × codes: where a code is usual. Where the questionnaire says that a question
 * is about it (focus, subtrees included); of a code that no focus names, the questions in
 * which at least a fifth of the answers that say something, and two of them, carry it. */
struct sg_usual {
	const struct sg_study *s;
	uint8_t *at;
	bool *somewhere;   /* codes: usual in some question */
	uint32_t *carried; /* the same: answers that carry the code */
	uint32_t *answers; /* questions: answers that say something */
};
void sg_usual_init(
	struct sg_usual *u, const struct sg_study *s, struct sg_arena *arena);
bool sg_usual_in(const struct sg_usual *u, uint32_t question, uint32_t code);
/* Whether `with` of a question's answers are enough for that. */
bool sg_usual_enough(uint32_t with, uint32_t answers);
/* Whether the code, or one below it, is usual there. */
bool sg_usual_within(const struct sg_usual *u, uint32_t question, uint32_t code);

struct sg_review_cell {
	uint32_t answer, code;
	uint32_t segments; /* of the rules, found by reading and not rejected */
	uint32_t born; /* run that made the newest segment of the rules that nobody has
			      judged; 0: none */
	bool coded;    /* a coding is counted there */
	bool by_default; /* the default of its question gave it */
	bool rejected;   /* a person rejected one, and none is left */
	bool usual;
	bool outside; /* usual in other questions and not here */
	bool seen;    /* by a person */
	bool looked;  /* by a person, when the newest segment was there */
	bool mine;    /* by the person asked about */
};

/* Passes every cell of the view (of one question, or SG_NONE) that is coded, rejected,
 * usual or seen, by answer and code; the view's coder does not matter. me: a coder of the
 * study, or SG_NONE. Cells of rejected codings are there when the study was loaded with
 * them. */
void sg_review_cells(const struct sg_view *v, const struct sg_usual *u,
	uint32_t question, uint32_t me,
	void (*fn)(void *ctx, const struct sg_review_cell *cell), void *ctx);

/* What has been seen of a table. */
struct sg_coverage {
	uint64_t answers, codes;    /* that say something; that are counted */
	uint64_t all, all_seen;     /* answers × codes */
	uint64_t usual, usual_seen; /* usual and without a coding */
	uint64_t coded, coded_seen; /* with a coding */
};
void sg_coverage_count(
	struct sg_coverage *out, const struct sg_view *v, uint32_t question);

#endif
