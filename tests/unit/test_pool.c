/* test_pool.c - texts scanned on several threads: the same rows, notes and errors as on
 * one. How many segments there must be is counted while the texts are written. */
#include "config.h"

#include "fixture.h"

#include "coding/pool.h"

enum { TEXTS = 120 };

static const char book[] =
	"# 책\n* facet 입장: 찬성 | 반대\n\n"
	"## A 예산\n- 예산 => 입장: 찬성\n- 부족 => 입장: 반대\n\n"
	"## B 인력\n* default: Q2\n- 인력 NEAR/3 ~부족하다\n- EXCEPT 인력난\n\n"
	"## C 수\n- /[0-9]+만 명/\n- /(a+)+b/\n";

/* Text i holds i % 4 sentences for A, every fifth one for B; *a and *b count them. */
static void put_texts(struct fx *f, size_t *a, size_t *b)
{
	struct sg_buf body;

	sg_buf_init(&body);
	*a = *b = 0;
	for (size_t i = 0; i < TEXTS; i++) {
		char name[32], who[32];
		snprintf(name, sizeof name, "r%03zu.txt", i);
		snprintf(who, sizeof who, "응답자%03zu", i);
		sg_buf_reset(&body);
		sg_buf_printf(&body, "응답자: %s\n\n## Q1\n좋습니다.\n", who);
		for (size_t k = 0; k < i % 4; k++)
			sg_buf_addz(&body, "예산이 늘 부족하다고 합니다.\n");
		if (i % 5 == 0)
			sg_buf_addz(&body, "인력이 많이 부족합니다.\n");
		/* Longer ones in between, so that threads finish out of order. */
		for (size_t k = 0; i % 16 == 0 && k < 300; k++)
			sg_buf_addz(&body, "그렇지 않은 곳도 있습니다.\n");
		if (i % 40 == 7)
			sg_buf_addz(&body, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa b\n");
		sg_buf_addz(&body, "\n## Q2\n네, 그렇습니다.\n");
		fx_put(f, name, who, sg_buf_z(&body));
		*a += i % 4 + (i % 5 == 0); /* 부족 is a rule of A too */
		*b += i % 5 == 0;
	}
	sg_buf_release(&body);
}

/* All rows of the segments, ids too, and the notes. */
static char *coded_with(unsigned threads, size_t *a, size_t *b)
{
	static const char query[] =
		"SELECT id,text,answer,start,stop,code,origin,hits,facets FROM segment "
		"ORDER BY id";
	struct fx f;
	struct sg_buf all;
	struct sg_run_summary sum;
	struct sg_code_options o = {.now = FX_NOW, .threads = threads};
	size_t na, nb;

	fx_open(&f, false);
	put_texts(&f, &na, &nb);
	struct sg_codebook *read = fx_book(&f, book);
	FX_OK(&f, sg_code_run(f.store, read, &o, &sum, &f.notes, &f.err));
	assert_int_equal(sum.scanned, TEXTS);
	*a = (size_t)fx_int(&f, "SELECT count(*) FROM segment g JOIN code k ON "
				"k.id=g.code WHERE k.label='A'");
	*b = (size_t)fx_int(&f, "SELECT count(*) FROM segment g JOIN code k ON "
				"k.id=g.code WHERE k.label='B' AND origin='rule'");
	assert_int_equal(*a, na);
	assert_int_equal(*b, nb);
	sg_buf_init(&all);
	char *rows = fx_rows(&f, query);
	sg_buf_addz(&all, rows);
	free(rows);
	for (size_t i = 0; i < f.notes.n; i++)
		sg_buf_printf(&all, "%u: %.*s\n", f.notes.v[i].line,
			SG_ARG(f.notes.v[i].text));
	/* The regex ran into its limit in three texts; two rules of A clash. */
	assert_int_equal(f.notes.n, 4);
	sg_codebook_free(read);
	fx_close(&f);
	return all.p;
}

static void any_number_of_threads(void **state)
{
	static const unsigned counts[] = {2, 3, 8, 64};
	size_t a, b;
	char *one = coded_with(1, &a, &b);

	(void)state;
	assert_true(a > 0 && b > 0);
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		char *more = coded_with(counts[i], &a, &b);
		assert_string_equal(more, one);
		free(more);
	}
	free(one);
}

struct taken {
	int64_t ids[8];
	size_t n, fail_at;
};

static int take(void *ctx, struct sg_scanned *text, struct sg_error *err)
{
	struct taken *t = ctx;

	if (t->n == t->fail_at)
		return sg_error_set(err, SG_EIO, "no more");
	t->ids[t->n++] = text->text.id;
	return 0;
}

/* Errors come when the turn of their text does: what stands before it was taken. */
static void errors_in_order(void **state)
{
	struct fx f;
	size_t a, b;
	struct sg_engine *engine = NULL;
	struct sg_book_rows rows = {0};

	(void)state;
	fx_open(&f, false);
	put_texts(&f, &a, &b);
	struct sg_codebook *read = fx_book(&f, "# 책\n\n## A 가\n- 없는말\n");
	FX_OK(&f, sg_engine_new(&engine, read, NULL, &f.notes, &f.err));
	for (unsigned threads = 1; threads <= 3; threads++) {
		const int64_t ids[] = {3, 1, 2, 99999, 4};
		struct taken t = {.fail_at = SIZE_MAX};
		struct sg_pool_job job = {.store = f.store,
			.ids = ids,
			.nids = 5,
			.engine = engine,
			.book = read,
			.rows = &rows,
			.threads = threads,
			.take = take,
			.ctx = &t};
		sg_error_reset(&f.err);
		assert_int_equal(sg_pool_run(&job, &f.notes, &f.err), SG_ENOTFOUND);
		assert_int_equal(t.n, 3);
		assert_memory_equal(t.ids, ids, 3 * sizeof *ids);
		t = (struct taken){.fail_at = 2};
		sg_error_reset(&f.err);
		assert_int_equal(sg_pool_run(&job, &f.notes, &f.err), SG_EIO);
		assert_int_equal(t.n, 2);
		assert_string_equal(f.err.text, "no more");
		job.nids = 0;
		assert_int_equal(sg_pool_run(&job, &f.notes, &f.err), 0);
	}
	sg_engine_free(engine);
	sg_codebook_free(read);
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_number_of_threads),
		cmocka_unit_test(errors_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
