/* expr_parse.c - from tokens to the tree (see expr.h), by recursive descent: one
 * function a line of the grammar. Where two readings are possible it asks for
 * parentheses.
 */
#include "config.h"

#include "codebook/expr.h"

#include <stdlib.h>
#include <string.h>

#include "codebook/expr_lex.h"
#include "codebook/locate.h"
#include "text/decode.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { DEEPEST_PARENTHESIS = 64 };

struct parser {
	struct sg_arena *arena;
	struct sg_str text;
	const struct sg_expr_place *place;
	struct sg_notes *notes;
	const struct sg_token *t;  /* the next one */
	const struct sg_token *op; /* an operator of the expression just parsed that
				      stands outside of parentheses, or NULL */
	unsigned depth;
};

struct operands {
	struct sg_operand *v;
	size_t n, cap;
};

static struct sg_expr *parse_expr(struct parser *p);

#define parse_error(p, at, ...)                                                        \
	(sg_expr_note((p)->place, (p)->text, (at), (p)->notes, SG_ERROR, __VA_ARGS__), \
		(struct sg_expr *)NULL)

/* A node that takes the place from the token `first` to the one before the next. */
static struct sg_expr *node(
	struct parser *p, enum sg_expr_kind kind, const struct sg_token *first)
{
	struct sg_expr *e = sg_arena_alloc(p->arena, sizeof *e);
	const struct sg_token *last = p->t > first ? p->t - 1 : first;
	size_t off = (size_t)(first->raw.p - p->text.p);
	size_t end = (size_t)(last->raw.p + last->raw.n - p->text.p);
	struct sg_stretch s =
		sg_stretch_of(p->text, p->place->cols, p->place->lines, off, end - off);

	e->kind = kind;
	e->line = s.line;
	e->col = s.col;
	e->width = s.width;
	return e;
}

/* Copies s composed and without the characters that matching passes over: they cannot
 * be seen and would make two spellings of one rule. */
static struct sg_str keep_word(struct parser *p, struct sg_str s)
{
	struct sg_buf seen, composed;

	sg_buf_init(&seen);
	sg_buf_init(&composed);
	for (size_t off = 0; off < s.n;) {
		size_t from = off;
		if (sg_fold(sg_utf8_next(s, &off)) != 0)
			sg_buf_add(&seen, sg_str_sub(s, from, off));
	}
	sg_compose(sg_buf_str(&seen), &composed);
	struct sg_str kept = sg_arena_str(p->arena, sg_buf_str(&composed));
	sg_buf_release(&seen);
	sg_buf_release(&composed);
	return kept;
}

static struct sg_str keep_text(struct parser *p, struct sg_str s)
{
	struct sg_buf composed;

	sg_buf_init(&composed);
	sg_compose(s, &composed);
	struct sg_str kept = sg_arena_str(p->arena, sg_buf_str(&composed));
	sg_buf_release(&composed);
	return kept;
}

/* A regex between full-width slashes may hold plain ones; the tree knows only /…/. */
static struct sg_str keep_regex(struct parser *p, const struct sg_token *t)
{
	struct sg_buf b;

	if (t->raw.p[0] == '/')
		return keep_text(p, t->text);
	sg_buf_init(&b);
	for (size_t i = 0; i < t->text.n; i++) {
		if (t->text.p[i] == '\\' && i + 1 < t->text.n)
			sg_buf_addc(&b, t->text.p[i++]);
		else if (t->text.p[i] == '/')
			sg_buf_addc(&b, '\\');
		sg_buf_addc(&b, t->text.p[i]);
	}
	struct sg_str kept = keep_text(p, sg_buf_str(&b));
	sg_buf_release(&b);
	return kept;
}

static bool begins_item(enum sg_token_kind kind)
{
	return kind == SG_TOKEN_OPEN || kind >= SG_TOKEN_POLARITY;
}

/* Why no word, list or parenthesis can begin at the parser's place. */
static struct sg_expr *item_is_missing(struct parser *p, const struct sg_token *before)
{
	const struct sg_token *t = p->t;

	if (t->kind == SG_TOKEN_END) {
		if (!before)
			return parse_error(p, t->raw, _("an expression is missing"));
		return parse_error(p, before->raw, _("a word is missing after '%.*s'"),
			SG_ARG(before->raw));
	}
	if (t->kind == SG_TOKEN_CLOSE && before && before->kind == SG_TOKEN_OPEN)
		return parse_error(p, t->raw, _("the parentheses are empty"));
	if (t->kind == SG_TOKEN_CLOSE && !before)
		return parse_error(p, t->raw, _("')' has no '('"));
	if (t->kind == SG_TOKEN_THEN && before && before->kind == SG_TOKEN_NOT)
		return parse_error(p, before->raw,
			_("there is no NOT THEN; NOT NEAR/%u looks on both sides"),
			(unsigned)t->distance);
	return parse_error(
		p, t->raw, _("a word is missing before '%.*s'"), SG_ARG(t->raw));
}

static struct sg_expr *parse_term(struct parser *p)
{
	const struct sg_token *first = p->t;
	size_t n = 0;

	if (p->t->kind == SG_TOKEN_WORD)
		for (n = 1; p->t[n].kind == SG_TOKEN_WORD && !p->t[n].marked; n++)
			continue;
	p->t += n;
	if (p->t->kind == SG_TOKEN_PREDICATE)
		p->t++;
	struct sg_expr *e = node(p, SG_EXPR_TERM, first);
	e->edge = first->edge;
	e->words = sg_arena_array(p->arena, n, sizeof *e->words);
	e->nwords = n;
	for (size_t i = 0; i < n; i++)
		e->words[i] = keep_word(p, first[i].text);
	if (first[n].kind == SG_TOKEN_PREDICATE) {
		e->predicate = keep_word(p, first[n].text);
		if (p->t->kind == SG_TOKEN_WORD || p->t->kind == SG_TOKEN_PREDICATE)
			return parse_error(p, first[n].raw,
				_("'%.*s' must be the last word of its phrase"),
				SG_ARG(first[n].raw));
	}
	return e;
}

static struct sg_expr *parse_leaf(struct parser *p)
{
	const struct sg_token *t = p->t++;
	enum sg_expr_kind kind = t->kind == SG_TOKEN_LITERAL ? SG_EXPR_LITERAL
				 : t->kind == SG_TOKEN_REGEX ? SG_EXPR_REGEX
				 : t->kind == SG_TOKEN_LIST  ? SG_EXPR_LIST
							     : SG_EXPR_CODE;
	struct sg_expr *e = node(p, kind, t);

	e->text = kind == SG_EXPR_REGEX ? keep_regex(p, t) : keep_text(p, t->text);
	e->icase = t->icase;
	return e;
}

static struct sg_expr *parse_parentheses(struct parser *p)
{
	const struct sg_token *open = p->t++;

	if (p->depth == DEEPEST_PARENTHESIS)
		return parse_error(p, open->raw,
			_("parentheses are nested deeper than %d"),
			DEEPEST_PARENTHESIS);
	if (p->t->kind != SG_TOKEN_END) {
		if (!begins_item(p->t->kind))
			return item_is_missing(p, open);
		p->depth++;
		struct sg_expr *e = parse_expr(p);
		p->depth--;
		if (!e)
			return NULL;
		if (p->t->kind == SG_TOKEN_CLOSE) {
			p->t++;
			return e;
		}
		if (p->t->kind != SG_TOKEN_END)
			return parse_error(p, p->t->raw,
				_("an operator is missing before '%.*s'"),
				SG_ARG(p->t->raw));
	}
	return parse_error(
		p, open->raw, _("the parenthesis is not closed: ')' is missing"));
}

static struct sg_expr *parse_polarity(struct parser *p)
{
	const struct sg_token *t = p->t++;

	if (p->t->kind != SG_TOKEN_OPEN)
		return parse_error(p, t->raw,
			_("'%.*s' takes its expression in parentheses"),
			SG_ARG(t->raw));
	struct sg_expr *inner = parse_parentheses(p);
	if (!inner)
		return NULL;
	struct sg_expr *e = node(p, SG_EXPR_POLARITY, t);
	e->negated = t->negated;
	e->v = sg_arena_array(p->arena, 1, sizeof *e->v);
	e->v[0] = (struct sg_operand){SG_LINK_FIRST, 0, inner};
	e->n = 1;
	return e;
}

/* before: the operator that asks for an item, or NULL. */
static struct sg_expr *parse_item(struct parser *p, const struct sg_token *before)
{
	struct sg_expr *e;

	if (!begins_item(p->t->kind))
		return item_is_missing(p, before);
	if (p->t->kind == SG_TOKEN_OPEN)
		e = parse_parentheses(p);
	else if (p->t->kind == SG_TOKEN_POLARITY)
		e = parse_polarity(p);
	else if (p->t->kind == SG_TOKEN_WORD || p->t->kind == SG_TOKEN_PREDICATE)
		e = parse_term(p);
	else
		e = parse_leaf(p);
	p->op = NULL;
	return e;
}

/* The node over ops, or NULL when e is (an operand failed). Frees ops. */
static struct sg_expr *operation(struct parser *p, enum sg_expr_kind kind,
	const struct sg_token *first, struct operands *ops, const struct sg_expr *e)
{
	struct sg_expr *whole = NULL;

	if (e) {
		whole = node(p, kind, first);
		whole->v = sg_arena_array(p->arena, ops->n, sizeof *whole->v);
		whole->n = ops->n;
		memcpy(whole->v, ops->v, ops->n * sizeof *whole->v);
	}
	free(ops->v);
	return whole;
}

/* The operator at t as it is written; NOT NEAR/2 is two tokens. */
static struct sg_str operator_text(const struct sg_token *t)
{
	struct sg_str s = t->raw;

	if (t->kind == SG_TOKEN_NOT && t[1].kind == SG_TOKEN_NEAR)
		s.n = (size_t)(t[1].raw.p + t[1].raw.n - s.p);
	return s;
}

static struct sg_expr *mixed(
	struct parser *p, const struct sg_token *one, const struct sg_token *other)
{
	return parse_error(p, operator_text(other),
		_("'%.*s' and '%.*s' are mixed; parentheses must say what belongs "
		  "together"),
		SG_ARG(operator_text(one)), SG_ARG(operator_text(other)));
}

/* The operator of `link` at the parser's place, or FIRST; *n tokens long. */
static enum sg_link link_at(const struct parser *p, size_t *n, uint32_t *distance)
{
	const struct sg_token *t = p->t;

	*n = 1;
	*distance = t->distance;
	if (t->kind == SG_TOKEN_NEAR)
		return SG_LINK_NEAR;
	if (t->kind == SG_TOKEN_THEN)
		return SG_LINK_THEN;
	if (t->kind == SG_TOKEN_EXCEPT)
		return SG_LINK_EXCEPT;
	if (t->kind == SG_TOKEN_NOT && t[1].kind == SG_TOKEN_NEAR) {
		*n = 2;
		*distance = t[1].distance;
		return SG_LINK_NOT_NEAR;
	}
	return SG_LINK_FIRST;
}

/* NEAR and THEN chain with each other; NOT NEAR and EXCEPT each with itself only. */
static bool chains(enum sg_link a, enum sg_link b)
{
	bool near_a = a == SG_LINK_NEAR || a == SG_LINK_THEN;
	bool near_b = b == SG_LINK_NEAR || b == SG_LINK_THEN;

	return a == b || (near_a && near_b);
}

static struct sg_expr *parse_link(struct parser *p, const struct sg_token *before)
{
	const struct sg_token *first = p->t, *op = NULL;
	struct sg_expr *e = parse_item(p, before);
	struct operands ops = {0};
	enum sg_link link, kind = SG_LINK_FIRST;
	uint32_t distance;
	size_t n;

	if (!e || link_at(p, &n, &distance) == SG_LINK_FIRST)
		return e;
	SG_PUSH(&ops, (struct sg_operand){SG_LINK_FIRST, 0, e});
	while (e && (link = link_at(p, &n, &distance)) != SG_LINK_FIRST) {
		if (op && !chains(kind, link)) {
			e = mixed(p, op, p->t);
			break;
		}
		kind = link;
		op = p->t;
		p->t += n;
		e = parse_item(p, p->t - 1);
		SG_PUSH(&ops, (struct sg_operand){link, distance, e});
	}
	p->op = op;
	return operation(p, kind == SG_LINK_EXCEPT ? SG_EXPR_EXCEPT : SG_EXPR_NEAR,
		first, &ops, e);
}

static bool is_conjunction(enum sg_token_kind kind)
{
	return kind == SG_TOKEN_AND || kind == SG_TOKEN_NOT;
}

static struct sg_expr *parse_conj(struct parser *p, const struct sg_token *before)
{
	const struct sg_token *first = p->t, *op = NULL;
	struct sg_expr *e = parse_link(p, before);
	struct operands ops = {0};

	if (!e || !is_conjunction(p->t->kind))
		return e;
	SG_PUSH(&ops, (struct sg_operand){SG_LINK_FIRST, 0, e});
	while (e && is_conjunction(p->t->kind)) {
		op = p->t++;
		bool negative = op->kind == SG_TOKEN_NOT;
		if (!negative && p->t->kind == SG_TOKEN_NOT) {
			negative = true;
			p->t++;
		}
		e = parse_link(p, p->t - 1);
		SG_PUSH(&ops, (struct sg_operand){
				      negative ? SG_LINK_NOT : SG_LINK_AND, 0, e});
	}
	p->op = op;
	return operation(p, SG_EXPR_AND, first, &ops, e);
}

static struct sg_expr *parse_expr(struct parser *p)
{
	const struct sg_token *first = p->t, *op = NULL;
	struct sg_expr *e = parse_conj(p, NULL);
	struct operands ops = {0};

	if (!e || p->t->kind != SG_TOKEN_OR)
		return e;
	SG_PUSH(&ops, (struct sg_operand){SG_LINK_FIRST, 0, e});
	if (p->op)
		e = mixed(p, p->op, p->t);
	while (e && p->t->kind == SG_TOKEN_OR) {
		op = p->t++;
		e = parse_conj(p, op);
		if (e && p->op)
			e = mixed(p, op, p->op);
		SG_PUSH(&ops, (struct sg_operand){SG_LINK_OR, 0, e});
	}
	p->op = op;
	return operation(p, SG_EXPR_OR, first, &ops, e);
}

int sg_expr_parse(struct sg_arena *arena, struct sg_str text,
	const struct sg_expr_place *place, struct sg_expr **out, struct sg_notes *notes)
{
	static const struct sg_expr_place nowhere;
	struct sg_tokens tokens;
	struct parser p = {.arena = arena, .text = text, .notes = notes};

	*out = NULL;
	p.place = place ? place : &nowhere;
	if (!text.p)
		p.text = text = SG_STR("");
	int rc = sg_lex(&tokens, text, p.place, notes);
	if (rc)
		return rc;
	p.t = tokens.v;
	struct sg_expr *e = parse_expr(&p);
	if (e && p.t->kind == SG_TOKEN_CLOSE)
		e = parse_error(&p, p.t->raw, _("')' has no '('"));
	else if (e && p.t->kind != SG_TOKEN_END)
		e = parse_error(&p, p.t->raw, _("an operator is missing before '%.*s'"),
			SG_ARG(p.t->raw));
	sg_tokens_release(&tokens);
	*out = e;
	return e ? 0 : SG_EINPUT;
}
