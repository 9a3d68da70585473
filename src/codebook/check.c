/* check.c - what can only be checked when the whole codebook has been read: IDs and
 * names, references by $ and @, loops among them, lists that no rule uses.
 *
 * References make a graph: a node for each code, meaning what it and its subtree
 * select, and one for each list. A code leads to its children and to what its rules
 * refer to, so that a rule of C1a that says @C1 is a loop.
 */
#include "config.h"

#include "codebook/reader.h"

#include <stdlib.h>

enum {
	DEEPEST_REFERENCE = 32,
	/* References in a list, those in the lists it names counted each time: what
	 * explains a rule follows them all, and lists that name another twice double. */
	MOST_REFERENCES = 10000,
};

struct edge {
	uint32_t to;
	const struct sg_expr *expr; /* the reference; NULL: to a child */
};

struct check {
	const struct sg_codebook *book;
	struct sg_notes *notes;
	uint32_t node; /* whose edges are being collected */
	SG_VEC(struct edge) edges;
	size_t *first; /* of each node: its first edge; one behind */
};

struct sg_locus sg_book_locus(
	const struct sg_codebook *book, uint32_t line, size_t off, size_t len)
{
	if (line == 0)
		return (struct sg_locus){NULL, book->body, 0};
	return (struct sg_locus){
		book->path.p, sg_str_sub(book->body, off, off + len), line};
}

static struct sg_locus locus_of_node(const struct check *c, uint32_t node)
{
	if (node < c->book->ncodes) {
		const struct sg_code *code = &c->book->codes[node];
		return sg_book_locus(c->book, code->line, code->off, code->len);
	}
	const struct sg_list *list = &c->book->lists[node - c->book->ncodes];
	return sg_book_locus(c->book, list->line, list->off, list->len);
}

static int compare_entries(const void *a, const void *b)
{
	const struct sg_entry *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	int c = sg_str_cmp(x->s, y->s);
	return c ? c : (x->index > y->index) - (x->index < y->index);
}

void sg_find_twins(struct sg_entry *v, size_t n,
	void (*fn)(
		void *ctx, const struct sg_entry *first, const struct sg_entry *again),
	void *ctx)
{
	size_t first = 0;

	if (n)
		qsort(v, n, sizeof *v, compare_entries);
	for (size_t i = 1; i < n; i++) {
		if (v[i].group != v[first].group || !sg_str_eq(v[i].s, v[first].s))
			first = i;
		else
			fn(ctx, &v[first], &v[i]);
	}
}

static void same_id(
	void *ctx, const struct sg_entry *first, const struct sg_entry *again)
{
	struct check *c = ctx;
	struct sg_locus locus = locus_of_node(c, (uint32_t)again->index);

	sg_locus_note(&locus, c->notes, SG_ERROR, again->line, 1, 1,
		_("the ID '%.*s' is taken already, on line %u"), SG_ARG(again->s),
		(unsigned)first->line);
}

static void same_name(
	void *ctx, const struct sg_entry *first, const struct sg_entry *again)
{
	struct check *c = ctx;
	struct sg_locus locus = locus_of_node(c, (uint32_t)again->index);

	sg_locus_note(&locus, c->notes, SG_ERROR, again->line, 1, 1,
		_("the name '%.*s' stands already under the same heading, on line %u"),
		SG_ARG(again->s), (unsigned)first->line);
}

static void check_names(struct check *c)
{
	const struct sg_codebook *book = c->book;
	struct sg_entry *v = sg_zalloc(book->ncodes, sizeof *v);

	for (size_t i = 0; i < book->ncodes; i++) {
		const struct sg_code *code = &book->codes[i];
		v[i] = (struct sg_entry){code->id, 0, code->line, i};
		if (!code->id.n) /* a group of its own: codes without ID are no twins */
			v[i].group = (uint32_t)i + 1;
	}
	sg_find_twins(v, book->ncodes, same_id, c);
	for (size_t i = 0; i < book->ncodes; i++) {
		const struct sg_code *code = &book->codes[i];
		v[i] = (struct sg_entry){code->name, code->parent, code->line, i};
	}
	sg_find_twins(v, book->ncodes, same_name, c);
	free(v);
}

/* IDs for all codes or for none: the first code decides. */
static void check_ids(struct check *c)
{
	const struct sg_codebook *book = c->book;

	for (size_t i = 1; i < book->ncodes; i++) {
		const struct sg_code *code = &book->codes[i];
		if ((code->id.n > 0) == book->has_ids)
			continue;
		struct sg_locus locus = locus_of_node(c, (uint32_t)i);
		sg_locus_note(&locus, c->notes, SG_ERROR, code->line, 1, 1,
			book->has_ids ? _("'%.*s' has no ID, but the code on line %u "
					  "has one; all "
					  "codes have one or none (an ID is one letter "
					  "or holds a "
					  "digit)")
				      : _("'%.*s' has an ID, but the code on line %u "
					  "has none; all "
					  "codes have one or none"),
			SG_ARG(book->has_ids ? code->name : code->id),
			(unsigned)book->codes[0].line);
		return;
	}
}

static void unknown_list(struct check *c, const struct sg_expr *e)
{
	struct sg_str names[256];
	size_t n = c->book->nlists < 256 ? c->book->nlists : 256;
	struct sg_locus locus = locus_of_node(c, c->node);

	for (size_t i = 0; i < n; i++)
		names[i] = c->book->lists[i].name;
	size_t best = sg_nearest(e->text, names, n, 2);
	if (best == SIZE_MAX)
		sg_locus_note(&locus, c->notes, SG_ERROR, e->line, e->col, e->width,
			_("there is no list '$%.*s'"), SG_ARG(e->text));
	else
		sg_locus_note(&locus, c->notes, SG_ERROR, e->line, e->col, e->width,
			_("there is no list '$%.*s'; did you mean '$%.*s'?"),
			SG_ARG(e->text), SG_ARG(names[best]));
}

static void unknown_code(struct check *c, const struct sg_expr *e)
{
	struct sg_locus locus = locus_of_node(c, c->node);

	sg_locus_note(&locus, c->notes, SG_ERROR, e->line, e->col, e->width,
		_("there is no code '@%.*s'"), SG_ARG(e->text));
}

static void collect_reference(void *ctx, const struct sg_expr *e)
{
	struct check *c = ctx;

	if (e->kind == SG_EXPR_LIST) {
		const struct sg_list *list = sg_codebook_list(c->book, e->text);
		if (!list) {
			unknown_list(c, e);
			return;
		}
		size_t node = c->book->ncodes + (size_t)(list - c->book->lists);
		SG_PUSH(&c->edges, (struct edge){(uint32_t)node, e});
	} else if (e->kind == SG_EXPR_CODE) {
		uint32_t code = sg_codebook_find(c->book, e->text);
		if (code == SG_NO_CODE)
			unknown_code(c, e);
		else
			SG_PUSH(&c->edges, (struct edge){code, e});
	}
}

static void collect_edges(struct check *c)
{
	const struct sg_codebook *book = c->book;
	size_t nodes = book->ncodes + book->nlists;
	uint32_t *child = sg_alloc(book->ncodes, sizeof *child);
	uint32_t *sibling = sg_alloc(book->ncodes, sizeof *sibling);

	for (size_t i = 0; i < book->ncodes; i++)
		child[i] = sibling[i] = SG_NO_CODE;
	for (size_t i = book->ncodes; i-- > 0;)
		if (book->codes[i].parent != SG_NO_CODE) {
			sibling[i] = child[book->codes[i].parent];
			child[book->codes[i].parent] = (uint32_t)i;
		}
	c->first = sg_zalloc(nodes + 1, sizeof *c->first);
	for (size_t i = 0; i < nodes; i++) {
		c->node = (uint32_t)i;
		c->first[i] = c->edges.n;
		if (i >= book->ncodes) {
			sg_expr_walk(book->lists[i - book->ncodes].expr,
				collect_reference, c);
			continue;
		}
		for (uint32_t k = child[i]; k != SG_NO_CODE; k = sibling[k])
			SG_PUSH(&c->edges, (struct edge){k, NULL});
		for (size_t k = 0; k < book->codes[i].nrules; k++)
			sg_expr_walk(
				book->codes[i].rules[k].expr, collect_reference, c);
	}
	c->first[nodes] = c->edges.n;
	free(sibling);
	free(child);
}

struct frame {
	uint32_t node;
	size_t edge; /* the next to follow; the one before it is being followed */
};

struct walk {
	SG_VEC(struct frame) stack;
	unsigned char *state; /* of each node: 0 new, 1 on the stack, 2 done */
	uint32_t *depth;      /* references below it at most */
	uint32_t *spread;     /* of a list: references below it in all */
	bool too_deep;        /* said once */
	bool too_wide;
};

static void print_node(const struct check *c, uint32_t node, struct sg_buf *out)
{
	if (node >= c->book->ncodes)
		sg_buf_printf(out, "$%.*s",
			SG_ARG(c->book->lists[node - c->book->ncodes].name));
	else
		sg_buf_add(out, c->book->codes[node].label);
}

/* The edge to `node` closes a loop: the path is on the stack. */
static void report_loop(const struct check *c, const struct walk *w, uint32_t node)
{
	const struct sg_expr *place = NULL;
	struct sg_buf path;
	uint32_t owner = node;
	size_t from = 0;

	sg_buf_init(&path);
	while (w->stack.v[from].node != node)
		from++;
	for (size_t i = from; i < w->stack.n; i++) {
		const struct frame *f = &w->stack.v[i];
		const struct edge *e = &c->edges.v[f->edge - 1];
		print_node(c, f->node, &path);
		sg_buf_addz(&path, " → ");
		if (e->expr) {
			place = e->expr;
			owner = f->node;
		}
	}
	print_node(c, node, &path);
	struct sg_locus locus = locus_of_node(c, owner);
	sg_locus_note(&locus, c->notes, SG_ERROR, place ? place->line : 0,
		place ? place->col : 0, place ? place->width : 1,
		_("the references go round in a circle: %s"), sg_buf_z(&path));
	sg_buf_release(&path);
}

static void report_depth(const struct check *c, struct walk *w, const struct frame *f,
	const struct edge *e)
{
	struct sg_locus locus = locus_of_node(c, f->node);

	if (!e->expr || w->too_deep)
		return;
	w->too_deep = true;
	sg_locus_note(&locus, c->notes, SG_ERROR, e->expr->line, e->expr->col,
		e->expr->width, _("references are nested deeper than %d"),
		DEEPEST_REFERENCE);
}

/* An edge from list to list was followed to its end. */
static void add_spread(const struct check *c, struct walk *w, const struct frame *f,
	const struct edge *e)
{
	uint32_t *spread = &w->spread[f->node];

	*spread += 1 + w->spread[e->to];
	if (*spread <= MOST_REFERENCES)
		return;
	*spread = MOST_REFERENCES;
	if (w->too_wide)
		return;
	w->too_wide = true;
	struct sg_locus locus = locus_of_node(c, f->node);
	sg_locus_note(&locus, c->notes, SG_ERROR, e->expr->line, e->expr->col,
		e->expr->width,
		_("the list refers to more than %d lists, counting those in its lists"),
		MOST_REFERENCES);
}

/* Depth-first from one node, without recursion: a book may chain many lists. */
static void walk_from(const struct check *c, struct walk *w, uint32_t start)
{
	SG_PUSH(&w->stack, (struct frame){start, c->first[start]});
	w->state[start] = 1;
	while (w->stack.n) {
		struct frame *f = &w->stack.v[w->stack.n - 1];
		if (f->edge > c->first[f->node]) { /* back from an edge */
			const struct edge *e = &c->edges.v[f->edge - 1];
			uint32_t below = w->depth[e->to] + (e->expr ? 1 : 0);
			if (w->state[e->to] == 2 && below > w->depth[f->node]) {
				w->depth[f->node] = below;
				if (below > DEEPEST_REFERENCE)
					report_depth(c, w, f, e);
			}
			if (f->node >= c->book->ncodes && e->to >= c->book->ncodes)
				add_spread(c, w, f, e);
		}
		if (f->edge == c->first[f->node + 1]) {
			w->state[f->node] = 2;
			w->stack.n--;
			continue;
		}
		uint32_t to = c->edges.v[f->edge++].to;
		if (w->state[to] == 1) {
			report_loop(c, w, to);
		} else if (w->state[to] == 0) {
			w->state[to] = 1;
			SG_PUSH(&w->stack, (struct frame){to, c->first[to]});
		}
	}
}

static void check_loops(const struct check *c)
{
	size_t nodes = c->book->ncodes + c->book->nlists;
	struct walk w = {0};

	w.state = sg_zalloc(nodes, 1);
	w.depth = sg_zalloc(nodes, sizeof *w.depth);
	w.spread = sg_zalloc(nodes, sizeof *w.spread);
	for (size_t i = 0; i < nodes; i++) {
		if (i ==
			c->book->ncodes) /* now only lists that no code reached are new */
			for (size_t k = i; k < nodes; k++) {
				const struct sg_list *list = &c->book->lists[k - i];
				struct sg_locus locus = locus_of_node(c, (uint32_t)k);
				if (w.state[k] == 0)
					sg_locus_note(&locus, c->notes, SG_WARNING,
						list->line, 1, 1,
						_("no rule uses the list '$%.*s'"),
						SG_ARG(list->name));
			}
		if (w.state[i] == 0)
			walk_from(c, &w, (uint32_t)i);
	}
	free(w.spread);
	free(w.depth);
	free(w.state);
	free(w.stack.v);
}

void sg_book_check(const struct sg_codebook *book, struct sg_notes *notes)
{
	struct check c = {.book = book, .notes = notes};

	check_ids(&c);
	check_names(&c);
	collect_edges(&c);
	check_loops(&c);
	free(c.edges.v);
	free(c.first);
}
