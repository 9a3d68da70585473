/* What comes with the words of another file of the team: its codes, shares that were drawn,
 * studies that were frozen. */
#include "config.h"

#include "team_world.h"

#include "analysis/diff.h"
#include "store/frozen.h"
#include "store/share.h"

static void a_code_that_was_renamed_there(void **state)
{
	struct fx a, b;

	(void)state;
	start(&a);
	copy(&a, &b);
	fx_code(&b, "## X1 예산\n* was: A1\n- 예산\n## A2 인력\n- 인력\n");
	say(&b, SG_VERDICT_REJECT, "이", "X1", "예산이", T1);
	merge(&a, &b);
	fx_expect(&a, "SELECT code_label,verdict FROM v_judgement", "A1|reject\n");
	/* Where the guids differ the former label tells. */
	struct fx c;
	start(&c);
	merge(&c, &b);
	fx_expect(&c, "SELECT code_label,verdict FROM v_judgement", "A1|reject\n");
	fx_close(&a);
	fx_close(&b);
	fx_close(&c);
}

/* Stops the second of the statements that look for a label. */
static int stop_second(unsigned event, void *ctx, void *statement, void *sql)
{
	static unsigned n;

	(void)event;
	(void)statement;
	if (strcmp(sql, sg_sql(SG_SQL_CODE_HAD_LABEL)->text) == 0 && ++n == 2)
		sqlite3_interrupt(ctx);
	return 0;
}

/* A label that could not be looked for is not one that is not there. */
static void a_failure_among_labels(void **state)
{
	struct sg_merged sum;
	struct fx a, b;

	(void)state;
	start(&a);
	fx_open(&b, true);
	fx_put(&b, "a.txt", "가", text);
	fx_code(&b, "## A0 예산\n- 예산\n");
	fx_code(&b, "## A1 예산\n* was: A0\n- 예산\n");
	fx_code(&b, "## X1 예산\n* was: A1\n- 예산\n");
	say(&b, SG_VERDICT_REJECT, "이", "X1", "예산이", T1);
	sqlite3_trace_v2(a.store->db, SQLITE_TRACE_STMT, stop_second, a.store->db);
	assert_int_equal(
		sg_store_merge(a.store, b.path, FX_NOW, false, &sum, &a.notes, &a.err),
		SG_ESTORE);
	sqlite3_trace_v2(a.store->db, 0, NULL, NULL);
	sg_error_reset(&a.err);
	merge(&a, &b);
	fx_expect(&a, "SELECT code_label,verdict FROM v_judgement", "A1|reject\n");
	fx_close(&a);
	fx_close(&b);
}

static void assignments_and_frozen(void **state)
{
	struct fx a, b;

	(void)state;
	start(&a);
	copy(&a, &b);
	say(&b, SG_VERDICT_ACCEPT, "이", "A1", "예산이", T1);
	assert_int_equal(
		sqlite3_exec(b.store->db,
			"INSERT INTO assignment(guid,coder,case_,question,share,"
			"seed,way,at) VALUES('g1',1,1,1,0.25,7,'question','t');"
			"INSERT INTO frozen(guid,name,run,coder,at,note,program,"
			"sha256,study) VALUES('g2','최종',1,1,'t','적바림','p','s',"
			"'{}')",
			NULL, NULL, NULL),
		SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(a.store->db,
			"INSERT INTO coder(guid,name) VALUES('g9','박');"
			"INSERT INTO frozen(guid,name,run,coder,at,program,sha256,"
			"study) VALUES('g3','최종',1,1,'t','p','s','{}')",
			NULL, NULL, NULL),
		SQLITE_OK);
	struct sg_merged sum = merge(&a, &b);
	assert_int_equal(sum.assignments, 1);
	assert_int_equal(sum.frozen, 1);
	fx_expect(&a,
		"SELECT c.name,a.share,a.seed,a.way FROM assignment a JOIN coder c ON "
		"c.id=a.coder",
		"이|0.25|7|question\n");
	fx_expect(&a, "SELECT name,note,taken FROM frozen ORDER BY id",
		"최종||0\n최종 #g2|적바림|1\n");
	sum = merge(&a, &b);
	assert_int_equal(sum.assignments + sum.frozen, 0);
	fx_close(&a);
	fx_close(&b);
}

/* Numbers of rows of the other file, which are those of other things here, and not of the
 * other time that a study was frozen here. */
static void a_study_frozen_elsewhere(void **state)
{
	const struct sg_freeze freeze = {.name = SG_STR("최종"),
		.coder = SG_STR("이"),
		.now = T1,
		.program = "p"};
	const struct sg_diff_options o = {.codings = true};
	struct sg_study was, is;
	struct sg_diff d;
	struct fx a, b;

	(void)state;
	start(&a);
	fx_open(&b, true);
	fx_put(&b, "0.txt", "나", "## Q1\n아무 말.\n");
	fx_put(&b, "a.txt", "가", text);
	fx_code(&b, "# 책\n## Z9 딴것\n- 딴것\n");
	fx_code(&b, "# 책\n* facet 입장: 찬성 | 반대\n## A2 인력\n- 인력\n## A1 "
		    "예산\n- 예산\n");
	FX_OK(&b, sg_freeze_put(b.store, &freeze, NULL, NULL, &b.err));
	assert_int_equal(merge(&a, &b).frozen, 1);
	FX_OK(&a, sg_study_load_frozen(
			  &was, a.store, freeze.name, SG_STUDY_TEXTS, &a.err));
	FX_OK(&a, sg_study_load(&is, a.store, SG_STUDY_TEXTS, &a.err));
	assert_int_equal(was.run, 2);
	assert_int_equal(sg_study_run_here(&was), 0);
	assert_int_equal(sg_study_run_here(&is), 1);
	FX_OK(&a, sg_diff_make(&d, &was, &is, &o, &a.err));
	assert_int_equal(d.nrenames, 0);
	assert_int_equal(d.only[SG_BEFORE].n, 0);
	assert_int_equal(d.only[SG_AFTER].n, 0);
	for (size_t i = 0; i < was.ncodings; i++)
		assert_int_equal(was.codings[i].id, 0);
	sg_diff_release(&d);
	sg_study_release(&was);
	sg_study_release(&is);
	/* Where it was frozen it knows its rows. */
	FX_OK(&b, sg_study_load_frozen(&was, b.store, freeze.name, 0, &b.err));
	assert_int_equal(sg_study_run_here(&was), 2);
	assert_true(was.codes[0].id > 0 && was.texts[0].id > 0);
	sg_study_release(&was);
	fx_close(&a);
	fx_close(&b);
}

/* To the last bit. */
static void a_share_of_a_third(void **state)
{
	const struct sg_drawn drawn = {SG_STR("가"), SG_STR("Q1")};
	struct sg_study s;
	struct fx a, b;

	(void)state;
	start(&a);
	copy(&a, &b);
	FX_OK(&b, sg_store_assign(b.store, SG_STR("이"), &drawn, 1, 1.0 / 3, 7,
			  "answer", T1, &b.err));
	merge(&a, &b);
	FX_OK(&a, sg_study_load(&s, a.store, 0, &a.err));
	assert_int_equal(s.nassigned, 1);
	assert_true(s.assigned[0].share == 1.0 / 3);
	sg_study_release(&s);
	fx_close(&a);
	fx_close(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_that_was_renamed_there),
		cmocka_unit_test(a_failure_among_labels),
		cmocka_unit_test(assignments_and_frozen),
		cmocka_unit_test(a_study_frozen_elsewhere),
		cmocka_unit_test(a_share_of_a_third),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
