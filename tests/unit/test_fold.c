/* test_fold.c - what counts as the same character, and where words begin. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/fold.h"
#include "text/utf8.h"

static void same(const char *a, const char *folded)
{
	struct sg_buf out;

	sg_buf_init(&out);
	sg_fold_str(sg_str_of(a), &out);
	assert_string_equal(sg_buf_z(&out), folded);
	sg_buf_release(&out);
}

static void folds(void **data)
{
	(void)data;
	same("정부 AI", "정부 ai");
	same("ＡＩ（３．０）％", "ai(3.0)%");
	same("É ÑANDÚ Ω ς ДОМ", "é ñandú ω σ дом");
	same("·・ㆍ․•‧∙⋅･ᆞ", "··········");
	same("‐‑‒–—―−－", "--------");
	same("“가” ‘나’ „다‟ «라» `마´", "\"가\" '나' \"다\" \"라\" '마'");
	same("가\xC2\xA0나\xE3\x80\x80다\t라\xE2\x80\x89마", "가 나 다 라 마");
	same("가\xE2\x80\x8B나\xEF\xBB\xBF다\xC2\xAD라\xE2\x80\x8D마", "가나다라마");
	same("ﾡﾢﾣ ￂￜ", "ㄱㄲㄳ ㅏㅣ");
	same("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "ㅎㅏㄴ");
	/* U+F981 is the ideograph U+5973 in another place of KS X 1001. */
	same("\xEF\xA6\x81", "女");
	same("㈜①…「」", "㈜①…「」");
	same("가\n나", "가\n나");
	same("～〜∼", "~~~");
}

static void is_idempotent(void **data)
{
	(void)data;
	for (uint32_t cp = 1; cp < 0x110000; cp++) {
		uint32_t folded = sg_fold(cp);
		assert_int_equal(sg_fold(folded), folded);
		/* What is passed over has the class that says so, and no other. */
		assert_int_equal(folded == 0, sg_script_of(cp) == SG_SCRIPT_SKIP);
		if (folded)
			assert_int_equal(sg_script_of(folded), sg_script_of(cp));
	}
}

static void classifies(void **data)
{
	static const struct {
		uint32_t cp;
		enum sg_script script;
	} cases[] = {
		{U'가', SG_SCRIPT_HANGUL},
		{U'힣', SG_SCRIPT_HANGUL},
		{U'ㅋ', SG_SCRIPT_HANGUL},
		{0x1112, SG_SCRIPT_HANGUL},
		{0xFFA1, SG_SCRIPT_HANGUL},
		{U'漢', SG_SCRIPT_HAN},
		{0xF981, SG_SCRIPT_HAN},
		{0x20000, SG_SCRIPT_HAN},
		{'7', SG_SCRIPT_DIGIT},
		{U'７', SG_SCRIPT_DIGIT},
		{U'Ⅳ', SG_SCRIPT_DIGIT},
		{U'②', SG_SCRIPT_NONE},
		{'a', SG_SCRIPT_LETTER},
		{U'Ｚ', SG_SCRIPT_LETTER},
		{U'é', SG_SCRIPT_LETTER},
		{U'д', SG_SCRIPT_LETTER},
		{0x301, SG_SCRIPT_LETTER},
		{U'カ', SG_SCRIPT_LETTER},
		{' ', SG_SCRIPT_NONE},
		{0x3000, SG_SCRIPT_NONE},
		{U'·', SG_SCRIPT_NONE},
		{0x318D, SG_SCRIPT_NONE},
		{0x3164, SG_SCRIPT_NONE},
		{U'「', SG_SCRIPT_NONE},
		{'_', SG_SCRIPT_NONE},
		{0x200B, SG_SCRIPT_SKIP},
		{0xFEFF, SG_SCRIPT_SKIP},
	};

	(void)data;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(sg_script_of(cases[i].cp), cases[i].script);
}

/* Rule 2 of the language, its own examples: AI기반, 1인가구, 정부3.0, 한국은行. */
static void starts_words(void **data)
{
	(void)data;
	assert_true(sg_word_starts(SG_SCRIPT_NONE, SG_SCRIPT_HANGUL));
	assert_false(sg_word_starts(SG_SCRIPT_HANGUL, SG_SCRIPT_HANGUL));
	assert_true(sg_word_starts(SG_SCRIPT_LETTER, SG_SCRIPT_HANGUL));
	assert_true(sg_word_starts(SG_SCRIPT_HANGUL, SG_SCRIPT_LETTER));
	assert_true(sg_word_starts(SG_SCRIPT_HANGUL, SG_SCRIPT_HAN));
	assert_true(sg_word_starts(SG_SCRIPT_HANGUL, SG_SCRIPT_DIGIT));
	assert_false(sg_word_starts(SG_SCRIPT_DIGIT, SG_SCRIPT_HANGUL));
	assert_true(sg_word_starts(SG_SCRIPT_DIGIT, SG_SCRIPT_LETTER));
	assert_false(sg_word_starts(SG_SCRIPT_HANGUL, SG_SCRIPT_NONE));
	assert_false(sg_word_starts(SG_SCRIPT_NONE, SG_SCRIPT_SKIP));
}

static void knows_blanks(void **data)
{
	(void)data;
	assert_true(sg_is_blank(' ') && sg_is_blank('\t') && sg_is_blank('\n'));
	assert_true(sg_is_blank(0xA0) && sg_is_blank(0x3000) && sg_is_blank(0x3164));
	assert_false(sg_is_blank('a') || sg_is_blank(0x200B) || sg_is_blank(U'가'));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folds),
		cmocka_unit_test(is_idempotent),
		cmocka_unit_test(classifies),
		cmocka_unit_test(starts_words),
		cmocka_unit_test(knows_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
