/* code_query.c - see code_query.h. */
#include "config.h"

#include "analysis/code_query.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/near.h"
#include "codebook/expr.h"

struct run {
	struct sg_code_query *q;
	struct sg_code_units *u;
	struct sg_error *err;
};

static size_t words(const struct run *r)
{
	return r->u->tally.words;
}

static int unknown(struct run *r, struct sg_str name)
{
	const struct sg_study *s = r->u->v->s;
	struct sg_str *names =
		sg_arena_array(r->u->v->arena, 2 * s->ncodes, sizeof *names);

	for (size_t k = 0; k < s->ncodes; k++) {
		names[k] = s->codes[k].label;
		names[s->ncodes + k] = s->codes[k].name;
	}
	return sg_near_error(
		r->err, _("there is no code '%.*s'"), name, names, 2 * s->ncodes);
}

/* The name that a leaf of the expression spells, in the arena; empty: it is none. */
static struct sg_str name_of(const struct run *r, const struct sg_expr *e)
{
	struct sg_buf b;

	if (e->kind == SG_EXPR_LITERAL || e->kind == SG_EXPR_CODE)
		return e->text;
	if (e->kind != SG_EXPR_TERM || e->predicate.n || e->edge != SG_EDGE_EITHER)
		return SG_STR("");
	sg_buf_init(&b);
	for (size_t i = 0; i < e->nwords; i++)
		sg_buf_printf(&b, "%s%.*s", i ? " " : "", SG_ARG(e->words[i]));
	struct sg_str name = sg_arena_str(r->u->v->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return name;
}

/* Bits of the units that any code of the subtree lies on. */
static int leaf(struct run *r, const struct sg_expr *e, bool negated, uint64_t *out)
{
	const struct sg_study *s = r->u->v->s;
	struct sg_str name = name_of(r, e);

	if (name.n == 0)
		return sg_error_set(r->err, SG_EUSAGE,
			_("a query of codes joins codes with AND, NOT and |"));
	uint32_t code = sg_study_code_find(s, name);
	if (code == SG_NONE)
		return unknown(r, name);
	for (uint32_t c = 0; c < s->ncodes; c++) {
		if (!sg_study_code_within(s, c, code))
			continue;
		for (size_t w = 0; w < words(r); w++)
			out[w] |= r->u->tally.bits[c * words(r) + w];
		r->q->codes[c] = r->q->codes[c] || !negated;
	}
	return 0;
}

static int evaluate(struct run *r, const struct sg_expr *e, bool negated, uint64_t *out)
{
	int rc = 0;

	if (e->kind != SG_EXPR_OR && e->kind != SG_EXPR_AND)
		return leaf(r, e, negated, out);
	uint64_t *other = sg_alloc(words(r), sizeof *other);
	for (size_t i = 0; rc == 0 && i < e->n; i++) {
		bool no = e->v[i].link == SG_LINK_NOT;
		memset(other, 0, words(r) * sizeof *other);
		rc = evaluate(r, e->v[i].expr, negated != no, other);
		for (size_t w = 0; rc == 0 && w < words(r); w++)
			out[w] = i == 0 || e->kind == SG_EXPR_OR ? out[w] | other[w]
				 : no                            ? out[w] & ~other[w]
								 : out[w] & other[w];
	}
	free(other);
	return rc;
}

static int parse(struct run *r, struct sg_str text, struct sg_expr **out)
{
	struct sg_expr_place place = {.path = ""};
	struct sg_notes notes;

	sg_notes_init(&notes);
	int rc = sg_expr_parse(r->u->v->arena, text, &place, out, &notes);
	for (size_t i = 0; rc < 0 && i < notes.n; i++)
		if (notes.v[i].severity == SG_ERROR)
			sg_error_set(r->err, SG_EUSAGE, _("in '%.*s': %.*s"),
				SG_ARG(text), SG_ARG(notes.v[i].text));
	sg_notes_release(&notes);
	return rc < 0 ? SG_EUSAGE : 0;
}

static bool matches(const struct sg_code_query *q, uint32_t unit)
{
	return q->matched[unit / 64] >> (unit % 64) & 1;
}

static void find_codings(struct run *r)
{
	const struct sg_study *s = r->u->v->s;
	uint32_t *on = sg_alloc(sg_code_units_most(r->u), sizeof *on);
	struct sg_code_query *q = r->q;

	q->codings = sg_arena_array(r->u->v->arena, r->u->ncodings, sizeof *q->codings);
	for (size_t i = 0; i < r->u->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[r->u->codings[i]];
		bool here = false;
		if (!q->codes[c->code])
			continue;
		uint32_t n = sg_code_units_of(r->u, c, on);
		for (uint32_t k = 0; k < n && !here; k++)
			here = matches(q, on[k]);
		if (here)
			q->codings[q->ncodings++] = r->u->codings[i];
	}
	free(on);
}

int sg_code_query_run(struct sg_code_query *q, struct sg_code_units *u,
	struct sg_str text, struct sg_error *err)
{
	struct run r = {q, u, err};
	struct sg_expr *e = NULL;
	struct sg_buf b;

	memset(q, 0, sizeof *q);
	int rc = parse(&r, text, &e);
	if (rc < 0)
		return rc;
	q->codes = sg_arena_array(u->v->arena, u->v->s->ncodes, sizeof *q->codes);
	q->matched = sg_arena_array(u->v->arena, words(&r), sizeof *q->matched);
	rc = evaluate(&r, e, false, q->matched);
	if (rc < 0)
		return rc;
	for (uint32_t i = 0; i < u->columns; i++)
		q->nunits += matches(q, i);
	find_codings(&r);
	sg_buf_init(&b);
	sg_expr_print(e, &b);
	q->text = sg_arena_str(u->v->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return 0;
}
