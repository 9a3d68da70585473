/* matrix.c - codes against respondents, questions, or the values of an attribute. By
 * respondent a cell counts coded stretches; by question and value it counts people. */
#include "config.h"

#include "analysis/analysis.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/facets.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"
#include "analysis/stretches.h"

enum kind { BY_CASE, BY_QUESTION, BY_VALUE };

struct matrix {
	const struct sg_view *v;
	const struct sg_table_options *o;
	struct sg_tables *t;
	struct sg_table *table;
	enum kind kind;
	struct sg_str attribute;
	struct sg_groups groups; /* BY_VALUE; and for the note on N */
	uint32_t *codings;
	size_t ncodings;
	uint32_t *rows, nrows;
	uint32_t *columns; /* cases, questions or groups shown, by index */
	uint32_t ncolumns;
	uint32_t *bases; /* by column */
	uint32_t base;
	uint32_t *counts;       /* code × column */
	struct sg_tally people; /* code × case */
	size_t below_min;
	bool has_facet;
	struct sg_facets facets; /* by code */
	struct sg_buf both;
};

static struct sg_str label(const struct matrix *m, enum sg_label l)
{
	return sg_label(l, m->v->english);
}

static uint32_t level_of(const struct sg_table_options *o)
{
	return o->level ? o->level - 1 : UINT32_MAX;
}

static uint32_t count_based(const struct matrix *m, uint32_t question, uint32_t group)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < m->v->s->ncases; i++)
		n += sg_view_based(m->v, m->o->base, question, i) &&
		     (group == SG_NONE || m->groups.of[i] == group);
	return n;
}

static void choose_columns(struct matrix *m)
{
	const struct sg_study *s = m->v->s;
	size_t most = m->kind == BY_CASE       ? s->ncases
		      : m->kind == BY_QUESTION ? s->nquestions
					       : m->groups.n;

	m->columns = sg_arena_array(m->v->arena, most, sizeof *m->columns);
	m->bases = sg_arena_array(m->v->arena, most, sizeof *m->bases);
	for (uint32_t i = 0; i < most; i++) {
		bool shown = m->kind == BY_CASE       ? m->v->cases[i]
			     : m->kind == BY_QUESTION ? m->v->questions[i]
						      : true;
		uint32_t base = m->kind == BY_QUESTION ? count_based(m, i, SG_NONE)
				: m->kind == BY_VALUE  ? count_based(m, SG_NONE, i)
						       : 1;
		if (!shown || (m->kind == BY_VALUE && base == 0))
			continue;
		m->columns[m->ncolumns] = i;
		m->bases[m->ncolumns++] = base;
	}
}

static uint32_t column_of(const struct matrix *m, const struct sg_study_coding *c)
{
	const struct sg_study_answer *a = &m->v->s->answers[c->answer];
	uint32_t what = m->kind == BY_CASE       ? a->case_
			: m->kind == BY_QUESTION ? a->question
						 : m->groups.of[a->case_];

	for (uint32_t k = 0; k < m->ncolumns; k++)
		if (m->columns[k] == what)
			return k;
	return SG_NONE;
}

/* Counts what has not been counted before: a stretch, or a person in a column. */
static void count(struct matrix *m)
{
	const struct sg_study *s = m->v->s;
	uint32_t *item = sg_alloc(m->ncodings, sizeof *item);
	uint32_t items = sg_stretches_number(s, m->codings, m->ncodings, item);
	struct sg_tally seen;

	if (m->kind != BY_CASE)
		items = (uint32_t)s->ncases * m->ncolumns;
	sg_tally_init(&seen, m->v->arena, s->ncodes, items);
	sg_tally_init(&m->people, m->v->arena, s->ncodes, s->ncases);
	m->counts = sg_arena_array(
		m->v->arena, s->ncodes * (m->ncolumns + 1), sizeof *m->counts);
	for (size_t i = 0; i < m->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[m->codings[i]];
		uint32_t row = sg_view_rolled(m->v, c->code, level_of(m->o));
		uint32_t who = s->answers[c->answer].case_;
		uint32_t column = column_of(m, c);
		sg_tally_set(&m->people, row, who);
		if (m->has_facet)
			sg_facets_add(&m->facets, row, c);
		if (column == SG_NONE)
			continue;
		uint32_t what =
			m->kind == BY_CASE ? item[i] : who * m->ncolumns + column;
		if (!sg_tally_has(&seen, row, what))
			m->counts[row * m->ncolumns + column]++;
		sg_tally_set(&seen, row, what);
	}
	free(item);
}

static void name_columns(struct matrix *m)
{
	const struct sg_study *s = m->v->s;

	sg_table_column(
		m->t, m->table, 0, "code", label(m, SG_LABEL_CODE), false, false);
	m->table->columns[0].machine = true;
	sg_table_column(
		m->t, m->table, 1, "name", label(m, SG_LABEL_CODE), false, true);
	sg_table_column(m->t, m->table, 2, "n", SG_STR("n(%)"), true, false);
	for (uint32_t k = 0; k < m->ncolumns; k++) {
		uint32_t at = m->columns[k];
		struct sg_str name = m->kind == BY_CASE       ? s->cases[at].name
				     : m->kind == BY_QUESTION ? s->questions[at].label
							      : m->groups.names[at];
		struct sg_str key = sg_arena_str(m->v->arena, name);
		struct sg_str args[] = {name, sg_count_str(m->v->arena, m->bases[k])};
		struct sg_str shown =
			m->kind == BY_CASE
				? name
				: sg_fill(m->v->arena, label(m, SG_LABEL_GROUP_SIZE),
					  args, 2);
		sg_table_column(m->t, m->table, 3 + k, key.p, shown, true, false);
	}
	if (m->has_facet)
		sg_facets_columns(&m->facets, m->t, m->table, 3 + m->ncolumns);
}

static void add_rows(struct matrix *m)
{
	for (uint32_t i = 0; i < m->nrows; i++) {
		uint32_t code = m->rows[i];
		uint32_t n = sg_tally_count(&m->people, code);
		if (n < m->o->min) {
			m->below_min++;
			continue;
		}
		struct sg_cell *cells = sg_table_row(m->t, m->table);
		cells[0] = sg_cell_text(m->v->s->codes[code].label);
		cells[1] = sg_cell_text(sg_view_code_title(m->v, code));
		cells[2] = sg_cell_share(n, m->base, m->base > 0);
		for (uint32_t k = 0; k < m->ncolumns; k++) {
			uint32_t c = m->counts[code * m->ncolumns + k];
			if (m->o->presence)
				cells[3 + k] = sg_cell_count(c > 0);
			else if (m->kind == BY_VALUE)
				cells[3 + k] = sg_cell_share(c, m->bases[k],
					m->bases[k] >= sg_small_group(m->o));
			else
				cells[3 + k] = sg_cell_count(c);
		}
		if (!m->has_facet)
			continue;
		sg_facets_cells(&m->facets, code, cells + 3 + m->ncolumns);
		sg_facets_both(&m->facets, code, m->v->s->codes[code].label, &m->both);
	}
}

static void add_notes(struct matrix *m, bool grouped)
{
	struct sg_str none = SG_STR("");

	sg_remark_n(m->t, m->table, m->v, &m->groups, grouped, m->o->base, SG_NONE);
	sg_remark(m->t, m->table, m->v,
		m->o->presence       ? SG_NOTE_MATRIX_PRESENCE
		: m->kind == BY_CASE ? SG_NOTE_MATRIX_COUNT
				     : SG_NOTE_MATRIX_CASES,
		none, none, none);
	if (m->kind == BY_VALUE)
		sg_remark(m->t, m->table, m->v, SG_NOTE_SMALL_GROUP,
			sg_count_str(m->v->arena, sg_small_group(m->o)), none, none);
	if (m->below_min)
		sg_remark(m->t, m->table, m->v, SG_NOTE_BELOW_MIN,
			sg_decimal_str(m->v->arena, m->o->min, 0),
			sg_count_str(m->v->arena, m->below_min), none);
	if (m->has_facet)
		sg_facets_notes(&m->facets, m->t, m->table, &m->both);
	sg_remark_review(m->t, m->table, m->v, m->codings, m->ncodings);
	sg_remark_source(m->table, m->v);
}

static void make(struct matrix *m, bool grouped)
{
	static const char *const ids[] = {
		"matrix-case", "matrix-question", "matrix-attribute"};
	static const enum sg_label titles[] = {SG_LABEL_MATRIX_CASE,
		SG_LABEL_MATRIX_QUESTION, SG_LABEL_MATRIX_ATTRIBUTE};

	m->ncodings = sg_codings_counted(m->v, SG_NONE, &m->codings);
	m->base = count_based(m, SG_NONE, SG_NONE);
	choose_columns(m);
	count(m);
	m->nrows =
		sg_view_rows(m->v, level_of(m->o), m->codings, m->ncodings, &m->rows);
	sg_view_sort(m->v, m->o->sort, m->rows, m->nrows, &m->people);
	m->table = sg_tables_add(m->t, ids[m->kind],
		3 + m->ncolumns + (m->has_facet ? sg_facets_width(&m->facets) : 0));
	m->table->caption =
		sg_fill(m->v->arena, label(m, titles[m->kind]), &m->attribute, 1);
	name_columns(m);
	add_rows(m);
	add_notes(m, grouped);
}

/* "respondent"; "case" too, where no attribute has that name. */
static bool is_respondent(const struct sg_study *s, const char *columns)
{
	if (!columns || strcmp(columns, "respondent") == 0)
		return true;
	for (uint32_t i = 0; i < s->nattributes; i++)
		if (sg_str_eqz(s->attributes[i], columns))
			return false;
	return strcmp(columns, "case") == 0;
}

int sg_matrix(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_view v;
	struct matrix m = {.v = &v, .o = o, .t = out, .kind = BY_VALUE};
	uint32_t attribute = SG_NONE, facet = SG_NONE;

	if (is_respondent(s, o->columns))
		m.kind = BY_CASE;
	else if (strcmp(o->columns, "question") == 0)
		m.kind = BY_QUESTION;
	int rc = sg_view_init(&v, s, &o->filter, &out->arena, err);
	if (rc == 0)
		rc = sg_view_attribute(&v,
			m.kind == BY_VALUE ? sg_str_of(o->columns) : o->group,
			&attribute, err);
	if (rc == 0)
		rc = sg_facet_find(&v, o->facet, &facet, err);
	if (rc < 0)
		return rc;
	if (m.kind == BY_VALUE)
		m.attribute = s->attributes[attribute];
	sg_groups_init(&m.groups, &v, attribute);
	m.has_facet = facet != SG_NONE;
	if (m.has_facet)
		sg_facets_init(&m.facets, &v, facet, s->ncodes);
	sg_buf_init(&m.both);
	make(&m, attribute != SG_NONE);
	sg_buf_release(&m.both);
	return 0;
}
