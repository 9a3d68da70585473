/* test_review.c - rules and operands that change nothing, near misses, greedy codes and
 * contradicted themes, in answers small enough to work out by hand. */
#include "config.h"

#include "fixture.h"

#include "coding/review.h"

struct study {
	struct fx f;
	struct sg_codebook *book;
	struct sg_review review;
};

static void open_study(struct study *s, const char *book, const char *const answers[])
{
	struct sg_corpus *corpus = NULL;
	char name[16];

	fx_open(&s->f, false);
	for (int i = 0; answers[i]; i++) {
		snprintf(name, sizeof name, "R%02d", i + 1);
		fx_put(&s->f, name, name, answers[i]);
	}
	s->book = fx_book(&s->f, book);
	FX_OK(&s->f, sg_corpus_open(&corpus, s->f.store, &s->f.err));
	FX_OK(&s->f,
		sg_review_run(&s->review, s->book, sg_corpus_next, corpus, &s->f.err));
	sg_corpus_close(corpus);
}

static void close_study(struct study *s)
{
	sg_review_release(&s->review);
	sg_codebook_free(s->book);
	fx_close(&s->f);
}

static void covered_rules(void **state)
{
	static const char *const answers[] = {
		"## Q1\n예산이 부족하다. 예산은 크다.\n", NULL};
	struct study s;

	(void)state;
	/* Line 4 codes the first sentence, 5 both, 6 both, 7 the first with a facet. */
	open_study(&s,
		"# t\n* facet 입장: 찬성 | 반대\n## A1 예산\n- 예산 AND 부족\n- 예산\n"
		"- *예산\n- 부족 => 입장: 반대\n- 국회\n",
		answers);
	assert_int_equal(s.review.nrules, 5);
	assert_int_equal(s.review.rules[0].units, 1);
	assert_int_equal(s.review.rules[0].covered_by, 1);
	assert_int_equal(s.review.rules[1].units, 2);
	assert_int_equal(s.review.rules[1].covered_by, UINT32_MAX);
	assert_int_equal(s.review.rules[2].covered_by, 1);
	assert_int_equal(s.review.rules[3].covered_by, UINT32_MAX);
	assert_int_equal(s.review.rules[4].units, 0);
	assert_int_equal(s.review.rules[4].covered_by, UINT32_MAX);
	close_study(&s);
}

/* The idle operands as "line operand hits", one a line. */
static void expect_idle(const char *book, const char *answer, const char *wanted)
{
	const char *const answers[] = {answer, NULL};
	struct sg_buf got;
	struct study s;

	open_study(&s, book, answers);
	sg_buf_init(&got);
	for (size_t i = 0; i < s.review.nidle; i++) {
		const struct sg_idle *idle = &s.review.idle[i];
		if (idle->operand) {
			sg_buf_printf(&got, "%u ", idle->operand->line);
			sg_expr_print(idle->operand, &got);
		} else {
			sg_buf_printf(&got, "%u line",
				s.book->codes[idle->code].rules[idle->rule].line);
		}
		sg_buf_printf(&got, " %zu\n", idle->hits);
	}
	assert_string_equal(sg_buf_z(&got), wanted);
	sg_buf_release(&got);
	close_study(&s);
}

static void idle_operands(void **state)
{
	const char *answer = "## Q1\n예산이 부족하다. 시간이 부족하다. 정부 예산실.\n";

	(void)state;
	/* 예산 stands in sentences 1 and 3, 부족 in 1 and 2: each decides. */
	expect_idle("# t\n## A1 a\n- 예산 AND 부족\n", answer, "");
	/* Wherever 시간 is, 부족 is too. */
	expect_idle("# t\n## A1 a\n- 시간 AND 부족\n", answer, "3 부족 0\n");
	expect_idle("# t\n## A1 a\n- 시간 NEAR/2 부족\n", answer, "3 부족 0\n");
	expect_idle("# t\n## A1 a\n- 예산 NOT 국회\n- 예산 NOT 부족\n", answer,
		"3 국회 0\n");
	/* 예산실 masks a hit of its own sentence; 시간 none. */
	expect_idle("# t\n## A1 a\n- 예산 EXCEPT 예산실 EXCEPT 시간\n", answer,
		"3 시간 0\n");
	expect_idle(
		"# t\n## A1 a\n- 예산\n- EXCEPT 예산실\n- EXCEPT 시간\n- NOT 시간\n",
		answer, "5 line 0\n6 line 0\n");
}

static void idle_branches(void **state)
{
	(void)state;
	/* 정부 예산 is always touched by 예산, which once stands alone; 국회, a term
	 * that never occurs, is the survey's to tell. */
	expect_idle("# t\n* $돈 = 예산 | 정부 예산 | 국회\n## A1 a\n- $돈\n",
		"## Q1\n정부 예산. 예산.\n", "2 정부 예산 1\n");
	/* Without 정부 the rule still waits for 국회; without 국회 it has 정부 too. */
	expect_idle("# t\n## A1 a\n- 예산 | (정부 AND 국회)\n", "## Q1\n정부. 예산.\n",
		"3 정부 0\n3 정부 AND 국회 0\n");
}

static void expect_misses(
	const char *book, const char *const answers[], const size_t wanted[SG_MISSES])
{
	struct study s;

	open_study(&s, book, answers);
	assert_int_equal(s.review.nrules, 1);
	for (size_t i = 0; i < SG_MISSES; i++)
		assert_int_equal(s.review.rules[0].misses[i], wanted[i]);
	close_study(&s);
}

static void near_misses(void **state)
{
	static const char *const edges[] = {
		"## Q1\n지능형정부서비스. 정부. 행정부담과 정부.\n", NULL};
	/* 담당자 and 교체 are 1, 2, 3, 4 and 6 eojeols apart. */
	static const char *const apart[] = {
		"## Q1\n담당자 교체. 담당자 가 교체. 담당자 가 나 교체. "
		"담당자 가 나 다 교체. 담당자 가 나 다 라 마 교체.\n",
		NULL};
	static const char *const scope[] = {
		"## Q1\n예산.\n\n## Q2\n예산. 예산실.\n", NULL};

	(void)state;
	expect_misses("# t\n## A1 a\n- 정부\n", edges,
		(const size_t[SG_MISSES]){[SG_MISS_EDGES] = 1});
	expect_misses("# t\n## A1 a\n- 담당자 NEAR/1 교체\n", apart,
		(const size_t[SG_MISSES]){[SG_MISS_FAR1] = 1,
			[SG_MISS_FAR2] = 1,
			[SG_MISS_FAR3] = 1,
			[SG_MISS_FAR_MORE] = 1});
	expect_misses("# t\n## A1 a\n- [Q1] 예산\n- EXCEPT 예산실\n", scope,
		(const size_t[SG_MISSES]){[SG_MISS_SCOPE] = 1});
	expect_misses("# t\n## A1 a\n- 예산\n- EXCEPT 예산실\n", scope,
		(const size_t[SG_MISSES]){[SG_MISS_MASK] = 1});
	expect_misses("# t\n## A1 a\n- 예산\n- NOT 예산실\n", scope,
		(const size_t[SG_MISSES]){[SG_MISS_VETO] = 1});
}

static void greedy_codes(void **state)
{
	static const char *const answers[] = {"## Q1\n예산.\n\n## Q2\n예산.\n",
		"## Q1\n예산.\n\n## Q2\n예산.\n", "## Q1\n예산.\n\n## Q2\n정부.\n",
		"## Q1\n정부.\n\n## Q2\n-\n", NULL};
	struct study s;

	(void)state;
	/* Q1: 3 of 4. Q2: 2 of 3 answered, which is not more than two thirds. */
	open_study(&s, "# t\n## A1 a\n- 예산\n", answers);
	assert_int_equal(s.review.ngreedy, 1);
	assert_true(sg_str_eqz(s.review.greedy[0].question, "Q1"));
	assert_int_equal(s.review.greedy[0].n, 3);
	assert_int_equal(s.review.greedy[0].answers, 4);
	close_study(&s);
	/* What is coded by default is meant to take all. */
	open_study(&s, "# t\n## A1 a\n* default: Q1\n- 예산\n", answers);
	assert_int_equal(s.review.ngreedy, 0);
	close_study(&s);
}

static void contradicted_themes(void **state)
{
	static const char *const answers[] = {
		"## Q4\n[맥락] 예산. 법령.\n[제도] 예산. 예산이다. 법령.\n[시급] 법령. "
		"법령이다. 법령뿐이다.\n",
		NULL};
	struct study s;

	(void)state;
	/* 예산, under 맥락적 제약: 1 in 맥락, 2 in 제도. 법령, under 제도적 제약: 1
	 * in each, and 시급 names no theme. */
	open_study(&s,
		"# t\n## C1 맥락적 제약\n### C1a 예산\n- 예산\n"
		"## C2 제도적 제약\n### C2a 법령\n- 법령\n",
		answers);
	assert_int_equal(s.review.nclashes, 1);
	assert_int_equal(s.review.clashes[0].code, 1);
	assert_int_equal(s.review.clashes[0].ancestor, 0);
	assert_true(sg_str_eqz(s.review.clashes[0].label, "맥락"));
	assert_true(sg_str_eqz(s.review.clashes[0].other, "제도"));
	assert_int_equal(s.review.clashes[0].here, 1);
	assert_int_equal(s.review.clashes[0].there, 2);
	close_study(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(covered_rules),
		cmocka_unit_test(idle_operands),
		cmocka_unit_test(idle_branches),
		cmocka_unit_test(near_misses),
		cmocka_unit_test(greedy_codes),
		cmocka_unit_test(contradicted_themes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
