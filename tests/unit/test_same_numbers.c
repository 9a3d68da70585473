/* Every table of the bundled study in every format: the numbers that are read back are
 * those of the JSON. The readers here are not those of the program but for Excel and
 * CSV. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

#include "ingest/csv.h"
#include "ingest/xlsx.h"
#include "office.h"
#include "project/project.h"

#define STUDY "corpora/intelligent-government/"

static struct sg_project *project;
static struct sg_study study;
static struct sg_tables tables;
static json_t *json;
static struct sg_buf out;
static size_t compared; /* numbers, in the test that runs */

static const struct {
	const char *kind;
	struct sg_table_options options;
} made[] = {
	{"findings", {.outside_min = 0}},
	{"themes", {.level = 0}},
	{"themes", {.by = {"직군", sizeof "직군" - 1}}},
	{"matrix", {.level = 0}},
	{"matrix", {.columns = "question"}},
	{"matrix", {.columns = "직군", .presence = true}},
	{"cooccur", {.more = true}},
	{"quotes", {.filter = {.ncodes = 0}}},
};

static void write_as(const char *format)
{
	struct sg_write_options o = {.width = 100000, .time = study.run_at};
	struct sg_error err;

	sg_error_reset(&err);
	sg_buf_reset(&out);
	assert_int_equal(sg_writer_find(format)->write(&tables, &o, &out, &err), 0);
}

static int setup(void **state)
{
	struct sg_project_options options = {.now = "2026-01-01T00:00:00Z"};
	const char *root = getenv("SRCDIR");
	struct sg_ingest_counts in;
	struct sg_code_counts coded;
	struct sg_str code = SG_STR("C1a");

	(void)state;
	if (!root || chdir(root) != 0 ||
		sg_project_create(&project, ":memory:", &options) != 0 ||
		sg_project_questionnaire(project, STUDY "questionnaire.md") != 0 ||
		sg_project_ingest(project, STUDY "interviews", NULL, &in) != 0 ||
		sg_project_code(project, "codebooks/intelligent-government.md", NULL,
			&coded) != 0 ||
		sg_study_load(&study, sg_project_store(project), SG_STUDY_BODIES,
			sg_project_err(project)) != 0)
		return -1;
	sg_tables_init(&tables);
	sg_buf_init(&out);
	for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
		struct sg_table_options o = made[i].options;
		if (strcmp(made[i].kind, "quotes") == 0) {
			o.filter.codes = &code;
			o.filter.ncodes = 1;
		}
		if (sg_table_kind_find(made[i].kind)
				->make(&study, &o, &tables, sg_project_err(project)) !=
			0)
			return -1;
	}
	write_as("json");
	json = json_loadb(out.p, out.n, 0, NULL);
	return json ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	json_decref(json);
	sg_tables_release(&tables);
	sg_study_release(&study);
	sg_project_close(project);
	sg_buf_release(&out);
	return 0;
}

/* What the JSON has at a place. */
static json_t *value(size_t table, size_t row, size_t column)
{
	json_t *t = json_array_get(json, table);
	json_t *r = json_array_get(json_object_get(t, "rows"), row);

	return json_object_get(r, tables.v[table].columns[column].key.p);
}

static bool is_number(const struct sg_cell *c)
{
	return c->kind == SG_CELL_COUNT || c->kind == SG_CELL_SHARE ||
	       c->kind == SG_CELL_REAL;
}

/* "8(26.7)", "8", "0.048" as the JSON says it must be printed. */
static void expected(const struct sg_cell *c, json_t *v, char text[64])
{
	if (json_is_object(v)) {
		json_t *percent = json_object_get(v, "percent");
		long long n = json_integer_value(json_object_get(v, "n"));
		if (json_is_real(percent))
			snprintf(text, 64, "%lld(%.1f)", n, json_real_value(percent));
		else
			snprintf(text, 64, "%lld", n);
	} else if (json_is_integer(v)) {
		snprintf(text, 64, "%lld", (long long)json_integer_value(v));
	} else if (json_is_real(v)) {
		/* the JSON has a digit more: what is printed is near it */
		snprintf(text, 64, "%.*f", c->digits, json_real_value(v));
	} else {
		snprintf(text, 64, "–");
	}
}

static void number_is(const struct sg_cell *c, json_t *v, struct sg_str got)
{
	char text[64];

	expected(c, v, text);
	compared++;
	if (c->text.n) {
		assert_true(sg_str_starts(got, c->text));
		got = sg_str_skip(got, c->text.n + 1);
	}
	struct sg_str rest = sg_str_skip(got, strlen(text));
	if (c->kind == SG_CELL_REAL && json_is_real(v)) {
		char *z = sg_strdup(got);
		double shown = atof(z), half = 0.5 * pow(10, -c->digits);
		free(z);
		if (fabs(shown - json_real_value(v)) > half * 1.2)
			fail_msg("'%.*s' is not %g", SG_ARG(got), json_real_value(v));
		return;
	}
	if (!sg_str_starts(got, sg_str_of(text)) || (rest.n && rest.p[0] != '\n'))
		fail_msg("'%.*s' is not '%s'", SG_ARG(got), text);
}

/* Documents of Word, Hangul and browsers: a row more than the table, for the head. */
static void check_grids(struct of_grids *g)
{
	compared = 0;
	assert_int_equal(g->tables.n, tables.n);
	for (size_t i = 0; i < tables.n; i++) {
		const struct sg_table *t = &tables.v[i];
		const struct of_grid *grid = &g->tables.v[i];
		size_t col = 0;
		assert_int_equal(grid->rows, t->nrows + 1);
		for (size_t k = 0; k < t->ncolumns; k++) {
			if (t->columns[k].machine)
				continue;
			for (size_t row = 0; row < t->nrows; row++) {
				const struct sg_cell *c =
					&t->cells[row * t->ncolumns + k];
				if (is_number(c))
					number_is(c, value(i, row, k),
						grid->cells[(row + 1) * grid->cols +
							    col]);
			}
			col++;
		}
		assert_int_equal(col, grid->cols);
	}
	assert_true(compared > 1000);
	of_release(g);
}

static void test_docx(void **state)
{
	struct of_grids g;

	(void)state;
	write_as("docx");
	of_docx(&g, sg_buf_str(&out));
	check_grids(&g);
}

static void test_hwpx(void **state)
{
	struct of_grids g;

	(void)state;
	write_as("hwpx");
	of_hwpx(&g, sg_buf_str(&out));
	check_grids(&g);
}

static void test_html(void **state)
{
	struct of_grids g;

	(void)state;
	write_as("html");
	of_html(&g, sg_buf_str(&out));
	check_grids(&g);
}

/* Which cells of its own a column has in Excel: text, n, %, remark. */
static void parts_of(const struct sg_table *t, size_t k, bool has[4])
{
	memset(has, 0, 4 * sizeof *has);
	for (size_t row = 0; row < t->nrows; row++) {
		const struct sg_cell *c = &t->cells[row * t->ncolumns + k];
		has[0] |= c->text.n || c->kind == SG_CELL_QUOTES;
		has[1] |= is_number(c);
		has[2] |= c->kind == SG_CELL_SHARE && c->percent;
		has[3] |= is_number(c) && c->mark.n;
	}
	has[0] |= !has[1];
}

static void excel_is(const struct sg_sheet *s, size_t head, size_t row, size_t col,
	const bool has[4], const struct sg_cell *c, json_t *v)
{
	struct sg_str n = sg_sheet_cell(s, head + 1 + row, col + has[0]);
	struct sg_cell bare = *c;

	bare.text = (struct sg_str){"", 0};
	if (!json_is_object(v)) {
		if (c->kind != SG_CELL_REAL || json_is_real(v))
			number_is(&bare, v, n);
		return;
	}
	json_t *percent = json_object_get(v, "percent");
	json_t *count = json_object_get(v, "n");
	bare.kind = SG_CELL_COUNT;
	number_is(&bare, count, n);
	struct sg_str p = sg_sheet_cell(s, head + 1 + row, col + has[0] + has[1]);
	if (json_is_real(percent)) {
		char shown[32], *z = sg_strdup(p);
		snprintf(shown, sizeof shown, "%.1f", json_real_value(percent));
		assert_true(fabs(atof(z) - atof(shown)) < 1e-9);
		free(z);
		compared++;
	} else if (has[2]) {
		assert_int_equal(p.n, 0);
	}
}

static void test_xlsx(void **state)
{
	struct sg_workbook book;
	struct sg_error err;

	(void)state;
	write_as("xlsx");
	compared = 0;
	sg_error_reset(&err);
	assert_int_equal(
		sg_xlsx_read_bytes(&book, sg_buf_str(&out), "t.xlsx", &err), 0);
	assert_int_equal(book.n, tables.n);
	for (size_t i = 0; i < tables.n; i++) {
		const struct sg_table *t = &tables.v[i];
		size_t head = 1 + (t->lead.n > 0), col = 0;
		for (size_t k = 0; k < t->ncolumns; k++) {
			bool has[4];
			if (t->columns[k].machine)
				continue;
			parts_of(t, k, has);
			for (size_t row = 0; row < t->nrows; row++) {
				const struct sg_cell *c =
					&t->cells[row * t->ncolumns + k];
				if (is_number(c))
					excel_is(&book.v[i], head, row, col, has, c,
						value(i, row, k));
			}
			for (size_t p = 0; p < 4; p++)
				col += has[p];
		}
	}
	assert_true(compared > 1000);
	sg_workbook_release(&book);
}

/* CSV and TSV: one flat table; the columns of all, joined by key. */
struct flat {
	SG_VEC(char *) keys;
	size_t table, row;
};

static struct sg_str flat_field(const struct flat *f, const struct sg_row *row,
	struct sg_str key, const char *tail)
{
	for (size_t i = 0; i < f->keys.n; i++) {
		struct sg_str have = sg_str_of(f->keys.v[i]);
		if (sg_str_starts(have, key) &&
			sg_str_eqz(sg_str_skip(have, key.n), tail))
			return row->v[i];
	}
	return (struct sg_str){NULL, 0};
}

static void flat_is(struct sg_str got, json_t *v, const struct sg_cell *c)
{
	char *z = sg_strdup(got);

	compared++;
	if (json_is_null(v))
		assert_int_equal(got.n, 0);
	else if (fabs(atof(z) - json_number_value(v)) >
		 (c->kind == SG_CELL_REAL ? 0.6 * pow(10, -c->digits) : 1e-9))
		fail_msg("'%s' is not %g", z, json_number_value(v));
	free(z);
}

static int flat_row(void *ctx, const struct sg_row *row, struct sg_error *err)
{
	struct flat *f = ctx;

	(void)err;
	if (f->keys.n == 0) {
		for (size_t i = 0; i < row->n; i++)
			SG_PUSH(&f->keys, sg_strdup(row->v[i]));
		return 0;
	}
	while (f->row == tables.v[f->table].nrows) {
		f->table++;
		f->row = 0;
	}
	const struct sg_table *t = &tables.v[f->table];
	assert_true(sg_str_eq(row->v[0], t->id));
	for (size_t k = 0; k < t->ncolumns; k++) {
		const struct sg_cell *c = &t->cells[f->row * t->ncolumns + k];
		struct sg_str key = t->columns[k].key;
		json_t *v = value(f->table, f->row, k);
		if (!is_number(c))
			continue;
		struct sg_str n = flat_field(f, row, key, "_n");
		if (!n.p)
			n = flat_field(f, row, key, "");
		flat_is(n, json_is_object(v) ? json_object_get(v, "n") : v, c);
		if (!json_is_object(v))
			continue;
		flat_is(flat_field(f, row, key, "_percent"),
			json_object_get(v, "percent"), c);
		flat_is(flat_field(f, row, key, "_base"), json_object_get(v, "base"),
			c);
	}
	f->row++;
	return 0;
}

static void check_flat(const char *format, char separator)
{
	struct flat f = {.keys = {NULL, 0, 0}};
	struct sg_error err;

	write_as(format);
	compared = 0;
	sg_error_reset(&err);
	assert_int_equal(sg_csv_read(sg_buf_str(&out), format, separator,
				 separator == ',', flat_row, &f, &err),
		0);
	assert_int_equal(f.table, tables.n - 1);
	assert_int_equal(f.row, tables.v[f.table].nrows);
	assert_true(compared > 1000);
	for (size_t i = 0; i < f.keys.n; i++)
		free(f.keys.v[i]);
	free(f.keys.v);
}

static void test_csv(void **state)
{
	(void)state;
	check_flat("csv", ',');
}

static void test_tsv(void **state)
{
	(void)state;
	check_flat("tsv", '\t');
}

static size_t times(const char *whole, const char *text)
{
	size_t n = 0;

	for (const char *p = whole; (p = strstr(p, text)); p++)
		n++;
	return n;
}

/* Running text: each number n(%) as often as the JSON says, at least. */
static void check_text(const char *format)
{
	char text[64];

	write_as(format);
	compared = 0;
	for (size_t i = 0; i < tables.n; i++) {
		const struct sg_table *t = &tables.v[i];
		for (size_t at = 0; at < t->nrows * t->ncolumns; at++) {
			const struct sg_cell *c = &t->cells[at];
			if (!is_number(c) || t->columns[at % t->ncolumns].machine)
				continue;
			expected(c, value(i, at / t->ncolumns, at % t->ncolumns), text);
			if (!strchr(text, '('))
				continue;
			size_t need = 0;
			for (size_t j = 0; j < tables.n; j++)
				for (size_t b = 0;
					b < tables.v[j].nrows * tables.v[j].ncolumns;
					b++) {
					const struct sg_cell *o = &tables.v[j].cells[b];
					need += o->kind == SG_CELL_SHARE &&
						o->percent && c->number == o->number &&
						c->base == o->base;
				}
			if (times(sg_buf_z(&out), text) < need)
				fail_msg("%s: '%s' is not there %zu times", format,
					text, need);
			compared++;
		}
	}
	assert_true(compared > 200);
}

static void test_text(void **state)
{
	(void)state;
	check_text("text");
	check_text("md");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_docx),
		cmocka_unit_test(test_hwpx),
		cmocka_unit_test(test_html),
		cmocka_unit_test(test_xlsx),
		cmocka_unit_test(test_csv),
		cmocka_unit_test(test_tsv),
		cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
