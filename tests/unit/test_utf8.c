/* test_utf8.c - checking, walking and counting; the invalid forms are those of table
 * 3-7 and section 3.9 of the Unicode Standard. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/utf8.h"

static void accepts_valid(void **data)
{
	(void)data;
	assert_true(sg_utf8_check(SG_STR("")) == SIZE_MAX);
	assert_true(sg_utf8_check(SG_STR("plain ascii, long enough")) == SIZE_MAX);
	assert_true(
		sg_utf8_check(SG_STR("가나다 한글 é \xF0\x9F\x98\x8A")) == SIZE_MAX);
	assert_true(sg_utf8_check(SG_STR("\xED\x9F\xBF\xEE\x80\x80")) == SIZE_MAX);
	assert_true(sg_utf8_check(SG_STR("\xF4\x8F\xBF\xBF")) == SIZE_MAX);
}

static void finds_invalid(void **data)
{
	static const struct {
		struct sg_str bytes;
		size_t off;
	} cases[] = {
		{{"ab\x80", 3}, 2},
		{{"\xC0\xAF", 2}, 0}, /* overlong */
		{{"\xC1\xBF", 2}, 0},
		{{"\xE0\x9F\xBF", 3}, 0},     /* overlong */
		{{"\xED\xA0\x80", 3}, 0},     /* surrogate */
		{{"\xF0\x8F\xBF\xBF", 4}, 0}, /* overlong */
		{{"\xF4\x90\x80\x80", 4}, 0}, /* beyond U+10FFFF */
		{{"\xF5\x80\x80\x80", 4}, 0},
		{{"12345678\xEA\xB0", 10}, 8},    /* cut */
		{{"\xEA\xB0\x80\xEA\xB0", 5}, 3}, /* cut behind 가 */
		{{"\xEA\xB0 \x80", 4}, 0},
		{{"\xFF", 1}, 0},
	};

	(void)data;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(sg_utf8_check(cases[i].bytes), cases[i].off);
}

static void walks_both_ways(void **data)
{
	static const uint32_t cps[] = {'a', 0xE9, 0xAC00, 0x1F60A, 'z'};
	struct sg_str s = SG_STR("a\xC3\xA9\xEA\xB0\x80\xF0\x9F\x98\x8Az");
	struct sg_buf out;
	size_t off = 0;

	(void)data;
	sg_buf_init(&out);
	for (size_t i = 0; i < 5; i++) {
		assert_int_equal(sg_utf8_next(s, &off), cps[i]);
		sg_utf8_put(&out, cps[i]);
	}
	assert_int_equal(off, s.n);
	for (size_t i = 5; i-- > 0;)
		assert_int_equal(sg_utf8_prev(s, &off), cps[i]);
	assert_int_equal(off, 0);
	assert_true(sg_str_eq(sg_buf_str(&out), s));
	sg_buf_release(&out);
}

static void counts(void **data)
{
	struct sg_str s = SG_STR("가a나b다c라d마e바f"); /* 12 characters, 24 bytes */

	(void)data;
	assert_int_equal(sg_utf8_count(s), 12);
	assert_int_equal(sg_utf8_count(SG_STR("")), 0);
	for (size_t cp = 0; cp <= 12; cp++)
		assert_int_equal(sg_utf8_offset(s, cp), cp / 2 * 4 + cp % 2 * 3);
	assert_int_equal(sg_utf8_offset(s, 13), 24);
}

static void maps_offsets(void **data)
{
	struct sg_str s = SG_STR("가a나b다c라d마e바f");
	struct sg_cpmap m;

	(void)data;
	sg_cpmap_init(&m, s);
	assert_int_equal(sg_cpmap_at(&m, 0), 0);
	assert_int_equal(sg_cpmap_at(&m, 3), 1);
	assert_int_equal(sg_cpmap_at(&m, 16), 8);
	assert_int_equal(sg_cpmap_at(&m, 24), 12);
	assert_int_equal(sg_cpmap_at(&m, 4), 2); /* back */
	assert_int_equal(sg_cpmap_off(&m, 3), 7);
	assert_int_equal(sg_cpmap_off(&m, 0), 0);
	assert_int_equal(sg_cpmap_off(&m, 40), 24);
	assert_int_equal(sg_cpmap_at(&m, 24), 12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(accepts_valid),
		cmocka_unit_test(finds_invalid),
		cmocka_unit_test(walks_both_ways),
		cmocka_unit_test(counts),
		cmocka_unit_test(maps_offsets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
