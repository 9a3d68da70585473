/* test_facets.c - n split by the values of a facet; counts by hand. */
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

/* A1: R1 for; R2 against; R3 for in one place and against in another; R4 undecided; R5
 * against here, and without a value there. So for 2 (R1 R3), against 3 (R2 R3 R5),
 * undecided 1 (R4) of n = 5. A2: R1 undecided. A: R1 for, R2.. as in A1: A2 changes
 * nothing, since R1 has a value somewhere below A. */
static const char text[] =
	"attributes 직군\n"
	"facet 입장 찬성|반대|유보\n"
	"facet 성격 현황|제안\n"
	"code A 제약\n"
	"\tcode A1 규정\n"
	"\tcode A2 예산\n"
	"question Q1 제약 A\n"
	"case R1 가\n"
	"case R2 가\n"
	"case R3 나\n"
	"case R4 나\n"
	"case R5 나\n"
	"answer R1 Q1 규정을 두는 것이 맞다고 생각합니다 정말로. 예산 이야기도 조금 더 "
	"해야겠습니다.\n"
	"answer R2 Q1 규정을 두는 것에는 반대한다고 말하겠습니다 분명히.\n"
	"answer R3 Q1 규정을 두는 것이 옳을 때가 있다고 봅니다. 규정을 두는 것이 나쁠 "
	"때도 있다고 봅니다.\n"
	"answer R4 Q1 규정을 두는 것에 대하여 잘 판단하지 못하겠습니다.\n"
	"answer R5 Q1 규정이라는 것을 두고 생각해 보았습니다 오래. 규정은 없애는 것이 "
	"낫다고 말하겠습니다.\n"
	"coding R1 Q1 A1 rules 입장=찬성 \"규정을 두는 것이 맞다고 생각합니다 "
	"정말로.\"\n"
	"coding R1 Q1 A2 rules \"예산 이야기도 조금 더 해야겠습니다.\"\n"
	"coding R2 Q1 A1 rules 입장=반대 \"규정을 두는 것에는 반대한다고 말하겠습니다 "
	"분명히.\"\n"
	"coding R3 Q1 A1 rules 입장=찬성 \"규정을 두는 것이 옳을 때가 있다고 "
	"봅니다.\"\n"
	"coding R3 Q1 A1 rules 입장=반대 \"규정을 두는 것이 나쁠 때도 있다고 "
	"봅니다.\"\n"
	"coding R4 Q1 A1 rules \"규정을 두는 것에 대하여 잘 판단하지 못하겠습니다.\"\n"
	"coding R5 Q1 A1 rules \"규정이라는 것을 두고 생각해 보았습니다 오래.\"\n"
	"coding R5 Q1 A1 rules 입장=반대 \"규정은 없애는 것이 낫다고 말하겠습니다.\"\n";

#define SPLIT "찬성 2 · 반대 3 · 미정 1"

static struct sg_study study;
static struct sg_tables tables;

static const struct sg_table *make(
	int (*table)(const struct sg_study *, const struct sg_table_options *,
		struct sg_tables *, struct sg_error *),
	const char *facet)
{
	struct sg_table_options o = {.facet = sg_str_of(facet)};
	struct sg_error err;

	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	assert_int_equal(table(&study, &o, &tables, &err), 0);
	return &tables.v[0];
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	return 0;
}

static void is(
	const struct sg_table *t, const char *code, const char *key, const char *x)
{
	struct sg_str cell = th_cell(t, th_row(t, "code", code), key)->text;

	if (!sg_str_eqz(cell, x))
		fail_msg("%s %s: '%.*s' is not '%s'", code, key, SG_ARG(cell), x);
}

static void themes_by_facet(void **state)
{
	const struct sg_table *t = make(sg_themes, "입장");

	(void)state;
	is(t, "A1", "입장", SPLIT);
	is(t, "A", "입장", SPLIT);
	is(t, "A2", "입장", "미정 1");
	th_near(th_number(t, "A1", "n"), 5);
	th_near(th_number(t, "A1", "입장=찬성"), 2);
	th_near(th_number(t, "A1", "입장=반대"), 3);
	th_near(th_number(t, "A1", "입장=유보"), 0);
	th_near(th_number(t, "A1", "입장=undecided"), 1);
	assert_true(th_note(t, "두 값에 모두 든 사람: A R3; A1 R3."));
}

static void matrix_by_facet(void **state)
{
	const struct sg_table *t = make(sg_matrix, "입장");

	(void)state;
	is(t, "A1", "입장", SPLIT);
	is(t, "A2", "입장", "미정 1");
	assert_true(th_note(t, "두 값에 모두 든 사람: A1 R3."));
}

static void findings_by_facet(void **state)
{
	const struct sg_table *t = make(sg_findings, "입장");
	size_t row = th_row(t, "code", "A1"), counters = 0;
	const struct sg_cell *q = th_cell(t, row, "quotations");

	(void)state;
	is(t, "A1", "입장", SPLIT);
	/* 찬성 has fewer people: one of the two quotations is of R1 or R3 saying so. */
	assert_true(th_note(t, "소수의견(사람이 적은 쪽): A1 규정 찬성 2."));
	assert_int_equal(q->nquotes, 2);
	for (size_t i = 0; i < q->nquotes; i++) {
		counters += q->quotes[i].counter;
		if (q->quotes[i].counter)
			assert_true(
				sg_str_eqz(q->quotes[i].text,
					"규정을 두는 것이 맞다고 생각합니다 정말로.") ||
				sg_str_eqz(q->quotes[i].text,
					"규정을 두는 것이 옳을 때가 있다고 봅니다."));
	}
	assert_int_equal(counters, 1);
	/* One person alone is no minority. */
	assert_true(sg_str_eqz(
		th_cell(t, th_row(t, "code", "A2"), "n")->mark, "단독 언급"));
}

static void a_facet_nobody_set(void **state)
{
	const struct sg_table *t = make(sg_findings, "성격");

	(void)state;
	is(t, "A1", "성격", "미정 5");
	assert_true(th_cell(t, th_row(t, "code", "A1"), "입장")->text.p == NULL);
	assert_true(th_note(t, "성격: 여기서는 값을 정한 코딩이 없다."));
}

static void unknown_facet(void **state)
{
	struct sg_table_options o = {.facet = SG_STR("입지")};
	struct sg_error err;

	(void)state;
	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	assert_int_equal(sg_themes(&study, &o, &tables, &err), SG_ENOTFOUND);
	assert_non_null(strstr(err.text, "입장"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(themes_by_facet, done),
		cmocka_unit_test_teardown(matrix_by_facet, done),
		cmocka_unit_test_teardown(findings_by_facet, done),
		cmocka_unit_test_teardown(a_facet_nobody_set, done),
		cmocka_unit_test_teardown(unknown_facet, done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
