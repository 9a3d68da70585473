/* code.c - what a code selects: its masks, scopes, rules and vetoes, and what its
 * subtree selects for those who refer to it. */
#include "config.h"

#include <stdlib.h>

#include "match/scan.h"

static bool awake(const struct sg_scanner *s, uint32_t code, size_t rule)
{
	return s->wake_stamp[s->e->codes[code].first_rule + rule] == s->stamp;
}

static bool fits_question(const struct sg_place *p, const struct sg_answer_view *a)
{
	return !p->question.n || sg_str_eq(p->question, a->question);
}

/* The masks over all that lies outside places. */
static struct sg_masks outside(struct sg_scanner *s, const struct sg_places *places)
{
	const struct sg_doc *doc = s->doc;
	SG_VEC(struct sg_span) in = {0};
	struct sg_masks masks = {NULL, 0};
	uint32_t from = 0;

	if (s->e->ignore_scopes || !places->n)
		return masks;
	for (size_t i = 0; i < doc->nanswers; i++) {
		const struct sg_answer_view *a = &doc->answers[i];
		for (size_t k = 0; k < places->n; k++) {
			const struct sg_place *p = &places->v[k];
			if (!fits_question(p, a))
				continue;
			if (!p->part.n)
				SG_PUSH(&in, a->span);
			for (size_t j = 0; p->part.n && j < a->nparts; j++) {
				if (sg_str_eq(a->parts[j].label, p->part))
					SG_PUSH(&in, a->parts[j].span);
			}
		}
	}
	in.n = sg_spans_sort(in.v, in.n);
	struct sg_mask *v = sg_arena_array(&s->scratch, in.n + 1, sizeof *v);
	for (size_t i = 0; i < in.n; i++) {
		if (in.v[i].start > from)
			v[masks.n++] = (struct sg_mask){{from, in.v[i].start}, NULL};
		if (in.v[i].stop > from)
			from = in.v[i].stop;
	}
	if (from < doc->body.n)
		v[masks.n++] = (struct sg_mask){{from, (uint32_t)doc->body.n}, NULL};
	free(in.v);
	masks.v = v;
	return masks;
}

/* What the `- EXCEPT` lines of the code mask, and what its questions leave out. */
static struct sg_masks code_masks(struct sg_scanner *s, uint32_t code)
{
	const struct sg_code *source = &s->e->book->codes[code];
	struct sg_masks masks = outside(s, &source->questions);

	for (size_t i = 0; i < source->nrules; i++) {
		if (source->rules[i].kind != SG_RULE_MASK || !awake(s, code, i))
			continue;
		struct sg_context c = {.s = s,
			.within = source->within,
			.masks = outside(s, &source->rules[i].scope)};
		struct sg_span_list list = sg_eval(&c, s->e->codes[code].rules[i]);
		masks = sg_masks_join(&s->scratch, masks,
			sg_masks_of(&s->scratch, list, source->rules[i].expr));
	}
	return masks;
}

static struct sg_context rule_context(struct sg_scanner *s, uint32_t code,
	uint32_t rule, struct sg_masks masks, struct sg_trace *trace)
{
	const struct sg_code *source = &s->e->book->codes[code];

	return (struct sg_context){.s = s,
		.within = source->within,
		.trace = trace,
		.rule = rule,
		.masks = sg_masks_join(
			&s->scratch, masks, outside(s, &source->rules[rule].scope))};
}

struct vetoed {
	uint32_t key;
	struct sg_span by;
};

static int vetoed_cmp(const void *a, const void *b)
{
	const struct vetoed *x = a, *y = b;

	return x->key < y->key ? -1 : x->key > y->key;
}

/* The veto of a hit: one of its units holds one. NULL: none. */
static const struct vetoed *find_veto(const struct sg_context *c,
	const struct vetoed *v, size_t n, struct sg_span hit)
{
	const uint32_t ends[2] = {
		sg_unit_key(c, hit.start), sg_unit_key(c, hit.stop - 1)};

	for (size_t i = 0; i < 2; i++) {
		struct vetoed key = {ends[i], {0, 0}};
		const struct vetoed *found =
			bsearch(&key, v, n, sizeof key, vetoed_cmp);
		if (found)
			return found;
	}
	return NULL;
}

/* Drops the hits in units where the veto expr has a hit. */
static void apply_veto(const struct sg_context *c, struct sg_code_state *state,
	const struct sg_node *node)
{
	struct sg_context quiet = *c;

	quiet.trace = NULL;
	struct sg_span_list list = sg_eval(&quiet, node);
	if (!list.n)
		return;
	struct vetoed *v = sg_arena_array(&c->s->scratch, 2 * list.n, sizeof *v);
	for (size_t i = 0; i < list.n; i++) {
		v[2 * i] = (struct vetoed){sg_unit_key(c, list.v[i].start), list.v[i]};
		v[2 * i + 1] =
			(struct vetoed){sg_unit_key(c, list.v[i].stop - 1), list.v[i]};
	}
	qsort(v, 2 * list.n, sizeof *v, vetoed_cmp);
	size_t kept = 0;
	for (size_t i = 0; i < state->n; i++) {
		struct sg_code_hit hit = state->v[i];
		const struct vetoed *veto = find_veto(c, v, 2 * list.n, hit.span);
		if (!veto) {
			state->v[kept++] = hit;
			continue;
		}
		struct sg_context blamed = *c;
		blamed.rule = hit.rule;
		sg_trace_add(
			&blamed, SG_TRACE_VETOED, NULL, hit.span, node->expr, veto->by);
	}
	state->n = kept;
}

static int hit_cmp(const void *a, const void *b)
{
	const struct sg_code_hit *x = a, *y = b;

	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	if (x->span.stop != y->span.stop)
		return x->span.stop < y->span.stop ? -1 : 1;
	return x->rule < y->rule ? -1 : x->rule > y->rule;
}

static void eval_rules(struct sg_scanner *s, uint32_t code, struct sg_code_state *state,
	struct sg_trace *trace)
{
	const struct sg_code *source = &s->e->book->codes[code];
	struct sg_node **nodes = s->e->codes[code].rules;
	struct sg_masks masks = code_masks(s, code);

	for (uint32_t i = 0; i < source->nrules; i++) {
		if (source->rules[i].kind != SG_RULE_SELECT ||
			(!awake(s, code, i) && !trace))
			continue;
		struct sg_context c = rule_context(s, code, i, masks, trace);
		struct sg_span_list list = sg_eval(&c, nodes[i]);
		for (size_t k = 0; k < list.n; k++)
			SG_PUSH(state, (struct sg_code_hit){list.v[k], i});
	}
	for (uint32_t i = 0; state->n && i < source->nrules; i++) {
		if (source->rules[i].kind != SG_RULE_VETO || !awake(s, code, i))
			continue;
		struct sg_context c = rule_context(s, code, i, masks, trace);
		apply_veto(&c, state, nodes[i]);
	}
	if (state->n > 1)
		qsort(state->v, state->n, sizeof *state->v, hit_cmp);
	for (size_t i = 0; trace && i < state->n; i++) {
		struct sg_context c = {
			.s = s, .trace = trace, .rule = state->v[i].rule};
		sg_trace_add(&c, SG_TRACE_SELECTED, NULL, state->v[i].span, NULL,
			(struct sg_span){0, 0});
	}
}

void sg_eval_code(struct sg_scanner *s, uint32_t code, struct sg_trace *trace)
{
	struct sg_code_state *state = &s->codes[code];

	/* The compiler refuses loops; busy only keeps a slip there from running on. */
	if (state->done == s->stamp || state->busy == s->stamp)
		return;
	state->busy = s->stamp;
	state->n = 0;
	if (state->awake == s->stamp || trace)
		eval_rules(s, code, state, trace);
	state->done = s->stamp;
	state->busy = 0;
}

struct sg_span_list sg_eval_tree(struct sg_scanner *s, uint32_t code)
{
	struct sg_code_state *tree = &s->codes[code];
	SG_VEC(struct sg_span) all = {0};

	if (tree->tree_done == s->stamp)
		return tree->tree;
	for (uint32_t i = code; i <= s->e->codes[code].last; i++) {
		if (s->codes[i].awake != s->stamp ||
			!sg_code_within(s->e->book, i, code))
			continue;
		sg_eval_code(s, i, NULL);
		for (size_t k = 0; k < s->codes[i].n; k++)
			SG_PUSH(&all, s->codes[i].v[k].span);
	}
	all.n = sg_spans_sort(all.v, all.n);
	struct sg_span_list list = {all.v, all.n};
	tree->tree = (struct sg_span_list){NULL, 0};
	if (all.n) {
		struct sg_span *v = sg_arena_array(&s->scratch, all.n, sizeof *v);
		for (size_t i = 0; i < list.n; i++)
			v[i] = list.v[i];
		tree->tree = (struct sg_span_list){v, list.n};
	}
	free(all.v);
	tree->tree_done = s->stamp;
	return tree->tree;
}
