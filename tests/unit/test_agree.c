/* The tables of agreement, counted by hand on a study of two respondents; who has read
 * what; shares; differences to settle. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "analysis/draw.h"
#include "analysis/reading.h"
#include "analysis/settle.h"
#include "analysis/unitizing.h"
#include "study_dsl.h"
#include "tables_helper.h"

/* a and b both read R01 Q1 (three sentences) and R02 Q1 (two); only a coded R03. Code A:
 * a gives s1 s2 of R01 and s1 of R02, b gives s1 of R01 and s1 of R02. Code B: a gives
 * s3 of R01, b s2 of R01 and s2 of R02. */
static const char two_coders[] =
	"code A 가\n"
	"code B 나\n"
	"question Q1 문항 -\n"
	"question Q2 문항 -\n"
	"case R01\n"
	"case R02\n"
	"case R03\n"
	"answer R01 Q1 하나를 말한다.\\n둘을 말한다.\\n셋을 말한다.\n"
	"answer R01 Q2 넷을 말한다.\n"
	"answer R02 Q1 다섯을 말한다.\\n여섯을 말한다.\n"
	"none R02 Q2 blank 없음\n"
	"answer R03 Q1 일곱을 말한다.\n"
	"coding R01 Q1 A a \"하나를 말한다.\"\n"
	"coding R01 Q1 A a \"둘을 말한다.\"\n"
	"coding R01 Q1 B a \"셋을 말한다.\"\n"
	"coding R01 Q1 A b \"하나를 말한다.\"\n"
	"coding R01 Q1 B b \"둘을 말한다.\"\n"
	"coding R02 Q1 A a \"다섯을 말한다.\"\n"
	"coding R02 Q1 A b \"다섯을 말한다.\"\n"
	"coding R02 Q1 B b \"여섯을 말한다.\"\n"
	"coding R03 Q1 A a \"일곱을 말한다.\"\n";

static void agree(
	const char *text, const char *unit, struct sg_study *s, struct sg_tables *t)
{
	const struct sg_str coders[] = {SG_STR("a"), SG_STR("b")};
	struct sg_agree_options o = {.coders = coders,
		.ncoders = 2,
		.unit = unit,
		.disagreements = true,
		.samples = 100,
		.seed = 1};
	struct sg_error err = {0};

	dsl_study(s, text);
	sg_tables_init(t);
	if (sg_agree(s, &o, t, &err) < 0)
		fail_msg("%s", err.text);
}

static double first(const struct sg_table *t, const char *key)
{
	return th_cell(t, 0, key)->number;
}

/* Six sentences that both read (R01 Q2 has one: each coder coded in R01, so all of R01
 * was read) and two codes: 12 cells. n11 = 2 (A s1, A s1), a only 2 (A s2, B s3), b only
 * 2 (B s2, B s2 of R02), neither 6. */
static void test_sentences(void **state)
{
	struct sg_study s;
	struct sg_tables t;

	(void)state;
	agree(two_coders, "sentence", &s, &t);
	th_near(first(&t.v[0], "n_first"), 4);
	th_near(first(&t.v[0], "n_second"), 4);
	th_near(first(&t.v[0], "both"), 2);
	th_near(first(&t.v[0], "cells"), 12);
	th_near(first(&t.v[0], "agreement"), 100 * 8.0 / 12);
	/* Pe = (1/3)² + (2/3)² = 5/9: (2/3 - 5/9)/(4/9) = 1/4. */
	th_near(first(&t.v[0], "kappa"), 0.25);
	th_near(first(&t.v[0], "holsti"), 0.5);
	assert_true(th_note(&t.v[0], "답변 3건(응답자 2명)"));
	sg_tables_release(&t);
	sg_arena_release(&s.arena);
}

/* Answers: R01 Q1, R01 Q2, R02 Q1. A: both, neither, both. B: both, neither, b only. */
static void test_answers(void **state)
{
	struct sg_study s;
	struct sg_tables t;

	(void)state;
	agree(two_coders, "answer", &s, &t);
	th_near(first(&t.v[0], "both"), 3);
	th_near(first(&t.v[0], "n_first"), 3);
	th_near(first(&t.v[0], "n_second"), 4);
	th_near(first(&t.v[0], "cells"), 6);
	sg_tables_release(&t);
	sg_arena_release(&s.arena);
	agree(two_coders, "respondent", &s, &t);
	th_near(first(&t.v[0], "cells"), 4);
	th_near(first(&t.v[0], "both"), 3);
	sg_tables_release(&t);
	sg_arena_release(&s.arena);
}

/* "하나를 말한다." 8 code points, "둘을 말한다." and "셋을 …", "넷을 …" 7, "다섯을 …" and
 * "여섯을 …" 8; line ends count: R01 Q1 is 8+1+7+1+7 = 24, R01 Q2 7, R02 Q1 17. */
static void test_characters(void **state)
{
	struct sg_study s;
	struct sg_tables t;

	(void)state;
	agree(two_coders, "characters", &s, &t);
	th_near(first(&t.v[0], "cells"), 2 * (24 + 7 + 17));
	th_near(first(&t.v[0], "both"), 8 + 8);
	th_near(first(&t.v[0], "n_first"), 8 + 7 + 7 + 8);
	th_near(first(&t.v[0], "n_second"), 8 + 7 + 8 + 8);
	sg_tables_release(&t);
	sg_arena_release(&s.arena);
}

/* Each respondent was read by two of three coders: at respondents a pair is compared over
 * those that the two read, though no one was read by all. */
static void test_pairs_of_three(void **state)
{
	static const char text[] = "code A 가\n"
				   "question Q1 문항 -\n"
				   "case R01\ncase R02\ncase R03\n"
				   "answer R01 Q1 하나다.\n"
				   "answer R02 Q1 둘이다.\n"
				   "answer R03 Q1 셋이다.\n"
				   "coding R01 Q1 A a \"*\"\n"
				   "coding R01 Q1 A b \"*\"\n"
				   "coding R02 Q1 A b \"*\"\n"
				   "coding R03 Q1 A a \"*\"\n"
				   "read R02 Q1 c\n"
				   "read R03 Q1 c\n";
	const struct sg_str coders[] = {SG_STR("a"), SG_STR("b"), SG_STR("c")};
	const struct sg_agree_options o = {.coders = coders,
		.ncoders = 3,
		.unit = "respondent",
		.samples = 10,
		.seed = 1};
	struct sg_error err = {0};
	struct sg_study s;
	struct sg_tables t;

	(void)state;
	dsl_study(&s, text);
	sg_tables_init(&t);
	if (sg_agree(&s, &o, &t, &err) < 0)
		fail_msg("%s", err.text);
	for (size_t i = 0; i < 3; i++)
		th_near(th_cell(&t.v[0], i, "cells")->number, 1);
	th_near(th_cell(&t.v[0], 0, "both")->number, 1); /* a, b: R01 */
	th_near(th_cell(&t.v[0], 1, "n_first")->number, 1);
	th_near(th_cell(&t.v[0], 1, "both")->number, 0);
	assert_true(th_note(&t.v[0], "a–c: 두 코더가 모두 읽은 답변 1건(응답자 1명)"));
	/* Each answer was read by two: nothing of all three by respondent. */
	assert_int_equal(t.v[0].nrows, 3);
	assert_true(th_note(&t.v[0], "코더 3명 가운데 둘 이상이 읽은 답변 3건에서 "
				     "센다. 3명이 모두 읽은 답변은 "
				     "0건이다."));
	assert_true(th_note(&t.v[0], "3명이 모두 읽은 답변이 없으므로"));
	assert_int_equal(t.v[1].nrows, 0);
	assert_true(th_note(&t.v[1], "3명이 모두 읽은 답변이 없으므로"));
	sg_tables_release(&t);
	sg_arena_release(&s.arena);
}

/* Where a only gave A and b only B: the second sentence of R01. Both codes are in fewer
 * than five answers. */
static void test_lists(void **state)
{
	struct sg_study s;
	struct sg_tables t;

	(void)state;
	agree(two_coders, "sentence", &s, &t);
	const struct sg_table *codes = &t.v[1], *confusions = &t.v[2],
			      *places = &t.v[3];
	assert_true(isnan(th_number(codes, "A", "kappa")));
	assert_true(sg_str_eqz(
		th_cell(codes, th_row(codes, "code", "A"), "kappa_range")->text,
		"드묾"));
	assert_int_equal(confusions->nrows, 1);
	assert_true(sg_str_eqz(th_cell(confusions, 0, "first_code")->text, "A"));
	assert_true(sg_str_eqz(th_cell(confusions, 0, "second_code")->text, "B"));
	assert_int_equal(places->nrows, 3);
	assert_true(sg_str_eqz(th_cell(places, 0, "text")->text, "둘을 말한다."));
	assert_true(sg_str_eqz(th_cell(places, 0, "coder_a")->text, "A"));
	assert_true(sg_str_eqz(th_cell(places, 0, "coder_b")->text, "B"));
	assert_true(sg_str_eqz(th_cell(places, 2, "coder_a")->text, ""));
	sg_tables_release(&t);
	sg_arena_release(&s.arena);
}

static uint32_t readings(const char *extra, const char *coder)
{
	static const struct sg_filter everything = {0};
	struct sg_str text;
	struct sg_study s;
	struct sg_arena arena;
	struct sg_view v;
	struct sg_reading r;
	struct sg_error err = {0};
	uint32_t index;

	sg_arena_init(&arena);
	text = sg_arena_printf(&arena, "%s%s", two_coders, extra);
	dsl_study(&s, text.p);
	assert_int_equal(sg_view_init(&v, &s, &everything, &arena, &err), 0);
	assert_int_equal(sg_coder_find(&s, sg_str_of(coder), &index, &err), 0);
	sg_reading_of(&v, index, &r);
	sg_arena_release(&arena);
	sg_arena_release(&s.arena);
	return r.n;
}

static void test_reading(void **state)
{
	(void)state;
	/* Coded somebody: read what the respondent says, not what is blank. */
	assert_int_equal(readings("", "a"), 4);
	assert_int_equal(readings("", "b"), 3);
	assert_int_equal(readings("", "rules"), 4);
	/* With a mark, only what was coded or marked of that respondent. */
	assert_int_equal(readings("read R01 Q1 b\n", "b"), 2);
	/* Drawn: what of it was coded or marked. */
	assert_int_equal(readings("drawn R01 Q1 b\ndrawn R01 Q2 b\n", "b"), 1);
	assert_int_equal(
		readings("drawn R01 Q1 b\ndrawn R01 Q2 b\nread R01 Q2 b\n", "b"), 2);
}

/* printf '7\tR04\tQ4' | sha256sum (GNU coreutils 9.1). */
static void test_rank(void **state)
{
	char rank[65];

	(void)state;
	sg_draw_rank(7, SG_STR("R04"), SG_STR("Q4"), rank);
	assert_string_equal(rank,
		"43c2a5260cbbbedf62798977a9e9ae5f6b6d698109a58974bceb46278599be9a");
	sg_draw_rank(7, SG_STR("R19"), SG_STR("Q6"), rank);
	assert_string_equal(rank,
		"00d09bcf835b38c04b31ca1f318f748f61762ed17e733c901cc28f138b87e4f4");
}

/* Half of four answers is two; a larger share later keeps them and adds to them. */
static void test_draw(void **state)
{
	struct sg_study s;

	(void)state;
	dsl_study(&s, two_coders);
	struct sg_draw d = {.share = 0.5, .seed = 3, .coder = SG_NONE};
	sg_draw_answers(&s, &d, &s.arena);
	assert_int_equal(d.eligible, 4);
	assert_int_equal(d.n, 2);
	for (size_t i = 0; i < d.n; i++) {
		struct sg_study_assigned *a = DSL_ADD(&s, assigned, nassigned);
		a->coder = 2;
		a->case_ = dsl_case(&s, d.v[i].respondent);
		a->question = dsl_question(&s, d.v[i].question);
	}
	struct sg_draw more = {.share = 1, .seed = 3, .coder = 2};
	sg_draw_answers(&s, &more, &s.arena);
	assert_int_equal(more.before, 2);
	assert_int_equal(more.n, 2);
	struct sg_draw questions = {
		.share = 0.1, .seed = 3, .coder = SG_NONE, .way = SG_DRAW_QUESTION};
	sg_draw_answers(&s, &questions, &s.arena);
	assert_int_equal(questions.n, 2); /* at least one of each */
	struct sg_draw people = {
		.share = 0.34, .seed = 3, .coder = SG_NONE, .way = SG_DRAW_RESPONDENT};
	sg_draw_answers(&s, &people, &s.arena);
	for (size_t i = 1; i < people.n; i++)
		assert_true(sg_str_eq(people.v[i].respondent, people.v[0].respondent));
	sg_arena_release(&s.arena);
}

/* Two codings are common; three sentences differ, the last two of them apart. */
static void test_settle(void **state)
{
	struct sg_settlement found;
	struct sg_study s;
	struct sg_error err = {0};

	(void)state;
	dsl_study(&s, two_coders);
	assert_int_equal(sg_settle_find(&s, SG_STR("a"), SG_STR("b"), SG_STR("합의"),
				 &s.arena, &found, &err),
		0);
	/* R01 Q1 and Q2 and R02 Q1; R02 Q2 says nothing, and only a coded R03. */
	for (uint32_t i = 0; i < s.nanswers; i++)
		assert_int_equal(found.read[i], i != 3 && i != 4);
	assert_int_equal(found.nagreed, 2);
	assert_int_equal(found.ndisputes, 3);
	assert_int_equal(found.disputes[0].sentence, 2);
	assert_int_equal(found.disputes[0].n[0], 1);
	assert_int_equal(found.disputes[0].codes[0][0], 0);
	assert_int_equal(found.disputes[0].codes[1][0], 1);
	assert_int_equal(found.disputes[1].n[1], 0);
	assert_int_equal(found.nwhole, 1); /* R01 Q2, where nothing differs */
	/* What the third coder has, and what that coder passed over, is settled. */
	s.coders = sg_arena_array(&s.arena, 4, sizeof *s.coders);
	s.coders[0] = SG_STR("rules");
	s.coders[1] = SG_STR("a");
	s.coders[2] = SG_STR("b");
	s.coders[3] = SG_STR("합의");
	s.ncoders = 4;
	const struct sg_dispute *d = &found.disputes[0];
	*DSL_ADD(&s, seen, nseen) = (struct sg_study_seen){
		d->answer, 0, 3, d->start, d->stop, 1, SG_SEEN_READ};
	*DSL_ADD(&s, seen, nseen) = (struct sg_study_seen){
		d->answer, 1, 3, d->start, d->stop, 1, SG_SEEN_READ};
	assert_int_equal(sg_settle_find(&s, SG_STR("a"), SG_STR("b"), SG_STR("합의"),
				 &s.arena, &found, &err),
		0);
	assert_int_equal(found.ndisputes, 2);
	assert_int_equal(found.decided, 2);
	assert_int_equal(sg_settle_find(&s, SG_STR("a"), SG_STR("rules"),
				 SG_STR("합의"), &s.arena, &found, &err),
		SG_EUSAGE);
	sg_arena_release(&s.arena);
}

/* What is open between a and b after these lines of the DSL. */
static int judged(const char *lines, struct sg_study *s, struct sg_settlement *found)
{
	static const char text[] = "code A 가\n"
				   "code B 나\n"
				   "question Q1 문항 -\n"
				   "case R01\n"
				   "answer R01 Q1 하나를 말한다.\\n둘을 말한다.\n"
				   "coding R01 Q1 A rules \"하나를 말한다.\"\n"
				   "coding R01 Q1 A rules \"둘을 말한다.\"\n"
				   "coding R01 Q1 B rules \"둘을 말한다.\"\n"
				   "holds R01 Q1 B a \"둘을 말한다.\"\n"
				   "rejects R01 Q1 A a \"하나를 말한다.\"\n"
				   "nothing R01 Q1 B b \"둘을 말한다.\"\n";
	struct sg_error err = {0};
	struct sg_buf all;

	sg_buf_init(&all);
	sg_buf_printf(&all, "%s%s", text, lines);
	dsl_study(s, sg_buf_z(&all));
	sg_buf_release(&all);
	return sg_settle_find(
		s, SG_STR("a"), SG_STR("b"), SG_STR("합의"), &s->arena, found, &err);
}

/* What a accepts of the rules' codings and b rejects is open, though neither has read the
 * answer; what nobody contradicts is not, nor a word that was taken back. */
static void test_settle_judged(void **state)
{
	static const char taken_back[] = "holds R01 Q1 A b \"하나를 말한다.\"\n"
					 "holds R01 Q1 A a \"하나를 말한다.\"\n";
	static const char contrary[] = "holds R01 Q1 A b \"하나를 말한다.\"\n"
				       "holds R01 Q1 A a \"*\"\n"
				       "rejects R01 Q1 A b \"둘을 말한다.\"\n";
	static const char settled[] = "holds R01 Q1 A a \"*\"\n"
				      "rejects R01 Q1 A b \"둘을 말한다.\"\n"
				      "nothing R01 Q1 A 합의 \"둘을 말한다.\"\n";
	struct sg_settlement found;
	struct sg_study s;

	(void)state;
	assert_int_equal(judged("", &s, &found), SG_ENOTFOUND);
	sg_arena_release(&s.arena);
	assert_int_equal(judged(taken_back, &s, &found), SG_ENOTFOUND);
	sg_arena_release(&s.arena);
	assert_int_equal(judged(contrary, &s, &found), 0);
	assert_int_equal(found.ndisputes, 1);
	assert_int_equal(found.disputes[0].sentence, 2);
	assert_int_equal(found.disputes[0].n[0], 1);
	assert_int_equal(found.disputes[0].codes[0][0], 0);
	assert_int_equal(found.disputes[0].n[1], 0);
	assert_false(found.read[0]);
	assert_int_equal(found.nagreed + found.nwhole, 0);
	sg_arena_release(&s.arena);
	assert_int_equal(judged(settled, &s, &found), 0);
	assert_int_equal(found.ndisputes, 0);
	assert_int_equal(found.decided, 1);
	sg_arena_release(&s.arena);
}

/* The rules code A in the second of three sentences only, which b rejected with all of the
 * answer, as a accepted it: no more than that sentence is open. As is the answer where it
 * is a code's default that was judged, and what a coded by hand of it. */
static void test_settle_accepted_whole(void **state)
{
	static const struct {
		const char *lines;
		uint32_t sentence;
		const char *text;
	} wanted[] = {
		{"coding R01 Q1 A rejected \"둘이다.\"\n"
		 "holds R01 Q1 A a \"*\"\n",
			2, "둘이다."},
		{"coding R01 Q1 A rejected \"둘이다.\"\n"
		 "coding R01 Q1 A default \"*\"\n"
		 "holds R01 Q1 A a \"*\"\n",
			2, "둘이다."},
		{"coding R01 Q1 A default \"*\"\n"
		 "holds R01 Q1 A a \"*\"\n",
			1, "하나다. 둘이다. 셋이다."},
		{"coding R01 Q1 A rejected \"둘이다.\"\n"
		 "coding R01 Q1 A a \"둘이다. 셋이다.\"\n"
		 "holds R01 Q1 A a \"둘이다. 셋이다.\"\n",
			2, "둘이다. 셋이다."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		struct sg_settlement found;
		struct sg_study s;
		struct sg_error err = {0};
		char text[1024];
		snprintf(text, sizeof text,
			"code A 가\nquestion Q1 문항 -\ncase R01\n"
			"answer R01 Q1 하나다. 둘이다. 셋이다.\n"
			"%srejects R01 Q1 A b \"*\"\n",
			wanted[i].lines);
		dsl_study(&s, text);
		assert_int_equal(sg_settle_find(&s, SG_STR("a"), SG_STR("b"),
					 SG_STR("합의"), &s.arena, &found, &err),
			0);
		assert_int_equal(found.ndisputes, 1);
		assert_int_equal(found.disputes[0].sentence, wanted[i].sentence);
		assert_true(sg_str_eqz(found.disputes[0].text, wanted[i].text));
		sg_arena_release(&s.arena);
	}
}

/* Both read it. a accepted, with all of the answer, the rules' first two words of the second
 * sentence; b coded the last two by hand: they agree on the one between. b's coding of the
 * third is none that a accepted. */
static void test_settle_accepted_and_coded(void **state)
{
	static const char text[] = "code A 가\n"
				   "question Q1 문항 -\n"
				   "case R01\n"
				   "answer R01 Q1 하나다. 또 둘 있다. 셋이다.\n"
				   "coding R01 Q1 A rules \"또 둘\"\n"
				   "coding R01 Q1 A b \"둘 있다.\"\n"
				   "coding R01 Q1 A b \"셋이다.\"\n"
				   "read R01 Q1 a\n"
				   "read R01 Q1 b\n"
				   "holds R01 Q1 A a \"*\"\n"
				   "holds R01 Q1 A b \"둘 있다.\"\n"
				   "holds R01 Q1 A b \"셋이다.\"\n";
	struct sg_settlement found;
	struct sg_study s;
	struct sg_error err = {0};

	(void)state;
	dsl_study(&s, text);
	assert_int_equal(sg_settle_find(&s, SG_STR("a"), SG_STR("b"), SG_STR("합의"),
				 &s.arena, &found, &err),
		0);
	assert_int_equal(found.ndisputes, 1);
	assert_int_equal(found.disputes[0].sentence, 3);
	assert_int_equal(found.disputes[0].n[0], 0);
	assert_int_equal(found.disputes[0].n[1], 1);
	assert_int_equal(found.nagreed, 1);
	assert_true(sg_str_eqz(sg_study_quote(&s, s.answers[0].text,
				       found.agreed[0].start, found.agreed[0].stop),
		"둘"));
	sg_arena_release(&s.arena);
}

/* Of 100 characters a marked 10–30, b 20–40: 40 in units, 160 in gaps, squares 2 × 400,
 * 10 + 10 where they part; expected 200·40·160/(200² - 800 - 160). And three observers of
 * 60 characters: 2–5; 2–5 and 10–20; 2–5 and 15–20. */
static void test_unitizing(void **state)
{
	const struct sg_unitizing two = {2, 100, 40, 800, 20};
	const struct sg_unitizing three = {3, 60, 24, 9 + 9 + 100 + 9 + 25, 20};

	(void)state;
	th_near(sg_unitizing_alpha(&two), 0.39);
	th_near(sg_unitizing_alpha(&three), 1 - 10 / (180.0 * 24 * 156 / 32092));
	th_near(sg_unitizing_alpha(&(struct sg_unitizing){2, 40, 40, 800, 0}), 1);
	assert_true(isnan(sg_unitizing_alpha(&(struct sg_unitizing){2, 40, 0, 0, 0})));
	assert_true(
		isnan(sg_unitizing_alpha(&(struct sg_unitizing){2, 40, 80, 3200, 0})));
}

/* Counts of code A of two_coders: a has 8, 7 and 8 characters, b 8 and 8 of 48; they part
 * on the 7. A second coding of a over a part of one of its units makes no other unit. */
static void test_unitizing_counts(void **state)
{
	static const struct sg_filter everything = {0};
	char text[2048];
	struct sg_study s;
	struct sg_view v;
	struct sg_units units;
	struct sg_agree_cells c;
	struct sg_reading readings[2];
	struct sg_unitizing u;
	struct sg_error err = {0};
	uint32_t coders[2];

	(void)state;
	snprintf(text, sizeof text, "%s%s", two_coders,
		"coding R02 Q1 A a \"말한다.\"\n");
	dsl_study(&s, text);
	assert_int_equal(sg_view_init(&v, &s, &everything, &s.arena, &err), 0);
	sg_units_init(&units, &s, &s.arena);
	assert_int_equal(sg_coder_find(&s, SG_STR("a"), &coders[0], &err), 0);
	assert_int_equal(sg_coder_find(&s, SG_STR("b"), &coders[1], &err), 0);
	for (int k = 0; k < 2; k++)
		sg_reading_of(&v, coders[k], &readings[k]);
	sg_agree_cells_init(
		&c, &v, &units, coders, 2, readings, SG_AGREE_CHARACTERS, UINT32_MAX);
	sg_unitizing_count(&c, sg_study_code_find(&s, SG_STR("A")), &u);
	th_near(u.continuum, 48);
	th_near(u.units, 23 + 16);
	th_near(u.squares, 64 + 49 + 64 + 64 + 64);
	th_near(u.apart, 7);
	th_near(sg_unitizing_alpha(&u),
		1 - 7 / (96.0 * 39 * 57 / (96 * 96 - 305 - 57)));
	sg_arena_release(&s.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_pairs_of_three),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_reading),
		cmocka_unit_test(test_rank),
		cmocka_unit_test(test_draw),
		cmocka_unit_test(test_settle),
		cmocka_unit_test(test_settle_judged),
		cmocka_unit_test(test_settle_accepted_whole),
		cmocka_unit_test(test_settle_accepted_and_coded),
		cmocka_unit_test(test_unitizing),
		cmocka_unit_test(test_unitizing_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
