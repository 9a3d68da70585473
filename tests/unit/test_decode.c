/* test_decode.c - encodings, composition, line ends and refusals. The bytes of the
 * hand-made cases were worked out from the code charts; the others are files made by
 * other programs, in the folder named by SAEGIM_SHARED. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "text/decode.h"

static int decode(struct sg_str bytes, const char *declared, struct sg_buf *out,
	const char **encoding, struct sg_error *err)
{
	sg_error_reset(err);
	sg_buf_init(out);
	*encoding = NULL;
	return sg_decode(bytes, declared, "a.txt", out, encoding, err);
}

static void gives(struct sg_str bytes, const char *declared, const char *expected,
	const char *expected_encoding)
{
	struct sg_error err;
	struct sg_buf out;
	const char *encoding;

	if (decode(bytes, declared, &out, &encoding, &err))
		fail_msg("%s", err.text);
	assert_string_equal(sg_buf_z(&out), expected);
	assert_string_equal(encoding, expected_encoding);
	sg_buf_release(&out);
}

static void refuses(
	struct sg_str bytes, const char *declared, uint32_t line, const char *part)
{
	struct sg_error err;
	struct sg_buf out;
	const char *encoding;

	assert_int_equal(decode(bytes, declared, &out, &encoding, &err), SG_EINPUT);
	assert_string_equal(err.source, "a.txt");
	assert_int_equal(err.line, line);
	if (!strstr(err.text, part))
		fail_msg("'%s' not in '%s'", part, err.text);
	assert_int_equal(out.n, 0);
	sg_buf_release(&out);
}

static void guesses(void **data)
{
	(void)data;
	gives(SG_STR(""), NULL, "", "UTF-8");
	gives(SG_STR("abc"), NULL, "abc", "UTF-8");
	gives(SG_STR("가나"), NULL, "가나", "UTF-8");
	gives(SG_STR("\xEF\xBB\xBF가"), NULL, "가", "UTF-8-BOM");
	gives(SG_STR("\xFF\xFE\x00\xAC\x0A\x00"), NULL, "가\n", "UTF-16LE");
	gives(SG_STR("\xFE\xFF\xAC\x00\x00\x0A"), NULL, "가\n", "UTF-16BE");
	/* 한글; then 똠 (8C63), which EUC-KR does not have. */
	gives(SG_STR("\xC7\xD1\xB1\xDB\r\n"), NULL, "한글\n", "CP949");
	gives(SG_STR("\x8C\x63"), NULL, "똠", "CP949");
}

static void obeys_declared(void **data)
{
	(void)data;
	gives(SG_STR("\xC7\xD1\xB1\xDB"), "EUC-KR", "한글", "EUC-KR");
	gives(SG_STR("\x8C\x63"), "euc-kr", "똠", "EUC-KR");
	gives(SG_STR("\xC7\xD1\xB1\xDB"), "ms949", "한글", "CP949");
	gives(SG_STR("\xD0\x65\x8B\x69"), "JOHAB", "한글", "JOHAB");
	gives(SG_STR("\x1B$)C\x0EGQ1[\x0F\n"), "ISO-2022-KR", "한글\n", "ISO-2022-KR");
	gives(SG_STR("\x00\xAC"), "UTF-16LE", "가", "UTF-16LE");
	gives(SG_STR("\xEF\xBB\xBF가"), "CP949", "가", "UTF-8-BOM");
	gives(SG_STR("caf\xE9"), "ISO-8859-1", "café", "ISO-8859-1");
	refuses(SG_STR("a"), "KLINGON-8", 0, "KLINGON-8");
}

static void composes(void **data)
{
	(void)data;
	/* 한 and 가 from conjoining jamo; 각 from a syllable and a final. */
	gives(SG_STR("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xA1"),
		NULL, "한가", "UTF-8");
	gives(SG_STR("가\xE1\x86\xA8"), NULL, "각", "UTF-8");
	gives(SG_STR("cafe\xCC\x81"), NULL, "café", "UTF-8");
	/* Dot below before circumflex, whatever the order typed: ộ. */
	gives(SG_STR("o\xCC\x82\xCC\xA3"), NULL, "\xE1\xBB\x99", "UTF-8");
	/* Old Hangul (ᄒ and arae-a) has no syllable. */
	gives(SG_STR("\xE1\x84\x92\xE1\x86\x9E"), NULL, "\xE1\x84\x92\xE1\x86\x9E",
		"UTF-8");
	gives(SG_STR("\xE1\x86\xA8가"), NULL, "\xE1\x86\xA8가", "UTF-8");
}

/* NFC would change the first line, NFKC all of them. */
static void keeps_the_authors_characters(void **data)
{
	static const char text[] =
		"\xEF\xA6\x81\xEF\xA4\x80 \xE2\x84\xAB \xE2\x84\xA6\n"
		"㈜①ㆍ・ＡＢ　ﾡﾢ½ﬁ…「」\n"
		"a\xEF\xBB\xBF"
		"b\xE2\x80\x8B"
		"c\n";

	(void)data;
	gives(SG_STR(text), NULL, text, "UTF-8");
}

static void ends_lines_with_lf(void **data)
{
	(void)data;
	gives(SG_STR("a\r\nb\rc\nd\r\r\ne\r"), NULL, "a\nb\nc\nd\n\ne\n", "UTF-8");
}

static void refuses_binary(void **data)
{
	(void)data;
	refuses(SG_STR("a\nb\0c"), NULL, 2, "NUL at byte 3");
	refuses(SG_STR("\xFF\xFE\x00\x00"), NULL, 1, "NUL");
	refuses(SG_STR("PK\x03\x04...."), NULL, 0, "zip");
	refuses(SG_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), NULL, 0, "OLE");
	refuses(SG_STR("%PDF-1.4\n"), NULL, 0, "PDF");
	refuses(SG_STR("\x01\x02\x03 abc"), NULL, 0, "control characters");
	/* A form feed and the end mark of DOS are no reason. */
	gives(SG_STR("a\fb\x1A"), NULL, "a\fb\x1A", "UTF-8");
}

static void refuses_what_fits_nothing(void **data)
{
	(void)data;
	refuses(SG_STR("가나다\n라마\xFF바"), NULL, 2, "byte 16 (0xFF)");
	refuses(SG_STR("a\n\xFF\xFE\xFD"), NULL, 2,
		"neither UTF-8 (see byte 2) nor CP949");
	refuses(SG_STR("가\n나\xEA\xB0"), NULL, 2, "ends inside a UTF-8 character");
	refuses(SG_STR("\xC7\xD1\n\xB1\xDB\xC7"), NULL, 2,
		"ends inside a CP949 character");
	refuses(SG_STR("\xFF\xFE\x00"), NULL, 1, "ends inside a UTF-16LE character");
	refuses(SG_STR("가\xFF"), "UTF-8", 1, "no UTF-8 text");
}

static int set_up(void **state)
{
	const char *shared = getenv("SAEGIM_SHARED"), *srcdir = getenv("srcdir");
	char *base = shared ? sg_path_join("", shared)
			    : sg_path_join(srcdir ? srcdir : ".", "../shared");
	char *dir = sg_path_join(base, "data/encodings");

	free(base);
	if (sg_file_kind(dir) != SG_FILE_DIR) {
		free(dir);
		dir = NULL;
	}
	*state = dir;
	return 0;
}

static int tear_down(void **state)
{
	free(*state);
	return 0;
}

static void read_file(const char *dir, const char *name, struct sg_buf *out)
{
	struct sg_error err;
	char *path = sg_path_join(dir, name);

	sg_error_reset(&err);
	sg_buf_init(out);
	if (sg_file_read(path, 1 << 20, out, &err))
		fail_msg("%s", err.text);
	free(path);
}

static void matches_reference(
	const char *dir, const char *name, const char *declared, const char *reference)
{
	struct sg_buf bytes, expected, out;
	struct sg_error err;
	const char *encoding;

	read_file(dir, name, &bytes);
	read_file(dir, reference, &expected);
	if (decode(sg_buf_str(&bytes), declared, &out, &encoding, &err))
		fail_msg("%s: %s", name, err.text);
	if (!sg_str_eq(sg_buf_str(&out), sg_buf_str(&expected)))
		fail_msg("%s differs from %s", name, reference);
	sg_buf_release(&bytes);
	sg_buf_release(&expected);
	sg_buf_release(&out);
}

static void decodes_files(void **state)
{
	static const char mixed[] = "petition_ext.reference.utf8.txt",
			  plain[] = "petition_plain.reference.utf8.txt";
	static const char *const cases[][3] = {
		{"petition_ext.cp949.crlf.txt", NULL, mixed},
		{"petition_ext.cp949.txt", NULL, mixed},
		{"petition_ext.cr-only.utf8.txt", NULL, mixed},
		{"petition_ext.nfd.utf8.txt", NULL, mixed},
		{"petition_ext.reference.utf8.txt", NULL, mixed},
		{"petition_ext.utf16be.bom.txt", NULL, mixed},
		{"petition_ext.utf16le.bom.txt", NULL, mixed},
		{"petition_ext.utf8bom.crlf.txt", NULL, mixed},
		{"petition_ext.cp949.txt", "EUC-KR", mixed},
		{"petition_plain.euckr.txt", NULL, plain},
		{"petition_plain.euckr.txt", "EUC-KR", plain},
		{"petition_plain.johab.txt", "JOHAB", plain},
		{"petition_plain.iso2022_kr.txt", "ISO-2022-KR", plain},
	};
	struct sg_error err;
	struct sg_buf bytes, out;
	const char *encoding;

	if (!*state)
		skip();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		matches_reference(*state, cases[i][0], cases[i][1], cases[i][2]);
	read_file(*state, "petition_ext.truncated-mid-char.utf8.txt", &bytes);
	assert_int_equal(
		decode(sg_buf_str(&bytes), NULL, &out, &encoding, &err), SG_EINPUT);
	assert_int_equal(err.line, 3);
	assert_non_null(strstr(err.text, "ends inside"));
	sg_buf_release(&bytes);
	sg_buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(guesses),
		cmocka_unit_test(obeys_declared),
		cmocka_unit_test(composes),
		cmocka_unit_test(keeps_the_authors_characters),
		cmocka_unit_test(ends_lines_with_lf),
		cmocka_unit_test(refuses_binary),
		cmocka_unit_test(refuses_what_fits_nothing),
		cmocka_unit_test_setup_teardown(decodes_files, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
