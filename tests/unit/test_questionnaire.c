/* test_questionnaire.c - questions, their groups and settings; finding them by label. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "codebook/questionnaire.h"

static void assert_str(struct sg_str s, const char *expected)
{
	char got[2048];

	snprintf(got, sizeof got, "%.*s", SG_ARG(s));
	assert_string_equal(got, expected);
}

static struct sg_questionnaire *read_good(const char *body)
{
	struct sg_questionnaire *q;
	struct sg_notes notes;

	sg_notes_init(&notes);
	sg_questionnaire_read(&q, sg_str_of(body), "q.md", &notes);
	for (size_t i = 0; i < notes.n; i++)
		fail_msg(
			"%u: %.*s", (unsigned)notes.v[i].line, SG_ARG(notes.v[i].text));
	sg_notes_release(&notes);
	assert_non_null(q);
	return q;
}

static void test_read(void **state)
{
	(void)state;
	struct sg_questionnaire *q = read_good(
		"# 서면 인터뷰\n\n## 1 개념\n묶음 설명.\n"
		"### Q1 개념\n* focus: A1, B\n어떻게 봅니까?\n- 하나\n+ 둘\n\n"
		"### Q2. \n<!-- 메모 -->\n* parts: 단기 | 장기\n* asked: 직군 ＝ "
		"공무원｜교수\n"
		"첫 줄.\n둘째 줄.\n\n## 2 실행\n설명.\n### 문3) 실행\n* 관심 코드: "
		"C\n* 부분: 법\n"
		"* 대상: 경력=10년 이상\n");

	assert_str(q->title, "서면 인터뷰");
	assert_int_equal(q->ngroups, 2);
	assert_str(q->groups[0], "1 개념");
	assert_int_equal(q->nquestions, 3);
	const struct sg_question *v = q->questions;
	assert_str(v[0].label, "Q1");
	assert_str(v[0].title, "개념");
	assert_str(v[0].wording, "어떻게 봅니까?\n- 하나\n+ 둘");
	assert_int_equal(v[0].group, 0);
	assert_int_equal(v[0].nfocus, 2);
	assert_str(v[0].focus[1], "B");
	assert_int_equal(v[0].line, 5);
	assert_str(v[1].label, "Q2");
	assert_int_equal(v[1].title.n, 0);
	assert_str(v[1].wording, "첫 줄.\n둘째 줄.");
	assert_int_equal(v[1].nparts, 2);
	assert_str(v[1].asked_attribute, "직군");
	assert_int_equal(v[1].nasked_values, 2);
	assert_str(v[1].asked_values[1], "교수");
	assert_str(v[2].label, "문3");
	assert_int_equal(v[2].group, 1);
	assert_str(v[2].focus[0], "C");
	assert_str(v[2].asked_values[0], "10년 이상");
	sg_questionnaire_free(q);
}

/* A short questionnaire needs no groups: a label makes a question at any level. */
static void test_flat(void **state)
{
	(void)state;
	struct sg_questionnaire *q = read_good("## Q1 하나\n## Q2 둘\n");

	assert_int_equal(q->ngroups, 0);
	assert_int_equal(q->nquestions, 2);
	assert_int_equal(q->questions[1].group, UINT32_MAX);
	sg_questionnaire_free(q);
}

static void test_find(void **state)
{
	(void)state;
	static const struct {
		const char *label;
		uint32_t index;
	} cases[] = {{"Q4", 0}, {"q4", 0}, {"4", 0}, {"문4", 0}, {"문 4", 0},
		{"질문 4", 0}, {"4번", 0}, {" Q4 ", 0}, {"4-1", 1},
		{"12", SG_NO_QUESTION}, {"Q12", 2}, {"S12", 3}, {"1", SG_NO_QUESTION},
		{"R4", SG_NO_QUESTION}, {"", SG_NO_QUESTION}, {"제약", SG_NO_QUESTION}};
	struct sg_questionnaire *q =
		read_good("### Q4 제약\n### Q4-1 더\n### Q12 가\n### S12 나\n");

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(sg_questionnaire_find(q, sg_str_of(cases[i].label)),
			cases[i].index);
	sg_questionnaire_free(q);
}

static void test_errors(void **state)
{
	(void)state;
	static const struct {
		const char *body;
		uint32_t line, col;
		const char *message;
	} cases[] = {
		{"### Q1 가\n### Q1 나\n", 2, 5,
			"the question 'Q1' stands already on line 1"},
		{"### 개념\n", 1, 5,
			"a question's heading begins with its label (### Q4 …)"},
		{"### Q1\n* focuss: A\n", 2, 3,
			"'focuss' is no setting; did you mean 'focus'?"},
		{"## 1 가\n* focus: A\n", 2, 3,
			"'focus' belongs under a question; none stands above it"},
		{"### Q1\n* focus:\n", 2, 3, "the setting 'focus' has no value"},
		{"### Q1\n* 하나\n", 2, 3, "a line with * is a setting, 'name: value'"},
		{"### Q1\n* parts: 가 |\n", 2, 13, "a word is missing beside '|'"},
		{"### Q1\n* parts: 가 | 가\n", 2, 10, "the part '가' stands twice"},
		{"### Q1\n* asked: 공무원\n", 2, 10,
			"who was asked is written 'asked: 직군 = 공무원 | 교수'"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sg_questionnaire *q;
		struct sg_notes notes;
		sg_notes_init(&notes);
		assert_int_equal(sg_questionnaire_read(
					 &q, sg_str_of(cases[i].body), "q.md", &notes),
			SG_EINPUT);
		assert_null(q);
		assert_int_equal(notes.errors, 1);
		assert_str(notes.v[0].text, cases[i].message);
		assert_int_equal(notes.v[0].line, cases[i].line);
		assert_int_equal(notes.v[0].col, cases[i].col);
		sg_notes_release(&notes);
	}
}

/* The study's own: twelve questions in three groups, four of them with parts. */
static void test_study(void **state)
{
	(void)state;
	const char *srcdir = getenv("srcdir");
	char *path = sg_path_join(srcdir ? srcdir : ".",
		"corpora/intelligent-government/questionnaire.md");
	bool there = sg_file_kind(path) == SG_FILE_REGULAR;

	if (there) {
		struct sg_questionnaire *q;
		struct sg_notes notes;
		struct sg_error err = {0};
		size_t parts = 0;
		sg_notes_init(&notes);
		assert_int_equal(sg_questionnaire_load(&q, path, &notes, &err), 0);
		assert_int_equal(notes.n, 0);
		assert_int_equal(q->ngroups, 3);
		assert_int_equal(q->nquestions, 12);
		for (size_t i = 0; i < q->nquestions; i++) {
			parts += q->questions[i].nparts > 0;
			assert_true(q->questions[i].wording.n > 0);
		}
		assert_int_equal(parts, 4);
		sg_questionnaire_free(q);
		sg_notes_release(&notes);
	}
	free(path);
	if (!there)
		skip();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_flat),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_study),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
