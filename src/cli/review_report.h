/* review_report.h - what a review of a codebook's rules found, as text. */
#ifndef SG_CLI_REVIEW_REPORT_H
#define SG_CLI_REVIEW_REPORT_H

#include "coding/review.h"

/* Appends the findings section by section; sections without any are left out. width is
 * that of the terminal in columns. */
void sg_review_report(const struct sg_codebook *book, const struct sg_review *review,
	size_t width, struct sg_buf *out);

#endif
