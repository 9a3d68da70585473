/* CQR labels: Hill et al. 2005 by hand, small samples too, and their column. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/analysis.h"
#include "analysis/cqr.h"
#include "study_dsl.h"
#include "tables_helper.h"

/* The labels of n = 0, 1, … N in a line: g t v r, - for none. */
static void test_labels(void **state)
{
	static const struct {
		uint32_t base;
		const char *labels;
	} lines[] = {
		{0, "-"},
		{1, "--"}, /* what one person said has no label */
		{2, "--g"},
		{3, "--gg"},
		{4, "--vgg"}, /* 2 of 4 is half, and not more than half */
		{5, "--vtgg"},
		{6, "--vvtgg"},
		{8, "--vvvttgg"},
		{10, "--vvvvtttgg"},
		{15, "--vvvvvvttttttgg"},
		{16, "--rrvvvvvttttttgg"},
		{17, "--rrvvvvvttttttt"
		     "gg"},
		{30, "--rrvvvvvvvvvvvvttttttttttttt"
		     "gg"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		assert_int_equal(strlen(lines[i].labels), lines[i].base + 1);
		for (uint32_t n = 0; n <= lines[i].base; n++)
			assert_int_equal("-gtvr"[sg_cqr_of(n, lines[i].base)],
				lines[i].labels[n]);
	}
	assert_int_equal(sg_cqr_of(5, 4), SG_CQR_NONE); /* of no base at all */
}

/* Five people: A 4 (general: one is missing), A1 3 (typical), A2 2 (variant), B 1. */
static const char text[] = "code A 갑\n"
			   "\tcode A1 을\n"
			   "\tcode A2 병\n"
			   "code B 정\n"
			   "question Q1 물음 -\n"
			   "case R1\ncase R2\ncase R3\ncase R4\ncase R5\n"
			   "answer R1 Q1 하나다.\n"
			   "answer R2 Q1 둘이다.\n"
			   "answer R3 Q1 셋이다.\n"
			   "answer R4 Q1 넷이다.\n"
			   "answer R5 Q1 다섯이다.\n"
			   "coding R1 Q1 A1 rules \"*\"\n"
			   "coding R2 Q1 A1 rules \"*\"\n"
			   "coding R2 Q1 A2 rules \"*\"\n"
			   "coding R3 Q1 A1 rules \"*\"\n"
			   "coding R4 Q1 A2 rules \"*\"\n"
			   "coding R5 Q1 B rules \"*\"\n";

static struct sg_study study;
static struct sg_tables tables;

static const struct sg_table *make(
	bool cqr, int (*fn)(const struct sg_study *s, const struct sg_table_options *o,
			  struct sg_tables *out, struct sg_error *err))
{
	struct sg_table_options o = {.cqr = cqr};
	struct sg_error err;

	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	assert_int_equal(fn(&study, &o, &tables, &err), 0);
	return &tables.v[0];
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	return 0;
}

static void is(const struct sg_table *t, const char *code, const char *word)
{
	size_t row = th_row(t, "code", code);

	assert_int_not_equal(row, SIZE_MAX);
	assert_true(sg_str_eqz(th_cell(t, row, "cqr")->text, word));
}

static void test_themes(void **state)
{
	(void)state;
	const struct sg_table *t = make(true, sg_themes);
	is(t, "A", "일반적");
	is(t, "A1", "전형적");
	is(t, "A2", "변동적");
	is(t, "B", "");
	/* The columns behind it are where they belong. */
	th_near(th_number(t, "A", "mentions"), 4);
	th_near(th_number(t, "A", "questions"), 1);
	th_near(th_cell(t, th_row(t, "theme", "코드 없음"), "n")->number, 0);
	assert_true(th_note(t, "N = 5"));
	assert_true(th_note(t, "3명부터"));
}

static void test_findings(void **state)
{
	(void)state;
	const struct sg_table *t = make(true, sg_findings);
	is(t, "A1", "전형적");
	is(t, "A2", "변동적");
	assert_true(th_note(t, "Hill"));
}

static void test_unasked(void **state)
{
	(void)state;
	const struct sg_table *t = make(false, sg_themes);
	assert_int_equal(t->ncolumns, 5);
	assert_false(th_note(t, "Hill"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_labels),
		cmocka_unit_test_teardown(test_themes, done),
		cmocka_unit_test_teardown(test_findings, done),
		cmocka_unit_test_teardown(test_unasked, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
