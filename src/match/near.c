/* near.c - distance between hits (doc/rule-language.md, rule 4): partners stand in
 * one unit, do not overlap, and are at most n eojeols apart at their nearer ends. A
 * chain keeps what lies on a complete path: once forwards, once back. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "match/scan.h"

/* Where a partner may stand. */
enum { BEFORE = 1, BEHIND = 2 };

struct place {
	uint32_t key; /* of its unit */
	struct sg_span span;
	bool has; /* a partner */
};

struct places {
	struct place *v;
	size_t n;
};

static int by_start(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	return x->span.stop < y->span.stop ? -1 : x->span.stop > y->span.stop;
}

static int by_stop(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->span.stop < y->span.stop ? -1 : x->span.stop > y->span.stop;
}

static void sort(struct places p, int (*cmp)(const void *, const void *))
{
	for (size_t i = 1; i < p.n; i++) {
		if (cmp(&p.v[i - 1], &p.v[i]) > 0) {
			qsort(p.v, p.n, sizeof *p.v, cmp);
			return;
		}
	}
}

static struct places places_of(const struct sg_context *c, struct sg_span_list list)
{
	struct places p = {sg_arena_array(&c->s->scratch, list.n, sizeof *p.v), list.n};

	for (size_t i = 0; i < list.n; i++)
		p.v[i] = (struct place){
			sg_unit_key(c, list.v[i].start), list.v[i], false};
	sort(p, by_start);
	return p;
}

static size_t eojeol(const struct sg_context *c, uint32_t off)
{
	return sg_spans_at(&sg_doc_layout(c->s->doc)->eojeols, off) + 1;
}

/* Whether b, behind a, is at most n eojeols away. */
static bool within(
	const struct sg_context *c, struct sg_span a, struct sg_span b, size_t n)
{
	return eojeol(c, b.start) - eojeol(c, a.stop - 1) <= n;
}

/* Number of the first in p, sorted by stop, that is in a later unit or ends behind off. */
static size_t first_stopping(struct places p, uint32_t key, uint32_t off)
{
	size_t low = 0, high = p.n;

	while (low < high) {
		size_t mid = (low + high) / 2;
		const struct place *m = &p.v[mid];
		if (m->key < key || (m->key == key && m->span.stop <= off))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Number of the first in p, sorted by start, that is in a later unit or starts at or
 * behind off. */
static size_t first_starting(struct places p, uint32_t key, uint32_t off)
{
	size_t low = 0, high = p.n;

	while (low < high) {
		size_t mid = (low + high) / 2;
		const struct place *m = &p.v[mid];
		if (m->key < key || (m->key == key && m->span.start < off))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Sets in each of x whether it has a partner in y on the sides given. The nearest of
 * either side decides: of those before, the one that stops last. */
static void find_partners(const struct sg_context *c, struct places x, struct places y,
	unsigned sides, uint32_t n)
{
	struct places stops = {NULL, y.n};

	if (sides & BEFORE && y.n) {
		stops.v = sg_arena_array(&c->s->scratch, y.n, sizeof *stops.v);
		memcpy(stops.v, y.v, y.n * sizeof *stops.v);
		sort(stops, by_stop);
	}
	for (size_t i = 0; i < x.n; i++) {
		struct place *p = &x.v[i];
		p->has = false;
		if (sides & BEFORE) {
			size_t k = first_stopping(stops, p->key, p->span.start);
			if (k > 0 && stops.v[k - 1].key == p->key)
				p->has = within(c, stops.v[k - 1].span, p->span, n);
		}
		if (!p->has && sides & BEHIND) {
			size_t k = first_starting(y, p->key, p->span.stop);
			if (k < y.n && y.v[k].key == p->key)
				p->has = within(c, p->span, y.v[k].span, n);
		}
	}
}

/* Keeps those whose `has` is as asked; the others are told of. */
static void keep(const struct sg_context *c, struct places *p, bool has,
	const struct sg_expr *expr, enum sg_trace_kind why)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (p->v[i].has == has)
			p->v[n++] = p->v[i];
		else
			sg_trace_add(c, why, expr, p->v[i].span, NULL,
				(struct sg_span){0, 0});
	}
	p->n = n;
}

static struct sg_span_list spans_of(const struct sg_context *c, struct places p)
{
	struct sg_span *v = sg_arena_array(&c->s->scratch, p.n, sizeof *v);

	for (size_t i = 0; i < p.n; i++)
		v[i] = p.v[i].span;
	return (struct sg_span_list){v, sg_spans_sort(v, p.n)};
}

static unsigned sides_of(enum sg_link link, unsigned then)
{
	return link == SG_LINK_THEN ? then : BEFORE | BEHIND;
}

struct sg_span_list sg_eval_near(const struct sg_context *c, const struct sg_node *node,
	const struct sg_span_list *operands)
{
	const struct sg_expr *e = node->expr;
	struct places *sets = sg_arena_array(&c->s->scratch, e->n, sizeof *sets);
	struct sg_span_list *kept = sg_arena_array(&c->s->scratch, e->n, sizeof *kept);

	for (size_t i = 0; i < e->n; i++)
		sets[i] = places_of(c, operands[i]);
	if (e->v[1].link == SG_LINK_NOT_NEAR) {
		for (size_t i = 1; i < e->n; i++) {
			find_partners(
				c, sets[0], sets[i], BEFORE | BEHIND, e->v[i].distance);
			keep(c, &sets[0], false, e->v[0].expr, SG_TRACE_CLOSE);
		}
		return spans_of(c, sets[0]);
	}
	for (size_t i = 1; i < e->n; i++) {
		find_partners(c, sets[i], sets[i - 1], sides_of(e->v[i].link, BEFORE),
			e->v[i].distance);
		keep(c, &sets[i], true, e->v[i].expr, SG_TRACE_APART);
	}
	for (size_t i = e->n - 1; i-- > 0;) {
		find_partners(c, sets[i], sets[i + 1],
			sides_of(e->v[i + 1].link, BEHIND), e->v[i + 1].distance);
		keep(c, &sets[i], true, e->v[i].expr, SG_TRACE_APART);
	}
	for (size_t i = 0; i < e->n; i++)
		kept[i] = spans_of(c, sets[i]);
	return sg_spans_union(&c->s->scratch, kept, e->n);
}
