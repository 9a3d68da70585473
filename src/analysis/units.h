/* units.h - the sentences and paragraphs of answers, in code points of their text, laid
 * out once each and only when asked for. The study must have been loaded with bodies. */
#ifndef SG_ANALYSIS_UNITS_H
#define SG_ANALYSIS_UNITS_H

#include "store/study.h"

struct sg_sentence {
	uint32_t start, stop;       /* code points of the text, half-open */
	uint32_t shown;             /* start without the list mark of its paragraph */
	uint32_t paragraph;         /* number in the answer */
	size_t shown_off, stop_off; /* of shown and stop: bytes of the text's body */
};

struct sg_answer_units {
	bool built;
	const struct sg_sentence *sentences;
	uint32_t nsentences, nparagraphs;
	const uint32_t *paragraphs; /* start and stop of each, in pairs */
};

struct sg_units {
	const struct sg_study *s;
	struct sg_arena *arena;
	struct sg_answer_units *answers;
};

void sg_units_init(
	struct sg_units *u, const struct sg_study *s, struct sg_arena *arena);
/* Of an answer without a body: none. */
const struct sg_answer_units *sg_units_of(struct sg_units *u, uint32_t answer);
/* SG_EUSAGE when the study's bodies are not loaded. */
int sg_units_check(const struct sg_study *s, struct sg_error *err);

#endif
