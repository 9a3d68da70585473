/* test_parts.c - labelled pieces of answers. Answers are ours; labels were read off by
 * hand. With the bundled interviews the number of labelled answers is compared with
 * that of a person who read all thirty. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ingest/parts.h"

static struct sg_str constraint_labels[] = {
	{"맥락", 6}, {"제도", 6}, {"행위", 6}, {"시급", 6}};
static struct sg_str stage_labels[] = {{"정책결정", 12}, {"전달과정", 12}, {"결과", 6}};
static struct sg_str period_labels[] = {
	{"법령", 6}, {"단기", 6}, {"중기", 6}, {"장기", 6}};
static struct sg_str means_labels[] = {{"조직", 6}, {"인사", 6}, {"예산", 6}};

static const struct sg_question constraint = {.parts = constraint_labels, .nparts = 4};
static const struct sg_question stage = {.parts = stage_labels, .nparts = 3};
static const struct sg_question period = {.parts = period_labels, .nparts = 4};
static const struct sg_question means = {.parts = means_labels, .nparts = 3};

/* Parts as "label=text;", LF shown as "/". */
static void check(const struct sg_question *q, const char *text, const char *expected)
{
	struct sg_arena arena;
	struct sg_buf out;
	struct sg_part *parts;
	struct sg_str body = sg_str_of(text);

	sg_arena_init(&arena);
	sg_buf_init(&out);
	size_t n = sg_parts_find(
		&arena, q, body, (struct sg_span){0, (uint32_t)body.n}, &parts);
	for (size_t i = 0; i < n; i++)
		sg_buf_printf(&out, "%.*s=%.*s;", SG_ARG(parts[i].label),
			SG_ARG(sg_str_sub(
				body, parts[i].span.start, parts[i].span.stop)));
	for (size_t i = 0; i < out.n; i++)
		if (out.p[i] == '\n')
			out.p[i] = '/';
	assert_string_equal(sg_buf_z(&out), expected);
	sg_buf_release(&out);
	sg_arena_release(&arena);
}

static void signs(void **data)
{
	(void)data;
	check(&constraint, "- 맥락 : 하나\n- 제도: 둘\n- 행위： 셋\n시급한 것은 둘째.",
		"맥락=맥락 : 하나;제도=제도: 둘;행위=행위： 셋;시급=시급한 것은 "
		"둘째.;");
	check(&constraint, "가. 맥락: 하나\n나. 제도: 둘",
		"맥락=맥락: 하나;제도=제도: 둘;");
	check(&constraint, "□ 맥락적\n ○ 하나\n□ 제도적 제약\n ○ 둘",
		"맥락=맥락적/ ○ 하나;제도=제도적 제약/ ○ 둘;");
	check(&constraint, "[맥락] 하나\n<제도> 둘", "맥락=맥락] 하나;제도=제도> 둘;");
	check(&period, "단기(~2년): 가\n중기(3~5년): 나\n장기) 다",
		"단기=단기(~2년): 가;중기=중기(3~5년): 나;장기=장기) 다;");
}

static void particles(void **data)
{
	(void)data;
	check(&constraint,
		"여는 말. 맥락적으로는 하나다. 제도 쪽은 둘이다. 행위 측면에서는 "
		"셋이다.",
		"맥락=맥락적으로는 하나다.;제도=제도 쪽은 둘이다.;행위=행위 측면에서는 "
		"셋이다.;");
	check(&constraint, "제도의 차원에서는 둘이다.맥락을 말하자면 하나다.",
		"제도=제도의 차원에서는 둘이다.;맥락=맥락을 말하자면 하나다.;");
	check(&means, "조직은 그대로 두고, 예산은 늘린다.",
		"조직=조직은 그대로 두고,;예산=예산은 "
		"늘린다.;");
	check(&period, "단기로 가, 중기로는 나, 장기 과제는 다",
		"단기=단기로 가,;중기=중기로는 나,;장기=장기 과제는 다;");
	check(&stage, "결정 단계에서는 가. 전달 과정에서는 나. 결과 단계의 지표는 다.",
		"정책결정=결정 단계에서는 가.;전달과정=전달 과정에서는 나.;결과=결과 "
		"단계의 지표는 "
		"다.;");
	check(&stage, "전달: 가\n- 결정: 나", "전달과정=전달: 가;정책결정=결정: 나;");
}

static void urgency(void **data)
{
	(void)data;
	check(&constraint, "가장 급한 것은 인력입니다.",
		"시급=가장 급한 것은 인력입니다.;");
	check(&constraint,
		"제도는 둘이다. 셋 중 하나만 고르라면 조달입니다. 나머지는 나중이다.",
		"제도=제도는 둘이다.;시급=셋 중 하나만 고르라면 조달입니다. 나머지는 "
		"나중이다.;");
	check(&constraint, "무엇이 시급하냐고 하면 권한이다.",
		"시급=무엇이 시급하냐고 하면 권한이다.;");
	check(&constraint, "절차가 급할 때는 너무 길다. 긴급한 일이 많다.", "");
	check(&means, "가장 급한 것은 인력이다.", "");
}

static void no_labels(void **data)
{
	(void)data;
	check(&constraint, "맥락·제도·행위의 3분법은 깔끔하다.", "");
	check(&constraint, "맥락적/제도적/행위적 구분은 잘 모르겠다.", "");
	check(&constraint, "이것은 제도의 제약이다. 제도권 밖이 문제다.", "");
	check(&means,
		"예산실과 부처가 다툰다. 인사혁신처는 빠져 있다. 조직개편이 잦다.", "");
	check(&period, "단기·중기·장기로 나누어 답하라 하였다.", "");
	check(&constraint, "", "");
}

static void joined(void **data)
{
	(void)data;
	check(&means, "조직·인사는 생략. 예산은 늘린다.",
		"조직=조직·;인사=인사는 생략.;예산=예산은 "
		"늘린다.;");
	check(&period, "중기와 장기는 모르겠다.", "중기=중기와;장기=장기는 모르겠다.;");
}

static void same_label_goes_on(void **data)
{
	(void)data;
	check(&constraint, "시급한 것은 가. 가장 급한 까닭은 나.",
		"시급=시급한 것은 가. 가장 급한 까닭은 나.;");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs),
		cmocka_unit_test(particles),
		cmocka_unit_test(urgency),
		cmocka_unit_test(no_labels),
		cmocka_unit_test(joined),
		cmocka_unit_test(same_label_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
