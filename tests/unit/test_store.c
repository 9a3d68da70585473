/* test_store.c - project files: schema, refusals, documents, transactions. */
#include "config.h"

#include "fixture.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include "store/codec.h"
#include "store/migrations.h"

#define SCHEMA "SELECT type,name,tbl_name,sql FROM sqlite_schema ORDER BY type,name"

/* A file made now has the schema that one gets that was made by the first version and
 * then taken through every migration. */
static void fresh_equals_stepwise(void **state)
{
	struct fx f;
	sqlite3 *db;

	(void)state;
	fx_open(&f, false);
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	for (size_t n = 0; n < sg_migration_count(); n++)
		assert_int_equal(
			sqlite3_exec(db, sg_migration_sql(n), NULL, NULL, NULL),
			SQLITE_OK);
	assert_null(sg_migration_sql(sg_migration_count()));
	char *fresh = fx_rows(&f, SCHEMA), *stepwise = fx_rows_db(db, SCHEMA);
	assert_string_equal(fresh, stepwise);
	assert_true(strlen(fresh) > 1000);
	free(fresh);
	free(stepwise);
	sqlite3_close(db);
	assert_int_equal(fx_int(&f, "PRAGMA application_id"), 0x53474D31);
	assert_int_equal(fx_int(&f, "PRAGMA user_version"), sg_migration_count());
	assert_int_equal(fx_int(&f, "PRAGMA foreign_keys"), 1);
	assert_int_equal(fx_int(&f, "PRAGMA synchronous"), 2);
	fx_expect(&f,
		"SELECT name FROM pragma_table_list WHERE schema='main' AND"
		" type='table' AND NOT strict AND name NOT LIKE 'sqlite%'",
		"");
	fx_close(&f);
}

/* Opens a file at each older version and finds it upgraded. */
static void older_files_are_upgraded(void **state)
{
	(void)state;
	for (size_t from = 1; from < sg_migration_count(); from++) {
		struct fx f;
		fx_open_older(&f, from, "");
		assert_int_equal(
			fx_int(&f, "PRAGMA user_version"), sg_migration_count());
		fx_close(&f);
	}
}

static void write_file(const char *path, const char *text)
{
	size_t n = strlen(text);
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, n, file), n);
	fclose(file);
}

static void refused(const char *path, enum sg_errcode code, const char *why)
{
	struct sg_store *s = NULL;
	struct sg_error err = {0};

	assert_int_equal(sg_store_open(&s, path, SG_STORE_WRITE, &err), code);
	assert_null(s);
	if (!strstr(err.text, why))
		fail_msg("'%s' does not say '%s'", err.text, why);
	assert_true(strstr(err.text, path) || strstr(err.source, path));
}

static void other_files_are_refused(void **state)
{
	struct fx f;
	char other[128];

	(void)state;
	fx_open(&f, true);
	snprintf(other, sizeof other, "%s/other", f.dir);
	refused(other, SG_ENOTFOUND, "there is no project");
	refused(f.dir, SG_EINPUT, "not a saegim project");
	write_file(other, "응답자: R01\n\n## Q1\n아닙니다.\n");
	refused(other, SG_EINPUT, "not a saegim project");
	write_file(other, "");
	refused(other, SG_EINPUT, "another program");
	unlink(other);
	sqlite3 *db;
	sqlite3_open(other, &db);
	sqlite3_exec(db, "CREATE TABLE x(y)", NULL, NULL, NULL);
	sqlite3_close(db);
	refused(other, SG_EINPUT, "another program");
	unlink(other);
	sqlite3_exec(f.store->db, "PRAGMA user_version=99", NULL, NULL, NULL);
	refused(f.path, SG_EINPUT, "newer saegim (schema 99");
	struct sg_store *s;
	struct sg_error err = {0};
	assert_int_equal(
		sg_store_create(&s, f.path, SG_STR(""), SG_STR("ko"), FX_NOW, &err),
		SG_ECONFLICT);
	assert_non_null(strstr(err.text, "exists already"));
	fx_close(&f);
}

/* In a child, since root may write anything. */
static void read_only_files(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, true);
	chmod(f.dir, 0755);
	chmod(f.path, 0444);
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		struct sg_store *s;
		struct sg_error err = {0};
		if (getuid() == 0 && setuid(65534) != 0)
			_exit(9);
		if (sg_store_open(&s, f.path, SG_STORE_WRITE, &err) != SG_EIO ||
			!strstr(err.text, "read-only"))
			_exit(1);
		memset(&err, 0, sizeof err);
		if (sg_store_open(&s, f.path, SG_STORE_READ, &err) != 0)
			_exit(2);
		sg_store_close(s);
		_exit(0);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	fx_close(&f);
}

static void readers_do_not_write(void **state)
{
	struct fx f;
	struct sg_store *s;

	(void)state;
	fx_open(&f, true);
	FX_OK(&f, sg_store_open(&s, f.path, SG_STORE_READ, &f.err));
	assert_int_equal(sqlite3_exec(s->db, "DELETE FROM project", NULL, NULL, NULL),
		SQLITE_READONLY);
	sg_store_close(s);
	fx_close(&f);
}

/* Each statement compiles, and what gives many rows gives them in an order. */
static void statements(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	for (int i = 0; i < SG_SQL_COUNT; i++) {
		const struct sg_sql *sql = sg_sql((enum sg_sql_id)i);
		sqlite3_stmt *st;
		assert_non_null(sql->text);
		if (sqlite3_prepare_v2(f.store->db, sql->text, -1, &st, NULL) !=
			SQLITE_OK)
			fail_msg("%s: %s", sql->text, sqlite3_errmsg(f.store->db));
		for (int p = 1; p <= sqlite3_bind_parameter_count(st); p++)
			assert_non_null(sqlite3_bind_parameter_name(st, p));
		if (sqlite3_column_count(st) > 0 && !sql->one &&
			!strstr(sql->text, "ORDER BY"))
			fail_msg("no order: %s", sql->text);
		sqlite3_finalize(st);
	}
	fx_close(&f);
}

static void unknown_names_do_not_bind(void **state)
{
	struct fx f;
	struct sg_query q;

	(void)state;
	fx_open(&f, false);
	sg_query_open(&q, f.store, SG_SQL_CASE_ID, &f.err);
	sg_query_int(&q, ":nmae", 1);
	assert_int_equal(sg_query_run(&q), SG_ESTORE);
	fx_close(&f);
}

static const char first[] = "응답자: 가\n\n## Q1\n예산이 부족합니다. 😀 그렇습니다.\n"
			    "[단기] 조사\n[장기] 통합\n\n## Q2\n-\n";

static void documents(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	assert_int_equal(fx_put(&f, "a.txt", "가", first), SG_PUT_NEW);
	assert_int_equal(fx_put(&f, "a.txt", "가", first), SG_PUT_UNCHANGED);
	fx_expect(&f,
		"SELECT respondent,question_label,state,kind,body FROM v_answer"
		" ORDER BY ord",
		"가|Q1|answered|full|예산이 부족합니다. 😀 그렇습니다.\n[단기] "
		"조사\n[장기] 통합\n"
		"가|Q2|none|blank|-\n");
	fx_expect(&f,
		"SELECT p.label,substr(t.body,p.start+1,p.stop-p.start) FROM part p"
		" JOIN answer a ON a.id=p.answer JOIN text t ON t.id=a.text"
		" ORDER BY p.ord",
		"단기|[단기] 조사\n장기|[장기] 통합\n");
	fx_expect(&f, "SELECT length=length(body),current,pending,coded FROM text",
		"1|1|1|NULL\n");
	fx_close(&f);
}

static void revisions(void **state)
{
	struct fx f;
	struct fx_doc d;
	enum sg_put what;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", first);
	assert_int_equal(
		fx_put(&f, "a.txt", "가", "## Q1\n다릅니다.\n"), SG_PUT_CHANGED);
	fx_expect(&f, "SELECT id,current,pending FROM text ORDER BY id",
		"1|0|0\n2|1|1\n");
	/* The first text again is the first row again. */
	assert_int_equal(fx_put(&f, "a.txt", "가", first), SG_PUT_CHANGED);
	fx_expect(&f, "SELECT id,current,pending FROM text ORDER BY id",
		"1|1|1\n2|0|0\n");
	/* The same words understood otherwise are another text. */
	fx_parse(&d, "a.txt", "가", first);
	d.answers[1].state = SG_ANSWER_NOT_ASKED;
	FX_OK(&f, sg_store_put_document(
			  f.store, &d.doc, FX_NOW, &what, &f.notes, &f.err));
	assert_int_equal(what, SG_PUT_CHANGED);
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM text"), 3);
	assert_int_equal(fx_int(&f, "SELECT count(DISTINCT sha256) FROM text"), 2);
	fx_close(&f);
}

static void transactions_nest(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	FX_OK(&f, sg_store_begin(f.store, &f.err));
	fx_put(&f, "a.txt", "가", first);
	FX_OK(&f, sg_store_begin(f.store, &f.err));
	sg_store_rollback(f.store);
	assert_int_equal(sg_store_commit(f.store, &f.err), SG_ESTORE);
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM text"), 0);
	sg_error_reset(&f.err);
	FX_OK(&f, sg_store_begin(f.store, &f.err));
	fx_put(&f, "a.txt", "가", first);
	FX_OK(&f, sg_store_commit(f.store, &f.err));
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM text"), 1);
	fx_close(&f);
}

/* The largest size the file may have stands for the end of the disk. */
static void full_disk(void **state)
{
	struct fx f;
	struct fx_doc d;
	enum sg_put what;
	char sql[64];

	(void)state;
	fx_open(&f, true);
	fx_put(&f, "a.txt", "가", first);
	snprintf(sql, sizeof sql, "PRAGMA max_page_count=%lld",
		(long long)fx_int(&f, "PRAGMA page_count") + 2);
	assert_int_equal(sqlite3_exec(f.store->db, sql, NULL, NULL, NULL), SQLITE_OK);
	char *long_text = malloc(200001);
	memset(long_text, 'x', 200000);
	memcpy(long_text, "## Q1\n", 6);
	long_text[200000] = '\0';
	fx_parse(&d, "b.txt", "나", long_text);
	assert_int_equal(
		sg_store_put_document(f.store, &d.doc, FX_NOW, &what, &f.notes, &f.err),
		SG_EIO);
	assert_string_equal(f.err.text, "the disk is full; nothing was changed");
	assert_string_equal(f.err.source, f.path);
	free(long_text);
	sg_store_close(f.store);
	sg_error_reset(&f.err);
	FX_OK(&f, sg_store_open(&f.store, f.path, SG_STORE_WRITE, &f.err));
	fx_expect(&f, "PRAGMA integrity_check", "ok\n");
	fx_expect(&f, "SELECT name FROM source", "a.txt\n");
	fx_expect(&f, "SELECT name FROM case_", "가\n");
	fx_close(&f);
}

static const char questionnaire_text[] =
	"# 조사\n\n## 1 첫째\n\n### Q1 개념\n* focus: A1\n"
	"* parts: 단기 | 장기\n무엇입니까?\n\n### Q2 관계\n* asked: 직군 = "
	"공무원\n어떻습니까?\n";

static void questionnaire(void **state)
{
	struct fx f;
	struct sg_questionnaire *q = NULL;

	(void)state;
	fx_open(&f, false);
	FX_OK(&f, sg_store_questionnaire(f.store, &q, &f.err));
	assert_null(q);
	FX_OK(&f, sg_questionnaire_read(
			  &q, sg_str_of(questionnaire_text), "q.md", &f.notes));
	FX_OK(&f, sg_store_set_questionnaire(f.store, q, &f.err));
	FX_OK(&f, sg_store_set_questionnaire(f.store, q, &f.err));
	sg_questionnaire_free(q);
	FX_OK(&f, sg_store_questionnaire(f.store, &q, &f.err));
	assert_int_equal(q->nquestions, 2);
	assert_true(sg_str_eqz(q->questions[1].title, "관계"));
	sg_questionnaire_free(q);
	fx_expect(&f,
		"SELECT label,listed,title,wording,asked_attribute,asked_values"
		" FROM question ORDER BY ord",
		"Q1|1|개념|무엇입니까?|NULL|NULL\nQ2|1|관계|어떻습니까?|직군|["
		"\"공무원\"]\n");
	fx_expect(&f, "SELECT ord,code FROM question_focus", "0|A1\n");
	fx_expect(&f, "SELECT ord,label FROM question_part ORDER BY ord",
		"0|단기\n1|장기\n");
	/* Answers to others are kept, after those. */
	fx_put(&f, "a.txt", "가", "## Q10\n예.\n\n## Q9\n예.\n\n## Q2\n예.\n");
	fx_expect(&f, "SELECT label,listed FROM question ORDER BY listed DESC,ord",
		"Q1|1\nQ2|1\nQ9|0\nQ10|0\n");
	fx_close(&f);
}

static void try_all(struct fx *f, const char *const *sql, const char *message)
{
	for (; *sql; sql++) {
		assert_int_not_equal(
			sqlite3_exec(f->store->db, *sql, NULL, NULL, NULL), SQLITE_OK);
		if (!strstr(sqlite3_errmsg(f->store->db), message))
			fail_msg("%s: %s", *sql, sqlite3_errmsg(f->store->db));
	}
}

static const char book[] = "# 책\n\n## A 가\n### A1 예산\n- 예산\n";

/* Whoever opens the file cannot change what people said by accident. */
static void human_tables_are_appended_to(void **state)
{
	static const char *const sql[] = {"DELETE FROM coder", "DELETE FROM anchor",
		"DELETE FROM judgement", "DELETE FROM ruling", "DELETE FROM memo",
		"UPDATE coder SET name='x'", "UPDATE judgement SET verdict='pin'",
		"UPDATE ruling SET state='none'", "UPDATE memo SET body=''",
		"REPLACE INTO coder SELECT * FROM coder",
		"REPLACE INTO judgement(id,guid,anchor,coder,verdict,origin,at)"
		" SELECT id,guid,anchor,coder,verdict,origin,at FROM judgement",
		"REPLACE INTO ruling(id,guid,case_,question,coder,state,kind,at)"
		" SELECT id,guid,case_,question,coder,state,kind,at FROM ruling",
		"REPLACE INTO memo(id,guid,coder,at,body)"
		" SELECT id,guid,coder,at,body FROM memo",
		"REPLACE INTO anchor SELECT * FROM anchor", NULL};
	static const char *const words[] = {"UPDATE anchor SET quote='x'",
		"UPDATE anchor SET made_start=0", "UPDATE anchor SET source=source",
		NULL};
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", first);
	fx_code(&f, book);
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q1", "A1", "예산이"), 1);
	FX_OK(&f, sg_rule_answer(f.store, SG_STR("김"), SG_STR("가"), SG_STR("Q2"),
			  SG_ANSWER_NOT_ASKED, SG_KIND_FULL, FX_NOW, &f.err));
	FX_OK(&f, sg_memo_put(f.store, SG_STR("김"), SG_STR(""), SG_STR("Q1"),
			  SG_STR("A1"), SG_STR("함의"), FX_NOW, &f.err));
	char *before = fx_human(&f, true);
	try_all(&f, sql, "only appended to");
	try_all(&f, words, "placement");
	char *after = fx_human(&f, true);
	assert_string_equal(before, after);
	free(before);
	free(after);
	assert_int_equal(sqlite3_exec(f.store->db, "UPDATE anchor SET how='moved'",
				 NULL, NULL, NULL),
		SQLITE_OK);
	fx_close(&f);
}

static void status(void **state)
{
	struct fx f;
	struct sg_status st;
	struct sg_lists lists;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", first);
	fx_put(&f, "b.txt", "나", "## Q1\n예산 예산.\n\n## Q2\n칸막이.\n");
	FX_OK(&f, sg_store_status(f.store, &st, &f.err));
	assert_int_equal(st.pending, 2);
	assert_int_equal(st.run, 0);
	fx_code(&f, book);
	fx_judge(&f, SG_VERDICT_REJECT, "김", "가", "Q1", "A1", "");
	FX_OK(&f, sg_store_status(f.store, &st, &f.err));
	assert_int_equal(st.sources, 2);
	assert_int_equal(st.cases, 2);
	assert_int_equal(st.questions, 2);
	assert_int_equal(st.codes, 2);
	assert_int_equal(st.answers[SG_ANSWER_ANSWERED], 3);
	assert_int_equal(st.answers[SG_ANSWER_NONE], 1);
	assert_int_equal(st.run, 1);
	assert_int_equal(st.segments, 2);
	assert_int_equal(st.reject, 1);
	assert_int_equal(st.pending, 0);
	assert_string_equal(st.codebook_path, "book.md");
	FX_OK(&f, sg_store_lists(f.store, &lists, &f.err));
	assert_int_equal(lists.nsources, 2);
	assert_int_equal(lists.nruns, 1);
	assert_int_equal(lists.runs[0].born, 2);
	assert_int_equal(lists.nsilent, 1);
	assert_true(sg_str_eqz(lists.silent[0].question, "Q2"));
	assert_int_equal(lists.norphans, 0);
	sg_lists_release(&lists);
	fx_close(&f);
}

/* The queries in doc/schema.md, each between ```sql and ```. */
static void documented_queries(void **state)
{
	const char *srcdir = getenv("srcdir");
	struct sg_buf text, path;
	struct fx f;
	size_t ran = 0;

	(void)state;
	fx_open(&f, false);
	sg_buf_init(&text);
	sg_buf_init(&path);
	sg_buf_printf(&path, "%s/doc/schema.md", srcdir ? srcdir : ".");
	FILE *file = fopen(path.p, "rb");
	if (!file)
		fail_msg("cannot open %s", path.p);
	char line[4096];
	bool inside = false;
	while (fgets(line, sizeof line, file)) {
		if (strncmp(line, "```", 3) == 0) {
			if (inside) {
				char *rows = fx_rows(&f, text.p);
				free(rows);
				ran++;
			}
			inside = strncmp(line, "```sql", 6) == 0;
			sg_buf_reset(&text);
		} else if (inside) {
			sg_buf_addz(&text, line);
		}
	}
	fclose(file);
	assert_true(ran >= 10);
	sg_buf_release(&text);
	sg_buf_release(&path);
	fx_close(&f);
}

/* Attributes of the first version are nobody's word: what a file says later holds, and
 * goes with it. */
static void older_attributes(void **state)
{
	static const char rows[] =
		"INSERT INTO project VALUES(1,'g','t','ko',NULL,NULL,'now');"
		"INSERT INTO case_ VALUES(1,'c','가');"
		"INSERT INTO attribute VALUES(1,'직군','공무원',0),(1,'경력','5',1);";
	struct sg_attribute says = {SG_STR("경력"), SG_STR("6")};
	struct fx_doc d;
	enum sg_put what;
	struct fx f;

	(void)state;
	fx_open_older(&f, 1, rows);
	fx_expect(&f, "SELECT name,value,current FROM v_attribute ORDER BY ord",
		"직군|공무원|1\n경력|5|1\n");
	fx_parse(&d, "a.txt", "가", first);
	d.doc.attributes = &says;
	d.doc.nattributes = 1;
	FX_OK(&f, sg_store_put_document(
			  f.store, &d.doc, FX_NOW, &what, &f.notes, &f.err));
	assert_true(fx_noted(&f, "경력 of 가 changes from '5' to '6'"));
	fx_expect(&f, "SELECT name,value,ord FROM v_attribute ORDER BY ord",
		"직군|공무원|0\n경력|6|1\n");
	fx_close(&f);
}

/* Those of the second version know the source whose head said them. */
static void attributes_of_version_2(void **state)
{
	static const char rows[] =
		"INSERT INTO project VALUES(1,'g','t','ko',NULL,NULL,'now');"
		"INSERT INTO case_ VALUES(1,'c','가');"
		"INSERT INTO source VALUES(1,'s','a.txt','a.txt',NULL),"
		"(2,'r','b.txt','b.txt','then');"
		"INSERT INTO attribute(case_,name,value,ord,source) VALUES"
		"(1,'직군','공무원',0,1),(1,'경력','5',1,2),(1,'성별','여',2,NULL);";
	struct fx f;

	(void)state;
	fx_open_older(&f, 2, rows);
	fx_expect(&f,
		"SELECT name,value,coalesce(source,0),current FROM v_attribute ORDER "
		"BY ord",
		"직군|공무원|1|1\n경력|5|2|0\n성별|여|0|1\n");
	fx_close(&f);
}

/* A list whose last element was a bool and is a number now. */
static void older_elements(void **state)
{
	static const struct {
		const char *json;
		bool old, value;
	} lists[] = {{"[7,true]", true, true}, {"[7,false]", true, false},
		{"[7,3]", false, false}};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct sg_codec c = {.in = sg_str_of(lists[i].json), .first = true};
		uint32_t head, last = 0;
		bool value = false;
		sg_codec_open(&c, NULL, '[');
		sg_codec_u32(&c, NULL, &head);
		assert_int_equal(sg_codec_old_bool(&c, &value), lists[i].old);
		assert_int_equal(value, lists[i].value);
		if (!lists[i].old)
			sg_codec_u32(&c, NULL, &last);
		sg_codec_close(&c, ']');
		assert_true(sg_codec_done(&c));
		assert_int_equal(last, lists[i].old ? 0 : 3);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fresh_equals_stepwise),
		cmocka_unit_test(older_files_are_upgraded),
		cmocka_unit_test(older_attributes),
		cmocka_unit_test(attributes_of_version_2),
		cmocka_unit_test(older_elements),
		cmocka_unit_test(other_files_are_refused),
		cmocka_unit_test(read_only_files),
		cmocka_unit_test(readers_do_not_write),
		cmocka_unit_test(statements),
		cmocka_unit_test(unknown_names_do_not_bind),
		cmocka_unit_test(documents),
		cmocka_unit_test(revisions),
		cmocka_unit_test(transactions_nest),
		cmocka_unit_test(full_disk),
		cmocka_unit_test(questionnaire),
		cmocka_unit_test(human_tables_are_appended_to),
		cmocka_unit_test(status),
		cmocka_unit_test(documented_queries),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
