/* polarity.h - whether a hit stands under a Korean negation in its clause. */
#ifndef SG_MATCH_POLARITY_H
#define SG_MATCH_POLARITY_H

#include "text/layout.h"

/* Whether hit, in the sentence given (byte spans of body), is negated: by 안 or 못
 * before its predicate, by -지 않다/못하다/말다/아니하다 behind it, by 없다 or 아니다 said of
 * it. Two negations cancel. */
bool sg_is_negated(struct sg_str body, struct sg_span sentence, struct sg_span hit);

#endif
