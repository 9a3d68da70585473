/* test_layout.c - paragraphs, sentences, eojeols and list marks. Each case is divided
 * by hand: "|" stands where a sentence ends and another begins. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/layout.h"
#include "text/utf8.h"

/* marked is the text with a '|' before each sentence but the first of a line. */
static void divides(const char *marked)
{
	struct sg_layout l;
	struct sg_buf text, got;
	uint32_t last = 0;

	sg_buf_init(&text);
	sg_buf_init(&got);
	sg_layout_init(&l);
	for (const char *z = marked; *z; z++)
		if (*z != '|')
			sg_buf_addc(&text, *z);
	struct sg_str s = sg_buf_str(&text);
	sg_layout_build(&l, s);
	for (size_t i = 0; i < l.sentences.n; i++) {
		struct sg_span span = l.sentences.v[i];
		struct sg_str gap = sg_str_sub(s, last, span.start);
		sg_buf_add(&got, gap);
		if (i > 0 && sg_str_findc(gap, '\n') == SIZE_MAX)
			sg_buf_addc(&got, '|');
		sg_buf_add(&got, sg_str_sub(s, span.start, span.stop));
		last = span.stop;
	}
	sg_buf_add(&got, sg_str_skip(s, last));
	assert_string_equal(sg_buf_z(&got), marked);
	sg_layout_release(&l);
	sg_buf_release(&text);
	sg_buf_release(&got);
}

static void ends_at_stops(void **data)
{
	(void)data;
	divides("정부는 준비했다. |국민은 기다린다! |언제 되나요?");
	divides("많은 참여 바랍니다.|성원이 필요합니다.|감사합니다");
	divides("정말인가요?|그렇습니다. |좋습니다?! |끝");
	divides("예산이 부족하다。|인력도 부족하다．|끝");
	divides("그는 “안 된다.”라고 했다. |나는 갔다.");
	divides("위치정보요. |그게 문제입니다.ㅎㅎ |다음은");
}

static void goes_on_inside(void **data)
{
	(void)data;
	divides("비율은 3.5퍼센트이고 2024.5.1.부터 2024. 5. 1. 기준이다. |끝");
	divides("근거는 제3조. 및 제4조의2이다. |끝");
	divides("www.korea.go.kr/a?b=1 이나 hong@korea.kr로 보낸다. |끝");
	divides("e.g. 정부, U.S. 사례, Dr. Kim, A vs. B, No. 3이다. |끝");
	divides("Node.js와 ASP.NET을 쓴다. |끝");
	divides("그게... 저는… 잘 모르겠습니다... |그래서 물었다.");
	divides("기자·교수.학생 모두 왔다.");
	divides("지난봄에 몰래(?) 먹었다. |끝");
}

static void keeps_quotations(void **data)
{
	(void)data;
	divides("“왜 그런 기계를 샀느냐?”는 질문이 된다. |끝");
	divides("\"99가 뭐예요? 모르겠어요.\" 하고 물었다. |끝");
	divides("그는 \"된다. 걱정 말라.\" 말했다. |끝");
	divides("\"그 목적은 달성될 것이다.\" |그 책이 출판되었다.");
	divides("‘될까?’ 싶었다. |이게 뭐지? 하는 생각이 든다.");
	divides("줄인다고 했다(사실은 아니다. 안 줄였다). |끝");
	divides("거의 그렇다. |(농사 지으시면 거의 그렇습니다.) |그래도 한다.");
	divides("그렇습니다. (웃음) |다음은 예산입니다. (2021년 3월)");
	divides("보낸다.\"(요한 3:13) |이어서 유명하다.[3][4] |끝");
	divides("don't worry. |It's 90's rock. |끝");
}

static void ends_without_stops(void **data)
{
	(void)data;
	divides("예산이 부족합니다 |그리고 인력도 없습니다 |끝");
	divides("정말 맛있어요ㅎㅎ |또 갈게요~ |다음에 봐요");
	divides("예산이 부족하다 |하지만 한다");
	divides("왔다 갔다 하면서 살다 보니 알게 되었다 하더라도 괜찮다");
	divides("해야 한다 싶었다 |그래서 했다");
	divides("필요 예산과 중요 업무와 수요 조사");
	divides("개선을 요구하였음 |검토가 필요함 |끝");
	divides("검토가 필요함 의견을 낸 곳이 있다");
	divides("책임 그리고 다음 모임 하지만 포함 다만");
}

/* What laughs or cries apart from the word ends a sentence as when it is joined. */
static void ends_at_faces(void **data)
{
	(void)data;
	divides("맛있기는 하지만요 ㅋㅋㅋ |정말 또 가고 싶다 ㅠㅠ |끝");
	divides("그래서 저는 그게 처음인 듯 ㅋㅋ |같은 곳이 많네 ^^ |다음에");
	divides("그건 좋은 생각인 듯 \xF0\x9F\x98\x8A |다음은 예산이다. |끝");
	divides("저는 ㅋㅋ 웃었다. |정부가 ㅠㅠ 그랬다. |끝");
	divides("그 사람이 몰라요 ㅋㅋ 라고 하더군요. |끝");
	divides("약관 ㅡ 보상법 ㅡ 근거와 아홉 시 ~ 열 시 사이가 좋다. |끝");
}

static void takes_list_marks(void **data)
{
	(void)data;
	divides("1. 예산이 부족하다. |2. 인력도 부족하다.");
	divides("가. 플랫폼은 공통 투자\n나. 단가가 낮아져야 함\n라. 시급: 나.");
	divides("□ 추진 배경\n ○ 예산 부족\n - 인력 부족. |예산 없음");
	divides("① 모방. |다른 나라가 하니까 한다. |② 압박.");
	divides("예산 부족\n인력 미흡\n\n제도 개선 필요");
	divides("---\n***\n끝");
}

static void layout_of_lines(void **data)
{
	struct sg_layout l;
	struct sg_str s = SG_STR("  가 나 \n\n\xE3\x80\x80\n- 다. ※ 라\xC2\xA0마");

	(void)data;
	sg_layout_init(&l);
	sg_layout_build(&l, s);
	assert_int_equal(l.paragraphs.n, 2);
	assert_int_equal(l.paragraphs.v[0].start, 2);
	assert_int_equal(l.paragraphs.v[0].stop, 9);
	assert_int_equal(l.paragraphs.v[1].start, 16);
	assert_int_equal(l.paragraphs.v[1].stop, s.n);
	/* 가 나 다. 라 마: the dash and ※ hold no letter. */
	assert_int_equal(l.eojeols.n, 5);
	assert_int_equal(l.eojeols.v[2].start, 18);
	assert_int_equal(l.eojeols.v[2].stop, 22);
	assert_int_equal(sg_spans_at(&l.paragraphs, 0), SIZE_MAX);
	assert_int_equal(sg_spans_at(&l.paragraphs, 2), 0);
	assert_int_equal(sg_spans_at(&l.paragraphs, 15), 0);
	assert_int_equal(sg_spans_at(&l.paragraphs, 16), 1);
	sg_layout_build(&l, SG_STR(""));
	assert_int_equal(l.paragraphs.n + l.sentences.n + l.eojeols.n, 0);
	sg_layout_release(&l);
}

static void bullet(const char *text, const char *mark)
{
	size_t n = sg_bullet(sg_str_of(text));

	if (!sg_str_eqz((struct sg_str){text, n}, mark))
		fail_msg("'%s': '%.*s', not '%s'", text, (int)n, text, mark);
}

static void finds_bullets(void **data)
{
	(void)data;
	bullet("□ 추진", "□ ");
	bullet("○추진", "○");
	bullet("- 예산", "- ");
	bullet("-예산", "-");
	bullet("· 예산", "· ");
	bullet("ㅇ 예산", "ㅇ ");
	bullet("o 예산", "o ");
	bullet("※ 참고", "※ ");
	bullet("①예산", "①");
	bullet("㉮ 예산", "㉮ ");
	bullet("1. 예산", "1. ");
	bullet("12) 예산", "12) ");
	bullet("가. 예산", "가. ");
	bullet("가) 예산", "가) ");
	bullet("(1) 예산", "(1) ");
	bullet("(가) 예산", "(가) ");
	bullet("1.예산", "1.");
	bullet("1.1. 예산", "1.1. ");
	bullet("Ⅳ. 예산", "Ⅳ. ");
	bullet("a) 예산", "a) ");
}

static void finds_no_bullets(void **data)
{
	static const char *const cases[] = {"예산", "3.5퍼센트", "2024. 5. 1.",
		"5. 1. 기준", "-5%", "○○시는", "○시 공무원", "ㅇㅇ", "온 국민",
		"가나다. 라", "(사)한국행정학회", "(웃음) 네", "AI. 그리고", "1인가구",
		"---", "**굵게**", ""};

	(void)data;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		bullet(cases[i], "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ends_at_stops),
		cmocka_unit_test(goes_on_inside),
		cmocka_unit_test(keeps_quotations),
		cmocka_unit_test(ends_without_stops),
		cmocka_unit_test(ends_at_faces),
		cmocka_unit_test(takes_list_marks),
		cmocka_unit_test(layout_of_lines),
		cmocka_unit_test(finds_bullets),
		cmocka_unit_test(finds_no_bullets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
