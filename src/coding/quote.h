/* quote.h - where a quotation stands in an answer. Internal to src/coding. */
#ifndef SG_CODING_QUOTE_H
#define SG_CODING_QUOTE_H

#include "text/layout.h"

/* Finds quote in the bytes [answer.start, answer.stop) of body: exactly, or else with
 * blanks, list marks and punctuation at its end apart. A match that begins a sentence
 * and ends inside one is extended to that sentence's end. layout is that of body.
 * Returns whether it was found. */
bool sg_quote_place(struct sg_str body, const struct sg_layout *layout,
	struct sg_span answer, struct sg_str quote, struct sg_span *out);

/* Bytes of quote from its start that do occur in the answer (blanks apart): what a
 * message can say about a quotation that was not found. */
size_t sg_quote_reach(struct sg_str body, struct sg_span answer, struct sg_str quote);

#endif
