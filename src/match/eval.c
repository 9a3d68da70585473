/* eval.c - what an expression selects: one function a kind of expression, all from
 * lists of spans to a list of spans. */
#include "config.h"

#include <stdlib.h>

#include "match/polarity.h"
#include "match/scan.h"

typedef struct sg_span_list eval_fn(
	const struct sg_context *c, const struct sg_node *n);

static const struct sg_span_list nothing = {NULL, 0};

uint32_t sg_unit_key(const struct sg_context *c, uint32_t off)
{
	const struct sg_doc *doc = c->s->doc;
	uint32_t answer = sg_answer_at(doc, off);

	if (c->within == SG_UNIT_ANSWER)
		return answer;
	if (c->within == SG_UNIT_PART) {
		const struct sg_answer_view *a = &doc->answers[answer];
		for (uint32_t i = 0; i < a->nparts; i++) {
			if (off >= a->parts[i].span.start &&
				off < a->parts[i].span.stop)
				return c->s->part_keys[answer] + i + 1;
		}
		return c->s->part_keys[answer];
	}
	const struct sg_layout *layout = sg_doc_layout(doc);
	const struct sg_spans *spans = c->within == SG_UNIT_SENTENCE
					       ? &layout->sentences
					       : &layout->paragraphs;
	/* Both numbers never fall along the text, so their sum tells units apart even
	 * where an answer ends inside a line. SIZE_MAX + 1 is 0. */
	return (uint32_t)(sg_spans_at(spans, off) + 1) + answer;
}

static void tell_dropped(void *ctx, struct sg_span hit, const struct sg_mask *mask)
{
	const struct {
		const struct sg_context *c;
		const struct sg_expr *expr;
	} *who = ctx;

	if (mask->by)
		sg_trace_add(
			who->c, SG_TRACE_MASKED, who->expr, hit, mask->by, mask->span);
	else
		sg_trace_add(who->c, SG_TRACE_SCOPED, who->expr, hit, NULL,
			(struct sg_span){0, 0});
}

/* The hits of list, found by expr, that touch no mask. */
static struct sg_span_list unmasked(const struct sg_context *c,
	const struct sg_expr *expr, struct sg_span_list list)
{
	struct {
		const struct sg_context *c;
		const struct sg_expr *expr;
	} who = {c, expr};

	return sg_masks_apply(
		&c->s->scratch, c->masks, list, c->trace ? tell_dropped : NULL, &who);
}

static struct sg_span_list eval_leaf(
	const struct sg_context *c, const struct sg_node *n)
{
	return unmasked(c, n->expr, sg_scanner_leaf(c->s, n->ref));
}

static struct sg_span_list eval_list(
	const struct sg_context *c, const struct sg_node *n)
{
	struct sg_list_state *state = &c->s->lists[n->ref * 4 + c->within];
	const struct sg_node *list = c->s->e->lists[n->ref];

	if (c->s->wake_stamp[c->s->e->nrules + n->ref] != c->s->stamp && !c->trace)
		return nothing;
	if (c->masks.n || c->trace)
		return sg_eval(c, list);
	if (state->done != c->s->stamp) {
		state->spans = sg_eval(c, list);
		state->done = c->s->stamp;
	}
	return state->spans;
}

static struct sg_span_list eval_code(
	const struct sg_context *c, const struct sg_node *n)
{
	return unmasked(c, n->expr, sg_eval_tree(c->s, n->ref));
}

static struct sg_span_list *eval_operands(
	const struct sg_context *c, const struct sg_node *n, bool lazy)
{
	struct sg_arena *arena = &c->s->scratch;
	struct sg_span_list *lists = sg_arena_array(arena, n->expr->n, sizeof *lists);

	for (size_t i = 0; i < n->expr->n; i++) {
		enum sg_link link = n->expr->v[i].link;
		lists[i] = sg_eval(c, n->v[i]);
		/* One that must be there and is not: the rest changes nothing. */
		if (lazy && !lists[i].n && !c->trace && link != SG_LINK_NOT &&
			link != SG_LINK_NOT_NEAR)
			return NULL;
	}
	return lists;
}

static struct sg_span_list eval_or(const struct sg_context *c, const struct sg_node *n)
{
	return sg_spans_union(&c->s->scratch, eval_operands(c, n, false), n->expr->n);
}

/* Units by number, ascending. */
struct keys {
	uint32_t *v;
	size_t n;
};

static int key_cmp(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;
	return *x < *y ? -1 : *x > *y;
}

/* The numbers of the units that hit overlaps: first to *last. Parts are not numbered
 * along the text: there, only those of its ends. */
static uint32_t key_range(
	const struct sg_context *c, struct sg_span hit, uint32_t *last)
{
	uint32_t first = sg_unit_key(c, hit.start);

	*last = sg_unit_key(c, hit.stop - 1);
	if (*last < first) {
		uint32_t swap = first;
		first = *last;
		*last = swap;
	}
	return first;
}

static uint32_t key_step(const struct sg_context *c, uint32_t key, uint32_t last)
{
	return c->within == SG_UNIT_PART && key < last ? last : key + 1;
}

static struct keys keys_of(const struct sg_context *c, struct sg_span_list list)
{
	SG_VEC(uint32_t) all = {0};
	struct keys keys = {NULL, 0};
	bool sorted = true;

	for (size_t i = 0; i < list.n; i++) {
		uint32_t last, key = key_range(c, list.v[i], &last);
		for (; key <= last; key = key_step(c, key, last)) {
			if (all.n && all.v[all.n - 1] == key)
				continue;
			sorted = sorted && (!all.n || all.v[all.n - 1] < key);
			SG_PUSH(&all, key);
		}
	}
	if (!sorted)
		qsort(all.v, all.n, sizeof *all.v, key_cmp);
	keys.v = sg_arena_array(&c->s->scratch, all.n, sizeof *keys.v);
	for (size_t i = 0; i < all.n; i++) {
		if (i == 0 || all.v[i] != all.v[i - 1])
			keys.v[keys.n++] = all.v[i];
	}
	free(all.v);
	return keys;
}

static bool has_key(struct keys keys, uint32_t key)
{
	return bsearch(&key, keys.v, keys.n, sizeof key, key_cmp) != NULL;
}

/* Keeps in a what is (or, with !keep, is not) in b. */
static void intersect(struct keys *a, struct keys b, bool keep)
{
	size_t n = 0, j = 0;

	for (size_t i = 0; i < a->n; i++) {
		while (j < b.n && b.v[j] < a->v[i])
			j++;
		if ((j < b.n && b.v[j] == a->v[i]) == keep)
			a->v[n++] = a->v[i];
	}
	a->n = n;
}

static bool in_units(const struct sg_context *c, struct sg_span hit, struct keys units)
{
	uint32_t last, key = key_range(c, hit, &last);

	for (; key <= last; key = key_step(c, key, last)) {
		if (has_key(units, key))
			return true;
	}
	return false;
}

/* Tells, for each unit where some operand that must be there is, which is not, and
 * which that must not be there is. */
static void trace_and(const struct sg_context *c, const struct sg_node *n,
	const struct sg_span_list *lists, const struct keys *keys)
{
	for (size_t i = 0; i < n->expr->n; i++) {
		uint32_t told = UINT32_MAX;
		bool negative = n->expr->v[i].link == SG_LINK_NOT;
		for (size_t k = 0; negative && k < lists[i].n; k++) {
			struct sg_span hit = lists[i].v[k];
			if (!has_key(keys[0], sg_unit_key(c, hit.start)))
				continue;
			uint32_t a = sg_answer_at(c->s->doc, hit.start);
			sg_trace_add(c, SG_TRACE_BLOCKED, n->expr->v[i].expr,
				sg_doc_unit(c->s->doc, c->within, a, hit.start), NULL,
				hit);
		}
		for (size_t j = 0; !negative && j < n->expr->n; j++) {
			if (j == i || n->expr->v[j].link == SG_LINK_NOT)
				continue;
			for (size_t k = 0; k < lists[j].n; k++) {
				uint32_t off = lists[j].v[k].start;
				uint32_t key = sg_unit_key(c, off);
				if (key == told || has_key(keys[i], key))
					continue;
				told = key;
				sg_trace_add(c, SG_TRACE_MISSING, n->expr->v[i].expr,
					sg_doc_unit(c->s->doc, c->within,
						sg_answer_at(c->s->doc, off), off),
					NULL, (struct sg_span){0, 0});
			}
		}
	}
}

static struct sg_span_list eval_and(const struct sg_context *c, const struct sg_node *n)
{
	struct sg_arena *arena = &c->s->scratch;
	const struct sg_expr *e = n->expr;
	struct sg_span_list *lists = eval_operands(c, n, true);

	if (!lists)
		return nothing;
	struct keys *keys = sg_arena_array(arena, e->n, sizeof *keys);
	for (size_t i = 0; i < e->n; i++)
		keys[i] = keys_of(c, lists[i]);
	if (c->trace)
		trace_and(c, n, lists, keys);
	struct keys units = keys[0];
	for (size_t i = 1; i < e->n; i++)
		intersect(&units, keys[i], e->v[i].link != SG_LINK_NOT);
	for (size_t i = 0; i < e->n; i++) {
		struct sg_span *v = sg_arena_array(arena, lists[i].n, sizeof *v);
		size_t kept = 0;
		for (size_t k = 0; e->v[i].link != SG_LINK_NOT && k < lists[i].n; k++) {
			if (in_units(c, lists[i].v[k], units))
				v[kept++] = lists[i].v[k];
		}
		lists[i] = (struct sg_span_list){v, kept};
	}
	return sg_spans_union(arena, lists, e->n);
}

static struct sg_span_list eval_near(
	const struct sg_context *c, const struct sg_node *n)
{
	struct sg_span_list *lists = eval_operands(c, n, true);

	return lists ? sg_eval_near(c, n, lists) : nothing;
}

static struct sg_span_list eval_except(
	const struct sg_context *c, const struct sg_node *n)
{
	struct sg_context inner = *c, quiet = *c;

	quiet.masks = (struct sg_masks){NULL, 0};
	quiet.trace = NULL;
	for (size_t i = 1; i < n->expr->n; i++) {
		struct sg_masks masks = sg_masks_of(
			&c->s->scratch, sg_eval(&quiet, n->v[i]), n->expr->v[i].expr);
		inner.masks = sg_masks_join(&c->s->scratch, inner.masks, masks);
	}
	return sg_eval(&inner, n->v[0]);
}

static bool holds_span(struct sg_span_list list, struct sg_span hit)
{
	size_t low = 0, high = list.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (list.v[mid].start < hit.start)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < list.n && list.v[low].start == hit.start; low++) {
		if (list.v[low].stop == hit.stop)
			return true;
	}
	return false;
}

/* Whether a ~term under n found the hit. */
static bool is_predicate_hit(
	struct sg_scanner *s, const struct sg_node *n, struct sg_span hit)
{
	if (n->expr->kind == SG_EXPR_TERM)
		return s->e->terms.leaves.v[n->ref].predicate &&
		       holds_span(sg_scanner_leaf(s, n->ref), hit);
	if (n->expr->kind == SG_EXPR_LIST)
		return is_predicate_hit(s, s->e->lists[n->ref], hit);
	for (size_t i = 0; i < n->expr->n; i++) {
		if (is_predicate_hit(s, n->v[i], hit))
			return true;
	}
	return false;
}

static struct sg_span_list eval_polarity(
	const struct sg_context *c, const struct sg_node *n)
{
	struct sg_span_list list = sg_eval(c, n->v[0]);
	const struct sg_doc *doc = c->s->doc;
	size_t kept = 0;

	if (!list.n)
		return list;
	struct sg_span *v = sg_arena_array(&c->s->scratch, list.n, sizeof *v);
	for (size_t i = 0; i < list.n; i++) {
		struct sg_span hit = list.v[i];
		struct sg_span sentence = sg_doc_unit(
			doc, SG_UNIT_SENTENCE, sg_answer_at(doc, hit.start), hit.start);
		bool predicate = is_predicate_hit(c->s, n->v[0], hit);
		if (sg_is_negated(doc->body, sentence, hit, predicate) ==
			n->expr->negated)
			v[kept++] = hit;
		else
			sg_trace_add(c, SG_TRACE_POLARITY, n->v[0]->expr, hit, NULL,
				(struct sg_span){0, 0});
	}
	return (struct sg_span_list){v, kept};
}

static eval_fn *const kinds[] = {
	[SG_EXPR_TERM] = eval_leaf,
	[SG_EXPR_LITERAL] = eval_leaf,
	[SG_EXPR_REGEX] = eval_leaf,
	[SG_EXPR_LIST] = eval_list,
	[SG_EXPR_CODE] = eval_code,
	[SG_EXPR_OR] = eval_or,
	[SG_EXPR_AND] = eval_and,
	[SG_EXPR_NEAR] = eval_near,
	[SG_EXPR_EXCEPT] = eval_except,
	[SG_EXPR_POLARITY] = eval_polarity,
};

struct sg_span_list sg_eval(const struct sg_context *c, const struct sg_node *node)
{
	struct sg_span_list list = kinds[node->expr->kind](c, node);

	for (size_t i = 0; c->trace && i < list.n; i++)
		sg_trace_add(c, SG_TRACE_FOUND, node->expr, list.v[i], NULL,
			(struct sg_span){0, 0});
	return list;
}
