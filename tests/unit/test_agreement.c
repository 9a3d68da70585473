/* Measures on fourfold tables, and the random numbers of the bootstrap. Expected values
 * from METHODS.md, the ATLAS.ti manual, and by hand. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/agreement.h"
#include "analysis/cells.h"
#include "analysis/random.h"

static void near(double value, double expected)
{
	if (fabs(value - expected) > 0.0005)
		fail_msg("%.6f is not %.6f", value, expected);
}

static void test_jaccard(void **state)
{
	(void)state;
	/* 5 / (100 + 10 - 5), the c-coefficient of the ATLAS.ti manual. */
	struct sg_fourfold f = {5, 95, 5, 895};

	near(sg_jaccard(&f), 0.048);
}

/* n1 = 6, n2 = 4, n11 = 3, N = 20: by hand. */
static void test_cooccurrence(void **state)
{
	(void)state;
	struct sg_fourfold f = {3, 3, 1, 13};

	near(sg_jaccard(&f), 3.0 / 7);
	near(sg_dice(&f), 6.0 / 10);
	near(sg_overlap(&f), 3.0 / 4);
	near(sg_cosine(&f), 3 / 4.898979);
	near(sg_lift(&f), 60.0 / 24);
	near(sg_phi(&f), 36 / 73.321211); /* √(6·4·14·16) */
}

static void test_kappa_published(void **state)
{
	(void)state;
	/* N = 1000, A = B = 125, both = 50; and A = B = 500, both = 250. */
	struct sg_fourfold a = {50, 75, 75, 800}, b = {250, 250, 250, 250};

	near(sg_kappa(&a), 0.314);
	near(sg_kappa(&b), 0);
}

static void test_f1(void **state)
{
	(void)state;
	struct sg_fourfold f = {30, 20, 10, 940}; /* P 30/40, R 30/50, F1 60/90 */

	near(sg_precision(&f), 0.75);
	near(sg_recall(&f), 0.6);
	near(sg_f1(&f), 2.0 / 3);
}

static void test_undefined(void **state)
{
	(void)state;
	struct sg_fourfold none = {0, 0, 0, 50}, empty = {0, 0, 0, 0},
			   full = {9, 0, 0, 0};

	assert_true(isnan(sg_f1(&none)));
	assert_true(isnan(sg_kappa(&none)));
	assert_true(isnan(sg_kappa(&empty)));
	assert_true(isnan(sg_kappa(&full)));
	assert_true(isnan(sg_phi(&full)));
	near(sg_f1(&full), 1);
}

/* The first numbers of the reference program pcg32-demo, seed 42, sequence 54. */
static void test_pcg(void **state)
{
	static const uint32_t expected[] = {
		0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e};
	struct sg_random r;

	(void)state;
	sg_random_init(&r, 42, 54);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(sg_random_next(&r), expected[i]);
	for (size_t i = 0; i < 1000; i++)
		assert_true(sg_random_below(&r, 7) < 7);
}

static void test_bootstrap(void **state)
{
	struct sg_fourfold same[4] = {
		{3, 1, 1, 5}, {3, 1, 1, 5}, {3, 1, 1, 5}, {3, 1, 1, 5}};
	struct sg_fourfold two[2] = {{4, 0, 0, 0}, {0, 2, 2, 0}};
	double low, high;

	(void)state;
	/* Respondents that are alike give no spread: F1 = 6/8. */
	sg_bootstrap(same, 4, sg_f1, 200, 1, &low, &high);
	near(low, 0.75);
	near(high, 0.75);
	/* Two that differ: a quarter of the draws is each of them twice. */
	sg_bootstrap(two, 2, sg_f1, 400, 1, &low, &high);
	near(low, 0);
	near(high, 1);
	sg_bootstrap(two, 1, sg_f1, 400, 1, &low, &high);
	assert_true(isnan(low) && isnan(high)); /* one respondent has no spread */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_jaccard),
		cmocka_unit_test(test_cooccurrence),
		cmocka_unit_test(test_kappa_published),
		cmocka_unit_test(test_f1),
		cmocka_unit_test(test_undefined),
		cmocka_unit_test(test_pcg),
		cmocka_unit_test(test_bootstrap),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
