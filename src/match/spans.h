/* spans.h - operations on sorted span lists, and the spans that rules must not touch.
 * Lists are ordered by start, then stop, without doubles; they live in the arena of a
 * scan and are not changed once made.
 */
#ifndef SG_MATCH_SPANS_H
#define SG_MATCH_SPANS_H

#include "base/arena.h"
#include "text/layout.h"

struct sg_expr;

struct sg_span_list {
	const struct sg_span *v;
	size_t n;
};

/* A span no hit may touch: by is the mask's expression, NULL for a scope. */
struct sg_mask {
	struct sg_span span;
	const struct sg_expr *by;
};

/* Ascending, not overlapping. */
struct sg_masks {
	const struct sg_mask *v;
	size_t n;
};

/* Sorts and removes doubles in place; returns how many are left. */
size_t sg_spans_sort(struct sg_span *v, size_t n);

/* The union of n lists. */
struct sg_span_list sg_spans_union(
	struct sg_arena *arena, const struct sg_span_list *lists, size_t n);

/* What one set of masks covers and the other; where they overlap, the first by. */
struct sg_masks sg_masks_join(
	struct sg_arena *arena, struct sg_masks a, struct sg_masks b);
/* The masks of a list of hits of expression by. */
struct sg_masks sg_masks_of(
	struct sg_arena *arena, struct sg_span_list list, const struct sg_expr *by);

/* The hits that touch no mask. dropped, if not NULL, is told of each other one. */
typedef void sg_masks_dropped(
	void *ctx, struct sg_span hit, const struct sg_mask *mask);
struct sg_span_list sg_masks_apply(struct sg_arena *arena, struct sg_masks masks,
	struct sg_span_list list, sg_masks_dropped *dropped, void *ctx);

#endif
