/* expr_print.c - expressions and tokens in canonical spelling, and walking over the
 * tree (see expr.h, expr_lex.h).
 */
#include "config.h"

#include "codebook/expr.h"

#include "codebook/expr_lex.h"

static const char edge_marks[] = {
	[SG_EDGE_EITHER] = '\0',
	[SG_EDGE_BEGINS] = '^',
	[SG_EDGE_WORD] = '=',
	[SG_EDGE_ANYWHERE] = '*',
};

static const char *const link_words[] = {
	[SG_LINK_FIRST] = "",
	[SG_LINK_OR] = " | ",
	[SG_LINK_AND] = " AND ",
	[SG_LINK_NOT] = " NOT ",
	[SG_LINK_NEAR] = " NEAR/",
	[SG_LINK_THEN] = " THEN/",
	[SG_LINK_NOT_NEAR] = " NOT NEAR/",
	[SG_LINK_EXCEPT] = " EXCEPT ",
};

static bool has_distance(enum sg_link link)
{
	return link == SG_LINK_NEAR || link == SG_LINK_THEN || link == SG_LINK_NOT_NEAR;
}

static void print_term(const struct sg_expr *e, struct sg_buf *out)
{
	if (edge_marks[e->edge])
		sg_buf_addc(out, edge_marks[e->edge]);
	for (size_t i = 0; i < e->nwords; i++) {
		if (i)
			sg_buf_addc(out, ' ');
		sg_buf_add(out, e->words[i]);
	}
	if (e->predicate.n) {
		sg_buf_addz(out, e->nwords ? " ~" : "~");
		sg_buf_add(out, e->predicate);
	}
}

static void print_operands(const struct sg_expr *e, struct sg_buf *out)
{
	for (size_t i = 0; i < e->n; i++) {
		const struct sg_operand *o = &e->v[i];
		bool group = o->expr->n > 0 && o->expr->kind != SG_EXPR_POLARITY;
		sg_buf_addz(out, link_words[o->link]);
		if (has_distance(o->link))
			sg_buf_printf(out, "%u ", (unsigned)o->distance);
		if (group)
			sg_buf_addc(out, '(');
		sg_expr_print(o->expr, out);
		if (group)
			sg_buf_addc(out, ')');
	}
}

static void print_around(
	const char *open, struct sg_str text, const char *close, struct sg_buf *out)
{
	sg_buf_addz(out, open);
	sg_buf_add(out, text);
	sg_buf_addz(out, close);
}

void sg_expr_print(const struct sg_expr *e, struct sg_buf *out)
{
	switch (e->kind) {
	case SG_EXPR_TERM: print_term(e, out); break;
	case SG_EXPR_LITERAL: print_around("\"", e->text, "\"", out); break;
	case SG_EXPR_REGEX:
		print_around("/", e->text, e->icase ? "/i" : "/", out);
		break;
	case SG_EXPR_LIST: print_around("$", e->text, "", out); break;
	case SG_EXPR_CODE: print_around("@", e->text, "", out); break;
	case SG_EXPR_POLARITY:
		sg_buf_addz(out, e->negated ? "NEGATED(" : "AFFIRMED(");
		sg_expr_print(e->v[0].expr, out);
		sg_buf_addc(out, ')');
		break;
	case SG_EXPR_OR:
	case SG_EXPR_AND:
	case SG_EXPR_NEAR:
	case SG_EXPR_EXCEPT: print_operands(e, out); break;
	}
}

void sg_expr_walk(const struct sg_expr *e,
	void (*fn)(void *ctx, const struct sg_expr *e), void *ctx)
{
	fn(ctx, e);
	for (size_t i = 0; i < e->n; i++)
		sg_expr_walk(e->v[i].expr, fn, ctx);
}

void sg_escape(struct sg_str s, struct sg_buf *out)
{
	for (size_t i = 0; i < s.n; i++) {
		char next = i + 1 < s.n ? s.p[i + 1] : '"';
		bool punctuation = next > ' ' && next < 127 &&
				   !((next >= '0' && next <= '9') ||
					   (next >= 'A' && next <= 'Z') ||
					   (next >= 'a' && next <= 'z'));
		if (s.p[i] == '\\' && punctuation)
			sg_buf_addc(out, '\\');
		sg_buf_addc(out, s.p[i]);
	}
}

static void print_literal(const struct sg_token *t, bool escape, struct sg_buf *out)
{
	sg_buf_addc(out, '"');
	if (escape)
		sg_escape(t->text, out);
	else
		sg_buf_add(out, t->text);
	sg_buf_addc(out, '"');
}

/* A regex between full-width slashes keeps them: it may hold plain ones. */
static void print_regex(const struct sg_token *t, struct sg_buf *out)
{
	sg_buf_add(out, t->raw);
}

void sg_token_print(const struct sg_token *t, bool escape, struct sg_buf *out)
{
	switch (t->kind) {
	case SG_TOKEN_END: break;
	case SG_TOKEN_OPEN: sg_buf_addc(out, '('); break;
	case SG_TOKEN_CLOSE: sg_buf_addc(out, ')'); break;
	case SG_TOKEN_OR: sg_buf_addc(out, '|'); break;
	case SG_TOKEN_AND: sg_buf_addz(out, "AND"); break;
	case SG_TOKEN_NOT: sg_buf_addz(out, "NOT"); break;
	case SG_TOKEN_EXCEPT: sg_buf_addz(out, "EXCEPT"); break;
	case SG_TOKEN_NEAR: sg_buf_printf(out, "NEAR/%u", (unsigned)t->distance); break;
	case SG_TOKEN_THEN: sg_buf_printf(out, "THEN/%u", (unsigned)t->distance); break;
	case SG_TOKEN_POLARITY:
		sg_buf_addz(out, t->negated ? "NEGATED" : "AFFIRMED");
		break;
	case SG_TOKEN_LITERAL: print_literal(t, escape, out); break;
	case SG_TOKEN_REGEX: print_regex(t, out); break;
	case SG_TOKEN_LIST: print_around("$", t->text, "", out); break;
	case SG_TOKEN_CODE: print_around("@", t->text, "", out); break;
	case SG_TOKEN_WORD:
		if (edge_marks[t->edge])
			sg_buf_addc(out, edge_marks[t->edge]);
		sg_buf_add(out, t->text);
		break;
	case SG_TOKEN_PREDICATE: print_around("~", t->text, "", out); break;
	}
}
