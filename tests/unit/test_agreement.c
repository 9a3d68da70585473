/* Measures on fourfold tables, and the random numbers of the bootstrap. Expected values
 * from the papers and manuals named at each, and by hand. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/agreement.h"
#include "analysis/bootstrap.h"
#include "analysis/nominal.h"
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

/* The same pair of coders with every measure, by hand: N = 100, n11 = 20, n10 = 5,
 * n01 = 10, n00 = 65; Po = .85, shares .25 and .30, mean q = .275.
 * κ: Pe = .075 + .525 = .6, (.85 - .6)/.4 = .625.
 * π: Pe = .275² + .725² = .60125, (.85 - .60125)/.39875 = .623824.
 * BP: (.85 - .5)/.5 = .7. AC1: Pe = 2·.275·.725 = .39875, .45125/.60125 = .750520.
 * α: o = 15, n = 200, n1 = 55: 1 - 199·15/(55·145) = .625705.
 * Holsti: 2·20/(25 + 30) = .727273. */
static void test_of_two(void **state)
{
	struct sg_fourfold f = {20, 5, 10, 65};

	(void)state;
	near(sg_agreement(&f), 0.85);
	near(sg_kappa(&f), 0.625);
	near(sg_scott_pi(&f), 0.623824);
	near(sg_brennan_prediger(&f), 0.7);
	near(sg_ac1(&f), 0.750520);
	near(sg_alpha(&f), 0.625705);
	near(sg_holsti(&f), 0.727273);
}

/* NVivo's help, "Coding Comparison query": 50 both, 150 one only, 800 neither of 1000. */
static void test_nvivo(void **state)
{
	struct sg_fourfold f = {50, 100, 50, 800};

	(void)state;
	near(sg_agreement(&f), 0.85);
}

/* Where a code is rare, κ falls although the coders hardly differ, and AC1 does not: the
 * paradox that Gwet (2008) starts from. By hand: Po = .98, shares .01 and .01 without a
 * unit in common: κ = (.98 - .9802)/.0198 = -.010101; AC1: Pe = 2·.01·.99 = .0198,
 * (.98 - .0198)/.9802 = .979596. */
static void test_rare(void **state)
{
	struct sg_fourfold f = {0, 1, 1, 98};

	(void)state;
	near(sg_kappa(&f), -0.010101);
	near(sg_ac1(&f), 0.979596);
}

enum { WIDEST = SG_NOMINAL_COUNTS + 5 };

/* Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", C: 4 observers, 12
 * units, missing values; nominal α = .743. */
static void test_krippendorff(void **state)
{
	static const char *const observers[] = {
		"123321412...", "1233224125.3", ".3332342251.", "12332441251."};
	double row[WIDEST] = {0};

	(void)state;
	for (size_t u = 0; u < 12; u++) {
		uint32_t counts[5] = {0};
		for (size_t k = 0; k < 4; k++)
			if (observers[k][u] != '.')
				counts[observers[k][u] - '1']++;
		sg_nominal_unit(row, counts, 5, 4, 1);
	}
	near(row[SG_NOMINAL_UNITS], 11); /* the twelfth has one value only */
	near(sg_nominal_alpha(row, 5), 0.743);
	assert_true(isnan(sg_nominal_fleiss(row, 5)));
}

/* The worked example of Wikipedia's "Fleiss' kappa" (10 subjects, 14 raters, 5 categories):
 * κ = .210. */
static void test_fleiss(void **state)
{
	static const uint32_t counts[10][5] = {{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2},
		{0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1}, {7, 7, 0, 0, 0},
		{3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}};
	double row[WIDEST] = {0};

	(void)state;
	for (size_t i = 0; i < 10; i++)
		sg_nominal_unit(row, counts[i], 5, 14, 1);
	near(sg_nominal_fleiss(row, 5), 0.210);
	near(sg_nominal_agreement(row, 5), 0.378); /* mean P of the same example */
}

/* Two coders, nothing missing: the general α is that of the fourfold table. */
static void test_two_ways(void **state)
{
	struct sg_fourfold f = {20, 5, 10, 65};
	double row[WIDEST] = {0};

	(void)state;
	sg_nominal_unit(row, (uint32_t[]){0, 2}, 2, 2, 20);
	sg_nominal_unit(row, (uint32_t[]){1, 1}, 2, 2, 15);
	sg_nominal_unit(row, (uint32_t[]){2, 0}, 2, 2, 65);
	near(sg_nominal_alpha(row, 2), sg_alpha(&f));
	near(sg_nominal_agreement(row, 2), 0.85);
	near(sg_nominal_fleiss(row, 2), sg_scott_pi(&f));
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

static void interval(const struct sg_fourfold *sums, uint32_t n, uint32_t samples,
	double *low, double *high)
{
	struct sg_arena arena;
	struct sg_draws draws;

	sg_arena_init(&arena);
	sg_draws_init(&draws, &arena, n, samples, 1);
	sg_draws_fourfold(&draws, sums, sg_f1, low, high);
	sg_arena_release(&arena);
}

static void test_bootstrap(void **state)
{
	struct sg_fourfold same[4] = {
		{3, 1, 1, 5}, {3, 1, 1, 5}, {3, 1, 1, 5}, {3, 1, 1, 5}};
	struct sg_fourfold two[2] = {{4, 0, 0, 0}, {0, 2, 2, 0}};
	double low, high;

	(void)state;
	/* Respondents that are alike give no spread: F1 = 6/8. */
	interval(same, 4, 200, &low, &high);
	near(low, 0.75);
	near(high, 0.75);
	/* Two that differ: a quarter of the draws is each of them twice. */
	interval(two, 2, 400, &low, &high);
	near(low, 0);
	near(high, 1);
	interval(two, 1, 400, &low, &high);
	assert_true(isnan(low) && isnan(high)); /* one respondent has no spread */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_jaccard),
		cmocka_unit_test(test_cooccurrence),
		cmocka_unit_test(test_kappa_published),
		cmocka_unit_test(test_f1),
		cmocka_unit_test(test_of_two),
		cmocka_unit_test(test_nvivo),
		cmocka_unit_test(test_rare),
		cmocka_unit_test(test_krippendorff),
		cmocka_unit_test(test_fleiss),
		cmocka_unit_test(test_two_ways),
		cmocka_unit_test(test_undefined),
		cmocka_unit_test(test_pcg),
		cmocka_unit_test(test_bootstrap),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
