/* explain_report.h - an explained answer as text for a terminal. */
#ifndef SG_CLI_EXPLAIN_REPORT_H
#define SG_CLI_EXPLAIN_REPORT_H

#include "coding/explain.h"

struct sg_explain_style {
	size_t width; /* columns */
	bool colour;  /* hits in colour; in [brackets] otherwise */
};

/* Appends the answer sentence by sentence, its hits marked, and under each sentence
 * which rule of which code selected them by which operand. */
void sg_explain_answer(const struct sg_codebook *book, const struct sg_explained *e,
	const struct sg_explain_style *style, struct sg_buf *out);

/* Appends, for code and its descendants, rule by rule the units in which something of
 * the rule is, and what kept the rule from selecting it. */
void sg_explain_code(const struct sg_codebook *book, const struct sg_explained *e,
	uint32_t code, const struct sg_explain_style *style, struct sg_buf *out);

#endif
