/* Themes over the whole study; counts by hand. */
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

/* People: A1a R1 R2; A1b R2; A1 R1 R2; A R1 R2 R3 (R3 on A itself); B1 R1. R4 answered
 * and has no code, R5 said nothing at all. */
static const char text[] = "attributes 직군\n"
			   "code A 개념\n"
			   "\tcode A1 인식\n"
			   "\t\tcode A1a 정의\n"
			   "\t\tcode A1b 관계\n"
			   "code B 동인\n"
			   "\tcode B1 기술\n"
			   "\tcode B2 위기\n"
			   "question Q1 개념 A\n"
			   "question Q2 동인 B\n"
			   "case R1 가\n"
			   "case R2 가\n"
			   "case R3 나\n"
			   "case R4 나\n"
			   "case R5 나\n"
			   "answer R1 Q1 하나다. 둘이다.\n"
			   "answer R1 Q2 셋이다.\n"
			   "answer R2 Q1 넷이다.\n"
			   "answer R3 Q2 다섯이다.\n"
			   "answer R4 Q1 여섯이다.\n"
			   "none R5 Q1 blank 없음\n"
			   "coding R1 Q1 A1a rules \"하나다.\"\n"
			   "coding R1 Q1 A1a kim \"하나다.\"\n"
			   "coding R1 Q1 A1a rules \"둘이다.\"\n"
			   "coding R1 Q2 A1a rules \"셋이다.\"\n"
			   "coding R1 Q2 B1 rules \"셋이다.\"\n"
			   "coding R2 Q1 A1a default \"*\"\n"
			   "coding R2 Q1 A1b rules \"*\"\n"
			   "coding R3 Q2 A rules \"*\"\n";

static struct sg_study study;
static struct sg_tables tables;

static const struct sg_table *make(const struct sg_table_options *o)
{
	struct sg_error err;

	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	assert_int_equal(sg_themes(&study, o, &tables, &err), 0);
	return &tables.v[0];
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	return 0;
}

static void row_is(const struct sg_table *t, const char *code, double n,
	double mentions, double questions)
{
	th_near(th_number(t, code, "n"), n);
	th_near(th_number(t, code, "mentions"), mentions);
	th_near(th_number(t, code, "questions"), questions);
}

static void test_tree(void **state)
{
	struct sg_table_options o = {0};

	(void)state;
	const struct sg_table *t = make(&o);
	assert_int_equal(t->nrows, 8);
	/* A parent counts each person and each stretch once. A stretch that two coders
	 * coded is one, and so is R2's answer under A1a and A1b. */
	row_is(t, "A", 3, 5, 2);
	row_is(t, "A1", 2, 4, 2);
	row_is(t, "A1a", 2, 4, 2);
	row_is(t, "A1b", 1, 1, 1);
	row_is(t, "B", 1, 1, 1);
	row_is(t, "B2", 0, 0, 0);
	th_near(th_cell(t, 0, "n")->base, 4);
	assert_int_equal(th_cell(t, 0, "theme")->indent, 0);
	assert_int_equal(th_cell(t, 2, "theme")->indent, 2);
	size_t none = th_row(t, "theme", "코드 없음");
	th_near(th_cell(t, none, "n")->number, 1); /* R4 */
	assert_true(th_note(
		t, "응답자 5명, 유효응답이 하나라도 있는 응답자 4명(가 2, 나 2)"));
	assert_true(th_note(t, "기본 부여"));
	assert_true(th_note(t, "A1a 정의 1건"));
}

static void test_level_sort_min(void **state)
{
	struct sg_table_options o = {.level = 1};

	(void)state;
	const struct sg_table *t = make(&o);
	assert_int_equal(t->nrows, 3); /* A, B, none */
	done(NULL);
	o = (struct sg_table_options){.sort = SG_SORT_NAME, .min = 1};
	t = make(&o);
	/* 개념 < 동인; below 인식: 관계 < 정의; 위기 (0) is left out. */
	assert_true(sg_str_eqz(th_cell(t, 2, "code")->text, "A1b"));
	assert_int_equal(th_row(t, "code", "B2"), SIZE_MAX);
	assert_true(th_note(t, "1개 행은 뺐다"));
}

static void test_by(void **state)
{
	struct sg_table_options o = {.by = SG_STR("직군")};

	(void)state;
	const struct sg_table *t = make(&o);
	th_near(th_number(t, "A", "직군=가"), 2);
	th_near(th_number(t, "A", "직군=나"), 1);
	assert_false(th_cell(t, 0, "직군=나")->percent);
	assert_true(th_note(t, "20명이 안 되는 집단은 %를 내지 않는다"));
}

static void test_filters(void **state)
{
	struct sg_str q = SG_STR("Q2"), code = SG_STR("A");
	struct sg_table_options o = {.filter = {.questions = &q, .nquestions = 1}};

	(void)state;
	const struct sg_table *t = make(&o);
	row_is(t, "A", 2, 2, 1);
	th_near(th_cell(t, 0, "n")->base, 2);
	done(NULL);
	o = (struct sg_table_options){.filter = {.codes = &code, .ncodes = 1}};
	t = make(&o);
	assert_int_equal(th_row(t, "code", "B"), SIZE_MAX);
	row_is(t, "A", 3, 5, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_tree, done),
		cmocka_unit_test_teardown(test_level_sort_min, done),
		cmocka_unit_test_teardown(test_by, done),
		cmocka_unit_test_teardown(test_filters, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
