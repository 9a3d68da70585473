/* page_table.c - tables of the page: numbers become links to the people and statements
 * behind them, quotations to their place in the answer. A link carries what it counts
 * (code, question, people or statements, base), so that the script can open it and count
 * it again for a group; without script it leads to the list itself. */
#include "config.h"

#include "report/page_number.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/number.h"

/* Shares of the table's width. */
#define EMPTY_WIDTH      0.08 /* of a column without words */
#define QUOTATIONS_WIDTH 0.44

struct opener {
	struct sg_page_source of;
	const struct sg_print_table *p;
};

static const struct sg_study *study(const struct opener *o)
{
	return o->of.j->s;
}

static bool findings(const struct opener *o)
{
	return o->of.question != SG_NONE;
}

static uint32_t code_at(const struct opener *o, size_t row)
{
	return sg_page_code_at(&o->of, row, o->of.code);
}

/* A column shown, as the table numbers it. */
static size_t column_of(const struct opener *o, size_t shown)
{
	return (size_t)(o->p->columns[shown].column - o->of.t->columns);
}

/* --- lines of a cell --- */

static void linked(
	const struct opener *o, const struct sg_page_number *n, struct sg_str text)
{
	sg_page_link(o->of.j, n, o->of.j->out);
	sg_page_text_of(o->of.j, text);
	sg_buf_addz(o->of.j->out, "</a>");
}

static void number_line(
	const struct opener *o, size_t row, size_t shown, struct sg_str text)
{
	struct sg_page_number n;

	if (!sg_page_number_of(&o->of, row, column_of(o, shown), &n)) {
		sg_page_text_of(o->of.j, text);
		return;
	}
	linked(o, &n, text);
	sg_page_number_release(&n);
}

/* What is counted of a code of its own in the question of a findings table. */
static struct sg_page_number of_code(const struct opener *o, uint32_t code)
{
	struct sg_page_number n = sg_page_number();

	n.code = code;
	n.question = o->of.question;
	n.direct = code != SG_NONE && !study(o)->codes[code].leaf;
	return n;
}

/* Codes that so many people raised, for "1명 12개 코드". */
static void codes_link(const struct opener *o, const struct sg_named *named)
{
	struct sg_buf *out = o->of.j->out;

	sg_buf_addz(out, "<a class=\"n\" href=\"#evidence\" data-m=\"codes\" "
			 "data-codes=\"");
	for (size_t i = 0; i < named->ncodes; i++)
		sg_buf_printf(out, "%s%u", i ? " " : "", named->codes[i]);
	sg_buf_printf(out, "\" data-q=\"%u\">", o->of.question);
}

/* "C1a 디지털 격차 3, C2 …; 1명 12개 코드": a text whose numbers count codes. */
static void named_line(const struct opener *o, const struct sg_cell *c)
{
	struct sg_page_job *j = o->of.j;
	size_t at = 0;

	for (size_t i = 0; i < c->nnamed; i++) {
		const struct sg_named *named = &c->named[i];
		struct sg_str number = sg_str_sub(c->text, named->start, named->stop);
		sg_page_text_of(j, sg_str_sub(c->text, at, named->start));
		if (named->counted) {
			codes_link(o, named);
			sg_page_text_of(j, number);
			sg_buf_addz(j->out, "</a>");
		} else {
			struct sg_page_number n = of_code(o, named->codes[0]);
			linked(o, &n, number);
		}
		at = named->stop;
	}
	sg_page_text_of(j, sg_str_skip(c->text, at));
}

/* The facet whose people a column splits, or SIZE_MAX. */
static size_t facet_of(const struct opener *o, size_t k)
{
	for (size_t f = 0; findings(o) && f < study(o)->nfacets; f++)
		if (sg_str_eq(study(o)->facets[f].name, o->p->columns[k].column->key))
			return f;
	return SIZE_MAX;
}

/* "찬성 3 · 반대 5 · 미정 4": each number opens. */
static void facet_line(
	const struct opener *o, size_t row, size_t facet, struct sg_str text)
{
	const struct sg_study_facet *f = &study(o)->facets[facet];
	struct sg_page_job *j = o->of.j;
	uint32_t code = code_at(o, row);
	struct sg_str rest = text, dot = SG_STR(" · ");

	while (rest.n) {
		size_t stop = sg_str_find(rest, dot), blank;
		struct sg_str piece =
			sg_str_sub(rest, 0, stop < rest.n ? stop : rest.n);
		for (blank = piece.n; blank > 0 && piece.p[blank - 1] != ' ';)
			blank--;
		struct sg_str name = sg_str_trim(sg_str_sub(piece, 0, blank));
		struct sg_page_number n = of_code(o, code);
		n.facet = facet;
		while (n.value < f->nvalues &&
			!sg_str_eq(sg_print_text(f->values[n.value], &j->arena), name))
			n.value++;
		sg_page_text_of(j, sg_str_sub(piece, 0, blank));
		if (code != SG_NONE)
			linked(o, &n, sg_str_skip(piece, blank));
		else
			sg_page_text_of(j, sg_str_skip(piece, blank));
		rest = sg_str_skip(rest, piece.n);
		sg_page_text_of(j, rest.n ? dot : SG_STR(""));
		rest = sg_str_skip(rest, dot.n);
	}
}

static void quotation(const struct opener *o, const struct sg_quote *q)
{
	struct sg_page_job *j = o->of.j;
	struct sg_buf b;
	uint32_t who = sg_study_case_find(j->s, q->respondent);

	sg_buf_init(&b);
	sg_quote_line(q, &j->w, &b);
	sg_buf_addz(j->out, "<p class=\"quote\"");
	if (who != SG_NONE)
		sg_buf_printf(j->out, " data-r=\"%u\"", who);
	sg_buf_addc(j->out, '>');
	if (q->stop)
		sg_buf_printf(j->out,
			"<a class=\"q\" href=\"#a-%u-%u\" data-a=\"%u\" data-s=\"%u\" "
			"data-e=\"%u\">",
			q->answer, q->start, q->answer, q->start, q->stop);
	sg_page_text_of(j, sg_buf_str(&b));
	sg_buf_addz(j->out, q->stop ? "</a></p>" : "</p>");
	sg_buf_release(&b);
}

static void cell(void *ctx, const struct sg_print_cell *c, size_t row, size_t k,
	struct sg_buf *out)
{
	const struct opener *o = ctx;

	if (c->cell->kind == SG_CELL_QUOTES) {
		for (size_t i = 0; i < c->cell->nquotes; i++)
			quotation(o, &c->cell->quotes[i]);
		return;
	}
	if (c->cell->nnamed) {
		named_line(o, c->cell);
		return;
	}
	for (size_t i = 0; i < c->nlines; i++) {
		const struct sg_print_line *l = &c->lines[i];
		if (c->nlines > 1)
			sg_buf_addz(out, l->kind == SG_PRINT_MARK ? "<p class=\"mark\">"
								  : "<p>");
		sg_buf_addz(out, l->strong ? "<b>" : "");
		if (l->kind == SG_PRINT_NUMBER)
			number_line(o, row, k, l->text);
		else if (facet_of(o, k) != SIZE_MAX)
			facet_line(o, row, facet_of(o, k), l->text);
		else
			sg_html_escape(l->text, out);
		sg_buf_addz(out, l->strong ? "</b>" : "");
		sg_buf_addz(out, c->nlines > 1 ? "</p>" : "");
	}
}

static void row(void *ctx, size_t at, struct sg_buf *out)
{
	const struct opener *o = ctx;
	uint32_t code = code_at(o, at);

	if (sg_page_whole(&o->of))
		return;
	if (code != SG_NONE)
		sg_buf_printf(out, " data-c=\"%u\"", code);
	else if (o->of.code != SIZE_MAX)
		sg_buf_addz(out, " data-c=\"\"");
}

/* A column that waits for words (함의) leaves its room to the others until it has some. */
static void narrow_empty(struct sg_print_table *p)
{
	double left = 1, empty = 0;

	for (size_t k = 0; k < p->ncolumns; k++) {
		bool any = p->nrows == 0;
		for (size_t r = 0; r < p->nrows && !any; r++)
			any = p->cells[r * p->ncolumns + k].nlines > 0;
		if (any || p->columns[k].width <= EMPTY_WIDTH)
			continue;
		left -= p->columns[k].width;
		empty += EMPTY_WIDTH;
		p->columns[k].width = -EMPTY_WIDTH;
	}
	for (size_t k = 0; k < p->ncolumns; k++) {
		double *width = &p->columns[k].width;
		*width = *width < 0 ? -*width : *width * (1 - empty) / left;
	}
}

/* Quotations get the room they need beside columns of short words. */
static void widen_quotations(struct sg_print_table *p)
{
	for (size_t q = 0; q < p->ncolumns; q++) {
		double width = p->columns[q].width;
		if (!sg_str_eqz(p->columns[q].column->key, "quotations") ||
			width >= QUOTATIONS_WIDTH)
			continue;
		for (size_t k = 0; k < p->ncolumns; k++)
			p->columns[k].width *= (1 - QUOTATIONS_WIDTH) / (1 - width);
		p->columns[q].width = QUOTATIONS_WIDTH;
	}
}

/* "Q1(n=30)": the name of a column whose number opens. */
static void name(void *ctx, size_t shown, struct sg_buf *out)
{
	const struct opener *o = ctx;
	struct sg_str label = o->p->columns[shown].label;
	struct sg_page_number n;

	if (!sg_page_number_of_name(&o->of, column_of(o, shown), &n)) {
		sg_html_escape(label, out);
		return;
	}
	linked(o, &n, label);
	sg_page_number_release(&n);
}

static void notes(void *ctx, struct sg_buf *out)
{
	const struct opener *o = ctx;

	(void)out;
	sg_page_notes(&o->of);
}

static void table(struct sg_page_job *j, const struct sg_tables *tables, size_t at,
	struct sg_print_table *p, uint32_t question)
{
	const struct sg_table *t = &tables->v[at];
	struct opener o = {.p = p};
	struct sg_html_hooks hooks = {&o, row, cell, name, notes};

	sg_page_source_init(&o.of, j, t, question, 0);
	sg_buf_addz(j->out, p->tight ? "<div class=\"swap scroll tight\" tabindex=\"0\""
				     : "<div class=\"swap scroll\"");
	sg_page_order(&o.of);
	sg_buf_addz(j->out, sg_page_whole(&o.of) ? " data-whole=\"\"" : "");
	sg_buf_addz(j->out, ">\n");
	sg_html_table_with(p, &j->w, &hooks, j->out);
	sg_buf_addz(j->out, "</div>\n");
}

void sg_page_table(struct sg_page_job *j, size_t at, uint32_t question)
{
	const struct sg_table *t = &j->r->tables->v[at];
	struct sg_print_table p, alike;

	sg_print_layout(j->r->tables, at, &j->w, &j->arena, &p);
	narrow_empty(&p);
	widen_quotations(&p);
	sg_buf_addz(j->out, "<div class=\"table swaps\" id=\"t-");
	sg_page_text_of(j, t->id);
	sg_buf_addz(j->out, "\">\n");
	table(j, j->r->tables, at, &p, question);
	for (size_t g = 0; sg_str_eqz(t->id, "saturation") && g < j->r->ngroups; g++) {
		const struct sg_tables *group = j->r->groups[g].saturation;
		if (!group)
			continue;
		sg_print_layout(group, 0, &j->w, &j->arena, &alike);
		alike.mark = p.mark;
		sg_buf_printf(j->out, "<template data-group=\"%zu\">", g);
		table(j, group, 0, &alike, question);
		sg_buf_addz(j->out, "</template>\n");
	}
	sg_buf_addz(j->out, "</div>\n");
}

void sg_page_based(struct sg_page_job *j, const char *attribute, enum sg_base base,
	uint32_t question)
{
	const char *gap = "";

	sg_buf_printf(j->out, " data-%s=\"", attribute);
	for (uint32_t i = 0; i < j->s->ncases; i++)
		if (sg_view_based(&j->v, base, question, i)) {
			sg_buf_printf(j->out, "%s%u", gap, i);
			gap = " ";
		}
	sg_buf_addc(j->out, '"');
}
