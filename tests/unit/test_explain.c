/* test_explain.c - why rules select or do not, on sentences whose distances, masks and
 * word edges are worked out by hand. Reasons are written one a line:
 * "line why expr [with] [list] [span][other] distance/most". */
#include "config.h"

#include "fixture.h"

#include "coding/explain.h"

static const char *const names[] = {
	[SG_WHY_SELECTED] = "selected",
	[SG_WHY_FOUND] = "found",
	[SG_WHY_MISSING] = "missing",
	[SG_WHY_FAR] = "far",
	[SG_WHY_ORDER] = "order",
	[SG_WHY_OVERLAP] = "overlap",
	[SG_WHY_CLOSE] = "close",
	[SG_WHY_BLOCKED] = "blocked",
	[SG_WHY_AFFIRMED] = "affirmed",
	[SG_WHY_NEGATED] = "negated",
	[SG_WHY_NEARBY] = "nearby",
	[SG_WHY_MASKED] = "masked",
	[SG_WHY_VETOED] = "vetoed",
	[SG_WHY_SCOPED] = "scoped",
	[SG_WHY_INSIDE] = "inside",
	[SG_WHY_FORM] = "form",
	[SG_WHY_SPACED] = "spaced",
};

static void put_expr(struct sg_buf *out, const struct sg_expr *e)
{
	sg_buf_addc(out, ' ');
	if (e)
		sg_expr_print(e, out);
	else
		sg_buf_addc(out, '-');
}

static void put_reason(struct sg_buf *out, const struct sg_codebook *book,
	const struct sg_doc *doc, const struct sg_reason *r)
{
	sg_buf_printf(
		out, "%u %s", book->codes[r->code].rules[r->rule].line, names[r->why]);
	put_expr(out, r->expr);
	if (r->with)
		put_expr(out, r->with);
	if (r->list)
		put_expr(out, r->list);
	sg_buf_printf(out, " [%.*s]",
		SG_ARG(sg_str_sub(doc->body, r->span.start, r->span.stop)));
	if (r->other.stop)
		sg_buf_printf(out, "[%.*s]",
			SG_ARG(sg_str_sub(doc->body, r->other.start, r->other.stop)));
	if (r->most || r->why == SG_WHY_NEARBY)
		sg_buf_printf(out, " %u/%u", r->distance, r->most);
	sg_buf_addc(out, '\n');
}

/* Expects the reasons for code (NULL: what all selected) in answer R01 Q1. */
static void expect(
	const char *book_text, const char *code, const char *answer, const char *wanted)
{
	struct sg_explainer *explainer = NULL;
	struct sg_explained e;
	struct sg_buf body, got;
	struct fx f;

	fx_open(&f, false);
	sg_buf_init(&body);
	sg_buf_init(&got);
	sg_buf_printf(&body, "## Q1\n%s\n\n## Q2\n-\n", answer);
	fx_put(&f, "a", "R01", sg_buf_z(&body));
	struct sg_codebook *book = fx_book(&f, book_text);
	uint32_t at = code ? sg_codebook_find(book, sg_str_of(code)) : SG_NO_CODE;
	FX_OK(&f, sg_explainer_new(&explainer, f.store, book,
			  &(struct sg_explain_place){
				  SG_STR("R01"), SG_STR("q1"), SG_STR(""), 0},
			  at, &f.notes, &f.err));
	assert_int_equal(sg_explainer_next(explainer, &e, &f.notes, &f.err), 1);
	for (size_t i = 0; i < e.reasons.n; i++)
		put_reason(&got, book, &e.doc, &e.reasons.v[i]);
	assert_string_equal(sg_buf_z(&got), wanted);
	assert_int_equal(sg_explainer_next(explainer, &e, &f.notes, &f.err), 0);
	sg_explainer_free(explainer);
	sg_codebook_free(book);
	sg_buf_release(&got);
	sg_buf_release(&body);
	fx_close(&f);
}

#define BOOK(rules) "# t\n* $부족 = 부족 | ~모자라다\n## A1 예산\n" rules

static void selected(void **state)
{
	(void)state;
	expect(BOOK("- 예산 AND $부족\n- 정부\n"), NULL,
		"예산이 모자랍니다. 정부는 크다. 국회.",
		"4 selected 예산 [예산]\n"
		"4 selected ~모자라다 $부족 [모자랍니다]\n"
		"5 selected 정부 [정부]\n");
	/* Asked why, a unit that the rule codes has nothing else to tell. */
	expect(BOOK("- 예산 | 정부\n"), "A1", "예산은 행정부담이다.",
		"4 selected 예산 [예산]\n");
}

static void missing_and_forbidden(void **state)
{
	(void)state;
	expect(BOOK("- 예산 AND $부족\n- 예산 NOT 문제\n"), "A1",
		"예산은 문제가 아니다. 부족하다.",
		"4 found 예산 [예산]\n"
		"4 missing $부족 []\n"
		"4 nearby $부족 [][부족] 1/2\n"
		"4 found 부족 $부족 [부족]\n"
		"4 missing 예산 []\n"
		"4 nearby 예산 [][예산] 1/2\n"
		"5 found 예산 [예산]\n"
		"5 found 문제 [문제]\n"
		"5 blocked 문제 [][문제]\n");
	/* Two sentences away in another paragraph; three are too far to be told. */
	expect(BOOK("- 예산 AND 문제\n- 예산 THEN/2 인력\n"), "A1",
		"예산.\n좋다. 문제다.\n인력.",
		"4 found 예산 [예산]\n"
		"4 missing 문제 []\n"
		"4 nearby 문제 [][문제] 2/0\n"
		"4 found 문제 [문제]\n"
		"4 missing 예산 []\n"
		"4 nearby 예산 [][예산] 2/0\n"
		"5 found 예산 [예산]\n"
		"5 missing 인력 []\n"
		"5 found 인력 [인력]\n"
		"5 missing 예산 []\n");
	expect(BOOK("- NEGATED(~쉽다)\n- AFFIRMED(~쉽다)\n"), "A1", "쉽다. 쉽지 않다.",
		"4 found ~쉽다 [쉽다]\n"
		"4 affirmed ~쉽다 [쉽다]\n"
		"4 selected ~쉽다 [쉽지]\n"
		"5 selected ~쉽다 [쉽다]\n"
		"5 found ~쉽다 [쉽지]\n"
		"5 negated ~쉽다 [쉽지]\n");
}

/* Eojeols: 담당자가 0, 일이 1, 많아서 2, 자주 3, 바뀝니다 4. */
static void distances(void **state)
{
	const char *text = "담당자가 일이 많아서 자주 바뀝니다.";

	(void)state;
	expect(BOOK("- 담당자 NEAR/3 ~바뀌다\n"), "A1", text,
		"4 found 담당자 [담당자]\n"
		"4 found ~바뀌다 [바뀝니다]\n"
		"4 far 담당자 ~바뀌다 [담당자][바뀝니다] 4/3\n");
	expect(BOOK("- ~바뀌다 THEN/9 담당자\n"), "A1", text,
		"4 found 담당자 [담당자]\n"
		"4 found ~바뀌다 [바뀝니다]\n"
		"4 order ~바뀌다 담당자 [바뀝니다][담당자] 4/9\n");
	expect(BOOK("- 담당자 NOT NEAR/4 자주\n"), "A1", text,
		"4 found 담당자 [담당자]\n"
		"4 found 자주 [자주]\n"
		"4 close 담당자 자주 [담당자][자주] 3/4\n");
	expect(BOOK("- 담당자 NEAR/3 교체\n"), "A1", text,
		"4 found 담당자 [담당자]\n"
		"4 missing 교체 []\n");
	expect(BOOK("- 담당자 NEAR/3 담당자가\n"), "A1", text,
		"4 found 담당자 [담당자]\n"
		"4 found 담당자가 [담당자가]\n"
		"4 overlap 담당자 담당자가 [담당자][담당자가] 0/3\n");
	/* Of a chain, only the link that breaks; of several hits, the nearest. */
	expect(BOOK("- 일 THEN/1 ~많다 THEN/1 ~바뀌다\n"), "A1", text,
		"4 found 일 [일]\n"
		"4 found ~많다 [많아서]\n"
		"4 found ~바뀌다 [바뀝니다]\n"
		"4 far ~많다 ~바뀌다 [많아서][바뀝니다] 2/1\n");
	expect(BOOK("- 담당자 NEAR/1 ~바뀌다\n"), "A1",
		"담당자는 늘 일이 많고 담당자가 자주 꼭 바뀝니다.",
		"4 found 담당자 [담당자]\n"
		"4 found 담당자 [담당자]\n"
		"4 found ~바뀌다 [바뀝니다]\n"
		"4 far 담당자 ~바뀌다 [담당자][바뀝니다] 3/1\n");
}

static void masks_vetoes_scopes(void **state)
{
	(void)state;
	expect(BOOK("- 예산\n- EXCEPT 예산실\n"), "A1", "예산실은 크다.",
		"4 masked 예산 예산실 [예산][예산실]\n");
	expect(BOOK("- 예산 EXCEPT 정부 예산\n"), "A1", "정부 예산은 크다.",
		"4 masked 예산 정부 예산 [예산][정부 예산]\n");
	expect(BOOK("- 예산\n- NOT 해당 없음\n"), "A1", "예산은 해당 없음.",
		"4 found 예산 [예산]\n"
		"4 vetoed - 해당 없음 [예산][해당 없음]\n");
	expect(BOOK("- [Q2] 예산\n- [시급] 예산\n"), "A1", "예산은 크다.",
		"4 scoped 예산 [예산]\n"
		"5 scoped 예산 [예산]\n");
}

static void edges(void **state)
{
	(void)state;
	expect(BOOK("- 정부\n- ^정부\n- =정부\n- AI\n- 개인정보보호\n"), "A1",
		"지능형정부서비스. 전자정부. 정부서비스. XAI. 개인정보 보호.",
		"4 inside 정부 [지능형정부서비스]\n"
		"4 selected 정부 [정부]\n"
		"4 selected 정부 [정부]\n"
		"5 inside ^정부 [지능형정부서비스]\n"
		"5 inside ^정부 [전자정부]\n"
		"5 selected ^정부 [정부]\n"
		"6 inside =정부 [지능형정부서비스]\n"
		"6 inside =정부 [전자정부]\n"
		"6 inside =정부 [정부서비스]\n"
		"7 inside AI [XAI]\n"
		"8 spaced 개인정보보호 [개인정보 보호]\n");
}

static void what_there_is_not(void **state)
{
	struct sg_explainer *explainer = NULL;
	struct sg_explained e;
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a", "R01", "## Q1\n예산\n\n## Q2\n-\n");
	struct sg_codebook *book = fx_book(&f, BOOK("- 예산\n"));
	assert_int_equal(sg_explainer_new(&explainer, f.store, book,
				 &(struct sg_explain_place){
					 SG_STR("R02"), SG_STR("Q1"), SG_STR(""), 0},
				 SG_NO_CODE, &f.notes, &f.err),
		SG_ENOTFOUND);
	sg_error_reset(&f.err);
	assert_int_equal(sg_explainer_new(&explainer, f.store, book,
				 &(struct sg_explain_place){
					 SG_STR("R01"), SG_STR("Q3"), SG_STR(""), 0},
				 SG_NO_CODE, &f.notes, &f.err),
		SG_ENOTFOUND);
	sg_error_reset(&f.err);
	/* An answer that says nothing is explained as such. */
	FX_OK(&f, sg_explainer_new(&explainer, f.store, book,
			  &(struct sg_explain_place){
				  SG_STR("R01"), SG_STR("Q2"), SG_STR(""), 0},
			  0, &f.notes, &f.err));
	assert_int_equal(sg_explainer_next(explainer, &e, &f.notes, &f.err), 1);
	assert_false(e.doc.answers->answered);
	assert_int_equal(e.reasons.n, 0);
	sg_explainer_free(explainer);
	sg_codebook_free(book);
	fx_close(&f);
}

/* The project keeps the codebook of its last run. */
static void kept_codebook(void **state)
{
	struct sg_codebook *book = NULL;
	struct fx f;

	(void)state;
	fx_open(&f, false);
	assert_int_equal(
		sg_store_codebook(f.store, &book, &f.notes, &f.err), SG_ENOTFOUND);
	sg_error_reset(&f.err);
	fx_put(&f, "a", "R01", "## Q1\n예산\n");
	fx_code(&f, BOOK("- 예산\n"));
	fx_code(&f, BOOK("- 정부\n"));
	FX_OK(&f, sg_store_codebook(f.store, &book, &f.notes, &f.err));
	assert_int_equal(book->ncodes, 1);
	assert_true(sg_str_eqz(book->path, "book.md"));
	assert_true(sg_str_eqz(book->codes[0].rules[0].text, "정부"));
	sg_codebook_free(book);
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(selected),
		cmocka_unit_test(missing_and_forbidden),
		cmocka_unit_test(distances),
		cmocka_unit_test(masks_vetoes_scopes),
		cmocka_unit_test(edges),
		cmocka_unit_test(what_there_is_not),
		cmocka_unit_test(kept_codebook),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
