/* test_width.c - display columns; widths after Unicode Standard Annex 11, with
 * ambiguous characters narrow. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/width.h"

static void measures(void **data)
{
	(void)data;
	assert_int_equal(sg_width(SG_STR("abc")), 3);
	assert_int_equal(sg_width(SG_STR("한글")), 4);
	assert_int_equal(sg_width(SG_STR("漢字ＡＢ")), 8);
	assert_int_equal(sg_width(SG_STR("“가·나”…")), 8);
	assert_int_equal(sg_width(SG_STR("e\xCC\x81")), 1);
	assert_int_equal(sg_width(SG_STR("\xE2\x80\x8B\xEF\xBB\xBF")), 0);
	assert_int_equal(sg_width(SG_STR("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB")), 2);
	assert_int_equal(sg_width(SG_STR("ㅋㅋ")), 4);
	assert_int_equal(sg_width(SG_STR("ﾡ")), 1);
	assert_int_equal(sg_width_cp('\n'), 0);
	assert_int_equal(sg_width_cp(0x7F), 0);
	assert_int_equal(sg_width_cp(0x85), 0);
}

static void cuts_prefixes(void **data)
{
	(void)data;
	assert_int_equal(sg_width_prefix(SG_STR("한글"), 0), 0);
	assert_int_equal(sg_width_prefix(SG_STR("한글"), 1), 0);
	assert_int_equal(sg_width_prefix(SG_STR("한글"), 3), 3);
	assert_int_equal(sg_width_prefix(SG_STR("한글"), 9), 6);
	/* The accent stays with its letter. */
	assert_int_equal(sg_width_prefix(SG_STR("e\xCC\x81x"), 1), 3);
}

static void pads(void **data)
{
	struct sg_buf out;

	(void)data;
	sg_buf_init(&out);
	sg_width_pad(&out, SG_STR("한글"), 6, false);
	sg_width_pad(&out, SG_STR("|7|"), 6, true);
	sg_width_pad(&out, SG_STR("너무 길다"), 3, false);
	assert_string_equal(sg_buf_z(&out), "한글     |7|너무 길다");
	sg_buf_release(&out);
}

static void join(void *ctx, struct sg_str line)
{
	sg_buf_add(ctx, line);
	sg_buf_addc(ctx, '|');
}

static void wrap(const char *text, size_t columns, const char *expected)
{
	struct sg_buf out;

	sg_buf_init(&out);
	sg_width_wrap(sg_str_of(text), columns, join, &out);
	assert_string_equal(sg_buf_z(&out), expected);
	sg_buf_release(&out);
}

static void wraps(void **data)
{
	(void)data;
	wrap("", 10, "");
	wrap("가나 다라 마바", 9, "가나 다라|마바|");
	wrap("가나 다라 마바", 10, "가나 다라|마바|");
	wrap("가나 다라  마바  ", 14, "가나 다라|마바|");
	wrap("가나다라마바 사", 5, "가나|다라|마바|사|");
	wrap("a 가나다라마바", 6, "a|가나다|라마바|");
	wrap("가\n\n나", 10, "가||나|");
	wrap("가나", 1, "가|나|");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(measures),
		cmocka_unit_test(cuts_prefixes),
		cmocka_unit_test(pads),
		cmocka_unit_test(wraps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
