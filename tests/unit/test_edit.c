/* Typing a line, and finding Korean names as they are typed. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/edit.h"
#include "text/jamo.h"

static void is(const struct sg_edit *e, const char *before, const char *after)
{
	struct sg_str text = sg_buf_str(&e->text);

	assert_true(sg_str_eqz(sg_str_sub(text, 0, e->cursor), before));
	assert_true(sg_str_eqz(sg_str_skip(text, e->cursor), after));
}

static void characters(void **state)
{
	struct sg_edit e;

	(void)state;
	sg_edit_init(&e);
	sg_edit_backspace(&e);
	sg_edit_delete(&e);
	sg_edit_left(&e);
	sg_edit_right(&e);
	is(&e, "", "");
	sg_edit_set(&e, SG_STR("행정 서비스"));
	is(&e, "행정 서비스", "");
	sg_edit_left(&e);
	sg_edit_insert(&e, 0xC7AC); /* 재 */
	is(&e, "행정 서비재", "스");
	sg_edit_backspace(&e);
	is(&e, "행정 서비", "스");
	sg_edit_erase_word(&e);
	is(&e, "행정 ", "스");
	sg_edit_home(&e);
	sg_edit_delete(&e);
	is(&e, "", "정 스");
	sg_edit_right(&e);
	is(&e, "정", " 스");
	sg_edit_end(&e);
	sg_edit_erase_before(&e);
	is(&e, "", "");
	sg_edit_release(&e);
}

/* Conjoining jamo and combining marks go with what they are drawn into. */
static void clusters(void **state)
{
	struct sg_edit e;

	(void)state;
	sg_edit_init(&e);
	sg_edit_set(&e, SG_STR("가\u1112\u1161\u11ABe\u0301"));
	sg_edit_backspace(&e);
	is(&e, "가\u1112\u1161\u11AB", "");
	sg_edit_backspace(&e);
	is(&e, "가", "");
	sg_edit_set(&e, SG_STR("\u1112\u1161나"));
	sg_edit_home(&e);
	sg_edit_delete(&e);
	is(&e, "", "나");
	sg_edit_release(&e);
}

static void names_as_they_are_typed(void **state)
{
	static const struct {
		const char *text, *query;
		bool found;
	} cases[] = {
		{"디지털 격차·취약계층", "", true},
		{"디지털 격차·취약계층", "격차", true},
		{"디지털 격차·취약계층", "ㄷㅈㅌ", true},
		{"디지털 격차·취약계층", "ㅌㄱㅊ", true},   /* over the blank */
		{"디지털 격차·취약계층", "격차취약", true}, /* over the dot */
		{"디지털 격차·취약계층", "디ㅈ", true},
		{"디지털 격차·취약계층", "디지터", true}, /* 털 is not finished */
		{"디지털 격차·취약계층", "디짙", true},   /* 지ㅌ… */
		{"디지털 격차·취약계층", "딪", true},
		{"디지털 격차·취약계층", "디치", false},
		{"디지털 격차·취약계층", "ㄷㅊ", false},
		{"디지털 격차·취약계층", "터격", false}, /* only the last is open */
		{"AI·알고리즘", "ai", true},
		{"법령 제·개정", "제개", true},
		{"가", "ㅏ", false},
		{"", "가", false},
		{"C1a", "c1", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (sg_jamo_within(sg_str_of(cases[i].text),
			    sg_str_of(cases[i].query)) != cases[i].found)
			fail_msg("'%s' in '%s'", cases[i].query, cases[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters),
		cmocka_unit_test(clusters),
		cmocka_unit_test(names_as_they_are_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
