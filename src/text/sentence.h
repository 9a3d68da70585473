/* sentence.h - one paragraph divided into sentences; layout.c calls it for each. */
#ifndef SG_TEXT_SENTENCE_H
#define SG_TEXT_SENTENCE_H

#include "text/layout.h"
#include "text/utf8.h"

/* Appends the sentences of the paragraph [start, stop) of s, whose signs are known, to
 * out, without blanks at their ends. scratch is the caller's, for reuse. */
void sg_sentences_add(struct sg_str s, const struct sg_signs *signs,
	struct sg_span paragraph, struct sg_spans *scratch, struct sg_spans *out);

#endif
