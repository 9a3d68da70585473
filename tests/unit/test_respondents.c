/* Attributes of respondents: where they come from, and when they go. */
#include "config.h"

#include "fixture.h"

static const char first[] = "## Q1\n예산이 부족합니다.\n";

static void attributes(void **state)
{
	struct fx f;
	struct fx_doc d;
	struct sg_attribute v[] = {{SG_STR("직군"), SG_STR("공무원")},
		{SG_STR("경력"), SG_STR("14")}, {SG_STR("성별"), SG_STR("")}};
	enum sg_put what;

	(void)state;
	fx_open(&f, false);
	fx_parse(&d, "a.txt", "가", first);
	d.doc.attributes = v;
	d.doc.nattributes = 3;
	FX_OK(&f, sg_store_put_document(
			  f.store, &d.doc, FX_NOW, &what, &f.notes, &f.err));
	fx_expect(&f, "SELECT name,value FROM attribute ORDER BY ord",
		"직군|공무원\n경력|14\n");
	assert_int_equal(f.notes.n, 0);
	v[1].value = SG_STR("15");
	FX_OK(&f, sg_store_put_attributes(f.store, &d.doc, &f.notes, &f.err));
	assert_true(fx_noted(&f, "경력 of 가 changes from '14' to '15'"));
	fx_expect(&f, "SELECT name,value FROM v_attribute ORDER BY ord",
		"직군|공무원\n경력|15\n");
	d.doc.respondent = SG_STR("나");
	FX_OK(&f, sg_store_put_attributes(f.store, &d.doc, &f.notes, &f.err));
	assert_true(fx_noted(&f, "'나' has attributes but no answers"));
	fx_close(&f);
}

/* A file of a respondent with attributes, or with none (NULL). */
static void put_file(struct fx *f, const char *file, const char *respondent,
	const struct sg_attribute *v, size_t n)
{
	char path[128];
	struct fx_doc d;
	enum sg_put what;
	FILE *out;

	snprintf(path, sizeof path, "%s/%s", f->dir, file);
	out = fopen(path, "w");
	assert_non_null(out);
	fclose(out);
	fx_parse(&d, file, respondent, first);
	d.doc.path = sg_str_of(path);
	d.doc.attributes = (struct sg_attribute *)(uintptr_t)v;
	d.doc.nattributes = n;
	FX_OK(f, sg_store_put_document(
			 f->store, &d.doc, FX_NOW, &what, &f->notes, &f->err));
}

static void remove_file(struct fx *f, const char *file)
{
	char path[128];

	snprintf(path, sizeof path, "%s/%s", f->dir, file);
	unlink(path);
}

/* Ends an ingest, as `ingest --gone drop` does. */
static void drop_gone(struct fx *f, size_t expected)
{
	size_t n;

	FX_OK(f, sg_store_gone(f->store, true, FX_NOW, &n, &f->notes, &f->err));
	assert_int_equal(n, expected);
}

/* "직군 성별: 가=공무원,- 나=교수,-" of now or of a run. */
static void expect_attributes(struct fx *f, const char *at, const char *expected)
{
	struct sg_study s;
	struct sg_buf b;

	FX_OK(f, sg_study_load_at(&s, f->store, sg_str_of(at), 0, &f->err));
	sg_buf_init(&b);
	for (size_t a = 0; a < s.nattributes; a++)
		sg_buf_printf(&b, "%s%.*s", a ? " " : "", SG_ARG(s.attributes[a]));
	sg_buf_addc(&b, ':');
	for (size_t i = 0; i < s.ncases; i++) {
		sg_buf_printf(&b, " %.*s=", SG_ARG(s.cases[i].name));
		for (size_t a = 0; a < s.nattributes; a++) {
			struct sg_str v = s.cases[i].values[a];
			sg_buf_printf(&b, "%s%.*s", a ? "," : "",
				SG_ARG(v.n ? v : SG_STR("-")));
		}
	}
	assert_string_equal(sg_buf_z(&b), expected);
	sg_buf_release(&b);
	sg_study_release(&s);
}

static const struct sg_attribute official[] = {{SG_STR("직군"), SG_STR("공무원")}};
static const struct sg_attribute professor[] = {
	{SG_STR("직군"), SG_STR("교수")}, {SG_STR("성별"), SG_STR("여")}};

/* What only a file that was taken out said is no column of the tables of now; those of a
 * run that had it keep it, and it is there again when the file is. */
static void go_with_their_file(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, true);
	put_file(&f, "a.txt", "가", official, 1);
	put_file(&f, "b.txt", "나", professor, 2);
	drop_gone(&f, 0);
	fx_code(&f, "# 책\n## A 예산\n- 예산\n");
	expect_attributes(&f, "", "직군 성별: 가=공무원,- 나=교수,여");
	remove_file(&f, "b.txt");
	put_file(&f, "a.txt", "가", official, 1);
	drop_gone(&f, 1);
	expect_attributes(&f, "", "직군: 가=공무원");
	expect_attributes(&f, "1", "직군 성별: 가=공무원,- 나=교수,여");
	put_file(&f, "a.txt", "가", official, 1);
	put_file(&f, "b.txt", "나", professor, 2);
	drop_gone(&f, 0);
	expect_attributes(&f, "", "직군 성별: 가=공무원,- 나=교수,여");
	remove_file(&f, "a.txt");
	remove_file(&f, "b.txt");
	fx_close(&f);
}

/* Two files of one respondent say the same: it holds as long as one of them does. */
static void said_by_two_files(void **state)
{
	struct fx f;

	(void)state;
	for (int gone = 0; gone < 2; gone++) {
		fx_open(&f, true);
		put_file(&f, "a.txt", "나", professor, 2);
		put_file(&f, "b.txt", "나", professor, 1);
		drop_gone(&f, 0);
		remove_file(&f, gone ? "b.txt" : "a.txt");
		if (gone)
			put_file(&f, "a.txt", "나", professor, 2);
		else
			put_file(&f, "b.txt", "나", professor, 1);
		drop_gone(&f, 1);
		expect_attributes(
			&f, "", gone ? "직군 성별: 나=교수,여" : "직군: 나=교수");
		remove_file(&f, gone ? "a.txt" : "b.txt");
		fx_close(&f);
	}
	/* Nor does it go with the head of one of them. */
	fx_open(&f, true);
	put_file(&f, "a.txt", "나", professor, 1);
	put_file(&f, "b.txt", "나", professor, 1);
	put_file(&f, "a.txt", "나", NULL, 0);
	put_file(&f, "b.txt", "나", professor, 1);
	expect_attributes(&f, "", "직군: 나=교수");
	remove_file(&f, "a.txt");
	remove_file(&f, "b.txt");
	fx_close(&f);
}

static const struct sg_attribute teacher[] = {{SG_STR("직군"), SG_STR("교사")}};

/* Files that say different things: the last that is there holds, as soon as the other
 * is taken out, read again or not; a run of the past has what was said of its people. */
static void said_otherwise(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, true);
	put_file(&f, "a.txt", "나", teacher, 1);
	put_file(&f, "b.txt", "나", professor, 2);
	drop_gone(&f, 0);
	fx_code(&f, "# 책\n## A 예산\n- 예산\n");
	expect_attributes(&f, "", "직군 성별: 나=교수,여");
	remove_file(&f, "b.txt");
	put_file(&f, "c.txt", "다", professor, 2);
	drop_gone(&f, 1);
	expect_attributes(&f, "", "직군 성별: 나=교사,- 다=교수,여");
	expect_attributes(&f, "1", "직군 성별: 나=교사,여");
	put_file(&f, "b.txt", "나", professor, 2);
	drop_gone(&f, 0);
	expect_attributes(&f, "", "직군 성별: 나=교수,여 다=교수,여");
	/* Of two that are there, the one that was read last; then without its head. */
	f.notes.n = 0;
	put_file(&f, "a.txt", "나", teacher, 1);
	assert_true(fx_noted(&f, "직군 of 나 changes from '교수' to '교사'"));
	expect_attributes(&f, "", "직군 성별: 나=교사,여 다=교수,여");
	f.notes.n = 0;
	put_file(&f, "a.txt", "나", NULL, 0);
	assert_true(fx_noted(&f, "직군 of 나 changes from '교사' to '교수'"));
	expect_attributes(&f, "", "직군 성별: 나=교수,여 다=교수,여");
	put_file(&f, "a.txt", "나", professor, 1);
	f.notes.n = 0;
	put_file(&f, "a.txt", "나", NULL, 0);
	assert_int_equal(f.notes.n, 0); /* the other says the same */
	expect_attributes(&f, "", "직군 성별: 나=교수,여 다=교수,여");
	remove_file(&f, "a.txt");
	remove_file(&f, "b.txt");
	remove_file(&f, "c.txt");
	fx_close(&f);
}

/* A table of attributes does not go with the file of answers. */
static void said_by_a_table(void **state)
{
	struct fx_doc d;
	struct fx f;

	(void)state;
	fx_open(&f, true);
	put_file(&f, "a.txt", "가", professor, 2);
	fx_parse(&d, "table.csv", "가", first);
	d.doc.attributes = (struct sg_attribute *)(uintptr_t)professor;
	d.doc.nattributes = 1;
	FX_OK(&f, sg_store_put_attributes(f.store, &d.doc, &f.notes, &f.err));
	put_file(&f, "a.txt", "가", NULL, 0);
	expect_attributes(&f, "", "직군: 가=교수");
	remove_file(&f, "a.txt");
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(attributes),
		cmocka_unit_test(go_with_their_file),
		cmocka_unit_test(said_by_two_files),
		cmocka_unit_test(said_otherwise),
		cmocka_unit_test(said_by_a_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
