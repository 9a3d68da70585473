/* brackets.h - the quotations and brackets of one paragraph that are closed in
 * it, as far as the sentence rules care: outermost only, and not too long. */
#ifndef SG_TEXT_BRACKETS_H
#define SG_TEXT_BRACKETS_H

#include "text/layout.h"
#include "text/utf8.h"

/* Replaces what out held with the outermost pairs in s, whose signs are known, between
 * start and stop, ascending; each span reaches from the opening to behind the closing mark.
 * Marks without a partner, and pairs of more than a few sentences, do not
 * count. Linear in the length. */
void sg_brackets_find(struct sg_str s, const struct sg_signs *signs, uint32_t start,
	uint32_t stop, struct sg_spans *out);

/* Whether cp is a closing bracket or a quotation mark that may close. */
bool sg_closes(uint32_t cp);

#endif
