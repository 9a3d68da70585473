/* test_nonanswer.c - whether an answer says anything. Expected states were decided by
 * reading; the phrases are ours or common in questionnaires. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/labels.h"
#include "ingest/ingest.h"

struct sample {
	enum sg_answer_kind kind;
	const char *text;
};

static const struct sample nones[] = {
	{SG_KIND_BLANK, ""},
	{SG_KIND_BLANK, " \n"},
	{SG_KIND_BLANK, "-"},
	{SG_KIND_BLANK, "…"},
	{SG_KIND_BLANK, "."},
	{SG_KIND_BLANK, "ㅡ"},
	{SG_KIND_BLANK, "N/A"},
	{SG_KIND_BLANK, "Ｎ／Ａ"},
	{SG_KIND_BLANK, "x"},
	{SG_KIND_BLANK, "없음"},
	{SG_KIND_BLANK, "무응답"},
	{SG_KIND_BLANK, "(무응답)"},
	{SG_KIND_BLANK, "의견 없음"},
	{SG_KIND_BLANK, "의견없습니다."},
	{SG_KIND_BLANK, "특별한 의견 없음"},
	{SG_KIND_BLANK, "별다른 의견이 없습니다"},
	{SG_KIND_BLANK, "해당 사항 없음"},
	{SG_KIND_BLANK, "딱히 드릴 말씀이 없습니다."},
	{SG_KIND_BLANK, "이 문항에 대해서는 의견이 없습니다."},
	{SG_KIND_BLANK, "답변 곤란"},
	{SG_KIND_BLANK, "답변하지 않겠습니다."},
	{SG_KIND_BLANK, "지면 관계상 생략합니다."},
	{SG_KIND_UNKNOWN, "모름"},
	{SG_KIND_UNKNOWN, "잘 모르겠습니다."},
	{SG_KIND_UNKNOWN, "글쎄요, 잘 모르겠네요ㅠㅠ"},
	{SG_KIND_UNKNOWN, "아는 바가 없어 답하지 않는다."},
	{SG_KIND_UNKNOWN, "모형에 관하여는 아는 바가 없습니다."},
	{SG_KIND_UNKNOWN, "무슨 말인지 모르겠습니다."},
	{SG_KIND_UNKNOWN, "생각해 본 적이 없습니다."},
	{SG_KIND_UNKNOWN, "기술은 잘 모릅니다."},
	{SG_KIND_NOT_MY_FIELD, "비전문 분야라 생략."},
	{SG_KIND_NOT_MY_FIELD, "의견 없음 (전문분야 아님)"},
	{SG_KIND_NOT_MY_FIELD, "의견 없음. 내 소관이 아니다."},
	{SG_KIND_NOT_MY_FIELD, "제 분야가 아니라 답변을 생략합니다"},
	{SG_KIND_NOT_MY_FIELD,
		"저는 이 분야의 전문가가 아니라서 답변드리기 어렵습니다."},
	{SG_KIND_NOT_MY_FIELD, "담당 업무와 관련이 없어 생략합니다."},
	{SG_KIND_NOT_MY_FIELD, "법률 전문가에게 문의하시기 바랍니다."},
	{SG_KIND_CROSS_REFERENCE, "Q4와 같음"},
	{SG_KIND_CROSS_REFERENCE, "4번 문항과 동일합니다."},
	{SG_KIND_BLANK, "이 문제에 대해서는 의견 없음"},
	{SG_KIND_UNKNOWN, "모르겠습니다. 문제없음"},
	{SG_KIND_UNKNOWN, "문제는 없는데 잘 모르겠음"},
	{SG_KIND_NOT_MY_FIELD, "소관 아님. 문제 없음"},
	{SG_KIND_BLANK, "무응답(문제 없음)"},
	{SG_KIND_CROSS_REFERENCE, "위와 같음"},
	{SG_KIND_CROSS_REFERENCE, "상동"},
	{SG_KIND_CROSS_REFERENCE, "앞에서 말한 바와 같음"},
	{SG_KIND_CROSS_REFERENCE, "앞 문항 답변으로 갈음"},
	{SG_KIND_CROSS_REFERENCE, "3번 답변을 참고해 주십시오."},
	{SG_KIND_CROSS_REFERENCE, "이미 위에서 답변드렸습니다."},
};

static const struct sample answers[] = {
	{SG_KIND_FULL, "예산이 없다."},
	{SG_KIND_FULL, "문제는 의견이 없다는 것이 아니라 듣지 않는다는 것이다."},
	{SG_KIND_FULL, "법적 근거가 없어 시행하지 못하고 있음"},
	{SG_KIND_FULL, "이견 없음"},
	{SG_KIND_FULL, "이의 없음"},
	{SG_KIND_FULL, "문제없음"},
	{SG_KIND_FULL, "별다른 문제는 없습니다."},
	{SG_KIND_FULL, "특별한 문제점은 없음"},
	{SG_KIND_FULL, "빠진 것은 없습니다."},
	{SG_KIND_FULL, "국민은 잘 모른다."},
	{SG_KIND_FULL, "현장은 아무것도 모른다."},
	{SG_KIND_FULL, "왜 하는지 모르겠습니다."},
	{SG_KIND_FULL, "답이 없는 것이 아니라 돈이 없습니다."},
	{SG_KIND_FULL, "소관이 다르면 자료를 안 준다."},
	{SG_KIND_FULL, "무서웠습니다."},
	{SG_KIND_FULL, "같은 서비스를 여러 부처가 중복해서 만든다."},
	{SG_KIND_FULL, "전문가가 아니면 이해할 수 없는 용어를 쓰지 말아야 합니다."},
	{SG_KIND_FULL, "감시의 부재. 그 밖의 것은 상관없습니다."},
	{SG_KIND_PARTIAL,
		"내 소관이 아니다. 젊은 사람들에게 물으시라. 다만 시스템이 멎었을 "
		"때 손으로 할 사람이 있어야 한다."},
	{SG_KIND_PARTIAL, "법은 잘 모르고요, 저희 같은 군에는 물어봐 주고 만드세요."},
	{SG_KIND_PARTIAL,
		"법은 비전문가라 짧게 적습니다. 계약 범위를 넓히면 좋겠습니다."},
	{SG_KIND_PARTIAL,
		"기술적인 의견은 없습니다. 데이터만 다시 쓸 수 있게 해 주십시오."},
	{SG_KIND_PARTIAL, "전문 분야 아님. 앱을 그만 만들면 됨."},
};

#define N(table) (sizeof(table) / sizeof *(table))

static void check(const struct sample *table, size_t n, enum sg_answer_state state)
{
	for (size_t i = 0; i < n; i++) {
		enum sg_answer_kind kind;
		enum sg_answer_state got =
			sg_answer_classify(sg_str_of(table[i].text), &kind);
		if (got != state || kind != table[i].kind)
			fail_msg("'%s': %s, %s", table[i].text,
				sg_answer_state_name(got), sg_answer_kind_name(kind));
	}
}

static void finds_nones(void **data)
{
	(void)data;
	check(nones, N(nones), SG_ANSWER_NONE);
}

static void keeps_answers(void **data)
{
	(void)data;
	check(answers, N(answers), SG_ANSWER_ANSWERED);
}

static void names_go_both_ways(void **data)
{
	(void)data;
	for (int i = SG_ANSWER_ANSWERED; i <= SG_ANSWER_UNASSIGNED; i++) {
		enum sg_answer_state state;
		const char *name = sg_answer_state_name((enum sg_answer_state)i);
		assert_true(sg_answer_state_parse(sg_str_of(name), &state));
		assert_int_equal(state, i);
	}
	for (int i = SG_KIND_FULL; i <= SG_KIND_CROSS_REFERENCE; i++) {
		enum sg_answer_kind kind;
		const char *name = sg_answer_kind_name((enum sg_answer_kind)i);
		assert_true(sg_answer_kind_parse(sg_str_of(name), &kind));
		assert_int_equal(kind, i);
	}
	enum sg_answer_kind kind;
	assert_false(sg_answer_kind_parse(SG_STR("maybe"), &kind));
	assert_string_equal(sg_answer_state_name(SG_ANSWER_NOT_ASKED), "not_asked");
}

/* The words of a Korean report and of the messages, as they are shown. */
static void takes_korean_words(void **data)
{
	static const struct {
		const char *word;
		enum sg_answer_state state;
	} words[] = {{"답함", SG_ANSWER_ANSWERED}, {"내용 없음", SG_ANSWER_NONE},
		{"무응답", SG_ANSWER_NONE}, {"묻지 않음", SG_ANSWER_NOT_ASKED},
		{"묻지않음", SG_ANSWER_NOT_ASKED}, {"문항 밖", SG_ANSWER_UNASSIGNED}};
	enum sg_answer_state state;
	enum sg_answer_kind kind;

	(void)data;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		assert_true(sg_answer_state_parse(sg_str_of(words[i].word), &state));
		assert_int_equal(state, words[i].state);
	}
	/* The labels of reports; the one of FULL says that of a state. */
	for (int i = SG_KIND_MISSING; i <= SG_KIND_CROSS_REFERENCE; i++) {
		assert_true(sg_answer_kind_parse(
			sg_label((enum sg_label)(SG_LABEL_KIND_FULL + i), false),
			&kind));
		assert_int_equal(kind, i);
	}
	assert_true(sg_answer_kind_parse(SG_STR("온전함"), &kind));
	assert_int_equal(kind, SG_KIND_FULL);
	assert_true(sg_answer_kind_parse(SG_STR("소관아님"), &kind));
	assert_int_equal(kind, SG_KIND_NOT_MY_FIELD);
	assert_false(sg_answer_kind_parse(SG_STR("소관"), &kind));
	assert_false(sg_answer_kind_parse(SG_STR("소관 아님요"), &kind));
	assert_false(sg_answer_kind_parse(SG_STR(""), &kind));
	assert_false(sg_answer_state_parse(SG_STR(" "), &state));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_nones),
		cmocka_unit_test(keeps_answers),
		cmocka_unit_test(names_go_both_ways),
		cmocka_unit_test(takes_korean_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
