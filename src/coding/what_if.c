/* what_if.c - copies rules with one thing changed; see what_if.h. Copies share with
 * the codebook whatever did not change. */
#include "config.h"

#include "coding/what_if.h"

#include <stdlib.h>
#include <string.h>

/* Distances of rules are at most 10,000 (doc/rule-language.md). */
enum { FARTHEST = 10000 };

struct maker {
	struct sg_what_ifs *out;
	const struct sg_codebook *book;
	SG_VEC(struct sg_code) codes;
	SG_VEC(struct sg_what_if) ifs;
};

/* What a copy of an expression changes. */
struct edit {
	struct maker *m;
	const struct sg_expr *parent; /* DROP: without operand `at` of parent */
	size_t at;
	uint32_t reach; /* eojeols more */
	bool anywhere, unmasked;
	bool changed; /* set when the copy differs */
};

static const struct sg_expr *copy(struct edit *edit, const struct sg_expr *e);

static struct sg_expr *clone(struct edit *edit, const struct sg_expr *e)
{
	struct sg_expr *c = sg_arena_alloc(&edit->m->out->arena, sizeof *c);

	*c = *e;
	if (e->n) {
		c->v = sg_arena_array(&edit->m->out->arena, e->n, sizeof *c->v);
		memcpy(c->v, e->v, e->n * sizeof *c->v);
	}
	return c;
}

/* A list stands by its name; a copy of it that differs must stand in its place. */
static const struct sg_expr *copy_list(struct edit *edit, const struct sg_expr *e)
{
	const struct sg_list *list = sg_codebook_list(edit->m->book, e->text);
	bool before = edit->changed;

	if (!list)
		return e;
	edit->changed = false;
	const struct sg_expr *inner = copy(edit, list->expr);
	bool differs = edit->changed;
	edit->changed = before || differs;
	return differs ? inner : e;
}

static const struct sg_expr *copy_term(struct edit *edit, const struct sg_expr *e)
{
	if (!edit->anywhere || e->edge == SG_EDGE_ANYWHERE || e->nwords == 0)
		return e;
	struct sg_expr *c = clone(edit, e);
	c->edge = SG_EDGE_ANYWHERE;
	edit->changed = true;
	return c;
}

static void remove_operand(struct sg_expr *c, size_t at)
{
	memmove(&c->v[at], &c->v[at + 1], (c->n - at - 1) * sizeof *c->v);
	c->n--;
	c->v[0].link = SG_LINK_FIRST;
	c->v[0].distance = 0;
}

static const struct sg_expr *copy(struct edit *edit, const struct sg_expr *e)
{
	if (e->kind == SG_EXPR_TERM)
		return copy_term(edit, e);
	if (e->kind == SG_EXPR_LIST)
		return copy_list(edit, e);
	if (e->n == 0)
		return e;
	if (e->kind == SG_EXPR_EXCEPT && edit->unmasked) {
		edit->changed = true;
		return copy(edit, e->v[0].expr);
	}
	struct sg_expr *c = clone(edit, e);
	for (size_t i = 0; i < c->n; i++) {
		/* What is not there must not be found more easily. */
		bool negative = c->v[i].link == SG_LINK_NOT ||
				c->v[i].link == SG_LINK_NOT_NEAR ||
				c->v[i].link == SG_LINK_EXCEPT;
		if (negative && !edit->parent)
			continue;
		/* The engine's nodes are const; those of a codebook are not. */
		c->v[i].expr = (struct sg_expr *)(uintptr_t)copy(edit, e->v[i].expr);
		if (edit->reach && (c->v[i].link == SG_LINK_NEAR ||
					   c->v[i].link == SG_LINK_THEN)) {
			uint32_t d = c->v[i].distance + edit->reach;
			c->v[i].distance = d < FARTHEST ? d : FARTHEST;
			edit->changed = true;
		}
	}
	if (e == edit->parent) {
		remove_operand(c, edit->at);
		edit->changed = true;
		if (c->n == 1)
			return c->v[0].expr;
	}
	return c;
}

enum keep { KEEP_MASKS = 1, KEEP_VETOES = 2, KEEP_SCOPE = 4 };

/* A code that has the masks, vetoes and scope of another, as far as kept. */
static struct sg_code bare_code(
	struct maker *m, const struct sg_code *of, unsigned keep, size_t extra)
{
	struct sg_code c = {.parent = SG_NO_CODE,
		.line = of->line,
		.unit = of->unit,
		.within = of->within};

	if (keep & KEEP_SCOPE)
		c.questions = of->questions;
	c.rules = sg_arena_array(&m->out->arena, of->nrules + extra, sizeof *c.rules);
	for (size_t i = 0; i < of->nrules; i++) {
		if ((of->rules[i].kind == SG_RULE_MASK && keep & KEEP_MASKS) ||
			(of->rules[i].kind == SG_RULE_VETO && keep & KEEP_VETOES))
			c.rules[c.nrules++] = of->rules[i];
	}
	return c;
}

static void add(struct maker *m, struct sg_code code, struct sg_what_if what)
{
	SG_PUSH(&m->codes, code);
	SG_PUSH(&m->ifs, what);
}

/* The rule with another expression, in a code of its own. */
static void add_rule(struct maker *m, struct sg_what_if what, unsigned keep,
	const struct sg_expr *expr)
{
	const struct sg_code *of = &m->book->codes[what.code];
	struct sg_code c = bare_code(m, of, keep, 1);
	struct sg_rule *rule = &c.rules[c.nrules++];

	*rule = of->rules[what.rule];
	rule->expr = (struct sg_expr *)(uintptr_t)expr;
	if (!(keep & KEEP_SCOPE))
		rule->scope = (struct sg_places){NULL, 0};
	add(m, c, what);
}

/* Whether what is left without operand `at` is an expression, and asks the same of the
 * others: not the only one that must be there, nor the middle of a chain. */
static bool may_drop(const struct sg_expr *e, size_t at)
{
	if (e->kind == SG_EXPR_EXCEPT)
		return at > 0;
	if (e->kind == SG_EXPR_AND)
		return at > 0 || e->v[1].link == SG_LINK_AND;
	if (e->kind == SG_EXPR_NEAR && e->v[1].link == SG_LINK_NOT_NEAR)
		return at > 0;
	return e->kind == SG_EXPR_NEAR && (at == 0 || at + 1 == e->n);
}

static void add_drops(struct maker *m, struct sg_what_if what, const struct sg_expr *e)
{
	const struct sg_expr *root = m->book->codes[what.code].rules[what.rule].expr;

	for (size_t i = 0; i < e->n; i++) {
		struct edit edit = {.m = m, .parent = e, .at = i};
		if (may_drop(e, i)) {
			what.parent = e;
			what.operand = e->v[i].expr;
			add_rule(m, what, ~0U, copy(&edit, root));
		}
		add_drops(m, what, e->v[i].expr);
	}
}

/* Each operand of every OR in e: by itself, in the code's masks and the rule's scope. */
static void add_branches(
	struct maker *m, struct sg_what_if what, const struct sg_expr *e)
{
	for (size_t i = 0; i < e->n; i++) {
		what.parent = e;
		what.operand = e->v[i].expr;
		if (e->kind == SG_EXPR_OR && what.code != SG_NO_CODE) {
			add_rule(m, what, ~0U, what.operand);
		} else if (e->kind == SG_EXPR_OR) {
			struct sg_code c = {.parent = SG_NO_CODE, .nrules = 1};
			c.rules = sg_arena_alloc(&m->out->arena, sizeof *c.rules);
			c.rules->expr = e->v[i].expr;
			add(m, c, what);
		}
		add_branches(m, what, e->v[i].expr);
	}
}

static bool has_kind(const struct sg_code *c, enum sg_rule_kind kind)
{
	for (size_t i = 0; i < c->nrules; i++) {
		if (c->rules[i].kind == kind)
			return true;
	}
	return false;
}

/* Whatever could have made the rule select more. */
static void add_reliefs(struct maker *m, struct sg_what_if what)
{
	static const uint32_t reaches[] = {1, 2, 3, FARTHEST};
	const struct sg_code *code = &m->book->codes[what.code];
	const struct sg_rule *rule = &code->rules[what.rule];
	struct edit edges = {.m = m, .anywhere = true};
	struct edit masks = {.m = m, .unmasked = true};
	const struct sg_expr *e = copy(&edges, rule->expr);

	if (edges.changed) {
		what.change = SG_CHANGE_EDGES;
		add_rule(m, what, ~0U, e);
	}
	for (size_t i = 0; i < 4; i++) {
		struct edit near = {.m = m, .reach = reaches[i]};
		e = copy(&near, rule->expr);
		what.change = SG_CHANGE_NEAR1 + (enum sg_change)i;
		if (near.changed)
			add_rule(m, what, ~0U, e);
	}
	if (rule->scope.n || code->questions.n) {
		what.change = SG_CHANGE_SCOPE;
		add_rule(m, what, KEEP_MASKS | KEEP_VETOES, rule->expr);
	}
	e = copy(&masks, rule->expr);
	if (masks.changed || has_kind(code, SG_RULE_MASK)) {
		what.change = SG_CHANGE_MASK;
		add_rule(m, what, KEEP_VETOES | KEEP_SCOPE, e);
	}
	if (has_kind(code, SG_RULE_VETO)) {
		what.change = SG_CHANGE_VETO;
		add_rule(m, what, KEEP_MASKS | KEEP_SCOPE, rule->expr);
	}
}

/* The code without its line `without`. */
static void add_line(struct maker *m, uint32_t code, uint32_t without)
{
	struct sg_code c = m->book->codes[code];

	c.rules = sg_arena_array(&m->out->arena, c.nrules, sizeof *c.rules);
	c.nrules = 0;
	for (uint32_t i = 0; i < m->book->codes[code].nrules; i++) {
		if (i != without)
			c.rules[c.nrules++] = m->book->codes[code].rules[i];
	}
	c.label = c.id = c.name = SG_STR("");
	c.parent = SG_NO_CODE;
	add(m, c,
		(struct sg_what_if){
			.change = SG_CHANGE_LINE, .code = code, .rule = without});
}

static void add_code(struct maker *m, uint32_t code)
{
	for (uint32_t i = 0; i < m->book->codes[code].nrules; i++) {
		struct sg_what_if what = {.code = code, .rule = i};
		const struct sg_rule *rule = &m->book->codes[code].rules[i];
		if (rule->kind != SG_RULE_SELECT) {
			add_line(m, code, i);
			continue;
		}
		what.change = SG_CHANGE_DROP;
		add_drops(m, what, rule->expr);
		what.change = SG_CHANGE_BRANCH;
		add_branches(m, what, rule->expr);
		add_reliefs(m, what);
	}
}

void sg_what_ifs_make(struct sg_what_ifs *out, const struct sg_codebook *book)
{
	struct maker m = {.out = out, .book = book};

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	for (uint32_t i = 0; i < book->nlists; i++)
		add_branches(&m,
			(struct sg_what_if){.change = SG_CHANGE_BRANCH,
				.code = SG_NO_CODE,
				.list = i},
			book->lists[i].expr);
	for (uint32_t i = 0; i < book->ncodes; i++)
		add_code(&m, i);
	out->book = *book;
	out->book.ncodes = book->ncodes + m.codes.n;
	out->book.codes =
		sg_arena_array(&out->arena, out->book.ncodes, sizeof *out->book.codes);
	memcpy(out->book.codes, book->codes, book->ncodes * sizeof *book->codes);
	out->n = m.ifs.n;
	out->v = sg_arena_array(&out->arena, out->n, sizeof *out->v);
	if (out->n) {
		memcpy(out->book.codes + book->ncodes, m.codes.v,
			m.codes.n * sizeof *m.codes.v);
		memcpy(out->v, m.ifs.v, out->n * sizeof *out->v);
	}
	free(m.codes.v);
	free(m.ifs.v);
}

void sg_what_ifs_release(struct sg_what_ifs *w)
{
	sg_arena_release(&w->arena);
	w->v = NULL;
	w->n = 0;
}
