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
	/* A word that is too long breaks where its pieces are joined, if it can. */
	wrap("ab|cd|ef gh", 7, "ab|cd||ef gh|");
	wrap("x ab/cdef", 5, "x|ab/|cdef|");
	wrap("ab|cd", 5, "ab|cd|");
}

static void fold(const char *text, size_t columns, const char *expected)
{
	struct sg_buf out;

	sg_buf_init(&out);
	sg_width_fold(&out, sg_str_of(text), columns);
	assert_string_equal(sg_buf_z(&out), expected);
	sg_buf_release(&out);
}

static void folds(void **data)
{
	(void)data;
	fold("", 20, "");
	fold("가나 다라\n\nx\n", SIZE_MAX, "가나 다라\n\nx\n");
	/* Under what stands behind the gap: 바사 ends at column 18, 아자차 would at 25. */
	fold("가  나다 라마 바사 아자차\n끝\n", 20,
		"가  나다 라마 바사\n    아자차\n끝\n");
	/* A gap too far right: two columns in from the start. */
	fold("  가나다라마바  가나다 라마\n", 20, "  가나다라마바\n    가나다 라마\n");
	fold("one two three four five six\n", 10,
		"one two\n  three\n  four\n  five six\n");
	fold("a         b c d\n", 10, "a\n  b c d\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(measures),
		cmocka_unit_test(cuts_prefixes),
		cmocka_unit_test(pads),
		cmocka_unit_test(wraps),
		cmocka_unit_test(folds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
