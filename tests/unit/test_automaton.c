/* test_automaton.c - the automaton alone, against a search by hand and by brute force
 * over folded text without the characters that are passed over. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "match/automaton.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { LONGEST = 1 << 14 /* bytes of a text */ };

struct found {
	uint32_t pattern;
	size_t start, stop;
};

struct list {
	SG_VEC(struct found) v;
};

static void note(void *ctx, uint32_t pattern, size_t start, size_t stop)
{
	struct list *l = ctx;

	SG_PUSH(&l->v, (struct found){pattern, start, stop});
}

static size_t fold_all(
	struct sg_str s, uint32_t *cps, size_t *starts, size_t *stops, size_t max)
{
	size_t n = 0;

	for (size_t off = 0; off < s.n && n < max;) {
		size_t start = off;
		uint32_t folded = sg_fold(sg_utf8_next(s, &off));
		if (sg_is_passed(folded))
			continue;
		cps[n] = folded;
		starts[n] = start;
		stops[n++] = off;
	}
	return n;
}

static void add(struct sg_automaton *a, const char *pattern)
{
	uint32_t cps[64];
	size_t starts[64], stops[64];

	sg_automaton_add(a, cps, fold_all(sg_str_of(pattern), cps, starts, stops, 64));
}

static int found_cmp(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->pattern < y->pattern ? -1 : x->pattern > y->pattern;
}

/* Every pattern at every place. */
static void search(
	const char *const *patterns, size_t n, const char *text, struct list *out)
{
	static uint32_t cps[LONGEST], pat[64];
	static size_t starts[LONGEST], stops[LONGEST], unused[64];
	size_t length = fold_all(sg_str_of(text), cps, starts, stops, LONGEST);

	for (size_t i = 0; i < length; i++) {
		for (size_t p = 0; p < n; p++) {
			size_t m = fold_all(
				sg_str_of(patterns[p]), pat, unused, unused, 64);
			if (i + m <= length &&
				memcmp(cps + i, pat, m * sizeof *pat) == 0)
				SG_PUSH(&out->v, (struct found){(uint32_t)p, starts[i],
							 stops[i + m - 1]});
		}
	}
}

static void compare(const char *const *patterns, size_t n, const char *text)
{
	struct sg_automaton *a = sg_automaton_new();
	struct sg_error err = {0};
	struct list got = {0}, wanted = {0};

	for (size_t i = 0; i < n; i++)
		add(a, patterns[i]);
	assert_int_equal(sg_automaton_build(a, &err), 0);
	struct sg_automaton_scratch *c = sg_automaton_scratch_new(a);
	sg_automaton_scan(a, c, sg_str_of(text), note, &got);
	search(patterns, n, text, &wanted);
	assert_int_equal(got.v.n, wanted.v.n);
	if (got.v.n)
		qsort(got.v.v, got.v.n, sizeof *got.v.v, found_cmp);
	for (size_t i = 0; i < got.v.n; i++) {
		assert_int_equal(got.v.v[i].start, wanted.v.v[i].start);
		assert_int_equal(got.v.v[i].stop, wanted.v.v[i].stop);
		assert_int_equal(got.v.v[i].pattern, wanted.v.v[i].pattern);
	}
	free(got.v.v);
	free(wanted.v.v);
	sg_automaton_scratch_free(c);
	sg_automaton_free(a);
}

static void classic_example(void **state)
{
	/* The example of Aho and Corasick's paper: she and he end at 4, hers at 6. */
	struct sg_automaton *a = sg_automaton_new();
	struct sg_error err = {0};
	struct list got = {0};

	(void)state;
	add(a, "he");
	add(a, "she");
	add(a, "his");
	add(a, "hers");
	assert_int_equal(sg_automaton_build(a, &err), 0);
	assert_int_equal(sg_automaton_states(a), 10);
	struct sg_automaton_scratch *c = sg_automaton_scratch_new(a);
	sg_automaton_scan(a, c, SG_STR("ushers"), note, &got);
	assert_int_equal(got.v.n, 3);
	assert_int_equal(got.v.v[0].pattern, 1);
	assert_int_equal(got.v.v[0].stop, 4);
	assert_int_equal(got.v.v[1].pattern, 0);
	assert_int_equal(got.v.v[1].stop, 4);
	assert_int_equal(got.v.v[2].pattern, 3);
	assert_int_equal(got.v.v[2].stop, 6);
	free(got.v.v);
	sg_automaton_scratch_free(c);
	sg_automaton_free(a);
}

static void passes_over_gaps(void **state)
{
	struct sg_automaton *a = sg_automaton_new();
	struct sg_error err = {0};
	struct list got = {0};

	(void)state;
	add(a, "가나다");
	assert_int_equal(sg_automaton_build(a, &err), 0);
	struct sg_automaton_scratch *c = sg_automaton_scratch_new(a);
	/* 가 at 0, dot at 3 to 5, 나 5 to 8, blank, 다 9 to 12. */
	sg_automaton_scan(a, c, SG_STR("가·나 다, 가\n나다, 가나다"), note, &got);
	assert_int_equal(got.v.n, 2);
	assert_int_equal(got.v.v[0].stop, 12);
	assert_int_equal(got.v.v[0].start, 0);
	assert_int_equal(got.v.v[1].start, 26);
	assert_int_equal(got.v.v[1].stop, 35);
	free(got.v.v);
	sg_automaton_scratch_free(c);
	sg_automaton_free(a);
}

static void folds_and_doubles(void **state)
{
	static const char *const patterns[] = {
		"ai", "AI", "정부", "부", "정부정부", "정"};

	(void)state;
	compare(patterns, 6, "ＡＩ aI 정부정부정 부정-부😀AI");
	compare(patterns, 6, "");
	compare(patterns, 0, "정부");
}

static void random_patterns(void **state)
{
	static const char *const letters[] = {
		"가", "나", "다", "라", "a", "B", " ", "-", "국"};
	static char store[3000][32];
	static const char *patterns[3000];
	static char text[LONGEST];
	uint32_t seed = 12345;

	(void)state;
	for (int round = 0; round < 30; round++) {
		/* The last rounds have very many, or a text of several stretches. */
		size_t n = round < 25 ? 1 + (size_t)round * 8 : 3000;
		for (size_t i = 0; i < n; i++) {
			store[i][0] = 0;
			size_t letters_of =
				1 + (seed = seed * 1103515245 + 12345) / 65536 % 7;
			for (size_t k = 0; k < letters_of; k++) {
				seed = seed * 1103515245 + 12345;
				strcat(store[i], letters[seed / 65536 % 6]);
			}
			patterns[i] = store[i];
		}
		text[0] = 0;
		size_t length = round < 20 ? 400 : round < 25 ? 5400 : 60;
		for (size_t k = 0; k < length; k++) {
			seed = seed * 1103515245 + 12345;
			strcat(text, letters[seed / 65536 % 9]);
		}
		compare(patterns, n, text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(classic_example),
		cmocka_unit_test(passes_over_gaps),
		cmocka_unit_test(folds_and_doubles),
		cmocka_unit_test(random_patterns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
