/* test_diff.c - the difference of two studies, counted by hand. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/across.h"
#include "analysis/diff.h"
#include "study_dsl.h"
#include "tables_helper.h"

#define FRAME                                                 \
	"facet 입장 찬성|반대\n"                        \
	"attributes 직군\n"                                 \
	"code A 제약\n"                                     \
	"\tcode A1 예산\n"                                  \
	"\tcode A2 인력\n"                                  \
	"code B 기타\n"                                     \
	"question Q1 제약 A\n"                              \
	"case R01 공무원\ncase R02 교수\n"               \
	"case R03 공무원\ncase R04 교수\n"               \
	"answer R01 Q1 예산이 적다. 사람이 없다.\n" \
	"answer R02 Q1 예산이 적다.\n"                   \
	"answer R03 Q1 사람이 없다. 예산도 적다.\n"

static const char before_text[] =
	FRAME "none R04 Q1 blank -\n"
	      "coding R01 Q1 A1 rules 입장=반대 \"예산이 적다.\"\n"
	      "coding R02 Q1 A1 rules \"예산이 적다.\"\n"
	      "coding R03 Q1 A2 rules \"사람이 없다.\"\n";

/* R02 lost, R03 gained in A1; R04 now answers, with A2 and B, which is no topic of Q1;
 * R01 changed sides. */
static const char after_text[] =
	FRAME "answer R04 Q1 사람이 없다. 날씨.\n"
	      "coding R01 Q1 A1 rules 입장=찬성 \"예산이 적다.\"\n"
	      "coding R03 Q1 A1 rules 입장=찬성 \"예산도 적다.\"\n"
	      "coding R03 Q1 A2 rules \"사람이 없다.\"\n"
	      "coding R04 Q1 A2 김 \"사람이 없다.\"\n"
	      "coding R04 Q1 B rules \"날씨.\"\n";

struct two {
	struct sg_study s[SG_SIDES];
	struct sg_diff d;
	struct sg_error err;
};

static void number(struct sg_study *s)
{
	for (uint32_t i = 0; i < s->ntexts; i++)
		s->texts[i].id = i + 1;
	for (uint32_t i = 0; i < s->ncodes; i++)
		s->codes[i].id = i + 1;
}

static void open_two(struct two *t, const char *before, const char *after,
	const struct sg_diff_options *o)
{
	memset(t, 0, sizeof *t);
	dsl_study(&t->s[0], before);
	dsl_study(&t->s[1], after);
	number(&t->s[0]);
	number(&t->s[1]);
	if (sg_diff_make(&t->d, &t->s[0], &t->s[1], o, &t->err) < 0)
		fail_msg("%s", t->err.text);
}

static void close_two(struct two *t)
{
	sg_diff_release(&t->d);
	sg_arena_release(&t->s[0].arena);
	sg_arena_release(&t->s[1].arena);
}

/* "Q1 row A1 2>2 -R02 +R03\n" for each cell. */
static char *cells(struct two *t)
{
	static const char *const kinds[] = {"theme", "row", "facet", "nocode", "base"};
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_addz(&b, "");
	for (size_t i = 0; i < t->d.ncells; i++) {
		const struct sg_diff_cell *c = &t->d.cells[i];
		int k = c->code[1] == SG_NONE ? 0 : 1;
		struct sg_str label = c->code[k] == SG_NONE
					      ? SG_STR("-")
					      : t->s[k].codes[c->code[k]].label;
		sg_buf_printf(&b, "%.*s %s %.*s%s",
			SG_ARG(sg_diff_question_label(&t->d, c)), kinds[c->kind],
			SG_ARG(label), c->outside ? " outside" : "");
		if (c->kind == SG_DIFF_FACET)
			sg_buf_printf(&b, " %.*s", SG_ARG(c->value));
		sg_buf_printf(&b, " %u>%u", c->n[0], c->n[1]);
		for (size_t n = 0; n < c->nlost; n++)
			sg_buf_printf(&b, " -%.*s", SG_ARG(c->lost[n]));
		for (size_t n = 0; n < c->ngained; n++)
			sg_buf_printf(&b, " +%.*s", SG_ARG(c->gained[n]));
		sg_buf_addc(&b, '\n');
	}
	return b.p;
}

static void expect_cells(struct two *t, const char *expected)
{
	char *got = cells(t);

	assert_string_equal(got, expected);
	free(got);
}

static char *codings(struct two *t)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_addz(&b, "");
	for (int k = 0; k < SG_SIDES; k++)
		for (size_t i = 0; i < t->d.only[k].n; i++) {
			const struct sg_study *s = &t->s[k];
			const struct sg_study_coding *g =
				&s->codings[t->d.only[k].v[i]];
			const struct sg_study_answer *a = &s->answers[g->answer];
			sg_buf_printf(&b, "%c%.*s %.*s %.*s\n", k ? '+' : '-',
				SG_ARG(s->codes[g->code].label),
				SG_ARG(s->cases[a->case_].name),
				SG_ARG(sg_study_quote(s, a->text, g->start, g->stop)));
		}
	return b.p;
}

static void expect_codings(struct two *t, const char *expected)
{
	char *got = codings(t);

	assert_string_equal(got, expected);
	free(got);
}

static void people(void **state)
{
	struct two t;

	(void)state;
	open_two(&t, before_text, after_text,
		&(struct sg_diff_options){.codings = true});
	expect_cells(&t, "Q1 theme A 3>3 -R02 +R04\n"
			 "Q1 row A1 2>2 -R02 +R03\n"
			 "Q1 facet A1 찬성 0>2 +R01 +R03\n"
			 "Q1 facet A1 반대 1>0 -R01\n"
			 "Q1 facet A1 미정 1>0 -R02\n"
			 "Q1 row A2 1>2 +R04\n"
			 "Q1 row B outside 0>1 +R04\n"
			 "Q1 nocode - 0>1 +R02\n"
			 "Q1 base - 3>4 +R04\n");
	/* By code, then as the study has them. */
	expect_codings(&t, "-A1 R02 예산이 적다.\n"
			   "+A1 R03 예산도 적다.\n"
			   "+A2 R04 사람이 없다.\n"
			   "+B R04 날씨.\n");
	assert_int_equal(t.d.nrenames, 0);
	close_two(&t);
}

static void nothing(void **state)
{
	struct two t;

	(void)state;
	open_two(
		&t, after_text, after_text, &(struct sg_diff_options){.codings = true});
	expect_cells(&t, "");
	expect_codings(&t, "");
	close_two(&t);
}

static void chosen(void **state)
{
	struct sg_str code = SG_STR("A2");
	struct sg_condition where = {SG_STR("직군"), SG_STR("공무원")};
	struct two t;

	(void)state;
	open_two(&t, before_text, after_text,
		&(struct sg_diff_options){.filter = {.codes = &code, .ncodes = 1}});
	/* A theme of only the chosen rows; without a code are those without A2. */
	expect_cells(&t, "Q1 theme A 1>2 +R04\n"
			 "Q1 row A2 1>2 +R04\n"
			 "Q1 base - 3>4 +R04\n");
	close_two(&t);
	open_two(&t, before_text, after_text,
		&(struct sg_diff_options){.filter = {.where = &where, .nwhere = 1}});
	expect_cells(&t, "Q1 row A1 1>2 +R03\n"
			 "Q1 facet A1 찬성 0>2 +R01 +R03\n"
			 "Q1 facet A1 반대 1>0 -R01\n");
	close_two(&t);
}

/* The same codes under other names and in another order, one moved, one new, one gone. */
static void renamed(void **state)
{
	static const char before[] = "code A 가\n\tcode A1 예산\n\tcode A2 인력\n"
				     "code B 나\n\tcode B1 서식\nquestion Q1 물음 -\n"
				     "case R01\ncase R02\n"
				     "answer R01 Q1 예산.\nanswer R02 Q1 예산과 서식.\n"
				     "coding R01 Q1 A1 rules \"예산\"\n"
				     "coding R02 Q1 A1 rules \"예산\"\n"
				     "coding R01 Q1 A2 rules \"예산\"\n"
				     "coding R02 Q1 A2 rules \"예산\"\n";
	static const char after[] = "code B 나\n\tcode B1 서식\n\tcode X1 재정\n"
				    "code A 가\n\tcode A3 새것\nquestion Q1 물음 -\n"
				    "case R01\ncase R02\n"
				    "answer R01 Q1 예산.\nanswer R02 Q1 예산과 서식.\n"
				    "coding R01 Q1 X1 rules \"예산\"\n"
				    "coding R02 Q1 X1 rules \"예산\"\n"
				    "coding R01 Q1 A3 rules \"예산\"\n"
				    "coding R02 Q1 A3 rules \"예산\"\n";
	struct two t;

	(void)state;
	memset(&t, 0, sizeof t);
	dsl_study(&t.s[0], before);
	dsl_study(&t.s[1], after);
	for (uint32_t i = 0; i < 2; i++)
		t.s[0].texts[i].id = t.s[1].texts[i].id = i + 1;
	/* A 1, A1 2, A2 3, B 4, B1 5; A3 is 6. */
	static const uint32_t was[] = {1, 2, 3, 4, 5}, is[] = {4, 5, 2, 1, 6};
	for (uint32_t i = 0; i < 5; i++) {
		t.s[0].codes[i].id = was[i];
		t.s[1].codes[i].id = is[i];
	}
	assert_int_equal(sg_diff_make(&t.d, &t.s[0], &t.s[1],
				 &(struct sg_diff_options){.codings = true}, &t.err),
		0);
	assert_int_equal(t.d.nrenames, 1);
	assert_int_equal(t.d.renames[0].code[SG_BEFORE], 1);
	assert_int_equal(t.d.renames[0].code[SG_AFTER], 2);
	assert_true(t.d.renames[0].moved);
	/* X1 is A1: its row is as it was; its people went from the theme A to B, and those
	 * of the new A3 hold A. A2 is gone. */
	expect_cells(&t, "Q1 theme B 0>2 +R01 +R02\n"
			 "Q1 row A3 0>2 +R01 +R02\n"
			 "Q1 row A2 2>0 -R01 -R02\n");
	expect_codings(&t, "-A2 R01 예산\n-A2 R02 예산\n+A3 R01 예산\n+A3 R02 예산\n");
	close_two(&t);
}

/* A text that was revised: what is in the same words is the same coding. */
static void revised(void **state)
{
	static const char before[] = "code A 가\nquestion Q1 물음 -\ncase R01\n"
				     "answer R01 Q1 예산이 적다. 예산이 없다.\n"
				     "coding R01 Q1 A rules \"예산이 적다.\"\n"
				     "coding R01 Q1 A rules \"예산이 없다.\"\n";
	static const char after[] =
		"code A 가\nquestion Q1 물음 -\ncase R01\n"
		"answer R01 Q1 먼저 말한다. 예산이 적다. 예산은 있다.\n"
		"coding R01 Q1 A rules \"예산이 적다.\"\n"
		"coding R01 Q1 A rules \"예산은 있다.\"\n";
	struct two t;

	(void)state;
	memset(&t, 0, sizeof t);
	dsl_study(&t.s[0], before);
	dsl_study(&t.s[1], after);
	t.s[0].texts[0].id = 1;
	t.s[1].texts[0].id = 2;
	assert_int_equal(sg_diff_make(&t.d, &t.s[0], &t.s[1],
				 &(struct sg_diff_options){.codings = true}, &t.err),
		0);
	expect_cells(&t, "");
	expect_codings(&t, "-A R01 예산이 없다.\n+A R01 예산은 있다.\n");
	close_two(&t);
}

/* Three answers of one respondent to one question: the second stayed where it was, the
 * text of the first was revised and comes later now, the third is gone. */
static void answers_across(void **state)
{
	static const char lines[] = "question Q1 물음 -\nquestion Q2 물음 -\ncase R01\n"
				    "answer R01 Q1 하나\nanswer R01 Q1 둘\n"
				    "answer R01 Q1 셋\nanswer R01 Q2 넷\n";
	static const char later[] = "question Q2 물음 -\nquestion Q1 물음 -\ncase R01\n"
				    "answer R01 Q2 넷\n"
				    "answer R01 Q1 둘\nanswer R01 Q1 하나 더\n";
	static const uint32_t was[] = {1, 2, 3, 4}, is[] = {4, 2, 5};
	struct two t;

	(void)state;
	memset(&t, 0, sizeof t);
	dsl_study(&t.s[0], lines);
	dsl_study(&t.s[1], later);
	for (size_t i = 0; i < 4; i++)
		t.s[0].texts[i].id = was[i];
	for (size_t i = 0; i < 3; i++)
		t.s[1].texts[i].id = is[i];
	uint32_t *now = sg_across_answers(&t.s[0], &t.s[1], &t.s[0].arena);
	assert_int_equal(now[0], 2);
	assert_int_equal(now[1], 1);
	assert_int_equal(now[2], SG_NONE);
	assert_int_equal(now[3], 0);
	sg_arena_release(&t.s[0].arena);
	sg_arena_release(&t.s[1].arena);
}

static void unknown_names(void **state)
{
	struct sg_str code = SG_STR("A9"), old = SG_STR("A2");
	struct two t;

	(void)state;
	memset(&t, 0, sizeof t);
	dsl_study(&t.s[0], before_text);
	dsl_study(&t.s[1],
		"code A 제약\nquestion Q1 제약 A\ncase R01\nanswer R01 Q1 글\n");
	assert_int_equal(sg_diff_make(&t.d, &t.s[0], &t.s[1],
				 &(struct sg_diff_options){
					 .filter = {.codes = &code, .ncodes = 1}},
				 &t.err),
		SG_ENOTFOUND);
	/* Known to the earlier one only: its people are lost. */
	sg_error_reset(&t.err);
	assert_int_equal(sg_diff_make(&t.d, &t.s[0], &t.s[1],
				 &(struct sg_diff_options){
					 .filter = {.codes = &old, .ncodes = 1}},
				 &t.err),
		0);
	char *got = cells(&t);
	assert_non_null(strstr(got, "Q1 row A2 1>0 -R03\n"));
	free(got);
	close_two(&t);
}

/* A value that is declared no more had people, and somebody lost theirs. */
static void facet_values(void **state)
{
#define LINES                                                                 \
	"code A 제약\nquestion Q1 제약 A\ncase R01\ncase R02\ncase R03\n" \
	"answer R01 Q1 글\nanswer R02 Q1 글\nanswer R03 Q1 글\n"
	static const char before[] = "facet 입장 찬성|유보\nfacet 때 지금\n" LINES
				     "coding R01 Q1 A rules 입장=유보 \"글\"\n"
				     "coding R02 Q1 A rules 입장=찬성 때=지금 \"글\"\n"
				     "coding R03 Q1 A rules \"글\"\n";
	static const char after[] =
		"facet 입장 찬성\n" LINES "coding R01 Q1 A rules \"글\"\n"
		"coding R02 Q1 A rules 입장=찬성 \"글\"\n"
		"coding R03 Q1 A rules \"글\"\n";
#undef LINES
	struct two t;

	(void)state;
	open_two(&t, before, after, &(struct sg_diff_options){.codings = false});
	expect_cells(&t, "Q1 facet A 유보 1>0 -R01\n"
			 "Q1 facet A 미정 1>2 +R01\n"
			 "Q1 facet A 지금 1>0 -R02\n"
			 "Q1 facet A 미정 2>3 +R02\n");
	close_two(&t);
}

static void as_tables(void **state)
{
	struct sg_tables tables;
	struct two t;

	(void)state;
	open_two(&t, before_text, after_text,
		&(struct sg_diff_options){.codings = true});
	sg_tables_init(&tables);
	sg_diff_tables(&t.d, NULL, &tables);
	assert_int_equal(tables.n, 2);
	const struct sg_table *cells_table = &tables.v[0];
	assert_int_equal(cells_table->nrows, 9);
	size_t row = th_row(cells_table, "lost", "R01");
	assert_true(sg_str_eqz(th_cell(cells_table, row, "cell")->text, "facet"));
	th_near(th_cell(cells_table, row, "before")->number, 1);
	th_near(th_cell(cells_table, row, "after")->number, 0);
	assert_int_equal(tables.v[1].nrows, 4);
	assert_true(sg_str_eqz(th_cell(&tables.v[1], 0, "change")->text, "-"));
	assert_true(sg_str_eqz(th_cell(&tables.v[1], 2, "coder")->text, "김"));
	sg_tables_release(&tables);
	close_two(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(people),
		cmocka_unit_test(nothing),
		cmocka_unit_test(chosen),
		cmocka_unit_test(renamed),
		cmocka_unit_test(revised),
		cmocka_unit_test(answers_across),
		cmocka_unit_test(unknown_names),
		cmocka_unit_test(facet_values),
		cmocka_unit_test(as_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
