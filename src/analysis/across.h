/* across.h - what of one study is what of another of the same project: of another run,
 * or as it was frozen. Codes and texts are known by their rows, cases and questions by
 * their names. Everything lives in the arena given. */
#ifndef SG_ANALYSIS_ACROSS_H
#define SG_ANALYSIS_ACROSS_H

#include "store/study.h"

/* By code of `from`: the same one in `to`, also under another name; or SG_NONE. Codes
 * without a row are known by their label. */
uint32_t *sg_across_codes(
	const struct sg_study *from, const struct sg_study *to, struct sg_arena *arena);

/* Whether two answers are the same stretch of the same text. */
bool sg_across_same_place(const struct sg_study *s, uint32_t answer,
	const struct sg_study *t, uint32_t other);

/* Calls group with all answers of one respondent to one question, those of `from` and
 * those of `to`, each in the order of its study; either may be none. Answers of nobody
 * known, or to no question, stand together. */
typedef void sg_across_group(
	void *ctx, const uint32_t *from, size_t n, const uint32_t *to, size_t m);
void sg_across_each(const struct sg_study *from, const struct sg_study *to,
	sg_across_group *group, void *ctx);

/* By answer of `from`: the one in `to`, or SG_NONE. Of a respondent's answers to a
 * question it is the one at the same place; those left over, whose texts were revised,
 * are taken in their order. */
uint32_t *sg_across_answers(
	const struct sg_study *from, const struct sg_study *to, struct sg_arena *arena);

#endif
