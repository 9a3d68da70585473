/* Codes that occur together, by unit; counts by hand. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/analysis.h"
#include "study_dsl.h"
#include "tables_helper.h"

/* Sentences: R1 Q1 three (A; A B; none), R1 Q2 one (B), R2 Q1 two in two paragraphs
 * (A; B), R3 Q1 one (A by default). */
static const char text[] =
	"code A 가\n"
	"code B 나\n"
	"code C 다\n"
	"question Q1 하나 -\n"
	"question Q2 둘 -\n"
	"case R1\n"
	"case R2\n"
	"case R3\n"
	"answer R1 Q1 첫째 문장입니다. 둘째 문장입니다. 셋째 문장입니다.\n"
	"answer R1 Q2 넷째 문장입니다.\n"
	"answer R2 Q1 다섯째 문장입니다.\\n여섯째 문장입니다.\n"
	"answer R3 Q1 일곱째 문장입니다.\n"
	"coding R1 Q1 A rules \"첫째 문장입니다. 둘째 문장입니다.\"\n"
	"coding R1 Q1 B rules \"둘째 문장입니다.\"\n"
	"coding R1 Q2 B rules \"넷째 문장입니다.\"\n"
	"coding R2 Q1 A rules \"다섯째 문장입니다.\"\n"
	"coding R2 Q1 B rules \"여섯째 문장입니다.\"\n"
	"coding R3 Q1 A default \"*\"\n";

static struct sg_study study;
static struct sg_tables tables;
static struct sg_error err;

static int run(const struct sg_table_options *o)
{
	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	return sg_cooccur(&study, o, &tables, &err);
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	return 0;
}

static void pair_is(const char *unit, double n1, double n2, double n11, double units)
{
	struct sg_table_options o = {.unit = unit, .more = true};

	assert_int_equal(run(&o), 0);
	const struct sg_table *t = &tables.v[0];
	assert_int_equal(t->nrows, 1);
	th_near(th_cell(t, 0, "n1")->number, n1);
	th_near(th_cell(t, 0, "n2")->number, n2);
	th_near(th_cell(t, 0, "n11")->number, n11);
	th_near(th_cell(t, 0, "units")->number, units);
	th_near(th_cell(t, 0, "n00")->number, units - n1 - n2 + n11);
	th_near(th_cell(t, 0, "jaccard")->number, n11 / (n1 + n2 - n11));
	done(NULL);
}

static void test_units(void **state)
{
	(void)state;
	pair_is("answer", 3, 3, 2, 4);
	pair_is("respondent", 3, 2, 2, 3);
	pair_is("paragraph", 2, 3, 1, 5); /* the default marks no paragraph */
	pair_is("sentence", 3, 3, 1, 7);
	/* Stretches: A alone and A with B in R1 Q1, B in Q2, A and B apart in R2; the
	 * blank between A's and B's codings in R2 is no stretch. */
	pair_is("overlap", 3, 3, 1, 5);
	pair_is(NULL, 3, 3, 2, 4);
}

static void test_min_and_unknown(void **state)
{
	struct sg_table_options o = {.min = 3};

	(void)state;
	assert_int_equal(run(&o), 0);
	assert_int_equal(tables.v[0].nrows, 0);
	assert_true(th_note(&tables.v[0], "n11이 3 미만인 1쌍은 뺐다"));
	done(NULL);
	o = (struct sg_table_options){.unit = "word"};
	assert_int_equal(run(&o), SG_EUSAGE);
	assert_non_null(strstr(err.text, "'word'"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_units),
		cmocka_unit_test_teardown(test_min_and_unknown, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
