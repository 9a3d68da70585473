/* page_number.c - see page_number.h. */
#include "config.h"

#include "report/page_number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is(const struct sg_page_source *o, const char *id)
{
	return sg_str_eqz(o->t->id, id);
}

void sg_page_source_init(struct sg_page_source *o, struct sg_page_job *j,
	const struct sg_table *t, uint32_t question, uint32_t level)
{
	*o = (struct sg_page_source){.j = j,
		.t = t,
		.question = question,
		.level = level,
		.code = sg_table_find(t, "code"),
		.theme = sg_table_find(t, "theme_code"),
		.n = sg_table_find(t, "n"),
		.code1 = sg_table_find(t, "code1"),
		.code2 = sg_table_find(t, "code2")};
	uint32_t by;
	if (is(o, "crosstab") &&
		sg_view_attribute(&j->v, SG_STR(""), &by, &(struct sg_error){0}) == 0)
		sg_groups_init(&o->groups, &j->v, by);
}

static struct sg_str text_at(const struct sg_page_source *o, size_t row, size_t column)
{
	return o->t->cells[row * o->t->ncolumns + column].text;
}

uint32_t sg_page_code_at(const struct sg_page_source *o, size_t row, size_t column)
{
	if (column == SIZE_MAX || text_at(o, row, column).n == 0)
		return SG_NONE;
	return sg_study_code_find(o->j->s, text_at(o, row, column));
}

/* Whether the columns behind n divide it: their keys are names, which may be any word. */
static bool is_divided(const struct sg_page_source *o)
{
	return is(o, "matrix-case") || is(o, "matrix-question") || is(o, "crosstab");
}

bool sg_page_whole(const struct sg_page_source *o)
{
	return o->question == SG_NONE && !is_divided(o) && !is(o, "themes") &&
	       !is(o, "cooccur") && !is(o, "saturation") && !is(o, "overview-people") &&
	       !is(o, "overview-questions");
}

struct sg_page_number sg_page_number(void)
{
	return (struct sg_page_number){.code = SG_NONE,
		.with = SG_NONE,
		.question = SG_NONE,
		.measure = "people",
		.facet = SIZE_MAX,
		.at = SIZE_MAX};
}

void sg_page_number_release(struct sg_page_number *n)
{
	free(n->people);
	n->people = NULL;
}

/* --- tables of people --- */

static void list_people(struct sg_page_number *n, const struct sg_page_source *o)
{
	n->listed = true;
	n->people = sg_zalloc(o->j->s->ncases, sizeof *n->people);
}

/* Those in the base of whom nothing is counted. */
static bool nobody(struct sg_page_number *n, const struct sg_page_source *o)
{
	const struct sg_page_job *j = o->j;

	list_people(n, o);
	n->base = "valid";
	for (uint32_t i = 0; i < j->s->ncases; i++)
		n->people[i] = sg_view_based(&j->v, SG_BASE_VALID, o->question, i);
	for (size_t i = 0; i < j->ncodings; i++) {
		const struct sg_study_answer *a =
			&j->s->answers[j->s->codings[j->codings[i]].answer];
		if (o->question == SG_NONE || a->question == o->question)
			n->people[a->case_] = false;
	}
	return true;
}

/* A row of the overview: everybody, a value of an attribute, or all that have one where
 * the values are too many to list. */
static bool with_value(
	struct sg_page_number *n, const struct sg_page_source *o, size_t row)
{
	const struct sg_page_job *j = o->j;
	const struct sg_cell *c = &o->t->cells[row * o->t->ncolumns];
	size_t first = row;
	uint32_t at = SG_NONE;
	struct sg_groups g;

	list_people(n, o);
	n->base = "all";
	while (first > 0 && text_at(o, first, 0).n == 0)
		first--;
	for (uint32_t i = 0; first > 0 && i < j->s->nattributes; i++)
		if (sg_str_eq(j->s->attributes[i], text_at(o, first, 0)))
			at = i;
	sg_groups_init(&g, &j->v, at);
	for (uint32_t i = 0; i < j->s->ncases; i++)
		n->people[i] =
			j->v.cases[i] &&
			(at == SG_NONE || sg_str_eq(g.names[g.of[i]], c[1].text) ||
				(c[0].rows == 1 && g.n > SG_OVERVIEW_VALUES &&
					j->s->cases[i].values[at].n));
	return true;
}

/* A question's row: who was asked and who said what. */
static bool standing(struct sg_page_number *n, const struct sg_page_source *o,
	size_t row, struct sg_str key)
{
	const struct sg_page_job *j = o->j;
	struct sg_str label = text_at(o, row, 0);
	bool asked = sg_str_eqz(key, "asked"), none = sg_str_eqz(key, "none");
	bool valid = sg_str_eqz(key, "valid") || sg_str_eqz(key, "answered");

	n->question = label.n ? sg_study_question_find(j->s, label) : SG_NONE;
	if (sg_str_eqz(key, "coded") || sg_str_eqz(key, "reviewed")) {
		n->measure = sg_str_eqz(key, "coded") ? "cells" : "seen";
		n->base = sg_str_eqz(key, "coded") ? NULL : "cells";
		return j->v.coder == SG_NONE;
	}
	if (!asked && !valid && !none)
		return false;
	list_people(n, o);
	n->base = valid ? "asked" : NULL;
	for (uint32_t i = 0; i < j->s->ncases; i++) {
		bool in = sg_view_based(&j->v, SG_BASE_ASKED, n->question, i);
		bool said = sg_view_based(&j->v, SG_BASE_VALID, n->question, i);
		n->people[i] = asked ? in : valid ? said : in && !said;
	}
	return true;
}

/* --- tables of codes --- */

static const char *measure_of(struct sg_str key)
{
	static const char *const measures[][2] = {{"mentions", "statements"},
		{"questions", "questions"}, {"cells", "cells"}, {"seen", "seen"}};

	for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
		if (sg_str_eqz(key, measures[i][0]))
			return measures[i][1];
	return "people";
}

static void only(struct sg_page_number *n, const struct sg_page_source *o,
	const uint32_t *of, uint32_t what)
{
	n->people = sg_zalloc(o->j->s->ncases, sizeof *n->people);
	for (uint32_t i = 0; i < o->j->s->ncases; i++)
		n->people[i] = o->j->v.cases[i] && (of ? of[i] : i) == what;
}

/* Which part of a code's people or statements a column has. */
static bool part(
	struct sg_page_number *n, const struct sg_page_source *o, size_t column)
{
	struct sg_str key = o->t->columns[column].key;

	if (column <= o->n)
		return column == o->n;
	if (is(o, "matrix-case")) {
		uint32_t who = sg_study_case_find(o->j->s, key);
		if (who == SG_NONE)
			return false;
		n->measure = "statements";
		only(n, o, NULL, who);
		return true;
	}
	if (is(o, "crosstab")) {
		uint32_t g = 0;
		while (g < o->groups.n && !sg_str_eq(o->groups.names[g], key))
			g++;
		if (g == o->groups.n)
			return false;
		n->who = o->groups.names[g];
		only(n, o, o->groups.of, g);
		return true;
	}
	n->question = sg_study_question_find(o->j->s, key);
	return n->question != SG_NONE;
}

static bool of_code(struct sg_page_number *n, const struct sg_page_source *o,
	size_t row, size_t column)
{
	struct sg_str key = o->t->columns[column].key;
	const struct sg_study *s = o->j->s;
	bool theme = o->theme != SIZE_MAX && sg_str_eqz(key, "theme");

	n->code = sg_page_code_at(o, row, theme ? o->theme : o->code);
	if (n->code == SG_NONE)
		return column == o->n && nobody(n, o);
	if (is_divided(o)) {
		if (!part(n, o, column))
			return false;
	} else {
		n->measure = measure_of(key);
	}
	if (is(o, "methods-review")) {
		n->direct = !s->codes[n->code].leaf;
		return o->j->v.coder == SG_NONE && strcmp(n->measure, "people") != 0;
	}
	/* Codes that hold others count them where the table rolls them up. */
	n->direct = !theme && !s->codes[n->code].leaf && !is(o, "themes") &&
		    s->codes[n->code].level + 1 != o->level;
	return true;
}

static bool of_pair(struct sg_page_number *n, const struct sg_page_source *o,
	size_t row, struct sg_str key)
{
	bool second = sg_str_eqz(key, "n2"), both = sg_str_eqz(key, "n11");

	n->code = sg_page_code_at(o, row, second ? o->code2 : o->code1);
	n->with = both ? sg_page_code_at(o, row, o->code2) : SG_NONE;
	n->measure = "answers";
	n->direct = true;
	return both || second || sg_str_eqz(key, "n1");
}

static bool of_interview(struct sg_page_number *n, size_t row, struct sg_str key)
{
	n->at = row;
	n->measure = "codes";
	n->fresh = sg_str_eqz(key, "new");
	return n->fresh || sg_str_eqz(key, "codes");
}

static bool find(const struct sg_page_source *o, size_t row, size_t column,
	struct sg_page_number *n)
{
	struct sg_str key = o->t->columns[column].key;

	if (is(o, "overview-people"))
		return with_value(n, o, row);
	if (is(o, "overview-questions") || is(o, "methods-questions"))
		return standing(n, o, row, key);
	if (is(o, "saturation"))
		return of_interview(n, row, key);
	if (is(o, "cooccur"))
		return of_pair(n, o, row, key);
	n->question = o->question;
	return o->code != SIZE_MAX && (!sg_page_whole(o) || is(o, "methods-review")) &&
	       of_code(n, o, row, column);
}

bool sg_page_number_of(const struct sg_page_source *o, size_t row, size_t column,
	struct sg_page_number *n)
{
	const struct sg_cell *c = &o->t->cells[row * o->t->ncolumns + column];

	*n = sg_page_number();
	if (!find(o, row, column, n)) {
		sg_page_number_release(n);
		return false;
	}
	n->shown = c->number;
	if (c->kind != SG_CELL_SHARE)
		n->base = NULL;
	else if (c->percent && !n->base)
		n->base = "valid";
	return true;
}

bool sg_page_number_of_name(
	const struct sg_page_source *o, size_t column, struct sg_page_number *n)
{
	const struct sg_page_job *j = o->j;

	*n = sg_page_number();
	if (!is_divided(o) || is(o, "matrix-case") || column <= o->n ||
		!part(n, o, column)) {
		sg_page_number_release(n);
		return false;
	}
	n->listed = true;
	if (!n->people)
		n->people = sg_zalloc(j->s->ncases, sizeof *n->people);
	for (uint32_t i = 0; i < j->s->ncases; i++)
		n->people[i] = sg_view_based(&j->v, SG_BASE_VALID, n->question, i) &&
			       (n->question != SG_NONE || n->people[i]);
	return true;
}

/* --- links --- */

static void address(
	const struct sg_page_job *j, const struct sg_page_number *n, struct sg_buf *out)
{
	if (n->listed && n->question == SG_NONE)
		sg_buf_addz(out, "#respondents");
	else if (n->listed)
		sg_buf_printf(out, "#aq-%u", n->question);
	else if (n->code == SG_NONE)
		sg_buf_addz(out, "#evidence");
	else if (n->question != SG_NONE && sg_page_any(j, n->code, n->question))
		sg_buf_printf(out, "#e-%u-%u", n->code, n->question);
	else
		sg_buf_printf(out, "#e-%u", n->code);
}

static void people(
	const struct sg_page_job *j, const struct sg_page_number *n, struct sg_buf *out)
{
	const char *gap = "";

	sg_buf_addz(out, n->listed ? " data-p=\"" : " data-of=\"");
	for (uint32_t i = 0; i < j->s->ncases; i++)
		if (n->people[i]) {
			sg_buf_printf(out, "%s%u", gap, i);
			gap = " ";
		}
	sg_buf_addc(out, '"');
	if (n->who.n == 0)
		return;
	sg_buf_addz(out, " data-who=\"");
	sg_page_escape(n->who, out);
	sg_buf_addc(out, '"');
}

static void index_attribute(const char *name, uint32_t value, struct sg_buf *out)
{
	if (value != SG_NONE)
		sg_buf_printf(out, " data-%s=\"%u\"", name, value);
}

void sg_page_link(
	const struct sg_page_job *j, const struct sg_page_number *n, struct sg_buf *out)
{
	sg_buf_addz(out, "<a class=\"n\" href=\"");
	address(j, n, out);
	sg_buf_printf(out, "\" data-m=\"%s\"", n->measure);
	index_attribute("code", n->code, out);
	index_attribute("with", n->with, out);
	sg_buf_addz(out, n->direct ? " data-direct=\"\"" : "");
	sg_buf_addz(out, n->here ? " data-here=\"\"" : "");
	index_attribute("q", n->question, out);
	if (n->base)
		sg_buf_printf(out, " data-b=\"%s\"", n->base);
	if (n->facet != SIZE_MAX)
		sg_buf_printf(out, " data-facet=\"%zu:%u\"%s", n->facet, n->value,
			n->value == j->s->facets[n->facet].nvalues ? " data-unset=\"\""
								   : "");
	if (n->at != SIZE_MAX)
		sg_buf_printf(out, " data-at=\"%zu\" data-v=\"%ld\"%s", n->at,
			lround(n->shown), n->fresh ? " data-new=\"\"" : "");
	if (n->people)
		people(j, n, out);
	sg_buf_addc(out, '>');
}

void sg_page_order(const struct sg_page_source *o)
{
	size_t who = sg_table_find(o->t, "respondent");
	struct sg_buf *out = o->j->out;

	if (!is(o, "saturation"))
		return;
	sg_buf_addz(out, " data-order=\"");
	for (size_t row = 0; row < o->t->nrows; row++)
		sg_buf_printf(out, "%s%u", row ? " " : "",
			sg_study_case_find(o->j->s, text_at(o, row, who)));
	sg_buf_addc(out, '"');
}
