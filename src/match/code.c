/* code.c - what a code selects: its masks, scopes, rules and vetoes, and what its
 * subtree selects for those who refer to it. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "match/scan.h"

/* The first rule of code at or behind i that may select something in this text: a term
 * of it occurs, or somebody wants to know of all. The number of rules when none does. */
static uint32_t next_rule(
	const struct sg_scanner *s, uint32_t code, uint32_t i, bool all)
{
	const uint64_t *words = s->awake_rules + s->e->codes[code].first_word;
	uint32_t n = (uint32_t)s->e->book->codes[code].nrules;

	if (all || i >= n)
		return i;
	if (s->codes[code].awake != s->stamp)
		return n;
	for (uint32_t w = i / 64; w * 64 < n; w++) {
		uint64_t bits = words[w];
		if (w == i / 64)
			bits &= UINT64_MAX << i % 64;
		if (bits)
			return w * 64 + (uint32_t)__builtin_ctzll(bits);
	}
	return n;
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

	for (uint32_t i = next_rule(s, code, 0, false); i < source->nrules;
		i = next_rule(s, code, i + 1, false)) {
		if (source->rules[i].kind != SG_RULE_MASK)
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

static inline uint64_t place_of(const struct sg_code_hit *h)
{
	return (uint64_t)h->span.start << 32 | h->span.stop;
}

static inline bool stands_before(
	const struct sg_code_hit *a, const struct sg_code_hit *b)
{
	uint64_t x = place_of(a), y = place_of(b);

	return x < y || (x == y && a->rule < b->rule);
}

static void merge(const struct sg_code_hit *a, size_t na, const struct sg_code_hit *b,
	size_t nb, struct sg_code_hit *to)
{
	while (na && nb) {
		bool second = stands_before(b, a);
		*to++ = second ? *b : *a;
		a += !second;
		na -= !second;
		b += second;
		nb -= second;
	}
	memcpy(to, na ? a : b, (na + nb) * sizeof *to);
}

/* Sorts by place, then rule. A merge sort of its own, since this is among the most
 * frequent things a scan does and qsort calls a function for each comparison. */
static void sort_hits(struct sg_arena *arena, struct sg_code_hit *v, size_t n)
{
	enum { RUN = 8 };
	struct sg_code_hit *from = v, *to;
	bool sorted = true;

	for (size_t i = 1; i < n; i++)
		sorted = sorted && !stands_before(&v[i], &v[i - 1]);
	if (sorted)
		return;
	for (size_t i = 1; i < n; i++) {
		struct sg_code_hit hit = v[i];
		size_t k = i, first = i - i % RUN;
		for (; k > first && stands_before(&hit, &v[k - 1]); k--)
			v[k] = v[k - 1];
		v[k] = hit;
	}
	if (n <= RUN)
		return;
	to = sg_arena_array(arena, n, sizeof *to);
	for (size_t run = RUN; run < n; run *= 2) {
		for (size_t i = 0; i < n; i += 2 * run) {
			size_t na = n - i < run ? n - i : run;
			size_t nb = n - i - na < run ? n - i - na : run;
			merge(from + i, na, from + i + na, nb, to + i);
		}
		struct sg_code_hit *swap = from;
		from = to;
		to = swap;
	}
	if (from != v)
		memcpy(v, from, n * sizeof *v);
}

/* Hits of direct rules come by start: what is to be done is little. One that several
 * terms of a rule found is kept once. */
static void settle_direct(struct sg_code_state *state)
{
	struct sg_code_hit *v = state->v;
	size_t kept = state->n ? 1 : 0;

	while (kept < state->n && stands_before(&v[kept - 1], &v[kept]))
		kept++;
	for (size_t i = kept; i < state->n; i++) {
		struct sg_code_hit hit = v[i];
		size_t k = kept;
		while (k > 0 && stands_before(&hit, &v[k - 1]))
			k--;
		if (k > 0 && !stands_before(&v[k - 1], &hit))
			continue;
		memmove(&v[k + 1], &v[k], (kept - k) * sizeof *v);
		v[k] = hit;
		kept++;
	}
	state->n = kept;
}

static void eval_rules(struct sg_scanner *s, uint32_t code, struct sg_code_state *state,
	struct sg_trace *trace)
{
	const struct sg_code *source = &s->e->book->codes[code];
	struct sg_node **nodes = s->e->codes[code].rules;
	struct sg_masks masks = code_masks(s, code);
	size_t direct = state->n; /* in order */

	for (uint32_t i = next_rule(s, code, 0, trace); i < source->nrules;
		i = next_rule(s, code, i + 1, trace)) {
		if (source->rules[i].kind != SG_RULE_SELECT)
			continue;
		struct sg_context c = rule_context(s, code, i, masks, trace);
		struct sg_span_list list = sg_eval(&c, nodes[i]);
		for (size_t k = 0; k < list.n; k++)
			SG_PUSH(state, (struct sg_code_hit){list.v[k], i});
	}
	bool mixed = state->n > direct;
	for (uint32_t i = next_rule(s, code, 0, false); state->n && i < source->nrules;
		i = next_rule(s, code, i + 1, false)) {
		if (source->rules[i].kind != SG_RULE_VETO)
			continue;
		struct sg_context c = rule_context(s, code, i, masks, trace);
		apply_veto(&c, state, nodes[i]);
	}
	if (mixed)
		sort_hits(&s->scratch, state->v, state->n);
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
	if (state->awake == s->stamp)
		settle_direct(state);
	else
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
