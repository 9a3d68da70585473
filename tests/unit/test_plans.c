/* What SQLite does for statements that run once a row of a table that people fill: they
 * find what they look for through an index, so that a large project stays quick. */
#include "config.h"

#include "fixture.h"

/* The plan of a statement, a line a step. The caller frees. */
static char *plan_of(struct fx *f, const char *sql)
{
	sqlite3_stmt *st = NULL;
	struct sg_buf b, explain;

	sg_buf_init(&b);
	sg_buf_init(&explain);
	sg_buf_printf(&explain, "EXPLAIN QUERY PLAN %s", sql);
	if (sqlite3_prepare_v2(f->store->db, sg_buf_z(&explain), -1, &st, NULL) !=
		SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(f->store->db));
	while (sqlite3_step(st) == SQLITE_ROW)
		sg_buf_printf(&b, "%s\n", (const char *)sqlite3_column_text(st, 3));
	sqlite3_finalize(st);
	sg_buf_release(&explain);
	return b.p;
}

static void uses(struct fx *f, const char *sql, const char *step)
{
	char *plan = plan_of(f, sql);

	if (!strstr(plan, step))
		fail_msg("no '%s' in:\n%s", step, plan);
	free(plan);
}

static void through_indices(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	uses(&f, sg_sql(SG_SQL_STUDY_MEMOS)->text,
		"SEARCH n USING INDEX memo_about (coder=? AND case_=? AND question=? "
		"AND code=? AND anchor=?)");
	uses(&f, sg_sql(SG_SQL_MEMO_FIND)->text, "USING INDEX memo_about (coder=?");
	uses(&f, sg_sql(SG_SQL_ANCHOR_MADE)->text,
		"SEARCH anchor USING INDEX anchor_made");
	uses(&f, sg_sql(SG_SQL_ANCHOR_AT)->text,
		"SEARCH anchor USING INDEX anchor_place");
	uses(&f, sg_sql(SG_SQL_STUDY_JUDGEMENTS)->text,
		"SEARCH n USING INDEX judgement_anchor");
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(through_indices),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
