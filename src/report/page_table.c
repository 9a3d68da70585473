/* page_table.c - tables of the page: numbers become links to the people and statements
 * behind them, quotations to their place in the answer. A link carries what it counts
 * (code, question, people or statements, base), so that the script can open it and count
 * it again for a group; without script it leads to the list itself. */
#include "config.h"

#include "report/page_parts.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/number.h"

/* Shares of the table's width. */
#define EMPTY_WIDTH      0.08 /* of a column without words */
#define QUOTATIONS_WIDTH 0.44

struct opener {
	struct sg_page_job *j;
	const struct sg_table *t;
	const struct sg_print_table *p;
	uint32_t question;
	size_t code, theme; /* columns; SIZE_MAX: none */
	bool overview_people, overview_questions, findings;
};

static size_t column_of(const struct sg_table *t, const char *key)
{
	for (size_t k = 0; k < t->ncolumns; k++)
		if (sg_str_eqz(t->columns[k].key, key))
			return k;
	return SIZE_MAX;
}

/* What a cell of a machine column names: of a cell that spans rows, in its first row. */
static uint32_t code_at(const struct opener *o, size_t row, size_t column)
{
	if (column == SIZE_MAX)
		return SG_NONE;
	struct sg_str label = o->t->cells[row * o->t->ncolumns + column].text;
	return label.n ? sg_study_code_find(o->j->s, label) : SG_NONE;
}

static const struct sg_study *study(const struct opener *o)
{
	return o->j->s;
}

/* --- what a number is about --- */

struct about {
	bool is;
	uint32_t code; /* SG_NONE: every one */
	bool direct;   /* without the codes below it */
	uint32_t question;
	const char *measure; /* people, statements, questions, cells, seen */
	const char *base;    /* valid, asked, all, cells; NULL: no percentage */
	size_t facet;        /* SIZE_MAX: whatever the facets say */
	uint32_t value;      /* as many as the facet has: none was set */
	bool listed;         /* people by name: */
	bool *people;        /* by case; heap */
};

static void list_people(struct about *a, const struct opener *o)
{
	a->is = a->listed = true;
	a->measure = "people";
	a->people = sg_zalloc(study(o)->ncases, sizeof *a->people);
}

/* Those in the base of whom nothing is counted. */
static void about_nobody(struct about *a, const struct opener *o)
{
	const struct sg_page_job *j = o->j;

	list_people(a, o);
	a->base = "valid";
	a->question = o->question;
	for (uint32_t i = 0; i < j->s->ncases; i++)
		a->people[i] = sg_view_based(&j->v, SG_BASE_VALID, o->question, i);
	for (size_t i = 0; i < j->ncodings; i++) {
		const struct sg_study_answer *w =
			&j->s->answers[j->s->codings[j->codings[i]].answer];
		if (o->question == SG_NONE || w->question == o->question)
			a->people[w->case_] = false;
	}
}

static void about_value(struct about *a, const struct opener *o, size_t row)
{
	const struct sg_page_job *j = o->j;
	const struct sg_cell *c = &o->t->cells[row * o->t->ncolumns];
	size_t first = row;
	uint32_t at = SG_NONE;
	struct sg_groups g;

	list_people(a, o);
	a->base = "all";
	while (first > 0 && o->t->cells[first * o->t->ncolumns].text.n == 0)
		first--;
	for (uint32_t i = 0; first > 0 && i < j->s->nattributes; i++)
		if (sg_str_eq(j->s->attributes[i],
			    o->t->cells[first * o->t->ncolumns].text))
			at = i;
	sg_groups_init(&g, &j->v, at);
	for (uint32_t i = 0; i < j->s->ncases; i++)
		a->people[i] =
			j->v.cases[i] &&
			(at == SG_NONE || sg_str_eq(g.names[g.of[i]], c[1].text) ||
				(c[0].rows == 1 && g.n > 12 &&
					j->s->cases[i].values[at].n));
}

static void about_standing(
	struct about *a, const struct opener *o, size_t row, struct sg_str key)
{
	const struct sg_page_job *j = o->j;
	struct sg_str label = o->t->cells[row * o->t->ncolumns].text;

	a->question = label.n ? sg_study_question_find(j->s, label) : SG_NONE;
	if (sg_str_eqz(key, "coded") || sg_str_eqz(key, "reviewed")) {
		a->is = j->v.coder == SG_NONE;
		a->measure = sg_str_eqz(key, "coded") ? "cells" : "seen";
		a->base = sg_str_eqz(key, "coded") ? NULL : "cells";
		return;
	}
	list_people(a, o);
	a->base = sg_str_eqz(key, "valid") ? "asked" : NULL;
	for (uint32_t i = 0; i < j->s->ncases; i++) {
		bool asked = sg_view_based(&j->v, SG_BASE_ASKED, a->question, i);
		bool valid = sg_view_based(&j->v, SG_BASE_VALID, a->question, i);
		a->people[i] = sg_str_eqz(key, "asked")   ? asked
			       : sg_str_eqz(key, "valid") ? valid
							  : asked && !valid;
	}
}

static const char *measure_of(struct sg_str key)
{
	return sg_str_eqz(key, "mentions")    ? "statements"
	       : sg_str_eqz(key, "questions") ? "questions"
					      : "people";
}

static void about_code(
	struct about *a, const struct opener *o, size_t row, struct sg_str key)
{
	bool theme = sg_str_eqz(key, "theme");

	a->code = code_at(o, row, theme ? o->theme : o->code);
	a->question = o->question;
	a->measure = measure_of(key);
	if (a->code == SG_NONE) {
		if (!theme && sg_str_eqz(key, "n"))
			about_nobody(a, o);
		return;
	}
	if (!o->findings && !sg_str_eqz(key, "n") &&
		strcmp(a->measure, "people") == 0) {
		/* A matrix by question. */
		a->question = sg_study_question_find(study(o), key);
		if (a->question == SG_NONE)
			return;
	}
	a->is = true;
	a->direct = !theme && !study(o)->codes[a->code].leaf &&
		    (o->findings || strcmp(o->t->id.p, "themes") != 0);
}

static struct about about(
	const struct opener *o, const struct sg_print_cell *c, size_t row, size_t k)
{
	struct sg_str key = o->p->columns[k].column->key;
	struct about a = {.code = SG_NONE,
		.question = SG_NONE,
		.facet = SIZE_MAX,
		.measure = "people"};

	if (o->overview_people)
		about_value(&a, o, row);
	else if (o->overview_questions)
		about_standing(&a, o, row, key);
	else if (o->code != SIZE_MAX)
		about_code(&a, o, row, key);
	if (c->cell->kind == SG_CELL_SHARE && c->cell->percent && !a.base)
		a.base = "valid";
	else if (c->cell->kind != SG_CELL_SHARE)
		a.base = NULL;
	return a;
}

/* --- links --- */

/* Where a number leads without script: the list, or what holds it. */
static void address(struct sg_page_job *j, const struct about *a)
{
	if (a->listed && a->question == SG_NONE)
		sg_buf_addz(j->out, "#respondents");
	else if (a->listed)
		sg_buf_printf(j->out, "#aq-%u", a->question);
	else if (a->code == SG_NONE)
		sg_buf_addz(j->out, "#evidence");
	else if (a->question != SG_NONE && sg_page_any(j, a->code, a->question))
		sg_buf_printf(j->out, "#e-%u-%u", a->code, a->question);
	else
		sg_buf_printf(j->out, "#e-%u", a->code);
}

static void open_link(struct sg_page_job *j, const struct about *a)
{
	sg_buf_addz(j->out, "<a class=\"n\" href=\"");
	address(j, a);
	sg_buf_printf(j->out, "\" data-m=\"%s\"", a->measure);
	if (a->code != SG_NONE)
		sg_buf_printf(j->out, " data-code=\"%u\"", a->code);
	if (a->direct)
		sg_buf_addz(j->out, " data-direct=\"\"");
	if (a->question != SG_NONE)
		sg_buf_printf(j->out, " data-q=\"%u\"", a->question);
	if (a->base)
		sg_buf_printf(j->out, " data-b=\"%s\"", a->base);
	if (a->facet != SIZE_MAX)
		sg_buf_printf(j->out, " data-facet=\"%zu:%u\"%s", a->facet, a->value,
			a->value == j->s->facets[a->facet].nvalues ? " data-unset=\"\""
								   : "");
	if (a->listed) {
		const char *gap = "";
		sg_buf_addz(j->out, " data-p=\"");
		for (uint32_t i = 0; i < j->s->ncases; i++)
			if (a->people[i]) {
				sg_buf_printf(j->out, "%s%u", gap, i);
				gap = " ";
			}
		sg_buf_addc(j->out, '"');
	}
	sg_buf_addc(j->out, '>');
}

static void number_line(const struct opener *o, const struct sg_print_cell *c,
	size_t row, size_t k, struct sg_str text)
{
	struct about a = about(o, c, row, k);

	if (a.is)
		open_link(o->j, &a);
	sg_page_text_of(o->j, text);
	if (a.is)
		sg_buf_addz(o->j->out, "</a>");
	free(a.people);
}

/* The code that a piece "C1a 디지털 격차 3" names; *blank is where its name ends. */
static uint32_t named(struct sg_page_job *j, struct sg_str piece, size_t *blank)
{
	*blank = piece.n;
	while (*blank > 0 && piece.p[*blank - 1] != ' ')
		--*blank;
	for (uint32_t c = 0; *blank > 1 && c < j->s->ncodes; c++)
		if (sg_str_eq(sg_print_text(sg_view_code_title(&j->v, c), &j->arena),
			    sg_str_sub(piece, 0, *blank - 1)))
			return c;
	return SG_NONE;
}

/* Codes of the question that have no row and are not named, for "1명 12개 코드". */
static void others_link(const struct opener *o, struct sg_str piece, bool *listed)
{
	struct sg_page_job *j = o->j;
	uint64_t people = 0;
	const char *gap = "";
	size_t digits = 0;

	while (digits < piece.n && piece.p[digits] >= '0' && piece.p[digits] <= '9')
		digits++;
	for (size_t row = 0; row < o->t->nrows; row++)
		if (code_at(o, row, o->code) != SG_NONE)
			listed[code_at(o, row, o->code)] = true;
	if (!sg_str_uint(sg_str_sub(piece, 0, digits), UINT32_MAX, &people)) {
		sg_page_text_of(j, piece);
		return;
	}
	sg_buf_addz(j->out, "<a class=\"n\" href=\"#evidence\" data-m=\"codes\" "
			    "data-codes=\"");
	for (uint32_t c = 0; c < j->s->ncodes; c++) {
		if (listed[c] || sg_page_people_of(j, c, o->question) != people)
			continue;
		sg_buf_printf(j->out, "%s%u", gap, c);
		gap = " ";
	}
	sg_buf_printf(j->out, "\" data-q=\"%u\">", o->question);
	sg_page_text_of(j, piece);
	sg_buf_addz(j->out, "</a>");
}

/* "C1a 디지털 격차 3, C2 …; 1명 12개 코드": codes outside the topic, in a line. */
static void outside_line(const struct opener *o, struct sg_str text)
{
	struct sg_page_job *j = o->j;
	bool *listed = sg_zalloc(j->s->ncodes, sizeof *listed);
	struct sg_str rest = text;

	while (rest.n) {
		size_t comma = sg_str_find(rest, SG_STR(", "));
		size_t semicolon = sg_str_find(rest, SG_STR("; "));
		size_t stop = comma < semicolon ? comma : semicolon, blank;
		struct sg_str piece =
			sg_str_sub(rest, 0, stop < rest.n ? stop : rest.n);
		struct about a = {.is = true,
			.question = o->question,
			.measure = "people",
			.facet = SIZE_MAX,
			.code = named(j, piece, &blank)};
		if (a.code == SG_NONE) {
			others_link(o, piece, listed);
		} else {
			listed[a.code] = true;
			a.direct = !j->s->codes[a.code].leaf;
			sg_page_text_of(j, sg_str_sub(piece, 0, blank));
			open_link(j, &a);
			sg_page_text_of(j, sg_str_skip(piece, blank));
			sg_buf_addz(j->out, "</a>");
		}
		rest = sg_str_skip(rest, piece.n);
		sg_page_text_of(j, sg_str_sub(rest, 0, rest.n < 2 ? rest.n : 2));
		rest = sg_str_skip(rest, 2);
	}
	free(listed);
}

/* The facet whose people a column splits, or SIZE_MAX. */
static size_t facet_of(const struct opener *o, size_t k)
{
	for (size_t f = 0; o->findings && f < study(o)->nfacets; f++)
		if (sg_str_eq(study(o)->facets[f].name, o->p->columns[k].column->key))
			return f;
	return SIZE_MAX;
}

/* "찬성 3 · 반대 5 · 미정 4": each number opens. */
static void facet_line(
	const struct opener *o, size_t row, size_t facet, struct sg_str text)
{
	const struct sg_study_facet *f = &study(o)->facets[facet];
	struct sg_page_job *j = o->j;
	uint32_t code = code_at(o, row, o->code);
	struct sg_str rest = text, dot = SG_STR(" · ");

	while (rest.n) {
		size_t stop = sg_str_find(rest, dot), blank;
		struct sg_str piece =
			sg_str_sub(rest, 0, stop < rest.n ? stop : rest.n);
		for (blank = piece.n; blank > 0 && piece.p[blank - 1] != ' ';)
			blank--;
		struct sg_str name = sg_str_trim(sg_str_sub(piece, 0, blank));
		struct about a = {.code = code,
			.direct = code != SG_NONE && !study(o)->codes[code].leaf,
			.question = o->question,
			.measure = "people",
			.facet = facet};
		while (a.value < f->nvalues &&
			!sg_str_eq(sg_print_text(f->values[a.value], &j->arena), name))
			a.value++;
		sg_page_text_of(j, sg_str_sub(piece, 0, blank));
		if (code != SG_NONE)
			open_link(j, &a);
		sg_page_text_of(j, sg_str_skip(piece, blank));
		sg_buf_addz(j->out, code != SG_NONE ? "</a>" : "");
		rest = sg_str_skip(rest, piece.n);
		sg_page_text_of(j, rest.n ? dot : SG_STR(""));
		rest = sg_str_skip(rest, dot.n);
	}
}

static void quotation(const struct opener *o, const struct sg_quote *q)
{
	struct sg_page_job *j = o->j;
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
	bool outside = o->findings && code_at(o, row, o->code) == SG_NONE &&
		       sg_str_eqz(o->p->columns[k].column->key, "quotations");

	if (c->cell->kind == SG_CELL_QUOTES) {
		for (size_t i = 0; i < c->cell->nquotes; i++)
			quotation(o, &c->cell->quotes[i]);
		return;
	}
	for (size_t i = 0; i < c->nlines; i++) {
		const struct sg_print_line *l = &c->lines[i];
		if (c->nlines > 1)
			sg_buf_addz(out, l->kind == SG_PRINT_MARK ? "<p class=\"mark\">"
								  : "<p>");
		sg_buf_addz(out, l->strong ? "<b>" : "");
		if (l->kind == SG_PRINT_NUMBER)
			number_line(o, c, row, k, l->text);
		else if (facet_of(o, k) != SIZE_MAX)
			facet_line(o, row, facet_of(o, k), l->text);
		else if (outside)
			outside_line(o, l->text);
		else
			sg_html_escape(l->text, out);
		sg_buf_addz(out, l->strong ? "</b>" : "");
		sg_buf_addz(out, c->nlines > 1 ? "</p>" : "");
	}
}

static void row(void *ctx, size_t at, struct sg_buf *out)
{
	const struct opener *o = ctx;
	uint32_t code = code_at(o, at, o->code);

	if (code != SG_NONE)
		sg_buf_printf(out, " data-c=\"%u\"", code);
	else if (o->code != SIZE_MAX)
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

void sg_page_table(struct sg_page_job *j, size_t at, uint32_t question)
{
	const struct sg_table *t = &j->r->tables->v[at];
	struct sg_print_table p;
	struct opener o = {.j = j,
		.t = t,
		.p = &p,
		.question = question,
		.code = column_of(t, "code"),
		.theme = column_of(t, "theme_code"),
		.overview_people = sg_str_eqz(t->id, "overview-people"),
		.overview_questions = sg_str_eqz(t->id, "overview-questions"),
		.findings = question != SG_NONE};
	struct sg_html_hooks hooks = {&o, row, cell};

	sg_print_layout(j->r->tables, at, &j->w, &j->arena, &p);
	narrow_empty(&p);
	widen_quotations(&p);
	sg_buf_addz(j->out, "<div class=\"table\" id=\"t-");
	sg_page_text_of(j, t->id);
	sg_buf_addz(j->out, p.tight ? "\"><div class=\"scroll tight\" tabindex=\"0\">\n"
				    : "\"><div class=\"scroll\">\n");
	sg_html_table_with(&p, &j->w, &hooks, j->out);
	sg_buf_addz(j->out, "</div></div>\n");
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
