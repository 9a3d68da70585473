/* The methods appendix of a small study; every number by hand. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/methods.h"
#include "study_dsl.h"
#include "tables_helper.h"

static const char text[] = "attributes 직군 경력\n"
			   "code A 격차\n"
			   "\tcode A1 기기\n"
			   "code B 예산\n"
			   "question Q1 제약 A\n"
			   "question Q2 지원 B\n"
			   "case R1 공무원 3\n"
			   "case R2 학계 20\n"
			   "case R3 학계 -\n"
			   "answer R1 Q1 하나다. 둘이다.\n"
			   "partial R1 Q2 모르지만 셋이다.\n"
			   "answer R2 Q1 넷이다.\n"
			   "none R2 Q2 unknown 모름\n"
			   "none R3 Q1 blank 없음\n"
			   "none R3 Q2 field 소관 아님\n"
			   "coding R1 Q1 A1 rules \"하나다.\"\n"
			   "coding R1 Q1 A1 rejected \"둘이다.\"\n"
			   "coding R1 Q1 A1 kim \"하나다.\"\n"
			   "coding R1 Q2 B default \"*\"\n"
			   "coding R2 Q1 B lee \"넷이다.\"\n"
			   "read R1 Q1 lee\n"
			   "pin R1 Q1 A1 \"하나다.\"\n";

static struct sg_study study;
static struct sg_tables tables;

static void make_of(const char *lines, const struct sg_methods *m)
{
	struct sg_table_options o = {.methods = m};
	struct sg_error err;

	sg_error_reset(&err);
	dsl_study(&study, lines);
	sg_tables_init(&tables);
	assert_int_equal(sg_methods_tables(&study, &o, &tables, &err), 0);
}

static void make(const struct sg_methods *m)
{
	make_of(text, m);
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	return 0;
}

static const struct sg_table *table(const char *id)
{
	for (size_t i = 0; i < tables.n; i++)
		if (sg_str_eqz(tables.v[i].id, id))
			return &tables.v[i];
	fail_msg("no table %s", id);
	return NULL;
}

static void says(const char *id, const char *item, const char *content)
{
	const struct sg_table *t = table(id);
	size_t row = th_row(t, "item", item);

	if (row == SIZE_MAX)
		fail_msg("%s: no item %s", id, item);
	struct sg_str got = th_cell(t, row, "content")->text;
	if (!sg_str_eqz(got, content))
		fail_msg("%s: '%.*s'", item, SG_ARG(got));
}

static void test_data(void **state)
{
	(void)state;
	make(NULL);
	says("methods-data", "응답자", "응답자 3명(한 문항이라도 답한 사람 2명)");
	says("methods-data", "집단별 N: 직군", "공무원 1, 학계 2");
	says("methods-data", "집단별 N: 경력", "3 1, 20 1, 미상 1");
	says("methods-data", "조사 기간", "〔 〕 fieldwork");
	/* Ten fields and three codes without English wording. */
	assert_true(th_note(table("methods-data"), "13군데"));
}

static void question(size_t row, double asked, double valid, double partial,
	double none, const char *kinds)
{
	const struct sg_table *t = table("methods-questions");

	th_near(th_cell(t, row, "asked")->number, asked);
	th_near(th_cell(t, row, "answered")->number, valid);
	th_near(th_cell(t, row, "partial")->number, partial);
	th_near(th_cell(t, row, "none")->number, none);
	assert_true(sg_str_eqz(th_cell(t, row, "kinds")->text, kinds));
}

static void test_questions(void **state)
{
	(void)state;
	make(NULL);
	question(0, 3, 2, 0, 1, "무응답 1");
	question(1, 3, 1, 1, 2, "모름 1, 소관 아님 1");
	assert_true(th_note(table("methods-questions"), "응답 없음 3건"));
}

static void test_coding(void **state)
{
	(void)state;
	make(NULL);
	says("methods-coding", "코드북", "주제 2개, 코드 3개(잎 코드 2개)");
	/* kim and lee both read R1 Q1, of the three answers that say something. */
	says("methods-coding", "이중 코딩",
		"유효한 답변 3건 가운데 1건(33.3%)을 두 사람 이상이 따로 읽고 "
		"코딩했다.");
	says("methods-coding", "사람의 검토",
		"사람이 확인한 규칙의 구간 0, 물리친 구간 1, 사람이 붙인 코딩 2");
	const struct sg_table *t = table("methods-review");
	th_near(th_number(t, "A1", "rules"), 2);
	th_near(th_number(t, "A1", "rejected"), 1);
	th_near(th_number(t, "A1", "added"), 1);
	th_near(th_number(t, "B", "default"), 1);
	th_near(th_number(t, "B", "cells"), 2);
	says("methods-quotations", "사람이 정한 인용", "고른 것 1, 뺀 것 0");
	table("agree-codes");
}

/* What was written stands there; runs with the same codebook are one version. */
static void test_facts(void **state)
{
	static const struct sg_methods_text texts[] = {
		{SG_STR("fieldwork"), SG_STR("2026-03")},
		{SG_STR("english.A1"), SG_STR("Devices")},
	};
	struct sg_log_run runs[] = {
		{.id = 1,
			.at = SG_STR("2026-01-01"),
			.path = SG_STR("b.md"),
			.sha256 = "aaaaaaaaaaaaaaaa"},
		{.id = 2,
			.at = SG_STR("2026-01-02"),
			.path = SG_STR("b.md"),
			.sha256 = "aaaaaaaaaaaaaaaa"},
		{.id = 3,
			.at = SG_STR("2026-01-03"),
			.path = SG_STR("b.md"),
			.sha256 = "bbbbbbbbbbbbbbbb"},
		{.id = 4,
			.at = SG_STR("2026-01-04"),
			.path = SG_STR("b.md"),
			.sha256 = "cccccccccccccccc"},
	};
	struct sg_log_code codes[] = {
		{1, SG_LOG_NEW, SG_STR("A1"), SG_STR("")},
		{3, SG_LOG_NEW, SG_STR("B"), SG_STR("")},
	};
	struct sg_log log = {.runs = runs, .nruns = 4, .codes = codes, .ncodes = 2};
	struct sg_methods m = {.log = &log,
		.texts = texts,
		.ntexts = 2,
		.version = SG_STR("9.9"),
		.units = {[SG_UNIT_SENTENCE] = 2, [SG_UNIT_ANSWER] = 1}};
	struct sg_table_options o = {.methods = &m};
	struct sg_error err;

	(void)state;
	sg_error_reset(&err);
	dsl_study(&study, text);
	study.run = 3; /* looked at as run 3 left it: run 4 is not told of */
	sg_tables_init(&tables);
	assert_int_equal(sg_methods_tables(&study, &o, &tables, &err), 0);
	says("methods-data", "조사 기간", "2026-03");
	says("methods-software", "프로그램", "새김(saegim) 9.9");
	says("methods-software", "코드북의 SHA-256", "bbbbbbbbbbbbbbbb");
	says("methods-coding", "코딩 단위", "문장 2, 답변 1 (규칙이 있는 코드의 수)");
	const struct sg_table *t = table("methods-versions");
	assert_int_equal(t->nrows, 2);
	th_near(th_cell(t, 1, "run")->number, 3);
	assert_true(sg_str_eqz(th_cell(t, 1, "changed")->text, "+B"));
	t = table("methods-wording");
	assert_true(sg_str_eqz(
		th_cell(t, th_row(t, "code", "A1"), "english")->text, "Devices"));
	assert_true(th_note(table("methods-data"), "11군데"));
}

/* Without a questionnaire every text with words in it is an answer. */
static void test_no_questions(void **state)
{
	(void)state;
	make_of("code A 격차\n"
		"case R1\ncase R2\n"
		"answer R1 - 하나다. 둘이다.\n"
		"answer R2 - 셋이다.\n"
		"coding R1 - A rules \"하나다.\"\n"
		"coding R1 - A kim \"둘이다.\"\n"
		"coding R1 - A lee \"둘이다.\"\n",
		NULL);
	says("methods-data", "자료", "글 2편, 문항 0개, 답변 2건, 17자");
	says("methods-coding", "사람의 검토",
		"사람이 확인한 규칙의 구간 0, 물리친 구간 0, 사람이 붙인 코딩 2");
	says("methods-coding", "이중 코딩",
		"유효한 답변 2건 가운데 1건(50.0%)을 두 사람 이상이 따로 읽고 "
		"코딩했다.");
	th_near(th_number(table("methods-review"), "A", "rules"), 1);
}

/* kim and lee read the same answer, park another: two pairs are apart. */
static void test_a_pair_apart(void **state)
{
	(void)state;
	make_of("code A 격차\n"
		"question Q1 제약 A\n"
		"case R1\ncase R2\n"
		"answer R1 Q1 하나다. 둘이다.\n"
		"answer R2 Q1 셋이다.\n"
		"coding R1 Q1 A kim \"하나다.\"\n"
		"coding R1 Q1 A lee \"하나다.\"\n"
		"coding R2 Q1 A park \"셋이다.\"\n",
		NULL);
	const struct sg_table *t = table("agree");
	assert_true(sg_str_eqz(th_cell(t, 0, "coders")->text, "kim–lee"));
	th_near(th_cell(t, 0, "both")->number, 1);
	assert_int_equal(th_row(t, "coders", "kim–park"), SIZE_MAX);
	/* At respondents too, the fifth line: R1 is judged by the two who read it. */
	assert_true(sg_str_eqz(th_cell(t, 4, "unit")->text, "응답자"));
	th_near(th_cell(t, 4, "both")->number, 1);
	th_near(th_cell(t, 4, "cells")->number, 1);
	assert_true(th_note(t, "kim–park: 두 코더가 모두 읽은 답변이 없어"));
	assert_true(th_note(t, "lee–park: 두 코더가 모두 읽은 답변이 없어"));
	table("methods-review");
}

static void test_many_coders(void **state)
{
	struct sg_buf b;

	(void)state;
	sg_buf_init(&b);
	sg_buf_addz(&b, "code A 격차\n"
			"question Q1 제약 A\n"
			"case R1\n"
			"answer R1 Q1 하나다.\n");
	for (int i = 0; i < 17; i++)
		sg_buf_printf(&b, "coding R1 Q1 A k%02d \"하나다.\"\n", i);
	make_of(sg_buf_z(&b), NULL);
	sg_buf_release(&b);
	assert_true(th_note(table("methods-coders"), "코더가 16명을 넘어"));
	for (size_t i = 0; i < tables.n; i++)
		assert_false(sg_str_eqz(tables.v[i].id, "agree"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_data, done),
		cmocka_unit_test_teardown(test_questions, done),
		cmocka_unit_test_teardown(test_coding, done),
		cmocka_unit_test_teardown(test_no_questions, done),
		cmocka_unit_test_teardown(test_a_pair_apart, done),
		cmocka_unit_test_teardown(test_many_coders, done),
		cmocka_unit_test_teardown(test_facts, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
