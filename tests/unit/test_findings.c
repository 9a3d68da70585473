/* The findings table of a small study whose counts were worked by hand. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/analysis.h"
#include "study_dsl.h"

/* Six people were asked, R6 said nothing. C1a: R1 R2 R3 R4 R5 (R1 twice); C1b: R2;
 * C1: R1-R5; C2a: R3 R4; C2b nobody; D1a (outside the focus): R1 R5; D1b: R4. R7 was
 * not asked. R6's coding stands in an answer that says nothing. */
static const char study_text[] =
	"attributes 직군\n"
	"facet 입장 찬성|반대|유보\n"
	"code C 제약\n"
	"\tcode C1 맥락\n"
	"\t\tcode C1a 격차\n"
	"\t\tcode C1b 신뢰\n"
	"\tcode C2 제도\n"
	"\t\tcode C2a 법\n"
	"\t\tcode C2b 칸막이\n"
	"code D 가치\n"
	"\tcode D1 결정\n"
	"\t\tcode D1a 증거\n"
	"\t\tcode D1b 참여\n"
	"question Q4 제약 C | 제약은 무엇입니까?\n"
	"question Q5 가치 - | 가치는 무엇입니까?\n"
	"case R1 공무원\n"
	"case R2 공무원\n"
	"case R3 공무원\n"
	"case R4 교수\n"
	"case R5 교수\n"
	"case R6 교수\n"
	"case R7 -\n"
	"answer R1 Q4 노인은 화면 글씨가 작아서 신청을 못 하신다. 면사무소까지 오시는 "
	"데만 두 "
	"시간이 걸린다고 하신다. 근거가 되는 자료부터 모아야 한다고 생각합니다.\n"
	"answer R2 Q4 □ 정보가 닿지 않는 마을이 아직도 여럿 남아 있음\n"
	"answer R3 Q4 배제되는 사람이 생기는 것은 어쩔 수 없는 과정이다. 법이 먼저 "
	"바뀌지 않으면 "
	"아무 일도 시작하지 못한다.\n"
	"answer R4 Q4 격차라는 말은 과장되었다고 보며 제약이 아니다. 법령이 낡아서 "
	"담당자마다 "
	"해석을 다르게 합니다.\n"
	"answer R5 Q4 장애인은 점자 안내가 없는 단말기를 쓸 수가 없다. 통계가 없으니 "
	"아무도 "
	"그 수를 알지 못합니다.\n"
	"none R6 Q4 blank 의견 없음\n"
	"none R1 Q5 missing\n"
	"answer R2 Q5 함께 정하는 것.\n"
	"answer R3 Q5 함께 정하는 것.\n"
	"coding R1 Q4 C1a rules \"노인은 화면 글씨가 작아서 신청을 못 하신다.\"\n"
	"coding R1 Q4 C1a rules \"면사무소까지 오시는 데만 두 시간이 걸린다고 "
	"하신다.\"\n"
	"coding R1 Q4 D1a rules \"근거가 되는 자료부터 모아야 한다고 생각합니다.\"\n"
	"coding R2 Q4 C1a reviewed 입장=찬성 \"정보가 닿지 않는 마을이 아직도 여럿 "
	"남아 있음\"\n"
	"coding R2 Q4 C1b rules \"정보가 닿지 않는 마을이 아직도 여럿 남아 있음\"\n"
	"coding R3 Q4 C1a rules 입장=찬성 \"배제되는 사람이 생기는 것은 어쩔 수 없는 "
	"과정이다.\"\n"
	"coding R3 Q4 C2a rules \"법이 먼저 바뀌지 않으면 아무 일도 시작하지 "
	"못한다.\"\n"
	"coding R4 Q4 C1a kim 입장=반대 \"격차라는 말은 과장되었다고 보며 제약이 "
	"아니다.\"\n"
	"coding R4 Q4 C2a rules \"법령이 낡아서 담당자마다 해석을 다르게 합니다.\"\n"
	"coding R4 Q4 D1b rules \"법령이 낡아서 담당자마다 해석을 다르게 합니다.\"\n"
	"coding R5 Q4 C1a rules \"장애인은 점자 안내가 없는 단말기를 쓸 수가 없다.\"\n"
	"coding R5 Q4 D1a rules \"통계가 없으니 아무도 그 수를 알지 못합니다.\"\n"
	"coding R5 Q4 C2b rejected \"통계가 없으니 아무도 그 수를 알지 못합니다.\"\n"
	"coding R6 Q4 C1a rules \"의견 없음\"\n"
	"coding R2 Q5 D1b rules \"함께 정하는 것.\"\n"
	"coding R3 Q5 D1b rules \"함께 정하는 것.\"\n"
	"coding R3 Q5 D1a rules \"함께 정하는 것.\"\n"
	"memo Q4 C1a 창구를 남겨 둔다.\n"
	"memo Q4 C1 격차가 먼저다.\n"
	"memo Q4 D1b 참여도 보자.\n";

static struct sg_study study;
static struct sg_tables tables;
static struct sg_error err;

static void make(const struct sg_table_options *o)
{
	dsl_study(&study, study_text);
	sg_tables_init(&tables);
	sg_error_reset(&err);
	assert_int_equal(sg_findings(&study, o, &tables, &err), 0);
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	memset(&tables, 0, sizeof tables);
	memset(&study, 0, sizeof study);
	return 0;
}

static const struct sg_cell *cell(const struct sg_table *t, size_t row, const char *key)
{
	for (size_t k = 0; k < t->ncolumns; k++)
		if (sg_str_eqz(t->columns[k].key, key))
			return &t->cells[row * t->ncolumns + k];
	fail_msg("no column %s", key);
	return NULL;
}

static void text_is(const struct sg_cell *c, const char *expected)
{
	if (!sg_str_eqz(c->text, expected))
		fail_msg("'%.*s' is not '%s'", SG_ARG(c->text), expected);
}

static void number_is(double number, double expected)
{
	assert_true(number >= expected && number <= expected);
}

static void share_is(const struct sg_cell *c, double n, double base)
{
	assert_int_equal(c->kind, SG_CELL_SHARE);
	number_is(c->number, n);
	number_is(c->base, base);
}

/* Asserts what a number in the text of a cell counts: one code. */
static void names(const struct sg_cell *c, size_t at, const char *number,
	uint32_t people, const char *code, bool counted)
{
	const struct sg_named *n = &c->named[at];

	assert_true(sg_str_eqz(sg_str_sub(c->text, n->start, n->stop), number));
	assert_int_equal(n->people, people);
	assert_int_equal(n->ncodes, 1);
	assert_true(sg_str_eqz(study.codes[n->codes[0]].label, code));
	assert_int_equal(n->counted, counted);
}

static bool has_note(const struct sg_table *t, const char *part)
{
	for (size_t i = 0; i < t->nnotes; i++)
		if (sg_str_find(t->notes[i].text, sg_str_of(part)) != SIZE_MAX)
			return true;
	return false;
}

static void test_rows(void **state)
{
	struct sg_table_options o = {0};

	(void)state;
	make(&o);
	assert_int_equal(tables.n, 2);
	const struct sg_table *t = &tables.v[0];
	assert_true(sg_str_eqz(t->id, "findings-Q4"));
	assert_true(sg_str_eqz(t->caption, "문항 4: 제약"));
	assert_true(sg_str_eqz(t->lead, "문항: 제약은 무엇입니까?"));
	assert_int_equal(t->nrows, 6);
	/* Themes in codebook order, n descending within; parents count people once. */
	text_is(cell(t, 0, "theme"), "C1 맥락");
	share_is(cell(t, 0, "theme"), 5, 5);
	assert_int_equal(cell(t, 0, "theme")->rows, 2);
	text_is(cell(t, 0, "subtheme"), "C1a 격차");
	share_is(cell(t, 0, "n"), 5, 5);
	text_is(cell(t, 1, "subtheme"), "C1b 신뢰");
	share_is(cell(t, 1, "n"), 1, 5);
	text_is(cell(t, 2, "theme"), "C2 제도");
	share_is(cell(t, 2, "theme"), 2, 5);
	share_is(cell(t, 2, "n"), 2, 5);
	/* Nobody spoke of it: the row is there and says so; a rejected coding is not
	 * counted. */
	text_is(cell(t, 3, "code"), "C2b");
	share_is(cell(t, 3, "n"), 0, 5);
	text_is(cell(t, 3, "quotations"), "언급 없음");
	text_is(cell(t, 1, "n"), "");
	assert_true(sg_str_eqz(cell(t, 1, "n")->mark, "단독 언급"));
	assert_int_equal(cell(t, 0, "n")->mark.n, 0);
}

static void test_outside_and_nocode(void **state)
{
	struct sg_table_options o = {0};

	(void)state;
	make(&o);
	const struct sg_table *t = &tables.v[0];
	text_is(cell(t, 4, "theme"), "문항 주제 밖의 언급");
	const struct sg_cell *others = cell(t, 4, "quotations");
	text_is(others, "D1a 증거 2; 1명 1개 코드");
	assert_int_equal(others->nnamed, 2);
	names(others, 0, "2", 2, "D1a", false);
	names(others, 1, "1", 1, "D1b", true);
	assert_int_equal(others->named[1].start, strlen("D1a 증거 2; 1명 "));
	assert_int_equal(cell(t, 0, "quotations")->nnamed, 0);
	text_is(cell(t, 5, "theme"), "코드 없음");
	share_is(cell(t, 5, "n"), 0, 5);
}

static void test_outside_min(void **state)
{
	struct sg_table_options o = {.outside_min = 3};

	(void)state;
	make(&o);
	const struct sg_cell *others = cell(&tables.v[0], 4, "quotations");
	text_is(others, "2명 1개 코드, 1명 1개 코드");
	assert_int_equal(others->nnamed, 2);
	names(others, 0, "1", 2, "D1a", true);
	names(others, 1, "1", 1, "D1b", true);
	assert_int_equal(others->named[0].start, strlen("2명 "));
}

static void test_facets(void **state)
{
	struct sg_table_options o = {0};

	(void)state;
	make(&o);
	const struct sg_table *t = &tables.v[0];
	text_is(cell(t, 0, "입장"), "찬성 2 · 반대 1 · 미정 2");
	/* The smaller side is quoted second and marked. */
	const struct sg_cell *q = cell(t, 0, "quotations");
	assert_int_equal(q->nquotes, 2);
	assert_false(q->quotes[0].counter);
	assert_true(q->quotes[1].counter);
	assert_true(sg_str_eqz(q->quotes[1].respondent, "R4"));
	assert_true(sg_str_eqz(q->quotes[1].group, "교수"));
	assert_true(has_note(t, "반론"));
}

static void test_memos(void **state)
{
	struct sg_table_options o = {0};

	(void)state;
	make(&o);
	const struct sg_table *t = &tables.v[0];
	text_is(cell(t, 0, "implication"),
		"창구를 남겨 둔다.\nC1 맥락: 격차가 먼저다.");
	text_is(cell(t, 1, "implication"), "");
	text_is(cell(t, 4, "implication"), "D1b 참여: 참여도 보자.");
}

static void test_notes(void **state)
{
	struct sg_table_options o = {0};

	(void)state;
	make(&o);
	const struct sg_table *t = &tables.v[0];
	assert_true(has_note(t, "질문 6명, 유효응답 5명(공무원 3, 교수 2)."));
	assert_true(has_note(t, "유효응답자(N=5) 기준"));
	assert_true(has_note(t, "유효하지 않은 응답 1명: 무응답 R6."));
	assert_true(has_note(t, "유효하지 않은 응답에 붙은 코딩 1건"));
	/* Eleven cells: C1a 5, C1b 1, C2a 2, D1a 2, D1b 1; R2's and R4's C1a seen. */
	assert_true(has_note(t, "답변×코드 11칸 중 2칸(18.2%)"));
	assert_true(has_note(t, "언급하지 않은 것은 반대를 뜻하지 않는다"));
	assert_true(has_note(&tables.v[1], "답변란 없음 R1"));
	assert_true(has_note(&tables.v[1], "초점(focus)이 없어 2명 이상"));
}

/* Q5 has no focus: every code of two people has a row, the others a line. */
static void test_no_focus(void **state)
{
	struct sg_table_options o = {0};

	(void)state;
	make(&o);
	const struct sg_table *t = &tables.v[1];
	assert_int_equal(t->nrows, 3);
	text_is(cell(t, 0, "code"), "D1b");
	share_is(cell(t, 0, "n"), 2, 2);
	text_is(cell(t, 1, "quotations"), "1명 1개 코드");
	/* The only sentence is short, and still whole. */
	assert_int_equal(cell(t, 0, "quotations")->nquotes, 1);
	assert_true(sg_str_eqz(
		cell(t, 0, "quotations")->quotes[0].text, "함께 정하는 것."));
}

static void test_bases(void **state)
{
	struct sg_table_options o = {.base = SG_BASE_ASKED};

	(void)state;
	make(&o);
	share_is(cell(&tables.v[0], 0, "n"), 5, 6);
	done(NULL);
	o.base = SG_BASE_ALL;
	make(&o);
	share_is(cell(&tables.v[0], 0, "n"), 5, 7);
}

static void test_where_and_by(void **state)
{
	struct sg_condition where = {SG_STR("직군"), SG_STR("공무원")};
	struct sg_table_options o = {.filter = {.where = &where, .nwhere = 1}};

	(void)state;
	make(&o);
	share_is(cell(&tables.v[0], 0, "n"), 3, 3);
	assert_true(has_note(&tables.v[0], "대상: 직군=공무원."));
	done(NULL);
	o = (struct sg_table_options){.by = SG_STR("직군"), .small_group = 3};
	make(&o);
	const struct sg_table *t = &tables.v[0];
	share_is(cell(t, 0, "직군=공무원"), 3, 3);
	assert_true(cell(t, 0, "직군=공무원")->percent);
	share_is(cell(t, 0, "직군=교수"), 2, 2);
	assert_false(cell(t, 0, "직군=교수")->percent);
}

static void test_level_and_min(void **state)
{
	struct sg_table_options o = {.level = 2, .min = 3};

	(void)state;
	make(&o);
	const struct sg_table *t = &tables.v[0];
	/* C1 5, C2 2 (left out), D1 3 outside. */
	text_is(cell(t, 0, "subtheme"), "C1 맥락");
	text_is(cell(t, 0, "theme"), "C 제약");
	text_is(cell(t, 1, "quotations"), "D1 결정 3");
	assert_int_equal(t->nrows, 3);
	assert_true(has_note(t, "n이 3 미만인 1개 행은 뺐다."));
}

static void test_coder(void **state)
{
	struct sg_table_options o = {.filter = {.coder = SG_STR("kim")}};

	(void)state;
	make(&o);
	share_is(cell(&tables.v[0], 0, "n"), 1, 5);
	assert_true(has_note(&tables.v[0], "사람이 코딩했거나 검토함"));
}

/* A theme counts its whole subtree; where the focus holds a part of it, a note says so. */
static void test_wider_theme(void **state)
{
	struct sg_table_options o = {0};
	struct sg_error e;

	(void)state;
	dsl_study(&study,
		"code A 가\n\tcode A1 나\n\tcode A2 다\nquestion Q1 하나 A1\n"
		"case R1\ncase R2\nanswer R1 Q1 글이다.\nanswer R2 Q1 글이다.\n"
		"coding R1 Q1 A1 rules \"*\"\ncoding R2 Q1 A2 rules \"*\"\n");
	sg_tables_init(&tables);
	sg_error_reset(&e);
	assert_int_equal(sg_findings(&study, &o, &tables, &e), 0);
	share_is(cell(&tables.v[0], 0, "theme"), 2, 2);
	share_is(cell(&tables.v[0], 0, "n"), 1, 2);
	assert_true(has_note(&tables.v[0], "행이 없는 하위주제도 들어 있다: A 가."));
}

static void test_unknown(void **state)
{
	struct sg_str question = SG_STR("Q44");
	struct sg_table_options o = {
		.filter = {.questions = &question, .nquestions = 1}};

	(void)state;
	dsl_study(&study, study_text);
	sg_tables_init(&tables);
	sg_error_reset(&err);
	assert_int_equal(sg_findings(&study, &o, &tables, &err), SG_ENOTFOUND);
	assert_string_equal(err.text, "there is no question 'Q44'; near it: 'Q4'");
	o = (struct sg_table_options){.by = SG_STR("직업")};
	sg_error_reset(&err);
	assert_int_equal(sg_findings(&study, &o, &tables, &err), SG_ENOTFOUND);
	assert_string_equal(err.text, "there is no attribute '직업'; there are '직군'");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_rows, done),
		cmocka_unit_test_teardown(test_outside_and_nocode, done),
		cmocka_unit_test_teardown(test_outside_min, done),
		cmocka_unit_test_teardown(test_facets, done),
		cmocka_unit_test_teardown(test_memos, done),
		cmocka_unit_test_teardown(test_notes, done),
		cmocka_unit_test_teardown(test_no_focus, done),
		cmocka_unit_test_teardown(test_bases, done),
		cmocka_unit_test_teardown(test_where_and_by, done),
		cmocka_unit_test_teardown(test_level_and_min, done),
		cmocka_unit_test_teardown(test_coder, done),
		cmocka_unit_test_teardown(test_wider_theme, done),
		cmocka_unit_test_teardown(test_unknown, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
