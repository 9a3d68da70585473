/* A round of review, driven by keys without a terminal: what each key records, what is
 * shown, what undo gives back. */
#include "config.h"

#include "reviewing_world.h"

#include "project/review_json.h"
#include "text/width.h"

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

static void expect_stance(const struct rx *x, const char *expected)
{
	struct sg_arena arena;

	sg_arena_init(&arena);
	struct sg_str values = sg_reviewing_values(&x->r, 0, &arena);
	if (!sg_str_eqz(values, expected))
		fail_msg("'%.*s', not '%s'", SG_ARG(values), expected);
	sg_arena_release(&arena);
}

/* A facet that was set in this round is shown when its cell is shown again. */
static void facets_stay(void **state)
{
	struct rx x;

	(void)state;
	open_all(&x);
	type(&x, "s");
	at_cell(&x, "R01", "Q2", "A2");
	expect_stance(&x, "찬성"); /* the rules say */
	type(&x, "2");
	expect_stance(&x, "반대");
	type(&x, "ks");
	at_cell(&x, "R01", "Q2", "A2");
	expect_stance(&x, "반대");
	type(&x, "x"); /* the cell is read again */
	expect_stance(&x, "반대");
	type(&x, "uuu"); /* the rejection, the skip, the facet */
	at_cell(&x, "R01", "Q2", "A2");
	expect_stance(&x, "찬성");
	fx_expect(&x.f, SAID, "");
	close_all(&x);
}

/* A cell of two codings shows the values of both. */
static void facets_differ(void **state)
{
	struct rx x;

	(void)state;
	open_all(&x);
	type(&x, "ssssss");
	at_cell(&x, "R01", "Q1", "A1");
	expect_stance(&x, "");
	type(&x, "1"); /* of the first, which is pointed at */
	expect_stance(&x, "찬성");
	type(&x, "\t2");
	expect_stance(&x, "찬성 | 반대");
	type(&x, "1");
	expect_stance(&x, "찬성");
	type(&x, "u");
	expect_stance(&x, "찬성 | 반대");
	close_all(&x);
}

/* In the help, too, a page is more than a line. */
static void help_scrolls(void **state)
{
	struct rx x;

	(void)state;
	open_all(&x);
	type(&x, "?");
	sg_review_ui_key(&x.ui, SG_KEY_PAGE_DOWN);
	sg_review_ui_key(&x.ui, SG_KEY_PAGE_DOWN);
	assert_int_equal(x.ui.help_scroll, 20);
	sg_review_ui_key(&x.ui, SG_KEY_UP);
	assert_int_equal(x.ui.help_scroll, 19);
	sg_review_ui_key(&x.ui, SG_KEY_PAGE_UP);
	assert_int_equal(x.ui.help_scroll, 9);
	sg_review_ui_key(&x.ui, SG_KEY_UP);
	assert_int_equal(x.ui.help_scroll, 8);
	sg_review_ui_key(&x.ui, SG_KEY_PAGE_UP);
	assert_int_equal(x.ui.help_scroll, 0);
	sg_review_ui_key(&x.ui, SG_KEY_UP);
	assert_int_equal(x.ui.help_scroll, 0);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(yes_and_no),
		cmocka_unit_test(yes_where_nothing_is_coded),
		cmocka_unit_test(several_hits),
		cmocka_unit_test(a_whole_answer),
		cmocka_unit_test(codes_quotations_and_memos),
		cmocka_unit_test(the_next_round),
		cmocka_unit_test(facets_stay),
		cmocka_unit_test(facets_differ),
		cmocka_unit_test(help_scrolls),
		cmocka_unit_test(pages_fit),
		cmocka_unit_test(a_page_as_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
