/* Where codes meet: queries of codes, matrices of codes, groups, saturation; all counted
 * by hand. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/analysis.h"
#include "analysis/saturation.h"
#include "study_dsl.h"
#include "tables_helper.h"

/* Answers: R1 Q1 has A1 and B1 in one sentence, B2 in another; R1 Q2 has A1; R2 Q1 has A2
 * and B1 in two sentences; R3 Q1 has B2 only; R4 Q1 has A1 and C. */
static const char text[] = "attributes 직군 지역\n"
			   "facet 입장 찬성|반대\n"
			   "code A 가\n"
			   "\tcode A1 가하나\n"
			   "\tcode A2 가둘\n"
			   "code B 나\n"
			   "\tcode B1 나하나\n"
			   "\tcode B2 나둘\n"
			   "code C 다·라\n"
			   "question Q1 하나 -\n"
			   "question Q2 둘 -\n"
			   "case R1 공무원 도시\n"
			   "case R2 공무원 농촌\n"
			   "case R3 교수 도시\n"
			   "case R4 교수 도시\n"
			   "answer R1 Q1 첫째 문장입니다. 둘째 문장입니다.\n"
			   "answer R1 Q2 셋째 문장입니다.\n"
			   "answer R2 Q1 넷째 문장입니다. 다섯째 문장입니다.\n"
			   "answer R3 Q1 여섯째 문장입니다.\n"
			   "answer R4 Q1 일곱째 문장입니다.\n"
			   "coding R1 Q1 A1 rules 입장=찬성 \"첫째 문장입니다.\"\n"
			   "coding R1 Q1 B1 rules \"첫째 문장입니다.\"\n"
			   "coding R1 Q1 B2 rules \"둘째 문장입니다.\"\n"
			   "coding R1 Q2 A1 rules 입장=반대 \"셋째 문장입니다.\"\n"
			   "coding R2 Q1 A2 rules \"넷째 문장입니다.\"\n"
			   "coding R2 Q1 B1 rules \"다섯째 문장입니다.\"\n"
			   "coding R3 Q1 B2 rules \"여섯째 문장입니다.\"\n"
			   "coding R4 Q1 A1 rules 입장=반대 \"일곱째 문장입니다.\"\n"
			   "coding R4 Q1 C rules \"일곱째 문장입니다.\"\n";

static struct sg_study study;
static struct sg_tables tables;
static struct sg_error err;

static int make(int (*table)(const struct sg_study *, const struct sg_table_options *,
			struct sg_tables *, struct sg_error *),
	const struct sg_table_options *o)
{
	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	return table(&study, o, &tables, &err);
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	return 0;
}

static void query_gives(
	const char *query, const char *unit, size_t rows, const char *note)
{
	struct sg_table_options o = {.query = sg_str_of(query), .unit = unit};

	assert_int_equal(make(sg_quotes, &o), 0);
	if (tables.v[0].nrows != rows)
		fail_msg("%s: %zu rows, not %zu", query, tables.v[0].nrows, rows);
	if (!th_note(&tables.v[0], note))
		fail_msg("%s: no note '%s'", query, note);
	done(NULL);
}

static void queries(void **state)
{
	(void)state;
	/* Answers with both: R1 Q1 (A1, B1, B2) and R2 Q1 (A2, B1). */
	query_gives("A AND B", "answer", 5, "답변: 2개");
	/* Sentences with both: the first only. */
	query_gives("A AND B", "sentence", 2, "문장: 1개");
	/* Respondents with A and without B: R4; B is not shown. */
	query_gives("A NOT B", "respondent", 1, "응답자: 1개");
	query_gives("A NOT B", NULL, 2, "답변: 2개");
	query_gives("A1 AND (B1 | C)", "answer", 4, "답변: 2개");
	query_gives("가하나 AND \"다·라\"", "answer", 2, "답변: 1개");
	query_gives("@A2 | B2", "answer", 3, "답변: 3개");
	/* A code by itself is no query: both its codings. */
	query_gives("A2", NULL, 1, "응답자 1명");
}

static void bad_queries(void **state)
{
	static const struct {
		const char *query, *unit, *part;
		int rc;
	} bad[] = {
		{"A AND Z", NULL, "Z", SG_ENOTFOUND},
		{"A AND", NULL, "AND", SG_EUSAGE},
		{"A NEAR/3 B", NULL, "AND, NOT", SG_EUSAGE},
		{"A AND ~어렵다", NULL, "AND, NOT", SG_EUSAGE},
		{"A2", "answer", "--unit", SG_EUSAGE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct sg_table_options o = {
			.query = sg_str_of(bad[i].query), .unit = bad[i].unit};
		assert_int_equal(make(sg_quotes, &o), bad[i].rc);
		if (!strstr(err.text, bad[i].part))
			fail_msg("%s: %s", bad[i].query, err.text);
		done(NULL);
	}
}

static void cell_is(const char *row, const char *column, double n)
{
	const struct sg_table *t = &tables.v[0];
	double found = th_cell(t, th_row(t, "row", row), column)->number;

	if (!(fabs(found - n) < 1e-9))
		fail_msg("%s × %s: %g, not %g", row, column, found, n);
}

static void codes_by_codes(void **state)
{
	struct sg_table_options o = {.rows = SG_STR("A"), .columns = "B"};

	(void)state;
	assert_int_equal(make(sg_matrix_coding, &o), 0);
	assert_int_equal(tables.v[0].nrows, 2);
	cell_is("A1", "B1", 1);
	cell_is("A1", "B2", 1);
	cell_is("A2", "B1", 1);
	cell_is("A2", "B2", 0);
	cell_is("A1", "n", 1); /* R4's A1 meets no B */
	done(NULL);
	o.unit = "sentence";
	assert_int_equal(make(sg_matrix_coding, &o), 0);
	cell_is("A1", "B1", 1);
	cell_is("A1", "B2", 0);
	cell_is("A2", "B1", 0);
}

static void codes_by_other_things(void **state)
{
	struct sg_table_options o = {.rows = SG_STR("A"), .columns = "입장"};

	(void)state;
	assert_int_equal(make(sg_matrix_coding, &o), 0);
	cell_is("A1", "찬성", 1);
	cell_is("A1", "반대", 2);
	cell_is("A1", "undecided", 0);
	cell_is("A2", "undecided", 1);
	cell_is("A1", "n", 2);
	done(NULL);
	o.columns = "문항";
	assert_int_equal(make(sg_matrix_coding, &o), 0);
	cell_is("A1", "Q1", 2);
	cell_is("A1", "Q2", 1);
	done(NULL);
	o.rows = SG_STR("직군");
	o.columns = "A,B";
	assert_int_equal(make(sg_matrix_coding, &o), 0);
	cell_is("공무원", "A1", 1);
	cell_is("교수", "A1", 1);
	cell_is("교수", "B2", 1);
	cell_is("교수", "B1", 0);
	done(NULL);
	o.columns = "없는것";
	assert_int_equal(make(sg_matrix_coding, &o), SG_ENOTFOUND);
	assert_non_null(strstr(err.text, "없는것"));
}

static void quotations_in_cells(void **state)
{
	struct sg_table_options o = {
		.rows = SG_STR("A"), .columns = "C", .cell = "quotes"};

	(void)state;
	assert_int_equal(make(sg_matrix_coding, &o), 0);
	const struct sg_cell *cell =
		th_cell(&tables.v[0], th_row(&tables.v[0], "row", "A1"), "C");
	assert_int_equal(cell->kind, SG_CELL_QUOTES);
	assert_int_equal(cell->nquotes, 1);
	assert_true(sg_str_eqz(cell->quotes[0].text, "일곱째 문장입니다."));
	assert_true(sg_str_eqz(cell->quotes[0].respondent, "R4"));
}

/* A1: R1 of two 공무원, R4 of two 교수. By both attributes: 공무원·도시 R1, 공무원·농촌
 * R2, 교수·도시 R3 and R4. */
static void groups(void **state)
{
	struct sg_table_options o = {.by = SG_STR("직군")};

	(void)state;
	assert_int_equal(make(sg_crosstab, &o), 0);
	const struct sg_table *t = &tables.v[0];
	th_near(th_number(t, "A1", "공무원"), 1);
	th_near(th_number(t, "A1", "교수"), 1);
	th_near(th_number(t, "B1", "공무원"), 2);
	th_near(th_number(t, "B1", "교수"), 0);
	assert_false(th_cell(t, th_row(t, "code", "B1"), "공무원")->percent);
	done(NULL);
	o.by = SG_STR("직군,지역");
	o.tests = true;
	assert_int_equal(make(sg_crosstab, &o), 0);
	t = &tables.v[0];
	th_near(th_number(t, "A1", "공무원·도시"), 1);
	th_near(th_number(t, "A1", "공무원·농촌"), 0);
	th_near(th_number(t, "A1", "교수·도시"), 1);
	th_near(th_cell(t, 0, "교수·도시")->base, 2);
	done(NULL);
	/* B1: both 공무원, no 교수. Fisher's p of (2,0;0,2) is 2/6. */
	o.by = SG_STR("직군");
	assert_int_equal(make(sg_crosstab, &o), 0);
	th_near(th_number(&tables.v[0], "B1", "p"), 1 / 3.0);
	th_near(th_number(&tables.v[0], "B1", "cramer_v"), 1);
	th_near(th_number(&tables.v[0], "B1", "residual:공무원"), 2);
	done(NULL);
	o.by = SG_STR("");
	assert_int_equal(make(sg_crosstab, &o), SG_EUSAGE);
}

/* Of Guest et al.'s kind: base of 4 interviews with 10 + 4 + 3 + 3 = 20 codes; runs of 2:
 * (1, 1) 10 %, (1, 0) 5 %, (0, 0) 0 %. */
static void saturation_by_hand(void **state)
{
	const uint32_t codes_new[] = {10, 4, 3, 3, 1, 1, 0, 0};
	struct sg_saturation s;

	(void)state;
	sg_saturation_of(&s, codes_new, 8, 4, 2);
	assert_int_equal(s.base_codes, 20);
	assert_int_equal(s.nruns, 3);
	assert_int_equal(sg_saturation_run(codes_new, 0, 4, 2), 2);
	assert_int_equal(s.at_5, 5);
	assert_int_equal(s.at_0, 6);
	sg_saturation_of(&s, codes_new, 5, 4, 2);
	assert_int_equal(s.nruns, 0);
	assert_int_equal(s.at_5, 0);
	sg_saturation_of(&s, codes_new, 0, 4, 2);
	assert_int_equal(s.base_codes, 0);
	assert_int_equal(s.at_0, 0);
}

/* R1: A1 B1 B2; R2: A2; R3: nothing new; R4: C. Over all orders the last place has all
 * five codes. */
static void saturation_table(void **state)
{
	struct sg_table_options o = {.base_size = 1, .run_length = 1};

	(void)state;
	assert_int_equal(make(sg_saturation, &o), 0);
	const struct sg_table *t = &tables.v[0];
	const double fresh[] = {3, 1, 0, 1}, seen[] = {3, 4, 4, 5};
	for (size_t i = 0; i < 4; i++) {
		th_near(th_cell(t, i, "new")->number, fresh[i]);
		th_near(th_cell(t, i, "codes")->number, seen[i]);
	}
	th_near(th_cell(t, 1, "run_percent")->number, 100 / 3.0);
	th_near(th_cell(t, 3, "random_low")->number, 5);
	th_near(th_cell(t, 3, "random_mean")->number, 5);
	/* First: 3, 2 (A2 B1), 1 (B2) or 2 (A1 C), a quarter of the orders each: mean 2. */
	if (!(fabs(th_cell(t, 0, "random_mean")->number - 2) < 0.1))
		fail_msg("%g", th_cell(t, 0, "random_mean")->number);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(queries),
		cmocka_unit_test(bad_queries),
		cmocka_unit_test_teardown(codes_by_codes, done),
		cmocka_unit_test_teardown(codes_by_other_things, done),
		cmocka_unit_test_teardown(quotations_in_cells, done),
		cmocka_unit_test_teardown(groups, done),
		cmocka_unit_test(saturation_by_hand),
		cmocka_unit_test_teardown(saturation_table, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
