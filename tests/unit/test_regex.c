/* test_regex.c - regexes over stretches of text: limits, word classes, refusals. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "match/prefix.h"
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
	int rc = sg_regex_new(out, &e, false, "book.md", &notes);
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

static void prefix_of(const char *regex, const char *wanted)
{
	struct sg_str got = sg_regex_prefix(sg_str_of(regex));

	if (!sg_str_eqz(got, wanted))
		fail_msg("/%s/: prefix '%.*s', not '%s'", regex, SG_ARG(got), wanted);
}

static void prefixes(void **state)
{
	(void)state;
	prefix_of("국민청원", "국민청원");
	prefix_of("국민\\s*청원", "국민");
	prefix_of("국민?", "");
	prefix_of("국민들?은", "국민");
	prefix_of("국민{2}", "");
	prefix_of("AI[가-힣|]+", "AI");
	prefix_of("국민(은|는)", "국민");
	prefix_of("국민|시민", "");
	prefix_of("국민(은|는)|시민", "");
	prefix_of("국민[)(]|시민", "");
	prefix_of("국민\\(|시민", "");
	prefix_of("국민\\Q(\\E|시민", "");
	prefix_of("국민(?#()|시민", "");
	prefix_of("국민(?x)# (\n|시민", "");
	prefix_of("국민[[:alpha:]]", "");
	prefix_of("국민\\K청원", "");
	prefix_of("(국민)", "");
	prefix_of("국", "");
	prefix_of("", "");
}

/* PCRE2 itself is the judge: no match of a random expression begins otherwise. */
static void prefixes_hold(void **state)
{
	static const char *const pieces[] = {"가나", "가", "나", "다", "(",
		"(?:", "(?=", "(?!", "(?<n>", ")", "|", "?", "*", "+", "{0}", "{0,1}",
		"[", "[^", "]", "\\", "\\(", ".", "\\s", " ", "(?#", "(?x)", "#", "\\Q",
		"\\E", "(?i)"};
	static const char text[] =
		"가나다 가나가나 나다가 가다나 다가나( 나나가가 (가) 나|다 가나#다";
	uint32_t seed = 7;
	size_t with = 0;

	(void)state;
	for (int round = 0; round < 60000; round++) {
		struct sg_buf b;
		struct sg_regex *r = NULL;
		struct sg_notes notes;
		sg_buf_init(&b);
		sg_buf_addz(&b, round % 2 ? "가나" : "");
		for (int i = 0; i < 2 + round % 7; i++) {
			seed = seed * 1664525U + 1013904223U;
			sg_buf_addz(&b, pieces[(seed >> 16) %
						(sizeof pieces / sizeof *pieces)]);
		}
		struct sg_expr e = {.kind = SG_EXPR_REGEX, .text = sg_buf_str(&b)};
		struct sg_str prefix = sg_regex_prefix(e.text);
		sg_notes_init(&notes);
		if (prefix.n && sg_regex_new(&r, &e, false, "book.md", &notes) == 0) {
			struct sg_regex_scratch *s = sg_regex_scratch_new(0);
			struct sg_spans found = {NULL, 0, 0};
			sg_regex_scan(r, s, sg_str_of(text),
				(struct sg_span){0, sizeof text - 1}, &found);
			for (size_t i = 0; i < found.n; i++) {
				struct sg_str rest =
					sg_str_skip(sg_str_of(text), found.v[i].start);
				if (!sg_str_starts(rest, prefix))
					fail_msg("/%s/ matches other than '%.*s...'",
						sg_buf_z(&b), SG_ARG(prefix));
			}
			with += found.n > 0;
			free(found.v);
			sg_regex_scratch_free(s);
		}
		sg_regex_free(r);
		sg_notes_release(&notes);
		sg_buf_release(&b);
	}
	assert_true(with > 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_unicode),
		cmocka_unit_test(only_where_asked),
		cmocka_unit_test(cases),
		cmocka_unit_test(empty_matches),
		cmocka_unit_test(limit),
		cmocka_unit_test(prefixes),
		cmocka_unit_test(prefixes_hold),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
