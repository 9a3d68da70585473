/* test_regex.c - regexes over stretches of text: limits, word classes, refusals. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "match/regex.h"

static int compile(const char *text, bool icase, struct sg_regex **out)
{
	struct sg_expr e = {.kind = SG_EXPR_REGEX,
		.line = 3,
		.col = 5,
		.width = 4,
		.text = sg_str_of(text),
		.icase = icase};
	struct sg_notes notes;

	sg_notes_init(&notes);
	int rc = sg_regex_new(out, &e, "book.md", &notes);
	assert_int_equal(notes.errors, rc < 0);
	if (rc < 0) {
		assert_int_equal(notes.v[0].line, 3);
		assert_int_equal(notes.v[0].col, 5);
		assert_int_equal(notes.v[0].width, 4);
	}
	sg_notes_release(&notes);
	return rc;
}

static void expect(const char *regex, bool icase, const char *text,
	struct sg_span where, const struct sg_span *wanted, size_t n)
{
	struct sg_regex *r = NULL;
	struct sg_regex_scratch *s = sg_regex_scratch_new(0);
	struct sg_spans got = {0};

	assert_int_equal(compile(regex, icase, &r), 0);
	if (where.stop == 0)
		where.stop = (uint32_t)strlen(text);
	assert_int_equal(sg_regex_scan(r, s, sg_str_of(text), where, &got), 0);
	assert_int_equal(got.n, n);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(got.v[i].start, wanted[i].start);
		assert_int_equal(got.v[i].stop, wanted[i].stop);
	}
	free(got.v);
	sg_regex_free(r);
	sg_regex_scratch_free(s);
}

static const struct sg_span all = {0, 0};

static void words_are_unicode(void **state)
{
	const struct sg_span two[] = {{0, 6}, {7, 16}};
	const struct sg_span one[] = {{7, 16}};

	(void)state;
	expect("\\w+", false, "학교 학교가", all, two, 2);
	expect("\\b학교\\w", false, "학교 학교가", all, one, 1);
}

static void only_where_asked(void **state)
{
	const struct sg_span hit[] = {{4, 7}};

	(void)state;
	expect("^가", false, "가 가 가", (struct sg_span){4, 7}, hit, 1);
	expect("가$", false, "가 가 가", (struct sg_span){4, 7}, hit, 1);
	expect("(?<=가 )가", false, "가 가 가", (struct sg_span){4, 7}, NULL, 0);
}

static void cases(void **state)
{
	const struct sg_span hits[] = {{0, 2}, {3, 5}};

	(void)state;
	expect("ai", true, "AI ai", all, hits, 2);
	expect("ai", false, "AI ai", all, &hits[1], 1);
}

static void empty_matches(void **state)
{
	const char *const refused[] = {"a*", "", "a?", "\\b", "^", "(?=정부)", "정부|",
		"(", "[", "a\\Cb", "(?<=a+)b"};
	struct sg_regex *r;

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		assert_int_equal(compile(refused[i], false, &r), SG_EINPUT);
	/* \K makes a match empty that was not: passed over, and no endless loop. */
	expect("나|가[다]\\K", false, "가다 가나", all,
		(const struct sg_span[]){{10, 13}}, 1);
}

static void limit(void **state)
{
	struct sg_regex *r = NULL;
	struct sg_regex_scratch *s = sg_regex_scratch_new(50);
	struct sg_spans got = {0};
	struct sg_str text = SG_STR("b aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!b");

	(void)state;
	assert_int_equal(compile("(a+)+b", false, &r), 0);
	assert_int_equal(
		sg_regex_scan(r, s, text, (struct sg_span){0, (uint32_t)text.n}, &got),
		SG_ELIMIT);
	assert_int_equal(got.n, 0);
	free(got.v);
	sg_regex_free(r);
	sg_regex_scratch_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_unicode),
		cmocka_unit_test(only_where_asked),
		cmocka_unit_test(cases),
		cmocka_unit_test(empty_matches),
		cmocka_unit_test(limit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
