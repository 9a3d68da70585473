/* Codes by respondent, question and attribute, and the list of quotations. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/analysis.h"
#include "study_dsl.h"
#include "tables_helper.h"

static const char text[] = "attributes 직군\n"
			   "facet 입장 찬성|반대\n"
			   "code A 개념\n"
			   "\tcode A1 정의\n"
			   "\tcode A2 관계\n"
			   "question Q1 개념 A\n"
			   "question Q2 동인 A\n"
			   "case R1 가\n"
			   "case R2 가\n"
			   "case R3 나\n"
			   "answer R1 Q1 □ 하나다. 둘이다.\n"
			   "answer R1 Q2 셋이다.\n"
			   "answer R2 Q1 넷이다.\n"
			   "answer R3 Q2 다섯이다.\n"
			   "coding R1 Q1 A1 rules \"□ 하나다.\"\n"
			   "coding R1 Q1 A1 rules \"둘이다.\"\n"
			   "coding R1 Q2 A1 kim 입장=반대 \"셋이다.\"\n"
			   "coding R2 Q1 A1 default \"*\"\n"
			   "coding R3 Q2 A2 reviewed \"다섯이다.\"\n";

static struct sg_study study;
static struct sg_tables tables;

static const struct sg_table *make(const struct sg_table_options *o)
{
	struct sg_error err;

	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	assert_int_equal(sg_matrix(&study, o, &tables, &err), 0);
	return &tables.v[0];
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	return 0;
}

static void test_case(void **state)
{
	struct sg_table_options o = {.columns = "respondent"};

	(void)state;
	const struct sg_table *t = make(&o);
	assert_int_equal(t->nrows, 2);
	assert_int_equal(t->ncolumns, 6);
	th_near(th_number(t, "A1", "n"), 2);
	th_near(th_number(t, "A1", "R1"), 3);
	th_near(th_number(t, "A1", "R2"), 1);
	th_near(th_number(t, "A1", "R3"), 0);
	th_near(th_number(t, "A2", "R3"), 1);
	done(NULL);
	o.presence = true;
	th_near(th_number(make(&o), "A1", "R1"), 1);
}

static void test_question(void **state)
{
	struct sg_table_options o = {.columns = "question"};

	(void)state;
	const struct sg_table *t = make(&o);
	th_near(th_number(t, "A1", "Q1"), 2); /* people, not places */
	th_near(th_number(t, "A1", "Q2"), 1);
	assert_true(sg_str_eqz(t->columns[3].label, "Q1(2)"));
}

static void test_attribute(void **state)
{
	struct sg_table_options o = {.columns = "직군", .small_group = 2};

	(void)state;
	const struct sg_table *t = make(&o);
	th_near(th_number(t, "A1", "가"), 2);
	th_near(th_number(t, "A1", "나"), 0);
	assert_true(th_cell(t, 0, "가")->percent);
	assert_false(th_cell(t, 0, "나")->percent);
}

static void test_level(void **state)
{
	struct sg_table_options o = {.columns = "respondent", .level = 1};

	(void)state;
	const struct sg_table *t = make(&o);
	assert_int_equal(t->nrows, 1);
	th_near(th_number(t, "A", "n"), 3);
	th_near(th_number(t, "A", "R1"), 3);
}

static void test_quotes(void **state)
{
	struct sg_str code = SG_STR("A");
	struct sg_table_options o = {.filter = {.codes = &code, .ncodes = 1}};
	struct sg_error err;

	(void)state;
	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	assert_int_equal(sg_quotes(&study, &o, &tables, &err), 0);
	const struct sg_table *t = &tables.v[0];
	assert_int_equal(t->nrows, 5);
	assert_true(sg_str_eqz(th_cell(t, 0, "text")->text, "하나다."));
	assert_true(sg_str_eqz(th_cell(t, 0, "coder")->text, "규칙"));
	assert_int_equal(th_cell(t, 0, "reviewed")->kind, SG_CELL_EMPTY);
	assert_true(sg_str_eqz(th_cell(t, 2, "coder")->text, "kim"));
	assert_true(sg_str_eqz(th_cell(t, 2, "입장")->text, "반대"));
	assert_true(sg_str_eqz(th_cell(t, 3, "coder")->text, "기본 부여"));
	assert_true(sg_str_eqz(th_cell(t, 4, "reviewed")->text, "예"));
	assert_true(sg_str_eqz(th_cell(t, 4, "group")->text, "나"));
	assert_true(th_note(t, "응답자 3명의 코딩 5건"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_case, done),
		cmocka_unit_test_teardown(test_question, done),
		cmocka_unit_test_teardown(test_attribute, done),
		cmocka_unit_test_teardown(test_level, done),
		cmocka_unit_test_teardown(test_quotes, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
