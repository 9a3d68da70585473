/* test_josa.c - the form of a particle behind a name, as Korean orthography has it
 * (표준 발음과 한글 맞춤법: 받침이 있으면 은/이/을/과/으로, 없거나 ㄹ 받침이면 로). */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/josa.h"

static void check(const char *message, const char *expected)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_josa_settle(sg_str_of(message), &b);
	assert_string_equal(sg_buf_z(&b), expected);
	sg_buf_release(&b);
}

static void follows_the_final_consonant(void **data)
{
	(void)data;
	check("'해커'을(를) 만들었습니다", "'해커'를 만들었습니다");
	check("'예산'을(를) 만들었습니다", "'예산'을 만들었습니다");
	check("코드 '예산'이(가) 없습니다", "코드 '예산'이 없습니다");
	check("'보고서'은(는), '표'와(과)", "'보고서'는, '표'와");
	check("'결론'와(과) '서울'(으)로", "'결론'과 '서울'로");
	check("'부산'(으)로 '표'(으)로", "'부산'으로 '표'로");
	check("'제약'(이)라는 '제도'(이)라는", "'제약'이라는 '제도'라는");
}

static void reads_digits(void **data)
{
	(void)data;
	check("실행 99이(가)", "실행 99가");
	check("실행 10(으)로", "실행 10으로");
	check("Q1(으)로 Q2을(를) Q3을(를) Q6(으)로", "Q1로 Q2를 Q3을 Q6으로");
	check("7와(과) 8은(는)", "7과 8은");
}

static void spells_letters(void **data)
{
	(void)data;
	check("코드 'ZZ'이(가) C1a을(를)", "코드 'ZZ'가 C1a를");
	check("'a.docx'을(를) '책.md'은(는)", "'a.docx'를 '책.md'는");
	check("KBN이(가) URL(으)로 study.saegim을(를)", "KBN이 URL로 study.saegim을");
}

static void leaves_what_has_no_known_reading(void **data)
{
	(void)data;
	check("'book'을(를) 열 수 없습니다", "'book'을(를) 열 수 없습니다");
	check("을(를)", "을(를)");
	check("','이(가) 있습니다", "','이(가) 있습니다");
	check("대상(문항)을 '(안)'은(는)", "대상(문항)을 '(안)'은");
	check("", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(follows_the_final_consonant),
		cmocka_unit_test(reads_digits),
		cmocka_unit_test(spells_letters),
		cmocka_unit_test(leaves_what_has_no_known_reading),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
