/* test_particle.c - particles and the copula after nouns; forms and their 받침
 * conditions as in school grammars. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/particle.h"
#include "text/utf8.h"

/* forms: "noun+rest noun+rest …". */
static void check(const char *forms, bool expected)
{
	struct sg_str rest = sg_str_of(forms), form;

	while (sg_str_split(&rest, ' ', &form)) {
		size_t plus = sg_str_findc(form, '+'), off = plus;
		uint32_t last = sg_utf8_prev(form, &off);
		if (sg_particle_tail(last, sg_str_skip(form, plus + 1)) != expected)
			fail_msg("%.*s: %s", SG_ARG(form),
				expected ? "refused" : "accepted");
	}
}

static void accepts_particles(void **data)
{
	(void)data;
	check("정부+ 정부+는 정부+가 정부+를 정부+와 정부+로 정부+라 정부+나 정부+든 "
	      "정부+며 정부+란 "
	      "정부+의 정부+도 정부+만 정부+에 정부+에서 정부+에게 정부+께서는 "
	      "정부+처럼 정부+보다",
		true);
	check("국민+은 국민+이 국민+을 국민+과 국민+으로 국민+이라 국민+이나 국민+이든 "
	      "국민+이며 "
	      "국민+이란 국민+이야말로 국민+이랑",
		true);
	check("서울+로 서울+로서 서울+로부터 지방+으로 지방+으로서 지방+으로부터의",
		true);
	check("학생+들 학생+들이 학생+들에게서도", true);
}

/* Spellings of messages and letters. */
static void accepts_written_loosely(void **data)
{
	(void)data;
	check("사실+이구요 사실+이다고 사실+이오니 사실+이던지 사실+인거죠 사실+인줄 "
	      "사실+일때 "
	      "여기+선 효율+뿐아니라 문제+라는게 문제+던지",
		true);
	check("인가+구 학생+던지 효율+뿐아닌", false);
}

static void kin_take_hago(void **data)
{
	(void)data;
	assert_true(sg_person_tail(SG_STR("어머니"), SG_STR("하고")));
	assert_true(sg_person_tail(SG_STR("학교친구"), SG_STR("하고는")));
	assert_true(sg_person_tail(SG_STR("동생"), SG_STR("하구")));
	assert_false(sg_person_tail(SG_STR("이용"), SG_STR("하고")));
	assert_false(sg_person_tail(SG_STR("요구"), SG_STR("하고")));
	assert_false(sg_person_tail(SG_STR("어머니"), SG_STR("하고서")));
	assert_false(sg_person_tail(SG_STR("어머니"), SG_STR("")));
}

static void accepts_chains(void **data)
{
	(void)data;
	check("정부+에서는 정부+에게서도 지방+으로부터의 여기+까지만이라도 예산+뿐만 "
	      "예산+뿐만이 "
	      "예산+만큼은 예산+보다도 사람+처럼은 예산+마저도 예산+조차 예산+밖에 "
	      "예산+은커녕 "
	      "정부+는커녕 계획+대로의 정부+에서조차 정부+로서의 정부+만으로는 "
	      "정부+까지가 "
	      "학생+들하고 선생님+하고 정부+에서라도 국민+에게만은 부처+마다의",
		true);
}

static void accepts_copula(void **data)
{
	(void)data;
	check("문제+이다 문제+다 문제+입니다 문제+이고 문제+고 문제+이며 문제+면 "
	      "문제+지만 문제+라서 "
	      "문제+였다 문제+이었다 문제+여서 문제+인 문제+인데 문제+인지는 문제+일 "
	      "문제+임 문제+임을 "
	      "문제+라고 문제+라고는 문제+라는 문제+라기보다는 문제+이므로 문제+예요 "
	      "문제+겠지만",
		true);
	check("사람+이다 사람+입니다만 사람+이지만 사람+이라서 사람+이었던 사람+이어서 "
	      "사람+이에요 "
	      "사람+이죠 사람+이겠지요 사람+이면 사람+이니까 사람+이라는 사람+이라고도 "
	      "학생+들이다",
		true);
}

static void keeps_conditions(void **data)
{
	(void)data;
	check("국민+는 국민+가 국민+를 국민+와 국민+로 국민+라 국민+다 국민+면 "
	      "국민+여서 정부+은 정부+을 "
	      "정부+과 정부+으로 서울+으로 정부+이랑 국민+예요",
		false);
	/* Digits, letters and hanja may be read either way. */
	check("AI+은 AI+는 3+이 3+가 大+로 大+으로", true);
}

static void refuses_others(void **data)
{
	(void)data;
	check("기술+적 기술+적인 이용+하다 이용+하고 이용+한다 이용+되는 정보+화 "
	      "책임+성 책임+성을 "
	      "정부+서비스 행정+부 한국+어 보고+서 이용+자 소비+자 방법+론 "
	      "정부+에서는데 정부+들들 "
	      "정부+는는 정부+가를",
		false);
	check("정부+하며 정부+했다 정부+간 정부+별 정부+형 정부+ㅋㅋ 정부+a", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(accepts_particles),
		cmocka_unit_test(accepts_chains),
		cmocka_unit_test(accepts_written_loosely),
		cmocka_unit_test(kin_take_hago),
		cmocka_unit_test(accepts_copula),
		cmocka_unit_test(keeps_conditions),
		cmocka_unit_test(refuses_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
