/* test_polarity.c - NEGATED and AFFIRMED by kind of negation. Sentences and what is
 * negated in them were worked by hand from the grammar of negation. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "codebook/codebook.h"
#include "match/engine.h"

struct row {
	const char *term, *sentence;
	bool negated;
};

static size_t count_hits(const char *form, const struct row *row)
{
	struct sg_str body = sg_str_of(row->sentence);
	struct sg_answer_view all = {.span = {0, (uint32_t)body.n}, .answered = true};
	struct sg_codebook *book = NULL;
	struct sg_engine *engine = NULL;
	struct sg_hits hits = {0};
	struct sg_layout layout;
	struct sg_notes notes;
	struct sg_error err = {0};
	struct sg_buf expr;

	sg_buf_init(&expr);
	sg_notes_init(&notes);
	sg_layout_init(&layout);
	sg_buf_printf(&expr, "%s(%s)", form, row->term);
	assert_int_equal(sg_codebook_of_expr(&book, sg_buf_str(&expr), &notes), 0);
	assert_int_equal(sg_engine_new(&engine, book, NULL, &notes, &err), 0);
	struct sg_scanner *scanner = sg_scanner_new(engine);
	sg_layout_build(&layout, body);
	struct sg_doc doc = {.name = "sentence",
		.body = body,
		.layout = &layout,
		.answers = &all,
		.nanswers = 1};
	assert_int_equal(sg_scan(scanner, &doc, &hits, &notes, &err), 0);
	size_t n = hits.n;
	free(hits.v);
	sg_scanner_free(scanner);
	sg_engine_free(engine);
	sg_codebook_free(book);
	sg_layout_release(&layout);
	sg_notes_release(&notes);
	sg_buf_release(&expr);
	return n;
}

static void check(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t negated = count_hits("NEGATED", &rows[i]);
		size_t affirmed = count_hits("AFFIRMED", &rows[i]);
		if (negated != rows[i].negated || affirmed == rows[i].negated)
			print_message("%s: %s: %zu %zu\n", rows[i].sentence,
				rows[i].term, negated, affirmed);
		assert_int_equal(negated, rows[i].negated);
		assert_int_equal(affirmed, !rows[i].negated);
	}
}
#define CHECK(rows) check(rows, sizeof(rows) / sizeof *(rows))

static void short_negation(void **state)
{
	static const struct row rows[] = {
		{"~열다", "창구를 안 연다.", true},
		{"~맞추다", "기한을 못 맞췄다.", true},
		{"~먹다", "밥을 먹고 안 갔다.", false},
		{"~가다", "밥을 먹고 안 갔다.", true},
		{"사용", "현장에서는 사용 안 함.", true},
		{"사용", "지금은 사용안함으로 되어 있다.", true},
		{"확인", "담당자가 확인을 못 했다.", true},
	};

	(void)state;
	CHECK(rows);
}

static void long_negation(void **state)
{
	static const struct row rows[] = {
		{"~믿다", "그 말을 믿지 않는다.", true},
		{"~믿다", "그 말을 믿지는 못한다.", true},
		{"~미루다", "더 미루지 말자.", true},
		{"~협의하다", "협의하지 아니하고 고시하였다.", true},
		{"~고시하다", "협의하지 아니하고 고시하였다.", false},
		{"신뢰", "정부를 신뢰하지 않는다.", true},
		{"~바꾸다", "규정을 바꾸지않았다.", true},
		{"~원하다", "아무도 그것을 원치 않는다.", true},
	};

	(void)state;
	CHECK(rows);
}

static void auxiliaries(void **state)
{
	static const struct row rows[] = {
		{"~고치다", "아무도 고치려고 하지 않는다.", true},
		{"~정리되다", "아직 정리되어 있지 않다.", true},
		{"~가다", "그 부서에 가고 싶어 하지 않는다.", true},
		{"~읽다", "안내문을 읽어 보지도 않는다.", true},
		{"~어렵다", "어려워서 하지 않는다.", false},
		{"~늘리다", "돈을 늘려 해결할 문제가 아니다.", false},
	};

	(void)state;
	CHECK(rows);
}

static void dependent_nouns(void **state)
{
	static const struct row rows[] = {
		{"~쓰다", "이제 쓸 수 없다.", true},
		{"~쓰다", "이제 쓸 수밖에 없다.", false},
		{"~보다", "그런 서류는 본 적이 없다.", true},
		{"~늘리다", "무작정 늘리는 것은 아니다.", true},
		{"~끝나다", "다 끝난 것 같지 않다.", true},
		{"~움직이다", "움직일 생각을 안 한다.", true},
		{"~읽다", "읽을 사람이 없다.", false},
		{"~같다", "같은 말을 하지 않는다.", false},
	};

	(void)state;
	CHECK(rows);
}

static void quotation_and_bans(void **state)
{
	static const struct row rows[] = {
		{"~충분하다", "인력이 충분하다고 할 수 없다.", true},
		{"~좋다", "상황이 좋다고 보지 않는다.", true},
		{"~공유하다", "공유하면 안 되는 자료다.", true},
		{"~올리다", "수수료를 올려서는 안 된다.", true},
		{"~나아지다", "나아지기는커녕 더 나빠졌다.", true},
		{"칭찬", "칭찬은커녕 징계를 받았다.", true},
	};

	(void)state;
	CHECK(rows);
}

static void nouns(void **state)
{
	static const struct row rows[] = {
		{"예산", "올해는 예산이 없다.", true},
		{"정부", "정부에는 책임이 없다.", false},
		{"정부", "정부는 책임이 없다.", false},
		{"예산", "예산을 확보하지 못했다.", true},
		{"연계", "기관 사이의 연계가 이루어지지 않는다.", true},
		{"기관", "기관 사이의 연계가 이루어지지 않는다.", false},
		{"제도", "제도를 고치는 일은 쉽지 않다.", false},
		{"효과", "효과 없이 확산되었다.", true},
	};

	(void)state;
	CHECK(rows);
}

static void relative_clauses(void **state)
{
	static const struct row rows[] = {
		{"정부", "정부가 동의하지 않은 절차이다.", false},
		{"~동의하다", "정부가 동의하지 않은 절차이다.", true},
		{"절차", "정부가 동의하지 않은 절차이다.", false},
		{"위원회", "책임은 지지 않는 위원회를 보았다.", false},
		{"책임", "책임은 지지 않는 위원회를 보았다.", true},
	};

	(void)state;
	CHECK(rows);
}

static void other_clauses(void **state)
{
	static const struct row rows[] = {
		{"기준", "기준은 있지만 지키는 곳이 없다.", false},
		{"예산", "예산을 확보했으나 사람을 뽑지 못했다.", false},
		{"~느리다", "복잡하지 않지만 느리다.", false},
		{"~복잡하다", "복잡하지 않지만 느리다.", true},
	};

	(void)state;
	CHECK(rows);
}

static void contrast(void **state)
{
	static const struct row rows[] = {
		{"기술", "문제는 기술이 아니라 사람이다.", true},
		{"사람", "문제는 기술이 아니라 사람이다.", false},
		{"제도", "부족한 것은 제도가 아니고 의지다.", true},
		{"효율", "효율뿐만 아니라 형평도 본다.", false},
		{"등록률", "등록률 말고 재사용 건수를 보자.", true},
	};

	(void)state;
	CHECK(rows);
}

static void double_negation(void **state)
{
	static const struct row rows[] = {
		{"~묻다", "책임을 묻지 않을 수 없다.", false},
		{"~참여하다", "주민이 참여하지 않으면 안 된다.", false},
		{"~필요하다", "필요하지 않은 것은 아니다.", false},
		{"문제", "이것이 문제가 아닐 수 없다.", false},
		{"문제", "문제가 없지 않다.", false},
		{"불만", "불만이 없는 것은 아니다.", false},
		{"민간", "민간 못지않게 빠르다.", false},
		{"개방", "개방을 안 하는 것보다 낫다.", false},
	};

	(void)state;
	CHECK(rows);
}

static void questions(void **state)
{
	static const struct row rows[] = {
		{"~바꾸다", "이제는 바꿔야 하지 않겠습니까?", false},
		{"혁신", "그것이 바로 혁신 아닙니까?", false},
		{"~공개하다", "왜 공개하지 않습니까?", true},
	};

	(void)state;
	CHECK(rows);
}

static void written_together(void **state)
{
	static const struct row rows[] = {
		{"~주다", "자료를 안줘요.", true},
		{"~고치다", "아직 못고쳤어요.", true},
		{"~쓰다", "자료를 써 줘요.", false},
	};

	(void)state;
	CHECK(rows);
	/* 안내하다 is no 안 + 내다, 안전하다 no 안 + 전하다, 못하다 a verb of its own. */
	static const struct row none[] = {
		{"~내다", "안내는 충분했다.", false},
		{"~전하다", "안전한 제도이다.", false},
		{"~하다", "기대에 못한 결과였다.", false},
	};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		assert_int_equal(count_hits("NEGATED", &none[i]), 0);
		assert_int_equal(count_hits("AFFIRMED", &none[i]), 0);
	}
}

static void what_becomes(void **state)
{
	static const struct row rows[] = {
		{"결론", "오늘도 결론이 안 나서 미뤘다.", true},
		{"결론", "결론이 나지 않는다.", true},
		{"담당자", "담당자가 떠나지 않는다.", false},
		{"이해", "그 대목은 이해가 안 간다.", true},
		{"담당자", "담당자가 안 간다.", false},
		{"오류", "오류가 고쳐지지 않았다.", true},
		{"노력", "노력이 인정받지 못했다.", true},
		{"주민", "주민이 소식을 받지 못했다.", false},
	};

	(void)state;
	CHECK(rows);
}

static void longer_chains(void **state)
{
	static const struct row rows[] = {
		{"~나아지다", "나아질 것이라고 보지 않는다.", true},
		{"~우려하다", "우려할 만한 일은 아니다.", true},
		{"~쓰다", "못 쓸 정도는 아니다.", false},
		{"~부족하다", "돈이 부족해서가 아니라 사람이 없어서다.", true},
		{"~만나다", "그 사람을 만나 본 적도 없다.", true},
		{"~결정하다", "혼자 결정하지 마시고 물어보세요.", true},
		{"~되다", "이제 바꿀 때도 되지 않았습니까?", false},
	};

	(void)state;
	CHECK(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(short_negation),
		cmocka_unit_test(long_negation),
		cmocka_unit_test(auxiliaries),
		cmocka_unit_test(dependent_nouns),
		cmocka_unit_test(quotation_and_bans),
		cmocka_unit_test(nouns),
		cmocka_unit_test(relative_clauses),
		cmocka_unit_test(other_clauses),
		cmocka_unit_test(contrast),
		cmocka_unit_test(double_negation),
		cmocka_unit_test(questions),
		cmocka_unit_test(written_together),
		cmocka_unit_test(what_becomes),
		cmocka_unit_test(longer_chains),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
