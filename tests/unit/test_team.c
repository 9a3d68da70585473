/* test_team.c - files of a team brought together: nothing lost, twice is once, and the
 * same whichever is merged into which. */
#include "config.h"

#include "team_world.h"

static void note(struct fx *f, const char *coder, const char *body, const char *now)
{
	FX_OK(f, sg_memo_put(f->store, sg_str_of(coder), SG_STR(""), SG_STR("Q1"),
			 SG_STR("A1"), sg_str_of(body), now, &f->err));
}

/* What tables are made of, without ids. */
static char *content(struct fx *f)
{
	static const char *const sql[] = {
		"SELECT coder_name,verdict,code_label,facet,value,reason,quote,how "
		"FROM "
		"v_judgement ORDER BY said",
		"SELECT coder,origin,code_label,respondent,question_label,start,stop,"
		"facets,quote FROM v_coding ORDER BY start,stop,code_label,coder",
		"SELECT coder_name,code_label,question_label,respondent,body FROM "
		"v_memo "
		"ORDER BY said",
		"SELECT respondent,question_label,state,confirmed FROM v_answer ORDER "
		"BY "
		"1,2"};
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < sizeof sql / sizeof *sql; i++) {
		char *rows = fx_rows(f, sql[i]);
		sg_buf_printf(&b, "%s--\n", rows);
		free(rows);
	}
	return b.p;
}

static void same_content(struct fx *a, struct fx *b)
{
	char *x = content(a), *y = content(b);

	assert_string_equal(x, y);
	free(x);
	free(y);
}

static void forks_come_together(void **state)
{
	struct fx a, b, a2;

	(void)state;
	start(&a);
	say(&a, SG_VERDICT_ACCEPT, "김", "A1", "예산이", T1);
	copy(&a, &b);
	/* 김 goes on in a, 이 in b; they disagree on A2. */
	say(&a, SG_VERDICT_REJECT, "김", "A2", "인력도", T2);
	note(&a, "김", "김의 함의", T2);
	say(&b, SG_VERDICT_ACCEPT, "이", "A2", "인력도", T1);
	say(&b, SG_VERDICT_CODE, "이", "A1", "참 좋습니다 정말로.", T1);
	say(&b, SG_VERDICT_FACET, "이", "A1", "예산이", T3);
	note(&b, "이", "이의 함의\n둘째 줄", T1);
	FX_OK(&b, sg_rule_answer(b.store, SG_STR("이"), SG_STR("가"), SG_STR("Q2"),
			  SG_ANSWER_NOT_ASKED, SG_KIND_FULL, T1, &b.err));
	copy(&a, &a2);
	struct sg_merged sum = merge(&a, &b);
	assert_int_equal(sum.judgements, 3);
	assert_int_equal(sum.memos, 1);
	assert_int_equal(sum.rulings, 1);
	assert_int_equal(sum.conflicts, 1);
	assert_int_equal(sum.orphans, 0);
	assert_true(fx_noted(&a, "A2 가 Q1"));
	fx_expect(&a,
		"SELECT code_label,coder,facets,quote FROM v_coding ORDER BY start",
		"A1|rules|{\"입장\":\"반대\"}|예산이 부족합니다.\n"
		"A1|이|{}|참 좋습니다 정말로.\n");
	/* Twice is once. */
	char *before = fx_human(&a, true);
	sum = merge(&a, &b);
	assert_int_equal(sum.judgements + sum.memos + sum.rulings + sum.coders, 0);
	assert_int_equal(sum.conflicts, 0);
	char *after = fx_human(&a, true);
	assert_string_equal(before, after);
	free(before);
	free(after);
	/* The other way round, and back. */
	merge(&b, &a2);
	same_content(&a, &b);
	merge(&a, &b);
	same_content(&a, &b);
	fx_close(&a);
	fx_close(&a2);
	fx_close(&b);
}

static void the_later_word_of_one_person(void **state)
{
	struct fx a, b, a2;

	(void)state;
	start(&a);
	copy(&a, &b);
	say(&a, SG_VERDICT_REJECT, "김", "A1", "예산이", T1);
	say(&b, SG_VERDICT_ACCEPT, "김", "A1", "예산이", T2);
	note(&a, "김", "여기", T3);
	note(&b, "김", "저기", T2);
	copy(&a, &a2);
	struct sg_merged sum = merge(&a, &b);
	assert_int_equal(sum.conflicts, 2);
	assert_true(fx_noted(&a, "'reject'"));
	fx_expect(&a, "SELECT verdict FROM v_judgement", "accept\n");
	fx_expect(&a, "SELECT body FROM v_memo", "여기\n");
	merge(&b, &a2);
	same_content(&a, &b);
	/* Nothing is gone, and what is said from now on is later still, even in the same
	 * second. */
	assert_int_equal(fx_int(&b, "SELECT count(*) FROM judgement"), 2);
	say(&b, SG_VERDICT_REJECT, "김", "A1", "예산이", T2);
	fx_expect(&b, "SELECT verdict FROM v_judgement", "reject\n");
	note(&b, "김", "끝", T3);
	fx_expect(&b, "SELECT body FROM v_memo", "끝\n");
	fx_close(&a);
	fx_close(&a2);
	fx_close(&b);
}

static void undone_there_is_undone_here(void **state)
{
	struct sg_buf what;
	struct fx a, b;

	(void)state;
	start(&a);
	say(&a, SG_VERDICT_REJECT, "김", "A1", "예산이", T1);
	copy(&a, &b);
	sg_buf_init(&what);
	FX_OK(&b, sg_judge_undo(b.store, SG_STR("김"), T2, &what, &b.err));
	sg_buf_release(&what);
	struct sg_merged sum = merge(&a, &b);
	assert_int_equal(sum.judgements, 1);
	assert_int_equal(sum.conflicts, 0);
	fx_expect(&a, "SELECT verdict FROM v_judgement", "");
	fx_close(&a);
	fx_close(&b);
}

/* Two people read the same files into projects of their own; one has a newer text, a code
 * of her own, and a respondent that the other does not have. */
static void separate_projects(void **state)
{
	struct sg_buf b1;
	struct fx a, b;

	(void)state;
	start(&a);
	fx_open(&b, true);
	sg_buf_init(&b1);
	sg_buf_printf(&b1, "머리말.\n%s", text);
	fx_put(&b, "a.txt", "가", sg_buf_z(&b1));
	sg_buf_release(&b1);
	fx_put(&b, "b.txt", "나", "## Q1\n다른 사람의 다른 이야기입니다.\n");
	fx_code(&b, "## A1 예산\n- 예산\n## Z9 딴것\n- 딴것\n");
	say(&b, SG_VERDICT_CODE, "이", "A1", "인력도 사람도 없습니다.", T1);
	say(&b, SG_VERDICT_CODE, "이", "Z9", "참 좋습니다 정말로.", T1);
	assert_int_equal(
		fx_judge(&b, SG_VERDICT_CODE, "이", "나", "Q1", "A1", "다른 사람의"),
		1);
	struct sg_merged sum = merge(&a, &b);
	assert_int_equal(sum.judgements, 3);
	assert_int_equal(sum.codes, 1);
	assert_int_equal(sum.cases, 1);
	assert_int_equal(sum.sources, 1);
	assert_int_equal(sum.orphans, 1);
	assert_true(fx_noted(&a, "Z9"));
	assert_true(fx_noted(&a, "there is no respondent '나' here"));
	assert_false(fx_noted(&a, "another study"));
	/* Its text is not one that was here and went. */
	struct sg_status st;
	FX_OK(&a, sg_store_status(a.store, &st, &a.err));
	assert_int_equal(st.removed, 0);
	assert_int_equal(st.removed_judgements, 0);
	assert_int_equal(st.merged, 1);
	assert_int_equal(st.merged_judgements, 1);
	assert_true(fx_noted(&a, "다른 사람의"));
	fx_expect(&a, "SELECT code_label,quote,how FROM v_judgement ORDER BY said",
		"A1|다른 사람의 다른 이야기입니다.|orphan\nA1|인력도 사람도 "
		"없습니다.|moved\n"
		"Z9|참 좋습니다 정말로.|moved\n");
	fx_expect(&a, "SELECT code_label,coder,quote FROM v_coding WHERE coder='이'",
		"A1|이|인력도 사람도 없습니다.\n");
	/* The codebook gets the code, the project the file: both are there again. */
	fx_code(&a, "## A1 예산\n- 예산\n## Z9 딴것\n- 딴것\n");
	fx_put(&a, "b.txt", "나", "## Q1\n다른 사람의 다른 이야기입니다.\n");
	FX_OK(&a, sg_store_status(a.store, &st, &a.err));
	assert_int_equal(st.merged + st.merged_judgements + st.removed, 0);
	fx_expect(&a,
		"SELECT code_label,quote FROM v_coding WHERE coder='이' ORDER BY "
		"code_label,start",
		"A1|다른 사람의 다른 이야기입니다.\nA1|인력도 사람도 없습니다.\nZ9|참 "
		"좋습니다 정말로.\n");
	assert_int_equal(fx_int(&a, "SELECT count(*) FROM judgement"), 3);
	fx_close(&a);
	fx_close(&b);
}

/* Of respondents of whom nothing was said nothing is told, nor are they taken. A file
 * that shares nothing looks like another study; one with the same text under other names
 * does not, nor does anything before this project has read its first answer. */
static void strangers(void **state)
{
	struct fx a, b, c, d;

	(void)state;
	start(&a);
	fx_open(&b, true);
	fx_put(&b, "b.txt", "나", "## Q1\n다른 사람의 다른 이야기입니다.\n");
	fx_put(&b, "c.txt", "다", "## Q1\n셋째 사람의 이야기입니다.\n");
	fx_code(&b, book);
	assert_int_equal(
		fx_judge(&b, SG_VERDICT_CODE, "이", "다", "Q1", "A1", "셋째 사람의"),
		1);
	struct sg_merged sum = merge(&a, &b);
	assert_int_equal(sum.cases, 1);
	assert_true(fx_noted(&a, "it looks like another study"));
	assert_true(fx_noted(&a, "there is no respondent '다' here"));
	assert_false(fx_noted(&a, "'나'"));
	fx_expect(&a, "SELECT name FROM case_ ORDER BY name", "가\n다\n");
	fx_open(&c, true);
	fx_put(&c, "other.txt", "라", text);
	merge(&a, &c);
	assert_false(fx_noted(&a, "another study"));
	fx_open(&d, true);
	merge(&d, &b);
	assert_false(fx_noted(&d, "another study"));
	fx_close(&a);
	fx_close(&b);
	fx_close(&c);
	fx_close(&d);
}

/* Of two people's words on a facet the later counts, and both are told. */
static void two_sides_of_a_facet(void **state)
{
	struct fx a, b;

	(void)state;
	start(&a);
	copy(&a, &b);
	say(&a, SG_VERDICT_FACET, "김", "A1", "예산이", T2);
	struct sg_judge j = {.verdict = SG_VERDICT_FACET,
		.coder = SG_STR("이"),
		.respondent = SG_STR("가"),
		.question = SG_STR("Q1"),
		.code = SG_STR("A1"),
		.quote = SG_STR("예산이"),
		.facet = SG_STR("입장"),
		.value = SG_STR("찬성"),
		.origin = "manual",
		.now = T1};
	bool recorded;
	FX_OK(&b, sg_judge(b.store, &j, &recorded, &b.err));
	assert_int_equal(merge(&a, &b).conflicts, 1);
	assert_true(fx_noted(&a, "입장=반대"));
	assert_true(fx_noted(&a, "입장=찬성"));
	fx_expect(&a, "SELECT facets FROM v_coding WHERE code_label='A1'",
		"{\"입장\":\"반대\"}\n");
	fx_close(&a);
	fx_close(&b);
}

/* The open conflicts as a list: coders, what they say, where. */
static char *conflicts(struct fx *f)
{
	struct sg_lists lists;
	struct sg_buf b;

	sg_buf_init(&b);
	FX_OK(f, sg_store_lists(f->store, &lists, &f->err));
	for (size_t i = 0; i < lists.nconflicts; i++) {
		const struct sg_conflict_row *r = &lists.conflicts[i];
		sg_buf_printf(&b, "%.*s %.*s %.*s|%.*s %.*s|%.*s %.*s\n",
			SG_ARG(r->respondent), SG_ARG(r->question), SG_ARG(r->code),
			SG_ARG(r->coder[0]), SG_ARG(r->says[0]), SG_ARG(r->coder[1]),
			SG_ARG(r->says[1]));
	}
	sg_lists_release(&lists);
	sg_buf_addz(&b, "");
	return b.p;
}

static void expect_conflicts(struct fx *f, const char *expected)
{
	char *found = conflicts(f);

	assert_string_equal(found ? found : "", expected);
	free(found);
}

/* A conflict stays listed until one of the two, or a third person after them, says what
 * holds; a third person's opinion is one more. */
static void conflicts_stay_open(void **state)
{
	struct sg_buf what;
	struct fx a, b;

	(void)state;
	start(&a);
	expect_conflicts(&a, "");
	copy(&a, &b);
	say(&a, SG_VERDICT_ACCEPT, "김", "A1", "예산이", T1);
	say(&b, SG_VERDICT_REJECT, "이", "A1", "예산이", T1);
	/* Not the same code, and not the same place. */
	say(&b, SG_VERDICT_REJECT, "이", "A2", "인력도", T1);
	say(&a, SG_VERDICT_CODE, "김", "A1", "참 좋습니다 정말로.", T1);
	assert_int_equal(merge(&a, &b).conflicts, 1);
	assert_int_equal(merge(&a, &b).conflicts, 0);
	expect_conflicts(&a, "가 Q1 A1|김 accept|이 reject\n");
	say(&a, SG_VERDICT_ACCEPT, "박", "A1", "예산이", T2);
	expect_conflicts(
		&a, "가 Q1 A1|김 accept|이 reject\n가 Q1 A1|박 accept|이 reject\n");
	/* As it is settled. */
	say(&a, SG_VERDICT_CODE, "합의", "A1", "예산이", T3);
	expect_conflicts(&a, "");
	sg_buf_init(&what);
	FX_OK(&a, sg_judge_undo(a.store, SG_STR("합의"), T3, &what, &a.err));
	FX_OK(&a, sg_judge_undo(a.store, SG_STR("박"), T3, &what, &a.err));
	sg_buf_release(&what);
	expect_conflicts(&a, "가 Q1 A1|김 accept|이 reject\n");
	say(&a, SG_VERDICT_REJECT, "김", "A1", "예산이", T3);
	expect_conflicts(&a, "");
	fx_close(&a);
	fx_close(&b);
}

static void dry_run_and_refusals(void **state)
{
	struct sg_merged sum;
	struct fx a, b;

	(void)state;
	start(&a);
	copy(&a, &b);
	say(&b, SG_VERDICT_ACCEPT, "이", "A1", "예산이", T1);
	char *before = fx_human(&a, true);
	FX_OK(&a,
		sg_store_merge(a.store, b.path, FX_NOW, true, &sum, &a.notes, &a.err));
	assert_int_equal(sum.judgements, 1);
	char *after = fx_human(&a, true);
	assert_string_equal(before, after);
	free(before);
	free(after);
	assert_int_equal(
		sg_store_merge(a.store, a.path, FX_NOW, false, &sum, &a.notes, &a.err),
		SG_EUSAGE);
	sg_error_reset(&a.err);
	assert_int_equal(sg_store_merge(a.store, "nowhere.saegim", FX_NOW, false, &sum,
				 &a.notes, &a.err),
		SG_ENOTFOUND);
	fx_close(&a);
	fx_close(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forks_come_together),
		cmocka_unit_test(the_later_word_of_one_person),
		cmocka_unit_test(undone_there_is_undone_here),
		cmocka_unit_test(separate_projects),
		cmocka_unit_test(strangers),
		cmocka_unit_test(two_sides_of_a_facet),
		cmocka_unit_test(conflicts_stay_open),
		cmocka_unit_test(dry_run_and_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
