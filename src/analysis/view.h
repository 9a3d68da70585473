/* view.h - what of a study a table looks at: the filter resolved to cases, questions,
 * codes and a coder; who was asked and who answered; groups of cases. Shared by the
 * tables of this room; everything lives in the arena given. */
#ifndef SG_ANALYSIS_VIEW_H
#define SG_ANALYSIS_VIEW_H

#include "analysis/analysis.h"
#include "analysis/tally.h"

/* A case's standing in a question. */
enum sg_standing {
	SG_STANDING_NOT_ASKED,
	SG_STANDING_ASKED, /* and said nothing */
	SG_STANDING_VALID, /* said something */
};

struct sg_view {
	const struct sg_study *s;
	const struct sg_filter *filter;
	struct sg_arena *arena;
	bool english;
	bool *cases, *questions, *codes; /* chosen ones */
	uint32_t ncases;                 /* how many cases are chosen */
	uint32_t coder;                  /* SG_NONE: all */
	uint8_t *standing;               /* questions × cases: enum sg_standing */
	uint32_t *first;   /* answers and one more: where its codings begin */
	uint8_t *anywhere; /* cases: the best standing over the chosen
					    questions; text under no question counts in a
					    study without questions */
};

/* Resolves a filter. Errors: SG_ENOTFOUND naming an unknown code, question, attribute,
 * value of an attribute, or coder, with a near one where there is any. */
int sg_view_init(struct sg_view *v, const struct sg_study *s, const struct sg_filter *f,
	struct sg_arena *arena, struct sg_error *err);

/* Whether an answer says something: was asked and is no non-answer; in a study without
 * questions, it has text. Text under no question of a study with questions does not. */
bool sg_answer_says(const struct sg_study *s, uint32_t answer);
/* Whether an answer is counted: it says something, is somebody's, and its case and
 * question are chosen. */
bool sg_view_answer(const struct sg_view *v, uint32_t answer);

/* Whether a coding is counted: its code and coder are chosen, it is not rejected, and
 * its answer is counted. */
bool sg_view_counts(const struct sg_view *v, const struct sg_study_coding *c);
/* Chosen but for its answer, which is taken for saying nothing. */
bool sg_view_in_none(const struct sg_view *v, const struct sg_study_coding *c);

enum sg_standing sg_view_standing(
	const struct sg_view *v, uint32_t question, uint32_t case_);

/* Whether a case is in the base of a question's percentages. */
bool sg_view_based(
	const struct sg_view *v, enum sg_base base, uint32_t question, uint32_t case_);

/* The index of an attribute; SG_ENOTFOUND. Empty: the first, or SG_NONE. */
int sg_view_attribute(const struct sg_view *v, struct sg_str name, uint32_t *out,
	struct sg_error *err);

/* The values of an attribute, in the order in which the study's cases show them, so
 * that every table has the same; cases without a value form the last group. */
struct sg_groups {
	struct sg_str *names;
	uint32_t n;
	uint32_t *of; /* case → group */
};
void sg_groups_init(struct sg_groups *g, const struct sg_view *v, uint32_t attribute);
/* Of the row of a tally of cases, those whose group is `group`. */
uint32_t sg_tally_group(const struct sg_tally *t, size_t row, const struct sg_groups *g,
	uint32_t group);

/* "C1a 디지털 격차", or the name alone where the label holds it. */
struct sg_str sg_view_code_title(const struct sg_view *v, uint32_t code);
/* "문항 4: 제약" for Q4, "문항 가: …" for others. */
struct sg_str sg_view_question_title(const struct sg_view *v, uint32_t question);
/* The ancestor of code at the level (0: theme), or code itself where it is not below;
 * UINT32_MAX leaves every code as it is. */
uint32_t sg_view_rolled(const struct sg_view *v, uint32_t code, uint32_t level);
/* The codes that tables of codes have rows or columns for: chosen leaf codes and codes
 * with codings of their own among those given, rolled up; in codebook order, in the
 * view's arena. Returns how many. */
uint32_t sg_view_rows(const struct sg_view *v, uint32_t level, const uint32_t *codings,
	size_t n, uint32_t **rows);
/* Orders rows of codes by the way asked for: codebook, n (descending) or name. */
void sg_view_sort(const struct sg_view *v, enum sg_sort sort, uint32_t *rows, size_t n,
	const struct sg_tally *counts);

#endif
