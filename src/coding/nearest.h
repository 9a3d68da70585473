/* nearest.h - of a stretch that a code's rules did not take, the rule that came nearest
 * and the one thing that kept it. */
#ifndef SG_CODING_NEAREST_H
#define SG_CODING_NEAREST_H

#include "coding/explain.h"

struct sg_near_place {
	uint32_t text, answer; /* rows */
	uint32_t start, stop;  /* code points of the text */
	uint32_t code;         /* in the codebook */
};

struct sg_near_rule {
	bool found;
	uint32_t line;   /* of the rule */
	enum sg_why why; /* MISSING, INSIDE, … */
	struct sg_str
		what; /* the operand or the word it is about, in the finder's arena */
};

struct sg_near_finder;

/* codes: by the codebook's codes, which will be asked for. */
int sg_near_finder_new(struct sg_near_finder **out, struct sg_store *store,
	const struct sg_codebook *book, const bool *codes, struct sg_notes *notes,
	struct sg_error *err);
void sg_near_finder_free(struct sg_near_finder *f);

int sg_near_find(struct sg_near_finder *f, const struct sg_near_place *place,
	struct sg_near_rule *out, struct sg_notes *notes, struct sg_error *err);

#endif
