/* Rules against a gold standard on a study of three people; counts by hand. */
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

/* Two codes, three people. Q1 has two sentences in each answer but R3's (none).
 * gold: R1 s1 A, s2 B; R2 s1 A; R3 (Q2) A.
 * rules: R1 s1 A, s1 B (rejected later, still theirs); R2 A by default; R3 nothing. */
static const char text[] = "code A 가\n"
			   "code B 나\n"
			   "question Q1 하나 -\n"
			   "question Q2 둘 -\n"
			   "case R1\n"
			   "case R2\n"
			   "case R3\n"
			   "answer R1 Q1 첫째 문장입니다. 둘째 문장입니다.\n"
			   "answer R2 Q1 셋째 문장입니다. 넷째 문장입니다.\n"
			   "none R3 Q1 missing\n"
			   "answer R3 Q2 다섯째 문장입니다.\n"
			   "coding R1 Q1 A gold \"첫째\"\n"
			   "coding R1 Q1 B gold \"둘째 문장입니다.\"\n"
			   "coding R2 Q1 A gold \"셋째 문장입니다.\"\n"
			   "coding R3 Q2 A gold \"다섯째 문장입니다.\"\n"
			   "coding R1 Q1 A rules \"첫째 문장입니다.\"\n"
			   "coding R1 Q1 B rejected \"첫째 문장입니다.\"\n"
			   "coding R2 Q1 A default \"*\"\n"
			   "coding R1 Q1 A second \"첫째 문장입니다.\"\n";

static struct sg_study study;
static struct sg_tables tables;
static struct sg_error err;

static int run(const struct sg_evaluate_options *o)
{
	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	return sg_evaluate(&study, o, &tables, &err);
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	return 0;
}

static void row_is(size_t row, double gold, double coded, double both)
{
	const struct sg_table *t = &tables.v[0];

	th_near(th_cell(t, row, "gold")->number, gold);
	th_near(th_cell(t, row, "coded")->number, coded);
	th_near(th_cell(t, row, "both")->number, both);
	th_near(th_cell(t, row, "f1")->number, 2 * both / (gold + coded));
}

static void test_overall(void **state)
{
	struct sg_evaluate_options o = {.gold = SG_STR("gold")};

	(void)state;
	assert_int_equal(run(&o), 0);
	/* Rules: sentences A s1, B s1 against A s1, B s2, A s3, A s5; answers R1 A B,
	 * R2 A against R1 A B, R2 A, R3 A; respondents the same. */
	row_is(0, 4, 2, 1);
	row_is(1, 4, 3, 3);
	row_is(2, 4, 3, 3);
	/* κ at respondent × code: 6 cells, both 3, gold 4, rules 3: Po 5/6, Pe 1/2. */
	th_near(th_cell(&tables.v[0], 2, "kappa")->number, 2.0 / 3);
	/* Everything: 5 sentences, 3 answers (a missing heading is none), 3 people. */
	row_is(3, 4, 10, 4);
	row_is(4, 4, 6, 4);
	row_is(5, 4, 6, 4);
	/* By question, one person left out: in Q1 the other's A is there for both, B for
	 * R2 only (R1 had it); R3 has no others in Q2. */
	row_is(7, 4, 3, 2);
	assert_true(th_note(&tables.v[0], "문장 5개, 답변 3개, 응답자 3명에 코드 2개"));
	assert_true(th_note(&tables.v[0], "거절한 규칙 코딩 1건"));
}

static void test_second_and_respondents(void **state)
{
	struct sg_str who[] = {SG_STR("R1"), SG_STR("R2")};
	struct sg_evaluate_options o = {.gold = SG_STR("gold"),
		.second = SG_STR("second"),
		.respondents = who,
		.nrespondents = 2,
		.per_code = true};

	(void)state;
	assert_int_equal(run(&o), 0);
	row_is(0, 3, 2, 1);
	row_is(9, 2, 1, 1); /* second coded R1 only */
	assert_int_equal(tables.n, 5);
	assert_true(isnan(th_cell(&tables.v[3], 0, "sentence_f1")->number)); /* rare */
	/* A takes one of four sentences, B one. */
	th_near(th_cell(&tables.v[4], 0, "rules")->number, 1);
	th_near(th_cell(&tables.v[4], 0, "rules")->base, 4);
}

/* Q1 A: gold R1 R2, rules the same; Q1 B: gold R1, rules R1; Q2 A: gold R3, rules
 * nobody. Three cells, two with the same people, one apart by one. */
static void test_cells(void **state)
{
	struct sg_evaluate_options o = {.gold = SG_STR("gold"), .cells = true};

	(void)state;
	assert_int_equal(run(&o), 0);
	const struct sg_table *sum = &tables.v[1], *list = &tables.v[2];
	th_near(th_cell(sum, 0, "cells")->number, 3);
	th_near(th_cell(sum, 0, "same_people")->number, 2);
	th_near(th_cell(sum, 0, "mean_difference")->number, 1.0 / 3);
	th_near(th_cell(sum, 0, "gold")->number, 4);
	th_near(th_cell(sum, 0, "coded")->number, 3);
	assert_int_equal(list->nrows, 3);
	assert_true(sg_str_eqz(th_cell(list, 2, "question")->text, "Q2"));
	assert_true(sg_str_eqz(th_cell(list, 2, "missed")->text, "R3"));
	assert_true(sg_str_eqz(th_cell(list, 2, "difference")->text, "−1"));
	assert_true(sg_str_eqz(th_cell(list, 0, "difference")->text, "="));
}

/* Sentences: A is missed in the third and the fifth, B in the second, and B is a false
 * alarm in the first. Nothing of a respondent held out is told. */
static void test_mistakes(void **state)
{
	bool held[3] = {false, false, true};
	struct sg_evaluate_options o = {.gold = SG_STR("gold")};
	struct sg_eval_errors errors;

	(void)state;
	assert_int_equal(run(&o), 0);
	assert_int_equal(sg_evaluate_errors(&study, &o, &tables, &errors, &err), 0);
	assert_int_equal(errors.n, 4);
	assert_int_equal(errors.misses, 3);
	assert_true(errors.v[0].miss && errors.v[0].code == 0);
	assert_false(errors.v[2].miss); /* B, first sentence */
	o.held = held;
	assert_int_equal(sg_evaluate_errors(&study, &o, &tables, &errors, &err), 0);
	assert_int_equal(errors.n, 3);
	for (size_t i = 0; i < errors.n; i++)
		assert_int_not_equal(study.answers[errors.v[i].answer].case_, 2);
}

/* Before, the rules did not code A in R1. Seen (R1, R3): gold 2, rules 0 → 1 of 2, F1
 * 0 → 2/3. Held out (R2): 1 → 1, with too few answers to tell. */
static void test_held_out(void **state)
{
	bool held[3] = {false, true, false};
	struct sg_study before;
	struct sg_evaluate_options o = {
		.gold = SG_STR("gold"), .held = held, .before = &before};
	char earlier[sizeof text];

	(void)state;
	memcpy(earlier, text, sizeof text);
	char *coding = strstr(earlier, "coding R1 Q1 A rules");
	memset(coding, '\n', strcspn(coding, "\n"));
	dsl_study(&before, earlier);
	assert_int_equal(run(&o), 0);
	assert_true(sg_str_eqz(tables.v[1].id, "evaluate"));
	row_is(0, 3, 2, 1); /* R1, R3 */
	const struct sg_table *gain = &tables.v[2];
	assert_true(sg_str_eqz(gain->id, "evaluate-gain"));
	assert_int_equal(gain->nrows, 1);
	th_near(th_cell(gain, 0, "seen_before")->number, 0);
	th_near(th_cell(gain, 0, "seen_after")->number, 2.0 / 3);
	th_near(th_cell(gain, 0, "held_before")->number, 1);
	th_near(th_cell(gain, 0, "held_after")->number, 1);
	assert_true(sg_str_eqz(
		th_cell(gain, 0, "verdict")->text, "뗀 쪽에 드물어 알 수 없음"));
	sg_arena_release(&before.arena);
}

/* A respondent may answer a question twice: nothing changed, and the codings are in the
 * second answer. Nor has a rule changed because its code got another name. */
static void test_two_answers(void **state)
{
	static const char lines[] = "code A 가\n"
				    "question Q1 물음 -\n"
				    "case R1\ncase R2\n"
				    "answer R1 Q1 하나다.\n"
				    "answer R1 Q1 둘이다.\n"
				    "answer R2 Q1 셋이다.\n"
				    "coding R1 Q1 A gold \"*\"\n"
				    "coding R1 Q1 A rules \"*\"\n"
				    "coding R2 Q1 A gold \"*\"\n";
	bool held[2] = {false, true};
	struct sg_study before, *both[] = {&before, &study};
	struct sg_evaluate_options o = {
		.gold = SG_STR("gold"), .held = held, .before = &before};

	(void)state;
	sg_error_reset(&err);
	for (size_t k = 0; k < 2; k++) {
		struct sg_study *s = both[k];
		dsl_study(s, lines);
		for (uint32_t i = 0; i < s->ntexts; i++)
			s->texts[i].id = i + 1;
		s->codes[0].id = 1;
		s->codings[0].answer = s->codings[1].answer = 1;
	}
	before.codes[0].label = SG_STR("옛이름");
	sg_tables_init(&tables);
	assert_int_equal(sg_evaluate(&study, &o, &tables, &err), 0);
	assert_true(sg_str_eqz(tables.v[2].id, "evaluate-gain"));
	assert_int_equal(tables.v[2].nrows, 0);
	sg_arena_release(&before.arena);
}

static void test_errors(void **state)
{
	struct sg_evaluate_options o = {.gold = SG_STR("golt")};

	(void)state;
	assert_int_equal(run(&o), SG_ENOTFOUND);
	assert_string_equal(err.text, "there is no coder 'golt'; near it: 'gold'");
	done(NULL);
	o.gold = SG_STR("rules");
	assert_int_equal(run(&o), SG_EUSAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_overall, done),
		cmocka_unit_test_teardown(test_second_and_respondents, done),
		cmocka_unit_test_teardown(test_cells, done),
		cmocka_unit_test_teardown(test_mistakes, done),
		cmocka_unit_test_teardown(test_held_out, done),
		cmocka_unit_test_teardown(test_two_answers, done),
		cmocka_unit_test_teardown(test_errors, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
