/* polarity.h - whether a hit stands under a Korean negation in its clause. */
#ifndef SG_MATCH_POLARITY_H
#define SG_MATCH_POLARITY_H

#include "text/layout.h"

/* Whether hit, in the sentence given (byte spans of body), is negated: a predicate by
 * 안 or 못 before it or, along its auxiliaries, -지 않다/못하다/말다, -ㄹ 수 없다, -면 안
 * 되다, -는 것이 아니다, -기는커녕 behind it; a noun by 없다 or 아니다 said of it, or by the
 * negation of the predicate whose object it is (or its subject, when that is what
 * changes: 연계가 되지 않는다). Two negations cancel; a question that asserts (그렇지 않나)
 * is none. predicate says that hit is a whole inflected predicate, which its letters
 * alone do not always tell from a noun. */
bool sg_is_negated(struct sg_str body, struct sg_span sentence, struct sg_span hit,
	bool predicate);

#endif
