/* reasons.c - from the records of a trace to what a person asks: in which unit which
 * operand was missing, and how near it came; see explain.h. */
#include "config.h"

#include "coding/explain.h"

#include <stdlib.h>

struct found {
	uint32_t rule;
	const struct sg_expr *expr;
	struct sg_span span;
};

/* A unit in which a rule selected something. */
struct chosen {
	uint32_t rule, start;
};

struct job {
	const struct sg_codebook *book;
	const struct sg_doc *doc;
	uint32_t code;
	SG_VEC(struct found) found; /* by place */
	SG_VEC(struct chosen) chosen;
	struct sg_reasons *out;
};

static int compare(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int span_cmp(struct sg_span a, struct sg_span b)
{
	int c = compare(a.start, b.start);

	return c ? c : compare(a.stop, b.stop);
}

/* By place in the codebook. */
static int expr_cmp(const struct sg_expr *a, const struct sg_expr *b)
{
	if (!a || !b)
		return (a != NULL) - (b != NULL);
	int c = compare(a->line, b->line);
	if (c == 0)
		c = compare(a->col, b->col);
	return c ? c : compare(a->kind, b->kind);
}

static int found_cmp(const void *x, const void *y)
{
	const struct found *a = x, *b = y;
	int c = span_cmp(a->span, b->span);

	if (c == 0)
		c = compare(a->rule, b->rule);
	return c ? c : expr_cmp(a->expr, b->expr);
}

static int chosen_cmp(const void *x, const void *y)
{
	const struct chosen *a = x, *b = y;
	int c = compare(a->rule, b->rule);

	return c ? c : compare(a->start, b->start);
}

/* One of a kind is enough for these; the nearest pair comes first. */
static bool told_once(enum sg_why why)
{
	return why == SG_WHY_FAR || why == SG_WHY_ORDER || why == SG_WHY_OVERLAP;
}

static int reason_cmp(const void *x, const void *y)
{
	const struct sg_reason *a = x, *b = y;
	int c = compare(a->rule, b->rule);

	if (c == 0)
		c = span_cmp(a->unit, b->unit);
	if (c == 0)
		c = compare(a->why, b->why);
	if (c == 0 && told_once(a->why)) {
		c = expr_cmp(a->expr, b->expr);
		if (c == 0)
			c = expr_cmp(a->with, b->with);
		if (c == 0)
			c = compare(a->distance, b->distance);
	}
	if (c == 0)
		c = span_cmp(a->span, b->span);
	if (c == 0)
		c = expr_cmp(a->expr, b->expr);
	if (c == 0)
		c = expr_cmp(a->with, b->with);
	return c ? c : span_cmp(a->other, b->other);
}

static bool same_reason(const struct sg_reason *a, const struct sg_reason *b)
{
	if (a->rule != b->rule || a->why != b->why || span_cmp(a->unit, b->unit) != 0)
		return false;
	if (a->why == SG_WHY_SCOPED)
		return true;
	if (told_once(a->why))
		return a->expr == b->expr && a->with == b->with;
	return reason_cmp(a, b) == 0;
}

static bool is_leaf(const struct sg_expr *e)
{
	return e->kind == SG_EXPR_TERM || e->kind == SG_EXPR_LITERAL ||
	       e->kind == SG_EXPR_REGEX || e->kind == SG_EXPR_CODE;
}

static const struct sg_expr *list_expr(
	const struct sg_codebook *book, const struct sg_expr *e)
{
	const struct sg_list *list =
		e->kind == SG_EXPR_LIST ? sg_codebook_list(book, e->text) : NULL;

	return list ? list->expr : NULL;
}

static bool holds(const struct sg_codebook *book, const struct sg_expr *root,
	const struct sg_expr *e)
{
	const struct sg_expr *inner = list_expr(book, root);

	if (root == e || (inner && holds(book, inner, e)))
		return true;
	for (size_t i = 0; i < root->n; i++) {
		if (holds(book, root->v[i].expr, e))
			return true;
	}
	return false;
}

/* The outermost $name in root through which e stands, or NULL. */
static const struct sg_expr *find_list(const struct sg_codebook *book,
	const struct sg_expr *root, const struct sg_expr *e)
{
	const struct sg_expr *inner = list_expr(book, root);

	if (inner)
		return holds(book, inner, e) ? root : NULL;
	for (size_t i = 0; i < root->n; i++) {
		const struct sg_expr *list = find_list(book, root->v[i].expr, e);
		if (list)
			return list;
	}
	return NULL;
}

/* The NEAR in root, or in a list it names, of which e is operand *at. */
static const struct sg_expr *find_near(const struct sg_codebook *book,
	const struct sg_expr *root, const struct sg_expr *e, size_t *at)
{
	const struct sg_expr *inner = list_expr(book, root), *near = NULL;

	if (inner)
		return find_near(book, inner, e, at);
	for (size_t i = 0; i < root->n && !near; i++) {
		if (root->kind == SG_EXPR_NEAR && root->v[i].expr == e) {
			*at = i;
			return root;
		}
		near = find_near(book, root->v[i].expr, e, at);
	}
	return near;
}

/* Whether e stands under a NOT, NOT NEAR or EXCEPT of root: what its edges refuse keeps
 * nothing from being selected. */
static bool unwanted(const struct sg_codebook *book, const struct sg_expr *root,
	const struct sg_expr *e)
{
	const struct sg_expr *inner = list_expr(book, root);

	if (inner)
		return unwanted(book, inner, e);
	for (size_t i = 0; i < root->n; i++) {
		enum sg_link link = root->v[i].link;
		bool out = link == SG_LINK_NOT || link == SG_LINK_NOT_NEAR ||
			   link == SG_LINK_EXCEPT;
		if (out ? holds(book, root->v[i].expr, e)
			: unwanted(book, root->v[i].expr, e))
			return true;
	}
	return false;
}

static const struct sg_expr *root_of(const struct job *j, uint32_t rule)
{
	return j->book->codes[j->code].rules[rule].expr;
}

static struct sg_span unit_at(const struct job *j, uint32_t off)
{
	return sg_doc_unit(j->doc, j->book->codes[j->code].within, 0, off);
}

static void push(struct job *j, uint32_t rule, struct sg_reason r)
{
	r.code = j->code;
	r.rule = rule;
	if (r.unit.stop == 0)
		r.unit = unit_at(j, r.span.start);
	if (r.expr)
		r.list = find_list(j->book, root_of(j, rule), r.expr);
	if (r.list == r.expr)
		r.list = NULL;
	SG_PUSH(j->out, r);
}

/* Number of the first found that starts at or behind off. */
static size_t first_found(const struct job *j, uint32_t off)
{
	size_t low = 0, high = j->found.n;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (j->found.v[mid].span.start < off)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void tell_selected(struct job *j, const struct sg_trace_record *r)
{
	for (size_t i = first_found(j, r->span.start);
		i < j->found.n && j->found.v[i].span.start == r->span.start; i++) {
		const struct found *f = &j->found.v[i];
		if (f->rule == r->rule && f->span.stop == r->span.stop &&
			is_leaf(f->expr))
			push(j, r->rule,
				(struct sg_reason){.why = SG_WHY_SELECTED,
					.expr = f->expr,
					.span = r->span});
	}
}

/* What a hit has of an operand in its unit: the nearest on the sides allowed. */
struct partner {
	enum { PARTNER_NONE, PARTNER_OVERLAPS, PARTNER_WRONG, PARTNER_RIGHT } place;
	struct sg_span span;
	uint32_t distance;
};

static uint32_t gap(const struct job *j, struct sg_span a, struct sg_span b)
{
	const struct sg_spans *eojeols = &j->doc->layout->eojeols;

	return (uint32_t)(sg_spans_at(eojeols, b.start) -
			  sg_spans_at(eojeols, a.stop - 1));
}

static struct partner find_partner(const struct job *j, uint32_t rule,
	const struct sg_expr *expr, struct sg_span hit, bool before, bool behind)
{
	struct sg_span unit = unit_at(j, hit.start);
	struct partner best = {PARTNER_NONE, {0, 0}, 0};

	for (size_t i = first_found(j, unit.start);
		i < j->found.n && j->found.v[i].span.start < unit.stop; i++) {
		const struct found *f = &j->found.v[i];
		struct partner p = {PARTNER_OVERLAPS, f->span, 0};
		if (f->rule != rule || f->expr != expr ||
			span_cmp(unit_at(j, f->span.start), unit) != 0)
			continue;
		if (f->span.stop <= hit.start) {
			p.place = before ? PARTNER_RIGHT : PARTNER_WRONG;
			p.distance = gap(j, f->span, hit);
		} else if (f->span.start >= hit.stop) {
			p.place = behind ? PARTNER_RIGHT : PARTNER_WRONG;
			p.distance = gap(j, hit, f->span);
		}
		if (p.place > best.place ||
			(p.place == best.place && p.distance < best.distance))
			best = p;
	}
	return best;
}

enum { NEARBY = 2 /* sentences or paragraphs away, to be worth a word */ };

static uint32_t apart(const struct sg_spans *spans, uint32_t a, uint32_t b)
{
	size_t i = sg_spans_at(spans, a), k = sg_spans_at(spans, b);

	return (uint32_t)(i < k ? k - i : i - k);
}

/* Of what is missing in the unit: where the nearest stands, if that is not far. */
static void tell_nearby(
	struct job *j, uint32_t rule, const struct sg_expr *expr, struct sg_span unit)
{
	enum sg_unit within = j->book->codes[j->code].within;
	const struct sg_layout *layout = j->doc->layout;
	const struct sg_spans *spans =
		within == SG_UNIT_SENTENCE ? &layout->sentences : &layout->paragraphs;
	struct sg_reason r = {.why = SG_WHY_NEARBY,
		.unit = unit,
		.expr = expr,
		.distance = NEARBY + 1,
		.most = within == SG_UNIT_PARAGRAPH};

	if (within != SG_UNIT_SENTENCE && within != SG_UNIT_PARAGRAPH)
		return;
	for (size_t i = 0; i < j->found.n; i++) {
		const struct found *f = &j->found.v[i];
		if (f->rule != rule || f->expr != expr)
			continue;
		uint32_t d = apart(spans, unit.start, f->span.start);
		if (d == 0 || d >= r.distance)
			continue;
		r.distance = d;
		r.other = f->span;
	}
	if (r.distance > NEARBY)
		return;
	if (within == SG_UNIT_SENTENCE &&
		apart(&layout->paragraphs, unit.start, r.other.start) == 0)
		r.most = 2;
	push(j, rule, r);
}

/* Why the hit of operand i of near has no partner among those of operand i + 1 (or,
 * with back, i - 1): told from the operand that stands first in the rule. */
static void tell_pair(struct job *j, uint32_t rule, const struct sg_expr *near,
	size_t i, bool back, struct sg_span hit)
{
	static const enum sg_why whys[] = {
		[PARTNER_NONE] = SG_WHY_MISSING,
		[PARTNER_OVERLAPS] = SG_WHY_OVERLAP,
		[PARTNER_WRONG] = SG_WHY_ORDER,
		[PARTNER_RIGHT] = SG_WHY_FAR,
	};
	const struct sg_operand *link = &near->v[back ? i : i + 1];
	const struct sg_expr *self = near->v[i].expr,
			     *mate = near->v[back ? i - 1 : i + 1].expr;
	bool then = link->link == SG_LINK_THEN;
	struct partner p =
		find_partner(j, rule, mate, hit, !then || back, !then || !back);
	struct sg_reason r = {.why = whys[p.place], .unit = unit_at(j, hit.start)};

	if (p.place == PARTNER_RIGHT && p.distance <= link->distance)
		return;
	if (p.place == PARTNER_NONE) {
		r.expr = mate;
	} else {
		r.expr = back ? mate : self;
		r.with = back ? self : mate;
		r.span = back ? p.span : hit;
		r.other = back ? hit : p.span;
		r.distance = p.distance;
		r.most = link->distance;
	}
	push(j, rule, r);
	if (p.place == PARTNER_NONE)
		tell_nearby(j, rule, mate, r.unit);
}

static void tell_apart(struct job *j, const struct sg_trace_record *r)
{
	size_t at = 0;
	const struct sg_expr *near =
		find_near(j->book, root_of(j, r->rule), r->expr, &at);

	if (near && at > 0)
		tell_pair(j, r->rule, near, at, true, r->span);
	if (near && at + 1 < near->n)
		tell_pair(j, r->rule, near, at, false, r->span);
}

static void tell_close(struct job *j, const struct sg_trace_record *r)
{
	size_t at = 0;
	const struct sg_expr *near =
		find_near(j->book, root_of(j, r->rule), r->expr, &at);

	for (size_t i = 1; near && i < near->n; i++) {
		struct partner p =
			find_partner(j, r->rule, near->v[i].expr, r->span, true, true);
		if (p.place == PARTNER_RIGHT && p.distance <= near->v[i].distance)
			push(j, r->rule,
				(struct sg_reason){.why = SG_WHY_CLOSE,
					.expr = r->expr,
					.with = near->v[i].expr,
					.span = r->span,
					.other = p.span,
					.distance = p.distance,
					.most = near->v[i].distance});
	}
}

/* NEGATED drops what is affirmed, AFFIRMED what is negated. */
static bool under_negated(const struct sg_codebook *book, const struct sg_expr *root,
	const struct sg_expr *e)
{
	const struct sg_expr *inner = list_expr(book, root);

	if (root->kind == SG_EXPR_POLARITY && root->v[0].expr == e)
		return root->negated;
	if (inner && under_negated(book, inner, e))
		return true;
	for (size_t i = 0; i < root->n; i++) {
		if (under_negated(book, root->v[i].expr, e))
			return true;
	}
	return false;
}

/* The records that are reasons as they are. */
static const enum sg_why plain[] = {
	[SG_TRACE_INSIDE] = SG_WHY_INSIDE,
	[SG_TRACE_FORM] = SG_WHY_FORM,
	[SG_TRACE_SPACED] = SG_WHY_SPACED,
	[SG_TRACE_MASKED] = SG_WHY_MASKED,
	[SG_TRACE_SCOPED] = SG_WHY_SCOPED,
	[SG_TRACE_VETOED] = SG_WHY_VETOED,
};

static void tell(struct job *j, const struct sg_trace_record *r)
{
	struct sg_reason reason = {.expr = r->expr, .span = r->span, .other = r->other};

	if (j->book->codes[j->code].rules[r->rule].kind != SG_RULE_SELECT)
		return;
	switch (r->kind) {
	case SG_TRACE_SELECTED: tell_selected(j, r); return;
	case SG_TRACE_APART: tell_apart(j, r); return;
	case SG_TRACE_CLOSE: tell_close(j, r); return;
	case SG_TRACE_FOUND:
		if (!is_leaf(r->expr))
			return;
		reason.why = SG_WHY_FOUND;
		break;
	case SG_TRACE_MISSING:
	case SG_TRACE_BLOCKED:
		reason.why =
			r->kind == SG_TRACE_MISSING ? SG_WHY_MISSING : SG_WHY_BLOCKED;
		reason.unit = r->span;
		reason.span = (struct sg_span){0, 0};
		break;
	case SG_TRACE_POLARITY:
		reason.why = under_negated(j->book, root_of(j, r->rule), r->expr)
				     ? SG_WHY_AFFIRMED
				     : SG_WHY_NEGATED;
		break;
	default:
		reason.why = plain[r->kind];
		reason.with = r->mask;
		if ((r->kind == SG_TRACE_INSIDE || r->kind == SG_TRACE_FORM ||
			    r->kind == SG_TRACE_SPACED) &&
			unwanted(j->book, root_of(j, r->rule), r->expr))
			return;
		break;
	}
	push(j, r->rule, reason);
	if (reason.why == SG_WHY_MISSING)
		tell_nearby(j, r->rule, r->expr, r->span);
}

/* Sorts, keeps each once, and in units where the rule selected only what it did. */
static void tidy(struct job *j, size_t from)
{
	size_t n = j->out->n - from, kept = 0;

	if (n == 0)
		return;
	struct sg_reason *v = j->out->v + from;
	qsort(v, n, sizeof *v, reason_cmp);
	for (size_t i = 0; i < n; i++) {
		const struct chosen key = {v[i].rule, v[i].unit.start};
		if (kept && same_reason(&v[kept - 1], &v[i]))
			continue;
		if (v[i].why != SG_WHY_SELECTED && j->chosen.n &&
			bsearch(&key, j->chosen.v, j->chosen.n, sizeof key, chosen_cmp))
			continue;
		v[kept++] = v[i];
	}
	j->out->n = from + kept;
}

void sg_reasons_of(const struct sg_codebook *book, const struct sg_doc *doc,
	uint32_t code, const struct sg_trace *trace, struct sg_reasons *out)
{
	struct job j = {.book = book, .doc = doc, .code = code, .out = out};
	size_t from = out->n;

	for (size_t i = 0; i < trace->n; i++) {
		const struct sg_trace_record *r = &trace->v[i];
		if (r->kind == SG_TRACE_FOUND)
			SG_PUSH(&j.found, (struct found){r->rule, r->expr, r->span});
		if (r->kind == SG_TRACE_SELECTED)
			SG_PUSH(&j.chosen, (struct chosen){r->rule,
						   unit_at(&j, r->span.start).start});
	}
	if (j.found.n)
		qsort(j.found.v, j.found.n, sizeof *j.found.v, found_cmp);
	if (j.chosen.n)
		qsort(j.chosen.v, j.chosen.n, sizeof *j.chosen.v, chosen_cmp);
	for (size_t i = 0; i < trace->n; i++)
		tell(&j, &trace->v[i]);
	tidy(&j, from);
	free(j.found.v);
	free(j.chosen.v);
}
