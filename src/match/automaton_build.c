/* automaton_build.c - from patterns to what automaton.c reads: a trie, its rows overlaid
 * in a comb, longest first, and what follows their first characters. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "match/automaton_impl.h"

enum {
	MAX_CLASSES = 64000,
	MAX_NODES = 1 << 24,
	PROBES = 1024, /* places tried for a row before it goes to the end */
};

struct node {
	uint32_t class;
	uint32_t child, sibling; /* 0: none */
	uint32_t row, nrow;      /* of edges, once made; sorted by class */
	uint32_t output;         /* first output, or NO_OUTPUT */
	uint32_t base;           /* place in the comb */
};

struct edge {
	uint32_t class, node;
};

struct sg_trie {
	SG_VEC(struct node) nodes; /* 0: the root */
	SG_VEC(struct edge) edges; /* rows */
	uint32_t *map; /* open addressing over (parent, class): node, 0: free */
	uint32_t *parents;
	size_t cap; /* of map */
	SG_VEC(struct sg_output) outputs;
	bool too_big;
};

static size_t hash(uint32_t a, uint32_t b)
{
	uint64_t h = ((uint64_t)a << 32 | b) * 0x9E3779B97F4A7C15ULL;
	return (size_t)(h >> 29);
}

uint32_t sg_symbols_find(const struct sg_symbols *s, uint32_t folded)
{
	for (size_t i = hash(0, folded) & (s->cap - 1); s->keys[i];
		i = (i + 1) & (s->cap - 1)) {
		if (s->keys[i] == folded)
			return s->classes[i];
	}
	return CLASS_NONE;
}

static void symbols_put(struct sg_symbols *s, uint32_t folded, uint16_t class)
{
	size_t i = hash(0, folded) & (s->cap - 1);

	while (s->keys[i])
		i = (i + 1) & (s->cap - 1);
	s->keys[i] = folded;
	s->classes[i] = class;
}

/* The class of the n-th code point from 1; of none, CLASS_NONE. */
static size_t class_number(size_t n)
{
	return n ? n + (n - 1) / (SG_FOLLOW_BITS - 1) : CLASS_NONE;
}

static uint32_t symbols_add(struct sg_symbols *s, uint32_t folded)
{
	uint32_t class = sg_symbols_find(s, folded);

	if (class != CLASS_NONE || s->n == MAX_CLASSES)
		return class;
	if (2 * (s->n + 1) > s->cap) {
		struct sg_symbols old = *s;
		s->cap *= 2;
		s->keys = sg_zalloc(s->cap, sizeof *s->keys);
		s->classes = sg_zalloc(s->cap, sizeof *s->classes);
		for (size_t i = 0; i < old.cap; i++) {
			if (old.keys[i])
				symbols_put(s, old.keys[i], old.classes[i]);
		}
		free(old.keys);
		free(old.classes);
	}
	class = (uint32_t)class_number(++s->n);
	symbols_put(s, folded, (uint16_t) class);
	return class;
}

struct sg_automaton *sg_automaton_new(void)
{
	struct sg_automaton *a = sg_zalloc(1, sizeof *a);

	a->symbols.cap = 256;
	a->symbols.keys = sg_zalloc(a->symbols.cap, sizeof *a->symbols.keys);
	a->symbols.classes = sg_zalloc(a->symbols.cap, sizeof *a->symbols.classes);
	a->trie = sg_zalloc(1, sizeof *a->trie);
	SG_PUSH(&a->trie->nodes, (struct node){.output = NO_OUTPUT});
	a->trie->cap = 1024;
	a->trie->map = sg_zalloc(a->trie->cap, sizeof *a->trie->map);
	a->trie->parents = sg_zalloc(a->trie->cap, sizeof *a->trie->parents);
	return a;
}

static void trie_free(struct sg_trie *t)
{
	if (!t)
		return;
	free(t->nodes.v);
	free(t->edges.v);
	free(t->outputs.v);
	free(t->map);
	free(t->parents);
	free(t);
}

void sg_automaton_free(struct sg_automaton *a)
{
	if (!a)
		return;
	trie_free(a->trie);
	free(a->symbols.keys);
	free(a->symbols.classes);
	free(a->comb);
	free(a->root);
	free(a->follow);
	free(a->output_at);
	free(a->outputs);
	free(a);
}

/* The slot of map where the child of parent by class is, or where it belongs. */
static size_t trie_slot(const struct sg_trie *t, uint32_t parent, uint32_t class)
{
	size_t i = hash(parent, class) & (t->cap - 1);

	while (t->map[i] &&
		(t->parents[i] != parent || t->nodes.v[t->map[i]].class != class))
		i = (i + 1) & (t->cap - 1);
	return i;
}

static void trie_grow(struct sg_trie *t)
{
	size_t old_cap = t->cap;
	uint32_t *map = t->map, *parents = t->parents;

	t->cap *= 2;
	t->map = sg_zalloc(t->cap, sizeof *t->map);
	t->parents = sg_zalloc(t->cap, sizeof *t->parents);
	for (size_t i = 0; i < old_cap; i++) {
		if (!map[i])
			continue;
		size_t slot = trie_slot(t, parents[i], t->nodes.v[map[i]].class);
		t->map[slot] = map[i];
		t->parents[slot] = parents[i];
	}
	free(map);
	free(parents);
}

static uint32_t trie_child(struct sg_trie *t, uint32_t parent, uint32_t class)
{
	size_t slot = trie_slot(t, parent, class);

	if (t->map[slot])
		return t->map[slot];
	if (2 * (t->nodes.n + 1) > t->cap) {
		trie_grow(t);
		slot = trie_slot(t, parent, class);
	}
	uint32_t id = (uint32_t)t->nodes.n;
	SG_PUSH(&t->nodes, (struct node){.class = class,
				   .sibling = t->nodes.v[parent].child,
				   .output = NO_OUTPUT});
	t->nodes.v[parent].child = id;
	t->map[slot] = id;
	t->parents[slot] = parent;
	return id;
}

void sg_automaton_add(struct sg_automaton *a, const uint32_t *cps, size_t n)
{
	struct sg_trie *t = a->trie;
	uint32_t node = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t class = symbols_add(&a->symbols, cps[i]);
		if (class == CLASS_NONE || t->nodes.n >= MAX_NODES) {
			t->too_big = true;
			break;
		}
		node = trie_child(t, node, class);
	}
	uint32_t *last = &t->nodes.v[node].output;
	while (*last != NO_OUTPUT)
		last = &t->outputs.v[*last].next;
	*last = (uint32_t)t->outputs.n;
	SG_PUSH(&t->outputs, (struct sg_output){.pattern = (uint32_t)a->npatterns,
				     .next = NO_OUTPUT});
	a->npatterns++;
	if (n > a->longest)
		a->longest = n;
}

static int edge_cmp(const void *a, const void *b)
{
	const struct edge *x = a, *y = b;
	return x->class < y->class ? -1 : x->class > y->class;
}

static void make_rows(struct sg_trie *t)
{
	for (size_t i = 0; i < t->nodes.n; i++) {
		struct node *node = &t->nodes.v[i];
		node->row = (uint32_t)t->edges.n;
		for (uint32_t c = node->child; c; c = t->nodes.v[c].sibling)
			SG_PUSH(&t->edges, (struct edge){t->nodes.v[c].class, c});
		node->nrow = (uint32_t)t->edges.n - node->row;
		if (node->nrow > 1)
			qsort(t->edges.v + node->row, node->nrow, sizeof *t->edges.v,
				edge_cmp);
	}
}

/* What follows the first characters of patterns: for a pattern of one character, anything. */
static void make_follow(struct sg_automaton *a)
{
	const struct sg_trie *t = a->trie;

	a->follow = sg_zalloc(a->nclasses, sizeof *a->follow);
	for (uint32_t c = t->nodes.v[0].child; c; c = t->nodes.v[c].sibling) {
		const struct node *first = &t->nodes.v[c];
		const struct edge *row = t->edges.v + first->row;
		uint64_t bits = first->output != NO_OUTPUT ? UINT64_MAX : 0;
		for (uint32_t i = 0; i < first->nrow; i++)
			bits |= UINT64_C(1) << sg_follow_bit(row[i].class);
		a->follow[first->class] = bits;
	}
}

/* The comb while it is being filled. */
struct comb {
	struct sg_slot *v;
	bool *base_used;
	uint32_t *free_from; /* a free slot at or behind each, with path halving */
	size_t n, cap;       /* slots in use up to n */
};

static void comb_reserve(struct comb *c, size_t n)
{
	if (n <= c->cap)
		return;
	size_t cap = c->cap ? c->cap : 4096;
	while (cap < n)
		cap *= 2;
	c->v = sg_realloc(c->v, cap, sizeof *c->v);
	c->base_used = sg_realloc(c->base_used, cap, sizeof *c->base_used);
	c->free_from = sg_realloc(c->free_from, cap, sizeof *c->free_from);
	for (size_t i = c->cap; i < cap; i++) {
		c->v[i] = (struct sg_slot){NO_OWNER, 0};
		c->base_used[i] = false;
		c->free_from[i] = (uint32_t)i;
	}
	c->cap = cap;
}

static size_t comb_free(struct comb *c, size_t i)
{
	for (;;) {
		comb_reserve(c, i + 1);
		uint32_t to = c->free_from[i];
		if (to == i)
			return i;
		comb_reserve(c, (size_t)to + 1);
		c->free_from[i] = c->free_from[to];
		i = to;
	}
}

static bool comb_fits(struct comb *c, size_t base, const struct edge *row, size_t n)
{
	comb_reserve(c, base + row[n - 1].class + 1);
	if (c->base_used[base])
		return false;
	for (size_t i = 0; i < n; i++) {
		if (c->v[base + row[i].class].owner != NO_OWNER)
			return false;
	}
	return true;
}

/* A base at which the row fits; hint: where the last of its kind went. */
static size_t comb_find(struct comb *c, const struct edge *row, size_t n, size_t *hint)
{
	size_t slot = comb_free(c, *hint);

	for (int i = 0; i < PROBES; i++, slot = comb_free(c, slot + 1)) {
		if (slot <= row[0].class)
			continue;
		size_t base = slot - row[0].class;
		if (comb_fits(c, base, row, n)) {
			*hint = slot;
			return base;
		}
	}
	/* Many misses in a row: what lies before is too full for rows of this length. */
	*hint = slot;
	size_t base = c->n > 1 ? c->n : 1;
	while (!comb_fits(c, base, row, n))
		base++;
	return base;
}

static void comb_put(struct comb *c, size_t base, const struct edge *row, size_t n)
{
	comb_reserve(c, base + row[n - 1].class + 2);
	c->base_used[base] = true;
	for (size_t i = 0; i < n; i++) {
		size_t slot = base + row[i].class;
		c->v[slot] = (struct sg_slot){(uint32_t)base, row[i].node};
		c->free_from[slot] = (uint32_t)slot + 1;
		if (slot >= c->n)
			c->n = slot + 1;
	}
}

/* Node numbers, those with the longest rows first. */
static uint32_t *by_length(const struct sg_trie *t, size_t nclasses)
{
	size_t *at = sg_zalloc(nclasses + 2, sizeof *at);
	uint32_t *order = sg_alloc(t->nodes.n, sizeof *order);

	for (size_t i = 1; i < t->nodes.n; i++)
		at[nclasses - t->nodes.v[i].nrow + 1]++;
	for (size_t i = 1; i <= nclasses + 1; i++)
		at[i] += at[i - 1];
	for (size_t i = 1; i < t->nodes.n; i++)
		order[at[nclasses - t->nodes.v[i].nrow]++] = (uint32_t)i;
	free(at);
	return order;
}

/* Lays all rows into one comb and gives each node its base. Rows without entries
 * need only a number that no other has. */
static void place_rows(struct sg_automaton *a, struct comb *comb)
{
	enum { KINDS = 9 };
	struct sg_trie *t = a->trie;
	uint32_t *order = by_length(t, a->nclasses);
	size_t hints[KINDS], bare = 1;

	for (size_t i = 0; i < KINDS; i++)
		hints[i] = 1;
	comb_reserve(comb, a->nclasses + 1);
	comb->base_used[0] = true; /* the root's: owns no slot */
	comb->n = 1;
	for (size_t i = 0; i + 1 < t->nodes.n; i++) {
		struct node *node = &t->nodes.v[order[i]];
		size_t base;
		if (node->nrow) {
			const struct edge *row = t->edges.v + node->row;
			size_t kind = node->nrow < KINDS ? node->nrow : KINDS;
			base = comb_find(comb, row, node->nrow, &hints[kind - 1]);
			comb_put(comb, base, row, node->nrow);
		} else {
			for (;; bare++) {
				comb_reserve(comb, bare + 1);
				if (!comb->base_used[bare])
					break;
			}
			base = bare;
			comb->base_used[base] = true;
		}
		node->base = (uint32_t)base;
		if (base >= comb->n)
			comb->n = base + 1;
	}
	free(order);
}

/* The reference to a node as it stands in a slot. */
static uint32_t state_of(const struct sg_trie *t, uint32_t node)
{
	const struct node *n = &t->nodes.v[node];
	return n->base | (n->output != NO_OUTPUT ? STATE_OUTPUT : 0);
}

static void finish(struct sg_automaton *a, struct comb *comb)
{
	struct sg_trie *t = a->trie;

	size_t n = comb->n + a->nclasses;

	comb_reserve(comb, n);
	a->comb = sg_realloc(comb->v, n, sizeof *a->comb);
	for (size_t i = 0; i < n; i++) {
		if (a->comb[i].owner != NO_OWNER)
			a->comb[i].next = state_of(t, a->comb[i].next);
	}
	a->root = sg_zalloc(a->nclasses, sizeof *a->root);
	for (uint32_t c = t->nodes.v[0].child; c; c = t->nodes.v[c].sibling)
		a->root[t->nodes.v[c].class] = state_of(t, c);
	a->output_at = sg_alloc(comb->n, sizeof *a->output_at);
	for (size_t i = 0; i < t->nodes.n; i++) {
		const struct node *node = &t->nodes.v[i];
		a->output_at[node->base] = node->output;
	}
	a->outputs = t->outputs.v;
	t->outputs.v = NULL;
}

int sg_automaton_build(struct sg_automaton *a, struct sg_error *err)
{
	struct comb comb = {0};

	if (a->trie->too_big)
		return sg_error_set(err, SG_ETOOBIG,
			_("the codebook's terms are too many for one automaton"));
	a->nclasses = class_number(a->symbols.n) + 1;
	a->nstates = a->trie->nodes.n;
	make_rows(a->trie);
	make_follow(a);
	place_rows(a, &comb);
	finish(a, &comb);
	free(comb.base_used);
	free(comb.free_from);
	trie_free(a->trie);
	a->trie = NULL;
	return 0;
}

size_t sg_automaton_states(const struct sg_automaton *a)
{
	return a->nstates;
}
