/* Centralities and communities: of a network whose values are published, and of a study
 * whose network is worked by hand. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/analysis.h"
#include "analysis/graph.h"
#include "study_dsl.h"
#include "tables_helper.h"

/* The friendships in a karate club of 34 members (Zachary 1977), numbered from 1. */
static const uint32_t friends[][2] = {
	{1, 2},
	{1, 3},
	{1, 4},
	{1, 5},
	{1, 6},
	{1, 7},
	{1, 8},
	{1, 9},
	{1, 11},
	{1, 12},
	{1, 13},
	{1, 14},
	{1, 18},
	{1, 20},
	{1, 22},
	{1, 32},
	{2, 3},
	{2, 4},
	{2, 8},
	{2, 14},
	{2, 18},
	{2, 20},
	{2, 22},
	{2, 31},
	{3, 4},
	{3, 8},
	{3, 9},
	{3, 10},
	{3, 14},
	{3, 28},
	{3, 29},
	{3, 33},
	{4, 8},
	{4, 13},
	{4, 14},
	{5, 7},
	{5, 11},
	{6, 7},
	{6, 11},
	{6, 17},
	{7, 17},
	{9, 31},
	{9, 33},
	{9, 34},
	{10, 34},
	{14, 34},
	{15, 33},
	{15, 34},
	{16, 33},
	{16, 34},
	{19, 33},
	{19, 34},
	{20, 34},
	{21, 33},
	{21, 34},
	{23, 33},
	{23, 34},
	{24, 26},
	{24, 28},
	{24, 30},
	{24, 33},
	{24, 34},
	{25, 26},
	{25, 28},
	{25, 32},
	{26, 32},
	{27, 30},
	{27, 34},
	{28, 34},
	{29, 32},
	{29, 34},
	{30, 33},
	{30, 34},
	{31, 33},
	{31, 34},
	{32, 33},
	{32, 34},
	{33, 34},
};
enum { MEMBERS = 34, FRIENDSHIPS = sizeof friends / sizeof *friends };

static bool built(int rc, const struct sg_error *err)
{
	if (rc == SG_EUSAGE && strstr(err->text, "igraph")) {
		print_message("skipped: %s\n", err->text);
		return false;
	}
	assert_int_equal(rc, 0);
	return true;
}

static void about(double value, double expected)
{
	if (!(fabs(value - expected) < 1e-6))
		fail_msg("%.8f is not %.8f", value, expected);
}

/* Betweenness and closeness as networkx 2.8 has them, the eigenvector by iterating powers
 * of the matrix in Python; 0.4198 is the greatest modularity that there is (Brandes et al.
 * 2008), of four communities. */
static void karate_club(void **state)
{
	struct sg_graph_edge edges[FRIENDSHIPS];
	struct sg_error err = {0};
	struct sg_arena arena;
	struct sg_graph g;

	(void)state;
	sg_arena_init(&arena);
	for (size_t i = 0; i < FRIENDSHIPS; i++)
		edges[i] =
			(struct sg_graph_edge){friends[i][0] - 1, friends[i][1] - 1, 1};
	if (!built(sg_graph_measure(edges, FRIENDSHIPS, MEMBERS, &arena, &g, &err),
		    &err)) {
		sg_arena_release(&arena);
		skip();
	}
	assert_int_equal(g.nodes[0].degree, 16);
	assert_int_equal(g.nodes[33].degree, 17);
	about(g.nodes[33].strength, 17);
	about(g.nodes[0].degree_share, 16.0 / 33);
	about(g.nodes[0].betweenness, 0.43763528);
	about(g.nodes[33].betweenness, 0.30407498);
	about(g.nodes[2].betweenness, 0.14365681);
	about(g.nodes[0].closeness, 0.56896552);
	about(g.nodes[33].closeness, 0.55);
	about(g.nodes[33].eigenvector, 1);
	about(g.nodes[0].eigenvector, 0.95213237);
	about(g.nodes[2].eigenvector, 0.84955420);
	about(g.density, 78 / 561.0);
	assert_true(fabs(g.modularity - 0.4198) < 5e-5);
	assert_int_equal(g.communities, 4);
	assert_int_equal(g.nodes[0].community, 1);
	sg_arena_release(&arena);
}

/* A and B meet in two answers, B and C in one; D is alone, E nowhere. Eigenvector of the
 * weights 2 and 1: its value is √5, so that A is 2/√5 of B and C 1/√5. One community
 * leaves Q 0; any two of these three less. */
static void codes_of_a_study(void **state)
{
	static const char text[] =
		"code A 가\ncode B 나\ncode C 다\ncode D 라\ncode E 마\n"
		"question Q1 하나 -\n"
		"case R1\ncase R2\ncase R3\ncase R4\ncase R5\n"
		"answer R1 Q1 첫째.\nanswer R2 Q1 둘째.\nanswer R3 Q1 셋째.\n"
		"answer R4 Q1 넷째.\nanswer R5 Q1 다섯째.\n"
		"coding R1 Q1 A rules \"첫째.\"\ncoding R1 Q1 B rules \"첫째.\"\n"
		"coding R2 Q1 A rules \"둘째.\"\ncoding R2 Q1 B rules \"둘째.\"\n"
		"coding R3 Q1 B rules \"셋째.\"\ncoding R3 Q1 C rules \"셋째.\"\n"
		"coding R4 Q1 D rules \"넷째.\"\n";
	const struct sg_table_options o = {.top = 1}; /* not of this table */
	struct sg_error err = {0};
	struct sg_study study;
	struct sg_tables tables;

	(void)state;
	dsl_study(&study, text);
	sg_tables_init(&tables);
	bool there = built(sg_network(&study, &o, &tables, &err), &err);
	if (there) {
		const struct sg_table *t = &tables.v[0];
		assert_int_equal(tables.n, 1);
		assert_int_equal(t->nrows, 4);
		th_near(th_number(t, "B", "n"), 3);
		th_near(th_number(t, "B", "degree"), 2);
		th_near(th_number(t, "B", "strength"), 3);
		about(th_number(t, "B", "degree_centrality"), 2.0 / 3);
		about(th_number(t, "B", "betweenness"), 1.0 / 3);
		about(th_number(t, "A", "betweenness"), 0);
		about(th_number(t, "A", "closeness"), 2.0 / 3);
		about(th_number(t, "B", "closeness"), 1);
		assert_true(isnan(th_number(t, "D", "closeness")));
		about(th_number(t, "A", "eigenvector"), 2 / sqrt(5));
		about(th_number(t, "C", "eigenvector"), 1 / sqrt(5));
		about(th_number(t, "D", "eigenvector"), 0);
		for (size_t i = 0; i < 3; i++)
			th_near(th_cell(t, i, "community")->number, 1);
		assert_int_equal(th_cell(t, 3, "community")->kind, SG_CELL_EMPTY);
		assert_true(th_note(t, "1 이상인 2쌍"));
		assert_true(th_note(t, "밀도 0.333"));
		assert_true(th_note(t, "코드 4개(나타나지 않은 1개는 뺌)"));
		assert_true(th_note(t, "커뮤니티 1개"));
		assert_true(th_note(t, "단위: 답변 5개"));
	}
	sg_tables_release(&tables);
	sg_study_release(&study);
	if (!there)
		skip();
}

/* Two codes that do not meet, and one. */
static void nothing_to_measure(void **state)
{
	static const char *const texts[] = {
		"code A 가\ncode B 나\nquestion Q1 하나 -\ncase R1\ncase R2\n"
		"answer R1 Q1 첫째.\nanswer R2 Q1 둘째.\n"
		"coding R1 Q1 A rules \"첫째.\"\ncoding R2 Q1 B rules \"둘째.\"\n",
		"code A 가\nquestion Q1 하나 -\ncase R1\nanswer R1 Q1 첫째.\n"
		"coding R1 Q1 A rules \"첫째.\"\n"};
	bool there = true;

	(void)state;
	for (size_t i = 0; i < 2 && there; i++) {
		const struct sg_table_options o = {.top = 0};
		struct sg_error err = {0};
		struct sg_study study;
		struct sg_tables tables;
		dsl_study(&study, texts[i]);
		sg_tables_init(&tables);
		there = built(sg_network(&study, &o, &tables, &err), &err);
		if (there) {
			assert_int_equal(tables.v[0].nrows, 2 - i);
			th_near(th_number(&tables.v[0], "A", "degree"), 0);
			assert_true(isnan(th_number(&tables.v[0], "A", "eigenvector")));
			assert_false(th_note(&tables.v[0], "커뮤니티"));
		}
		sg_tables_release(&tables);
		sg_study_release(&study);
	}
	if (!there)
		skip();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(karate_club),
		cmocka_unit_test(codes_of_a_study),
		cmocka_unit_test(nothing_to_measure),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
