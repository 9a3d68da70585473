/* review_answers.h - counts of codes by question and by part label, text by text.
 * Internal to src/coding. */
#ifndef SG_CODING_REVIEW_ANSWERS_H
#define SG_CODING_REVIEW_ANSWERS_H

#include "coding/review.h"

struct sg_answer_tally;
struct sg_answer_tally *sg_answer_tally_new(const struct sg_codebook *book);
void sg_answer_tally_free(struct sg_answer_tally *t);
/* Adds one text and its hits; those of codes beyond the book's are passed over. */
void sg_answer_tally_add(struct sg_answer_tally *t, const struct sg_doc *doc,
	const struct sg_hits *hits);
/* Fills out->greedy and out->clashes. */
void sg_answer_tally_fill(const struct sg_answer_tally *t, struct sg_review *out);

#endif
