/* spans.c - see spans.h. */
#include "config.h"

#include "match/spans.h"

#include <stdlib.h>
#include <string.h>

static int cmp(const void *a, const void *b)
{
	const struct sg_span *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->stop < y->stop ? -1 : x->stop > y->stop;
}

size_t sg_spans_sort(struct sg_span *v, size_t n)
{
	bool sorted = true;
	size_t kept = 0;

	for (size_t i = 1; i < n && sorted; i++)
		sorted = cmp(&v[i - 1], &v[i]) < 0;
	if (sorted)
		return n;
	qsort(v, n, sizeof *v, cmp);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || cmp(&v[kept - 1], &v[i]) != 0)
			v[kept++] = v[i];
	}
	return kept;
}

struct sg_span_list sg_spans_union(
	struct sg_arena *arena, const struct sg_span_list *lists, size_t n)
{
	const struct sg_span_list *only = NULL;
	size_t total = 0, filled = 0;

	for (size_t i = 0; i < n; i++) {
		if (!lists[i].n)
			continue;
		only = &lists[i];
		filled++;
		total += lists[i].n;
	}
	if (filled <= 1)
		return only ? *only : (struct sg_span_list){NULL, 0};
	struct sg_span *v = sg_arena_array(arena, total, sizeof *v);
	total = 0;
	for (size_t i = 0; i < n; i++) {
		if (lists[i].n)
			memcpy(v + total, lists[i].v, lists[i].n * sizeof *v);
		total += lists[i].n;
	}
	return (struct sg_span_list){v, sg_spans_sort(v, total)};
}

struct sg_masks sg_masks_join(
	struct sg_arena *arena, struct sg_masks a, struct sg_masks b)
{
	if (!a.n || !b.n)
		return a.n ? a : b;
	struct sg_mask *v = sg_arena_array(arena, a.n + b.n, sizeof *v);
	size_t i = 0, j = 0, n = 0;
	while (i < a.n || j < b.n) {
		bool from_a =
			j == b.n || (i < a.n && a.v[i].span.start <= b.v[j].span.start);
		struct sg_mask m = from_a ? a.v[i++] : b.v[j++];
		if (n && m.span.start < v[n - 1].span.stop) {
			if (m.span.stop > v[n - 1].span.stop)
				v[n - 1].span.stop = m.span.stop;
		} else {
			v[n++] = m;
		}
	}
	return (struct sg_masks){v, n};
}

struct sg_masks sg_masks_of(
	struct sg_arena *arena, struct sg_span_list list, const struct sg_expr *by)
{
	struct sg_mask *v = sg_arena_array(arena, list.n, sizeof *v);
	size_t n = 0;

	for (size_t i = 0; i < list.n; i++) {
		struct sg_span s = list.v[i];
		if (!n || s.start >= v[n - 1].span.stop)
			v[n++] = (struct sg_mask){s, by};
		else if (s.stop > v[n - 1].span.stop)
			v[n - 1].span.stop = s.stop;
	}
	return (struct sg_masks){v, n};
}

struct sg_span_list sg_masks_apply(struct sg_arena *arena, struct sg_masks masks,
	struct sg_span_list list, sg_masks_dropped *dropped, void *ctx)
{
	size_t m = 0, n = 0;

	if (!masks.n || !list.n)
		return list;
	struct sg_span *v = sg_arena_array(arena, list.n, sizeof *v);
	for (size_t i = 0; i < list.n; i++) {
		struct sg_span hit = list.v[i];
		while (m < masks.n && masks.v[m].span.stop <= hit.start)
			m++;
		if (m == masks.n || masks.v[m].span.start >= hit.stop)
			v[n++] = hit;
		else if (dropped)
			dropped(ctx, hit, &masks.v[m]);
	}
	return (struct sg_span_list){v, n};
}
