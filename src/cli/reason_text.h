/* reason_text.h - the wording of one reason why a rule did not select, and of one thing
 * that a person said. */
#ifndef SG_CLI_REASON_TEXT_H
#define SG_CLI_REASON_TEXT_H

#include "coding/explain.h"

/* Appends one line without its end; nothing for SELECTED and FOUND, which the marks in
 * the text tell. */
void sg_reason_text(const struct sg_codebook *book, const struct sg_doc *doc,
	const struct sg_reason *r, struct sg_buf *out);

/* "coder rejected it 'quotation': reason", in one line without its end. */
void sg_word_text(const struct sg_word_row *w, struct sg_buf *out);

/* Appends e in canonical spelling, cut to a readable length. */
void sg_expr_brief(const struct sg_expr *e, struct sg_buf *out);
/* Appends s, cut to `columns` with an ellipsis. */
void sg_text_brief(struct sg_str s, size_t columns, struct sg_buf *out);
/* "$취약계층 (어르신)": an operand, with the list it stands in. */
void sg_operand_text(
	const struct sg_expr *list, const struct sg_expr *e, struct sg_buf *out);
/* Appends places as a scope is written: Q4, Q9.시급. */
void sg_places_text(const struct sg_places *places, struct sg_buf *out);

#endif
