/* review_report.c - see review_report.h. Rules are named by code and line. */
#include "config.h"

#include "cli/review_report.h"

#include "cli/reason_text.h"
#include "text/width.h"

struct page {
	const struct sg_codebook *book;
	const struct sg_review *review;
	size_t width;
	struct sg_buf line;
	struct sg_buf *out;
	bool headed;   /* the section has its heading */
	size_t indent; /* of the line to come */
};

static void put_line(void *ctx, struct sg_str line)
{
	struct page *p = ctx;

	sg_buf_pad(p->out, ' ', p->indent);
	sg_buf_add(p->out, line);
	sg_buf_addc(p->out, '\n');
	if (p->indent)
		p->indent = 6;
}

static void put_wrapped(struct page *p, struct sg_str s, size_t indent)
{
	p->indent = indent;
	sg_width_wrap(s, p->width > 26 ? p->width - (indent ? 6 : 0) : 20, put_line, p);
}

/* Ends the entry in p->line. */
static void put_entry(struct page *p, const char *heading)
{
	if (!p->headed) {
		sg_buf_addc(p->out, '\n');
		put_wrapped(p, sg_str_of(heading), 0);
	}
	p->headed = true;
	put_wrapped(p, sg_buf_str(&p->line), 2);
	sg_buf_reset(&p->line);
}

/* "C1a 12: " */
static void put_rule(struct page *p, uint32_t code, uint32_t rule)
{
	const struct sg_code *c = &p->book->codes[code];

	sg_buf_printf(&p->line, "%.*s %u: ", SG_ARG(c->label), c->rules[rule].line);
}

static void put_name(struct page *p, uint32_t code)
{
	const struct sg_code *c = &p->book->codes[code];

	sg_buf_printf(&p->line, "%.*s%s%.*s", SG_ARG(c->label), c->id.n ? " " : "",
		SG_ARG(c->id.n ? c->name : SG_STR("")));
}

/* A rule that codes nothing, though each of its terms may be found: named, so that its
 * silence is seen. What the near misses say of it follows below. */
static void silent(struct page *p)
{
	for (size_t i = 0; i < p->review->nrules; i++) {
		const struct sg_rule_review *r = &p->review->rules[i];
		const struct sg_rule *rule = &p->book->codes[r->code].rules[r->rule];
		if (r->units || rule->kind != SG_RULE_SELECT)
			continue;
		put_rule(p, r->code, r->rule);
		sg_text_brief(rule->text, p->width > 40 ? p->width - 24 : 20, &p->line);
		put_entry(p, _("rules that code nothing:"));
	}
}

static void covered(struct page *p)
{
	for (size_t i = 0; i < p->review->nrules; i++) {
		const struct sg_rule_review *r = &p->review->rules[i];
		if (r->covered_by == UINT32_MAX)
			continue;
		put_rule(p, r->code, r->rule);
		sg_buf_printf(&p->line,
			sg_plural("%zu place, coded by line %u too",
				"%zu places, all coded by line %u too", r->units),
			r->units, p->book->codes[r->code].rules[r->covered_by].line);
		put_entry(p, _("rules that another rule of their code covers:"));
	}
}

static const char *operator_of(const struct sg_expr *parent, const struct sg_expr *e)
{
	static const char *const names[] = {[SG_LINK_AND] = "AND",
		[SG_LINK_NOT] = "NOT",
		[SG_LINK_NEAR] = "NEAR",
		[SG_LINK_THEN] = "THEN",
		[SG_LINK_NOT_NEAR] = "NOT NEAR",
		[SG_LINK_EXCEPT] = "EXCEPT"};
	size_t at = 0;

	while (at < parent->n && parent->v[at].expr != e)
		at++;
	/* The first operand has the link of the one behind it. */
	at = at ? at : 1;
	return at < parent->n && names[parent->v[at].link] ? names[parent->v[at].link]
							   : "";
}

static void undecided(struct page *p)
{
	for (size_t i = 0; i < p->review->nidle; i++) {
		const struct sg_idle *idle = &p->review->idle[i];
		if (idle->parent && idle->parent->kind == SG_EXPR_OR)
			continue;
		put_rule(p, idle->code, idle->rule);
		if (!idle->operand) {
			const struct sg_rule *r =
				&p->book->codes[idle->code].rules[idle->rule];
			sg_buf_addz(
				&p->line, r->kind == SG_RULE_MASK ? "EXCEPT " : "NOT ");
			sg_expr_brief(r->expr, &p->line);
		} else {
			sg_expr_brief(idle->operand, &p->line);
			sg_buf_printf(&p->line, _(" (of %s)"),
				operator_of(idle->parent, idle->operand));
		}
		put_entry(p,
			_("operands that decided nothing: without them the same places "
			  "are coded:"));
	}
}

static void idle_branches(struct page *p)
{
	for (size_t i = 0; i < p->review->nidle; i++) {
		const struct sg_idle *idle = &p->review->idle[i];
		if (!idle->parent || idle->parent->kind != SG_EXPR_OR)
			continue;
		if (idle->code == SG_NO_CODE)
			sg_buf_printf(&p->line,
				"$%.*s %u: ", SG_ARG(p->book->lists[idle->list].name),
				idle->operand->line);
		else
			put_rule(p, idle->code, idle->rule);
		sg_expr_brief(idle->operand, &p->line);
		if (idle->hits)
			sg_buf_printf(&p->line,
				sg_plural("  %zu hit", "  %zu hits", idle->hits),
				idle->hits);
		else
			sg_buf_printf(&p->line, "  %s", _("never matched"));
		put_entry(
			p, _("alternatives without a hit of their own: another of the "
			     "same list touches each:"));
	}
}

static void misses(struct page *p)
{
	static const char *const names[SG_MISSES] = {
		[SG_MISS_EDGES] = N_("edge refused"),
		[SG_MISS_FAR1] = N_("too far by 1"),
		[SG_MISS_FAR2] = N_("too far by 2"),
		[SG_MISS_FAR3] = N_("too far by 3"),
		[SG_MISS_FAR_MORE] = N_("too far by more"),
		[SG_MISS_SCOPE] = N_("out of scope"),
		[SG_MISS_MASK] = N_("masked"),
		[SG_MISS_VETO] = N_("vetoed"),
	};
	size_t totals[SG_MISSES] = {0};

	for (size_t i = 0; i < p->review->nrules; i++) {
		const struct sg_rule_review *r = &p->review->rules[i];
		bool any = false;
		for (size_t k = 0; k < SG_MISSES; k++) {
			totals[k] += r->misses[k];
			if (r->misses[k] && !any)
				put_rule(p, r->code, r->rule);
			if (r->misses[k])
				sg_buf_printf(&p->line, "%s%s: %zu", any ? ", " : "",
					_(names[k]), r->misses[k]);
			any = any || r->misses[k];
		}
		if (any)
			put_entry(p, _("near misses: places without the code that one "
				       "thing alone "
				       "kept a rule from coding:"));
	}
	if (!p->headed)
		return;
	sg_buf_addz(&p->line, _("all rules: "));
	for (size_t k = 0, n = 0; k < SG_MISSES; k++) {
		if (totals[k])
			sg_buf_printf(&p->line, "%s%s: %zu", n++ ? ", " : "",
				_(names[k]), totals[k]);
	}
	put_entry(p, "");
}

static void greedy(struct page *p)
{
	for (size_t i = 0; i < p->review->ngreedy; i++) {
		const struct sg_greedy *g = &p->review->greedy[i];
		put_name(p, g->code);
		sg_buf_printf(&p->line, _(", %.*s: %zu of %zu answers"),
			SG_ARG(g->question), g->n, g->answers);
		put_entry(p, _("codes in more than two thirds of the answers to a "
			       "question:"));
	}
}

static void clashes(struct page *p)
{
	for (size_t i = 0; i < p->review->nclashes; i++) {
		const struct sg_part_clash *c = &p->review->clashes[i];
		put_name(p, c->code);
		sg_buf_addz(&p->line, _(", under "));
		put_name(p, c->ancestor);
		sg_buf_printf(&p->line,
			_(": %zu in parts labelled '%.*s', %zu in '%.*s'"), c->here,
			SG_ARG(c->label), c->there, SG_ARG(c->other));
		put_entry(p, _("codes that respondents' own labels put under another "
			       "theme:"));
	}
}

void sg_review_report(const struct sg_codebook *book, const struct sg_review *review,
	size_t width, struct sg_buf *out)
{
	static void (*const sections[])(struct page * p) = {
		silent, covered, undecided, idle_branches, misses, greedy, clashes};
	struct page p = {.book = book, .review = review, .width = width, .out = out};

	sg_buf_init(&p.line);
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		p.headed = false;
		sections[i](&p);
	}
	sg_buf_release(&p.line);
}
