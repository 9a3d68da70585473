/* engine.c - compiles a codebook: names looked up, leaves put into the automaton, and
 * the table of who wakes whom; see engine.h. */
#include "config.h"

#include "match/engine.h"

#include <stdlib.h>

#include "match/scan.h"

struct wake {
	uint32_t source, target;
};

/* While compiling. Sources are kept apart until the number of leaves is known. */
struct compiler {
	struct sg_engine *e;
	struct sg_notes *notes;
	SG_VEC(struct wake) by_leaf;
	SG_VEC(struct wake) by_list;
	SG_VEC(struct wake) by_code;
	SG_VEC(struct wake) by_direct;
	uint32_t target; /* rule or list being compiled */
};

static struct sg_node *compile(struct compiler *c, const struct sg_expr *expr);
static void compile_code(struct compiler *c, uint32_t code);

static void complain(
	struct compiler *c, const struct sg_expr *e, const char *why, char mark)
{
	struct sg_note *note = sg_notes_add(c->notes, SG_ERROR, c->e->path, e->line,
		e->col, "%s: %c%.*s", why, mark, SG_ARG(e->text));
	note->width = e->width;
}

static void compile_leaf(struct compiler *c, struct sg_node *node)
{
	struct sg_engine *e = c->e;
	size_t before = e->terms.leaves.n;

	if (sg_terms_add(&e->terms, node->expr, e->path, c->notes, &node->ref) < 0)
		return;
	const struct sg_leaf *leaf = &e->terms.leaves.v[node->ref];
	if (leaf->searched && e->terms.leaves.n > before)
		SG_PUSH(&e->searched, node->ref);
	SG_PUSH(&c->by_leaf, (struct wake){node->ref, c->target});
}

static void compile_list(struct compiler *c, struct sg_node *node)
{
	struct sg_engine *e = c->e;
	const struct sg_list *list = sg_codebook_list(e->book, node->expr->text);

	if (!list) {
		complain(c, node->expr, _("unknown list"), '$');
		return;
	}
	node->ref = (uint32_t)(list - e->book->lists);
	if (e->list_busy[node->ref]) {
		complain(c, node->expr, _("the list refers to itself"), '$');
		return;
	}
	SG_PUSH(&c->by_list, (struct wake){node->ref, c->target});
	if (e->lists[node->ref])
		return;
	uint32_t target = c->target;
	e->list_busy[node->ref] = true;
	c->target = e->nrules + node->ref;
	struct sg_node *compiled = compile(c, list->expr);
	e->lists[node->ref] = compiled;
	c->target = target;
	e->list_busy[node->ref] = false;
}

static void compile_reference(struct compiler *c, struct sg_node *node)
{
	struct sg_engine *e = c->e;
	uint32_t target = c->target;

	node->ref = sg_codebook_find(e->book, node->expr->text);
	if (node->ref == SG_NO_CODE) {
		complain(c, node->expr, _("unknown code"), '@');
		return;
	}
	for (uint32_t i = node->ref; i <= e->codes[node->ref].last; i++) {
		if (!sg_code_within(e->book, i, node->ref))
			continue;
		if (e->codes[i].busy) {
			complain(c, node->expr,
				_("the reference leads back to this rule"), '@');
			return;
		}
		SG_PUSH(&c->by_code, (struct wake){i, target});
		compile_code(c, i);
	}
	c->target = target;
}

static struct sg_node *compile(struct compiler *c, const struct sg_expr *expr)
{
	struct sg_node *node = sg_arena_alloc(&c->e->arena, sizeof *node);

	node->expr = expr;
	switch (expr->kind) {
	case SG_EXPR_TERM:
	case SG_EXPR_LITERAL:
	case SG_EXPR_REGEX: compile_leaf(c, node); return node;
	case SG_EXPR_LIST: compile_list(c, node); return node;
	case SG_EXPR_CODE: compile_reference(c, node); return node;
	default: break;
	}
	node->v = sg_arena_array(&c->e->arena, expr->n, sizeof(struct sg_node *));
	for (size_t i = 0; i < expr->n; i++)
		node->v[i] = compile(c, expr->v[i].expr);
	return node;
}

static void compile_code(struct compiler *c, uint32_t code)
{
	struct sg_engine_code *ec = &c->e->codes[code];
	const struct sg_code *source = &c->e->book->codes[code];

	if (ec->compiled)
		return;
	ec->compiled = true;
	ec->busy = true;
	ec->rules = sg_arena_array(&c->e->arena, source->nrules, sizeof *ec->rules);
	for (size_t i = 0; i < source->nrules; i++) {
		c->target = ec->first_rule + (uint32_t)i;
		ec->rules[i] = compile(c, source->rules[i].expr);
	}
	ec->busy = false;
}

/* Whether node is nothing but terms, directly or through lists. */
static bool is_of_terms(const struct sg_engine *e, const struct sg_node *node)
{
	switch (node->expr->kind) {
	case SG_EXPR_TERM: return true;
	case SG_EXPR_LITERAL: return !e->terms.leaves.v[node->ref].searched;
	case SG_EXPR_LIST: return is_of_terms(e, e->lists[node->ref]);
	case SG_EXPR_OR:
		for (size_t i = 0; i < node->expr->n; i++)
			if (!is_of_terms(e, node->v[i]))
				return false;
		return true;
	default: return false;
	}
}

static void add_leaves(struct compiler *c, const struct sg_node *node, uint32_t rule)
{
	if (node->expr->kind == SG_EXPR_LIST)
		add_leaves(c, c->e->lists[node->ref], rule);
	else if (node->expr->kind != SG_EXPR_OR)
		SG_PUSH(&c->by_direct, (struct wake){node->ref, rule});
	for (size_t i = 0; node->expr->kind == SG_EXPR_OR && i < node->expr->n; i++)
		add_leaves(c, node->v[i], rule);
}

/* Lists come behind the rules in the numbers of targets. */
static bool is_direct(const struct sg_engine *e, uint32_t target)
{
	return target < e->nrules && e->is_direct[target];
}

/* Finds the direct rules and their leaves. */
static void find_direct(struct compiler *c)
{
	struct sg_engine *e = c->e;

	e->is_direct = sg_arena_array(&e->arena, e->nrules, sizeof *e->is_direct);
	for (uint32_t i = 0; i < e->book->ncodes; i++) {
		const struct sg_code *source = &e->book->codes[i];
		bool masked = source->questions.n && !e->ignore_scopes;
		for (size_t r = 0; r < source->nrules; r++)
			masked = masked || source->rules[r].kind == SG_RULE_MASK;
		for (size_t r = 0; e->codes[i].compiled && r < source->nrules; r++) {
			const struct sg_rule *rule = &source->rules[r];
			uint32_t number = e->codes[i].first_rule + (uint32_t)r;
			if (masked || rule->kind != SG_RULE_SELECT ||
				(rule->scope.n && !e->ignore_scopes) ||
				!is_of_terms(e, e->codes[i].rules[r]))
				continue;
			e->is_direct[number] = true;
			add_leaves(c, e->codes[i].rules[r], number);
		}
	}
}

/* One kind of wakes; sources of a kind are numbered from base. */
struct wakes {
	const struct wake *v;
	size_t n, base;
};

/* Gathers the kinds of wakes that direct rules have, or those of all others, into one
 * table of n sources. */
static struct sg_wakes gather(struct sg_engine *e, const struct wakes *kinds,
	size_t nkinds, size_t n, bool direct)
{
	uint32_t *at = sg_arena_array(&e->arena, n + 2, sizeof *at);

	for (size_t k = 0; k < nkinds; k++) {
		for (size_t i = 0; i < kinds[k].n; i++)
			if (is_direct(e, kinds[k].v[i].target) == direct)
				at[kinds[k].base + kinds[k].v[i].source + 2]++;
	}
	for (size_t i = 2; i < n + 2; i++)
		at[i] += at[i - 1];
	uint32_t *targets = sg_arena_array(&e->arena, at[n + 1], sizeof *targets);
	/* at[s + 1] is where the next target of s goes; at the end, where s's end. */
	for (size_t k = 0; k < nkinds; k++) {
		for (size_t i = 0; i < kinds[k].n; i++) {
			if (is_direct(e, kinds[k].v[i].target) != direct)
				continue;
			uint32_t *to = &at[kinds[k].base + kinds[k].v[i].source + 1];
			targets[(*to)++] = kinds[k].v[i].target;
		}
	}
	return (struct sg_wakes){at, targets};
}

static void build_wakes(struct compiler *c)
{
	struct sg_engine *e = c->e;
	size_t nleaves = e->terms.leaves.n, nlists = e->book->nlists;
	const struct wakes kinds[] = {
		{c->by_leaf.v, c->by_leaf.n, 0},
		{c->by_list.v, c->by_list.n, nleaves},
		{c->by_code.v, c->by_code.n, nleaves + nlists},
	};

	find_direct(c);
	const struct wakes direct = {c->by_direct.v, c->by_direct.n, 0};
	e->direct = gather(e, &direct, 1, nleaves, true);
	e->wakes = gather(e, kinds, 3, nleaves + nlists + e->book->ncodes, false);
}

static void find_soles(struct sg_engine *e)
{
	const struct sg_wakes *direct = &e->direct, *wakes = &e->wakes;

	e->soles = sg_arena_array(&e->arena, e->terms.patterns.n, sizeof *e->soles);
	for (size_t i = 0; i < e->terms.patterns.n; i++) {
		const struct sg_pattern *p = &e->terms.patterns.v[i];
		uint32_t leaf = p->leaf, first = direct->at[leaf];
		if (p->prefix || !(p->plain || p->begins) ||
			direct->at[leaf + 1] - first != 1 ||
			wakes->at[leaf + 1] != wakes->at[leaf])
			continue;
		e->soles[i] = (struct sg_sole){.bytes = p->bytes,
			.anywhere = p->plain,
			.rule = e->rules[direct->targets[first]]};
	}
}

/* Regexes without a prefix and literals without letters do not come out of the automaton: what holds
 * them, directly or through lists, is always looked at. */
static void find_always(struct sg_engine *e)
{
	for (uint32_t i = 0; i < e->terms.leaves.n; i++) {
		const struct sg_leaf *leaf = &e->terms.leaves.v[i];
		if ((!leaf->regex || leaf->prefixed) && !leaf->searched)
			continue;
		for (uint32_t w = e->wakes.at[i]; w < e->wakes.at[i + 1]; w++)
			SG_PUSH(&e->always, e->wakes.targets[w]);
	}
}

static struct sg_engine *engine_alloc(
	const struct sg_codebook *book, const struct sg_engine_options *options)
{
	struct sg_engine *e = sg_zalloc(1, sizeof *e);

	sg_arena_init(&e->arena);
	sg_terms_init(&e->terms);
	e->book = book;
	e->path = book->path.n ? sg_arena_strz(&e->arena, book->path) : NULL;
	e->codes = sg_arena_array(&e->arena, book->ncodes, sizeof *e->codes);
	e->lists = sg_arena_array(&e->arena, book->nlists, sizeof(struct sg_node *));
	e->list_busy = sg_arena_array(&e->arena, book->nlists, sizeof *e->list_busy);
	if (options) {
		e->ignore_scopes = options->ignore_scopes;
		e->match_limit = options->match_limit;
	}
	for (uint32_t i = 0; i < book->ncodes; i++) {
		e->codes[i].wanted = !options || !options->only || options->only[i];
		e->codes[i].first_rule = e->nrules;
		e->codes[i].first_word = e->nwords;
		e->codes[i].last = i;
		e->nrules += (uint32_t)book->codes[i].nrules;
		e->nwords += (uint32_t)(book->codes[i].nrules + 63) / 64;
	}
	e->rules = sg_arena_array(&e->arena, e->nrules, sizeof *e->rules);
	for (uint32_t i = 0; i < book->ncodes; i++) {
		for (uint32_t r = 0; r < book->codes[i].nrules; r++)
			e->rules[e->codes[i].first_rule + r] =
				(struct sg_rule_place){i, r};
		for (uint32_t p = book->codes[i].parent; p != SG_NO_CODE;
			p = book->codes[p].parent)
			e->codes[p].last = i;
	}
	return e;
}

int sg_engine_new(struct sg_engine **out, const struct sg_codebook *book,
	const struct sg_engine_options *options, struct sg_notes *notes,
	struct sg_error *err)
{
	struct compiler c = {.notes = notes};
	size_t errors = notes->errors;
	int rc = 0;

	*out = NULL;
	c.e = engine_alloc(book, options);
	for (uint32_t i = 0; i < book->ncodes; i++) {
		if (c.e->codes[i].wanted)
			compile_code(&c, i);
	}
	if (notes->errors > errors) {
		rc = sg_error_set(err, SG_EINPUT, _("the codebook has rules in error"));
		goto out;
	}
	rc = sg_terms_build(&c.e->terms, err);
	if (rc < 0)
		goto out;
	build_wakes(&c);
	find_soles(c.e);
	find_always(c.e);
	*out = c.e;
	c.e = NULL;
out:
	free(c.by_leaf.v);
	free(c.by_list.v);
	free(c.by_code.v);
	free(c.by_direct.v);
	sg_engine_free(c.e);
	return rc;
}

void sg_engine_free(struct sg_engine *e)
{
	if (!e)
		return;
	free(e->always.v);
	free(e->searched.v);
	sg_terms_release(&e->terms);
	sg_arena_release(&e->arena);
	free(e);
}
