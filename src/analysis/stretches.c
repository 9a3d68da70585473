/* stretches.c - see stretches.h. */
#include "config.h"

#include "analysis/stretches.h"

#include <stdlib.h>

struct stretch {
	uint32_t answer, start, stop, at;
};

static int compare(const void *a, const void *b)
{
	const struct stretch *x = a, *y = b;

	if (x->answer != y->answer)
		return x->answer < y->answer ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->stop > y->stop) - (x->stop < y->stop);
}

uint32_t sg_stretches_number(
	const struct sg_study *s, const uint32_t *codings, size_t n, uint32_t *number)
{
	struct stretch *all = sg_alloc(n, sizeof *all);
	uint32_t count = 0;

	for (size_t i = 0; i < n; i++) {
		const struct sg_study_coding *c = &s->codings[codings[i]];
		all[i] = (struct stretch){c->answer, c->start, c->stop, (uint32_t)i};
	}
	qsort(all, n, sizeof *all, compare);
	for (size_t i = 0; i < n; i++) {
		count += i > 0 && compare(&all[i - 1], &all[i]) != 0;
		number[all[i].at] = count;
	}
	free(all);
	return n ? count + 1 : 0;
}
