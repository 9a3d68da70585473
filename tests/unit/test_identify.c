/* What can tell who somebody is: each rule on its own two sentences, and the tables. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/identify.h"
#include "analysis/identify_rules.h"
#include "study_dsl.h"
#include "tables_helper.h"

static bool finds(struct sg_identifier *d, const char *text, const char *kind)
{
	struct sg_identified_list list = {NULL, 0, 0};
	bool found = false;

	assert_int_equal(sg_identify_text(d, sg_str_of(text), &list), 0);
	for (size_t i = 0; i < list.n; i++)
		found |= strcmp(list.v[i].rule->kind, kind) == 0;
	free(list.v);
	return found;
}

static void test_rules(void **state)
{
	struct sg_error err;

	(void)state;
	sg_error_reset(&err);
	struct sg_identifier *d = sg_identifier_new(&err);
	assert_non_null(d);
	for (const struct sg_identify_rule *r = sg_identify_rules; r->kind; r++) {
		assert_true(finds(d, r->finds, r->kind));
		assert_false(finds(d, r->passes, r->kind));
	}
	sg_identifier_free(d);
}

static const char text[] =
	"attributes 직군 지역 소속\n"
	"code A 격차\n"
	"question Q1 제약 A\n"
	"case R1 공무원 서울 한빛연구회\n"
	"case R2 공무원 부산 -\n"
	"case R3 학계 서울 -\n"
	"answer R1 Q1 이 일은 한빛연구회가 오래 해 왔던 일이라고 생각합니다.\n"
	"answer R2 Q1 처음에는 김철수 과장이 혼자 맡아서 무척 어려웠습니다.\n"
	"answer R3 Q1 연락은 010-1234-5678로 주시면 언제든 답하겠습니다.\n"
	"coding R2 Q1 A rules \"*\"\n"
	"coding R3 Q1 A rules \"*\"\n"
	"pin R1 Q1 - \"*\"\n"
	"bar R3 Q1 - \"*\"\n";

static struct sg_study study;
static struct sg_tables tables;

static size_t make(const struct sg_identify_options *o)
{
	struct sg_error err;
	size_t found;

	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	assert_int_equal(sg_identify(&study, o, &tables, &found, &err), 0);
	return found;
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	return 0;
}

/* R2's is in the findings, R1's is pinned; R3's is barred and not printed. */
static void test_printed(void **state)
{
	const struct sg_identify_options o = {.all = false};

	(void)state;
	assert_int_equal(make(&o), 2);
	const struct sg_table *t = &tables.v[0];
	assert_int_not_equal(th_row(t, "found", "김철수"), SIZE_MAX);
	size_t row = th_row(t, "found", "한빛연구회");
	assert_true(sg_str_eqz(th_cell(t, row, "kind")->text, "응답자 자신"));
	assert_true(sg_str_eqz(th_cell(t, row, "respondent")->text, "R1"));
}

static void test_all(void **state)
{
	const struct sg_identify_options o = {.all = true};

	(void)state;
	assert_int_equal(make(&o), 3);
	assert_int_not_equal(th_row(&tables.v[0], "found", "010-1234-5678"), SIZE_MAX);
}

static void test_accepted(void **state)
{
	struct sg_identify_options o = {.all = false};
	char key[SG_IDENTIFY_KEY + 1];

	(void)state;
	make(&o);
	size_t row = th_row(&tables.v[0], "found", "김철수");
	snprintf(key, sizeof key, "%.*s",
		SG_ARG(th_cell(&tables.v[0], row, "key")->text));
	done(NULL);
	struct sg_str keys[] = {sg_str_of(key)};
	o.accepted = keys;
	o.naccepted = 1;
	assert_int_equal(make(&o), 1);
	assert_int_equal(th_row(&tables.v[0], "found", "김철수"), SIZE_MAX);
	assert_true(th_note(&tables.v[0], "괜찮다고 정한 곳 1"));
}

/* Together with the region everybody is alone; by group R1 and R2 are two. */
static void test_groups(void **state)
{
	struct sg_identify_options o = {.all = true};

	(void)state;
	make(&o);
	const struct sg_table *t = &tables.v[1];
	assert_int_equal(t->nrows, 2);
	assert_true(sg_str_eqz(th_cell(t, 0, "직군")->text, "학계"));
	th_near(th_cell(t, 0, "k")->number, 1);
	th_near(th_cell(t, 1, "k")->number, 2);
	th_near(th_cell(t, 1, "quotations")->number, 2);
	done(NULL);
	o.tables.by = SG_STR("직군,지역");
	make(&o);
	t = &tables.v[1];
	assert_int_equal(t->nrows, 3);
	th_near(th_cell(t, 2, "k")->number, 1);
	assert_true(sg_str_eqz(th_cell(t, 1, "k")->mark, "드묾"));
}

/* The rarest first, then as the respondents come; those of five are not named; a group
 * of which nothing is printed has no row. */
static void test_order_of_groups(void **state)
{
	static const char many[] =
		"attributes 직군\n"
		"question Q1 제약 -\n"
		"case R1 바\ncase R2 다\ncase R3 바\ncase R4 가\ncase R5 바\n"
		"case R6 다\ncase R7 바\ncase R8 바\ncase R9 나\n"
		"answer R1 Q1 하나\nanswer R2 Q1 둘\nanswer R3 Q1 셋\n"
		"answer R4 Q1 넷\nanswer R8 Q1 여덟\n";
	static const char *const names[] = {"가", "다", "바"};
	static const char *const who[] = {"R4", "R2, R6", ""};
	static const double k[] = {1, 2, 5}, quotes[] = {1, 1, 3};
	const struct sg_identify_options o = {.all = true};
	struct sg_error err = {0};
	size_t found;

	(void)state;
	dsl_study(&study, many);
	sg_tables_init(&tables);
	assert_int_equal(sg_identify(&study, &o, &tables, &found, &err), 0);
	const struct sg_table *t = &tables.v[1];
	assert_int_equal(t->nrows, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_true(sg_str_eqz(th_cell(t, i, "직군")->text, names[i]));
		th_near(th_cell(t, i, "k")->number, k[i]);
		th_near(th_cell(t, i, "quotations")->number, quotes[i]);
		assert_true(sg_str_eqz(th_cell(t, i, "respondents")->text, who[i]));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rules),
		cmocka_unit_test_teardown(test_printed, done),
		cmocka_unit_test_teardown(test_all, done),
		cmocka_unit_test_teardown(test_accepted, done),
		cmocka_unit_test_teardown(test_groups, done),
		cmocka_unit_test_teardown(test_order_of_groups, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
