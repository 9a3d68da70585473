#include "config.h"
#include "match/polarity.h"
bool sg_is_negated(struct sg_str body, struct sg_span sentence, struct sg_span hit)
{
	(void)body;
	(void)sentence;
	(void)hit;
	return false;
}
