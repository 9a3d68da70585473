/* Tests of significance against R 4.2: pchisq, chisq.test(correct = FALSE), its stdres,
 * fisher.test, p.adjust; the sampled p against all tables with the same margins, listed
 * and weighted by their hypergeometric probability in R. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/significance.h"

static void near_to(double x, double expected, double within)
{
	if (!(fabs(x - expected) <= within))
		fail_msg("%.12g is not %.12g", x, expected);
}

static void chi2_tail_as_r(void **state)
{
	(void)state;
	near_to(sg_chi2_tail(3.2, 1), 0.0736382701, 1e-10);
	near_to(sg_chi2_tail(0.5, 3), 0.9188914117, 1e-10);
	near_to(sg_chi2_tail(25, 4), 0.0000503098, 1e-10);
	near_to(sg_chi2_tail(120, 10) * 1e18, 0.0050600462, 1e-9);
	near_to(sg_chi2_tail(2, 7), 0.9598403687, 1e-10);
	near_to(sg_chi2_tail(0, 2), 1, 0);
	assert_true(isnan(sg_chi2_tail(1, 0)));
	assert_true(isnan(sg_chi2_tail(NAN, 1)));
}

/* cbind(c(12,7,3), c(8,13,17)), and an empty group that does not count. */
static void presence_as_r(void **state)
{
	const uint32_t with[] = {12, 7, 0, 3}, size[] = {20, 20, 0, 20};
	const struct sg_presence p = {with, size, 4};
	unsigned df;
	double out;

	(void)state;
	near_to(sg_presence_chi2(&p, &df), 8.7559808612, 1e-9);
	assert_int_equal(df, 2);
	near_to(sg_presence_v(&p), 0.3820117987, 1e-9);
	near_to(sg_presence_residual(&p, 0), 2.6520733065, 1e-9);
	near_to(sg_presence_residual(&p, 1), -0.1894338076, 1e-9);
	near_to(sg_presence_residual(&p, 3), -2.4626394989, 1e-9);
	near_to(sg_presence_expected(&p), 20 * 22 / 60.0, 1e-12);
	assert_int_equal(sg_presence_test(&p, 99, 1, &out), SG_TEST_CHI2);
	near_to(out, 0.0125505545, 1e-9);
}

static void fisher_as_r(void **state)
{
	(void)state;
	near_to(sg_fisher(&(struct sg_fourfold){3, 1, 1, 4}), 0.2063492063, 1e-9);
	near_to(sg_fisher(&(struct sg_fourfold){10, 2, 3, 15}), 0.0005367241, 1e-9);
	near_to(sg_fisher(&(struct sg_fourfold){0, 5, 7, 2}), 0.0209790210, 1e-9);
	near_to(sg_fisher(&(struct sg_fourfold){1, 9, 11, 3}), 0.0027594562, 1e-9);
	near_to(sg_fisher(&(struct sg_fourfold){0, 0, 4, 9}), 1, 1e-9);
}

static void small_tables(void **state)
{
	const uint32_t two_with[] = {3, 1}, two_size[] = {4, 5};
	const uint32_t with[] = {3, 1, 0}, size[] = {4, 5, 3};
	const uint32_t none[] = {0, 0}, all[] = {4, 5};
	double p, again;

	(void)state;
	assert_int_equal(sg_presence_test(&(struct sg_presence){two_with, two_size, 2},
				 0, 0, &p),
		SG_TEST_FISHER);
	near_to(p, 0.2063492063, 1e-9);
	/* All 495 tables: 0.0949494949. Standard error of 99,999 samples: 0.0009. */
	assert_int_equal(
		sg_presence_test(&(struct sg_presence){with, size, 3}, 99999, 7, &p),
		SG_TEST_SAMPLED);
	near_to(p, 0.0949494949, 0.004);
	sg_presence_test(&(struct sg_presence){with, size, 3}, 99999, 7, &again);
	assert_true(p == again);
	/* Nothing varies: nobody, or everybody. */
	assert_int_equal(
		sg_presence_test(&(struct sg_presence){none, two_size, 2}, 9, 1, &p),
		SG_TEST_NONE);
	assert_true(isnan(p));
	assert_int_equal(
		sg_presence_test(&(struct sg_presence){all, two_size, 2}, 9, 1, &p),
		SG_TEST_NONE);
}

static void adjusted_as_r(void **state)
{
	double p[] = {0.01, 0.04, 0.03, NAN, 0.005, 0.6, 0.04};
	const double expected[] = {0.03, 0.048, 0.048, NAN, 0.03, 0.6, 0.048};

	(void)state;
	sg_adjust_bh(p, 7);
	for (size_t i = 0; i < 7; i++) {
		if (isnan(expected[i]))
			assert_true(isnan(p[i]));
		else
			near_to(p[i], expected[i], 1e-12);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chi2_tail_as_r),
		cmocka_unit_test(presence_as_r),
		cmocka_unit_test(fisher_as_r),
		cmocka_unit_test(small_tables),
		cmocka_unit_test(adjusted_as_r),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
