/* A round of review, driven by keys without a terminal: what each key records, what is
 * shown, what undo gives back; and the same round through a sheet. */
#include "config.h"

#include "fixture.h"

#include "base/file.h"
#include "project/review_json.h"
#include "project/review_sheet.h"
#include "project/review_ui.h"
#include "text/utf8.h"
#include "text/width.h"

/* Cells by hand. Q1 is about A (A1, A2), Q2 about A2. The rules code A1 in R01 Q1 twice,
 * A2 in R01 Q2 and A1 in R02 Q2, outside its questions. So the list is
 *	0 R02 Q2 A1 outside	1 R01 Q2 A2 one hit
 *	2 R02 Q1 A1 uncoded (half of Q1 carry it)	3 R02 Q2 A2 (half of Q2)
 *	4 R01 Q1 A2, 5 R02 Q1 A2 uncoded (nobody)	6 R01 Q1 A1, hit twice */
static const char questions[] = "# 조사\n### Q1 제약\n* focus: A\n무엇이 어렵습니까?\n"
				"### Q2 대안\n* focus: A2\n무엇이 필요합니까?\n";
static const char r01[] =
	"## Q1\n예산이 부족합니다. 인력도 예산도 없습니다. 좋습니다.\n"
	"\n## Q2\n데이터가 중요합니다.\n";
static const char r02[] = "## Q1\n사람이 문제입니다. 제도는 좋습니다.\n"
			  "\n## Q2\n예산을 늘립니다. 끝입니다.\n";
static const char book[] =
	"# 책\n* facet 입장: 찬성 | 반대\n\n## A 제약\n### A1 예산·재정\n"
	"돈이 모자란다는 말.\n* exclude: 인력\n- 예산\n"
	"### A2 데이터\n- 데이터 => 입장: 찬성\n## B 격차\n### B1 디지털 격차\n- "
	"격차\n";

struct rx {
	struct fx f;
	struct sg_reviewing_options o;
	struct sg_reviewing r;
	struct sg_review_ui ui;
};

static const char *now(void *ctx)
{
	(void)ctx;
	return FX_NOW;
}

static void round_open(struct rx *x)
{
	x->o = (struct sg_reviewing_options){
		.list = {.person = SG_STR("김")}, .now = now};
	FX_OK(&x->f, sg_reviewing_init(&x->r, x->f.store, &x->o, &x->f.err));
	sg_review_ui_init(&x->ui, &x->r);
}

static void round_close(struct rx *x)
{
	sg_review_ui_release(&x->ui);
	sg_reviewing_release(&x->r);
}

static void open_all(struct rx *x)
{
	struct sg_questionnaire *q;

	memset(x, 0, sizeof *x);
	fx_open(&x->f, false);
	FX_OK(&x->f,
		sg_questionnaire_read(&q, sg_str_of(questions), "q.md", &x->f.notes));
	FX_OK(&x->f, sg_store_set_questionnaire(x->f.store, q, &x->f.err));
	sg_questionnaire_free(q);
	fx_put(&x->f, "r01.txt", "R01", r01);
	fx_put(&x->f, "r02.txt", "R02", r02);
	fx_code(&x->f, book);
	round_open(x);
}

static void close_all(struct rx *x)
{
	round_close(x);
	fx_close(&x->f);
}

static void type(struct rx *x, const char *keys)
{
	struct sg_str s = sg_str_of(keys);

	for (size_t at = 0; at < s.n;) {
		size_t next = at + sg_utf8_len((unsigned char)s.p[at]);
		uint32_t cp = sg_utf8_next(s, &at);
		assert_int_equal(at, next);
		sg_review_ui_key(&x->ui, cp);
	}
}

#define SAID                                                            \
	"SELECT j.verdict,j.code_label,c.name,q.label,j.quote,j.reason" \
	" FROM v_judgement j JOIN anchor a ON a.id=j.anchor JOIN case_" \
	" c ON c.id=a.case_ JOIN question q ON q.id=a.question ORDER BY j.id"

static void at_cell(
	struct rx *x, const char *respondent, const char *question, const char *code)
{
	assert_false(sg_reviewing_ended(&x->r));
	assert_true(sg_str_eqz(sg_reviewing_respondent(&x->r), respondent));
	assert_true(sg_str_eqz(sg_reviewing_question(&x->r), question));
	assert_true(sg_str_eqz(sg_reviewing_code(&x->r), code));
}

static void yes_and_no(void **state)
{
	struct rx x;

	(void)state;
	open_all(&x);
	assert_int_equal(x.r.list.n, 7);
	at_cell(&x, "R02", "Q2", "A1");
	type(&x, "n2"); /* someone else's words */
	at_cell(&x, "R01", "Q2", "A2");
	type(&x, "2y"); /* 반대, and yes */
	at_cell(&x, "R02", "Q1", "A1");
	fx_expect(&x.f, SAID,
		"reject|A1|R02|Q2|예산을 늘립니다. 끝입니다.|남의 말\n"
		"facet|A2|R01|Q2|데이터가 중요합니다.|\n"
		"accept|A2|R01|Q2|데이터가 중요합니다.|\n");
	fx_expect(&x.f, "SELECT code_label,quote,facets FROM v_coding ORDER BY segment",
		"A1|예산이 부족합니다.|{}\nA1|인력도 예산도 없습니다.|{}\n"
		"A2|데이터가 중요합니다.|{\"입장\":\"반대\"}\n");
	close_all(&x);
}

/* y where nothing is coded asks which sentence; Tab goes on, > widens. */
static void yes_where_nothing_is_coded(void **state)
{
	struct rx x;

	(void)state;
	open_all(&x);
	type(&x, "ss");
	at_cell(&x, "R02", "Q1", "A1");
	type(&x, "y");
	at_cell(&x, "R02", "Q1", "A1");
	type(&x, "\ty");
	at_cell(&x, "R02", "Q2", "A2");
	type(&x, ".>y"); /* the first sentence, and the next with it */
	at_cell(&x, "R01", "Q1", "A2");
	type(&x, "0");
	type(&x, "n"); /* nothing there to give a reason for */
	at_cell(&x, "R01", "Q1", "A1");
	fx_expect(&x.f, SAID,
		"code|A1|R02|Q1|제도는 좋습니다.|\n"
		"code|A2|R02|Q2|예산을 늘립니다. 끝입니다.|\n"
		"reviewed|A2|R01|Q1|예산이 부족합니다. 인력도 예산도 없습니다. "
		"좋습니다.|\n"
		"reviewed|A2|R02|Q1|사람이 문제입니다. 제도는 좋습니다.|\n");
	assert_int_equal(x.r.decided, 4);
	close_all(&x);
}

/* The cell that the rules hit twice: yes accepts both, x takes one out first. */
static void several_hits(void **state)
{
	struct rx x;

	(void)state;
	open_all(&x);
	type(&x, "ssssss");
	at_cell(&x, "R01", "Q1", "A1");
	type(&x, "y");
	assert_true(sg_reviewing_ended(&x.r));
	fx_expect(&x.f, SAID,
		"accept|A1|R01|Q1|예산이 부족합니다.|\n"
		"accept|A1|R01|Q1|인력도 예산도 없습니다.|\n");
	type(&x, "u");
	at_cell(&x, "R01", "Q1", "A1");
	fx_expect(&x.f, SAID, "");
	type(&x, "xy"); /* the first is dropped, the second accepted */
	fx_expect(&x.f, SAID,
		"reject|A1|R01|Q1|예산이 부족합니다.|\n"
		"accept|A1|R01|Q1|인력도 예산도 없습니다.|\n");
	type(&x, "uu");
	fx_expect(&x.f, SAID, "");
	at_cell(&x, "R01", "Q1", "A1");
	assert_false(x.r.segments[0].dropped);
	/* Wider at its end by one sentence, then narrower at its start. */
	type(&x, ">>[y");
	fx_expect(&x.f, SAID, "code|A1|R01|Q1|인력도 예산도 없습니다. 좋습니다.|\n");
	close_all(&x);
}

static void a_whole_answer(void **state)
{
	struct rx x;
	uint64_t seen, cells;

	(void)state;
	open_all(&x);
	type(&x, "A"); /* R02 Q2: cells 0 and 3 */
	at_cell(&x, "R01", "Q2", "A2");
	assert_int_equal(x.r.decided, 2);
	sg_reviewing_coverage(&x.r, &seen, &cells);
	assert_int_equal(seen, 2);
	assert_int_equal(cells, 7);
	type(&x, "ss");
	at_cell(&x, "R01", "Q1", "A2"); /* 3 was passed over */
	fx_expect(&x.f, "SELECT verdict,code FROM judgement", "reviewed|NULL\n");
	type(&x, "uuu");
	at_cell(&x, "R02", "Q2", "A1");
	assert_int_equal(x.r.decided, 0);
	fx_expect(&x.f, SAID, "");
	type(&x, "u");
	assert_true(x.ui.alert);
	close_all(&x);
}

static void codes_quotations_and_memos(void **state)
{
	struct rx x;

	(void)state;
	open_all(&x);
	type(&x, "a");
	assert_int_equal(x.ui.mode, SG_REVIEW_CODE);
	type(&x, "ㄷㅈㅌ\n"); /* 디지털 격차 */
	type(&x, "p");
	type(&x, "m이 칸은 다시\x7f\x7f고쳐 본다\n");
	at_cell(&x, "R02", "Q2", "A1");
	fx_expect(&x.f, SAID,
		"code|B1|R02|Q2|예산을 늘립니다.|\npin|A1|R02|Q2|예산을 늘립니다.|\n");
	fx_expect(&x.f, "SELECT respondent,question_label,code_label,body FROM v_memo",
		"R02|Q2|A1|이 칸은 고쳐 본다\n");
	type(&x, "m"); /* the memo again; nothing changed */
	type(&x, "\n");
	assert_int_equal(fx_int(&x.f, "SELECT count(*) FROM memo"), 1);
	type(&x, "u");
	fx_expect(&x.f, "SELECT body FROM v_memo", "");
	type(&x, "b");
	fx_expect(&x.f, "SELECT verdict FROM v_judgement WHERE verdict IN('pin','bar')",
		"bar\n");
	/* Escape leaves a menu without a word. */
	type(&x, "n\x1b");
	at_cell(&x, "R02", "Q2", "A1");
	type(&x, "n5내 말로\n");
	fx_expect(&x.f, "SELECT reason FROM v_judgement WHERE verdict='reject'",
		"내 말로\n");
	/* The input method is on: ㅂ lies on q. */
	type(&x, "ㅂ");
	assert_true(x.ui.quit);
	close_all(&x);
}

/* What was said is seen by the next round and by the tables' coverage. */
static void the_next_round(void **state)
{
	struct rx x;

	(void)state;
	open_all(&x);
	type(&x, "n0y"); /* reject 0; accept 1 */
	round_close(&x);
	round_open(&x);
	assert_int_equal(x.r.list.n, 5);
	at_cell(&x, "R02", "Q1", "A1");
	assert_int_equal(x.r.list.coverage.coded, 2);      /* R01Q1 A1, R01Q2 A2 */
	assert_int_equal(x.r.list.coverage.coded_seen, 1); /* R01Q2 A2 */
	assert_int_equal(x.r.list.coverage.all_seen, 2);
	type(&x, "0");
	/* A rule that hits there afterwards: the mark said nothing of it. */
	round_close(&x);
	fx_code(&x.f, "# 책\n* facet 입장: 찬성 | 반대\n\n## A 제약\n### A1 예산·재정\n"
		      "- 예산 | 사람\n### A2 데이터\n- 데이터\n");
	round_open(&x);
	at_cell(&x, "R02", "Q1", "A1");
	assert_int_equal(x.r.work->why, SG_WORK_ONE_HIT);
	/* New since run 1: this, and R01 Q1 A1, made anew by the edited rule. R01 Q2
	 * A2 was made anew too, but what was accepted stays so. */
	x.o.list.only_new = true;
	x.o.list.since = 1;
	for (size_t waiting = 3; waiting-- > 1;) {
		struct sg_worklist w;
		struct sg_study s;
		FX_OK(&x.f, sg_study_load(&s, x.f.store, 0, &x.f.err));
		FX_OK(&x.f, sg_worklist_make(&w, &s, &x.o.list, &x.f.err));
		assert_int_equal(w.n, waiting);
		sg_worklist_release(&w);
		sg_study_release(&s);
		type(&x, "y");
	}
	close_all(&x);
}

/* Every row fits the page, and every page has its height or less. */
static void pages_fit(void **state)
{
	static const size_t sizes[][2] = {{80, 24}, {40, 12}, {100, 30}, {200, 60}};
	struct rx x;

	(void)state;
	open_all(&x);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		for (int mode = 0; mode < 3; mode++) {
			struct sg_page page;
			type(&x, mode == 1 ? "n" : mode == 2 ? "\x1b?" : "");
			sg_review_ui_page(&x.ui, &page, sizes[i][0], sizes[i][1]);
			assert_true(page.nrows <= sizes[i][1]);
			for (size_t k = 0; k < page.nrows; k++)
				for (size_t n = 0; n < page.rows[k].nruns; n++) {
					const struct sg_page_run *run =
						&page.rows[k].runs[n];
					assert_true(run->col + sg_width(run->text) <=
						    sizes[i][0]);
				}
			sg_page_release(&page);
			if (mode == 2)
				type(&x, "z");
		}
	close_all(&x);
}

static void a_page_as_text(void **state)
{
	struct sg_page_ask ask = {.width = 60, .marks = true};
	struct sg_page page;
	struct sg_buf out;
	struct rx x;

	(void)state;
	open_all(&x);
	sg_buf_init(&out);
	sg_page_make(&page, &x.r, &ask);
	sg_page_print(&page, &out);
	assert_non_null(strstr(sg_buf_z(&out), "R02 · Q2 대안 · A1 예산·재정\n"));
	assert_non_null(strstr(sg_buf_z(&out), "\n【예산】을 늘립니다. 끝입니다.\n"));
	assert_non_null(strstr(sg_buf_z(&out), "definition: 돈이 모자란다는 말.\n"));
	assert_non_null(strstr(sg_buf_z(&out), "exclude: 인력\n"));
	assert_non_null(strstr(sg_buf_z(&out), "rule 8: 예산 → 예산\n"));
	assert_non_null(strstr(sg_buf_z(&out), "입장 1 찬성  2 반대\n"));
	sg_page_release(&page);
	sg_buf_reset(&out);
	sg_review_json(&x.r, &out);
	assert_non_null(strstr(sg_buf_z(&out), "\"why\": \"outside\""));
	assert_non_null(strstr(sg_buf_z(&out), "\"waiting\": 7"));
	sg_buf_release(&out);
	close_all(&x);
}

/* --- sheets --- */

/* Writes a sheet of CSV, reads it as 이, and gives the counts. */
static struct sg_review_counts read_sheet(struct rx *x, const char *text)
{
	struct sg_review_counts n;
	char path[] = "/tmp/saegim-sheet-XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	FX_OK(&x->f, sg_file_write(path, sg_str_of(text), &x->f.err));
	round_close(x);
	x->o = (struct sg_reviewing_options){
		.list = {.person = SG_STR("이")}, .now = now};
	FX_OK(&x->f, sg_reviewing_init(&x->r, x->f.store, &x->o, &x->f.err));
	sg_review_ui_init(&x->ui, &x->r);
	FX_OK(&x->f, sg_review_import(&x->r, path, &n, &x->f.notes, &x->f.err));
	unlink(path);
	return n;
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(yes_and_no),
		cmocka_unit_test(yes_where_nothing_is_coded),
		cmocka_unit_test(several_hits),
		cmocka_unit_test(a_whole_answer),
		cmocka_unit_test(codes_quotations_and_memos),
		cmocka_unit_test(the_next_round),
		cmocka_unit_test(pages_fit),
		cmocka_unit_test(a_page_as_text),
		cmocka_unit_test(a_sheet),
		cmocka_unit_test(a_sheet_about_another_text),
		cmocka_unit_test(no_sheet_at_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
