/* Keyness against values of R (2 Σ O ln(O/E) with chisq.test's expected counts, and the
 * deviance of a binomial glm; z by Monroe's formulas); words, uncoded text, suggestions
 * and groups on small studies whose result was worked out by hand. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/refine.h"
#include "analysis/uncoded.h"
#include "project/suggest.h"
#include "study_dsl.h"
#include "tables_helper.h"

static struct sg_study study;
static struct sg_tables tables;
static struct sg_error err;

static void load(const char *text)
{
	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
}

static void release(void)
{
	sg_tables_release(&tables);
	sg_study_release(&study);
}

static void near8(double x, double expected)
{
	if (!(fabs(x - expected) < 1e-8))
		fail_msg("%.12g is not %.12g", x, expected);
}

static void g2_as_r(void **state)
{
	(void)state;
	near8(sg_keyness_g2(12, 5, 100, 300), 16.4029385927);
	near8(sg_keyness_g2(1, 30, 100, 300), -11.8464168006);
	near8(sg_keyness_g2(4, 0, 50, 60), 6.4893004568);
	near8(sg_keyness_g2(10, 30, 100, 300), 0);
	near8(sg_keyness_g2(3, 0, 100, 0), 0);
	near8(sg_keyness_z(12, 5, 100, 300), 3.1998533877);
	near8(sg_keyness_z(0, 0, 100, 300), 0);
}

/* 데이터 four times under three particles, ~어렵다 in three forms, 의견 with 이 and 은
 * (which ~의겨다 would explain too), AI in two cases of letters, 달에 no word. */
static const char words[] = "question Q1 개념 -\n"
			    "case R1\n"
			    "case R2\n"
			    "answer R1 Q1 데이터를 AI는 본다. 데이터가 어렵다. 의견이 "
			    "있다.\n"
			    "answer R2 Q1 데이터는 어려워서 의견은 데이터. 이용이 "
			    "어려운 ai도 달에\n";

static size_t tokens_of(const struct sg_lexicon *l, const char *term)
{
	size_t n = 0;

	for (uint32_t i = 0; i < l->ntokens; i++)
		n += sg_str_eqz(l->terms[l->tokens[i]], term);
	return n;
}

static void words_are_terms(void **state)
{
	struct sg_table_options o = {.top = 0};
	struct sg_uncoded u = {.grouped = false};

	(void)state;
	load(words);
	assert_int_equal(sg_uncoded_init(&u, &study, &o, &tables.arena, &err), 0);
	assert_int_equal(u.lexicon.nsentences, 5);
	assert_int_equal(tokens_of(&u.lexicon, "데이터"), 4);
	assert_int_equal(tokens_of(&u.lexicon, "~어렵다"), 3);
	assert_int_equal(tokens_of(&u.lexicon, "의견"), 2);
	assert_int_equal(tokens_of(&u.lexicon, "ai"), 2);
	assert_int_equal(tokens_of(&u.lexicon, "달에"), 0);
	/* 데이터. stands alone, 데이터를 with its particle. */
	size_t bare = 0;
	for (uint32_t i = 0; i < u.lexicon.ntokens; i++)
		bare += u.lexicon.bare[i] &&
			sg_str_eqz(u.lexicon.terms[u.lexicon.tokens[i]], "데이터");
	assert_int_equal(bare, 1);
	release();
}

/* Q1 has C in its focus. C: R1 (예산이 부족하다), R2 (예산도 부족했다). R3 speaks of 예산
 * without the code, R4 of something else, R5 says nothing. Of the nine sentences of
 * answers four carry a code. */
static const char codes[] =
	"code C 자원\n"
	"code D 법\n"
	"question Q1 자원 C\n"
	"question Q2 법 D\n"
	"case R1\n"
	"case R2\n"
	"case R3\n"
	"case R4\n"
	"case R5\n"
	"answer R1 Q1 예산이 부족하다. 날씨가 좋다.\n"
	"answer R2 Q1 예산도 부족했다.\n"
	"answer R3 Q1 날씨가 나쁘다. 우리 기관은 예산을 못 받는다.\n"
	"answer R4 Q1 아무 말이나 적는다.\n"
	"answer R1 Q2 법령을 고친다. 사람들이 모두 함께 모여서 오래 이야기한다. "
	"창문을 열고 바닥을 쓸고 꽃에 물을 주고 문을 닫고 불을 끄고 집으로 돌아간다.\n"
	"none R5 Q1 blank 없음\n"
	"coding R1 Q1 C kim \"예산이 부족하다.\"\n"
	"coding R2 Q1 C kim \"예산도 부족했다.\"\n"
	"coding R1 Q1 C rules \"예산이 부족하다.\"\n"
	"coding R1 Q2 D rules \"법령을 고친다.\"\n"
	"coding R4 Q1 D default \"*\"\n"
	"coding R3 Q1 D kim \"날씨가 나쁘다.\"\n"
	"read R4 Q1 kim\n";

static void uncoded_sentences(void **state)
{
	struct sg_refine_options o = {.order = SG_UNCODED_LONGEST};

	(void)state;
	load(codes);
	assert_int_equal(sg_uncoded(&study, &o, &tables, &err), 0);
	const struct sg_table *t = &tables.v[0];
	/* The default coding of R4 takes nothing. */
	assert_int_equal(t->nrows, 5);
	assert_true(sg_str_starts(
		th_cell(t, 0, "text")->text, SG_STR("창문을 열고 바닥을")));
	assert_true(sg_str_eqz(th_cell(t, 1, "text")->text,
		"사람들이 모두 함께 모여서 오래 이야기한다."));
	assert_true(sg_str_eqz(
		th_cell(t, 2, "text")->text, "우리 기관은 예산을 못 받는다."));
	assert_true(sg_str_eqz(th_cell(t, 3, "respondent")->text, "R4"));
	assert_true(sg_str_eqz(th_cell(t, 4, "text")->text, "날씨가 좋다."));
	assert_true(th_note(t, "문장 9개 가운데 5개(55.6%)"));
	release();
}

/* Without a questionnaire all text is looked at. */
static void uncoded_without_questions(void **state)
{
	struct sg_refine_options o = {.order = SG_UNCODED_TEXT};

	(void)state;
	load("code C 자원\n"
	     "case R1\n"
	     "answer R1 - 예산이 부족하다. 날씨가 좋다.\n"
	     "coding R1 - C rules \"예산이 부족하다.\"\n");
	assert_int_equal(sg_uncoded(&study, &o, &tables, &err), 0);
	assert_int_equal(tables.v[0].nrows, 1);
	assert_true(sg_str_eqz(th_cell(&tables.v[0], 0, "text")->text, "날씨가 좋다."));
	release();
}

static void answers_without_the_code(void **state)
{
	struct sg_str code = SG_STR("C");
	struct sg_refine_options o = {
		.table = {.filter = {.codes = &code, .ncodes = 1}}};

	(void)state;
	load(codes);
	assert_int_equal(sg_uncoded(&study, &o, &tables, &err), 0);
	const struct sg_table *t = &tables.v[0];
	assert_int_equal(t->nrows, 2);
	/* 예산 is what the code's sentences share. */
	assert_true(sg_str_eqz(th_cell(t, 0, "respondent")->text, "R3"));
	assert_true(sg_str_eqz(
		th_cell(t, 0, "text")->text, "우리 기관은 예산을 못 받는다."));
	assert_true(sg_str_eqz(th_cell(t, 1, "respondent")->text, "R4"));
	assert_true(th_note(t, "흔한 문항: Q1"));
	release();
}

/* C is in the focus of Q1, so that Q2 is not usual for it though half its answers carry
 * it; D, in no focus, is usual where two answers carry it. A theme is usual where a code
 * below it is. */
static void usual_questions(void **state)
{
	static const char text[] = "code A 가\n"
				   "\tcode C 자원\n"
				   "code D 법\n"
				   "question Q1 자원 C\n"
				   "question Q2 법 -\n"
				   "case R1\ncase R2\ncase R3\n"
				   "answer R1 Q1 하나다.\n"
				   "answer R1 Q2 둘이다.\n"
				   "answer R2 Q2 셋이다.\n"
				   "answer R3 Q1 넷이다.\n"
				   "answer R3 Q2 다섯이다.\n"
				   "coding R1 Q1 D rules \"*\"\n"
				   "coding R1 Q2 C rules \"*\"\n"
				   "coding R1 Q2 D rules \"*\"\n"
				   "coding R2 Q2 C rules \"*\"\n"
				   "coding R2 Q2 D rules \"*\"\n";
	struct sg_str named[] = {SG_STR("A"), SG_STR("C"), SG_STR("D")};
	struct sg_refine_options o = {
		.table = {.filter = {.codes = named, .ncodes = 3}}};

	(void)state;
	load(text);
	assert_int_equal(sg_uncoded(&study, &o, &tables, &err), 0);
	assert_int_equal(tables.n, 3);
	assert_true(th_note(&tables.v[0], "흔한 문항: Q1("));
	assert_true(th_note(&tables.v[1], "흔한 문항: Q1("));
	assert_int_equal(tables.v[1].nrows, 2);
	assert_true(th_note(&tables.v[2], "흔한 문항: Q2("));
	assert_int_equal(tables.v[2].nrows, 1);
	release();
}

/* Of ten answers one in ten has E1, one in ten E2, and so one in five the theme. */
static void usual_together(void **state)
{
	struct sg_str code = SG_STR("E");
	struct sg_refine_options o = {
		.table = {.filter = {.codes = &code, .ncodes = 1}}};
	struct sg_buf b;

	(void)state;
	sg_buf_init(&b);
	sg_buf_addz(&b, "code E 큰\n\tcode E1 하나\n\tcode E2 둘\nquestion Q1 법 -\n");
	for (int i = 1; i <= 10; i++)
		sg_buf_printf(&b, "case R%d\nanswer R%d Q1 말이다.\n", i, i);
	sg_buf_addz(&b, "coding R1 Q1 E1 rules \"*\"\ncoding R2 Q1 E2 rules \"*\"\n");
	load(sg_buf_z(&b));
	sg_buf_release(&b);
	assert_int_equal(sg_uncoded(&study, &o, &tables, &err), 0);
	assert_true(th_note(&tables.v[0], "흔한 문항: Q1("));
	assert_int_equal(tables.v[0].nrows, 8);
	release();
}

static void an_unknown_code_is_named(void **state)
{
	struct sg_str code = SG_STR("X9");
	struct sg_refine_options o = {
		.table = {.filter = {.codes = &code, .ncodes = 1}}};

	(void)state;
	load(codes);
	assert_int_equal(sg_uncoded(&study, &o, &tables, &err), SG_ENOTFOUND);
	assert_non_null(strstr(err.text, "X9"));
	release();
}

/* kim has coded R1, R2 and R3, so that R3's answer is judged not to have C. A rule 예산
 * takes R1 (the rules have it), R2 (gain) and R3 (cost); 부족하다 R1 and R2. R4's answer
 * kim has marked as read. */
static void gains_and_costs(void **state)
{
	struct sg_str code = SG_STR("C");
	struct sg_refine_options o = {.table = {.filter = {.codes = &code,
							.ncodes = 1,
							.coder = SG_STR("kim")}}};
	struct sg_suggestion g;
	bool seen[2] = {false, false};

	(void)state;
	load(codes);
	assert_int_equal(sg_suggest(&study, &o, &tables.arena, &g, &err), 0);
	assert_true(g.by_people);
	assert_int_equal(g.ncases, 2);
	assert_int_equal(g.nsentences, 2);
	assert_int_equal(g.njudged[SG_JUDGED_YES], 2);
	assert_int_equal(g.njudged[SG_JUDGED_NO], 3); /* R3 Q1, R1 Q2, R4 Q1 (read) */
	assert_int_equal(g.njudged[SG_JUDGED_UNKNOWN], 0);
	assert_int_equal(sg_suggest_try(&study, &g, &err), 0);
	for (size_t i = 0; i < g.n; i++) {
		const struct sg_suggested *k = &g.v_terms[i];
		if (sg_str_eqz(k->rule, "예산")) {
			assert_int_equal(k->target, 2);
			assert_int_equal(k->reference, 1);
			assert_int_equal(k->gain, 1);
			assert_int_equal(k->cost, 1);
			assert_int_equal(k->unknown, 0);
			seen[0] = true;
		} else if (sg_str_eqz(k->rule, "~부족하다")) {
			assert_int_equal(k->gain, 1);
			assert_int_equal(k->cost, 0);
			seen[1] = true;
		}
	}
	assert_true(seen[0] && seen[1]);
	sg_suggest_table(&g, &o, &tables);
	const struct sg_table *t = &tables.v[0];
	assert_true(sg_str_eqz(th_cell(t, 0, "rule")->text, "- ~부족하다"));
	release();
}

/* kim marked what was read of R1 and coded there: the rest of R1 is not known. Nothing
 * is known of what lee was not given: R2 Q2 is coded, and not drawn. */
static void only_what_was_read(void **state)
{
	static const char text[] = "code C 자원\n"
				   "code D 법\n"
				   "question Q1 자원 -\n"
				   "question Q2 법 -\n"
				   "case R1\n"
				   "case R2\n"
				   "answer R1 Q1 예산이 부족하다.\n"
				   "answer R1 Q2 예산을 늘린다.\n"
				   "answer R2 Q1 법령을 고친다.\n"
				   "answer R2 Q2 법령을 바꾼다.\n"
				   "coding R1 Q1 C kim \"*\"\n"
				   "coding R2 Q1 D lee \"*\"\n"
				   "coding R2 Q2 D lee \"*\"\n"
				   "read R1 Q1 kim\n"
				   "drawn R2 Q1 lee\n";
	struct sg_str code = SG_STR("C");
	struct sg_refine_options o = {.table = {.filter = {.codes = &code,
							.ncodes = 1,
							.coder = SG_STR("kim")}}};
	struct sg_suggestion g;

	(void)state;
	load(text);
	assert_int_equal(sg_suggest(&study, &o, &tables.arena, &g, &err), 0);
	assert_int_equal(g.njudged[SG_JUDGED_YES], 1);
	assert_int_equal(g.njudged[SG_JUDGED_NO], 0);
	assert_int_equal(g.njudged[SG_JUDGED_UNKNOWN], 3);
	o.table.filter.coder = SG_STR("lee");
	assert_int_equal(sg_suggest(&study, &o, &tables.arena, &g, &err), 0);
	assert_int_equal(g.njudged[SG_JUDGED_YES], 0);
	assert_int_equal(g.njudged[SG_JUDGED_NO], 1);
	assert_int_equal(g.njudged[SG_JUDGED_UNKNOWN], 3);
	release();
}

/* Three sentences of three people about 통학 버스, two about 급식 (too few), others. */
static void groups_of_sentences(void **state)
{
	static const char text[] =
		"question Q1 말 -\n"
		"case R1\n"
		"case R2\n"
		"case R3\n"
		"answer R1 Q1 통학 버스가 늦는다. 급식 식당이 좁다.\n"
		"answer R2 Q1 통학 버스를 늘린다. 급식 식당을 넓힌다.\n"
		"answer R3 Q1 통학 버스는 비싸다. 도서관 자리가 모자란다.\n";
	struct sg_refine_options o = {.order = SG_UNCODED_TEXT};

	(void)state;
	load(text);
	assert_int_equal(sg_uncoded_groups(&study, &o, &tables, &err), 0);
	const struct sg_table *t = &tables.v[0];
	assert_int_equal(t->nrows, 1);
	near8(th_cell(t, 0, "people")->number, 3);
	near8(th_cell(t, 0, "sentences")->number, 3);
	struct sg_str shared = th_cell(t, 0, "words")->text;
	assert_true(sg_str_eqz(shared, "버스 | 통학"));
	assert_int_equal(th_cell(t, 0, "quotations")->nquotes, 3);
	release();
}

static void nothing_to_group(void **state)
{
	struct sg_refine_options o = {.order = SG_UNCODED_TEXT};

	(void)state;
	load("case R1\n");
	assert_int_equal(sg_uncoded_groups(&study, &o, &tables, &err), 0);
	assert_int_equal(tables.v[0].nrows, 0);
	assert_int_equal(sg_uncoded(&study, &o, &tables, &err), 0);
	assert_int_equal(tables.v[1].nrows, 0);
	release();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(g2_as_r),
		cmocka_unit_test(words_are_terms),
		cmocka_unit_test(uncoded_sentences),
		cmocka_unit_test(uncoded_without_questions),
		cmocka_unit_test(answers_without_the_code),
		cmocka_unit_test(usual_questions),
		cmocka_unit_test(usual_together),
		cmocka_unit_test(an_unknown_code_is_named),
		cmocka_unit_test(gains_and_costs),
		cmocka_unit_test(only_what_was_read),
		cmocka_unit_test(groups_of_sentences),
		cmocka_unit_test(nothing_to_group),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
