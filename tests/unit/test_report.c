/* What is made of a whole project, the report and tables: all of it is of one moment, and
 * a codebook that cannot be read is not passed over. */
#include "config.h"

#include "fixture.h"

#include "project/methods.h"
#include "project/report.h"
#include "store/history.h"

static const char book[] = "# 책\n## A 예산\n- 예산\n";

/* A project on disk, opened to be read. */
static struct sg_project *open_project(struct fx *f)
{
	const struct sg_project_options o = {.now = FX_NOW};
	struct sg_project *p;

	fx_open(f, true);
	fx_put(f, "a.txt", "가", "## Q1\n예산이 부족합니다.\n");
	fx_code(f, book);
	assert_int_equal(sg_project_open(&p, f->path, false, &o), 0);
	return p;
}

static void close_project(struct fx *f, struct sg_project *p)
{
	sg_project_close(p);
	fx_close(f);
}

static int count_commits(unsigned event, void *ctx, void *statement, void *text)
{
	(void)event;
	(void)statement;
	*(int *)ctx += strcmp(text, "COMMIT") == 0;
	return 0;
}

static void of_one_moment(void **state)
{
	const struct sg_report_choices choices = {.title = SG_STR("")};
	struct sg_table_request requests[] = {{.kind = sg_table_kind_find("themes")},
		{.kind = sg_table_kind_find("methods")}};
	struct sg_write_options write = {.width = 80};
	struct sg_project *p;
	struct sg_buf out;
	int commits = 0;
	struct fx f;

	(void)state;
	p = open_project(&f);
	sqlite3_trace_v2(
		sg_project_store(p)->db, SQLITE_TRACE_STMT, count_commits, &commits);
	sg_buf_init(&out);
	assert_int_equal(sg_project_report(p, &choices, &out), 0);
	assert_int_equal(commits, 1);
	assert_non_null(strstr(sg_buf_z(&out), "예산이 부족합니다."));
	assert_int_equal(sg_project_write_tables(
				 p, requests, 2, sg_writer_find("text"), &write, &out),
		0);
	assert_int_equal(commits, 2);
	sg_buf_release(&out);
	close_project(&f, p);
}

static void a_codebook_that_cannot_be_read(void **state)
{
	const struct sg_report_choices choices = {.title = SG_STR("")};
	const char *why = "the codebook of run 1 cannot be read";
	struct sg_methods_kept kept;
	struct sg_codebook *read;
	struct sg_project *p;
	struct sg_study s;
	struct sg_buf out;
	struct fx f;

	(void)state;
	p = open_project(&f);
	FX_OK(&f, sg_run_codebook(&read, f.store, 1, NULL, &f.err));
	assert_true(sg_str_eqz(read->path, "book.md"));
	sg_codebook_free(read);
	assert_int_equal(
		sg_run_codebook(&read, f.store, 2, NULL, &f.err), SG_ENOTFOUND);
	assert_null(read);
	sg_error_reset(&f.err);
	assert_int_equal(
		sqlite3_exec(f.store->db,
			"UPDATE codebook SET body='## A 예산'||char(10)||'- ('", NULL,
			NULL, NULL),
		SQLITE_OK);
	FX_OK(&f, sg_study_load(&s, f.store, SG_STUDY_BODIES, &f.err));
	assert_true(sg_methods_load(&kept, f.store, &s, &f.err) < 0);
	assert_string_equal(f.err.text, why);
	sg_methods_release(&kept);
	sg_study_release(&s);
	sg_buf_init(&out);
	assert_true(sg_project_report(p, &choices, &out) < 0);
	assert_string_equal(sg_project_error(p), why);
	assert_int_equal(out.n, 0);
	sg_buf_release(&out);
	close_project(&f, p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_one_moment),
		cmocka_unit_test(a_codebook_that_cannot_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
