/* A round of review through a sheet: what each row of it records. */
#include "config.h"

#include "reviewing_world.h"

#include "base/file.h"
#include "project/review_sheet.h"
#include "report/xlsx.h"

/* A clock that goes on while the file is read. */
static const char *tick(void *ctx)
{
	static char at[40];
	static unsigned n;

	(void)ctx;
	snprintf(at, sizeof at, "2026-01-02T03:%02u:%02uZ", n / 60 % 60, n % 60);
	n++;
	return at;
}

/* Writes a sheet of CSV, reads it as 이, and gives the counts. */
static struct sg_review_counts read_at(
	struct rx *x, const char *text, const char *(*clock)(void *ctx))
{
	struct sg_review_counts n;
	char path[] = "/tmp/saegim-sheet-XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	FX_OK(&x->f, sg_file_write(path, sg_str_of(text), &x->f.err));
	round_close(x);
	x->o = (struct sg_reviewing_options){
		.list = {.person = SG_STR("이")}, .now = clock};
	FX_OK(&x->f, sg_reviewing_init(&x->r, x->f.store, &x->o, &x->f.err));
	sg_review_ui_init(&x->ui, &x->r);
	FX_OK(&x->f, sg_review_import(&x->r, path, &n, &x->f.notes, &x->f.err));
	unlink(path);
	return n;
}

static struct sg_review_counts read_sheet(struct rx *x, const char *text)
{
	return read_at(x, text, tick);
}

static const char filled[] = "응답자,문항,코드,판정,아닌 까닭,입장,구간,메모\n"
			     "R02,Q2,A1,아니오,반론,,,\n"
			     "R01,Q2,A2,예,,반대,,\n"
			     "R02,Q1,A1,예,,,제도는 좋습니다.,다시 볼 것\n"
			     "R02,Q2,A2,no,,,,\n"
			     "R01,Q1,A2,보류,,,,\n"
			     "R02,Q1,A2,,,,,\n"
			     "R01,Q1,A1,예,,,,\n"
			     "R09,Q1,A1,예,,,,\n"
			     "R01,Q1,A9,예,,,,\n"
			     "R01,Q1,A1,글쎄,,,,\n"
			     "R01,Q1,A1,예,,,없는 글,\n"
			     "R01,Q1,A1,예,,중립,,\n";

static void a_sheet(void **state)
{
	struct rx x;

	(void)state;
	open_all(&x);
	struct sg_review_counts n = read_sheet(&x, filled);
	assert_int_equal(n.rows, 12);
	assert_int_equal(n.decided, 5);
	assert_int_equal(n.held, 1);
	assert_int_equal(n.open, 1);
	assert_int_equal(n.unusable, 5);
	assert_true(fx_noted(&x.f, "R09"));
	assert_true(fx_noted(&x.f, "A9"));
	assert_true(fx_noted(&x.f, "글쎄"));
	assert_true(fx_noted(&x.f, "없는 글"));
	assert_true(fx_noted(&x.f, "중립"));
	assert_int_equal(x.f.notes.v[x.f.notes.n - 1].line, 13);
	fx_expect(&x.f, SAID,
		"reject|A1|R02|Q2|예산을 늘립니다. 끝입니다.|반론\n"
		"accept|A2|R01|Q2|데이터가 중요합니다.|\n"
		"facet|A2|R01|Q2|데이터가 중요합니다.|\n"
		"code|A1|R02|Q1|제도는 좋습니다.|\n"
		"reviewed|A2|R02|Q2|예산을 늘립니다. 끝입니다.|\n"
		"accept|A1|R01|Q1|예산이 부족합니다.|\n"
		"accept|A1|R01|Q1|인력도 예산도 없습니다.|\n");
	/* Again: nothing new. */
	int64_t rows = fx_int(&x.f, "SELECT count(*) FROM judgement");
	n = read_sheet(&x, filled);
	assert_int_equal(n.decided, 0);
	assert_int_equal(n.already, 5);
	assert_int_equal(fx_int(&x.f, "SELECT count(*) FROM judgement"), rows);
	assert_int_equal(fx_int(&x.f, "SELECT count(*) FROM memo"), 1);
	close_all(&x);
}

/* The same second twice: each file is taken back by itself. */
static const char *stopped(void *ctx)
{
	(void)ctx;
	return "2026-01-02T03:00:00Z";
}

static void two_files_in_a_second(void **state)
{
	struct rx x;

	(void)state;
	open_all(&x);
	read_at(&x, "응답자,문항,코드,판정\nR01,Q1,A1,예\nR01,Q2,A2,예\n", stopped);
	read_at(&x, "응답자,문항,코드,판정\nR02,Q2,A1,아니오\n", stopped);
	fx_expect(&x.f,
		"SELECT count(*) FROM judgement j JOIN judgement k ON "
		"k.batch_first=j.batch_first GROUP BY j.batch_first ORDER BY 1",
		"1\n9\n");
	close_all(&x);
}

/* What was rejected and is accepted after all is what the rules had coded, and no more. */
static void yes_after_no(void **state)
{
	static const char codings[] =
		"SELECT quote,coder FROM v_coding WHERE code_label='A1' AND "
		"respondent='R01' AND question_label='Q1' ORDER BY start";
	struct rx x;

	(void)state;
	open_all(&x);
	read_sheet(&x, "응답자,문항,코드,판정\nR01,Q1,A1,아니오\n");
	fx_expect(&x.f, codings, "");
	struct sg_review_counts n =
		read_sheet(&x, "응답자,문항,코드,판정\nR01,Q1,A1,예\n");
	assert_int_equal(n.decided, 1);
	fx_expect(&x.f, codings,
		"예산이 부족합니다.|rules\n인력도 예산도 없습니다.|rules\n");
	close_all(&x);
}

/* Facets hold for the words that the row quotes, or for all that is coded in the cell. */
static void facets_of_a_sheet(void **state)
{
	struct rx x;

	(void)state;
	open_all(&x);
	read_sheet(&x, "응답자,문항,코드,판정,입장,구간\n"
		       "R01,Q1,A1,예,찬성,좋습니다.\n");
	fx_expect(&x.f,
		"SELECT quote,coder,facets FROM v_coding WHERE code_label='A1' AND "
		"respondent='R01' ORDER BY start",
		"예산이 부족합니다.|rules|{}\n인력도 예산도 없습니다.|rules|{}\n"
		"좋습니다.|이|{\"입장\":\"찬성\"}\n");
	read_sheet(&x, "응답자,문항,코드,판정,입장,구간\n"
		       "R01,Q1,A1,예,반대,\n"
		       "R01,Q2,A2,예,찬성,데이터가\n");
	fx_expect(&x.f,
		"SELECT quote,coder,facets FROM v_coding WHERE respondent='R01' ORDER "
		"BY start,stop",
		"예산이 부족합니다.|rules|{\"입장\":\"반대\"}\n"
		"인력도 예산도 없습니다.|rules|{\"입장\":\"반대\"}\n"
		"좋습니다.|이|{\"입장\":\"반대\"}\n"
		"데이터가|이|{\"입장\":\"찬성\"}\n"
		"데이터가 중요합니다.|rules|{\"입장\":\"찬성\"}\n");
	/* What is as it was is not said: nothing of the rules is held fast. */
	int64_t rows = fx_int(&x.f, "SELECT count(*) FROM judgement");
	read_sheet(&x, "응답자,문항,코드,판정,입장,구간\n"
		       "R01,Q2,A2,예,찬성,데이터가 중요합니다.\n");
	assert_int_equal(fx_int(&x.f, "SELECT count(*) FROM judgement"), rows + 1);
	close_all(&x);
}

/* Whether a sheet of all cells holds the words. */
static bool sheet_has(struct rx *x, const char *words)
{
	char path[] = "/tmp/saegim-sheet-XXXXXX.csv";
	int fd = mkstemps(path, 4);
	struct sg_buf sheet;
	size_t rows;

	assert_true(fd >= 0);
	close(fd);
	round_close(x);
	x->o = (struct sg_reviewing_options){.list = {.again = true}, .now = tick};
	FX_OK(&x->f, sg_reviewing_init(&x->r, x->f.store, &x->o, &x->f.err));
	sg_review_ui_init(&x->ui, &x->r);
	FX_OK(&x->f, sg_review_export(&x->r, path, &rows, &x->f.err));
	sg_buf_init(&sheet);
	FX_OK(&x->f, sg_file_read(path, 1 << 20, &sheet, &x->f.err));
	unlink(path);
	bool has = strstr(sg_buf_z(&sheet), words) != NULL;
	sg_buf_release(&sheet);
	return has;
}

/* Codings of a cell with different facets: the sheet shows each, says nothing of them as
 * it is, and one value that is written instead holds for all. */
static void facets_that_differ(void **state)
{
	static const char stances[] = "SELECT quote,facets FROM v_coding WHERE "
				      "respondent='R01' AND question_label='Q1' "
				      "ORDER BY start";
	static const char again[] =
		"응답자,문항,코드,판정,입장\nR01,Q1,A1,예,찬성 | 반대\n";
	struct sg_review_counts n;
	struct rx x;

	(void)state;
	open_all(&x);
	read_sheet(&x, "응답자,문항,코드,판정,입장,구간\n"
		       "R01,Q1,A1,예,반대,예산이 부족합니다.\n"
		       "R01,Q1,A1,예,찬성,인력도 예산도 없습니다.\n");
	assert_true(sheet_has(&x, ",,,찬성 | 반대,,,"));
	n = read_sheet(&x, again);
	assert_int_equal(n.unusable, 0);
	fx_expect(&x.f, stances,
		"예산이 부족합니다.|{\"입장\":\"반대\"}\n"
		"인력도 예산도 없습니다.|{\"입장\":\"찬성\"}\n");
	assert_int_equal(fx_int(&x.f, "SELECT count(*) FROM judgement WHERE "
				      "verdict='facet'"),
		2);
	read_sheet(&x, "응답자,문항,코드,판정,입장\nR01,Q1,A1,예,찬성\n");
	fx_expect(&x.f, stances,
		"예산이 부족합니다.|{\"입장\":\"찬성\"}\n"
		"인력도 예산도 없습니다.|{\"입장\":\"찬성\"}\n");
	/* Several that are not there any more cannot be set. */
	n = read_sheet(&x, again);
	assert_int_equal(n.unusable, 1);
	assert_true(fx_noted(&x.f, "입장 is '찬성' there, not '찬성 | 반대'"));
	close_all(&x);
}

/* The person saw what the rules had coded: no standard to measure them by. And one undo
 * takes back the judgements of one file, and no more; another its memo. */
static void a_sheet_is_a_review(void **state)
{
	struct sg_buf what;
	struct sg_study s;
	size_t own = 0;
	struct rx x;

	(void)state;
	open_all(&x);
	type(&x, "0");
	read_sheet(&x, filled);
	FX_OK(&x.f, sg_study_load(&s, x.f.store, 0, &x.f.err));
	for (size_t i = 0; i < s.ncodings; i++)
		if (s.codings[i].origin == SG_ORIGIN_PERSON) {
			assert_true(s.codings[i].suggested);
			own++;
		}
	assert_int_equal(own, 1);
	sg_study_release(&s);
	sg_buf_init(&what);
	for (int i = 0; i < 2; i++) /* the memo, then all verdicts */
		FX_OK(&x.f, sg_judge_undo(
				    x.f.store, SG_STR("이"), FX_NOW, &what, &x.f.err));
	sg_buf_release(&what);
	fx_expect(&x.f, "SELECT coder_name,verdict FROM v_judgement", "김|reject\n");
	close_all(&x);
}

/* The fingerprint of another text: the row is not used. */
static void a_sheet_about_another_text(void **state)
{
	char mark[13], text[200];
	struct rx x;

	(void)state;
	open_all(&x);
	struct sg_review_counts n = read_sheet(&x,
		"respondent,question,code,verdict,text\nR02,Q2,A1,no,0123456789ab\n");
	assert_int_equal(n.unusable, 1);
	assert_true(fx_noted(&x.f, "has changed since"));
	char hex[65];
	sg_sha256_hex(SG_STR("예산을 늘립니다. 끝입니다."), hex);
	snprintf(mark, sizeof mark, "%.12s", hex);
	snprintf(text, sizeof text,
		"respondent,question,code,verdict,text\nR02,Q2,A1,no,%s\n", mark);
	n = read_sheet(&x, text);
	assert_int_equal(n.decided, 1);
	close_all(&x);
}

static void no_sheet_at_all(void **state)
{
	struct sg_review_counts n;
	struct rx x;
	size_t rows;

	(void)state;
	open_all(&x);
	assert_int_equal(
		sg_review_export(&x.r, "/tmp/x.doc", &rows, &x.f.err), SG_EUSAGE);
	sg_error_reset(&x.f.err);
	assert_int_equal(
		sg_review_import(&x.r, "/nonexistent.csv", &n, &x.f.notes, &x.f.err),
		SG_ENOTFOUND);
	close_all(&x);
}

/* A workbook with nothing in it is told as such, not as a failing disk. */
static void an_empty_workbook(void **state)
{
	const struct sg_xlsx_properties properties = {.title = SG_STR("빈 것")};
	char path[] = "/tmp/saegim-sheet-XXXXXX";
	struct sg_xlsx *empty = sg_xlsx_new(&properties);
	struct sg_review_counts n;
	struct sg_buf bytes;
	struct rx x;
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	open_all(&x);
	sg_buf_init(&bytes);
	sg_xlsx_sheet(empty, SG_STR("빈 것"));
	FX_OK(&x.f, sg_xlsx_write(empty, &bytes, &x.f.err));
	FX_OK(&x.f, sg_file_write(path, sg_buf_str(&bytes), &x.f.err));
	assert_int_equal(
		sg_review_import(&x.r, path, &n, &x.f.notes, &x.f.err), SG_EINPUT);
	assert_int_equal(x.f.err.code, SG_EINPUT);
	unlink(path);
	sg_buf_release(&bytes);
	sg_xlsx_free(empty);
	close_all(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sheet),
		cmocka_unit_test(yes_after_no),
		cmocka_unit_test(two_files_in_a_second),
		cmocka_unit_test(facets_of_a_sheet),
		cmocka_unit_test(facets_that_differ),
		cmocka_unit_test(a_sheet_is_a_review),
		cmocka_unit_test(a_sheet_about_another_text),
		cmocka_unit_test(no_sheet_at_all),
		cmocka_unit_test(an_empty_workbook),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
