/* judgement.h - one judgement inside a transaction of the caller. Internal to
 * src/coding. */
#ifndef SG_CODING_JUDGEMENT_H
#define SG_CODING_JUDGEMENT_H

#include "coding/place.h"

/* As sg_judge, without its transaction. */
int sg_judge_inside(struct sg_placer *p, const struct sg_judge *j, bool *recorded,
	struct sg_error *err);

#endif
