/* matrix_coding.c - where the codes of one subtree meet those of another on a unit, or
 * how their codings fall into parts, facets, questions and groups; people, shares or
 * quotations in the cells. */
#include "config.h"

#include "analysis/analysis.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/axis.h"
#include "analysis/code_units.h"
#include "analysis/number.h"
#include "analysis/quotation.h"
#include "analysis/remarks.h"

enum { QUOTES = 2 };
enum cell { CELL_N, CELL_SHARE, CELL_QUOTES };

struct found { /* indices of codings */
	uint32_t *v;
	size_t n, cap;
};

struct coding_matrix {
	const struct sg_view *v;
	const struct sg_table_options *o;
	struct sg_tables *t;
	struct sg_axis rows, cols;
	struct sg_code_units units;
	struct sg_tally col_units; /* items of a column axis of codes × units */
	uint32_t *codings;
	size_t ncodings;
	struct found *cells; /* row × column */
	uint32_t *shown;     /* codings of any row */
	size_t nshown;
	enum cell show;
	uint32_t base;
};

/* Units on which each column of codes lies. */
static void mark_columns(struct coding_matrix *m)
{
	const struct sg_study *s = m->v->s;

	sg_tally_init(&m->col_units, m->v->arena, m->cols.n, m->units.columns);
	for (uint32_t k = 0; k < m->cols.n; k++)
		for (uint32_t c = 0; c < s->ncodes; c++) {
			if (!sg_study_code_within(s, c, m->cols.items[k]))
				continue;
			for (size_t w = 0; w < m->col_units.words; w++)
				m->col_units.bits[k * m->col_units.words + w] |=
					m->units.tally
						.bits[c * m->units.tally.words + w];
		}
}

/* Whether the coding, of a row, belongs under column k: two axes of codes meet on the
 * units under it. */
static bool meets(const struct coding_matrix *m, const struct sg_study_coding *c,
	uint32_t k, const uint32_t *on, uint32_t n)
{
	if (m->rows.kind != SG_AXIS_CODES || m->cols.kind != SG_AXIS_CODES)
		return sg_axis_has(&m->cols, k, c);
	for (uint32_t i = 0; i < n; i++)
		if (sg_tally_has(&m->col_units, k, on[i]))
			return true;
	return false;
}

static void fill(struct coding_matrix *m)
{
	uint32_t *on = sg_alloc(sg_code_units_most(&m->units), sizeof *on);

	m->cells = sg_zalloc((size_t)m->rows.n * m->cols.n, sizeof *m->cells);
	m->shown = sg_arena_array(m->v->arena, m->ncodings, sizeof *m->shown);
	for (size_t i = 0; i < m->ncodings; i++) {
		const struct sg_study_coding *c = &m->v->s->codings[m->codings[i]];
		uint32_t non = sg_code_units_of(&m->units, c, on);
		bool any = false;
		for (uint32_t r = 0; r < m->rows.n; r++) {
			if (!sg_axis_has(&m->rows, r, c))
				continue;
			any = true;
			for (uint32_t k = 0; k < m->cols.n; k++)
				if (meets(m, c, k, on, non))
					SG_PUSH(&m->cells[(size_t)r * m->cols.n + k],
						m->codings[i]);
		}
		if (any)
			m->shown[m->nshown++] = m->codings[i];
	}
	free(on);
}

static void release(struct coding_matrix *m)
{
	for (size_t i = 0; i < (size_t)m->rows.n * m->cols.n; i++)
		free(m->cells[i].v);
	free(m->cells);
}

/* People of `count` cells from the first on. */
static uint32_t people(const struct coding_matrix *m, size_t first, size_t count)
{
	const struct sg_study *s = m->v->s;
	struct sg_tally t;

	sg_tally_init(&t, m->v->arena, 1, s->ncases);
	for (size_t k = first; k < first + count; k++)
		for (size_t i = 0; i < m->cells[k].n; i++)
			sg_tally_set(&t, 0,
				s->answers[s->codings[m->cells[k].v[i]].answer].case_);
	return sg_tally_count(&t, 0);
}

static void quote_row(struct coding_matrix *m, struct sg_units *units,
	const struct sg_groups *groups, bool show_groups, uint32_t row,
	struct sg_cell *cells)
{
	struct sg_quote_row *rows =
		sg_arena_array(m->v->arena, m->cols.n, sizeof *rows);
	struct sg_quote_options o = {.most = m->o->quotes == UINT32_MAX ? 0
					     : m->o->quotes             ? m->o->quotes
									: QUOTES,
		.question = SG_NONE,
		.groups = groups,
		.show_groups = show_groups};

	for (uint32_t k = 0; k < m->cols.n; k++) {
		size_t at = (size_t)row * m->cols.n + k;
		rows[k].codings = m->cells[at].v;
		rows[k].ncodings = m->cells[at].n;
		rows[k].n = people(m, at, 1);
		rows[k].codes = &m->rows.items[row];
		rows[k].ncodes = m->rows.kind == SG_AXIS_CODES;
	}
	sg_quotations_choose(m->v, units, &o, rows, m->cols.n);
	for (uint32_t k = 0; k < m->cols.n; k++) {
		if (rows[k].n == 0)
			continue;
		cells[k].kind = SG_CELL_QUOTES;
		cells[k].quotes = rows[k].quotes;
		cells[k].nquotes = rows[k].nquotes;
		cells[k].number = rows[k].n;
	}
}

static void name_columns(struct coding_matrix *m, struct sg_table *t)
{
	bool quotes = m->show == CELL_QUOTES;

	sg_table_column(m->t, t, 0, "row", m->rows.title, false, false);
	t->columns[0].machine = true;
	sg_table_column(m->t, t, 1, "name", m->rows.title, false, true);
	sg_table_column(m->t, t, 2, "n", SG_STR("n(%)"), true, false);
	for (uint32_t k = 0; k < m->cols.n; k++)
		sg_table_column(m->t, t, 3 + k,
			sg_arena_strz(m->v->arena, m->cols.keys[k]), m->cols.names[k],
			!quotes, quotes);
}

static void add_row(struct coding_matrix *m, struct sg_table *t, uint32_t row)
{
	struct sg_cell *cells = sg_table_row(m->t, t);
	size_t first = (size_t)row * m->cols.n;

	cells[0] = sg_cell_text(m->rows.keys[row]);
	cells[1] = sg_cell_text(m->rows.names[row]);
	cells[2] = sg_cell_share(people(m, first, m->cols.n), m->base, m->base > 0);
	for (uint32_t k = 0; m->show != CELL_QUOTES && k < m->cols.n; k++) {
		uint32_t n = people(m, first + k, 1);
		cells[3 + k] = m->show == CELL_N
				       ? sg_cell_count(n)
				       : sg_cell_share(n, m->base, m->base > 0);
	}
}

static int find_cell(struct coding_matrix *m, struct sg_error *err)
{
	const char *cell = m->o->cell ? m->o->cell : "n";

	if (strcmp(cell, "n") == 0)
		m->show = CELL_N;
	else if (strcmp(cell, "n%") == 0)
		m->show = CELL_SHARE;
	else if (strcmp(cell, "quotes") == 0)
		m->show = CELL_QUOTES;
	else
		return sg_error_set(err, SG_EUSAGE,
			_("there is no cell '%s': n, n%%, quotes"), cell);
	return m->show == CELL_QUOTES ? sg_units_check(m->v->s, err) : 0;
}

static void add_notes(struct coding_matrix *m, struct sg_table *t,
	const struct sg_groups *groups, bool grouped)
{
	struct sg_str none = SG_STR("");

	sg_remark_n(m->t, t, m->v, groups, grouped, m->o->base, SG_NONE);
	if (m->rows.kind == SG_AXIS_CODES && m->cols.kind == SG_AXIS_CODES)
		sg_remark(m->t, t, m->v, SG_NOTE_MATRIX_CODING,
			sg_label(sg_code_unit_label(m->units.unit), m->v->english),
			none, none);
	if (m->units.defaults_left_out)
		sg_remark(m->t, t, m->v, SG_NOTE_DEFAULT_IN_UNITS, none, none, none);
	sg_remark_review(m->t, t, m->v, m->shown, m->nshown);
	sg_remark_source(t, m->v);
}

/* Codes meet codes on a unit; everything else lies where its coding is. */
static int check_options(const struct coding_matrix *m, struct sg_error *err)
{
	bool rows = m->rows.kind == SG_AXIS_CODES, cols = m->cols.kind == SG_AXIS_CODES;

	if (m->o->unit && !(rows && cols))
		return sg_error_set(err, SG_EUSAGE,
			_("--unit is for codes in the rows and in the columns"));
	if (m->o->level && !rows && !cols)
		return sg_error_set(err, SG_EUSAGE,
			_("--level is for codes in the rows or in the columns"));
	return 0;
}

int sg_matrix_coding(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_view v;
	struct coding_matrix m = {.v = &v, .o = o, .t = out};
	struct sg_groups groups;
	struct sg_units units;
	enum sg_code_unit unit;
	uint32_t group = SG_NONE;

	int rc = sg_view_init(&v, s, &o->filter, &out->arena, err);
	if (rc == 0)
		rc = sg_view_attribute(&v, o->group, &group, err);
	if (rc == 0 && (o->rows.n == 0 || !o->columns))
		rc = sg_error_set(err, SG_EUSAGE,
			_("a matrix of codes needs --rows and --columns"));
	if (rc == 0)
		rc = sg_axis_init(&m.rows, &v, o->rows, o->level, err);
	if (rc == 0)
		rc = sg_axis_init(&m.cols, &v, sg_str_of(o->columns), o->level, err);
	if (rc == 0)
		rc = check_options(&m, err);
	if (rc == 0)
		rc = find_cell(&m, err);
	if (rc == 0)
		rc = sg_code_unit_find(s, o->unit, &unit, err);
	if (rc < 0)
		return rc;
	m.ncodings = sg_codings_counted(&v, SG_NONE, &m.codings);
	sg_code_units_init(&m.units, &v, unit, UINT32_MAX, m.codings, m.ncodings);
	if (m.cols.kind == SG_AXIS_CODES)
		mark_columns(&m);
	fill(&m);
	m.base = sg_remark_base(&v, o->base, SG_NONE);
	sg_groups_init(&groups, &v, group);
	sg_units_init(&units, s, &out->arena);
	struct sg_table *t = sg_tables_add(out, "matrix", 3 + m.cols.n);
	struct sg_str titles[] = {m.rows.title, m.cols.title};
	t->caption = sg_fill(&out->arena,
		sg_label(SG_LABEL_MATRIX_CODING_TITLE, v.english), titles, 2);
	name_columns(&m, t);
	for (uint32_t r = 0; r < m.rows.n; r++) {
		add_row(&m, t, r);
		if (m.show == CELL_QUOTES)
			quote_row(&m, &units, &groups, group != SG_NONE, r,
				&t->cells[(t->nrows - 1) * t->ncolumns + 3]);
	}
	add_notes(&m, t, &groups, group != SG_NONE);
	release(&m);
	return 0;
}
